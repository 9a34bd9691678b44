/* The detail card.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-card.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-badges.h"
#include "vas-card.h"
#include "vas-words.h"

/**
 * VasRegionCard:
 * @labels: by field
 * @keys: (nullable): by field: the label that says what the field is, in the grid of facts
 * @shown: (nullable): the card on show
 * @snapshot, @first, @n: what @shown is about
 * @was_selected: the selection changed after the pointer last moved to something else
 */
struct _VasRegionCard
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *badges;
  GtkGrid *facts;
  GtkWidget *line_row;
  GtkExpander *columns;
  GtkGrid *columns_grid;
  GtkLabel *labels[VAS_N_CARD_FIELDS];
  GtkWidget *keys[VAS_N_CARD_FIELDS];
  GtkLabel *meanings[VAS_N_COLUMNS];

  VasSession *session;
  VasCard *shown;
  VasSnapshot *snapshot;
  gsize first, n;
  gboolean was_selected;
};

G_DEFINE_FINAL_TYPE (VasRegionCard, vas_region_card, GTK_TYPE_WIDGET)

/* The fields that are part of the template; the others are rows of the grid of facts. */
static const struct
{
  VasCardField field;
  const char *id;
} template_fields[] = {
  { VAS_CARD_TITLE, "title" }, { VAS_CARD_CONFIDENCE, "confidence" },
  { VAS_CARD_RANGE, "range" }, { VAS_CARD_SIZE, "size" },
  { VAS_CARD_MEMORY, "memory" }, { VAS_CARD_EXPLANATION, "explanation" },
  { VAS_CARD_LINE, "line" },
};

static const struct
{
  VasCardField field;
  const char *key;
} facts[] = {
  { VAS_CARD_EVIDENCE, N_ ("How we know") }, { VAS_CARD_PERMISSIONS, N_ ("Permissions") },
  { VAS_CARD_REMARKS, N_ ("Remarks") },      { VAS_CARD_PLACE, N_ ("Belongs to") },
  { VAS_CARD_FILE, N_ ("File") },            { VAS_CARD_FLAGS, N_ ("Kernel flags") },
  { VAS_CARD_CONTENTS, N_ ("Holds") },
};

/* Building. */

static GtkWidget *
create_key (const char *text)
{
  GtkWidget *key = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (key), 0);
  gtk_label_set_yalign (GTK_LABEL (key), 0);
  gtk_widget_add_css_class (key, "dim-label");
  return key;
}

static GtkWidget *
create_value (GtkWidget *key)
{
  GtkWidget *value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, key,
                                  NULL, -1);
  return value;
}

static void
create_facts (VasRegionCard *self)
{
  glong width = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    width = MAX (width, g_utf8_strlen (_ (facts[i].key), -1));
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      GtkWidget *key = create_key (_ (facts[i].key));
      GtkWidget *value = create_value (key);
      /* One width for all, so that the values do not jump when a longer key is hidden. */
      gtk_label_set_width_chars (GTK_LABEL (key), width + 1);
      gtk_grid_attach (self->facts, key, 0, i, 1, 1);
      gtk_grid_attach (self->facts, value, 1, i, 1, 1);
      self->keys[facts[i].field] = key;
      self->labels[facts[i].field] = GTK_LABEL (value);
    }
}

static void
create_columns (VasRegionCard *self)
{
  for (guint column = 0; column < VAS_N_COLUMNS; column++)
    {
      GtkWidget *key = create_key (vas_column_get_title (column));
      GtkWidget *value = create_value (key);
      gtk_grid_attach (self->columns_grid, key, 0, column, 1, 1);
      gtk_grid_attach (self->columns_grid, value, 1, column, 1, 1);
      self->meanings[column] = GTK_LABEL (value);
    }
}

static void
create_badges (VasRegionCard *self)
{
  for (guint badge = 0; badge < VAS_N_BADGES; badge++)
    {
      GtkWidget *label = gtk_label_new (vas_badge_get_label (badge));
      gtk_widget_set_tooltip_text (label, vas_badge_get_meaning (badge));
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_visible (label, FALSE);
      gtk_widget_add_css_class (label, "badge");
      if (vas_badge_is_warning (badge))
        gtk_widget_add_css_class (label, "caution");
      gtk_box_append (self->badges, label);
    }
}

/* Showing. A label whose text stays the same is left alone by GTK, with what is selected in it. */

static void
show_badges (VasRegionCard *self)
{
  guint badge = 0;
  for (GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->badges)); label != NULL;
       label = gtk_widget_get_next_sibling (label), badge++)
    gtk_widget_set_visible (label, (self->shown->badges & 1u << badge) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->badges), self->shown->badges != 0);
}

static void
show_columns (VasRegionCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->columns), self->shown->region >= 0);
  if (self->shown->region < 0 || !gtk_expander_get_expanded (self->columns))
    return;
  for (guint column = 0; column < VAS_N_COLUMNS; column++)
    {
      g_autofree char *meaning = vas_words_column (self->snapshot, self->shown->region, column);
      gtk_label_set_text (self->meanings[column], meaning);
    }
}

