/* Reads the command lines of processes, of those only that somebody wants to see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-commands.h"

#include <unistd.h>

#include "vas-proc-files.h"
#include "vas-proc.h"

enum
{
  COMMAND_BYTES = 4096, /* more of a command line is not worth showing in a list */
  PATH_BYTES = 32,
};

struct _VasProcessCommands
{
  GObject parent_instance;

  char *root;
  GHashTable *wanted;    /* of VasProcess (owned), not asked for yet */
  GPtrArray *asked;      /* (nullable): of VasProcess, being read */
  GCancellable *reading; /* (nullable) */
  guint idle;
};

enum
{
  ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasProcessCommands, vas_process_commands, G_TYPE_OBJECT)

static GBytes *
read_command (int root, gint32 pid)
{
  char path[PATH_BYTES], bytes[COMMAND_BYTES];
  g_snprintf (path, sizeof path, "%d/cmdline", pid);
  gssize length
      = vas_proc_file_read_first (vas_proc_file_open (root, path), bytes, sizeof bytes);
  return g_bytes_new (bytes, MAX (length, 0));
}

/* Returns: (transfer full) (element-type GBytes): fewer if the directory is gone, or cancelled. */
static GPtrArray *
read_commands (const char *root, GArray *pids, GCancellable *cancellable)
{
  GPtrArray *commands = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  int fd = vas_proc_root_open (root, NULL);
  for (guint i = 0; fd >= 0 && i < pids->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (commands, read_command (fd, g_array_index (pids, gint32, i)));
  if (fd >= 0)
    close (fd);
  return commands;
}

static GArray *
list_pids (GPtrArray *processes)
{
  GArray *pids = g_array_sized_new (FALSE, FALSE, sizeof (gint32), processes->len);
  for (guint i = 0; i < processes->len; i++)
    {
      gint32 pid = vas_process_get_pid (processes->pdata[i]);
      g_array_append_val (pids, pid);
    }
  return pids;
}

static void
hand_out (GPtrArray *processes, GPtrArray *commands)
{
  for (guint i = 0; i < processes->len; i++)
    {
      gsize length = 0;
      const char *bytes
          = i < commands->len ? g_bytes_get_data (commands->pdata[i], &length) : NULL;
      vas_process_set_command (processes->pdata[i], bytes, length);
    }
}

void
vas_process_commands_read (const char *root, GPtrArray *processes)
{
  g_return_if_fail (root != NULL && processes != NULL);

  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  for (guint i = 0; i < processes->len; i++)
    if (vas_process_get_command_state (processes->pdata[i]) == VAS_COMMAND_UNKNOWN)
      g_ptr_array_add (unknown, processes->pdata[i]);
  g_autoptr (GArray) pids = list_pids (unknown);
  g_autoptr (GPtrArray) commands = read_commands (root, pids, NULL);
  hand_out (unknown, commands);
}

typedef struct
{
  char *root;
  GArray *pids;
} Request;

static void
free_request (gpointer pointer)
{
  Request *request = pointer;
  g_free (request->root);
  g_array_unref (request->pids);
  g_free (request);
}

static void
read_thread (GTask *task, gpointer object, gpointer pointer, GCancellable *cancellable)
{
  const Request *request = pointer;
  g_task_return_pointer (task, read_commands (request->root, request->pids, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void start_reading (VasProcessCommands *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) commands = g_task_propagate_pointer (G_TASK (result), NULL);
  if (commands == NULL) /* cancelled: nobody is left who asked */
    return;
  g_autoptr (VasProcessCommands) self = g_object_ref (user_data);
  g_autoptr (GPtrArray) asked = g_steal_pointer (&self->asked);
  g_clear_object (&self->reading);
  hand_out (asked, commands);
  g_signal_emit (self, signals[ARRIVED], 0);
  start_reading (self);
}

/* One may have been asked for again while it was being read. */
static gboolean
take_cb (gpointer process, gpointer value, gpointer asked)
{
  if (vas_process_get_command_state (process) != VAS_COMMAND_KNOWN)
    g_ptr_array_add (asked, g_object_ref (process));
  return TRUE;
}

static void
start_reading (VasProcessCommands *self)
{
  if (self->asked != NULL)
    return;
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_foreach_remove (self->wanted, take_cb, asked);
  if (asked->len == 0)
    return;
  self->asked = g_steal_pointer (&asked);
  Request *request = g_new (Request, 1);
  *request = (Request) { g_strdup (self->root), list_pids (self->asked) };

  self->reading = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, self->reading, read_cb, self);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, request, free_request);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread);
}

static gboolean
idle_cb (gpointer user_data)
{
  VasProcessCommands *self = user_data;
  self->idle = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

static void
vas_process_commands_finalize (GObject *object)
{
  VasProcessCommands *self = VAS_PROCESS_COMMANDS (object);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_hash_table_unref (self->wanted);
  g_free (self->root);
  G_OBJECT_CLASS (vas_process_commands_parent_class)->finalize (object);
}

static void
vas_process_commands_class_init (VasProcessCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vas_process_commands_finalize;
  signals[ARRIVED] = g_signal_new ("arrived", VAS_TYPE_PROCESS_COMMANDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vas_process_commands_init (VasProcessCommands *self)
{
  self->wanted = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

VasProcessCommands *
vas_process_commands_new (const char *root)
{
  g_return_val_if_fail (root != NULL, NULL);
  VasProcessCommands *self = g_object_new (VAS_TYPE_PROCESS_COMMANDS, NULL);
  self->root = g_strdup (root);
  return self;
}

/* What a list asks for while it fills its rows is read at one go. */
void
vas_process_commands_want (VasProcessCommands *self, VasProcess *process)
{
  g_return_if_fail (VAS_IS_PROCESS_COMMANDS (self) && VAS_IS_PROCESS (process));
  if (vas_process_get_command_state (process) == VAS_COMMAND_KNOWN)
    return;
  g_hash_table_add (self->wanted, g_object_ref (process));
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}
