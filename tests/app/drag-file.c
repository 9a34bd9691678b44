/* A window with a file in it that can be dragged out, as from a file manager: drag-file PATH.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

int
main (int argc, char **argv)
{
  g_return_val_if_fail (argc == 2, 2);
  gtk_init ();
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "drag-file");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 80, 60);

  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_autoptr (GdkContentProvider) content
      = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  GtkDragSource *source = gtk_drag_source_new ();
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));

  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
