/* What the words of the command line ask for, checked as far as that goes without doing it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-request.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-error.h"
#include "vas-option-values.h"

/* The options as they were written; %NULL and %FALSE where they were not. */
typedef struct
{
  gboolean help, version, list, json, smaps;
  char *export, *at, *format, *size, *pixel_ratio, *scale, *theme, *range, *proc_root;
  char **targets;
} Words;

static void
clear_words (Words *words)
{
  char *texts[] = { words->export, words->at,    words->format, words->size,     words->pixel_ratio,
                    words->scale,  words->theme, words->range,  words->proc_root };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (words->targets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

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

/* GOption takes "--list=no" for "--list". */
static gboolean
check_flags (const GOptionEntry *entries, char **argv, GError **error)
{
  for (; *argv != NULL && strcmp (*argv, "--") != 0; argv++)
    for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
      {
        g_autofree char *with_value = g_strdup_printf ("--%s=", entry->long_name);
        if (entry->arg == G_OPTION_ARG_NONE && g_str_has_prefix (*argv, with_value))
          return usage_error (error, _ ("--%s takes no value."), entry->long_name);
      }
  return TRUE;
}

static gboolean
parse_words (Words *words, char **argv, char **help, GError **error)
{
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &words->help, N_ ("Say how Vascope is called"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &words->version, N_ ("Say which version this is"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &words->list, N_ ("List the processes one could pick"), NULL },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &words->export,
      N_ ("Write the memory of a process or file to OUT (“-”: standard output)"), N_ ("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("Format of OUT, if its ending does not say it: png, svg, pdf, json, csv or maps"),
      N_ ("FORMAT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &words->size, N_ ("Size of a picture, 1000x1400"),
      N_ ("WIDTHxHEIGHT") },
    { "pixel-ratio", 0, 0, G_OPTION_ARG_STRING, &words->pixel_ratio,
      N_ ("Pixels of a PNG for each unit of its size, 1 to 4"), N_ ("N") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &words->scale,
      N_ ("Scale of a picture: log, linear or even"), N_ ("SCALE") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &words->theme,
      N_ ("Colours of a picture: light, dark or contrast"), N_ ("THEME") },
    { "range", 0, 0, G_OPTION_ARG_STRING, &words->range,
      N_ ("Draw only this range of addresses (hexadecimal)"), N_ ("START-END") },
    { "smaps", 0, 0, G_OPTION_ARG_NONE, &words->smaps,
      N_ ("Read the sizes in RAM as well, with --export or --at"), NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &words->at,
      N_ ("Say what is at this address (hexadecimal)"), N_ ("ADDRESS") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words->json,
      N_ ("Write JSON, with --list or --at"), NULL },
    { "proc-root", 0, 0, G_OPTION_ARG_FILENAME, &words->proc_root,
      N_ ("Read processes from a directory laid out like /proc"), N_ ("DIR") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->targets, NULL,
      N_ ("[PID | FILE | -]") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_help_enabled (context, FALSE); /* it would print and exit by itself */
  g_option_context_set_summary (context, _ ("Shows what the virtual memory of a process is."));
  g_option_context_set_description (
      context, _ ("PID is the number of a process, FILE a saved copy of its maps or smaps file, and "
                  "“-” reads such a text from standard input. Without --list, --export and --at a "
                  "window opens."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!check_flags (entries, argv, error))
    return FALSE;
  g_auto (GStrv) copy = g_strdupv (argv);
  g_autoptr (GError) cause = NULL;
  if (!g_option_context_parse_strv (context, &copy, &cause))
    return usage_error (error, _ ("%s; “vascope --help” lists what there is."), cause->message);
  if (words->help)
    *help = g_option_context_get_help (context, TRUE, NULL);
  return TRUE;
}

static gboolean
choose_task (VasRequest *self, const Words *words, GError **error)
{
  if (words->help || words->version)
    {
      self->task = words->help ? VAS_TASK_HELP : VAS_TASK_VERSION;
      return TRUE;
    }
  if (words->list + (words->export != NULL) + (words->at != NULL) > 1)
    return usage_error (error, _ ("Only one of --list, --export and --at can be done at a time."));
  if (words->list)
    self->task = VAS_TASK_LIST;
  else if (words->export != NULL)
    self->task = VAS_TASK_EXPORT;
  else if (words->at != NULL)
    self->task = VAS_TASK_AT;
  return TRUE;
}

/* An option that the task would not heed is a misunderstanding, which silence would hide. */
static gboolean
check_belonging (const VasRequest *self, const Words *words, GError **error)
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
    { words->format != NULL, EXPORT, N_ ("--format goes with --export.") },
    { words->size != NULL, EXPORT, N_ ("--size goes with --export.") },
    { words->pixel_ratio != NULL, EXPORT, N_ ("--pixel-ratio goes with --export.") },
    { words->scale != NULL, EXPORT, N_ ("--scale goes with --export.") },
    { words->theme != NULL, EXPORT, N_ ("--theme goes with --export.") },
    { words->range != NULL, EXPORT, N_ ("--range goes with --export.") },
    { words->smaps, EXPORT | AT, N_ ("--smaps goes with --export or --at.") },
    { words->json, LIST | AT, N_ ("--json goes with --list or --at; exports have --format json.") },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && (options[i].tasks & 1u << self->task) == 0)
      return usage_error (error, "%s", _ (options[i].message));
  return TRUE;
}

static gboolean
take_target (VasRequest *self, Words *words, GError **error)
{
  guint n = words->targets != NULL ? g_strv_length (words->targets) : 0;
  if (n > 1)
    return usage_error (error, _ ("Only one process or file can be given, and here are %u."), n);
  if (n == 1 && self->task == VAS_TASK_LIST)
    return usage_error (error, _ ("--list lists all processes and takes none of them."));
  if (n == 1 && *words->targets[0] == '\0')
    return usage_error (error, _ ("The name of the process or file is empty."));
  if (n == 0 && (self->task == VAS_TASK_EXPORT || self->task == VAS_TASK_AT))
    return usage_error (error, _ ("%s needs to know of what: give the number of a process, a saved "
                                  "file, or “-” for standard input."),
                        self->task == VAS_TASK_EXPORT ? "--export" : "--at");
  if (n == 1)
    self->target = g_strdup (words->targets[0]);
  return TRUE;
}

static gboolean
choose_format (VasRequest *self, const Words *words, GError **error)
{
  int format = words->format != NULL ? vas_format_from_id (words->format)
                                     : vas_format_from_path (words->export);
  g_autofree char *formats = vas_option_list_formats ();
  if (format < 0 && words->format != NULL)
    return usage_error (error, _ ("There is no format “%s”; the formats are %s."), words->format,
                        formats);
  if (format < 0 && strcmp (words->export, "-") == 0)
    return usage_error (error, _ ("Standard output needs a --format, which may be %s."), formats);
  if (format < 0)
    {
      g_autofree char *out = g_filename_display_name (words->export);
      return usage_error (error, _ ("The ending of “%s” names no format; give one with --format, "
                                    "which may be %s."),
                          out, formats);
    }
  self->format = (VasFormat) format;
  if (words->range != NULL && !vas_format_is_picture (self->format))
    return usage_error (error, _ ("--range is for pictures; %s always holds every region."),
                        vas_format_get_id (self->format));
  return TRUE;
}

static gboolean
take_export (VasRequest *self, const Words *words, GError **error)
{
  VasPictureOptions *picture = &self->picture;
  vas_picture_options_init (picture);
  self->out = g_strdup (words->export);
  if (*self->out == '\0')
    return usage_error (error, _ ("The name of the file to write is empty."));
  return choose_format (self, words, error)
         && (words->size == NULL || vas_option_parse_size (words->size, picture, error))
         && (words->pixel_ratio == NULL
             || vas_option_parse_pixel_ratio (words->pixel_ratio, picture, error))
         && (words->scale == NULL || vas_option_parse_scale (words->scale, picture, error))
         && (words->theme == NULL || vas_option_parse_theme (words->theme, picture, error))
         && (words->range == NULL || vas_option_parse_range (words->range, picture, error));
}

static gboolean
fill_in (VasRequest *self, Words *words, GError **error)
{
  if (!choose_task (self, words, error))
    return FALSE;
  if (self->task == VAS_TASK_HELP || self->task == VAS_TASK_VERSION)
    return TRUE;
  self->json = words->json;
  self->with_usage = words->smaps;
  self->proc_root = g_steal_pointer (&words->proc_root);
  return check_belonging (self, words, error) && take_target (self, words, error)
         && (self->task != VAS_TASK_EXPORT || take_export (self, words, error))
         && (self->task != VAS_TASK_AT
             || vas_option_parse_address (words->at, &self->address, error));
}

VasRequest *
vas_request_parse (char **argv, GError **error)
{
  g_return_val_if_fail (argv != NULL, NULL);

  g_auto (Words) words = { 0 };
  g_autoptr (VasRequest) self = g_new0 (VasRequest, 1);
  if (!parse_words (&words, argv, &self->help, error) || !fill_in (self, &words, error))
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
