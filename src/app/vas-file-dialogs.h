/* Asks for the file to open, and for the file to save to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-export.h"

/** VasFileChosen: @file was chosen; not called when the dialog was cancelled. */
typedef void (*VasFileChosen) (GFile *file, gpointer user_data);

/** vas_file_dialogs_open: @chosen is called at most once, while @parent is alive. */
void vas_file_dialogs_open (GtkWindow *parent, VasFileChosen chosen, gpointer user_data);

/**
 * vas_file_dialogs_save:
 * @folder: (nullable): path to begin in
 * @name: UTF-8, name to suggest
 *
 * The dialog itself asks before a file is replaced.
 */
void vas_file_dialogs_save (GtkWindow *parent,
                            VasFormat format,
                            const char *folder,
                            const char *name,
                            VasFileChosen chosen,
                            gpointer user_data);

/**
 * vas_file_dialogs_suggest_name:
 *
 * Returns: (transfer full): "firefox-4242-2026-11-22.png": title, pid if there is one, local date
 *   of the reading; safe as a file name.
 */
char *vas_file_dialogs_suggest_name (const VasSnapshot *snapshot, VasFormat format);
