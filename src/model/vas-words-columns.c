/* Explains the columns of a maps line: what each means, and what it says of this region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-words.h"

#include "vas-display.h"

#include <glib/gi18n-lib.h>

/* Indexed by VasPerms. The `s` says how the mapping was made (VM_MAYSHARE), not that another process
 * has it; and no letter implies another: a page may be writable and not readable. */
static const char *const perms_words[] = {
  [0] = N_ ("may not be touched at all; private to this process"),
  [VAS_PERM_READ]
  = N_ ("may be read, not changed or run as code; private to this process"),
  [VAS_PERM_WRITE]
  = N_ ("may be written, not read or run as code; private to this process"),
  [VAS_PERM_READ | VAS_PERM_WRITE]
  = N_ ("may be read and changed, not run as code; changes stay private to this process"),
  [VAS_PERM_EXEC]
  = N_ ("may be run as code, not read or changed; private to this process"),
  [VAS_PERM_READ | VAS_PERM_EXEC]
  = N_ ("may be read and run as code, not changed; private to this process"),
  [VAS_PERM_WRITE | VAS_PERM_EXEC]
  = N_ ("may be written and run as code, not read; changes stay private to this process"),
  [VAS_PERM_READ | VAS_PERM_WRITE | VAS_PERM_EXEC]
  = N_ ("may be read, changed and run as code; changes stay private to this process"),
  [VAS_PERM_SHARED]
  = N_ ("may not be touched at all; mapped shared"),
  [VAS_PERM_SHARED | VAS_PERM_READ]
  = N_ ("may be read, not changed or run as code; mapped shared"),
  [VAS_PERM_SHARED | VAS_PERM_WRITE]
  = N_ ("may be written, not read or run as code; mapped shared: everyone who maps it sees changes"),
  [VAS_PERM_SHARED | VAS_PERM_READ | VAS_PERM_WRITE]
  = N_ ("may be read and changed, not run as code; mapped shared: everyone who maps it sees changes"),
  [VAS_PERM_SHARED | VAS_PERM_EXEC]
  = N_ ("may be run as code, not read or changed; mapped shared"),
  [VAS_PERM_SHARED | VAS_PERM_READ | VAS_PERM_EXEC]
  = N_ ("may be read and run as code, not changed; mapped shared"),
  [VAS_PERM_SHARED | VAS_PERM_WRITE | VAS_PERM_EXEC]
  = N_ ("may be written and run as code, not read; mapped shared: everyone who maps it sees changes"),
  [VAS_PERM_SHARED | VAS_PERM_READ | VAS_PERM_WRITE | VAS_PERM_EXEC]
  = N_ ("may be read, changed and run as code; mapped shared: everyone who maps it sees changes"),
};

char *
vas_words_perms (guint perms)
{
  g_return_val_if_fail (perms < G_N_ELEMENTS (perms_words), NULL);
  return g_strdup (_ (perms_words[perms]));
}

static const char *const column_titles[VAS_N_COLUMNS] = {
  [VAS_COLUMN_ADDRESS] = N_ ("Address range"), [VAS_COLUMN_MODE] = N_ ("Mode"),
  [VAS_COLUMN_OFFSET] = N_ ("Offset"),         [VAS_COLUMN_DEVICE] = N_ ("Device"),
  [VAS_COLUMN_INODE] = N_ ("Inode"),           [VAS_COLUMN_PATH] = N_ ("Path"),
};

const char *
vas_column_get_title (VasColumn column)
{
  g_return_val_if_fail (column < VAS_N_COLUMNS, NULL);
  return _ (column_titles[column]);
}

static char *
explain_address (const VasSnapshot *snapshot, gsize region)
{
  const VasRegion *self = vas_snapshot_get_region (snapshot, region);
  g_autofree char *start = vas_display_address (self->start);
  g_autofree char *last = vas_display_address (self->end - 1);
  g_autofree char *end = vas_display_address (self->end);
  g_autofree char *size = vas_display_size (vas_region_get_size (self));
  return g_strdup_printf (_ ("The addresses that this region takes up, in hexadecimal. It begins at "
                             "%s and holds %s; its last byte is at %s, as the end, %s, is the first "
                             "address that no longer belongs to it. The lines of maps are sorted by "
                             "address, from low to high."),
                          start, size, last, end);
}

