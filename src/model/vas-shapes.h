/* The table of shapes: by which sizes, flags and neighbours a product's memory is known.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-products.h"
#include "vas-roles.h"
#include "vas-rules.h"

/**
 * VasShape: a region that has all of these marks, in a process where one of @products is at work, is
 * taken for what the row says. What is 0 is not asked for.
 * @when: which regions
 * @perms: exactly these
 * @align: the start is a multiple of this
 * @unit: the size is a multiple of this
 * @least: @most: bounds of the size, bytes, inclusive
 * @above: @below: it lies between these addresses
 * @flags: the kernel printed all of these (a row that asks for flags needs smaps)
 * @no_flags: and, where it printed any, none of these
 * @blind: only where the kernel's flags are not known
 * @fence_below: a region of no access ends where it starts
 * @reserve_above: a region of no access of at least this many bytes starts where it ends
 * @apart: no region without access ends where it starts, none with a name starts where it ends
 * @follows: the region that ends where it starts plays this role
 * @confidence: where the flags are not known, it is a guess at best
 */
typedef struct
{
  VasProducts products;
  VasWhen when;
  guint perms;
  guint64 align;
  guint64 unit;
  guint64 least, most;
  guint64 above, below;
  guint flags, no_flags;
  gboolean blind;
  gboolean fence_below;
  guint64 reserve_above;
  gboolean apart;
  VasRoleIndex follows;
  VasKind kind;
  VasRoleIndex role;
  VasConfidence confidence;
  const char *evidence; /* translatable */
} VasShape;

extern const VasShape vas_shapes[];
extern const gsize vas_n_shapes;

/** VasActiveShape: a row whose product is at work, and the string id of its evidence. */
typedef struct
{
  const VasShape *shape;
  guint32 evidence;
} VasActiveShape;
