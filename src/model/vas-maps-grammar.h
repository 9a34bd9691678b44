/* The grammar of one line of maps and of one field of smaps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-file-table.h"

/**
 * VasMapsRegionLine:
 * @region: its file is not set
 * @file: its name is a slice of the line, the kernel's escape still in it
 * @clamped: a number did not fit and was taken as the largest
 */
typedef struct
{
  VasRegion region;
  VasFileLine file;
  gboolean clamped;
} VasMapsRegionLine;

/**
 * vas_maps_grammar_parse_region:
 * @line: @length bytes; the byte after them must be there to read and be no hex digit, as the line
 *   feed that ends a line or the NUL that ends a string
 * @reason: (out): what is wrong, where it fails
 *
 * Reads `start-end perms offset major:minor inode name` as show_vma_header_prefix() prints it: one
 * space between the fields, lower-case hex. How many digits a number has is not looked at.
 */
gboolean vas_maps_grammar_parse_region (const char *line,
                                        gsize length,
                                        VasMapsRegionLine *out,
                                        VasProblemReason *reason);

/**
 * VasMapsFieldLine:
 * @name: a slice of the line: "Private_Dirty"
 * @value: a slice of the line, without the blanks around it: "108 kB"
 */
typedef struct
{
  const char *name;
  gsize name_length;
  const char *value;
  gsize value_length;
} VasMapsFieldLine;

/** vas_maps_grammar_parse_field: whether the line is `Name: value`; the value may be empty. */
gboolean vas_maps_grammar_parse_field (const char *line, gsize length, VasMapsFieldLine *out);

/**
 * vas_maps_grammar_parse_value:
 * @number: (out): in bytes if the value is in kB, else as it is; the largest if it does not fit
 * @clamped: (out): whether it did not fit
 *
 * Returns: whether the value is `N kB` or `N`.
 */
gboolean vas_maps_grammar_parse_value (const VasMapsFieldLine *field,
                                       guint64 *number,
                                       gboolean *clamped);
