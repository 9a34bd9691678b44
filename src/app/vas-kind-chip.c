/* A small patch of colour before a kind: the same colour and hatch that the region has in the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-kind-chip.h"

/* Logical pixels. */
enum
{
  CORNER = 3,
  HATCH_STEP = 4,
};

#define LINE_ALPHA 0.3f

static GdkRGBA
make_rgba (VasColor color)
{
  return (GdkRGBA) { color.red, color.green, color.blue, color.alpha };
}

static void
append_hatch (GtkSnapshot *snapshot, const graphene_rect_t *square, GdkRGBA stroke)
{
  GdkRGBA nothing = stroke;
  nothing.alpha = 0;
  const GskColorStop stops[] = { { 0, stroke }, { 0.3f, stroke }, { 0.3f, nothing }, { 1, nothing } };
  graphene_point_t start = square->origin, end = square->origin;
  end.x += HATCH_STEP * 0.5f;
  end.y += HATCH_STEP * 0.5f;
  gtk_snapshot_append_repeating_linear_gradient (snapshot, square, &start, &end, stops,
                                                 G_N_ELEMENTS (stops));
}

void
vas_kind_chip_draw (
    const VasKindChip *self, GtkSnapshot *snapshot, float x, float y, const GdkRGBA *ink)
{
  g_return_if_fail (self != NULL && GTK_IS_SNAPSHOT (snapshot) && ink != NULL);

  graphene_rect_t square = GRAPHENE_RECT_INIT (x, y, VAS_KIND_CHIP_SIDE, VAS_KIND_CHIP_SIDE);
  GskRoundedRect outline;
  GdkRGBA fill = make_rgba (vas_palette_get_fill (self->theme, self->family, self->shade));

  gsk_rounded_rect_init_from_rect (&outline, &square, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &square);
  if (self->shade == VAS_SHADE_NO_ACCESS)
    append_hatch (snapshot, &square,
                  make_rgba (vas_palette_get_hatch (self->theme, self->family)));
  gtk_snapshot_pop (snapshot);

  /* A selected row may be of the chip's own colour: a line in that of the text sets it off. */
  GdkRGBA line = *ink;
  line.alpha *= LINE_ALPHA;
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { line, line, line, line });
}
