/* Reads the text of /proc/PID/stat, statm, status and limits. Pure: bytes in, numbers out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc-stat.h"

#include <string.h>

enum
{
  FIELD_FLAGS = 9,
  FIELD_THREADS = 20,
  FIELD_START_TIME = 22,
  LAST_FIELD = 52,

  PF_KTHREAD = 0x00200000, /* include/linux/sched.h */
};

/* A reading position in text that need not end in a NUL. */
typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static void
skip_blanks (Cursor *cursor)
{
  while (cursor->at < cursor->end && (*cursor->at == ' ' || *cursor->at == '\t'))
    cursor->at++;
}

/* One decimal number, perhaps negative (it wraps, as the kernel's own unsigned fields do); a number
 * beyond 64 bits is refused. */
static gboolean
read_number (Cursor *cursor, guint64 *number)
{
  skip_blanks (cursor);
  gboolean negative = cursor->at < cursor->end && *cursor->at == '-';
  cursor->at += negative;
  const char *first = cursor->at;
  guint64 value = 0;
  for (; cursor->at < cursor->end && g_ascii_isdigit (*cursor->at); cursor->at++)
    if (!g_uint64_checked_mul (&value, value, 10)
        || !g_uint64_checked_add (&value, value, *cursor->at - '0'))
      return FALSE;
  *number = negative ? -value : value;
  return cursor->at > first;
}

/* Puts the cursor behind @key at the start of a line. */
static gboolean
find_line (const char *text, gsize length, const char *key, Cursor *cursor)
{
  gsize key_length = strlen (key);
  const char *end = text + length;
  for (const char *line = text; line < end;)
    {
      const char *stop = memchr (line, '\n', end - line);
      if (stop == NULL)
        stop = end;
      if ((gsize) (stop - line) >= key_length && memcmp (line, key, key_length) == 0)
        {
          *cursor = (Cursor) { line + key_length, stop };
          return TRUE;
        }
      line = stop + 1;
    }
  return FALSE;
}

static guint64
find_number (const char *text, gsize length, const char *key)
{
  Cursor cursor;
  guint64 number;
  return find_line (text, length, key, &cursor) && read_number (&cursor, &number) ? number : 0;
}

static void
keep_field (VasProcStat *stat, guint field, guint64 value)
{
  static const struct
  {
    guint8 field;
    guint16 offset;
  } kept[] = {
    { FIELD_START_TIME, G_STRUCT_OFFSET (VasProcStat, start_time) },
    { 23, G_STRUCT_OFFSET (VasProcStat, mapped) },
    { 24, G_STRUCT_OFFSET (VasProcStat, resident) },
    { 26, G_STRUCT_OFFSET (VasProcStat, start_code) },
    { 27, G_STRUCT_OFFSET (VasProcStat, end_code) },
    { 28, G_STRUCT_OFFSET (VasProcStat, start_stack) },
    { 45, G_STRUCT_OFFSET (VasProcStat, start_data) },
    { 46, G_STRUCT_OFFSET (VasProcStat, end_data) },
    { 47, G_STRUCT_OFFSET (VasProcStat, start_brk) },
    { 48, G_STRUCT_OFFSET (VasProcStat, arg_start) },
    { 49, G_STRUCT_OFFSET (VasProcStat, arg_end) },
    { 50, G_STRUCT_OFFSET (VasProcStat, env_start) },
    { 51, G_STRUCT_OFFSET (VasProcStat, env_end) },
  };
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (kept[i].field == field)
      G_STRUCT_MEMBER (guint64, stat, kept[i].offset) = value;
  if (field == FIELD_FLAGS)
    stat->flags = value;
  else if (field == FIELD_THREADS)
    stat->n_threads = value;
}

gboolean
vas_proc_stat_parse (const char *text, gsize length, VasProcStat *stat)
{
  *stat = (VasProcStat) { 0 };
  Cursor cursor = { text, text + length };
  guint64 number;
  const char *open = memchr (text, '(', length), *close = memrchr (text, ')', length);
  if (open == NULL || close == NULL || close < open || !read_number (&cursor, &number)
      || number > G_MAXINT32)
    return FALSE;
  stat->pid = number;
  memcpy (stat->name, open + 1, MIN ((gsize) (close - open - 1), sizeof stat->name - 1));

  cursor.at = close + 1;
  skip_blanks (&cursor);
  if (cursor.at == cursor.end || !g_ascii_isalpha (*cursor.at))
    return FALSE;
  stat->state = *cursor.at++;
  guint field = 4;
  for (; field < LAST_FIELD && read_number (&cursor, &number); field++)
    keep_field (stat, field, number);
  return field > FIELD_START_TIME;
}

gboolean
vas_proc_stat_is_kernel_thread (const VasProcStat *stat)
{
  return (stat->flags & PF_KTHREAD) != 0;
}

gboolean
vas_proc_stat_has_ended (const VasProcStat *stat)
{
  return stat->state == 'Z' || stat->state == 'X' || stat->state == 'x';
}

gboolean
vas_proc_statm_parse (const char *text, gsize length, VasProcMemory *memory)
{
  Cursor cursor = { text, text + length };
  return read_number (&cursor, &memory->mapped) && read_number (&cursor, &memory->resident);
}

void
vas_proc_status_parse (const char *text, gsize length, VasProcStatus *status)
{
  *status = (VasProcStatus) { 0 };
  Cursor cursor;
  guint64 uid;
  if (find_line (text, length, "Uid:", &cursor) && read_number (&cursor, &uid)
      && uid <= G_MAXUINT32)
    {
      status->has_uid = TRUE;
      status->uid = uid;
    }
  status->n_threads = MIN (find_number (text, length, "Threads:"), G_MAXUINT);
  status->is_kernel_thread = find_number (text, length, "Kthread:") == 1;
}

guint64
vas_proc_limits_parse_stack (const char *text, gsize length)
{
  Cursor cursor;
  guint64 limit;
  if (!find_line (text, length, "Max stack size", &cursor))
    return 0;
  skip_blanks (&cursor);
  if ((gsize) (cursor.end - cursor.at) >= strlen ("unlimited")
      && memcmp (cursor.at, "unlimited", strlen ("unlimited")) == 0)
    return G_MAXUINT64;
  return read_number (&cursor, &limit) ? limit : 0;
}
