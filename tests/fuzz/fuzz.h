/* What every fuzz target defines; the name and types are libFuzzer's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/** LLVMFuzzerTestOneInput: reads @bytes, checks what must hold of any input, returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length);
