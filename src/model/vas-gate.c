/* The gate page: a line of every process's maps that is no mapping of the process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-gate.h"

gboolean
vas_gate_is_last (const VasReading *reading)
{
  static const char *const gates[] = { "[vsyscall]", "[vectors]", "[gate]", NULL };
  g_return_val_if_fail (reading != NULL, FALSE);
  if (reading->n_regions == 0)
    return FALSE;
  const VasRegion *last = &reading->regions[reading->n_regions - 1];
  return g_strv_contains (gates, vas_reading_get_name (reading, last, NULL));
}

void
vas_gate_add (const VasReading *own, VasReadingBuilder *builder)
{
  g_return_if_fail (own != NULL && builder != NULL);
  if (!vas_gate_is_last (own))
    return;
  VasRegion gate = own->regions[own->n_regions - 1];
  VasFileLine file = { 0 };
  file.name = vas_reading_get_name (own, &gate, &file.name_length);
  gate.file = vas_file_table_add (vas_reading_builder_get_files (builder), &file);
  vas_reading_builder_get_reading (builder)->n_lines++;
  vas_reading_builder_add (builder, &gate);
}
