/* The moment in a widget's frame when what it shows may change, and the one when it was painted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * VasStage:
 *
 * A list view whose rows have changed cannot be scrolled before it is laid out: GTK 4.8 then warns
 * and drops the event. Within a frame, events come first, then @enter, then layout and painting, then
 * @painted. While the widget cannot be seen there are no frames: the two are called nevertheless.
 */
typedef struct _VasStage VasStage;

typedef void (*VasStageFunc) (gpointer user_data);

VasStage *vas_stage_new (VasStageFunc enter, VasStageFunc painted, gpointer user_data);
/** vas_stage_free: calls nothing any more. */
void vas_stage_free (VasStage *self);

/** vas_stage_set_widget: @widget (nullable): held weakly. */
void vas_stage_set_widget (VasStage *self, GtkWidget *widget);

/** vas_stage_wait: calls @enter once, within the next frame; at once if there is none. */
void vas_stage_wait (VasStage *self);
/** vas_stage_wait_for_paint: calls only @painted, when the next frame is over. */
void vas_stage_wait_for_paint (VasStage *self);
/** vas_stage_withdraw: takes both back. */
void vas_stage_withdraw (VasStage *self);
