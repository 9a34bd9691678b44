/* Pictures as a person would look at them: nothing cut, nothing over anything else, nothing lost.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-picture.h"

#include "vas-error.h"
#include "vas-map-painter.h"
#include "vas-picture-page.h"
#include "vas-source.h"

#include "random-regions.h"
#include "reopened-png.h"

#include <math.h>

#define TOUCHING 0.02 /* logical pixels that two texts may share by rounding */

static char *
build_path (const char *variable, const char *name)
{
  return g_build_filename (g_getenv (variable), name, NULL);
}

static gboolean
overlap (const VasRect *a, const VasRect *b)
{
  return a->x + a->width > b->x + TOUCHING && b->x + b->width > a->x + TOUCHING
         && a->y + a->height > b->y + TOUCHING && b->y + b->height > a->y + TOUCHING;
}

static void
say_where (const VasMark *mark)
{
  g_test_message ("\"%s\" at %.1f,%.1f %.1fx%.1f", mark->text, mark->rect.x, mark->rect.y,
                  mark->rect.width, mark->rect.height);
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const VasMark *first = *(const VasMark *const *) a, *second = *(const VasMark *const *) b;
  return first->rect.y < second->rect.y ? -1 : first->rect.y > second->rect.y;
}

/* No text over another, and none that leaves the page. */
static void
check_texts (const VasScene *scene)
{
  gsize n;
  const VasMark *marks = vas_scene_get_marks (scene, &n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  for (gsize i = 0; i < n; i++)
    if (marks[i].kind == VAS_MARK_TEXT)
      g_ptr_array_add (texts, (gpointer) &marks[i]);
  g_assert_cmpuint (texts->len, >, 10);
  g_ptr_array_sort (texts, compare_tops);
  for (guint i = 0; i < texts->len; i++)
    {
      const VasMark *a = texts->pdata[i];
      gboolean is_inside = a->rect.x >= 0 && a->rect.y >= 0
                           && a->rect.x + a->rect.width <= vas_scene_get_width (scene)
                           && a->rect.y + a->rect.height <= vas_scene_get_height (scene);
      if (!is_inside)
        say_where (a);
      g_assert_true (is_inside);
      for (guint j = i + 1; j < texts->len; j++)
        {
          const VasMark *b = texts->pdata[j];
          if (b->rect.y > a->rect.y + a->rect.height)
            break;
          if (overlap (&a->rect, &b->rect))
            {
              say_where (a);
              say_where (b);
            }
          g_assert_false (overlap (&a->rect, &b->rect));
        }
    }
}

/* No line between pages strikes a text out. */
static void
check_lines (const VasScene *scene)
{
  gsize n;
  const VasMark *marks = vas_scene_get_marks (scene, &n);
  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; marks[i].kind == VAS_MARK_TEXT && j < n; j++)
      if (marks[j].kind == VAS_MARK_FILL && marks[j].rect.height <= 1
          && overlap (&marks[i].rect, &marks[j].rect))
        {
          say_where (&marks[i]);
          g_assert_not_reached ();
        }
}

/* Nothing else leaves the page either, and groups are closed. */
static void
check_marks (const VasScene *scene)
{
  gsize n;
  const VasMark *marks = vas_scene_get_marks (scene, &n);
  int depth = 0;
  for (gsize i = 0; i < n; i++)
    {
      depth += marks[i].kind == VAS_MARK_GROUP ? 1 : marks[i].kind == VAS_MARK_END ? -1 : 0;
      g_assert_cmpint (depth, >=, 0);
      if (marks[i].kind == VAS_MARK_GROUP || marks[i].kind == VAS_MARK_END)
        continue;
      g_assert_cmpfloat (marks[i].rect.x, >=, -0.01);
      g_assert_cmpfloat (marks[i].rect.y, >=, -0.01);
      g_assert_cmpfloat (marks[i].rect.x + marks[i].rect.width, <=,
                         vas_scene_get_width (scene) + 0.01);
      g_assert_cmpfloat (marks[i].rect.y + marks[i].rect.height, <=,
                         vas_scene_get_height (scene) + 0.01);
    }
  g_assert_cmpint (depth, ==, 0);
}

static gboolean
has_text (const VasScene *scene, const char *part)
{
  gsize n;
  const VasMark *marks = vas_scene_get_marks (scene, &n);
  for (gsize i = 0; i < n; i++)
    if (marks[i].kind == VAS_MARK_TEXT && strstr (marks[i].text, part) != NULL)
      return TRUE;
  return FALSE;
}

