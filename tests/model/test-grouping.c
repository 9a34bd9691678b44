/* Objects and areas: which lines of maps are one thing, and which things are one place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-grouping.h"

#include "vas-file-table.h"
#include "vas-roles.h"
#include "vas-sentence.h"

#include <string.h>

#define KIB(n) ((guint64) (n) << 10)
#define MIB(n) ((guint64) (n) << 20)
#define GIB(n) ((guint64) (n) << 30)
#define TIB(n) ((guint64) (n) << 40)

/* A region as the classifier left it; a name with a slash is a file, its inode made up. */
typedef struct
{
  guint64 start;
  guint64 size;
  guint64 offset;
  const char *name;
  VasKind kind;
  guint role;
} Line;

typedef struct
{
  VasReading *reading;
  VasNaming *naming;
  VasGrouping *grouping;
} Picture;

static void
picture_clear (Picture *self)
{
  vas_grouping_free (self->grouping);
  vas_naming_free (self->naming);
  vas_reading_free (self->reading);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static guint32
add_short_name (VasStrings *strings, const char *name)
{
  const char *slash = strrchr (name, '/');
  return vas_strings_add_text (strings, slash != NULL ? slash + 1 : NULL);
}

static Picture
make_picture (const Line *lines, gsize n)
{
  Picture self = { g_new0 (VasReading, 1), g_new0 (VasNaming, 1), NULL };
  VasStrings *strings = self.reading->strings = vas_strings_new ();
  self.reading->regions = g_new0 (VasRegion, n);
  self.reading->n_regions = self.naming->n_regions = n;
  g_autoptr (VasFileTable) files = vas_file_table_new (strings);
  self.naming->n_verdicts = (guint32) n + 1;
  self.naming->verdicts = g_new0 (VasVerdict, n + 1);
  guint32 image = 0;
  for (gsize i = 0; i < n; i++)
    {
      VasRegion *region = &self.reading->regions[i];
      VasVerdict *verdict = &self.naming->verdicts[i + 1];
      region->verdict = (guint32) (i + 1) & (VAS_MAX_VERDICTS - 1);
      const char *name = lines[i].name != NULL ? lines[i].name : "";
      region->start = lines[i].start;
      region->end = lines[i].start + lines[i].size;
      region->offset = lines[i].offset;
      VasFileLine file = { .name = name, .name_length = strlen (name) };
      file.inode = name[0] == '/' ? g_str_hash (name) : 0;
      region->file = vas_file_table_add (files, &file);
      region->perms = vas_kind_get_family (lines[i].kind) == VAS_FAMILY_NONE ? 0 : VAS_PERM_READ;
      verdict->kind = lines[i].kind;
      verdict->role = lines[i].role;
      verdict->subject = add_short_name (strings, name);
      if (verdict->subject != 0)
        image = verdict->subject;
      if (verdict->kind == VAS_KIND_LIBRARY_BSS || verdict->kind == VAS_KIND_PROGRAM_BSS)
        verdict->subject = image;
    }
  self.reading->files = vas_file_table_to_array (files, &self.reading->n_files);
  self.grouping = vas_group (self.reading, self.naming);
  return self;
}

static const char *
get_string (const Picture *self, guint32 id)
{
  return vas_strings_get (self->reading->strings, id, NULL);
}

/* "area (2 pieces): object, object of 3 | area: ..." */
static char *
print_picture (const Picture *self)
{
  GString *text = g_string_new (NULL);
  const VasGrouping *grouping = self->grouping;
  for (gsize a = 0; a < grouping->n_areas; a++)
    {
      const VasArea *area = &grouping->areas[a];
      g_string_append_printf (text, "%s%s", a > 0 ? " | " : "", get_string (self, area->label));
      if (area->n_islands > 1)
        g_string_append_printf (text, " (%u pieces)", area->n_islands);
      VasObject object;
      for (gsize i = area->first; i < area->first + area->n_regions; i += object.n_regions)
        {
          object = vas_grouping_get_object (grouping, i);
          g_string_append_printf (text, "%s%s", i > area->first ? ", " : ": ",
                                  get_string (self, object.name));
          if (object.n_regions > 1)
            g_string_append_printf (text, " of %u", object.n_regions);
        }
    }
  return g_string_free (text, FALSE);
}

/* Objects and areas each partition the regions in order, an object lies within one area, and no
 * object or area reaches across what would part it. */
static void
assert_properties (const Picture *self)
{
  const VasGrouping *grouping = self->grouping;
  gsize n = self->reading->n_regions, at = 0, n_objects = 0;
  for (; at < n; n_objects++)
    {
      VasObject object = vas_grouping_get_object (grouping, at);
      g_assert_cmpuint (object.first, ==, at);
      g_assert_cmpuint (object.n_regions, >, 0);
      g_assert_cmpuint (object.name, !=, 0);
      g_assert_cmpuint (object.family, ==, vas_kind_get_family (object.kind));
      at += object.n_regions;
      g_assert_cmpuint (object.main, >=, object.first);
      g_assert_cmpuint (object.main, <, at);
    }
  g_assert_cmpuint (at, ==, n);
  g_assert_cmpuint (n_objects, ==, grouping->n_objects);

  at = 0;
  g_assert_cmpuint (grouping->n_areas, <=, VAS_MAX_AREAS);
  for (gsize i = 0; i < grouping->n_areas; i++)
    {
      const VasArea *area = &grouping->areas[i];
      g_assert_cmpuint (area->first, ==, at);
      g_assert_cmpuint (area->n_regions, >, 0);
      g_assert_cmpuint (area->n_islands, >, 0);
      g_assert_cmpuint (area->label, !=, 0);
      g_assert_cmpuint (area->family, <, VAS_N_FAMILIES);
      g_assert_cmpuint (vas_grouping_get_object (grouping, area->first).first, ==, area->first);
      at += area->n_regions;
    }
  g_assert_cmpuint (at, ==, n);

  for (gsize i = 0; i < n; i += 1 + n / 1000)
    {
      const VasArea *area = &grouping->areas[vas_grouping_find_area (grouping, i)];
      g_assert_true (area->first <= i && i < area->first + area->n_regions);
    }
}

#define assert_picture(lines, expected)                                                             \
  G_STMT_START                                                                                      \
  {                                                                                                 \
    g_auto (Picture) picture = make_picture (lines, G_N_ELEMENTS (lines));                          \
    g_autofree char *text = print_picture (&picture);                                               \
    assert_properties (&picture);                                                                   \
    g_assert_cmpstr (text, ==, expected);                                                           \
  }                                                                                                 \
  G_STMT_END

static void
test_empty (void)
{
  g_auto (Picture) picture = make_picture (NULL, 0);
  g_assert_cmpuint (picture.grouping->n_objects, ==, 0);
  g_assert_cmpuint (picture.grouping->n_areas, ==, 0);
}

static void
test_program (void)
{
  static const Line lines[] = {
    { TIB (85), KIB (8), 0, "/bin/cat", VAS_KIND_PROGRAM_RODATA },
    { TIB (85) + KIB (8), KIB (8), KIB (8), "/bin/cat", VAS_KIND_PROGRAM_CODE },
    { TIB (85) + KIB (16), KIB (4), KIB (12), "/bin/cat", VAS_KIND_PROGRAM_RELRO },
    { TIB (85) + KIB (20), KIB (4), KIB (16), "/bin/cat", VAS_KIND_PROGRAM_DATA },
    { TIB (85) + KIB (24), KIB (4), 0, NULL, VAS_KIND_PROGRAM_BSS },
    { TIB (85) + MIB (500), KIB (132), 0, "[heap]", VAS_KIND_HEAP },
    { TIB (127), KIB (8), 0, "/lib/libc.so.6", VAS_KIND_LIBRARY_CODE },
    { TIB (127) + KIB (8), KIB (8), KIB (8), "/lib/libc.so.6", VAS_KIND_LIBRARY_DATA },
    { TIB (127) + KIB (16), KIB (8), 0, NULL, VAS_KIND_LIBRARY_BSS },
    { TIB (127) + KIB (64), KIB (8), 0, NULL, VAS_KIND_ANONYMOUS },
    { TIB (127) + GIB (99), KIB (132), 0, "[stack]", VAS_KIND_MAIN_STACK },
    { TIB (127) + GIB (99) + MIB (1), KIB (16), 0, "[vvar]", VAS_KIND_VVAR },
    { TIB (127) + GIB (99) + MIB (1) + KIB (16), KIB (8), 0, "[vdso]", VAS_KIND_VDSO },
    { G_GUINT64_CONSTANT (0xffffffffff600000), KIB (4), 0, "[vsyscall]", VAS_KIND_VSYSCALL },
  };
  assert_picture (lines, "Program and heap: cat of 5, [heap] | "
                         "Libraries and mappings: libc.so.6 of 3, private memory | "
                         "Stack: [stack], [vvar], [vdso] | Kernel helpers: [vsyscall]");
}

/* Without address randomization everything at the top is one island: the stack is told apart. What
 * touches it is the rest of it, parted off by mprotect(2): the kernel names one part only. */
static void
test_close_together (void)
{
  static const Line lines[] = {
    { MIB (4), KIB (8), 0, "/bin/sh", VAS_KIND_PROGRAM_CODE },
    { MIB (5), KIB (8), 0, "[heap]", VAS_KIND_HEAP },
    { MIB (900), KIB (8), 0, "/lib/libc.so", VAS_KIND_LIBRARY_CODE },
    { MIB (901), KIB (8), 0, "[vdso]", VAS_KIND_VDSO },
    { MIB (902), KIB (8), 0, "[stack]", VAS_KIND_MAIN_STACK },
    { MIB (902) + KIB (8), KIB (8), 0, NULL, VAS_KIND_ANONYMOUS },
    { MIB (903), KIB (8), 0, NULL, VAS_KIND_ANONYMOUS },
  };
  assert_picture (lines, "Program and heap: sh, [heap] | Libraries: libc.so, [vdso] | "
                         "Stack: [stack], private memory | Private memory: private memory");
}

/* The loader's hole is filled by a locale file: still one loader. A second copy is another one. */
static void
test_library_with_guest (void)
{
  static const Line lines[] = {
    { TIB (1), KIB (4), 0, "/lib/ld.so", VAS_KIND_LIBRARY_RODATA },
    { TIB (1) + KIB (4), KIB (8), KIB (4), "/lib/ld.so", VAS_KIND_LIBRARY_CODE },
    { TIB (1) + KIB (12), KIB (4), 0, "/locale/LC_NAME", VAS_KIND_FILE_PRIVATE },
    { TIB (1) + KIB (16), KIB (4), KIB (12), "/lib/ld.so", VAS_KIND_LIBRARY_RELRO },
    { TIB (1) + KIB (20), KIB (4), KIB (16), "/lib/ld.so", VAS_KIND_LIBRARY_DATA },
    { TIB (1) + KIB (24), KIB (4), 0, NULL, VAS_KIND_LIBRARY_BSS },
    { TIB (1) + KIB (28), KIB (4), 0, "/lib/ld.so", VAS_KIND_LIBRARY_RODATA },
    { TIB (1) + KIB (32), KIB (4), KIB (4), "/lib/ld.so", VAS_KIND_LIBRARY_CODE },
  };
  assert_picture (lines, "Libraries: ld.so of 6, ld.so of 2");
}

/* Segments aligned to 2 MiB, as linkers used to: the padding is mapped too, and its offsets run on
 * where those of the next segment do not. */
static void
test_library_with_padding (void)
{
  static const Line lines[] = {
    { TIB (1), KIB (20), 0, "/lib/old.so", VAS_KIND_LIBRARY_CODE },
    { TIB (1) + KIB (20), KIB (2044), KIB (20), "/lib/old.so", VAS_KIND_RESERVED },
    { TIB (1) + KIB (2064), KIB (4), KIB (16), "/lib/old.so", VAS_KIND_LIBRARY_RELRO },
    { TIB (1) + KIB (2068), KIB (4), KIB (20), "/lib/old.so", VAS_KIND_LIBRARY_DATA },
  };
  assert_picture (lines, "Libraries: old.so of 4");
}

/* A compiler's code with its pages of constants is one thing; a large block beside it is another. */
static void
test_patchwork (void)
{
  static const Line lines[] = {
    { TIB (1), KIB (4), 0, NULL, VAS_KIND_ANONYMOUS },
    { TIB (1) + KIB (4), KIB (8), 0, NULL, VAS_KIND_JIT_CODE },
    { TIB (1) + KIB (12), KIB (4), 0, NULL, VAS_KIND_ANONYMOUS },
    { TIB (1) + KIB (16), KIB (4), 0, NULL, VAS_KIND_JIT_CODE },
    { TIB (1) + KIB (20), MIB (8), 0, NULL, VAS_KIND_ANONYMOUS },
  };
  assert_picture (lines, "Private memory: generated code of 4, private memory");
}

/* Another library in the hole is a library of its own, and so is a stack. */
static void
test_library_with_neighbour (void)
{
  static const Line lines[] = {
    { TIB (1), KIB (4), 0, "/lib/a.so", VAS_KIND_LIBRARY_CODE },
    { TIB (1) + KIB (4), KIB (4), 0, "/lib/b.so", VAS_KIND_LIBRARY_CODE },
    { TIB (1) + KIB (8), KIB (4), KIB (8), "/lib/a.so", VAS_KIND_LIBRARY_DATA },
    { TIB (1) + KIB (12), KIB (64), 0, NULL, VAS_KIND_THREAD_STACK },
    { TIB (1) + KIB (76), KIB (4), KIB (12), "/lib/a.so", VAS_KIND_LIBRARY_DATA },
  };
  assert_picture (lines, "Libraries and mappings: a.so, b.so, a.so, thread stack, a.so");
}

static void
test_stacks_and_arenas (void)
{
  guint reserve = vas_role_from_id ("arena-reserve");
  g_assert_cmpuint (reserve, !=, 0);
  const Line lines[] = {
    { TIB (1), MIB (1), 0, NULL, VAS_KIND_MALLOC_ARENA },
    { TIB (1) + MIB (1), MIB (63), 0, NULL, VAS_KIND_RESERVED, reserve },
    { TIB (1) + MIB (64), MIB (2), 0, NULL, VAS_KIND_MALLOC_ARENA },
    { TIB (1) + MIB (66), MIB (62), 0, NULL, VAS_KIND_RESERVED, reserve },
    { TIB (1) + MIB (128), KIB (4), 0, NULL, VAS_KIND_GUARD },
    { TIB (1) + MIB (128) + KIB (4), MIB (8), 0, NULL, VAS_KIND_THREAD_STACK },
    { TIB (1) + MIB (136) + KIB (4), KIB (4), 0, NULL, VAS_KIND_GUARD },
    { TIB (1) + MIB (136) + KIB (8), MIB (8), 0, NULL, VAS_KIND_THREAD_STACK },
    { TIB (1) + MIB (200), KIB (4), 0, NULL, VAS_KIND_GUARD },
  };
  assert_picture (lines, "Private memory: malloc arena of 2, malloc arena of 2, "
                         "thread stack of 2, thread stack of 2, guard");
}

static void
test_files (void)
{
  static const Line lines[] = {
    { TIB (1), KIB (4), 0, "/data/a", VAS_KIND_FILE_PRIVATE },
    { TIB (1) + KIB (8), KIB (4), KIB (64), "/data/a", VAS_KIND_FILE_SHARED },
    { TIB (1) + KIB (12), KIB (4), 0, "/data/b", VAS_KIND_FILE_PRIVATE },
    { TIB (1) + GIB (2), KIB (4), 0, "/data/b", VAS_KIND_FILE_PRIVATE },
  };
  assert_picture (lines, "Mapped files (2 pieces): a of 2, b, b");
}

/* Islands of one make fold; a library among them, the program and the stack do not fold with them. */
static void
test_scattered (void)
{
  enum { PIECES = 300 };
  Line lines[PIECES + 3] = { { GIB (1), KIB (8), 0, "/bin/js", VAS_KIND_PROGRAM_CODE } };
  for (guint i = 0; i < PIECES; i++)
    lines[i + 1] = (Line){ TIB (1) + GIB (100) * i, KIB (256), 0, NULL, VAS_KIND_RUNTIME_HEAP };
  lines[PIECES + 1] = (Line){ TIB (120), KIB (8), 0, "/lib/libc.so", VAS_KIND_LIBRARY_CODE };
  lines[PIECES + 2] = (Line){ TIB (121), KIB (8), 0, "[stack]", VAS_KIND_MAIN_STACK };
  g_auto (Picture) picture = make_picture (lines, G_N_ELEMENTS (lines));
  assert_properties (&picture);
  g_assert_cmpuint (picture.grouping->n_areas, ==, 4);
  const VasArea *heap = &picture.grouping->areas[1];
  g_assert_cmpuint (heap->n_islands, ==, PIECES);
  g_assert_cmpuint (heap->mapped, ==, KIB (256) * PIECES);
  g_assert_cmpint (heap->family, ==, VAS_FAMILY_HEAP);
  g_assert_cmpstr (get_string (&picture, picture.grouping->areas[2].label), ==, "Libraries");
}

/* Islands of one owner fold whatever kinds they are of, reservations with them, and go by its name. */
static void
test_owner (void)
{
  guint ruby = vas_role_from_id ("ruby-fiber");
  g_assert_cmpuint (ruby, !=, 0);
  const Line lines[] = {
    { TIB (1), MIB (1), 0, NULL, VAS_KIND_RUNTIME_HEAP, ruby },
    { TIB (2), MIB (1), 0, NULL, VAS_KIND_JIT_CODE, ruby },
    { TIB (2) + MIB (1), MIB (9), 0, NULL, VAS_KIND_RESERVED, ruby },
    { TIB (3), MIB (1), 0, NULL, VAS_KIND_RUNTIME_HEAP, ruby },
    { TIB (4), MIB (1), 0, NULL, VAS_KIND_ANONYMOUS },
  };
  g_auto (Picture) picture = make_picture (lines, G_N_ELEMENTS (lines));
  assert_properties (&picture);
  g_assert_cmpuint (picture.grouping->n_objects, ==, 4);
  g_assert_cmpuint (picture.grouping->n_areas, ==, 2);
  g_assert_cmpuint (picture.grouping->areas[0].n_islands, ==, 3);
  g_autofree char *label
      = vas_sentence_tell (get_string (&picture, picture.grouping->areas[0].label));
  g_assert_cmpstr (label, ==, "Ruby memory");
}

/* Islands of changing make are too many areas: the small ones are folded, the landmarks stay. */
static void
test_many_islands (void)
{
  static const VasKind kinds[] = {
    VAS_KIND_ANONYMOUS, VAS_KIND_FILE_PRIVATE, VAS_KIND_SHARED_MEMORY, VAS_KIND_JIT_CODE,
  };
  enum { PIECES = 5000 };
  g_autofree Line *lines = g_new0 (Line, PIECES);
  for (guint i = 0; i < PIECES; i++)
    lines[i] = (Line){ GIB (2) * (i + 1), KIB (4) << (i % 7), 0, NULL,
                       kinds[i % G_N_ELEMENTS (kinds)] };
  lines[10] = (Line){ lines[10].start, KIB (8), 0, "/bin/x", VAS_KIND_PROGRAM_CODE };
  lines[11] = (Line){ lines[10].start + MIB (9), KIB (8), 0, "[heap]", VAS_KIND_HEAP };
  lines[PIECES - 9] = (Line){ lines[PIECES - 9].start, KIB (8), 0, "[stack]", VAS_KIND_MAIN_STACK };
  g_auto (Picture) picture = make_picture (lines, PIECES);
  assert_properties (&picture);
  gsize home = vas_grouping_find_area (picture.grouping, 10);
  gsize stack = vas_grouping_find_area (picture.grouping, PIECES - 9);
  g_assert_cmpuint (picture.grouping->areas[home].n_regions, ==, 2);
  g_assert_cmpuint (picture.grouping->areas[stack].n_regions, ==, 1);
  guint32 n_islands = 0;
  for (gsize i = 0; i < picture.grouping->n_areas; i++)
    n_islands += picture.grouping->areas[i].n_islands;
  g_assert_cmpuint (n_islands, ==, PIECES - 1);
}

/* Whatever comes in, also overlapping, repeated and out of any order that a kernel would make. */
static void
test_hostile (void)
{
  static const char *const names[] = { NULL, NULL, NULL, "/lib/a.so", "/lib/b.so", "[heap]",
                                       "[stack]", "/data" };
  for (guint round = 0; round < 300; round++)
    {
      gsize n = g_test_rand_int_range (1, 200);
      g_autofree Line *lines = g_new0 (Line, n);
      guint64 start = 0;
      for (gsize i = 0; i < n; i++)
        {
          start += g_test_rand_bit () ? 0 : KIB (4) << g_test_rand_int_range (0, 34);
          lines[i].start = start;
          lines[i].size = KIB (4) << g_test_rand_int_range (0, 36);
          lines[i].offset = KIB (4) * g_test_rand_int_range (0, 4);
          lines[i].name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
          lines[i].kind = g_test_rand_int_range (0, VAS_N_KINDS);
          lines[i].role = g_test_rand_int_range (0, vas_roles_get_count ());
        }
      g_auto (Picture) picture = make_picture (lines, n);
      assert_properties (&picture);
    }
}

static void
test_million (void)
{
  enum { N = 1000000 };
  static const VasKind kinds[] = { VAS_KIND_ANONYMOUS, VAS_KIND_GUARD, VAS_KIND_RUNTIME_HEAP };
  g_autofree Line *lines = g_new0 (Line, N);
  for (guint i = 0; i < N; i++)
    lines[i] = (Line){ TIB (1) + KIB (8) * i, KIB (i % 5 == 0 ? 4 : 8), 0,
                       i % 7 == 0 ? "/lib/a.so" : NULL,
                       i % 7 == 0 ? VAS_KIND_LIBRARY_CODE : kinds[i % G_N_ELEMENTS (kinds)] };
  g_auto (Picture) picture = make_picture (lines, N);
  assert_properties (&picture);
  g_assert_cmpuint (picture.grouping->n_areas, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grouping/empty", test_empty);
  g_test_add_func ("/grouping/program", test_program);
  g_test_add_func ("/grouping/close-together", test_close_together);
  g_test_add_func ("/grouping/library-with-guest", test_library_with_guest);
  g_test_add_func ("/grouping/library-with-padding", test_library_with_padding);
  g_test_add_func ("/grouping/patchwork", test_patchwork);
  g_test_add_func ("/grouping/library-with-neighbour", test_library_with_neighbour);
  g_test_add_func ("/grouping/stacks-and-arenas", test_stacks_and_arenas);
  g_test_add_func ("/grouping/files", test_files);
  g_test_add_func ("/grouping/scattered", test_scattered);
  g_test_add_func ("/grouping/owner", test_owner);
  g_test_add_func ("/grouping/many-islands", test_many_islands);
  g_test_add_func ("/grouping/hostile", test_hostile);
  g_test_add_func ("/grouping/million", test_million);
  return g_test_run ();
}
