/* Roles of what every process is made of: fences, reserves and the kernel's pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-roles-tables.h"

#define ROW(role) [VAS_ROLE_##role - VAS_ROLES_PROCESS]

const VasRole vas_roles_process[] = {
  ROW (HEAP_FENCE) = { "heap-fence", NULL, NULL, N_ ("fence of the heap"),
    N_ ("A fence at the heap's edge, inside the heap's own range. Some C libraries, musl for one, "
        "put it there so that running below the heap is noticed at once.") },
  ROW (ARENA_RESERVE) = { "arena-reserve", NULL, "glibc", N_ ("reserve of a malloc arena"),
    N_ ("Room that a malloc arena may still grow into. Only the first part of an arena is in use; "
        "this rest costs no memory until it is needed.") },
  ROW (STACK_GUARD) = { "stack-guard", NULL, NULL, N_ ("fence below a stack"),
    N_ ("A fence below a thread's stack. A stack that grows too far hits it, and the program stops "
        "instead of spoiling its neighbour's data.") },
  ROW (IMAGE_GAP) = { "image-gap", NULL, NULL, N_ ("{subject}: gap between segments"),
    N_ ("A hole between two parts of {subject}. The loader reserved room for the whole file and "
        "closed what lies between its parts, so that nothing else settles there.") },
  ROW (HUGE_PAGES) = { "huge-pages", NULL, NULL, N_ ("memory in huge pages"),
    N_ ("Memory made of huge pages, 2 MiB or more each, that the program asked for by name. Fewer, "
        "larger pages spare the processor look-ups of addresses.") },
  ROW (UPROBES) = { "uprobes", NULL, "Linux", N_ ("probe page"),
    N_ ("A page the kernel added because someone traces this program: instructions that were "
        "replaced by a probe are run here.") },
  ROW (VECTORS) = { "arm-vectors", NULL, "Linux", N_ ("ARM vectors page"),
    N_ ("A page at a fixed address of 32-bit ARM: the kernel keeps small routines for old "
        "programs here, such as an atomic exchange.") },
  ROW (SIGPAGE) = { "arm-sigpage", NULL, "Linux", N_ ("signal return page"),
    N_ ("The few instructions by which a 32-bit ARM program returns from a signal handler to where "
        "it was interrupted.") },
  ROW (KUSER) = { "kuser", NULL, "Linux", N_ ("kernel routines"),
    N_ ("A page of routines that the kernel of this processor offers to programs, at an address "
        "that never changes.") },
  ROW (GATE) = { "gate", NULL, "Linux", N_ ("gate page"),
    N_ ("The page through which programs entered the kernel on an older processor.") },
  ROW (MPX) = { "mpx", NULL, "Linux", N_ ("bounds tables"),
    N_ ("Tables of pointer bounds of Intel MPX, which kernels up to 5.5 kept for programs built "
        "with it.") },
  ROW (KERNEL_UNKNOWN) = { "kernel-unknown", NULL, NULL, N_ ("kernel: {subject}"),
    N_ ("Placed here by the kernel under the name {subject}, which Vascope does not know. Only the "
        "kernel writes names in brackets.") },
};