/* What a picture must say whatever its size. */
static void
check_contents (const VasScene *scene, const VasSnapshot *snapshot,
                const VasPictureOptions *options)
{
  g_autofree char *note = g_strndup (vas_scale_get_note (options->scale), 9);
  g_assert_true (has_text (scene, "Vascope"));
  g_assert_true (has_text (scene, "mapped"));
  g_assert_true (has_text (scene, note));
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    g_assert_true (snapshot->totals.families[family].regions == 0
                   || has_text (scene, vas_family_get_label (family)));
}

static void
check_sizes (VasSnapshot *snapshot)
{
  static const int SIZES[][2] = { { 480, 600 },   { 480, 8000 },  { 8000, 600 }, { 700, 700 },
                                  { 1000, 1400 }, { 3000, 2000 }, { 8000, 8000 } };
  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    for (guint scale = 0; scale < VAS_N_SCALES; scale++)
      {
        VasPictureOptions options;
        vas_picture_options_init (&options);
        options.width = SIZES[i][0];
        options.height = SIZES[i][1];
        options.scale = scale;
        options.pixel_ratio = 1 + i % 4;
        options.theme = i % VAS_N_THEMES;
        options.direction = i % 2;
        g_test_message ("%s, %dx%d, %s", snapshot->title, options.width, options.height,
                        vas_scale_get_id (scale));
        g_autoptr (VasScene) scene = vas_picture_page_compose (snapshot, &options);
        check_texts (scene);
        check_marks (scene);
        check_contents (scene, snapshot, &options);
      }
}

static gboolean
is_cut_address (const VasMark *mark)
{
  return mark->kind == VAS_MARK_TEXT && mark->font == VAS_FONT_MONO
         && g_str_has_prefix (mark->text, "\u2026");
}

/* An address that lost its first digits is another one. [vsyscall]'s, which is longer than all others,
 * may in a narrow map: what is left of it begins with what no program can map. */
static void
test_whole_addresses (void)
{
  static const double RATIOS[] = { 1, 1.25, 2, 3 };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  for (guint width = 200; width < 1000; width += 7)
    {
      g_autoptr (VasType) type = vas_type_new (NULL, 0.9 + width % 9 * 0.01);
      VasMapRequest request = {
        .layout = layout,
        .viewport = vas_viewport_whole (),
        .type = type,
        .frame = { 8, 0, width, 900 },
        .pixel_ratio = RATIOS[width % G_N_ELEMENTS (RATIOS)],
        .with_overview = width % 2 == 0,
      };
      g_autoptr (VasMapGeometry) geometry = vas_map_geometry_new (&request);
      g_autoptr (VasScene) scene = vas_scene_new (type, width + 16, 900);
      vas_map_paint (scene, geometry, VAS_THEME_LIGHT, VAS_MAP_UNNAMED);
      gsize n;
      const VasMark *marks = vas_scene_get_marks (scene, &n);
      for (gsize i = 0; i < n; i++)
        if (is_cut_address (&marks[i]))
          {
            g_assert_cmpuint (width, <, 520);
            g_assert_true (g_str_has_prefix (marks[i].text, "\u2026ffff"));
          }
    }
}

static void
test_tutorial (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  check_sizes (snapshot);
}

static void
test_fixtures (void)
{
  g_autofree char *folder = build_path ("VAS_FIXTURES", "readings");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (!g_str_has_suffix (name, ".smaps") && !g_str_has_suffix (name, ".maps"))
        continue;
      g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_path (path);
      check_sizes (snapshot);
    }
}

static void
test_corpus (void)
{
  static const char *const NAMES[] = { "gtk4-demo", "chromium-renderer", "firefox-webextensions",
                                       "java-g1",   "go-http",           "asan-cxx",
                                       "python3",   "sleep" };
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *path
          = g_build_filename (g_getenv ("VAS_SHARED"), "corpus", "programs", NAMES[i], "smaps", NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("the captures beside the project are not here");
          return;
        }
      g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_path (path);
      check_sizes (snapshot);
    }
}

static void
test_hostile (void)
{
  for (guint make = 0; make < RANDOM_N_MAKES; make++)
    {
      g_autoptr (VasSnapshot) snapshot = random_snapshot_new (make + 20, make, 600);
      check_sizes (snapshot);
    }
}

/* Long and strange names are shortened, not drawn over their neighbours. */
static void
test_names (void)
{
  g_autofree char *long_name = g_strnfill (4000, 'n');
  g_autofree char *text = g_strdup_printf (
      "00400000-00500000 r-xp 00000000 08:01 7 /usr/bin/%s\n"
      "00500000-00600000 rw-p 00100000 08:01 7 /usr/bin/%s\n"
      "7f0000000000-7f0000100000 rw-s 00000000 00:01 9 /dev/shm/\u202eevil\u0301 <&\">\n"
      "7ffeb2f53000-7ffeb2f74000 rw-p 00000000 00:00 0 [stack]\n",
      long_name, long_name);
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (text);
  check_sizes (snapshot);
}

