/* What one pass over maps or smaps text found: regions, sizes, and the lines not understood.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-region.h"
#include "vas-strings.h"
#include "vas-usage.h"

/** VasDevice: the file system that holds a file, as maps prints it in hex. */
typedef struct
{
  guint32 major;
  guint32 minor;
} VasDevice;

/**
 * VasFile: what lines of maps that map one file share. Only all of it together tells one file from
 * another: many files in memory bear one name, and one file may have many.
 * @inode: 0 without a file
 * @device: 00:00 without a file
 * @name: id in the reading's #VasStrings of the name with the kernel's escape undone (`\012` is a
 *   newline) and ` (deleted)` still at its end; 0 without a name
 * @deleted: 1 if the name ends in ` (deleted)`. A file may really be called so: only its inode can
 *   tell (Documentation/filesystems/proc.rst)
 */
typedef struct
{
  guint64 inode;
  VasDevice device;
  guint32 name;
  guint32 deleted;
} VasFile;

/** vas_file_is_any: whether the line names a file at all, so that its numbers mean something. */
static inline gboolean
vas_file_is_any (const VasFile *self)
{
  return self->inode != 0 || self->device.major != 0 || self->device.minor != 0;
}

/** VasProblemReason: what is wrong with a line; the words are in vas_problem_describe(). */
typedef enum
{
  VAS_PROBLEM_ADDRESS,      /* no "start-end" in lower-case hex, or beyond 64 bits */
  VAS_PROBLEM_RANGE,        /* the end is not above the start */
  VAS_PROBLEM_PERMS,        /* not four of the permission letters */
  VAS_PROBLEM_OFFSET,
  VAS_PROBLEM_DEVICE,
  VAS_PROBLEM_INODE,
  VAS_PROBLEM_TRUNCATED,    /* the line ends before its last field */
  VAS_PROBLEM_LONG,         /* longer than any line of maps can be */
  VAS_PROBLEM_FIELD,        /* no region, and no "Name: value" of smaps that belongs to one */
  VAS_PROBLEM_VALUE,        /* a field whose value is no number: left out, its region is kept */
  VAS_PROBLEM_CLAMPED,      /* kept: a number beyond its range was taken as the largest */
  VAS_PROBLEM_UNSORTED,     /* kept: starts below the line before it; was sorted in */
  VAS_PROBLEM_OVERLAP,      /* kept: overlaps the region before it */
  VAS_PROBLEM_CHANGED,      /* live reading only: the process changed while it was read; repaired */
  VAS_N_PROBLEM_REASONS
} VasProblemReason;

/**
 * VasProblem:
 * @line: number of the line, from 1
 * @reason: what is wrong with it
 */
typedef struct
{
  guint64 line;
  VasProblemReason reason;
} VasProblem;

/** vas_problem_is_rejection: whether a line with this problem was left out of the regions. */
gboolean vas_problem_is_rejection (VasProblemReason reason);

/** vas_problem_describe: (transfer full): a sentence, "Line 7: the end is not above the start." */
char *vas_problem_describe (const VasProblem *problem);

/**
 * VasReading:
 * @regions: (array length=n_regions): sorted by start, then end
 * @files: (array length=n_files): a region's by its @file; number 0 has no name, inode or device
 * @mapped: bytes of all regions, modulo 2^64
 * @usage: (nullable): set if the text was smaps
 * @problems: (array length=n_problems): the first %VAS_READING_MAX_PROBLEMS of them, in line order
 * @n_rejected: lines left out, all of them counted
 * @n_notes: lines kept with a remark, all of them counted
 *
 * Immutable once made, but for what the classifier does before the snapshot that owns the reading is
 * published: it adds to the string pool and sets the regions' @verdict.
 */
typedef struct
{
  VasStrings *strings;
  VasRegion *regions;
  gsize n_regions;
  guint64 mapped;
  VasFile *files;
  guint32 n_files;
  VasUsage *usage;
  VasProblem *problems;
  gsize n_problems;
  guint64 n_rejected;
  guint64 n_notes;
  guint64 n_lines;
} VasReading;

#define VAS_READING_MAX_PROBLEMS 1000

void vas_reading_free (VasReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasReading, vas_reading_free)

/**
 * vas_reading_add_problem:
 * @line: number of the line, from 1
 *
 * For a reading that is being made: counts the problem, and keeps it if it is among the first
 * %VAS_READING_MAX_PROBLEMS in line order.
 */
void vas_reading_add_problem (VasReading *self, guint64 line, VasProblemReason reason);

/** vas_reading_get_file: (transfer none): name, inode and device of the region's line. */
static inline const VasFile *
vas_reading_get_file (const VasReading *self, const VasRegion *region)
{
  return &self->files[region->file];
}

/** vas_reading_get_name_id: string id of the region's name; 0 without one. */
static inline guint32
vas_reading_get_name_id (const VasReading *self, const VasRegion *region)
{
  return vas_reading_get_file (self, region)->name;
}

/** vas_reading_get_name: (transfer none): bytes of the region's name, "" without one. */
static inline const char *
vas_reading_get_name (const VasReading *self, const VasRegion *region, gsize *length)
{
  return vas_strings_get (self->strings, vas_reading_get_name_id (self, region), length);
}
