/* The distinct labels of a snapshot: what to look at once instead of once a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-label-index.h"

#include "vas-distinct.h"
#include "vas-words.h"

/* Verdicts that differ in evidence or confidence alone have one label. */
static VasVerdict
get_label_key (const VasVerdict *verdict)
{
  return (VasVerdict) {
    .kind = verdict->kind,
    .role = verdict->role,
    .subject = verdict->subject,
    .evidence = 1, /* so that no key is all zero */
  };
}

VasLabelIndex *
vas_label_index_new (const VasSnapshot *snapshot)
{
  const VasNaming *naming = snapshot->naming;
  g_autoptr (VasDistinct) keys = vas_distinct_new (sizeof (VasVerdict));
  VasLabelIndex *self = g_new0 (VasLabelIndex, 1);
  self->of_verdict = g_new0 (guint32, naming->n_verdicts);
  for (guint32 i = 1; i < naming->n_verdicts; i++)
    {
      VasVerdict key = get_label_key (&naming->verdicts[i]);
      self->of_verdict[i] = vas_distinct_add (keys, &key);
    }

  self->n = vas_distinct_get_count (keys);
  self->texts = g_new0 (char *, self->n + 1);
  self->kinds = g_new0 (guint8, self->n);
  self->texts[0] = g_strdup ("");
  for (guint32 label = 1; label < self->n; label++)
    {
      const VasVerdict *key = vas_distinct_get (keys, label);
      self->texts[label] = vas_words_label (snapshot, key);
      self->kinds[label] = key->kind;
    }
  return self;
}

void
vas_label_index_free (VasLabelIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->of_verdict);
  g_strfreev (self->texts);
  g_free (self->kinds);
  g_free (self);
}
