/* The ordered rules: the first that knows a region decides what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules.h"

#include <glib/gi18n-lib.h>

#include "vas-rules-topics.h"

#define SURVEY(id, needs, function, sentence) { id, needs, FALSE, function, 0, NULL, sentence }
#define JUDGE(id, needs, when, function, sentence) \
  { id, needs, FALSE, NULL, when, function, sentence }
/* Flags alone tell, so without them the rule need not be asked. */
#define FLAG_JUDGE(id, needs, when, function, sentence) \
  { id, needs, TRUE, NULL, when, function, sentence }

const VasRule vas_rules[] = {
  /* What the kernel and the files' own headers state. */
  SURVEY ("images", 0, vas_survey_images, N_ ("The file's program headers say so.")),
  SURVEY ("runs", 0, vas_survey_runs,
          N_ ("The parts of the file lie here in the order of its offsets, from its head on, and "
              "code of it may be run.")),
  SURVEY ("main-stack", 0, vas_survey_main_stack,
          N_ ("It holds the address at which the kernel started the main thread's stack (stat).")),
  SURVEY ("repeated-stacks", 0, vas_survey_repeated_stacks,
          N_ ("Fences with regions of one size above them, again and again.")),
  SURVEY ("places", VAS_ANY_PRODUCT, vas_survey_places,
          N_ ("The address is one that a product at work here claims for itself.")),
  SURVEY ("java", VAS_PRODUCT_BIT (JAVA), vas_survey_java,
          N_ ("libjvm is loaded, and the size follows from that of another part of Java.")),
  SURVEY ("shapes", VAS_ANY_PRODUCT, vas_survey_shapes,
          N_ ("It has the make of memory of a product at work here.")),
  SURVEY ("twins", 0, vas_survey_twins,
          N_ ("The same file in memory is mapped a second time, where it may be run as code.")),
  SURVEY ("main-variables", 0, vas_survey_main_variables,
          N_ ("It ends where the C library begins: the loader puts the main thread's variables "
              "there once all libraries have their place.")),
  SURVEY ("static-heap", 0, vas_survey_static_heap,
          N_ ("A statically linked program has no loader, so its C library takes the first bytes of "
              "the heap for the main thread's own variables (csu/libc-tls.c).")),
  SURVEY ("thread-stacks", 0, vas_survey_thread_stacks,
          N_ ("A thread's stack pointer lies in it.")),
  SURVEY ("huge-pages", 0, vas_survey_huge_pages,
          N_ ("The kernel's name for memory that was asked for in huge pages.")),

  /* A name on the line. A file that is loaded comes before a file. */
  JUDGE ("image-gap", 0, VAS_WHEN_NAMED, vas_judge_image_gap,
         N_ ("No access, between the parts of the file that its program headers place.")),
  JUDGE ("code-copy", 0, VAS_WHEN_NAMED, vas_judge_code_copy,
         N_ ("It may be run, and comes from a file that is loaded elsewhere.")),
  JUDGE ("name", 0, VAS_WHEN_NAMED, vas_judge_name, N_ ("The name on the line says so.")),
  JUDGE ("file", 0, VAS_WHEN_NAMED, vas_judge_file,
         N_ ("The line names a file that is not loaded as a program or library.")),

  /* Flags that mean one thing only. */
  FLAG_JUDGE ("shadow-stack", 0, VAS_WHEN_UNNAMED, vas_judge_shadow_stack,
         N_ ("The kernel's flag \"ss\" is set.")),
  FLAG_JUDGE ("random-state", 0, VAS_WHEN_DATA, vas_judge_random_state,
         N_ ("The kernel's flags \"dp\" and \"wf\" are set: it may drop it, and children get "
             "zeros.")),
  FLAG_JUDGE ("grows-down", 0, VAS_WHEN_MEMORY, vas_judge_grows_down,
         N_ ("The kernel's flag \"gd\" is set: it grows downwards by itself.")),

  /* No access. A reserve comes before a fence, or the tail of a full arena would be one. */
  JUDGE ("arena-reserve", 0, VAS_WHEN_NO_ACCESS, vas_judge_arena_reserve,
         N_ ("No access, from the end of a malloc arena to the next boundary of arenas.")),
  JUDGE ("stack-guard", 0, VAS_WHEN_NO_ACCESS, vas_judge_stack_guard,
         N_ ("No access, right below what looks like a stack.")),
  JUDGE ("reserve-shape", VAS_ANY_PRODUCT, VAS_WHEN_NO_ACCESS, vas_judge_shape,
         N_ ("No access, in the make of a product at work here.")),
  JUDGE ("guard", 0, VAS_WHEN_NO_ACCESS, vas_judge_guard,
         N_ ("No access, and small: at most 1 MiB.")),
  JUDGE ("reserved", 0, VAS_WHEN_NO_ACCESS, vas_judge_reserved,
         N_ ("No access, and too large for a fence.")),

  /* Memory without a name. */
  JUDGE ("bss", 0, VAS_WHEN_DATA, vas_judge_bss,
         N_ ("It starts on the page where the program's variables end (stat: end_data).")),
  JUDGE ("arena", 0, VAS_WHEN_DATA, vas_judge_arena,
         N_ ("Starts on the boundary on which glibc puts arenas, and no access follows up to the "
             "next one.")),
  FLAG_JUDGE ("signal-stack", 0, VAS_WHEN_DATA, vas_judge_signal_stack,
         N_ ("Mapped as a stack with a fence below it, and too small for a thread.")),
  FLAG_JUDGE ("fiber-stack", VAS_PRODUCT_BIT (RUBY), VAS_WHEN_DATA, vas_judge_fiber_stack,
         N_ ("Mapped as a stack with a fence below it, in a Ruby program, and no thread is on it.")),
  FLAG_JUDGE ("coroutine-stack", 0, VAS_WHEN_DATA, vas_judge_coroutine_stack,
         N_ ("Mapped as a stack with a fence below it, but no thread is on it, and no thread has a "
             "stack of this size.")),
  JUDGE ("thread-stack", 0, VAS_WHEN_MEMORY, vas_judge_thread_stack,
         N_ ("A fence lies right below it, and it was mapped as a stack or has the size of one.")),
  JUDGE ("windows-part", VAS_PRODUCT_BIT (WINE), VAS_WHEN_MEMORY, vas_judge_windows_part,
         N_ ("It lies right behind another part of this Windows file, which Wine reads in part by "
             "part.")),
  JUDGE ("shape", VAS_ANY_PRODUCT, VAS_WHEN_MEMORY, vas_judge_shape,
         N_ ("It has the make of memory of a product at work here.")),
  JUDGE ("jit", 0, VAS_WHEN_CODE, vas_judge_jit,
         N_ ("It may be run as code, but comes from no file.")),
  FLAG_JUDGE ("small-stack", 0, VAS_WHEN_DATA, vas_judge_small_stack,
         N_ ("A fence of its own lies below it, it is small, and no thread's stack pointer is in "
             "it.")),
  JUDGE ("anonymous", 0, VAS_WHEN_DATA, vas_judge_anonymous,
         N_ ("No name, no file, and no neighbour or address that tells who asked for it.")),
};

const gsize vas_n_rules = G_N_ELEMENTS (vas_rules);
