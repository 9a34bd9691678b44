/* An output stream over a file descriptor, whose errors are the system's words alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-descriptor-stream.h"

#include <errno.h>
#include <unistd.h>

struct _VasDescriptorStream
{
  GOutputStream parent_instance;
  int fd;
};

G_DEFINE_FINAL_TYPE (VasDescriptorStream, vas_descriptor_stream, G_TYPE_OUTPUT_STREAM)

/* A pipe that somebody made non-blocking is waited for. */
static gssize
vas_descriptor_stream_write (GOutputStream *stream,
                             const void *bytes,
                             gsize count,
                             GCancellable *cancellable,
                             GError **error)
{
  VasDescriptorStream *self = VAS_DESCRIPTOR_STREAM (stream);
  while (TRUE)
    {
      gssize written = write (self->fd, bytes, count);
      int why = errno;
      if (written >= 0)
        return written;
      if (why == EAGAIN)
        {
          GPollFD room = { .fd = self->fd, .events = G_IO_OUT };
          g_poll (&room, 1, -1);
        }
      else if (why != EINTR)
        {
          g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (why),
                               g_strerror (why));
          return -1;
        }
    }
}

static void
vas_descriptor_stream_class_init (VasDescriptorStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = vas_descriptor_stream_write;
}

static void
vas_descriptor_stream_init (VasDescriptorStream *self)
{
  self->fd = -1;
}

GOutputStream *
vas_descriptor_stream_new (int fd)
{
  VasDescriptorStream *self = g_object_new (VAS_TYPE_DESCRIPTOR_STREAM, NULL);
  self->fd = fd;
  return G_OUTPUT_STREAM (self);
}
