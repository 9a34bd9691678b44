/* The cells of the table of regions: made by the view, filled and lit from here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-cells.h"

#include "vas-region-cell.h"
#include "vas-region-columns.h"
#include "vas-row-style.h"

struct _VasRegionCells
{
  VasRegionList *list;
  VasRegionCellStyle styles[VAS_N_SORTS];
  GPtrArray *cells[VAS_N_SORTS]; /* of Cell, not owned */
  VasSnapshot *filled_from;      /* (nullable) */
  guint64 serials[VAS_N_SORTS];  /* by column, of what its cells should say */
  VasRowStyle style;
  VasTheme theme;
};

/* Belongs to its list item. */
typedef struct
{
  VasRegionCells *owner;
  GtkListItem *list_item;
  VasRegionCell *widget;
  VasSort column;
  /* What the text says: binding the same again costs nothing. A view binds its rows anew whenever
   * something changes before them, which gives their regions other numbers too. */
  gsize region;
  guint64 start;
  guint64 serial;
} Cell;

static G_DEFINE_QUARK (vas-region-cell, cell);

/* @object: a list item or the widget in one. */
static Cell *
get_cell (gpointer object)
{
  return g_object_get_qdata (object, cell_quark ());
}

static VasSnapshot *
get_snapshot (VasRegionCells *self)
{
  VasOrder *order = vas_region_list_get_order (self->list);
  return order != NULL ? order->snapshot : NULL;
}

/* What no access protects or keeps free wears the colour of the object that it belongs to. */
static void
fill_chip (Cell *cell, const VasSnapshot *snapshot, gsize region)
{
  VasFamily family = vas_kind_get_family (vas_snapshot_get_verdict (snapshot, region)->kind);
  if (family == VAS_FAMILY_NONE)
    family = vas_snapshot_get_object (snapshot, region).family;
  VasShade shade = vas_shade_from_perms (vas_snapshot_get_region (snapshot, region)->perms);
  vas_region_cell_set_chip (cell->widget, &(VasKindChip) { cell->owner->theme, family, shade });
}

static void
fill_cell (Cell *cell)
{
  VasRegionItem *item = gtk_list_item_get_item (cell->list_item);
  gsize region = item != NULL ? vas_region_item_get_index (item) : VAS_REGION_GONE;
  guint64 start = item != NULL ? vas_region_item_get_start (item) : 0;
  guint64 serial = cell->owner->serials[cell->column];
  gboolean is_filled = cell->start == start && cell->serial == serial
                       && (cell->region == VAS_REGION_GONE) == (region == VAS_REGION_GONE);
  cell->region = region;
  cell->start = start;
  cell->serial = serial;
  if (is_filled)
    return;
  if (region == VAS_REGION_GONE)
    {
      vas_region_cell_set_text (cell->widget, "");
      return;
    }
  const VasSnapshot *snapshot = get_snapshot (cell->owner);
  g_autofree char *text = vas_region_column_get (cell->column)->dup_text (snapshot, region);
  vas_region_cell_set_text (cell->widget, text);
  if (cell->column == VAS_SORT_KIND)
    fill_chip (cell, snapshot, region);
}

/* The row is two above: widget, cell, row. */
static GtkWidget *
get_row (Cell *cell)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (cell->widget));
  return parent != NULL ? gtk_widget_get_parent (parent) : NULL;
}

/* The address column is never hidden, so its cells stand for the rows. */
static void
style_row (Cell *cell)
{
  GtkWidget *row = cell->column == VAS_SORT_ADDRESS ? get_row (cell) : NULL;
  if (row != NULL)
    vas_row_style_apply (&cell->owner->style, row, get_snapshot (cell->owner), cell->region);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  VasRegionCells *self = user_data;
  VasSort column = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (factory), cell_quark ()));
  Cell *cell = g_new0 (Cell, 1);
  cell->owner = self;
  cell->list_item = list_item;
  cell->widget = VAS_REGION_CELL (vas_region_cell_new (&self->styles[column]));
  cell->column = column;
  cell->region = VAS_REGION_GONE;
  g_object_set_qdata_full (G_OBJECT (list_item), cell_quark (), cell, g_free);
  g_object_set_qdata (G_OBJECT (cell->widget), cell_quark (), cell);
  g_ptr_array_add (self->cells[column], cell);
  gtk_list_item_set_child (list_item, GTK_WIDGET (cell->widget));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Cell *cell = get_cell (list_item);
  fill_cell (cell);
  style_row (cell);
}

/* When a view throws a row away, the list item has lost its child by now. */
static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Cell *cell = get_cell (list_item);
  g_ptr_array_remove_fast (cell->owner->cells[cell->column], cell);
}

static void
clear_cells (gpointer box)
{
  VasRegionCells *self = box;
  for (guint column = 0; column < VAS_N_SORTS; column++)
    {
      g_ptr_array_unref (self->cells[column]);
      pango_attr_list_unref (self->styles[column].attributes);
    }
  vas_snapshot_unref (self->filled_from);
  vas_row_style_clear (&self->style);
  g_object_unref (self->list);
}

static VasRegionCellStyle
make_style (const VasRegionColumn *column)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  if (column->is_figure)
    pango_attr_list_insert (attributes, pango_attr_family_new ("monospace"));
  if (column->xalign > 0)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  return (VasRegionCellStyle) {
    .xalign = column->xalign,
    .ellipsize = column->is_path ? PANGO_ELLIPSIZE_START : PANGO_ELLIPSIZE_END,
    .attributes = attributes,
  };
}

