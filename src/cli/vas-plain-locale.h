/* Lets one thread write for programs while the others speak to a person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasPlainLocale:
 *
 * While there is one, the calling thread has untranslated words and numbers without a person's
 * separators: what stands in JSON, CSV and maps text must depend on neither. The character set
 * stays, as names of files come in it.
 */
typedef struct _VasPlainLocale VasPlainLocale;

VasPlainLocale *vas_plain_locale_enter (void);

/** vas_plain_locale_leave: in the same thread; the last one entered is left first. */
void vas_plain_locale_leave (VasPlainLocale *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasPlainLocale, vas_plain_locale_leave)
