/* The options of the command line as they were written, before any is understood.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-arguments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-error.h"

/* An option and where its value goes in the structure. */
typedef struct
{
  const char *name;
  char letter;
  GOptionArg type;
  gsize place;
  const char *description;
  const char *value;
} Option;

#define PLACE(field) G_STRUCT_OFFSET (VasArguments, field)

static const Option OPTIONS[] = {
  { "help", 'h', G_OPTION_ARG_NONE, PLACE (help), N_ ("Say how Vascope is called") },
  { "version", 0, G_OPTION_ARG_NONE, PLACE (version), N_ ("Say which version this is") },
  { "list", 0, G_OPTION_ARG_NONE, PLACE (list), N_ ("List the processes one could pick") },
  { "export", 0, G_OPTION_ARG_FILENAME, PLACE (export),
    N_ ("Write the memory of a process or file to OUT (“-”: standard output)"), N_ ("OUT") },
  { "format", 0, G_OPTION_ARG_STRING, PLACE (format),
    N_ ("Format of OUT, if its ending does not say it: png, svg, pdf, json, csv or maps"),
    N_ ("FORMAT") },
  { "size", 0, G_OPTION_ARG_STRING, PLACE (size), N_ ("Size of a picture, 1000x1400"),
    N_ ("WIDTHxHEIGHT") },
  { "pixel-ratio", 0, G_OPTION_ARG_STRING, PLACE (pixel_ratio),
    N_ ("Pixels of a PNG for each unit of its size, 1 to 4"), N_ ("N") },
  { "scale", 0, G_OPTION_ARG_STRING, PLACE (scale), N_ ("Scale of a picture: log, linear or even"),
    N_ ("SCALE") },
  { "theme", 0, G_OPTION_ARG_STRING, PLACE (theme),
    N_ ("Colours of a picture: light, dark or contrast"), N_ ("THEME") },
  { "range", 0, G_OPTION_ARG_STRING, PLACE (range),
    N_ ("Draw only this range of addresses (hexadecimal)"), N_ ("START-END") },
  { "smaps", 0, G_OPTION_ARG_NONE, PLACE (smaps),
    N_ ("Read the sizes in RAM as well, with --export or --at") },
  { "at", 0, G_OPTION_ARG_STRING, PLACE (at), N_ ("Say what is at this address (hexadecimal)"),
    N_ ("ADDRESS") },
  { "json", 0, G_OPTION_ARG_NONE, PLACE (json), N_ ("Write JSON, with --list or --at") },
  { "proc-root", 0, G_OPTION_ARG_FILENAME, PLACE (proc_root),
    N_ ("Read processes from a directory laid out like /proc"), N_ ("DIR") },
  { G_OPTION_REMAINING, 0, G_OPTION_ARG_FILENAME_ARRAY, PLACE (targets), NULL,
    N_ ("[PID | FILE | -]") },
};

static GOptionContext *
make_context (VasArguments *self)
{
  GOptionEntry entries[G_N_ELEMENTS (OPTIONS) + 1] = { { NULL } };
  for (gsize i = 0; i < G_N_ELEMENTS (OPTIONS); i++)
    entries[i] = (GOptionEntry) { OPTIONS[i].name,
                                 OPTIONS[i].letter,
                                 0,
                                 OPTIONS[i].type,
                                 G_STRUCT_MEMBER_P (self, OPTIONS[i].place),
                                 OPTIONS[i].description,
                                 OPTIONS[i].value };

  GOptionContext *context = g_option_context_new (NULL);
  g_option_context_set_help_enabled (context, FALSE); /* it would print and exit by itself */
  g_option_context_set_summary (context, _ ("Shows what the virtual memory of a process is."));
  g_option_context_set_description (
      context,
      _ ("PID is the number of a process, FILE a saved copy of its maps or smaps file, and "
         "“-” reads such a text from standard input. Without --list, --export and --at a "
         "window opens."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

/* GOption takes "--list=no" for "--list". */
static gboolean
check_flags (char **argv, GError **error)
{
  for (; *argv != NULL && strcmp (*argv, "--") != 0; argv++)
    for (gsize i = 0; i < G_N_ELEMENTS (OPTIONS); i++)
      {
        g_autofree char *with_value = g_strdup_printf ("--%s=", OPTIONS[i].name);
        if (OPTIONS[i].type != G_OPTION_ARG_NONE || !g_str_has_prefix (*argv, with_value))
          continue;
        g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE, _ ("--%s takes no value."),
                     OPTIONS[i].name);
        return FALSE;
      }
  return TRUE;
}

VasArguments *
vas_arguments_parse (char **argv, GError **error)
{
  g_return_val_if_fail (argv != NULL, NULL);

  if (!check_flags (argv, error))
    return NULL;
  g_autoptr (VasArguments) self = g_new0 (VasArguments, 1);
  g_autoptr (GOptionContext) context = make_context (self);
  g_auto (GStrv) copy = g_strdupv (argv);
  g_autoptr (GError) cause = NULL;
  if (g_option_context_parse_strv (context, &copy, &cause))
    return g_steal_pointer (&self);
  g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE, _ ("%s; “vascope --help” lists what there is."),
               cause->message);
  return NULL;
}

void
vas_arguments_free (VasArguments *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (OPTIONS); i++)
    if (OPTIONS[i].type == G_OPTION_ARG_STRING || OPTIONS[i].type == G_OPTION_ARG_FILENAME)
      g_free (G_STRUCT_MEMBER (char *, self, OPTIONS[i].place));
  g_strfreev (self->targets);
  g_free (self);
}

char *
vas_arguments_make_help (void)
{
  VasArguments nothing = { 0 };
  g_autoptr (GOptionContext) context = make_context (&nothing);
  return g_option_context_get_help (context, TRUE, NULL);
}
