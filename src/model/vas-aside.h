/* Does work that may never return, such as opening a file on a hung mount, on a thread that can be
 * left behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * VasAside:
 *
 * A system call that waits for a dead server cannot be interrupted; what can be done is not to wait
 * with it. The thread that is stuck is left to itself until the call returns, and meanwhile nothing
 * else is tried that has the same key: one hung file system costs one thread, however many files of
 * it are asked for, and however often. Atomically reference-counted.
 */
typedef struct _VasAside VasAside;

VasAside *vas_aside_new (void);
VasAside *vas_aside_ref (VasAside *self);
void vas_aside_unref (VasAside *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasAside, vas_aside_unref)

/**
 * VasAsideWork: items of work, done one after another.
 * @job: what the functions get; handed over: it lives until the last thread is done with it
 * @free_job: called when nobody uses @job any more, perhaps on another thread
 * @do_item: does item @item on the thread; writes nothing but this item's place in @job
 * @get_key: what hangs if this item hangs: a device number
 * @patience: microseconds that one item may take
 * @budget: microseconds that all of them may take
 */
typedef struct
{
  gpointer job;
  GDestroyNotify free_job;
  void (*do_item) (gpointer job, guint item);
  guint64 (*get_key) (gpointer job, guint item);
  guint n_items;
  gint64 patience;
  gint64 budget;
} VasAsideWork;

/**
 * vas_aside_do:
 * @take: called on this thread for each item that was done, in order, before it returns
 *
 * Blocks until everything is done, given up, or cancelled.
 */
void vas_aside_do (VasAside *self,
                   const VasAsideWork *work,
                   void (*take) (gpointer job, guint item, gpointer user_data),
                   gpointer user_data,
                   GCancellable *cancellable);
