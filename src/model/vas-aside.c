/* Does work that may never return, such as opening a file on a hung mount, on a thread that can be
 * left behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-aside.h"

struct _VasAside
{
  GMutex lock;
  GCond progress;
  GHashTable *stuck; /* set of guint64 keys: their work was left behind and has not returned */
};

/* One call of vas_aside_do(), shared by its threads. Under the lock of the aside, but for @work. */
typedef struct
{
  VasAside *aside;
  VasAsideWork work;
  guint8 *done;      /* by item */
  guint next;        /* the item that the newest thread is at */
  gint64 since;      /* monotonic time when it began with it */
  guint n_threads;   /* threads started; each but the newest was left behind */
  gboolean finished; /* the newest thread has come to the end */
} Task;

static void
clear_aside (gpointer box)
{
  VasAside *self = box;
  g_hash_table_unref (self->stuck);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->progress);
}

VasAside *
vas_aside_new (void)
{
  VasAside *self = g_atomic_rc_box_new0 (VasAside);
  g_mutex_init (&self->lock);
  g_cond_init (&self->progress);
  self->stuck = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

VasAside *
vas_aside_ref (VasAside *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_aside_unref (VasAside *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_aside);
}

static void
clear_task (gpointer box)
{
  Task *task = box;
  if (task->work.free_job != NULL)
    task->work.free_job (task->work.job);
  g_free (task->done);
  vas_aside_unref (task->aside);
}

static void
release_task (Task *task)
{
  g_atomic_rc_box_release_full (task, clear_task);
}

static guint64
get_key (const Task *task, guint item)
{
  return task->work.get_key (task->work.job, item);
}

/* Moves on to the next item that is worth trying. FALSE at the end. Called under the lock. */
static gboolean
begin_item (Task *task)
{
  for (; task->next < task->work.n_items; task->next++)
    {
      guint64 key = get_key (task, task->next);
      if (!g_hash_table_contains (task->aside->stuck, &key))
        {
          task->since = g_get_monotonic_time ();
          return TRUE;
        }
    }
  return FALSE;
}

/* What a thread begins with. It may be left behind before it runs for the first time. */
typedef struct
{
  Task *task;
  guint number;
  guint item;
} Start;

static gpointer
work_thread (gpointer pointer)
{
  g_autofree Start *start = pointer;
  Task *task = start->task;
  VasAside *aside = task->aside;
  guint me = start->number, item = start->item;
  g_mutex_lock (&aside->lock);
  while (me == task->n_threads && begin_item (task))
    {
      item = task->next;
      g_mutex_unlock (&aside->lock);
      task->work.do_item (task->work.job, item);
      g_mutex_lock (&aside->lock);
      task->done[item] = TRUE;
      if (me == task->n_threads)
        task->next++;
    }
  if (me == task->n_threads)
    task->finished = TRUE;
  else
    {
      guint64 key = get_key (task, item);
      g_hash_table_remove (aside->stuck, &key);
    }
  g_cond_broadcast (&aside->progress);
  g_mutex_unlock (&aside->lock);
  release_task (task);
  return NULL;
}

static void
cancelled_cb (GCancellable *cancellable, gpointer pointer)
{
  VasAside *self = pointer;
  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->progress);
  g_mutex_unlock (&self->lock);
}

/* Leaves the thread that does @item to itself. Called under the lock. */
static void
leave_behind (Task *task)
{
  guint64 key = get_key (task, task->next);
  g_hash_table_add (task->aside->stuck, g_memdup2 (&key, sizeof key));
  task->next++;
}

/* Starts a thread at the next item. FALSE if none is left, or the system gives no thread. Called
 * under the lock. */
static gboolean
start_thread (Task *task)
{
  if (!begin_item (task))
    return FALSE;
  Start *start = g_new (Start, 1);
  *start = (Start) { g_atomic_rc_box_acquire (task), ++task->n_threads, task->next };
  GThread *thread = g_thread_try_new ("vas-aside", work_thread, start, NULL);
  if (thread == NULL)
    {
      release_task (start->task);
      g_free (start);
      return FALSE;
    }
  g_thread_unref (thread);
  return TRUE;
}

/* Waits for the newest thread as long as it gets on. FALSE when there is nothing more to wait for.
 * Called under the lock. */
static gboolean
wait_for_thread (Task *task, gint64 deadline, GCancellable *cancellable)
{
  while (!task->finished)
    {
      gint64 until = MIN (deadline, task->since + task->work.patience);
      gboolean cancelled = g_cancellable_is_cancelled (cancellable);
      if (cancelled || g_get_monotonic_time () >= until)
        {
          leave_behind (task);
          return !cancelled && g_get_monotonic_time () < deadline;
        }
      g_cond_wait_until (&task->aside->progress, &task->aside->lock, until);
    }
  return FALSE;
}

void
vas_aside_do (VasAside *self,
              const VasAsideWork *work,
              void (*take) (gpointer job, guint item, gpointer user_data),
              gpointer user_data,
              GCancellable *cancellable)
{
  g_return_if_fail (self != NULL && work != NULL && take != NULL);

  Task *task = g_atomic_rc_box_new0 (Task);
  task->aside = vas_aside_ref (self);
  task->work = *work;
  task->done = g_new0 (guint8, work->n_items);
  gint64 deadline = g_get_monotonic_time () + work->budget;

  gulong handler = cancellable != NULL
                       ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self, NULL)
                       : 0;
  g_mutex_lock (&self->lock);
  while (start_thread (task) && wait_for_thread (task, deadline, cancellable))
    ;
  g_autofree guint8 *done = g_memdup2 (task->done, work->n_items);
  task->n_threads++; /* nobody's number: a thread still at work ends after its item */
  g_mutex_unlock (&self->lock);
  g_cancellable_disconnect (cancellable, handler);

  for (guint item = 0; item < work->n_items; item++)
    if (done[item])
      take (work->job, item, user_data);
  release_task (task);
}
