/* What people see: no byte that hides or misleads, and sizes that read well.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-display.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *bytes;
  const char *shown;
} Shown;

static const Shown texts[] = {
  { "", "" },
  { "/usr/lib/libc.so.6", "/usr/lib/libc.so.6" },
  { "/a b\\c%'\"<&>", "/a b\\c%'\"<&>" },
  { "/na\xc3\xafve/\xe6\x97\xa5/\xf0\x9f\x90\xa7", "/na\xc3\xafve/\xe6\x97\xa5/\xf0\x9f\x90\xa7" },
  { "/a\x1b[2J\x1b[31mred", "/a\\x1b[2J\\x1b[31mred" },
  { "/b\x07\x08\x7f\t\n\r", "/b\\x07\\x08\\x7f\\x09\\x0a\\x0d" },
  { "/c\xc2\x9b" "31m", "/c\\u009b31m" },                         /* the one-byte CSI */
  { "/f\xff\xfe\x80", "/f\\xff\\xfe\\x80" },                      /* no UTF-8 */
  { "/\xc0\xaf\xe0\x80\xaf", "/\\xc0\\xaf\\xe0\\x80\\xaf" },      /* longer forms than needed */
  { "/\xed\xa0\x80", "/\\xed\\xa0\\x80" },                        /* a surrogate */
  { "/\xf4\x90\x80\x80", "/\\xf4\\x90\\x80\\x80" },               /* beyond U+10FFFF */
  { "/\xe6\x97", "/\\xe6\\x97" },                                 /* cut in a character */
  { "/g\xe2\x80\xae" "gnp.elf", "/g\\u202egnp.elf" },             /* right-to-left override */
  { "\xe2\x81\xa6\xe2\x81\xa9\xe2\x80\x8e", "\\u2066\\u2069\\u200e" },   /* isolates, marks */
  { "\xe2\x80\x8f\xd8\x9c", "\\u200f\\u061c" },
  { "a\xe2\x80\xa8" "b\xe2\x80\xa9", "a\\u2028b\\u2029" },        /* line, paragraph */
  { "lib\xe2\x80\x8b" "c\xe2\x81\xa0\xef\xbb\xbf.so", "lib\\u200bc\\u2060\\ufeff.so" },
  { "a\xc2\xad" "b\xcd\x8f" "c\xe3\x85\xa4", "a\\u00adb\\u034fc\\u3164" },
  { "a\xef\xb8\x8f" "b\xe2\xa0\x80", "a\\ufe0fb\\u2800" },
  { "\xf3\xa0\x81\x81", "\\U000e0041" },                          /* a tag */
  { "\xee\x80\x80\xef\xbf\xbf", "\\ue000\\uffff" },               /* private, unassigned */
};

static void
test_bytes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *shown = vas_display_bytes (texts[i].bytes, strlen (texts[i].bytes));
      g_assert_cmpstr (shown, ==, texts[i].shown);
    }
  g_autofree char *with_nul = vas_display_bytes ("a\0b", 3);
  g_assert_cmpstr (with_nul, ==, "a\\x00b");
  g_autofree char *none = vas_display_bytes (NULL, 0);
  g_assert_cmpstr (none, ==, "");
}

/* Whatever the bytes, what is shown is UTF-8 on one line. */
static void
test_any_bytes (void)
{
  enum { ROUNDS = 2000, LENGTH = 24 };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  for (guint round = 0; round < ROUNDS; round++)
    {
      char bytes[LENGTH];
      for (guint i = 0; i < LENGTH; i++)
        bytes[i] = (char) g_rand_int_range (random, 0, 256);
      g_autofree char *shown = vas_display_bytes (bytes, LENGTH);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
      for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (at)));
    }
}

#define KIB G_GUINT64_CONSTANT (1024)
#define MIB (1024 * KIB)
#define GIB (1024 * MIB)
#define TIB (1024 * GIB)
#define PIB (1024 * TIB)
#define EIB (1024 * PIB)

