/* A process that maps and unmaps without a pause, for benchmarks to look at.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * churn N
 *
 * Makes N mappings of a page each that stay, prints "READY n", and then maps, touches and unmaps four
 * pages in a loop. For every byte on standard input it prints how many turns it has made so far.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum
{
  LOOP_PAGES = 4,
};

static atomic_ulong n_turns;

static void *
answer (void *unused)
{
  char byte;
  (void) unused;
  while (read (STDIN_FILENO, &byte, 1) > 0)
    {
      printf ("%lu\n", n_turns);
      fflush (stdout);
    }
  exit (EXIT_SUCCESS);
}

static void
turn (size_t page)
{
  char *start = mmap (NULL, LOOP_PAGES * page, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED)
    exit (EXIT_FAILURE);
  for (int i = 0; i < LOOP_PAGES; i++)
    ((volatile char *) start)[(size_t) i * page] = 1;
  munmap (start, LOOP_PAGES * page);
}

int
main (int argc, char **argv)
{
  long wanted = argc > 1 ? atol (argv[1]) : 0, made = 0;
  size_t page = (size_t) sysconf (_SC_PAGESIZE);
  for (; made < wanted; made++)
    {
      int protection = made % 2 == 0 ? PROT_READ | PROT_WRITE : PROT_READ;
      char *start = mmap (NULL, page, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      if (start == MAP_FAILED)
        break;
      (void) *(volatile char *) start;
    }
  pthread_t thread;
  if (pthread_create (&thread, NULL, answer, NULL) != 0)
    return EXIT_FAILURE;
  printf ("READY %ld\n", made);
  fflush (stdout);
  for (;; n_turns++)
    turn (page);
}
