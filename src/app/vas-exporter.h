/* Takes an export from the wish to the message that it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-export.h"
#include "vas-session.h"
#include "vas-toast.h"

#define VAS_TYPE_EXPORTER (vas_exporter_get_type ())
G_DECLARE_FINAL_TYPE (VasExporter, vas_exporter, VAS, EXPORTER, GObject)

/** vas_exporter_new: @settings (nullable): remember the folder; @toast tells how it went. */
VasExporter *vas_exporter_new (VasSession *session, GSettings *settings, VasToast *toast);

/** vas_exporter_ask: asks where to in a dialog over @parent, then writes. */
void vas_exporter_ask (VasExporter *self,
                       GtkWindow *parent,
                       VasFormat format,
                       const VasPictureOptions *options);

/** vas_exporter_write: writes to @path, in the format of its extension, on a worker. */
void vas_exporter_write (VasExporter *self, const char *path, const VasPictureOptions *options);
