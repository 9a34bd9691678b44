/* The table of roles: what a region is for, more exactly than its kind says, with a text of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-kinds.h"

/**
 * VasRole:
 * @id: stable: "glibc-arena", "v8-heap-page", "font-cache"
 * @owner: (nullable): stable group whose islands fold into one area: "v8", "java", "go"
 * @product: (nullable): as a person says it: "Java", "jemalloc" (a proper name, not translated)
 * @label: translatable, short, may hold `{subject}`: "{product} heap", "fonts: {subject}"
 * @explanation: translatable, one or two sentences: why it is here; no two roles share one
 *
 * A role says more than the kind: the product and the part. Role 0 is none: the kind's own words
 * serve. Adding a runtime is adding rows here and patterns or rules, and a fixture.
 */
typedef struct
{
  const char *id;
  const char *owner;
  const char *product;
  const char *label;
  const char *explanation;
} VasRole;

guint vas_roles_get_count (void);
/** vas_role_get: (transfer none): @role in `[0, count)`. */
const VasRole *vas_role_get (guint role);
/** vas_role_from_id: 0 if there is no such role. */
guint vas_role_from_id (const char *id);
