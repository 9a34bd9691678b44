/* What a whole program costs, from its start to its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** CommandCost: of the kernel's work for it as well. */
typedef struct
{
  double cpu;  /* milliseconds */
  double wall; /* milliseconds */
  double peak; /* MiB in RAM at most */
} CommandCost;

/** command_run: runs @line, words parted by blanks, with its output thrown away; it must succeed. */
CommandCost command_run (const char *line);

/** command_run_in_turns: @n lines @rounds times in turns, and once before. @costs: (array length=n)
 *  (out): the medians. @ratios: (array length=n) (out): the medians of cpu over that of the first. */
void command_run_in_turns (
    char *const *lines, guint n, guint rounds, CommandCost *costs, double *ratios);

/** command_is_there: whether the first word of @line is an installed program. */
gboolean command_is_there (const char *line);
