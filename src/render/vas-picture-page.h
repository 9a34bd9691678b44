/* Composes the page of an exported picture: title, totals, map, legend, notes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-picture.h"
#include "vas-scene.h"

/**
 * vas_picture_page_compose:
 *
 * The design grows with the page, so that a picture of 8000 pixels is no wall of tiny letters.
 *
 * Returns: (transfer full): the whole page.
 */
VasScene *vas_picture_page_compose (VasSnapshot *snapshot, const VasPictureOptions *options);
