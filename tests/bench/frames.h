/* What the main loop of a window does while one looks on: its frames, and how long it does not listen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** Spread: of @n values, in milliseconds; all 0 without any. */
typedef struct
{
  guint n;
  double median;
  double slow;    /* of which one value in twenty is greater */
  double slowest; /* of which one value in a hundred is greater */
  double longest;
} Spread;

/**
 * FrameLog: taken down between frame_log_start() and frame_log_stop().
 * @interval: from the end of one frame to the end of the next
 * @frame: elapsed time from the frame clock's before-paint to its after-paint
 * @work: main thread's CPU time in that
 * @stretch: main thread's CPU time from one look for events to the next: how long typing would wait
 * @laid_out, @painted: how many frames laid the window out, or drew it, anew
 */
typedef struct
{
  Spread interval;
  Spread frame;
  Spread work;
  Spread stretch;
  guint laid_out;
  guint painted;
} FrameLog;

typedef struct _FrameWatch FrameWatch;

/**
 * frame_watch_start:
 * @window: realized
 * @steady: whether the frame clock is kept ticking; else only frames that are asked for come, and
 *   intervals are those between them
 */
FrameWatch *frame_watch_start (GtkWidget *window, gboolean steady);

/** frame_watch_stop: ends it and sums up. */
FrameLog frame_watch_stop (FrameWatch *self);

/** frames_run: iterates the main loop for @milliseconds. */
void frames_run (guint milliseconds);

/** frames_wait_painted: iterates it until a frame that was begun after the call has ended; returns
 *  the monotonic time of that end. */
gint64 frames_wait_painted (GtkWidget *window);
