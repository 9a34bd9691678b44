/* Settings that do without a schema.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-preferences.h"

#include "vas-config.h"

/* The schema of a program that runs from its build directory. */
static GSettingsSchema *
look_up_beside_build (GSettingsSchemaSource *parent)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  if (program == NULL)
    return NULL;
  g_autofree char *directory = g_path_get_dirname (program);
  g_autofree char *data = g_build_filename (directory, "..", "data", NULL);
  g_autoptr (GSettingsSchemaSource) source
      = g_settings_schema_source_new_from_directory (data, parent, TRUE, NULL);
  return source != NULL ? g_settings_schema_source_lookup (source, VAS_APP_ID, FALSE) : NULL;
}

GSettings *
vas_preferences_open (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = installed != NULL ? g_settings_schema_source_lookup (installed, VAS_APP_ID, TRUE) : NULL;
  if (schema == NULL)
    schema = look_up_beside_build (installed);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

int
vas_preferences_get_int (GSettings *settings, const char *key, int fallback)
{
  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

gboolean
vas_preferences_get_boolean (GSettings *settings, const char *key, gboolean fallback)
{
  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

char *
vas_preferences_dup_string (GSettings *settings, const char *key, const char *fallback)
{
  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup (fallback);
}

/* Writing beyond a key's range is a programmer's error to GSettings; a pane dragged very far is
 * not. */
static int
clamp_to_range (GSettings *settings, const char *key, int value)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_object_get (settings, "settings-schema", &schema, NULL);
  g_autoptr (GSettingsSchemaKey) schema_key = g_settings_schema_get_key (schema, key);
  g_autoptr (GVariant) range = g_settings_schema_key_get_range (schema_key);
  const char *type;
  g_autoptr (GVariant) limits = NULL;
  g_variant_get (range, "(&sv)", &type, &limits);
  if (!g_str_equal (type, "range"))
    return value;
  int least, most;
  g_variant_get (limits, "(ii)", &least, &most);
  return CLAMP (value, least, most);
}

void
vas_preferences_set_int (GSettings *settings, const char *key, int value)
{
  if (settings != NULL)
    g_settings_set_int (settings, key, clamp_to_range (settings, key, value));
}

void
vas_preferences_set_boolean (GSettings *settings, const char *key, gboolean value)
{
  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}

void
vas_preferences_set_string (GSettings *settings, const char *key, const char *value)
{
  if (settings != NULL)
    g_settings_set_string (settings, key, value);
}

/* What a GSettings action does, without the settings: no parameter toggles, one replaces. */
static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (parameter != NULL)
    {
      g_simple_action_set_state (action, parameter);
      return;
    }
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));
  g_simple_action_set_state (action, g_variant_new_boolean (!g_variant_get_boolean (state)));
}

GAction *
vas_preferences_create_action (GSettings *settings, const char *key, GVariant *fallback)
{
  g_autoptr (GVariant) state = g_variant_ref_sink (fallback);
  if (settings != NULL)
    return g_settings_create_action (settings, key);

  gboolean toggles = g_variant_is_of_type (state, G_VARIANT_TYPE_BOOLEAN);
  GSimpleAction *action
      = g_simple_action_new_stateful (key, toggles ? NULL : g_variant_get_type (state), state);
  g_signal_connect (action, "activate", G_CALLBACK (activate_cb), NULL);
  return G_ACTION (action);
}
