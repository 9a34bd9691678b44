/* What each distinct name of a reading says, worked out once however many regions bear it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-facts.h"
#include "vas-name-patterns.h"
#include "vas-products.h"

/**
 * VasNameNote:
 * @pattern: (nullable): the row of the table of name patterns that it matches; %NULL without a name
 * @elf: (nullable): the headers of the file, where they are those of the file that is mapped
 * @products: what a process that maps this file runs or links
 * @subject: string id of the short name: the part after the last slash, without ` (deleted)`
 * @n_regions: how many there are
 * @perms: of all regions of this name together
 * @is_program: it is the executable
 * @is_called_library: it has the name of a shared library
 * @is_library: called so, or code of it is mapped: it may be loaded beside the program
 * @is_loader: called like a dynamic loader
 * @says_nothing: the name says no more than no name
 */
typedef struct
{
  const VasNamePattern *pattern;
  const VasElf *elf;
  VasProducts products;
  guint32 subject;
  guint32 n_regions;
  guint8 perms;
  guint8 is_program;
  guint8 is_called_library;
  guint8 is_library;
  guint8 is_loader;
  guint8 says_nothing;
} VasNameNote;

/**
 * vas_name_notes_take:
 * @named: (array length=n_named): indices of the regions with a name
 *
 * Adds the short names to the reading's pool.
 *
 * Returns: (transfer full) (array): by name id.
 */
VasNameNote *vas_name_notes_take (VasReading *reading,
                                  const VasFacts *facts,
                                  const guint32 *named,
                                  gsize n_named);

/**
 * vas_name_notes_find_program:
 *
 * By the kernel's record, else by what the text suggests.
 *
 * Returns: name id of the executable, which is then noted; 0 if nothing tells.
 */
guint32 vas_name_notes_find_program (VasNameNote *notes,
                                     const VasReading *reading,
                                     const VasFacts *facts,
                                     const guint32 *named,
                                     gsize n_named);

/** vas_name_notes_find_products: by the names of all mapped files, and of the program. */
VasProducts vas_name_notes_find_products (const VasNameNote *notes,
                                          const VasReading *reading,
                                          const guint32 *named,
                                          gsize n_named);
