/* What a column sorts by, as one number a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-sort-keys.h"

#include "vas-label-index.h"
#include "vas-words.h"

#include <stdlib.h>
#include <string.h>

/* A text to be ranked; equal texts get equal ranks. */
typedef struct
{
  const char *text;
  char *owned; /* (nullable): @text, if it was made for the comparison */
  guint32 id;
  guint32 group; /* texts of a lower group come first */
} Ranked;

static int
compare_ranked (const void *a, const void *b)
{
  const Ranked *left = a, *right = b;
  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  return strcmp (left->text, right->text);
}

/* Writes `ranks[id]` for each of the texts, and frees them. */
static void
rank_texts (Ranked *texts, gsize n, guint64 *ranks)
{
  if (n > 1) /* without any the array is NULL, which qsort() must not be given */
    qsort (texts, n, sizeof *texts, compare_ranked);
  guint64 rank = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && compare_ranked (&texts[i - 1], &texts[i]) != 0)
        rank++;
      ranks[texts[i].id] = rank;
    }
  for (gsize i = 0; i < n; i++)
    g_free (texts[i].owned);
}

static Ranked
make_collated (const char *text, guint32 id, guint32 group)
{
  char *key = g_utf8_collate_key_for_filename (text, -1);
  return (Ranked) { key, key, id, group };
}

static void
fill_address (const VasSnapshot *snapshot, guint64 *keys)
{
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    keys[i] = vas_snapshot_get_region (snapshot, i)->start;
}

static void
fill_size (const VasSnapshot *snapshot, guint64 *keys)
{
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    keys[i] = vas_region_get_size (vas_snapshot_get_region (snapshot, i));
}

/* The order of the letters as they are shown: '-' before r, w and x, and p before s. */
static void
fill_perms (const VasSnapshot *snapshot, guint64 *keys)
{
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      guint perms = vas_snapshot_get_region (snapshot, i)->perms;
      keys[i] = ((perms & VAS_PERM_READ) != 0 ? 8 : 0) | ((perms & VAS_PERM_WRITE) != 0 ? 4 : 0)
                | ((perms & VAS_PERM_EXEC) != 0 ? 2 : 0) | ((perms & VAS_PERM_SHARED) != 0 ? 1 : 0);
    }
}

/* By family and kind in the order of the legend, then by label. */
static void
fill_kind (const VasSnapshot *snapshot, guint64 *keys)
{
  g_autoptr (VasLabelIndex) labels = vas_label_index_new (snapshot);
  g_autofree Ranked *texts = g_new (Ranked, labels->n);
  g_autofree guint64 *ranks = g_new (guint64, labels->n);
  for (gsize i = 0; i < labels->n; i++)
    {
      guint32 group = (guint32) vas_kind_get_family (labels->kinds[i]) << 8 | labels->kinds[i];
      texts[i] = make_collated (labels->texts[i], (guint32) i, group);
    }
  rank_texts (texts, labels->n, ranks);
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    keys[i] = ranks[vas_label_index_get (labels, vas_snapshot_get_region (snapshot, i))];
}

/* By the id of the name: a million objects may share a few hundred. */
static guint64 *
rank_object_names (const VasSnapshot *snapshot)
{
  guint32 n_strings = vas_strings_get_count (snapshot->reading->strings);
  guint64 *ranks = g_new0 (guint64, n_strings);
  g_autofree Ranked *texts = g_new (Ranked, n_strings);
  gsize n = 0;
  ranks[0] = VAS_SORT_KEY_ABSENT;
  VasObject object;
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i += object.n_regions)
    {
      object = vas_snapshot_get_object (snapshot, i);
      guint32 id = object.name;
      if (ranks[id] != 0)
        continue;
      g_autofree char *name = vas_words_object (snapshot, i);
      ranks[id] = 1;
      texts[n++] = make_collated (name, id, 0);
    }
  rank_texts (texts, n, ranks);
  return ranks;
}

static void
fill_object (const VasSnapshot *snapshot, guint64 *keys)
{
  g_autofree guint64 *ranks = rank_object_names (snapshot);
  VasObject object;
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i += object.n_regions)
    {
      object = vas_snapshot_get_object (snapshot, i);
      for (guint32 j = 0; j < object.n_regions; j++)
        keys[i + j] = ranks[object.name];
    }
}

