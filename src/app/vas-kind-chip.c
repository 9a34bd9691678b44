/* A small patch of colour before a kind: the same colour and hatch that the region has in the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-kind-chip.h"

/* Logical pixels. */
enum
{
  SIDE = 12,
  CORNER = 3,
  HATCH_STEP = 4,
};

#define LINE_ALPHA 0.3f

struct _VasKindChip
{
  GtkWidget parent_instance;

  VasTheme theme;
  VasFamily family;
  VasShade shade;
};

G_DEFINE_FINAL_TYPE (VasKindChip, vas_kind_chip, GTK_TYPE_WIDGET)

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
  gtk_snapshot_append_repeating_linear_gradient (
      snapshot, square, &GRAPHENE_POINT_INIT (0, 0),
      &GRAPHENE_POINT_INIT (HATCH_STEP * 0.5f, HATCH_STEP * 0.5f), stops, G_N_ELEMENTS (stops));
}

static void
vas_kind_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VasKindChip *self = VAS_KIND_CHIP (widget);
  graphene_rect_t square
      = GRAPHENE_RECT_INIT (0, (float) (gtk_widget_get_height (widget) - SIDE) / 2, SIDE, SIDE);
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
  GdkRGBA line;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &line);
  line.alpha *= LINE_ALPHA;
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { line, line, line, line });
}

static void
vas_kind_chip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = SIDE;
  *natural = SIDE;
}

static void
vas_kind_chip_class_init (VasKindChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = vas_kind_chip_snapshot;
  widget_class->measure = vas_kind_chip_measure;
  gtk_widget_class_set_css_name (widget_class, "kindchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vas_kind_chip_init (VasKindChip *self)
{
}

GtkWidget *
vas_kind_chip_new (void)
{
  return g_object_new (VAS_TYPE_KIND_CHIP, NULL);
}

void
vas_kind_chip_set (VasKindChip *self, VasTheme theme, VasFamily family, VasShade shade)
{
  g_return_if_fail (VAS_IS_KIND_CHIP (self));
  if (self->theme == theme && self->family == family && self->shade == shade)
    return;
  self->theme = theme;
  self->family = family;
  self->shade = shade;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
