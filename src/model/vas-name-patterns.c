/* The table of name patterns: what the name of a mapping says about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-name-patterns.h"

#include "vas-roles.h"

#define CERTAIN VAS_CONFIDENCE_CERTAIN
#define LIKELY VAS_CONFIDENCE_LIKELY

/* A file's real path never starts with '[', so a leading bracket is the kernel's or prctl's
 * (catalogue 1.2). What a row says of "/dev/zero" holds for /tmp/dev/zero no more than it should:
 * patterns without a leading '*' are anchored. First match wins. */
static const VasNamePattern PATTERNS[] = {
  /* The kernel's own (arch/.../vdso, fs/proc/task_mmu.c get_vma_name()). */
  { "[heap]", VAS_NAMED_HEAP, VAS_KIND_HEAP, CERTAIN, VAS_ROLE_NONE },
  { "[stack]", VAS_NAMED_STACK, VAS_KIND_MAIN_STACK, CERTAIN, VAS_ROLE_NONE },
  { "[stack:*]", VAS_NAMED_STACK, VAS_KIND_THREAD_STACK, CERTAIN, VAS_ROLE_NONE }, /* 3.4 - 4.4 */
  { "[vdso]", VAS_NAMED_KERNEL, VAS_KIND_VDSO, CERTAIN, VAS_ROLE_NONE },
  { "[vvar]", VAS_NAMED_KERNEL, VAS_KIND_VVAR, CERTAIN, VAS_ROLE_NONE },
  { "[vvar_*]", VAS_NAMED_KERNEL, VAS_KIND_VVAR, CERTAIN, VAS_ROLE_NONE },
  { "[vsyscall]", VAS_NAMED_KERNEL, VAS_KIND_VSYSCALL, CERTAIN, VAS_ROLE_NONE },
  { "[uprobes]", VAS_NAMED_KERNEL, VAS_KIND_KERNEL_OTHER, CERTAIN, VAS_ROLE_UPROBES },
  { "[uprobes-trampoline]", VAS_NAMED_KERNEL, VAS_KIND_KERNEL_OTHER, CERTAIN, VAS_ROLE_UPROBES },
  { "[vectors]", VAS_NAMED_KERNEL, VAS_KIND_KERNEL_OTHER, CERTAIN, VAS_ROLE_VECTORS },
  { "[sigpage]", VAS_NAMED_KERNEL, VAS_KIND_KERNEL_OTHER, CERTAIN, VAS_ROLE_SIGPAGE },
  { "[kuser*]", VAS_NAMED_KERNEL, VAS_KIND_KERNEL_OTHER, CERTAIN, VAS_ROLE_KUSER },
  { "[gate]", VAS_NAMED_KERNEL, VAS_KIND_KERNEL_OTHER, CERTAIN, VAS_ROLE_GATE },
  { "[mpx]", VAS_NAMED_KERNEL, VAS_KIND_KERNEL_OTHER, CERTAIN, VAS_ROLE_MPX },
  { "[shadow stack]", VAS_NAMED_STACK, VAS_KIND_SHADOW_STACK, CERTAIN, VAS_ROLE_NONE },
  { "[anon:*", VAS_NAMED_MEMORY, VAS_KIND_ANONYMOUS, CERTAIN, VAS_ROLE_NONE },
  { "[anon_shmem:*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_SHARED_ANONYMOUS },
  { "[*", VAS_NAMED_KERNEL, VAS_KIND_KERNEL_OTHER, LIKELY, VAS_ROLE_KERNEL_UNKNOWN },

  /* Kernel objects that are mapped like files. */
  { "anon_inode:*io_uring*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_IO_URING },
  { "anon_inode:*perf_event*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_PERF },
  { "anon_inode:*bpf*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_BPF },
  { "anon_inode:kvm-vcpu*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_KVM_VCPU },
  { "anon_inode:*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_DEVICE },
  { "socket:*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_SOCKET_RING },
  { "/[aio]", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_AIO },
  { "/dmabuf:*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_DMABUF },
  { "/i915", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_GPU },
  { "/drm mm object", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_GPU },

  /* Shared memory. */
  { "/memfd:gdk-wayland*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_WAYLAND_PIXELS },
  { "/memfd:wayland-cursor*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_WAYLAND_CURSOR },
  { "/memfd:mesa-shared*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_MESA_PIXELS },
  { "/memfd:xshmfence*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_X_FENCE },
  { "/memfd:pulseaudio*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_PULSE },
  { "/memfd:pipewire*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_PIPEWIRE },
  { "/memfd:mozilla-ipc*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_MOZILLA_IPC },
  { "/memfd:*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_MEMFD },
  { "/SYSV????????", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_SYSV_SHM },
  { "/secretmem", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_SECRET },
  { "/anon_hugepage", VAS_NAMED_NOTHING, VAS_KIND_ANONYMOUS, CERTAIN, VAS_ROLE_HUGE_PAGES },
  { "/dev/zero", VAS_NAMED_NOTHING, VAS_KIND_ANONYMOUS, CERTAIN, VAS_ROLE_SHARED_ANONYMOUS },
  { "/dev/shm/org.mozilla.ipc.*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_MOZILLA_IPC },
  { "/dev/shm/.org.chromium.*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_CHROMIUM_IPC },
  { "/dev/shm/PostgreSQL.*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_POSTGRES },
  { "/dev/shm/sem.*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_SEMAPHORE },
  { "/dev/shm/*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_POSIX_SHM },

  /* Devices. */
  { "/dev/dri/*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_GPU },
  { "/dev/nvidia*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_GPU },
  { "/dev/kfd", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_GPU },
  { "/dev/snd/*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_SOUND },
  { "/dev/video*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_CAMERA },
  { "/dev/hugepages/*", VAS_NAMED_SHARED, VAS_KIND_SHARED_MEMORY, CERTAIN, VAS_ROLE_HUGE_PAGES },
  { "/dev/*", VAS_NAMED_DEVICE, VAS_KIND_DEVICE, CERTAIN, VAS_ROLE_DEVICE },

  /* Files known by what they are for. */
  { "/usr/lib/locale/*", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_LOCALE },
  { "*/gconv-modules.cache", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_GCONV_CACHE },
  { "*/fontconfig/*.cache-*", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_FONT_CACHE },
  { "*.ttf", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_FONT },
  { "*.ttc", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_FONT },
  { "*.otf", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_FONT },
  { "*.pfb", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_FONT },
  { "*.pcf.gz", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_FONT },
  { "*/icon-theme.cache", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_ICON_CACHE },
  { "*/mime/mime.cache", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_MIME_CACHE },
  { "*/gschemas.compiled", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_SETTINGS_SCHEMAS },
  { "*/dconf/*", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_SETTINGS },
  { "*.gresource", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_RESOURCES },
  { "*.mo", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_TRANSLATION },
  { "*-shm", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_SQLITE_INDEX },
  { "*.sqlite", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_DATABASE },
  { "*.db", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_DATABASE },
  { "*.zip", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_ARCHIVE },
  { "*.jar", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_ARCHIVE },
  { "*/mesa_shader_cache*", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_SHADER_CACHE },
  { "*/icudt*.dat", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, CERTAIN, VAS_ROLE_ICU },
  { "*", VAS_NAMED_FILE, VAS_KIND_FILE_PRIVATE, LIKELY, VAS_ROLE_NONE },
};

gboolean
vas_name_matches (const char *glob, const char *name, gsize length)
{
  const char *end = name + length, *star = NULL, *retry = NULL;
  while (name < end)
    {
      if (*glob == '*')
        {
          star = ++glob;
          retry = name;
        }
      else if (*glob == '?' || (*glob != '\0' && *glob == *name))
        {
          glob++;
          name++;
        }
      else if (star != NULL)
        {
          glob = star;
          name = ++retry;
        }
      else
        return FALSE;
    }
  while (*glob == '*')
    glob++;
  return *glob == '\0';
}

const VasNamePattern *
vas_name_pattern_find (const char *name, gsize length)
{
  if (length == 0)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (PATTERNS); i++)
    if (vas_name_matches (PATTERNS[i].glob, name, length))
      return &PATTERNS[i];
  return NULL;
}
