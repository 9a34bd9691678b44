/* Roles of allocators, of checking tools and of emulators.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-roles-tables.h"

#define ROW(role) [VAS_ROLE_##role - VAS_ROLES_ALLOCATORS]

const VasRole vas_roles_allocators[] = {
  ROW (JEMALLOC) = { "jemalloc", "jemalloc", "jemalloc", N_ ("jemalloc memory"),
    N_ ("Memory of jemalloc, which takes the place of the malloc of the C library in this "
        "program: blocks of all sizes are cut from large pieces like this one.") },
  ROW (TCMALLOC) = { "tcmalloc", "tcmalloc", "tcmalloc", N_ ("tcmalloc memory"),
    N_ ("Memory of tcmalloc, which takes the place of the malloc of the C library: each "
        "thread has a small store of blocks, filled from pieces like this one.") },
  ROW (MIMALLOC) = { "mimalloc", "mimalloc", "mimalloc", N_ ("mimalloc arena"),
    N_ ("An arena of mimalloc, which takes the place of the malloc of the C library: "
        "pages of equal blocks, each owned by one thread.") },
  ROW (MIMALLOC_RESERVE) = { "mimalloc-reserve", "mimalloc", "mimalloc", N_ ("reserve of mimalloc"),
    N_ ("Addresses of an arena of mimalloc that are not in use yet.") },
  ROW (MIMALLOC_TABLE) = { "mimalloc-table", "mimalloc", "mimalloc", N_ ("mimalloc records"),
    N_ ("What mimalloc notes about threads and their pages.") },
  ROW (MOZJEMALLOC) = { "mozjemalloc", "mozjemalloc", "mozjemalloc", N_ ("Firefox's malloc chunk"),
    N_ ("A piece of a chunk of Firefox's own allocator. Chunks are 1 MiB, with pages "
        "without access at their ends, which makes them look like many small stacks.") },
  ROW (MOZJEMALLOC_GUARD) = { "mozjemalloc-guard", "mozjemalloc", "mozjemalloc",
    N_ ("fence in a malloc chunk"),
    N_ ("A fence in a chunk of Firefox's allocator: writing past a block runs into it "
        "instead of the next chunk's records.") },
  ROW (SCUDO) = { "scudo", "scudo", "Scudo", N_ ("Scudo memory"),
    N_ ("Memory of Scudo, the hardened allocator of Android: blocks are checked and "
        "shuffled, so that mistakes with memory are found early.") },
  ROW (BIONIC_MALLOC) = { "bionic-malloc", "bionic", "bionic", N_ ("malloc memory (Android)"),
    N_ ("Memory of the C library's malloc on Android.") },
  ROW (TCMALLOC_GOOGLE) = { "tcmalloc-region", "tcmalloc", "TCMalloc", N_ ("TCMalloc region"),
    N_ ("A region of TCMalloc, which serves malloc in programs that Google builds; the "
        "program itself named it.") },
  ROW (GLIBC_MALLOC) = { "glibc-malloc", "glibc", "glibc", N_ ("large malloc block (glibc)"),
    N_ ("A block so large that malloc asked the system for a mapping of its own. It goes "
        "back to the system as soon as it is freed.") },
  ROW (NORESERVE_POOL) = { "noreserve-pool", NULL, NULL, N_ ("pool of an allocator"),
    N_ ("A large piece of memory that was asked for without being counted against what "
        "the system can promise: allocators and runtimes do so, ordinary programs hardly "
        "ever.") },
  ROW (ASAN_SHADOW) = { "asan-shadow", "asan", "AddressSanitizer",
    N_ ("shadow of AddressSanitizer"),
    N_ ("Shadow memory of AddressSanitizer: one byte tells for each eight bytes of the "
        "program whether they may be touched. Almost none of it is really there.") },
  ROW (ASAN_GAP) = { "asan-gap", "asan", "AddressSanitizer",
    N_ ("gap in the shadow (AddressSanitizer)"),
    N_ ("The shadow of the shadow: no sensible address leads here, so AddressSanitizer "
        "closes it, and a wild one is caught.") },
  ROW (SANITIZER_HEAP) = { "sanitizer-heap", "asan", "Sanitizer",
    N_ ("heap of the checked program"),
    N_ ("Memory that the program asked for with malloc. A sanitizer answers in place of "
        "the C library: it keeps freed blocks closed for a while, to catch late uses.") },
  ROW (SANITIZER_HEAP_RESERVE) = { "sanitizer-heap-reserve", "asan", "Sanitizer",
    N_ ("reserve of the checked heap"),
    N_ ("Terabytes of addresses in which the sanitizer gives each size of block a range "
        "of its own. Only what is used is in memory.") },
  ROW (SANITIZER_INTERNAL) = { "sanitizer-internal", "asan", "Sanitizer",
    N_ ("own memory of the sanitizer"),
    N_ ("Memory that a sanitizer needs for itself: names of functions, lists of modules, "
        "reports.") },
  ROW (SANITIZER_THREAD) = { "sanitizer-thread", "asan", "Sanitizer",
    N_ ("thread records of the sanitizer"),
    N_ ("What a sanitizer remembers about one thread, such as the last things it did.") },
  ROW (SANITIZER_TABLE) = { "sanitizer-table", "asan", "Sanitizer", N_ ("table of the sanitizer"),
    N_ ("A table that a sanitizer fills from its front, such as the call chains that led "
        "to each malloc.") },
  ROW (SANITIZER_RESERVE) = { "sanitizer-reserve", "asan", "Sanitizer",
    N_ ("reserve of a sanitizer table"),
    N_ ("Addresses kept behind a table of a sanitizer, so that it can grow without being "
        "moved.") },
  ROW (MSAN_SHADOW) = { "msan-shadow", "msan", "MemorySanitizer", N_ ("shadow of MemorySanitizer"),
    N_ ("Shadow memory of MemorySanitizer or its relatives: for each byte of the program "
        "it tells whether it was ever set, and where that value came from.") },
  ROW (MSAN_GAP) = { "msan-gap", "msan", "MemorySanitizer",
    N_ ("closed addresses (MemorySanitizer)"),
    N_ ("Addresses that MemorySanitizer closes because they would be the shadow of its "
        "own shadow.") },
  ROW (TSAN_SHADOW) = { "tsan-shadow", "tsan", "ThreadSanitizer", N_ ("shadow of ThreadSanitizer"),
    N_ ("Shadow memory of ThreadSanitizer: for each eight bytes of the program it "
        "remembers which threads touched them last, to find races.") },
  ROW (TSAN_META) = { "tsan-meta", "tsan", "ThreadSanitizer", N_ ("tables of ThreadSanitizer"),
    N_ ("Tables in which ThreadSanitizer finds the lock or the malloc block that belongs "
        "to an address, and traces of what threads did.") },
  ROW (TSAN_GAP) = { "tsan-gap", "tsan", "ThreadSanitizer",
    N_ ("closed addresses (ThreadSanitizer)"),
    N_ ("Addresses that ThreadSanitizer closes to the program, so that each address has a "
        "place in its shadow or none.") },
  ROW (VALGRIND) = { "valgrind", "valgrind", "valgrind", N_ ("own memory of valgrind"),
    N_ ("Memory of valgrind itself: the translated code of the program it watches, and "
        "what it knows about every byte of it.") },
  ROW (VALGRIND_RESERVE) = { "valgrind-reserve", "valgrind", "valgrind", N_ ("fence of valgrind"),
    N_ ("A fence that valgrind put around one of its own stacks.") },
  ROW (VALGRIND_CLIENT_STACK) = { "valgrind-client-stack", "valgrind", "valgrind",
    N_ ("main stack under valgrind"),
    N_ ("The main stack of the program that runs under valgrind. valgrind plays the "
        "processor, and so it also lays out the stack.") },
  ROW (VALGRIND_CLIENT_HEAP) = { "valgrind-client-heap", "valgrind", "valgrind",
    N_ ("heap under valgrind"),
    N_ ("Blocks that the program under valgrind asked for with malloc. valgrind answers "
        "in place of the C library and fences each block.") },
  ROW (VALGRIND_CLIENT) = { "valgrind-client", "valgrind", "valgrind",
    N_ ("private memory under valgrind"),
    N_ ("Private memory that valgrind mapped for the program it runs. It may be run as "
        "code only because valgrind never runs it directly.") },
  ROW (QEMU_GUEST) = { "qemu-guest", "qemu", "QEMU", N_ ("memory of the virtual machine"),
    N_ ("Memory of the virtual machine that QEMU runs: what is here is what the guest "
        "believes to be its chips. Equal pages of several guests can be shared.") },
  ROW (QEMU_GUARD) = { "qemu-guard", "qemu", "QEMU", N_ ("fence behind guest memory"),
    N_ ("A fence behind a piece of the guest's memory, so that a device that runs past "
        "its end is caught.") },
  ROW (QEMU_CODE) = { "qemu-code", "qemu", "QEMU", N_ ("translated guest code"),
    N_ ("Instructions that QEMU made from those of the guest: each piece of the guest's "
        "program is translated once and then run from here.") },
  ROW (INNODB_POOL) = { "innodb-pool", "innodb", "InnoDB", N_ ("database cache (InnoDB)"),
    N_ ("The buffer pool of InnoDB: pages of tables and indexes that were read lately, so "
        "that the disk need not be asked again.") },
  ROW (WINE_RESERVE) = { "wine-reserve", "wine", "Wine", N_ ("reserved for Windows programs"),
    N_ ("Addresses that Wine keeps free, because Windows programs may insist on being "
        "loaded there.") },
  ROW (WINE_SHARED_DATA) = { "wine-shared-data", "wine", "Wine", N_ ("Windows system data"),
    N_ ("A page that every Windows program expects at this address: the time, the version "
        "of Windows and the like. Wine keeps it up to date.") },
  ROW (WINE_CODE) = { "wine-code", "wine", "Wine", N_ ("{subject}: Windows code"),
    N_ ("Instructions of {subject}, a part of Windows or of a Windows program. Wine lays "
        "the file out in memory as Windows would.") },
  ROW (WINE_RODATA) = { "wine-rodata", "wine", "Wine", N_ ("{subject}: Windows constants"),
    N_ ("The head, constants and tables of {subject}, a file made for Windows.") },
  ROW (WINE_DATA) = { "wine-data", "wine", "Wine", N_ ("{subject}: Windows data"),
    N_ ("Variables of {subject}, a file made for Windows; this process has its own copy.") },
  ROW (WINE_NLS) = { "wine-nls", "wine", "Wine", N_ ("Windows character table: {subject}"),
    N_ ("A table that Windows programs use to turn one character set into another.") },
  ROW (TSAN_RODATA) = { "tsan-rodata", "tsan", "ThreadSanitizer",
    N_ ("marks for constants (ThreadSanitizer)"),
    N_ ("A file of marks that ThreadSanitizer maps over the shadow of all constants: they "
        "never change, so touching them is never a race.") },
  ROW (VALGRIND_PIPE) = { "valgrind-pipe", "valgrind", "valgrind", N_ ("debugger link of valgrind"),
    N_ ("Memory through which a debugger talks to the program under valgrind.") },
  ROW (MUSL_MALLOC) = { "musl-malloc", "musl", "musl", N_ ("large malloc block (musl)"),
    N_ ("A block of malloc in the C library musl, large enough for a mapping of its own.") },
  ROW (QEMU_COROUTINE) = { "qemu-coroutine", "qemu", "QEMU", N_ ("coroutine stack of QEMU"),
    N_ ("The stack of a coroutine of QEMU: a disk request that waits for its answer keeps "
        "its calls here meanwhile.") },
  ROW (SANITIZER_BLOCK) = { "sanitizer-block", "asan", "Sanitizer",
    N_ ("large block of the checked program"),
    N_ ("A block that the program asked for with malloc, too large for the pools of the "
        "sanitizer, so that it has a mapping of its own.") },
  ROW (WINE_MEMORY) = { "wine-memory", "wine", "Wine", N_ ("memory of the Windows program"),
    N_ ("Memory that a Windows program asked Windows for: its heaps and the stacks of its "
        "threads. Wine answers in place of Windows.") },
  ROW (INNODB_RESERVE) = { "innodb-reserve", "innodb", "InnoDB",
    N_ ("reserve of the database cache"),
    N_ ("Addresses that the buffer pool of InnoDB may grow into when the administrator "
        "makes it larger.") },
};
