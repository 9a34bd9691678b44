/* The table of places: addresses that a product claims for itself, as its sources state.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-places.h"

#include <glib/gi18n-lib.h>

#define P(product) VAS_PRODUCT_BIT (product)
#define TiB(n) ((guint64) (n) << 40)
#define GiB(n) ((guint64) (n) << 30)

/* First match wins where places overlap. */
const VasPlace vas_places[] = {
  /* Go: runtime/malloc.go, mallocinit(): the heap grows up from 0x00c0 << 32. */
  { P (GO), 0xc000000000, TiB (1), VAS_KIND_RUNTIME_HEAP, VAS_ROLE_GO_HEAP,
    VAS_ROLE_GO_HEAP_RESERVE,
    N_ ("A Go program, and the address is one that Go asks for its heap: from c000000000 up.") },

  /* GHC: rts/posix/OSMem.c, osReserveHeapMemory(): one terabyte from 0x4200000000. */
  { P (GHC), 0x4200000000, 0x4200000000 + TiB (1), VAS_KIND_RUNTIME_HEAP, VAS_ROLE_HASKELL_HEAP,
    VAS_ROLE_HASKELL_RESERVE,
    N_ ("The address is one that Haskell programs ask for their heap: a terabyte from 4200000000 "
        "up.") },

  /* HotSpot: a heap that compressed pointers can reach lies below 32 GiB (JEP "compressed
     oops"). */
  { P (JAVA), 0x10000, GiB (32), VAS_KIND_RUNTIME_HEAP, VAS_ROLE_JAVA_HEAP,
    VAS_ROLE_JAVA_HEAP_RESERVE,
    N_ ("libjvm is loaded, and it lies below 32 GiB, where Java puts its heap so that pointers fit "
        "into 32 bits.") },
  /* ZGC: src/hotspot/cpu/x86/gc/z/zGlobals_x86.cpp: views of the heap from 4 TiB up. */
  { P (JAVA), TiB (4), TiB (64), VAS_KIND_RUNTIME_HEAP, VAS_ROLE_JAVA_HEAP,
    VAS_ROLE_JAVA_HEAP_RESERVE,
    N_ ("libjvm is loaded, and it lies between 4 and 64 TiB, where the Z collector keeps views of "
        "the heap.") },

  /* SBCL: src/compiler/x86-64/parms.lisp: static, immobile and dynamic space. */
  { P (SBCL), 0x50000000, 0x100000000, VAS_KIND_RUNTIME_HEAP, VAS_ROLE_LISP_STATIC,
    VAS_ROLE_LISP_RESERVE,
    N_ ("SBCL's core is mapped, and it lies where SBCL keeps objects that never move: from 50000000 "
        "up.") },
  { P (SBCL), 0x1000000000, 0x5000000000, VAS_KIND_RUNTIME_HEAP, VAS_ROLE_LISP_HEAP,
    VAS_ROLE_LISP_RESERVE,
    N_ ("SBCL's core is mapped, and it lies where SBCL keeps its heap: from 1000000000 up.") },

  /* Chez Scheme, which Racket is built on, asks for segments from 1 GiB up. */
  { P (RACKET), 0x40000000, 0x100000000, VAS_KIND_RUNTIME_HEAP, VAS_ROLE_SCHEME_HEAP,
    VAS_ROLE_SCHEME_RESERVE,
    N_ ("Racket runs here, and it lies where its Scheme system keeps its segments: from 40000000 "
        "up.") },

  /* valgrind: coregrind/m_aspacemgr/aspacemgr-linux.c: its own memory from 64 GiB up, the stack of
     the program that it runs at 128 GiB. */
  { P (VALGRIND), 0x1ff0000000, 0x2000000000, VAS_KIND_MAIN_STACK, VAS_ROLE_VALGRIND_CLIENT_STACK,
    VAS_ROLE_VALGRIND_RESERVE,
    N_ ("valgrind runs here, and it ends where valgrind puts the stack of the program it runs: at "
        "1fff001000.") },
  { P (VALGRIND), 0x1000000000, 0x1ff0000000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_VALGRIND,
    VAS_ROLE_VALGRIND_RESERVE,
    N_ ("valgrind runs here, and it lies where valgrind keeps its own memory: from 1000000000 up.") },

  /* AddressSanitizer: compiler-rt/lib/asan/asan_mapping.h and asan_allocator.h, x86-64 Linux. */
  { P (ASAN), 0x7fff7000, 0x8fff7000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_ASAN_SHADOW,
    VAS_ROLE_ASAN_GAP, N_ ("AddressSanitizer is linked in, and this is where its low shadow lies: "
                           "7fff7000 to 8fff7000.") },
  { P (ASAN), 0x8fff7000, 0x2008fff7000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_ASAN_SHADOW,
    VAS_ROLE_ASAN_GAP, N_ ("AddressSanitizer is linked in, and this is the gap between its shadows: "
                           "8fff7000 to 2008fff7000.") },
  { P (ASAN), 0x2008fff7000, 0x10007fff8000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_ASAN_SHADOW,
    VAS_ROLE_ASAN_GAP, N_ ("AddressSanitizer is linked in, and this is where its high shadow lies: "
                           "2008fff7000 to 10007fff8000.") },
  { P (ASAN) | P (LSAN), 0x600000000000, 0x640000002000, VAS_KIND_ALLOCATOR_POOL,
    VAS_ROLE_SANITIZER_HEAP, VAS_ROLE_SANITIZER_HEAP_RESERVE,
    N_ ("A sanitizer is linked in, and its allocator takes the four terabytes from 600000000000 "
        "up.") },

  /* MemorySanitizer and DataFlowSanitizer: compiler-rt/lib/msan/msan.h, x86-64 Linux. */
  { P (MSAN), 0x10000000000, 0x510000000000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_MSAN_SHADOW,
    VAS_ROLE_MSAN_GAP, N_ ("MemorySanitizer is linked in, and its shadow and origin tables lie from "
                           "1 TiB up to 510000000000.") },
  { P (MSAN), 0x600000000000, 0x700000000000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_MSAN_SHADOW,
    VAS_ROLE_MSAN_GAP, N_ ("MemorySanitizer is linked in, and its last origin table lies from "
                           "600000000000 up.") },
  { P (MSAN), 0x700000000000, 0x740000002000, VAS_KIND_ALLOCATOR_POOL, VAS_ROLE_SANITIZER_HEAP,
    VAS_ROLE_SANITIZER_HEAP_RESERVE,
    N_ ("MemorySanitizer is linked in, and its allocator takes the addresses from 700000000000 "
        "up.") },

  /* ThreadSanitizer: compiler-rt/lib/tsan/rtl/tsan_platform.h, 48-bit x86-64; the heap moved from
     0x7b.. to 0x72.. in LLVM 16. */
  { P (TSAN), 0x8000000000, 0x200000000000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_TSAN_SHADOW,
    VAS_ROLE_TSAN_GAP, N_ ("ThreadSanitizer is linked in, and its shadow of all accesses lies from "
                           "1 TiB up to 200000000000.") },
  { P (TSAN), 0x200000000000, 0x550000000000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_TSAN_META,
    VAS_ROLE_TSAN_GAP, N_ ("ThreadSanitizer is linked in, and its tables of locks and blocks lie "
                           "from 300000000000 up to 340000000000.") },
  { P (TSAN), 0x720000000000, 0x740000002000, VAS_KIND_ALLOCATOR_POOL, VAS_ROLE_SANITIZER_HEAP,
    VAS_ROLE_SANITIZER_HEAP_RESERVE,
    N_ ("ThreadSanitizer is linked in, and its allocator takes the addresses from 720000000000 "
        "up.") },
  { P (TSAN), 0x7b0000000000, 0x7d0000002000, VAS_KIND_ALLOCATOR_POOL, VAS_ROLE_SANITIZER_HEAP,
    VAS_ROLE_SANITIZER_HEAP_RESERVE,
    N_ ("ThreadSanitizer is linked in, and its allocator takes the addresses from 7b0000000000 "
        "up.") },
  { P (TSAN), 0x568000000000, 0x7e8000000000, VAS_KIND_TOOL_MEMORY, VAS_ROLE_TSAN_META,
    VAS_ROLE_TSAN_GAP, N_ ("ThreadSanitizer is linked in, and leaves these addresses to nobody but "
                           "itself.") },

  /* mimalloc: src/os.c, _mi_os_get_aligned_hint(): 2 TiB up to 30 TiB. */
  { P (MIMALLOC), TiB (2), TiB (30), VAS_KIND_ALLOCATOR_POOL, VAS_ROLE_MIMALLOC,
    VAS_ROLE_MIMALLOC_RESERVE,
    N_ ("mimalloc is linked in, and it lies where mimalloc asks for its arenas: between 2 and 30 "
        "TiB.") },

  /* Wine: everything below 2 GiB is kept for Windows programs that expect it
     (loader/preloader.c). */
  { P (WINE), 0x7ffe0000, 0x7fff0000, VAS_KIND_SHARED_MEMORY, VAS_ROLE_WINE_SHARED_DATA,
    VAS_ROLE_WINE_RESERVE,
    N_ ("Wine runs here, and Windows programs expect the system's clock and version at "
        "7ffe0000.") },

};

const gsize vas_n_places = G_N_ELEMENTS (vas_places);
