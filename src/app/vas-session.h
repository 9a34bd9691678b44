/* The one thing the widgets share: what is open, its newest snapshot, the filter and the pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-region-list.h"
#include "vas-source.h"

typedef enum
{
  VAS_SESSION_EMPTY,   /* nothing was opened yet */
  VAS_SESSION_LOADING, /* the first reading of this source is under way */
  VAS_SESSION_READY,   /* a snapshot is there, and the last reading succeeded */
  VAS_SESSION_FAILED,  /* the last reading failed: see the error; the last snapshot is kept */
} VasSessionState;

/**
 * VasSession: reads on a worker; everything else on the main loop.
 *
 * Signals:
 *  - "changed": state, snapshot or error changed
 *  - "filter-text-changed": the filter box should hold another text
 *  - "filter-changed": the matches changed
 *  - "sort-changed": another sort was asked for; the rows follow when the worker has them
 *  - "hover-changed": the hovered range changed
 *  - "reveal" (guint64 start, guint64 end): a widget asks the others to bring this range into sight
 */
#define VAS_TYPE_SESSION (vas_session_get_type ())
G_DECLARE_FINAL_TYPE (VasSession, vas_session, VAS, SESSION, GObject)

VasSession *vas_session_new (void);

/** vas_session_set_stage: @stage (nullable): the widget that shows the rows: while it can be seen,
 *  what was read is published within one of its frames, before it is laid out. */
void vas_session_set_stage (VasSession *self, GtkWidget *stage);

/** vas_session_open: replaces the source, forgets the snapshot, reads. */
void vas_session_open (VasSession *self, VasSource *source);
VasSource *vas_session_get_source (VasSession *self);
/** vas_session_refresh: reads again now, keeping selection and scroll. */
void vas_session_refresh (VasSession *self);

VasSessionState vas_session_get_state (VasSession *self);
/** vas_session_get_snapshot: (transfer none) (nullable): the newest good one. */
VasSnapshot *vas_session_get_snapshot (VasSession *self);
/** vas_session_get_error: (transfer none) (nullable): why the last reading failed. */
const GError *vas_session_get_error (VasSession *self);

/** Live: reads again on a timer whose period grows with what a reading costs (vas-pace.h). */
void vas_session_set_live (VasSession *self, gboolean live);
gboolean vas_session_get_live (VasSession *self);
/** vas_session_set_watched: whether anybody can see it; Live rests meanwhile if not. */
void vas_session_set_watched (VasSession *self, gboolean watched);
/** Details: reads smaps (proportional, dirty, swapped sizes), which a large target feels. */
void vas_session_set_details (VasSession *self, gboolean details);
gboolean vas_session_get_details (VasSession *self);

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
