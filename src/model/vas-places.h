/* The table of places: addresses that a product claims for itself, as its sources state.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-products.h"
#include "vas-roles.h"

/**
 * VasPlace: `[start, end)` belongs to one of @products where that is at work.
 * @kind: @role: of what lies there and may be touched
 * @reserve: role of what may not be touched, as reserved addresses
 * @evidence: translatable
 */
typedef struct
{
  VasProducts products;
  guint64 start, end;
  VasKind kind;
  VasRoleIndex role;
  VasRoleIndex reserve;
  const char *evidence;
} VasPlace;

extern const VasPlace vas_places[];
extern const gsize vas_n_places;
