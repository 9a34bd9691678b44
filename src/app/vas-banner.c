/* The line above the picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-banner.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-display.h"
#include "vas-error.h"

/* What a reader can do about it. */
typedef enum
{
  WAY_CLOSE,
  WAY_RETRY,
  WAY_CHOOSE,
} Way;

static const struct
{
  const char *label;
  const char *action;
} ways[] = {
  [WAY_CLOSE] = { NULL, NULL },
  [WAY_RETRY] = { N_ ("_Try Again"), "win.refresh" },
  [WAY_CHOOSE] = { N_ ("_Choose Another Process"), "win.choose-process" },
};

/* The words differ where the notice does: a closed one comes again as another only. */
struct _VasBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *text;
  GtkButton *way_on;
  GtkWidget *close;
  VasSession *session;
  char *closed; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VasBanner, vas_banner, GTK_TYPE_WIDGET)

/* "14:03:22": of the day the program is used on; whoever leaves it for longer knows that. */
static char *
describe_time (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  return g_date_time_format (local, "%X");
}

static char *
describe_end (VasSession *session)
{
  const VasSnapshot *last = vas_session_get_snapshot (session);
  g_autofree char *time = describe_time (vas_session_get_ended (session));
  /* Translators: the first %s is a program's name, %d its process number, the last %s a time of day.
   */
  return g_strdup_printf (_ ("%s (%d) ended at %s. This is the last picture of it."), last->title,
                          vas_source_get_pid (vas_session_get_source (session)), time);
}

static char *
describe_failure (VasSession *session)
{
  g_autofree char *time = describe_time (vas_session_get_confirmed (session));
  /* Translators: the first %s is a sentence that says what happened, the second a time of day. */
  return g_strdup_printf (_ ("%s This is the last picture, taken at %s."),
                          vas_session_get_error (session)->message, time);
}

static char *
describe_exec (VasSession *session)
{
  gint64 when;
  const char *former = vas_session_get_replaced (session, &when);
  const char *present = vas_session_get_snapshot (session)->title;
  g_autofree char *time = describe_time (when);
  if (g_str_equal (former, present))
    /* Translators: the first %s is a program's name, the second a time of day. */
    return g_strdup_printf (_ ("%s started itself anew at %s."), former, time);
  /* Translators: the first two %s are names of programs: in one process, the first called the second
   * in its own place (exec). The last is a time of day. */
  return g_strdup_printf (_ ("%s replaced itself with %s at %s."), former, present, time);
}

/* The first line left out stands for all: its number tells where to look. */
static char *
describe_rejected (const VasReading *reading)
{
  gsize i = 0;
  while (i < reading->n_problems && !vas_problem_is_rejection (reading->problems[i].reason))
    i++;
  g_autofree char *first
      = i < reading->n_problems ? vas_problem_describe (&reading->problems[i]) : g_strdup ("");
  g_autofree char *count = vas_display_count (reading->n_rejected);
  /* Translators: the first %s is a number, the second a sentence about the first such line. */
  return g_strdup_printf (ngettext ("%s line was not understood and is left out. %s",
                                    "%s lines were not understood and are left out. %s",
                                    reading->n_rejected),
                          count, first);
}

/* (transfer full) (nullable): what there is to say, the most important first. */
static char *
describe (VasSession *session, Way *way)
{
  const VasSnapshot *snapshot = vas_session_get_snapshot (session);
  const GError *error = vas_session_get_error (session);
  *way = WAY_CLOSE;
  if (snapshot == NULL)
    return NULL;
  if (vas_session_get_state (session) == VAS_SESSION_ENDED)
    {
      *way = WAY_CHOOSE;
      return describe_end (session);
    }
  if (error != NULL)
    {
      gboolean is_process = vas_source_get_pid (vas_session_get_source (session)) >= 0;
      *way = is_process && !vas_error_may_pass (error) ? WAY_CHOOSE : WAY_RETRY;
      return describe_failure (session);
    }
  if (vas_session_get_replaced (session, NULL) != NULL)
    return describe_exec (session);
  return snapshot->reading->n_rejected > 0 ? describe_rejected (snapshot->reading) : NULL;
}

static void
offer (VasBanner *self, Way way)
{
  gtk_widget_set_visible (self->close, way == WAY_CLOSE);
  gtk_widget_set_visible (GTK_WIDGET (self->way_on), way != WAY_CLOSE);
  if (way == WAY_CLOSE)
    return;
  gtk_button_set_label (self->way_on, _ (ways[way].label));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->way_on), ways[way].action);
}

static void
changed_cb (VasBanner *self)
{
  Way way;
  g_autofree char *text = describe (self->session, &way);
  gboolean is_shown = text != NULL && g_strcmp0 (text, self->closed) != 0;
  if (is_shown)
    {
      gtk_label_set_text (self->text, text);
      offer (self, way);
    }
  gtk_revealer_set_reveal_child (self->revealer, is_shown);
}

static void
close_clicked_cb (VasBanner *self)
{
  g_free (self->closed);
  self->closed = g_strdup (gtk_label_get_text (self->text));
  changed_cb (self);
}

static void
vas_banner_dispose (GObject *object)
{
  VasBanner *self = VAS_BANNER (object);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_BANNER);
  G_OBJECT_CLASS (vas_banner_parent_class)->dispose (object);
}

static void
vas_banner_finalize (GObject *object)
{
  g_free (VAS_BANNER (object)->closed);
  G_OBJECT_CLASS (vas_banner_parent_class)->finalize (object);
}

static void
vas_banner_class_init (VasBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = vas_banner_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, VasBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, VasBanner, text);
  gtk_widget_class_bind_template_child (widget_class, VasBanner, way_on);
  gtk_widget_class_bind_template_child (widget_class, VasBanner, close);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vas_banner_init (VasBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vas_banner_set_session (VasBanner *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_BANNER (self) && self->session == NULL && VAS_IS_SESSION (session));

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
