/* The table of name patterns: what the name of a mapping says about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-kinds.h"

/**
 * VasNamedAs: what sort of thing a name speaks of; with the permissions it gives the kind.
 * @VAS_NAMED_KERNEL: put there by the kernel; the kind is the row's
 * @VAS_NAMED_HEAP: the brk heap
 * @VAS_NAMED_STACK: a stack; the kind is the row's
 * @VAS_NAMED_MEMORY: private memory that its owner named (prctl(2), PR_SET_VMA); the row's kind
 * @VAS_NAMED_FIXED: the row's kind, whatever the permissions
 * @VAS_NAMED_NOTHING: the name says no more than no name: private /dev/zero
 * @VAS_NAMED_DEVICE: a driver's or the kernel's object
 * @VAS_NAMED_SHARED: memory that can be shared: memfd, POSIX, System V
 * @VAS_NAMED_IMAGE: code and data of a program or library that is no ELF file
 * @VAS_NAMED_FILE: a file as memory
 */
typedef enum
{
  VAS_NAMED_KERNEL,
  VAS_NAMED_HEAP,
  VAS_NAMED_STACK,
  VAS_NAMED_MEMORY,
  VAS_NAMED_FIXED,
  VAS_NAMED_NOTHING,
  VAS_NAMED_DEVICE,
  VAS_NAMED_SHARED,
  VAS_NAMED_IMAGE,
  VAS_NAMED_FILE,
} VasNamedAs;

/** VAS_GLOB: a glob and its length, for a table. */
#define VAS_GLOB(glob) glob, sizeof glob - 1

/**
 * VasNamePattern:
 * @glob: `*` is any bytes, `?` is one; everything else stands for itself. Matched against the
 *   name without ` (deleted)`
 * @as: what sort of thing it is
 * @kind: for the sorts that do not follow from the permissions
 * @confidence: how far the name alone can be trusted
 * @role: a #VasRole; 0 = the kind's own words serve
 */
typedef struct
{
  const char *glob;
  gsize glob_length;
  VasNamedAs as;
  VasKind kind;
  VasConfidence confidence;
  guint role;
} VasNamePattern;

/**
 * vas_name_pattern_find:
 * @name: bytes of a mapping's name without ` (deleted)`
 *
 * Returns: (nullable): the first row that matches; every name that is not empty matches one.
 */
const VasNamePattern *vas_name_pattern_find (const char *name, gsize length);

/** vas_name_matches: whether @glob describes all of @name. Linear but for names full of repeats. */
gboolean vas_name_matches (const char *glob, const char *name, gsize length);

/** vas_name_may_match: looks at the ends alone, which tells most names from most rows of a table;
 *  neither @glob nor @name is empty. */
static inline gboolean
vas_name_may_match (const char *glob, gsize glob_length, const char *name, gsize length)
{
  char first = glob[0], last = glob[glob_length - 1];
  return (first == '*' || first == '?' || first == name[0])
         && (last == '*' || last == '?' || last == name[length - 1]);
}
