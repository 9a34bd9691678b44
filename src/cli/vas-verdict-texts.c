/* The words about a verdict, composed once for the many regions that share them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-verdict-texts.h"

#include <string.h>

#include "vas-words.h"

/* Evidence may name an address and so be different for each region: then remembering is of no use,
 * and must not cost memory without end. */
enum
{
  MAX_REMEMBERED = 4096,
};

struct _VasVerdictTexts
{
  const VasSnapshot *snapshot;
  GHashTable *texts; /* VasVerdict -> VasTexts */
  VasVerdict last_verdict;
  const VasTexts *last; /* neighbours mostly share their words: looked at first */
};

G_STATIC_ASSERT (sizeof (VasVerdict) == 12); /* no padding: verdicts compare as bytes */

static guint
hash_verdict (gconstpointer key)
{
  const VasVerdict *verdict = key;
  guint hash
      = (guint) verdict->kind | (guint) verdict->confidence << 8 | (guint) verdict->role << 16;
  return (hash * 31 + verdict->subject) * 31 + verdict->evidence;
}

static gboolean
verdicts_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (VasVerdict)) == 0;
}

static void
free_texts (gpointer pointer)
{
  VasTexts *texts = pointer;
  g_free (texts->label);
  g_free (texts->explanation);
  g_free (texts->evidence);
  g_free (texts);
}

VasVerdictTexts *
vas_verdict_texts_new (const VasSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  VasVerdictTexts *self = g_new0 (VasVerdictTexts, 1);
  self->snapshot = snapshot;
  self->texts = g_hash_table_new_full (hash_verdict, verdicts_equal, g_free, free_texts);
  return self;
}

void
vas_verdict_texts_free (VasVerdictTexts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->texts);
  g_free (self);
}

static const VasTexts *
compose (VasVerdictTexts *self, const VasVerdict *verdict)
{
  if (g_hash_table_size (self->texts) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->texts);

  VasTexts *texts = g_new (VasTexts, 1);
  texts->label = vas_words_label (self->snapshot, verdict);
  texts->explanation = vas_words_explain (self->snapshot, verdict);
  texts->evidence = vas_words_evidence (self->snapshot, verdict);
  g_hash_table_insert (self->texts, g_memdup2 (verdict, sizeof *verdict), texts);
  return texts;
}

const VasTexts *
vas_verdict_texts_get (VasVerdictTexts *self, const VasVerdict *verdict)
{
  if (self->last != NULL && verdicts_equal (verdict, &self->last_verdict))
    return self->last;

  const VasTexts *texts = g_hash_table_lookup (self->texts, verdict);
  self->last = texts != NULL ? texts : compose (self, verdict);
  self->last_verdict = *verdict;
  return self->last;
}
