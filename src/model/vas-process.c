/* A process one could pick: a row of the picker, and whether it can be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-process.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-display.h"
#include "vas-process-name.h"

static const struct
{
  const char *id;
  const char *description;
} accesses[] = {
  [VAS_ACCESS_READABLE] = { "readable", "" },
  [VAS_ACCESS_DENIED] = { "denied", N_ ("belongs to another user, or is protected") },
  [VAS_ACCESS_KERNEL_THREAD] = { "kernel-thread", N_ ("a thread of the kernel: no memory of its own") },
  [VAS_ACCESS_ZOMBIE] = { "zombie", N_ ("has ended: its memory is gone") },
  [VAS_ACCESS_EMPTY] = { "empty", N_ ("shows no memory mappings") },
};

struct _VasProcess
{
  GObject parent_instance;

  VasProcessFields fields; /* with strings of our own */
  char *name;
  char *command;     /* (nullable): until known */
  char *search_text; /* (nullable): until asked for */
  gboolean is_dated; /* the command */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasProcess, vas_process, G_TYPE_OBJECT)

const char *
vas_access_describe (VasAccess access)
{
  g_return_val_if_fail (access < G_N_ELEMENTS (accesses), "");
  const char *description = accesses[access].description;
  return *description != '\0' ? _ (description) : "";
}

const char *
vas_access_get_id (VasAccess access)
{
  g_return_val_if_fail (access < G_N_ELEMENTS (accesses), "");
  return accesses[access].id;
}

static void
vas_process_finalize (GObject *object)
{
  VasProcess *self = VAS_PROCESS (object);
  g_free ((char *) self->fields.comm);
  g_free ((char *) self->fields.user);
  g_free (self->name);
  g_free (self->command);
  g_free (self->search_text);
  G_OBJECT_CLASS (vas_process_parent_class)->finalize (object);
}

static void
vas_process_class_init (VasProcessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vas_process_finalize;
  signals[CHANGED] = g_signal_new ("changed", VAS_TYPE_PROCESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
vas_process_init (VasProcess *self)
{
}

VasProcess *
vas_process_new (const VasProcessFields *fields)
{
  g_return_val_if_fail (fields != NULL && fields->comm != NULL && fields->user != NULL, NULL);

  VasProcess *self = g_object_new (VAS_TYPE_PROCESS, NULL);
  self->fields = *fields;
  self->fields.comm = g_strdup (fields->comm);
  self->fields.user = g_strdup (fields->user);
  self->name = vas_process_name_choose (fields->comm, NULL);
  /* The command line lies in the memory of the process. */
  if (fields->mapped == 0)
    self->command = g_strdup ("");
  return self;
}

gint32
vas_process_get_pid (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), 0);
  return self->fields.pid;
}

guint64
vas_process_get_start_time (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), 0);
  return self->fields.start_time;
}

const char *
vas_process_get_name (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), "");
  return self->name;
}

const char *
vas_process_get_user (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), "");
  return self->fields.user;
}

guint64
vas_process_get_resident (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), 0);
  return self->fields.resident;
}

guint64
vas_process_get_mapped (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), 0);
  return self->fields.mapped;
}

guint
vas_process_get_n_threads (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), 0);
  return self->fields.n_threads;
}

VasAccess
vas_process_get_access (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), VAS_ACCESS_EMPTY);
  return self->fields.access;
}

const char *
vas_process_get_command (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), "");
  return self->command != NULL ? self->command : "";
}

VasCommandState
vas_process_get_command_state (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), VAS_COMMAND_UNKNOWN);
  if (self->command == NULL)
    return VAS_COMMAND_UNKNOWN;
  return self->is_dated ? VAS_COMMAND_DATED : VAS_COMMAND_KNOWN;
}

/* The arguments are parted by NULs in the file. */
static char *
join_arguments (const char *bytes, gsize length)
{
  while (length > 0 && bytes[length - 1] == '\0')
    length--;
  g_autofree char *text = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    text[i] = bytes[i] == '\0' ? ' ' : bytes[i];
  return vas_display_bytes (text, length);
}

/* Takes both strings. */
static gboolean
replace_words (VasProcess *self, char *name, char *command)
{
  gboolean differs = g_strcmp0 (self->command, command) != 0 || strcmp (self->name, name) != 0;
  g_free (self->name);
  g_free (self->command);
  self->name = name;
  self->command = command;
  self->is_dated = FALSE;
  if (differs)
    g_clear_pointer (&self->search_text, g_free);
  return differs;
}

void
vas_process_set_command (VasProcess *self, const char *bytes, gsize length)
{
  g_return_if_fail (VAS_IS_PROCESS (self) && (bytes != NULL || length == 0));

  g_autofree char *argument = length > 0 ? g_strndup (bytes, length) : NULL;
  if (replace_words (self, vas_process_name_choose (self->fields.comm, argument),
                     join_arguments (bytes, length)))
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
vas_process_is_same (VasProcess *self, VasProcess *other)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self) && VAS_IS_PROCESS (other), FALSE);
  return self->fields.pid == other->fields.pid
         && self->fields.start_time == other->fields.start_time;
}

/* A person sees three digits. */
static gboolean
is_shown_alike (guint64 size, guint64 other)
{
  if (size == other)
    return TRUE;
  g_autofree char *text = vas_display_size (size);
  g_autofree char *other_text = vas_display_size (other);
  return strcmp (text, other_text) == 0;
}

/* The words of @newer itself are none, or those of the name alone. */
static gboolean
follow_words (VasProcess *self, VasProcess *newer)
{
  if (strcmp (self->fields.comm, newer->fields.comm) == 0
      && strcmp (self->fields.user, newer->fields.user) == 0)
    return FALSE;
  g_free ((char *) self->fields.comm);
  g_free ((char *) self->fields.user);
  self->fields.comm = g_strdup (newer->fields.comm);
  self->fields.user = g_strdup (newer->fields.user);
  g_clear_pointer (&self->search_text, g_free);
  replace_words (self, g_strdup (newer->name), g_strdup (newer->command));
  return TRUE;
}

void
vas_process_follow (VasProcess *self, VasProcess *newer)
{
  g_return_if_fail (vas_process_is_same (self, newer));

  VasProcessFields *fields = &self->fields;
  const VasProcessFields *new = &newer->fields;
  gboolean changed = follow_words (self, newer) || fields->access != new->access
                     || !is_shown_alike (fields->resident, new->resident)
                     || !is_shown_alike (fields->mapped, new->mapped);
  fields->resident = new->resident;
  fields->mapped = new->mapped;
  fields->n_threads = new->n_threads;
  fields->access = new->access;
  if (!changed)
    return;
  self->is_dated = self->command != NULL && new->mapped != 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
vas_process_get_search_text (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), "");
  if (self->search_text == NULL)
    {
      g_autofree char *text
          = g_strdup_printf ("%d %s %s %s", self->fields.pid, self->name, self->fields.user,
                             vas_process_get_command (self));
      self->search_text = g_utf8_casefold (text, -1);
    }
  return self->search_text;
}
