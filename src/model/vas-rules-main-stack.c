/* Rules for the main thread: its stack and the parts of it, its variables in a static program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules-topics.h"

#include <glib/gi18n-lib.h>

static gssize
find_main_stack (const VasCase *c)
{
  gssize i = c->facts->start_stack != 0
                 ? vas_regions_find (c->regions, c->n_regions, c->facts->start_stack)
                 : -1;
  if (i < 0 || (c->regions[i].perms & VAS_PERM_WRITE) == 0)
    return -1;
  const VasNamePattern *pattern = vas_case_note (c, &c->regions[i])->pattern;
  return vas_case_is_unnamed (c, i)
                 || (pattern->as == VAS_NAMED_STACK && pattern->kind == VAS_KIND_MAIN_STACK)
             ? i
             : -1;
}

static void
add_main_part (VasCase *c, gsize i, guint64 start, guint64 end, guint role, const char *evidence)
{
  VasVerdict part = {
    .kind = VAS_KIND_MAIN_STACK,
    .role = role,
    .confidence = VAS_CONFIDENCE_CERTAIN,
    .evidence = vas_case_say (c, evidence),
  };
  if (start != 0 && end > start)
    vas_case_add_part (c, i, start, end, &part);
}

static guint64
find_main_pointer (const VasCase *c)
{
  for (guint t = 0; t < c->facts->n_known_threads; t++)
    if (c->facts->threads[t].tid == c->facts->pid)
      return c->facts->threads[t].stack_pointer;
  return 0;
}

void
vas_survey_main_stack (VasCase *c, guint32 evidence)
{
  if (c->facts == NULL)
    return;
  const VasFacts *facts = c->facts;
  gssize i = find_main_stack (c);
  if (i < 0)
    return;
  VasVerdict stack = {
    .kind = VAS_KIND_MAIN_STACK,
    .confidence = VAS_CONFIDENCE_CERTAIN,
    .evidence = evidence,
  };
  vas_case_decide (c, i, &stack);
  guint64 pointer = find_main_pointer (c);
  if (pointer >= c->regions[i].start && pointer < facts->start_stack)
    add_main_part (c, i, pointer, facts->start_stack, VAS_ROLE_STACK_IN_USE,
                   N_ ("From the main thread's stack pointer up to where the kernel started it."));
  add_main_part (c, i, facts->start_stack, facts->arg_start, VAS_ROLE_STACK_VECTORS,
                 N_ ("Between the start of the stack and the arguments, both as stat gives them."));
  add_main_part (c, i, facts->arg_start, facts->arg_end, VAS_ROLE_STACK_ARGUMENTS,
                 N_ ("The range that stat gives for the arguments."));
  add_main_part (c, i, facts->env_start, facts->env_end, VAS_ROLE_STACK_ENVIRONMENT,
                 N_ ("The range that stat gives for the environment."));
}

/* Whether nothing was loaded beside the program: no loader ran, by the kernel's record or, without
 * one, by the names. */
static gboolean
is_static (const VasCase *c)
{
  if (c->program == 0 || vas_case_has (c, VAS_PRODUCT_GO))
    return FALSE;
  if (c->facts != NULL && c->facts->at_phdr != 0)
    return c->facts->at_base == 0;
  for (gsize n = 0; n < c->n_named; n++)
    if (vas_case_note (c, &c->regions[c->named[n]])->is_loader)
      return FALSE;
  return TRUE;
}

void
vas_survey_static_heap (VasCase *c, guint32 evidence)
{
  if (!is_static (c))
    return;
  VasVerdict variables = {
    .kind = VAS_KIND_ANONYMOUS,
    .role = VAS_ROLE_STATIC_TLS,
    .confidence = VAS_CONFIDENCE_LIKELY,
    .evidence = evidence,
  };
  for (gsize n = 0; n < c->n_named; n++)
    {
      gsize i = c->named[n];
      if (vas_case_note (c, &c->regions[i])->pattern->as != VAS_NAMED_HEAP
          || (c->regions[i].perms & VAS_PERM_WRITE) == 0)
        continue;
      guint64 start = c->regions[i].start;
      vas_case_add_part (c, i, start, start + 4096, &variables);
      return;
    }
}

enum
{
  /* The main thread's variables and its control block are seldom more. */
  VARIABLES_BYTES = 12288,
  MOST_LOADER_BYTES = 65536,
};

static gboolean
is_c_library (const VasCase *c, gsize i)
{
  gsize length = 0;
  const VasNameNote *note = vas_case_note (c, &c->regions[i]);
  const char *name = vas_strings_get (c->reading->strings, note->subject, &length);
  return note->is_library && c->regions[i].offset == 0
         && (vas_name_matches ("libc.so.6", name, length)
             || vas_name_matches ("libc-2.??.so", name, length));
}

/* glibc's loader maps all libraries from the top down, the C library among the last, and then the
 * memory for the main thread's variables, which so comes to lie right below (elf/rtld.c,
 * init_tls()). Malloc and others may have merged with it later. */
void
vas_survey_main_variables (VasCase *c, guint32 evidence)
{
  VasVerdict variables = {
    .kind = VAS_KIND_ANONYMOUS,
    .role = VAS_ROLE_MAIN_TLS,
    .confidence = VAS_CONFIDENCE_GUESS,
    .evidence = evidence,
  };
  for (gsize n = 0; n < c->n_named; n++)
    {
      gsize i = c->named[n];
      if (!is_c_library (c, i) || !vas_case_touches (c, i)
          || !vas_case_is_unnamed (c, i - 1) || vas_case_is_decided (c, i - 1)
          || c->regions[i - 1].perms != (VAS_PERM_READ | VAS_PERM_WRITE))
        continue;
      if (vas_region_get_size (&c->regions[i - 1]) <= MOST_LOADER_BYTES)
        vas_case_decide (c, i - 1, &variables);
      else
        vas_case_add_part (c, i - 1, c->regions[i - 1].end - VARIABLES_BYTES,
                           c->regions[i - 1].end, &variables);
    }
}
