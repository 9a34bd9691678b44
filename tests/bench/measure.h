/* Measuring on a machine that does other things too: two things in turns, and medians.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef void (*MeasuredFunc) (gpointer user_data);

/**
 * Comparison:
 * @base: milliseconds of the one thing; the median
 * @other: of the other
 * @ratio: median of the ratios other / base of the single rounds: the figure to trust
 */
typedef struct
{
  double base;
  double other;
  double ratio;
} Comparison;

/** measure_compare: CPU time, of the kernel's as well. Runs both in turns @rounds times, and once
 *  before measuring. */
Comparison measure_compare (MeasuredFunc base, MeasuredFunc other, gpointer user_data, guint rounds);

/** measure_compare_wall: the same of elapsed time, where work is shared among threads. */
Comparison
measure_compare_wall (MeasuredFunc base, MeasuredFunc other, gpointer user_data, guint rounds);

/** measure_median: sorts @values. */
double measure_median (double *values, guint n);
