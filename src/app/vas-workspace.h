/* An address space on show: the map beside its summary, its table and the card.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-view.h"
#include "vas-region-view.h"

/** VasWorkspace: four views of one session in panes that can be resized. */
#define VAS_TYPE_WORKSPACE (vas_workspace_get_type ())
G_DECLARE_FINAL_TYPE (VasWorkspace, vas_workspace, VAS, WORKSPACE, GtkWidget)

/** vas_workspace_set_session: once, before anything else. */
void vas_workspace_set_session (VasWorkspace *self, VasSession *session);

/** Sizes of the panes, and columns and sort of the table. @settings (nullable). */
void vas_workspace_restore (VasWorkspace *self, GSettings *settings);
void vas_workspace_keep (VasWorkspace *self, GSettings *settings);

/** (transfer none): */
VasMapView *vas_workspace_get_map (VasWorkspace *self);
VasRegionView *vas_workspace_get_regions (VasWorkspace *self);

/** vas_workspace_get_theme: the palette that the views are drawn with now. */
VasTheme vas_workspace_get_theme (VasWorkspace *self);
