/* The table of shapes: by which sizes, flags and neighbours a product's memory is known.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-shapes.h"

#include <glib/gi18n-lib.h>

#define P(product) VAS_PRODUCT_BIT (product)
#define SANITIZERS (P (ASAN) | P (TSAN) | P (MSAN) | P (LSAN))
#define RW (VAS_PERM_READ | VAS_PERM_WRITE)
#define KiB(n) ((guint64) (n) << 10)
#define MiB(n) ((guint64) (n) << 20)
#define GiB(n) ((guint64) (n) << 30)

/* Below the program and the libraries of a position-independent process, where only those who ask
 * for an address of their own get one. */
#define OWN_PLACES G_GUINT64_CONSTANT (0x550000000000)

/* Stacks, pages that hold no memory of malloc: flags that the memory of managed heaps never has. */
#define OTHERS (VAS_VM_NR | VAS_VM_NH | VAS_VM_DC | VAS_VM_GD | VAS_VM_DP)

#define LIKELY VAS_CONFIDENCE_LIKELY
#define GUESS VAS_CONFIDENCE_GUESS

const VasShape vas_shapes[] = {
  /* V8 marks all it maps as not to be copied by fork (src/base/platform/platform-posix.cc).
     Objects lie on pages of 256 KiB; WebAssembly memory has gigabytes of no access above it, so
     that an index out of bounds needs no check. */
  { .products = P (V8), .when = VAS_WHEN_DATA, .flags = VAS_VM_DC | VAS_VM_NR,
    .reserve_above = GiB (1), .fence_below = TRUE, .kind = VAS_KIND_RUNTIME_HEAP,
    .role = VAS_ROLE_WASM_MEMORY, .confidence = LIKELY,
    .evidence = N_ ("V8 runs here; flags \"dc\" and \"nr\", and gigabytes without access lie around "
                    "it.") },
  { .products = P (V8), .when = VAS_WHEN_DATA, .flags = VAS_VM_DC | VAS_VM_NR,
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_V8_HEAP, .confidence = LIKELY,
    .evidence = N_ ("V8 runs here, and it alone sets the flags \"dc\" and \"nr\" together.") },
  { .products = P (V8), .when = VAS_WHEN_CODE, .kind = VAS_KIND_JIT_CODE, .role = VAS_ROLE_V8_CODE,
    .confidence = LIKELY,
    .evidence = N_ ("V8 runs here; it may be run as code, but comes from no file.") },
  { .products = P (V8), .when = VAS_WHEN_NO_ACCESS, .flags = VAS_VM_DC | VAS_VM_NR,
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_V8_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("V8 runs here; no access, flags \"dc\" and \"nr\".") },
  { .products = P (V8), .when = VAS_WHEN_DATA, .blind = TRUE, .align = KiB (256),
    .least = KiB (192), .below = OWN_PLACES, .kind = VAS_KIND_RUNTIME_HEAP,
    .role = VAS_ROLE_V8_HEAP, .confidence = GUESS,
    .evidence = N_ ("V8 runs here, and it starts on a multiple of 256 KiB, far from libraries.") },

  /* Chromium: the allocator of V8's sandbox does not set "dc"; PartitionAlloc counts its pages. */
  { .products = P (CHROMIUM), .when = VAS_WHEN_DATA, .flags = VAS_VM_NR, .below = OWN_PLACES,
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_V8_CAGE, .confidence = LIKELY,
    .evidence = N_ ("Chromium's V8 runs here; it lies far from libraries, flag \"nr\".") },
  { .products = P (CHROMIUM), .when = VAS_WHEN_NO_ACCESS, .flags = VAS_VM_NR, .below = OWN_PLACES,
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_V8_CAGE_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("Chromium's V8 runs here; no access, far from libraries, flag \"nr\".") },
  { .products = P (CHROMIUM), .when = VAS_WHEN_DATA, .below = OWN_PLACES, .no_flags = OTHERS,
    .least = KiB (4), .kind = VAS_KIND_ALLOCATOR_POOL, .role = VAS_ROLE_PARTITION_ALLOC,
    .confidence = LIKELY,
    .evidence = N_ ("Chromium runs here; it lies far from libraries, among the pools of Chromium's "
                    "own allocator.") },
  { .products = P (CHROMIUM), .when = VAS_WHEN_NO_ACCESS, .above = GiB (4), .below = OWN_PLACES,
    .no_flags = OTHERS,
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_PARTITION_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("Chromium runs here; no access, among the pools of Chromium's own "
                    "allocator.") },
  { .products = P (CHROMIUM), .when = VAS_WHEN_DATA, .flags = VAS_VM_NR, .unit = KiB (64),
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_V8_TABLE, .confidence = LIKELY,
    .evidence = N_ ("Chromium's V8 runs here; pieces of 64 KiB, flag \"nr\".") },
  { .products = P (CHROMIUM), .when = VAS_WHEN_NO_ACCESS, .flags = VAS_VM_NR, .least = MiB (1),
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_V8_TABLE_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("Chromium's V8 runs here; no access, at least 1 MiB, flag \"nr\".") },

  /* SpiderMonkey: js/src/gc/Memory.cpp: chunks of 1 MiB at random addresses; code in one
     reservation of 2 GiB (js/src/jit/ProcessExecutableMemory.cpp). */
  { .products = P (SPIDERMONKEY), .when = VAS_WHEN_DATA, .align = MiB (1), .unit = MiB (1),
    .below = OWN_PLACES, .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_SPIDERMONKEY_HEAP,
    .confidence = LIKELY,
    .evidence = N_ ("SpiderMonkey runs here; whole MiB on a MiB boundary, far from libraries.") },
  { .products = P (SPIDERMONKEY), .when = VAS_WHEN_CODE, .below = OWN_PLACES,
    .kind = VAS_KIND_JIT_CODE, .role = VAS_ROLE_SPIDERMONKEY_CODE, .confidence = LIKELY,
    .evidence = N_ ("SpiderMonkey runs here; it may be run as code, far from libraries.") },
  { .products = P (SPIDERMONKEY), .when = VAS_WHEN_NO_ACCESS, .below = OWN_PLACES,
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_SPIDERMONKEY_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("SpiderMonkey runs here; no access, among its code or its chunks.") },

  /* mozjemalloc: memory/build/mozjemalloc.cpp: chunks of 1 MiB: a head of two pages, a guard page,
     253 pages of blocks less one, a guard page. */
  { .products = P (MOZJEMALLOC), .when = VAS_WHEN_DATA, .align = MiB (1), .no_flags = OTHERS,
    .kind = VAS_KIND_ALLOCATOR_POOL, .role = VAS_ROLE_MOZJEMALLOC, .confidence = LIKELY,
    .evidence = N_ ("Firefox's allocator is linked in, and its chunks start on MiB boundaries.") },
  { .products = P (MOZJEMALLOC), .when = VAS_WHEN_DATA, .fence_below = TRUE, .flags = VAS_VM_AC,
    .no_flags = OTHERS,
    .kind = VAS_KIND_ALLOCATOR_POOL, .role = VAS_ROLE_MOZJEMALLOC, .confidence = LIKELY,
    .evidence = N_ ("Firefox's allocator is linked in, and puts a page without access in front of "
                    "the blocks of a chunk.") },
  { .products = P (MOZJEMALLOC), .when = VAS_WHEN_NO_ACCESS, .no_flags = OTHERS,
    .follows = VAS_ROLE_MOZJEMALLOC, .kind = VAS_KIND_GUARD, .role = VAS_ROLE_MOZJEMALLOC_GUARD,
    .confidence = LIKELY,
    .evidence = N_ ("No access, right behind a piece of a chunk of Firefox's allocator.") },

  /* JavaScriptCore: Source/bmalloc: Gigacages and structure heap, reserved in gigabytes. */
  { .products = P (JAVASCRIPTCORE), .when = VAS_WHEN_CODE, .kind = VAS_KIND_JIT_CODE,
    .role = VAS_ROLE_JSC_CODE, .confidence = LIKELY,
    .evidence = N_ ("JavaScriptCore runs here; it may be run as code, but comes from no file.") },
  { .products = P (JAVASCRIPTCORE), .when = VAS_WHEN_NO_ACCESS, .least = GiB (1),
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_JSC_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("JavaScriptCore runs here; no access, a GiB or more.") },
  { .products = P (JAVASCRIPTCORE), .when = VAS_WHEN_DATA, .follows = VAS_ROLE_JSC_RESERVE,
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_JSC_HEAP, .confidence = LIKELY,
    .evidence = N_ ("JavaScriptCore runs here; it lies right behind a reservation of a GiB or "
                    "more.") },
  { .products = P (JAVASCRIPTCORE), .when = VAS_WHEN_DATA, .reserve_above = GiB (1),
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_JSC_HEAP, .confidence = LIKELY,
    .evidence = N_ ("JavaScriptCore runs here; a reservation of a GiB or more lies right behind "
                    "it.") },

  /* HotSpot reserves with MAP_NORESERVE and commits without: src/hotspot/os/linux/os_linux.cpp.
     Metaspace: src/hotspot/share/memory/metaspace: nodes of root chunks of 4 MiB, committed in
     granules of 64 KiB. The polling page is the one page that may only be read. */
  { .products = P (JAVA), .when = VAS_WHEN_CODE, .kind = VAS_KIND_JIT_CODE,
    .role = VAS_ROLE_JAVA_CODE, .confidence = LIKELY,
    .evidence = N_ ("libjvm is loaded; it may be run as code, but comes from no file.") },
  { .products = P (JAVA), .when = VAS_WHEN_NO_ACCESS, .follows = VAS_ROLE_JAVA_CODE,
    .no_flags = VAS_VM_NH, .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_JAVA_CODE_RESERVE,
    .confidence = LIKELY,
    .evidence = N_ ("No access, right behind code that Java made at run time.") },
  { .products = P (JAVA), .when = VAS_WHEN_DATA, .perms = RW, .align = MiB (4), .unit = KiB (64),
    .flags = VAS_VM_AC, .no_flags = OTHERS, .reserve_above = KiB (64),
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_JAVA_METASPACE, .confidence = LIKELY,
    .evidence = N_ ("libjvm is loaded; granules of 64 KiB from a 4 MiB boundary on, with reserved "
                    "addresses behind: the make of metaspace.") },
  { .products = P (JAVA), .when = VAS_WHEN_DATA, .perms = RW, .align = MiB (4), .unit = KiB (64),
    .flags = VAS_VM_AC, .no_flags = OTHERS, .follows = VAS_ROLE_JAVA_RESERVE,
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_JAVA_METASPACE, .confidence = LIKELY,
    .evidence = N_ ("libjvm is loaded; granules of 64 KiB from a 4 MiB boundary on, right behind "
                    "reserved addresses: the make of metaspace.") },
  { .products = P (JAVA), .when = VAS_WHEN_DATA, .perms = RW, .unit = KiB (64),
    .follows = VAS_ROLE_JAVA_METASPACE, .kind = VAS_KIND_RUNTIME_HEAP,
    .role = VAS_ROLE_JAVA_METASPACE, .confidence = LIKELY,
    .evidence = N_ ("Granules of 64 KiB right behind a piece of metaspace.") },
  { .products = P (JAVA), .when = VAS_WHEN_DATA, .perms = RW, .unit = KiB (64),
    .follows = VAS_ROLE_JAVA_METASPACE_RESERVE, .kind = VAS_KIND_RUNTIME_HEAP,
    .role = VAS_ROLE_JAVA_METASPACE, .confidence = LIKELY,
    .evidence = N_ ("Granules of 64 KiB in the middle of addresses reserved for metaspace.") },
  { .products = P (JAVA), .when = VAS_WHEN_NO_ACCESS, .follows = VAS_ROLE_JAVA_METASPACE,
    .no_flags = VAS_VM_NH, .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_JAVA_METASPACE_RESERVE,
    .confidence = LIKELY,
    .evidence = N_ ("No access, right behind a piece of metaspace.") },
  { .products = P (JAVA), .when = VAS_WHEN_DATA, .perms = VAS_PERM_READ, .most = KiB (4),
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_JAVA_POLLING, .confidence = LIKELY,
    .evidence = N_ ("libjvm is loaded, and this is a single page that may only be read.") },
  { .products = P (JAVA), .when = VAS_WHEN_NO_ACCESS, .flags = VAS_VM_NR, .least = KiB (8),
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_JAVA_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("libjvm is loaded; no access, flag \"nr\": Java reserves in this way what it may "
                    "use later.") },

  /* Go: runtime/mpagealloc.go: summaries of the whole address space, reserved without a flag. */
  { .products = P (GO), .when = VAS_WHEN_NO_ACCESS, .no_flags = OTHERS, .least = KiB (64),
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_GO_TABLE_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("A Go program; no access, and no flag that another user of addresses sets.") },
  { .products = P (GO), .when = VAS_WHEN_DATA, .perms = RW, .no_flags = OTHERS,
    .follows = VAS_ROLE_GO_TABLE_RESERVE, .kind = VAS_KIND_RUNTIME_HEAP,
    .role = VAS_ROLE_GO_TABLE, .confidence = LIKELY,
    .evidence = N_ ("A Go program, and it lies in the middle of addresses that Go reserved.") },
  { .products = P (GO), .when = VAS_WHEN_DATA, .perms = RW, .no_flags = OTHERS, .least = KiB (256),
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_GO_TABLE, .confidence = LIKELY,
    .evidence = N_ ("A Go program, whose runtime maps all memory itself; 256 KiB or more, outside "
                    "the heap.") },

  /* CPython: Objects/obmalloc.c: arenas of 1 MiB since 3.10, 256 KiB before, which the kernel
     merges. */
  { .products = P (PYTHON), .when = VAS_WHEN_DATA, .perms = RW, .unit = KiB (256),
    .least = KiB (256), .no_flags = OTHERS, .kind = VAS_KIND_RUNTIME_HEAP,
    .role = VAS_ROLE_PYTHON_ARENA, .confidence = LIKELY,
    .evidence = N_ ("Python runs here, and the size is a multiple of 256 KiB, as its arenas are.") },

  /* Ruby: gc.c: heap pages of 16 KiB (64 KiB since 3.2), each on a boundary of its size. */
  { .products = P (RUBY), .when = VAS_WHEN_DATA, .perms = RW, .align = KiB (16), .unit = KiB (16),
    .no_flags = OTHERS, .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_RUBY_HEAP,
    .confidence = LIKELY,
    .evidence = N_ ("Ruby runs here; start and size are multiples of 16 KiB, as its heap pages "
                    "are.") },

  /* PHP: Zend/zend_alloc.c: chunks of 2 MiB on a boundary of their size, and huge blocks on one. */
  { .products = P (PHP), .when = VAS_WHEN_DATA, .perms = RW, .align = MiB (2), .least = MiB (2),
    .no_flags = OTHERS, .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_PHP_HEAP,
    .confidence = LIKELY,
    .evidence = N_ ("PHP runs here, and it starts on a 2 MiB boundary, as PHP's chunks do.") },

  /* LuaJIT: src/lj_alloc.c: its own malloc, in segments of 128 KiB and more. */
  { .products = P (LUAJIT), .when = VAS_WHEN_DATA, .perms = RW, .least = KiB (128),
    .no_flags = OTHERS, .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_LUA_HEAP,
    .confidence = LIKELY,
    .evidence = N_ ("LuaJIT runs here, which maps its memory itself in pieces of 128 KiB or "
                    "more.") },
  { .products = P (LUAJIT), .when = VAS_WHEN_CODE, .kind = VAS_KIND_JIT_CODE,
    .role = VAS_ROLE_LUA_CODE, .confidence = LIKELY,
    .evidence = N_ ("LuaJIT runs here; it may be run as code, but comes from no file.") },

  /* Erlang: erts/emulator/beam/erl_mseg.c: carriers in multiples of 256 KiB. */
  { .products = P (BEAM), .when = VAS_WHEN_DATA, .perms = RW, .unit = KiB (256),
    .least = KiB (256), .no_flags = OTHERS, .kind = VAS_KIND_RUNTIME_HEAP,
    .role = VAS_ROLE_BEAM_CARRIER, .confidence = LIKELY,
    .evidence = N_ ("Erlang runs here, and the size is a multiple of 256 KiB, as its carriers "
                    "are.") },
  { .products = P (BEAM), .when = VAS_WHEN_NO_ACCESS, .least = MiB (512), .kind = VAS_KIND_RESERVED,
    .role = VAS_ROLE_BEAM_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("Erlang runs here, and reserves a GiB for literals.") },

  /* Boehm's collector: os_dep.c, GC_unix_get_mem(): whole mappings, 64 KiB at least. */
  { .products = P (BOEHM), .when = VAS_WHEN_DATA, .perms = RW, .least = KiB (64),
    .no_flags = OTHERS, .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_BOEHM_HEAP,
    .confidence = LIKELY,
    .evidence = N_ ("libgc is loaded, which maps the program's heap itself in pieces of 64 KiB or "
                    "more.") },

  /* Mono: mono/sgen/sgen-conf.h, mono/utils/mono-codeman.c. */
  { .products = P (MONO), .when = VAS_WHEN_CODE, .kind = VAS_KIND_JIT_CODE,
    .role = VAS_ROLE_MONO_CODE, .confidence = LIKELY,
    .evidence = N_ ("Mono runs here; it may be run as code, but comes from no file.") },
  { .products = P (MONO), .when = VAS_WHEN_DATA, .perms = RW, .align = KiB (16), .unit = KiB (16),
    .least = KiB (64), .no_flags = OTHERS, .kind = VAS_KIND_RUNTIME_HEAP,
    .role = VAS_ROLE_MONO_HEAP, .confidence = LIKELY,
    .evidence = N_ ("Mono runs here; start and size are multiples of 16 KiB, as the blocks of its "
                    "collector are.") },

  /* .NET: src/coreclr/gc/gc.cpp: one reservation, 256 GiB unless limited, committed in pieces. */
  { .products = P (DOTNET), .when = VAS_WHEN_CODE, .kind = VAS_KIND_JIT_CODE,
    .role = VAS_ROLE_DOTNET_CODE, .confidence = LIKELY,
    .evidence = N_ (".NET runs here; it may be run as code, but comes from no file.") },
  { .products = P (DOTNET), .when = VAS_WHEN_NO_ACCESS, .least = GiB (1), .kind = VAS_KIND_RESERVED,
    .role = VAS_ROLE_DOTNET_RESERVE, .confidence = LIKELY,
    .evidence = N_ (".NET runs here; no access, a GiB or more.") },
  { .products = P (DOTNET), .when = VAS_WHEN_DATA, .reserve_above = MiB (1), .align = KiB (64),
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_DOTNET_HEAP, .confidence = LIKELY,
    .evidence = N_ (".NET runs here, and reserved addresses follow, as in its heap.") },

  /* SBCL: src/runtime/thread.c: a block for each thread with its three stacks, all executable. */
  { .products = P (SBCL), .when = VAS_WHEN_MEMORY, .flags = VAS_VM_NR, .least = KiB (32),
    .kind = VAS_KIND_THREAD_STACK, .role = VAS_ROLE_LISP_THREAD, .confidence = LIKELY,
    .evidence = N_ ("SBCL runs here, and maps a block with flag \"nr\" for the stacks of each "
                    "thread.") },

  /* InnoDB: storage/innobase/buf: the pool is kept out of core dumps. */
  { .products = P (MYSQL), .when = VAS_WHEN_DATA, .flags = VAS_VM_DD, .least = MiB (1),
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_INNODB_POOL, .confidence = LIKELY,
    .evidence = N_ ("MariaDB or MySQL runs here; a MiB or more that is kept out of core dumps.") },
  { .products = P (MYSQL), .when = VAS_WHEN_NO_ACCESS, .follows = VAS_ROLE_INNODB_POOL,
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_INNODB_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("No access, right behind the cache of InnoDB.") },

  /* QEMU: softmmu/physmem.c: guest memory is not copied by fork and wants huge pages. */
  { .products = P (QEMU), .when = VAS_WHEN_DATA, .flags = VAS_VM_DC | VAS_VM_HG,
    .kind = VAS_KIND_RUNTIME_HEAP, .role = VAS_ROLE_QEMU_GUEST, .confidence = LIKELY,
    .evidence = N_ ("QEMU runs here, and gives the flags \"dc\" and \"hg\" to the memory of its "
                    "guest.") },
  { .products = P (QEMU), .when = VAS_WHEN_NO_ACCESS, .follows = VAS_ROLE_QEMU_GUEST,
    .most = KiB (64), .kind = VAS_KIND_GUARD, .role = VAS_ROLE_QEMU_GUARD, .confidence = LIKELY,
    .evidence = N_ ("No access, right behind a piece of the guest's memory.") },
  { .products = P (QEMU), .when = VAS_WHEN_DATA, .fence_below = TRUE, .least = MiB (1),
    .most = MiB (1), .no_flags = OTHERS, .kind = VAS_KIND_COROUTINE_STACK,
    .role = VAS_ROLE_QEMU_COROUTINE, .confidence = LIKELY,
    .evidence = N_ ("QEMU runs here; a MiB above a fence, as it maps for each coroutine.") },
  { .products = P (QEMU), .when = VAS_WHEN_CODE, .kind = VAS_KIND_JIT_CODE,
    .role = VAS_ROLE_QEMU_CODE, .confidence = LIKELY,
    .evidence = N_ ("QEMU runs here; it may be run as code, but comes from no file.") },

  /* valgrind maps all that is its own with all rights, the blocks of its client's heap too. */
  { .products = P (VALGRIND), .when = VAS_WHEN_CODE, .least = MiB (1),
    .kind = VAS_KIND_ALLOCATOR_POOL, .role = VAS_ROLE_VALGRIND_CLIENT_HEAP, .confidence = LIKELY,
    .evidence = N_ ("valgrind runs here; all rights, a MiB or more, outside valgrind's own "
                    "addresses.") },
  { .products = P (VALGRIND), .when = VAS_WHEN_CODE, .kind = VAS_KIND_ANONYMOUS,
    .role = VAS_ROLE_VALGRIND_CLIENT, .confidence = LIKELY,
    .evidence = N_ ("valgrind runs here, which gives all rights to what it maps for its "
                    "client.") },

  /* Sanitizers: compiler-rt/lib/sanitizer_common: the internal allocator takes MiB on a MiB
     boundary, traces and tables of threads are not counted. */
  { .products = SANITIZERS, .when = VAS_WHEN_DATA, .align = MiB (1), .least = MiB (1),
    .most = MiB (1), .no_flags = OTHERS, .kind = VAS_KIND_TOOL_MEMORY,
    .role = VAS_ROLE_SANITIZER_INTERNAL, .confidence = LIKELY,
    .evidence = N_ ("A sanitizer is linked in; a MiB on a MiB boundary, as its internal allocator "
                    "takes.") },
  { .products = SANITIZERS, .when = VAS_WHEN_DATA, .flags = VAS_VM_NR | VAS_VM_NH,
    .kind = VAS_KIND_TOOL_MEMORY, .role = VAS_ROLE_SANITIZER_THREAD, .confidence = LIKELY,
    .evidence = N_ ("A sanitizer is linked in; flags \"nr\" and \"nh\", as it gives to what it "
                    "keeps about threads.") },
  { .products = SANITIZERS, .when = VAS_WHEN_DATA, .unit = KiB (64), .reserve_above = MiB (1),
    .no_flags = OTHERS, .kind = VAS_KIND_TOOL_MEMORY, .role = VAS_ROLE_SANITIZER_TABLE,
    .confidence = LIKELY,
    .evidence = N_ ("A sanitizer is linked in; it grows into the addresses reserved behind it.") },
  { .products = SANITIZERS, .when = VAS_WHEN_NO_ACCESS, .follows = VAS_ROLE_SANITIZER_TABLE,
    .kind = VAS_KIND_RESERVED, .role = VAS_ROLE_SANITIZER_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("No access, right behind a table of the sanitizer.") },

  { .products = SANITIZERS, .when = VAS_WHEN_DATA, .perms = RW, .least = KiB (256),
    .no_flags = OTHERS | VAS_VM_HG, .apart = TRUE, .kind = VAS_KIND_ALLOCATOR_POOL,
    .role = VAS_ROLE_SANITIZER_BLOCK, .confidence = GUESS,
    .evidence = N_ ("A sanitizer is linked in, whose allocator maps blocks beyond 256 KiB one by "
                    "one.") },

  /* musl: src/malloc/mallocng: blocks of 128 KiB and more are mapped one by one; up to 512 KiB much
     else may be. */
  { .products = P (MUSL), .when = VAS_WHEN_DATA, .perms = RW, .least = KiB (512),
    .no_flags = OTHERS | VAS_VM_HG, .apart = TRUE, .kind = VAS_KIND_ALLOCATOR_POOL,
    .role = VAS_ROLE_MUSL_MALLOC,
    .confidence = GUESS,
    .evidence = N_ ("The C library is musl, whose malloc maps blocks beyond 128 KiB one by one.") },

  /* Wine keeps the lower addresses for the program, as Windows would, in steps of 64 KiB. */
  { .products = P (WINE), .when = VAS_WHEN_NO_ACCESS, .below = GiB (4), .kind = VAS_KIND_RESERVED,
    .role = VAS_ROLE_WINE_RESERVE, .confidence = LIKELY,
    .evidence = N_ ("Wine runs here; no access, among the addresses that it keeps for the Windows "
                    "program.") },
  { .products = P (WINE), .when = VAS_WHEN_DATA, .below = GiB (4), .kind = VAS_KIND_ANONYMOUS,
    .role = VAS_ROLE_WINE_MEMORY, .confidence = LIKELY,
    .evidence = N_ ("Wine runs here; it lies below 4 GiB, where Wine serves the Windows "
                    "program.") },

  /* jemalloc: src/pages.c: MAP_NORESERVE where the system overcommits. */
  { .products = P (JEMALLOC), .when = VAS_WHEN_DATA, .flags = VAS_VM_NR, .least = KiB (512),
    .no_flags = VAS_VM_DC | VAS_VM_DD | VAS_VM_NH, .kind = VAS_KIND_ALLOCATOR_POOL,
    .role = VAS_ROLE_JEMALLOC, .confidence = LIKELY,
    .evidence = N_ ("jemalloc is loaded, and it maps its memory with flag \"nr\".") },
  { .products = P (JEMALLOC), .when = VAS_WHEN_DATA, .blind = TRUE, .align = KiB (512),
    .unit = KiB (512), .kind = VAS_KIND_ALLOCATOR_POOL, .role = VAS_ROLE_JEMALLOC,
    .confidence = GUESS,
    .evidence = N_ ("jemalloc is loaded; start and size are multiples of 512 KiB.") },

  /* mimalloc outside of its own place: heads of threads and segments. */
  { .products = P (MIMALLOC), .when = VAS_WHEN_DATA, .flags = VAS_VM_NR, .most = KiB (128),
    .apart = TRUE, .no_flags = VAS_VM_DC | VAS_VM_DD | VAS_VM_NH, .kind = VAS_KIND_ALLOCATOR_POOL,
    .role = VAS_ROLE_MIMALLOC_TABLE, .confidence = LIKELY,
    .evidence = N_ ("mimalloc is linked in, and it maps its memory with flag \"nr\".") },

  /* gperftools: src/system-alloc.cc: 1 MiB at least, where it does not take the heap. */
  { .products = P (TCMALLOC), .when = VAS_WHEN_DATA, .perms = RW, .align = MiB (1), .unit = MiB (1),
    .no_flags = OTHERS, .kind = VAS_KIND_ALLOCATOR_POOL, .role = VAS_ROLE_TCMALLOC,
    .confidence = GUESS,
    .evidence = N_ ("tcmalloc is loaded; whole MiB on a MiB boundary.") },
};

const gsize vas_n_shapes = G_N_ELEMENTS (vas_shapes);
