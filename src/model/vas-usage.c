/* The smaps fields of the regions of one reading, stored by column.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-usage.h"

#include <string.h>

#include "vas-numbers.h"
#include "vas-strings.h"

/* In the order of show_smap() and __show_smap() of Linux 6.18. */
static const char *const field_names[VAS_N_FIELDS] = {
  [VAS_FIELD_SIZE] = "Size",
  [VAS_FIELD_KERNEL_PAGE_SIZE] = "KernelPageSize",
  [VAS_FIELD_MMU_PAGE_SIZE] = "MMUPageSize",
  [VAS_FIELD_RSS] = "Rss",
  [VAS_FIELD_PSS] = "Pss",
  [VAS_FIELD_PSS_DIRTY] = "Pss_Dirty",
  [VAS_FIELD_SHARED_CLEAN] = "Shared_Clean",
  [VAS_FIELD_SHARED_DIRTY] = "Shared_Dirty",
  [VAS_FIELD_PRIVATE_CLEAN] = "Private_Clean",
  [VAS_FIELD_PRIVATE_DIRTY] = "Private_Dirty",
  [VAS_FIELD_REFERENCED] = "Referenced",
  [VAS_FIELD_ANONYMOUS] = "Anonymous",
  [VAS_FIELD_KSM] = "KSM",
  [VAS_FIELD_LAZY_FREE] = "LazyFree",
  [VAS_FIELD_ANON_HUGE_PAGES] = "AnonHugePages",
  [VAS_FIELD_SHMEM_PMD_MAPPED] = "ShmemPmdMapped",
  [VAS_FIELD_FILE_PMD_MAPPED] = "FilePmdMapped",
  [VAS_FIELD_SHARED_HUGETLB] = "Shared_Hugetlb",
  [VAS_FIELD_PRIVATE_HUGETLB] = "Private_Hugetlb",
  [VAS_FIELD_SWAP] = "Swap",
  [VAS_FIELD_SWAP_PSS] = "SwapPss",
  [VAS_FIELD_LOCKED] = "Locked",
  [VAS_FIELD_THP_ELIGIBLE] = "THPeligible",
  [VAS_FIELD_PROTECTION_KEY] = "ProtectionKey",
};

typedef struct
{
  char *name;
  gsize length;
  VasNumbers values;
} Field;

struct _VasUsage
{
  guint n_fields;
  Field fields[VAS_USAGE_MAX_FIELDS];
  VasNumbers present;      /* bit `id` is set where the region has that field */
  gsize open_region;      /* the region being filled: its bits go to the column when it is done */
  guint64 open_bits;
  VasStrings *flag_sets;
  VasNumbers flags;        /* id in @flag_sets + 1; 0 = none printed */
};

G_STATIC_ASSERT (VAS_USAGE_MAX_FIELDS <= 64);

static guint
append_field (VasUsage *self, const char *name, gsize length)
{
  Field *field = &self->fields[self->n_fields];
  field->name = g_strndup (name, length);
  field->length = length;
  return self->n_fields++;
}

VasUsage *
vas_usage_new (void)
{
  VasUsage *self = g_new0 (VasUsage, 1);
  self->flag_sets = vas_strings_new ();
  for (guint i = 0; i < VAS_N_FIELDS; i++)
    append_field (self, field_names[i], strlen (field_names[i]));
  return self;
}

void
vas_usage_free (VasUsage *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_fields; i++)
    {
      g_free (self->fields[i].name);
      vas_numbers_clear (&self->fields[i].values);
    }
  vas_numbers_clear (&self->present);
  vas_numbers_clear (&self->flags);
  vas_strings_free (self->flag_sets);
  g_free (self);
}

static gboolean
field_is_called (const Field *field, const char *name, gsize length)
{
  return field->length == length && memcmp (field->name, name, length) == 0;
}

guint
vas_usage_add_field (VasUsage *self, const char *name, gsize length)
{
  g_return_val_if_fail (self != NULL && name != NULL, VAS_USAGE_NO_FIELD);

  guint id = 0;
  while (id < self->n_fields && !field_is_called (&self->fields[id], name, length))
    id++;
  if (id == VAS_USAGE_MAX_FIELDS)
    return VAS_USAGE_NO_FIELD;
  return id < self->n_fields ? id : append_field (self, name, length);
}

guint
vas_usage_get_n_fields (const VasUsage *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_fields;
}

const char *
vas_usage_get_field_name (const VasUsage *self, guint field)
{
  g_return_val_if_fail (self != NULL && field < self->n_fields, "");
  return self->fields[field].name;
}

/* A column of sets, written once a region and not once a field. */
static void
open_region (VasUsage *self, gsize region)
{
  if (self->open_bits != 0)
    vas_numbers_set (&self->present, self->open_region, self->open_bits);
  self->open_region = region;
  self->open_bits = vas_numbers_get (&self->present, region);
}

