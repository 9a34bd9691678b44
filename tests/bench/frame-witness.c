/* Preloaded into a GTK program, tells when its window is on the screen, without the program knowing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes lines to the descriptor that FRAME_WITNESS names: a word, the time in microseconds
 * (CLOCK_MONOTONIC) and the CPU time that the process has used.
 *
 *   first T CPU   the window has been painted
 *   shown T CPU   the table of regions in it has rows with text, and what is called VasMapView has painted
 *
 * It is not linked with GTK, so that programs that need none do not load it.
 */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct
{
  GtkWidget *window;
  int fd;
  gboolean is_painted;
} Witness;

static gint64
get_microseconds (clockid_t clock)
{
  struct timespec now;
  clock_gettime (clock, &now);
  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void
tell (const Witness *self, const char *word)
{
  dprintf (self->fd, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", word,
           get_microseconds (CLOCK_MONOTONIC), get_microseconds (CLOCK_PROCESS_CPUTIME_ID));
}

typedef gboolean (*Test) (GtkWidget *widget);

static GtkWidget *
find (GtkWidget *widget, Test test)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (test (widget))
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, test);
  return found;
}

static gboolean
is_map (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "VasMapView");
}

static gboolean
is_table (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "regionview");
}

static gboolean
has_painted (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gtk_widget_snapshot_child (gtk_widget_get_parent (widget), widget, snapshot);
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  gsk_render_node_unref (node);
  return TRUE;
}

/* What a factory puts into a cell of a column view. */
static gboolean
is_drawn_in_cell (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  return parent != NULL && g_str_equal (gtk_widget_get_css_name (parent), "cell")
         && gtk_widget_get_width (widget) > 0 && has_painted (widget);
}

static gboolean
is_all_shown (const Witness *self)
{
  GtkWidget *map = find (self->window, is_map);
  GtkWidget *table = find (self->window, is_table);
  return map != NULL && has_painted (map) && table != NULL && find (table, is_drawn_in_cell) != NULL;
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  Witness *self = user_data;
  if (gtk_widget_get_width (self->window) <= 0 || !gtk_widget_get_mapped (self->window))
    return;
  if (!self->is_painted)
    tell (self, "first");
  self->is_painted = TRUE;
  if (!is_all_shown (self))
    return;
  tell (self, "shown");
  g_signal_handlers_disconnect_by_data (clock, self);
}

void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = dlsym (RTLD_NEXT, "gtk_window_present");
  present (window);
  const char *fd = getenv ("FRAME_WITNESS");
  if (fd == NULL)
    return;
  Witness *self = g_new0 (Witness, 1);
  self->window = GTK_WIDGET (window);
  self->fd = atoi (fd);
  unsetenv ("FRAME_WITNESS"); /* of the first window */
  g_signal_connect (gtk_widget_get_frame_clock (self->window), "after-paint",
                    G_CALLBACK (painted_cb), self);
}
