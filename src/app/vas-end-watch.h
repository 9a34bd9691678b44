/* Notes the end of a process at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-source.h"

/** VasEndWatch: waits on the main loop, without reading anything of the process. */
typedef struct _VasEndWatch VasEndWatch;

/**
 * vas_end_watch_new:
 * @source: was read once
 * @ended: called once, when all threads of the process have ended; may free the watch
 *
 * Returns: (transfer full) (nullable): %NULL where nothing tells (vas_pidfd_open()): elsewhere than in
 *   /proc itself the end shows at the next reading.
 */
VasEndWatch *vas_end_watch_new (VasSource *source,
                                void (*ended) (gpointer user_data),
                                gpointer user_data);
void vas_end_watch_free (VasEndWatch *self);

/** vas_end_watch_has_seen: whether it has ended by now, even if nobody was told yet. */
gboolean vas_end_watch_has_seen (VasEndWatch *self);
