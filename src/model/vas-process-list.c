/* The processes one could pick, as a list model.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-list.h"

struct _VasProcessList
{
  GObject parent_instance;

  GPtrArray *processes; /* of VasProcess, by pid */
};

static void vas_process_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VasProcessList, vas_process_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      vas_process_list_model_init))

static GType
vas_process_list_get_item_type (GListModel *model)
{
  return VAS_TYPE_PROCESS;
}

static guint
vas_process_list_get_n_items (GListModel *model)
{
  return VAS_PROCESS_LIST (model)->processes->len;
}

static gpointer
vas_process_list_get_item (GListModel *model, guint position)
{
  VasProcessList *self = VAS_PROCESS_LIST (model);
  return position < self->processes->len ? g_object_ref (self->processes->pdata[position]) : NULL;
}

static void
vas_process_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vas_process_list_get_item_type;
  iface->get_n_items = vas_process_list_get_n_items;
  iface->get_item = vas_process_list_get_item;
}

static void
vas_process_list_finalize (GObject *object)
{
  g_ptr_array_unref (VAS_PROCESS_LIST (object)->processes);
  G_OBJECT_CLASS (vas_process_list_parent_class)->finalize (object);
}

static void
vas_process_list_class_init (VasProcessListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vas_process_list_finalize;
}

static void
vas_process_list_init (VasProcessList *self)
{
  self->processes = g_ptr_array_new_with_free_func (g_object_unref);
}

VasProcessList *
vas_process_list_new (void)
{
  return g_object_new (VAS_TYPE_PROCESS_LIST, NULL);
}

/* Where the walk over the old and the new list stands. */
typedef struct
{
  GPtrArray *old;
  GPtrArray *new;
  guint i; /* in old */
  guint j; /* in new */
} Merge;

/* A run of rows that differ: @removed from Merge.i on give way to @added from Merge.j on. */
typedef struct
{
  guint removed;
  guint added;
} Change;

static VasProcess *
get_or_null (GPtrArray *processes, guint i)
{
  return i < processes->len ? processes->pdata[i] : NULL;
}

static gint32
get_pid_or_last (VasProcess *process)
{
  return process != NULL ? vas_process_get_pid (process) : G_MAXINT32;
}

/* Steps over rows that differ, up to the next that is the same in both or the end. */
static Change
find_change (const Merge *merge)
{
  Change change = { 0 };
  for (;;)
    {
      VasProcess *old = get_or_null (merge->old, merge->i + change.removed);
      VasProcess *new = get_or_null (merge->new, merge->j + change.added);
      gint32 old_pid = get_pid_or_last (old), new_pid = get_pid_or_last (new);
      if ((old == NULL && new == NULL)
          || (old != NULL && new != NULL && vas_process_equal (old, new)))
        return change;
      change.removed += old != NULL && old_pid <= new_pid;
      change.added += new != NULL && new_pid <= old_pid;
    }
}

static void
apply_change (VasProcessList *self, const Merge *merge, guint position, Change change)
{
  if (change.removed > 0)
    g_ptr_array_remove_range (self->processes, position, change.removed);
  for (guint k = 0; k < change.added; k++)
    g_ptr_array_insert (self->processes, position + k,
                        g_object_ref (merge->new->pdata[merge->j + k]));
  g_list_model_items_changed (G_LIST_MODEL (self), position, change.removed, change.added);
}

static gpointer
copy_reference (gconstpointer process, gpointer user_data)
{
  return g_object_ref ((gpointer) process);
}

void
vas_process_list_update (VasProcessList *self, GPtrArray *processes)
{
  g_return_if_fail (VAS_IS_PROCESS_LIST (self) && processes != NULL);

  g_autoptr (GPtrArray) old = g_ptr_array_copy (self->processes, copy_reference, NULL);
  Merge merge = { old, processes, 0, 0 };
  while (merge.i < old->len || merge.j < processes->len)
    {
      Change change = find_change (&merge);
      if (change.removed > 0 || change.added > 0)
        apply_change (self, &merge, merge.j, change);
      /* Behind the change stands a row that is the same in both, or the end. */
      merge.i += change.removed + 1;
      merge.j += change.added + 1;
    }
}
