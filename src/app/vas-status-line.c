/* The status line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-status-line.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-display.h"
#include "vas-words.h"

struct _VasStatusLine
{
  GtkWidget parent_instance;

  GtkLabel *place;
  GtkWidget *moving;
  GtkLabel *selected;
  GtkLabel *cost;
  VasSession *session;
  gint64 shown_cost;   /* microseconds */
  gint64 shown_period; /* microseconds */
};

G_DEFINE_FINAL_TYPE (VasStatusLine, vas_status_line, GTK_TYPE_WIDGET)

/* "7f5ae31e9000  libcairo.so.2: code  828 KiB  r-xp" */
static char *
describe_region (const VasSnapshot *snapshot, gsize i)
{
  const VasRegion *region = vas_snapshot_get_region (snapshot, i);
  g_autofree char *address = vas_display_address (region->start);
  g_autofree char *label = vas_words_label (snapshot, vas_snapshot_get_verdict (snapshot, i));
  g_autofree char *size = vas_display_size (vas_region_get_size (region));
  char perms[VAS_PERMS_BYTES];
  return g_strdup_printf ("%s   %s   %s   %s", address, label, size,
                          vas_perms_print (region->perms, perms));
}

/* "1,204 regions, 18 MiB" */
static char *
describe_several (gsize n_regions, guint64 mapped)
{
  g_autofree char *count = vas_display_count (n_regions);
  g_autofree char *size = vas_display_size (mapped);
  /* Translators: the first %s is a number, the second a size such as "18 MiB". */
  return g_strdup_printf (ngettext ("%s region, %s", "%s regions, %s", n_regions), count, size);
}

static char *
describe_gap (guint64 start, guint64 end)
{
  g_autofree char *address = vas_display_address (start);
  g_autofree char *size = vas_display_size (end - start);
  /* Translators: the first %s is an address, the second a size such as "42.1 TiB". */
  return g_strdup_printf (_ ("%s   %s where nothing is mapped"), address, size);
}

static char *
describe_range (const VasSnapshot *snapshot, guint64 start, guint64 end)
{
  const VasReading *reading = snapshot->reading;
  gsize first = vas_regions_find_from (reading->regions, reading->n_regions, start);
  guint64 mapped = 0;
  gsize n = 0;
  for (gsize i = first; i < reading->n_regions && reading->regions[i].start < end; i++, n++)
    mapped += vas_region_get_size (&reading->regions[i]);
  if (n == 0)
    return describe_gap (start, end);
  return n == 1 ? describe_region (snapshot, first) : describe_several (n, mapped);
}

static void
show_place (VasStatusLine *self)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  guint64 start, end;
  gssize first;
  g_autofree char *text = NULL;

  vas_session_get_hover (self->session, &start, &end);
  vas_region_list_get_selected (vas_session_get_region_list (self->session), NULL, NULL, &first);
  if (snapshot != NULL && start < end)
    text = describe_range (snapshot, start, end);
  else if (snapshot != NULL && first >= 0 && (gsize) first < vas_snapshot_get_n_regions (snapshot))
    text = describe_region (snapshot, first);
  gtk_label_set_text (self->place, text != NULL ? text : "");
}

static void
show_selected (VasStatusLine *self)
{
  gsize n_regions;
  guint64 mapped;

  vas_region_list_get_selected (vas_session_get_region_list (self->session), &n_regions, &mapped,
                                NULL);
  if (n_regions == 0)
    {
      gtk_label_set_text (self->selected, "");
      return;
    }
  g_autofree char *count = vas_display_count (n_regions);
  g_autofree char *size = vas_display_size (mapped);
  /* Translators: the first %s is a number of regions, the second a size such as "18 MiB". */
  g_autofree char *text = g_strdup_printf (_ ("%s selected, %s"), count, size);
  gtk_label_set_text (self->selected, text);
}

/* "Refresh 63 ms, every 2 s" */
static char *
describe_cost (gint64 cost, gint64 period)
{
  g_autofree char *spent = vas_display_duration (cost);
  g_autofree char *pause = vas_display_duration (period);
  /* Translators: what looking at a process costs; both are durations, such as "63 ms" and "2 s". */
  return g_strdup_printf (_ ("Refresh %s, every %s"), spent, pause);
}

