/* The text of stat, statm, status and limits, as kernels old and new print it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc-stat.h"

#include <string.h>

static gboolean
parse (const char *text, VasProcStat *stat)
{
  return vas_proc_stat_parse (text, strlen (text), stat);
}

static void
test_stat (void)
{
  static const char text[]
      = "12234 (sleep) T 12189 12234 12234 0 -1 4194304 78 0 0 0 0 0 0 0 30 10 1 0 534114 2990080 "
        "421 18446744073709551615 94038879100928 94038879118857 140732745191072 0 0 0 0 7 0 1 0 0 "
        "17 1 0 0 0 0 0 94038879132944 94038879134208 94039655436288 140732745195407 "
        "140732745195423 140732745195423 140732745195501 19\n";
  VasProcStat stat;
  g_assert_true (parse (text, &stat));
  g_assert_cmpint (stat.pid, ==, 12234);
  g_assert_cmpstr (stat.name, ==, "sleep");
  g_assert_cmpint (stat.state, ==, 'T');
  g_assert_cmphex (stat.flags, ==, 0x400000);
  g_assert_cmpuint (stat.n_threads, ==, 1);
  g_assert_cmpuint (stat.start_time, ==, 534114);
  g_assert_cmpuint (stat.mapped, ==, 2990080);
  g_assert_cmpuint (stat.resident, ==, 421);
  g_assert_cmphex (stat.start_code, ==, 94038879100928);
  g_assert_cmphex (stat.end_code, ==, 94038879118857);
  g_assert_cmphex (stat.start_stack, ==, 140732745191072);
  g_assert_cmphex (stat.start_data, ==, 94038879132944);
  g_assert_cmphex (stat.end_data, ==, 94038879134208);
  g_assert_cmphex (stat.start_brk, ==, 94039655436288);
  g_assert_cmphex (stat.arg_start, ==, 140732745195407);
  g_assert_cmphex (stat.arg_end, ==, 140732745195423);
  g_assert_cmphex (stat.env_start, ==, 140732745195423);
  g_assert_cmphex (stat.env_end, ==, 140732745195501);
  g_assert_false (vas_proc_stat_is_kernel_thread (&stat));
  g_assert_false (vas_proc_stat_has_ended (&stat));
}

#define AFTER_STATE " 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 3 0 777 4096 1"

/* A program may call itself anything; the real fields stand behind the last parenthesis. */
static void
test_hostile_names (void)
{
  static const char *const names[] = {
    "a) Z 1 (b", ") R 0 0 0", "(((", ")))", "", " ", "\\n\\\\", "tab\there",
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf ("5 (%s) S" AFTER_STATE, names[i]);
      VasProcStat stat;
      g_assert_true (parse (text, &stat));
      g_assert_cmpstr (stat.name, ==, names[i]);
      g_assert_cmpint (stat.state, ==, 'S');
      g_assert_cmpuint (stat.n_threads, ==, 3);
      g_assert_cmpuint (stat.start_time, ==, 777);
    }
}

static void
test_long_name_is_cut (void)
{
  g_autofree char *name = g_strnfill (500, 'n');
  g_autofree char *text = g_strdup_printf ("5 (%s) S" AFTER_STATE, name);
  VasProcStat stat;
  g_assert_true (parse (text, &stat));
  g_assert_cmpuint (strlen (stat.name), ==, sizeof stat.name - 1);
}

/* Linux 2.6.32 prints 44 fields: what came later stays unknown. */
static void
test_fewer_fields (void)
{
  VasProcStat stat;
  g_assert_true (parse ("5 (old) S" AFTER_STATE " 18446744073709551615 10 20 30", &stat));
  g_assert_cmpuint (stat.start_stack, ==, 30);
  g_assert_cmpuint (stat.end_data, ==, 0);
}

static void
test_not_stat (void)
{
  static const char *const texts[] = {
    "", "5", "5 (", "5 (x", "5 )x(", "5 (x)", "5 (x) ", "5 (x) 1", "5 (x) S 1 2 3",
    "(x) S" AFTER_STATE, "99999999999 (x) S" AFTER_STATE,
    "5 (x) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 3 0 99999999999999999999",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      VasProcStat stat;
      g_assert_false (parse (texts[i], &stat));
    }
}

static void
test_ended_and_kernel (void)
{
  VasProcStat stat;
  g_assert_true (parse ("5 (x) Z" AFTER_STATE, &stat));
  g_assert_true (vas_proc_stat_has_ended (&stat));
  g_assert_true (parse ("2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 1 0 0 20 0 1 0 25 0 0", &stat));
  g_assert_true (vas_proc_stat_is_kernel_thread (&stat));
}

static void
test_statm (void)
{
  VasProcMemory memory;
  static const char text[] = "730 421 388 5 0 108 0\n";
  g_assert_true (vas_proc_statm_parse (text, strlen (text), &memory));
  g_assert_cmpuint (memory.mapped, ==, 730);
  g_assert_cmpuint (memory.resident, ==, 421);
  g_assert_false (vas_proc_statm_parse ("730", 3, &memory));
  g_assert_false (vas_proc_statm_parse ("", 0, &memory));
}

static void
test_status (void)
{
  static const char text[] = "Name:\tUid: 7\nState:\tS (sleeping)\nUid:\t1000\t1001\t1000\t1000\n"
                             "Kthread:\t1\nThreads:\t12\n";
  VasProcStatus status;
  vas_proc_status_parse (text, strlen (text), &status);
  g_assert_true (status.has_uid);
  g_assert_cmpuint (status.uid, ==, 1000);
  g_assert_cmpuint (status.n_threads, ==, 12);
  g_assert_true (status.is_kernel_thread);

  vas_proc_status_parse ("Uid:\n", 5, &status);
  g_assert_false (status.has_uid);
  g_assert_cmpuint (status.n_threads, ==, 0);
  g_assert_false (status.is_kernel_thread);
}

static guint64
parse_stack_limit (const char *text)
{
  return vas_proc_limits_parse_stack (text, strlen (text));
}

static void
test_limits (void)
{
  g_assert_cmpuint (
      parse_stack_limit ("Limit                     Soft Limit           Hard Limit           Units\n"
                         "Max data size             unlimited            unlimited            bytes\n"
                         "Max stack size            8388608              unlimited            bytes\n"),
      ==, 8388608);
  g_assert_cmpuint (parse_stack_limit ("Max stack size            unlimited            unlimited"), ==,
                    G_MAXUINT64);
  g_assert_cmpuint (parse_stack_limit ("Max core file size 0 0 bytes\n"), ==, 0);
  g_assert_cmpuint (parse_stack_limit ("Max stack size"), ==, 0);
  g_assert_cmpuint (parse_stack_limit (""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proc-stat/stat", test_stat);
  g_test_add_func ("/proc-stat/hostile-names", test_hostile_names);
  g_test_add_func ("/proc-stat/long-name-is-cut", test_long_name_is_cut);
  g_test_add_func ("/proc-stat/fewer-fields", test_fewer_fields);
  g_test_add_func ("/proc-stat/not-stat", test_not_stat);
  g_test_add_func ("/proc-stat/ended-and-kernel", test_ended_and_kernel);
  g_test_add_func ("/proc-stat/statm", test_statm);
  g_test_add_func ("/proc-stat/status", test_status);
  g_test_add_func ("/proc-stat/limits", test_limits);
  return g_test_run ();
}
