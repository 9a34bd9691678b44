/* Reads a saved file, or a pipe, of maps or smaps text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-saved-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "vas-display.h"
#include "vas-error.h"
#include "vas-maps-parser.h"

enum
{
  SLICE_BYTES = 65536,
};

static void
set_file_error (const char *path, int why, GError **error)
{
  g_autofree char *shown = vas_display_bytes (path, strlen (path));
  g_set_error (error, VAS_ERROR, VAS_ERROR_READ,
               _ ("The file %s could not be read (%s). Choose another file."), shown,
               g_strerror (why));
}

static gboolean
check_length (const char *path, guint64 total, GError **error)
{
  if (total <= VAS_SAVED_FILE_MAX_BYTES)
    return TRUE;
  g_autofree char *shown = vas_display_bytes (path, strlen (path));
  g_set_error (error, VAS_ERROR, VAS_ERROR_READ,
               _ ("The file %s goes on for more than 4 GiB: that is no text of memory mappings."),
               shown);
  return FALSE;
}

/* Waits for bytes, which a pipe may not have yet, or for the cancellation. */
static void
wait_for (int fd, GCancellable *cancellable)
{
  GPollFD polled[2] = { { .fd = fd, .events = G_IO_IN } };
  gboolean pollable = g_cancellable_make_pollfd (cancellable, &polled[1]);
  g_poll (polled, pollable ? 2 : 1, -1);
  if (pollable)
    g_cancellable_release_fd (cancellable);
}

static gboolean
feed_from_file (const char *path,
                int fd,
                VasMapsParser *parser,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *slice = g_malloc (SLICE_BYTES);
  guint64 total = 0;
  gssize got;
  do
    {
      wait_for (fd, cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      got = read (fd, slice, SLICE_BYTES);
      total += (guint64) MAX (got, 0);
      if (!check_length (path, total, error))
        return FALSE;
      if (got > 0)
        vas_maps_parser_feed (parser, slice, got);
      else if (got < 0 && errno != EINTR && errno != EAGAIN)
        {
          set_file_error (path, errno, error);
          return FALSE;
        }
    }
  while (got != 0);
  return TRUE;
}

VasReading *
vas_saved_file_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    {
      set_file_error (path, errno, error);
      return NULL;
    }
  g_autoptr (VasMapsParser) parser = vas_maps_parser_new (VAS_MAPS_SAVED);
  gboolean fed = feed_from_file (path, fd, parser, cancellable, error);
  close (fd);
  return fed ? vas_maps_parser_finish (g_steal_pointer (&parser)) : NULL;
}
