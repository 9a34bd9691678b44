/* A process whose mappings change as it is told to: for tests that look on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Prints in hex where its room begins, then does what each line of standard input says and answers
 * "done". Offsets and sizes are pages, of the room:
 *
 *   map OFFSET SIZE     new pages, readable and writable
 *   unmap OFFSET SIZE
 *   touch OFFSET SIZE   has them in memory
 *   many OFFSET COUNT   as many mappings of a page each, one in two read-only
 *   rename NUMBER 0     calls itself "child-NUMBER"
 *   exec 0 0            answers first, and becomes sleep(1)
 *
 * Ends with its input.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

enum
{
  ROOM_PAGES = 1 << 20,
};

static size_t page;
static char *room;

static void
fail (const char *what)
{
  perror (what);
  exit (EXIT_FAILURE);
}

static void
map (size_t offset, size_t size, int protection)
{
  if (mmap (room + offset * page, size * page, protection,
            MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0)
      == MAP_FAILED)
    fail ("mmap");
}

static void
map_each (size_t offset, size_t count)
{
  for (size_t i = 0; i < count; i++)
    map (offset + i, 1, i % 2 == 0 ? PROT_READ : PROT_READ | PROT_WRITE);
}

static void
rename_process (size_t number)
{
  char name[16];
  snprintf (name, sizeof name, "child-%zu", number % 1000);
  prctl (PR_SET_NAME, name);
}

static void
obey (const char *word, size_t offset, size_t size)
{
  if (strcmp (word, "map") == 0)
    map (offset, size, PROT_READ | PROT_WRITE);
  else if (strcmp (word, "unmap") == 0)
    munmap (room + offset * page, size * page);
  else if (strcmp (word, "touch") == 0)
    memset (room + offset * page, 1, size * page);
  else if (strcmp (word, "many") == 0)
    map_each (offset, size);
  else if (strcmp (word, "rename") == 0)
    rename_process (offset);
}

int
main (void)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nothing behind */
  page = (size_t) sysconf (_SC_PAGESIZE);
  room = mmap (NULL, ROOM_PAGES * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED)
    fail ("mmap");
  munmap (room, ROOM_PAGES * page); /* nobody else maps anything meanwhile */
  printf ("%zx\n", (size_t) room);
  fflush (stdout);

  char word[16];
  size_t offset, size;
  while (scanf ("%15s %zu %zu", word, &offset, &size) == 3)
    {
      obey (word, offset, size);
      puts ("done");
      fflush (stdout);
      if (strcmp (word, "exec") == 0)
        execlp ("sleep", "sleep", "600", NULL);
    }
  return EXIT_SUCCESS;
}
