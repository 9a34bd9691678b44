/* The ordered rules: the first that knows a region decides what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules.h"

#include <glib/gi18n-lib.h>

#include "vas-rules-topics.h"

const VasRule vas_rules[] = {
  /* What the name says (catalogue 5.2, rules 1-9). First: the kernel wrote the name. */
  { "name", vas_judge_name, N_ ("The name on the line says so.") },

  /* Files (10-12). */
  { "image", vas_judge_image, N_ ("This file is mapped with code in it, so it is loaded as a program or library.") },
  { "file", vas_judge_file, N_ ("The line names a file, and nothing of it is mapped as code.") },

  /* No name (13-20). A reserve comes before the fence, or the tail of a full arena would be one. */
  { "arena-reserve", vas_judge_arena_reserve,
    N_ ("No access, from the end of a malloc arena up to the next 64 MiB boundary.") },
  { "stack-guard", vas_judge_stack_guard, N_ ("No access, right below what looks like a thread's stack.") },
  { "guard", vas_judge_guard, N_ ("No access and at most 1 MiB long.") },
  { "reserved", vas_judge_reserved, N_ ("No access, and too large for a fence.") },
  { "bss", vas_judge_bss, N_ ("Private, writable and without a file, right after the data of this file.") },
  { "arena", vas_judge_arena,
    N_ ("Starts on a 64 MiB boundary, and no access follows up to the next one: the make of a glibc arena.") },
  { "thread-stack", vas_judge_thread_stack,
    N_ ("A fence of no access lies right below, and the size is one that thread stacks have.") },
  { "jit", vas_judge_jit, N_ ("It may be run as code, but comes from no file.") },
  { "anonymous", vas_judge_anonymous,
    N_ ("No name, no file, and no neighbour or address that tells who asked for it.") },
};

const gsize vas_n_rules = G_N_ELEMENTS (vas_rules);
