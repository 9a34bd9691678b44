/* What one pass over maps or smaps text found, and the words for what is wrong with a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-reading.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gboolean rejects; /* the line is left out of the regions */
  const char *sentence;
} Problem;

/* Translators: %s is the number of a line in a text. */
static const Problem problems[VAS_N_PROBLEM_REASONS] = {
  [VAS_PROBLEM_ADDRESS]
  = { TRUE, N_ ("Line %s: it does not begin with two addresses such as 00400000-0041f000.") },
  [VAS_PROBLEM_RANGE]
  = { TRUE, N_ ("Line %s: the end is not above the start.") },
  [VAS_PROBLEM_PERMS]
  = { TRUE, N_ ("Line %s: the permissions are not four letters such as r-xp.") },
  [VAS_PROBLEM_OFFSET]
  = { TRUE, N_ ("Line %s: the offset is not a hex number.") },
  [VAS_PROBLEM_DEVICE]
  = { TRUE, N_ ("Line %s: the device is not two hex numbers with a colon between them.") },
  [VAS_PROBLEM_INODE]
  = { TRUE, N_ ("Line %s: the inode is not a decimal number.") },
  [VAS_PROBLEM_TRUNCATED]
  = { TRUE, N_ ("Line %s: it ends before its last field.") },
  [VAS_PROBLEM_LONG]
  = { TRUE, N_ ("Line %s: it is longer than any line of maps can be.") },
  [VAS_PROBLEM_FIELD]
  = { TRUE, N_ ("Line %s: it is neither a region nor a field of a region above it.") },
  [VAS_PROBLEM_VALUE]
  = { FALSE, N_ ("Line %s: a field without a number, or of one kind too many; it was left out.") },
  [VAS_PROBLEM_CLAMPED]
  = { FALSE, N_ ("Line %s: a number is too large; the largest possible was taken instead.") },
  [VAS_PROBLEM_UNSORTED]
  = { FALSE, N_ ("Line %s: it starts below the line before it; it was sorted in.") },
  [VAS_PROBLEM_OVERLAP]
  = { FALSE, N_ ("Line %s: it overlaps a region before it.") },
  [VAS_PROBLEM_CHANGED]
  = { FALSE, N_ ("Line %s: the process changed while it was read; the newer line was taken.") },
};

gboolean
vas_problem_is_rejection (VasProblemReason reason)
{
  g_return_val_if_fail (reason < VAS_N_PROBLEM_REASONS, FALSE);
  return problems[reason].rejects;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* The format comes from the table above; msgfmt --check sees that translations keep its %s. */
char *
vas_problem_describe (const VasProblem *problem)
{
  g_return_val_if_fail (problem != NULL && problem->reason < VAS_N_PROBLEM_REASONS, NULL);
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, problem->line);
  return g_strdup_printf (_ (problems[problem->reason].sentence), line);
}
#pragma GCC diagnostic pop

void
vas_reading_add_problem (VasReading *self, guint64 line, VasProblemReason reason)
{
  g_return_if_fail (self != NULL && reason < VAS_N_PROBLEM_REASONS);
  if (problems[reason].rejects)
    self->n_rejected++;
  else
    self->n_notes++;

  gsize place = self->n_problems;
  while (place > 0 && self->problems[place - 1].line > line)
    place--;
  if (place == VAS_READING_MAX_PROBLEMS)
    return;

  if (self->problems == NULL)
    self->problems = g_new (VasProblem, VAS_READING_MAX_PROBLEMS);
  if (self->n_problems < VAS_READING_MAX_PROBLEMS)
    self->n_problems++;
  memmove (&self->problems[place + 1], &self->problems[place],
           (self->n_problems - 1 - place) * sizeof (VasProblem));
  self->problems[place] = (VasProblem) { line, reason };
}

void
vas_reading_free (VasReading *self)
{
  if (self == NULL)
    return;
  vas_strings_free (self->strings);
  vas_usage_free (self->usage);
  g_free (self->regions);
  g_free (self->files);
  g_free (self->problems);
  g_free (self);
}
