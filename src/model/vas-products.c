/* The products at work in a process: C libraries, allocators, runtimes and tools, by their traces.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-products.h"

#include <string.h>

#include "vas-name-patterns.h"

G_STATIC_ASSERT (VAS_N_PRODUCTS < 64);

/* A file that gives its product away wherever it is mapped; by the last part of its path. */
static const struct
{
  const char *glob;
  gsize length;
  VasProducts products;
} FILES[] = {
  { VAS_GLOB ("ld-musl-*"), VAS_PRODUCT_BIT (MUSL) },
  { VAS_GLOB ("libc.so"), VAS_PRODUCT_BIT (MUSL) }, /* bionic's, too; glibc's is libc.so.6 */
  { VAS_GLOB ("linker"), VAS_PRODUCT_BIT (BIONIC) },
  { VAS_GLOB ("linker64"), VAS_PRODUCT_BIT (BIONIC) },
  { VAS_GLOB ("libjemalloc*.so*"), VAS_PRODUCT_BIT (JEMALLOC) },
  { VAS_GLOB ("libtcmalloc*.so*"), VAS_PRODUCT_BIT (TCMALLOC) },
  { VAS_GLOB ("libmimalloc*.so*"), VAS_PRODUCT_BIT (MIMALLOC) },
  { VAS_GLOB ("libmozglue.so"), VAS_PRODUCT_BIT (MOZJEMALLOC) },
  { VAS_GLOB ("libxul.so"), VAS_PRODUCT_BIT (SPIDERMONKEY) | VAS_PRODUCT_BIT (MOZJEMALLOC) },
  { VAS_GLOB ("libmozjs-*.so*"), VAS_PRODUCT_BIT (SPIDERMONKEY) },
  { VAS_GLOB ("libjvm.so"), VAS_PRODUCT_BIT (JAVA) },
  { VAS_GLOB ("libnode.so*"), VAS_PRODUCT_BIT (V8) },
  { VAS_GLOB ("libv8.so*"), VAS_PRODUCT_BIT (V8) },
  { VAS_GLOB ("libcef.so"), VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { VAS_GLOB ("libQt?WebEngineCore.so*"), VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { VAS_GLOB ("libjavascriptcoregtk-*.so*"), VAS_PRODUCT_BIT (JAVASCRIPTCORE) },
  { VAS_GLOB ("libcoreclr.so"), VAS_PRODUCT_BIT (DOTNET) },
  { VAS_GLOB ("libmonosgen-*.so*"), VAS_PRODUCT_BIT (MONO) },
  { VAS_GLOB ("libmonoboehm-*.so*"), VAS_PRODUCT_BIT (MONO) },
  { VAS_GLOB ("libluajit-*.so*"), VAS_PRODUCT_BIT (LUAJIT) },
  { VAS_GLOB ("sbcl.core"), VAS_PRODUCT_BIT (SBCL) },
  { VAS_GLOB ("libgc.so*"), VAS_PRODUCT_BIT (BOEHM) },
  { VAS_GLOB ("libruby*.so*"), VAS_PRODUCT_BIT (RUBY) },
  { VAS_GLOB ("libphp*.so*"), VAS_PRODUCT_BIT (PHP) },
  { VAS_GLOB ("libpython*.so*"), VAS_PRODUCT_BIT (PYTHON) },
  { VAS_GLOB ("ntdll.so"), VAS_PRODUCT_BIT (WINE) },
  { VAS_GLOB ("ntdll.dll"), VAS_PRODUCT_BIT (WINE) },
  { VAS_GLOB ("ntdll.dll.so"), VAS_PRODUCT_BIT (WINE) },
  { VAS_GLOB ("vgpreload_*.so"), VAS_PRODUCT_BIT (VALGRIND) },
  { VAS_GLOB ("libasan.so*"), VAS_PRODUCT_BIT (ASAN) },
  { VAS_GLOB ("libclang_rt.asan*.so"), VAS_PRODUCT_BIT (ASAN) },
  { VAS_GLOB ("libtsan.so*"), VAS_PRODUCT_BIT (TSAN) },
  { VAS_GLOB ("libclang_rt.tsan*.so"), VAS_PRODUCT_BIT (TSAN) },
  { VAS_GLOB ("liblsan.so*"), VAS_PRODUCT_BIT (LSAN) },
};

/* A program's name says what it runs; anybody may call a file so, hence it counts for the
 * executable alone and the rules ask for more. */
static const struct
{
  const char *glob;
  gsize length;
  VasProducts products;
} PROGRAMS[] = {
  { VAS_GLOB ("*/node"), VAS_PRODUCT_BIT (V8) },
  { VAS_GLOB ("*/nodejs"), VAS_PRODUCT_BIT (V8) },
  { VAS_GLOB ("*/deno"), VAS_PRODUCT_BIT (V8) },
  { VAS_GLOB ("*/d8"), VAS_PRODUCT_BIT (V8) },
  { VAS_GLOB ("*/chrome"), VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { VAS_GLOB ("*/chromium*"), VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { VAS_GLOB ("*/electron*"), VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { VAS_GLOB ("*/msedge"), VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { VAS_GLOB ("*/brave"), VAS_PRODUCT_BIT (V8) | VAS_PRODUCT_BIT (CHROMIUM) },
  { VAS_GLOB ("*/bun"), VAS_PRODUCT_BIT (JAVASCRIPTCORE) | VAS_PRODUCT_BIT (MIMALLOC) },
  { VAS_GLOB ("*/js???"), VAS_PRODUCT_BIT (SPIDERMONKEY) },
  { VAS_GLOB ("*/beam.smp"), VAS_PRODUCT_BIT (BEAM) },
  { VAS_GLOB ("*/beam"), VAS_PRODUCT_BIT (BEAM) },
  { VAS_GLOB ("*/ghc*"), VAS_PRODUCT_BIT (GHC) },
  { VAS_GLOB ("*/mono"), VAS_PRODUCT_BIT (MONO) },
  { VAS_GLOB ("*/mono-sgen"), VAS_PRODUCT_BIT (MONO) },
  { VAS_GLOB ("*/luajit*"), VAS_PRODUCT_BIT (LUAJIT) },
  { VAS_GLOB ("*/sbcl"), VAS_PRODUCT_BIT (SBCL) },
  { VAS_GLOB ("*/racket*"), VAS_PRODUCT_BIT (RACKET) },
  { VAS_GLOB ("*/gracket*"), VAS_PRODUCT_BIT (RACKET) },
  { VAS_GLOB ("*/scheme"), VAS_PRODUCT_BIT (RACKET) },
  { VAS_GLOB ("*/petite"), VAS_PRODUCT_BIT (RACKET) },
  { VAS_GLOB ("*/chez*"), VAS_PRODUCT_BIT (RACKET) },
  { VAS_GLOB ("*/ruby*"), VAS_PRODUCT_BIT (RUBY) },
  { VAS_GLOB ("*/php*"), VAS_PRODUCT_BIT (PHP) },
  { VAS_GLOB ("*/python*"), VAS_PRODUCT_BIT (PYTHON) },
  { VAS_GLOB ("*/mysqld"), VAS_PRODUCT_BIT (MYSQL) },
  { VAS_GLOB ("*/mariadbd"), VAS_PRODUCT_BIT (MYSQL) },
  { VAS_GLOB ("*/wine*-preloader"), VAS_PRODUCT_BIT (WINE) },
  { VAS_GLOB ("*/wine*"), VAS_PRODUCT_BIT (WINE) },
  { VAS_GLOB ("*/qemu-system-*"), VAS_PRODUCT_BIT (QEMU) },
  { VAS_GLOB ("*/qemu-kvm"), VAS_PRODUCT_BIT (QEMU) },
  { VAS_GLOB ("*/kvm"), VAS_PRODUCT_BIT (QEMU) },
  { VAS_GLOB ("*/qemu-*"), VAS_PRODUCT_BIT (QEMU_USER) },
  { VAS_GLOB ("*/valgrind/*-linux"), VAS_PRODUCT_BIT (VALGRIND) },
};

VasProducts
vas_products_find_by_name (const char *name, gsize length)
{
  const char *slash = memrchr (name, '/', length);
  if (slash != NULL)
    {
      length -= slash + 1 - name;
      name = slash + 1;
    }
  if (length == 0)
    return 0;
  VasProducts found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++)
    if (vas_name_may_match (FILES[i].glob, FILES[i].length, name, length)
        && vas_name_matches (FILES[i].glob, name, length))
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

/* Addresses that a product asks the kernel for by name, and that nothing else has reason to
 * want. */
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
vas_products_find_by_place (const VasReading *reading)
{
  VasProducts found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      gssize at = vas_regions_find (reading->regions, reading->n_regions, PLACES[i].start);
      const VasRegion *region = at >= 0 ? &reading->regions[at] : NULL;
      if (region != NULL && region->start == PLACES[i].start
          && vas_reading_get_name_id (reading, region) == 0 && region->perms == PLACES[i].perms
          && vas_region_get_size (region) >= PLACES[i].least)
        found |= PLACES[i].products;
    }
  return found;
}
