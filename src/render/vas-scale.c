/* The three scales: their names and what the picture says about them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-scale.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *label;
  const char *note;
} Scale;

static const Scale SCALES[VAS_N_SCALES] = {
  [VAS_SCALE_LOG] = {
    "log",
    N_("Logarithmic"),
    N_("Log scale: a region twice as large is one step taller, not twice as tall."),
  },
  [VAS_SCALE_LINEAR] = {
    "linear",
    N_("Linear"),
    N_("Linear scale: heights are bytes; gaps of 1 GiB and more are cut short."),
  },
  [VAS_SCALE_EVEN] = {
    "even",
    N_("Even"),
    N_("Even scale: every region is equally tall, whatever its size."),
  },
};

const char *
vas_scale_get_id (VasScale scale)
{
  g_return_val_if_fail ((guint) scale < VAS_N_SCALES, "");
  return SCALES[scale].id;
}

const char *
vas_scale_get_label (VasScale scale)
{
  g_return_val_if_fail ((guint) scale < VAS_N_SCALES, "");
  return _(SCALES[scale].label);
}

const char *
vas_scale_get_note (VasScale scale)
{
  g_return_val_if_fail ((guint) scale < VAS_N_SCALES, "");
  return _(SCALES[scale].note);
}

int
vas_scale_from_id (const char *id)
{
  g_return_val_if_fail (id != NULL, -1);
  for (int i = 0; i < VAS_N_SCALES; i++)
    if (g_str_equal (SCALES[i].id, id))
      return i;
  return -1;
}
