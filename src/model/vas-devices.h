/* Numbers the devices that a maps text names, so that a region holds two bytes for its device.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading.h"

/** VAS_DEVICES_MAX: the last index, 65535, stands for all devices beyond the 65535th. */
#define VAS_DEVICES_MAX 65536

/**
 * VasDevices: a table under construction. Index 0 is 00:00, the device of all that has no file.
 */
typedef struct _VasDevices VasDevices;

VasDevices *vas_devices_new (void);
void vas_devices_free (VasDevices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasDevices, vas_devices_free)

/**
 * vas_devices_add:
 * @index: (out): the same for equal devices
 *
 * Returns: %FALSE if the table is full; then @index is the last one, which reads as the largest
 *   device there is, ffffffff:ffffffff.
 */
gboolean vas_devices_add (VasDevices *self, VasDevice device, guint16 *index);

/** vas_devices_to_array: (transfer full) (array length=n): by index. */
VasDevice *vas_devices_to_array (const VasDevices *self, guint *n);
