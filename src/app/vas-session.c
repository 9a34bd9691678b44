/* What is open, read and arranged on workers and published on the main loop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-session.h"

#include "vas-arrangement.h"
#include "vas-pace.h"

enum
{
  FRAME_DEADLINE_MS = 100, /* hidden windows have no frames */
};

/* Two stages, each with a cancellable of its own, so that typing a filter never waits for a long
 * reading and a result that nobody wants any more is dropped:
 *
 *   read     source -> snapshot, which waits in `arriving`
 *   arrange  the newest snapshot + sort + filter -> order and matches, which wait in `arranged` for
 *            the next frame; then all is published at once
 */
struct _VasSession
{
  GObject parent_instance;

  VasSource *source;
  VasSessionState state;
  VasSnapshot *snapshot;
  VasSnapshot *arriving;
  GError *error;

  char *filter_text;
  VasFilter *filter;
  guint8 *matches;
  VasSort sort;
  gboolean descending;
  VasRegionTable *table;
  VasRegionList *list;

  gboolean live;
  gboolean watched;
  VasPace pace;
  guint timer;
  gint64 read_started;
  VasReadFlags read_flags;
  GCancellable *reading;
  GCancellable *arranging;
  VasArrangement *arranged;
  GtkWidget *stage; /* (nullable) (weak) */
  guint tick;
  guint deadline;

  guint64 hover_start;
  guint64 hover_end;
};

enum
{
  CHANGED,
  FILTER_TEXT_CHANGED,
  FILTER_CHANGED,
  SORT_CHANGED,
  HOVER_CHANGED,
  REVEAL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasSession, vas_session, G_TYPE_OBJECT)

