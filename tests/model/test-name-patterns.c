/* Globs over bytes, and which row of the table a name finds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "vas-name-patterns.h"
#include "vas-products.h"
#include "vas-roles.h"

static gboolean
matches (const char *glob, const char *name)
{
  return vas_name_matches (glob, name, strlen (name));
}

static void
test_globs (void)
{
  g_assert_true (matches ("[heap]", "[heap]"));
  g_assert_false (matches ("[heap]", "[heap"));
  g_assert_false (matches ("[heap]", "[heap] "));
  g_assert_true (matches ("*.so", ".so"));
  g_assert_true (matches ("*.so.*", "/lib/libc.so.6"));
  g_assert_false (matches ("*.so", "/lib/libc.so.6"));
  g_assert_true (matches ("/SYSV????????", "/SYSV0052e2c1"));
  g_assert_false (matches ("/SYSV????????", "/SYSV0052e2c"));
  g_assert_true (matches ("*a*b*c", "xxaxxbxxabc"));
  g_assert_false (matches ("*a*b*c", "xxaxxbxxab"));
  g_assert_true (matches ("*", ""));
  g_assert_false (matches ("?", ""));
}

/* Bytes that are no text, and a NUL, are bytes like all others. */
static void
test_bytes (void)
{
  static const char odd[] = "/tmp/\xff\0.ttf";
  g_assert_true (vas_name_matches ("*.ttf", odd, sizeof odd - 1));
  g_assert_false (vas_name_matches ("/tmp/", odd, sizeof odd - 1));
}

/* A name made of repeats costs length times pattern, not more. */
static void
test_repeats (void)
{
  g_autofree char *name = g_strnfill (4096, 'a');
  g_assert_false (matches ("*aaaaaaaa*aaaaaaaa*aaaaaaaab", name));
}

static void
assert_role (const char *name, const char *role)
{
  const VasNamePattern *pattern = vas_name_pattern_find (name, strlen (name));
  g_test_message ("%s", name);
  g_assert_nonnull (pattern);
  g_assert_cmpstr (vas_role_get (pattern->role)->id, ==, role);
}

static void
test_table (void)
{
  g_assert_null (vas_name_pattern_find ("", 0));
  assert_role ("/usr/share/fonts/x/DejaVuSans.ttf", "font");
  assert_role ("/var/cache/fontconfig/abc-le64.cache-8", "font-cache");
  assert_role ("/usr/share/locale/de/LC_MESSAGES/gtk40.mo", "translation");
  assert_role ("/usr/lib/locale/C.utf8/LC_CTYPE", "locale");
  assert_role ("/home/x/.cache/mesa_shader_cache/index", "shader-cache");
  assert_role ("/memfd:pipewire-memfd:flags=0x0000000f,type=2,size=2312", "pipewire");
  assert_role ("/memfd:anything", "memfd");
  assert_role ("/dev/shm/sem.lock", "semaphore");
  assert_role ("/dev/nvidia-uvm", "gpu");
  assert_role ("/dev/snd/pcmC0D0p", "sound-device");
  assert_role ("anon_inode:kvm-vcpu:3", "kvm-vcpu");
  assert_role ("[anon:dalvik-main space (region space)]", "art-heap");
  assert_role ("[anon:dalvik-anything else]", "art-data");
  assert_role ("/etc/passwd", "none");
}

static void
test_products (void)
{
  static const char jvm[] = "/opt/jdk/lib/server/libjvm.so", qemu[] = "/usr/bin/qemu-system-x86_64";
  g_assert_true (vas_products_find_by_name (jvm, sizeof jvm - 1) == VAS_PRODUCT_BIT (JAVA));
  g_assert_true (vas_products_find_by_name (qemu, sizeof qemu - 1) == 0);
  g_assert_true (vas_products_find_by_program (qemu, sizeof qemu - 1) == VAS_PRODUCT_BIT (QEMU));
  g_assert_true (vas_products_find_by_name ("", 0) == 0);
  g_assert_true (vas_products_find_by_name ("/", 1) == 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-patterns/globs", test_globs);
  g_test_add_func ("/name-patterns/bytes", test_bytes);
  g_test_add_func ("/name-patterns/repeats", test_repeats);
  g_test_add_func ("/name-patterns/table", test_table);
  g_test_add_func ("/name-patterns/products", test_products);
  return g_test_run ();
}
