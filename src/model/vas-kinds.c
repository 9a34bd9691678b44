/* The table of kinds: what a region can be, in which family, and in which words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A table of its own, as it is asked several times for each region of a million. */
const guint8 vas_kind_families[VAS_N_KINDS] = {
  [VAS_KIND_PROGRAM_CODE] = VAS_FAMILY_PROGRAM,
  [VAS_KIND_PROGRAM_RODATA] = VAS_FAMILY_PROGRAM,
  [VAS_KIND_PROGRAM_RELRO] = VAS_FAMILY_PROGRAM,
  [VAS_KIND_PROGRAM_DATA] = VAS_FAMILY_PROGRAM,
  [VAS_KIND_PROGRAM_BSS] = VAS_FAMILY_PROGRAM,
  [VAS_KIND_LIBRARY_CODE] = VAS_FAMILY_LIBRARY,
  [VAS_KIND_LIBRARY_RODATA] = VAS_FAMILY_LIBRARY,
  [VAS_KIND_LIBRARY_RELRO] = VAS_FAMILY_LIBRARY,
  [VAS_KIND_LIBRARY_DATA] = VAS_FAMILY_LIBRARY,
  [VAS_KIND_LIBRARY_BSS] = VAS_FAMILY_LIBRARY,
  [VAS_KIND_HEAP] = VAS_FAMILY_HEAP,
  [VAS_KIND_MALLOC_ARENA] = VAS_FAMILY_HEAP,
  [VAS_KIND_ALLOCATOR_POOL] = VAS_FAMILY_HEAP,
  [VAS_KIND_RUNTIME_HEAP] = VAS_FAMILY_HEAP,
  [VAS_KIND_TOOL_MEMORY] = VAS_FAMILY_HEAP,
  [VAS_KIND_ANONYMOUS] = VAS_FAMILY_HEAP,
  [VAS_KIND_MAIN_STACK] = VAS_FAMILY_STACK,
  [VAS_KIND_THREAD_STACK] = VAS_FAMILY_STACK,
  [VAS_KIND_COROUTINE_STACK] = VAS_FAMILY_STACK,
  [VAS_KIND_SIGNAL_STACK] = VAS_FAMILY_STACK,
  [VAS_KIND_SHADOW_STACK] = VAS_FAMILY_STACK,
  [VAS_KIND_FILE_PRIVATE] = VAS_FAMILY_FILE,
  [VAS_KIND_FILE_SHARED] = VAS_FAMILY_FILE,
  [VAS_KIND_SHARED_MEMORY] = VAS_FAMILY_SHARED,
  [VAS_KIND_DEVICE] = VAS_FAMILY_SHARED,
  [VAS_KIND_JIT_CODE] = VAS_FAMILY_JIT,
  [VAS_KIND_VDSO] = VAS_FAMILY_KERNEL,
  [VAS_KIND_VVAR] = VAS_FAMILY_KERNEL,
  [VAS_KIND_VSYSCALL] = VAS_FAMILY_KERNEL,
  [VAS_KIND_KERNEL_OTHER] = VAS_FAMILY_KERNEL,
  [VAS_KIND_GUARD] = VAS_FAMILY_NONE,
  [VAS_KIND_RESERVED] = VAS_FAMILY_NONE,
};

/* One row a kind. `bare` and `named` are the region's label without and with a subject, `nameless`
 * stands for the subject in the explanation where there is none. What a process has once is named
 * alike with and without. Translators: {subject} is replaced
 * by a name such as libc.so.6 or worker (4243) and must stay as it is. */
typedef struct
{
  const char *id;
  const char *bare;
  const char *named;
  const char *nameless;
  const char *explanation;
} Kind;

