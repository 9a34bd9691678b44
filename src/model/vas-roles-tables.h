/* The rows of the table of roles, a file a topic; vas-roles.c joins them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-roles.h"

extern const VasRole vas_roles_process[VAS_ROLES_RUNTIMES - VAS_ROLES_PROCESS];
extern const VasRole vas_roles_runtimes[VAS_ROLES_ALLOCATORS - VAS_ROLES_RUNTIMES];
extern const VasRole vas_roles_allocators[VAS_ROLES_FILES - VAS_ROLES_ALLOCATORS];
extern const VasRole vas_roles_files[VAS_ROLES_SHARED - VAS_ROLES_FILES];
extern const VasRole vas_roles_shared[VAS_N_ROLES - VAS_ROLES_SHARED];
