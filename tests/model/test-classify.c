/* The text alone: what names, permissions and neighbours say, hostile names among them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "classified.h"

static void
test_kernel_names (void)
{
  assert_named ("55d000000000-55d000001000 ---p 00000000 00:00 0 [heap]\n"
                "55d000001000-55d000003000 rw-p 00000000 00:00 0 [heap]\n"
                "7f0000001000-7f0000009000 rw-p 00000000 00:00 0 [stack:4243]\n"
                "7f0000010000-7f0000011000 r-xp 00000000 00:00 0 [vectors]\n"
                "7ffc00000000-7ffc00021000 rw-p 00000000 00:00 0 [stack]\n"
                "7ffc00040000-7ffc00044000 r--p 00000000 00:00 0 [vvar]\n"
                "7ffc00044000-7ffc00046000 r--p 00000000 00:00 0 [vvar_vclock]\n"
                "7ffc00046000-7ffc00048000 r-xp 00000000 00:00 0 [vdso]\n"
                "7fffffffe000-7ffffffff000 --xp 00000000 00:00 0 [uprobes]\n"
                "7ffffffff000-800000000000 rw-p 00000000 00:00 0 [something new]\n"
                "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]\n",
                "55d000000000 guard/heap-fence certain\n"
                "55d000001000 heap certain\n"
                "7f0000001000 thread-stack certain 4243\n"
                "7f0000010000 kernel-other/arm-vectors certain vectors\n"
                "7ffc00000000 main-stack certain\n"
                "7ffc00040000 vvar certain\n"
                "7ffc00044000 vvar certain\n"
                "7ffc00046000 vdso certain\n"
                "7fffffffe000 kernel-other/uprobes certain uprobes\n"
                "7ffffffff000 kernel-other/kernel-unknown likely something new\n"
                "ffffffffff600000 vsyscall certain\n");
}

/* prctl(2), glibc with decorated maps, Android. */
static void
test_given_names (void)
{
  assert_named ("7f0000000000-7f0000021000 rw-p 00000000 00:00 0 [anon: glibc: malloc arena]\n"
                "7f0000021000-7f0004000000 ---p 00000000 00:00 0 [anon: glibc: malloc arena]\n"
                "7f0004000000-7f0004800000 rw-p 00000000 00:00 0 [anon: glibc: pthread stack: 77]\n"
                "7f0005000000-7f0005100000 rw-p 00000000 00:00 0 [anon:scudo:primary]\n"
                "7f0005100000-7f0005200000 rw-p 00000000 00:00 0 [anon:stack_and_tls:26306]\n"
                "7f0005200000-7f0005300000 rwxp 00000000 00:00 0 [anon:my cache]\n"
                "7f0005300000-7f0005400000 rw-p 00000000 00:00 0 [anon:my cache]\n"
                "7f0005400000-7f0005500000 rw-s 00000000 00:01 9 [anon_shmem:a ring]\n",
                "7f0000000000 malloc-arena certain malloc arena\n"
                "7f0000021000 reserved likely malloc arena\n"
                "7f0004000000 thread-stack/named-stack certain 77\n"
                "7f0005000000 allocator-pool/scudo certain primary\n"
                "7f0005100000 thread-stack/named-stack certain 26306\n"
                "7f0005200000 jit-code/named-memory likely my cache\n"
                "7f0005300000 anonymous/named-memory certain my cache\n"
                "7f0005400000 shared-memory/shared-named certain a ring\n");
}

static void
test_shared_and_devices (void)
{
  assert_named (
      "7f0000000000-7f0000001000 rw-s 00000000 00:01 1 /memfd:pulseaudio (deleted)\n"
      "7f0000001000-7f0000002000 rw-s 00000000 00:01 2 /SYSV00000000 (deleted)\n"
      "7f0000002000-7f0000003000 rw-s 00000000 00:01 3 /dev/zero (deleted)\n"
      "7f0000003000-7f0000004000 rw-p 00000000 00:06 4 /dev/zero\n"
      "7f0000004000-7f0000005000 rw-s 00000000 00:1b 5 /dev/shm/PostgreSQL.77\n"
      "7f0000005000-7f0000006000 rw-s 00000000 00:10 6 anon_inode:[io_uring]\n"
      "7f0000006000-7f0000007000 rw-s 00000000 00:09 7 socket:[418392]\n"
      "7f0000007000-7f0000008000 rw-s 00000000 00:05 8 /dev/dri/renderD128\n"
      "7f0000008000-7f0000009000 rw-p 00000000 00:11 9 /anon_hugepage (deleted)\n"
      "7f0000009000-7f000000a000 rw-s 00000000 00:0e 10 /secretmem (deleted)\n",
      "7f0000000000 shared-memory/pulseaudio certain pulseaudio\n"
      "7f0000001000 shared-memory/sysv-shm certain SYSV00000000\n"
      "7f0000002000 shared-memory/shared-anonymous certain zero\n"
      "7f0000003000 anonymous likely\n"
      "7f0000004000 shared-memory/postgres-shm certain PostgreSQL.77\n"
      "7f0000005000 device/io-uring certain anon_inode:[io_uring]\n"
      "7f0000006000 device/socket-ring certain socket:[418392]\n"
      "7f0000007000 device/gpu certain renderD128\n"
      "7f0000008000 anonymous/huge-pages certain\n"
      "7f0000009000 shared-memory/secret-memory certain secretmem\n");
}

