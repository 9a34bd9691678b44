/* Roles of shared memory, devices and kernel rings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-roles-tables.h"

#define ROW(role) [VAS_ROLE_##role - VAS_ROLES_SHARED]

const VasRole vas_roles_shared[] = {
  ROW (SHARED_ANONYMOUS) = { "shared-anonymous", NULL, NULL, N_ ("memory shared with children"),
    N_ ("Shared memory without a file. Processes started from this one see it too, and what one "
        "writes the others see at once.") },
  ROW (MEMFD) = { "memfd", NULL, NULL, N_ ("shared memory {subject}"),
    N_ ("A file that exists in memory alone (memfd). A program makes one to hand memory to another "
        "process, or to map the same memory twice.") },
  ROW (POSIX_SHM) = { "posix-shm", NULL, NULL, N_ ("shared memory {subject}"),
    N_ ("Shared memory with a name that other programs can open (POSIX, in /dev/shm).") },
  ROW (SYSV_SHM) = { "sysv-shm", NULL, NULL, N_ ("System V shared memory"),
    N_ ("Shared memory of the old System V make, known by a number. Databases use it, and X "
        "programs that hand pictures to the display.") },
  ROW (SECRET) = { "secret-memory", NULL, NULL, N_ ("secret memory"),
    N_ ("Memory for keys and passwords that even the kernel cannot read by accident: it is taken "
        "out of the kernel's own map and never goes to disk (memfd_secret).") },
  ROW (WAYLAND_PIXELS) = { "wayland-pixels", NULL, "Wayland", N_ ("window pixels"),
    N_ ("Pixels of a window. The program draws them here and the display server shows them, "
        "without a copy in between.") },
  ROW (WAYLAND_CURSOR) = { "wayland-cursor", NULL, "Wayland", N_ ("pointer images"),
    N_ ("The images of the mouse pointer, shared with the display server.") },
  ROW (MESA_PIXELS) = { "mesa-pixels", NULL, "Mesa", N_ ("pixels drawn by Mesa"),
    N_ ("Pixels that Mesa draws with the processor and shares with the display server.") },
  ROW (X_FENCE) = { "x-fence", NULL, "X11", N_ ("display fence"),
    N_ ("A flag shared with the X server that says when a picture is finished.") },
  ROW (PULSE) = { "pulseaudio", NULL, "PulseAudio", N_ ("sound buffers"),
    N_ ("Sound on its way to PulseAudio. The room is large, 64 MiB as a rule, but only what plays "
        "is in memory.") },
  ROW (PIPEWIRE) = { "pipewire", NULL, "PipeWire", N_ ("sound or video buffers"),
    N_ ("Sound or pictures on their way between programs by PipeWire.") },
  ROW (MOZILLA_IPC) = { "mozilla-ipc", NULL, "Firefox", N_ ("browser message memory"),
    N_ ("Memory that the processes of Firefox share: pictures, fonts, preferences and messages "
        "between pages and the window.") },
  ROW (CHROMIUM_IPC) = { "chromium-ipc", NULL, "Chromium", N_ ("browser message memory"),
    N_ ("Memory that the processes of Chromium share: pixels, histograms and messages between "
        "pages and the window.") },
  ROW (POSTGRES) = { "postgres-shm", NULL, "PostgreSQL", N_ ("database work memory"),
    N_ ("Memory in which PostgreSQL's processes work on one query together.") },
  ROW (SEMAPHORE) = { "semaphore", NULL, NULL, N_ ("semaphore {subject}"),
    N_ ("A counter by which programs wait for each other (POSIX semaphore).") },
  ROW (DEVICE) = { "device", NULL, NULL, N_ ("device {subject}"),
    N_ ("A window onto {subject}: not ordinary memory. The driver decides what happens here.") },
  ROW (GPU) = { "gpu", NULL, NULL, N_ ("graphics card: {subject}"),
    N_ ("Memory of the graphics card, or its command queues, handed out by its driver.") },
  ROW (DMABUF) = { "dmabuf", NULL, NULL, N_ ("device buffer {subject}"),
    N_ ("A buffer that devices pass among each other, such as camera, graphics card and "
        "display, without a copy.") },
  ROW (IO_URING) = { "io-uring", NULL, "Linux", N_ ("request ring (io_uring)"),
    N_ ("A ring in which the program writes its reading and writing requests and the kernel its "
        "answers, so that no system call is needed for each.") },
  ROW (AIO) = { "aio", NULL, "Linux", N_ ("answer ring (aio)"),
    N_ ("A ring in which the kernel reports finished reads and writes of the older asynchronous "
        "kind.") },
  ROW (PERF) = { "perf", NULL, "Linux", N_ ("measurement ring (perf)"),
    N_ ("A ring in which the kernel writes what its performance counters saw.") },
  ROW (BPF) = { "bpf", NULL, "Linux", N_ ("table of a kernel program (bpf)"),
    N_ ("A table or ring that a small program inside the kernel shares with this process.") },
  ROW (SOCKET_RING) = { "socket-ring", NULL, "Linux", N_ ("network ring"),
    N_ ("A ring through which packets go between the kernel and the program without being "
        "copied.") },
  ROW (KVM_VCPU) = { "kvm-vcpu", NULL, "KVM", N_ ("state of a virtual processor"),
    N_ ("The page on which the kernel and the emulator agree what a virtual processor does "
        "next.") },
  ROW (SOUND) = { "sound-device", NULL, NULL, N_ ("sound card: {subject}"),
    N_ ("The sound card's own buffer: what is written here is heard.") },
  ROW (CAMERA) = { "camera", NULL, NULL, N_ ("camera: {subject}"),
    N_ ("A buffer that a camera or video device fills with pictures.") },
  ROW (SHARED_NAMED) = { "shared-named", NULL, NULL, N_ ("shared memory: {subject}"),
    N_ ("Shared memory without a file, which the program itself calls {subject}.") },
  ROW (ASHMEM) = { "ashmem", NULL, "Android", N_ ("Android shared memory: {subject}"),
    N_ ("Shared memory of the older Android make, which a program passes to others; the "
        "system may take it back when nobody needs it.") },
  ROW (X_PIXELS) = { "x-pixels", NULL, "X11", N_ ("pictures of the X server"),
    N_ ("Pictures that the X server and its clients share.") },
  ROW (KEYMAP) = { "keymap", NULL, NULL, N_ ("keyboard layout"),
    N_ ("Which key means which letter, handed from the display server to its clients.") },
  ROW (SYSTEMD) = { "systemd-memfd", NULL, "systemd", N_ ("data of a service"),
    N_ ("A small piece of data that the service manager handed over in memory instead of "
        "a file.") },
  ROW (WEBKIT_IPC) = { "webkit-ipc", NULL, "WebKit", N_ ("browser message memory"),
    N_ ("Memory that the processes of WebKit share: pixels and messages between pages and "
        "the window.") },
  ROW (JACK) = { "jack", NULL, "JACK", N_ ("sound buffers"),
    N_ ("Sound that JACK passes between programs with as little delay as can be.") },
  ROW (LTTNG) = { "lttng", NULL, "LTTng", N_ ("trace buffer"),
    N_ ("A ring in which the program notes what it does, for the tracing tool LTTng.") },
  ROW (KVM) = { "kvm", NULL, "KVM", N_ ("virtual machine of the kernel"),
    N_ ("State or memory of a virtual machine that the kernel and the emulator share.") },
  ROW (KERNEL_OBJECT) = { "kernel-object", NULL, "Linux", N_ ("kernel object {subject}"),
    N_ ("A ring or table of the kernel that is mapped here; the kernel gave it this name, "
        "but no file.") },
  ROW (BINDER) = { "binder", NULL, "Android", N_ ("message buffer (binder)"),
    N_ ("Where the kernel puts the messages that other Android programs send to this one.") },
  ROW (SCREEN) = { "screen", NULL, NULL, N_ ("screen: {subject}"),
    N_ ("The memory of the screen: what is written here is seen.") },
  ROW (NETWORK_CARD) = { "network-card", NULL, NULL, N_ ("network card: {subject}"),
    N_ ("Queues of a fast network card, which the program works without asking the kernel "
        "each time.") },
  ROW (PASSED_DEVICE) = { "passed-device", NULL, NULL, N_ ("device handed over: {subject}"),
    N_ ("Registers or memory of a device that the kernel handed over to this program, a "
        "virtual machine or a driver outside the kernel.") },
  ROW (PHYSICAL_MEMORY) = { "physical-memory", NULL, NULL, N_ ("hardware addresses: {subject}"),
    N_ ("Addresses of the hardware itself: what is read and written here goes to chips.") },
};
