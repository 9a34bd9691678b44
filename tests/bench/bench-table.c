/* What a refresh, a sort and the pointer cost in a table of a million rows, beside GTK's own ways.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "measure.h"
#include "sample-regions.h"
#include "vas-column-set.h"

enum
{
  ROUNDS = 5,
  N_FILES = 300,
  WIDTH = 1100,
  HEIGHT = 800,
};

/* The obvious list: everything changed, whatever did. */
typedef struct
{
  GObject parent_instance;
  VasRegionTable *table;
  guint n;
} WholeList;
typedef GObjectClass WholeListClass;

static GType whole_list_get_type (void);

static GType
whole_list_get_item_type (GListModel *model)
{
  return VAS_TYPE_REGION_ITEM;
}

static guint
whole_list_get_n_items (GListModel *model)
{
  return ((WholeList *) model)->n;
}

static gpointer
whole_list_get_item (GListModel *model, guint position)
{
  WholeList *self = (WholeList *) model;
  return position < self->n ? vas_region_table_dup_item (self->table, position) : NULL;
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = whole_list_get_item_type;
  interface->get_n_items = whole_list_get_n_items;
  interface->get_item = whole_list_get_item;
}

G_DEFINE_TYPE_WITH_CODE (WholeList, whole_list, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
whole_list_class_init (WholeListClass *class)
{
}

static void
whole_list_init (WholeList *self)
{
}

typedef struct
{
  VasSnapshot *snapshots[2];  /* two readings of one process, or twice the same */
  VasOrderChange *changes[2]; /* to the order of that turn */
  guint turn;
  VasRegionTable *table;
  VasRegionList *list;
  GtkWidget *window;
  VasRegionCells *cells;
  VasColumnSet *columns;
} Bench;

static void
bench_init (Bench *bench, VasOrder *first, VasOrder *second)
{
  *bench = (Bench) {
    .snapshots = { first->snapshot, second->snapshot },
    .changes = { vas_order_change_new (second, first), vas_order_change_new (first, second) },
  };
  bench->table = vas_region_table_new ();
  bench->list = vas_region_list_new (bench->table);
  vas_region_list_set_order (bench->list, first);
}

static void
bench_clear (Bench *bench)
{
  gtk_window_destroy (GTK_WINDOW (bench->window));
  vas_column_set_free (bench->columns);
  vas_region_cells_unref (bench->cells);
  g_object_unref (bench->list);
  g_object_unref (bench->table);
  vas_order_change_free (bench->changes[0]);
  vas_order_change_free (bench->changes[1]);
}

/* Runs the frames that a change caused. */
static void
settle (Bench *bench)
{
  gtk_widget_queue_draw (bench->window);
  gtk_test_widget_wait_for_draw (bench->window);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* @model: (transfer full): a selection model over the items of the table. */
static void
show_in_view (Bench *bench, gpointer model)
{
  GtkWidget *view = gtk_column_view_new (model);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  bench->cells = vas_region_cells_new (bench->list);
  bench->columns = vas_column_set_new (GTK_COLUMN_VIEW (view), bench->cells);
  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), WIDTH, HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (bench->window), scrolled);
  gtk_window_present (GTK_WINDOW (bench->window));
  settle (bench);

  /* The middle of the list: changes come before and behind the rows in sight. */
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place) / 2);
  settle (bench);
  gtk_selection_model_select_item (model, g_list_model_get_n_items (model) / 2, TRUE);
  settle (bench);
}

typedef struct
{
  double call;  /* milliseconds of the main loop at a stretch */
  double drawn; /* until the frame is drawn */
} Timing;

typedef void (*Change) (Bench *bench, gpointer user_data);

