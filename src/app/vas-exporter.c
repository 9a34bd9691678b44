/* Exporting from the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-exporter.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-display.h"
#include "vas-export-job.h"
#include "vas-file-dialogs.h"
#include "vas-preferences.h"

struct _VasExporter
{
  GObject parent_instance;

  VasSession *session;
  GSettings *settings;
  VasToast *toast;

  /* While the dialog is open: the picture as it was when asked for. */
  VasSnapshot *snapshot;
  VasFormat format;
  VasPictureOptions options;
};

G_DEFINE_FINAL_TYPE (VasExporter, vas_exporter, G_TYPE_OBJECT)

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VasExporter) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = vas_export_job_finish (result, &error);

  if (path == NULL)
    {
      vas_toast_show (self->toast, error->message);
      return;
    }
  g_autofree char *shown = vas_display_bytes (path, strlen (path));
  /* Translators: %s is the path of a file. */
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), shown);
  vas_toast_show (self->toast, text);
}

static void
write_snapshot (VasExporter *self,
                VasSnapshot *snapshot,
                VasFormat format,
                const VasPictureOptions *options,
                const char *path)
{
  vas_export_job_start (snapshot, format, options, path, NULL, written_cb, g_object_ref (self));
}

/* A name without an extension gets that of the format that was asked for; another format's
 * extension chooses that format. The dialog did not ask about a file of the longer name. */
static char *
complete_path (const char *path, VasFormat *format)
{
  int named = vas_format_from_path (path);
  if (named >= 0)
    {
      *format = named;
      return g_strdup (path);
    }
  return g_strdup_printf ("%s.%s", path, vas_format_get_id (*format));
}

static void
chosen_cb (GFile *file, gpointer user_data)
{
  VasExporter *self = user_data;
  VasFormat format = self->format;
  g_autofree char *chosen = g_file_get_path (file);
  if (chosen == NULL)
    {
      vas_toast_show (self->toast,
                      _ ("Choose a folder of this computer: this place cannot be written to."));
      return;
    }
  g_autofree char *path = complete_path (chosen, &format);
  if (!g_str_equal (path, chosen) && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      vas_toast_show (
          self->toast,
          _ ("There is a file of this name already. Choose it by its whole name to replace it."));
      return;
    }
  g_autofree char *folder = g_path_get_dirname (path);
  vas_preferences_set_string (self->settings, "export-folder", folder);
  write_snapshot (self, self->snapshot, format, &self->options, path);
}

static void
vas_exporter_dispose (GObject *object)
{
  VasExporter *self = VAS_EXPORTER (object);
  g_clear_pointer (&self->snapshot, vas_snapshot_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->toast);
  G_OBJECT_CLASS (vas_exporter_parent_class)->dispose (object);
}

static void
vas_exporter_class_init (VasExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vas_exporter_dispose;
}

static void
vas_exporter_init (VasExporter *self)
{
}

VasExporter *
vas_exporter_new (VasSession *session, GSettings *settings, VasToast *toast)
{
  g_return_val_if_fail (VAS_IS_SESSION (session) && VAS_IS_TOAST (toast), NULL);

  VasExporter *self = g_object_new (VAS_TYPE_EXPORTER, NULL);
  self->session = g_object_ref (session);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->toast = g_object_ref (toast);
  return self;
}

void
vas_exporter_ask (VasExporter *self,
                  GtkWindow *parent,
                  VasFormat format,
                  const VasPictureOptions *options)
{
  g_return_if_fail (VAS_IS_EXPORTER (self) && format < VAS_N_FORMATS && options != NULL);

  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  if (snapshot == NULL)
    return;
  vas_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, vas_snapshot_unref);
  self->snapshot = snapshot;
  self->format = format;
  self->options = *options;

  g_autofree char *folder = vas_preferences_dup_string (self->settings, "export-folder", "");
  g_autofree char *name = vas_file_dialogs_suggest_name (snapshot, format);
  vas_file_dialogs_save (parent, format, *folder != '\0' ? folder : NULL, name, chosen_cb, self);
}

void
vas_exporter_write (VasExporter *self, const char *path, const VasPictureOptions *options)
{
  g_return_if_fail (VAS_IS_EXPORTER (self) && path != NULL && options != NULL);

  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  int format = vas_format_from_path (path);
  if (format < 0)
    vas_toast_show (
        self->toast,
        _ ("The ending of a file name tells its format: .png, .svg, .pdf, .json, .csv or .maps."));
  else if (snapshot != NULL)
    write_snapshot (self, snapshot, format, options, path);
}
