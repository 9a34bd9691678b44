/* The program that opens windows: its style, actions and keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-application.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-appearance.h"
#include "vas-error.h"
#include "vas-window.h"

/* What the first window is to show. */
typedef struct
{
  VasSource *source; /* (nullable) */
  const char *proc_root;
} Start;

typedef struct
{
  const char *action;
  const char *keys[4]; /* %NULL-terminated */
} Shortcut;

static const Shortcut shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.choose-process", { "<Control>p" } },
  { "win.show-processes", { "F9" } },
  { "win.refresh", { "F5", "<Control>r" } },
  { "win.live", { "<Control>l" } },
  { "win.details", { "<Control>d" } },
  { "win.find", { "<Control>f" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.fit", { "<Control>0", "<Control>KP_0" } },
  { "win.back", { "<Alt>Left" } },
  { "win.export::png", { "<Control>s" } },
  { "win.scale::log", { "<Alt>1" } },
  { "win.scale::linear", { "<Alt>2" } },
  { "win.scale::even", { "<Alt>3" } },
  { "win.stack-on-top", { "<Control>t" } },
  { "win.show-help-overlay", { "<Control>question" } },
};

/* Closing every window ends the main loop, and each window keeps its sizes as it closes. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (user_data), "program-name", "Vascope",
                         "version", VAS_VERSION, "logo-icon-name", VAS_APP_ID, "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("What the memory of a process is, region by region"), NULL);
}

static const GActionEntry actions[] = {
  { "quit", quit_action },
  { "about", about_action },
};

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/vascope/Vascope/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
startup_cb (GtkApplication *application, gpointer user_data)
{
  load_style ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
  gtk_window_set_default_icon_name (VAS_APP_ID);
}

GtkApplication *
vas_application_new (void)
{
  GtkApplication *application = gtk_application_new (VAS_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "startup", G_CALLBACK (startup_cb), NULL);
  return application;
}

static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  const Start *start = user_data;
  VasWindow *window = vas_window_new (application, start->proc_root);
  gtk_window_present (GTK_WINDOW (window));
  if (start->source != NULL)
    vas_window_open (window, start->source);
}

gboolean
vas_application_run (VasSource *source, const char *proc_root, GError **error)
{
  g_set_application_name ("Vascope");
  if (!gtk_init_check ())
    {
      g_set_error_literal (error, VAS_ERROR, VAS_ERROR_READ,
                           _ ("There is no display to open a window on; --export writes a picture "
                              "without one."));
      return FALSE;
    }
  Start start = { source, proc_root };
  g_autoptr (VasColorScheme) scheme = vas_color_scheme_new ();
  g_autoptr (GtkApplication) application = vas_application_new ();
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &start);
  g_application_run (G_APPLICATION (application), 0, NULL);
  return TRUE;
}
