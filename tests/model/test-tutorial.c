/* What the tutorial on /proc/PID/maps says of its listing, the program says too.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-parser.h"
#include "vas-words.h"

#include <string.h>

/* The statements name regions by the start address of their line. */
static const struct
{
  guint64 start;
  const char *perms;
  const char *kind;
  const char *object;
} listing[] = {
  /* The program: constants, code, constants, RELRO, data; then its heap. */
  { 0x559b8c418000, "r--p", "program-rodata", "cat" },
  { 0x559b8c41a000, "r-xp", "program-code", "cat" },
  { 0x559b8c41f000, "r--p", "program-rodata", "cat" },
  { 0x559b8c422000, "r--p", "program-relro", "cat" },
  { 0x559b8c423000, "rw-p", "program-data", "cat" },
  { 0x559b8c5d1000, "rw-p", "heap", "[heap]" },
  { 0x7faa72001000, "rw-p", "anonymous", "private memory" },
  /* Constants of the language, as mapped files. */
  { 0x7faa72023000, "r--p", "file-private", "LC_CTYPE" },
  { 0x7faa721cf000, "r--p", "file-private", "locale-archive" },
  /* One library in six lines, and the zeroed data behind it. */
  { 0x7faa724b5000, "r--p", "library-rodata", "libc-2.31.so" },
  { 0x7faa724da000, "r-xp", "library-code", "libc-2.31.so" },
  { 0x7faa72652000, "r--p", "library-rodata", "libc-2.31.so" },
  { 0x7faa7269c000, "---p", "reserved", "libc-2.31.so" },
  { 0x7faa7269d000, "r--p", "library-relro", "libc-2.31.so" },
  { 0x7faa726a0000, "rw-p", "library-data", "libc-2.31.so" },
  { 0x7faa726a3000, "rw-p", "library-bss", "libc-2.31.so" },
  { 0x7faa726ab000, "r--s", "file-shared", "gconv-modules.cache" },
  /* The loader, with a locale file in its hole, and its zeroed data. */
  { 0x7faa726b2000, "r--p", "library-rodata", "ld-2.31.so" },
  { 0x7faa726b3000, "r-xp", "library-code", "ld-2.31.so" },
  { 0x7faa726e0000, "rw-p", "library-data", "ld-2.31.so" },
  { 0x7faa726e1000, "rw-p", "library-bss", "ld-2.31.so" },
  { 0x7ffeb2f53000, "rw-p", "main-stack", "[stack]" },
  { 0x7ffeb2f99000, "r--p", "vvar", "[vvar]" },
  { 0x7ffeb2f9d000, "r-xp", "vdso", "[vdso]" },
};

static char *
read_listing (gsize *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), "tutorial-cat.maps", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static VasSnapshot *
open_listing (void)
{
  gsize length;
  g_autofree char *text = read_listing (&length);
  return vas_snapshot_new ("cat", 0, vas_maps_parse (text, length, VAS_MAPS_SAVED), NULL);
}

static gsize
find (const VasSnapshot *snapshot, guint64 address)
{
  gssize found = vas_regions_find (snapshot->reading->regions,
                                   vas_snapshot_get_n_regions (snapshot), address);
  g_assert_cmpint (found, >=, 0);
  return found;
}

static char *
explain (const VasSnapshot *snapshot, guint64 address)
{
  return vas_words_explain (snapshot, vas_snapshot_get_verdict (snapshot, find (snapshot, address)));
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” does not say “%s”", text, words);
}

static void
test_kinds (void)
{
  g_autoptr (VasSnapshot) snapshot = open_listing ();
  g_assert_cmpuint (vas_snapshot_get_n_regions (snapshot), ==, 37);
  g_assert_cmpuint (snapshot->reading->n_rejected, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (listing); i++)
    {
      gsize region = find (snapshot, listing[i].start);
      char perms[VAS_PERMS_BYTES];
      vas_perms_print (vas_snapshot_get_region (snapshot, region)->perms, perms);
      VasKind kind = vas_snapshot_get_verdict (snapshot, region)->kind;
      g_autofree char *object
          = vas_words_object (snapshot, region);
      g_test_message ("%" G_GINT64_MODIFIER "x", listing[i].start);
      g_assert_cmpuint (vas_snapshot_get_region (snapshot, region)->start, ==, listing[i].start);
      g_assert_cmpstr (perms, ==, listing[i].perms);
      g_assert_cmpstr (vas_kind_get_id (kind), ==, listing[i].kind);
      g_assert_cmpstr (object, ==, listing[i].object);
    }
}

/* Idea 1: the addresses are those of the user half. Idea 2: code and data, then the heap, then
 * libraries, then the stack, each one block or a few. */
static void
test_layout (void)
{
  g_autoptr (VasSnapshot) snapshot = open_listing ();
  static const char *const areas[] = { "Program and heap", "Libraries and mappings", "Stack" };
  g_assert_cmpuint (snapshot->grouping->n_areas, ==, G_N_ELEMENTS (areas));
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autofree char *label = vas_words_area (snapshot, i);
      g_assert_cmpstr (label, ==, areas[i]);
    }
  const VasRegion *last = vas_snapshot_get_region (snapshot, 36);
  g_assert_cmpuint (last->end, <, G_GUINT64_CONSTANT (1) << 47);

  VasObject libc = vas_snapshot_get_object (snapshot, find (snapshot, 0x7faa724da000));
  VasObject loader = vas_snapshot_get_object (snapshot, find (snapshot, 0x7faa726b3000));
  g_assert_cmpuint (libc.n_regions, ==, 7);
  g_assert_cmpuint (loader.n_regions, ==, 7);
}

