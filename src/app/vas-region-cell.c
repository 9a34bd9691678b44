/* A cell of the table of regions: a line of text, behind a chip in the column of kinds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-cell.h"

enum
{
  CHIP_SPACING = 8, /* logical pixels */
};

struct _VasRegionCell
{
  GtkWidget parent_instance;

  const VasRegionCellStyle *style;
  char *text;
  PangoLayout *layout; /* (nullable): of the text, once it was drawn */
  VasKindChip chip;
  gboolean has_chip;
};

G_DEFINE_FINAL_TYPE (VasRegionCell, vas_region_cell, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (VasRegionCell *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_attributes (self->layout, self->style->attributes);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, self->style->ellipsize);
    }
  return self->layout;
}

static int
get_text_width (VasRegionCell *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  return MAX (width - (self->has_chip ? VAS_KIND_CHIP_SIDE + CHIP_SPACING : 0), 0);
}

static void
draw_text (VasRegionCell *self, GtkSnapshot *snapshot, gboolean is_mirrored)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoLayout *layout = get_layout (self);
  int room = get_text_width (self), width, height;
  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);

  float xalign = is_mirrored ? 1 - self->style->xalign : self->style->xalign;
  int left = is_mirrored ? 0 : gtk_widget_get_width (widget) - room;
  PangoRectangle ink;
  pango_layout_get_pixel_extents (layout, NULL, &ink);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              left + (int) (xalign * (float) (room - width)) - ink.x,
                              (gtk_widget_get_height (widget) - height) / 2, layout);
}

static void
draw_chip (VasRegionCell *self, GtkSnapshot *snapshot, gboolean is_mirrored)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA ink;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  int right = gtk_widget_get_width (widget) - VAS_KIND_CHIP_SIDE;
  vas_kind_chip_draw (&self->chip, snapshot, is_mirrored ? (float) right : 0,
                      (float) (gtk_widget_get_height (widget) - VAS_KIND_CHIP_SIDE) / 2, &ink);
}

static void
vas_region_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VasRegionCell *self = VAS_REGION_CELL (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  if (*self->text == '\0')
    return;
  draw_text (self, snapshot, is_mirrored);
  if (self->has_chip)
    draw_chip (self, snapshot, is_mirrored);
}

/* Columns have a width of their own. */
static void
vas_region_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  int height = VAS_REGION_CELL (widget)->style->height;
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : 0;
}

/* The font may be another. */
static void
vas_region_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vas_region_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&VAS_REGION_CELL (widget)->layout);
}

static void
vas_region_cell_finalize (GObject *object)
{
  VasRegionCell *self = VAS_REGION_CELL (object);
  g_free (self->text);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (vas_region_cell_parent_class)->finalize (object);
}

static void
vas_region_cell_class_init (VasRegionCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vas_region_cell_finalize;
  widget_class->snapshot = vas_region_cell_snapshot;
  widget_class->measure = vas_region_cell_measure;
  widget_class->css_changed = vas_region_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "regioncell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

/* Without a label of its own, GTK 4.8 gives a widget out under the name of its type. */
static void
label_for_assistive_technology (VasRegionCell *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *self->text != '\0' ? self->text : " ", -1);
}

static void
vas_region_cell_init (VasRegionCell *self)
{
  self->text = g_strdup ("");
  label_for_assistive_technology (self);
}

GtkWidget *
vas_region_cell_new (const VasRegionCellStyle *style)
{
  g_return_val_if_fail (style != NULL, NULL);
  VasRegionCell *self = g_object_new (VAS_TYPE_REGION_CELL, NULL);
  self->style = style;
  return GTK_WIDGET (self);
}

void
vas_region_cell_set_text (VasRegionCell *self, const char *text)
{
  g_return_if_fail (VAS_IS_REGION_CELL (self) && text != NULL);
  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  label_for_assistive_technology (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
vas_region_cell_get_text (VasRegionCell *self)
{
  g_return_val_if_fail (VAS_IS_REGION_CELL (self), "");
  return self->text;
}

void
vas_region_cell_set_chip (VasRegionCell *self, const VasKindChip *chip)
{
  g_return_if_fail (VAS_IS_REGION_CELL (self) && chip != NULL);
  if (self->has_chip && self->chip.theme == chip->theme && self->chip.family == chip->family
      && self->chip.shade == chip->shade)
    return;
  self->chip = *chip;
  self->has_chip = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
vas_region_cell_is_cut (VasRegionCell *self)
{
  g_return_val_if_fail (VAS_IS_REGION_CELL (self), FALSE);
  g_autoptr (PangoLayout) whole = pango_layout_copy (get_layout (self));
  int width;
  pango_layout_set_width (whole, -1);
  pango_layout_get_pixel_size (whole, &width, NULL);
  return width > get_text_width (self);
}