/* A figure that a reader can take in does not tremble: it changes when the matter does. */
static gboolean
is_near (gint64 shown, gint64 present)
{
  return ABS (present - shown) <= shown / 5 + 2 * 1000;
}

/* As wide as it may become, so that nothing beside it moves. */
static void
reserve_width (VasStatusLine *self)
{
  g_autofree char *longest = describe_cost (888 * 1000, 8800 * 1000);
  glong width = MAX (g_utf8_strlen (longest, -1), g_utf8_strlen (_ ("Paused"), -1));
  gtk_label_set_width_chars (self->cost, (int) width);
}

static void
explain_cost (VasStatusLine *self)
{
  g_autofree char *share
      = g_strdup_printf ("%u", vas_reader_get_share (vas_session_get_reader (self->session)));
  /* Translators: %s is a number; %% a per cent sign. */
  g_autofree char *words = g_strdup_printf (
      _ ("Processor time of one refresh, and how often it comes: so seldom that following the "
         "process takes at most %s %% of one core."),
      share);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cost), words);
}

static void
show_cost (VasStatusLine *self)
{
  VasReader *reader = vas_session_get_reader (self->session);
  gint64 cost = vas_reader_get_cost (reader);
  gint64 period = (gint64) vas_reader_get_period (reader) * 1000;
  if (is_near (self->shown_cost, cost) && is_near (self->shown_period, period)
      && self->shown_period > 0 && period > 0)
    return;
  self->shown_cost = cost;
  self->shown_period = period;
  g_autofree char *text = NULL;
  if (!vas_reader_get_live (reader))
    text = g_strdup (_ ("Paused"));
  else if (period > 0 && cost > 0)
    text = describe_cost (cost, period);
  gtk_label_set_text (self->cost, text != NULL ? text : "");
}

/* Words for what can be followed only; the end and failures are told elsewhere. */
static void
show_following (VasStatusLine *self)
{
  VasSource *source = vas_session_get_source (self->session);
  VasSessionState state = vas_session_get_state (self->session);
  gboolean is_followed = source != NULL && vas_source_get_pid (source) >= 0
                         && (state == VAS_SESSION_READY || state == VAS_SESSION_LOADING);
  gtk_widget_set_visible (GTK_WIDGET (self->cost), is_followed);
  if (is_followed)
    show_cost (self);
}

/* Repaired or not: what is on show may never have been like that at one instant. */
static gboolean
was_moving (const VasSnapshot *snapshot)
{
  const VasReading *reading = snapshot->reading;
  for (gsize i = 0; i < reading->n_problems; i++)
    if (reading->problems[i].reason == VAS_PROBLEM_CHANGED)
      return TRUE;
  return snapshot->facts != NULL && snapshot->facts->moving;
}

static void
show_moving (VasStatusLine *self)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  gtk_widget_set_visible (self->moving, snapshot != NULL && was_moving (snapshot));
}

static void
hover_changed_cb (VasStatusLine *self)
{
  show_place (self);
}

static void
selection_changed_cb (VasStatusLine *self)
{
  show_place (self);
  show_selected (self);
}

static void
changed_cb (VasStatusLine *self)
{
  selection_changed_cb (self);
  show_moving (self);
  show_following (self);
}

static void
vas_status_line_dispose (GObject *object)
{
  VasStatusLine *self = VAS_STATUS_LINE (object);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_STATUS_LINE);
  G_OBJECT_CLASS (vas_status_line_parent_class)->dispose (object);
}

static void
vas_status_line_class_init (VasStatusLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_status_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, VasStatusLine, place);
  gtk_widget_class_bind_template_child (widget_class, VasStatusLine, moving);
  gtk_widget_class_bind_template_child (widget_class, VasStatusLine, selected);
  gtk_widget_class_bind_template_child (widget_class, VasStatusLine, cost);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statusline");
}

static void
vas_status_line_init (VasStatusLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  reserve_width (self);
}

void
vas_status_line_set_session (VasStatusLine *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_STATUS_LINE (self) && self->session == NULL && VAS_IS_SESSION (session));

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "hover-changed", G_CALLBACK (hover_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vas_session_get_region_list (session), "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (show_following), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vas_session_get_reader (session), "notify::live",
                           G_CALLBACK (show_following), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vas_session_get_reader (session), "notify::share",
                           G_CALLBACK (explain_cost), self, G_CONNECT_SWAPPED);
  explain_cost (self);
  changed_cb (self);
}
