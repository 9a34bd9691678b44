/* What is remembered of the window's sizes, and what its width has room for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-window-private.h"

#include "vas-digit-width.h"
#include "vas-preferences.h"

/* Widths in digits, which follow the font. */
enum
{
  PROCESSES_DIGITS = 34, /* names, pids and sizes in RAM */
  /* Below this the map and the table need the width that the list of processes would take. */
  WIDE_DIGITS = 144,
};

static int
get_standard_width (VasWindow *self)
{
  return vas_digit_width (GTK_WIDGET (self), PROCESSES_DIGITS);
}

void
vas_window_restore_size (VasWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               vas_preferences_get_int (self->settings, "window-width", 1360),
                               vas_preferences_get_int (self->settings, "window-height", 860));
  if (vas_preferences_get_boolean (self->settings, "window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
}

void
vas_window_restore_panes (VasWindow *self)
{
  int processes_width = vas_preferences_get_int (self->settings, "processes-width", 0);
  self->processes_width = processes_width > 0 ? processes_width : get_standard_width (self);
  gtk_paned_set_position (self->panes, self->processes_width);
  vas_workspace_restore (self->workspace, self->settings);
}

/* Alone in the window the list has no width of its own, and in a narrow one not the one that was
 * chosen. */
static void
remember_processes_width (VasWindow *self)
{
  if (self->wide && gtk_widget_get_mapped (GTK_WIDGET (self->picker))
      && gtk_widget_get_mapped (self->main))
    self->processes_width = gtk_paned_get_position (self->panes);
}

void
vas_window_keep_sizes (VasWindow *self)
{
  int width, height;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  vas_preferences_set_boolean (self->settings, "window-maximized",
                               gtk_window_is_maximized (GTK_WINDOW (self)));
  vas_preferences_set_int (self->settings, "window-width", width);
  vas_preferences_set_int (self->settings, "window-height", height);
  if (!vas_window_is_furnished (self))
    return;
  remember_processes_width (self);
  vas_preferences_set_int (self->settings, "processes-width",
                           self->processes_width != get_standard_width (self)
                               ? self->processes_width
                               : 0);
  vas_workspace_keep (self->workspace, self->settings);
}

/* A minimized window reads nothing. */
static void
surface_state_cb (GdkToplevel *surface, GParamSpec *spec, gpointer user_data)
{
  VasWindow *self = user_data;
  gboolean minimized = (gdk_toplevel_get_state (surface) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;
  vas_reader_set_watched (vas_session_get_reader (self->session), !minimized);
}

static void
set_wide (VasWindow *self, gboolean wide)
{
  self->wide = wide;
  vas_window_set_toggled (
      self, "show-processes",
      wide && vas_preferences_get_boolean (self->settings, "show-processes", TRUE));
}

static gboolean
has_room (VasWindow *self, GdkSurface *surface)
{
  return gdk_surface_get_width (surface) >= vas_digit_width (GTK_WIDGET (self), WIDE_DIGITS);
}

static void
surface_width_cb (GdkSurface *surface, GParamSpec *spec, gpointer user_data)
{
  VasWindow *self = user_data;
  gboolean wide = has_room (self, surface);
  if (self->wide == wide)
    return;
  remember_processes_width (self);
  set_wide (self, wide);
  if (wide)
    gtk_paned_set_position (self->panes, self->processes_width);
}

void
vas_window_follow_surface (VasWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  g_signal_connect_object (surface, "notify::state", G_CALLBACK (surface_state_cb), self, 0);
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (surface_width_cb), self, 0);
  set_wide (self, has_room (self, surface));
}
