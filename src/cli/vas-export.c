/* Writes a snapshot to a file or stream in each of the formats, whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-atomic-file.h"
#include "vas-csv.h"
#include "vas-display.h"
#include "vas-error.h"
#include "vas-maps-text.h"
#include "vas-plain-locale.h"
#include "vas-snapshot-json.h"

/* A format is text, written region by region, or a picture. */
static const struct
{
  const char *id;
  const char *label;
  void (*write_text) (const VasSnapshot *snapshot, VasWriter *writer);
  VasPictureFormat picture;
} FORMATS[VAS_N_FORMATS] = {
  [VAS_FORMAT_PNG] = { "png", N_ ("PNG picture"), .picture = VAS_PICTURE_PNG },
  [VAS_FORMAT_SVG] = { "svg", N_ ("SVG drawing"), .picture = VAS_PICTURE_SVG },
  [VAS_FORMAT_PDF] = { "pdf", N_ ("PDF document"), .picture = VAS_PICTURE_PDF },
  [VAS_FORMAT_JSON] = { "json", N_ ("JSON data"), vas_snapshot_write_json },
  [VAS_FORMAT_CSV] = { "csv", N_ ("Table (comma-separated values)"), vas_csv_write },
  [VAS_FORMAT_MAPS] = { "maps", N_ ("Text as the kernel prints it (maps)"), vas_maps_text_write },
};

const char *
vas_format_get_id (VasFormat format)
{
  g_return_val_if_fail ((guint) format < VAS_N_FORMATS, NULL);
  return FORMATS[format].id;
}

const char *
vas_format_get_label (VasFormat format)
{
  g_return_val_if_fail ((guint) format < VAS_N_FORMATS, NULL);
  return _ (FORMATS[format].label);
}

gboolean
vas_format_is_picture (VasFormat format)
{
  g_return_val_if_fail ((guint) format < VAS_N_FORMATS, FALSE);
  return FORMATS[format].write_text == NULL;
}

int
vas_format_from_id (const char *id)
{
  g_return_val_if_fail (id != NULL, -1);

  for (int format = 0; format < VAS_N_FORMATS; format++)
    if (g_ascii_strcasecmp (id, FORMATS[format].id) == 0)
      return format;
  return -1;
}

int
vas_format_from_path (const char *path)
{
  g_return_val_if_fail (path != NULL, -1);

  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  return dot != NULL && dot != name ? vas_format_from_id (dot + 1) : -1;
}

gboolean
vas_export_to_stream (VasSnapshot *snapshot,
                      const VasExport *export,
                      GOutputStream *stream,
                      GError **error)
{
  g_return_val_if_fail (snapshot != NULL && export != NULL, FALSE);
  g_return_val_if_fail (export->draw != NULL || !vas_format_is_picture (export->format), FALSE);

  if (vas_format_is_picture (export->format))
    return export->draw (snapshot, &export->picture, FORMATS[export->format].picture, stream,
                         error);

  g_autoptr (VasPlainLocale) plain = vas_plain_locale_enter ();
  g_autoptr (VasWriter) writer = vas_writer_new (stream);
  FORMATS[export->format].write_text (snapshot, writer);
  return vas_writer_finish (writer, error);
}

static gboolean
write_file (VasSnapshot *snapshot, const VasExport *export, const char *path, GError **error)
{
  g_autoptr (VasAtomicFile) file = vas_atomic_file_open (path, error);
  return file != NULL
         && vas_export_to_stream (snapshot, export, vas_atomic_file_get_stream (file), error)
         && vas_atomic_file_commit (file, error);
}

gboolean
vas_export_to_path (VasSnapshot *snapshot,
                    const VasExport *export,
                    const char *path,
                    GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  GError *cause = NULL;
  if (write_file (snapshot, export, path, &cause))
    return TRUE;
  if (cause->domain == VAS_ERROR)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_autofree char *shown = vas_display_bytes (path, strlen (path));
  g_set_error (error, VAS_ERROR, VAS_ERROR_WRITE, _ ("“%s” could not be written: %s."), shown,
               cause->message);
  g_error_free (cause);
  return FALSE;
}
