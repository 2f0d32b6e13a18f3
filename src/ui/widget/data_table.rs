//! The table of the program: sticky head and first columns, only visible rows are built, group rows, a total,
//! row selection by mouse and keyboard, copying as tab-separated text, names for screen readers.
//!
//! One closure describes a row; the same closure serves painting, accessible names and copying.

use super::badge::{Tone, badge_size, paint_badge};
use super::icon;
use super::paint::{self, snap};
use super::style::{color32, line, tokens};
use crate::text::panel::widget as words;
use crate::theme::{Color, TypeStyle, radius, row, space, stroke};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Event, EventFilter, Id, Key, Rect, Response, ScrollArea, Sense, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

const PADDING: f32 = space::M;
/// Height of a line of a head with two.
const HEAD_LINE: f32 = 15.0;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Width {
    Fixed(f32),
    Flex(f32),
}

/// Where the words of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Align {
    Left,
    Center,
    Right,
}

/// Order of a sorted column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Smallest first.
    Ascending,
    /// Greatest first.
    Descending,
}

/// Paints the head of a column, e.g. an axis.
type HeadPaint<'a> = Box<dyn Fn(&Ui, Rect) + 'a>;

/// A column of a table.
pub struct Column<'a> {
    title: String,
    unit: String,
    width: Width,
    align: Align,
    sortable: bool,
    sort: Option<Sort>,
    head: Option<HeadPaint<'a>>,
}

impl<'a> Column<'a> {
    /// A column of words, left.
    pub fn text(title: impl Into<String>) -> Self {
        Self::new(title, Align::Left)
    }

    /// A column of numbers, right.
    pub fn number(title: impl Into<String>) -> Self {
        Self::new(title, Align::Right)
    }

    /// A column of dates or marks, centred.
    pub fn center(title: impl Into<String>) -> Self {
        Self::new(title, Align::Center)
    }

    fn new(title: impl Into<String>, align: Align) -> Self {
        Self {
            title: title.into(),
            unit: String::new(),
            width: Width::Flex(80.0),
            align,
            sortable: false,
            sort: None,
            head: None,
        }
    }

    /// The unit behind the title: `%`, `€`. Screen readers hear it after each number.
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }

    /// Exactly this wide.
    pub fn fixed(mut self, width: f32) -> Self {
        self.width = Width::Fixed(width);
        self
    }

    /// At least this wide; columns like this share what is left over.
    pub fn flex(mut self, minimum: f32) -> Self {
        self.width = Width::Flex(minimum);
        self
    }

    /// The head can be clicked; `sort` is the present order of this column, if it is the sorted one.
    pub fn sortable(mut self, sort: Option<Sort>) -> Self {
        self.sortable = true;
        self.sort = sort;
        self
    }

    /// Paints more into the head, below the title's place: an axis, quarters.
    pub fn head(mut self, paint: impl Fn(&Ui, Rect) + 'a) -> Self {
        self.head = Some(Box::new(paint));
        self
    }

    fn head_text(&self) -> String {
        crate::text::name_with_unit(&self.title, &self.unit)
    }
}

/// A heading between rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The row that it stands before.
    pub before: usize,
    /// Its words, emphasised.
    pub title: String,
    /// Quiet words after the title.
    pub note: String,
    /// Quiet words at the right edge.
    pub right: String,
    /// The Handlungsfeld whose tile stands before the title.
    pub field: Option<crate::domain::Handlungsfeld>,
}

/// What was done to a table.
#[derive(Debug, Default)]
pub struct TableResponse {
    /// The row that was clicked or reached by keyboard: the new selection.
    pub selected: Option<usize>,
    /// The row that was double-clicked or confirmed with Enter.
    pub activated: Option<usize>,
    /// The row under the pointer.
    pub hovered: Option<usize>,
    /// The column whose head was clicked.
    pub sort: Option<usize>,
    /// The column that the cursor was moved to with ←/→, in a table with a [cursor](DataTable::cursor).
    pub column: Option<usize>,
    /// The row that joins or leaves a selected set: clicked with Strg or Umschalt, or by Leertaste.
    pub toggled: Option<usize>,
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

