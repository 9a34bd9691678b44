/* The panes of an address space.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-workspace.h"

#include "vas-appearance.h"
#include "vas-family-summary.h"
#include "vas-preferences.h"
#include "vas-region-card.h"

struct _VasWorkspace
{
  GtkWidget parent_instance;

  GtkPaned *across;
  GtkPaned *down;
  VasMapView *map;
  VasFamilySummary *summary;
  VasRegionView *regions;
  VasRegionCard *card;
  VasTheme theme;
};

G_DEFINE_FINAL_TYPE (VasWorkspace, vas_workspace, GTK_TYPE_WIDGET)

static const struct
{
  const char *key;
  gsize paned;
  int fallback;
} panes[] = {
  { "map-width", G_STRUCT_OFFSET (VasWorkspace, across), 540 },
  { "regions-height", G_STRUCT_OFFSET (VasWorkspace, down), 560 },
};

/* Strings that the table makes and takes. */
static const struct
{
  const char *key;
  const char *property;
} table_settings[] = {
  { "table-columns", "columns" },
  { "table-sort", "sort" },
};

static void
vas_workspace_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  VasWorkspace *self = VAS_WORKSPACE (widget);
  GTK_WIDGET_CLASS (vas_workspace_parent_class)->css_changed (widget, change);

  VasTheme theme = vas_appearance_get_theme (widget);
  if (self->summary == NULL || self->theme == theme)
    return;
  self->theme = theme;
  vas_family_summary_set_theme (self->summary, theme);
  vas_region_view_set_theme (self->regions, theme);
}

static void
vas_workspace_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VAS_TYPE_WORKSPACE);
  G_OBJECT_CLASS (vas_workspace_parent_class)->dispose (object);
}

static void
vas_workspace_class_init (VasWorkspaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_workspace_dispose;
  widget_class->css_changed = vas_workspace_css_changed;

  g_type_ensure (VAS_TYPE_FAMILY_SUMMARY);
  g_type_ensure (VAS_TYPE_MAP_VIEW);
  g_type_ensure (VAS_TYPE_REGION_CARD);
  g_type_ensure (VAS_TYPE_REGION_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, VasWorkspace, across);
  gtk_widget_class_bind_template_child (widget_class, VasWorkspace, down);
  gtk_widget_class_bind_template_child (widget_class, VasWorkspace, map);
  gtk_widget_class_bind_template_child (widget_class, VasWorkspace, summary);
  gtk_widget_class_bind_template_child (widget_class, VasWorkspace, regions);
  gtk_widget_class_bind_template_child (widget_class, VasWorkspace, card);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vas_workspace_init (VasWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vas_workspace_set_session (VasWorkspace *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_WORKSPACE (self) && VAS_IS_SESSION (session));
  vas_family_summary_set_session (self->summary, session);
  vas_map_view_set_session (self->map, session);
  vas_region_view_set_session (self->regions, session);
  vas_region_card_set_session (self->card, session);
}

void
vas_workspace_restore (VasWorkspace *self, GSettings *settings)
{
  g_return_if_fail (VAS_IS_WORKSPACE (self));
  for (gsize i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      GtkPaned *paned = G_STRUCT_MEMBER (GtkPaned *, self, panes[i].paned);
      gtk_paned_set_position (paned,
                              vas_preferences_get_int (settings, panes[i].key, panes[i].fallback));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (table_settings); i++)
    {
      g_autofree char *value = vas_preferences_dup_string (settings, table_settings[i].key, "");
      if (*value != '\0')
        g_object_set (self->regions, table_settings[i].property, value, NULL);
    }
}

void
vas_workspace_keep (VasWorkspace *self, GSettings *settings)
{
  g_return_if_fail (VAS_IS_WORKSPACE (self));
  /* Panes that were never shown have no position worth keeping. */
  for (gsize i = 0; i < G_N_ELEMENTS (panes) && gtk_widget_get_mapped (GTK_WIDGET (self)); i++)
    {
      GtkPaned *paned = G_STRUCT_MEMBER (GtkPaned *, self, panes[i].paned);
      vas_preferences_set_int (settings, panes[i].key, gtk_paned_get_position (paned));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (table_settings); i++)
    {
      g_autofree char *value = NULL;
      g_object_get (self->regions, table_settings[i].property, &value, NULL);
      if (value != NULL)
        vas_preferences_set_string (settings, table_settings[i].key, value);
    }
}

VasMapView *
vas_workspace_get_map (VasWorkspace *self)
{
  g_return_val_if_fail (VAS_IS_WORKSPACE (self), NULL);
  return self->map;
}

VasRegionView *
vas_workspace_get_regions (VasWorkspace *self)
{
  g_return_val_if_fail (VAS_IS_WORKSPACE (self), NULL);
  return self->regions;
}

VasTheme
vas_workspace_get_theme (VasWorkspace *self)
{
  g_return_val_if_fail (VAS_IS_WORKSPACE (self), VAS_THEME_LIGHT);
  return self->theme;
}