static char *
explain_mode (const VasSnapshot *snapshot, gsize region)
{
  guint perms = vas_snapshot_get_region (snapshot, region)->perms;
  char letters[VAS_PERMS_BYTES];
  g_autofree char *words = vas_words_perms (perms);
  return g_strdup_printf (_ ("What may be done with these bytes: r is read, w is write, x is execute "
                             "as code, a dash is a right not given, p is private (a page is copied "
                             "when this process first changes it), s is shared. Here %s: %s."),
                          vas_perms_print (perms, letters), words);
}

static char *
explain_offset (const VasSnapshot *snapshot, gsize region)
{
  const VasRegion *self = vas_snapshot_get_region (snapshot, region);
  if (vas_snapshot_get_file (snapshot, region)->inode == 0)
    return g_strdup (_ ("Where in the mapped file the region begins. No file is mapped here, so the "
                        "kernel prints 0 and it means nothing."));
  if (self->offset == 0)
    return g_strdup (_ ("Where in the mapped file the region begins, in bytes. Here 0: at the very "
                        "start of the file."));
  g_autofree char *size = vas_display_size (self->offset);
  g_autofree char *offset = g_strdup_printf ("0x%" G_GINT64_MODIFIER "x", self->offset);
  return g_strdup_printf (_ ("Where in the mapped file the region begins, in bytes. Here %s: %s into "
                             "the file."),
                          offset, size);
}

static char *
explain_device (const VasSnapshot *snapshot, gsize region)
{
  const VasFile *file = vas_snapshot_get_file (snapshot, region);
  if (file->inode == 0)
    return g_strdup (_ ("The file system that holds the mapped file. No file is mapped here, so it "
                        "is 00:00."));
  if (file->device.major == 0)
    return g_strdup_printf (_ ("The file system that holds the mapped file, as major:minor in "
                               "hexadecimal. Here %02x:%02x: a major number of 0 is a file system "
                               "without a disk of its own, such as one in memory."),
                            file->device.major, file->device.minor);
  return g_strdup_printf (_ ("The file system that holds the mapped file, as major:minor in "
                             "hexadecimal. Here %02x:%02x."),
                          file->device.major, file->device.minor);
}

static char *
explain_inode (const VasSnapshot *snapshot, gsize region)
{
  const VasFile *file = vas_snapshot_get_file (snapshot, region);
  if (file->inode == 0)
    return g_strdup (_ ("The number of the mapped file in its file system. No file is mapped here, "
                        "so it is 0."));
  g_autofree char *inode = g_strdup_printf ("%" G_GUINT64_FORMAT, file->inode);
  return g_strdup_printf (_ ("The number of the mapped file in its file system: it tells the file "
                             "even after its name was changed. Here %s."),
                          inode);
}

static char *
explain_path (const VasSnapshot *snapshot, gsize region)
{
  const VasFile *file = vas_snapshot_get_file (snapshot, region);
  g_autofree char *path = vas_words_path (snapshot, region);
  if (file->name == 0)
    return g_strdup (_ ("The mapped file. Empty here: this memory has no file and no name."));
  if (path[0] == '[')
    return g_strdup_printf (_ ("The mapped file. A name in brackets is no file: %s is the kernel's "
                               "own word for this memory, or one that the program gave it."),
                            path);
  if (file->deleted)
    return g_strdup_printf (_ ("The mapped file, here %s. The kernel adds \"(deleted)\": the file has "
                               "lost this name since, but its contents stay until nobody uses them."),
                            path);
  return g_strdup_printf (_ ("The mapped file, here %s."), path);
}

char *
vas_words_column (const VasSnapshot *snapshot, gsize region, VasColumn column)
{
  static char *(*const explain[VAS_N_COLUMNS]) (const VasSnapshot *, gsize) = {
    [VAS_COLUMN_ADDRESS] = explain_address, [VAS_COLUMN_MODE] = explain_mode,
    [VAS_COLUMN_OFFSET] = explain_offset,   [VAS_COLUMN_DEVICE] = explain_device,
    [VAS_COLUMN_INODE] = explain_inode,     [VAS_COLUMN_PATH] = explain_path,
  };
  g_return_val_if_fail (column < VAS_N_COLUMNS, NULL);
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (snapshot), NULL);
  return explain[column](snapshot, region);
}
