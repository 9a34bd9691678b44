/* Lists the processes again and again while somebody looks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-watch.h"

#include "vas-process-scan.h"

enum
{
  REST = 120, /* times the processor time of a listing: handing it on takes some as well */
  SHORTEST_PAUSE_MS = 2000,
  LONGEST_PAUSE_MS = 60 * 1000,
};

struct _VasProcessWatch
{
  GObject parent_instance;

  VasProcessScan *scan;
  gboolean running;
  GCancellable *listing; /* (nullable): under way */
  guint timer;
};

enum
{
  LISTED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasProcessWatch, vas_process_watch, G_TYPE_OBJECT)

static void start_listing (VasProcessWatch *self);

static gboolean
timer_cb (gpointer user_data)
{
  VasProcessWatch *self = user_data;
  self->timer = 0;
  start_listing (self);
  return G_SOURCE_REMOVE;
}

/* What listing costs follows from the number of processes; what whoever shows them does, he keeps
 * small by himself. */
static void
rest (VasProcessWatch *self)
{
  gint64 milliseconds = vas_process_scan_get_cost (self->scan) * REST / G_TIME_SPAN_MILLISECOND;
  guint pause = (guint) CLAMP (milliseconds, SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
  self->timer = g_timeout_add (pause, timer_cb, self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) processes = vas_process_scan_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_autoptr (VasProcessWatch) self = g_object_ref (user_data);
  g_clear_object (&self->listing);
  if (processes != NULL)
    g_signal_emit (self, signals[LISTED], 0, processes);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  if (self->running && self->listing == NULL)
    rest (self);
}

static void
start_listing (VasProcessWatch *self)
{
  self->listing = g_cancellable_new ();
  vas_process_scan_run_async (self->scan, self->listing, listed_cb, self);
}

static void
stop_listing (VasProcessWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

static void
vas_process_watch_finalize (GObject *object)
{
  VasProcessWatch *self = VAS_PROCESS_WATCH (object);
  stop_listing (self);
  vas_process_scan_unref (self->scan);
  G_OBJECT_CLASS (vas_process_watch_parent_class)->finalize (object);
}

static void
vas_process_watch_class_init (VasProcessWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vas_process_watch_finalize;
  signals[LISTED]
      = g_signal_new ("listed", VAS_TYPE_PROCESS_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[FAILED]
      = g_signal_new ("failed", VAS_TYPE_PROCESS_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
vas_process_watch_init (VasProcessWatch *self)
{
}

VasProcessWatch *
vas_process_watch_new (const char *root)
{
  g_return_val_if_fail (root != NULL, NULL);
  VasProcessWatch *self = g_object_new (VAS_TYPE_PROCESS_WATCH, NULL);
  self->scan = vas_process_scan_new (root);
  return self;
}

void
vas_process_watch_set_running (VasProcessWatch *self, gboolean running)
{
  g_return_if_fail (VAS_IS_PROCESS_WATCH (self));
  if (self->running == running)
    return;
  self->running = running;
  if (running)
    start_listing (self);
  else
    stop_listing (self);
}
