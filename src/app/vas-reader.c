/* Reads one source, and a process again and again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-reader.h"

#include <time.h>

#include "vas-end-watch.h"
#include "vas-error.h"
#include "vas-pace.h"

/**
 * VasReader:
 * @newest: (nullable): what was read last
 * @flags: that it was read with
 * @reading: (nullable): while one is under way
 * @is_shown: what was read last was dealt with
 * @is_stuck: the last reading failed, and another one would too
 * @has_ended: the process has
 * @end_watch: (nullable): tells the end of the process, where something does
 */
struct _VasReader
{
  GObject parent_instance;

  VasSource *source;
  VasSnapshot *newest;
  VasReadFlags flags;
  VasPace pace;
  gboolean live;
  gboolean watched;

  GCancellable *reading;
  gboolean is_shown;
  gboolean is_stuck;
  gboolean has_ended;
  gint64 started;      /* monotonic time */
  gint64 spent_before; /* of the processor, at that time */
  guint timer;

  VasEndWatch *end_watch;
};

enum
{
  READ,
  FAILED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_LIVE,
  PROP_SHARE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (VasReader, vas_reader, G_TYPE_OBJECT)

static void start_reading (VasReader *self);

/* Of all threads of this program, microseconds. */
static gint64
get_processor_time (void)
{
  struct timespec spent = { 0 };
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static gboolean
is_process (VasReader *self)
{
  return self->source != NULL && vas_source_get_pid (self->source) >= 0;
}

static void
stop_timer (VasReader *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

static gboolean
timer_cb (gpointer user_data)
{
  VasReader *self = user_data;
  self->timer = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

/* A picture drawn from maps alone is followed by one with sizes in memory at once; then the pace
 * decides. */
static void
plan (VasReader *self)
{
  stop_timer (self);
  if (!is_process (self) || self->has_ended || self->is_stuck || !self->is_shown)
    return;
  if ((vas_pace_choose_flags (&self->pace, self->newest) & ~self->flags) != 0)
    {
      start_reading (self);
      return;
    }
  if (!self->live || !self->watched)
    return;
  gint64 next = self->started + (gint64) vas_pace_get_period (&self->pace) * 1000;
  gint64 pause = MAX (next - g_get_monotonic_time (), 0);
  self->timer = g_timeout_add ((guint) (pause / 1000), timer_cb, self);
}

static void
cancel_reading (VasReader *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
end (VasReader *self)
{
  stop_timer (self);
  g_clear_pointer (&self->end_watch, vas_end_watch_free);
  cancel_reading (self);
  self->has_ended = TRUE;
  g_signal_emit (self, signals[ENDED], 0);
}

static void
ended_cb (gpointer user_data)
{
  g_autoptr (VasReader) self = g_object_ref (user_data);
  end (self);
}

/* A process that was read and is not there any more has ended, or is hidden from now on. */
static gboolean
is_end (VasReader *self, const GError *error)
{
  return self->newest != NULL && g_error_matches (error, VAS_ERROR, VAS_ERROR_VANISHED)
         && (self->end_watch == NULL || vas_end_watch_has_seen (self->end_watch));
}

/* Reading. */

static void
fail (VasReader *self, const GError *error)
{
  if (is_end (self, error))
    {
      end (self);
      return;
    }
  self->is_stuck = self->newest == NULL || !vas_error_may_pass (error);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VasReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VasSnapshot) snapshot = vas_source_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* whoever cancelled has forgotten it */
  g_clear_object (&self->reading);
  if (snapshot == NULL)
    {
      fail (self, error);
      return;
    }
  vas_pace_note_reading (&self->pace, self->flags, snapshot,
                         g_get_monotonic_time () - self->started);
  self->is_stuck = FALSE;
  g_clear_pointer (&self->newest, vas_snapshot_unref);
  self->newest = vas_snapshot_ref (snapshot);
  if (self->end_watch == NULL && is_process (self))
    self->end_watch = vas_end_watch_new (self->source, ended_cb, self);
  g_signal_emit (self, signals[READ], 0, snapshot);
}

static void
start_reading (VasReader *self)
{
  stop_timer (self);
  if (self->source == NULL || self->reading != NULL || self->has_ended)
    return;
  self->reading = g_cancellable_new ();
  self->is_shown = FALSE;
  self->started = g_get_monotonic_time ();
  self->spent_before = get_processor_time ();
  self->flags
      = is_process (self) ? vas_pace_choose_flags (&self->pace, self->newest) : VAS_READ_MAPS;
  vas_source_read_async (self->source, self->flags, self->newest, self->reading, read_cb,
                         g_object_ref (self));
}

static void
forget (VasReader *self)
{
  stop_timer (self);
  g_clear_pointer (&self->end_watch, vas_end_watch_free);
  cancel_reading (self);
  g_clear_pointer (&self->newest, vas_snapshot_unref);
  g_clear_pointer (&self->source, vas_source_unref);
  vas_pace_forget (&self->pace);
  self->has_ended = FALSE;
  self->is_stuck = FALSE;
  self->is_shown = FALSE;
}

static void
vas_reader_dispose (GObject *object)
{
  forget (VAS_READER (object));
  G_OBJECT_CLASS (vas_reader_parent_class)->dispose (object);
}

static void
vas_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LIVE)
    g_value_set_boolean (value, VAS_READER (object)->live);
  else
    g_value_set_uint (value, vas_reader_get_share (VAS_READER (object)));
}

static void
vas_reader_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LIVE)
    vas_reader_set_live (VAS_READER (object), g_value_get_boolean (value));
  else
    vas_reader_set_share (VAS_READER (object), g_value_get_uint (value));
}