VasRegionCells *
vas_region_cells_new (VasRegionList *list)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (list), NULL);
  VasRegionCells *self = g_rc_box_new0 (VasRegionCells);
  self->list = g_object_ref (list);
  for (guint column = 0; column < VAS_N_SORTS; column++)
    {
      self->cells[column] = g_ptr_array_new ();
      self->styles[column] = make_style (vas_region_column_get (column));
    }
  return self;
}

void
vas_region_cells_unref (VasRegionCells *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_cells);
}

static void
release_cb (gpointer cells, GClosure *closure)
{
  vas_region_cells_unref (cells);
}

static void
connect (GtkListItemFactory *factory, const char *signal, GCallback callback, VasRegionCells *self)
{
  g_signal_connect_data (factory, signal, callback, g_rc_box_acquire (self), release_cb, 0);
}

GtkListItemFactory *
vas_region_cells_create_factory (VasRegionCells *self, VasSort column)
{
  g_return_val_if_fail (self != NULL && column < VAS_N_SORTS, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_object_set_qdata (G_OBJECT (factory), cell_quark (), GUINT_TO_POINTER (column));
  connect (factory, "setup", G_CALLBACK (setup_cb), self);
  connect (factory, "bind", G_CALLBACK (bind_cb), self);
  connect (factory, "teardown", G_CALLBACK (teardown_cb), self);
  return factory;
}

static void
fill_cells (VasRegionCells *self)
{
  for (guint column = 0; column < VAS_N_SORTS; column++)
    for (guint i = 0; i < self->cells[column]->len; i++)
      {
        Cell *cell = g_ptr_array_index (self->cells[column], i);
        fill_cell (cell);
        style_row (cell);
      }
}

static gboolean
is_size_in_memory (VasSort column)
{
  return column == VAS_SORT_RESIDENT || column == VAS_SORT_PSS;
}

static void
take_snapshot (VasRegionCells *self, VasSnapshot *snapshot)
{
  const VasSnapshot *former = self->filled_from;
  gboolean is_alike = former != NULL && snapshot != NULL;
  gboolean same_regions = is_alike && vas_snapshot_has_same_regions (former, snapshot);
  gboolean same_sizes = is_alike && vas_snapshot_has_same_sizes (former, snapshot);
  for (guint column = 0; column < VAS_N_SORTS; column++)
    if (is_size_in_memory (column) ? !same_sizes : !same_regions)
      self->serials[column]++;
  vas_snapshot_unref (self->filled_from);
  self->filled_from = snapshot != NULL ? vas_snapshot_ref (snapshot) : NULL;
}

void
vas_region_cells_refresh (VasRegionCells *self)
{
  VasSnapshot *snapshot = get_snapshot (self);
  if (snapshot != self->filled_from)
    take_snapshot (self, snapshot);
  fill_cells (self);
}

void
vas_region_cells_set_theme (VasRegionCells *self, VasTheme theme)
{
  self->theme = theme;
  self->serials[VAS_SORT_KIND]++; /* the only column with colours */
  fill_cells (self);
}

static int
measure_line (PangoContext *context, const PangoFontDescription *font)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  int height = pango_font_metrics_get_height (metrics);
  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (height);
}

void
vas_region_cells_set_font (VasRegionCells *self, PangoContext *context)
{
  const PangoFontDescription *words = pango_context_get_font_description (context);
  g_autoptr (PangoFontDescription) figures = pango_font_description_copy (words);
  pango_font_description_set_family_static (figures, "monospace");
  int height = MAX (measure_line (context, words), measure_line (context, figures));
  for (guint column = 0; column < VAS_N_SORTS; column++)
    {
      gboolean same = self->styles[column].height == height;
      self->styles[column].height = height;
      for (guint i = 0; i < self->cells[column]->len && !same; i++)
        gtk_widget_queue_resize (GTK_WIDGET (((Cell *) self->cells[column]->pdata[i])->widget));
    }
}

static void
style_rows (VasRegionCells *self)
{
  for (guint i = 0; i < self->cells[VAS_SORT_ADDRESS]->len; i++)
    style_row (g_ptr_array_index (self->cells[VAS_SORT_ADDRESS], i));
}

void
vas_region_cells_light (VasRegionCells *self, guint64 start, guint64 end)
{
  self->style.lit_start = start;
  self->style.lit_end = end;
  style_rows (self);
}

void
vas_region_cells_mark (VasRegionCells *self, VasMapMarks *marks)
{
  vas_row_style_set_marks (&self->style, marks);
  style_rows (self);
}

/* The content of @widget if it is a cell, of its first cell if it is a row. */
static Cell *
get_first_cell (GtkWidget *widget)
{
  for (guint depth = 0; widget != NULL && depth < 3; depth++)
    {
      Cell *cell = get_cell (widget);
      if (cell != NULL)
        return cell;
      widget = gtk_widget_get_first_child (widget);
    }
  return NULL;
}

static Cell *
find_cell (GtkWidget *widget)
{
  Cell *cell = NULL;
  while (widget != NULL && !GTK_IS_LIST_VIEW (widget) && cell == NULL)
    {
      cell = get_first_cell (widget);
      widget = gtk_widget_get_parent (widget);
    }
  return cell;
}

VasRegionItem *
vas_region_cells_find (GtkWidget *widget)
{
  Cell *cell = find_cell (widget);
  return cell != NULL ? gtk_list_item_get_item (cell->list_item) : NULL;
}

VasRegionCell *
vas_region_cells_find_cut (GtkWidget *widget)
{
  Cell *cell = find_cell (widget);
  return cell != NULL && vas_region_cell_is_cut (cell->widget) ? cell->widget : NULL;
}
