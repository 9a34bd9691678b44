/* The three scales that give addresses a height.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasScale:
 * @VAS_SCALE_LOG: nested log scale: the log of the size, inside areas of bounded height
 * @VAS_SCALE_LINEAR: bytes, with gaps between islands broken
 * @VAS_SCALE_EVEN: each region the same
 */
typedef enum
{
  VAS_SCALE_LOG,
  VAS_SCALE_LINEAR,
  VAS_SCALE_EVEN,
  VAS_N_SCALES
} VasScale;

/** vas_scale_get_id: "log"; vas_scale_get_label: translated; vas_scale_get_note: translated, the
 *  sentence printed on the picture; vas_scale_from_id: -1 if there is no such scale. */
const char *vas_scale_get_id (VasScale scale);
const char *vas_scale_get_label (VasScale scale);
const char *vas_scale_get_note (VasScale scale);
int vas_scale_from_id (const char *id);
