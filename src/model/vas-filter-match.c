/* Finds the regions that fit one term of a filter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-filter-match.h"

#include <string.h>

#include "vas-display.h"
#include "vas-label-index.h"

/* A million regions share a few hundred files and verdicts: what a term asks of those is answered once
 * for each, and looked up for each region. */
struct _VasMatcher
{
  const VasSnapshot *snapshot;
  gsize n_regions;
  guint8 *file_fits;     /* by number of the file, for the term at hand */
  guint8 *verdict_fits;  /* by number of the verdict */
  VasLabelIndex *labels; /* made when a word first asks for it */
};

/* Whether a name contains a word, remembered by string id: objects share few names. */
typedef struct
{
  const VasStrings *strings;
  const char *word;
  guint8 *answers; /* an Answer each */
} NameSearch;

enum
{
  ANSWER_UNKNOWN,
  ANSWER_NO,
  ANSWER_YES,
};

VasMatcher *
vas_matcher_new (const VasSnapshot *snapshot)
{
  VasMatcher *self = g_new0 (VasMatcher, 1);
  self->snapshot = snapshot;
  self->n_regions = vas_snapshot_get_n_regions (snapshot);
  self->file_fits = g_malloc (snapshot->reading->n_files);
  self->verdict_fits = g_malloc (snapshot->naming->n_verdicts);
  return self;
}

void
vas_matcher_free (VasMatcher *self)
{
  if (self == NULL)
    return;
  vas_label_index_free (self->labels);
  g_free (self->file_fits);
  g_free (self->verdict_fits);
  g_free (self);
}

/* @word is case-folded. The text is searched as it is shown. */
static gboolean
contains_word (const char *text, gsize length, const char *word)
{
  g_autofree char *shown = vas_display_bytes (text, length);
  g_autofree char *folded = g_utf8_casefold (shown, -1);
  return strstr (folded, word) != NULL;
}

static gboolean
text_contains_word (const char *text, const char *word)
{
  return contains_word (text, strlen (text), word);
}

static void
name_search_init (NameSearch *self, const VasMatcher *matcher, const char *word)
{
  self->strings = matcher->snapshot->reading->strings;
  self->word = word;
  self->answers = g_new0 (guint8, vas_strings_get_count (self->strings));
}

static void
name_search_clear (NameSearch *self)
{
  g_free (self->answers);
}

static inline gboolean
name_search_ask (NameSearch *self, guint32 name)
{
  if (G_UNLIKELY (self->answers[name] == ANSWER_UNKNOWN))
    {
      gsize length;
      const char *bytes = vas_strings_get (self->strings, name, &length);
      self->answers[name] = contains_word (bytes, length, self->word) ? ANSWER_YES : ANSWER_NO;
    }
  return self->answers[name] == ANSWER_YES;
}

/* Whatever file or verdict fits, the regions that have it do. */
static void
find_by_tables (const VasMatcher *self, guint8 *hits)
{
  const VasRegion *regions = self->snapshot->reading->regions;
  for (gsize i = 0; i < self->n_regions; i++)
    hits[i] = self->file_fits[regions[i].file] | self->verdict_fits[regions[i].verdict];
}

static void
add_objects (const VasMatcher *self, NameSearch *search, guint8 *hits)
{
  VasObject object;
  for (gsize i = 0; i < self->n_regions; i += object.n_regions)
    {
      object = vas_snapshot_get_object (self->snapshot, i);
      if (name_search_ask (search, object.name))
        memset (hits + i, 1, object.n_regions);
    }
}

static void
fit_paths (VasMatcher *self, NameSearch *search)
{
  const VasReading *reading = self->snapshot->reading;
  for (guint32 i = 0; i < reading->n_files; i++)
    self->file_fits[i] = name_search_ask (search, reading->files[i].name);
}

static gboolean
kind_contains_word (VasKind kind, const char *word)
{
  VasFamily family = vas_kind_get_family (kind);
  return text_contains_word (vas_kind_get_id (kind), word)
         || text_contains_word (vas_kind_get_label (kind), word)
         || text_contains_word (vas_family_get_id (family), word)
         || text_contains_word (vas_family_get_label (family), word);
}

