/* The open and the save dialog.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-file-dialogs.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  VasFileChosen chosen;
  gpointer user_data;
} Answer;

/* GtkFileChooserNative belongs to nobody while it is on show: the signal's closure holds it. */
static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Answer *answer = user_data;
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      if (file != NULL)
        answer->chosen (file, answer->user_data);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
answer_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
show (GtkFileChooserNative *dialog, VasFileChosen chosen, gpointer user_data)
{
  Answer *answer = g_new (Answer, 1);
  *answer = (Answer){ chosen, user_data };
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), answer, answer_free, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
vas_file_dialogs_open (GtkWindow *parent, VasFileChosen chosen, gpointer user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && chosen != NULL);

  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Open a Saved Memory Map"), parent,
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  show (dialog, chosen, user_data);
}

void
vas_file_dialogs_save (GtkWindow *parent,
                       VasFormat format,
                       const char *folder,
                       const char *name,
                       VasFileChosen chosen,
                       gpointer user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && format < VAS_N_FORMATS && chosen != NULL);

  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Export"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autofree char *pattern = g_strdup_printf ("*.%s", vas_format_get_id (format));
  add_filter (chooser, vas_format_get_label (format), pattern);
  add_filter (chooser, _ ("All files"), "*");
  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      gtk_file_chooser_set_current_folder (chooser, file, NULL);
    }
  gtk_file_chooser_set_current_name (chooser, name);
  show (dialog, chosen, user_data);
}

/* Names of processes hold anything; a file name may not hold a slash and should not begin with a
 * dot or need quoting. */
static char *
make_file_name (const char *title)
{
  GString *name = g_string_new (NULL);
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_string_append_unichar (name, g_unichar_isalnum (c) || c == '.' || c == '_' ? c : '-');
    }
  while (name->len > 0 && (name->str[0] == '.' || name->str[0] == '-'))
    g_string_erase (name, 0, 1);
  return g_string_free (name, FALSE);
}

char *
vas_file_dialogs_suggest_name (const VasSnapshot *snapshot, VasFormat format)
{
  g_return_val_if_fail (snapshot != NULL && format < VAS_N_FORMATS, NULL);

  g_autofree char *title = make_file_name (snapshot->title);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (snapshot->captured / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day = g_date_time_format (local, "%Y-%m-%d");
  const char *extension = vas_format_get_id (format);
  if (snapshot->facts != NULL)
    return g_strdup_printf ("%s-%d-%s.%s", title, snapshot->facts->pid, day, extension);
  return g_strdup_printf ("%s-%s.%s", title, day, extension);
}
