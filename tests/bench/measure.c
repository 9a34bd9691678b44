/* CPU time of two things, in turns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <stdlib.h>
#include <time.h>

static double
get_cpu_milliseconds (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
measure_once (MeasuredFunc func, gpointer user_data)
{
  double before = get_cpu_milliseconds ();
  func (user_data);
  return get_cpu_milliseconds () - before;
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

Comparison
measure_compare (MeasuredFunc base, MeasuredFunc other, gpointer user_data, guint rounds)
{
  g_autofree double *bases = g_new (double, rounds);
  g_autofree double *others = g_new (double, rounds);
  g_autofree double *ratios = g_new (double, rounds);
  base (user_data);
  other (user_data);
  for (guint i = 0; i < rounds; i++)
    {
      bases[i] = measure_once (base, user_data);
      others[i] = measure_once (other, user_data);
      ratios[i] = others[i] / bases[i];
    }
  return (Comparison) { measure_median (bases, rounds), measure_median (others, rounds),
                        measure_median (ratios, rounds) };
}
