/* Real processes of many runtimes, allocators and tools: what their own reports, debuggers or sources
 * say lies at an address (fixtures/naming/README.md), and what it was named.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "classified.h"
#include "vas-roles.h"

/**
 * Known: in fixture @fixture, the region that holds @address is a @kind and plays @role, where that
 * is not NULL.
 */
typedef struct
{
  const char *fixture;
  guint64 address;
  const char *kind;
  const char *role;
} Known;

static const Known KNOWN[] = {
  { "java-g1", 0xf0000000, "runtime-heap", "java-heap" },
  { "java-g1", 0xffe00000, "file-private", "java-cds" },
  { "java-g1", 0x7f8e03000000, "runtime-heap", "java-metaspace" },
  { "java-g1", 0x7f8e03080000, "reserved", "java-metaspace-reserve" },
  { "java-g1", 0x7f8e08000000, "runtime-heap", "java-metaspace" },
  { "java-g1", 0x7f8e65400000, "jit-code", "java-code" },
  { "java-g1", 0x7f8e65670000, "reserved", "java-code-reserve" },
  { "java-g1", 0x7f8e56000000, "runtime-heap", "java-gc" },
  { "java-g1", 0x7f8e81a00000, "runtime-heap", "java-gc" },
  { "java-g1", 0x7f8e82715000, "jit-code", "java-code-table" },
  { "java-g1", 0x7f8e842d0000, "runtime-heap", "java-polling" },
  { "java-g1", 0x7f8e64b03000, "thread-stack", NULL },
  { "java-g1", 0x7f8ddc000000, "malloc-arena", NULL },
  { "node", 0xbce2700000, "runtime-heap", "v8-heap" },
  { "node", 0x7f6d14003000, "jit-code", "v8-code" },
  { "node", 0x7f6d33fd2000, "reserved", "v8-reserve" },
  { "node", 0x7f6db4000000, "runtime-heap", "wasm-memory" },
  { "node", 0x7f6db4100000, "reserved", "v8-reserve" },
  { "chromium-renderer", 0x5643a2dc0000, "jit-code", "v8-code" },
  { "chromium-renderer", 0x20cf00000000, "reserved", "v8-cage-reserve" },
  { "firefox", 0x1216b600000, "runtime-heap", "spidermonkey-heap" },
  { "firefox", 0x20e169ea5000, "jit-code", "spidermonkey-code" },
  { "firefox", 0x7f1d85900000, "allocator-pool", "mozjemalloc" },
  { "firefox", 0x7f1d85902000, "guard", "mozjemalloc-guard" },
  { "firefox", 0x7f1d864c0000, "thread-stack", NULL },
  { "gjs", 0x204f5700000, "runtime-heap", "spidermonkey-heap" },
  { "gjs", 0x30b12e3d9000, "jit-code", "spidermonkey-code" },
  { "go", 0xc000000000, "runtime-heap", "go-heap" },
  { "go", 0xc002400000, "reserved", "go-heap-reserve" },
  { "go", 0x7f1f13c07000, "reserved", "go-table-reserve" },
  { "go", 0x7f1f24180000, "runtime-heap", "go-table" },
  { "go", 0x7f1ef4000000, "malloc-arena", NULL },
  { "luajit", 0x7f0c4b2ab000, "runtime-heap", "lua-heap" },
  { "luajit", 0x5581f8e60000, "jit-code", "lua-code" },
  { "sbcl", 0x50008000, "runtime-heap", "lisp-static" },
  { "sbcl", 0x1001330000, "runtime-heap", "lisp-heap" },
  { "sbcl", 0x50000000, "file-private", "lisp-core" },
  { "sbcl", 0x7f6222dc0000, "thread-stack", "lisp-thread" },
  { "ruby", 0x7f5dcf754000, "runtime-heap", "ruby-heap" },
  { "ruby", 0x7f5dcc311000, "coroutine-stack", "ruby-fiber" },
  { "ruby", 0x7f5dca9ae000, "anonymous", NULL },
  { "python", 0x7f0383200000, "runtime-heap", "python-arena" },
  { "python", 0x7f03851fc000, "jit-code", NULL },
  { "redis-jemalloc", 0x7feccdc00000, "allocator-pool", "jemalloc" },
  { "redis-jemalloc", 0x7feccf400000, "thread-stack", NULL },
  { "tcmalloc", 0x7fe579500000, "runtime-heap", "python-arena" },
  { "mimalloc", 0x28974000000, "allocator-pool", "mimalloc" },
  { "mimalloc", 0x28984600000, "reserved", "mimalloc-reserve" },
  { "php", 0x7f307be00000, "runtime-heap", "php-heap" },
  { "racket", 0x4003a000, "runtime-heap", "scheme-heap" },
  { "racket", 0x402d4000, "runtime-heap", "scheme-heap" },
  { "guile", 0x7f1a46549000, "runtime-heap", "boehm-heap" },
  { "guile", 0x7f1a49a5d000, "thread-stack", NULL },
  { "erlang", 0x7f6bcec00000, "runtime-heap", "beam-carrier" },
  { "erlang", 0x7f6c199ff000, "jit-code", "beam-code" },
  { "erlang", 0x7f6c1a1ff000, "jit-code", "beam-code" },
  { "erlang", 0x7f6c1c310000, "reserved", "beam-reserve" },
  { "mono", 0x411d3000, "jit-code", "mono-code" },
  { "mono", 0x7f91441c0000, "runtime-heap", "mono-heap" },
  { "ghc", 0x4200000000, "runtime-heap", "haskell-heap" },
  { "ghc", 0x4200200000, "reserved", "haskell-reserve" },
  { "mariadb", 0x7f3994400000, "runtime-heap", "innodb-pool" },
  { "qemu", 0x7efdd4800000, "runtime-heap", "qemu-guest" },
  { "qemu", 0x7efdd5800000, "guard", "qemu-guard" },
  { "qemu", 0x7efddd000000, "jit-code", "qemu-code" },
  { "qemu", 0x7efde42ff000, "coroutine-stack", "qemu-coroutine" },
  { "valgrind", 0x1002001000, "tool-memory", "valgrind" },
  { "valgrind", 0x4a49000, "allocator-pool", "valgrind-client-heap" },
  { "valgrind", 0x1ffeffe000, "main-stack", "valgrind-client-stack" },
  { "valgrind", 0x4835000, "anonymous", NULL },
  { "asan", 0x7fff7000, "tool-memory", "asan-shadow" },
  { "asan", 0x8fff7000, "reserved", "asan-gap" },
  { "asan", 0x2008fff7000, "tool-memory", "asan-shadow" },
  { "asan", 0x602000000000, "allocator-pool", "sanitizer-heap" },
  { "asan", 0x600000000000, "reserved", "sanitizer-heap-reserve" },
  { "tsan", 0x10000000000, "tool-memory", "tsan-shadow" },
  { "tsan", 0x300000000000, "tool-memory", "tsan-meta" },
  { "tsan", 0x7b0400000000, "allocator-pool", "sanitizer-heap" },
  { "msan", 0x10000000000, "tool-memory", "msan-shadow" },
  { "msan", 0x100000000000, "reserved", "msan-gap" },
  { "wine", 0x140001000, "library-code", "wine-code" },
  { "wine", 0x241b91000, "library-code", "wine-code" },
  { "wine", 0x22000, "anonymous", "wine-memory" },
  { "wine", 0x370000, "reserved", "wine-reserve" },
  { "wine", 0x7ffe0000, "shared-memory", "wine-shared-data" },
  { "musl", 0x7fd1c28ee000, "thread-stack", NULL },
  { "rust", 0x7fa00b3c8000, "signal-stack", NULL },
  { "rust", 0x7fa00b3cb000, "thread-stack", NULL },
};