static const Kind kinds[VAS_N_KINDS] = {
  [VAS_KIND_PROGRAM_CODE]
  = { "program-code", N_ ("program code"), N_ ("{subject}: code"),
      N_ ("its file"),
      N_ ("The program's own instructions, read from {subject}. The processor executes them here; "
          "every copy of the program that runs now shares these pages.") },
  [VAS_KIND_PROGRAM_RODATA]
  = { "program-rodata", N_ ("program read-only data"),
      N_ ("{subject}: read-only data"), N_ ("its file"),
      N_ ("Constants of the program, read from {subject}: texts, tables and the file's headers. "
          "They never change, so every running copy of the program shares them.") },
  [VAS_KIND_PROGRAM_RELRO]
  = { "program-relro", N_ ("program RELRO"),
      N_ ("{subject}: RELRO"), N_ ("the program"),
      N_ ("Addresses that the loader filled in when it started {subject} and then locked against "
          "changes (RELRO), so that no later mistake or attack can bend them.") },
  [VAS_KIND_PROGRAM_DATA]
  = { "program-data", N_ ("program data"), N_ ("{subject}: data"),
      N_ ("its file"),
      N_ ("Global variables of the program that start with a value. The values came from "
          "{subject}; pages that were changed since are private copies.") },
  [VAS_KIND_PROGRAM_BSS]
  = { "program-bss", N_ ("program .bss"), N_ ("{subject}: .bss"),
      N_ ("the program"),
      N_ ("Global variables of {subject} that start as zero (.bss). The file stores none of them, "
          "so no file is behind this: the system simply promises zeros.") },
  [VAS_KIND_LIBRARY_CODE]
  = { "library-code", N_ ("library code"), N_ ("{subject}: code"),
      N_ ("this file"),
      N_ ("Instructions of {subject}, a shared library. One copy in memory serves every program "
          "that uses it.") },
  [VAS_KIND_LIBRARY_RODATA]
  = { "library-rodata", N_ ("library read-only data"),
      N_ ("{subject}: read-only data"), N_ ("this file"),
      N_ ("Constants of {subject}, a shared library: texts, tables and the file's headers. Every "
          "program that uses the library shares this one copy.") },
  [VAS_KIND_LIBRARY_RELRO]
  = { "library-relro", N_ ("library RELRO"),
      N_ ("{subject}: RELRO"), N_ ("this library"),
      N_ ("Addresses that the loader filled in when it joined {subject} to this process and then "
          "locked against changes (RELRO). They differ in each process, so this copy is private.") },
  [VAS_KIND_LIBRARY_DATA]
  = { "library-data", N_ ("library data"), N_ ("{subject}: data"),
      N_ ("this library"),
      N_ ("This process's own copy of the variables of {subject} that start with a value. The "
          "library's code is shared between programs, its variables are not.") },
  [VAS_KIND_LIBRARY_BSS]
  = { "library-bss", N_ ("library .bss"), N_ ("{subject}: .bss"),
      N_ ("a library"),
      N_ ("Variables of {subject} that start as zero (.bss). The library's file stores none of "
          "them: the system gives a page of zeros when one is first touched.") },
  [VAS_KIND_HEAP]
  = { "heap", N_ ("heap"), N_ ("heap"), N_ ("the program"),
      N_ ("The heap: memory that the program asks for while it runs (malloc in C). It starts after "
          "the program's data and grows upwards when more is needed.") },
  [VAS_KIND_MALLOC_ARENA]
  = { "malloc-arena", N_ ("malloc arena"), N_ ("malloc arena: {subject}"),
      N_ ("a thread"),
      N_ ("A malloc arena: a pool of the C library's memory allocator. Busy threads get pools of "
          "their own, so that they need not wait for each other.") },
  [VAS_KIND_ALLOCATOR_POOL]
  = { "allocator-pool", N_ ("allocator pool"), N_ ("allocator pool: {subject}"),
      N_ ("an allocator"),
      N_ ("A pool of a memory allocator: the program gets its blocks of data from here, without "
          "asking the system for each of them.") },
  [VAS_KIND_RUNTIME_HEAP]
  = { "runtime-heap", N_ ("runtime heap"), N_ ("runtime heap: {subject}"),
      N_ ("a language runtime"),
      N_ ("Memory that a language runtime or virtual machine manages for the program: its objects "
          "live here, and the runtime decides when their room is used again.") },
  [VAS_KIND_TOOL_MEMORY]
  = { "tool-memory", N_ ("checking tool's memory"),
      N_ ("checking tool's memory: {subject}"), N_ ("a tool"),
      N_ ("Memory of a tool that watches the program for mistakes, a sanitizer or valgrind. "
          "Without the tool it would not be here.") },
  [VAS_KIND_ANONYMOUS]
  = { "anonymous", N_ ("private memory"), N_ ("private memory: {subject}"),
      N_ ("the program"),
      N_ ("Private memory without a name or a file. The program or one of its libraries asked the "
          "system for it, probably for a block of data; nothing here tells which of them.") },
  [VAS_KIND_MAIN_STACK]
  = { "main-stack", N_ ("main stack"), N_ ("main stack"),
      N_ ("the main thread"),
      N_ ("The main thread's stack: local variables and return addresses. It grows downwards as "
          "functions call functions; the very top holds the command line and the environment.") },
  [VAS_KIND_THREAD_STACK]
  = { "thread-stack", N_ ("thread stack"), N_ ("stack of thread {subject}"),
      N_ ("a thread"),
      N_ ("A thread's stack: the local variables and return addresses of one thread. Every thread "
          "has a stack of its own, as a rule with a fence below it that catches an overflow.") },
  [VAS_KIND_COROUTINE_STACK]
  = { "coroutine-stack", N_ ("coroutine stack"),
      N_ ("stack of coroutine {subject}"), N_ ("a coroutine"),
      N_ ("The stack of a coroutine: a strand of the program that takes turns with others on one "
          "thread, switched by the program itself and not by the system.") },
  [VAS_KIND_SIGNAL_STACK]
  = { "signal-stack", N_ ("signal stack"), N_ ("signal stack: {subject}"),
      N_ ("a thread"),
      N_ ("A spare stack for signal handlers, so that they can run even when the ordinary stack "
          "has overflowed.") },
  [VAS_KIND_SHADOW_STACK]
  = { "shadow-stack", N_ ("shadow stack"), N_ ("shadow stack: {subject}"),
      N_ ("a thread"),
      N_ ("A shadow stack: the processor keeps a second copy of every return address here and "
          "stops the program when the two copies differ.") },
  [VAS_KIND_FILE_PRIVATE]
  = { "file-private", N_ ("mapped file"), N_ ("{subject}"), N_ ("A file"),
      N_ ("{subject}, opened as memory: reading here reads the file, and only the pages that are "
          "touched are loaded. A change would stay inside this process.") },
  [VAS_KIND_FILE_SHARED]
  = { "file-shared", N_ ("shared mapped file"), N_ ("{subject}"), N_ ("A file"),
      N_ ("{subject}, opened as memory and mapped shared: every process that maps the file so sees "
          "the same bytes, and what is written here goes back to the file.") },
  [VAS_KIND_SHARED_MEMORY]
  = { "shared-memory", N_ ("shared memory"), N_ ("shared memory: {subject}"),
      N_ ("this memory"),
      N_ ("Memory made to be shared: what one process writes here, every other process that maps "
          "it sees at once. At this moment, this process may be the only one.") },
  [VAS_KIND_DEVICE]
  = { "device", N_ ("device"), N_ ("device: {subject}"), N_ ("a device"),
      N_ ("A window onto {subject}, not ordinary memory: a driver or the kernel is at the other "
          "end and decides what happens here.") },
  [VAS_KIND_JIT_CODE]
  = { "jit-code", N_ ("generated code"), N_ ("generated code: {subject}"),
      N_ ("the program"),
      N_ ("Instructions that were in no program or library file: the process made them itself "
          "while running, as just-in-time compilers do to go faster.") },
  [VAS_KIND_VDSO]
  = { "vdso", N_ ("vDSO"), N_ ("vDSO"), N_ ("the kernel"),
      N_ ("A small library from the kernel itself (the vDSO), so that asking for the time needs no "
          "system call.") },
  [VAS_KIND_VVAR]
  = { "vvar", N_ ("vDSO data"), N_ ("vDSO data"), N_ ("the kernel"),
      N_ ("The numbers that the vDSO reads, the time among them: the kernel keeps them up to date, "
          "the program can only look.") },
  [VAS_KIND_VSYSCALL]
  = { "vsyscall", N_ ("vsyscall page"), N_ ("vsyscall page"),
      N_ ("the kernel"),
      N_ ("The ancestor of the vDSO, kept at one fixed address of the kernel's half for very old "
          "programs that still call it.") },
  [VAS_KIND_KERNEL_OTHER]
  = { "kernel-other", N_ ("kernel page"), N_ ("kernel page: {subject}"),
      N_ ("the kernel"),
      N_ ("Placed here by the kernel for a purpose of its own. The program did not ask for it and "
          "need not know of it.") },
  [VAS_KIND_GUARD]
  = { "guard", N_ ("guard"), N_ ("{subject}: guard"), N_ ("its neighbour"),
      N_ ("A fence. Nothing may touch it: a runaway stack or buffer hits it, and the program stops "
          "instead of corrupting what lies beyond.") },
  [VAS_KIND_RESERVED]
  = { "reserved", N_ ("reserved addresses"), N_ ("{subject}: reserved addresses"),
      N_ ("its neighbour"),
      N_ ("Reserved room, not memory: addresses kept free so that what needs them finds them in "
          "one piece. It costs nothing until the program opens it.") },
};

