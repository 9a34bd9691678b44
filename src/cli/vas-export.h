/* Writes a snapshot to a file or stream in each of the formats, whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-picture.h"

typedef enum
{
  VAS_FORMAT_PNG,
  VAS_FORMAT_SVG,
  VAS_FORMAT_PDF,
  VAS_FORMAT_JSON,
  VAS_FORMAT_CSV,
  VAS_FORMAT_MAPS,
  VAS_N_FORMATS
} VasFormat;

/** vas_format_get_id: "png"; also the extension. */
const char *vas_format_get_id (VasFormat format);
/** vas_format_get_label: translated, "PNG picture". */
const char *vas_format_get_label (VasFormat format);
/** vas_format_is_picture: whether it shows the map and needs #VasPictureOptions. */
gboolean vas_format_is_picture (VasFormat format);
/** vas_format_from_id: ignoring case; -1 if there is no such format. */
int vas_format_from_id (const char *id);
/** vas_format_from_path: by extension, ignoring case; -1 if it names no format; a
 *  name that begins with its only dot has none. */
int vas_format_from_path (const char *path);

/** VasDrawPicture: vas_picture_write(). Handed in by those who export pictures, so that a program
 *  that only ever writes text holds and loads nothing that draws. */
typedef gboolean (*VasDrawPicture) (VasSnapshot *snapshot,
                                    const VasPictureOptions *options,
                                    VasPictureFormat format,
                                    GOutputStream *stream,
                                    GError **error);

/**
 * VasExport: what is to be written.
 * @picture: heeded if @format is a picture
 * @draw: (nullable): may be %NULL if @format is no picture
 */
typedef struct
{
  VasFormat format;
  VasPictureOptions picture;
  VasDrawPicture draw;
} VasExport;

/**
 * vas_export_to_stream:
 *
 * Words and numbers of a picture are the person's; text that programs read is written in
 * #VasPlainLocale.
 *
 * Returns: %FALSE with the stream's own error, or %VAS_ERROR_USAGE for options of a picture.
 */
gboolean vas_export_to_stream (VasSnapshot *snapshot,
                               const VasExport *export,
                               GOutputStream *stream,
                               GError **error);

/**
 * vas_export_to_path:
 *
 * Writes to a temporary file beside @path, syncs, and renames it over @path: a full disk or a crash
 * leaves the old file whole. Blocks.
 *
 * Returns: %FALSE with %VAS_ERROR_WRITE and a sentence that names @path, or %VAS_ERROR_USAGE.
 */
gboolean vas_export_to_path (VasSnapshot *snapshot,
                             const VasExport *export,
                             const char *path,
                             GError **error);
