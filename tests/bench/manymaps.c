/* A process of very many mappings, for benchmarks to look at.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * manymaps N [anon | files] [touch] [change RATE]
 *
 * Makes N mappings of a page each, prints "READY n" with how many they came to be, and waits until
 * its standard input ends. Half map files with long paths, as those of libraries are; with "anon"
 * none does, with "files" all do. Protections alternate, so that the kernel does not merge
 * neighbours. With "touch" the page of each is in memory. With "change", RATE times a second one of
 * the mappings, wherever it is, goes, and another that went comes back. More than vm.max_map_count cannot be made: then it
 * says so.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
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
  N_GONE = 100,
  OWN_MAPPINGS = 64, /* the program itself, its libraries and stack */
};

typedef struct
{
  long n;
  bool anonymous;
  bool all_files;
  bool touch;
  int rate; /* changes a second, up to 1000 */
} Wish;

/* @starts: NULL while a mapping is gone
 * @places: where each of them is or was
 * @gone: numbers of those that went last, and one; 0 for none */
typedef struct
{
  char **starts;
  char **places;
  long n;
  long gone[N_GONE];
  unsigned n_changes;
} Mappings;

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

/* @where: NULL for anywhere. Returns where mapping @i came to be; NULL without room for another. */
static char *
make_mapping (const Files *files, const Wish *wish, long i, char *where)
{
  bool anonymous = wish->anonymous || (i % 2 == 1 && !wish->all_files);
  int protection = i / (anonymous ? 1 : 2) % 2 == 0 ? PROT_READ | PROT_WRITE : PROT_READ;
  int flags = MAP_PRIVATE | (anonymous ? MAP_ANONYMOUS : 0);
  flags |= where != NULL ? MAP_FIXED_NOREPLACE : 0;
  int descriptor = anonymous ? -1 : files->descriptors[i / 2 % N_FILES];

  char *start = mmap (where, (size_t) files->page, protection, flags, descriptor, 0);
  if (start == MAP_FAILED)
    {
      if (errno != ENOMEM)
        fail ("mmap");
      return NULL;
    }
  if (wish->touch && (protection & PROT_WRITE) != 0)
    *(volatile char *) start = 1;
  else if (wish->touch)
    (void) *(volatile char *) start;
  return start;
}

static Mappings
make_mappings (const Files *files, const Wish *wish)
{
  Mappings made = { .starts = calloc ((size_t) wish->n, sizeof *made.starts),
                    .places = calloc ((size_t) wish->n, sizeof *made.places) };
  if (made.starts == NULL || made.places == NULL)
    fail ("calloc");
  for (; made.n < wish->n; made.n++)
    {
      made.starts[made.n] = made.places[made.n] = make_mapping (files, wish, made.n, NULL);
      if (made.starts[made.n] == NULL)
        break;
    }
  return made;
}

/* A mapping goes, and the one that went before the last N_GONE comes back at its place. */
static void
change_mapping (const Files *files, const Wish *wish, Mappings *made)
{
  long i = random () % made->n, *back = &made->gone[made->n_changes++ % N_GONE];
  if (made->starts[i] == NULL)
    return;
  if (munmap (made->starts[i], (size_t) files->page) != 0)
    fail ("munmap");
  long former = *back - 1;
  *back = i + 1;
  if (former >= 0)
    made->starts[former] = make_mapping (files, wish, former, made->places[former]);
  made->starts[i] = NULL;
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
change_until_end_of_input (const Files *files, const Wish *wish, Mappings *made)
{
  struct sigaction action = { .sa_handler = wake_up };
  sigaction (SIGTERM, &action, NULL);
  sigaction (SIGINT, &action, NULL);
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
  int pause = wish->rate > 0 ? 1000 / wish->rate : -1, came;
  char byte;
  do
    {
      came = poll (&input, 1, pause);
      if (came == 0)
        change_mapping (files, wish, made);
    }
  while (came == 0 || (came == 1 && read (STDIN_FILENO, &byte, 1) > 0));
}

static bool
read_wish (int argc, char **argv, Wish *wish)
{
  wish->n = argc > 1 ? atol (argv[1]) : 0;
  for (int i = 2; i < argc; i++)
    {
      wish->anonymous |= strcmp (argv[i], "anon") == 0;
      wish->all_files |= strcmp (argv[i], "files") == 0;
      wish->touch |= strcmp (argv[i], "touch") == 0;
      if (strcmp (argv[i], "change") == 0 && i + 1 < argc)
        wish->rate = atoi (argv[++i]);
    }
  return wish->n > 0 && wish->rate >= 0 && wish->rate <= 1000;
}

int
main (int argc, char **argv)
{
  Wish wish = { 0 };
  if (!read_wish (argc, argv, &wish))
    {
      fprintf (stderr, "usage: manymaps N [anon | files] [touch] [change RATE]\n");
      return EXIT_FAILURE;
    }
  long limit = read_limit ();
  if (wish.n > limit)
    {
      fprintf (stderr, "vm.max_map_count allows %ld of %ld mappings\n", limit, wish.n);
      wish.n = limit;
    }

  Files files;
  make_files (&files);
  Mappings made = make_mappings (&files, &wish);
  printf ("READY %ld\n", made.n);
  fflush (stdout);
  change_until_end_of_input (&files, &wish, &made);
  remove_files (&files);
  return EXIT_SUCCESS;
}
