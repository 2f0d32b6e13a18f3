//! The matrix: needs or groups of people down, services across. One stop of the Tab key; arrows move through the cells,
//! Leertaste goes through the degrees, Entf goes back to the proposal, Enter opens the service.

use crate::domain::{Angebot, Bezug, Deckungsgrad, FundingTerm, MassnahmeId};
use crate::programme::{Coverage, CoverageCell, CoverageRow, CoverageState};
use crate::text;
use crate::text::panel::vor_ort::angebote as words;
use crate::theme::{Color, TypeStyle, row, space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::badge::{Tone, field_tile, paint_badge};
use crate::ui::widget::choice::menu_item;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, EventFilter, Id, Key, Popup, Rect, Response, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

const HEAD: f32 = 38.0;
const FOOT_ROW: f32 = 23.0;
const FOOT_ROWS: f32 = 3.0;
const TILE: f32 = 34.0;
const STRENGTH: f32 = 96.0;
/// Room that names of needs take before the columns of services grow.
const NAME: f32 = 212.0;
const STATE: f32 = 130.0;
const MEASURES: f32 = 62.0;
const NARROWEST: f32 = 58.0;
const WIDEST: f32 = 96.0;
/// Use from which a service has no room left, in percent.
const FULL_PERCENT: u16 = 95;

/// What was done to the matrix.
#[derive(Default)]
pub(super) struct MatrixResponse {
    /// The cell that was clicked or reached by keyboard: row and column.
    pub chosen: Option<(usize, usize)>,
    /// Whether the selected cell goes on to the next degree.
    pub cycle: bool,
    /// Whether the selected cell goes back to the proposal.
    pub clear: bool,
    /// The service that is to be opened.
    pub open: Option<usize>,
    /// The row whose gap or overlap is to be looked at.
    pub state: Option<usize>,
    /// The measure that is to be opened.
    pub measure: Option<MassnahmeId>,
    /// The row whose name was clicked twice: its number is to be explained.
    pub explain: Option<usize>,
}

/// What the matrix shows.
pub(super) struct Matrix<'a> {
    /// Rows, already filtered.
    pub rows: &'a [&'a CoverageRow],
    /// The services, one per cell of a row.
    pub services: &'a [&'a Angebot],
    /// The selected cell.
    pub selected: Option<(usize, usize)>,
    /// Head of the first column.
    pub title: &'a str,
    /// Name for screen readers.
    pub name: &'a str,
}

/// Widths and heights, settled once per frame.
struct Layout {
    name: f32,
    strength: f32,
    column: f32,
    row: f32,
}

impl Layout {
    fn left(&self) -> f32 {
        TILE + self.name + self.strength
    }
}