static void
fill_offset (const VasSnapshot *snapshot, guint64 *keys)
{
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      const VasRegion *region = vas_snapshot_get_region (snapshot, i);
      keys[i] = vas_file_is_any (vas_snapshot_get_file (snapshot, i))
                    ? MIN (region->offset, VAS_SORT_KEY_MAX)
                    : VAS_SORT_KEY_ABSENT;
    }
}

static void
fill_device (const VasSnapshot *snapshot, guint64 *keys)
{
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      const VasFile *file = vas_snapshot_get_file (snapshot, i);
      guint64 key = (guint64) file->device.major << 32 | file->device.minor;
      keys[i] = vas_file_is_any (file) ? MIN (key, VAS_SORT_KEY_MAX) : VAS_SORT_KEY_ABSENT;
    }
}

static void
fill_inode (const VasSnapshot *snapshot, guint64 *keys)
{
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      const VasFile *file = vas_snapshot_get_file (snapshot, i);
      keys[i] = vas_file_is_any (file) ? MIN (file->inode, VAS_SORT_KEY_MAX) : VAS_SORT_KEY_ABSENT;
    }
}

static void
fill_path (const VasSnapshot *snapshot, guint64 *keys)
{
  const VasStrings *strings = snapshot->reading->strings;
  gsize n_regions = vas_snapshot_get_n_regions (snapshot);
  guint32 n_strings = vas_strings_get_count (strings);
  g_autofree guint64 *ranks = g_new0 (guint64, n_strings);
  g_autofree Ranked *texts = g_new (Ranked, n_strings);
  gsize n = 0;
  ranks[0] = VAS_SORT_KEY_ABSENT;
  for (gsize i = 0; i < n_regions; i++)
    {
      guint32 id = vas_snapshot_get_file (snapshot, i)->name;
      if (ranks[id] != 0)
        continue;
      ranks[id] = 1;
      texts[n++] = (Ranked) { vas_strings_get (strings, id, NULL), NULL, id, 0 };
    }
  rank_texts (texts, n, ranks);
  for (gsize i = 0; i < n_regions; i++)
    keys[i] = ranks[vas_snapshot_get_file (snapshot, i)->name];
}

static void
fill_field (const VasSnapshot *snapshot, guint64 *keys, VasField field)
{
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      guint64 value;
      keys[i] = vas_snapshot_get_field (snapshot, i, field, &value) ? MIN (value, VAS_SORT_KEY_MAX)
                                                                    : VAS_SORT_KEY_ABSENT;
    }
}

static void
fill_resident (const VasSnapshot *snapshot, guint64 *keys)
{
  fill_field (snapshot, keys, VAS_FIELD_RSS);
}

static void
fill_pss (const VasSnapshot *snapshot, guint64 *keys)
{
  fill_field (snapshot, keys, VAS_FIELD_PSS);
}

static void (*const fills[VAS_N_SORTS]) (const VasSnapshot *snapshot, guint64 *keys) = {
  [VAS_SORT_ADDRESS] = fill_address, [VAS_SORT_SIZE] = fill_size,
  [VAS_SORT_PERMS] = fill_perms,     [VAS_SORT_KIND] = fill_kind,
  [VAS_SORT_OBJECT] = fill_object,   [VAS_SORT_OFFSET] = fill_offset,
  [VAS_SORT_DEVICE] = fill_device,   [VAS_SORT_INODE] = fill_inode,
  [VAS_SORT_PATH] = fill_path,       [VAS_SORT_RESIDENT] = fill_resident,
  [VAS_SORT_PSS] = fill_pss,
};

guint64 *
vas_sort_keys_new (const VasSnapshot *snapshot, VasSort sort)
{
  g_return_val_if_fail (snapshot != NULL && sort < VAS_N_SORTS, NULL);
  guint64 *keys = g_new (guint64, vas_snapshot_get_n_regions (snapshot));
  fills[sort] (snapshot, keys);
  return keys;
}
