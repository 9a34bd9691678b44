/* The moment in a widget's frame when what it shows may change.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-stage.h"

enum
{
  DEADLINE_MS = 100, /* hidden windows have no frames */
};

struct _VasStage
{
  VasStageFunc enter;
  VasStageFunc painted;
  gpointer user_data;
  GtkWidget *widget; /* (nullable) (weak) */

  guint tick;           /* waits for a frame */
  GdkFrameClock *clock; /* (nullable): waits for the frame to be painted */
  gulong after_paint;
  guint deadline;       /* for either */
};

static void
stop_waiting (VasStage *self)
{
  if (self->tick != 0 && self->widget != NULL)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
  if (self->clock != NULL)
    g_clear_signal_handler (&self->after_paint, self->clock);
  g_clear_object (&self->clock);
  g_clear_handle_id (&self->deadline, g_source_remove);
}

static gboolean
is_seen (VasStage *self)
{
  return self->widget != NULL && gtk_widget_get_mapped (self->widget);
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  VasStage *self = user_data;
  stop_waiting (self);
  self->painted (self->user_data);
}

static gboolean
paint_deadline_cb (gpointer user_data)
{
  VasStage *self = user_data;
  self->deadline = 0;
  stop_waiting (self);
  self->painted (self->user_data);
  return G_SOURCE_REMOVE;
}

/* A frame goes on to its end even if nothing is painted. */
static void
expect_paint (VasStage *self)
{
  if (!is_seen (self))
    {
      self->deadline = g_idle_add (paint_deadline_cb, self);
      return;
    }
  self->clock = g_object_ref (gtk_widget_get_frame_clock (self->widget));
  self->after_paint
      = g_signal_connect (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  self->deadline = g_timeout_add (DEADLINE_MS, paint_deadline_cb, self);
  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

/* Whoever is called may free the stage. */
static void
enter (VasStage *self)
{
  stop_waiting (self);
  expect_paint (self);
  self->enter (self->user_data);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  VasStage *self = user_data;
  self->tick = 0;
  enter (self);
  return G_SOURCE_REMOVE;
}

static gboolean
frame_deadline_cb (gpointer user_data)
{
  VasStage *self = user_data;
  self->deadline = 0;
  enter (self);
  return G_SOURCE_REMOVE;
}

VasStage *
vas_stage_new (VasStageFunc enter_func, VasStageFunc painted_func, gpointer user_data)
{
  VasStage *self = g_new0 (VasStage, 1);
  self->enter = enter_func;
  self->painted = painted_func;
  self->user_data = user_data;
  return self;
}

void
vas_stage_free (VasStage *self)
{
  if (self == NULL)
    return;
  stop_waiting (self);
  g_clear_weak_pointer (&self->widget);
  g_free (self);
}

void
vas_stage_set_widget (VasStage *self, GtkWidget *widget)
{
  gboolean is_waiting = self->tick != 0, is_painting = !is_waiting && self->deadline != 0;
  stop_waiting (self);
  g_set_weak_pointer (&self->widget, widget);
  if (is_waiting)
    vas_stage_wait (self);
  else if (is_painting)
    expect_paint (self);
}

void
vas_stage_wait (VasStage *self)
{
  stop_waiting (self);
  if (!is_seen (self))
    {
      enter (self);
      return;
    }
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
  self->deadline = g_timeout_add (DEADLINE_MS, frame_deadline_cb, self);
}

void
vas_stage_wait_for_paint (VasStage *self)
{
  if (self->tick != 0)
    return; /* comes with the frame that is waited for */
  stop_waiting (self);
  expect_paint (self);
}

void
vas_stage_withdraw (VasStage *self)
{
  stop_waiting (self);
}
