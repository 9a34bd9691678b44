/* The icons: well-formed drawings of our own on the grids that desktops expect.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

typedef struct
{
  const char *view_box;    /* what the drawing must span */
  const char *only_colour; /* (nullable): the one a symbolic icon may have; the theme replaces it */
  gboolean seen_svg;
} Icon;

static void
check_colour (const Icon *icon, const char *colour)
{
  if (icon->only_colour != NULL && strcmp (colour, "none") != 0)
    g_assert_cmpstr (colour, ==, icon->only_colour);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Icon *icon = user_data;
  g_assert_cmpstr (element, !=, "image"); /* nothing but shapes: sharp at every size */
  g_assert_cmpstr (element, !=, "text");  /* no font is the same everywhere */
  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "viewBox") == 0)
        {
          g_assert_cmpstr (values[i], ==, icon->view_box);
          icon->seen_svg = TRUE;
        }
      if (strcmp (names[i], "fill") == 0 || strcmp (names[i], "stroke") == 0)
        check_colour (icon, values[i]);
      g_assert_false (g_str_has_suffix (names[i], "href")); /* nothing from elsewhere */
    }
}

static void
check_icon (const char *name, Icon icon)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("VAS_SOURCE"), "data/icons/hicolor", name, NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  static const GMarkupParser parser = { .start_element = start_element_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &icon, NULL);
  g_markup_parse_context_parse (context, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_true (icon.seen_svg);
}

static void
test_scalable (void)
{
  check_icon ("scalable/apps/io.github.vascope.Vascope.svg", (Icon) { .view_box = "0 0 128 128" });
}

static void
test_symbolic (void)
{
  check_icon ("symbolic/apps/io.github.vascope.Vascope-symbolic.svg",
              (Icon) { .view_box = "0 0 16 16", .only_colour = "#2e3436" });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/icons/scalable", test_scalable);
  g_test_add_func ("/icons/symbolic", test_symbolic);
  return g_test_run ();
}
