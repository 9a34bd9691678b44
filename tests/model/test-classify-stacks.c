/* Stacks by stack pointers, by the kernel's flags and by their fences, and the parts of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "classified.h"

typedef struct
{
  gint32 tid;
  const char *name;
  guint64 stack_pointer;
} Thread;

static VasFacts *
make_facts (const Thread *threads, guint n)
{
  VasFacts *facts = vas_facts_new ();
  facts->pid = threads[0].tid;
  facts->n_threads = facts->n_known_threads = n;
  facts->threads = g_new0 (VasThread, n);
  for (guint t = 0; t < n; t++)
    facts->threads[t] = (VasThread){ threads[t].tid, g_strdup (threads[t].name),
                                     threads[t].stack_pointer };
  return facts;
}

#define STACK_FLAGS "VmFlags: rd wr mr mw me ac nh \n"
#define FENCE_FLAGS "VmFlags: mr mw me nh \n"
#define PLAIN_FLAGS "VmFlags: rd wr mr mw me ac \n"

/* A pointer in a mapping that was made for a stack is a fact; the guard below shares its thread. */
static void
test_pointer (void)
{
  static const Thread threads[] = { { 77, "main", 0 }, { 78, "wor:ker", 0x7f00007ff000 } };
  g_autoptr (VasFacts) facts = make_facts (threads, G_N_ELEMENTS (threads));
  assert_named_with ("7efffffff000-7f0000000000 ---p 00000000 00:00 0 \n" FENCE_FLAGS
                     "7f0000000000-7f0000800000 rw-p 00000000 00:00 0 \n" STACK_FLAGS,
                     facts,
                     "7efffffff000 guard/stack-guard certain wor:ker (78)\n"
                     "7f0000000000 thread-stack certain wor:ker (78)\n"
                     "  7f00007ff000-7f0000800000 thread-stack/stack-in-use certain wor:ker (78)\n");
}

/* The main thread on a mapped stack may well be a coroutine. */
static void
test_main_thread_elsewhere (void)
{
  static const Thread threads[] = { { 77, "main", 0x7f00007ff000 } };
  g_autoptr (VasFacts) facts = make_facts (threads, G_N_ELEMENTS (threads));
  assert_named_with ("7efffffff000-7f0000000000 ---p 00000000 00:00 0 \n" FENCE_FLAGS
                     "7f0000000000-7f0000800000 rw-p 00000000 00:00 0 \n" STACK_FLAGS,
                     facts,
                     "7efffffff000 guard/stack-guard likely main (77)\n"
                     "7f0000000000 thread-stack likely main (77)\n"
                     "  7f00007ff000-7f0000800000 thread-stack/stack-in-use likely main (77)\n");
}

/* glibc 2.42 has no line between stacks: the region divides into places of the usual size. */
static void
test_merged_stacks (void)
{
  static const Thread threads[] = {
    { 77, "main", 0 },
    { 78, "a", 0x7f0000000000 + (8 << 20) - 0x100 },
    { 79, "b", 0x7f0000000000 + (24 << 20) - 0x100 },
  };
  g_autoptr (VasFacts) facts = make_facts (threads, G_N_ELEMENTS (threads));
  assert_named_with ("7f0000000000-7f0001800000 rw-p 00000000 00:00 0 \n"
                     "VmFlags: rd wr mr mw me ac gu nh \n",
                     facts,
                     "7f0000000000 thread-stack/merged-stacks likely\n"
                     "  7f0000000000-7f0000800000 thread-stack likely a (78)\n"
                     "  7f0001000000-7f0001800000 thread-stack likely b (79)\n");
}

/* A pointer in the middle of a large block tells of one page; a pointer in the brk heap of
 * nothing. */
static void
test_pointer_in_a_block (void)
{
  static const Thread threads[] = { { 77, "main", 0x555000010008 }, { 78, "x", 0x7f0000123458 } };
  g_autoptr (VasFacts) facts = make_facts (threads, G_N_ELEMENTS (threads));
  assert_named_with ("555000000000-555000100000 rw-p 00000000 00:00 0 [heap]\n" PLAIN_FLAGS
                     "7f0000000000-7f0000800000 rw-p 00000000 00:00 0 \n" PLAIN_FLAGS,
                     facts,
                     "555000000000 heap certain\n"
                     "7f0000000000 anonymous likely\n"
                     "  7f0000123000-7f0000124000 thread-stack/stack-pointer guess x (78)\n");
}

/* No thread is on them: a spare of the usual size, a coroutine's, a signal handler's. */
static void
test_without_a_thread (void)
{
  static const Thread threads[] = { { 77, "main", 0x7ffc00001000 } };
  g_autoptr (VasFacts) facts = make_facts (threads, G_N_ELEMENTS (threads));
  assert_named_with ("7effffffe000-7effffffffff ---p 00000000 00:00 0 \n" FENCE_FLAGS
                     "7f0000000000-7f0000001000 ---p 00000000 00:00 0 \n" FENCE_FLAGS
                     "7f0000001000-7f0000801000 rw-p 00000000 00:00 0 \n" STACK_FLAGS
                     "7f0001000000-7f0001001000 ---p 00000000 00:00 0 \n" FENCE_FLAGS
                     "7f0001001000-7f0001011000 rw-p 00000000 00:00 0 \n" STACK_FLAGS
                     "7f0002000000-7f0002001000 ---p 00000000 00:00 0 \n" FENCE_FLAGS
                     "7f0002001000-7f0002003000 rw-p 00000000 00:00 0 \n" STACK_FLAGS
                     "7f0003000000-7f0003001000 ---p 00000000 00:00 0 \n"
                     "VmFlags: mr mw me ac \n"
                     "7f0003001000-7f0003009000 rw-p 00000000 00:00 0 \n" PLAIN_FLAGS,
                     facts,
                     "7effffffe000 guard likely\n"
                     "7f0000000000 guard/stack-guard likely\n"
                     "7f0000001000 thread-stack/cached-stack likely\n"
                     "7f0001000000 guard/stack-guard likely\n"
                     "7f0001001000 coroutine-stack guess\n"
                     "7f0002000000 guard/stack-guard likely\n"
                     "7f0002001000 signal-stack likely\n"
                     "7f0003000000 guard likely\n"
                     "7f0003001000 signal-stack guess\n");
}