/* Label, kind and family all follow from the verdict. */
static void
fit_labels (VasMatcher *self, const char *word)
{
  if (self->labels == NULL)
    self->labels = vas_label_index_new (self->snapshot);
  const VasLabelIndex *labels = self->labels;
  g_autofree guint8 *found = g_new (guint8, labels->n);
  for (guint32 i = 0; i < labels->n; i++)
    found[i] = text_contains_word (labels->texts[i], word)
               || kind_contains_word (labels->kinds[i], word);
  for (guint32 i = 0; i < self->snapshot->naming->n_verdicts; i++)
    self->verdict_fits[i] = found[labels->of_verdict[i]];
}

static void
find_word (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  NameSearch search;
  name_search_init (&search, self, term->text);
  fit_paths (self, &search);
  fit_labels (self, term->text);
  find_by_tables (self, hits);
  add_objects (self, &search, hits);
  name_search_clear (&search);
}

static void
find_object (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  NameSearch search;
  name_search_init (&search, self, term->text);
  add_objects (self, &search, hits);
  name_search_clear (&search);
}

static void
find_path (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  NameSearch search;
  name_search_init (&search, self, term->text);
  fit_paths (self, &search);
  find_by_tables (self, hits);
  name_search_clear (&search);
}

static void
find_perms (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  const VasRegion *regions = self->snapshot->reading->regions;
  for (gsize i = 0; i < self->n_regions; i++)
    hits[i] = (regions[i].perms & term->mask) == term->perms;
}

static gboolean
compare_fits (const VasTerm *term, guint64 value)
{
  VasCompare outcome = value < term->number   ? VAS_COMPARE_LESS
                       : value > term->number ? VAS_COMPARE_GREATER
                                              : VAS_COMPARE_EQUAL;
  return (term->compare & outcome) != 0;
}

static void
find_size (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  for (gsize i = 0; i < self->n_regions; i++)
    hits[i] = compare_fits (term, vas_region_get_size (vas_snapshot_get_region (self->snapshot, i)));
}

static void
find_field (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  for (gsize i = 0; i < self->n_regions; i++)
    {
      guint64 value;
      hits[i] = vas_snapshot_get_field (self->snapshot, i, term->field, &value)
                && compare_fits (term, value);
    }
}

static void
find_kinds (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  const VasNaming *naming = self->snapshot->naming;
  for (guint32 i = 0; i < naming->n_verdicts; i++)
    self->verdict_fits[i] = term->kinds >> naming->verdicts[i].kind & 1;
  find_by_tables (self, hits);
}

static void
find_inode (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  const VasReading *reading = self->snapshot->reading;
  for (guint32 i = 0; i < reading->n_files; i++)
    self->file_fits[i] = reading->files[i].inode == term->number;
  find_by_tables (self, hits);
}

static void
find_device (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  const VasReading *reading = self->snapshot->reading;
  for (guint32 i = 0; i < reading->n_files; i++)
    {
      const VasDevice *device = &reading->files[i].device;
      self->file_fits[i] = ((guint64) device->major << 32 | device->minor) == term->number;
    }
  find_by_tables (self, hits);
}

static void
find_range (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  if (term->text != NULL)
    find_word (self, term, hits);
  const VasRegion *regions = self->snapshot->reading->regions;
  for (gsize i = 0; i < self->n_regions; i++)
    hits[i] |= regions[i].start <= term->last && regions[i].end > term->start;
}

void
vas_matcher_find (VasMatcher *self, const VasTerm *term, guint8 *hits)
{
  static void (*const finders[VAS_N_TERMS]) (VasMatcher *, const VasTerm *, guint8 *) = {
    [VAS_TERM_WORD] = find_word,     [VAS_TERM_OBJECT] = find_object,
    [VAS_TERM_PATH] = find_path,     [VAS_TERM_PERMS] = find_perms,
    [VAS_TERM_SIZE] = find_size,     [VAS_TERM_FIELD] = find_field,
    [VAS_TERM_KINDS] = find_kinds,   [VAS_TERM_INODE] = find_inode,
    [VAS_TERM_DEVICE] = find_device, [VAS_TERM_RANGE] = find_range,
  };
  memset (hits, 0, self->n_regions);
  memset (self->file_fits, 0, self->snapshot->reading->n_files);
  memset (self->verdict_fits, 0, self->snapshot->naming->n_verdicts);
  finders[term->type](self, term, hits);
}
