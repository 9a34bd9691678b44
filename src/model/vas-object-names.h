/* Names objects after their main regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"

/**
 * VasObjectNames: what an object is called whose main region has this file, or else this verdict.
 * Files go by their short names, the kernel's own regions by its words, all else by the label of the
 * main region.
 * @of_files: (array): string ids; 0 where the verdict tells
 * @of_verdicts: (array): string ids; labels among them are translated, for sorting and filtering
 */
typedef struct
{
  guint32 *of_files;
  guint32 *of_verdicts;
} VasObjectNames;

/** vas_object_names_init: the names are added to the reading's pool. */
void vas_object_names_init (VasObjectNames *self, VasReading *reading, const VasNaming *naming);
void vas_object_names_clear (VasObjectNames *self);

/** vas_object_names_get: string id of what an object with this main region is called. */
static inline guint32
vas_object_names_get (const VasObjectNames *self, const VasRegion *main)
{
  guint32 name = self->of_files[main->file];
  return name != 0 ? name : self->of_verdicts[main->verdict];
}

/** vas_object_names_is_label: whether it is called by the label of its main region's verdict. */
gboolean vas_object_names_is_label (const VasObjectNames *self,
                                    const VasRegion *main,
                                    const VasVerdict *verdict);
