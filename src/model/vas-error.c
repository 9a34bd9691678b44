/* The error domain of Vascope.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-error.h"

G_DEFINE_QUARK (vas-error-quark, vas_error)
