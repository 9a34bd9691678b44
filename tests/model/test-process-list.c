/* The list of processes as a model: its rows, and a log of every change it announces.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-list.h"

/* "3=bash:10" is pid 3, named bash, with 10 bytes in RAM. */
static GPtrArray *
make_processes (const char *text)
{
  GPtrArray *processes = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit_set (text, " =:", -1);
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i += 3)
    g_ptr_array_add (processes,
                     vas_process_new (&(VasProcessFields) {
                         .pid = g_ascii_strtoll (words[i], NULL, 10),
                         .start_time = 1,
                         .comm = words[i + 1],
                         .user = "me",
                         .resident = g_ascii_strtoull (words[i + 2], NULL, 10),
                     }));
  return processes;
}

static char *
print_model (GListModel *model)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (VasProcess) process = g_list_model_get_item (model, i);
      g_string_append_printf (text, "%s%d=%s:%" G_GUINT64_FORMAT, i > 0 ? " " : "",
                              vas_process_get_pid (process), vas_process_get_name (process),
                              vas_process_get_resident (process));
    }
  return g_string_free (text, FALSE);
}

/* Each announcement is held against a copy that only follows the announcements. */
typedef struct
{
  GString *log;
  GPtrArray *copy;
} Follower;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer pointer)
{
  Follower *follower = pointer;
  g_string_append_printf (follower->log, "%s%u-%u+%u", follower->log->len > 0 ? " " : "", position,
                          removed, added);
  if (removed > 0)
    g_ptr_array_remove_range (follower->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (follower->copy, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (follower->copy->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < follower->copy->len; i++)
    {
      g_autoptr (VasProcess) process = g_list_model_get_item (model, i);
      g_assert_true (process == follower->copy->pdata[i]);
    }
}

static void
test_changes (void)
{
  static const struct
  {
    const char *listing;
    const char *log;
  } steps[] = {
    { "1=init:5 3=bash:10 7=cat:20", "0-0+3" },
    { "1=init:5 3=bash:10 7=cat:20", "" },
    { "1=init:5 3=bash:11 7=cat:20", "" },
    { "1=init:5 2=new:1 3=bash:11 7=cat:20", "1-0+1" },
    { "1=init:5 2=new:1 7=cat:20 9=end:1", "2-1+0 3-0+1" },
    { "1=init:6 2=new:2 7=cat:20 9=other:1", "" },
    { "2=new:2 4=x:1 5=y:1 9=other:1", "0-1+0 1-1+2" },
    { "", "0-4+0" },
    { "", "" },
  };
  g_autoptr (VasProcessList) list = vas_process_list_new ();
  Follower follower = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_object_unref) };
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &follower);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) processes = make_processes (steps[i].listing);
      g_string_truncate (follower.log, 0);
      vas_process_list_update (list, processes);
      g_autofree char *printed = print_model (G_LIST_MODEL (list));
      g_assert_cmpstr (printed, ==, steps[i].listing);
      g_assert_cmpstr (follower.log->str, ==, steps[i].log);
    }
  g_string_free (follower.log, TRUE);
  g_ptr_array_unref (follower.copy);
}

static void
test_identity (void)
{
  g_autoptr (VasProcessList) list = vas_process_list_new ();
  g_autoptr (GPtrArray) before = make_processes ("1=init:5 3=bash:10");
  vas_process_list_update (list, before);
  g_autoptr (VasProcess) kept = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_autoptr (GPtrArray) after = make_processes ("3=bash:10");
  vas_process_list_update (list, after);
  g_autoptr (VasProcess) same = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (kept == same);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 1));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == VAS_TYPE_PROCESS);
}

static void
test_search_text (void)
{
  g_autoptr (VasProcess) process = vas_process_new (&(VasProcessFields) {
      .pid = 42, .comm = "Straße", .user = "Anna", .mapped = 1 });
  static const char command[] = "/bin/Straße\0--All";
  vas_process_set_command (process, command, sizeof command);
  g_assert_cmpstr (vas_process_get_search_text (process), ==,
                   "42 strasse anna /bin/strasse --all");
}

static VasProcess *
make_process (guint64 start_time, const char *comm, guint64 resident)
{
  return vas_process_new (&(VasProcessFields) { .pid = 3,
                                                .start_time = start_time,
                                                .comm = comm,
                                                .user = "me",
                                                .resident = resident,
                                                .mapped = 1 });
}

static void
changed_cb (VasProcess *process, GString *log)
{
  g_string_append (log, "changed");
}

static void
log_cb (GListModel *model, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u", position, removed, added);
}

/* An object stays with its process when sizes change; another process, with the same pid, is another;
 * another program of the same process has another command line. */