typedef struct
{
  const char *id;
  const char *label;
} Word;

static const Word families[VAS_N_FAMILIES] = {
  [VAS_FAMILY_PROGRAM] = { "program", N_ ("Program") },
  [VAS_FAMILY_LIBRARY] = { "library", N_ ("Libraries") },
  [VAS_FAMILY_HEAP] = { "heap", N_ ("Heap and private memory") },
  [VAS_FAMILY_STACK] = { "stack", N_ ("Stacks") },
  [VAS_FAMILY_FILE] = { "file", N_ ("Mapped files") },
  [VAS_FAMILY_SHARED] = { "shared", N_ ("Shared memory and devices") },
  [VAS_FAMILY_JIT] = { "jit", N_ ("Generated code") },
  [VAS_FAMILY_KERNEL] = { "kernel", N_ ("Kernel") },
  [VAS_FAMILY_NONE] = { "none", N_ ("No access") },
};

static const Word confidences[VAS_N_CONFIDENCES] = {
  [VAS_CONFIDENCE_GUESS] = { "guess", N_ ("guess") },
  [VAS_CONFIDENCE_LIKELY] = { "likely", N_ ("likely") },
  [VAS_CONFIDENCE_CERTAIN] = { "certain", N_ ("certain") },
};

const char *
vas_kind_get_id (VasKind kind)
{
  g_return_val_if_fail (kind < VAS_N_KINDS, NULL);
  return kinds[kind].id;
}

