/* Lets one thread write for programs while the others speak to a person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-plain-locale.h"

#include <locale.h>

struct _VasPlainLocale
{
  locale_t plain;
  locale_t before;
};

VasPlainLocale *
vas_plain_locale_enter (void)
{
  VasPlainLocale *self = g_new (VasPlainLocale, 1);
  self->before = uselocale ((locale_t) 0);
  self->plain = newlocale (LC_MESSAGES_MASK | LC_NUMERIC_MASK, "C", duplocale (self->before));
  g_assert (self->plain != (locale_t) 0); /* "C" is part of every C library */
  uselocale (self->plain);
  return self;
}

void
vas_plain_locale_leave (VasPlainLocale *self)
{
  g_return_if_fail (self != NULL);

  uselocale (self->before);
  freelocale (self->plain);
  g_free (self);
}
