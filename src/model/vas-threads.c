/* Reads the threads of a process: who they are and where their stacks are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-threads.h"

#include <string.h>

#include "vas-proc-files.h"

enum
{
  COMM_BYTES = 256,     /* TASK_COMM_LEN is 16, workqueue threads print up to 64 */
  SYSCALL_BYTES = 512,
  SYSCALL_WORDS = 9,    /* number, six arguments, stack pointer, instruction pointer */
};

guint64
vas_syscall_parse_stack_pointer (const char *text, gsize length)
{
  g_autofree char *line = g_strndup (text, length);
  g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", SYSCALL_WORDS + 1);
  guint n = g_strv_length (words);
  gboolean outside = n == 3 && strcmp (words[0], "-1") == 0;
  guint64 pointer = 0;
  if ((outside || n == SYSCALL_WORDS) && g_str_has_prefix (words[n - 2], "0x"))
    g_ascii_string_to_unsigned (words[n - 2] + 2, 16, 0, G_MAXUINT64, &pointer, NULL);
  return pointer;
}

static gboolean
read_thread (int directory, gint32 tid, VasThread *thread)
{
  char path[64];
  gsize length;
  g_snprintf (path, sizeof path, "task/%d/comm", tid);
  g_autofree char *comm = vas_proc_file_read (directory, path, COMM_BYTES, &length);
  if (comm == NULL)
    return FALSE;
  if (length > 0 && comm[length - 1] == '\n')
    comm[length - 1] = '\0';

  g_snprintf (path, sizeof path, "task/%d/syscall", tid);
  g_autofree char *syscall = vas_proc_file_read (directory, path, SYSCALL_BYTES, &length);
  *thread = (VasThread) { .tid = tid, .name = g_steal_pointer (&comm) };
  if (syscall != NULL)
    thread->stack_pointer = vas_syscall_parse_stack_pointer (syscall, length);
  return TRUE;
}

VasThread *
vas_threads_read (int directory, GCancellable *cancellable, guint *n)
{
  *n = 0;
  g_autoptr (GArray) tids = vas_proc_ids_list (directory, "task");
  if (tids == NULL || tids->len == 0)
    return NULL;
  VasThread *threads = g_new0 (VasThread, tids->len);
  for (guint i = 0; i < tids->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (read_thread (directory, g_array_index (tids, gint32, i), &threads[*n]))
      ++*n;
  return threads;
}
