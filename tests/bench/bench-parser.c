/* How fast maps and smaps text is parsed, beside the least that must be done with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "measure.h"
#include "target.h"
#include "vas-maps-parser.h"

enum
{
  N_FILES = 64,
  BUFFER_BYTES = 65536,
  ROUNDS = 9,
};

static void
append_header (GString *text, guint i, gboolean anonymous)
{
  guint64 start = G_GUINT64_CONSTANT (0x7f0000000000) + (guint64) i * 8192;
  gsize line = text->len;
  g_string_append_printf (text, "%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x %s 00000000 ",
                          start, start + 4096, i % 4 < 2 ? "rw-p" : "r--p");
  if (anonymous)
    {
      g_string_append (text, "00:00 0 \n");
      return;
    }
  g_string_append_printf (text, "fe:00 %u", 1700000 + i / 2 % N_FILES);
  while (text->len - line < 73)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "/usr/lib/x86_64-linux-gnu/a-folder-of-some-package/another-folder/"
                                "and-a-library-in-it-%02u.so.1.2.3\n", i / 2 % N_FILES);
}

/* The fields as Linux 6.18 prints them, most of them zero. */
static void
append_fields (GString *text, guint i)
{
  static const char *const zeros[] = {
    "Pss_Dirty", "Shared_Clean", "Shared_Dirty", "Private_Clean", "Private_Dirty", "Referenced",
    "Anonymous", "KSM", "LazyFree", "AnonHugePages", "ShmemPmdMapped", "FilePmdMapped",
    "Shared_Hugetlb", "Private_Hugetlb", "Swap", "SwapPss", "Locked",
  };
  static const char *const constants[] = { "Size", "KernelPageSize", "MMUPageSize" };
  for (guint k = 0; k < G_N_ELEMENTS (constants); k++)
    g_string_append_printf (text, "%s:%*u kB\n", constants[k], 22 - (int) strlen (constants[k]), 4);
  g_string_append_printf (text, "Rss:           %8u kB\nPss:           %8u kB\n", i % 5 * 4, i % 3);
  for (guint k = 0; k < G_N_ELEMENTS (zeros); k++)
    g_string_append_printf (text, "%s:%*u kB\n", zeros[k], 22 - (int) strlen (zeros[k]), 0);
  g_string_append (text, "THPeligible:           0\n");
  g_string_append (text, i % 4 < 2 ? "VmFlags: rd wr mr mw me ac \n" : "VmFlags: rd mr mw me \n");
}

static GString *
make_text (guint n, gboolean all_anonymous, gboolean with_fields)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      append_header (text, i, all_anonymous || i % 2 == 1);
      if (with_fields)
        append_fields (text, i);
    }
  return text;
}

/* The least: looking at every byte for the ends of lines. */
static void
count_lines (gpointer user_data)
{
  const GString *text = user_data;
  const char *at = text->str, *end = at + text->len;
  volatile gsize n = 0;
  while ((at = memchr (at, '\n', (gsize) (end - at))) != NULL)
    {
      at++;
      n = n + 1;
    }
}

static void
parse_text (gpointer user_data)
{
  const GString *text = user_data;
  g_autoptr (VasReading) reading = vas_maps_parse (text->str, text->len, VAS_MAPS_LIVE);
  g_assert_cmpuint (reading->n_regions, >, 0);
}

static void
bench_text (const char *what, guint n, gboolean all_anonymous, gboolean with_fields)
{
  g_autoptr (GString) text = make_text (n, all_anonymous, with_fields);
  Comparison result = measure_compare (count_lines, parse_text, text, ROUNDS);
  g_print ("parse %u regions, %s: %.0f ns a region, %.0f MB/s, %.1f times a pass of memchr\n",
           n, what, result.other * 1e6 / n, (double) text->len / 1e3 / result.other, result.ratio);
}

static gsize
get_resident_bytes (void)
{
  gsize size = 0, resident = 0;
  FILE *file = fopen ("/proc/self/statm", "re");
  g_assert_cmpint (fscanf (file, "%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, &size, &resident), ==, 2);
  fclose (file);
  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

static void
bench_memory (const char *what, guint n, gboolean with_fields)
{
  g_autoptr (GString) text = make_text (n, FALSE, with_fields);
  malloc_trim (0); /* what earlier rows left must not be reused unseen */
  gsize before = get_resident_bytes ();
  g_autoptr (VasReading) reading = vas_maps_parse (text->str, text->len, VAS_MAPS_LIVE);
  g_print ("keep %u regions, %s: %.0f bytes a region\n", n, what,
           (double) (get_resident_bytes () - before) / (double) reading->n_regions);
}

typedef struct
{
  char *path;
  char *buffer;
} Live;

static void
read_live (gpointer user_data)
{
  Live *live = user_data;
  int descriptor = open (live->path, O_RDONLY | O_CLOEXEC);
  while (read (descriptor, live->buffer, BUFFER_BYTES) > 0)
    continue;
  close (descriptor);
}

static void
parse_live (gpointer user_data)
{
  Live *live = user_data;
  VasMapsParser *parser = vas_maps_parser_new (VAS_MAPS_LIVE);
  int descriptor = open (live->path, O_RDONLY | O_CLOEXEC);
  gssize length;
  while ((length = read (descriptor, live->buffer, BUFFER_BYTES)) > 0)
    vas_maps_parser_feed (parser, live->buffer, (gsize) length);
  close (descriptor);
  g_autoptr (VasReading) reading = vas_maps_parser_finish (parser);
  g_assert_cmpuint (reading->n_regions, >, 0);
}

static void
bench_live (const char *file, guint64 n, const char *word)
{
  g_autoptr (Target) target = target_start (n, word);
  Live live = { g_strdup_printf ("/proc/%d/%s", target->pid, file), g_malloc (BUFFER_BYTES) };
  Comparison result = measure_compare (read_live, parse_live, &live, ROUNDS);
  g_print ("read and parse %s of %" G_GUINT64_FORMAT " mappings, %s: %.1f ms, "
           "%.2f times a bare read\n",
           file, target->n_mappings, word != NULL ? word : "half of files", result.other,
           result.ratio);
  g_free (live.path);
  g_free (live.buffer);
}

int
main (void)
{
  bench_text ("half of files", 65000, FALSE, FALSE);
  bench_text ("anonymous", 65000, TRUE, FALSE);
  bench_text ("half of files", 1000000, FALSE, FALSE);
  bench_text ("with smaps", 65000, FALSE, TRUE);
  bench_memory ("half of files", 1000000, FALSE);
  bench_memory ("with smaps", 300000, TRUE);
  bench_live ("maps", 1000, NULL);
  bench_live ("maps", 65000, NULL);
  bench_live ("maps", 65000, "anon");
  bench_live ("smaps", 65000, NULL);
  return 0;
}
