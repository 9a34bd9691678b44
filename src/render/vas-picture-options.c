/* What a picture is like unless somebody says otherwise. Apart from what draws it, so that asking
 * for a picture needs no cairo.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-picture.h"

void
vas_picture_options_init (VasPictureOptions *options)
{
  g_return_if_fail (options != NULL);
  *options = (VasPictureOptions){
    .width = 1000,
    .height = 1400,
    .pixel_ratio = 1,
    .scale = VAS_SCALE_LOG,
    .direction = VAS_DIRECTION_DOWN,
    .theme = VAS_THEME_LIGHT,
  };
}
