/* Roles of language runtimes: whose memory it is and which part of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-roles-tables.h"

#define ROW(role) [VAS_ROLE_##role - VAS_ROLES_RUNTIMES]

const VasRole vas_roles_runtimes[] = {
  ROW (RUBY_FIBER) = { "ruby-fiber", "ruby", "Ruby", N_ ("stack of a fiber"),
    N_ ("The stack of a Ruby fiber: a piece of program that can pause in the middle and go on "
        "later. Each paused fiber keeps its calls on a stack of its own.") },
};
