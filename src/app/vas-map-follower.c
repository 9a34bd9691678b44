/* Follows the session: keeps its newest snapshot laid out, and marks what changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-follower.h"

#include <string.h>

/* New, changed and gone regions are marked so long. */
#define MARKS_MILLISECONDS 2500

struct _VasMapFollower
{
  GObject parent_instance;

  VasSession *session;
  VasSource *source; /* that the layout is of */
  VasScale scale;
  VasDirection direction;

  VasMapSums *sums;
  VasMapWish *laying_out; /* (nullable): on the worker */
  GCancellable *cancellable;
  VasMapMarks *marks;
  guint marks_timer;
};

enum
{
  CHANGED,
  REBOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasMapFollower, vas_map_follower, G_TYPE_OBJECT)

static gboolean
forget_marks_cb (gpointer user_data)
{
  VasMapFollower *self = user_data;
  self->marks_timer = 0;
  g_clear_pointer (&self->marks, vas_map_marks_unref);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
set_marks (VasMapFollower *self, VasMapMarks *marks)
{
  g_clear_handle_id (&self->marks_timer, g_source_remove);
  g_clear_pointer (&self->marks, vas_map_marks_unref);
  if (marks == NULL)
    return;
  self->marks = vas_map_marks_ref (marks);
  self->marks_timer = g_timeout_add (MARKS_MILLISECONDS, forget_marks_cb, self);
}

static gboolean
has_same_matches (const guint8 *a, const guint8 *b, gsize n)
{
  return a == NULL || b == NULL ? a == b : memcmp (a, b, n) == 0;
}

/* Whether the map of two sums of the same regions is drawn alike. */
static gboolean
looks_alike (const VasMapSums *a, const VasMapSums *b)
{
  const VasLayout *x = vas_map_sums_get_layout (a), *y = vas_map_sums_get_layout (b);
  const VasSnapshot *snapshot = vas_layout_get_snapshot (x);
  return vas_snapshot_has_same_sizes (snapshot, vas_layout_get_snapshot (y))
         && vas_layout_get_scale (x) == vas_layout_get_scale (y)
         && vas_layout_get_direction (x) == vas_layout_get_direction (y)
         && has_same_matches (vas_map_sums_get_matches (a), vas_map_sums_get_matches (b),
                              vas_snapshot_get_n_regions (snapshot));
}

/* Whoever listens lets go of the former layout too, so that the last reference goes on a worker. */
static void
take_job (VasMapFollower *self, VasMapJob *job)
{
  VasMapSums *former = g_steal_pointer (&self->sums);
  self->sums = vas_map_sums_ref (job->sums);
  if (!job->keeps_regions)
    set_marks (self, job->marks);
  gboolean is_rebound = former != NULL && job->keeps_regions && looks_alike (former, self->sums);
  g_signal_emit (self, signals[is_rebound ? REBOUND : CHANGED], 0);
  if (former != NULL)
    vas_map_job_let_go (former);
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VasMapFollower) self = user_data;
  g_autoptr (VasMapJob) job = vas_map_job_run_finish (result);
  if (job == NULL)
    return; /* a newer one took its place */
  g_autoptr (VasSession) session = g_object_ref (self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->laying_out, vas_map_wish_free);
  take_job (self, job);
  vas_session_release (session);
}

static void
start_laying_out (VasMapFollower *self, const VasMapWish *wish)
{
  self->laying_out = vas_map_wish_copy (wish);
  /* The worker has its own; this one tells what is under way, and pins no former snapshot. */
  g_clear_pointer (&self->laying_out->former, vas_layout_unref);
  self->cancellable = g_cancellable_new ();
  vas_session_hold (self->session);
  vas_map_job_run_async (wish, self->cancellable, laid_out_cb, g_object_ref (self));
}

static void
stop_laying_out (VasMapFollower *self)
{
  if (self->laying_out == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->laying_out, vas_map_wish_free);
  vas_session_release (self->session);
}

/* Whether @wish is what the layout under way will be, or else what the one that is there is. */
static gboolean
is_fulfilled (VasMapFollower *self, const VasMapWish *wish, const guint8 *matches)
{
  gsize n = vas_snapshot_get_n_regions (wish->snapshot);
  const VasMapWish *other = self->laying_out;
  if (other != NULL)
    return other->snapshot == wish->snapshot && other->scale == wish->scale
           && other->direction == wish->direction
           && has_same_matches (
               other->matches != NULL ? g_bytes_get_data (other->matches, NULL) : NULL, matches, n);
  return wish->former != NULL && vas_layout_get_snapshot (wish->former) == wish->snapshot
         && vas_layout_get_scale (wish->former) == wish->scale
         && vas_layout_get_direction (wish->former) == wish->direction
         && has_same_matches (vas_map_sums_get_matches (self->sums), matches, n);
}

