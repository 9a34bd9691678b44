/* Threads: the forms of task/TID/syscall, and the threads of this very test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-threads.h"

#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void
test_stack_pointer (void)
{
  static const struct
  {
    const char *text;
    guint64 pointer;
  } cases[] = {
    { "230 0x0 0x0 0x7ffee5490cd0 0x0 0x0 0x0 0x7ffee5490c98 0x7fe2e3d0d503\n", 0x7ffee5490c98 },
    { "-1 0x7fff0000 0x400123\n", 0x7fff0000 },
    { "-1 0xffffd6b0 0xf7f1d559", 0xffffd6b0 },
    { "running\n", 0 },
    { "0x0\n", 0 },
    { "", 0 },
    { "-1\n", 0 },
    { "-1 0x1\n", 0 },
    { "7 0x7fff0000 0x400123\n", 0 },
    { "230 0x0 0x0 0x0 0x0 0x0 0x7ffee5490c98 0x7fe2e3d0d503\n", 0 },
    { "230 0x0 0x0 0x0 0x0 0x0 0x0 0x10000000000000000 0x1\n", 0 },
    { "230 0x0 0x0 0x0 0x0 0x0 0x0 stack 0x1\n", 0 },
    { "-1 0x1 0x2 0x3 0x4 0x5 0x6 0x7 0x8 0x9\n", 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (
        vas_syscall_parse_stack_pointer (cases[i].text, strlen (cases[i].text)), ==,
        cases[i].pointer);
}

/* A thread that waits in a system call, with its id and the address of a variable on its stack. */
typedef struct
{
  int wake;
  int tell;
} Channel;

typedef struct
{
  gint32 tid;
  guint64 on_stack;
} Told;

static gpointer
wait_thread (gpointer pointer)
{
  Channel *channel = pointer;
  char byte;
  Told told = { syscall (SYS_gettid), (guintptr) &byte };
  pthread_setname_np (pthread_self (), "odd ) name");
  g_assert_cmpint (write (channel->tell, &told, sizeof told), ==, sizeof told);
  g_assert_cmpint (read (channel->wake, &byte, 1), ==, 1);
  return NULL;
}

static const VasThread *
find_thread (const VasThread *threads, guint n, gint32 tid)
{
  for (guint i = 0; i < n; i++)
    if (threads[i].tid == tid)
      return &threads[i];
  return NULL;
}

static void
free_threads (VasThread *threads, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (threads[i].name);
  g_free (threads);
}

/* The thread is on its way into read() when it has told us, so the state of its stack pointer is
 * the kernel's to say; its id, its name and the order of the list are certain. */
static void
test_own_threads (void)
{
  int wake[2], tell[2];
  g_assert_cmpint (pipe (wake), ==, 0);
  g_assert_cmpint (pipe (tell), ==, 0);
  Channel channel = { wake[0], tell[1] };
  GThread *thread = g_thread_new ("waits", wait_thread, &channel);
  Told told;
  g_assert_cmpint (read (tell[0], &told, sizeof told), ==, sizeof told);

  int directory = open ("/proc/self", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  guint n;
  VasThread *threads = vas_threads_read (directory, NULL, &n);
  const VasThread *other = find_thread (threads, n, told.tid);
  g_assert_nonnull (find_thread (threads, n, getpid ()));
  g_assert_nonnull (other);
  g_assert_cmpstr (other->name, ==, "odd ) name");
  if (other->stack_pointer != 0)
    {
      g_assert_cmpuint (other->stack_pointer, <=, told.on_stack);
      g_assert_cmpuint (told.on_stack - other->stack_pointer, <, 64 * 1024);
    }
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (threads[i - 1].tid, <, threads[i].tid);
  free_threads (threads, n);
  close (directory);

  g_assert_cmpint (write (wake[1], "x", 1), ==, 1);
  g_thread_join (thread);
  for (guint i = 0; i < 2; i++)
    {
      close (wake[i]);
      close (tell[i]);
    }
}

static void
test_no_threads (void)
{
  int directory = open ("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  guint n = 7;
  g_assert_null (vas_threads_read (directory, NULL, &n));
  g_assert_cmpuint (n, ==, 0);
  close (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/threads/stack-pointer", test_stack_pointer);
  g_test_add_func ("/threads/own", test_own_threads);
  g_test_add_func ("/threads/none", test_no_threads);
  return g_test_run ();
}
