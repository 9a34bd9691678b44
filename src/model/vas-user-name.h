/* Names a user by number.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * vas_user_name_dup:
 *
 * May ask a name service over the network: for a worker.
 *
 * Returns: (transfer full): UTF-8, fit to show; the number if the user has no name here, as in a
 *   container.
 */
char *vas_user_name_dup (guint32 uid);
