/* Work that may hang: what does not answer is left behind, and everything else is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-aside.h"

#include <string.h>

enum
{
  MAX_ITEMS = 8,
  /* Long enough for a thread to run on a machine that is busy, short enough to wait for here. */
  PATIENCE = 500 * G_TIME_SPAN_MILLISECOND,
};

/* Items that hang do so until the gate is opened. Each item's key is a letter. The jobs hold on to
 * the gate: the last thread of one may still be on its way out when the test is over. */
typedef struct
{
  GMutex lock;
  GCond changed;
  gboolean open;
  gboolean freed;
  guint n_begun;
} Gate;

typedef struct
{
  Gate *gate;
  const char *keys;
  const char *hanging; /* per item: 'h' hangs */
  char done[MAX_ITEMS + 1];
} Job;

static Gate *
new_gate (void)
{
  return g_atomic_rc_box_new0 (Gate);
}

static void
release_gate (Gate *gate)
{
  g_atomic_rc_box_release (gate);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gate, release_gate)

static void
do_item (gpointer pointer, guint item)
{
  Job *job = pointer;
  Gate *gate = job->gate;
  g_mutex_lock (&gate->lock);
  gate->n_begun++;
  while (job->hanging[item] == 'h' && !gate->open)
    g_cond_wait (&gate->changed, &gate->lock);
  g_mutex_unlock (&gate->lock);
  job->done[item] = 'x';
}

static guint64
get_key (gpointer pointer, guint item)
{
  return ((Job *) pointer)->keys[item];
}

static void
free_job (gpointer pointer)
{
  Job *job = pointer;
  Gate *gate = job->gate;
  g_free (job);
  g_mutex_lock (&gate->lock);
  gate->freed = TRUE;
  g_cond_broadcast (&gate->changed);
  g_mutex_unlock (&gate->lock);
  release_gate (gate);
}

static void
take_item (gpointer pointer, guint item, gpointer user_data)
{
  g_assert_cmpint (((Job *) pointer)->done[item], ==, 'x');
  g_string_append_c (user_data, '0' + item);
}

static char *
do_work (VasAside *aside, Gate *gate, const char *keys, const char *hanging,
         GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);
  *job = (Job) { .gate = g_atomic_rc_box_acquire (gate), .keys = keys, .hanging = hanging };
  VasAsideWork work = {
    .job = job,
    .free_job = free_job,
    .do_item = do_item,
    .get_key = get_key,
    .n_items = strlen (keys),
    .patience = PATIENCE,
    .budget = G_TIME_SPAN_MINUTE,
  };
  GString *taken = g_string_new (NULL);
  vas_aside_do (aside, &work, take_item, taken, cancellable);
  return g_string_free (taken, FALSE);
}

/* Lets the threads that hang come back, and waits until the last job was freed. */
static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->open = TRUE;
  g_cond_broadcast (&gate->changed);
  while (!gate->freed)
    g_cond_wait (&gate->changed, &gate->lock);
  g_mutex_unlock (&gate->lock);
}

static void
test_all_done (void)
{
  g_autoptr (VasAside) aside = vas_aside_new ();
  g_autoptr (Gate) gate = new_gate ();
  g_autofree char *taken = do_work (aside, gate, "abca", "....", NULL);
  g_assert_cmpstr (taken, ==, "0123");
  g_autofree char *none = do_work (aside, gate, "", "", NULL);
  g_assert_cmpstr (none, ==, "");
}

/* One thread is lost to the file system `b`, and nothing more is asked of it. */
static void
test_one_hangs (void)
{
  g_autoptr (VasAside) aside = vas_aside_new ();
  g_autoptr (Gate) gate = new_gate ();
  g_autofree char *taken = do_work (aside, gate, "abbcb", ".h.hh", NULL);
  g_assert_cmpstr (taken, ==, "0");
  open_gate (gate);
  g_assert_cmpuint (gate->n_begun, ==, 3); /* 0, 1 and 3: 2 and 4 are `b` too */
}

static void
test_others_are_done (void)
{
  g_autoptr (VasAside) aside = vas_aside_new ();
  g_autoptr (Gate) gate = new_gate ();
  g_autofree char *taken = do_work (aside, gate, "abac", "..h.", NULL);
  g_assert_cmpstr (taken, ==, "013");
  open_gate (gate);
}

/* The next reading does not touch what hangs; once it has answered, it is asked again. */
static void
test_remembers_and_forgives (void)
{
  g_autoptr (VasAside) aside = vas_aside_new ();
  g_autoptr (Gate) stuck = new_gate ();
  g_autoptr (Gate) other = new_gate ();
  g_autofree char *first = do_work (aside, stuck, "ab", "h.", NULL);
  g_assert_cmpstr (first, ==, "1");
  g_autofree char *second = do_work (aside, other, "aba", "...", NULL);
  g_assert_cmpstr (second, ==, "1");
  open_gate (stuck);
  g_autofree char *third = do_work (aside, other, "aba", "...", NULL);
  g_assert_cmpstr (third, ==, "012");
}

static gpointer
cancel_thread (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (VasAside) aside = vas_aside_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Gate) gate = new_gate ();
  GThread *thread = g_thread_new ("cancels", cancel_thread, cancellable);
  g_autofree char *taken = do_work (aside, gate, "abcdefgh", "hhhhhhhh", cancellable);
  g_assert_cmpstr (taken, ==, "");
  g_thread_join (thread);
  open_gate (gate);
}

/* The aside may be given up while a thread still hangs. */
static void
test_outlives_owner (void)
{
  VasAside *aside = vas_aside_new ();
  g_autoptr (Gate) gate = new_gate ();
  g_autofree char *taken = do_work (aside, gate, "a", "h", NULL);
  g_assert_cmpstr (taken, ==, "");
  vas_aside_unref (aside);
  open_gate (gate);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aside/all-done", test_all_done);
  g_test_add_func ("/aside/one-hangs", test_one_hangs);
  g_test_add_func ("/aside/others-are-done", test_others_are_done);
  g_test_add_func ("/aside/remembers-and-forgives", test_remembers_and_forgives);
  g_test_add_func ("/aside/cancel", test_cancel);
  g_test_add_func ("/aside/outlives-owner", test_outlives_owner);
  return g_test_run ();
}
