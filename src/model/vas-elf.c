/* The program headers of a mapped ELF file: which bytes of it go where in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-elf.h"

#include <gelf.h>
#include <string.h>

static void
clear_elf (gpointer box)
{
  VasElf *self = box;
  g_free (self->segments);
}

VasElf *
vas_elf_ref (VasElf *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_elf_unref (VasElf *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_elf);
}

/* The section table lies at a file's end, beyond what was read, and libelf refuses a file whose
 * section table it cannot reach. So the header must say that there is none. */
static gboolean
hide_sections (guint8 *head, gsize length)
{
  if (length >= sizeof (Elf64_Ehdr) && head[EI_CLASS] == ELFCLASS64)
    {
      Elf64_Ehdr *header = (Elf64_Ehdr *) head;
      header->e_shoff = 0;
      header->e_shnum = header->e_shstrndx = 0;
      return TRUE;
    }
  if (length >= sizeof (Elf32_Ehdr) && head[EI_CLASS] == ELFCLASS32)
    {
      Elf32_Ehdr *header = (Elf32_Ehdr *) head;
      header->e_shoff = 0;
      header->e_shnum = header->e_shstrndx = 0;
      return TRUE;
    }
  return FALSE;
}

/* libelf would take a count that reaches past the end for a smaller one, and entries of another size
 * than its own for its own. The kernel loads neither. */
static gboolean
has_whole_headers (Elf *elf, const GElf_Ehdr *header, gsize length)
{
  size_t entry = gelf_fsize (elf, ELF_T_PHDR, 1, EV_CURRENT);
  if (header->e_phnum == 0)
    return TRUE;
  return header->e_phnum != PN_XNUM && header->e_phentsize == entry && header->e_phoff <= length
         && header->e_phnum <= (length - header->e_phoff) / entry;
}

static VasElf *
read_headers (Elf *elf, gsize length)
{
  GElf_Ehdr header;
  size_t n = 0;
  if (elf_kind (elf) != ELF_K_ELF || gelf_getehdr (elf, &header) == NULL
      || !has_whole_headers (elf, &header, length) || elf_getphdrnum (elf, &n) != 0)
    return NULL;

  VasElf *self = g_atomic_rc_box_new0 (VasElf);
  self->type = header.e_type;
  self->machine = header.e_machine;
  self->bits = header.e_ident[EI_CLASS] == ELFCLASS64 ? 64 : 32;
  self->segments = g_new0 (VasSegment, n);
  GElf_Phdr segment;
  for (size_t i = 0; i < n && gelf_getphdr (elf, i, &segment) != NULL; i++)
    self->segments[self->n_segments++] = (VasSegment) {
      .type = segment.p_type,
      .flags = segment.p_flags,
      .offset = segment.p_offset,
      .address = segment.p_vaddr,
      .file_size = segment.p_filesz,
      .memory_size = segment.p_memsz,
    };
  return self;
}

gboolean
vas_elf_is_magic (const guint8 *head, gsize length)
{
  return length >= EI_NIDENT && memcmp (head, ELFMAG, SELFMAG) == 0;
}

VasElf *
vas_elf_parse (const guint8 *head, gsize length)
{
  if (!vas_elf_is_magic (head, length) || elf_version (EV_CURRENT) == EV_NONE)
    return NULL;
  g_autofree guint8 *copy = g_memdup2 (head, length);
  if (!hide_sections (copy, length))
    return NULL;
  Elf *elf = elf_memory ((char *) copy, length);
  if (elf == NULL)
    return NULL;
  VasElf *self = read_headers (elf, length);
  elf_end (elf);
  return self;
}
