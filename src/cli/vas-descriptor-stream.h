/* An output stream over a file descriptor, whose errors are the system's words alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * VasDescriptorStream: what GUnixOutputStream is, but its messages can stand in a sentence: "No
 * space left on device" instead of "Error writing to file descriptor: No space left on device".
 */
#define VAS_TYPE_DESCRIPTOR_STREAM (vas_descriptor_stream_get_type ())
G_DECLARE_FINAL_TYPE (
    VasDescriptorStream, vas_descriptor_stream, VAS, DESCRIPTOR_STREAM, GOutputStream)

/** vas_descriptor_stream_new: (transfer full): @fd is borrowed. */
GOutputStream *vas_descriptor_stream_new (int fd);
