/* Spells out the kernel's flags of a region, as smaps prints them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-words.h"

#include "vas-display.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The codes of show_smap_vma_flags() in fs/proc/task_mmu.c up to Linux 6.18, and those that older
 * kernels printed. The permissions themselves need no words: the mode says them. */
static const struct
{
  char code[3];
  const char *words;
} flags[] = {
  { "rd", NULL },
  { "wr", NULL },
  { "ex", NULL },
  { "sh", NULL },
  { "mr", NULL },
  { "mw", NULL },
  { "me", NULL },
  { "ms", NULL },
  { "gd", N_ ("grows downwards by itself") },
  { "pf", N_ ("bare page frames") },
  { "dw", N_ ("its file may not be written") },
  { "gu", N_ ("may hold guard pages inside") },
  { "lo", N_ ("locked in RAM") },
  { "lf", N_ ("locked in RAM once touched") },
  { "io", N_ ("memory of a device") },
  { "sr", N_ ("to be read in sequence") },
  { "rr", N_ ("to be read at random") },
  { "dc", N_ ("not inherited by children") },
  { "de", N_ ("may not be enlarged") },
  { "ac", N_ ("counted as promised memory") },
  { "nr", N_ ("not counted as promised memory") },
  { "ht", N_ ("made of huge pages") },
  { "sf", N_ ("written through to persistent memory") },
  { "nl", N_ ("not in linear order") },
  { "ar", N_ ("a flag of this processor's own") },
  { "wf", N_ ("wiped in children") },
  { "dd", N_ ("left out of core dumps") },
  { "bt", N_ ("jumps only to marked places") },
  { "mt", N_ ("memory tags") },
  { "sd", N_ ("written to since last asked (soft-dirty)") },
  { "mm", N_ ("pages and bare page frames mixed") },
  { "hg", N_ ("huge pages welcome") },
  { "nh", N_ ("no huge pages") },
  { "mg", N_ ("equal pages may be merged") },
  { "um", N_ ("missing pages handled by the program") },
  { "uw", N_ ("write protection handled by the program") },
  { "ui", N_ ("minor faults handled by the program") },
  { "mp", N_ ("bounds tables (MPX)") },
  { "ss", N_ ("shadow stack") },
  { "dp", N_ ("may be dropped when memory is short") },
  { "sl", N_ ("sealed") },
};

/* A newer kernel may print codes that are not in the table: they are shown all the same. */
static const char *
find_words (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (strcmp (flags[i].code, code) == 0)
      return flags[i].words != NULL ? _ (flags[i].words) : NULL;
  return _ ("unknown to Vascope");
}

char *
vas_words_flags (const VasSnapshot *snapshot, gsize region)
{
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (snapshot), NULL);

  const VasUsage *usage = snapshot->reading->usage;
  const char *printed = usage != NULL ? vas_usage_get_flags (usage, region) : NULL;
  if (printed == NULL || *printed == '\0')
    return NULL;
  g_auto (GStrv) codes = g_strsplit (printed, " ", -1);
  g_autofree char *shown = vas_display_bytes (printed, strlen (printed));
  GString *text = g_string_new (shown);
  const char *separator = "; ";
  for (char **code = codes; *code != NULL; code++)
    {
      const char *words = find_words (*code);
      if (words == NULL)
        continue;
      g_autofree char *name = vas_display_bytes (*code, strlen (*code));
      /* Translators: a two-letter code of the kernel and what it means: "nh: no huge pages". */
      g_string_append (text, separator);
      g_string_append_printf (text, _ ("%s: %s"), name, words);
      separator = ", ";
    }
  return g_string_free (text, FALSE);
}
