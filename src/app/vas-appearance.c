/* The style of GTK and of the desktop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-appearance.h"

#include <string.h>

#define APPEARANCE "org.freedesktop.appearance"

/* Values of "color-scheme" (xdg-desktop-portal, org.freedesktop.portal.Settings). */
enum
{
  PREFERS_DARK = 1,
};

struct _VasColorScheme
{
  GObject parent_instance;

  GDBusProxy *portal;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (VasColorScheme, vas_color_scheme, G_TYPE_OBJECT)

VasTheme
vas_appearance_get_theme (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), VAS_THEME_LIGHT);

  g_autofree char *name = NULL;
  GdkRGBA ink;
  g_object_get (gtk_widget_get_settings (widget), "gtk-theme-name", &name, NULL);
  if (name != NULL && (strstr (name, "HighContrast") != NULL || strstr (name, "-hc") != NULL))
    return VAS_THEME_CONTRAST;
  /* Light ink means dark paper, whatever the theme is called. */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  return ink.red + ink.green + ink.blue > 1.5 ? VAS_THEME_DARK : VAS_THEME_LIGHT;
}

static void
apply_scheme (guint32 scheme)
{
  GtkSettings *settings = gtk_settings_get_default ();
  if (settings == NULL)
    return;
  if (scheme == PREFERS_DARK)
    g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  else
    gtk_settings_reset_property (settings, "gtk-application-prefer-dark-theme");
}

static void
signal_cb (VasColorScheme *self, const char *sender, const char *signal, GVariant *parameters)
{
  const char *group, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_str_equal (signal, "SettingChanged")
      || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, APPEARANCE) && g_str_equal (key, "color-scheme")
      && g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    apply_scheme (g_variant_get_uint32 (value));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) boxed = NULL;
  g_autoptr (GVariant) value = NULL;

  if (answer == NULL)
    return;
  g_variant_get (answer, "(v)", &boxed);
  /* The old call that every portal has puts the value in two boxes. */
  value = g_variant_is_of_type (boxed, G_VARIANT_TYPE_VARIANT) ? g_variant_get_variant (boxed)
                                                               : g_variant_ref (boxed);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    apply_scheme (g_variant_get_uint32 (value));
}

static void
proxy_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VasColorScheme) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusProxy) portal = g_dbus_proxy_new_for_bus_finish (result, &error);

  if (portal == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  /* Nobody serves it: there is nothing to ask. */
  g_autofree char *owner = g_dbus_proxy_get_name_owner (portal);
  if (owner == NULL)
    return;
  self->portal = g_steal_pointer (&portal);
  g_signal_connect_object (self->portal, "g-signal", G_CALLBACK (signal_cb), self,
                           G_CONNECT_SWAPPED);
  g_dbus_proxy_call (self->portal, "Read", g_variant_new ("(ss)", APPEARANCE, "color-scheme"),
                     G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, read_cb, NULL);
}

static void
vas_color_scheme_dispose (GObject *object)
{
  VasColorScheme *self = VAS_COLOR_SCHEME (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->portal);
  G_OBJECT_CLASS (vas_color_scheme_parent_class)->dispose (object);
}

static void
vas_color_scheme_finalize (GObject *object)
{
  g_object_unref (VAS_COLOR_SCHEME (object)->cancellable);
  G_OBJECT_CLASS (vas_color_scheme_parent_class)->finalize (object);
}

static void
vas_color_scheme_class_init (VasColorSchemeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vas_color_scheme_dispose;
  G_OBJECT_CLASS (klass)->finalize = vas_color_scheme_finalize;
}

static void
vas_color_scheme_init (VasColorScheme *self)
{
  self->cancellable = g_cancellable_new ();
}

VasColorScheme *
vas_color_scheme_new (void)
{
  VasColorScheme *self = g_object_new (VAS_TYPE_COLOR_SCHEME, NULL);
  g_dbus_proxy_new_for_bus (
      G_BUS_TYPE_SESSION,
      G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START | G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, NULL,
      "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
      "org.freedesktop.portal.Settings", self->cancellable, proxy_cb, g_object_ref (self));
  return self;
}
