/* Chooses what to call a process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * vas_process_name_choose:
 * @comm: (nullable): what the kernel calls it, cut to 15 bytes
 * @argument: (nullable): its first argument
 *
 * The first argument has the whole name where comm is cut, but a program may write anything there
 * ("nginx: worker process") and may call itself something else than its file. So the argument
 * counts only if its file name goes on where comm ends.
 *
 * Returns: (transfer full): UTF-8, fit to show; "" if neither is known.
 */
char *vas_process_name_choose (const char *comm, const char *argument);
