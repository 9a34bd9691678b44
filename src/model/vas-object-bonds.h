/* What ties a region to the object that ends below it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"

/**
 * VasJoint: where a region meets the object that ends just before it.
 * @previous: the object's last region
 * @main: the object's main region
 * @touches: no gap lies between
 * @after_closed: nobody may touch @previous
 */
typedef struct
{
  const VasRegion *region, *previous, *main;
  const VasFile *file, *main_file;
  const VasVerdict *verdict, *main_verdict;
  VasFamily family, main_family;
  gboolean touches;
  gboolean after_closed;
} VasJoint;

/** vas_object_bonds_hold: whether the region belongs to the object. */
gboolean vas_object_bonds_hold (const VasJoint *joint);

/** vas_object_bonds_is_elf: whether a family is that of files the system loads. */
gboolean vas_object_bonds_is_elf (VasFamily family);