/* The program is the file with code nearest below the heap; its .bss follows its data. */
static void
test_program_and_library (void)
{
  assert_named ("555000000000-555000002000 r--p 00000000 fe:00 10 /opt/my prog\n"
                "555000002000-555000008000 r-xp 00002000 fe:00 10 /opt/my prog\n"
                "555000008000-55500000a000 r--p 00008000 fe:00 10 /opt/my prog\n"
                "55500000a000-55500000b000 r--p 0000a000 fe:00 10 /opt/my prog\n"
                "55500000b000-55500000c000 rw-p 0000b000 fe:00 10 /opt/my prog\n"
                "55500000c000-555000010000 rw-p 00000000 00:00 0 \n"
                "555000800000-555000821000 rw-p 00000000 00:00 0 [heap]\n"
                "7f0000000000-7f0000010000 r--p 00000000 fe:00 20 /lib/libz.so.1\n"
                "7f0000010000-7f0000020000 r-xp 00010000 fe:00 20 /lib/libz.so.1\n"
                "7f0000020000-7f0000021000 ---p 00020000 fe:00 20 /lib/libz.so.1\n"
                "7f0000021000-7f0000022000 rw-p 00020000 fe:00 20 /lib/libz.so.1\n"
                "7f0000022000-7f0000023000 rw-p 00000000 00:00 0 \n"
                "7f0000100000-7f0000101000 r--p 00000000 fe:00 30 /lib/ld-linux-x86-64.so.2\n"
                "7f0000101000-7f0000120000 r-xp 00001000 fe:00 30 /lib/ld-linux-x86-64.so.2\n",
                "555000000000 program-rodata likely my prog\n"
                "555000002000 program-code likely my prog\n"
                "555000008000 program-rodata likely my prog\n"
                "55500000a000 program-relro likely my prog\n"
                "55500000b000 program-data likely my prog\n"
                "55500000c000 program-bss likely my prog\n"
                "555000800000 heap certain\n"
                "7f0000000000 library-rodata likely libz.so.1\n"
                "7f0000010000 library-code likely libz.so.1\n"
                "7f0000020000 reserved/image-gap likely libz.so.1\n"
                "7f0000021000 library-data likely libz.so.1\n"
                "7f0000022000 library-bss guess libz.so.1\n"
                "7f0000100000 library-rodata/loader-rodata likely ld-linux-x86-64.so.2\n"
                "7f0000101000 library-code/loader-code likely ld-linux-x86-64.so.2\n");
}

/* A library that is mapped as data, a file with a library's name, and memory behind a library
 * that is larger than all of it. */
static void
test_not_loaded (void)
{
  assert_named ("7f0000000000-7f0000004000 r--p 00000000 fe:00 20 /lib/libz.so.1\n"
                "7f0000004000-7f0000005000 r--p 00000000 fe:00 21 /tmp/libfake.so.6\n"
                "7f0000010000-7f0000012000 r-xp 00000000 fe:00 20 /lib/libz.so.1\n"
                "7f0000012000-7f0000013000 rw-p 00002000 fe:00 20 /lib/libz.so.1\n"
                "7f0000013000-7f0000113000 rw-p 00000000 00:00 0 \n"
                "7f0000200000-7f0000202000 r-xp 00004000 fe:00 22 /tmp/data.bin\n",
                "7f0000000000 file-private likely libz.so.1\n"
                "7f0000004000 file-private likely libfake.so.6\n"
                "7f0000010000 library-code likely libz.so.1\n"
                "7f0000012000 library-data likely libz.so.1\n"
                "7f0000013000 anonymous likely\n"
                "7f0000200000 file-private likely data.bin\n");
}

static void
test_unnamed (void)
{
  assert_named ("7f0000000000-7f0000021000 rw-p 00000000 00:00 0 \n"
                "7f0000021000-7f0004000000 ---p 00000000 00:00 0 \n"
                "7f0005000000-7f0005001000 ---p 00000000 00:00 0 \n"
                "7f0005001000-7f0005801000 rw-p 00000000 00:00 0 \n"
                "7f0006000000-7f0006001000 ---p 00000000 00:00 0 \n"
                "7f0007000000-7f0017000000 ---p 00000000 00:00 0 \n"
                "7f0018000000-7f0018001000 rwxp 00000000 00:00 0 \n"
                "7f0019000000-7f0019001000 r--p 00000000 00:00 0 \n",
                "7f0000000000 malloc-arena likely\n"
                "7f0000021000 reserved/arena-reserve likely\n"
                "7f0005000000 guard/stack-guard likely\n"
                "7f0005001000 thread-stack guess\n"
                "7f0006000000 guard likely\n"
                "7f0007000000 reserved likely\n"
                "7f0018000000 jit-code likely\n"
                "7f0019000000 anonymous likely\n");
}

