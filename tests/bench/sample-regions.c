/* A large process made up for benchmarks: random sizes, some hundred files, every kind of mode.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-regions.h"

#define FIRST_ADDRESS G_GUINT64_CONSTANT (0x7f0000000000)
#define PAGE 4096

static const guint8 modes[] = {
  VAS_PERM_READ | VAS_PERM_WRITE,
  VAS_PERM_READ,
  VAS_PERM_READ | VAS_PERM_EXEC,
  0,
  VAS_PERM_READ | VAS_PERM_WRITE | VAS_PERM_SHARED,
};

static void
name_file (VasReading *reading, guint file)
{
  g_autofree char *path = g_strdup_printf (
      "/usr/lib/x86_64-linux-gnu/a-folder-of-some-package/lib%u-library.so.1.2.3", file);
  reading->files[file] = (VasFile) {
    .inode = 1700000 + file,
    .device = { 0xfe, 0 },
    .name = vas_strings_add_text (reading->strings, path),
  };
}

/* With the files 1 to @n_files. */
static VasReading *
make_reading (guint n, guint n_files)
{
  VasReading *reading = g_new0 (VasReading, 1);
  reading->strings = vas_strings_new ();
  reading->regions = g_new0 (VasRegion, n);
  reading->files = g_new0 (VasFile, n_files + 1);
  reading->n_files = n_files + 1;
  for (guint file = 1; file <= n_files; file++)
    name_file (reading, file);
  return reading;
}

VasSnapshot *
sample_regions_new (guint n, guint n_files, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  VasReading *reading = make_reading (n, n_files);
  reading->usage = vas_usage_new ();
  reading->n_regions = n;
  guint64 address = FIRST_ADDRESS;
  for (guint i = 0; i < n; i++)
    {
      VasRegion *region = &reading->regions[i];
      guint pages = 1 + (g_rand_int (rand) >> g_rand_int_range (rand, 18, 32));
      region->start = address;
      region->end = address + (guint64) pages * PAGE;
      region->perms = modes[g_rand_int_range (rand, 0, G_N_ELEMENTS (modes))];
      address = region->end + (g_rand_boolean (rand) ? 0 : PAGE);
      vas_usage_set (reading->usage, i, VAS_FIELD_RSS,
                     (guint64) g_rand_int_range (rand, 0, (gint32) pages + 1) * PAGE);
      if (i % 2 == 0)
        continue;
      region->file = (guint32) g_rand_int_range (rand, 1, (gint32) n_files + 1);
      region->offset = (guint64) g_rand_int_range (rand, 0, 1000) * PAGE;
    }
  return vas_snapshot_new ("sample", 0, reading, NULL);
}

VasSnapshot *
sample_regions_change (const VasSnapshot *snapshot, guint step)
{
  const VasReading *before = snapshot->reading;
  gsize n_before = before->n_regions;
  VasReading *reading = make_reading ((guint) (n_before + n_before / step + 1),
                                      before->n_files - 1);
  for (gsize i = 0; i < n_before; i++)
    {
      VasRegion region = before->regions[i];
      if (i % step == step / 3)
        continue; /* gone */
      if (i % step == step / 2 && vas_region_get_size (&region) > PAGE)
        {
          VasRegion split = region; /* mprotect() of its first page */
          split.end = split.start + PAGE;
          split.perms ^= VAS_PERM_WRITE;
          reading->regions[reading->n_regions++] = split;
          region.start += PAGE;
          region.offset += region.file != 0 ? PAGE : 0;
        }
      reading->regions[reading->n_regions++] = region;
    }
  return vas_snapshot_new ("sample", 0, reading, NULL);
}
