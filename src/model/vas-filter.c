/* The filter box: takes the text apart into terms and applies them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-filter.h"

#include <string.h>

#include "vas-filter-match.h"
#include "vas-filter-term.h"

static void
clear_term (gpointer term)
{
  vas_term_clear (term);
}

static void
clear_filter (gpointer box)
{
  VasFilter *self = box;
  for (gsize i = 0; i < self->n_terms; i++)
    vas_term_clear (&self->terms[i]);
  g_free (self->terms);
}

/* Moves @text behind the term it begins with, which goes to @word without its quotes. */
static void
read_word (const char **text, GString *word, gsize *quoted_from)
{
  gboolean in_quotes = FALSE;
  const char *c = *text;
  *quoted_from = G_MAXSIZE;
  for (; *c != '\0' && (in_quotes || !g_ascii_isspace (*c)); c++)
    if (*c == '"')
      {
        in_quotes = !in_quotes;
        *quoted_from = MIN (*quoted_from, word->len);
      }
    else
      g_string_append_c (word, *c);
  *quoted_from = MIN (*quoted_from, word->len);
  *text = c;
}

static gboolean
read_term (const char **text, GArray *terms, GError **error)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gsize quoted_from;
  read_word (text, word, &quoted_from);
  if (word->len == 0) /* a pair of quotes around nothing */
    return TRUE;

  VasTerm term = { 0 };
  if (!vas_term_parse (&term, word->str, quoted_from, error))
    return FALSE;
  g_array_append_val (terms, term);
  return TRUE;
}

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

VasFilter *
vas_filter_parse (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (VasTerm));
  g_array_set_clear_func (terms, clear_term);
  for (text = skip_space (text); *text != '\0'; text = skip_space (text))
    if (!read_term (&text, terms, error))
      return NULL;

  VasFilter *self = g_atomic_rc_box_new0 (VasFilter);
  self->terms = g_array_steal (terms, &self->n_terms);
  return self;
}

VasFilter *
vas_filter_ref (VasFilter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_filter_unref (VasFilter *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_filter);
}

gboolean
vas_filter_is_empty (const VasFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->n_terms == 0;
}

static gboolean
knows_field (const VasSnapshot *snapshot, guint field)
{
  guint64 value;
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    if (vas_snapshot_get_field (snapshot, i, field, &value))
      return TRUE;
  return FALSE;
}

gboolean
vas_filter_can_answer (const VasFilter *self, const VasSnapshot *snapshot)
{
  g_return_val_if_fail (self != NULL && snapshot != NULL, FALSE);
  for (gsize i = 0; i < self->n_terms; i++)
    if (self->terms[i].type == VAS_TERM_FIELD && !knows_field (snapshot, self->terms[i].field))
      return FALSE;
  return TRUE;
}

guint8 *
vas_filter_apply (const VasFilter *self, const VasSnapshot *snapshot)
{
  g_return_val_if_fail (self != NULL && snapshot != NULL, NULL);
  gsize n = vas_snapshot_get_n_regions (snapshot);
  guint8 *passes = g_malloc (MAX (n, 1));
  memset (passes, 1, n);
  if (self->n_terms == 0)
    return passes;

  g_autoptr (VasMatcher) matcher = vas_matcher_new (snapshot);
  g_autofree guint8 *hits = g_malloc (MAX (n, 1));
  for (gsize i = 0; i < self->n_terms; i++)
    {
      vas_matcher_find (matcher, &self->terms[i], hits);
      guint8 flip = self->terms[i].negated ? 1 : 0;
      for (gsize region = 0; region < n; region++)
        passes[region] &= hits[region] ^ flip;
    }
  return passes;
}
