/* A process one could pick: a row of the picker, and whether it can be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-process.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

  /* The strings are our own. */
  VasProcessFields fields;
  char *search_text;
};

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
  g_free ((char *) self->fields.name);
  g_free ((char *) self->fields.command);
  g_free ((char *) self->fields.user);
  g_free (self->search_text);
  G_OBJECT_CLASS (vas_process_parent_class)->finalize (object);
}

static void
vas_process_class_init (VasProcessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vas_process_finalize;
}

static void
vas_process_init (VasProcess *self)
{
}

VasProcess *
vas_process_new (const VasProcessFields *fields)
{
  g_return_val_if_fail (fields != NULL && fields->name != NULL, NULL);
  g_return_val_if_fail (fields->command != NULL && fields->user != NULL, NULL);

  VasProcess *self = g_object_new (VAS_TYPE_PROCESS, NULL);
  self->fields = *fields;
  self->fields.name = g_strdup (fields->name);
  self->fields.command = g_strdup (fields->command);
  self->fields.user = g_strdup (fields->user);
  g_autofree char *text = g_strdup_printf ("%d %s %s %s", fields->pid, fields->name, fields->user,
                                           fields->command);
  self->search_text = g_utf8_casefold (text, -1);
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
  return self->fields.name;
}

const char *
vas_process_get_command (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), "");
  return self->fields.command;
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
vas_process_get_search_text (VasProcess *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS (self), "");
  return self->search_text;
}

gboolean
vas_process_equal (VasProcess *self, VasProcess *other)
{
  const VasProcessFields *a = &self->fields, *b = &other->fields;
  return a->pid == b->pid && a->start_time == b->start_time && a->resident == b->resident
         && a->mapped == b->mapped && a->n_threads == b->n_threads && a->access == b->access
         && strcmp (self->search_text, other->search_text) == 0
         && strcmp (a->name, b->name) == 0 && strcmp (a->command, b->command) == 0;
}
