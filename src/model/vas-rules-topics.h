/* The rules by topic; their order is in vas-rules.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-rules.h"

/* vas-rules-runs.c: programs and libraries without headers. */
void vas_survey_runs (VasCase *c, guint32 evidence);
gboolean vas_judge_code_copy (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-image.c: programs and libraries by their headers and the kernel's record. */
void vas_survey_images (VasCase *c, guint32 evidence);
gboolean vas_judge_image_gap (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_bss (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-names.c: what the kernel, prctl(2) or the file system wrote on the line. */
gboolean vas_judge_name (VasCase *c, gsize i, VasVerdict *verdict);
void vas_survey_twins (VasCase *c, guint32 evidence);
gboolean vas_judge_file (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-main-stack.c: the main thread's stack and variables. */
void vas_survey_main_stack (VasCase *c, guint32 evidence);
void vas_survey_static_heap (VasCase *c, guint32 evidence);
void vas_survey_main_variables (VasCase *c, guint32 evidence);

/* vas-rules-threads.c: stacks that stack pointers lie in. */
void vas_survey_thread_stacks (VasCase *c, guint32 evidence);

/* vas-rules-stack.c: stacks that are known by their signs, and fences. */
void vas_survey_repeated_stacks (VasCase *c, guint32 evidence);
gboolean vas_judge_stack_guard (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_shadow_stack (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_signal_stack (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_fiber_stack (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_small_stack (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_coroutine_stack (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_thread_stack (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_grows_down (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-malloc.c: the C library's allocator. */
gboolean vas_judge_arena (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_arena_reserve (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-products.c: the tables of places and shapes. */
void vas_survey_places (VasCase *c, guint32 evidence);
void vas_survey_shapes (VasCase *c, guint32 evidence);
gboolean vas_judge_shape (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-java.c: tables of the Java virtual machine. */
void vas_survey_java (VasCase *c, guint32 evidence);

/* vas-rules-wine.c: Windows files. */
gboolean vas_judge_windows_part (VasCase *c, gsize i, VasVerdict *verdict);

/* vas-rules-unnamed.c: what is left. */
void vas_survey_huge_pages (VasCase *c, guint32 evidence);
gboolean vas_judge_guard (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_reserved (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_jit (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_random_state (VasCase *c, gsize i, VasVerdict *verdict);
gboolean vas_judge_anonymous (VasCase *c, gsize i, VasVerdict *verdict);
