/* A process that never stays the same, for benchmarks to follow for a long time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * restless FOLDER
 *
 * Prints "READY", and then, some hundred times a second until its standard input ends: maps and unmaps
 * memory of other sizes, files of ever new names in memory and in FOLDER, which are deleted while they
 * are mapped, and starts and ends threads of ever new names. Now and then it executes itself anew.
 */
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum
{
  N_KEPT = 64, /* mappings of a kind at a time */
  PAUSE_MS = 5,
  TURNS_OF_A_PROGRAM = 4000,
  PATH_BYTES = 300,
  NAME_BYTES = 64,
  SMALL_PRIME = 7,
};

typedef struct
{
  void *start;
  size_t size;
} Mapping;

static void
replace (Mapping *kept, void *start, size_t size)
{
  if (kept->start != NULL)
    munmap (kept->start, kept->size);
  *kept = (Mapping) { start == MAP_FAILED ? NULL : start, size };
}

static void
map_memory (Mapping *kept, unsigned long turn, size_t page)
{
  size_t size = (1 + turn % SMALL_PRIME) * page;
  char *start = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start != MAP_FAILED)
    *start = 1;
  replace (kept, start, size);
}

static void
map_descriptor (Mapping *kept, int fd, size_t page)
{
  if (fd < 0 || ftruncate (fd, (off_t) page) != 0)
    exit (EXIT_FAILURE);
  replace (kept, mmap (NULL, page, PROT_READ | PROT_EXEC, MAP_SHARED, fd, 0), page);
  close (fd);
}

static void
map_named_memory (Mapping *kept, unsigned long turn, size_t page)
{
  char name[NAME_BYTES];
  snprintf (name, sizeof name, "restless-%d-%lu", getpid (), turn);
  map_descriptor (kept, memfd_create (name, MFD_CLOEXEC), page);
}

static void
map_deleted_file (Mapping *kept, unsigned long turn, size_t page, const char *folder)
{
  char path[PATH_BYTES];
  snprintf (path, sizeof path, "%s/library-%lu.so", folder, turn);
  map_descriptor (kept, open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600), page);
  unlink (path);
}

static sem_t go_on;

static void *
wait_for_end (void *unused)
{
  sem_wait (&go_on);
  return unused;
}

/* One thread ends for each that starts. */
static void
renew_thread (pthread_t *kept, unsigned long turn)
{
  char name[NAME_BYTES];
  if (*kept != 0)
    {
      sem_post (&go_on);
      pthread_detach (*kept);
    }
  if (pthread_create (kept, NULL, wait_for_end, NULL) != 0)
    exit (EXIT_FAILURE);
  snprintf (name, sizeof name, "thread %lu", turn % 100000000);
  pthread_setname_np (*kept, name);
}

static int
input_has_ended (void)
{
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
  char byte;
  return poll (&input, 1, PAUSE_MS) > 0 && read (STDIN_FILENO, &byte, 1) <= 0;
}

int
main (int argc, char **argv)
{
  static Mapping memory[N_KEPT], named[N_KEPT], files[N_KEPT];
  static pthread_t threads[4];
  size_t page = (size_t) sysconf (_SC_PAGESIZE);
  unsigned long turn = argc > 2 ? strtoul (argv[2], NULL, 10) : 0;
  if (argc < 2 || sem_init (&go_on, 0, 0) != 0)
    return EXIT_FAILURE;
  if (turn == 0)
    puts ("READY");
  fflush (stdout);
  while (!input_has_ended ())
    {
      turn++;
      map_memory (&memory[turn % N_KEPT], turn, page);
      map_named_memory (&named[turn % N_KEPT], turn, page);
      map_deleted_file (&files[turn % N_KEPT], turn, page, argv[1]);
      renew_thread (&threads[turn % 4], turn);
      if (turn % TURNS_OF_A_PROGRAM == 0)
        {
          char count[NAME_BYTES];
          snprintf (count, sizeof count, "%lu", turn);
          execl ("/proc/self/exe", argv[0], argv[1], count, (char *) NULL);
        }
    }
  return EXIT_SUCCESS;
}
