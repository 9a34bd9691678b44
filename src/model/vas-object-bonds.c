/* What ties a region to the object that ends below it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-object-bonds.h"

#include "vas-roles.h"

enum
{
  /* A just-in-time compiler keeps constants and tables beside its code: pages, not megabytes. */
  MAX_PATCH_BYTES = 256 << 10,
};

gboolean
vas_object_bonds_is_elf (VasFamily family)
{
  return family == VAS_FAMILY_PROGRAM || family == VAS_FAMILY_LIBRARY;
}

static gboolean
is_closed (VasFamily family)
{
  return family == VAS_FAMILY_NONE;
}

static gboolean
has_same_owner (const VasVerdict *a, const VasVerdict *b)
{
  const char *owner = vas_role_get (a->role)->owner;
  return owner != NULL && g_strcmp0 (owner, vas_role_get (b->role)->owner) == 0;
}

/* The lines of one mapped file, or of one name. A code file that starts over is another copy of it.
 * What follows a hole or padding in a code file is told by close_hole(). */
static gboolean
continues_name (const VasJoint *joint)
{
  return joint->file->name != 0 && joint->previous->file == joint->region->file
         && (!vas_object_bonds_is_elf (joint->family) || joint->region->offset >= joint->previous->offset);
}

/* The zeroed data of a program or library, directly behind its file. */
static gboolean
continues_image (const VasJoint *joint)
{
  return joint->touches && joint->file->name == 0 && vas_object_bonds_is_elf (joint->family)
         && joint->family == joint->main_family
         && (joint->verdict->subject == joint->main_verdict->subject
             || joint->verdict->subject == 0);
}

/* A stack above its guard, or a stack that the program itself parted by protecting pages. */
static gboolean
continues_stack (const VasJoint *joint)
{
  return joint->touches && joint->family == VAS_FAMILY_STACK
         && (is_closed (joint->main_family)
             || (joint->main_verdict->kind == joint->verdict->kind && joint->verdict->subject != 0
                 && joint->main_verdict->subject == joint->verdict->subject));
}

/* An arena's used part, then its reserve; what is used again behind a reserve is the next arena. */
static gboolean
continues_arena (const VasJoint *joint)
{
  return joint->touches && joint->main_verdict->kind == VAS_KIND_MALLOC_ARENA
         && !joint->after_closed
         && (joint->verdict->kind == VAS_KIND_MALLOC_ARENA || is_closed (joint->family));
}

/* Memory without a file that plays one part for one owner, with what the owner keeps reserved. */
static gboolean
continues_role (const VasJoint *joint)
{
  const VasVerdict *a = joint->main_verdict, *b = joint->verdict;
  if (joint->file->inode != 0 || joint->main_file->inode != 0
      || joint->family == VAS_FAMILY_STACK || joint->main_family == VAS_FAMILY_STACK
      || b->kind == VAS_KIND_MALLOC_ARENA || a->kind == VAS_KIND_MALLOC_ARENA)
    return FALSE;
  return (b->role != 0 && a->role == b->role)
         || ((is_closed (joint->main_family) || is_closed (joint->family))
             && has_same_owner (a, b));
}

static gboolean
is_plain_memory (const VasVerdict *verdict, VasFamily family)
{
  return (family == VAS_FAMILY_HEAP || family == VAS_FAMILY_JIT)
         && verdict->kind != VAS_KIND_HEAP && verdict->kind != VAS_KIND_MALLOC_ARENA;
}

/* Generated code with small pages of data strewn between. */
static gboolean
continues_patchwork (const VasJoint *joint)
{
  const VasVerdict *a = joint->main_verdict, *b = joint->verdict;
  const VasRegion *patch = b->kind == VAS_KIND_ANONYMOUS ? joint->region : joint->main;
  return joint->touches && joint->file->name == 0 && joint->main_file->name == 0
         && vas_region_get_size (patch) <= MAX_PATCH_BYTES
         && ((a->kind == VAS_KIND_JIT_CODE && b->kind == VAS_KIND_ANONYMOUS && b->role == 0)
             || (b->kind == VAS_KIND_JIT_CODE && a->kind == VAS_KIND_ANONYMOUS && a->role == 0));
}

/* Unnamed memory of one kind without a gap between: more often than not one request to the system
 * that was parted by protecting pages. */
static gboolean
continues_run (const VasJoint *joint)
{
  const VasVerdict *a = joint->main_verdict, *b = joint->verdict;
  if (!joint->touches || joint->file->name != 0 || joint->main_file->name != 0)
    return FALSE;
  if (is_closed (joint->main_family))
    return is_closed (joint->family) || (is_plain_memory (b, joint->family) && b->role == 0);
  return a->role == 0 && is_plain_memory (a, joint->main_family)
         && (is_closed (joint->family) || (a->kind == b->kind && b->role == 0));
}

/* The commonest first: any will do. */
gboolean
vas_object_bonds_hold (const VasJoint *joint)
{
  return continues_run (joint) || continues_name (joint) || continues_image (joint)
         || continues_stack (joint) || continues_arena (joint) || continues_role (joint)
         || continues_patchwork (joint);
}
