/* What the files that make up the session share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-publisher.h"
#include "vas-session.h"

/**
 * VasSession:
 * @snapshot: (nullable): the one whose rows are in place
 * @confirmed: when it was last found to be so
 * @replaced: (nullable): name of the program that was there before the last exec
 * @n_holds: widgets that still work on what was published
 */
struct _VasSession
{
  GObject parent_instance;

  VasReader *reader;
  VasPublisher *publisher;
  VasSessionState state;
  VasSnapshot *snapshot;
  GError *error;
  gint64 confirmed;
  gint64 ended;
  char *replaced;
  gint64 replaced_at;
  guint n_holds;

  guint64 hover_start;
  guint64 hover_end;
};