static void
test_sizes (void)
{
  static const struct
  {
    guint64 bytes;
    const char *shown;
  } sizes[] = {
    { 0, "0 B" },
    { 12, "12 B" },
    { 1023, "1023 B" },
    { KIB, "1.0 KiB" },
    { 4 * KIB, "4.0 KiB" },
    { 10 * KIB, "10 KiB" },
    { 64 * KIB, "64 KiB" },
    { 64 * KIB + 1, "64.0 KiB" },
    { 828 * KIB, "828 KiB" },
    { 1023 * KIB + 499, "1023 KiB" },
    { 1023 * KIB + 512, "1.0 MiB" },
    { MIB - 1, "1.0 MiB" },
    { MIB + MIB / 10, "1.1 MiB" },
    { 10 * MIB - 1, "10.0 MiB" },
    { 99 * MIB + MIB * 94 / 100, "99.9 MiB" },
    { 99 * MIB + MIB * 96 / 100, "100 MiB" },
    { 12 * GIB + GIB / 10, "12.1 GiB" },
    { TIB, "1.0 TiB" },
    { 42 * TIB + TIB / 10, "42.1 TiB" },
    { 128 * TIB, "128 TiB" },
    { 64 * PIB, "64 PiB" },
    { 8 * EIB, "8.0 EiB" },
    { G_MAXUINT64, "16.0 EiB" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *shown = vas_display_size (sizes[i].bytes);
      g_assert_cmpstr (shown, ==, sizes[i].shown);
    }
}

static void
test_addresses (void)
{
  static const struct
  {
    guint64 address;
    const char *shown;
  } addresses[] = {
    { 0, "00000000" },
    { 0x400000, "00400000" },
    { 0xffffe000, "ffffe000" },
    { G_GUINT64_CONSTANT (0x100000000), "000100000000" },
    { G_GUINT64_CONSTANT (0x7f5ae3268000), "7f5ae3268000" },
    { G_GUINT64_CONSTANT (0xffffffffff600000), "ffffffffff600000" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *shown = vas_display_address (addresses[i].address);
      g_assert_cmpstr (shown, ==, addresses[i].shown);
    }
}

static void
test_durations (void)
{
  static const struct
  {
    gint64 microseconds;
    const char *shown;
  } durations[] = {
    { 0, "0 ms" },
    { 600, "1 ms" },
    { 63 * 1000, "63 ms" },
    { 999 * 1000, "999 ms" },
    { 999 * 1000 + 700, "1 s" },
    { 1260 * 1000, "1.3 s" },
    { 1960 * 1000, "2 s" },
    { 2000 * 1000, "2 s" },
    { 9940 * 1000, "9.9 s" },
    { 25400 * 1000, "25 s" },
    { G_GINT64_CONSTANT (119) * G_USEC_PER_SEC, "119 s" },
    { G_GINT64_CONSTANT (120) * G_USEC_PER_SEC, "2 min" },
    { G_GINT64_CONSTANT (150) * G_USEC_PER_SEC, "2.5 min" },
    { G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC, "60 min" },
    { G_GINT64_CONSTANT (7200) * G_USEC_PER_SEC, "2 h" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autofree char *shown = vas_display_duration (durations[i].microseconds);
      g_assert_cmpstr (shown, ==, durations[i].shown);
    }
}

/* The C locale has no thousands; which others are installed differs. */
static void
test_counts (void)
{
  g_autofree char *small = vas_display_count (7);
  g_assert_cmpstr (small, ==, "7");
  g_autofree char *largest = vas_display_count (G_MAXUINT64);
  g_autofree char *digits = g_strdup (largest);
  const char *thousands = localeconv ()->thousands_sep;
  if (*thousands == '\0')
    g_assert_cmpstr (digits, ==, "18446744073709551615");
  else
    g_assert_nonnull (strstr (digits, thousands));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/bytes", test_bytes);
  g_test_add_func ("/display/any-bytes", test_any_bytes);
  g_test_add_func ("/display/sizes", test_sizes);
  g_test_add_func ("/display/addresses", test_addresses);
  g_test_add_func ("/display/durations", test_durations);
  g_test_add_func ("/display/counts", test_counts);
  return g_test_run ();
}
