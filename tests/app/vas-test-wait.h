/* Waiting in tests: the main loop runs until something is so, and a test that waits in vain fails.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

enum
{
  VAS_TEST_PATIENCE_SECONDS = 60, /* generous: a loaded machine under a sanitizer is slow, not wrong */
};

static inline gboolean
vas_test_give_up_cb (gpointer what)
{
  g_error ("waited in vain for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

/** vas_test_wait_until: iterates the default main context until @condition holds. */
#define vas_test_wait_until(condition)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint patience_ = g_timeout_add_seconds (VAS_TEST_PATIENCE_SECONDS, vas_test_give_up_cb,       \
                                             (gpointer) #condition);                               \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (patience_);                                                                   \
  }                                                                                                \
  G_STMT_END
