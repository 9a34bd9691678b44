/* The signs by which a region is known to be a stack.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-case.h"

/** VAS_LEAST_THREAD_STACK: PTHREAD_STACK_MIN, bytes: a thread has no smaller stack. */
#define VAS_LEAST_THREAD_STACK 16384

/** VAS_LEAST_SIGNAL_STACK: SIGSTKSZ, bytes; programs take that or a few times as much. */
#define VAS_LEAST_SIGNAL_STACK 8192
#define VAS_LARGEST_SIGNAL_STACK 65536

/** VAS_LARGEST_FENCE: bytes of no access that still are a fence. */
#define VAS_LARGEST_FENCE (1 << 20)

/** vas_stack_get_usual_size: bytes that the C library gives a thread that asks for nothing else:
 *  RLIMIT_STACK, or 8 MiB where that is not known (nptl/allocatestack.c). */
guint64 vas_stack_get_usual_size (const VasCase *c);

/** vas_stack_has_fence: whether a small region of no access lies right below region @i. */
static inline gboolean
vas_stack_has_fence (const VasCase *c, gsize i)
{
  return i > 0 && vas_case_is_closed (c, i - 1) && vas_case_touches (c, i)
         && vas_region_get_size (&c->regions[i - 1]) <= VAS_LARGEST_FENCE;
}

/** vas_stack_is_marked: whether region @i was mapped as a stack and has a fence: MAP_STACK, since
 *  Linux 6.7, means no huge pages (flag "nh"). A madvise(2) that says the same is rare. */
gboolean vas_stack_is_marked (const VasCase *c, gsize i);

/** vas_stack_has_signs: whether region @i is marked, or has the size of a stack above a fence. */
gboolean vas_stack_has_signs (const VasCase *c, gsize i);
