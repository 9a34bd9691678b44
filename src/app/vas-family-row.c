/* A row of the summary.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-family-row.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-display.h"
#include "vas-family-bar.h"

enum
{
  LEAST_NAME_CHARS = 12,
};

struct _VasFamilyRow
{
  GtkToggleButton parent_instance;

  VasFamily family;
  GtkWidget *chip;
  GtkWidget *count;
  GtkWidget *mapped;
  GtkWidget *resident;
};

G_DEFINE_FINAL_TYPE (VasFamilyRow, vas_family_row, GTK_TYPE_TOGGLE_BUTTON)

static void
vas_family_row_class_init (VasFamilyRowClass *klass)
{
}

static void
vas_family_row_init (VasFamilyRow *self)
{
}

static GtkWidget *
append_number (GtkWidget *box, GtkSizeGroup *group)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_size_group_add_widget (group, label);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
append_chip (GtkWidget *box, VasFamily family)
{
  double shares[VAS_N_FAMILIES] = { 0 };
  GtkWidget *chip = g_object_new (VAS_TYPE_FAMILY_BAR, "valign", GTK_ALIGN_CENTER, "css-classes",
                                  (const char *[]){ "chip", NULL }, NULL);
  shares[family] = 1;
  vas_family_bar_set_shares (VAS_FAMILY_BAR (chip), shares);
  gtk_box_append (GTK_BOX (box), chip);
  return chip;
}

GtkWidget *
vas_family_row_new (VasFamily family, GtkSizeGroup *groups[VAS_FAMILY_ROW_N_GROUPS])
{
  g_return_val_if_fail (family < VAS_N_FAMILIES, NULL);

  VasFamilyRow *self = g_object_new (VAS_TYPE_FAMILY_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (vas_family_get_label (family));

  self->family = family;
  self->chip = append_chip (box, family);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), LEAST_NAME_CHARS);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_size_group_add_widget (groups[0], name);
  gtk_box_append (GTK_BOX (box), name);
  self->count = append_number (box, groups[1]);
  self->mapped = append_number (box, groups[2]);
  self->resident = append_number (box, groups[3]);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Show only these; once more shows all again"));
  return GTK_WIDGET (self);
}

VasFamily
vas_family_row_get_family (VasFamilyRow *self)
{
  g_return_val_if_fail (VAS_IS_FAMILY_ROW (self), VAS_FAMILY_NONE);
  return self->family;
}

void
vas_family_row_set_theme (VasFamilyRow *self, VasTheme theme)
{
  g_return_if_fail (VAS_IS_FAMILY_ROW (self));
  vas_family_bar_set_theme (VAS_FAMILY_BAR (self->chip), theme);
}

/* A button's children say nothing of themselves to assistive technology: its label says it all. */
static void
describe (VasFamilyRow *self, const VasSum *sum, gboolean resident_known)
{
  const char *family = vas_family_get_label (self->family);
  g_autofree char *count = vas_display_count (sum->regions);
  g_autofree char *mapped = vas_display_size (sum->mapped);
  g_autofree char *resident = vas_display_size (sum->resident);
  gulong n = (gulong) sum->regions;
  g_autofree char *text
      = resident_known
            /* Translators: a family of memory regions, how many there are, and two sizes. */
            ? g_strdup_printf (ngettext ("%s: %s region, %s mapped, %s in RAM",
                                         "%s: %s regions, %s mapped, %s in RAM", n),
                               family, count, mapped, resident)
            /* Translators: a family of memory regions, how many there are, and a size. */
            : g_strdup_printf (ngettext ("%s: %s region, %s mapped", "%s: %s regions, %s mapped", n),
                               family, count, mapped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
vas_family_row_set_sum (VasFamilyRow *self, const VasSum *sum, gboolean resident_known)
{
  g_return_if_fail (VAS_IS_FAMILY_ROW (self) && sum != NULL);

  g_autofree char *count = vas_display_count (sum->regions);
  g_autofree char *mapped = vas_display_size (sum->mapped);
  g_autofree char *resident = resident_known ? vas_display_size (sum->resident) : g_strdup ("–");
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->mapped), mapped);
  gtk_label_set_text (GTK_LABEL (self->resident), resident);
  describe (self, sum, resident_known);
  gtk_widget_set_visible (GTK_WIDGET (self), sum->regions > 0);
}