    /// The whole table as tab-separated text, for „Als Tabelle kopieren".
    pub fn tab_separated(&self, describe: &mut dyn FnMut(usize, &mut Row<'_>)) -> String {
        let head: Vec<String> = self.columns.iter().map(Column::head_text).collect();
        let mut text = head.join("\t");
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
        row.cells.join("\t")
    }

    /// What is heard of the cell under the cursor.
    fn cell_name(&self, column: usize, row: usize, describe: &mut dyn FnMut(usize, &mut Row<'_>)) -> Option<String> {
        let mut cells = Row::collecting(true);
        describe(row, &mut cells);
        let (name, text) = (cells.cells.get(self.name_column)?, cells.cells.get(column)?);
        let head = self.columns.get(column)?;
        Some(if column == self.name_column {
            name.clone()
        } else {
            words::cell_name(name, &head.title, text, &head.unit)
        })
    }

    /// The whole table is one stop of the Tab key.
    fn focus(&self, ui: &mut Ui, area: Rect, describe: &mut dyn FnMut(usize, &mut Row<'_>)) -> Response {
        let focus = ui.interact(area, self.id.with("focus"), Sense::focusable_noninteractive());
        let cell = self.cursor.zip(self.selected).filter(|_| focus.has_focus());
        let label = &cell.and_then(|(column, row)| self.cell_name(column, row, describe)).unwrap_or(self.name.clone());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, label));
        if focus.has_focus() {
            let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, arrows));
        }
        focus
    }

    /// Reads keys; returns the row that has to come into view.
    fn keyboard(
        &self,
        ui: &Ui,
        focus: &Response,
        response: &mut TableResponse,
        describe: &mut dyn FnMut(usize, &mut Row<'_>),
    ) -> Option<usize> {
        if !focus.has_focus() || self.rows == 0 {
            return None;
        }
        let last = self.rows - 1;
        let at = self.selected;
        let page = 10;
        let step = |key: Key| match key {
            Key::ArrowDown => Some(at.map_or(0, |row| (row + 1).min(last))),
            Key::ArrowUp => Some(at.map_or(last, |row| row.saturating_sub(1))),
            Key::PageDown => Some(at.map_or(0, |row| (row + page).min(last))),
            Key::PageUp => Some(at.map_or(0, |row| row.saturating_sub(page))),
            Key::Home => Some(0),
            Key::End => Some(last),
            _ => None,
        };
        let (pressed, copied, with_head) = ui.input(|input| {
            let pressed: Vec<Key> = input
                .events
                .iter()
                .filter_map(|event| match event {
                    Event::Key { key, pressed: true, .. } => Some(*key),
                    _ => None,
                })
                .collect();
            let copied = input.events.iter().any(|event| matches!(event, Event::Copy));
            (pressed, copied, input.modifiers.shift)
        });
        if copied {
            let text = match at {
                Some(row) if !with_head => self.row_text(row, describe),
                _ => self.tab_separated(describe),
            };
            ui.ctx().copy_text(text);
        }
        if pressed.contains(&Key::Enter) {
            response.activated = at;
        }
        if pressed.contains(&Key::Space) {
            response.toggled = at;
        }
        if let Some(column) = self.cursor {
            let last = self.columns.len().saturating_sub(1);
            response.column = pressed.iter().find_map(|key| match key {
                Key::ArrowRight => Some((column + 1).min(last)),
                Key::ArrowLeft => Some(column.saturating_sub(1)),
                _ => None,
            });
        }
        let target = pressed.into_iter().find_map(step)?;
        response.selected = Some(target);
        Some(target)
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
            if let Some((left, right)) = response.column.and_then(|column| places.get(column)) {
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
            let spoken = words::cell_name(name, &head.title, text, &head.unit);
            cell.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &spoken));
        }
    }

    fn head(&self, ui: &mut Ui, area: Rect, places: &[(f32, f32)], offset: f32, response: &mut TableResponse) {
        let tokens = tokens(ui);
        let head = snap(ui, Rect::from_min_size(area.min, vec2(area.width(), self.head_height)));
        ui.painter().rect_filled(head, 0.0, color32(tokens.sunken));
        let rule = Rect::from_min_max(pos2(head.left(), head.bottom() - 1.0), head.max);
        ui.painter().rect_filled(rule, 0.0, color32(tokens.frame));
        for (at, column) in self.columns.iter().enumerate() {
            let (rect, clip) = cell_place(head, places, at, self.sticky, head.left() - offset);
            let Some(clip) = clip else { continue };
            let mut cell = ui.new_child(UiBuilder::new().id_salt(("head", at)).max_rect(rect));
            cell.set_clip_rect(clip.intersect(ui.clip_rect()));
            self.head_cell(&mut cell, rect, at, column, response);
        }
    }

    /// A title that is too long for one line stands on two where the head is high enough, broken between words.
    fn head_lines<'t>(&self, ui: &Ui, title: &'t str, column: &Column<'_>, room: f32) -> (Option<&'t str>, &'t str) {
        let color = tokens(ui).text2;
        let width = |words: &str| paint::galley(ui, words, TypeStyle::SmallStrong, color).size().x;
        if column.head.is_some() || self.head_height < 2.0 * HEAD_LINE || width(title) <= room {
            return (None, title);
        }
        let breaks = title.match_indices(' ').map(|(at, _)| (&title[..at], &title[at + 1..]));
        let fitting = breaks.rev().find(|(upper, _)| width(upper) <= room);
        fitting.map_or((None, title), |(upper, lower)| (Some(upper), lower))
    }

    fn head_cell(&self, ui: &mut Ui, rect: Rect, at: usize, column: &Column<'_>, response: &mut TableResponse) {
        let tokens = tokens(ui);
        let sense = if column.sortable { Sense::CLICK } else { Sense::hover() };
        let mouse = ui.interact(rect.intersect(ui.clip_rect()), self.id.with(("head", at)), sense);
        let title = column.head_text();
        mouse.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &title));
        if mouse.clicked() {
            response.sort = Some(at);
        }
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        if let Some(head) = &column.head {
            head(ui, inner);
        }
        let color = if column.sortable && mouse.hovered() { tokens.accent } else { tokens.text2 };
        let mark = if column.sort.is_some() { 14.0 } else { 0.0 };
        let room = inner.width() - mark;
        let (upper, lower) = self.head_lines(ui, &title, column, room);
        let upper = upper.map(|words| paint::galley(ui, words, TypeStyle::SmallStrong, color));
        let galley = paint::elided(ui, lower, TypeStyle::SmallStrong, color, room);
        if galley.elided {
            mouse.on_hover_text(&title);
        }
        let inner = if column.head.is_some() {
            Rect::from_min_size(pos2(inner.left(), inner.top() + 1.0), vec2(inner.width(), 18.0))
        } else {
            inner.translate(vec2(0.0, if upper.is_some() { HEAD_LINE / 2.0 } else { 0.0 }))
        };
        if let Some(upper) = upper {
            let line = inner.translate(vec2(0.0, -HEAD_LINE));
            match column.align {
                Align::Left => paint::put(ui, ui.painter(), line.left_center(), Align2::LEFT_CENTER, upper),
                Align::Center => paint::put(ui, ui.painter(), line.center(), Align2::CENTER_CENTER, upper),
                Align::Right => {
                    paint::put(ui, ui.painter(), line.right_center() - vec2(mark, 0.0), Align2::RIGHT_CENTER, upper)
                }
            };
        }
        let place = match column.align {
            Align::Left => paint::put(ui, ui.painter(), inner.left_center(), Align2::LEFT_CENTER, galley),
            Align::Center => paint::put(ui, ui.painter(), inner.center(), Align2::CENTER_CENTER, galley),
            Align::Right => {
                paint::put(ui, ui.painter(), inner.right_center() - vec2(mark, 0.0), Align2::RIGHT_CENTER, galley)
            }
        };
        if let Some(sort) = column.sort {
            let center = pos2(place.right() + 8.0, place.center().y);
            paint::triangle(ui.painter(), center, sort == Sort::Ascending, tokens.text2);
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

/// One row while it is described: call one method per column, in order.
pub struct Row<'a> {
    painting: Option<Painting<'a>>,
    cells: Vec<String>,
    rects: Vec<Rect>,
    selected: bool,
}

