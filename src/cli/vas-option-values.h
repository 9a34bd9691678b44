/* The values that options of the command line take, each with its limits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-picture.h"

/* All of these return %FALSE and %VAS_ERROR_USAGE with a sentence that names the limits. Numbers
 * are read the same in every locale. */

/** vas_option_parse_address: hexadecimal, with or without "0x". */
gboolean vas_option_parse_address (const char *text, guint64 *address, GError **error);
/** vas_option_parse_range: "START-END", half-open, START below END. */
gboolean vas_option_parse_range (const char *text, VasPictureOptions *picture, GError **error);
/** vas_option_parse_size: "WIDTHxHEIGHT". */
gboolean vas_option_parse_size (const char *text, VasPictureOptions *picture, GError **error);
gboolean
vas_option_parse_pixel_ratio (const char *text, VasPictureOptions *picture, GError **error);
gboolean vas_option_parse_scale (const char *text, VasPictureOptions *picture, GError **error);
gboolean vas_option_parse_theme (const char *text, VasPictureOptions *picture, GError **error);

/** vas_option_list_formats: (transfer full): "png, svg, pdf, json, csv, maps". */
char *vas_option_list_formats (void);