impl Matrix<'_> {
    /// Draws the matrix.
    #[expect(clippy::cast_precision_loss, reason = "a few needs and services")]
    pub(super) fn show(&self, ui: &mut Ui, cx: &PanelCx) -> MatrixResponse {
        let available = ui.available_size();
        let (down, across) = (self.rows.len() as f32, self.services.len() as f32);
        let strength = if self.rows.iter().any(|row| row.z.is_some()) { STRENGTH } else { 0.0 };
        let fixed = TILE + strength + STATE + MEASURES + 10.0;
        let column = ((available.x - fixed - NAME) / across.max(1.0)).clamp(NARROWEST, WIDEST).floor();
        let name = (available.x - fixed - column * across).clamp(150.0, 320.0).floor();
        let fitting = ((available.y - HEAD - FOOT_ROW * FOOT_ROWS) / down.max(1.0)).floor();
        let layout = Layout { name, strength, column, row: fitting.clamp(row::NORMAL, 34.0) };
        let mut response = MatrixResponse::default();
        ScrollArea::both().id_salt("deckung").auto_shrink([false, false]).animated(false).show(ui, |ui| {
            let width = layout.left() + column * across + STATE + MEASURES;
            let size = vec2(width.max(available.x - 10.0), HEAD + layout.row * down + FOOT_ROW * FOOT_ROWS);
            let (place, _) = ui.allocate_exact_size(size, Sense::hover());
            let focus = self.focus(ui, place);
            self.keyboard(ui, &focus, &mut response);
            self.cells(ui, cx, &layout, place, &focus, &mut response);
            self.foot(ui, cx, &layout, place);
            self.left(ui, cx, &layout, place, &focus, &mut response);
            self.head(ui, cx, &layout, place);
            if let Some((row, column)) = response.chosen {
                ui.scroll_to_rect(layout.cell(place, row, column), None);
            }
            if focus.has_focus() {
                let ring = line(stroke::FOCUS, cx.tokens.accent);
                let visible = place.intersect(ui.clip_rect());
                ui.painter().rect_stroke(visible, CornerRadius::ZERO, ring, StrokeKind::Inside);
            }
        });
        response
    }

    /// The matrix as tab-separated text.
    pub(super) fn as_text(&self) -> String {
        let mut head = vec![self.title.to_owned(), words::STRENGTH.to_owned()];
        head.extend(self.services.iter().map(|service| service.name.clone()));
        head.extend([words::COVERAGE.to_owned(), words::MEASURES.to_owned()]);
        let mut lines = vec![text::clipboard_row(&head)];
        for row in self.rows {
            let mut cells = vec![row.name.clone(), row.z.map_or_else(String::new, |z| text::signed(z, 1))];
            cells.extend(row.cells.iter().map(|cell| text::deckungsgrad(cell.grad).to_owned()));
            cells.extend([row_state(row).2.to_owned(), measures(row)]);
            lines.push(text::clipboard_row(&cells));
        }
        lines.join("\n")
    }

    fn focus(&self, ui: &Ui, place: Rect) -> Response {
        let focus = ui.interact(place, Id::unique("deckungsmatrix"), Sense::focusable_noninteractive());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.name));
        if focus.has_focus() {
            let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, arrows));
        }
        focus
    }

    fn keyboard(&self, ui: &Ui, focus: &Response, response: &mut MatrixResponse) {
        if !focus.has_focus() || self.rows.is_empty() || self.services.is_empty() {
            return;
        }
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
        let (row, column) = self.selected.unwrap_or((0, 0));
        response.cycle = pressed(Key::Space) && self.selected.is_some();
        response.clear = (pressed(Key::Delete) || pressed(Key::Backspace)) && self.selected.is_some();
        response.open = (pressed(Key::Enter) || pressed(Key::F2)).then_some(column);
        let (last_row, last_column) = (self.rows.len() - 1, self.services.len() - 1);
        let target = if pressed(Key::ArrowDown) {
            (row + usize::from(self.selected.is_some()), column)
        } else if pressed(Key::ArrowUp) {
            (row.saturating_sub(1), column)
        } else if pressed(Key::ArrowRight) {
            (row, column + usize::from(self.selected.is_some()))
        } else if pressed(Key::ArrowLeft) {
            (row, column.saturating_sub(1))
        } else if pressed(Key::Home) {
            (row, 0)
        } else if pressed(Key::End) {
            (row, last_column)
        } else {
            return;
        };
        response.chosen = Some((target.0.min(last_row), target.1.min(last_column)));
    }

    fn cells(
        &self,
        ui: &Ui,
        cx: &PanelCx,
        layout: &Layout,
        place: Rect,
        focus: &Response,
        response: &mut MatrixResponse,
    ) {
        let tokens = cx.tokens;
        for (at, row) in self.rows.iter().enumerate() {
            let across = paint::snap(ui, layout.row_rect(place, at));
            let selected = self.selected.is_some_and(|(row, _)| row == at);
            if selected {
                ui.painter().rect_filled(across, 0.0, color32(tokens.selected));
            } else if row.answering().next().is_none() && row.state == CoverageState::Luecke {
                let to = layout.cell(place, at, self.services.len()).left();
                let empty =
                    Rect::from_min_max(pos2(place.left() + layout.left(), across.top()), pos2(to, across.bottom()));
                ui.painter().rect_filled(paint::snap(ui, empty), 0.0, color32(tokens.warn_bg));
            }
            for (column, (cell, service)) in row.cells.iter().zip(self.services).enumerate() {
                let rect = layout.cell(place, at, column);
                let chosen = self.selected == Some((at, column));
                if one_cell(ui, cx, rect, row, service, cell, chosen) {
                    response.chosen = Some((at, column));
                    focus.request_focus();
                }
            }
            self.right(ui, cx, layout, place, at, row, response);
            ui.painter().hline(across.x_range(), across.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
        }
        for column in 0..=self.services.len() {
            let x = layout.cell(place, 0, column).left().round() + 0.5;
            ui.painter().vline(x, place.y_range(), line(stroke::LINE, tokens.line_soft));
        }
    }

    /// State and measures of a row.
    #[expect(clippy::too_many_arguments, reason = "one call, kept apart from the cells")]
    fn right(
        &self,
        ui: &Ui,
        cx: &PanelCx,
        layout: &Layout,
        place: Rect,
        at: usize,
        row: &CoverageRow,
        response: &mut MatrixResponse,
    ) {
        let state = layout.cell(place, at, self.services.len());
        let state = Rect::from_min_size(state.min, vec2(STATE, layout.row));
        let (tone, symbol, word) = row_state(row);
        let spoken = format!("{}: {word}", row.name);
        // Gaps and overlaps have a reason, or wait for one.
        let asks = match row.state {
            CoverageState::Luecke | CoverageState::Ueberschneidung => true,
            CoverageState::Teilweise | CoverageState::Gedeckt => false,
        };
        let sense = if asks { Sense::CLICK } else { Sense::hover() };
        let mouse = ui.interact(state, Id::unique(("deckung-stand", &row.bezug)), sense);
        mouse.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &spoken));
        paint_badge(ui, state.left_center() + vec2(space::M, 0.0), tone, symbol, word);
        if asks && mouse.clicked() {
            response.state = Some(at);
        }
        if !row.reason.trim().is_empty() {
            mouse.on_hover_text(&row.reason);
        } else if asks {
            mouse.on_hover_text(words::GIVE_REASON);
        } else if row.state == CoverageState::Teilweise {
            mouse.on_hover_text(words::PARTIAL_WHY);
        }
        let rect = Rect::from_min_size(state.right_top(), vec2(MEASURES, layout.row));
        let words = measures(row);
        let linked = !row.measures.is_empty();
        let sense = if linked { Sense::CLICK } else { Sense::hover() };
        let mouse = ui.interact(rect, Id::unique(("deckung-massnahme", &row.bezug)), sense);
        mouse.widget_info(|| WidgetInfo::labeled(if linked { Role::Link } else { Role::Cell }, true, &words));
        let color = if linked { cx.tokens.accent } else { cx.tokens.text3 };
        let short = measures_short(row);
        let galley = paint::elided(ui, &short, TypeStyle::Small, color, rect.width() - 4.0);
        let cut = short != words;
        let shown = paint::put(ui, ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
        if linked {
            ui.painter().hline(shown.x_range(), shown.bottom().round() - 0.5, line(stroke::LINE, color));
        }
        match row.measures.as_slice() {
            [] => {}
            [(only, _)] if mouse.clicked() => response.measure = Some(*only),
            [_] => {}
            several => {
                let chosen = Popup::menu(&mouse).accessible_name(words.as_str()).show(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let mut chosen = None;
                    for (id, number) in several {
                        if menu_item(ui, &self.title_of(cx, *id, *number), false, None) {
                            chosen = Some(*id);
                            ui.close();
                        }
                    }
                    chosen
                });
                response.measure = chosen.and_then(|shown| shown.inner).or(response.measure);
            }
        }
        if cut {
            mouse.on_hover_text(words);
        }
    }

    /// `M-07 Walking Bus`
    fn title_of(&self, cx: &PanelCx, id: MassnahmeId, number: u32) -> String {
        let mut all = cx.snapshot.programmes.iter().flatten();
        let title = all.find(|massnahme| massnahme.id == id).map_or("", |massnahme| massnahme.titel.as_str());
        format!("{} {title}", text::label::massnahme_number(number))
    }

    /// Names and strengths; they stay at the left while the services scroll.
    fn left(
        &self,
        ui: &Ui,
        cx: &PanelCx,
        layout: &Layout,
        place: Rect,
        focus: &Response,
        response: &mut MatrixResponse,
    ) {
        let tokens = cx.tokens;
        let left = ui.clip_rect().left().max(place.left());
        for (at, row) in self.rows.iter().enumerate() {
            let across = layout.row_rect(place, at);
            let rect = Rect::from_min_size(pos2(left, across.top()), vec2(layout.left(), layout.row));
            let rect = paint::snap(ui, rect);
            let selected = self.selected.is_some_and(|(row, _)| row == at);
            let ground = if selected { tokens.selected } else { tokens.surface };
            ui.painter().rect_filled(rect.with_max_y(rect.bottom() - 1.0), 0.0, color32(ground));
            if selected {
                let bar = Rect::from_min_size(rect.min, vec2(stroke::SELECTION, rect.height()));
                ui.painter().rect_filled(bar, 0.0, color32(tokens.accent));
            }
            if let Some(field) = row.field {
                field_tile(ui, rect.left_center() + vec2(19.0, 0.0), field);
            }
            let mouse = ui.interact(rect, Id::unique(("deckung-zeile", &row.bezug)), Sense::CLICK);
            mouse.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &row.name));
            let style = if selected { TypeStyle::BodyStrong } else { TypeStyle::Body };
            let name = paint::elided(ui, &row.name, style, tokens.text, layout.name - space::S);
            let cut = name.elided;
            paint::put(ui, ui.painter(), rect.left_center() + vec2(TILE, 0.0), Align2::LEFT_CENTER, name);
            if let Some(z) = row.z {
                strength(ui, cx, Rect::from_min_max(pos2(rect.right() - layout.strength, rect.top()), rect.max), z);
            }
            if mouse.clicked() {
                response.chosen = Some((at, self.selected.map_or(0, |(_, column)| column)));
                focus.request_focus();
            }
            if mouse.double_clicked() {
                response.explain = Some(at);
            }
            if cut {
                mouse.on_hover_text(&row.name);
            }
        }
    }

    /// Extent, use and end of each service.
    fn foot(&self, ui: &Ui, cx: &PanelCx, layout: &Layout, place: Rect) {
        let tokens = cx.tokens;
        let top = layout.row_rect(place, self.rows.len()).top();
        let ground = Rect::from_min_max(pos2(place.left(), top), place.max);
        ui.painter().rect_filled(paint::snap(ui, ground), 0.0, color32(tokens.sunken));
        let left = ui.clip_rect().left().max(place.left());
        let labels = [words::EXTENT, words::USE, words::FUNDED_UNTIL];
        for (line_at, label) in (0_u8..).zip(labels) {
            let y = top + FOOT_ROW * (f32::from(line_at) + 0.5);
            let rule = (y + FOOT_ROW / 2.0).round() - 0.5;
            ui.painter().hline(place.x_range(), rule, line(stroke::LINE, tokens.line_soft));
            for (column, service) in self.services.iter().enumerate() {
                let rect = layout.cell(place, 0, column);
                let center = pos2(rect.center().x, y);
                match line_at {
                    0 => fact(ui, center, rect.width(), &extent(service), tokens.text2, TypeStyle::Small),
                    1 => used(ui, cx, center, service),
                    _ => funded(ui, cx, center, rect.width(), service),
                }
            }
            let band = Rect::from_min_size(pos2(left, y - FOOT_ROW / 2.0), vec2(layout.left(), FOOT_ROW - 1.0));
            ui.painter().rect_filled(paint::snap(ui, band), 0.0, color32(tokens.sunken));
            paint::text(ui, pos2(left + TILE, y), Align2::LEFT_CENTER, label, TypeStyle::Small, tokens.text2);
        }
    }

    /// Stays at the top while the rows scroll.
    fn head(&self, ui: &Ui, cx: &PanelCx, layout: &Layout, place: Rect) {
        let tokens = cx.tokens;
        let clip = ui.clip_rect();
        let (top, left) = (clip.top().max(place.top()), clip.left().max(place.left()));
        let band = Rect::from_min_size(pos2(place.left(), top), vec2(place.width().max(clip.width()), HEAD));
        let band = paint::snap(ui, band);
        ui.painter().rect_filled(band, 0.0, color32(tokens.sunken));
        for (column, service) in self.services.iter().enumerate() {
            let cell = layout.cell(place, 0, column);
            let rect = Rect::from_min_size(pos2(cell.left(), top), vec2(layout.column, HEAD));
            let mouse = ui.interact(rect, Id::unique(("deckung-kopf", service.id)), Sense::hover());
            mouse.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &service.name));
            let title = paint::two_lines(ui, super::short_name(&service.name), tokens.text2, rect.width() - 6.0);
            let y = rect.center().y - title.size().y / 2.0;
            ui.painter().galley(pos2(rect.center().x, y), title, color32(tokens.text2));
            mouse.on_hover_text(&service.name);
        }
        let right = layout.cell(place, 0, self.services.len()).left();
        let ends = [(words::COVERAGE, right + space::M), (words::MEASURES, right + STATE)];
        for (label, x) in ends {
            let at = pos2(x, band.center().y);
            paint::text(ui, at, Align2::LEFT_CENTER, label, TypeStyle::SmallStrong, tokens.text2);
        }
        let corner = Rect::from_min_size(pos2(left, top), vec2(layout.left(), HEAD));
        ui.painter().rect_filled(paint::snap(ui, corner), 0.0, color32(tokens.sunken));
        let title = corner.left_center() + vec2(TILE, 0.0);
        paint::text(ui, title, Align2::LEFT_CENTER, self.title, TypeStyle::SmallStrong, tokens.text2);
        if layout.strength > 0.0 {
            let at = pos2(corner.right() - layout.strength + space::S, corner.center().y);
            paint::text(ui, at, Align2::LEFT_CENTER, words::STRENGTH, TypeStyle::SmallStrong, tokens.text2);
        }
        ui.painter().hline(band.x_range(), band.bottom() - 0.5, line(stroke::LINE, tokens.frame));
    }
}

