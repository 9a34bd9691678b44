/* What the window's structure and its actions share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-banner.h"
#include "vas-exporter.h"
#include "vas-process-picker.h"
#include "vas-status-line.h"
#include "vas-status-page.h"
#include "vas-toast.h"
#include "vas-window-title.h"
#include "vas-window.h"
#include "vas-workspace.h"

struct _VasWindow
{
  GtkApplicationWindow parent_instance;

  VasWindowTitle *title;
  GtkWidget *live_button;
  GtkStack *live_words;
  GtkWidget *find_button;
  GtkWidget *export_button;
  GtkPaned *panes;
  GtkWidget *main;
  VasBanner *banner;
  GtkStack *stack;
  VasWorkspace *workspace;
  VasStatusPage *status_page;
  VasProcessPicker *picker;
  VasStatusLine *status_line;
  VasToast *toast;

  guint furnishing;   /* idle source: the first frame was painted */
  VasSource *waiting; /* (nullable): what to open then */
  GSettings *settings;
  VasSession *session;
  VasExporter *exporter;
  char *proc_root;
  gboolean is_focused; /* the keyboard went to the map of what is open */
  gboolean wide;
  int processes_width; /* of their list beside a map, as it was chosen in a wide window */
};

/** vas_window_is_furnished: whether there are widgets in it yet. */
gboolean vas_window_is_furnished (VasWindow *self);

/** vas_window_restore_size: as it was when a window was last closed. */
void vas_window_restore_size (VasWindow *self);
/** vas_window_restore_panes: the same of what is in it. */
void vas_window_restore_panes (VasWindow *self);
void vas_window_keep_sizes (VasWindow *self);
/** vas_window_follow_surface: sees when it is minimized, or too narrow for all panes. */
void vas_window_follow_surface (VasWindow *self);

/** Boolean actions of the window by name. */
gboolean vas_window_is_toggled (VasWindow *self, const char *action);
void vas_window_set_toggled (VasWindow *self, const char *action, gboolean toggled);

/** vas_window_show_picker: alone where nothing is open, else beside the map if it is wanted. */
void vas_window_show_picker (VasWindow *self);
void vas_window_open_file (VasWindow *self, GFile *file);

/** vas_window_add_actions: those of vas-window-actions.c, with the states they are remembered in.
 */
void vas_window_add_actions (VasWindow *self);
/** vas_window_enable_actions: those that make sense for what is open. */
void vas_window_enable_actions (VasWindow *self);
