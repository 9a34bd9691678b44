/* What the other files of /proc/PID say about a process: the evidence beside its maps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-facts.h"

VasFacts *
vas_facts_new (void)
{
  VasFacts *self = g_new0 (VasFacts, 1);
  self->elves = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) vas_elf_unref);
  self->file_states = g_hash_table_new (NULL, NULL);
  return self;
}

void
vas_facts_free (VasFacts *self)
{
  if (self == NULL)
    return;
  g_free (self->comm);
  g_free (self->exe);
  g_strfreev (self->cmdline);
  for (guint i = 0; i < self->n_known_threads; i++)
    g_free (self->threads[i].name);
  g_free (self->threads);
  g_hash_table_unref (self->elves);
  g_hash_table_unref (self->file_states);
  g_free (self);
}

/* 0 is not known: a kernel that lets one read the maps mostly tells these too, but need not. */
static gboolean
may_be_same (guint64 a, guint64 b)
{
  return a == b || a == 0 || b == 0;
}

gboolean
vas_facts_is_same_program (const VasFacts *a, const VasFacts *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  return may_be_same (a->start_stack, b->start_stack) && may_be_same (a->at_phdr, b->at_phdr)
         && may_be_same (a->at_entry, b->at_entry) && may_be_same (a->at_base, b->at_base);
}

const VasElf *
vas_facts_get_elf (const VasFacts *self, guint32 name)
{
  return g_hash_table_lookup (self->elves, GUINT_TO_POINTER (name));
}

VasFileState
vas_facts_get_file_state (const VasFacts *self, guint32 name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->file_states, GUINT_TO_POINTER (name)));
}
