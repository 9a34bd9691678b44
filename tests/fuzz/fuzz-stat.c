/* Any stat, status, statm, limits and syscall text is read to its end and no further.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "vas-proc-stat.h"
#include "vas-threads.h"

static void
check_stat (const char *text, gsize length)
{
  VasProcStat stat;
  if (!vas_proc_stat_parse (text, length, &stat))
    return;
  g_assert_cmpint (stat.pid, >=, 0);
  g_assert_true (g_ascii_isalpha (stat.state));
  g_assert_cmpuint (strnlen (stat.name, sizeof stat.name), <, sizeof stat.name);
  g_assert_cmpuint (strlen (stat.name), <, length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  const char *text = length > 0 ? (const char *) bytes : "";
  VasProcStatus status;
  VasProcMemory memory;
  check_stat (text, length);
  vas_proc_status_parse (text, length, &status);
  vas_proc_statm_parse (text, length, &memory);
  vas_proc_limits_parse_stack (text, length);
  vas_syscall_parse_stack_pointer (text, length);
  return 0;
}
