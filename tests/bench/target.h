/* A manymaps process to look at, for as long as a benchmark runs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * Target:
 * @pid: of the process
 * @n_mappings: how many it made, fewer than asked for where vm.max_map_count says so
 */
typedef struct
{
  GSubprocess *process;
  int pid;
  guint64 n_mappings;
} Target;

/**
 * target_start:
 * @n_mappings: how many are wanted
 * @words: (nullable): what manymaps takes behind the number: "anon touch", "change 100"
 *
 * Waits until all mappings are made. env MANYMAPS names the program.
 */
Target *target_start (guint64 n_mappings, const char *words);

/** target_stop: ends the process and waits until it has ended. */
void target_stop (Target *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Target, target_stop)
