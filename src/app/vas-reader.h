/* Reads one source, and a process again and again, as often as the pace allows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-source.h"

/**
 * VasReader: never two readings at once, on a worker; the next when the one before is dealt with.
 *
 * A refresh begins with a reading. It is over when whoever shows what was read says so
 * (vas_reader_finish()): what the program spent of the processor until then is what it costs, and
 * decides how soon the next one comes (vas-pace.h).
 *
 * Properties:
 *  - "live" (gboolean): the next refresh comes by itself; %TRUE at first
 *  - "share" (guint): per cent of one core that following a process may take
 *
 * Signals:
 *  - "read" (VasSnapshot): good news; the very snapshot of the last time if nothing changed
 *  - "failed" (GError)
 *  - "ended": the process has ended; nothing is read any more
 */
#define VAS_TYPE_READER (vas_reader_get_type ())
G_DECLARE_FINAL_TYPE (VasReader, vas_reader, VAS, READER, GObject)

VasReader *vas_reader_new (void);

/** vas_reader_open: @source (nullable): reads it at once, and forgets what was open. */
void vas_reader_open (VasReader *self, VasSource *source);

/** vas_reader_start_over: the process is another program now: the source knows nothing any more. */
void vas_reader_start_over (VasReader *self);

/** vas_reader_get_source: (transfer none) (nullable): */
VasSource *vas_reader_get_source (VasReader *self);

/** vas_reader_refresh: reads now, unless a refresh is under way or the process has ended. */
void vas_reader_refresh (VasReader *self);

/** vas_reader_finish: what was read last can be seen: %FALSE if it could be before, or is not read. */
gboolean vas_reader_finish (VasReader *self);

void vas_reader_set_live (VasReader *self, gboolean live);
gboolean vas_reader_get_live (VasReader *self);
/** vas_reader_set_watched: whether anybody can see it; Live rests meanwhile if not. */
void vas_reader_set_watched (VasReader *self, gboolean watched);
/** Details: reads smaps, which a large target feels. */
void vas_reader_set_details (VasReader *self, gboolean details);
gboolean vas_reader_get_details (VasReader *self);
/** vas_reader_set_share: between %VAS_PACE_LEAST_SHARE and %VAS_PACE_MOST_SHARE. */
void vas_reader_set_share (VasReader *self, guint share);
guint vas_reader_get_share (VasReader *self);

/** vas_reader_get_cost: of a refresh: microseconds of the processor; 0 is not known yet. */
gint64 vas_reader_get_cost (VasReader *self);
/** vas_reader_get_period: milliseconds from one refresh to the next; 0 if none comes by itself. */
guint vas_reader_get_period (VasReader *self);