static void start_reading (VasSession *self);
static void start_arranging (VasSession *self);

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
stop_timer (VasSession *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

static gboolean
timer_cb (gpointer user_data)
{
  VasSession *self = user_data;
  self->timer = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_process (VasSession *self)
{
  return self->source != NULL && vas_source_get_pid (self->source) >= 0;
}

/* A picture drawn from maps alone is followed by one with sizes in memory at once; then the pace
 * of Live decides. */
static void
plan_next_reading (VasSession *self)
{
  stop_timer (self);
  if (!is_process (self) || self->state != VAS_SESSION_READY || self->reading != NULL)
    return;
  if ((vas_pace_choose_flags (&self->pace, self->snapshot) & ~self->read_flags) != 0)
    start_reading (self);
  else if (self->live && self->watched)
    self->timer = g_timeout_add (vas_pace_get_pause (&self->pace), timer_cb, self);
}

static void
fail (VasSession *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = VAS_SESSION_FAILED;
  stop_timer (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
publish (VasSession *self, VasArrangement *arrangement)
{
  VasSnapshot *newest = arrangement->change->present->snapshot;
  gboolean fresh = newest != self->snapshot;
  gboolean filtered = self->matches != NULL || arrangement->matches != NULL;

  if (!vas_region_list_apply (self->list, arrangement->change))
    {
      start_arranging (self);
      return;
    }
  g_free (self->matches);
  self->matches = g_steal_pointer (&arrangement->matches);
  if (fresh)
    {
      vas_snapshot_unref (self->snapshot);
      self->snapshot = vas_snapshot_ref (newest);
      g_clear_pointer (&self->arriving, vas_snapshot_unref);
      g_clear_error (&self->error);
      self->state = VAS_SESSION_READY;
    }
  if (fresh)
    g_signal_emit (self, signals[CHANGED], 0);
  if (filtered)
    g_signal_emit (self, signals[FILTER_CHANGED], 0);
  plan_next_reading (self);
}

/* Takes back what waits for a frame. */
static VasArrangement *
withdraw (VasSession *self)
{
  if (self->tick != 0 && self->stage != NULL)
    gtk_widget_remove_tick_callback (self->stage, self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->deadline, g_source_remove);
  return g_steal_pointer (&self->arranged);
}

static void
publish_now (VasSession *self)
{
  g_autoptr (VasSession) held = g_object_ref (self);
  g_autoptr (VasArrangement) arrangement = withdraw (self);
  publish (self, arrangement);
}

static gboolean
tick_cb (GtkWidget *stage, GdkFrameClock *clock, gpointer user_data)
{
  VasSession *self = user_data;
  self->tick = 0;
  publish_now (self);
  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  VasSession *self = user_data;
  self->deadline = 0;
  publish_now (self);
  return G_SOURCE_REMOVE;
}

/* A list view whose rows have changed cannot be scrolled before it is laid out: GTK 4.8 then warns
 * and drops the event. Within a frame, events come first, then this, then layout. */
static void
publish_in_frame (VasSession *self)
{
  if (self->stage == NULL || !gtk_widget_get_mapped (self->stage))
    {
      publish_now (self);
      return;
    }
  self->tick = gtk_widget_add_tick_callback (self->stage, tick_cb, self, NULL);
  self->deadline = g_timeout_add (FRAME_DEADLINE_MS, deadline_cb, self);
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VasSession) self = user_data;
  g_autoptr (VasArrangement) arrangement = vas_arrangement_make_finish (result, NULL);

  /* Only the newest wish counts: what it replaced was cancelled and has no arrangement. */
  if (arrangement == NULL)
    return;
  g_clear_object (&self->arranging);
  self->arranged = g_steal_pointer (&arrangement);
  publish_in_frame (self);
}

static VasSnapshot *
get_newest (VasSession *self)
{
  return self->arriving != NULL ? self->arriving : self->snapshot;
}

static void
start_arranging (VasSession *self)
{
  VasSnapshot *newest = get_newest (self);

  cancel (&self->arranging);
  g_autoptr (VasArrangement) outdated = withdraw (self);
  if (newest == NULL)
    return;
  self->arranging = g_cancellable_new ();
  vas_arrangement_make_async (vas_region_list_get_order (self->list), newest, self->sort, self->descending, self->filter, self->arranging,
                              arranged_cb, g_object_ref (self));
}

/* The snapshot in sight is still the newest: nobody has anything to do. */
static void
confirm (VasSession *self)
{
  if (self->state == VAS_SESSION_FAILED)
    {
      g_clear_error (&self->error);
      self->state = VAS_SESSION_READY;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  plan_next_reading (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VasSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VasSnapshot) snapshot = vas_source_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (snapshot == NULL)
    {
      fail (self, g_steal_pointer (&error));
      return;
    }
  vas_pace_note (&self->pace, self->read_flags, snapshot,
                 g_get_monotonic_time () - self->read_started);
  if (snapshot == self->snapshot && self->arriving == NULL)
    {
      confirm (self);
      return;
    }
  g_clear_pointer (&self->arriving, vas_snapshot_unref);
  self->arriving = g_steal_pointer (&snapshot);
  start_arranging (self);
}

static void
start_reading (VasSession *self)
{
  stop_timer (self);
  if (self->source == NULL || self->reading != NULL)
    return;
  self->reading = g_cancellable_new ();
  self->read_started = g_get_monotonic_time ();
  self->read_flags
      = is_process (self) ? vas_pace_choose_flags (&self->pace, self->snapshot) : VAS_READ_MAPS;
  vas_source_read_async (self->source, self->read_flags, get_newest (self), self->reading, read_cb,
                         g_object_ref (self));
}

static void
forget (VasSession *self)
{
  stop_timer (self);
  cancel (&self->reading);
  cancel (&self->arranging);
  g_autoptr (VasArrangement) outdated = withdraw (self);
  g_clear_pointer (&self->source, vas_source_unref);
  g_clear_pointer (&self->arriving, vas_snapshot_unref);
  g_clear_pointer (&self->snapshot, vas_snapshot_unref);
  g_clear_pointer (&self->matches, g_free);
  g_clear_error (&self->error);
}

static void
vas_session_dispose (GObject *object)
{
  VasSession *self = VAS_SESSION (object);
  forget (self);
  g_clear_weak_pointer (&self->stage);
  g_clear_pointer (&self->filter, vas_filter_unref);
  g_clear_object (&self->list);
  g_clear_object (&self->table);
  G_OBJECT_CLASS (vas_session_parent_class)->dispose (object);
}

static void
vas_session_finalize (GObject *object)
{
  g_free (VAS_SESSION (object)->filter_text);
  G_OBJECT_CLASS (vas_session_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n_params, ...)
{
  va_list types;
  va_start (types, n_params);
  guint id = g_signal_new_valist (name, VAS_TYPE_SESSION, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                                  G_TYPE_NONE, n_params, types);
  va_end (types);
  return id;
}

static void
vas_session_class_init (VasSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vas_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = vas_session_finalize;

  signals[CHANGED] = add_signal ("changed", 0);
  signals[FILTER_TEXT_CHANGED] = add_signal ("filter-text-changed", 0);
  signals[FILTER_CHANGED] = add_signal ("filter-changed", 0);
  signals[SORT_CHANGED] = add_signal ("sort-changed", 0);
  signals[HOVER_CHANGED] = add_signal ("hover-changed", 0);
  signals[REVEAL] = add_signal ("reveal", 2, G_TYPE_UINT64, G_TYPE_UINT64);
}

static void
vas_session_init (VasSession *self)
{
  self->table = vas_region_table_new ();
  self->list = vas_region_list_new (self->table);
  self->filter_text = g_strdup ("");
  self->live = TRUE;
  self->watched = TRUE;
}

VasSession *
vas_session_new (void)
{
  return g_object_new (VAS_TYPE_SESSION, NULL);
}

void
vas_session_set_stage (VasSession *self, GtkWidget *stage)
{
  g_return_if_fail (VAS_IS_SESSION (self) && (stage == NULL || GTK_IS_WIDGET (stage)));
  g_autoptr (VasArrangement) waiting = withdraw (self);
  g_set_weak_pointer (&self->stage, stage);
  if (waiting != NULL)
    start_arranging (self);
}

void
vas_session_open (VasSession *self, VasSource *source)
{
  g_return_if_fail (VAS_IS_SESSION (self) && source != NULL);

  VasSource *wanted = vas_source_ref (source);
  forget (self);
  self->source = wanted;
  self->pace = (VasPace){ .details = self->pace.details };
  self->state = VAS_SESSION_LOADING;
  vas_region_list_set_order (self->list, NULL);
  vas_session_set_hover (self, 0, 0);
  g_signal_emit (self, signals[CHANGED], 0);
  start_reading (self);
}

VasSource *
vas_session_get_source (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return self->source;
}

void
vas_session_refresh (VasSession *self)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  if (self->source != NULL && self->snapshot == NULL && self->state == VAS_SESSION_FAILED)
    {
      self->state = VAS_SESSION_LOADING;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  start_reading (self);
}

VasSessionState
vas_session_get_state (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), VAS_SESSION_EMPTY);
  return self->state;
}

VasSnapshot *
vas_session_get_snapshot (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return self->snapshot;
}

const GError *
vas_session_get_error (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return self->error;
}

void
vas_session_set_live (VasSession *self, gboolean live)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  self->live = live;
  plan_next_reading (self);
}

gboolean
vas_session_get_live (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), FALSE);
  return self->live;
}

