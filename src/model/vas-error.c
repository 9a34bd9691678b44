/* The error domain of Vascope.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-error.h"

G_DEFINE_QUARK (vas-error-quark, vas_error)

gboolean
vas_error_may_pass (const GError *error)
{
  return g_error_matches (error, VAS_ERROR, VAS_ERROR_EMPTY)
         || g_error_matches (error, VAS_ERROR, VAS_ERROR_READ);
}
