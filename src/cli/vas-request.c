/* What the words of the command line ask for, checked as far as that goes without doing it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-request.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-arguments.h"
#include "vas-display.h"
#include "vas-error.h"
#include "vas-option-values.h"

static gboolean usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
usage_error (GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, VAS_ERROR, VAS_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
choose_task (VasRequest *self, const VasArguments *arguments, GError **error)
{
  if (arguments->help || arguments->version)
    {
      self->task = arguments->help ? VAS_TASK_HELP : VAS_TASK_VERSION;
      return TRUE;
    }
  if (arguments->list + (arguments->export != NULL) + (arguments->at != NULL) > 1)
    return usage_error (error, _ ("Only one of --list, --export and --at can be done at a time."));
  if (arguments->list)
    self->task = VAS_TASK_LIST;
  else if (arguments->export != NULL)
    self->task = VAS_TASK_EXPORT;
  else if (arguments->at != NULL)
    self->task = VAS_TASK_AT;
  return TRUE;
}

/* An option that the task would not heed is a misunderstanding, which silence would hide. */
static gboolean
check_belonging (const VasRequest *self, const VasArguments *arguments, GError **error)
{
  enum
  {
    LIST = 1 << VAS_TASK_LIST,
    EXPORT = 1 << VAS_TASK_EXPORT,
    AT = 1 << VAS_TASK_AT,
  };
  const struct
  {
    gboolean given;
    guint tasks;
    const char *message;
  } options[] = {
    { arguments->format != NULL, EXPORT, N_ ("--format goes with --export.") },
    { arguments->size != NULL, EXPORT, N_ ("--size goes with --export.") },
    { arguments->pixel_ratio != NULL, EXPORT, N_ ("--pixel-ratio goes with --export.") },
    { arguments->scale != NULL, EXPORT, N_ ("--scale goes with --export.") },
    { arguments->theme != NULL, EXPORT, N_ ("--theme goes with --export.") },
    { arguments->range != NULL, EXPORT, N_ ("--range goes with --export.") },
    { arguments->smaps, EXPORT | AT, N_ ("--smaps goes with --export or --at.") },
    { arguments->json, LIST | AT,
      N_ ("--json goes with --list or --at; exports have --format json.") },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && (options[i].tasks & 1u << self->task) == 0)
      return usage_error (error, "%s", _ (options[i].message));
  return TRUE;
}

static gboolean
take_target (VasRequest *self, VasArguments *arguments, GError **error)
{
  guint n = arguments->targets != NULL ? g_strv_length (arguments->targets) : 0;
  if (n > 1)
    return usage_error (error, _ ("Only one process or file can be given, and here are %u."), n);
  if (n == 1 && self->task == VAS_TASK_LIST)
    return usage_error (error, _ ("--list lists all processes and takes none of them."));
  if (n == 1 && *arguments->targets[0] == '\0')
    return usage_error (error, _ ("The name of the process or file is empty."));
  if (n == 0 && (self->task == VAS_TASK_EXPORT || self->task == VAS_TASK_AT))
    return usage_error (error,
                        _ ("%s needs to know of what: give the number of a process, a saved "
                           "file, or “-” for standard input."),
                        self->task == VAS_TASK_EXPORT ? "--export" : "--at");
  if (n == 1)
    self->target = g_strdup (arguments->targets[0]);
  return TRUE;
}

static gboolean
choose_format (VasRequest *self, const VasArguments *arguments, GError **error)
{
  int format = arguments->format != NULL ? vas_format_from_id (arguments->format)
                                         : vas_format_from_path (arguments->export);
  g_autofree char *formats = vas_option_list_formats ();
  if (format < 0 && arguments->format != NULL)
    return usage_error (error, _ ("There is no format “%s”; the formats are %s."),
                        arguments->format, formats);
  if (format < 0 && strcmp (arguments->export, "-") == 0)
    return usage_error (error, _ ("Standard output needs a --format, which may be %s."), formats);
  if (format < 0)
    {
      g_autofree char *out = vas_display_bytes (arguments->export, strlen (arguments->export));
      return usage_error (error,
                          _ ("The ending of “%s” names no format; give one with --format, "
                             "which may be %s."),
                          out, formats);
    }
  self->export.format = (VasFormat) format;
  if (arguments->range != NULL && !vas_format_is_picture (self->export.format))
    return usage_error (error, _ ("--range is for pictures; %s always holds every region."),
                        vas_format_get_id (self->export.format));
  return TRUE;
}

static gboolean
take_export (VasRequest *self, const VasArguments *arguments, GError **error)
{
  VasPictureOptions *picture = &self->export.picture;
  vas_picture_options_init (picture);
  self->out = g_strdup (arguments->export);
  if (*self->out == '\0')
    return usage_error (error, _ ("The name of the file to write is empty."));
  return choose_format (self, arguments, error)
         && (arguments->size == NULL || vas_option_parse_size (arguments->size, picture, error))
         && (arguments->pixel_ratio == NULL
             || vas_option_parse_pixel_ratio (arguments->pixel_ratio, picture, error))
         && (arguments->scale == NULL || vas_option_parse_scale (arguments->scale, picture, error))
         && (arguments->theme == NULL || vas_option_parse_theme (arguments->theme, picture, error))
         && (arguments->range == NULL || vas_option_parse_range (arguments->range, picture, error));
}

static gboolean
fill_in (VasRequest *self, VasArguments *arguments, GError **error)
{
  if (!choose_task (self, arguments, error))
    return FALSE;
  if (self->task == VAS_TASK_HELP)
    self->help = vas_arguments_make_help ();
  if (self->task == VAS_TASK_HELP || self->task == VAS_TASK_VERSION)
    return TRUE;
  self->json = arguments->json;
  self->with_usage = arguments->smaps;
  self->proc_root = g_steal_pointer (&arguments->proc_root);
  return check_belonging (self, arguments, error) && take_target (self, arguments, error)
         && (self->task != VAS_TASK_EXPORT || take_export (self, arguments, error))
         && (self->task != VAS_TASK_AT
             || vas_option_parse_address (arguments->at, &self->address, error));
}

VasRequest *
vas_request_parse (char **argv, GError **error)
{
  g_return_val_if_fail (argv != NULL, NULL);

  g_autoptr (VasArguments) arguments = vas_arguments_parse (argv, error);
  g_autoptr (VasRequest) self = g_new0 (VasRequest, 1);
  if (arguments == NULL || !fill_in (self, arguments, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vas_request_free (VasRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->target);
  g_free (self->proc_root);
  g_free (self->out);
  g_free (self->help);
  g_free (self);
}
