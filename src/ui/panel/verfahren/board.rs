//! The board: Aktionsräume down, steps across. One stop of the Tab key; arrows move through the cells.

use super::{is_overdue, state_of};
use crate::domain::{AreaId, DurchgangId, ProcedureStep, SchrittId, StepProgress, StepState};
use crate::text;
use crate::text::panel::verfahren as words;
use crate::theme::{Color, TypeStyle, radius, row, space, stroke};
use crate::ui::PanelCx;
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, EventFilter, Id, Key, Rect, Response, ScrollArea, Sense, Shape, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

const TOOLBAR: f32 = 36.0;
const HEAD: f32 = 52.0;
/// Room for the longest name of an Aktionsraum, and the least there is for any.
const NAME: (f32, f32) = (132.0, 186.0);
const NARROWEST: f32 = 58.0;
/// A column that holds the usual titles of steps whole; the names of the areas take what is left.
const COMFORTABLE: f32 = 65.0;
/// A day is told without its year only within this many days.
const NEAR: i32 = 330;

/// What was done to the board.
#[derive(Default)]
pub(super) struct BoardResponse {
    /// The cell that was clicked or reached by keyboard.
    pub chosen: Option<(AreaId, SchrittId)>,
    /// Where the keyboard is to go in the selected cell's step.
    pub aim: Option<Aim>,
}

/// A place in the step beside the board.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Its first open point, or the button that closes it.
    Step,
    /// Its date.
    Date,
}

struct Board<'a> {
    areas: &'a [AreaId],
    steps: &'a [ProcedureStep],
    area: Option<AreaId>,
    step: Option<SchrittId>,
    name: f32,
    column: f32,
    row: f32,
}

/// Draws the board.
pub(super) fn show(
    ui: &mut Ui,
    cx: &PanelCx,
    areas: &[AreaId],
    (area, step): (Option<AreaId>, Option<SchrittId>),
    past: &mut Option<DurchgangId>,
) -> BoardResponse {
    ui.spacing_mut().item_spacing.y = 0.0;
    toolbar(ui, cx, past);
    let steps = cx.snapshot.verfahren.steps.as_slice();
    let available = ui.available_size();
    #[expect(clippy::cast_precision_loss, reason = "a few steps and areas")]
    let (across, down) = (steps.len() as f32, areas.len() as f32 + 1.0);
    let name = (available.x - COMFORTABLE * across - 12.0).clamp(NAME.0, NAME.1).floor();
    let column = ((available.x - name - 12.0) / across).clamp(NARROWEST, 132.0).floor();
    let fitting = ((available.y - HEAD) / down).floor();
    let board = Board { areas, steps, area, step, name, column, row: fitting.clamp(row::NORMAL + 2.0, row::STRIP) };
    let mut response = BoardResponse::default();
    ScrollArea::both().id_salt("tafel").auto_shrink([false, false]).animated(false).show(ui, |ui| {
        let size = vec2(name + column * across, HEAD + board.row * down);
        let (place, _) = ui.allocate_exact_size(size, Sense::hover());
        let focus = board.focus(ui, place);
        board.keyboard(ui, &focus, &mut response);
        board.tint(ui, cx, place);
        board.rows(ui, cx, place, &focus, &mut response);
        board.foot(ui, cx, place);
        board.head(ui, cx, place);
        if focus.has_focus() {
            let visible = place.intersect(ui.clip_rect());
            let ring = line(stroke::FOCUS, cx.tokens.accent);
            ui.painter().rect_stroke(visible, CornerRadius::ZERO, ring, StrokeKind::Inside);
        }
    });
    response
}

/// The board as tab-separated text.
pub(super) fn as_text(cx: &PanelCx, areas: &[AreaId]) -> String {
    let steps = &cx.snapshot.verfahren.steps;
    let mut head = vec![words::AREA.to_owned()];
    head.extend(steps.iter().map(|step| format!("{} {}", step.position, step.title)));
    let mut lines = vec![text::clipboard_row(&head)];
    for area in areas {
        let name = cx.snapshot.data.area(*area).map_or("", |area| area.name.as_str());
        let mut cells = vec![name.to_owned()];
        cells.extend(steps.iter().map(|step| {
            let state = state_of(cx, *area, step.id);
            let progress = text::step_progress(state.progress);
            state.date.map_or_else(|| progress.to_owned(), |date| format!("{progress} {}", text::date(date)))
        }));
        lines.push(text::clipboard_row(&cells));
    }
    lines.join("\n")
}

