/* Names objects after their main regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-grouping.h"

/**
 * vas_object_names_give:
 * @objects: (array length=n): get name, kind, family and role
 * @mains: (array length=n): the main region of each
 *
 * Files go by their short names, the kernel's own regions by its words, all else by the label of the
 * main region. The names are added to the reading's pool.
 */
void vas_object_names_give (VasObject *objects,
                            const guint32 *mains,
                            gsize n,
                            VasReading *reading,
                            const VasNaming *naming);
