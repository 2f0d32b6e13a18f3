//! The table of the preview: raw cells with letters, roles and targets above; only visible cells are looked at.

use super::{View, recognised, rows};
use crate::domain::{CellRef, column_letters};
use crate::import::{CellKind, CellPart, CellView, Reading, Severity};
use crate::text::panel::daten as words;
use crate::text::{self};
use crate::theme::{Color, Tokens, TypeStyle, radius, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::choice::{menu_item, segment};
use crate::ui::widget::style::{color32, italic, line, rich, tokens};
use crate::ui::widget::{icon, paint, text as label};
use egui::{
    Align, Align2, CornerRadius, EventFilter, Key, Label, Layout, Popup, PopupAnchor, PopupKind, Rect, Response,
    ScrollArea, Sense, SetOpenCommand, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

const GUTTER: f32 = 52.0;
const LETTERS: f32 = 22.0;
const ROLES: f32 = 28.0;
const TARGETS: f32 = 36.0;
const HEAD: f32 = LETTERS + ROLES + TARGETS;
const ROW: f32 = 22.0;
const FOOT: f32 = 30.0;
/// Letters of a cell that are drawn at most.
const LONGEST: usize = 160;
const PADDING: f32 = 6.0;
/// Room of a blank before a text, and how many are shown.
const BLANK: f32 = 4.0;
const DEEPEST: usize = 20;
const MENU: f32 = 220.0;

/// What the cells show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Original,
    Read,
}

/// State of the table.
#[derive(Default)]
pub(super) struct Grid {
    shown: Shown,
    selected: Option<(u32, u16)>,
    /// The column that the right pane shows by itself.
    pub(super) column: Option<u16>,
    /// The menu of the selected row is to open, with the focus in it.
    menu: bool,
    jump: bool,
    /// Right edge of each column.
    edges: Vec<f32>,
    offset: egui::Vec2,
}

/// Where things stand in one frame.
struct Place {
    area: Rect,
    /// Offset of the body.
    x: f32,
    y: f64,
}

impl Grid {
    /// Selects a cell and brings it into view.
    pub(super) fn go_to(&mut self, cell: CellRef) {
        self.selected = Some((cell.row, cell.column));
        self.jump = true;
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>) {
        if self.edges.len() != usize::from(view.table.column_count()) {
            self.edges = column_edges(view);
        }
        self.title(ui, view);
        let whole = ui.available_rect_before_wrap();
        let area = Rect::from_min_max(whole.min, pos2(whole.right(), whole.bottom() - FOOT));
        let focus = self.focus(ui, area);
        self.keys(ui, &focus, view);
        let place = self.body(ui, view, area, &focus);
        self.gutter(ui, cx, view, &place);
        self.row_menu(ui, cx, view, &place, &focus);
        self.head(ui, cx, view, &place);
        if focus.has_focus() {
            ui.painter().rect_stroke(area, 0.0, line(stroke::FOCUS, cx.tokens.accent), StrokeKind::Inside);
        }
        let foot = Rect::from_min_max(pos2(whole.left(), area.bottom()), whole.max);
        self.foot(&mut ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot)), view);
    }

    fn title(&mut self, ui: &mut Ui, view: &View<'_>) {
        let size = vec2(ui.available_width(), 36.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add_space(12.0);
            label::h3(ui, words::PREVIEW_TABLE);
            let read = view.mapping.columns.iter().filter(|column| column.role != Default::default()).count();
            let facts = words::table_facts(view.table.row_count(), read, view.table.column_count());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(12.0);
                let choices = [(Shown::Original, words::ORIGINAL), (Shown::Read, words::AS_READ)];
                if let Some(shown) = segment(ui, self.shown, &choices) {
                    self.shown = shown;
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let line = Label::new(rich(&facts, TypeStyle::Small, tokens(ui).text2)).truncate();
                    ui.add(line).on_hover_text(&facts);
                });
            });
        });
    }

    fn focus(&self, ui: &mut Ui, area: Rect) -> Response {
        let focus = ui.interact(area, ui.scope_id().with("import-grid"), Sense::focusable_noninteractive());
        focus.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Grid, true, words::PREVIEW_TABLE));
        if focus.has_focus() {
            let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, arrows));
        }
        focus
    }

    /// Arrow keys move the selected cell.
    fn keys(&mut self, ui: &Ui, focus: &Response, view: &View<'_>) {
        let (rows, columns) = (view.table.row_count(), view.table.column_count());
        if !focus.has_focus() || rows == 0 || columns == 0 {
            return;
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let shifted = ui.input(|input| input.modifiers.shift && input.key_pressed(Key::F10));
        // Strg+Enter imports; only the plain key opens the menu.
        let enter = ui.input(|input| input.modifiers.is_none() && input.key_pressed(Key::Enter));
        if self.selected.is_some() && (enter || pressed(Key::Menu) || shifted) {
            self.menu = true;
            return;
        }
        let (row, column) = self.selected.unwrap_or((view.mapping.data_rows.first, 0));
        let target = if pressed(Key::ArrowDown) {
            (row + 1, column)
        } else if pressed(Key::ArrowUp) {
            (row.saturating_sub(1), column)
        } else if pressed(Key::ArrowRight) {
            (row, column + 1)
        } else if pressed(Key::ArrowLeft) {
            (row, column.saturating_sub(1))
        } else if pressed(Key::PageDown) {
            (row + 20, column)
        } else if pressed(Key::PageUp) {
            (row.saturating_sub(20), column)
        } else if pressed(Key::Home) {
            (row, 0)
        } else if pressed(Key::End) {
            (row, columns - 1)
        } else {
            return;
        };
        self.selected = Some((target.0.min(rows - 1), target.1.min(columns - 1)));
        self.jump = true;
    }

    #[expect(clippy::cast_precision_loss, reason = "positions are relative to the visible part")]
    fn body(&mut self, ui: &mut Ui, view: &View<'_>, area: Rect, focus: &Response) -> Place {
        let rect = Rect::from_min_max(pos2(area.left() + GUTTER, area.top() + HEAD), area.max);
        let mut body = ui.new_child(UiBuilder::new().id_salt("import-body").max_rect(rect));
        body.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let content = vec2(self.edges.last().copied().unwrap_or(0.0), view.table.row_count() as f32 * ROW);
        let jump = std::mem::take(&mut self.jump).then_some(self.selected).flatten();
        let mut scroll = ScrollArea::both().id_salt("import-cells").auto_shrink(false).animated(false);
        if let Some((row, column)) = jump {
            let (left, right) = self.span(column);
            let egui::Vec2 { x, y } = self.offset;
            let top = row as f32 * ROW;
            if left < x || right > x + rect.width() - 12.0 {
                scroll = scroll.horizontal_scroll_offset((left - rect.width() * 0.3).max(0.0));
            }
            if top < y || top + ROW > y + rect.height() - 12.0 {
                scroll = scroll.vertical_scroll_offset((top - rect.height() * 0.4).max(0.0));
            }
        }
        let output = scroll.show_viewport(&mut body, |ui, viewport| {
            ui.allocate_exact_size(content.max(viewport.size()), Sense::hover());
            let place = Place { area, x: viewport.min.x, y: f64::from(viewport.min.y) };
            self.cells(ui, view, &place, viewport.size(), focus);
        });
        let offset = output.state.clamped_offset();
        self.offset = offset;
        let area = Rect::from_min_max(area.min, pos2(area.right(), output.inner_rect.bottom()));
        Place { area, x: offset.x, y: f64::from(offset.y) }
    }

    fn span(&self, column: u16) -> (f32, f32) {
        let at = usize::from(column);
        let left = at.checked_sub(1).and_then(|before| self.edges.get(before)).copied().unwrap_or(0.0);
        (left, self.edges.get(at).copied().unwrap_or(left))
    }

    /// First and one past the last visible column.
    fn columns_between(&self, left: f32, right: f32) -> std::ops::Range<u16> {
        let first = self.edges.partition_point(|edge| *edge <= left);
        let last = self.edges.partition_point(|edge| *edge < right) + 1;
        let cap = |at: usize| u16::try_from(at.min(self.edges.len())).unwrap_or(u16::MAX);
        cap(first)..cap(last)
    }

    fn cells(&mut self, ui: &mut Ui, view: &View<'_>, place: &Place, size: egui::Vec2, focus: &Response) {
        let columns = self.columns_between(place.x, place.x + size.x);
        for row in visible_rows(place, size.y, view.table.row_count()) {
            let top = row_top(place, row);
            let strip = Rect::from_min_size(pos2(place.area.left() + GUTTER, top), vec2(size.x, ROW));
            self.row_ground(ui, view, strip, row);
            if view.mapping.title_rows.contains(&row) || is_left_out(view, row) {
                self.left_out_row(ui, view, strip, row, place.x);
                continue;
            }
            for column in columns.clone() {
                let (left, right) = self.span(column);
                let origin = place.area.left() + GUTTER - place.x;
                let rect = Rect::from_min_max(pos2(origin + left, top), pos2(origin + right, top + ROW));
                self.cell(ui, view, rect, row, column, focus);
            }
        }
    }

    fn row_ground(&self, ui: &Ui, view: &View<'_>, strip: Rect, row: u32) {
        let tokens = tokens(ui);
        let strip = paint::snap(ui, strip);
        if view.mapping.header_rows.contains(&row) {
            ui.painter().rect_filled(strip, 0.0, color32(tokens.selected_soft));
        } else if view.mapping.title_rows.contains(&row) || is_left_out(view, row) {
            ui.painter().rect_filled(strip, 0.0, color32(tokens.sunken));
        }
        ui.painter().hline(strip.x_range(), strip.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
    }

    /// A title, footnote or skipped row: its words in italics across the columns, with a mark.
    fn left_out_row(&self, ui: &Ui, view: &View<'_>, strip: Rect, row: u32, offset: f32) {
        let tokens = tokens(ui);
        let texts: Vec<String> = (0..view.table.column_count().min(12))
            .map(|column| line_of(view, row, column))
            .filter(|text| !text.is_empty())
            .collect();
        if texts.is_empty() {
            return;
        }
        let painter = ui.painter().with_clip_rect(strip.intersect(ui.clip_rect()));
        let words = texts.join("  ");
        let shortened: String = words.chars().take(LONGEST).collect();
        let galley = painter.layout_no_wrap(shortened, italic(TypeStyle::Body.size()), color32(tokens.text2));
        let at = pos2(strip.left() + PADDING - offset, strip.center().y);
        let shown = paint::put(ui, &painter, at, Align2::LEFT_CENTER, galley);
        let mark = if view.mapping.title_rows.contains(&row) { words::TITLE_SKIPPED } else { words::ROW_SKIPPED };
        let mark = paint::galley(ui, mark, TypeStyle::Small, tokens.text2);
        let room =
            Rect::from_min_size(pos2(shown.right() + 8.0, strip.center().y - 9.0), vec2(mark.size().x + 12.0, 18.0));
        let room = paint::snap(ui, room);
        painter.rect_stroke(room, radius::BADGE, line(stroke::LINE, tokens.line_strong), StrokeKind::Inside);
        paint::put(ui, &painter, room.center(), Align2::CENTER_CENTER, mark);
    }

    fn cell(&mut self, ui: &mut Ui, view: &View<'_>, rect: Rect, row: u32, column: u16, focus: &Response) {
        let tokens = tokens(ui);
        let seen = view.draft.and_then(|draft| draft.cell(view.mapping.sheet, row, column));
        let look = Look::of(tokens, view, seen.as_ref(), row, column, self.shown);
        let rect = paint::snap(ui, rect);
        let cell = CellRef { sheet: view.mapping.sheet, row, column };
        let response = ui.interact(rect, ui.scope_id().with((row, column)), Sense::CLICK);
        response.widget_info(|| {
            let name = words::cell_name(&cell.to_string(), &look.text);
            WidgetInfo::labeled(egui::accesskit::Role::Cell, true, name)
        });
        if let Some(ground) = look.ground {
            ui.painter().rect_filled(rect.shrink(0.5), 0.0, color32(ground));
        }
        ui.painter().vline(rect.right() - 0.5, rect.y_range(), line(stroke::LINE, tokens.line_soft));
        if let Some(frame) = look.frame {
            ui.painter().rect_stroke(rect, 0.0, line(stroke::LINE, frame), StrokeKind::Inside);
        }
        let mut inner = rect.shrink2(vec2(PADDING, 0.0));
        if !look.right {
            // Rows further to the right stay so: often nothing else tells their level.
            let depth = view.table.indent(row, column).min(DEEPEST);
            #[expect(clippy::cast_precision_loss, reason = "at most twenty blanks")]
            let depth = depth as f32 * BLANK;
            inner.min.x = (inner.min.x + depth).min(inner.max.x);
        }
        let galley = paint::elided(ui, &look.text, look.style, look.color, inner.width());
        let at = if look.right { inner.right_center() } else { inner.left_center() };
        let anchor = if look.right { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let shown = paint::put(ui, &painter, at, anchor, galley);
        if look.struck {
            painter.hline(shown.x_range(), shown.center().y, line(stroke::LINE, look.color));
        }
        if self.selected == Some((row, column)) {
            ui.painter().rect_stroke(rect, 0.0, line(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
        }
        if response.clicked() || response.secondary_clicked() {
            self.selected = Some((row, column));
            self.menu = response.secondary_clicked();
            focus.request_focus();
        }
        if let Some(issue) = seen.and_then(|seen| seen.issue.map(|issue| issue.text())) {
            response.on_hover_text(issue);
        }
    }

    /// The menu of the selected row, opened by Enter, the menu key or the right mouse button.
    fn row_menu(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, place: &Place, focus: &Response) {
        let Some((row, column)) = self.selected else { return };
        let (left, _) = self.span(column);
        let at = pos2(place.area.left() + GUTTER + left - place.x, row_top(place, row) + ROW);
        let at = pos2(at.x.clamp(place.area.left(), place.area.right() - 40.0), at.y.min(place.area.bottom()));
        let id = focus.id.with("row-menu");
        let opening = std::mem::take(&mut self.menu);
        let was_open = Popup::is_id_open(ui.ctx(), id);
        let popup = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(at), ui.layer_id());
        let popup = popup.kind(PopupKind::Menu).width(MENU).open_memory(opening.then_some(SetOpenCommand::Bool(true)));
        popup.accessible_name(words::row_named(row, false)).show(|ui| {
            rows::menu(ui, cx, view, row, opening || !was_open);
            let letters = column_letters(column);
            if menu_item(ui, &words::edit_column(&letters), self.column == Some(column), None) {
                self.column = Some(column);
                ui.close();
            }
        });
        if was_open && !Popup::is_id_open(ui.ctx(), id) {
            focus.request_focus();
        }
    }

    /// Row numbers; they stay when the table scrolls sideways. A click says what the row is.
    fn gutter(&self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, place: &Place) {
        let tokens = tokens(ui);
        let area = place.area;
        let rect = Rect::from_min_max(pos2(area.left(), area.top() + HEAD), pos2(area.left() + GUTTER, area.bottom()));
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.rect_filled(rect, 0.0, color32(tokens.sunken));
        for row in visible_rows(place, rect.height(), view.table.row_count()) {
            let middle = row_top(place, row) + ROW / 2.0;
            let style =
                if self.selected.is_some_and(|(at, _)| at == row) { TypeStyle::SmallStrong } else { TypeStyle::Small };
            let hidden = view.is_hidden(row);
            let strip = Rect::from_min_max(
                pos2(rect.left(), (middle - ROW / 2.0).max(rect.top())),
                pos2(rect.right(), (middle + ROW / 2.0).min(rect.bottom())),
            );
            let response = ui.interact(strip, ui.scope_id().with(("row", row)), Sense::CLICK);
            let name = words::row_named(row, hidden);
            response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
            if response.hovered() {
                painter.rect_filled(strip, 0.0, color32(tokens.hover));
            }
            let ink = if hidden { tokens.warn } else { tokens.text2 };
            let number = paint::galley(ui, &text::count(row + 1), style, ink);
            paint::put(ui, &painter, pos2(rect.right() - PADDING, middle), Align2::RIGHT_CENTER, number);
            if hidden {
                paint::icon(ui, pos2(rect.left() + 10.0, middle), icon::EYE_SLASH, 12.0, tokens.warn);
            }
            Popup::menu(&response)
                .width(MENU)
                .accessible_name(name.as_str())
                .show(|ui| rows::menu(ui, cx, view, row, false));
            response.on_hover_text(if hidden { name.as_str() } else { words::ROW_MENU });
        }
        painter.vline(rect.right() - 0.5, rect.y_range(), line(stroke::LINE, tokens.line));
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, place: &Place) {
        let tokens = cx.tokens;
        let area = place.area;
        let rect = Rect::from_min_size(area.min, vec2(area.width(), HEAD));
        ui.painter().rect_filled(rect, 0.0, color32(tokens.sunken));
        for bottom in [LETTERS, LETTERS + ROLES, HEAD] {
            let y = rect.top() + bottom - 0.5;
            ui.painter().hline(rect.x_range(), y, line(stroke::LINE, tokens.line));
        }
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, tokens.line));
        let corner = pos2(rect.left() + 8.0, rect.top() + LETTERS + ROLES / 2.0);
        paint::text(ui, corner, Align2::LEFT_CENTER, words::ROLE_ROW, TypeStyle::Small, tokens.text2);
        let corner = pos2(rect.left() + 8.0, rect.top() + LETTERS + ROLES + TARGETS / 2.0);
        paint::text(ui, corner, Align2::LEFT_CENTER, words::TARGET_ROW, TypeStyle::Small, tokens.text2);
        ui.painter().vline(rect.left() + GUTTER - 0.5, rect.y_range(), line(stroke::LINE, tokens.line));
        let clip = Rect::from_min_max(pos2(rect.left() + GUTTER, rect.top()), rect.max);
        for column in self.columns_between(place.x, place.x + clip.width()) {
            let (left, right) = self.span(column);
            let origin = clip.left() - place.x;
            let cell = Rect::from_min_max(pos2(origin + left, rect.top()), pos2(origin + right, rect.bottom()));
            let mut child = ui.new_child(UiBuilder::new().id_salt(("import-head", column)).max_rect(cell));
            child.set_clip_rect(clip.intersect(ui.clip_rect()));
            if head_cell(&mut child, cx, view, cell, column, self.column == Some(column)) {
                self.column = if self.column == Some(column) { None } else { Some(column) };
            }
        }
    }

    fn foot(&self, ui: &mut Ui, view: &View<'_>) {
        let tokens = tokens(ui);
        let rect = ui.max_rect();
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, tokens.line));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add_space(12.0);
            if let Some((row, column)) = self.selected {
                let cell = CellRef { sheet: view.mapping.sheet, row, column };
                let shown = words::selected_cell(&cell.to_string(), &view.table.displayed(row, column));
                let seen = view.draft.and_then(|draft| draft.cell(view.mapping.sheet, row, column));
                let read = seen.and_then(|seen| super::reading_words(view, &seen, column));
                label::small(ui, &words::with_reading(&shown, read.as_deref()));
                return;
            }
            swatch(ui, "1,0", tokens.info, None, Some(tokens.line_strong));
            label::small(ui, words::NUMBER);
            swatch(ui, "Abc", tokens.text, None, Some(tokens.line_strong));
            label::small(ui, words::TEXT);
            swatch(ui, ".", tokens.text2, Some(tokens.nodata), None);
            label::small(ui, words::SIGN);
            swatch(ui, "", tokens.text, Some(tokens.warn_bg), Some(tokens.warn));
            label::small(ui, words::TO_CHECK);
            swatch(ui, "", tokens.text, Some(tokens.err_bg), Some(tokens.err));
            label::small(ui, words::OPEN);
            let refused = swatch(ui, "", tokens.text, None, Some(tokens.err));
            let middle = refused.shrink2(vec2(5.0, 0.0));
            ui.painter().hline(middle.x_range(), middle.center().y, line(stroke::LINE, tokens.err));
            label::small(ui, words::NOT_TAKEN);
        });
    }
}

