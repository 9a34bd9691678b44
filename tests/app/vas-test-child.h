/* A process that maps and unmaps what it is told to (mapping-child.c).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-source.h"

typedef struct _VasTestChild VasTestChild;

VasTestChild *vas_test_child_new (void);
void vas_test_child_free (VasTestChild *self); /* ends it */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasTestChild, vas_test_child_free)

/** vas_test_child_get_source: (transfer none): the process itself. */
VasSource *vas_test_child_get_source (VasTestChild *self);
/** vas_test_child_get_address: of a page of its room. */
guint64 vas_test_child_get_address (VasTestChild *self, guint64 page);
/** vas_test_child_kill: at once; its number is free when this returns. */
void vas_test_child_kill (VasTestChild *self);
/** vas_test_child_wait_until_asleep: until it waits for orders. Its stack pointer is then the same each
 *  time, so that nothing of it changes. */
void vas_test_child_wait_until_asleep (VasTestChild *self);
/** vas_test_child_tell: an order as mapping-child.c lists them; waits until it is done. */
void vas_test_child_tell (VasTestChild *self, const char *word, guint offset, guint size);