static void
show_fields (VasRegionCard *self)
{
  for (guint field = 0; field < VAS_N_CARD_FIELDS; field++)
    {
      const char *text = self->shown->fields[field];
      gtk_label_set_text (self->labels[field], text != NULL ? text : "");
      gtk_widget_set_visible (GTK_WIDGET (self->labels[field]), text != NULL);
      if (self->keys[field] != NULL)
        gtk_widget_set_visible (self->keys[field], text != NULL);
    }
  gboolean has_line = self->shown->fields[VAS_CARD_LINE] != NULL;
  gtk_widget_set_visible (self->line_row, has_line);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.copy-line", has_line);
}

static void
show_hint (VasRegionCard *self)
{
  g_clear_pointer (&self->shown, vas_card_free);
  g_clear_pointer (&self->snapshot, vas_snapshot_unref);
  gtk_stack_set_visible_child_name (self->stack, "hint");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.copy-line", FALSE);
}

static void
show_regions (VasRegionCard *self, VasSnapshot *snapshot, gsize first, gsize n)
{
  if (self->shown != NULL && self->snapshot == snapshot && self->first == first && self->n == n)
    return;
  g_autoptr (VasCard) before = g_steal_pointer (&self->shown);
  g_autoptr (VasSnapshot) snapshot_before = g_steal_pointer (&self->snapshot);
  self->snapshot = vas_snapshot_ref (snapshot);
  self->first = first;
  self->n = n;
  self->shown = vas_card_new (snapshot, first, n);
  show_fields (self);
  show_badges (self);
  show_columns (self);
  gtk_stack_set_visible_child_name (self->stack, "card");
  /* A refresh of the same range leaves a reader who has scrolled down where he is. */
  if (before == NULL
      || g_strcmp0 (before->fields[VAS_CARD_RANGE], self->shown->fields[VAS_CARD_RANGE]) != 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static gboolean
show_hovered (VasRegionCard *self, VasSnapshot *snapshot)
{
  guint64 start, end;
  vas_session_get_hover (self->session, &start, &end);
  if (start >= end)
    return FALSE;
  gsize first, n;
  vas_card_find_regions (snapshot, start, end, &first, &n);
  show_regions (self, snapshot, first, n);
  return TRUE;
}

static gboolean
show_selected (VasRegionCard *self, VasSnapshot *snapshot)
{
  gssize selected;
  vas_region_list_get_selected (vas_session_get_region_list (self->session), NULL, NULL, &selected);
  if (selected < 0 || (gsize) selected >= vas_snapshot_get_n_regions (snapshot))
    return FALSE;
  show_regions (self, snapshot, selected, 1);
  return TRUE;
}

/* What the person did last comes first: a pointer left lying on the map must not hide from those who
 * use the keys what they select. */
static void
update_cb (VasRegionCard *self)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  gboolean is_shown
      = snapshot != NULL
        && (self->was_selected
                ? show_selected (self, snapshot) || show_hovered (self, snapshot)
                : show_hovered (self, snapshot) || show_selected (self, snapshot));
  if (!is_shown)
    show_hint (self);
}

static void
hover_changed_cb (VasRegionCard *self)
{
  self->was_selected = FALSE;
  update_cb (self);
}

static void
selection_changed_cb (VasRegionCard *self)
{
  self->was_selected = TRUE;
  update_cb (self);
}

static void
columns_expanded_cb (VasRegionCard *self)
{
  if (self->shown != NULL)
    show_columns (self);
}

static void
copy_line (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VasRegionCard *self = VAS_REGION_CARD (widget);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->shown->fields[VAS_CARD_LINE]);
}

static void
vas_region_card_dispose (GObject *object)
{
  VasRegionCard *self = VAS_REGION_CARD (object);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, vas_card_free);
  g_clear_pointer (&self->snapshot, vas_snapshot_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_REGION_CARD);
  G_OBJECT_CLASS (vas_region_card_parent_class)->dispose (object);
}

static void
vas_region_card_class_init (VasRegionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_region_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/vascope/Vascope/vas-region-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VasRegionCard, stack);
  gtk_widget_class_bind_template_child (widget_class, VasRegionCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, VasRegionCard, badges);
  gtk_widget_class_bind_template_child (widget_class, VasRegionCard, facts);
  gtk_widget_class_bind_template_child (widget_class, VasRegionCard, line_row);
  gtk_widget_class_bind_template_child (widget_class, VasRegionCard, columns);
  gtk_widget_class_bind_template_child (widget_class, VasRegionCard, columns_grid);
  for (gsize i = 0; i < G_N_ELEMENTS (template_fields); i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, template_fields[i].id, FALSE,
        G_STRUCT_OFFSET (VasRegionCard, labels) + template_fields[i].field * sizeof (GtkLabel *));
  gtk_widget_class_bind_template_callback (widget_class, columns_expanded_cb);
  gtk_widget_class_install_action (widget_class, "card.copy-line", NULL, copy_line);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "regioncard");
}

static void
vas_region_card_init (VasRegionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_badges (self);
  create_facts (self);
  create_columns (self);
  show_hint (self);
}

void
vas_region_card_set_session (VasRegionCard *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_REGION_CARD (self) && self->session == NULL && VAS_IS_SESSION (session));

  VasRegionList *list = vas_session_get_region_list (session);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hover-changed", G_CALLBACK (hover_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "order-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
