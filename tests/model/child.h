/* A process of a test's own to look at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

/**
 * child_start:
 * @prepare: (nullable): what the child does before it is ready
 *
 * Returns when @prepare has returned in the child, which then waits for its end. It does not outlive
 * the test.
 */
pid_t child_start (void (*prepare) (gpointer user_data), gpointer user_data);

/** child_end: ends the child and takes note of it, so that its pid is free. */
void child_end (pid_t pid);

/**
 * child_ask:
 * @answer: runs in a child of its own and returns 0..127
 *
 * Returns: what it returned. For things that a process cannot undo, such as giving up a user id.
 */
int child_ask (int (*answer) (gpointer user_data), gpointer user_data);
