/* The page shown instead of a map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-status-page.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-error.h"

struct _VasStatusPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkWidget *buttons;
  GtkWidget *retry;
};

/* What an error looks like; its message says the rest. Trying again helps where the cause can pass.
 */
typedef struct
{
  VasError code;
  const char *icon;
  const char *title;
  gboolean can_retry;
} Look;

static const Look looks[] = {
  { VAS_ERROR_DENIED, "changes-prevent-symbolic", N_ ("You may not look into this process"), TRUE },
  { VAS_ERROR_VANISHED, "process-stop-symbolic", N_ ("This process is not there"), TRUE },
  { VAS_ERROR_REUSED, "process-stop-symbolic", N_ ("This process has ended"), FALSE },
  { VAS_ERROR_ZOMBIE, "process-stop-symbolic", N_ ("This process has ended"), FALSE },
  { VAS_ERROR_KERNEL_THREAD, "emblem-system-symbolic", N_ ("This is part of the kernel"), FALSE },
  { VAS_ERROR_EMPTY, "dialog-information-symbolic", N_ ("There is nothing to show"), TRUE },
  { VAS_ERROR_NOT_MAPS, "dialog-question-symbolic", N_ ("This is not a memory map"), TRUE },
};

static const Look other_look = { 0, "dialog-error-symbolic", N_ ("This could not be read"), TRUE };

G_DEFINE_FINAL_TYPE (VasStatusPage, vas_status_page, GTK_TYPE_WIDGET)

static const Look *
find_look (const GError *error)
{
  if (error->domain == VAS_ERROR)
    for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
      if (looks[i].code == (VasError) error->code)
        return &looks[i];
  return &other_look;
}

static void
vas_status_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VAS_TYPE_STATUS_PAGE);
  G_OBJECT_CLASS (vas_status_page_parent_class)->dispose (object);
}

static void
vas_status_page_class_init (VasStatusPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_status_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-status-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VasStatusPage, content);
  gtk_widget_class_bind_template_child (widget_class, VasStatusPage, icon);
  gtk_widget_class_bind_template_child (widget_class, VasStatusPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, VasStatusPage, title);
  gtk_widget_class_bind_template_child (widget_class, VasStatusPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, VasStatusPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, VasStatusPage, retry);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statuspage");
}

static void
vas_status_page_init (VasStatusPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vas_status_page_show_loading (VasStatusPage *self, const char *title)
{
  g_return_if_fail (VAS_IS_STATUS_PAGE (self) && title != NULL);

  /* Translators: %s is the name of a process or file. */
  g_autofree char *heading = g_strdup_printf (_ ("Reading %s"), title);
  gtk_label_set_text (self->title, heading);
  gtk_label_set_text (self->sentence, _ ("A process with very many mappings takes some seconds."));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_widget_set_visible (self->buttons, FALSE);
  /* Most readings are over in a blink: the words come up only after a moment (style.css). */
  gtk_widget_add_css_class (self->content, "waiting");
  gtk_spinner_start (self->spinner);
}

void
vas_status_page_show_error (VasStatusPage *self, const GError *error)
{
  g_return_if_fail (VAS_IS_STATUS_PAGE (self) && error != NULL);

  const Look *look = find_look (error);
  gtk_spinner_stop (self->spinner);
  gtk_widget_remove_css_class (self->content, "waiting");
  gtk_image_set_from_icon_name (self->icon, look->icon);
  gtk_label_set_text (self->title, _ (look->title));
  gtk_label_set_text (self->sentence, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_visible (self->buttons, TRUE);
  gtk_widget_set_visible (self->retry, look->can_retry);
}
