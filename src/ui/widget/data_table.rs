//! The table of the program: sticky head and first columns, only visible rows are built, group rows, a total,
//! row selection by mouse and keyboard, copying as tab-separated text, names for screen readers.
//!
//! One closure describes a row; the same closure serves painting, accessible names and copying.

mod cells;
mod column;
mod head;
mod keys;

use super::icon;
use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::text;
use crate::theme::{TypeStyle, radius, row, space, stroke};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Id, Rect, Response, ScrollArea, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

pub use cells::Row;
use column::Width;
pub use column::{Column, Group, Sort};
pub(in crate::ui) use keys::focus_list;

const PADDING: f32 = space::M;
/// Height of a line of a head with two.
const HEAD_LINE: f32 = 15.0;

/// What was done to a table.
#[derive(Debug, Default)]
pub struct TableResponse {
    /// The row that was clicked or reached by keyboard: the new selection.
    pub selected: Option<usize>,
    /// The row that was double-clicked or confirmed with Enter.
    pub activated: Option<usize>,
    /// Whether the table has the keyboard.
    pub focused: bool,
    /// The row under the pointer.
    pub hovered: Option<usize>,
    /// The column whose head was clicked.
    pub sort: Option<usize>,
    /// The column that the cursor was moved to with ←/→, in a table with a [cursor](DataTable::cursor).
    pub column: Option<usize>,
    /// The row that joins or leaves a selected set: clicked with Strg or Umschalt, or by Leertaste.
    pub toggled: Option<usize>,
    /// Rows that join a selected set: Umschalt with an arrow, from one to the other.
    pub extended: Option<(usize, usize)>,
    /// Whether all rows are to be selected: Strg+A.
    pub all: bool,
}

/// A table; build it, then [`show`](Self::show) it.
#[must_use = "call show"]
pub struct DataTable<'a> {
    id: Id,
    name: String,
    columns: &'a [Column<'a>],
    rows: usize,
    groups: &'a [Group],
    row_height: f32,
    head_height: f32,
    group_height: f32,
    sticky: usize,
    name_column: usize,
    selected: Option<usize>,
    scroll_to: Option<usize>,
    total: bool,
    height: Option<f32>,
    /// Whether it stands in full on a page that scrolls.
    whole: bool,
    /// Whether words that are too long for a line stand on two.
    two_lines: bool,
    cursor: Option<usize>,
    kept: Option<usize>,
}

