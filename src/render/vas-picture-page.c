/* Composes the page of an exported picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-picture-page.h"

#include "vas-display.h"
#include "vas-legend.h"
#include "vas-map-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The design is made for a page of so many pixels; larger ones scale it, though less than in
 * proportion, as a larger page is also to show more. */
#define DESIGN_WIDTH 1000.0
#define DESIGN_HEIGHT 1200.0
#define DESIGN_GROWTH 0.8
#define LEAST_SCALE 0.9

/* In pixels of the design. */
#define MARGIN 28
#define LEAST_MARGIN 16
#define TITLE_SPACE 4
#define SECTION_SPACE 14
#define FIGURE_WIDTH 104
#define WIDE_PAGE 640   /* from here on the totals stand beside the title */

typedef struct
{
  VasScene *scene;
  VasType *type;
  const VasPictureOptions *options;
  VasSnapshot *snapshot;
  double scale;
  VasRect room; /* what is left of the page */
} Page;

static double
find_scale (const VasPictureOptions *options)
{
  double relative = MIN (options->width / DESIGN_WIDTH, options->height / DESIGN_HEIGHT);
  return MAX (pow (relative, DESIGN_GROWTH), LEAST_SCALE);
}

static VasColor
get_tone (const Page *page, VasTone tone)
{
  return vas_palette_get_tone (page->options->theme, tone);
}

static gboolean
has_range (const VasPictureOptions *options)
{
  return options->range_end > options->range_start;
}

/* Takes @height off the top of the room. */
static VasRect
take_top (Page *page, double height)
{
  VasRect rect = page->room;
  rect.height = MIN (height, rect.height);
  page->room.y += rect.height;
  page->room.height -= rect.height;
  return rect;
}

static VasRect
take_bottom (Page *page, double height)
{
  VasRect rect = page->room;
  rect.height = MIN (height, rect.height);
  rect.y += page->room.height - rect.height;
  page->room.height -= rect.height;
  return rect;
}

/* Who it is and when it was looked at. */
static char *
describe_origin (const VasSnapshot *snapshot)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (snapshot->captured / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *time
      = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : g_strdup ("?");
  const VasFacts *facts = snapshot->facts;
  if (facts == NULL)
    /* Translators: below the title of a picture; %s is a date and time. */
    return g_strdup_printf (_ ("Saved memory map, read %s"), time);
  g_autofree char *exe
      = facts->exe != NULL ? vas_display_bytes (facts->exe, strlen (facts->exe)) : NULL;
  if (exe == NULL)
    /* Translators: below the title of a picture; a process id, a date and time. */
    return g_strdup_printf (_ ("Process %d, %s"), facts->pid, time);
  /* Translators: below the title of a picture; a process id, a program's path, a date and time. */
  return g_strdup_printf (_ ("Process %d, %s, %s"), facts->pid, exe, time);
}

static char *
describe_range (const VasPictureOptions *options)
{
  g_autofree char *start = vas_display_address (options->range_start);
  g_autofree char *end = vas_display_address (options->range_end);
  /* Translators: a picture that shows only part of the address space. */
  return g_strdup_printf (_ ("Only %s to %s is shown."), start, end);
}

static void
paint_figure (Page *page, VasRect rect, VasAlign align, const char *number, const char *caption)
{
  double figure = vas_type_get_line_height (page->type, VAS_FONT_FIGURE);
  VasRect top = rect, bottom = rect;
  top.height = figure;
  bottom.y += figure;
  bottom.height -= figure;
  vas_scene_text (page->scene, top, VAS_FONT_FIGURE, get_tone (page, VAS_TONE_TEXT), align,
                  VAS_ELLIPSIS_END, number);
  vas_scene_text (page->scene, bottom, VAS_FONT_LABEL, get_tone (page, VAS_TONE_TEXT_DIM),
                  align, VAS_ELLIPSIS_END, caption);
}

static guint
count_figures (const Page *page)
{
  return page->snapshot->totals.resident_known || page->snapshot->facts != NULL ? 3 : 2;
}

/* Mapped and in RAM are two numbers everywhere. Without smaps the kernel's own sum serves. */
static void
paint_figures (Page *page, VasRect rect, VasAlign align)
{
  const VasTotals *totals = &page->snapshot->totals;
  double width = MIN (FIGURE_WIDTH * page->scale, rect.width / count_figures (page));
  g_autofree char *regions = vas_display_count (totals->all.regions);
  g_autofree char *mapped = vas_display_size (totals->all.mapped);
  rect.width = width - SECTION_SPACE / 2.0 * page->scale;
  rect.x += align == VAS_ALIGN_END ? SECTION_SPACE / 2.0 * page->scale : 0;
  paint_figure (page, rect, align, regions, ngettext ("region", "regions", totals->all.regions));
  rect.x += width;
  paint_figure (page, rect, align, mapped, _ ("mapped"));
  if (count_figures (page) < 3)
    return;
  rect.x += width;
  g_autofree char *resident = vas_display_size (
      totals->resident_known ? totals->all.resident : page->snapshot->facts->vm_rss);
  paint_figure (page, rect, align, resident, _ ("in RAM"));
}