const char *
vas_kind_get_label (VasKind kind)
{
  g_return_val_if_fail (kind < VAS_N_KINDS, NULL);
  return _ (kinds[kind].bare);
}

const char *
vas_kind_get_named_label (VasKind kind)
{
  g_return_val_if_fail (kind < VAS_N_KINDS, NULL);
  return _ (kinds[kind].named);
}

const char *
vas_kind_get_nameless (VasKind kind)
{
  g_return_val_if_fail (kind < VAS_N_KINDS, NULL);
  return _ (kinds[kind].nameless);
}

const char *
vas_kind_get_explanation (VasKind kind)
{
  g_return_val_if_fail (kind < VAS_N_KINDS, NULL);
  return _ (kinds[kind].explanation);
}

int
vas_kind_from_id (const char *id)
{
  g_return_val_if_fail (id != NULL, -1);
  for (int i = 0; i < VAS_N_KINDS; i++)
    if (strcmp (kinds[i].id, id) == 0)
      return i;
  return -1;
}

const char *
vas_family_get_id (VasFamily family)
{
  g_return_val_if_fail (family < VAS_N_FAMILIES, NULL);
  return families[family].id;
}

const char *
vas_family_get_label (VasFamily family)
{
  g_return_val_if_fail (family < VAS_N_FAMILIES, NULL);
  return _ (families[family].label);
}

int
vas_family_from_id (const char *id)
{
  g_return_val_if_fail (id != NULL, -1);
  for (int i = 0; i < VAS_N_FAMILIES; i++)
    if (strcmp (families[i].id, id) == 0)
      return i;
  return -1;
}

const char *
vas_confidence_get_id (VasConfidence confidence)
{
  g_return_val_if_fail (confidence < VAS_N_CONFIDENCES, NULL);
  return confidences[confidence].id;
}

const char *
vas_confidence_get_label (VasConfidence confidence)
{
  g_return_val_if_fail (confidence < VAS_N_CONFIDENCES, NULL);
  return _ (confidences[confidence].label);
}