/* The same without any pointer, as Yama may refuse them: marked mappings are stacks all the
 * same. */
static void
test_pointers_refused (void)
{
  assert_named ("7f0000000000-7f0000001000 ---p 00000000 00:00 0 \n" FENCE_FLAGS
                "7f0000001000-7f0000011000 rw-p 00000000 00:00 0 \n" STACK_FLAGS
                "7f0003000000-7f0003001000 ---p 00000000 00:00 0 \n" PLAIN_FLAGS
                "7f0003001000-7f0003009000 rw-p 00000000 00:00 0 \n" PLAIN_FLAGS,
                "7f0000000000 guard/stack-guard likely\n"
                "7f0000001000 thread-stack likely\n"
                "7f0003000000 guard likely\n"
                "7f0003001000 anonymous likely\n");
}

static void
test_main_stack (void)
{
  static const Thread threads[] = { { 77, "main", 0x7ffc0001e000 } };
  g_autoptr (VasFacts) facts = make_facts (threads, G_N_ELEMENTS (threads));
  facts->start_stack = 0x7ffc0001f010;
  facts->arg_start = 0x7ffc0001f300;
  facts->arg_end = 0x7ffc0001f310;
  facts->env_start = 0x7ffc0001f310;
  facts->env_end = 0x7ffc0001fff0;
  assert_named_with ("7ffc00000000-7ffc00020000 rw-p 00000000 00:00 0 [stack]\n"
                     "VmFlags: rd wr mr mw me gd ac \n",
                     facts,
                     "7ffc00000000 main-stack certain\n"
                     "  7ffc0001e000-7ffc0001f010 main-stack/stack-in-use certain\n"
                     "  7ffc0001f010-7ffc0001f300 main-stack/stack-vectors certain\n"
                     "  7ffc0001f300-7ffc0001f310 main-stack/stack-arguments certain\n"
                     "  7ffc0001f310-7ffc0001fff0 main-stack/stack-environment certain\n");
}

/* Flags that mean one thing only; a piece that protection cut off the main stack. */
static void
test_flags (void)
{
  assert_named ("7f0000000000-7f0000004000 rw-p 00000000 00:00 0 \n"
                "VmFlags: rd wr mr mw me ac ss \n"
                "7f0001000000-7f0001001000 rw-p 00000000 00:00 0 \n"
                "VmFlags: rd wr mr mw me nr wf dd dp \n"
                "7f0002000000-7f0002010000 rw-p 00000000 00:00 0 \n"
                "VmFlags: rd wr mr mw me gd ac \n"
                "7ffc00000000-7ffc00020000 rw-p 00000000 00:00 0 [stack]\n"
                "VmFlags: rd wr mr mw me gd ac \n"
                "7ffc00020000-7ffc00022000 rw-p 00000000 00:00 0 \n"
                "VmFlags: rd wr mr mw me gd ac \n",
                "7f0000000000 shadow-stack certain\n"
                "7f0001000000 anonymous/random-state certain\n"
                "7f0002000000 anonymous/grows-down certain\n"
                "7ffc00000000 main-stack certain\n"
                "7ffc00020000 main-stack likely\n");
}

/* Text alone: sizes that repeat above fences. */
static void
test_repeated_sizes (void)
{
  assert_named ("7f0000000000-7f0000001000 ---p 00000000 00:00 0 \n"
                "7f0000001000-7f0000041000 rw-p 00000000 00:00 0 \n"
                "7f0000041000-7f0000042000 ---p 00000000 00:00 0 \n"
                "7f0000042000-7f0000082000 rw-p 00000000 00:00 0 \n"
                "7f0000082000-7f0000083000 ---p 00000000 00:00 0 \n"
                "7f0000083000-7f00000c3000 rw-p 00000000 00:00 0 \n"
                "7f00000c3000-7f00000c4000 ---p 00000000 00:00 0 \n"
                "7f00000c4000-7f0000101000 rw-p 00000000 00:00 0 \n",
                "7f0000000000 guard/stack-guard likely\n"
                "7f0000001000 thread-stack guess\n"
                "7f0000041000 guard/stack-guard likely\n"
                "7f0000042000 thread-stack guess\n"
                "7f0000082000 guard/stack-guard likely\n"
                "7f0000083000 thread-stack guess\n"
                "7f00000c3000 guard likely\n"
                "7f00000c4000 anonymous likely\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classify-stacks/pointer", test_pointer);
  g_test_add_func ("/classify-stacks/main-thread-elsewhere", test_main_thread_elsewhere);
  g_test_add_func ("/classify-stacks/merged-stacks", test_merged_stacks);
  g_test_add_func ("/classify-stacks/pointer-in-a-block", test_pointer_in_a_block);
  g_test_add_func ("/classify-stacks/without-a-thread", test_without_a_thread);
  g_test_add_func ("/classify-stacks/pointers-refused", test_pointers_refused);
  g_test_add_func ("/classify-stacks/main-stack", test_main_stack);
  g_test_add_func ("/classify-stacks/flags", test_flags);
  g_test_add_func ("/classify-stacks/repeated-sizes", test_repeated_sizes);
  return g_test_run ();
}