/* Idea 2 and the notes beside the listing, as sentences. */
static void
test_explanations (void)
{
  static const struct { guint64 start; const char *words; } sentences[] = {
    { 0x559b8c418000, "Constants of the program" },
    { 0x559b8c41a000, "The program's own instructions" },
    { 0x559b8c423000, "Global variables of the program that start with a value" },
    { 0x559b8c5d1000, "memory that the program asks for while it runs" },
    { 0x7faa72023000, "language and country" },
    { 0x7faa724da000, "Instructions of libc-2.31.so, a shared library" },
    { 0x7faa726a3000, "start as zero (.bss)" },
    { 0x7ffeb2f53000, "local variables and return addresses" },
    { 0x7ffeb2f53000, "grows downwards" },
    { 0x7ffeb2f99000, "the kernel keeps them up to date" },
    { 0x7ffeb2f9d000, "from the kernel itself" },
  };
  g_autoptr (VasSnapshot) snapshot = open_listing ();
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *text = explain (snapshot, sentences[i].start);
      assert_says (text, sentences[i].words);
    }
}

/* Idea 3, exact where the tutorial simplifies: no letter implies another, and `s` says how the
 * mapping was made, not that somebody else has it. */
static void
test_permissions (void)
{
  static const struct { guint perms; const char *words; } letters[] = {
    { VAS_PERM_READ, "may be read, not changed or run as code; private to this process" },
    { VAS_PERM_READ | VAS_PERM_EXEC,
      "may be read and run as code, not changed; private to this process" },
    { VAS_PERM_READ | VAS_PERM_WRITE,
      "may be read and changed, not run as code; changes stay private to this process" },
    { VAS_PERM_READ | VAS_PERM_SHARED, "may be read, not changed or run as code; mapped shared" },
    { VAS_PERM_EXEC, "may be run as code, not read or changed; private to this process" },
    { 0, "may not be touched at all; private to this process" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *words = vas_words_perms (letters[i].perms);
      g_assert_cmpstr (words, ==, letters[i].words);
    }

  g_autoptr (VasSnapshot) snapshot = open_listing ();
  guint n_shared = 0;
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    if ((vas_snapshot_get_region (snapshot, i)->perms & VAS_PERM_SHARED) != 0)
      n_shared++;
  g_assert_cmpuint (n_shared, ==, 1);
}

/* Idea 4: the six columns of a line of code, and of a line without a file. */
static void
test_columns (void)
{
  static const struct { guint64 start; VasColumn column; const char *words; } columns[] = {
    { 0x559b8c41a000, VAS_COLUMN_ADDRESS, "begins at 559b8c41a000 and holds 20 KiB" },
    { 0x559b8c41a000, VAS_COLUMN_ADDRESS, "the end, 559b8c41f000, is the first address that no" },
    { 0x559b8c41a000, VAS_COLUMN_ADDRESS, "sorted by address, from low to high" },
    { 0x559b8c41a000, VAS_COLUMN_MODE, "Here r-xp: may be read and run as code, not changed" },
    { 0x559b8c41a000, VAS_COLUMN_MODE, "a page is copied when this process first changes it" },
    { 0x559b8c41a000, VAS_COLUMN_OFFSET, "in bytes. Here 0x2000: 8.0 KiB into the file" },
    { 0x559b8c418000, VAS_COLUMN_OFFSET, "at the very start of the file" },
    { 0x559b8c41a000, VAS_COLUMN_DEVICE, "as major:minor in hexadecimal. Here 08:30." },
    { 0x559b8c41a000, VAS_COLUMN_INODE, "Here 1708." },
    { 0x559b8c41a000, VAS_COLUMN_PATH, "here /usr/bin/cat." },
    { 0x559b8c5d1000, VAS_COLUMN_OFFSET, "No file is mapped here, so the kernel prints 0" },
    { 0x559b8c5d1000, VAS_COLUMN_DEVICE, "No file is mapped here, so it is 00:00" },
    { 0x559b8c5d1000, VAS_COLUMN_INODE, "No file is mapped here, so it is 0." },
    { 0x559b8c5d1000, VAS_COLUMN_PATH, "[heap] is the kernel's own word" },
    { 0x7faa72001000, VAS_COLUMN_PATH, "Empty here: this memory has no file and no name." },
  };
  g_autoptr (VasSnapshot) snapshot = open_listing ();
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text
          = vas_words_column (snapshot, find (snapshot, columns[i].start), columns[i].column);
      assert_says (text, columns[i].words);
    }
}

/* The lines come out as they went in, but for the one space that a line without a name ends in and
 * that the printed listing lost. */
static void
test_lines (void)
{
  gsize length;
  g_autofree char *text = read_listing (&length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (VasSnapshot) snapshot = open_listing ();
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      g_autofree char *line = vas_words_kernel_line (snapshot, i);
      g_strchomp (line);
      g_assert_cmpstr (line, ==, g_strchomp (lines[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tutorial/kinds", test_kinds);
  g_test_add_func ("/tutorial/layout", test_layout);
  g_test_add_func ("/tutorial/explanations", test_explanations);
  g_test_add_func ("/tutorial/permissions", test_permissions);
  g_test_add_func ("/tutorial/columns", test_columns);
  g_test_add_func ("/tutorial/lines", test_lines);
  return g_test_run ();
}
