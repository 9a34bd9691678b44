/* Makes the rows of what was read on a worker, and puts them in place within a frame.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-publisher.h"

#include "vas-arrangement.h"
#include "vas-stage.h"

/* New and changed regions are marked so long. */
#define MARKS_MILLISECONDS 2500

/**
 * VasPublisher:
 * @newest: (nullable): the snapshot to show
 * @arranging: (nullable): while its rows are made
 * @arranged: (nullable): they are, and wait for a frame
 * @matches: (nullable): of what is shown
 * @marks: (nullable): what changed of that a moment ago
 */
struct _VasPublisher
{
  GObject parent_instance;

  VasSnapshot *newest;
  VasWishes wishes;
  GCancellable *arranging;
  VasArrangement *arranged;
  VasStage *stage;

  guint8 *matches;
  VasMapMarks *marks;
  guint marks_timer;
  VasRegionTable *table;
  VasRegionList *list;
};

enum
{
  TAKING,
  PUBLISHED,
  PAINTED,
  MARKS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasPublisher, vas_publisher, G_TYPE_OBJECT)

static VasSnapshot *
get_shown (VasPublisher *self)
{
  VasOrder *order = vas_region_list_get_order (self->list);
  return order != NULL ? order->snapshot : NULL;
}

static void
forget_marks (VasPublisher *self)
{
  g_clear_handle_id (&self->marks_timer, g_source_remove);
  if (self->marks == NULL)
    return;
  g_clear_pointer (&self->marks, vas_map_marks_unref);
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
}

static gboolean
marks_timer_cb (gpointer user_data)
{
  VasPublisher *self = user_data;
  self->marks_timer = 0;
  forget_marks (self);
  return G_SOURCE_REMOVE;
}

/* Marks of an earlier change stay for their time: without another one, regions have kept their
 * numbers. */
static void
take_marks (VasPublisher *self, VasMapMarks *marks)
{
  if (marks == NULL)
    return;
  g_clear_handle_id (&self->marks_timer, g_source_remove);
  vas_map_marks_unref (self->marks);
  self->marks = vas_map_marks_ref (marks);
  self->marks_timer = g_timeout_add (MARKS_MILLISECONDS, marks_timer_cb, self);
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
}

/* After an exec no row is a former one that stayed, and nothing of the selection. */
static void
apply (VasPublisher *self, const VasOrderChange *change)
{
  VasSnapshot *shown = get_shown (self);
  if (shown != NULL && !vas_snapshot_is_same_program (shown, change->present->snapshot))
    {
      forget_marks (self);
      vas_region_list_set_order (self->list, NULL);
    }
  if (!vas_region_list_apply (self->list, change))
    vas_region_list_set_order (self->list, change->present);
}

static void
publish (VasPublisher *self, VasArrangement *arrangement)
{
  VasSnapshot *snapshot = arrangement->change->present->snapshot;
  gboolean is_filtered = self->matches != NULL || arrangement->matches != NULL;

  g_free (self->matches);
  self->matches = g_steal_pointer (&arrangement->matches);
  gboolean is_fresh = snapshot != get_shown (self);
  if (is_fresh)
    g_signal_emit (self, signals[TAKING], 0, snapshot);
  apply (self, arrangement->change);
  take_marks (self, arrangement->marks);
  g_signal_emit (self, signals[PUBLISHED], 0, is_fresh, is_filtered);
}

static void
enter_cb (gpointer user_data)
{
  g_autoptr (VasPublisher) self = g_object_ref (user_data);
  g_autoptr (VasArrangement) arrangement = g_steal_pointer (&self->arranged);
  if (arrangement != NULL)
    publish (self, arrangement);
}

static void
painted_cb (gpointer user_data)
{
  g_autoptr (VasPublisher) self = g_object_ref (user_data);
  g_signal_emit (self, signals[PAINTED], 0);
}

static void
stop_arranging (VasPublisher *self)
{
  if (self->arranging != NULL)
    g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
  g_clear_pointer (&self->arranged, vas_arrangement_free);
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VasPublisher) self = user_data;
  g_autoptr (VasArrangement) arrangement = vas_arrangement_make_finish (result, NULL);

  /* Only the newest wish counts: what it replaced was cancelled and has no arrangement. */
  if (arrangement == NULL)
    return;
  g_clear_object (&self->arranging);
  self->arranged = g_steal_pointer (&arrangement);
  vas_stage_wait (self->stage);
}

static void
arrange (VasPublisher *self)
{
  stop_arranging (self);
  if (self->newest == NULL)
    return;
  self->arranging = g_cancellable_new ();
  vas_arrangement_make_async (vas_region_list_get_order (self->list), self->newest, &self->wishes,
                              self->arranging, arranged_cb, g_object_ref (self));
}

