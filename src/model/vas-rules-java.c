/* Rules for the tables of Java's virtual machine, whose sizes follow from others.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules-topics.h"

#include <glib/gi18n-lib.h>

enum
{
  PAGE = 4096,
  MOST_CODE_HEAPS = 8,
};

/* The most that CompressedClassSpaceSize allows. */
static const guint64 LARGEST_METASPACE = G_GUINT64_CONSTANT (3) << 30;

/**
 * Java:
 * @heap: bytes of the whole Java heap, with what it may still grow into; 0 = not found
 * @code: bytes of each code heap, with its reserve
 */
typedef struct
{
  guint64 heap;
  guint64 code[MOST_CODE_HEAPS];
  guint n_code;
} Java;

static gboolean
is_java_heap (const VasCase *c, gsize i)
{
  guint role = vas_case_get_verdict (c, i)->role;
  return role == VAS_ROLE_JAVA_HEAP || role == VAS_ROLE_JAVA_HEAP_RESERVE;
}

/* Pieces of the class archive may lie in the middle of the heap, so only its ends count. */
static guint64
measure_heap (const VasCase *c)
{
  guint64 start = G_MAXUINT64, end = 0;
  for (gsize i = 0; i < c->n_regions; i++)
    if (is_java_heap (c, i))
      {
        start = MIN (start, c->regions[i].start);
        end = MAX (end, c->regions[i].end);
      }
  return end > start ? end - start : 0;
}

static gboolean
is_code (const VasCase *c, gsize i)
{
  return vas_case_is_unnamed (c, i) && (c->regions[i].perms & VAS_PERM_EXEC) != 0;
}

static gboolean
is_reserve (const VasCase *c, gsize i)
{
  return vas_case_touches (c, i) && vas_case_is_closed (c, i)
         && vas_case_may_have_flags (c, i, VAS_VM_NR);
}

/* A code heap is its committed front and the reserve behind it. */
static void
measure_code (const VasCase *c, Java *java)
{
  for (gsize i = 0; i < c->n_regions && java->n_code < MOST_CODE_HEAPS; i++)
    if (is_code (c, i))
      {
        guint64 end = i + 1 < c->n_regions && is_reserve (c, i + 1) ? c->regions[i + 1].end
                                                                    : c->regions[i].end;
        java->code[java->n_code++] = end - c->regions[i].start;
      }
}

static gboolean
is_about (guint64 size, guint64 expected)
{
  return expected >= PAGE && size >= expected && size - expected <= PAGE;
}

/* One bit or byte for so many bytes of the heap: mark bitmaps one bit for 8 bytes, so 1/64, of
 * which there may be two in a row; card, offset and count tables one byte for 512, some with a
 * page more (src/hotspot/share/gc). G1's mark stack is 32 MiB whatever the heap (MarkStackSize). */
static gboolean
is_collector_size (const Java *java, guint64 size)
{
  static const guint64 mark_stack = 32 << 20;
  return size == java->heap / 64 || size == java->heap / 32 || is_about (size, java->heap / 512)
         || size == mark_stack;
}

/* One byte for each segment of a code heap, of 64 or 128 bytes (CodeCacheSegmentSize). */
static gboolean
is_code_table_size (const Java *java, guint64 size)
{
  for (guint k = 0; k < java->n_code; k++)
    if (is_about (size, java->code[k] / 128) || is_about (size, java->code[k] / 64))
      return TRUE;
  return FALSE;
}

static void
decide (VasCase *c, gsize i, VasKind kind, VasRoleIndex role, const char *evidence)
{
  VasVerdict verdict = {
    .kind = kind,
    .role = role,
    .confidence = VAS_CONFIDENCE_LIKELY,
    .evidence = vas_case_say (c, evidence),
  };
  vas_case_decide (c, i, &verdict);
}

/* Metaspace begins so, with one chunk of 4 MiB after the other, and is never larger than 3 GiB:
 * left to the table of shapes. */
static gboolean
may_be_metaspace (const VasRegion *region, guint64 whole)
{
  static const guint64 chunk = 4 << 20, granule = 64 << 10;
  return region->start % chunk == 0 && vas_region_get_size (region) % granule == 0
         && whole <= LARGEST_METASPACE;
}

static void
judge_table (VasCase *c, const Java *java, gsize i)
{
  const VasRegion *region = &c->regions[i];
  gboolean grows = i + 1 < c->n_regions && is_reserve (c, i + 1);
  guint64 whole = (grows ? c->regions[i + 1].end : region->end) - region->start;
  if (grows && may_be_metaspace (region, whole))
    return;
  if (grows && is_code_table_size (java, whole))
    {
      decide (c, i, VAS_KIND_JIT_CODE, VAS_ROLE_JAVA_CODE_TABLE,
              N_ ("libjvm is loaded; with the reserve behind it, it has a byte for each piece of a "
                 "code cache."));
      decide (c, i + 1, VAS_KIND_RESERVED, VAS_ROLE_JAVA_CODE_RESERVE,
              N_ ("No access, right behind a table of Java's code cache."));
    }
  else if (grows && whole > LARGEST_METASPACE)
    decide (c, i, VAS_KIND_RUNTIME_HEAP, VAS_ROLE_JAVA_GC,
            N_ ("libjvm is loaded, and more addresses are reserved behind it than for anything but a "
               "table of the whole heap."));
  else if (java->heap != 0 && is_collector_size (java, whole))
    decide (c, i, VAS_KIND_RUNTIME_HEAP, VAS_ROLE_JAVA_GC,
            N_ ("libjvm is loaded, and the size is a fixed part of the Java heap's, as those of the "
               "collector's tables are."));
}

void
vas_survey_java (VasCase *c, guint32 evidence)
{
  Java java = { .heap = measure_heap (c) };
  measure_code (c, &java);
  for (gsize i = 0; i < c->n_regions; i++)
    if (!vas_case_is_decided (c, i) && vas_case_is_unnamed (c, i)
        && c->regions[i].perms == (VAS_PERM_READ | VAS_PERM_WRITE)
        && (c->flags == NULL || vas_case_lacks_flags (c, i, VAS_VM_NR | VAS_VM_NH)))
      judge_table (c, &java, i);
}