static Classified *
load (const char *fixture)
{
  g_autofree char *name = g_strconcat (fixture, ".smaps", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), "naming", name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return classified_new (text, length, NULL);
}

static void
test_fixture (gconstpointer fixture)
{
  g_autoptr (Classified) classified = load (fixture);
  for (gsize k = 0; k < G_N_ELEMENTS (KNOWN); k++)
    {
      const Known *known = &KNOWN[k];
      if (!g_str_equal (known->fixture, fixture))
        continue;
      const VasVerdict *verdict = classified_get_verdict (classified, known->address);
      g_test_message ("%s %" G_GINT64_MODIFIER "x: %s", known->fixture, known->address,
                      vas_strings_get (classified->reading->strings, verdict->evidence, NULL));
      g_assert_cmpstr (vas_kind_get_id (verdict->kind), ==, known->kind);
      if (known->role != NULL)
        g_assert_cmpstr (vas_role_get (verdict->role)->id, ==, known->role);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize k = 0; k < G_N_ELEMENTS (KNOWN); k++)
    {
      if (k > 0 && g_str_equal (KNOWN[k].fixture, KNOWN[k - 1].fixture))
        continue;
      g_autofree char *path = g_strconcat ("/classify-products/", KNOWN[k].fixture, NULL);
      g_test_add_data_func (path, KNOWN[k].fixture, test_fixture);
    }
  return g_test_run ();
}
