/* One term of a filter, from what was typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-filter-term.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-error.h"
#include "vas-filter-number.h"

void
vas_term_clear (VasTerm *term)
{
  g_clear_pointer (&term->text, g_free);
}

gboolean
vas_term_fail (GError **error, char *message)
{
  g_set_error_literal (error, VAS_ERROR, VAS_ERROR_USAGE, message);
  g_free (message);
  return FALSE;
}

static gboolean
set_text (VasTerm *term, VasTermType type, const char *text)
{
  term->type = type;
  term->text = g_utf8_casefold (text, -1);
  return TRUE;
}

/* "r-xp": the letters or dashes of a maps line in their places; the last may be left out. */
static gboolean
parse_mode (VasTerm *term, const char *word)
{
  gsize length = strlen (word);
  if (length != 3 && length != 4)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (word[i] != '-' && word[i] != "rwx"[i])
      return FALSE;
  if (length == 4 && word[3] != 'p' && word[3] != 's')
    return FALSE;

  term->type = VAS_TERM_PERMS;
  term->mask = length == 4 ? VAS_PERM_ACCESS | VAS_PERM_SHARED : VAS_PERM_ACCESS;
  term->perms = (word[0] == 'r' ? VAS_PERM_READ : 0) | (word[1] == 'w' ? VAS_PERM_WRITE : 0)
                | (word[2] == 'x' ? VAS_PERM_EXEC : 0) | (word[3] == 's' ? VAS_PERM_SHARED : 0);
  return TRUE;
}

/* "rw", "+x", "-w": some of the letters in their order. */
static gboolean
parse_letters (VasTerm *term, const char *word)
{
  static const struct
  {
    char letter;
    guint8 mask;
    guint8 perms;
  } letters[] = {
    { 'r', VAS_PERM_READ, VAS_PERM_READ },     { 'w', VAS_PERM_WRITE, VAS_PERM_WRITE },
    { 'x', VAS_PERM_EXEC, VAS_PERM_EXEC },     { 's', VAS_PERM_SHARED, VAS_PERM_SHARED },
    { 'p', VAS_PERM_SHARED, 0 },
  };
  guint8 mask = 0, perms = 0;
  const char *c = word + (*word == '+' || *word == '-' ? 1 : 0);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (*c == letters[i].letter && (mask & letters[i].mask) == 0)
      {
        mask |= letters[i].mask;
        perms |= letters[i].perms;
        c++;
      }
  if (*c != '\0' || mask == 0)
    return FALSE;
  term->type = VAS_TERM_PERMS;
  term->mask = mask;
  term->perms = *word == '-' ? perms ^ mask : perms;
  return TRUE;
}

static const char *
get_family_id_of_kind (VasKind kind)
{
  return vas_family_get_id (vas_kind_get_family (kind));
}

/* The kinds that go by @typed; where none does, all whose id contains it. */
static guint64
find_kinds (const char *(*get_id) (VasKind kind), const char *typed)
{
  g_autofree char *wanted = g_ascii_strdown (typed, -1);
  guint64 whole = 0, partial = 0;
  for (guint kind = 0; kind < VAS_N_KINDS; kind++)
    {
      const char *id = get_id (kind);
      guint64 bit = G_GUINT64_CONSTANT (1) << kind;
      whole |= strcmp (id, wanted) == 0 ? bit : 0;
      partial |= strstr (id, wanted) != NULL ? bit : 0;
    }
  return whole != 0 ? whole : partial;
}

static gboolean
parse_kind (VasTerm *term, const char *value, GError **error)
{
  term->type = VAS_TERM_KINDS;
  term->kinds = find_kinds (vas_kind_get_id, value);
  if (term->kinds != 0)
    return TRUE;
  return vas_term_fail (error, g_strdup_printf (_("There is no kind “%s”. Kinds are, for instance, "
                                                  "heap, library-code and thread-stack."),
                                                value));
}

