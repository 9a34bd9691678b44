/* A churn process to look at, for as long as a benchmark runs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * Churning:
 * @pid: of the process
 * @n_mappings: how many of those that stay it made, fewer than asked for where vm.max_map_count says so
 */
typedef struct
{
  GSubprocess *process;
  GDataInputStream *answers;
  int pid;
  guint64 n_mappings;
} Churning;

/**
 * churning_start:
 * @words: (array zero-terminated=1): the arguments of churn
 *
 * Starts it on a core of its own, and with the highest priority where that is allowed; the caller and
 * whatever he starts from then on are moved to another core. With one core they share it. Waits
 * until all mappings are made. env CHURN names the program.
 */
Churning *churning_start (const char *const *words);

/**
 * churning_ask_turns:
 * @longest: (out) (optional): milliseconds that the longest turn took since it was asked last
 *
 * Returns: how often it has mapped and unmapped so far.
 */
guint64 churning_ask_turns (Churning *self, double *longest);

/** churning_stop: ends the process and waits until it has ended. */
void churning_stop (Churning *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Churning, churning_stop)