static VasScene *
compose_sleep (int height, guint64 range_start, guint64 range_end)
{
  g_autofree char *root = build_path ("VAS_FIXTURES", "proc");
  g_autoptr (VasSource) source = vas_source_new_for_process (root, 12234, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (VasSnapshot) snapshot = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error);
  g_assert_no_error (error);
  VasPictureOptions options;
  vas_picture_options_init (&options);
  options.height = height;
  options.range_start = range_start;
  options.range_end = range_end;
  return vas_picture_page_compose (snapshot, &options);
}

/* The stack of 132 KiB ends with what the kernel put there: the sizes of parts are told
 * where there is room, and not left out of the sum where there is none. */
static void
test_parts (void)
{
  g_autoptr (VasScene) low = compose_sleep (1400, 0, 0), tall = compose_sleep (8000, 0, 0);
  g_assert_true (has_text (low, "132 KiB, 1 region"));
  g_assert_false (has_text (low, "127 KiB"));
  g_assert_false (has_text (low, "start-up lists"));
  g_assert_true (has_text (tall, "127 KiB"));
  g_assert_true (has_text (tall, "start-up lists"));
}

/* Come near, pages are parted by lines, but for where the words stand. */
static void
test_pages (void)
{
  g_autoptr (VasScene) two = compose_sleep (1400, 0x558721fbc000, 0x558721fbe000);
  g_autoptr (VasScene) five = compose_sleep (1400, 0x558721fbe000, 0x558721fc3000);
  g_autoptr (VasScene) stack = compose_sleep (1400, 0x7ffee5490000, 0x7ffee5492000);
  check_lines (two);
  check_lines (five);
  check_lines (stack);
}

static GBytes *
write_picture (VasSnapshot *snapshot, const VasPictureOptions *options, VasPictureFormat format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  vas_picture_write (snapshot, options, format, stream, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static guint32
get_pixel (cairo_surface_t *image, double x, double y)
{
  guint32 pixel;
  const guint8 *data = cairo_image_surface_get_data (image);
  memcpy (&pixel, data + (int) y * cairo_image_surface_get_stride (image) + (int) x * 4, 4);
  return pixel & 0xffffff;
}

/* The widest fill of a region's group: what is drawn for it. */
static VasRect
find_fill (const VasMark *mark, const VasMark *end)
{
  VasRect widest = { 0 };
  for (mark++; mark < end && mark->kind != VAS_MARK_END; mark++)
    if (mark->kind == VAS_MARK_FILL && mark->rect.width > widest.width)
      widest = mark->rect;
  return widest;
}

/* Each group of regions has a row in the file, and its pixels are not the paper's. */
static void
check_pixels (VasSnapshot *snapshot, int width, int height, double ratio)
{
  VasPictureOptions options;
  vas_picture_options_init (&options);
  options.width = width;
  options.height = height;
  options.pixel_ratio = ratio;
  g_autoptr (GBytes) bytes = write_picture (snapshot, &options, VAS_PICTURE_PNG);
  cairo_surface_t *image = reopened_png (bytes);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, (int) lround (width * ratio));
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, (int) lround (height * ratio));

  g_autoptr (VasScene) scene = vas_picture_page_compose (snapshot, &options);
  gsize n, n_groups = 0;
  const VasMark *marks = vas_scene_get_marks (scene, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].kind != VAS_MARK_GROUP)
        continue;
      VasRect rect = find_fill (&marks[i], marks + n);
      g_assert_cmpfloat (rect.height * ratio, >=, 0.99);
      g_assert_cmphex (get_pixel (image, (rect.x + 0.5 / ratio) * ratio,
                                  (rect.y + 0.5 / ratio) * ratio),
                       !=, 0xffffff);
      n_groups++;
    }
  g_assert_cmpuint (n_groups, >, 0);
  cairo_surface_destroy (image);
}

static void
test_pixels (void)
{
  g_autoptr (VasSnapshot) tutorial = sample_snapshot_of_fixture ("tutorial-cat.maps");
  g_autoptr (VasSnapshot) many = random_snapshot_new (8, RANDOM_TAME, 20000);
  check_pixels (tutorial, 1000, 1400, 1);
  check_pixels (tutorial, 480, 600, 3);
  check_pixels (many, 700, 900, 2);
}