struct Painting<'a> {
    ui: &'a mut Ui,
    table: &'a DataTable<'a>,
    places: &'a [(f32, f32)],
    place: Rect,
    content_left: f32,
    /// Ground of the row where it is not the surface.
    fill: Option<Color>,
}

impl<'a> Row<'a> {
    fn collecting(selected: bool) -> Self {
        Self { painting: None, cells: Vec::new(), rects: Vec::new(), selected }
    }

    fn painting(
        ui: &'a mut Ui,
        table: &'a DataTable<'a>,
        places: &'a [(f32, f32)],
        place: Rect,
        content_left: f32,
        selected: bool,
        fill: Option<Color>,
    ) -> Self {
        let painting = Painting { ui, table, places, place, content_left, fill };
        Self { painting: Some(painting), cells: Vec::new(), rects: Vec::new(), selected }
    }

    /// Whether this is the selected row.
    pub fn is_selected(&self) -> bool {
        self.selected
    }

    /// Ordinary words or a number.
    pub fn text(&mut self, words: &str) {
        self.styled(words, TypeStyle::Body, |tokens| tokens.text);
    }

    /// Emphasised words or a number, e.g. a total.
    pub fn strong(&mut self, words: &str) {
        self.styled(words, TypeStyle::BodyStrong, |tokens| tokens.text);
    }

    /// Quiet words or a number.
    pub fn quiet(&mut self, words: &str) {
        self.styled(words, TypeStyle::Body, |tokens| tokens.text2);
    }

