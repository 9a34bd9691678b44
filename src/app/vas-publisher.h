/* Makes the rows of what was read on a worker, and puts them in place within a frame.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-marks.h"
#include "vas-region-list.h"
#include "vas-wishes.h"

/**
 * VasPublisher: the newest snapshot, sort and filter make an order and its matches, which wait for
 * the next frame of the widget that shows them; then all takes its place at once. Typing a filter
 * never waits for a long reading, and what nobody wants any more is dropped.
 *
 * Signals:
 *  - "taking" (VasSnapshot): the rows of another snapshot are about to take their place
 *  - "published" (gboolean is_fresh, gboolean is_filtered): the rows are in place: of another
 *    snapshot; and some were, or are, filtered out
 *  - "marks-changed": other regions of what is in place are marked as changed, or none any more
 *  - "painted": the frame is over that shows what was published last
 */
#define VAS_TYPE_PUBLISHER (vas_publisher_get_type ())
G_DECLARE_FINAL_TYPE (VasPublisher, vas_publisher, VAS, PUBLISHER, GObject)

VasPublisher *vas_publisher_new (void);

/** vas_publisher_set_stage: @stage (nullable): the widget that shows the rows. */
void vas_publisher_set_stage (VasPublisher *self, GtkWidget *stage);

/** vas_publisher_show: @snapshot (nullable): %NULL shows nothing, at once. */
void vas_publisher_show (VasPublisher *self, VasSnapshot *snapshot);
/** vas_publisher_wait_for_paint: emits "painted" once more, when the next frame is over. */
void vas_publisher_wait_for_paint (VasPublisher *self);
/** vas_publisher_is_busy: whether something waits to be published. */
gboolean vas_publisher_is_busy (VasPublisher *self);

/** vas_publisher_set_filter_text: %FALSE with %VAS_ERROR_USAGE if it cannot be understood. */
gboolean vas_publisher_set_filter_text (VasPublisher *self, const char *text, GError **error);
/** vas_publisher_set_sort: %FALSE if it is the sort already. */
gboolean vas_publisher_set_sort (VasPublisher *self, VasSort sort, gboolean descending);
/** vas_publisher_get_wishes: (transfer none): what the rows follow. */
const VasWishes *vas_publisher_get_wishes (VasPublisher *self);

/** vas_publisher_get_matches: (nullable) (array): one byte a region of the rows' snapshot, 1 where
 *  the filter lets it pass; %NULL = all do. */
const guint8 *vas_publisher_get_matches (VasPublisher *self);
/** vas_publisher_get_marks: (transfer none) (nullable): what of the rows' snapshot changed a moment ago. */
VasMapMarks *vas_publisher_get_marks (VasPublisher *self);
/** vas_publisher_get_list: (transfer none): */
VasRegionList *vas_publisher_get_list (VasPublisher *self);
