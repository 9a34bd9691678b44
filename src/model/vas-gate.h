/* The gate page: a line of every process's maps that is no mapping of the process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading-builder.h"

/**
 * vas_gate_is_last:
 *
 * Returns: whether the last region is the gate page. It lies at the very end of the address space,
 *   belongs to no process and is not counted in its size (get_gate_vma()): the kernel adds its line
 *   to the text of maps (fs/proc/task_mmu.c).
 */
gboolean vas_gate_is_last (const VasReading *reading);

/**
 * vas_gate_add:
 * @own: regions of this process, as read from the text
 * @builder: (inout): is given the gate page that 64-bit processes have, if this kernel has one
 *
 * They all have the same (arch/x86/entry/vsyscall/vsyscall_64.c).
 */
void vas_gate_add (const VasReading *own, VasReadingBuilder *builder);