    /// Small quiet words: a responsible office, a source.
    pub fn small(&mut self, words: &str) {
        self.styled(words, TypeStyle::Small, |tokens| tokens.text2);
    }

    /// Words that are a name: emphasised where the row is selected.
    pub fn name(&mut self, words: &str) {
        let style = if self.selected { TypeStyle::BodyStrong } else { TypeStyle::Body };
        self.styled(words, style, |tokens| tokens.text);
    }

    /// A statistical sign in its grey box; an empty sign leaves the cell empty.
    pub fn sign(&mut self, sign: &str) {
        self.paint(sign, |ui, rect| {
            if !sign.is_empty() {
                sign_box(ui, rect.right_center(), sign);
            }
        });
    }

    /// A state.
    pub fn badge(&mut self, tone: Tone, icon: &str, word: &str) {
        self.paint(word, |ui, rect| paint_badge(ui, rect.left_center(), tone, icon, word));
    }

    /// A name with a badge behind it: `Bövinghausen/Westrich [beobachtet]`.
    pub fn name_with_badge(&mut self, words: &str, tone: Tone, icon: &str, word: &str) {
        let style = if self.selected { TypeStyle::BodyStrong } else { TypeStyle::Body };
        self.paint(words, |ui, rect| {
            let badge = badge_size(ui, icon, word).x;
            let galley = paint::elided(ui, words, style, tokens(ui).text, rect.width() - badge - space::S);
            let place = paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
            paint_badge(ui, pos2(place.right() + space::S, rect.center().y), tone, icon, word);
        });
    }

    /// Nothing.
    pub fn empty(&mut self) {
        self.paint("", |_, _| {});
    }

    /// Anything painted; `words` is what copying and screen readers get.
    pub fn paint(&mut self, words: &str, paint: impl FnOnce(&Ui, Rect)) {
        self.widget(words, |ui, rect| paint(ui, rect));
    }

    /// Anything that can be touched, e.g. a button in a cell; `words` is what copying and screen readers get.
    pub fn widget(&mut self, words: &str, show: impl FnOnce(&mut Ui, Rect)) {
        let column = self.cells.len();
        self.cells.push(words.to_owned());
        let Some(painting) = &mut self.painting else { return };
        if column >= painting.places.len() {
            return;
        }
        let (rect, clip) =
            cell_place(painting.place, painting.places, column, painting.table.sticky, painting.content_left);
        self.rects.push(clip.unwrap_or(Rect::NOTHING));
        let Some(clip) = clip else { return };
        if column < painting.table.sticky && painting.content_left < painting.place.left() {
            let ground = painting.fill.unwrap_or(tokens(painting.ui).surface);
            painting.ui.painter().rect_filled(clip.with_max_y(clip.bottom() - 1.0), 0.0, color32(ground));
        }
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        let mut cell = painting.ui.new_child(UiBuilder::new().id_salt(("cell", column)).max_rect(inner));
        cell.set_clip_rect(clip.intersect(painting.ui.clip_rect()));
        show(&mut cell, inner);
    }

    fn styled(&mut self, words: &str, style: TypeStyle, color: impl FnOnce(&crate::theme::Tokens) -> Color) {
        let align = self
            .painting
            .as_ref()
            .and_then(|painting| painting.table.columns.get(self.cells.len()))
            .map_or(Align::Left, |column| column.align);
        let two_lines = self.painting.as_ref().is_some_and(|painting| painting.table.two_lines);
        self.paint(words, |ui, rect| {
            let color = color(tokens(ui));
            let galley = if two_lines {
                paint::on_two_lines(ui, words, style, color, rect.width())
            } else {
                paint::elided(ui, words, style, color, rect.width())
            };
            let (at, anchor) = match align {
                Align::Left => (rect.left_center(), Align2::LEFT_CENTER),
                Align::Center => (rect.center(), Align2::CENTER_CENTER),
                Align::Right => (rect.right_center(), Align2::RIGHT_CENTER),
            };
            if galley.elided {
                ui.interact(rect, ui.unique_id().with("elided"), Sense::hover()).on_hover_text(words);
            }
            paint::put(ui, ui.painter(), at, anchor, galley);
        });
    }
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
    fn copying_gives_a_table_with_head_and_total() {
        let columns = columns();
        let table = DataTable::new("raten", "Raten", &columns).rows(RATES.len()).with_total();
        let text = table.tab_separated(&mut |index, row| describe(index, row));
        assert_eq!(text, "Gebiet\tArbeitslosenrate (%)\nNordmarkt\t19,4\nMarten\t13,6\nHörde\t11,0\nSumme\t44,0");
    }
}
