/* Tests of widgets, where there is a display to show them on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-test-display.h"

#include <gtk/gtk.h>
#include <locale.h>

/* gtk_test_init() aborts without a display. */
int
vas_test_main (int argc, char **argv, void (*add_tests) (void))
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_disable_setlocale ();
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  add_tests ();
  return g_test_run ();
}