/* Medians over the rounds, one before that not counted. */
static Timing
measure (Bench *bench, Change change, gpointer user_data)
{
  double calls[ROUNDS], drawn[ROUNDS];
  for (int i = -1; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      change (bench, user_data);
      gint64 returned = g_get_monotonic_time ();
      settle (bench);
      if (i < 0)
        continue;
      calls[i] = (double) (returned - start) / 1000;
      drawn[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  return (Timing) { measure_median (calls, ROUNDS), measure_median (drawn, ROUNDS) };
}

/* What the main loop does of a refresh or a sort: orders and comparisons were made on a worker. */
static void
apply_change (Bench *bench, gpointer user_data)
{
  bench->turn = !bench->turn;
  g_assert_true (vas_region_list_apply (bench->list, bench->changes[bench->turn]));
  vas_region_cells_refresh (bench->cells);
}

static void
refresh_whole (Bench *bench, gpointer user_data)
{
  WholeList *whole = user_data;
  guint before = whole->n;
  bench->turn = !bench->turn;
  g_assert_true (vas_region_list_apply (bench->list, bench->changes[bench->turn]));
  whole->n = (guint) vas_snapshot_get_n_regions (bench->snapshots[bench->turn]);
  g_list_model_items_changed (G_LIST_MODEL (whole), 0, before, whole->n);
  vas_region_cells_refresh (bench->cells);
}

typedef struct
{
  GtkSortListModel *model;
  GtkSorter *sorters[2];
} GtkSort;

static void
sort_by_gtk (Bench *bench, gpointer user_data)
{
  GtkSort *sort = user_data;
  bench->turn = !bench->turn;
  gtk_sort_list_model_set_sorter (sort->model, sort->sorters[bench->turn]);
}

static void
light (Bench *bench, gpointer user_data)
{
  gsize *region = user_data;
  *region += 1;
  const VasRegion *lit = vas_snapshot_get_region (bench->snapshots[bench->turn], *region);
  vas_region_cells_light (bench->cells, lit->start, lit->end);
}

static void
report (const char *what, guint n, Timing timing)
{
  g_print ("%s, %u rows: %.1f ms at a stretch, %.1f ms until drawn\n", what, n, timing.call,
           timing.drawn);
}

static double
measure_making (VasSnapshot *snapshot)
{
  double times[ROUNDS];
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (VasOrder) order = vas_order_new (snapshot, VAS_SORT_SIZE, i % 2 == 0, NULL);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  return measure_median (times, ROUNDS);
}

/* Returns how long the main loop is busy with a refresh. */
static double
bench_refresh (guint n, VasOrder *first, VasOrder *second)
{
  Bench bench;
  bench_init (&bench, first, second);
  show_in_view (&bench, g_object_ref (bench.list));
  Timing refreshed = measure (&bench, apply_change, NULL);
  report ("refresh with changes in 20 places", n, refreshed);
  gsize region = n / 2;
  report ("light the next row", n, measure (&bench, light, &region));
  bench_clear (&bench);
  return refreshed.call;
}

static double
bench_whole_list (guint n, VasOrder *first, VasOrder *second)
{
  Bench bench;
  bench_init (&bench, first, second);
  WholeList *whole = g_object_new (whole_list_get_type (), NULL);
  whole->table = bench.table;
  whole->n = n;
  show_in_view (&bench, gtk_multi_selection_new (G_LIST_MODEL (whole)));
  Timing refreshed = measure (&bench, refresh_whole, whole);
  report ("the same by items-changed of all rows", n, refreshed);
  bench_clear (&bench);
  return refreshed.call;
}

/* Returns the time from the click to the frame. */
static double
bench_sort (guint n, VasSnapshot *snapshot)
{
  Bench bench;
  g_autoptr (VasOrder) up = vas_order_new (snapshot, VAS_SORT_SIZE, FALSE, NULL);
  g_autoptr (VasOrder) down = vas_order_new (snapshot, VAS_SORT_SIZE, TRUE, NULL);
  bench_init (&bench, up, down);
  show_in_view (&bench, g_object_ref (bench.list));
  double making = measure_making (snapshot);
  Timing applied = measure (&bench, apply_change, NULL);
  g_print ("sort by size, %u rows: %.1f ms on the worker\n", n, making);
  report ("then, on the main loop", n, applied);
  bench_clear (&bench);
  return making + applied.drawn;
}

static guint64
get_size (gpointer table, gconstpointer item)
{
  const VasSnapshot *snapshot = vas_region_table_get_snapshot (table);
  gsize region = vas_region_item_get_index ((VasRegionItem *) item);
  return vas_region_get_size (vas_snapshot_get_region (snapshot, region));
}

static int
compare_up (gconstpointer a, gconstpointer b, gpointer table)
{
  guint64 left = get_size (table, a), right = get_size (table, b);
  return (left > right) - (left < right);
}

static int
compare_down (gconstpointer a, gconstpointer b, gpointer table)
{
  return compare_up (b, a, table);
}

/* The same; turning around what is sorted already is its best case. */
static double
bench_gtk_sort (guint n, VasSnapshot *snapshot)
{
  Bench bench;
  g_autoptr (VasOrder) order = vas_order_new (snapshot, VAS_SORT_ADDRESS, FALSE, NULL);
  bench_init (&bench, order, order);
  GtkSort sort = {
    .model = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (bench.table)), NULL),
    .sorters = { GTK_SORTER (gtk_custom_sorter_new (compare_up, bench.table, NULL)),
                 GTK_SORTER (gtk_custom_sorter_new (compare_down, bench.table, NULL)) },
  };
  show_in_view (&bench, gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (sort.model))));
  Timing timing = measure (&bench, sort_by_gtk, &sort);
  report ("the same by GtkSortListModel", n, timing);
  g_object_unref (sort.model);
  g_object_unref (sort.sorters[0]);
  g_object_unref (sort.sorters[1]);
  bench_clear (&bench);
  return timing.drawn;
}

static void
bench_size (guint n)
{
  g_autoptr (VasSnapshot) snapshot = sample_regions_new (n, N_FILES, 1);
  g_autoptr (VasSnapshot) next = sample_regions_change (snapshot, n / 20);
  g_autoptr (VasOrder) first = vas_order_new (snapshot, VAS_SORT_ADDRESS, FALSE, NULL);
  g_autoptr (VasOrder) second = vas_order_new (next, VAS_SORT_ADDRESS, FALSE, NULL);
  double refreshed = bench_refresh (n, first, second);
  double whole = bench_whole_list (n, first, second);
  double sorted = bench_sort (n, snapshot);
  double gtk_sorted = bench_gtk_sort (n, snapshot);
  g_print ("%u rows: a refresh is %.2f of items-changed of all rows, a sort until drawn %.2f of "
           "GtkSortListModel's\n",
           n, refreshed / whole, sorted / gtk_sorted);
}

int
main (void)
{
  if (!gtk_init_check ())
    {
      g_print ("skipped: there is no display\n");
      return 77;
    }
  bench_size (1000);
  bench_size (65000);
  bench_size (1000000);
  return 0;
}