/* Part of the space: that, and which. */
static void
test_range (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  VasPictureOptions options;
  vas_picture_options_init (&options);
  options.range_start = 0x7faa724b5000;
  options.range_end = 0x7faa726a9000;
  g_autoptr (VasScene) scene = vas_picture_page_compose (snapshot, &options);
  check_texts (scene);
  check_marks (scene);
  g_assert_true (has_text (scene, "Only 7faa724b5000 to 7faa726a9000 is shown."));
  g_assert_true (has_text (scene, "libc-2.31.so"));
  g_assert_false (has_text (scene, "[heap]"));
}

static void
count_cb (GMarkupParseContext *context, const char *element, const char **names,
          const char **values, gpointer user_data, GError **error)
{
  guint *counts = user_data;
  if (g_str_equal (element, "text"))
    counts[0]++;
  else if (g_str_equal (element, "title"))
    counts[1]++;
  else if (g_str_equal (element, "rect"))
    counts[2]++;
}

/* Well-formed, and its texts are texts. */
static void
test_svg (void)
{
  static const GMarkupParser PARSER = { .start_element = count_cb };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (
      "00400000-00500000 r-xp 00000000 08:01 7 /usr/bin/<a>&\"b\n"
      "7f0000000000-7f0000100000 ---p 00000000 00:00 0\n"
      "7ffeb2f53000-7ffeb2f74000 rw-p 00000000 00:00 0 [stack]\n");
  VasPictureOptions options;
  vas_picture_options_init (&options);
  g_autoptr (GBytes) bytes = write_picture (snapshot, &options, VAS_PICTURE_SVG);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  guint counts[3] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&PARSER, 0, counts, NULL);
  g_markup_parse_context_parse (context, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts[0], >, 20);
  g_assert_cmpuint (counts[1], ==, 1 + 3); /* the picture and three regions */
  g_assert_cmpuint (counts[2], >, 10);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "&lt;a&gt;&amp;"));
}

static void
test_pdf (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  VasPictureOptions options;
  vas_picture_options_init (&options);
  g_autoptr (GBytes) bytes = write_picture (snapshot, &options, VAS_PICTURE_PDF);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_assert_true (length > 5000 && memcmp (text, "%PDF-", 5) == 0);
  g_assert_nonnull (g_strstr_len (text + length - 16, 16, "%%EOF"));
}

static void
test_refused (void)
{
  static const struct
  {
    int width, height;
    double ratio;
    guint64 start, end;
  } CASES[] = {
    { 479, 600, 1, 0, 0 },  { 480, 599, 1, 0, 0 },   { 8001, 600, 1, 0, 0 },
    { 600, 8001, 1, 0, 0 }, { 600, 600, 0.5, 0, 0 }, { 600, 600, 4.5, 0, 0 },
    { 600, 600, NAN, 0, 0 }, { 600, 600, 1, 2, 1 },
  };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("ab");
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      VasPictureOptions options;
      vas_picture_options_init (&options);
      options.width = CASES[i].width;
      options.height = CASES[i].height;
      options.pixel_ratio = CASES[i].ratio;
      options.range_start = CASES[i].start;
      options.range_end = CASES[i].end;
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;
      g_assert_false (
          vas_picture_write (snapshot, &options, VAS_PICTURE_PNG, stream, &error));
      g_assert_error (error, VAS_ERROR, VAS_ERROR_USAGE);
    }
}

/* A full disk is told, in each format. */
static void
test_full (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("abc");
  VasPictureOptions options;
  vas_picture_options_init (&options);
  for (guint format = VAS_PICTURE_PNG; format <= VAS_PICTURE_PDF; format++)
    {
      guint8 room[300];
      g_autoptr (GOutputStream) stream
          = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_assert_false (vas_picture_write (snapshot, &options, format, stream, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/tutorial", test_tutorial);
  g_test_add_func ("/picture/whole-addresses", test_whole_addresses);
  g_test_add_func ("/picture/fixtures", test_fixtures);
  g_test_add_func ("/picture/corpus", test_corpus);
  g_test_add_func ("/picture/hostile", test_hostile);
  g_test_add_func ("/picture/names", test_names);
  g_test_add_func ("/picture/parts", test_parts);
  g_test_add_func ("/picture/pages", test_pages);
  g_test_add_func ("/picture/pixels", test_pixels);
  g_test_add_func ("/picture/range", test_range);
  g_test_add_func ("/picture/svg", test_svg);
  g_test_add_func ("/picture/pdf", test_pdf);
  g_test_add_func ("/picture/refused", test_refused);
  g_test_add_func ("/picture/full", test_full);
  return g_test_run ();
}
