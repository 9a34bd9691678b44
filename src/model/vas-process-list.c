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

/* Returns: (transfer full): @processes, in which the objects of @old stand for their processes and
 * follow. Both are by pid. */
static GPtrArray *
keep_objects (GPtrArray *old, GPtrArray *processes)
{
  GPtrArray *kept = g_ptr_array_new_full (processes->len, g_object_unref);
  guint i = 0;
  for (guint j = 0; j < processes->len; j++)
    {
      VasProcess *process = processes->pdata[j];
      while (get_pid_or_last (get_or_null (old, i)) < vas_process_get_pid (process))
        i++;
      VasProcess *former = get_or_null (old, i);
      if (former != NULL && former != process && vas_process_is_same (former, process))
        {
          vas_process_follow (former, process);
          process = former;
        }
      g_ptr_array_add (kept, g_object_ref (process));
    }
  return kept;
}

/* A run of rows that differ: from @position on, @removed give way to @added. */
typedef struct
{
  guint position; /* in the new list, and in the old one when all changes before it are made */
  guint removed;
  guint added;
} Change;

/* The change that begins at old row @i and new row @position: up to the next row that is in both, or
 * to the end. Both are by pid. */
static Change
find_change (GPtrArray *old, GPtrArray *new, guint i, guint position)
{
  Change change = { .position = position };
  for (;;)
    {
      VasProcess *before = get_or_null (old, i + change.removed);
      VasProcess *after = get_or_null (new, position + change.added);
      gint32 old_pid = get_pid_or_last (before), new_pid = get_pid_or_last (after);
      if (before == after)
        return change;
      change.removed += before != NULL && old_pid <= new_pid;
      change.added += after != NULL && new_pid <= old_pid;
    }
}

static gpointer
copy_reference (gconstpointer process, gpointer user_data)
{
  return g_object_ref ((gpointer) process);
}

static void
apply_change (VasProcessList *self, const Change *change, GPtrArray *new)
{
  if (change->removed > 0)
    g_ptr_array_remove_range (self->processes, change->position, change->removed);
  for (guint k = change->position; k < change->position + change->added; k++)
    g_ptr_array_insert (self->processes, k, g_object_ref (new->pdata[k]));
  g_list_model_items_changed (G_LIST_MODEL (self), change->position, change->removed,
                              change->added);
}

void
vas_process_list_update (VasProcessList *self, GPtrArray *processes)
{
  g_return_if_fail (VAS_IS_PROCESS_LIST (self) && processes != NULL);

  g_autoptr (GPtrArray) new = keep_objects (self->processes, processes);
  g_autoptr (GPtrArray) old = g_ptr_array_copy (self->processes, copy_reference, NULL);
  for (guint i = 0, j = 0; i < old->len || j < new->len;)
    {
      Change change = find_change (old, new, i, j);
      if (change.removed > 0 || change.added > 0)
        apply_change (self, &change, new);
      /* Behind the change stands a row that is in both, or the end. */
      i += change.removed + 1;
      j += change.added + 1;
    }
}
