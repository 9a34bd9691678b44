/* Roles of what every process is made of: fences, reserves and the kernel's pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-roles-tables.h"

#define ROW(role) [VAS_ROLE_##role - VAS_ROLES_PROCESS]

const VasRole vas_roles_process[] = {
  ROW (HEAP_FENCE) = { "heap-fence", NULL, NULL, N_ ("fence of the heap"),
    N_ ("A fence at the heap's edge, inside the heap's own range. Some C libraries, musl for one, "
        "put it there so that running below the heap is noticed at once.") },
  ROW (LOADER_CODE) = { "loader-code", NULL, NULL, N_ ("{subject}: code"),
    N_ ("Instructions of the dynamic loader, the first code of the program to run: it finds the "
        "libraries, joins them to the program and then steps aside.") },
  ROW (LOADER_RODATA) = { "loader-rodata", NULL, NULL, N_ ("{subject}: read-only data"),
    N_ ("Constants of the dynamic loader: its texts and tables, and the head of its file.") },
  ROW (LOADER_RELRO) = { "loader-relro", NULL, NULL, N_ ("{subject}: RELRO"),
    N_ ("Addresses that the dynamic loader worked out for itself when the program started, and "
        "then locked against changes.") },
  ROW (LOADER_DATA) = { "loader-data", NULL, NULL, N_ ("{subject}: data"),
    N_ ("Variables of the dynamic loader that start with a value; debuggers find the list of "
        "loaded libraries from here.") },
  ROW (LOADER_BSS) = { "loader-bss", NULL, NULL, N_ ("{subject}: .bss"),
    N_ ("Variables of the dynamic loader that start as zero, and the first small blocks it needed "
        "before the C library was there.") },
  ROW (CODE_COPY) = { "code-copy", NULL, NULL, N_ ("{subject}: code, mapped again"),
    N_ ("A piece of the code of {subject} that was mapped a second time, so that it lies near code "
        "made at run time and can be reached with short jumps.") },
  ROW (STATIC_TLS) = { "static-tls", NULL, NULL, N_ ("variables of the main thread"),
    N_ ("Variables of which every thread has a copy of its own: these are the main thread's. A "
        "program without shared libraries keeps them at the start of its heap.") },
  ROW (CACHED_STACK) = { "cached-stack", NULL, NULL, N_ ("spare thread stack"),
    N_ ("A stack in which no thread's stack pointer lies. The C library keeps the stacks of ended "
        "threads for a while, as the next thread will want one.") },
  ROW (STACK_POINTER) = { "stack-pointer", NULL, NULL, N_ ("stack of thread {subject}, part"),
    N_ ("Here the thread {subject} has its stack pointer. How far its stack reaches below and above "
        "cannot be told: the program took it from a larger block of memory.") },
  ROW (MERGED) = { "merged", NULL, NULL, N_ ("merged private memory"),
    N_ ("Private memory that was mapped right behind its neighbour. The kernel shows neighbours of "
        "equal rights as one region, whoever asked for them.") },
  ROW (STACK_IN_USE) = { "stack-in-use", NULL, NULL, N_ ("stack in use"),
    N_ ("The part of the stack that is in use now, above the stack pointer: the functions that "
        "were called and have not returned yet. What lies below is free for the next calls.") },
  ROW (STACK_VECTORS) = { "stack-vectors", NULL, NULL, N_ ("start-up lists"),
    N_ ("What the kernel gave the program to start with: the number of arguments, pointers to "
        "them and to the environment, and the auxiliary vector of facts for the loader.") },
  ROW (STACK_ARGUMENTS) = { "stack-arguments", NULL, NULL, N_ ("command line"),
    N_ ("The words of the command line, as the shell gave them. A program may write over them to "
        "change what ps shows.") },
  ROW (STACK_ENVIRONMENT) = { "stack-environment", NULL, NULL, N_ ("environment"),
    N_ ("The environment variables with which the program was started: PATH, HOME and the "
        "like.") },
  ROW (MERGED_STACKS) = { "merged-stacks", NULL, NULL, N_ ("stacks of several threads"),
    N_ ("The stacks of several threads in a row. Newer C libraries mark the fences between them "
        "inside the mapping, so the kernel shows them as one region.") },
  ROW (GROWS_DOWN) = { "grows-down", NULL, NULL, N_ ("memory that grows downwards"),
    N_ ("Memory that the kernel extends downwards by itself when the page below it is touched, as "
        "it does for the main stack. Few programs ask for it.") },
  ROW (RANDOM_STATE) = { "random-state", NULL, NULL, N_ ("random number state"),
    N_ ("The state from which random numbers are made without a system call. The kernel throws it "
        "away when memory is short, and gives children a fresh one, so that no number repeats.") },
  ROW (ARENA_RESERVE) = { "arena-reserve", NULL, "glibc", N_ ("reserve of a malloc arena"),
    N_ ("Room that a malloc arena may still grow into. Only the first part of an arena is in use; "
        "this rest costs no memory until it is needed.") },
  ROW (STACK_GUARD) = { "stack-guard", NULL, NULL, N_ ("fence below a stack"),
    N_ ("A fence below a thread's stack. A stack that grows too far hits it, and the program stops "
        "instead of spoiling its neighbour's data.") },
  ROW (IMAGE_GAP) = { "image-gap", NULL, NULL, N_ ("{subject}: gap between segments"),
    N_ ("A hole between two parts of {subject}. The loader reserved room for the whole file and "
        "closed what lies between its parts, so that nothing else settles there.") },
  ROW (HUGE_PAGES) = { "huge-pages", NULL, NULL, N_ ("memory in huge pages"),
    N_ ("Memory made of huge pages, 2 MiB or more each, that the program asked for by name. Fewer, "
        "larger pages spare the processor look-ups of addresses.") },
  ROW (UPROBES) = { "uprobes", NULL, "Linux", N_ ("probe page"),
    N_ ("A page the kernel added because someone traces this program: instructions that were "
        "replaced by a probe are run here.") },
  ROW (VECTORS) = { "arm-vectors", NULL, "Linux", N_ ("ARM vectors page"),
    N_ ("A page at a fixed address of 32-bit ARM: the kernel keeps small routines for old "
        "programs here, such as an atomic exchange.") },
  ROW (SIGPAGE) = { "arm-sigpage", NULL, "Linux", N_ ("signal return page"),
    N_ ("The few instructions by which a 32-bit ARM program returns from a signal handler to where "
        "it was interrupted.") },
  ROW (KUSER) = { "kuser", NULL, "Linux", N_ ("kernel routines"),
    N_ ("A page of routines that the kernel of this processor offers to programs, at an address "
        "that never changes.") },
  ROW (GATE) = { "gate", NULL, "Linux", N_ ("gate page"),
    N_ ("The page through which programs entered the kernel on an older processor.") },
  ROW (MPX) = { "mpx", NULL, "Linux", N_ ("bounds tables"),
    N_ ("Tables of pointer bounds of Intel MPX, which kernels up to 5.5 kept for programs built "
        "with it.") },
  ROW (KERNEL_UNKNOWN) = { "kernel-unknown", NULL, NULL, N_ ("kernel: {subject}"),
    N_ ("Placed here by the kernel under the name {subject}, which Vascope does not know. Only the "
        "kernel writes names in brackets.") },
  ROW (NAMED) = { "named-memory", NULL, NULL, N_ ("private memory: {subject}"),
    N_ ("Private memory that the program itself calls {subject}. Programs may name their "
        "memory so that people who look at it know what it is for.") },
  ROW (NAMED_STACK) = { "named-stack", NULL, NULL, N_ ("stack of thread {subject}"),
    N_ ("The stack of thread {subject}, named so by the C library. Every thread has its "
        "own; a fence below it catches an overflow.") },
  ROW (LOADER_MALLOC) = { "loader-malloc", NULL, "glibc", N_ ("first blocks of the loader"),
    N_ ("Small blocks that the dynamic loader needed before the C library and its malloc "
        "were there: lists of libraries and the like.") },
  ROW (MAIN_TLS) = { "main-tls", NULL, NULL, N_ ("variables of the main thread (and loader)"),
    N_ ("The variables of which every thread has a copy, here those of the main thread, "
        "and small lists of the loader. The loader puts them right below the libraries.") },
  ROW (GLIBC_MESSAGE) = { "glibc-message", NULL, "glibc", N_ ("last words"),
    N_ ("The message that the C library printed when it stopped the program, kept here so "
        "that a crash report can show it.") },
  ROW (BIONIC_DATA) = { "bionic-data", NULL, "bionic", N_ ("data of the C library (Android)"),
    N_ ("Lists that the C library of Android keeps for itself, closed against changes "
        "while they are not being changed.") },
  ROW (RELRO_OPEN) = { "relro-open", NULL, NULL, N_ ("{subject}: RELRO, not locked"),
    N_ ("Addresses in {subject} that were to be locked against changes once the program "
        "had started. Nobody locked them, so they can still be written.") },
  ROW (CODE_TWIN) = { "code-twin", NULL, NULL, N_ ("generated code, as data: {subject}"),
    N_ ("The writable side of code made at run time: the same memory is mapped a second "
        "time, where it may be run but not changed.") },
};
