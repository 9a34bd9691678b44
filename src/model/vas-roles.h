/* The table of roles: what a region is for, more exactly than its kind says, with a text of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-kinds.h"

/**
 * VasRole:
 * @id: stable: "glibc-arena", "v8-heap-page", "font-cache"
 * @owner: (nullable): stable group whose islands fold into one area: "v8", "java", "go"
 * @product: (nullable): as a person says it: "Java", "jemalloc" (a proper name, not translated)
 * @label: translatable, short, may hold `{subject}`: "fonts: {subject}"
 * @explanation: translatable, one or two sentences: why it is here; no two roles share one
 *
 * A role says more than the kind: the product and the part. Role 0 is none: the kind's own words
 * serve. Adding a runtime is adding rows here and patterns or rules, and a fixture.
 */
typedef struct
{
  const char *id;
  const char *owner;
  const char *product;
  const char *label;
  const char *explanation;
} VasRole;

/** VasRoleIndex: the rows of the table, by topic; each topic's rows are in a file of their own. */
typedef enum
{
  VAS_ROLE_NONE,

  /* vas-roles-process.c: what every process is made of */
  VAS_ROLES_PROCESS,
  VAS_ROLE_HEAP_FENCE = VAS_ROLES_PROCESS,
  VAS_ROLE_LOADER_CODE,
  VAS_ROLE_LOADER_RODATA,
  VAS_ROLE_LOADER_RELRO,
  VAS_ROLE_LOADER_DATA,
  VAS_ROLE_LOADER_BSS,
  VAS_ROLE_CODE_COPY,
  VAS_ROLE_MERGED,
  VAS_ROLE_STATIC_TLS,
  VAS_ROLE_CACHED_STACK,
  VAS_ROLE_STACK_POINTER,
  VAS_ROLE_STACK_IN_USE,
  VAS_ROLE_STACK_VECTORS,
  VAS_ROLE_STACK_ARGUMENTS,
  VAS_ROLE_STACK_ENVIRONMENT,
  VAS_ROLE_MERGED_STACKS,
  VAS_ROLE_GROWS_DOWN,
  VAS_ROLE_RANDOM_STATE,
  VAS_ROLE_ARENA_RESERVE,
  VAS_ROLE_STACK_GUARD,
  VAS_ROLE_IMAGE_GAP,
  VAS_ROLE_HUGE_PAGES,
  VAS_ROLE_UPROBES,
  VAS_ROLE_VECTORS,
  VAS_ROLE_SIGPAGE,
  VAS_ROLE_KUSER,
  VAS_ROLE_GATE,
  VAS_ROLE_MPX,
  VAS_ROLE_KERNEL_UNKNOWN,

  /* vas-roles-runtimes.c: language runtimes */
  VAS_ROLES_RUNTIMES,
  VAS_ROLE_RUBY_FIBER = VAS_ROLES_RUNTIMES,

  /* vas-roles-files.c: what files are read for */
  VAS_ROLES_FILES,
  VAS_ROLE_LOCALE = VAS_ROLES_FILES,
  VAS_ROLE_GCONV_CACHE,
  VAS_ROLE_FONT,
  VAS_ROLE_FONT_CACHE,
  VAS_ROLE_ICON_CACHE,
  VAS_ROLE_MIME_CACHE,
  VAS_ROLE_SETTINGS_SCHEMAS,
  VAS_ROLE_SETTINGS,
  VAS_ROLE_RESOURCES,
  VAS_ROLE_TRANSLATION,
  VAS_ROLE_SQLITE_INDEX,
  VAS_ROLE_DATABASE,
  VAS_ROLE_ARCHIVE,
  VAS_ROLE_SHADER_CACHE,
  VAS_ROLE_ICU,

  /* vas-roles-shared.c: shared memory, devices and kernel rings */
  VAS_ROLES_SHARED,
  VAS_ROLE_SHARED_ANONYMOUS = VAS_ROLES_SHARED,
  VAS_ROLE_MEMFD,
  VAS_ROLE_POSIX_SHM,
  VAS_ROLE_SYSV_SHM,
  VAS_ROLE_SECRET,
  VAS_ROLE_WAYLAND_PIXELS,
  VAS_ROLE_WAYLAND_CURSOR,
  VAS_ROLE_MESA_PIXELS,
  VAS_ROLE_X_FENCE,
  VAS_ROLE_PULSE,
  VAS_ROLE_PIPEWIRE,
  VAS_ROLE_MOZILLA_IPC,
  VAS_ROLE_CHROMIUM_IPC,
  VAS_ROLE_POSTGRES,
  VAS_ROLE_SEMAPHORE,
  VAS_ROLE_DEVICE,
  VAS_ROLE_GPU,
  VAS_ROLE_DMABUF,
  VAS_ROLE_IO_URING,
  VAS_ROLE_AIO,
  VAS_ROLE_PERF,
  VAS_ROLE_BPF,
  VAS_ROLE_SOCKET_RING,
  VAS_ROLE_KVM_VCPU,
  VAS_ROLE_SOUND,
  VAS_ROLE_CAMERA,

  VAS_N_ROLES
} VasRoleIndex;

guint vas_roles_get_count (void);
/** vas_role_get: (transfer none): @role in `[0, count)`. */
const VasRole *vas_role_get (guint role);
/** vas_role_from_id: 0 if there is no such role. */
guint vas_role_from_id (const char *id);
