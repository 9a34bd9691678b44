/* The processes one could pick, as a list model.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-process.h"

/**
 * VasProcessList: a #GListModel of #VasProcess by pid. An object stays with its process, and says
 * itself when it changes; the list announces exactly which processes are new or gone.
 */
#define VAS_TYPE_PROCESS_LIST (vas_process_list_get_type ())
G_DECLARE_FINAL_TYPE (VasProcessList, vas_process_list, VAS, PROCESS_LIST, GObject)

VasProcessList *vas_process_list_new (void);

/** vas_process_list_update: @processes (element-type VasProcess), sorted by pid. */
void vas_process_list_update (VasProcessList *self, GPtrArray *processes);