static gboolean
parse_family (VasTerm *term, const char *value, GError **error)
{
  term->type = VAS_TERM_KINDS;
  term->kinds = find_kinds (get_family_id_of_kind, value);
  if (term->kinds != 0)
    return TRUE;

  g_autoptr (GString) families = g_string_new (NULL);
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    g_string_append_printf (families, "%s%s", family == 0 ? "" : ", ", vas_family_get_id (family));
  return vas_term_fail (error, g_strdup_printf (_("There is no family “%s”. The families are %s."),
                                                value, families->str));
}

static gboolean
parse_object (VasTerm *term, const char *value, GError **error)
{
  return set_text (term, VAS_TERM_OBJECT, value);
}

static gboolean
parse_path (VasTerm *term, const char *value, GError **error)
{
  return set_text (term, VAS_TERM_PATH, value);
}

static gboolean
parse_inode (VasTerm *term, const char *value, GError **error)
{
  term->type = VAS_TERM_INODE;
  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT64, &term->number, NULL))
    return TRUE;
  return vas_term_fail (error, g_strdup_printf (_("“%s” is no inode: type its number in digits, such as "
                                         "inode:1708."),
                                       value));
}

static gboolean
parse_device (VasTerm *term, const char *value, GError **error)
{
  g_auto (GStrv) halves = g_strsplit (value, ":", 2);
  guint64 major, minor;
  term->type = VAS_TERM_DEVICE;
  if (halves[0] != NULL && halves[1] != NULL
      && g_ascii_string_to_unsigned (halves[0], 16, 0, G_MAXUINT32, &major, NULL)
      && g_ascii_string_to_unsigned (halves[1], 16, 0, G_MAXUINT32, &minor, NULL))
    {
      term->number = major << 32 | minor;
      return TRUE;
    }
  return vas_term_fail (error, g_strdup_printf (_("“%s” is no device: type its two hex numbers as maps "
                                         "shows them, such as device:fe:00."),
                                       value));
}

/* "NAME:VALUE" with a known name; the word is something else (memfd:pulseaudio) if @known is not
 * set. */
static gboolean
parse_named (VasTerm *term, const char *word, gsize quoted_from, gboolean *known, GError **error)
{
  static const struct
  {
    const char *prefix;
    const char *example;
    gboolean (*parse) (VasTerm *term, const char *value, GError **error);
  } names[] = {
    { "kind:", "kind:heap", parse_kind },
    { "family:", "family:library", parse_family },
    { "object:", "object:libc", parse_object },
    { "path:", "path:/usr/lib", parse_path },
    { "inode:", "inode:1708", parse_inode },
    { "device:", "device:fe:00", parse_device },
  };
  *known = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i].prefix);
      if (quoted_from < length || g_ascii_strncasecmp (word, names[i].prefix, length) != 0)
        continue;
      *known = TRUE;
      if (word[length] != '\0')
        return names[i].parse (term, word + length, error);
      return vas_term_fail (error, g_strdup_printf (_("“%s” needs something after it, such as %s."), word,
                                           names[i].example));
    }
  return FALSE;
}

/* "-term" is what "term" is not. */
static gboolean
parse_negation (VasTerm *term, const char *word, gsize quoted_from, GError **error)
{
  if (word[1] == '\0')
    return vas_term_fail (error, g_strdup_printf (_("“%s” leaves out what fits the term after it: "
                                                    "type one, such as %sheap."),
                                                  word, word));
  term->negated = !term->negated;
  return vas_term_parse (term, word + 1, quoted_from - 1, error);
}

gboolean
vas_term_parse (VasTerm *term, const char *word, gsize quoted_from, GError **error)
{
  gboolean is_quoted = word[quoted_from] != '\0';
  if (is_quoted && quoted_from == 0)
    return set_text (term, VAS_TERM_WORD, word);
  if (!is_quoted && (parse_mode (term, word) || parse_letters (term, word)))
    return TRUE;
  if (*word == '!' || *word == '-')
    return parse_negation (term, word, quoted_from, error);

  gboolean known;
  gboolean parsed = parse_named (term, word, quoted_from, &known, error);
  if (!known && !is_quoted)
    parsed = vas_term_parse_number (term, word, &known, error);
  return known ? parsed : set_text (term, VAS_TERM_WORD, word);
}