/* A piece of a reservation that happens to start on an arena's boundary is no arena. */
static void
test_not_an_arena (void)
{
  assert_named ("7f0000000000-7f0000021000 rw-p 00000000 00:00 0 \n"
                "7f0000021000-7f0004100000 ---p 00000000 00:00 0 \n",
                "7f0000000000 anonymous likely\n"
                "7f0000021000 reserved likely\n");
}

/* 32-bit: arenas are 1 MiB (malloc/arena.c). */
static void
test_32_bit (void)
{
  assert_named ("08048000-08049000 r-xp 00000000 fe:00 7 /bin/old\n"
                "f6300000-f63aa000 rw-p 00000000 00:00 0 \n"
                "f63aa000-f6400000 ---p 00000000 00:00 0 \n",
                "8048000 program-code likely old\n"
                "f6300000 malloc-arena guess\n"
                "f63aa000 reserved/arena-reserve likely\n");
}

/* Names that imitate others are what they are: files. */
static void
test_hostile_names (void)
{
  assert_named ("7f0000000000-7f0000001000 r--p 00000000 fe:00 1 /tmp/[heap]\n"
                "7f0000001000-7f0000002000 r--p 00000000 fe:00 2 /tmp/[stack]\n"
                "7f0000002000-7f0000003000 rw-s 00000000 fe:00 3 /tmp/x (deleted)\n"
                "7f0000003000-7f0000004000 rw-s 00000000 fe:00 4 /tmp/x (deleted) (deleted)\n"
                "7f0000004000-7f0000005000 r--p 00000000 fe:00 5 /tmp/dev/zero\n"
                "7f0000005000-7f0000006000 rw-s 00000000 00:01 6 /memfd:[stack] (deleted)\n"
                "7f0000006000-7f0000007000 r--p 00000000 fe:00 7 /tmp/[anon:fake]\n"
                "7f0000007000-7f0000008000 r--p 00000000 fe:00 8 /\n"
                "7f0000008000-7f0000009000 rw-s 00000000 00:01 9 /memfd: (deleted)\n",
                "7f0000000000 file-private likely [heap]\n"
                "7f0000001000 file-private likely [stack]\n"
                "7f0000002000 file-shared likely x\n"
                "7f0000003000 file-shared likely x (deleted)\n"
                "7f0000004000 file-private likely zero\n"
                "7f0000005000 shared-memory/memfd certain [stack]\n"
                "7f0000006000 file-private likely [anon:fake]\n"
                "7f0000007000 file-private likely /\n"
                "7f0000008000 shared-memory/memfd certain memfd:\n");
}

/* The same memory once to be written, once to be run; another file of the same name is not part of
 * it. */
static void
test_twins (void)
{
  assert_named ("7f0000000000-7f0000001000 rw-s 00000000 00:01 1 /memfd:cache (deleted)\n"
                "7f0000001000-7f0000002000 r-xs 00000000 00:01 1 /memfd:cache (deleted)\n"
                "7f0000002000-7f0000003000 rw-s 00000000 00:01 2 /memfd:cache (deleted)\n",
                "7f0000000000 jit-code/code-twin likely cache\n"
                "7f0000001000 jit-code/memfd likely cache\n"
                "7f0000002000 shared-memory/memfd certain cache\n");
}

/* Every region of every text has a kind and a sentence of evidence. */
static void
test_total (void)
{
  const char *fixtures = g_getenv ("VAS_FIXTURES");
  g_autofree char *path = g_build_filename (fixtures, "tutorial-cat.maps", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_autoptr (Classified) classified = classified_new (text, length, NULL);
  for (gsize i = 0; i < classified->naming->n_regions; i++)
    {
      const VasVerdict *verdict = vas_naming_get_verdict (classified->naming,
                                                          &classified->reading->regions[i]);
      g_assert_cmpuint (verdict->kind, <, VAS_N_KINDS);
      g_assert_cmpuint (verdict->confidence, <, VAS_N_CONFIDENCES);
      g_assert_cmpuint (verdict->evidence, !=, 0);
      g_assert_cmpuint (verdict->evidence, <,
                        vas_strings_get_count (classified->reading->strings));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classify/kernel-names", test_kernel_names);
  g_test_add_func ("/classify/given-names", test_given_names);
  g_test_add_func ("/classify/shared-and-devices", test_shared_and_devices);
  g_test_add_func ("/classify/program-and-library", test_program_and_library);
  g_test_add_func ("/classify/not-loaded", test_not_loaded);
  g_test_add_func ("/classify/unnamed", test_unnamed);
  g_test_add_func ("/classify/not-an-arena", test_not_an_arena);
  g_test_add_func ("/classify/32-bit", test_32_bit);
  g_test_add_func ("/classify/hostile-names", test_hostile_names);
  g_test_add_func ("/classify/twins", test_twins);
  g_test_add_func ("/classify/total", test_total);
  return g_test_run ();
}
