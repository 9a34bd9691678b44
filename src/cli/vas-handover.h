/* Hands the command line over to the program that can do what it asks for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasHandover: `vascope` itself writes text. Loading what draws would triple the time it takes to
 * start, and loading GTK would make it five times as long.
 * @VAS_HANDOVER_PICTURE: a program that draws pictures as well
 * @VAS_HANDOVER_WINDOW: a program that does all that, and opens windows
 */
typedef enum
{
  VAS_HANDOVER_PICTURE,
  VAS_HANDOVER_WINDOW,
} VasHandover;

/**
 * vas_handover_run:
 * @argv: (array zero-terminated=1): as main() got it
 *
 * Becomes the other program: same process, same standard streams, same arguments. It is looked for
 * beside this one, where a build puts it, and then where an installation does.
 *
 * Returns: only on failure: %FALSE and %VAS_ERROR_READ with a sentence.
 */
gboolean vas_handover_run (VasHandover to, char **argv, GError **error);
