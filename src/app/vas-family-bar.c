/* The stacked bar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-family-bar.h"

#include "vas-palette.h"

enum
{
  LEAST_PIXELS = 2, /* of a family that is there at all */
  CORNER = 3,
};

struct _VasFamilyBar
{
  GtkWidget parent_instance;

  VasTheme theme;
  double shares[VAS_N_FAMILIES];
};

G_DEFINE_FINAL_TYPE (VasFamilyBar, vas_family_bar, GTK_TYPE_WIDGET)

/* Whole pixels: the smallest shares first get their least, the rest is shared out in proportion. */
static void
compute_widths (const VasFamilyBar *self, int width, int widths[VAS_N_FAMILIES])
{
  double total = 0, filled = 0;
  int present = 0, drawn = 0, k = 0;

  for (int i = 0; i < VAS_N_FAMILIES; i++)
    {
      total += self->shares[i];
      present += self->shares[i] > 0;
    }
  int spare = MAX (width - present * LEAST_PIXELS, 0);
  for (int i = 0; i < VAS_N_FAMILIES; i++)
    {
      widths[i] = 0;
      if (self->shares[i] <= 0)
        continue;
      filled += self->shares[i];
      k++;
      int end = MIN (k * LEAST_PIXELS + (int) (spare * (filled / total) + 0.5), width);
      widths[i] = end - drawn;
      drawn = end;
    }
}

static GdkRGBA
get_color (const VasFamilyBar *self, VasFamily family)
{
  VasColor color = family == VAS_FAMILY_NONE
                       ? vas_palette_get_hatch (self->theme, family)
                       : vas_palette_get_fill (self->theme, family, VAS_SHADE_WRITABLE);
  return (GdkRGBA){ color.red, color.green, color.blue, color.alpha };
}

static void
vas_family_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VasFamilyBar *self = VAS_FAMILY_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int widths[VAS_N_FAMILIES];
  GskRoundedRect outline;
  int x = 0;

  compute_widths (self, width, widths);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  for (int i = 0; i < VAS_N_FAMILIES; i++)
    if (widths[i] > 0)
      {
        GdkRGBA color = get_color (self, i);
        gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, 0, widths[i], height));
        x += widths[i];
      }
  gtk_snapshot_pop (snapshot);
}

static void
vas_family_bar_class_init (VasFamilyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = vas_family_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "familybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vas_family_bar_init (VasFamilyBar *self)
{
}

void
vas_family_bar_set_theme (VasFamilyBar *self, VasTheme theme)
{
  g_return_if_fail (VAS_IS_FAMILY_BAR (self) && theme < VAS_N_THEMES);
  self->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
vas_family_bar_set_shares (VasFamilyBar *self, const double shares[VAS_N_FAMILIES])
{
  g_return_if_fail (VAS_IS_FAMILY_BAR (self));
  for (int i = 0; i < VAS_N_FAMILIES; i++)
    self->shares[i] = MAX (shares[i], 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
