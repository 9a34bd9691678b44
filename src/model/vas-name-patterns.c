/* The table of name patterns: what the name of a mapping says about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-name-patterns.h"

#include "vas-roles.h"

/* One row; the short words stand for VAS_NAMED_, VAS_CONFIDENCE_, VAS_KIND_ and VAS_ROLE_. */
#define NAMED(sort, confidence, kind, role, glob) \
  { VAS_GLOB (glob), VAS_NAMED_##sort, VAS_KIND_##kind, VAS_CONFIDENCE_##confidence, \
    VAS_ROLE_##role }

/* A file's path never starts with '[', so a leading bracket is the kernel's or prctl's; patterns
 * without a leading '*' are anchored, so that /tmp/dev/zero is no /dev/zero. First match wins. */
static const VasNamePattern PATTERNS[] = {
  /* The kernel's own (get_vma_name() in fs/proc/task_mmu.c, and the architectures' special
     pages). */
  NAMED (HEAP, CERTAIN, HEAP, NONE, "[heap]"),
  NAMED (STACK, CERTAIN, MAIN_STACK, NONE, "[stack]"),
  NAMED (STACK, CERTAIN, THREAD_STACK, NONE, "[stack:*]"), /* 3.4 to 4.4 */
  NAMED (STACK, CERTAIN, SHADOW_STACK, NONE, "[shadow stack]"),
  NAMED (STACK, CERTAIN, MAIN_STACK, NONE, "[procedure stack]"), /* e2k */
  NAMED (STACK, CERTAIN, SIGNAL_STACK, NONE, "[signal stack]"),
  NAMED (KERNEL, CERTAIN, VDSO, NONE, "[vdso]"),
  NAMED (KERNEL, CERTAIN, VVAR, NONE, "[vvar]"),
  NAMED (KERNEL, CERTAIN, VVAR, NONE, "[vvar_*]"), /* vvar_vclock since 6.13 */
  NAMED (KERNEL, CERTAIN, VSYSCALL, NONE, "[vsyscall]"),
  NAMED (KERNEL, CERTAIN, KERNEL_OTHER, UPROBES, "[uprobes]"),
  NAMED (KERNEL, CERTAIN, KERNEL_OTHER, UPROBES, "[uprobes-trampoline]"),
  NAMED (KERNEL, CERTAIN, KERNEL_OTHER, VECTORS, "[vectors]"),
  NAMED (KERNEL, CERTAIN, KERNEL_OTHER, SIGPAGE, "[sigpage]"),
  NAMED (KERNEL, CERTAIN, KERNEL_OTHER, KUSER, "[kuser*]"),
  NAMED (KERNEL, CERTAIN, KERNEL_OTHER, GATE, "[gate]"),
  NAMED (KERNEL, CERTAIN, KERNEL_OTHER, MPX, "[mpx]"),

  /* Names that programs gave their memory: prctl(2), PR_SET_VMA_ANON_NAME. glibc 2.39 with the
   * tunable glibc.mem.decorate_maps, some with a space after the colon. */
  NAMED (MEMORY, CERTAIN, MALLOC_ARENA, NONE, "[anon: glibc: malloc arena]"),
  NAMED (MEMORY, CERTAIN, ANONYMOUS, GLIBC_MALLOC, "[anon: glibc: malloc]"),
  NAMED (MEMORY, CERTAIN, ANONYMOUS, LOADER_MALLOC, "[anon: glibc: loader malloc]"),
  NAMED (MEMORY, CERTAIN, THREAD_STACK, CACHED_STACK, "[anon: glibc: unused stack]"),
  NAMED (MEMORY, CERTAIN, THREAD_STACK, NAMED_STACK, "[anon: glibc: pthread*stack*]"),
  NAMED (MEMORY, CERTAIN, LIBRARY_BSS, NONE, "[anon: glibc: .bss *]"),
  NAMED (MEMORY, CERTAIN, ANONYMOUS, RANDOM_STATE, "[anon: glibc: getrandom*]"),
  NAMED (MEMORY, CERTAIN, ANONYMOUS, GLIBC_MESSAGE, "[anon:glibc: *]"),

  /* bionic and the Android runtime (art/runtime/gc, bionic/libc). */
  NAMED (FIXED, CERTAIN, RESERVED, SCUDO, "[anon:scudo:*_reserve]"),
  NAMED (MEMORY, CERTAIN, ALLOCATOR_POOL, SCUDO, "[anon:scudo:*]"),
  NAMED (MEMORY, CERTAIN, ALLOCATOR_POOL, BIONIC_MALLOC, "[anon:libc_malloc*]"),
  NAMED (MEMORY, CERTAIN, ALLOCATOR_POOL, BIONIC_MALLOC, "[anon:bionic_alloc_*]"),
  NAMED (MEMORY, CERTAIN, ANONYMOUS, BIONIC_DATA, "[anon:atexit handlers]"),
  NAMED (MEMORY, CERTAIN, ANONYMOUS, BIONIC_DATA, "[anon:bionic*]"),
  NAMED (MEMORY, CERTAIN, ANONYMOUS, BIONIC_DATA, "[anon:linker_alloc*]"),
  NAMED (MEMORY, CERTAIN, LIBRARY_BSS, NONE, "[anon:.bss]"),
  NAMED (MEMORY, CERTAIN, THREAD_STACK, NAMED_STACK, "[anon:stack_and_tls:*]"),
  NAMED (MEMORY, CERTAIN, SIGNAL_STACK, NONE, "[anon:thread signal stack*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, ART_LINEAR, "[anon:dalvik-LinearAlloc*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, ART_HEAP, "[anon:dalvik-main space*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, ART_HEAP, "[anon:dalvik-zygote space*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, ART_HEAP, "[anon:dalvik-non moving space*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, ART_HEAP, "[anon:dalvik-*large object*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, ART_HEAP, "[anon:dalvik-*.art]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, ART_HEAP, "[anon:dalvik-*alloc space*]"),
  NAMED (MEMORY, CERTAIN, JIT_CODE, ART_CODE, "[anon:dalvik-jit-*-cache]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, ART_DATA, "[anon:dalvik-*]"),

  /* Allocators and runtimes. */
  NAMED (MEMORY, CERTAIN, ALLOCATOR_POOL, JEMALLOC, "[anon:jemalloc*]"),
  NAMED (MEMORY, CERTAIN, ALLOCATOR_POOL, TCMALLOC_GOOGLE, "[anon:tcmalloc*]"),
  NAMED (MEMORY, CERTAIN, ALLOCATOR_POOL, MIMALLOC, "[anon:mimalloc*]"),
  NAMED (MEMORY, CERTAIN, ALLOCATOR_POOL, PARTITION_ALLOC, "[anon:partition_alloc*]"),
  NAMED (MEMORY, CERTAIN, ALLOCATOR_POOL, PARTITION_ALLOC, "[anon:chromium*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, V8_CAGE, "[anon:v8*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, GO_HEAP, "[anon: Go: heap*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, GO_TABLE, "[anon: Go: *]"),
  NAMED (MEMORY, CERTAIN, JIT_CODE, RUBY_CODE, "[anon:Ruby:rb_*jit*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, RUBY_HEAP, "[anon:Ruby:*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, PYTHON_ARENA, "[anon:cpython:pymalloc*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, JSC_HEAP, "[anon:WebKit*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, PHP_HEAP, "[anon:zend_alloc*]"),
  NAMED (MEMORY, CERTAIN, RUNTIME_HEAP, SPIDERMONKEY_HEAP, "[anon:js-gc-heap*]"),
  NAMED (MEMORY, CERTAIN, JIT_CODE, SPIDERMONKEY_CODE, "[anon:js-executable-memory*]"),
  NAMED (MEMORY, CERTAIN, ANONYMOUS, NAMED, "[anon:*]"),
  NAMED (FIXED, CERTAIN, SHARED_MEMORY, SHARED_NAMED, "[anon_shmem:*]"),
  NAMED (KERNEL, LIKELY, KERNEL_OTHER, KERNEL_UNKNOWN, "[*"),

  /* Kernel objects that are mapped like files. */
  NAMED (DEVICE, CERTAIN, DEVICE, IO_URING, "anon_inode:*io_uring*"),
  NAMED (DEVICE, CERTAIN, DEVICE, PERF, "anon_inode:*perf_event*"),
  NAMED (DEVICE, CERTAIN, DEVICE, BPF, "anon_inode:*bpf*"),
  NAMED (DEVICE, CERTAIN, DEVICE, KVM_VCPU, "anon_inode:kvm-vcpu*"),
  NAMED (DEVICE, CERTAIN, DEVICE, KVM, "anon_inode:kvm*"),
  NAMED (DEVICE, CERTAIN, DEVICE, KVM, "anon_inode:*kvm-gmem*"),
  NAMED (DEVICE, CERTAIN, DEVICE, DMABUF, "anon_inode:*dmabuf*"),
  NAMED (DEVICE, CERTAIN, DEVICE, KERNEL_OBJECT, "anon_inode:*"),
  NAMED (DEVICE, CERTAIN, DEVICE, SOCKET_RING, "socket:*"),
  NAMED (DEVICE, CERTAIN, DEVICE, AIO, "/[aio]"),
  NAMED (DEVICE, CERTAIN, DEVICE, DMABUF, "/dmabuf:*"),
  NAMED (DEVICE, CERTAIN, DEVICE, GPU, "/i915"),
  NAMED (DEVICE, CERTAIN, DEVICE, GPU, "/drm mm object"),
  NAMED (DEVICE, CERTAIN, DEVICE, GPU, "drm mm object"),

  /* memfd_create(2): the name is the program's own choice. */
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_PIXELS, "/memfd:gdk-wayland*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_PIXELS, "/memfd:wayland-shm*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_PIXELS, "/memfd:wl_shm*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_PIXELS, "/memfd:sdl-shared*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_PIXELS, "/memfd:weston-shared*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_PIXELS, "/memfd:libdecor*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_PIXELS, "/memfd:cairo-shm*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_CURSOR, "/memfd:wayland-cursor*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, KEYMAP, "/memfd:*keymap*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, MESA_PIXELS, "/memfd:mesa-shared*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, X_FENCE, "/memfd:xshmfence*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, X_PIXELS, "/memfd:xorg*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, PULSE, "/memfd:pulseaudio*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, PIPEWIRE, "/memfd:pipewire*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, MOZILLA_IPC, "/memfd:mozilla-ipc*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, SYSTEMD, "/memfd:data-fd*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, SYSTEMD, "/memfd:sd-*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WEBKIT_IPC, "/memfd:WebKitSharedMemory*"),
  NAMED (FIXED, LIKELY, RUNTIME_HEAP, JAVA_HEAP, "/memfd:java_heap*"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, BEAM_CODE, "/memfd:vmem*"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, DOTNET_CODE, "/memfd:doublemapper*"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, JSC_CODE, "/memfd:JITCode*"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, ART_CODE, "/memfd:jit-cache*"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, ART_CODE, "/memfd:jit-zygote-cache*"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, FFI, "/memfd:libffi*"),
  NAMED (FIXED, LIKELY, RUNTIME_HEAP, QEMU_GUEST, "/memfd:memory-backend-memfd*"),
  NAMED (FIXED, LIKELY, RUNTIME_HEAP, QEMU_GUEST, "/memfd:rom-backend-memfd*"),
  NAMED (FIXED, LIKELY, RUNTIME_HEAP, QEMU_GUEST, "/memfd:crosvm*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, MEMFD, "/memfd:*"),

  /* Shared memory of the older makes. */
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, SYSV_SHM, "/SYSV????????"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, SECRET, "/secretmem"),
  NAMED (NOTHING, CERTAIN, ANONYMOUS, HUGE_PAGES, "/anon_hugepage"),
  NAMED (NOTHING, CERTAIN, ANONYMOUS, SHARED_ANONYMOUS, "/dev/zero"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, MOZILLA_IPC, "/dev/shm/org.mozilla.ipc.*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, CHROMIUM_IPC, "/dev/shm/.org.chromium.*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, CHROMIUM_IPC, "/dev/shm/.com.google.Chrome.*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, POSTGRES, "/dev/shm/PostgreSQL.*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, SEMAPHORE, "/dev/shm/sem.*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, PULSE, "/dev/shm/pulse-shm-*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, JACK, "/dev/shm/jack*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, LTTNG, "/dev/shm/lttng-ust-*"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, MONO_SHARED, "/dev/shm/mono.*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, WAYLAND_PIXELS, "/dev/shm/shmfd-*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, POSIX_SHM, "/dev/shm/*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, POSIX_SHM, "/run/shm/*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, ASHMEM, "/dev/ashmem/*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, ASHMEM, "/dev/ashmem"),

  /* Devices. */
  NAMED (FILE, CERTAIN, FILE_PRIVATE, PROPERTIES, "/dev/__properties__/*"),
  NAMED (SHARED, CERTAIN, SHARED_MEMORY, HUGE_FILE, "/dev/hugepages/*"),
  NAMED (DEVICE, CERTAIN, DEVICE, GPU, "/dev/dri/*"),
  NAMED (DEVICE, CERTAIN, DEVICE, GPU, "/dev/nvidia*"),
  NAMED (DEVICE, CERTAIN, DEVICE, GPU, "/dev/kfd"),
  NAMED (DEVICE, CERTAIN, DEVICE, GPU, "/dev/kgsl-*"),
  NAMED (DEVICE, CERTAIN, DEVICE, GPU, "/dev/mali*"),
  NAMED (DEVICE, CERTAIN, DEVICE, SOUND, "/dev/snd/*"),
  NAMED (DEVICE, CERTAIN, DEVICE, CAMERA, "/dev/video*"),
  NAMED (DEVICE, CERTAIN, DEVICE, CAMERA, "/dev/media*"),
  NAMED (DEVICE, CERTAIN, DEVICE, SCREEN, "/dev/fb*"),
  NAMED (DEVICE, CERTAIN, DEVICE, BINDER, "/dev/binder*"),
  NAMED (DEVICE, CERTAIN, DEVICE, BINDER, "/dev/hwbinder"),
  NAMED (DEVICE, CERTAIN, DEVICE, BINDER, "/dev/vndbinder"),
  NAMED (DEVICE, CERTAIN, DEVICE, NETWORK_CARD, "/dev/infiniband/*"),
  NAMED (DEVICE, CERTAIN, DEVICE, PASSED_DEVICE, "/dev/vfio/*"),
  NAMED (DEVICE, CERTAIN, DEVICE, PASSED_DEVICE, "/dev/uio*"),
  NAMED (DEVICE, CERTAIN, DEVICE, PHYSICAL_MEMORY, "/dev/mem"),
  NAMED (DEVICE, CERTAIN, DEVICE, PHYSICAL_MEMORY, "/sys/*/resource*"),
  NAMED (DEVICE, CERTAIN, DEVICE, KVM, "/dev/kvm"),
  NAMED (DEVICE, CERTAIN, DEVICE, DEVICE, "/dev/*"),

  /* Images and data of language runtimes. */
  NAMED (FILE, LIKELY, FILE_PRIVATE, LISP_CORE, "*/sbcl*.core"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, EMACS_DUMP, "*.pdmp"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, JAVA_CDS, "*.jsa"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, JAVA_MODULES, "*/lib/modules"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, JAVA_PERFDATA, "*/hsperfdata_*/*"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, V8_SNAPSHOT, "*snapshot_blob.bin"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, V8_SNAPSHOT, "*v8_context_snapshot*.bin"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, JIT_DUMP, "*/jit-*.dump"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, GIR, "*.typelib"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, PYTHON_BYTECODE, "*.pyc"),
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, ART_OAT, "*.oat"),
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, ART_OAT, "*.odex"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, ART_DEX, "*.vdex"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, ART_DEX, "*.dex"),
  NAMED (FIXED, LIKELY, RUNTIME_HEAP, ART_HEAP, "*.art"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, ART_DEX, "*.apk"),
  NAMED (FIXED, LIKELY, TOOL_MEMORY, TSAN_RODATA, "*/tsan.rodata.*"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, VALGRIND_PIPE, "*/vgdb-pipe-shared-mem-*"),

  /* Windows programs under Wine. */
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, WINE_RODATA, "*.dll"),
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, WINE_RODATA, "*.exe"),
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, WINE_RODATA, "*.drv"),
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, WINE_RODATA, "*.sys"),
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, WINE_RODATA, "*.ocx"),
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, WINE_RODATA, "*.cpl"),
  NAMED (IMAGE, LIKELY, LIBRARY_RODATA, WINE_RODATA, "*.acm"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, WINE_NLS, "*.nls"),
  NAMED (SHARED, LIKELY, SHARED_MEMORY, WINE_SHARED_DATA, "*/tmpmap-*"),

  /* Files known by what they are for. */
  NAMED (FILE, CERTAIN, FILE_PRIVATE, LOCALE, "/usr/lib/locale/*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, LOCALE, "*/locale-archive"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, LOCALE, "*/LC_CTYPE"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, LOCALE, "*/LC_COLLATE"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, GCONV_CACHE, "*/gconv-modules.cache"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, FONT_CACHE, "*/fontconfig/*.cache-*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, FONT, "*.ttf"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, FONT, "*.ttc"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, FONT, "*.otf"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, FONT, "*.pfb"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, FONT, "*.t1"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, FONT, "*.pcf*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, FONT, "*.woff2"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, ICON_CACHE, "*/icon-theme.cache"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, MIME_CACHE, "*/mime/mime.cache"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, SETTINGS_SCHEMAS, "*/gschemas.compiled"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, SETTINGS, "*/dconf/*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, RESOURCES, "*.gresource"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, RESOURCES, "*.pak"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, RESOURCES, "*.rcc"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, TRANSLATION, "*.mo"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, TRANSLATION, "*.qm"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, SQLITE_INDEX, "*-shm"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, DATABASE, "*.sqlite*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, DATABASE, "*.db"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, DATABASE, "*.mdb"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, DATABASE, "*.gvdb"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, DATABASE, "*.kdbx"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, ARCHIVE, "*.zip"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, ARCHIVE, "*.jar"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, ARCHIVE, "*.ja"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, ARCHIVE, "*.whl"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, SHADER_CACHE, "*/mesa_shader_cache*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, SHADER_CACHE, "*GPUCache/*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, SHADER_CACHE, "*Cache/data_?"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, ICU, "*/icudt*.dat"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, ZONE_INFO, "*/zoneinfo/*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, NAME_CACHE, "*/nscd/*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, NAME_CACHE, "/var/lib/sss/mc/*"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, JOURNAL, "*.journal"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, LOGIN_RECORDS, "*/utmp"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, LOGIN_RECORDS, "*/wtmp"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, GIT_PACK, "*.pack"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, GIT_PACK, "*/.git/*.idx"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, METRICS, "*.pma"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, MODEL, "*.gguf"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, MODEL, "*.safetensors"),
  NAMED (FILE, CERTAIN, FILE_PRIVATE, HUGE_FILE, "*/hugetlbfs/*"),
  NAMED (FILE, LIKELY, FILE_PRIVATE, NONE, "*"),
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
    if (vas_name_may_match (PATTERNS[i].glob, PATTERNS[i].glob_length, name, length)
        && vas_name_matches (PATTERNS[i].glob, name, length))
      return &PATTERNS[i];
  return NULL;
}
