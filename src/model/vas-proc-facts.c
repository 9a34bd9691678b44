/* Gathers the evidence beside the maps of a process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc-private.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>

#include "vas-auxv.h"
#include "vas-proc-files.h"
#include "vas-threads.h"

enum
{
  CMDLINE_BYTES = 1 << 20,
};

static const char deleted_suffix[] = " (deleted)";

static void
fill_exe (const VasProc *self, VasFacts *facts)
{
  facts->exe = vas_proc_link_read (self->memory, "exe");
  if (facts->exe != NULL && g_str_has_suffix (facts->exe, deleted_suffix))
    {
      facts->exe[strlen (facts->exe) - strlen (deleted_suffix)] = '\0';
      facts->exe_deleted = TRUE;
    }
}

static void
fill_cmdline (const VasProc *self, VasFacts *facts)
{
  gsize length;
  g_autofree char *text = vas_proc_file_read (self->memory, "cmdline", CMDLINE_BYTES, &length);
  if (text == NULL || length == 0)
    return;
  GPtrArray *words = g_ptr_array_new ();
  for (const char *word = text; word < text + length; word += strlen (word) + 1)
    g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_add (words, NULL);
  facts->cmdline = (char **) g_ptr_array_free (words, FALSE);
}

/* Addresses are those of the thread that shows the memory; everything else that of the process. */
static void
fill_addresses (const VasProc *self, VasFacts *facts)
{
  gsize length;
  VasProcStat stat;
  g_autofree char *text = vas_proc_file_read (self->memory, "stat", VAS_PROC_FILE_BYTES, &length);
  if (text == NULL || !vas_proc_stat_parse (text, length, &stat))
    return;
  facts->start_stack = stat.start_stack;
  facts->start_data = stat.start_data;
  facts->end_data = stat.end_data;
  facts->start_brk = stat.start_brk;
  facts->arg_start = stat.arg_start;
  facts->arg_end = stat.arg_end;
  facts->env_start = stat.env_start;
  facts->env_end = stat.env_end;
  /* Without permission these two are 1 (do_task_stat()). */
  if (stat.start_code > 1)
    {
      facts->start_code = stat.start_code;
      facts->end_code = stat.end_code;
    }
}

static void
fill_from_stat (VasProc *self, VasFacts *facts)
{
  VasProcStat stat;
  if (!vas_proc_read_stat (self, &stat, NULL))
    return;
  facts->state = stat.state;
  facts->n_threads = stat.n_threads;
  fill_addresses (self, facts);
}

/* The directory of a process belongs to its effective user; status, which has the real one, may be
 * hidden. */
static void
fill_owner (const VasProc *self, VasFacts *facts)
{
  struct stat about;
  if (self->is_live && fstat (self->directory, &about) == 0)
    facts->uid = about.st_uid;
}

static void
fill_from_status (const VasProc *self, VasFacts *facts)
{
  gsize length;
  VasProcStatus status;
  g_autofree char *text
      = vas_proc_file_read (self->directory, "status", VAS_PROC_FILE_BYTES, &length);
  if (text == NULL)
    return;
  vas_proc_status_parse (text, length, &status);
  if (status.has_uid)
    facts->uid = status.uid;
  if (status.n_threads != 0)
    facts->n_threads = status.n_threads;
}

static void
fill_from_auxv (const VasProc *self, VasFacts *facts)
{
  gsize length;
  VasAuxv auxv;
  g_autofree char *bytes
      = vas_proc_file_read (self->memory, "auxv", VAS_PROC_FILE_BYTES, &length);
  if (bytes == NULL || !vas_auxv_parse ((const guint8 *) bytes, length, &auxv))
    return;
  facts->bits = auxv.bits;
  facts->at_phdr = auxv.phdr;
  facts->at_base = auxv.base;
  facts->at_entry = auxv.entry;
  facts->at_sysinfo_ehdr = auxv.sysinfo_ehdr;
  facts->at_page_size = auxv.page_size;
}

