/* The table of name patterns: what the name of a mapping says about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-name-patterns.h"

#include "vas-roles.h"

#define AS(sort) VAS_NAMED_##sort
#define CERTAIN VAS_CONFIDENCE_CERTAIN
#define LIKELY VAS_CONFIDENCE_LIKELY
#define KIND(kind) VAS_KIND_##kind
#define ROLE(role) VAS_ROLE_##role

/* A file's path never starts with '[', so a leading bracket is the kernel's or prctl's; patterns
 * without a leading '*' are anchored, so that /tmp/dev/zero is no /dev/zero. First match wins. */
static const VasNamePattern PATTERNS[] = {
  /* The kernel's own (get_vma_name() in fs/proc/task_mmu.c, and the architectures' special pages). */
  { "[heap]", AS (HEAP), KIND (HEAP), CERTAIN, ROLE (NONE) },
  { "[stack]", AS (STACK), KIND (MAIN_STACK), CERTAIN, ROLE (NONE) },
  { "[stack:*]", AS (STACK), KIND (THREAD_STACK), CERTAIN, ROLE (NONE) }, /* 3.4 to 4.4 */
  { "[shadow stack]", AS (STACK), KIND (SHADOW_STACK), CERTAIN, ROLE (NONE) },
  { "[procedure stack]", AS (STACK), KIND (MAIN_STACK), CERTAIN, ROLE (NONE) }, /* e2k */
  { "[signal stack]", AS (STACK), KIND (SIGNAL_STACK), CERTAIN, ROLE (NONE) },
  { "[vdso]", AS (KERNEL), KIND (VDSO), CERTAIN, ROLE (NONE) },
  { "[vvar]", AS (KERNEL), KIND (VVAR), CERTAIN, ROLE (NONE) },
  { "[vvar_*]", AS (KERNEL), KIND (VVAR), CERTAIN, ROLE (NONE) }, /* vvar_vclock since 6.13 */
  { "[vsyscall]", AS (KERNEL), KIND (VSYSCALL), CERTAIN, ROLE (NONE) },
  { "[uprobes]", AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (UPROBES) },
  { "[uprobes-trampoline]", AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (UPROBES) },
  { "[vectors]", AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (VECTORS) },
  { "[sigpage]", AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (SIGPAGE) },
  { "[kuser*]", AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (KUSER) },
  { "[gate]", AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (GATE) },
  { "[mpx]", AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (MPX) },

  /* Names that programs gave their memory: prctl(2), PR_SET_VMA_ANON_NAME. glibc 2.39 with the tunable
   * glibc.mem.decorate_maps, some with a space after the colon. */
  { "[anon: glibc: malloc arena]", AS (MEMORY), KIND (MALLOC_ARENA), CERTAIN, ROLE (NONE) },
  { "[anon: glibc: malloc]", AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (GLIBC_MALLOC) },
  { "[anon: glibc: loader malloc]", AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (LOADER_MALLOC) },
  { "[anon: glibc: unused stack]", AS (MEMORY), KIND (THREAD_STACK), CERTAIN, ROLE (CACHED_STACK) },
  { "[anon: glibc: pthread*stack*]", AS (MEMORY), KIND (THREAD_STACK), CERTAIN, ROLE (NAMED_STACK) },
  { "[anon: glibc: .bss *]", AS (MEMORY), KIND (LIBRARY_BSS), CERTAIN, ROLE (NONE) },
  { "[anon: glibc: getrandom*]", AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (RANDOM_STATE) },
  { "[anon:glibc: *]", AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (GLIBC_MESSAGE) },

  /* bionic and the Android runtime (art/runtime/gc, bionic/libc). */
  { "[anon:scudo:*]", AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (SCUDO) },
  { "[anon:libc_malloc*]", AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (BIONIC_MALLOC) },
  { "[anon:bionic_alloc_*]", AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (BIONIC_MALLOC) },
  { "[anon:atexit handlers]", AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (BIONIC_DATA) },
  { "[anon:bionic*]", AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (BIONIC_DATA) },
  { "[anon:linker_alloc*]", AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (BIONIC_DATA) },
  { "[anon:.bss]", AS (MEMORY), KIND (LIBRARY_BSS), CERTAIN, ROLE (NONE) },
  { "[anon:stack_and_tls:*]", AS (MEMORY), KIND (THREAD_STACK), CERTAIN, ROLE (NAMED_STACK) },
  { "[anon:thread signal stack*]", AS (MEMORY), KIND (SIGNAL_STACK), CERTAIN, ROLE (NONE) },
  { "[anon:dalvik-LinearAlloc*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_LINEAR) },
  { "[anon:dalvik-main space*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { "[anon:dalvik-zygote space*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { "[anon:dalvik-non moving space*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { "[anon:dalvik-*large object*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { "[anon:dalvik-*.art]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { "[anon:dalvik-*alloc space*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { "[anon:dalvik-jit-*-cache]", AS (MEMORY), KIND (JIT_CODE), CERTAIN, ROLE (ART_CODE) },
  { "[anon:dalvik-*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_DATA) },

  /* Allocators and runtimes. */
  { "[anon:jemalloc*]", AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (JEMALLOC) },
  { "[anon:tcmalloc*]", AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (TCMALLOC_GOOGLE) },
  { "[anon:mimalloc*]", AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (MIMALLOC) },
  { "[anon:partition_alloc*]", AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (PARTITION_ALLOC) },
  { "[anon:chromium*]", AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (PARTITION_ALLOC) },
  { "[anon:v8*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (V8_CAGE) },
  { "[anon: Go: heap*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (GO_HEAP) },
  { "[anon: Go: *]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (GO_TABLE) },
  { "[anon:Ruby:rb_*jit*]", AS (MEMORY), KIND (JIT_CODE), CERTAIN, ROLE (RUBY_CODE) },
  { "[anon:Ruby:*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (RUBY_HEAP) },
  { "[anon:cpython:pymalloc*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (PYTHON_ARENA) },
  { "[anon:WebKit*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (JSC_HEAP) },
  { "[anon:zend_alloc*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (PHP_HEAP) },
  { "[anon:js-gc-heap*]", AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (SPIDERMONKEY_HEAP) },
  { "[anon:js-executable-memory*]", AS (MEMORY), KIND (JIT_CODE), CERTAIN, ROLE (SPIDERMONKEY_CODE) },
  { "[anon:*]", AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (NAMED) },
  { "[anon_shmem:*]", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SHARED_NAMED) },
  { "[*", AS (KERNEL), KIND (KERNEL_OTHER), LIKELY, ROLE (KERNEL_UNKNOWN) },

  /* Kernel objects that are mapped like files. */
  { "anon_inode:*io_uring*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (IO_URING) },
  { "anon_inode:*perf_event*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PERF) },
  { "anon_inode:*bpf*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (BPF) },
  { "anon_inode:kvm-vcpu*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KVM_VCPU) },
  { "anon_inode:kvm*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KVM) },
  { "anon_inode:*kvm-gmem*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KVM) },
  { "anon_inode:*dmabuf*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (DMABUF) },
  { "anon_inode:*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KERNEL_OBJECT) },
  { "socket:*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (SOCKET_RING) },
  { "/[aio]", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (AIO) },
  { "/dmabuf:*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (DMABUF) },
  { "/i915", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { "/drm mm object", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { "drm mm object", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },

  /* memfd_create(2): the name is the program's own choice. */
  { "/memfd:gdk-wayland*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { "/memfd:wayland-shm*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { "/memfd:wl_shm*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { "/memfd:sdl-shared*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { "/memfd:weston-shared*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { "/memfd:libdecor*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { "/memfd:cairo-shm*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { "/memfd:wayland-cursor*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_CURSOR) },
  { "/memfd:*keymap*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (KEYMAP) },
  { "/memfd:mesa-shared*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (MESA_PIXELS) },
  { "/memfd:xshmfence*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (X_FENCE) },
  { "/memfd:xorg*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (X_PIXELS) },
  { "/memfd:pulseaudio*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (PULSE) },
  { "/memfd:pipewire*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (PIPEWIRE) },
  { "/memfd:mozilla-ipc*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (MOZILLA_IPC) },
  { "/memfd:data-fd*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SYSTEMD) },
  { "/memfd:sd-*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SYSTEMD) },
  { "/memfd:WebKitSharedMemory*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WEBKIT_IPC) },
  { "/memfd:java_heap*", AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (JAVA_HEAP) },
  { "/memfd:vmem*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (BEAM_CODE) },
  { "/memfd:doublemapper*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (DOTNET_CODE) },
  { "/memfd:JITCode*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (JSC_CODE) },
  { "/memfd:jit-cache*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (ART_CODE) },
  { "/memfd:jit-zygote-cache*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (ART_CODE) },
  { "/memfd:libffi*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (FFI) },
  { "/memfd:memory-backend-memfd*", AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (QEMU_GUEST) },
  { "/memfd:rom-backend-memfd*", AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (QEMU_GUEST) },
  { "/memfd:crosvm*", AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (QEMU_GUEST) },
  { "/memfd:*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (MEMFD) },

  /* Shared memory of the older makes. */
  { "/SYSV????????", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SYSV_SHM) },
  { "/secretmem", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SECRET) },
  { "/anon_hugepage", AS (NOTHING), KIND (ANONYMOUS), CERTAIN, ROLE (HUGE_PAGES) },
  { "/dev/zero", AS (NOTHING), KIND (ANONYMOUS), CERTAIN, ROLE (SHARED_ANONYMOUS) },
  { "/dev/shm/org.mozilla.ipc.*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (MOZILLA_IPC) },
  { "/dev/shm/.org.chromium.*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (CHROMIUM_IPC) },
  { "/dev/shm/.com.google.Chrome.*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (CHROMIUM_IPC) },
  { "/dev/shm/PostgreSQL.*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (POSTGRES) },
  { "/dev/shm/sem.*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SEMAPHORE) },
  { "/dev/shm/pulse-shm-*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (PULSE) },
  { "/dev/shm/jack*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (JACK) },
  { "/dev/shm/lttng-ust-*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (LTTNG) },
  { "/dev/shm/mono.*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (MONO_SHARED) },
  { "/dev/shm/shmfd-*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { "/dev/shm/*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (POSIX_SHM) },
  { "/run/shm/*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (POSIX_SHM) },
  { "/dev/ashmem/*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (ASHMEM) },
  { "/dev/ashmem", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (ASHMEM) },

  /* Devices. */
  { "/dev/__properties__/*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (PROPERTIES) },
  { "/dev/hugepages/*", AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (HUGE_FILE) },
  { "/dev/dri/*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { "/dev/nvidia*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { "/dev/kfd", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { "/dev/kgsl-*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { "/dev/mali*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { "/dev/snd/*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (SOUND) },
  { "/dev/video*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (CAMERA) },
  { "/dev/media*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (CAMERA) },
  { "/dev/fb*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (SCREEN) },
  { "/dev/binder*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (BINDER) },
  { "/dev/hwbinder", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (BINDER) },
  { "/dev/vndbinder", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (BINDER) },
  { "/dev/infiniband/*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (NETWORK_CARD) },
  { "/dev/vfio/*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PASSED_DEVICE) },
  { "/dev/uio*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PASSED_DEVICE) },
  { "/dev/mem", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PHYSICAL_MEMORY) },
  { "/sys/*/resource*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PHYSICAL_MEMORY) },
  { "/dev/kvm", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KVM) },
  { "/dev/*", AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (DEVICE) },

  /* Images and data of language runtimes. */
  { "*/sbcl*.core", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (LISP_CORE) },
  { "*.pdmp", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (EMACS_DUMP) },
  { "*.jsa", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (JAVA_CDS) },
  { "*/lib/modules", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (JAVA_MODULES) },
  { "*/hsperfdata_*/*", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (JAVA_PERFDATA) },
  { "*snapshot_blob.bin", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (V8_SNAPSHOT) },
  { "*v8_context_snapshot*.bin", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (V8_SNAPSHOT) },
  { "*/jit-*.dump", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (JIT_DUMP) },
  { "*.typelib", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (GIR) },
  { "*.pyc", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (PYTHON_BYTECODE) },
  { "*.oat", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (ART_OAT) },
  { "*.odex", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (ART_OAT) },
  { "*.vdex", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (ART_DEX) },
  { "*.dex", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (ART_DEX) },
  { "*.art", AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (ART_HEAP) },
  { "*.apk", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (ART_DEX) },
  { "*/tsan.rodata.*", AS (FIXED), KIND (TOOL_MEMORY), LIKELY, ROLE (TSAN_RODATA) },
  { "*/vgdb-pipe-shared-mem-*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (VALGRIND_PIPE) },

  /* Windows programs under Wine. */
  { "*.dll", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { "*.exe", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { "*.drv", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { "*.sys", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { "*.ocx", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { "*.cpl", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { "*.acm", AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { "*.nls", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (WINE_NLS) },
  { "*/tmpmap-*", AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (WINE_SHARED_DATA) },

  /* Files known by what they are for. */
  { "/usr/lib/locale/*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOCALE) },
  { "*/locale-archive", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOCALE) },
  { "*/LC_CTYPE", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOCALE) },
  { "*/LC_COLLATE", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOCALE) },
  { "*/gconv-modules.cache", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (GCONV_CACHE) },
  { "*/fontconfig/*.cache-*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT_CACHE) },
  { "*.ttf", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { "*.ttc", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { "*.otf", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { "*.pfb", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { "*.t1", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { "*.pcf*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { "*.woff2", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { "*/icon-theme.cache", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ICON_CACHE) },
  { "*/mime/mime.cache", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (MIME_CACHE) },
  { "*/gschemas.compiled", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SETTINGS_SCHEMAS) },
  { "*/dconf/*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SETTINGS) },
  { "*.gresource", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (RESOURCES) },
  { "*.pak", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (RESOURCES) },
  { "*.rcc", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (RESOURCES) },
  { "*.mo", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (TRANSLATION) },
  { "*.qm", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (TRANSLATION) },
  { "*-shm", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SQLITE_INDEX) },
  { "*.sqlite*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { "*.db", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { "*.mdb", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { "*.gvdb", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { "*.kdbx", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { "*.zip", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ARCHIVE) },
  { "*.jar", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ARCHIVE) },
  { "*.ja", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ARCHIVE) },
  { "*.whl", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ARCHIVE) },
  { "*/mesa_shader_cache*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SHADER_CACHE) },
  { "*GPUCache/*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SHADER_CACHE) },
  { "*Cache/data_?", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SHADER_CACHE) },
  { "*/icudt*.dat", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ICU) },
  { "*/zoneinfo/*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ZONE_INFO) },
  { "*/nscd/*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (NAME_CACHE) },
  { "/var/lib/sss/mc/*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (NAME_CACHE) },
  { "*.journal", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (JOURNAL) },
  { "*/utmp", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOGIN_RECORDS) },
  { "*/wtmp", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOGIN_RECORDS) },
  { "*.pack", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (GIT_PACK) },
  { "*/.git/*.idx", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (GIT_PACK) },
  { "*.pma", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (METRICS) },
  { "*.gguf", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (MODEL) },
  { "*.safetensors", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (MODEL) },
  { "*/hugetlbfs/*", AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (HUGE_FILE) },
  { "*", AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (NONE) },
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
