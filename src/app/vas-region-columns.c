/* The columns of the table of regions: what each is called and what it says of a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-columns.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-display.h"
#include "vas-words.h"

static char *
dup_address (const VasSnapshot *snapshot, gsize region)
{
  return vas_display_address (vas_snapshot_get_region (snapshot, region)->start);
}

static char *
dup_size (const VasSnapshot *snapshot, gsize region)
{
  return vas_display_size (vas_region_get_size (vas_snapshot_get_region (snapshot, region)));
}

static char *
dup_perms (const VasSnapshot *snapshot, gsize region)
{
  char letters[VAS_PERMS_BYTES];
  return g_strdup (vas_perms_print (vas_snapshot_get_region (snapshot, region)->perms, letters));
}

static char *
dup_label (const VasSnapshot *snapshot, gsize region)
{
  return vas_words_label (snapshot, vas_snapshot_get_verdict (snapshot, region));
}

static char *
dup_object (const VasSnapshot *snapshot, gsize region)
{
  return vas_words_object (snapshot, region);
}

static char *
dup_offset (const VasSnapshot *snapshot, gsize region)
{
  const VasRegion *r = vas_snapshot_get_region (snapshot, region);
  return vas_file_is_any (vas_snapshot_get_file (snapshot, region))
             ? g_strdup_printf ("0x%" G_GINT64_MODIFIER "x", r->offset)
             : g_strdup ("");
}

static char *
dup_device (const VasSnapshot *snapshot, gsize region)
{
  const VasFile *file = vas_snapshot_get_file (snapshot, region);
  return vas_file_is_any (file)
             ? g_strdup_printf ("%02x:%02x", file->device.major, file->device.minor)
             : g_strdup ("");
}

static char *
dup_inode (const VasSnapshot *snapshot, gsize region)
{
  const VasFile *file = vas_snapshot_get_file (snapshot, region);
  return vas_file_is_any (file) ? g_strdup_printf ("%" G_GUINT64_FORMAT, file->inode)
                                : g_strdup ("");
}

static char *
dup_field (const VasSnapshot *snapshot, gsize region, VasField field)
{
  guint64 value;
  return vas_snapshot_get_field (snapshot, region, field, &value) ? vas_display_size (value)
                                                                  : g_strdup ("");
}

static char *
dup_resident (const VasSnapshot *snapshot, gsize region)
{
  return dup_field (snapshot, region, VAS_FIELD_RSS);
}

static char *
dup_pss (const VasSnapshot *snapshot, gsize region)
{
  return dup_field (snapshot, region, VAS_FIELD_PSS);
}

static const VasRegionColumn columns[VAS_N_SORTS] = {
  [VAS_SORT_ADDRESS] = { "address", N_ ("Address"), 15, 0, .is_figure = TRUE,
                         .dup_text = dup_address },
  [VAS_SORT_SIZE] = { "size", N_ ("Size"), 10, 1, .is_optional = TRUE,
                      .dup_text = dup_size },
  [VAS_SORT_RESIDENT] = { "resident", N_ ("In RAM"), 10, 1, .is_optional = TRUE,
                          .dup_text = dup_resident },
  /* Translators: proportional set size: a page shared by n processes counts 1/n. */
  [VAS_SORT_PSS] = { "pss", N_ ("PSS"), 10, 1, .is_optional = TRUE, .is_hidden = TRUE,
                     .dup_text = dup_pss },
  [VAS_SORT_PERMS] = { "perms", N_ ("Permissions"), 13, 0, .is_figure = TRUE, .is_optional = TRUE,
                       .dup_text = dup_perms },
  [VAS_SORT_KIND] = { "kind", N_ ("Kind"), 32, 0, .is_optional = TRUE,
                      .dup_text = dup_label },
  [VAS_SORT_OBJECT] = { "object", N_ ("Object"), 22, 0, .is_optional = TRUE,
                        .dup_text = dup_object },
  [VAS_SORT_OFFSET] = { "offset", N_ ("Offset"), 11, 1, .is_figure = TRUE, .is_optional = TRUE,
                        .dup_text = dup_offset },
  [VAS_SORT_DEVICE] = { "device", N_ ("Device"), 9, 0, .is_figure = TRUE, .is_optional = TRUE,
                        .dup_text = dup_device },
  [VAS_SORT_INODE] = { "inode", N_ ("Inode"), 11, 1, .is_figure = TRUE, .is_optional = TRUE,
                       .dup_text = dup_inode },
  [VAS_SORT_PATH] = { "path", N_ ("Path"), 30, 0, .is_path = TRUE, .is_optional = TRUE,
                      .dup_text = vas_words_path },
};

static const VasSort order[VAS_N_SORTS] = {
  VAS_SORT_ADDRESS, VAS_SORT_SIZE,   VAS_SORT_RESIDENT, VAS_SORT_PSS,
  VAS_SORT_PERMS,   VAS_SORT_KIND,   VAS_SORT_OBJECT,   VAS_SORT_OFFSET,
  VAS_SORT_DEVICE,  VAS_SORT_INODE,  VAS_SORT_PATH,
};

const VasRegionColumn *
vas_region_column_get (VasSort sort)
{
  g_return_val_if_fail (sort < VAS_N_SORTS, NULL);
  return &columns[sort];
}

const char *
vas_region_column_get_title (VasSort sort)
{
  g_return_val_if_fail (sort < VAS_N_SORTS, NULL);
  return _(columns[sort].title);
}

int
vas_region_column_from_id (const char *id)
{
  for (int sort = 0; sort < VAS_N_SORTS; sort++)
    if (g_strcmp0 (columns[sort].id, id) == 0)
      return sort;
  return -1;
}

const VasSort *
vas_region_columns_get_order (void)
{
  return order;
}
