/* Sums by family and over all: mapped and in RAM are two numbers everywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"

/** VasSum: @resident, @pss and @swap are 0 unless the totals say that they are known. Bytes. Sums
 *  saturate at G_MAXUINT64, as hostile input can exceed it. */
typedef struct
{
  guint64 regions;
  guint64 mapped;
  guint64 resident;
  guint64 pss;
  guint64 swap;
} VasSum;

typedef struct
{
  VasSum families[VAS_N_FAMILIES];
  VasSum all;
  gboolean resident_known;
} VasTotals;

void vas_totals_compute (VasTotals *out, const VasReading *reading, const VasNaming *naming);

/** vas_totals_compute_some: the sums of regions `[first, first + n)` alone. */
void vas_totals_compute_some (VasTotals *out,
                              const VasReading *reading,
                              const VasNaming *naming,
                              gsize first,
                              gsize n);
