/* The title in the header bar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-window-title.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-display.h"

struct _VasWindowTitle
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *subtitle;
  VasSession *session;
};

G_DEFINE_FINAL_TYPE (VasWindowTitle, vas_window_title, GTK_TYPE_WIDGET)

/* Separate sentences rather than one: each number is there only where it is known. */
static void
append_part (GString *line, char *part)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
  g_free (part);
}

static char *
describe_regions (guint64 n_regions)
{
  g_autofree char *count = vas_display_count (n_regions);
  /* Translators: %s is a number. */
  return g_strdup_printf (ngettext ("%s region", "%s regions", n_regions), count);
}

static char *
describe_mapped (guint64 bytes)
{
  g_autofree char *size = vas_display_size (bytes);
  /* Translators: %s is a size such as "12.1 GiB": addresses set aside, not memory used. */
  return g_strdup_printf (_ ("%s mapped"), size);
}

static char *
describe_resident (guint64 bytes)
{
  g_autofree char *size = vas_display_size (bytes);
  /* Translators: %s is a size such as "310 MiB". */
  return g_strdup_printf (_ ("%s in RAM"), size);
}

static char *
describe_snapshot (const VasSnapshot *snapshot)
{
  const VasTotals *totals = &snapshot->totals;
  GString *line = g_string_new (NULL);
  if (snapshot->facts != NULL)
    append_part (line, g_strdup_printf ("%d", snapshot->facts->pid));
  append_part (line, describe_regions (totals->all.regions));
  append_part (line, describe_mapped (totals->all.mapped));
  if (totals->resident_known)
    append_part (line, describe_resident (totals->all.resident));
  else if (snapshot->facts != NULL && snapshot->facts->vm_rss > 0)
    append_part (line, describe_resident (snapshot->facts->vm_rss));
  return g_string_free (line, FALSE);
}

static void
changed_cb (VasWindowTitle *self)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  VasSource *source = vas_session_get_source (self->session);
  g_autofree char *title
      = source != NULL ? vas_source_dup_title (source) : g_strdup (_ ("Vascope"));
  g_autofree char *subtitle = snapshot != NULL ? describe_snapshot (snapshot) : g_strdup ("");

  gtk_label_set_text (self->title, snapshot != NULL ? snapshot->title : title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
}

static void
vas_window_title_dispose (GObject *object)
{
  VasWindowTitle *self = VAS_WINDOW_TITLE (object);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_WINDOW_TITLE);
  G_OBJECT_CLASS (vas_window_title_parent_class)->dispose (object);
}

static void
vas_window_title_class_init (VasWindowTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_window_title_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-window-title.ui");
  gtk_widget_class_bind_template_child (widget_class, VasWindowTitle, content);
  gtk_widget_class_bind_template_child (widget_class, VasWindowTitle, title);
  gtk_widget_class_bind_template_child (widget_class, VasWindowTitle, subtitle);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vas_window_title_init (VasWindowTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vas_window_title_set_session (VasWindowTitle *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_WINDOW_TITLE (self) && self->session == NULL
                    && VAS_IS_SESSION (session));

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