fn swatch(ui: &mut Ui, words: &str, ink: Color, ground: Option<Color>, frame: Option<Color>) -> Rect {
    let (rect, _) = ui.allocate_exact_size(vec2(26.0, 16.0), Sense::hover());
    let rect = paint::snap(ui, rect);
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::BAR), color32(ground));
    }
    if let Some(frame) = frame {
        ui.painter().rect_stroke(rect, radius::BAR, line(stroke::LINE, frame), StrokeKind::Inside);
    }
    paint::text(ui, rect.center(), Align2::CENTER_CENTER, words, TypeStyle::Tiny, ink);
    rect
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a table, never negative")]
fn visible_rows(place: &Place, height: f32, rows: u32) -> std::ops::Range<u32> {
    let first = (place.y / f64::from(ROW)).floor().max(0.0) as u32;
    let last = ((place.y + f64::from(height)) / f64::from(ROW)).ceil().max(0.0) as u32;
    first.min(rows)..last.min(rows)
}

/// Where a row begins on the screen; exact even far down, where the offset itself has lost its digits.
#[expect(clippy::cast_possible_truncation, reason = "a place in the window")]
fn row_top(place: &Place, row: u32) -> f32 {
    place.area.top() + HEAD + (f64::from(row) * f64::from(ROW) - place.y) as f32
}

