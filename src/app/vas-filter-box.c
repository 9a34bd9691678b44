/* The box in which one types what the table and the map are to show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-filter-box.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-display.h"

struct _VasFilterBox
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkEditable *entry;
  GtkLabel *count;
  GtkLabel *problem;

  VasSession *session;
};

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasFilterBox, vas_filter_box, GTK_TYPE_WIDGET)

static void
show_problem (VasFilterBox *self, const char *message)
{
  gboolean wrong = message != NULL;
  gtk_label_set_text (self->problem, wrong ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), wrong);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
search_changed_cb (VasFilterBox *self)
{
  g_autoptr (GError) error = NULL;
  if (self->session == NULL)
    return;
  vas_session_set_filter_text (self->session, gtk_editable_get_text (self->entry), &error);
  show_problem (self, error != NULL ? error->message : NULL);
}

static void
filter_text_changed_cb (VasFilterBox *self)
{
  const char *text = vas_session_get_filter_text (self->session);
  if (g_strcmp0 (gtk_editable_get_text (self->entry), text) == 0)
    return;
  /* The entry tells at once that it was emptied, though only on the way to the new text. */
  g_signal_handlers_block_by_func (self->entry, search_changed_cb, self);
  gtk_editable_set_text (self->entry, text);
  g_signal_handlers_unblock_by_func (self->entry, search_changed_cb, self);
  search_changed_cb (self);
}

static void
update_count (VasFilterBox *self)
{
  VasOrder *order = vas_region_list_get_order (vas_session_get_region_list (self->session));
  gsize n_regions = order != NULL ? vas_snapshot_get_n_regions (order->snapshot) : 0;
  g_autofree char *all = vas_display_count (n_regions);
  g_autofree char *shown = vas_display_count (order != NULL ? order->n : 0);
  g_autofree char *text
      = vas_session_get_filter (self->session) != NULL
            /* Translators: how many regions fit the filter, and how many there are. */
            ? g_strdup_printf (ngettext ("%s of %s region", "%s of %s regions", n_regions), shown, all)
            : g_strdup_printf (ngettext ("%s region", "%s regions", n_regions), all);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_regions > 0);
}

static void
leave_cb (VasFilterBox *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
stop_search_cb (VasFilterBox *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    vas_filter_box_clear (self);
  else
    leave_cb (self);
}

static gboolean
key_pressed_cb (VasFilterBox *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  leave_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
vas_filter_box_grab_focus (GtkWidget *widget)
{
  VasFilterBox *self = VAS_FILTER_BOX (widget);
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->entry)))
    return FALSE;
  gtk_editable_select_region (self->entry, 0, -1);
  return TRUE;
}

static void
vas_filter_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VAS_TYPE_FILTER_BOX);
  g_clear_object (&VAS_FILTER_BOX (object)->session);
  G_OBJECT_CLASS (vas_filter_box_parent_class)->dispose (object);
}

static void
vas_filter_box_class_init (VasFilterBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_filter_box_dispose;
  widget_class->grab_focus = vas_filter_box_grab_focus;
  signals[LEFT] = g_signal_new ("left", VAS_TYPE_FILTER_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "filterbox");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-filter-box.ui");
  gtk_widget_class_bind_template_child (widget_class, VasFilterBox, content);
  gtk_widget_class_bind_template_child (widget_class, VasFilterBox, entry);
  gtk_widget_class_bind_template_child (widget_class, VasFilterBox, count);
  gtk_widget_class_bind_template_child (widget_class, VasFilterBox, problem);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
vas_filter_box_init (VasFilterBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vas_filter_box_set_session (VasFilterBox *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_FILTER_BOX (self) && VAS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "filter-text-changed", G_CALLBACK (filter_text_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vas_session_get_region_list (session), "order-changed",
                           G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  filter_text_changed_cb (self);
  update_count (self);
}

void
vas_filter_box_clear (VasFilterBox *self)
{
  g_return_if_fail (VAS_IS_FILTER_BOX (self));
  gtk_editable_set_text (self->entry, "");
}
