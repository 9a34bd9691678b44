/* The process picker.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-picker.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-calm-order.h"
#include "vas-process-columns.h"
#include "vas-process-rows.h"
#include "vas-tab-stop.h"

struct _VasProcessPicker
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *invitation;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *nothing;
  GtkColumnViewColumn *columns[VAS_N_PROCESS_COLUMNS];

  gint32 current;
  gboolean roomy;
  VasProcessRows *rows;
  VasCalmOrder *order;
  GtkSingleSelection *selection;
  GdkSurface *surface; /* (nullable): while mapped */
};

enum
{
  PROP_0,
  PROP_ROOMY,
  N_PROPERTIES
};

enum
{
  PICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasProcessPicker, vas_process_picker, GTK_TYPE_WIDGET)

/* Pages. */

static void
show_page (VasProcessPicker *self, const char *page, const char *words)
{
  gtk_label_set_text (self->nothing, words);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
rows_changed_cb (VasProcessPicker *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    show_page (self, "list", "");
  else if (vas_process_rows_get_n_processes (self->rows) > 0)
    show_page (self, "nothing", _ ("No process matches these words."));
}

static void
search_changed_cb (VasProcessPicker *self)
{
  vas_process_rows_set_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Picking. */

static void
pick (VasProcessPicker *self, guint position)
{
  g_autoptr (VasProcess) process = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (process != NULL)
    g_signal_emit (self, signals[PICKED], 0, vas_process_get_pid (process),
                   vas_process_get_start_time (process));
}

static void
row_activated_cb (VasProcessPicker *self, guint position)
{
  pick (self, position);
}

static gboolean
is_in_row (VasProcessPicker *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  for (; widget != NULL && widget != GTK_WIDGET (self->view);
       widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "listview"))
      return TRUE;
  return FALSE;
}

/* One click picks. GTK's own single-click mode would let the selection follow the pointer, and the
 * selection is to stay on the process that is open. The row has selected itself before this. */
static void
released_cb (VasProcessPicker *self, int n_press, double x, double y)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  if (n_press == 1 && selected != GTK_INVALID_LIST_POSITION && is_in_row (self, x, y))
    pick (self, selected);
}

/* The entry tells of what was typed a little later, and Enter does not wait for that. */
static void
entry_activated_cb (VasProcessPicker *self)
{
  search_changed_cb (self);
  guint selected = gtk_single_selection_get_selected (self->selection);
  pick (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

/* From the filter box the arrow keys lead into the list. */
static gboolean
entry_key_cb (VasProcessPicker *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Page_Down)
    return GDK_EVENT_PROPAGATE;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GDK_EVENT_STOP;
}

/* Listing. */

static void
select_current (VasProcessPicker *self)
{
  guint n = self->current >= 0 ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VasProcess) process = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (vas_process_get_pid (process) == self->current)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
changed_cb (VasProcessPicker *self)
{
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    select_current (self);
  vas_calm_order_values_changed (self->order);
}

static void
failed_cb (VasProcessPicker *self, const GError *error)
{
  show_page (self, "nothing", error->message);
}

static void
want_command_cb (VasProcess *process, gpointer user_data)
{
  vas_process_rows_want_command (VAS_PROCESS_PICKER (user_data)->rows, process);
}

/* Nobody sees a minimized window. */
static void
surface_state_cb (VasProcessPicker *self)
{
  GdkToplevelState state = gdk_toplevel_get_state (GDK_TOPLEVEL (self->surface));
  vas_process_rows_set_running (self->rows, (state & GDK_TOPLEVEL_STATE_MINIMIZED) == 0);
}

static void
stop_listing (VasProcessPicker *self)
{
  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_data (self->surface, self);
  g_clear_object (&self->surface);
  if (self->rows != NULL)
    vas_process_rows_set_running (self->rows, FALSE);
}

static gboolean
first_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  VasProcessPicker *self = VAS_PROCESS_PICKER (widget);
  if (self->surface != NULL)
    surface_state_cb (self);
  return G_SOURCE_REMOVE;
}

/* The first listing comes behind the frame that it would hold up. */
static void
start_listing (VasProcessPicker *self)
{
  self->surface
      = g_object_ref (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))));
  g_signal_connect_swapped (self->surface, "notify::state", G_CALLBACK (surface_state_cb), self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_tick_cb, NULL, NULL);
}

