/* Writes down every items-changed of a list of regions and checks it against the list as it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-region-table.h"

/**
 * ListJournal: a listener that keeps its own copy of the list, change by change, as a view does.
 * At each change, also in the middle of several, the whole list must be what the copy says.
 */
typedef struct _ListJournal ListJournal;

/** list_journal_new: of @model, whose items come from @table. */
ListJournal *list_journal_new (GListModel *model, VasRegionTable *table);
void list_journal_free (ListJournal *self);

/** list_journal_watch: from now on holds only every @step-th item (0 = none, 1 = all), as a view
 *  holds only those of the rows in sight. Those held must stay the same objects. */
void list_journal_watch (ListJournal *self, guint step);

/** list_journal_allow_assigning: items may come to stand for other regions without an announcement;
 *  they stay the same objects in their rows all the same. */
void list_journal_allow_assigning (ListJournal *self);

/** list_journal_assert: the rows as letters (sample-snapshot.h), and the changes since the last
 *  time as "place-removed+added". */
void list_journal_assert (ListJournal *self, const char *rows, const char *changes);
void list_journal_assert_rows (ListJournal *self, const char *rows);

/** list_journal_count: changes since the last time. */
guint list_journal_count (ListJournal *self);
