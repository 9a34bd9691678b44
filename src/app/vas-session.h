/* The one thing the widgets share: what is open, its newest snapshot, the filter and the pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-map-marks.h"
#include "vas-reader.h"
#include "vas-region-list.h"

typedef enum
{
  VAS_SESSION_EMPTY,   /* nothing was opened yet */
  VAS_SESSION_LOADING, /* the first reading of this source is under way */
  VAS_SESSION_READY,   /* a snapshot is there, and the last reading succeeded */
  VAS_SESSION_FAILED,  /* the last reading failed: see the error; the last snapshot is kept */
  VAS_SESSION_ENDED,   /* the process has ended, the last snapshot is kept; nothing is read any more */
} VasSessionState;

/**
 * VasSession: reads on a worker; everything else on the main loop.
 *
 * Signals:
 *  - "changed": state, snapshot or error changed. A reading that finds nothing changed says nothing
 *  - "refreshed": a reading and all that came of it is over, whether or not anything changed, also
 *    if it failed: what it cost is known (vas_reader_get_cost())
 *  - "filter-text-changed": the filter box should hold another text
 *  - "filter-changed": the matches changed
 *  - "marks-changed": other regions are marked as changed, or none any more
 *  - "sort-changed": another sort was asked for; the rows follow when the worker has them
 *  - "hover-changed": the hovered range changed
 *  - "reveal" (guint64 start, guint64 end): a widget asks the others to bring this range into sight
 */
#define VAS_TYPE_SESSION (vas_session_get_type ())
G_DECLARE_FINAL_TYPE (VasSession, vas_session, VAS, SESSION, GObject)

VasSession *vas_session_new (void);

/** vas_session_get_reader: (transfer none): Live, details, and what following the process costs. */
VasReader *vas_session_get_reader (VasSession *self);

/** vas_session_set_stage: @stage (nullable): the widget that shows the rows: while it can be seen,
 *  what was read is published within one of its frames, before it is laid out. */
void vas_session_set_stage (VasSession *self, GtkWidget *stage);

/**
 * A widget that works on what was published beyond the frame, as on a layout by a worker, holds the
 * session until it has it: the refresh is over, and its cost known, when the frame is that follows.
 */
void vas_session_hold (VasSession *self);
void vas_session_release (VasSession *self);

/** vas_session_open: replaces the source, forgets the snapshot, reads. */
void vas_session_open (VasSession *self, VasSource *source);
/** vas_session_get_source: (nullable): another one after an exec, though of the same process. */
VasSource *vas_session_get_source (VasSession *self);
/** vas_session_refresh: reads again now, keeping selection and scroll; not after the end. */
void vas_session_refresh (VasSession *self);

VasSessionState vas_session_get_state (VasSession *self);
/** vas_session_get_snapshot: (transfer none) (nullable): the newest good one. */
VasSnapshot *vas_session_get_snapshot (VasSession *self);
/** vas_session_get_error: (transfer none) (nullable): why the last reading failed. */
const GError *vas_session_get_error (VasSession *self);

/* Times are microseconds of real time since 1970-01-01 UTC. */

/** vas_session_get_confirmed: when the snapshot was last found to be what the process is like. */
gint64 vas_session_get_confirmed (VasSession *self);
/** vas_session_get_ended: when the process ended, or was found to have; 0 = has not. */
gint64 vas_session_get_ended (VasSession *self);
/**
 * vas_session_get_replaced:
 * @when: (out) (optional):
 *
 * Returns: (transfer none) (nullable): the name of the program that called execve() and thereby made
 *   way for the one in sight. The source is another object from then on.
 */
const char *vas_session_get_replaced (VasSession *self, gint64 *when);

/**
 * vas_session_set_filter_text:
 * @text: what the filter box holds (vas-filter.h); "" lets everything pass
 *
 * The box and the summary by kind both set it, and follow "filter-text-changed". Text with a fault
 * is kept as the text, and the filter before it stays in force.
 *
 * Returns: %FALSE with %VAS_ERROR_USAGE if @text cannot be understood.
 */
gboolean vas_session_set_filter_text (VasSession *self, const char *text, GError **error);
/** vas_session_get_filter_text: (transfer none): never %NULL. */
const char *vas_session_get_filter_text (VasSession *self);
/** vas_session_get_filter: (nullable): %NULL = none. Matches are one byte a region, %NULL = all. */
VasFilter *vas_session_get_filter (VasSession *self);
const guint8 *vas_session_get_matches (VasSession *self);

/** vas_session_get_marks: (transfer none) (nullable): which regions of the snapshot are new or changed
 *  since a moment ago. */
VasMapMarks *vas_session_get_marks (VasSession *self);

/**
 * vas_session_set_sort: the order of the table's rows; address order, ascending, at first.
 *
 * The session makes a #VasOrder on its worker after each reading and each change of sort or filter,
 * the latest wish wins, and gives it to the region list with vas_region_list_set_order(), whose
 * "order-changed" tells that the rows are there.
 */
void vas_session_set_sort (VasSession *self, VasSort sort, gboolean descending);
VasSort vas_session_get_sort (VasSession *self, gboolean *descending);

/** The rows the table shows and the selection; both kept by the session. */
VasRegionList *vas_session_get_region_list (VasSession *self);

/** What the pointer is on in map or table: `[start, end)`; equal = nothing. */
void vas_session_set_hover (VasSession *self, guint64 start, guint64 end);
void vas_session_get_hover (VasSession *self, guint64 *start, guint64 *end);

void vas_session_reveal (VasSession *self, guint64 start, guint64 end);
