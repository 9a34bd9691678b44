/* A process of very many mappings, for benchmarks to look at.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * manymaps N [anon | files] [touch]
 *
 * Makes N mappings of a page each, prints "READY n" with how many they came to be, and waits until
 * its standard input ends. Half map files with long paths, as those of libraries are; with "anon"
 * none does, with "files" all do. Protections alternate, so that the kernel does not merge neighbours. With "touch" the
 * page of each is in memory. More than vm.max_map_count cannot be made: then it says so.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum
{
  N_FILES = 64,
  PATH_BYTES = 200,
  OWN_MAPPINGS = 64, /* the program itself, its libraries and stack */
};

static const char folder_template[] = "/tmp/vascope-manymaps-XXXXXX";
static const char long_name[] = "a-path-as-long-as-those-of-libraries-in-a-flatpak-or-a-snap-are";

typedef struct
{
  char folder[sizeof folder_template];
  char paths[N_FILES][PATH_BYTES];
  int descriptors[N_FILES];
  long page;
} Files;

static void
fail (const char *what)
{
  perror (what);
  exit (EXIT_FAILURE);
}

static void
make_files (Files *files)
{
  files->page = sysconf (_SC_PAGESIZE);
  strcpy (files->folder, folder_template);
  if (mkdtemp (files->folder) == NULL)
    fail ("mkdtemp");
  for (int i = 0; i < N_FILES; i++)
    {
      snprintf (files->paths[i], PATH_BYTES, "%s/%s-%02d.so", files->folder, long_name, i);
      files->descriptors[i] = open (files->paths[i], O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (files->descriptors[i] < 0 || ftruncate (files->descriptors[i], files->page) != 0)
        fail (files->paths[i]);
    }
}

static void
remove_files (const Files *files)
{
  for (int i = 0; i < N_FILES; i++)
    unlink (files->paths[i]);
  rmdir (files->folder);
}

/* Returns whether there was room for another mapping. */
static bool
make_mapping (const Files *files, long i, bool anonymous, bool touch)
{
  int protection = (i / 2) % 2 == 0 ? PROT_READ | PROT_WRITE : PROT_READ;
  int flags = MAP_PRIVATE, descriptor = -1;
  if (anonymous)
    {
      protection = i % 2 == 0 ? PROT_READ | PROT_WRITE : PROT_READ;
      flags |= MAP_ANONYMOUS;
    }
  else
    descriptor = files->descriptors[i / 2 % N_FILES];

  char *start = mmap (NULL, (size_t) files->page, protection, flags, descriptor, 0);
  if (start == MAP_FAILED)
    {
      if (errno != ENOMEM)
        fail ("mmap");
      return false;
    }
  if (touch && (protection & PROT_WRITE) != 0)
    *(volatile char *) start = 1;
  else if (touch)
    (void) *(volatile char *) start;
  return true;
}

static long
read_limit (void)
{
  long limit = 0;
  FILE *file = fopen ("/proc/sys/vm/max_map_count", "re");
  if (file == NULL || fscanf (file, "%ld", &limit) != 1)
    fail ("vm.max_map_count");
  fclose (file);
  return limit - OWN_MAPPINGS;
}

/* A signal only ends the wait, so that the files are removed. */
static void
wake_up (int number)
{
  (void) number;
}

static void
wait_for_end_of_input (void)
{
  struct sigaction action = { .sa_handler = wake_up };
  sigaction (SIGTERM, &action, NULL);
  sigaction (SIGINT, &action, NULL);
  char byte;
  while (read (STDIN_FILENO, &byte, 1) > 0)
    continue;
}

static bool
has_word (int argc, char **argv, const char *word)
{
  for (int i = 2; i < argc; i++)
    if (strcmp (argv[i], word) == 0)
      return true;
  return false;
}

int
main (int argc, char **argv)
{
  long wanted = argc > 1 ? atol (argv[1]) : 0, limit = read_limit (), made = 0;
  if (wanted <= 0)
    {
      fprintf (stderr, "usage: manymaps N [anon | files] [touch]\n");
      return EXIT_FAILURE;
    }
  if (wanted > limit)
    fprintf (stderr, "vm.max_map_count allows %ld of %ld mappings\n", limit, wanted);

  Files files;
  make_files (&files);
  bool anonymous = has_word (argc, argv, "anon"), all_files = has_word (argc, argv, "files");
  bool touch = has_word (argc, argv, "touch");
  while (made < wanted && made < limit
         && make_mapping (&files, made, anonymous || (made % 2 == 1 && !all_files), touch))
    made++;
  printf ("READY %ld\n", made);
  fflush (stdout);
  wait_for_end_of_input ();
  remove_files (&files);
  return EXIT_SUCCESS;
}
