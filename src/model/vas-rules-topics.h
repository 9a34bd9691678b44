/* The rules by topic; their order is in vas-rules.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-rules.h"

/* vas-rules-names.c: what the kernel, prctl(2) or the file system wrote on the line. */
gboolean vas_judge_name (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_file (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-image.c: programs and libraries. */
gboolean vas_judge_image (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_bss (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-malloc.c: the C library's allocator. */
gboolean vas_judge_arena (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_arena_reserve (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-stack.c: threads. */
gboolean vas_judge_thread_stack (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_stack_guard (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-unnamed.c: what is left. */
gboolean vas_judge_guard (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_reserved (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_jit (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_anonymous (VasCase *c, gsize i, VasVerdict *verdict);