impl Layout {
    #[expect(clippy::cast_precision_loss, reason = "a few needs and services")]
    fn row_rect(&self, place: Rect, row: usize) -> Rect {
        let top = place.top() + HEAD + row as f32 * self.row;
        Rect::from_min_size(pos2(place.left(), top), vec2(place.width(), self.row))
    }

    #[expect(clippy::cast_precision_loss, reason = "a few needs and services")]
    fn cell(&self, place: Rect, row: usize, column: usize) -> Rect {
        let left = place.left() + self.left() + column as f32 * self.column;
        Rect::from_min_size(pos2(left, self.row_rect(place, row).top()), vec2(self.column, self.row))
    }
}

/// One cell; returns whether it was clicked.
fn one_cell(
    ui: &Ui,
    cx: &PanelCx,
    rect: Rect,
    row: &CoverageRow,
    service: &Angebot,
    cell: &CoverageCell,
    selected: bool,
) -> bool {
    let tokens = cx.tokens;
    let mouse = ui.interact(rect, Id::unique(("deckung-zelle", &row.bezug, service.id)), Sense::CLICK);
    let grad = text::deckungsgrad(cell.grad);
    let spoken = words::cell(&row.name, &service.name, grad, cell.decided, cell.doubled);
    mouse.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &spoken));
    if mouse.hovered() {
        ui.painter().rect_filled(paint::snap(ui, rect.shrink(1.0)), 0.0, color32(tokens.hover));
    }
    paint_mark(ui, cx, rect.center(), cell.grad, cell.doubled);
    if cell.decided {
        paint_decided(ui, rect.right_top() + vec2(-1.0, 1.0), tokens.accent);
    }
    if selected {
        let outline = paint::snap(ui, rect.shrink2(vec2(0.0, 1.0)));
        ui.painter().rect_stroke(outline, 0.0, line(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
    }
    let clicked = mouse.clicked();
    mouse.on_hover_ui(|ui| {
        let reasons: Vec<String> = cell.reasons.iter().map(crate::programme::OverlapReason::words).collect();
        crate::ui::widget::choice::tooltip_lines(ui, &spoken, &reasons);
    });
    clicked
}

/// The mark of a degree, with a ring where another service does the same.
pub(super) fn paint_mark(ui: &Ui, cx: &PanelCx, center: egui::Pos2, grad: Deckungsgrad, doubled: bool) {
    let tokens = cx.tokens;
    match grad {
        Deckungsgrad::Deckt => {
            ui.painter().circle_filled(center, 7.0, color32(tokens.accent));
        }
        Deckungsgrad::Teilweise => paint::icon(ui, center, icon::CIRCLE_HALF, 17.0, tokens.accent),
        Deckungsgrad::KeinBezug => {
            paint::text(ui, center, Align2::CENTER_CENTER, "–", TypeStyle::Small, tokens.text3);
        }
    }
    if doubled {
        ui.painter().circle_stroke(center, 9.5, line(1.5, tokens.err));
    }
}

/// The corner of a cell about which the planner has decided.
pub(super) fn paint_decided(ui: &Ui, corner: egui::Pos2, color: Color) {
    let points = vec![corner, corner - vec2(7.0, 0.0), corner + vec2(0.0, 7.0)];
    ui.painter().add(egui::Shape::convex_polygon(points, color32(color), egui::Stroke::NONE));
}

/// Whether the planner has given a reason for a gap or an overlap.
pub(super) fn is_reasoned(row: &CoverageRow) -> bool {
    let asks = matches!(row.state, CoverageState::Luecke | CoverageState::Ueberschneidung);
    asks && !row.reason.trim().is_empty()
}

/// How a row stands: tone, icon, word.
pub(super) fn row_state(row: &CoverageRow) -> (Tone, &'static str, &'static str) {
    let (tone, symbol) = match row.state {
        CoverageState::Luecke => (Tone::Warn, icon::WARNING),
        CoverageState::Ueberschneidung => (Tone::Err, icon::INTERSECT),
        CoverageState::Teilweise => (Tone::Neutral, icon::CIRCLE_HALF),
        CoverageState::Gedeckt => (Tone::Ok, icon::CHECK),
    };
    // What the planner has given a reason for asks for nothing more.
    let tone = if is_reasoned(row) { Tone::Neutral } else { tone };
    let word = match (&row.bezug, row.state) {
        (Bezug::Zielgruppe(_), CoverageState::Luecke) if row.answering().next().is_none() => words::WITHOUT_SERVICE,
        (Bezug::Zielgruppe(_) | Bezug::Bedarf(_), state) => state.word(),
    };
    (tone, symbol, word)
}

/// `M-02, M-05`
fn measures(row: &CoverageRow) -> String {
    let numbers: Vec<String> = row.measures.iter().map(|(_, number)| text::label::massnahme_number(*number)).collect();
    if numbers.is_empty() { "–".to_owned() } else { numbers.join(", ") }
}

/// `M-02 +1`: what fits into the column.
fn measures_short(row: &CoverageRow) -> String {
    match row.measures.as_slice() {
        [(_, first), rest @ ..] if !rest.is_empty() => {
            words::and_more(&text::label::massnahme_number(*first), rest.len())
        }
        [] | [_] | [_, ..] => measures(row),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a z-value is small")]
fn strength(ui: &Ui, cx: &PanelCx, rect: Rect, z: f64) {
    /// A need this strong fills the bar.
    const STRONGEST: f64 = 2.0;
    let bar = Rect::from_min_size(pos2(rect.left() + space::S, rect.center().y - 3.0), vec2(44.0, 6.0));
    let bar = paint::snap(ui, bar);
    ui.painter().rect_filled(bar, CornerRadius::same(3), color32(cx.tokens.track));
    let share = (z / STRONGEST).clamp(0.0, 1.0) as f32;
    let filled = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
    ui.painter().rect_filled(filled, CornerRadius::same(3), color32(cx.tokens.point));
    let at = pos2(rect.right() - space::M, rect.center().y);
    paint::text(ui, at, Align2::RIGHT_CENTER, &text::signed(z, 1), TypeStyle::Small, cx.tokens.text2);
}

fn extent(service: &Angebot) -> String {
    match service.capacity {
        Some(places) => words::places_short(places),
        None if service.umfang.trim().is_empty() => "–".to_owned(),
        None => service.umfang.clone(),
    }
}

fn used(ui: &Ui, cx: &PanelCx, center: egui::Pos2, service: &Angebot) {
    match service.use_percent {
        None => {
            let half = 11.0;
            crate::ui::widget::data_table::sign_box(ui, center + vec2(half, 0.0), ".");
        }
        Some(percent) => {
            let full = percent >= FULL_PERCENT;
            let (style, color) =
                if full { (TypeStyle::SmallStrong, cx.tokens.err) } else { (TypeStyle::Small, cx.tokens.text2) };
            paint::text(ui, center, Align2::CENTER_CENTER, &words::percent(percent), style, color);
        }
    }
}

fn funded(ui: &Ui, cx: &PanelCx, center: egui::Pos2, width: f32, service: &Angebot) {
    let tokens = cx.tokens;
    match service.funded {
        FundingTerm::Unknown => fact(ui, center, width, "–", tokens.text3, TypeStyle::Small),
        FundingTerm::Unlimited => fact(ui, center, width, words::UNLIMITED, tokens.text3, TypeStyle::Small),
        FundingTerm::Until(day) => {
            let soon = super::angebote::ends_soon(day, cx.today);
            let (style, color) =
                if soon { (TypeStyle::SmallStrong, tokens.warn) } else { (TypeStyle::Small, tokens.text2) };
            fact(ui, center, width, &words::month(day), color, style);
        }
    }
}

fn fact(ui: &Ui, center: egui::Pos2, width: f32, words: &str, color: Color, style: TypeStyle) {
    let galley = paint::elided(ui, words, style, color, width - 4.0);
    paint::put(ui, ui.painter(), center, Align2::CENTER_CENTER, galley);
}

/// Everything that can be looked up about a service in a row of the coverage.
pub(super) fn services_of<'a>(cx: &PanelCx<'a>, coverage: &Coverage) -> Option<Vec<&'a Angebot>> {
    let known = &cx.snapshot.vor_ort.angebote;
    coverage.services.iter().map(|id| known.iter().find(|angebot| angebot.id == *id)).collect()
}
