/* Reads maps and does nothing with it, in a process of its own, and says what that costs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bare-reader.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum
{
  BUFFER_BYTES = 65536,
};

struct _BareReader
{
  pid_t pid;
  int line; /* to the process: a pid there, milliseconds back */
};

static double
get_milliseconds (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
read_maps (int pid)
{
  char buffer[BUFFER_BYTES], path[64];
  snprintf (path, sizeof path, "/proc/%d/maps", pid);
  double before = get_milliseconds ();
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  while (read (descriptor, buffer, sizeof buffer) > 0)
    continue;
  close (descriptor);
  return get_milliseconds () - before;
}

static void
serve (int line)
{
  int pid;
  while (read (line, &pid, sizeof pid) == sizeof pid)
    {
      double cpu = read_maps (pid);
      if (write (line, &cpu, sizeof cpu) != sizeof cpu)
        break;
    }
  _exit (0);
}

BareReader *
bare_reader_new (void)
{
  int ends[2];
  BareReader *self = g_new0 (BareReader, 1);
  g_assert_no_errno (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends));
  self->pid = fork ();
  g_assert_cmpint (self->pid, >=, 0);
  self->line = ends[0];
  if (self->pid == 0)
    {
      close (ends[0]);
      serve (ends[1]);
    }
  close (ends[1]);
  return self;
}

void
bare_reader_free (BareReader *self)
{
  close (self->line);
  waitpid (self->pid, NULL, 0);
  g_free (self);
}

void
bare_reader_begin (BareReader *self, int pid)
{
  g_assert_cmpint (write (self->line, &pid, sizeof pid), ==, sizeof pid);
}

double
bare_reader_end (BareReader *self)
{
  double cpu;
  g_assert_cmpint (read (self->line, &cpu, sizeof cpu), ==, sizeof cpu);
  return cpu;
}
