/* What the other files of /proc/PID say about a process: the evidence beside its maps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-elf.h"
#include "vas-reading.h"

/**
 * VasThread:
 * @name: (owned): task/TID/comm, bytes
 * @stack_pointer: from task/TID/syscall; 0 where it is not known (running, or refused: that file
 *   needs PTRACE_MODE_ATTACH, which Yama scope 1 denies)
 */
typedef struct
{
  gint32 tid;
  char *name;
  guint64 stack_pointer;
} VasThread;

/**
 * VasFileState: what lies at the path of a mapped file now. Only asked of programs and libraries, of
 * names that end in " (deleted)", and of a running kernel.
 * @VAS_FILE_UNKNOWN: not asked, or no answer
 * @VAS_FILE_SAME: the mapped file itself; if its name ends in " (deleted)", it is really called so
 * @VAS_FILE_REPLACED: another file: what runs is an older version
 * @VAS_FILE_GONE: nothing
 */
typedef enum
{
  VAS_FILE_UNKNOWN,
  VAS_FILE_SAME,
  VAS_FILE_REPLACED,
  VAS_FILE_GONE,
} VasFileState;

/**
 * VasFacts:
 *
 * Each part is optional and fails quietly: strings are %NULL, numbers 0, where the kernel refused
 * or the source is a saved file. Strings are bytes. Addresses are those of the process.
 */
typedef struct
{
  gint32 pid;
  guint64 start_time;  /* stat field 22, clock ticks after boot: with the pid the identity */
  char *comm;
  char *exe;           /* target of the exe link, without " (deleted)" */
  gboolean exe_deleted;
  char **cmdline;      /* %NULL-terminated */
  char state;          /* letter of stat: R S D T Z ... ; 0 unknown */
  guint32 uid;
  guint n_threads;

  /* stat (proc(5)); 0 without permission */
  guint64 start_code, end_code, start_data, end_data, start_brk, start_stack;
  guint64 arg_start, arg_end, env_start, env_end;

  /* auxv (getauxval(3)) */
  guint64 at_phdr, at_base, at_entry, at_sysinfo_ehdr, at_page_size;
  guint bits;          /* 32 or 64, from auxv or the program's ELF class; 0 unknown */

  guint64 stack_limit; /* limits: soft "Max stack size" in bytes; G_MAXUINT64 = unlimited; 0 unknown */
  guint64 vm_size;     /* statm field 1 in bytes */
  guint64 vm_rss;      /* statm field 2 in bytes */
  gboolean moving;     /* the mappings changed while they were read, and again on each retry */
  guint kernel_major, kernel_minor;   /* of the running kernel; 0 for captures and files */

  VasThread *threads;
  guint n_known_threads;

  GHashTable *elves;   /* guint32 name id (of the reading) -> VasElf; may be empty, never %NULL */
  GHashTable *file_states; /* guint32 name id -> VasFileState; may be empty, never %NULL */
} VasFacts;

VasFacts *vas_facts_new (void);
void vas_facts_free (VasFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasFacts, vas_facts_free)

/**
 * vas_facts_is_same_program:
 * @a, @b: of one process at two instants
 *
 * An exec changes neither the pid nor the start time, but where the program, its loader and its
 * stack lie, unless address randomisation is off. The file's name says nothing: it may be renamed
 * while the program runs, and a program may start itself anew.
 *
 * Returns: %FALSE if the process replaced its program meanwhile.
 */
gboolean vas_facts_is_same_program (const VasFacts *a, const VasFacts *b);

/** vas_facts_get_elf: (nullable) (transfer none): headers of the file with this name id. */
const VasElf *vas_facts_get_elf (const VasFacts *self, guint32 name);

/** vas_facts_get_file_state: of the file with this name id. */
VasFileState vas_facts_get_file_state (const VasFacts *self, guint32 name);
