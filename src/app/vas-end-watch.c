/* Notes the end of a process at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-end-watch.h"

#include <glib-unix.h>
#include <unistd.h>

#include "vas-pidfd.h"

struct _VasEndWatch
{
  int fd;
  guint waiting;
  void (*ended) (gpointer user_data);
  gpointer user_data;
};

static gboolean
ended_cb (int fd, GIOCondition condition, gpointer user_data)
{
  VasEndWatch *self = user_data;
  self->waiting = 0;
  self->ended (self->user_data);
  return G_SOURCE_REMOVE;
}

VasEndWatch *
vas_end_watch_new (VasSource *source, void (*ended) (gpointer user_data), gpointer user_data)
{
  g_return_val_if_fail (source != NULL && ended != NULL, NULL);
  int fd = vas_source_open_pidfd (source);
  if (fd < 0)
    return NULL;
  VasEndWatch *self = g_new0 (VasEndWatch, 1);
  self->fd = fd;
  self->ended = ended;
  self->user_data = user_data;
  self->waiting = g_unix_fd_add (fd, G_IO_IN, ended_cb, self);
  return self;
}

void
vas_end_watch_free (VasEndWatch *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->waiting, g_source_remove);
  close (self->fd);
  g_free (self);
}

gboolean
vas_end_watch_has_seen (VasEndWatch *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return vas_pidfd_has_ended (self->fd);
}