fn toolbar(ui: &mut Ui, cx: &PanelCx, past: &mut Option<DurchgangId>) {
    let tokens = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), TOOLBAR), Sense::hover());
    response.on_hover_text(words::KEYS);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(stroke::LINE, tokens.line));
    let mut right = rect.right() - space::XL;
    let y = rect.center().y;
    let entries: [(&str, CellLook); 5] = [
        (words::COMMITTEE, CellLook::Committee),
        (words::PLANNED, CellLook::Planned),
        (words::OVERDUE, CellLook::Overdue),
        (words::RUNNING, CellLook::Running),
        (words::DONE, CellLook::Done),
    ];
    for (word, look) in entries {
        let place = paint::text(ui, pos2(right, y), Align2::RIGHT_CENTER, word, TypeStyle::Small, tokens.text2);
        let mark = Rect::from_min_max(pos2(place.left() - 22.0, y - 6.0), pos2(place.left() - 6.0, y + 6.0));
        look.ground(ui, cx, paint::snap(ui, mark));
        if look == CellLook::Done {
            paint::icon(ui, mark.center(), icon::CHECK, 13.0, tokens.ok);
        }
        right = mark.left() - 12.0;
    }
    let room = (right - rect.left() - space::M - 8.0).clamp(120.0, 260.0);
    let place = Rect::from_min_size(pos2(rect.left() + space::M, rect.center().y - 12.0), vec2(room, 24.0));
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("verfahren-durchgang").max_rect(place));
    super::durchgang::choose(&mut child, cx, past, room);
}

/// How a cell looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellLook {
    Done,
    Running,
    Overdue,
    Planned,
    Open,
    Committee,
}

impl CellLook {
    fn of(state: &StepState, today: jiff::civil::Date) -> CellLook {
        if is_overdue(state, today) {
            return CellLook::Overdue;
        }
        match (state.progress, state.date) {
            (StepProgress::Erledigt, _) => CellLook::Done,
            (StepProgress::Laeuft, _) => CellLook::Running,
            (StepProgress::Geplant, Some(_)) => CellLook::Planned,
            (StepProgress::Geplant, None) => CellLook::Open,
        }
    }

    fn ground(self, ui: &Ui, cx: &PanelCx, rect: Rect) {
        let tokens = cx.tokens;
        let round = CornerRadius::same(radius::BADGE);
        match self {
            CellLook::Done | CellLook::Open => {}
            CellLook::Running => {
                ui.painter().rect_filled(rect, round, color32(tokens.accent));
            }
            CellLook::Overdue => {
                ui.painter().rect_filled(rect, round, color32(tokens.warn_bg));
                ui.painter().rect_stroke(rect, round, line(stroke::LINE, tokens.warn), StrokeKind::Inside);
            }
            CellLook::Planned => dashed(ui, rect, tokens.frame),
            CellLook::Committee => {
                ui.painter().rect_filled(rect, round, color32(tokens.track));
                ui.painter().rect_stroke(rect, round, line(stroke::LINE, tokens.frame), StrokeKind::Inside);
            }
        }
    }
}

fn dashed(ui: &Ui, rect: Rect, color: Color) {
    let rect = rect.shrink(0.5);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, line(stroke::LINE, color), 3.0, 2.0));
}

