/* Rules that apply the tables of places and shapes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

#include "vas-places.h"
#include "vas-shapes.h"

static void
decide_in_place (VasCase *c, gsize i, const VasPlace *place, guint32 evidence)
{
  gboolean is_reserve = (c->regions[i].perms & VAS_PERM_ACCESS) == 0;
  VasVerdict verdict = {
    .kind = is_reserve ? VAS_KIND_RESERVED : place->kind,
    .role = is_reserve ? place->reserve : place->role,
    .confidence = VAS_CONFIDENCE_LIKELY,
    .evidence = evidence,
  };
  vas_case_decide (c, i, &verdict);
}

void
vas_survey_places (VasCase *c, guint32 evidence)
{
  for (gsize p = 0; p < vas_n_places; p++)
    {
      const VasPlace *place = &vas_places[p];
      if ((place->products & c->products) == 0)
        continue;
      guint32 sentence = vas_case_say (c, place->evidence);
      for (gsize i = vas_regions_find_from (c->regions, c->n_regions, place->start);
           i < c->n_regions && c->regions[i].start < place->end; i++)
        if (c->regions[i].start >= place->start && vas_case_is_unnamed (c, i))
          decide_in_place (c, i, place, sentence);
    }
}

static gboolean
fits_numbers (const VasRegion *region, const VasShape *shape)
{
  guint64 size = vas_region_get_size (region);
  return (shape->perms == 0 || shape->perms == region->perms)
         && (shape->align == 0 || region->start % shape->align == 0)
         && (shape->unit == 0 || size % shape->unit == 0) && size >= shape->least
         && (shape->most == 0 || size <= shape->most)
         && region->start >= shape->above
         && (shape->below == 0 || region->end <= shape->below);
}

static gboolean
fits_neighbours (const VasCase *c, gsize i, const VasShape *shape)
{
  if (shape->fence_below && !(vas_case_touches (c, i) && vas_case_is_closed (c, i - 1)))
    return FALSE;
  if (shape->reserve_above != 0
      && !(vas_case_touches (c, i + 1) && vas_case_is_closed (c, i + 1)
           && vas_region_get_size (&c->regions[i + 1]) >= shape->reserve_above))
    return FALSE;
  if (shape->apart
      && ((vas_case_touches (c, i) && vas_case_is_closed (c, i - 1))
          || (vas_case_touches (c, i + 1) && vas_case_get_name (c, i + 1) != 0)))
    return FALSE;
  return shape->follows == VAS_ROLE_NONE
         || (vas_case_touches (c, i) && vas_case_get_verdict (c, i - 1)->role == shape->follows);
}

static gboolean
fits (const VasCase *c, gsize i, VasWhen when, const VasShape *shape)
{
  if ((shape->when & when) == 0 || !fits_numbers (&c->regions[i], shape))
    return FALSE;
  if (c->flags == NULL ? shape->flags != 0
                       : shape->blind || !vas_case_has_flags (c, i, shape->flags)
                             || !vas_case_lacks_flags (c, i, shape->no_flags))
    return FALSE;
  return fits_neighbours (c, i, shape);
}

/* The rows are few where a product is at work, and none are tried where none is. */
gboolean
vas_judge_shape (VasCase *c, gsize i, VasVerdict *verdict)
{
  VasWhen when = c->when[i];
  for (guint s = 0; s < c->shapes->len; s++)
    {
      const VasActiveShape *active = &g_array_index (c->shapes, VasActiveShape, s);
      if (!fits (c, i, when, active->shape))
        continue;
      verdict->kind = active->shape->kind;
      verdict->role = active->shape->role;
      verdict->confidence = c->flags == NULL ? VAS_CONFIDENCE_GUESS : active->shape->confidence;
      verdict->evidence = active->evidence;
      return TRUE;
    }
  return FALSE;
}

void
vas_survey_shapes (VasCase *c, guint32 evidence)
{
  for (gsize s = 0; s < vas_n_shapes; s++)
    {
      VasActiveShape active = { .shape = &vas_shapes[s] };
      if ((vas_shapes[s].products & c->products) == 0)
        continue;
      active.evidence = vas_case_say (c, vas_shapes[s].evidence);
      g_array_append_val (c->shapes, active);
    }
}
