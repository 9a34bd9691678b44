/* The passing message.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-toast.h"

/* Long enough to read a path twice. */
#define SHOWN_SECONDS 8

struct _VasToast
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  guint timer;
};

G_DEFINE_FINAL_TYPE (VasToast, vas_toast, GTK_TYPE_WIDGET)

static void
hide_toast (VasToast *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static gboolean
timer_cb (gpointer user_data)
{
  VasToast *self = user_data;
  self->timer = 0;
  hide_toast (self);
  return G_SOURCE_REMOVE;
}

static void
close_clicked_cb (VasToast *self)
{
  hide_toast (self);
}

/* Hidden, it must take no clicks from what lies under it. */
static void
revealed_cb (VasToast *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_revealer_get_child_revealed (self->revealer)
                                                 || gtk_revealer_get_reveal_child (self->revealer));
}

static void
vas_toast_dispose (GObject *object)
{
  VasToast *self = VAS_TOAST (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_TOAST);
  G_OBJECT_CLASS (vas_toast_parent_class)->dispose (object);
}

static void
vas_toast_class_init (VasToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_toast_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-toast.ui");
  gtk_widget_class_bind_template_child (widget_class, VasToast, revealer);
  gtk_widget_class_bind_template_child (widget_class, VasToast, label);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vas_toast_init (VasToast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vas_toast_show (VasToast *self, const char *text)
{
  g_return_if_fail (VAS_IS_TOAST (self) && text != NULL);

  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (SHOWN_SECONDS, timer_cb, self);
}
