/* The summary by kind: what an address space is made of, family by family.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"
#include "vas-theme.h"

/**
 * VasFamilySummary: a stacked bar and one row a family with its colour, count, mapped and in RAM.
 * A row filters by its family, and pressed again no more.
 */
#define VAS_TYPE_FAMILY_SUMMARY (vas_family_summary_get_type ())
G_DECLARE_FINAL_TYPE (VasFamilySummary, vas_family_summary, VAS, FAMILY_SUMMARY, GtkWidget)

/** vas_family_summary_set_session: once. */
void vas_family_summary_set_session (VasFamilySummary *self, VasSession *session);

/** vas_family_summary_set_theme: whose palette to draw with; light at first. */
void vas_family_summary_set_theme (VasFamilySummary *self, VasTheme theme);
