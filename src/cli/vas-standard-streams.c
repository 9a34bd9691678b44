/* Standard input, output and error as a command line needs them: every failure is noticed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-standard-streams.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "vas-descriptor-stream.h"
#include "vas-display.h"
#include "vas-error.h"
#include "vas-saved-file.h"

enum
{
  SLICE_BYTES = 65536,
};

void
vas_standard_streams_guard (void)
{
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  /* Opened the wrong way round, so that reading or writing gives EBADF, as it did when closed. */
  static const int modes[]
      = { [STDIN_FILENO] = O_WRONLY, [STDOUT_FILENO] = O_RDONLY, [STDERR_FILENO] = O_RDWR };
  for (int fd = 0; fd < (int) G_N_ELEMENTS (modes); fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", modes[fd]) != fd)
      return; /* without /dev/null the streams stay closed */
}

/* What the locale's character set lacks is written as near as it gets: a curly quote as a plain
 * one. */
static char *
to_locale (const char *text)
{
  const char *charset;
  if (g_get_charset (&charset))
    return g_strdup (text);
  g_autofree char *nearest = g_strconcat (charset, "//TRANSLIT", NULL);
  char *converted = g_convert_with_fallback (text, -1, nearest, "UTF-8", "?", NULL, NULL, NULL);
  return converted != NULL ? converted : g_strdup (text);
}

GOutputStream *
vas_standard_output_new (void)
{
  return vas_descriptor_stream_new (STDOUT_FILENO);
}

void
vas_standard_output_set_failure (GError **error, GError *cause)
{
  if (cause->domain == VAS_ERROR)
    {
      g_propagate_error (error, cause);
      return;
    }
  g_set_error (error, VAS_ERROR, VAS_ERROR_WRITE, _ ("Standard output could not be written: %s."),
               cause->message);
  g_error_free (cause);
}

gboolean
vas_standard_output_put (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  g_autofree char *converted = to_locale (text);
  g_autoptr (GOutputStream) stream = vas_standard_output_new ();
  GError *cause = NULL;
  if (g_output_stream_write_all (stream, converted, strlen (converted), NULL, NULL, &cause))
    return TRUE;
  vas_standard_output_set_failure (error, cause);
  return FALSE;
}

gboolean
vas_standard_output_finish (VasWriter *writer, GError **error)
{
  GError *cause = NULL;
  if (vas_writer_finish (writer, &cause))
    return TRUE;
  vas_standard_output_set_failure (error, cause);
  return FALSE;
}

gboolean
vas_standard_output_is_terminal (void)
{
  return isatty (STDOUT_FILENO) == 1;
}

guint
vas_standard_output_get_width (void)
{
  struct winsize size;
  return ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void
vas_standard_error_put (const char *text)
{
  g_return_if_fail (text != NULL);

  g_autofree char *safe = vas_display_bytes (text, strlen (text));
  g_autofree char *converted = to_locale (safe);
  fprintf (stderr, "vascope: %s\n", converted);
}

GBytes *
vas_standard_input_read (GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *slice = g_malloc (SLICE_BYTES);
  g_autoptr (GError) cause = NULL;
  gssize got;
  while ((got = g_input_stream_read (stream, slice, SLICE_BYTES, NULL, &cause)) > 0)
    {
      if (all->len + (guint64) got > VAS_SAVED_FILE_MAX_BYTES - 1)
        {
          g_set_error_literal (error, VAS_ERROR, VAS_ERROR_READ,
                               _ ("Standard input goes on for more than 4 GiB: that is no text of "
                                  "memory mappings."));
          return NULL;
        }
      g_byte_array_append (all, slice, (guint) got);
    }
  if (got == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&all));
  g_set_error (error, VAS_ERROR, VAS_ERROR_READ, _ ("Standard input could not be read: %s."),
               cause->message);
  return NULL;
}