/// Whether a row is not read: skipped, below or above the table.
fn is_left_out(view: &View<'_>, row: u32) -> bool {
    let mapping = view.mapping;
    !mapping.header_rows.contains(&row) && (!mapping.data_rows.contains(row) || mapping.skipped_rows.contains(&row))
}

/// Letter, type and target of a column; says whether the planner wants to see the column by itself.
fn head_cell(ui: &mut Ui, cx: &mut PanelCx, view: &View<'_>, rect: Rect, column: u16, open: bool) -> bool {
    let tokens = cx.tokens;
    let letters = column_letters(column);
    let middle = pos2(rect.center().x, rect.top() + LETTERS / 2.0);
    let top = Rect::from_min_size(rect.min, vec2(rect.width(), LETTERS));
    let edit = ui.interact(top.intersect(ui.clip_rect()), ui.scope_id().with(("letters", column)), Sense::click());
    edit.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::Button, true, open, words::edit_column(&letters)));
    if open || edit.hovered() {
        let ground = if open { tokens.selected } else { tokens.hover };
        ui.painter().rect_filled(top, 0.0, color32(ground));
    }
    paint::focus_ring(ui, &edit, top.shrink(1.0));
    paint::text(ui, middle, Align2::CENTER_CENTER, &letters, TypeStyle::Small, tokens.text2);
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), line(stroke::LINE, tokens.line));
    let role =
        Rect::from_min_size(pos2(rect.left() + 3.0, rect.top() + LETTERS + 2.0), vec2(rect.width() - 6.0, ROLES - 4.0));
    let mut child = ui.new_child(UiBuilder::new().id_salt(("role", column)).max_rect(role));
    recognised::role_combo(&mut child, cx, view, column, role.width());
    let (target, note) = recognised::target(view, column);
    let inner = Rect::from_min_size(
        pos2(rect.left() + PADDING, rect.top() + LETTERS + ROLES),
        vec2(rect.width() - 2.0 * PADDING, TARGETS),
    );
    let first = paint::elided(ui, &target, TypeStyle::SmallStrong, tokens.text, inner.width());
    let y = if note.is_empty() { inner.center().y } else { inner.top() + 11.0 };
    paint::put(ui, ui.painter(), pos2(inner.left(), y), Align2::LEFT_CENTER, first);
    let second = paint::elided(ui, &note, TypeStyle::Tiny, tokens.text2, inner.width());
    paint::put(ui, ui.painter(), pos2(inner.left(), inner.top() + 26.0), Align2::LEFT_CENTER, second);
    let target_area = ui.interact(inner, ui.scope_id().with(("target", column)), Sense::CLICK);
    let chosen = edit.clicked() || target_area.clicked();
    if !target.is_empty() {
        target_area.on_hover_text(words::column_hint(&letters, view.heading(column), &target, &note));
    }
    chosen
}

