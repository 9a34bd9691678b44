/* A process that maps and unmaps without a pause, for benchmarks to look at.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * churn N [MIB]
 *
 * Makes N mappings of a page each and one of MIB mebibytes, all of them in RAM, that stay; prints
 * "READY n", and then maps, touches and unmaps four pages in a loop. For every byte on standard input
 * it prints how many turns it has made so far, and how many nanoseconds the longest took of those
 * since the last answer.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum
{
  LOOP_PAGES = 4,
};

static atomic_ulong n_turns;
static atomic_ulong longest; /* nanoseconds */

static void *
answer (void *unused)
{
  char byte;
  (void) unused;
  while (read (STDIN_FILENO, &byte, 1) > 0)
    {
      printf ("%lu %lu\n", n_turns, atomic_exchange (&longest, 0));
      fflush (stdout);
    }
  exit (EXIT_SUCCESS);
}

static char *
map (size_t size, int protection)
{
  return mmap (NULL, size, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

/* Protections alternate, so that the kernel does not merge neighbours. */
static long
make_small_mappings (long wanted, size_t page)
{
  long made = 0;
  for (; made < wanted; made++)
    {
      char *start = map (page, made % 2 == 0 ? PROT_READ | PROT_WRITE : PROT_READ);
      if (start == MAP_FAILED)
        break;
      (void) *(volatile char *) start;
    }
  return made;
}

static void
touch (char *start, size_t size, size_t page)
{
  for (size_t at = 0; at < size; at += page)
    ((volatile char *) start)[at] = 1;
}

/* In pages of the usual size, each of which a reader has to look at. */
static void
make_large_mapping (size_t size, size_t page)
{
  char *start = map (size, PROT_READ | PROT_WRITE);
  if (start == MAP_FAILED)
    exit (EXIT_FAILURE);
  madvise (start, size, MADV_NOHUGEPAGE);
  touch (start, size, page);
}

static void
turn (size_t page)
{
  char *start = map (LOOP_PAGES * page, PROT_READ | PROT_WRITE);
  if (start == MAP_FAILED)
    exit (EXIT_FAILURE);
  touch (start, LOOP_PAGES * page, page);
  munmap (start, LOOP_PAGES * page);
}

static unsigned long
get_nanoseconds (void)
{
  struct timespec now;
  clock_gettime (CLOCK_MONOTONIC, &now);
  return (unsigned long) now.tv_sec * 1000000000UL + (unsigned long) now.tv_nsec;
}

int
main (int argc, char **argv)
{
  size_t page = (size_t) sysconf (_SC_PAGESIZE);
  long made = make_small_mappings (argc > 1 ? atol (argv[1]) : 0, page);
  if (argc > 2 && atol (argv[2]) > 0)
    make_large_mapping ((size_t) atol (argv[2]) << 20, page);
  pthread_t thread;
  if (pthread_create (&thread, NULL, answer, NULL) != 0)
    return EXIT_FAILURE;
  printf ("READY %ld\n", made);
  fflush (stdout);
  for (unsigned long before = get_nanoseconds ();; n_turns++)
    {
      turn (page);
      unsigned long now = get_nanoseconds ();
      if (now - before > longest)
        longest = now - before;
      before = now;
    }
}
