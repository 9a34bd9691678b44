/* How the C library's allocator is to treat what one reading frees and the next needs again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * vas_allocation_keep_for_readings:
 *
 * For the beginning of a program that reads again and again. Of itself glibc gives the arrays of a
 * reading back to the kernel and takes them anew for the next one; to have so many pages cleared costs
 * a twentieth of what reading 65,000 regions without files does. Arrays of some MiB are kept instead;
 * those of a million regions still go back.
 */
void vas_allocation_keep_for_readings (void);