static guint64
get_present (const VasUsage *self, gsize region)
{
  return region == self->open_region ? self->open_bits : vas_numbers_get (&self->present, region);
}

void
vas_usage_set (VasUsage *self, gsize region, guint field, guint64 value)
{
  g_return_if_fail (self != NULL && field < self->n_fields);
  if (region != self->open_region)
    open_region (self, region);
  self->open_bits |= G_GUINT64_CONSTANT (1) << field;
  vas_numbers_set (&self->fields[field].values, region, value);
}

gboolean
vas_usage_get (const VasUsage *self, gsize region, guint field, guint64 *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);
  *value = 0;
  if (field >= self->n_fields || (get_present (self, region) >> field & 1) == 0)
    return FALSE;
  *value = vas_numbers_get (&self->fields[field].values, region);
  return TRUE;
}

/* The next code of a list parted by blanks; %NULL at its end. */
static const char *
next_code (const char *text, const char *end, gsize *length)
{
  while (text < end && (*text == ' ' || *text == '\t'))
    text++;
  const char *code = text;
  while (text < end && *text != ' ' && *text != '\t')
    text++;
  *length = (gsize) (text - code);
  return *length > 0 ? code : NULL;
}

/* As the kernel prints them, but for the blank at the end: every code parted by one space. */
static gboolean
is_tidy (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\t' || (text[i] == ' ' && (i == 0 || i + 1 == length || text[i + 1] == ' ')))
      return FALSE;
  return TRUE;
}

static guint32
add_tidied (VasStrings *sets, const char *text, gsize length)
{
  const char *end = text + length;
  g_autoptr (GString) codes = g_string_new (NULL);
  gsize n = 0;
  for (const char *code = text; (code = next_code (code, end, &n)) != NULL; code += n)
    {
      if (codes->len > 0)
        g_string_append_c (codes, ' ');
      g_string_append_len (codes, code, (gssize) n);
    }
  return vas_strings_add (sets, codes->str, codes->len);
}

void
vas_usage_set_flags (VasUsage *self, gsize region, const char *text, gsize length)
{
  g_return_if_fail (self != NULL && (text != NULL || length == 0));

  if (length > 0 && text[length - 1] == ' ')
    length--;
  guint32 set = is_tidy (text, length) ? vas_strings_add (self->flag_sets, text, length)
                                       : add_tidied (self->flag_sets, text, length);
  vas_numbers_set (&self->flags, region, (guint64) set + 1);
}

const char *
vas_usage_get_flags (const VasUsage *self, gsize region)
{
  g_return_val_if_fail (self != NULL, NULL);
  guint64 flags = vas_numbers_get (&self->flags, region);
  return flags > 0 ? vas_strings_get (self->flag_sets, (guint32) (flags - 1), NULL) : NULL;
}

/* By hand, since classifying asks it several times for each region. */
gboolean
vas_usage_has_flag (const VasUsage *self, gsize region, guint16 flag)
{
  const char *at = vas_usage_get_flags (self, region);
  char first = (char) (flag >> 8), second = (char) (flag & 0xff);
  while (at != NULL)
    {
      if (at[0] == first && at[1] == second && (at[2] == ' ' || at[2] == '\0'))
        return TRUE;
      while (*at != ' ' && *at != '\0')
        at++;
      at = *at == ' ' ? at + 1 : NULL;
    }
  return FALSE;
}

static gboolean
has_same_fields (const VasUsage *a, const VasUsage *b)
{
  if (a->n_fields != b->n_fields)
    return FALSE;
  for (guint i = VAS_N_FIELDS; i < a->n_fields; i++)
    if (!field_is_called (&a->fields[i], b->fields[i].name, b->fields[i].length))
      return FALSE;
  return TRUE;
}

gboolean
vas_usage_equals (const VasUsage *a, const VasUsage *b, gsize n_regions)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if (!has_same_fields (a, b))
    return FALSE;
  for (guint i = 0; i < a->n_fields; i++)
    if (!vas_numbers_equals (&a->fields[i].values, &b->fields[i].values, n_regions))
      return FALSE;
  for (gsize region = 0; region < n_regions; region++)
    if (get_present (a, region) != get_present (b, region)
        || g_strcmp0 (vas_usage_get_flags (a, region), vas_usage_get_flags (b, region)) != 0)
      return FALSE;
  return TRUE;
}

void
vas_usage_permute (VasUsage *self, const guint32 *order, gsize n)
{
  g_return_if_fail (self != NULL && (order != NULL || n == 0));
  open_region (self, G_MAXSIZE);
  for (guint i = 0; i < self->n_fields; i++)
    vas_numbers_permute (&self->fields[i].values, order, n);
  vas_numbers_permute (&self->present, order, n);
  vas_numbers_permute (&self->flags, order, n);
}