static void
test_follow (void)
{
  static const struct
  {
    guint64 start_time;
    const char *comm;
    guint64 resident;
    const char *log; /* of what the list announces, and the object */
    const char *command;
    VasCommandState state;
  } cases[] = {
    { 1, "a-name-of-fifte", 10, "", "/bin/a-name-of-fifteen --on", VAS_COMMAND_KNOWN },
    { 1, "a-name-of-fifte", 20, "changed", "/bin/a-name-of-fifteen --on", VAS_COMMAND_DATED },
    { 1, "another", 10, "changed", "", VAS_COMMAND_UNKNOWN },
    { 2, "a-name-of-fifte", 10, "0-1+1", "", VAS_COMMAND_UNKNOWN },
  };
  static const char command[] = "/bin/a-name-of-fifteen\0--on";
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VasProcessList) list = vas_process_list_new ();
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (before, make_process (1, "a-name-of-fifte", 10));
      vas_process_list_update (list, before);
      vas_process_set_command (before->pdata[0], command, sizeof command);
      g_autoptr (GString) log = g_string_new (NULL);
      g_signal_connect (before->pdata[0], "changed", G_CALLBACK (changed_cb), log);
      g_signal_connect (list, "items-changed", G_CALLBACK (log_cb), log);

      g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (after, make_process (cases[i].start_time, cases[i].comm, cases[i].resident));
      vas_process_list_update (list, after);
      g_autoptr (VasProcess) process = g_list_model_get_item (G_LIST_MODEL (list), 0);
      g_assert_cmpstr (log->str, ==, cases[i].log);
      g_assert_cmpuint (vas_process_get_resident (process), ==, cases[i].resident);
      g_assert_cmpstr (vas_process_get_command (process), ==, cases[i].command);
      g_assert_cmpint (vas_process_get_command_state (process), ==, cases[i].state);
    }
}

/* A change that no eye can see is none: a person sees three digits. */
static void
test_unseen_change (void)
{
  static const struct
  {
    guint64 resident;
    const char *log;
  } cases[] = {
    { 1024 * 1024 * 1024, "" },
    { 1024 * 1024 * 1024 + 4096, "" },
    { 1224 * 1024 * 1024, "changed" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VasProcess) process = make_process (1, "x", 1024 * 1024 * 1024);
      g_autoptr (VasProcess) newer = make_process (1, "x", cases[i].resident);
      g_autoptr (GString) log = g_string_new (NULL);
      g_signal_connect (process, "changed", G_CALLBACK (changed_cb), log);
      vas_process_follow (process, newer);
      g_assert_cmpstr (log->str, ==, cases[i].log);
      g_assert_cmpuint (vas_process_get_resident (process), ==, cases[i].resident);
    }
}

/* A name that the kernel cut is whole once the command line is known. */
static void
test_command (void)
{
  static const char command[] = "/bin/a-name-of-fifteen\0--on";
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (VasProcess) process = make_process (1, "a-name-of-fifte", 10);
  g_signal_connect (process, "changed", G_CALLBACK (changed_cb), log);
  g_assert_cmpint (vas_process_get_command_state (process), ==, VAS_COMMAND_UNKNOWN);
  g_assert_cmpstr (vas_process_get_search_text (process), ==, "3 a-name-of-fifte me ");

  for (guint i = 0; i < 2; i++)
    {
      vas_process_set_command (process, command, sizeof command);
      g_assert_cmpstr (vas_process_get_name (process), ==, "a-name-of-fifteen");
      g_assert_cmpstr (vas_process_get_command (process), ==, "/bin/a-name-of-fifteen --on");
      g_assert_cmpint (vas_process_get_command_state (process), ==, VAS_COMMAND_KNOWN);
      g_assert_cmpstr (log->str, ==, "changed");
    }
  g_assert_cmpstr (vas_process_get_search_text (process), ==,
                   "3 a-name-of-fifteen me /bin/a-name-of-fifteen --on");

  g_autoptr (VasProcess) without = vas_process_new (
      &(VasProcessFields) { .pid = 2, .comm = "kthreadd", .user = "root" });
  g_assert_cmpint (vas_process_get_command_state (without), ==, VAS_COMMAND_KNOWN);
}

static void
test_accesses (void)
{
  for (VasAccess access = VAS_ACCESS_READABLE; access <= VAS_ACCESS_EMPTY; access++)
    {
      g_assert_cmpstr (vas_access_get_id (access), !=, "");
      g_assert_cmpint (*vas_access_describe (access) == '\0', ==, access == VAS_ACCESS_READABLE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process-list/changes", test_changes);
  g_test_add_func ("/process-list/identity", test_identity);
  g_test_add_func ("/process-list/search-text", test_search_text);
  g_test_add_func ("/process-list/follow", test_follow);
  g_test_add_func ("/process-list/unseen-change", test_unseen_change);
  g_test_add_func ("/process-list/command", test_command);
  g_test_add_func ("/process-list/accesses", test_accesses);
  return g_test_run ();
}
