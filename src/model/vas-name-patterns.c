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
  { VAS_GLOB ("[heap]"), AS (HEAP), KIND (HEAP), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[stack]"), AS (STACK), KIND (MAIN_STACK), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[stack:*]"), AS (STACK), KIND (THREAD_STACK), CERTAIN, ROLE (NONE) }, /* 3.4 to 4.4 */
  { VAS_GLOB ("[shadow stack]"), AS (STACK), KIND (SHADOW_STACK), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[procedure stack]"), AS (STACK), KIND (MAIN_STACK), CERTAIN, ROLE (NONE) }, /* e2k */
  { VAS_GLOB ("[signal stack]"), AS (STACK), KIND (SIGNAL_STACK), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[vdso]"), AS (KERNEL), KIND (VDSO), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[vvar]"), AS (KERNEL), KIND (VVAR), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[vvar_*]"), AS (KERNEL), KIND (VVAR), CERTAIN, ROLE (NONE) }, /* vvar_vclock since 6.13 */
  { VAS_GLOB ("[vsyscall]"), AS (KERNEL), KIND (VSYSCALL), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[uprobes]"), AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (UPROBES) },
  { VAS_GLOB ("[uprobes-trampoline]"), AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (UPROBES) },
  { VAS_GLOB ("[vectors]"), AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (VECTORS) },
  { VAS_GLOB ("[sigpage]"), AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (SIGPAGE) },
  { VAS_GLOB ("[kuser*]"), AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (KUSER) },
  { VAS_GLOB ("[gate]"), AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (GATE) },
  { VAS_GLOB ("[mpx]"), AS (KERNEL), KIND (KERNEL_OTHER), CERTAIN, ROLE (MPX) },

  /* Names that programs gave their memory: prctl(2), PR_SET_VMA_ANON_NAME. glibc 2.39 with the tunable
   * glibc.mem.decorate_maps, some with a space after the colon. */
  { VAS_GLOB ("[anon: glibc: malloc arena]"), AS (MEMORY), KIND (MALLOC_ARENA), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[anon: glibc: malloc]"), AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (GLIBC_MALLOC) },
  { VAS_GLOB ("[anon: glibc: loader malloc]"), AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (LOADER_MALLOC) },
  { VAS_GLOB ("[anon: glibc: unused stack]"), AS (MEMORY), KIND (THREAD_STACK), CERTAIN, ROLE (CACHED_STACK) },
  { VAS_GLOB ("[anon: glibc: pthread*stack*]"), AS (MEMORY), KIND (THREAD_STACK), CERTAIN, ROLE (NAMED_STACK) },
  { VAS_GLOB ("[anon: glibc: .bss *]"), AS (MEMORY), KIND (LIBRARY_BSS), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[anon: glibc: getrandom*]"), AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (RANDOM_STATE) },
  { VAS_GLOB ("[anon:glibc: *]"), AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (GLIBC_MESSAGE) },

  /* bionic and the Android runtime (art/runtime/gc, bionic/libc). */
  { VAS_GLOB ("[anon:scudo:*_reserve]"), AS (FIXED), KIND (RESERVED), CERTAIN, ROLE (SCUDO) },
  { VAS_GLOB ("[anon:scudo:*]"), AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (SCUDO) },
  { VAS_GLOB ("[anon:libc_malloc*]"), AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (BIONIC_MALLOC) },
  { VAS_GLOB ("[anon:bionic_alloc_*]"), AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (BIONIC_MALLOC) },
  { VAS_GLOB ("[anon:atexit handlers]"), AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (BIONIC_DATA) },
  { VAS_GLOB ("[anon:bionic*]"), AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (BIONIC_DATA) },
  { VAS_GLOB ("[anon:linker_alloc*]"), AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (BIONIC_DATA) },
  { VAS_GLOB ("[anon:.bss]"), AS (MEMORY), KIND (LIBRARY_BSS), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[anon:stack_and_tls:*]"), AS (MEMORY), KIND (THREAD_STACK), CERTAIN, ROLE (NAMED_STACK) },
  { VAS_GLOB ("[anon:thread signal stack*]"), AS (MEMORY), KIND (SIGNAL_STACK), CERTAIN, ROLE (NONE) },
  { VAS_GLOB ("[anon:dalvik-LinearAlloc*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_LINEAR) },
  { VAS_GLOB ("[anon:dalvik-main space*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { VAS_GLOB ("[anon:dalvik-zygote space*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { VAS_GLOB ("[anon:dalvik-non moving space*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { VAS_GLOB ("[anon:dalvik-*large object*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { VAS_GLOB ("[anon:dalvik-*.art]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { VAS_GLOB ("[anon:dalvik-*alloc space*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_HEAP) },
  { VAS_GLOB ("[anon:dalvik-jit-*-cache]"), AS (MEMORY), KIND (JIT_CODE), CERTAIN, ROLE (ART_CODE) },
  { VAS_GLOB ("[anon:dalvik-*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (ART_DATA) },

  /* Allocators and runtimes. */
  { VAS_GLOB ("[anon:jemalloc*]"), AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (JEMALLOC) },
  { VAS_GLOB ("[anon:tcmalloc*]"), AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (TCMALLOC_GOOGLE) },
  { VAS_GLOB ("[anon:mimalloc*]"), AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (MIMALLOC) },
  { VAS_GLOB ("[anon:partition_alloc*]"), AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (PARTITION_ALLOC) },
  { VAS_GLOB ("[anon:chromium*]"), AS (MEMORY), KIND (ALLOCATOR_POOL), CERTAIN, ROLE (PARTITION_ALLOC) },
  { VAS_GLOB ("[anon:v8*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (V8_CAGE) },
  { VAS_GLOB ("[anon: Go: heap*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (GO_HEAP) },
  { VAS_GLOB ("[anon: Go: *]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (GO_TABLE) },
  { VAS_GLOB ("[anon:Ruby:rb_*jit*]"), AS (MEMORY), KIND (JIT_CODE), CERTAIN, ROLE (RUBY_CODE) },
  { VAS_GLOB ("[anon:Ruby:*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (RUBY_HEAP) },
  { VAS_GLOB ("[anon:cpython:pymalloc*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (PYTHON_ARENA) },
  { VAS_GLOB ("[anon:WebKit*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (JSC_HEAP) },
  { VAS_GLOB ("[anon:zend_alloc*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (PHP_HEAP) },
  { VAS_GLOB ("[anon:js-gc-heap*]"), AS (MEMORY), KIND (RUNTIME_HEAP), CERTAIN, ROLE (SPIDERMONKEY_HEAP) },
  { VAS_GLOB ("[anon:js-executable-memory*]"), AS (MEMORY), KIND (JIT_CODE), CERTAIN, ROLE (SPIDERMONKEY_CODE) },
  { VAS_GLOB ("[anon:*]"), AS (MEMORY), KIND (ANONYMOUS), CERTAIN, ROLE (NAMED) },
  { VAS_GLOB ("[anon_shmem:*]"), AS (FIXED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SHARED_NAMED) },
  { VAS_GLOB ("[*"), AS (KERNEL), KIND (KERNEL_OTHER), LIKELY, ROLE (KERNEL_UNKNOWN) },

  /* Kernel objects that are mapped like files. */
  { VAS_GLOB ("anon_inode:*io_uring*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (IO_URING) },
  { VAS_GLOB ("anon_inode:*perf_event*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PERF) },
  { VAS_GLOB ("anon_inode:*bpf*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (BPF) },
  { VAS_GLOB ("anon_inode:kvm-vcpu*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KVM_VCPU) },
  { VAS_GLOB ("anon_inode:kvm*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KVM) },
  { VAS_GLOB ("anon_inode:*kvm-gmem*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KVM) },
  { VAS_GLOB ("anon_inode:*dmabuf*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (DMABUF) },
  { VAS_GLOB ("anon_inode:*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KERNEL_OBJECT) },
  { VAS_GLOB ("socket:*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (SOCKET_RING) },
  { VAS_GLOB ("/[aio]"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (AIO) },
  { VAS_GLOB ("/dmabuf:*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (DMABUF) },
  { VAS_GLOB ("/i915"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { VAS_GLOB ("/drm mm object"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { VAS_GLOB ("drm mm object"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },

  /* memfd_create(2): the name is the program's own choice. */
  { VAS_GLOB ("/memfd:gdk-wayland*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { VAS_GLOB ("/memfd:wayland-shm*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { VAS_GLOB ("/memfd:wl_shm*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { VAS_GLOB ("/memfd:sdl-shared*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { VAS_GLOB ("/memfd:weston-shared*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { VAS_GLOB ("/memfd:libdecor*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { VAS_GLOB ("/memfd:cairo-shm*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { VAS_GLOB ("/memfd:wayland-cursor*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_CURSOR) },
  { VAS_GLOB ("/memfd:*keymap*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (KEYMAP) },
  { VAS_GLOB ("/memfd:mesa-shared*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (MESA_PIXELS) },
  { VAS_GLOB ("/memfd:xshmfence*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (X_FENCE) },
  { VAS_GLOB ("/memfd:xorg*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (X_PIXELS) },
  { VAS_GLOB ("/memfd:pulseaudio*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (PULSE) },
  { VAS_GLOB ("/memfd:pipewire*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (PIPEWIRE) },
  { VAS_GLOB ("/memfd:mozilla-ipc*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (MOZILLA_IPC) },
  { VAS_GLOB ("/memfd:data-fd*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SYSTEMD) },
  { VAS_GLOB ("/memfd:sd-*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SYSTEMD) },
  { VAS_GLOB ("/memfd:WebKitSharedMemory*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WEBKIT_IPC) },
  { VAS_GLOB ("/memfd:java_heap*"), AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (JAVA_HEAP) },
  { VAS_GLOB ("/memfd:vmem*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (BEAM_CODE) },
  { VAS_GLOB ("/memfd:doublemapper*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (DOTNET_CODE) },
  { VAS_GLOB ("/memfd:JITCode*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (JSC_CODE) },
  { VAS_GLOB ("/memfd:jit-cache*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (ART_CODE) },
  { VAS_GLOB ("/memfd:jit-zygote-cache*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (ART_CODE) },
  { VAS_GLOB ("/memfd:libffi*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (FFI) },
  { VAS_GLOB ("/memfd:memory-backend-memfd*"), AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (QEMU_GUEST) },
  { VAS_GLOB ("/memfd:rom-backend-memfd*"), AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (QEMU_GUEST) },
  { VAS_GLOB ("/memfd:crosvm*"), AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (QEMU_GUEST) },
  { VAS_GLOB ("/memfd:*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (MEMFD) },

  /* Shared memory of the older makes. */
  { VAS_GLOB ("/SYSV????????"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SYSV_SHM) },
  { VAS_GLOB ("/secretmem"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SECRET) },
  { VAS_GLOB ("/anon_hugepage"), AS (NOTHING), KIND (ANONYMOUS), CERTAIN, ROLE (HUGE_PAGES) },
  { VAS_GLOB ("/dev/zero"), AS (NOTHING), KIND (ANONYMOUS), CERTAIN, ROLE (SHARED_ANONYMOUS) },
  { VAS_GLOB ("/dev/shm/org.mozilla.ipc.*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (MOZILLA_IPC) },
  { VAS_GLOB ("/dev/shm/.org.chromium.*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (CHROMIUM_IPC) },
  { VAS_GLOB ("/dev/shm/.com.google.Chrome.*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (CHROMIUM_IPC) },
  { VAS_GLOB ("/dev/shm/PostgreSQL.*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (POSTGRES) },
  { VAS_GLOB ("/dev/shm/sem.*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (SEMAPHORE) },
  { VAS_GLOB ("/dev/shm/pulse-shm-*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (PULSE) },
  { VAS_GLOB ("/dev/shm/jack*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (JACK) },
  { VAS_GLOB ("/dev/shm/lttng-ust-*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (LTTNG) },
  { VAS_GLOB ("/dev/shm/mono.*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (MONO_SHARED) },
  { VAS_GLOB ("/dev/shm/shmfd-*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (WAYLAND_PIXELS) },
  { VAS_GLOB ("/dev/shm/*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (POSIX_SHM) },
  { VAS_GLOB ("/run/shm/*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (POSIX_SHM) },
  { VAS_GLOB ("/dev/ashmem/*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (ASHMEM) },
  { VAS_GLOB ("/dev/ashmem"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (ASHMEM) },

  /* Devices. */
  { VAS_GLOB ("/dev/__properties__/*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (PROPERTIES) },
  { VAS_GLOB ("/dev/hugepages/*"), AS (SHARED), KIND (SHARED_MEMORY), CERTAIN, ROLE (HUGE_FILE) },
  { VAS_GLOB ("/dev/dri/*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { VAS_GLOB ("/dev/nvidia*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { VAS_GLOB ("/dev/kfd"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { VAS_GLOB ("/dev/kgsl-*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { VAS_GLOB ("/dev/mali*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (GPU) },
  { VAS_GLOB ("/dev/snd/*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (SOUND) },
  { VAS_GLOB ("/dev/video*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (CAMERA) },
  { VAS_GLOB ("/dev/media*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (CAMERA) },
  { VAS_GLOB ("/dev/fb*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (SCREEN) },
  { VAS_GLOB ("/dev/binder*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (BINDER) },
  { VAS_GLOB ("/dev/hwbinder"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (BINDER) },
  { VAS_GLOB ("/dev/vndbinder"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (BINDER) },
  { VAS_GLOB ("/dev/infiniband/*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (NETWORK_CARD) },
  { VAS_GLOB ("/dev/vfio/*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PASSED_DEVICE) },
  { VAS_GLOB ("/dev/uio*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PASSED_DEVICE) },
  { VAS_GLOB ("/dev/mem"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PHYSICAL_MEMORY) },
  { VAS_GLOB ("/sys/*/resource*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (PHYSICAL_MEMORY) },
  { VAS_GLOB ("/dev/kvm"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (KVM) },
  { VAS_GLOB ("/dev/*"), AS (DEVICE), KIND (DEVICE), CERTAIN, ROLE (DEVICE) },

  /* Images and data of language runtimes. */
  { VAS_GLOB ("*/sbcl*.core"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (LISP_CORE) },
  { VAS_GLOB ("*.pdmp"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (EMACS_DUMP) },
  { VAS_GLOB ("*.jsa"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (JAVA_CDS) },
  { VAS_GLOB ("*/lib/modules"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (JAVA_MODULES) },
  { VAS_GLOB ("*/hsperfdata_*/*"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (JAVA_PERFDATA) },
  { VAS_GLOB ("*snapshot_blob.bin"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (V8_SNAPSHOT) },
  { VAS_GLOB ("*v8_context_snapshot*.bin"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (V8_SNAPSHOT) },
  { VAS_GLOB ("*/jit-*.dump"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (JIT_DUMP) },
  { VAS_GLOB ("*.typelib"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (GIR) },
  { VAS_GLOB ("*.pyc"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (PYTHON_BYTECODE) },
  { VAS_GLOB ("*.oat"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (ART_OAT) },
  { VAS_GLOB ("*.odex"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (ART_OAT) },
  { VAS_GLOB ("*.vdex"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (ART_DEX) },
  { VAS_GLOB ("*.dex"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (ART_DEX) },
  { VAS_GLOB ("*.art"), AS (FIXED), KIND (RUNTIME_HEAP), LIKELY, ROLE (ART_HEAP) },
  { VAS_GLOB ("*.apk"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (ART_DEX) },
  { VAS_GLOB ("*/tsan.rodata.*"), AS (FIXED), KIND (TOOL_MEMORY), LIKELY, ROLE (TSAN_RODATA) },
  { VAS_GLOB ("*/vgdb-pipe-shared-mem-*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (VALGRIND_PIPE) },

  /* Windows programs under Wine. */
  { VAS_GLOB ("*.dll"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { VAS_GLOB ("*.exe"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { VAS_GLOB ("*.drv"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { VAS_GLOB ("*.sys"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { VAS_GLOB ("*.ocx"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { VAS_GLOB ("*.cpl"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { VAS_GLOB ("*.acm"), AS (IMAGE), KIND (LIBRARY_RODATA), LIKELY, ROLE (WINE_RODATA) },
  { VAS_GLOB ("*.nls"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (WINE_NLS) },
  { VAS_GLOB ("*/tmpmap-*"), AS (SHARED), KIND (SHARED_MEMORY), LIKELY, ROLE (WINE_SHARED_DATA) },

  /* Files known by what they are for. */
  { VAS_GLOB ("/usr/lib/locale/*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOCALE) },
  { VAS_GLOB ("*/locale-archive"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOCALE) },
  { VAS_GLOB ("*/LC_CTYPE"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOCALE) },
  { VAS_GLOB ("*/LC_COLLATE"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOCALE) },
  { VAS_GLOB ("*/gconv-modules.cache"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (GCONV_CACHE) },
  { VAS_GLOB ("*/fontconfig/*.cache-*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT_CACHE) },
  { VAS_GLOB ("*.ttf"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { VAS_GLOB ("*.ttc"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { VAS_GLOB ("*.otf"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { VAS_GLOB ("*.pfb"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { VAS_GLOB ("*.t1"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { VAS_GLOB ("*.pcf*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { VAS_GLOB ("*.woff2"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (FONT) },
  { VAS_GLOB ("*/icon-theme.cache"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ICON_CACHE) },
  { VAS_GLOB ("*/mime/mime.cache"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (MIME_CACHE) },
  { VAS_GLOB ("*/gschemas.compiled"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SETTINGS_SCHEMAS) },
  { VAS_GLOB ("*/dconf/*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SETTINGS) },
  { VAS_GLOB ("*.gresource"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (RESOURCES) },
  { VAS_GLOB ("*.pak"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (RESOURCES) },
  { VAS_GLOB ("*.rcc"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (RESOURCES) },
  { VAS_GLOB ("*.mo"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (TRANSLATION) },
  { VAS_GLOB ("*.qm"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (TRANSLATION) },
  { VAS_GLOB ("*-shm"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SQLITE_INDEX) },
  { VAS_GLOB ("*.sqlite*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { VAS_GLOB ("*.db"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { VAS_GLOB ("*.mdb"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { VAS_GLOB ("*.gvdb"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { VAS_GLOB ("*.kdbx"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (DATABASE) },
  { VAS_GLOB ("*.zip"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ARCHIVE) },
  { VAS_GLOB ("*.jar"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ARCHIVE) },
  { VAS_GLOB ("*.ja"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ARCHIVE) },
  { VAS_GLOB ("*.whl"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ARCHIVE) },
  { VAS_GLOB ("*/mesa_shader_cache*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SHADER_CACHE) },
  { VAS_GLOB ("*GPUCache/*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SHADER_CACHE) },
  { VAS_GLOB ("*Cache/data_?"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (SHADER_CACHE) },
  { VAS_GLOB ("*/icudt*.dat"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ICU) },
  { VAS_GLOB ("*/zoneinfo/*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (ZONE_INFO) },
  { VAS_GLOB ("*/nscd/*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (NAME_CACHE) },
  { VAS_GLOB ("/var/lib/sss/mc/*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (NAME_CACHE) },
  { VAS_GLOB ("*.journal"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (JOURNAL) },
  { VAS_GLOB ("*/utmp"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOGIN_RECORDS) },
  { VAS_GLOB ("*/wtmp"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (LOGIN_RECORDS) },
  { VAS_GLOB ("*.pack"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (GIT_PACK) },
  { VAS_GLOB ("*/.git/*.idx"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (GIT_PACK) },
  { VAS_GLOB ("*.pma"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (METRICS) },
  { VAS_GLOB ("*.gguf"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (MODEL) },
  { VAS_GLOB ("*.safetensors"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (MODEL) },
  { VAS_GLOB ("*/hugetlbfs/*"), AS (FILE), KIND (FILE_PRIVATE), CERTAIN, ROLE (HUGE_FILE) },
  { VAS_GLOB ("*"), AS (FILE), KIND (FILE_PRIVATE), LIKELY, ROLE (NONE) },
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