/* The widget. */

static void
set_roomy (VasProcessPicker *self, gboolean roomy)
{
  self->roomy = roomy;
  gtk_widget_set_visible (self->invitation, roomy);
  for (guint i = 0; i < VAS_N_PROCESS_COLUMNS; i++)
    if (vas_process_column_is_optional (i))
      gtk_column_view_column_set_visible (self->columns[i], roomy);
  gtk_column_view_column_set_expand (self->columns[VAS_PROCESS_COLUMN_NAME], !roomy);
}

static void
make_model (VasProcessPicker *self)
{
  self->order = vas_calm_order_new (self->view);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->order)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
vas_process_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vas_process_picker_parent_class)->map (widget);
  start_listing (VAS_PROCESS_PICKER (widget));
}

static void
vas_process_picker_unmap (GtkWidget *widget)
{
  stop_listing (VAS_PROCESS_PICKER (widget));
  GTK_WIDGET_CLASS (vas_process_picker_parent_class)->unmap (widget);
}

static gboolean
vas_process_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VAS_PROCESS_PICKER (widget)->entry));
}

static void
vas_process_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_ROOMY)
    g_value_set_boolean (value, VAS_PROCESS_PICKER (object)->roomy);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
vas_process_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_ROOMY)
    set_roomy (VAS_PROCESS_PICKER (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
vas_process_picker_dispose (GObject *object)
{
  VasProcessPicker *self = VAS_PROCESS_PICKER (object);
  stop_listing (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_PROCESS_PICKER);
  g_clear_object (&self->selection);
  g_clear_object (&self->order);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (vas_process_picker_parent_class)->dispose (object);
}

static gboolean
vas_process_picker_focus (GtkWidget *widget, GtkDirectionType direction)
{
  VasProcessPicker *self = VAS_PROCESS_PICKER (widget);
  if (!vas_tab_stop_is_left (GTK_WIDGET (self->view), direction))
    return GTK_WIDGET_CLASS (vas_process_picker_parent_class)->focus (widget, direction);
  return direction == GTK_DIR_TAB_BACKWARD
         && gtk_widget_child_focus (GTK_WIDGET (self->entry), direction);
}

static void
vas_process_picker_class_init (VasProcessPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vas_process_picker_get_property;
  object_class->set_property = vas_process_picker_set_property;
  object_class->dispose = vas_process_picker_dispose;
  widget_class->map = vas_process_picker_map;
  widget_class->unmap = vas_process_picker_unmap;
  widget_class->grab_focus = vas_process_picker_grab_focus;
  widget_class->focus = vas_process_picker_focus;

  properties[PROP_ROOMY] = g_param_spec_boolean ("roomy", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[PICKED] = g_signal_new ("picked", VAS_TYPE_PROCESS_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-process-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, VasProcessPicker, content);
  gtk_widget_class_bind_template_child (widget_class, VasProcessPicker, invitation);
  gtk_widget_class_bind_template_child (widget_class, VasProcessPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, VasProcessPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, VasProcessPicker, view);
  gtk_widget_class_bind_template_child (widget_class, VasProcessPicker, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "processpicker");
}

static void
vas_process_picker_init (VasProcessPicker *self)
{
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  vas_process_columns_append (self->view, self->columns, want_command_cb, self);
  make_model (self);
  vas_process_picker_set_root (self, "/proc");
  gtk_column_view_sort_by_column (self->view, self->columns[VAS_PROCESS_COLUMN_RESIDENT],
                                  GTK_SORT_DESCENDING);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  set_roomy (self, FALSE);
}

void
vas_process_picker_set_root (VasProcessPicker *self, const char *root)
{
  g_return_if_fail (VAS_IS_PROCESS_PICKER (self) && root != NULL);
  g_return_if_fail (!gtk_widget_get_mapped (GTK_WIDGET (self)));
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  self->rows = vas_process_rows_new (root);
  g_signal_connect_swapped (self->rows, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->rows, "changed", G_CALLBACK (changed_cb), self);
  vas_calm_order_set_rows (self->order, vas_process_rows_get_model (self->rows));
}

void
vas_process_picker_set_current (VasProcessPicker *self, gint32 pid)
{
  g_return_if_fail (VAS_IS_PROCESS_PICKER (self));
  if (self->current == pid)
    return;
  self->current = pid;
  select_current (self);
}
