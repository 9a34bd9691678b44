/* What a whole snapshot of a process costs, beside the least: reading its maps and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <unistd.h>

#include "measure.h"
#include "target.h"
#include "vas-allocation.h"
#include "vas-proc.h"
#include "vas-source.h"

enum
{
  BUFFER_BYTES = 65536,
  ROUNDS = 11,
};

typedef struct
{
  int pid;
  char *path;
  char *buffer;
  VasSource *source;
} Bench;

static void
read_bare (gpointer user_data)
{
  Bench *bench = user_data;
  int descriptor = open (bench->path, O_RDONLY | O_CLOEXEC);
  while (read (descriptor, bench->buffer, BUFFER_BYTES) > 0)
    continue;
  close (descriptor);
}

/* Level 0: the regions and what their lines tell of them. */
static void
read_and_classify (gpointer user_data)
{
  const Bench *bench = user_data;
  g_autoptr (VasProc) proc = vas_proc_open ("/proc", bench->pid, 0, NULL);
  VasReading *reading = vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, NULL);
  g_autoptr (VasSnapshot) snapshot = vas_snapshot_new ("sample", 0, reading, NULL);
  g_assert_cmpuint (vas_snapshot_get_n_regions (snapshot), >, 0);
}

/* As the window and the exports read: threads, ELF headers and all other evidence too. */
static void
read_with_facts (gpointer user_data)
{
  const Bench *bench = user_data;
  g_autoptr (VasSnapshot) snapshot
      = vas_source_read (bench->source, VAS_READ_MAPS, NULL, NULL, NULL);
  g_assert_nonnull (snapshot);
}

static void
bench_target (guint64 n, const char *word)
{
  static const struct
  {
    const char *what;
    MeasuredFunc func;
  } rows[] = {
    { "read, parse and classify", read_and_classify },
    { "the same with all evidence", read_with_facts },
  };
  g_autoptr (Target) target = target_start (n, word);
  Bench bench = {
    .pid = target->pid,
    .path = g_strdup_printf ("/proc/%d/maps", target->pid),
    .buffer = g_malloc (BUFFER_BYTES),
    .source = vas_source_new_for_process (NULL, target->pid, 0),
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Comparison cpu = measure_compare (read_bare, rows[i].func, &bench, ROUNDS);
      Comparison wall = measure_compare_wall (read_bare, rows[i].func, &bench, ROUNDS);
      g_print ("%s, %" G_GUINT64_FORMAT " mappings, %s: %.1f ms of CPU and %.1f ms of time, "
               "%.2f and %.2f times a bare read\n",
               rows[i].what, target->n_mappings, word != NULL ? word : "half of files", cpu.other,
               wall.other, cpu.ratio, wall.ratio);
    }
  vas_source_unref (bench.source);
  g_free (bench.path);
  g_free (bench.buffer);
}

int
main (void)
{
  vas_allocation_keep_for_readings (); /* as the program does */
  static const char *const words[] = { NULL, "anon", "files" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      bench_target (1000, words[i]);
      bench_target (65000, words[i]);
    }
  bench_target (1000000, NULL);
  return 0;
}
