/* What the main loop of a window does while one looks on: its frames, and how long it does not listen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"

#include "measure.h"

#include <time.h>

struct _FrameWatch
{
  GdkFrameClock *clock;
  gboolean steady;
  gulong handlers[4];
  GSource *listener;

  gint64 last_end;    /* of a frame; 0 before the first */
  gint64 began_at;    /* the frame under way */
  double began;       /* CPU of the frame under way; 0 without one */
  double listened;    /* CPU when the main loop last looked for events */
  guint laid_out;
  guint painted;
  GArray *intervals;
  GArray *frames;
  GArray *works;
  GArray *stretches;
};

static double
get_thread_cpu (void)
{
  struct timespec now;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
before_paint_cb (FrameWatch *self)
{
  self->began = get_thread_cpu ();
  self->began_at = g_get_monotonic_time ();
}

static void
layout_cb (FrameWatch *self)
{
  self->laid_out++;
}

static void
paint_cb (FrameWatch *self)
{
  self->painted++;
}

static void
after_paint_cb (FrameWatch *self)
{
  gint64 now = g_get_monotonic_time ();
  double interval = (double) (now - self->last_end) / 1e3;
  double work = get_thread_cpu () - self->began;
  if (self->last_end != 0)
    g_array_append_val (self->intervals, interval);
  double frame = (double) (now - self->began_at) / 1e3;
  if (self->began != 0)
    {
      g_array_append_val (self->frames, frame);
      g_array_append_val (self->works, work);
    }
  self->last_end = now;
  self->began = 0;
}

/* A source of the highest priority that never has anything to do: it is asked before all others
 * whenever the main loop looks for events, and right after. */
typedef struct
{
  GSource parent;
  FrameWatch *watch;
} Listener;

static gboolean
listener_prepare (GSource *source, int *timeout)
{
  FrameWatch *watch = ((Listener *) source)->watch;
  double stretch = get_thread_cpu () - watch->listened;
  if (watch->listened != 0)
    g_array_append_val (watch->stretches, stretch);
  *timeout = -1;
  return FALSE;
}

static gboolean
listener_check (GSource *source)
{
  ((Listener *) source)->watch->listened = get_thread_cpu ();
  return FALSE;
}

static GSource *
start_listener (FrameWatch *watch)
{
  static GSourceFuncs funcs = { listener_prepare, listener_check, NULL, NULL, NULL, NULL };
  GSource *source = g_source_new (&funcs, sizeof (Listener));
  ((Listener *) source)->watch = watch;
  g_source_set_priority (source, G_MININT);
  g_source_attach (source, NULL);
  return source;
}

FrameWatch *
frame_watch_start (GtkWidget *window, gboolean steady)
{
  FrameWatch *self = g_new0 (FrameWatch, 1);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  self->steady = steady;
  self->intervals = g_array_new (FALSE, FALSE, sizeof (double));
  self->frames = g_array_new (FALSE, FALSE, sizeof (double));
  self->works = g_array_new (FALSE, FALSE, sizeof (double));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (double));
  static const struct
  {
    const char *signal;
    void (*callback) (FrameWatch *self);
  } phases[] = { { "before-paint", before_paint_cb },
                 { "layout", layout_cb },
                 { "paint", paint_cb },
                 { "after-paint", after_paint_cb } };
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    self->handlers[i] = g_signal_connect_swapped (self->clock, phases[i].signal,
                                                  G_CALLBACK (phases[i].callback), self);
  self->listener = start_listener (self);
  if (steady)
    gdk_frame_clock_begin_updating (self->clock);
  return self;
}

static Spread
sum_up (GArray *values)
{
  double *times = (double *) (gpointer) values->data;
  guint n = values->len;
  if (n == 0)
    return (Spread) { 0 };
  double median = measure_median (times, n); /* sorts them */
  return (Spread) { n, median, times[n * 95 / 100], times[n * 99 / 100], times[n - 1] };
}

FrameLog
frame_watch_stop (FrameWatch *self)
{
  if (self->steady)
    gdk_frame_clock_end_updating (self->clock);
  for (guint i = 0; i < G_N_ELEMENTS (self->handlers); i++)
    g_signal_handler_disconnect (self->clock, self->handlers[i]);
  g_source_destroy (self->listener);
  g_source_unref (self->listener);

  FrameLog log = { .interval = sum_up (self->intervals),
                   .frame = sum_up (self->frames),
                   .work = sum_up (self->works),
                   .stretch = sum_up (self->stretches),
                   .laid_out = self->laid_out,
                   .painted = self->painted };
  g_array_unref (self->intervals);
  g_array_unref (self->frames);
  g_array_unref (self->works);
  g_array_unref (self->stretches);
  g_object_unref (self->clock);
  g_free (self);
  return log;
}

static gboolean
time_over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

void
frames_run (guint milliseconds)
{
  gboolean over = FALSE;
  g_timeout_add (milliseconds, time_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  gboolean begun;
  gint64 ended;
} OneFrame;

static void
one_begun_cb (OneFrame *frame)
{
  frame->begun = TRUE;
}

static void
one_ended_cb (OneFrame *frame)
{
  if (frame->begun && frame->ended == 0)
    frame->ended = g_get_monotonic_time ();
}

gint64
frames_wait_painted (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  OneFrame frame = { FALSE };
  gulong begun
      = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (one_begun_cb), &frame);
  gulong ended = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (one_ended_cb), &frame);
  while (frame.ended == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, begun);
  g_signal_handler_disconnect (clock, ended);
  return frame.ended;
}