static void
vas_publisher_dispose (GObject *object)
{
  VasPublisher *self = VAS_PUBLISHER (object);
  stop_arranging (self);
  vas_stage_withdraw (self->stage);
  g_clear_handle_id (&self->marks_timer, g_source_remove);
  G_OBJECT_CLASS (vas_publisher_parent_class)->dispose (object);
}

static void
vas_publisher_finalize (GObject *object)
{
  VasPublisher *self = VAS_PUBLISHER (object);
  vas_stage_free (self->stage);
  vas_wishes_clear (&self->wishes);
  vas_snapshot_unref (self->newest);
  g_free (self->matches);
  vas_map_marks_unref (self->marks);
  g_object_unref (self->list);
  g_object_unref (self->table);
  G_OBJECT_CLASS (vas_publisher_parent_class)->finalize (object);
}

static void
vas_publisher_class_init (VasPublisherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vas_publisher_dispose;
  G_OBJECT_CLASS (klass)->finalize = vas_publisher_finalize;
  signals[TAKING] = g_signal_new ("taking", VAS_TYPE_PUBLISHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, VAS_TYPE_SNAPSHOT);
  signals[PUBLISHED] = g_signal_new ("published", VAS_TYPE_PUBLISHER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  signals[MARKS_CHANGED] = g_signal_new ("marks-changed", VAS_TYPE_PUBLISHER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAINTED] = g_signal_new ("painted", VAS_TYPE_PUBLISHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
vas_publisher_init (VasPublisher *self)
{
  vas_wishes_init (&self->wishes);
  self->stage = vas_stage_new (enter_cb, painted_cb, self);
  self->table = vas_region_table_new ();
  self->list = vas_region_list_new (self->table);
}

VasPublisher *
vas_publisher_new (void)
{
  return g_object_new (VAS_TYPE_PUBLISHER, NULL);
}

void
vas_publisher_set_stage (VasPublisher *self, GtkWidget *stage)
{
  g_return_if_fail (VAS_IS_PUBLISHER (self) && (stage == NULL || GTK_IS_WIDGET (stage)));
  vas_stage_set_widget (self->stage, stage);
}

void
vas_publisher_show (VasPublisher *self, VasSnapshot *snapshot)
{
  g_return_if_fail (VAS_IS_PUBLISHER (self));
  VasSnapshot *wanted = snapshot != NULL ? vas_snapshot_ref (snapshot) : NULL;
  vas_snapshot_unref (self->newest);
  self->newest = wanted;
  if (wanted != NULL)
    {
      arrange (self);
      return;
    }
  stop_arranging (self);
  vas_stage_withdraw (self->stage);
  g_clear_pointer (&self->matches, g_free);
  forget_marks (self);
  vas_region_list_set_order (self->list, NULL);
}

void
vas_publisher_wait_for_paint (VasPublisher *self)
{
  g_return_if_fail (VAS_IS_PUBLISHER (self));
  vas_stage_wait_for_paint (self->stage);
}

gboolean
vas_publisher_is_busy (VasPublisher *self)
{
  g_return_val_if_fail (VAS_IS_PUBLISHER (self), FALSE);
  return self->arranging != NULL || self->arranged != NULL;
}

gboolean
vas_publisher_set_filter_text (VasPublisher *self, const char *text, GError **error)
{
  g_return_val_if_fail (VAS_IS_PUBLISHER (self) && text != NULL, FALSE);
  gboolean is_understood;
  if (vas_wishes_set_text (&self->wishes, text, &is_understood, error))
    arrange (self);
  return is_understood;
}

gboolean
vas_publisher_set_sort (VasPublisher *self, VasSort sort, gboolean descending)
{
  g_return_val_if_fail (VAS_IS_PUBLISHER (self) && sort < VAS_N_SORTS, FALSE);
  if (!vas_wishes_set_sort (&self->wishes, sort, descending))
    return FALSE;
  arrange (self);
  return TRUE;
}

const VasWishes *
vas_publisher_get_wishes (VasPublisher *self)
{
  g_return_val_if_fail (VAS_IS_PUBLISHER (self), NULL);
  return &self->wishes;
}

const guint8 *
vas_publisher_get_matches (VasPublisher *self)
{
  g_return_val_if_fail (VAS_IS_PUBLISHER (self), NULL);
  return self->matches;
}

VasMapMarks *
vas_publisher_get_marks (VasPublisher *self)
{
  g_return_val_if_fail (VAS_IS_PUBLISHER (self), NULL);
  return self->marks;
}

VasRegionList *
vas_publisher_get_list (VasPublisher *self)
{
  g_return_val_if_fail (VAS_IS_PUBLISHER (self), NULL);
  return self->list;
}
