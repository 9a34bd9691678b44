/* What the window remembers from one day to the next, also where nothing can be remembered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * vas_preferences_open:
 *
 * The program's #GSettings. A program that was not installed finds its schema beside its build
 * (`../data` of its own directory). Elsewhere without a schema there are no settings: the functions
 * below then give the defaults and keep nothing, where GSettings itself would abort the program.
 *
 * Returns: (transfer full) (nullable):
 */
GSettings *vas_preferences_open (void);

/** All of these: @settings (nullable). Getters give @fallback without settings. */
int vas_preferences_get_int (GSettings *settings, const char *key, int fallback);
gboolean vas_preferences_get_boolean (GSettings *settings, const char *key, gboolean fallback);
char *vas_preferences_dup_string (GSettings *settings, const char *key, const char *fallback);

/** Setters keep numbers within the schema's range. */
void vas_preferences_set_int (GSettings *settings, const char *key, int value);
void vas_preferences_set_boolean (GSettings *settings, const char *key, gboolean value);
void vas_preferences_set_string (GSettings *settings, const char *key, const char *value);

/**
 * vas_preferences_create_action:
 * @fallback: (transfer floating): state to begin with where there are no settings
 *
 * Returns: (transfer full): an action called @key whose state is the setting; booleans toggle,
 *   strings are chosen by target.
 */
GAction *vas_preferences_create_action (GSettings *settings, const char *key, GVariant *fallback);