static void
vas_reader_class_init (VasReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->dispose = vas_reader_dispose;
  object_class->get_property = vas_reader_get_property;
  object_class->set_property = vas_reader_set_property;
  properties[PROP_LIVE] = g_param_spec_boolean (
      "live", NULL, NULL, TRUE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHARE] = g_param_spec_uint (
      "share", NULL, NULL, VAS_PACE_LEAST_SHARE, VAS_PACE_MOST_SHARE, VAS_PACE_SHARE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[READ] = g_signal_new ("read", VAS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, VAS_TYPE_SNAPSHOT);
  signals[FAILED] = g_signal_new ("failed", VAS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[ENDED] = g_signal_new ("ended", VAS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
vas_reader_init (VasReader *self)
{
  self->live = TRUE;
  self->watched = TRUE;
}

VasReader *
vas_reader_new (void)
{
  return g_object_new (VAS_TYPE_READER, NULL);
}

void
vas_reader_open (VasReader *self, VasSource *source)
{
  g_return_if_fail (VAS_IS_READER (self));
  VasSource *wanted = source != NULL ? vas_source_ref (source) : NULL;
  forget (self);
  self->source = wanted;
  start_reading (self);
}

void
vas_reader_start_over (VasReader *self)
{
  g_return_if_fail (VAS_IS_READER (self) && self->source != NULL);
  VasSource *renewed = vas_source_renew (self->source);
  vas_source_unref (self->source);
  self->source = renewed;
}

VasSource *
vas_reader_get_source (VasReader *self)
{
  g_return_val_if_fail (VAS_IS_READER (self), NULL);
  return self->source;
}

void
vas_reader_refresh (VasReader *self)
{
  g_return_if_fail (VAS_IS_READER (self));
  start_reading (self);
}

gboolean
vas_reader_finish (VasReader *self)
{
  g_return_val_if_fail (VAS_IS_READER (self), FALSE);
  if (self->reading != NULL || self->is_shown || self->source == NULL)
    return FALSE;
  self->is_shown = TRUE;
  vas_pace_note_cost (&self->pace, get_processor_time () - self->spent_before);
  plan (self);
  return TRUE;
}

void
vas_reader_set_live (VasReader *self, gboolean live)
{
  g_return_if_fail (VAS_IS_READER (self));
  if (self->live == live)
    return;
  self->live = live;
  plan (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIVE]);
}

gboolean
vas_reader_get_live (VasReader *self)
{
  g_return_val_if_fail (VAS_IS_READER (self), FALSE);
  return self->live;
}

void
vas_reader_set_watched (VasReader *self, gboolean watched)
{
  g_return_if_fail (VAS_IS_READER (self));
  self->watched = watched;
  plan (self);
}

void
vas_reader_set_details (VasReader *self, gboolean details)
{
  g_return_if_fail (VAS_IS_READER (self));
  self->pace.details = details;
  plan (self);
}

gboolean
vas_reader_get_details (VasReader *self)
{
  g_return_val_if_fail (VAS_IS_READER (self), FALSE);
  return self->pace.details;
}

void
vas_reader_set_share (VasReader *self, guint share)
{
  g_return_if_fail (VAS_IS_READER (self));
  g_return_if_fail (share >= VAS_PACE_LEAST_SHARE && share <= VAS_PACE_MOST_SHARE);
  if (vas_reader_get_share (self) == share)
    return;
  self->pace.share = share;
  plan (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE]);
}

guint
vas_reader_get_share (VasReader *self)
{
  g_return_val_if_fail (VAS_IS_READER (self), 0);
  return self->pace.share != 0 ? self->pace.share : VAS_PACE_SHARE;
}

gint64
vas_reader_get_cost (VasReader *self)
{
  g_return_val_if_fail (VAS_IS_READER (self), 0);
  return vas_pace_get_cost (&self->pace);
}

guint
vas_reader_get_period (VasReader *self)
{
  g_return_val_if_fail (VAS_IS_READER (self), 0);
  gboolean follows = is_process (self) && self->live && !self->has_ended && !self->is_stuck;
  return follows ? vas_pace_get_period (&self->pace) : 0;
}