static void
paint_header (Page *page)
{
  double title = vas_type_get_line_height (page->type, VAS_FONT_TITLE);
  double subtitle = vas_type_get_line_height (page->type, VAS_FONT_SUBTITLE);
  double figures = vas_type_get_line_height (page->type, VAS_FONT_FIGURE)
                   + vas_type_get_line_height (page->type, VAS_FONT_LABEL);
  gboolean wide = page->room.width >= WIDE_PAGE * page->scale;
  double figures_width = count_figures (page) * FIGURE_WIDTH * page->scale;

  VasRect line = take_top (page, title);
  VasRect beside = { line.x + line.width - figures_width, line.y, figures_width, figures };
  double text_width = wide ? line.width - figures_width - SECTION_SPACE * page->scale : line.width;
  line.width = text_width;
  vas_scene_text (page->scene, line, VAS_FONT_TITLE, get_tone (page, VAS_TONE_TEXT),
                  VAS_ALIGN_START, VAS_ELLIPSIS_END, page->snapshot->title);

  take_top (page, TITLE_SPACE * page->scale);
  line = take_top (page, subtitle);
  line.width = text_width;
  g_autofree char *origin = describe_origin (page->snapshot);
  vas_scene_text (page->scene, line, VAS_FONT_SUBTITLE, get_tone (page, VAS_TONE_TEXT_DIM),
                  VAS_ALIGN_START, VAS_ELLIPSIS_MIDDLE, origin);
  if (has_range (page->options))
    {
      g_autofree char *range = describe_range (page->options);
      vas_scene_text (page->scene, take_top (page, subtitle), VAS_FONT_SUBTITLE,
                      get_tone (page, VAS_TONE_TEXT), VAS_ALIGN_START, VAS_ELLIPSIS_END, range);
    }
  if (!wide)
    {
      take_top (page, SECTION_SPACE / 2.0 * page->scale);
      beside = take_top (page, figures);
    }
  paint_figures (page, beside, wide ? VAS_ALIGN_END : VAS_ALIGN_START);
  take_top (page, SECTION_SPACE * page->scale);
}

/* The scale in use, so that nobody is misled, and a small credit. */
static void
paint_footer (Page *page)
{
  double height = vas_type_get_line_height (page->type, VAS_FONT_SMALL);
  VasRect line = take_bottom (page, height);
  VasColor dim = get_tone (page, VAS_TONE_TEXT_DIM);
  double credit = vas_scene_text (page->scene, line, VAS_FONT_SMALL, dim, VAS_ALIGN_END,
                                  VAS_ELLIPSIS_END, "Vascope " VAS_VERSION);
  line.width -= credit + SECTION_SPACE * page->scale;
  vas_scene_text (page->scene, line, VAS_FONT_SMALL, dim, VAS_ALIGN_START, VAS_ELLIPSIS_END,
                  vas_scale_get_note (page->options->scale));
  take_bottom (page, SECTION_SPACE / 2.0 * page->scale);
}

static void
paint_legend (Page *page)
{
  double height = vas_legend_measure (page->snapshot, page->type, page->room.width);
  vas_legend_paint (page->scene, page->snapshot, page->options->theme, take_bottom (page, height));
  take_bottom (page, SECTION_SPACE * page->scale);
}

static void
paint_map (Page *page)
{
  const VasPictureOptions *options = page->options;
  g_autoptr (VasLayout) layout
      = vas_layout_new (page->snapshot, options->scale, options->direction);
  VasViewport viewport = vas_viewport_whole ();
  if (has_range (options))
    viewport = vas_viewport_fit_exactly (layout, options->range_start, options->range_end,
                                         page->room.height);
  VasMapRequest request = {
    .layout = layout,
    .viewport = viewport,
    .type = page->type,
    .frame = page->room,
    .pixel_ratio = options->pixel_ratio,
    .with_overview = has_range (options),
  };
  g_autoptr (VasMapGeometry) geometry = vas_map_geometry_new (&request);
  vas_map_paint (page->scene, geometry, options->theme, VAS_MAP_NAMED);
}

VasScene *
vas_picture_page_compose (VasSnapshot *snapshot, const VasPictureOptions *options)
{
  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);

  double scale = find_scale (options);
  g_autoptr (VasType) type = vas_type_new (NULL, scale);
  g_autoptr (VasScene) scene = vas_scene_new (type, options->width, options->height);
  double margin = options->width < WIDE_PAGE * scale ? LEAST_MARGIN * scale : MARGIN * scale;
  margin = round (margin);
  Page page = {
    .scene = scene,
    .type = type,
    .options = options,
    .snapshot = snapshot,
    .scale = scale,
    .room = { margin, margin, options->width - 2 * margin, options->height - 2 * margin },
  };
  vas_scene_fill (scene, (VasRect){ 0, 0, options->width, options->height },
                  vas_palette_get_tone (options->theme, VAS_TONE_PAPER), 0);
  paint_header (&page);
  paint_footer (&page);
  paint_legend (&page);
  paint_map (&page);
  return g_steal_pointer (&scene);
}
