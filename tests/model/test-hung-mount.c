/* A file system whose server never answers must not stop a reading.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc.h"

#include <fcntl.h>
#include <linux/fuse.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "temporary-tree.h"

/* Greets the kernel, as it must before a mount is used, and never says anything again. */
static void
greet (int server)
{
  struct
  {
    struct fuse_out_header header;
    struct fuse_init_out init;
  } answer = { 0 };
  char request[FUSE_MIN_READ_BUFFER];
  g_assert_cmpint (read (server, request, sizeof request), >, 0);
  answer.header.len = sizeof answer;
  answer.header.unique = ((const struct fuse_in_header *) request)->unique;
  answer.init.major = FUSE_KERNEL_VERSION;
  answer.init.minor = 31;
  answer.init.max_write = 4096;
  g_assert_cmpint (write (server, &answer, sizeof answer), ==, sizeof answer);
}

/* Returns the server's descriptor; -1 if this user may not mount anything. */
static int
mount_hung (const char *path)
{
  int server = open ("/dev/fuse", O_RDWR | O_CLOEXEC);
  g_autofree char *options
      = g_strdup_printf ("fd=%d,rootmode=40000,user_id=0,group_id=0", server);
  if (server >= 0 && mount ("hung", path, "fuse", MS_NODEV | MS_NOSUID, options) != 0)
    {
      close (server);
      return -1;
    }
  if (server >= 0)
    greet (server);
  return server;
}

static VasFacts *
read_facts (const char *root, VasMappedFiles *files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VasProc) proc = vas_proc_open (root, 5, 0, &error);
  g_assert_no_error (error);
  g_autoptr (VasReading) reading = vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error);
  g_assert_no_error (error);
  return vas_proc_read_facts (proc, reading, files, NULL);
}

static void
test_hung (void)
{
  static const char maps[] = "1000-2000 r-xp 00000000 00:99 1 /hung/a.so\n"
                             "2000-3000 r-xp 00000000 00:99 2 /hung/b.so\n"
                             "3000-4000 r-xp 00000000 08:01 3 /script\n";
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autoptr (VasMappedFiles) files = vas_mapped_files_new ();
  temporary_tree_write (tree, "5/maps", maps, -1);
  temporary_tree_write (tree, "5/root/script", "#!/bin/sh\n", -1);
  g_autofree char *path = temporary_tree_get (tree, "5/root/hung/x");
  *strrchr (path, '/') = '\0';
  int server = mount_hung (path);
  if (server < 0)
    {
      g_test_skip ("this user may not mount a file system (FUSE)");
      return;
    }
  /* That these calls return is the test: the first gives up, the second does not even try. */
  g_autoptr (VasFacts) first = read_facts (tree->path, files);
  g_autoptr (VasFacts) second = read_facts (tree->path, files);
  g_assert_cmpuint (g_hash_table_size (first->elves), ==, 0);
  g_assert_cmpuint (g_hash_table_size (second->elves), ==, 0);
  close (server); /* whoever waits is told so now */
  g_assert_cmpint (umount2 (path, MNT_DETACH), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hung-mount/hung", test_hung);
  return g_test_run ();
}
