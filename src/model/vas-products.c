/* The products at work in a process: C libraries, allocators, runtimes and tools, by their traces.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-products.h"

#include "vas-name-patterns.h"

G_STATIC_ASSERT (VAS_N_PRODUCTS < 64);

/* A file that gives its product away wherever it is mapped. */
static const struct
{
  const char *glob;
  VasProducts products;
} FILES[] = {
  { "*/ld-musl-*", VAS_PRODUCT_BIT (MUSL) },
  { "*/linker", VAS_PRODUCT_BIT (BIONIC) },
  { "*/linker64", VAS_PRODUCT_BIT (BIONIC) },
  { "*/libjemalloc*.so*", VAS_PRODUCT_BIT (JEMALLOC) },
  { "*/libtcmalloc*.so*", VAS_PRODUCT_BIT (TCMALLOC) },
  { "*/libmimalloc*.so*", VAS_PRODUCT_BIT (MIMALLOC) },
  { "*/libmozglue.so", VAS_PRODUCT_BIT (MOZJEMALLOC) },
  { "*/libxul.so", VAS_PRODUCT_BIT (SPIDERMONKEY) | VAS_PRODUCT_BIT (MOZJEMALLOC) },
  { "*/libmozjs-*.so*", VAS_PRODUCT_BIT (SPIDERMONKEY) },
  { "*/libjvm.so", VAS_PRODUCT_BIT (JAVA) },
  { "*/libnode.so*", VAS_PRODUCT_BIT (V8) },
  { "*/libv8.so*", VAS_PRODUCT_BIT (V8) },
  { "*/libcef.so", VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { "*/libQt?WebEngineCore.so*", VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { "*/libjavascriptcoregtk-*.so*", VAS_PRODUCT_BIT (JAVASCRIPTCORE) },
  { "*/libcoreclr.so", VAS_PRODUCT_BIT (DOTNET) },
  { "*/libmonosgen-*.so*", VAS_PRODUCT_BIT (MONO) },
  { "*/libmonoboehm-*.so*", VAS_PRODUCT_BIT (MONO) },
  { "*/libluajit-*.so*", VAS_PRODUCT_BIT (LUAJIT) },
  { "*/sbcl.core", VAS_PRODUCT_BIT (SBCL) },
  { "*/libgc.so*", VAS_PRODUCT_BIT (BOEHM) },
  { "*/libruby*.so*", VAS_PRODUCT_BIT (RUBY) },
  { "*/libphp*.so*", VAS_PRODUCT_BIT (PHP) },
  { "*/libpython*.so*", VAS_PRODUCT_BIT (PYTHON) },
  { "*/ntdll.so", VAS_PRODUCT_BIT (WINE) },
  { "*/ntdll.dll", VAS_PRODUCT_BIT (WINE) },
  { "*/ntdll.dll.so", VAS_PRODUCT_BIT (WINE) },
  { "*/vgpreload_*.so", VAS_PRODUCT_BIT (VALGRIND) },
  { "*/libasan.so*", VAS_PRODUCT_BIT (ASAN) },
  { "*/libclang_rt.asan*.so", VAS_PRODUCT_BIT (ASAN) },
  { "*/libtsan.so*", VAS_PRODUCT_BIT (TSAN) },
  { "*/libclang_rt.tsan*.so", VAS_PRODUCT_BIT (TSAN) },
  { "*/liblsan.so*", VAS_PRODUCT_BIT (LSAN) },
};

/* A program's name says what it runs; anybody may call a file so, hence it counts for the executable
 * alone and the rules ask for more. */
static const struct
{
  const char *glob;
  VasProducts products;
} PROGRAMS[] = {
  { "*/node", VAS_PRODUCT_BIT (V8) },
  { "*/nodejs", VAS_PRODUCT_BIT (V8) },
  { "*/deno", VAS_PRODUCT_BIT (V8) },
  { "*/d8", VAS_PRODUCT_BIT (V8) },
  { "*/chrome", VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { "*/chromium*", VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { "*/electron*", VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { "*/msedge", VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { "*/brave", VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { "*/bun", VAS_PRODUCT_BIT (JAVASCRIPTCORE) | VAS_PRODUCT_BIT (MIMALLOC) },
  { "*/js???", VAS_PRODUCT_BIT (SPIDERMONKEY) },
  { "*/beam.smp", VAS_PRODUCT_BIT (BEAM) },
  { "*/beam", VAS_PRODUCT_BIT (BEAM) },
  { "*/ghc*", VAS_PRODUCT_BIT (GHC) },
  { "*/mono", VAS_PRODUCT_BIT (MONO) },
  { "*/mono-sgen", VAS_PRODUCT_BIT (MONO) },
  { "*/luajit*", VAS_PRODUCT_BIT (LUAJIT) },
  { "*/sbcl", VAS_PRODUCT_BIT (SBCL) },
  { "*/racket*", VAS_PRODUCT_BIT (RACKET) },
  { "*/gracket*", VAS_PRODUCT_BIT (RACKET) },
  { "*/scheme", VAS_PRODUCT_BIT (RACKET) },
  { "*/petite", VAS_PRODUCT_BIT (RACKET) },
  { "*/chez*", VAS_PRODUCT_BIT (RACKET) },
  { "*/ruby*", VAS_PRODUCT_BIT (RUBY) },
  { "*/php*", VAS_PRODUCT_BIT (PHP) },
  { "*/python*", VAS_PRODUCT_BIT (PYTHON) },
  { "*/mysqld", VAS_PRODUCT_BIT (MYSQL) },
  { "*/mariadbd", VAS_PRODUCT_BIT (MYSQL) },
  { "*/wine*-preloader", VAS_PRODUCT_BIT (WINE) },
  { "*/wine*", VAS_PRODUCT_BIT (WINE) },
  { "*/qemu-system-*", VAS_PRODUCT_BIT (QEMU) },
  { "*/qemu-kvm", VAS_PRODUCT_BIT (QEMU) },
  { "*/kvm", VAS_PRODUCT_BIT (QEMU) },
  { "*/qemu-*", VAS_PRODUCT_BIT (QEMU_USER) },
  { "*/valgrind/*-linux", VAS_PRODUCT_BIT (VALGRIND) },
};

VasProducts
vas_products_find_by_name (const char *name, gsize length)
{
  VasProducts found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++)
    if (vas_name_matches (FILES[i].glob, name, length))
      found |= FILES[i].products;
  return found;
}

VasProducts
vas_products_find_by_program (const char *name, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PROGRAMS); i++)
    if (vas_name_matches (PROGRAMS[i].glob, name, length))
      return PROGRAMS[i].products;
  return 0;
}

/* Addresses that a product asks the kernel for by name, and that nothing else has reason to want. */
static const struct
{
  guint64 start;
  guint64 least; /* bytes: the region is at least this long */
  guint perms;
  VasProducts products;
} PLACES[] = {
  /* runtime/malloc.go, mallocinit(): the arena hints of 64-bit Go begin at 0x00c0 << 32. */
  { 0xc000000000, 1 << 20, VAS_PERM_READ | VAS_PERM_WRITE, VAS_PRODUCT_BIT (GO) },
  /* compiler-rt asan_mapping.h: the low shadow of x86-64 and the gap behind it. */
  { 0x7fff7000, 1 << 20, VAS_PERM_READ | VAS_PERM_WRITE, VAS_PRODUCT_BIT (ASAN) },
  { 0x8fff7000, 1 << 30, 0, VAS_PRODUCT_BIT (ASAN) },
  /* tsan_platform.h and msan.h: what they keep closed to the program, on 48-bit x86-64. */
  { 0x8000000000, 1 << 30, 0, VAS_PRODUCT_BIT (TSAN) },
  { 0x100000000000, 1 << 30, 0, VAS_PRODUCT_BIT (MSAN) },
  /* rts/sm/MBlock.c of GHC: the address that its two-step allocator asks for first. */
  { 0x4200000000, 1 << 20, VAS_PERM_READ | VAS_PERM_WRITE, VAS_PRODUCT_BIT (GHC) },
  { 0x4200000000, 1 << 30, 0, VAS_PRODUCT_BIT (GHC) },
};

VasProducts
vas_products_find_by_place (const VasRegion *regions, gsize n_regions)
{
  VasProducts found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      gssize at = vas_regions_find (regions, n_regions, PLACES[i].start);
      if (at >= 0 && regions[at].start == PLACES[i].start && regions[at].name == 0
          && regions[at].perms == PLACES[i].perms
          && vas_region_get_size (&regions[at]) >= PLACES[i].least)
        found |= PLACES[i].products;
    }
  return found;
}