/// The text of a cell on one line, no longer than any column is wide: a cell may hold a megabyte.
fn line_of(view: &View<'_>, row: u32, column: u16) -> String {
    let shown = view.table.displayed(row, column);
    shown.chars().take(LONGEST).map(|letter| if letter == '\n' { ' ' } else { letter }).collect()
}

/// How a cell is painted.
struct Look {
    text: String,
    style: TypeStyle,
    color: Color,
    right: bool,
    ground: Option<Color>,
    frame: Option<Color>,
    /// Crossed out: not taken over.
    struck: bool,
}

impl Look {
    /// A cell that waits for an answer.
    fn open(self, tokens: &Tokens) -> Look {
        Look { ground: Some(tokens.err_bg), frame: Some(tokens.err), color: tokens.err, ..self }
    }

    /// A cell that is not taken over.
    fn refused(self, tokens: &Tokens) -> Look {
        Look { ground: None, frame: Some(tokens.err), color: tokens.err, struck: true, ..self }
    }

    fn of(tokens: &Tokens, view: &View<'_>, seen: Option<&CellView<'_>>, row: u32, column: u16, shown: Shown) -> Look {
        let text = line_of(view, row, column);
        let (color, style) = (tokens.text, TypeStyle::Body);
        let plain = Look { text, style, color, right: false, ground: None, frame: None, struck: false };
        let number = view.table.cell(row, column).kind == CellKind::Number;
        let Some(seen) = seen else {
            return Look { right: number, ..plain };
        };
        let look = match seen.part {
            CellPart::Title | CellPart::Outside => Look { color: tokens.text2, right: number, ..plain },
            CellPart::Header => Look { style: TypeStyle::BodyStrong, ..plain },
            CellPart::Ignored => Look { color: tokens.text3, right: number, ..plain },
            CellPart::Area | CellPart::Label => plain,
            CellPart::Value(_) => value_look(tokens, view, plain, seen, column, shown),
        };
        let marked = seen.issue.map(|issue| issue.severity);
        match marked {
            Some(Severity::Open) => look.open(tokens),
            Some(Severity::Error) => look.refused(tokens),
            Some(Severity::Check) => Look { ground: Some(tokens.warn_bg), frame: Some(tokens.warn), ..look },
            Some(Severity::Info) | None => look,
        }
    }
}

