/* Devices by number.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-devices.h"

#include <string.h>

#include "vas-strings.h"

enum
{
  NO_DEVICE = 0,
  OVERFLOW_INDEX = VAS_DEVICES_MAX - 1,
};

struct _VasDevices
{
  VasStrings *pool;    /* each as its eight bytes; id - 1 is the index */
  VasDevice last;      /* most regions are of two devices, none and that of the files */
  guint16 last_index;
};

VasDevices *
vas_devices_new (void)
{
  static const VasDevice none = { 0, 0 };
  VasDevices *self = g_new0 (VasDevices, 1);
  self->pool = vas_strings_new ();
  vas_strings_add (self->pool, (const char *) &none, sizeof none);
  return self;
}

void
vas_devices_free (VasDevices *self)
{
  if (self == NULL)
    return;
  vas_strings_free (self->pool);
  g_free (self);
}

gboolean
vas_devices_add (VasDevices *self, VasDevice device, guint16 *index)
{
  *index = NO_DEVICE;
  if (device.major == 0 && device.minor == 0)
    return TRUE;
  *index = self->last_index;
  if (device.major == self->last.major && device.minor == self->last.minor)
    return TRUE;

  guint32 number = vas_strings_add (self->pool, (const char *) &device, sizeof device) - 1;
  *index = (guint16) MIN (number, OVERFLOW_INDEX);
  if (number >= OVERFLOW_INDEX)
    return FALSE;
  self->last = device;
  self->last_index = *index;
  return TRUE;
}

VasDevice *
vas_devices_to_array (const VasDevices *self, guint *n)
{
  guint32 known = vas_strings_get_count (self->pool) - 1;
  *n = MIN (known, VAS_DEVICES_MAX);
  VasDevice *devices = g_new (VasDevice, *n);
  for (guint i = 0; i < *n; i++)
    memcpy (&devices[i], vas_strings_get (self->pool, i + 1, NULL), sizeof devices[i]);
  if (known >= VAS_DEVICES_MAX)
    devices[OVERFLOW_INDEX] = (VasDevice) { G_MAXUINT32, G_MAXUINT32 };
  return devices;
}