static void
fill_stack_limit (const VasProc *self, VasFacts *facts)
{
  gsize length;
  g_autofree char *text
      = vas_proc_file_read (self->memory, "limits", VAS_PROC_FILE_BYTES, &length);
  if (text != NULL)
    facts->stack_limit = vas_proc_limits_parse_stack (text, length);
}

static void
fill_sizes (const VasProc *self, VasFacts *facts)
{
  gsize length;
  VasProcMemory memory;
  guint64 page_size = facts->at_page_size != 0 ? facts->at_page_size : 4096;
  g_autofree char *text
      = vas_proc_file_read (self->memory, "statm", VAS_PROC_FILE_BYTES, &length);
  if (text == NULL || !vas_proc_statm_parse (text, length, &memory))
    return;
  facts->vm_size = memory.mapped * page_size;
  facts->vm_rss = memory.resident * page_size;
}

/* A captured tree may come from any kernel. */
static void
fill_kernel (const VasProc *self, VasFacts *facts)
{
  struct utsname kernel;
  if (!self->is_live || uname (&kernel) != 0)
    return;
  char *rest = NULL;
  facts->kernel_major = g_ascii_strtoull (kernel.release, &rest, 10);
  if (*rest == '.')
    facts->kernel_minor = g_ascii_strtoull (rest + 1, NULL, 10);
}

static gboolean
is_same_file (const VasReading *reading, const VasFacts *facts, const char *name)
{
  for (gsize i = 0; i < reading->n_regions; i++)
    if (strcmp (vas_reading_get_name (reading, &reading->regions[i], NULL), name) == 0)
      return vas_facts_get_file_state (
                 facts, vas_reading_get_name_id (reading, &reading->regions[i]))
             == VAS_FILE_SAME;
  return FALSE;
}

/* A program may really be called "x (deleted)"; then its file is found by that name. */
static void
correct_exe (VasFacts *facts, const VasReading *reading)
{
  if (!facts->exe_deleted)
    return;
  g_autofree char *whole = g_strconcat (facts->exe, deleted_suffix, NULL);
  if (is_same_file (reading, facts, whole))
    {
      g_free (facts->exe);
      facts->exe = g_steal_pointer (&whole);
      facts->exe_deleted = FALSE;
    }
}

/* Without auxv the program's own header tells. */
static void
fill_bits_from_program (VasFacts *facts, const VasReading *reading)
{
  for (gsize i = 0; i < reading->n_regions && facts->bits == 0 && facts->exe != NULL; i++)
    {
      const VasRegion *region = &reading->regions[i];
      const VasElf *elf = vas_facts_get_elf (facts, vas_reading_get_name_id (reading, region));
      if (elf != NULL && g_str_has_prefix (vas_reading_get_name (reading, region, NULL), facts->exe))
        facts->bits = elf->bits;
    }
}

VasFacts *
vas_proc_read_facts (VasProc *self,
                     const VasReading *reading,
                     VasMappedFiles *files,
                     GCancellable *cancellable)
{
  g_return_val_if_fail (self != NULL && reading != NULL && files != NULL, NULL);

  VasFacts *facts = vas_facts_new ();
  facts->pid = self->pid;
  facts->start_time = self->start_time;
  facts->comm = *self->name != '\0' ? g_strdup (self->name) : NULL;
  facts->moving = self->moving;
  fill_exe (self, facts);
  fill_cmdline (self, facts);
  fill_from_stat (self, facts);
  fill_owner (self, facts);
  fill_from_status (self, facts);
  fill_from_auxv (self, facts);
  fill_stack_limit (self, facts);
  fill_sizes (self, facts);
  fill_kernel (self, facts);
  facts->threads = vas_threads_read (self->directory, cancellable, &facts->n_known_threads);
  vas_mapped_files_read (files, self->memory, self->is_live, reading, facts, cancellable);
  correct_exe (facts, reading);
  fill_bits_from_program (facts, reading);
  return facts;
}

gboolean
vas_proc_has_execed (const VasProc *self, const VasFacts *facts)
{
  g_return_val_if_fail (self != NULL && facts != NULL, FALSE);
  return facts->start_stack != self->program;
}