void
vas_session_set_watched (VasSession *self, gboolean watched)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  if (self->watched == watched)
    return;
  self->watched = watched;
  plan_next_reading (self);
}

void
vas_session_set_details (VasSession *self, gboolean details)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  self->pace.details = details;
  plan_next_reading (self);
}

gboolean
vas_session_get_details (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), FALSE);
  return self->pace.details;
}

static void
set_filter (VasSession *self, VasFilter *filter)
{
  if (self->filter == NULL && filter == NULL)
    return;
  g_clear_pointer (&self->filter, vas_filter_unref);
  self->filter = filter;
  start_arranging (self);
}

gboolean
vas_session_set_filter_text (VasSession *self, const char *text, GError **error)
{
  g_return_val_if_fail (VAS_IS_SESSION (self) && text != NULL, FALSE);

  g_autoptr (VasFilter) filter = vas_filter_parse (text, error);
  gboolean understood = filter != NULL;
  if (g_str_equal (self->filter_text, text))
    return understood;

  g_free (self->filter_text);
  self->filter_text = g_strdup (text);
  if (understood)
    set_filter (self, vas_filter_is_empty (filter) ? NULL : g_steal_pointer (&filter));
  g_signal_emit (self, signals[FILTER_TEXT_CHANGED], 0);
  return understood;
}

const char *
vas_session_get_filter_text (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), "");
  return self->filter_text;
}

VasFilter *
vas_session_get_filter (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return self->filter;
}

const guint8 *
vas_session_get_matches (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return self->matches;
}

void
vas_session_set_sort (VasSession *self, VasSort sort, gboolean descending)
{
  g_return_if_fail (VAS_IS_SESSION (self) && sort < VAS_N_SORTS);
  if (self->sort == sort && self->descending == descending)
    return;
  self->sort = sort;
  self->descending = descending;
  g_signal_emit (self, signals[SORT_CHANGED], 0);
  start_arranging (self);
}

VasSort
vas_session_get_sort (VasSession *self, gboolean *descending)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), VAS_SORT_ADDRESS);
  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}

VasRegionList *
vas_session_get_region_list (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return self->list;
}

void
vas_session_set_hover (VasSession *self, guint64 start, guint64 end)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  if (self->hover_start == start && self->hover_end == end)
    return;
  self->hover_start = start;
  self->hover_end = end;
  g_signal_emit (self, signals[HOVER_CHANGED], 0);
}

void
vas_session_get_hover (VasSession *self, guint64 *start, guint64 *end)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  if (start != NULL)
    *start = self->hover_start;
  if (end != NULL)
    *end = self->hover_end;
}

void
vas_session_reveal (VasSession *self, guint64 start, guint64 end)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  g_signal_emit (self, signals[REVEAL], 0, start, end);
}