impl<'a> DataTable<'a> {
    /// A table called `name` for screen readers; `id` keeps its scroll position.
    pub fn new(id: impl std::hash::Hash + std::fmt::Debug, name: impl Into<String>, columns: &'a [Column<'a>]) -> Self {
        Self {
            id: Id::unique(("data_table", &id)),
            name: name.into(),
            columns,
            rows: 0,
            groups: &[],
            row_height: row::NORMAL,
            head_height: row::NORMAL,
            group_height: row::DENSE,
            sticky: 0,
            name_column: 0,
            selected: None,
            scroll_to: None,
            total: false,
            height: None,
            whole: false,
            two_lines: false,
            cursor: None,
            kept: None,
        }
    }

    /// How many rows there are.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Headings between rows, sorted by the row they stand before.
    pub fn groups(mut self, groups: &'a [Group]) -> Self {
        self.groups = groups;
        self
    }

    /// Height of a row, see `theme::row`.
    pub fn row_height(mut self, height: f32) -> Self {
        self.row_height = height;
        self
    }

    /// Height of the head: 24 to 38.
    pub fn head_height(mut self, height: f32) -> Self {
        self.head_height = height;
        self
    }

    /// Height of a heading between rows.
    pub fn group_height(mut self, height: f32) -> Self {
        self.group_height = height;
        self
    }

    /// This many first columns stay in place when the table scrolls sideways.
    pub fn sticky_columns(mut self, columns: usize) -> Self {
        self.sticky = columns;
        self
    }

    /// The column whose words name a row; the first one unless said otherwise.
    pub fn named_by(mut self, column: usize) -> Self {
        self.name_column = column;
        self
    }

    /// The selected row.
    pub fn selected(mut self, row: Option<usize>) -> Self {
        self.selected = row;
        self
    }

    /// The column of the selected row that Enter is about: ←/→ move it from cell to cell.
    pub fn cursor(mut self, column: usize) -> Self {
        self.cursor = Some(column.min(self.columns.len().saturating_sub(1)));
        self
    }

    /// This column is in view when the table is first shown, and stays there when it becomes narrower or wider.
    pub fn keeps(mut self, column: Option<usize>) -> Self {
        self.kept = column;
        self
    }

    /// Brings this row into view.
    pub fn scroll_to(mut self, row: Option<usize>) -> Self {
        self.scroll_to = row;
        self
    }

    /// A total follows: the row closure is asked once more, for row number `rows`.
    pub fn with_total(mut self) -> Self {
        self.total = true;
        self
    }

    /// Takes no more than this height; otherwise all that is left.
    pub fn height(mut self, height: f32) -> Self {
        self.height = Some(height);
        self
    }

    /// Takes the height that its rows need, however much of it is in view: for tables on a page that scrolls.
    pub fn fit(mut self) -> Self {
        self.whole = true;
        self
    }

    /// Higher rows with two lines, if a cell has more words than one line of its column holds at this width.
    pub fn wrapping(mut self, ui: &Ui, width: f32, describe: &mut dyn FnMut(usize, &mut Row<'_>)) -> Self {
        let places = self.places(width);
        let too_long = |(words, place): (&String, &(f32, f32))| {
            let room = place.1 - place.0 - 2.0 * PADDING;
            paint::galley(ui, words, TypeStyle::Body, tokens(ui).text).size().x > room
        };
        self.two_lines = (0..self.rows).any(|index| {
            let mut row = Row::collecting(false);
            describe(index, &mut row);
            row.cells.iter().zip(&places).any(too_long)
        });
        if self.two_lines {
            self.row_height = row::TWO_LINES;
        }
        self
    }

    /// What the table is called for screen readers, and where it is copied.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole table as tab-separated text, for „Als Tabelle kopieren".
    pub fn tab_separated(&self, describe: &mut dyn FnMut(usize, &mut Row<'_>)) -> String {
        let mut text = text::clipboard_row(self.columns.iter().map(Column::head_text));
        for index in 0..self.rows + usize::from(self.total) {
            text.push('\n');
            text.push_str(&self.row_text(index, describe));
        }
        text
    }

    /// Shows the table; `describe` fills one row, cell by cell.
    pub fn show(self, ui: &mut Ui, mut describe: impl FnMut(usize, &mut Row<'_>)) -> TableResponse {
        let bar = ui.spacing().scroll.allocated_width();
        let height = if self.whole {
            let wide = self.columns.iter().map(Self::min_width).sum::<f32>() > ui.available_width();
            self.head_height + self.content_height() + if wide { bar } else { 0.0 }
        } else {
            self.height.unwrap_or_else(|| ui.available_height()).min(ui.available_height().max(60.0))
        };
        let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let builder = UiBuilder::new()
            .scope_id(self.id)
            .max_rect(area)
            .accessibility_role(Role::Table)
            .accessibility_label(self.name.clone());
        let mut table = ui.new_child(builder);
        table.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let mut response = TableResponse::default();
        let focus = self.focus(&mut table, area, &mut describe);
        response.focused = focus.has_focus();
        let scroll_to = self.keyboard(&table, &focus, &mut response, &mut describe).or(self.scroll_to);
        let bar = if self.whole { 0.0 } else { bar };
        let places = self.places(area.width() - bar);
        let offset = self.body(&mut table, area, &places, scroll_to, &focus, &mut response, &mut describe);
        self.head(&mut table, area, &places, offset, &mut response);
        if focus.has_focus() {
            let ring = line(stroke::FOCUS, tokens(ui).accent);
            ui.painter().rect_stroke(area, CornerRadius::ZERO, ring, StrokeKind::Inside);
        }
        response
    }

    fn row_text(&self, index: usize, describe: &mut dyn FnMut(usize, &mut Row<'_>)) -> String {
        let mut row = Row::collecting(self.selected == Some(index));
        describe(index, &mut row);
        text::clipboard_row(&row.cells)
    }

    /// What is heard of the cell under the cursor.
    fn cell_name(&self, column: usize, row: usize, describe: &mut dyn FnMut(usize, &mut Row<'_>)) -> Option<String> {
        let mut cells = Row::collecting(true);
        describe(row, &mut cells);
        let (name, text) = (cells.cells.get(self.name_column)?, cells.cells.get(column)?);
        let head = self.columns.get(column)?;
        Some(if column == self.name_column { name.clone() } else { head.cell_name(name, text) })
    }

    fn min_width(column: &Column<'_>) -> f32 {
        match column.width {
            Width::Fixed(width) | Width::Flex(width) => width,
        }
    }

    /// Left and right edge of every column.
    fn places(&self, available: f32) -> Vec<(f32, f32)> {
        let needed: f32 = self.columns.iter().map(Self::min_width).sum();
        let flexible = self.columns.iter().filter(|column| matches!(column.width, Width::Flex(_))).count();
        #[expect(clippy::cast_precision_loss, reason = "few columns")]
        let extra = if flexible == 0 { 0.0 } else { ((available - needed).max(0.0) / flexible as f32).floor() };
        let mut left = 0.0;
        self.columns
            .iter()
            .map(|column| {
                let width = match column.width {
                    Width::Fixed(width) => width,
                    Width::Flex(width) => width + extra,
                };
                let place = (left, left + width);
                left += width;
                place
            })
            .collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "tables stay far below 2^24 rows")]
    fn row_top(&self, row: usize) -> f32 {
        let groups = self.groups.partition_point(|group| group.before <= row);
        row as f32 * self.row_height + groups as f32 * self.group_height
    }

    #[expect(clippy::cast_precision_loss, reason = "tables stay far below 2^24 rows")]
    fn content_height(&self) -> f32 {
        let rows = self.rows + usize::from(self.total);
        rows as f32 * self.row_height + self.groups.len() as f32 * self.group_height
    }

    #[expect(clippy::too_many_arguments, reason = "one call, kept apart from the head")]
    fn body(
        &self,
        table: &mut Ui,
        area: Rect,
        places: &[(f32, f32)],
        scroll_to: Option<usize>,
        focus: &Response,
        response: &mut TableResponse,
        describe: &mut dyn FnMut(usize, &mut Row<'_>),
    ) -> f32 {
        let body = Rect::from_min_max(pos2(area.left(), area.top() + self.head_height), area.max);
        let width = places.last().map_or(0.0, |place| place.1);
        let mut ui = table.new_child(UiBuilder::new().id_salt("body").max_rect(body));
        let scroll = ScrollArea::both().id_salt("rows").auto_shrink(false).animated(false);
        let output = scroll.show_viewport(&mut ui, |ui, viewport| {
            let size = vec2(width.max(viewport.width()), self.content_height());
            let (content, _) = ui.allocate_exact_size(size, Sense::hover());
            if let Some(row) = scroll_to {
                let top = content.top() + self.row_top(row);
                let place = Rect::from_min_size(pos2(ui.clip_rect().left(), top), vec2(1.0, self.row_height));
                ui.scroll_to_rect(place, None);
            }
            let column = response.column.or(self.head_cursor(ui)).or_else(|| self.cursor_after_resize(ui, area, focus));
            if let Some((left, right)) = column.and_then(|column| places.get(column)) {
                let sticky = self.sticky.checked_sub(1).and_then(|last| places.get(last)).map_or(0.0, |place| place.1);
                let left = content.left() + (left - sticky).max(0.0);
                let row = ui.clip_rect().y_range();
                ui.scroll_to_rect(Rect::from_x_y_ranges(left..=content.left() + right, row), None);
            }
            let first = self.first_visible(viewport.min.y);
            for index in first..self.rows + usize::from(self.total) {
                let top = self.row_top(index);
                if top > viewport.max.y + self.group_height {
                    break;
                }
                self.group_before(ui, content.top() + top, index);
                let place = Rect::from_min_size(
                    pos2(ui.clip_rect().left(), content.top() + top),
                    vec2(ui.clip_rect().width(), self.row_height),
                );
                self.row(ui, place, content.left(), places, index, focus, response, describe);
            }
        });
        output.state.clamped_offset().x
    }

    /// The column under the cursor, or the one that is kept, where the table has become narrower or wider: it stays in view.
    fn cursor_after_resize(&self, ui: &Ui, area: Rect, focus: &Response) -> Option<usize> {
        let id = self.id.with("width");
        let before = ui.data(|data| data.get_temp::<f32>(id));
        ui.data_mut(|data| data.insert_temp(id, area.width()));
        let resized = before.is_some_and(|before| (before - area.width()).abs() > 0.5);
        let under_cursor = self.cursor.filter(|_| resized && focus.has_focus());
        under_cursor.or(self.kept.filter(|_| resized || before.is_none()))
    }

    fn first_visible(&self, top: f32) -> usize {
        let (mut low, mut high) = (0, self.rows);
        while low < high {
            let middle = low.midpoint(high);
            if self.row_top(middle) + self.row_height < top { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn group_before(&self, ui: &Ui, row_top: f32, index: usize) {
        let Some(group) = self.groups.iter().find(|group| group.before == index) else { return };
        let tokens = tokens(ui);
        let clip = ui.clip_rect();
        let rect = Rect::from_min_max(pos2(clip.left(), row_top - self.group_height), pos2(clip.right(), row_top));
        let rect = snap(ui, rect);
        ui.painter().rect_filled(rect, 0.0, color32(tokens.sunken));
        self.rule(ui, rect);
        let mut x = rect.left() + PADDING;
        if let Some(field) = group.field {
            super::badge::field_tile(ui, pos2(x + 9.0, rect.center().y), field);
            x += 18.0 + space::M;
        }
        let place = paint::text(
            ui,
            pos2(x, rect.center().y),
            Align2::LEFT_CENTER,
            &group.title,
            TypeStyle::SmallStrong,
            tokens.text,
        );
        let after = pos2(place.right() + space::S, rect.center().y);
        paint::text(ui, after, Align2::LEFT_CENTER, &group.note, TypeStyle::Small, tokens.text2);
        let right = pos2(rect.right() - PADDING, rect.center().y);
        paint::text(ui, right, Align2::RIGHT_CENTER, &group.right, TypeStyle::Small, tokens.text2);
    }

    fn rule(&self, ui: &Ui, rect: Rect) {
        let rule = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 1.0), rect.max);
        ui.painter().rect_filled(rule, 0.0, color32(tokens(ui).line_soft));
    }

    #[expect(clippy::too_many_arguments, reason = "one call, kept apart from the loop")]
    fn row(
        &self,
        ui: &mut Ui,
        place: Rect,
        content_left: f32,
        places: &[(f32, f32)],
        index: usize,
        focus: &Response,
        response: &mut TableResponse,
        describe: &mut dyn FnMut(usize, &mut Row<'_>),
    ) {
        let tokens = tokens(ui);
        let is_total = index == self.rows;
        let selected = self.selected == Some(index) && !is_total;
        let place = snap(ui, place);
        let id = self.id.with(("row", index));
        let mouse = ui.interact(place, id, if is_total { Sense::hover() } else { Sense::CLICK });
        let fill = if selected {
            Some(tokens.selected)
        } else if is_total {
            Some(tokens.sunken)
        } else if mouse.hovered() {
            Some(tokens.hover)
        } else {
            None
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(place, 0.0, color32(fill));
        }
        self.rule(ui, place);
        let builder = UiBuilder::new().scope_id(id.with("cells")).max_rect(place).accessibility_parent(id);
        let mut cells = ui.new_child(builder);
        let mut filled = Row::painting(&mut cells, self, places, place, content_left, selected, fill);
        describe(index, &mut filled);
        let (texts, rects) = (std::mem::take(&mut filled.cells), std::mem::take(&mut filled.rects));
        if selected {
            let bar = Rect::from_min_size(place.min, vec2(stroke::SELECTION, place.height()));
            ui.painter().rect_filled(bar, 0.0, color32(tokens.accent));
        }
        let cursor = self.cursor.filter(|_| selected && focus.has_focus()).and_then(|column| rects.get(column));
        if let Some(cell) = cursor {
            let ring = line(stroke::FOCUS, tokens.accent);
            let cell = cell.expand2(vec2(PADDING - 1.0, 0.0)).intersect(place);
            ui.painter().rect_stroke(cell, CornerRadius::ZERO, ring, StrokeKind::Inside);
        }
        self.name_cells(&mut cells, &mouse, index, selected, &texts, &rects);
        if mouse.clicked() || mouse.double_clicked() {
            let joins = ui.input(|input| input.modifiers.command || input.modifiers.shift);
            *if joins { &mut response.toggled } else { &mut response.selected } = Some(index);
            focus.request_focus();
        }
        if mouse.double_clicked() {
            response.activated = Some(index);
        }
        if mouse.hovered() && !is_total {
            response.hovered = Some(index);
        }
    }

    /// Gives the row and its cells their roles and names: `Marten, Arbeitslosenrate: 13,6 Prozent`.
    fn name_cells(&self, ui: &mut Ui, row: &Response, index: usize, selected: bool, texts: &[String], rects: &[Rect]) {
        let name = texts.get(self.name_column).map_or("", String::as_str);
        row.widget_info(|| WidgetInfo::labeled(Role::Row, true, name));
        ui.ctx().accesskit_node_builder(row.id, |node| {
            node.set_selected(selected);
            node.set_row_index(index);
        });
        for (column, (text, rect)) in texts.iter().zip(rects).enumerate() {
            let Some(head) = self.columns.get(column) else { break };
            if column == self.name_column || text.is_empty() {
                continue;
            }
            let cell = ui.interact(*rect, row.id.with(("cell", column)), Sense::hover());
            let spoken = head.cell_name(name, text);
            cell.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &spoken));
        }
    }
}

/// Where a cell stands, and the part of it that may be painted; `None` when it is scrolled away.
fn cell_place(
    row: Rect,
    places: &[(f32, f32)],
    column: usize,
    sticky: usize,
    content_left: f32,
) -> (Rect, Option<Rect>) {
    let (left, right) = places[column];
    let is_sticky = column < sticky;
    let origin = if is_sticky { row.left() } else { content_left };
    let rect = Rect::from_min_max(pos2(origin + left, row.top()), pos2(origin + right, row.bottom()));
    let sticky_right = sticky.checked_sub(1).and_then(|last| places.get(last)).map_or(0.0, |place| place.1);
    let from = if is_sticky { row.left() } else { row.left() + sticky_right };
    let clip = rect.intersect(Rect::from_min_max(pos2(from, row.top()), row.max));
    (rect, (clip.width() > 0.5).then_some(clip))
}

/// A statistical sign in its grey box: `.`, `…`, `/`, `x`.
pub fn sign_box(ui: &Ui, right_center: egui::Pos2, sign: &str) {
    let tokens = tokens(ui);
    let rect = snap(ui, Align2::RIGHT_CENTER.anchor_size(right_center, vec2(22.0, 18.0)));
    let round = CornerRadius::same(radius::BADGE);
    ui.painter().rect_filled(rect, round, color32(tokens.nodata));
    ui.painter().rect_stroke(rect, round, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
    paint::text(ui, rect.center(), Align2::CENTER_CENTER, sign, TypeStyle::SmallStrong, tokens.text2);
}

/// The mark of a borderline case.
pub const BORDERLINE: &str = icon::CIRCLE_HALF;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::testing;
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    const RATES: [(&str, &str); 3] = [("Nordmarkt", "19,4"), ("Marten", "13,6"), ("Hörde", "11,0")];

    fn describe(index: usize, row: &mut Row<'_>) {
        let (name, rate) = RATES.get(index).copied().unwrap_or(("Summe", "44,0"));
        row.name(name);
        row.text(rate);
    }

    fn columns() -> [Column<'static>; 2] {
        [Column::text("Gebiet").flex(120.0), Column::number("Arbeitslosenrate").unit("%").fixed(160.0).sortable(None)]
    }

    fn show(ui: &mut Ui, last: &mut TableResponse) {
        let columns = columns();
        let table = DataTable::new("raten", "Raten", &columns).rows(RATES.len()).selected(last.selected);
        let now = table.show(ui, describe);
        last.selected = now.selected.or(last.selected);
        last.activated = now.activated.or(last.activated);
        last.sort = now.sort.or(last.sort);
    }

    #[test]
    fn a_cell_is_heard_with_its_area_and_unit() {
        let mut harness = testing::harness(TableResponse::default(), show);
        harness.run();
        assert!(harness.query_by_label("Marten, Arbeitslosenrate: 13,6 Prozent").is_some());
    }

    #[test]
    fn a_click_selects_and_keys_move_on_and_open() {
        let mut harness = testing::harness(TableResponse::default(), show);
        harness.run();
        harness.get_by_label("Nordmarkt").click();
        harness.run();
        assert_eq!(harness.state().selected, Some(0));
        harness.key_press(Key::ArrowDown);
        harness.run();
        assert_eq!(harness.state().selected, Some(1));
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().activated, Some(1));
        harness.get_by_label("Arbeitslosenrate (%)").click();
        harness.run();
        assert_eq!(harness.state().sort, Some(1));
    }

    #[test]
    fn a_table_is_sorted_by_keyboard_from_above_its_first_row() {
        let mut harness = testing::harness(TableResponse::default(), show);
        harness.run();
        harness.get_by_label("Nordmarkt").click();
        harness.run();
        harness.key_press(Key::ArrowUp);
        harness.run();
        assert!(harness.query_by_label("Spalte Arbeitslosenrate (%), nicht sortiert; Enter sortiert").is_some());
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!((harness.state().sort, harness.state().activated), (Some(1), None));
        harness.key_press(Key::ArrowDown);
        harness.key_press(Key::ArrowDown);
        harness.run();
        assert_eq!(harness.state().selected, Some(1), "the second arrow moves on in the rows");
    }

    #[test]
    fn first_letters_lead_to_a_row() {
        let mut harness = testing::harness(TableResponse::default(), show);
        harness.run();
        harness.get_by_label("Nordmarkt").click();
        harness.run();
        harness.event(egui::Event::Text("h".to_owned()));
        harness.run();
        assert_eq!(harness.state().selected, Some(2));
    }

    #[test]
    fn negative_numbers_are_copied_for_spreadsheets() {
        let columns = columns();
        let table = DataTable::new("raten", "Raten", &columns).rows(1);
        let text = table.tab_separated(&mut |_, row| {
            row.name("= Marten");
            row.text("−13,6");
        });
        assert_eq!(text, "Gebiet\tArbeitslosenrate (%)\n'= Marten\t-13,6");
    }

    #[test]
    fn copying_gives_a_table_with_head_and_total() {
        let columns = columns();
        let table = DataTable::new("raten", "Raten", &columns).rows(RATES.len()).with_total();
        let text = table.tab_separated(&mut |index, row| describe(index, row));
        assert_eq!(text, "Gebiet\tArbeitslosenrate (%)\nNordmarkt\t19,4\nMarten\t13,6\nHörde\t11,0\nSumme\t44,0");
    }
}
