/* Roles of mapped files: what they are read for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-roles-tables.h"

#define ROW(role) [VAS_ROLE_##role - VAS_ROLES_FILES]

const VasRole vas_roles_files[] = {
  ROW (LOCALE) = { "locale", NULL, NULL, N_ ("locale data: {subject}"),
    N_ ("Rules of a language and country for the C library: how letters sort, how numbers, money "
        "and dates are written. One copy in memory serves every program.") },
  ROW (GCONV_CACHE) = { "gconv-cache", NULL, NULL, N_ ("list of character sets"),
    N_ ("The C library's list of converters between character sets, read when a program needs one "
        "that is not built in.") },
  ROW (FONT) = { "font", NULL, NULL, N_ ("font: {subject}"),
    N_ ("A font, the shapes of its letters. Mapped rather than read, so that only the shapes that "
        "are drawn come into memory.") },
  ROW (FONT_CACHE) = { "font-cache", NULL, "fontconfig", N_ ("font list: {subject}"),
    N_ ("Fontconfig's index of the fonts in one folder, so that programs need not open every font "
        "file to find one.") },
  ROW (ICON_CACHE) = { "icon-cache", NULL, NULL, N_ ("icon list: {subject}"),
    N_ ("The index of an icon theme: it tells which pictures there are and in which sizes, without "
        "a look into hundreds of folders.") },
  ROW (MIME_CACHE) = { "mime-cache", NULL, NULL, N_ ("list of file types"),
    N_ ("The desktop's list of file types: which name endings and first bytes mean a picture, a "
        "text or a film.") },
  ROW (SETTINGS_SCHEMAS) = { "settings-schemas", NULL, "GSettings", N_ ("list of settings"),
    N_ ("Which settings the desktop's programs have, and what they are when nobody changed "
        "them.") },
  ROW (SETTINGS) = { "settings", NULL, "dconf", N_ ("settings of the user"),
    N_ ("The user's own settings, in one small database that all programs of the desktop "
        "read.") },
  ROW (RESOURCES) = { "resources", NULL, NULL, N_ ("resources: {subject}"),
    N_ ("A bundle of a program's own pictures, window layouts and styles.") },
  ROW (TRANSLATION) = { "translation", NULL, NULL, N_ ("translation: {subject}"),
    N_ ("A program's texts in another language; it looks up each sentence here before showing "
        "it.") },
  ROW (SQLITE_INDEX) = { "sqlite-index", NULL, "SQLite", N_ ("database index: {subject}"),
    N_ ("SQLite's index of changes not yet merged into the database. Shared, so that all programs "
        "that have the database open agree.") },
  ROW (DATABASE) = { "database", NULL, NULL, N_ ("database: {subject}"),
    N_ ("A database file, mapped so that its pages are read like memory.") },
  ROW (ARCHIVE) = { "archive", NULL, NULL, N_ ("archive: {subject}"),
    N_ ("A packed collection of files, read piece by piece straight from here.") },
  ROW (SHADER_CACHE) = { "shader-cache", NULL, "Mesa", N_ ("graphics programs: {subject}"),
    N_ ("Small graphics programs that were translated for this graphics card earlier, kept so that "
        "it need not be done again.") },
  ROW (ICU) = { "icu-data", NULL, "ICU", N_ ("language data: {subject}"),
    N_ ("Tables of all the world's scripts and languages for the ICU library: letters, calendars, "
        "sorting.") },
  ROW (ZONE_INFO) = { "time-zone", NULL, NULL, N_ ("time zone: {subject}"),
    N_ ("When clocks change in {subject}, and by how much.") },
  ROW (NAME_CACHE) = { "name-cache", NULL, NULL, N_ ("list of users and hosts"),
    N_ ("Answers to questions such as which user has number 1000, kept by a service of "
        "the system so that they need not be asked again.") },
  ROW (JOURNAL) = { "journal", NULL, "systemd", N_ ("system log: {subject}"),
    N_ ("The log of the system, read or written as memory.") },
  ROW (LOGIN_RECORDS) = { "login-records", NULL, NULL, N_ ("login records"),
    N_ ("Who is logged in, or was.") },
  ROW (GIT_PACK) = { "git-pack", NULL, "Git", N_ ("versions of files: {subject}"),
    N_ ("Many versions of many files, packed by Git; it unpacks the one it needs from "
        "here.") },
  ROW (METRICS) = { "metrics", NULL, "Chromium", N_ ("browser statistics: {subject}"),
    N_ ("Counters that the browser keeps in a file, so that they survive a crash.") },
  ROW (MODEL) = { "model", NULL, NULL, N_ ("learned model: {subject}"),
    N_ ("The numbers of a trained model. Mapped, so that only what is used is read, and "
        "several programs share one copy.") },
  ROW (GIR) = { "typelib", NULL, "GObject", N_ ("function descriptions: {subject}"),
    N_ ("Descriptions of the functions of a library, by which scripts call it without "
        "being compiled against it.") },
  ROW (PROPERTIES) = { "properties", NULL, "Android", N_ ("system properties"),
    N_ ("Settings of the Android system, which every program may read.") },
  ROW (HUGE_FILE) = { "huge-file", NULL, NULL, N_ ("huge pages: {subject}"),
    N_ ("A file that exists in huge pages of memory alone, 2 MiB or more each. Databases, "
        "network programs and virtual machines use it.") },
};
