/* The summary by kind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-family-summary.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-family-bar.h"
#include "vas-family-row.h"
#include "vas-pace.h"

struct _VasFamilySummary
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *rows_box;
  VasFamilyBar *bar;
  GtkWidget *name_heading;
  GtkWidget *count_heading;
  GtkWidget *mapped_heading;
  GtkWidget *resident_heading;
  GtkWidget *unmeasured;
  VasFamilyRow *rows[VAS_N_FAMILIES];
  VasSession *session;
};

G_DEFINE_FINAL_TYPE (VasFamilySummary, vas_family_summary, GTK_TYPE_WIDGET)

static char *
get_filter_text (VasFamily family)
{
  return g_strdup_printf ("family:%s", vas_family_get_id (family));
}

static void
row_toggled_cb (VasFamilyRow *row, VasFamilySummary *self)
{
  g_autofree char *text = get_filter_text (vas_family_row_get_family (row));
  gboolean pressed = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row));
  const char *present = vas_session_get_filter_text (self->session);
  if (pressed)
    vas_session_set_filter_text (self->session, text, NULL);
  else if (g_str_equal (present, text))
    vas_session_set_filter_text (self->session, "", NULL);
}

/* A row is pressed while exactly its family is what the filter box holds. */
static void
filter_text_changed_cb (VasFamilySummary *self)
{
  const char *present = vas_session_get_filter_text (self->session);
  for (guint i = 0; i < VAS_N_FAMILIES; i++)
    {
      g_autofree char *text = get_filter_text (i);
      g_signal_handlers_block_by_func (self->rows[i], row_toggled_cb, self);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->rows[i]), g_str_equal (present, text));
      g_signal_handlers_unblock_by_func (self->rows[i], row_toggled_cb, self);
    }
}

/* What is in RAM says more than what is mapped: one reservation of a terabyte would fill the bar.
 */
static void
show_bar (VasFamilySummary *self, const VasTotals *totals)
{
  double shares[VAS_N_FAMILIES];
  for (guint i = 0; i < VAS_N_FAMILIES; i++)
    shares[i] = totals->resident_known ? totals->families[i].resident : totals->families[i].mapped;
  vas_family_bar_set_shares (self->bar, shares);

  const char *words = totals->resident_known ? _ ("Share of what is in RAM, by kind")
                                             : _ ("Share of what is mapped, by kind");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->bar), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* An ordinary process is measured right after its first picture: only what the pace leaves out
 * (vas-pace.h) is worth a word. */
static gboolean
is_left_unmeasured (VasFamilySummary *self, const VasSnapshot *snapshot)
{
  VasPace pace = { .details = vas_reader_get_details (vas_session_get_reader (self->session)) };
  return snapshot->facts != NULL && !snapshot->totals.resident_known
         && vas_pace_choose_flags (&pace, snapshot) == VAS_READ_MAPS;
}

static void
changed_cb (VasFamilySummary *self)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  if (snapshot == NULL)
    return;
  show_bar (self, &snapshot->totals);
  gtk_widget_set_visible (self->unmeasured, is_left_unmeasured (self, snapshot));
  for (guint i = 0; i < VAS_N_FAMILIES; i++)
    vas_family_row_set_sum (self->rows[i], &snapshot->totals.families[i],
                            snapshot->totals.resident_known);
}

static void
make_rows (VasFamilySummary *self)
{
  GtkWidget *headings[VAS_FAMILY_ROW_N_GROUPS]
      = { self->name_heading, self->count_heading, self->mapped_heading, self->resident_heading };
  GtkSizeGroup *groups[VAS_FAMILY_ROW_N_GROUPS];

  for (guint i = 0; i < VAS_FAMILY_ROW_N_GROUPS; i++)
    {
      groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_size_group_add_widget (groups[i], headings[i]);
    }
  for (guint i = 0; i < VAS_N_FAMILIES; i++)
    {
      self->rows[i] = VAS_FAMILY_ROW (vas_family_row_new (i, groups));
      gtk_box_append (self->rows_box, GTK_WIDGET (self->rows[i]));
      g_signal_connect (self->rows[i], "toggled", G_CALLBACK (row_toggled_cb), self);
    }
  for (guint i = 0; i < VAS_FAMILY_ROW_N_GROUPS; i++)
    g_object_unref (groups[i]);
}

static void
vas_family_summary_dispose (GObject *object)
{
  VasFamilySummary *self = VAS_FAMILY_SUMMARY (object);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_FAMILY_SUMMARY);
  G_OBJECT_CLASS (vas_family_summary_parent_class)->dispose (object);
}

static void
vas_family_summary_class_init (VasFamilySummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_family_summary_dispose;
  g_type_ensure (VAS_TYPE_FAMILY_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-family-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, VasFamilySummary, content);
  gtk_widget_class_bind_template_child (widget_class, VasFamilySummary, rows_box);
  gtk_widget_class_bind_template_child (widget_class, VasFamilySummary, bar);
  gtk_widget_class_bind_template_child (widget_class, VasFamilySummary, name_heading);
  gtk_widget_class_bind_template_child (widget_class, VasFamilySummary, count_heading);
  gtk_widget_class_bind_template_child (widget_class, VasFamilySummary, mapped_heading);
  gtk_widget_class_bind_template_child (widget_class, VasFamilySummary, resident_heading);
  gtk_widget_class_bind_template_child (widget_class, VasFamilySummary, unmeasured);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "familysummary");
}

static void
vas_family_summary_init (VasFamilySummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_rows (self);
}

void
vas_family_summary_set_session (VasFamilySummary *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_FAMILY_SUMMARY (self) && self->session == NULL
                    && VAS_IS_SESSION (session));

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filter-text-changed", G_CALLBACK (filter_text_changed_cb),
                           self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
vas_family_summary_set_theme (VasFamilySummary *self, VasTheme theme)
{
  g_return_if_fail (VAS_IS_FAMILY_SUMMARY (self));
  vas_family_bar_set_theme (self->bar, theme);
  for (guint i = 0; i < VAS_N_FAMILIES; i++)
    vas_family_row_set_theme (self->rows[i], theme);
}