fn value_look(tokens: &Tokens, view: &View<'_>, plain: Look, seen: &CellView<'_>, column: u16, shown: Shown) -> Look {
    let look = Look { right: true, ..plain };
    match &seen.reading {
        Some(Reading::Value { value, status, .. }) => {
            let sign = *status == crate::domain::Status::Nil;
            let text = match shown {
                Shown::Original => look.text,
                Shown::Read => words::read_as_written(*value, *status, super::decimals_written(view, seen, column)),
            };
            let ground = sign.then_some(tokens.nodata);
            Look { text, color: if sign { tokens.text2 } else { tokens.info }, ground, ..look }
        }
        Some(Reading::NoValue(status)) => {
            let text = match shown {
                Shown::Original => look.text,
                Shown::Read => text::status_label(*status).to_owned(),
            };
            let ground = (!seen.raw.is_empty()).then_some(tokens.nodata);
            Look { text, color: tokens.text2, ground, ..look }
        }
        Some(Reading::Refused(kind)) if kind.waits() => look.open(tokens),
        Some(Reading::Refused(_)) => look.refused(tokens),
        None => look,
    }
}

/// Right edges of all columns, from headings and the first rows.
fn column_edges(view: &View<'_>) -> Vec<f32> {
    let first = view.mapping.data_rows.first;
    let rows: Vec<u32> = view.mapping.header_rows.iter().copied().chain(first..first.saturating_add(40)).collect();
    let mut right = 0.0;
    (0..view.table.column_count())
        .map(|column| {
            let heading = |row: u32| if view.mapping.header_rows.contains(&row) { 18 } else { 60 };
            let longest = rows.iter().map(|&row| view.table.text(row, column).chars().take(heading(row)).count());
            #[expect(clippy::cast_precision_loss, reason = "at most sixty")]
            let width = longest.max().unwrap_or(0) as f32 * 7.2 + 2.0 * PADDING;
            right += width.clamp(108.0, 200.0);
            right
        })
        .collect()
}
