/* The table of kinds: what a region can be, in which family, and in which words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** VasFamily: what a colour stands for. */
typedef enum
{
  VAS_FAMILY_PROGRAM,
  VAS_FAMILY_LIBRARY,
  VAS_FAMILY_HEAP,
  VAS_FAMILY_STACK,
  VAS_FAMILY_FILE,
  VAS_FAMILY_SHARED,
  VAS_FAMILY_JIT,
  VAS_FAMILY_KERNEL,
  VAS_FAMILY_NONE, /* no access: hatched, in the hatch of what it serves */
  VAS_N_FAMILIES
} VasFamily;

typedef enum
{
  VAS_KIND_PROGRAM_CODE,
  VAS_KIND_PROGRAM_RODATA,
  VAS_KIND_PROGRAM_RELRO,
  VAS_KIND_PROGRAM_DATA,
  VAS_KIND_PROGRAM_BSS,
  VAS_KIND_LIBRARY_CODE,
  VAS_KIND_LIBRARY_RODATA,
  VAS_KIND_LIBRARY_RELRO,
  VAS_KIND_LIBRARY_DATA,
  VAS_KIND_LIBRARY_BSS,
  VAS_KIND_HEAP,
  VAS_KIND_MALLOC_ARENA,
  VAS_KIND_ALLOCATOR_POOL,
  VAS_KIND_RUNTIME_HEAP,
  VAS_KIND_TOOL_MEMORY,
  VAS_KIND_ANONYMOUS,
  VAS_KIND_MAIN_STACK,
  VAS_KIND_THREAD_STACK,
  VAS_KIND_COROUTINE_STACK,
  VAS_KIND_SIGNAL_STACK,
  VAS_KIND_SHADOW_STACK,
  VAS_KIND_FILE_PRIVATE,
  VAS_KIND_FILE_SHARED,
  VAS_KIND_SHARED_MEMORY,
  VAS_KIND_DEVICE,
  VAS_KIND_JIT_CODE,
  VAS_KIND_VDSO,
  VAS_KIND_VVAR,
  VAS_KIND_VSYSCALL,
  VAS_KIND_KERNEL_OTHER,
  VAS_KIND_GUARD,
  VAS_KIND_RESERVED,
  VAS_N_KINDS
} VasKind;

/** VasConfidence: how sure a verdict is; "certain" is a fact stated by kernel, ELF or program. */
typedef enum
{
  VAS_CONFIDENCE_GUESS,
  VAS_CONFIDENCE_LIKELY,
  VAS_CONFIDENCE_CERTAIN,
  VAS_N_CONFIDENCES
} VasConfidence;

/** vas_kind_get_id: stable id, never translated: "program-code". */
const char *vas_kind_get_id (VasKind kind);
/** vas_kind_get_label: translated, short, no two alike: "library code", "heap", "thread stack". */
const char *vas_kind_get_label (VasKind kind);
/** vas_kind_get_named_label: translated, for a region with a subject: "{subject}: code". */
const char *vas_kind_get_named_label (VasKind kind);
/** vas_kind_get_nameless: translated, stands for `{subject}` where there is none: "a thread". */
const char *vas_kind_get_nameless (VasKind kind);
/** vas_kind_get_explanation: translated, one or two sentences; may hold `{subject}` (the file's
 *  short name, the thread) and is filled in by vas_words_explain(). */
const char *vas_kind_get_explanation (VasKind kind);
/** vas_kind_families: the #VasFamily of each kind; ask vas_kind_get_family(). */
extern const guint8 vas_kind_families[VAS_N_KINDS];

static inline VasFamily
vas_kind_get_family (VasKind kind)
{
  return (VasFamily) vas_kind_families[kind];
}

/** vas_kind_from_id: -1 if there is no such kind. */
int vas_kind_from_id (const char *id);

/** vas_family_get_id: "program"; vas_family_get_label: translated, "Program". */
const char *vas_family_get_id (VasFamily family);
const char *vas_family_get_label (VasFamily family);
int vas_family_from_id (const char *id);

/** vas_confidence_get_id: "certain"; vas_confidence_get_label: translated. */
const char *vas_confidence_get_id (VasConfidence confidence);
const char *vas_confidence_get_label (VasConfidence confidence);
