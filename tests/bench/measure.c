/* CPU time, or elapsed time, of two things, in turns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <stdlib.h>
#include <time.h>

static double
get_milliseconds (clockid_t clock)
{
  struct timespec now;
  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
measure_once (clockid_t clock, MeasuredFunc func, gpointer user_data)
{
  double before = get_milliseconds (clock);
  func (user_data);
  return get_milliseconds (clock) - before;
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return left < right ? -1 : left > right;
}

double
measure_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

static Comparison
compare_by (clockid_t clock,
            MeasuredFunc base,
            MeasuredFunc other,
            gpointer user_data,
            guint rounds)
{
  g_autofree double *bases = g_new (double, rounds);
  g_autofree double *others = g_new (double, rounds);
  g_autofree double *ratios = g_new (double, rounds);
  base (user_data);
  other (user_data);
  for (guint i = 0; i < rounds; i++)
    {
      bases[i] = measure_once (clock, base, user_data);
      others[i] = measure_once (clock, other, user_data);
      ratios[i] = others[i] / bases[i];
    }
  return (Comparison) { measure_median (bases, rounds), measure_median (others, rounds),
                        measure_median (ratios, rounds) };
}

Comparison
measure_compare (MeasuredFunc base, MeasuredFunc other, gpointer user_data, guint rounds)
{
  return compare_by (CLOCK_PROCESS_CPUTIME_ID, base, other, user_data, rounds);
}

Comparison
measure_compare_wall (MeasuredFunc base, MeasuredFunc other, gpointer user_data, guint rounds)
{
  return compare_by (CLOCK_MONOTONIC, base, other, user_data, rounds);
}