impl Board<'_> {
    fn focus(&self, ui: &Ui, place: Rect) -> Response {
        let focus = ui.interact(place, Id::unique("verfahren-tafel"), Sense::focusable_noninteractive());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, words::BOARD));
        if focus.has_focus() {
            let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, arrows));
        }
        focus
    }

    fn keyboard(&self, ui: &Ui, focus: &Response, response: &mut BoardResponse) {
        if !focus.has_focus() {
            return;
        }
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::Enter) {
            response.aim = Some(Aim::Step);
        } else if pressed(Key::F2) {
            response.aim = Some(Aim::Date);
        }
        let row = self.area.and_then(|area| self.areas.iter().position(|other| *other == area)).unwrap_or(0);
        let column = self.step.and_then(|id| self.steps.iter().position(|step| step.id == id)).unwrap_or(0);
        let (last_row, last_column) = (self.areas.len().saturating_sub(1), self.steps.len().saturating_sub(1));
        let target = if pressed(Key::ArrowDown) {
            (row + 1, column)
        } else if pressed(Key::ArrowUp) {
            (row.saturating_sub(1), column)
        } else if pressed(Key::ArrowRight) {
            (row, column + 1)
        } else if pressed(Key::ArrowLeft) {
            (row, column.saturating_sub(1))
        } else if pressed(Key::Home) {
            (row, 0)
        } else if pressed(Key::End) {
            (row, last_column)
        } else {
            return;
        };
        let (row, column) = (target.0.min(last_row), target.1.min(last_column));
        response.chosen = self.areas.get(row).copied().zip(self.steps.get(column).map(|step| step.id));
    }

    #[expect(clippy::cast_precision_loss, reason = "a few steps and areas")]
    fn cell(&self, place: Rect, row: usize, column: usize) -> Rect {
        let left = place.left() + self.name + column as f32 * self.column;
        let top = place.top() + HEAD + row as f32 * self.row;
        Rect::from_min_size(pos2(left, top), vec2(self.column, self.row))
    }

    /// The ground of committee columns.
    fn tint(&self, ui: &Ui, cx: &PanelCx, place: Rect) {
        for (at, _) in self.steps.iter().enumerate().filter(|(_, step)| step.is_committee) {
            let first = self.cell(place, 0, at);
            let rect = Rect::from_min_max(first.min, pos2(first.right(), place.bottom()));
            ui.painter().rect_filled(paint::snap(ui, rect), 0.0, color32(cx.tokens.sunken));
        }
    }

    fn rows(&self, ui: &mut Ui, cx: &PanelCx, place: Rect, focus: &Response, response: &mut BoardResponse) {
        let tokens = cx.tokens;
        for (at, area) in self.areas.iter().enumerate() {
            let top = self.cell(place, at, 0).top();
            let across = Rect::from_min_size(pos2(place.left(), top), vec2(place.width(), self.row));
            let across = paint::snap(ui, across);
            let selected = self.area == Some(*area);
            let name = cx.snapshot.data.area(*area).map_or("", |area| area.name.as_str());
            if selected {
                ui.painter().rect_filled(across, 0.0, color32(tokens.selected));
                let bar = Rect::from_min_size(across.min, vec2(stroke::SELECTION, across.height()));
                ui.painter().rect_filled(bar, 0.0, color32(tokens.accent));
            }
            ui.painter().hline(across.x_range(), across.bottom() - 0.5, line(stroke::LINE, tokens.line_soft));
            let head = Rect::from_min_size(across.min, vec2(self.name, self.row));
            let mouse = ui.interact(head, Id::unique(("verfahren-raum", *area)), Sense::CLICK);
            mouse.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, name));
            let style = if selected { TypeStyle::BodyStrong } else { TypeStyle::Body };
            let words = paint::elided(ui, name, style, tokens.text, head.width() - space::M - 4.0);
            let elided = words.elided;
            paint::put(ui, ui.painter(), head.left_center() + vec2(space::M, 0.0), Align2::LEFT_CENTER, words);
            if mouse.clicked() {
                response.chosen = super::present_step(cx, *area).map(|step| (*area, step));
                focus.request_focus();
            }
            if elided {
                mouse.on_hover_text(name);
            }
            for (column, step) in self.steps.iter().enumerate() {
                let rect = self.cell(place, at, column);
                if self.state(ui, cx, rect, *area, name, step) {
                    response.chosen = Some((*area, step.id));
                    focus.request_focus();
                }
            }
        }
    }

    /// One cell; returns whether it was clicked.
    fn state(&self, ui: &Ui, cx: &PanelCx, rect: Rect, area: AreaId, name: &str, step: &ProcedureStep) -> bool {
        let tokens = cx.tokens;
        let state = state_of(cx, area, step.id);
        let look = CellLook::of(&state, cx.today);
        let mouse = ui.interact(rect, Id::unique(("verfahren-zelle", area, step.id)), Sense::CLICK);
        let spoken = words::cell(name, &step.title, state.progress, look == CellLook::Overdue, state.date);
        mouse.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &spoken));
        let inner = paint::snap(ui, rect.shrink2(vec2(2.0, if self.row < 32.0 { 2.0 } else { 4.0 })));
        if mouse.hovered() && matches!(look, CellLook::Done | CellLook::Open) {
            ui.painter().rect_filled(inner, CornerRadius::same(radius::BADGE), color32(tokens.hover));
        }
        look.ground(ui, cx, inner);
        let near = |date: jiff::civil::Date| cx.today.until(date).is_ok_and(|span| span.get_days().abs() <= NEAR);
        let day_counts = step.is_committee || matches!(look, CellLook::Running | CellLook::Overdue);
        let exact = day_counts && state.date.is_some_and(near);
        let date = state.date.map(|date| if exact { text::day_month(date) } else { text::month_year(date) });
        let (symbol, ink, style) = match look {
            CellLook::Done => (icon::CHECK, tokens.text2, TypeStyle::Small),
            CellLook::Running => (icon::CIRCLE_HALF, tokens.on_accent, TypeStyle::SmallStrong),
            CellLook::Overdue => (icon::WARNING, tokens.warn, TypeStyle::SmallStrong),
            CellLook::Planned | CellLook::Open | CellLook::Committee => ("", tokens.text2, TypeStyle::Small),
        };
        let words = match (look, date) {
            (CellLook::Running, None) => words::RUNNING.to_owned(),
            (CellLook::Open, None) => "·".to_owned(),
            (_, date) => date.unwrap_or_default(),
        };
        let galley = paint::galley(ui, &words, style, ink);
        let mark = if symbol.is_empty() { 0.0 } else { 17.0 };
        let left = inner.center().x - (galley.size().x + mark) / 2.0;
        if !symbol.is_empty() {
            let color = if look == CellLook::Done { tokens.ok } else { ink };
            paint::icon(ui, pos2(left + 6.5, inner.center().y), symbol, 13.0, color);
        }
        paint::put(ui, ui.painter(), pos2(left + mark, inner.center().y), Align2::LEFT_CENTER, galley);
        if self.area == Some(area) && self.step == Some(step.id) {
            let outline = rect.shrink2(vec2(0.0, 1.0));
            let round = CornerRadius::same(radius::CONTROL);
            ui.painter().rect_stroke(outline, round, line(stroke::FOCUS, tokens.text), StrokeKind::Inside);
        }
        let clicked = mouse.clicked();
        mouse.on_hover_text(&spoken);
        clicked
    }

    fn foot(&self, ui: &Ui, cx: &PanelCx, place: Rect) {
        let tokens = cx.tokens;
        let top = self.cell(place, self.areas.len(), 0).top();
        let across = Rect::from_min_size(pos2(place.left(), top), vec2(place.width(), self.row));
        ui.painter().rect_filled(paint::snap(ui, across), 0.0, color32(tokens.sunken));
        let left = across.left_center() + vec2(space::M, 0.0);
        let label = paint::elided(ui, words::FOOT, TypeStyle::Small, tokens.text2, self.name - space::M);
        paint::put(ui, ui.painter(), left, Align2::LEFT_CENTER, label);
        for column in 0..self.steps.len() {
            let number = self.areas.iter().filter(|area| self.step_of(cx, **area) == Some(column)).count();
            let words = if number == 0 { "–".to_owned() } else { number.to_string() };
            let center = self.cell(place, self.areas.len(), column).center();
            paint::text(ui, center, Align2::CENTER_CENTER, &words, TypeStyle::BodyStrong, tokens.text);
        }
    }

    /// The step that an area is in: the one that runs, else the first that is not done once one is; none before it began.
    fn step_of(&self, cx: &PanelCx, area: AreaId) -> Option<usize> {
        let found: Vec<StepProgress> = self.steps.iter().map(|step| state_of(cx, area, step.id).progress).collect();
        let begun = || found.contains(&StepProgress::Erledigt);
        let next = || found.iter().position(|progress| *progress != StepProgress::Erledigt);
        let runs = found.iter().position(|progress| *progress == StepProgress::Laeuft);
        runs.or_else(|| begun().then(next).flatten())
    }

    /// Stays at the top while the rows scroll.
    fn head(&self, ui: &Ui, cx: &PanelCx, place: Rect) {
        let tokens = cx.tokens;
        let top = ui.clip_rect().top().max(place.top());
        let band = Rect::from_min_size(pos2(place.left(), top), vec2(place.width().max(ui.clip_rect().width()), HEAD));
        let band = paint::snap(ui, band);
        ui.painter().rect_filled(band, 0.0, color32(tokens.sunken));
        let label = band.left_center() + vec2(space::M, 0.0);
        paint::text(ui, label, Align2::LEFT_CENTER, words::AREA, TypeStyle::SmallStrong, tokens.text2);
        for (column, step) in self.steps.iter().enumerate() {
            let cell = self.cell(place, 0, column);
            let rect = Rect::from_min_size(pos2(cell.left(), top), vec2(self.column, HEAD));
            let name = words::step(step.position, &step.title);
            let mouse = ui.interact(rect, Id::unique(("verfahren-kopf", step.id)), Sense::hover());
            mouse.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
            if step.is_committee {
                ui.painter().rect_filled(paint::snap(ui, rect), 0.0, color32(tokens.track));
            }
            let number = step.position.to_string();
            let at = rect.center_top() + vec2(0.0, 4.0);
            paint::text(ui, at, Align2::CENTER_TOP, &number, TypeStyle::SmallStrong, tokens.text2);
            let title = paint::two_lines(ui, &words::head_title(&step.title), tokens.text2, rect.width() - 6.0);
            ui.painter().galley(rect.center_top() + vec2(0.0, 19.0), title, color32(tokens.text2));
            mouse.on_hover_text(&name);
        }
        ui.painter().hline(band.x_range(), band.bottom() - 0.5, line(stroke::LINE, tokens.frame));
    }
}