static void
lay_out (VasMapFollower *self)
{
  VasSnapshot *snapshot = self->session != NULL ? vas_session_get_snapshot (self->session) : NULL;
  if (snapshot == NULL)
    return;
  const guint8 *matches = vas_session_get_matches (self->session);
  VasMapWish wish = { .snapshot = snapshot, .scale = self->scale, .direction = self->direction };
  wish.former = self->sums != NULL ? vas_map_sums_get_layout (self->sums) : NULL;
  if (is_fulfilled (self, &wish, matches))
    return;

  gsize n = vas_snapshot_get_n_regions (snapshot);
  g_autoptr (GBytes) copy = matches != NULL ? g_bytes_new (matches, n) : NULL;
  wish.matches = copy;
  stop_laying_out (self);
  if (vas_map_job_is_quick (&wish))
    {
      g_autoptr (VasMapJob) job = vas_map_job_run (&wish);
      take_job (self, job);
      return;
    }
  start_laying_out (self, &wish);
}

static void
forget (VasMapFollower *self)
{
  stop_laying_out (self);
  set_marks (self, NULL);
  g_clear_pointer (&self->source, vas_source_unref);
  VasMapSums *former = g_steal_pointer (&self->sums);
  g_signal_emit (self, signals[CHANGED], 0);
  if (former != NULL)
    vas_map_job_let_go (former);
}

static void
session_changed_cb (VasMapFollower *self)
{
  VasSource *source = vas_session_get_source (self->session);
  if (source != self->source)
    {
      forget (self);
      self->source = source != NULL ? vas_source_ref (source) : NULL;
    }
  lay_out (self);
}

static void
vas_map_follower_dispose (GObject *object)
{
  vas_map_follower_set_session (VAS_MAP_FOLLOWER (object), NULL);
  G_OBJECT_CLASS (vas_map_follower_parent_class)->dispose (object);
}

static void
vas_map_follower_class_init (VasMapFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vas_map_follower_dispose;
  static const char *const NAMES[N_SIGNALS] = { "changed", "rebound" };
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (NAMES[i], VAS_TYPE_MAP_FOLLOWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
vas_map_follower_init (VasMapFollower *self)
{
}

VasMapFollower *
vas_map_follower_new (void)
{
  return g_object_new (VAS_TYPE_MAP_FOLLOWER, NULL);
}

void
vas_map_follower_set_session (VasMapFollower *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_MAP_FOLLOWER (self));
  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      forget (self);
    }
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (lay_out), self);
  session_changed_cb (self);
}

void
vas_map_follower_set_scale (VasMapFollower *self, VasScale scale)
{
  g_return_if_fail (VAS_IS_MAP_FOLLOWER (self) && (guint) scale < VAS_N_SCALES);
  self->scale = scale;
  lay_out (self);
}

VasScale
vas_map_follower_get_scale (VasMapFollower *self)
{
  g_return_val_if_fail (VAS_IS_MAP_FOLLOWER (self), VAS_SCALE_LOG);
  return self->scale;
}

void
vas_map_follower_set_direction (VasMapFollower *self, VasDirection direction)
{
  g_return_if_fail (VAS_IS_MAP_FOLLOWER (self));
  self->direction = direction;
  lay_out (self);
}

VasDirection
vas_map_follower_get_direction (VasMapFollower *self)
{
  g_return_val_if_fail (VAS_IS_MAP_FOLLOWER (self), VAS_DIRECTION_DOWN);
  return self->direction;
}

VasMapSums *
vas_map_follower_get_sums (VasMapFollower *self)
{
  g_return_val_if_fail (VAS_IS_MAP_FOLLOWER (self), NULL);
  return self->sums;
}

VasMapMarks *
vas_map_follower_get_marks (VasMapFollower *self)
{
  g_return_val_if_fail (VAS_IS_MAP_FOLLOWER (self), NULL);
  return self->marks;
}

gboolean
vas_map_follower_is_current (VasMapFollower *self)
{
  g_return_val_if_fail (VAS_IS_MAP_FOLLOWER (self), FALSE);
  if (self->session == NULL || self->sums == NULL)
    return FALSE;
  VasOrder *order = vas_region_list_get_order (vas_session_get_region_list (self->session));
  VasLayout *layout = vas_map_sums_get_layout (self->sums);
  return order != NULL && order->snapshot == vas_layout_get_snapshot (layout);
}
