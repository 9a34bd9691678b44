/* What is open, for all widgets: a reader and a publisher, and what came of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-session-private.h"

enum
{
  CHANGED,
  REFRESHED,
  FILTER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasSession, vas_session, G_TYPE_OBJECT)

static void
set_state (VasSession *self, VasSessionState state, const GError *error)
{
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->state = state;
}

static void
emit_changed (VasSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A refresh is over when all that came of it can be seen. */
static void
finish_refresh (VasSession *self)
{
  if (self->n_holds == 0 && !vas_publisher_is_busy (self->publisher)
      && vas_reader_finish (self->reader))
    g_signal_emit (self, signals[REFRESHED], 0);
}

/* From the reader. */

/* What is in sight is still so: nobody has anything to do. */
static void
confirm (VasSession *self)
{
  if (self->state == VAS_SESSION_FAILED)
    {
      set_state (self, VAS_SESSION_READY, NULL);
      emit_changed (self);
    }
  finish_refresh (self);
}

static void
read_cb (VasSession *self, VasSnapshot *snapshot)
{
  self->confirmed = g_get_real_time ();
  if (snapshot == self->snapshot && !vas_publisher_is_busy (self->publisher))
    confirm (self);
  else
    vas_publisher_show (self->publisher, snapshot);
}

static void
failed_cb (VasSession *self, const GError *error)
{
  set_state (self, VAS_SESSION_FAILED, error);
  emit_changed (self);
  finish_refresh (self);
}

static void
ended_cb (VasSession *self)
{
  set_state (self, VAS_SESSION_ENDED, NULL);
  self->ended = g_get_real_time ();
  emit_changed (self);
}

/* From the publisher. */

/* Whoever looks at the source sees that everything begins anew. */
static void
start_over (VasSession *self)
{
  g_free (self->replaced);
  self->replaced = g_strdup (self->snapshot->title);
  self->replaced_at = g_get_real_time ();
  vas_reader_start_over (self->reader);
  vas_session_set_hover (self, 0, 0);
}

static void
taking_cb (VasSession *self, VasSnapshot *snapshot)
{
  if (self->snapshot != NULL && !vas_snapshot_is_same_program (self->snapshot, snapshot))
    start_over (self);
  vas_snapshot_unref (self->snapshot);
  self->snapshot = vas_snapshot_ref (snapshot);
  if (self->state != VAS_SESSION_ENDED)
    set_state (self, VAS_SESSION_READY, NULL);
}

static void
published_cb (VasSession *self, gboolean is_fresh, gboolean is_filtered)
{
  if (is_fresh)
    emit_changed (self);
  if (is_filtered)
    g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
marks_changed_cb (VasSession *self)
{
  g_signal_emit_by_name (self, "marks-changed");
}

static void
forget (VasSession *self)
{
  vas_publisher_show (self->publisher, NULL);
  g_clear_pointer (&self->snapshot, vas_snapshot_unref);
  g_clear_pointer (&self->replaced, g_free);
  set_state (self, VAS_SESSION_EMPTY, NULL);
  self->ended = 0;
}

static void
vas_session_dispose (GObject *object)
{
  VasSession *self = VAS_SESSION (object);
  vas_reader_open (self->reader, NULL);
  vas_publisher_set_stage (self->publisher, NULL);
  forget (self);
  G_OBJECT_CLASS (vas_session_parent_class)->dispose (object);
}

static void
vas_session_finalize (GObject *object)
{
  VasSession *self = VAS_SESSION (object);
  g_object_unref (self->reader);
  g_object_unref (self->publisher);
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
  signals[REFRESHED] = add_signal ("refreshed", 0);
  signals[FILTER_CHANGED] = add_signal ("filter-changed", 0);
  add_signal ("filter-text-changed", 0);
  add_signal ("marks-changed", 0);
  add_signal ("sort-changed", 0);
  add_signal ("hover-changed", 0);
  add_signal ("reveal", 2, G_TYPE_UINT64, G_TYPE_UINT64);
}

static void
connect (VasSession *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
vas_session_init (VasSession *self)
{
  self->reader = vas_reader_new ();
  connect (self, self->reader, "read", G_CALLBACK (read_cb));
  connect (self, self->reader, "failed", G_CALLBACK (failed_cb));
  connect (self, self->reader, "ended", G_CALLBACK (ended_cb));
  self->publisher = vas_publisher_new ();
  connect (self, self->publisher, "taking", G_CALLBACK (taking_cb));
  connect (self, self->publisher, "published", G_CALLBACK (published_cb));
  connect (self, self->publisher, "marks-changed", G_CALLBACK (marks_changed_cb));
  connect (self, self->publisher, "painted", G_CALLBACK (finish_refresh));
}

VasSession *
vas_session_new (void)
{
  return g_object_new (VAS_TYPE_SESSION, NULL);
}

VasReader *
vas_session_get_reader (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return self->reader;
}

void
vas_session_set_stage (VasSession *self, GtkWidget *stage)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  vas_publisher_set_stage (self->publisher, stage);
}

void
vas_session_hold (VasSession *self)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  self->n_holds++;
}

void
vas_session_release (VasSession *self)
{
  g_return_if_fail (VAS_IS_SESSION (self) && self->n_holds > 0);
  self->n_holds--;
  vas_publisher_wait_for_paint (self->publisher);
}

void
vas_session_open (VasSession *self, VasSource *source)
{
  g_return_if_fail (VAS_IS_SESSION (self) && source != NULL);
  forget (self);
  set_state (self, VAS_SESSION_LOADING, NULL);
  vas_reader_open (self->reader, source);
  vas_session_set_hover (self, 0, 0);
  emit_changed (self);
}

VasSource *
vas_session_get_source (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return vas_reader_get_source (self->reader);
}

void
vas_session_refresh (VasSession *self)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  if (self->snapshot == NULL && self->state == VAS_SESSION_FAILED)
    {
      set_state (self, VAS_SESSION_LOADING, NULL);
      emit_changed (self);
    }
  vas_reader_refresh (self->reader);
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

gint64
vas_session_get_confirmed (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), 0);
  return self->confirmed;
}

gint64
vas_session_get_ended (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), 0);
  return self->ended;
}

const char *
vas_session_get_replaced (VasSession *self, gint64 *when)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  if (when != NULL)
    *when = self->replaced_at;
  return self->replaced;
}
