/* Folds areas into fewer ones: by what they are made of, then by how small they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-grouping.h"

/** VasPlace: what keeps an area apart from its neighbours. */
typedef enum
{
  VAS_PLACE_OTHER,
  VAS_PLACE_HOME,  /* the program and its heap */
  VAS_PLACE_STACK, /* the main stack */
} VasPlace;

/**
 * VasAreaRun: an area in the making: the objects of the regions `[first, end)`.
 * @n_objects: how many
 * @gap: bytes between it and the area before
 * @bytes: mapped, by family
 * @has_owners: some object has one
 * @owner: (nullable): of more than half of the bytes, as roles call it
 * @role: a role of that owner
 */
typedef struct
{
  gsize first, end;
  gsize n_objects;
  VasPlace place;
  guint32 n_islands;
  guint64 gap;
  guint64 bytes[VAS_N_FAMILIES];
  const char *owner;
  guint16 role;
  gboolean has_program, has_heap, has_library, has_other, has_owners;
} VasAreaRun;

/** vas_area_run_get_mapped: bytes in all, saturating. */
guint64 vas_area_run_get_mapped (const VasAreaRun *self);

/** vas_area_run_get_family: what most of it is; no access only where nothing else is there. */
VasFamily vas_area_run_get_family (const VasAreaRun *self);

/** vas_area_run_find_owner: sets @owner and @role from its objects. */
void vas_area_run_find_owner (VasAreaRun *self, const VasGrouping *grouping);

/**
 * vas_area_folds_apply:
 * @runs: (element-type VasAreaRun): in address order, with their owners
 *
 * Folds neighbours of the same make, then the smallest ones, until %VAS_MAX_AREAS are left. Never
 * folds the program, its heap or the stack. O(n log n) in the number of runs.
 */
void vas_area_folds_apply (GArray *runs, const VasGrouping *grouping);
