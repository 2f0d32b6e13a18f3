//! One step of one Aktionsraum: who, what, until when, what is settled.

use super::board::Aim;
use super::{set_state, state_of};
use crate::domain::{AreaId, ProcedureGate, ProcedureStep, SchrittId, StepProgress, StepState};
use crate::project::{Command, VerfahrenCommand};
use crate::text;
use crate::text::panel::verfahren as words;
use crate::theme::{TypeStyle, radius, stroke};
use crate::ui::widget::badge::{Tone, badge};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::segment;
use crate::ui::widget::field::{Edit, Field};
use crate::ui::widget::style::{color32, line};
use crate::ui::widget::{icon, paint, text as label};
use crate::ui::{Intent, PanelCx, Section, Toast, ToastKind, UiAction};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Id, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Draws the step.
pub(super) fn show(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, step: &ProcedureStep) {
    let state = state_of(cx, area, step.id);
    let locked = cx.disabled_reason(UiAction::NewEntry);
    let name = cx.snapshot.data.area(area).map_or("", |area| area.name.as_str());
    label::small(ui, &format!("{name}, {}", words::step(step.position, "").trim_end_matches([':', ' '])));
    label::strong(ui, &step.title);
    if step.is_committee {
        badge(ui, Tone::Info, icon::GAVEL, words::COMMITTEE);
    }
    described(ui, words::RESPONSIBLE, &step.responsible);
    described(ui, words::RESULT, &step.result);
    ui.add_space(4.0);
    progress_and_date(ui, cx, step, &state, locked);
    checklist(ui, cx, step, &state, locked);
    gates(ui, cx, area, step);
    ui.add_space(4.0);
    close(ui, cx, step, &state, locked);
    ui.add_space(4.0);
    let note = Field::new(words::NOTE, (area, step.id)).rows(2).disabled_reason(locked);
    if let Edit::Set(note) = note.show_text(ui, &state.note) {
        set_state(cx, StepState { note, ..state });
    }
}

/// Gives the keyboard to the date of a step, or to its first open point.
pub(super) fn focus(ui: &Ui, cx: &PanelCx, area: AreaId, step: SchrittId, aim: Aim) {
    let state = state_of(cx, area, step);
    let points = super::step_by_id(cx, step).map_or(0, |step| step.checklist.len());
    let points = 0..u32::try_from(points).unwrap_or(0);
    let open = points.clone().find(|point| !state.settled.contains(point)).or_else(|| points.clone().next());
    let id = match (aim, open) {
        (Aim::Step, Some(point)) => point_id(area, step, point),
        (Aim::Step, None) | (Aim::Date, _) => date_field(area, step).id(),
    };
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// A point of the checklist on the screen.
fn point_id(area: AreaId, step: SchrittId, point: u32) -> Id {
    Id::unique(("verfahren-punkt", area, step, point))
}

/// How many points are open at a gate; none where the programme is still being looked at. Without a programme every
/// gate is open.
fn open_at(cx: &PanelCx, area: AreaId, gate: ProcedureGate) -> Option<usize> {
    if cx.snapshot.programme_of(area).is_none() {
        return Some(1);
    }
    let view = cx.derived.programme.value.as_deref().filter(|view| view.area == Some(area))?;
    view.gates.get(&gate).copied()
}

/// What the program looks at: each gate with its state, and the way to where it is settled.
fn gates(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, step: &ProcedureStep) {
    if step.gates.is_empty() {
        return;
    }
    ui.add_space(4.0);
    label::section(ui, words::GATES).on_hover_text(words::GATES_NOTE);
    if cx.snapshot.programme_of(area).is_none() {
        label::hint(ui, words::NO_PROGRAMME);
    }
    ui.spacing_mut().item_spacing.y = 3.0;
    for gate in &step.gates {
        if gate_row(ui, cx, *gate, open_at(cx, area, *gate)) {
            cx.outbox.go_to(Section::Handlungsprogramm);
        }
    }
    ui.spacing_mut().item_spacing.y = 6.0;
}

/// One gate; returns whether its link was clicked.
fn gate_row(ui: &mut Ui, cx: &PanelCx, gate: ProcedureGate, open: Option<usize>) -> bool {
    let tokens = cx.tokens;
    let stands = open == Some(0);
    let words = text::procedure_gate(gate);
    let wanted = if stands { 24.0 } else { 92.0 };
    let galley = paint::wrapped(ui, words, TypeStyle::Small, tokens.text, ui.available_width() - wanted);
    let size = vec2(ui.available_width(), galley.size().y.max(16.0) + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words::gate(words, open)));
    let center = rect.left_top() + vec2(8.0, 4.0 + galley.size().y.max(16.0) / 2.0);
    let (symbol, color) = match open {
        Some(0) => (icon::CHECK_CIRCLE, tokens.ok),
        Some(_) => (icon::CIRCLE_DASHED, tokens.warn),
        None => (icon::CLOCK_COUNTER_CLOCKWISE, tokens.text3),
    };
    paint::icon(ui, center, symbol, 16.0, color);
    paint::put(ui, ui.painter(), rect.left_top() + vec2(24.0, 4.0), Align2::LEFT_TOP, galley);
    response.on_hover_text(text::procedure_gate_hint(gate));
    let Some(number) = open.filter(|number| *number > 0) else { return false };
    let place = Rect::from_min_max(pos2(rect.right() - 66.0, rect.top()), rect.right_bottom());
    let link = ui.interact(place, Id::unique(("verfahren-tor", gate)), Sense::click());
    let spoken = format!("{words}: {}", words::OPEN_GATE);
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
    let ink = if link.hovered() { tokens.text } else { tokens.accent };
    let label = words::gate_open(number);
    let drawn = paint::text(ui, place.right_center(), Align2::RIGHT_CENTER, &label, TypeStyle::SmallStrong, ink);
    ui.painter().hline(drawn.x_range(), drawn.bottom(), line(stroke::LINE, ink));
    paint::focus_ring(ui, &link, place);
    link.clicked()
}

fn date_field(area: AreaId, step: SchrittId) -> Field<'static> {
    Field::new(words::DATE, (area, step)).width(112.0).compact()
}

fn described(ui: &mut Ui, term: &str, fact: &str) {
    if fact.is_empty() {
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        label::hint(ui, term);
        label::small(ui, fact);
    });
}

fn progress_and_date(
    ui: &mut Ui,
    cx: &mut PanelCx,
    step: &ProcedureStep,
    state: &StepState,
    locked: Option<&'static str>,
) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            crate::ui::widget::field::label(ui, words::PROGRESS, false);
            let choices = StepProgress::ALL.map(|progress| (progress, text::step_progress(progress)));
            if let Some(progress) = segment(ui, state.progress, &choices)
                && locked.is_none()
            {
                advance(cx, step, state, progress);
            }
        });
        let field = date_field(state.area, step.id).disabled_reason(locked);
        if let Some(date) = field.show_date(ui, state.date).changed() {
            set_state(cx, StepState { date, ..state.clone() });
        }
    });
}

/// A step with open points is not closed.
fn advance(cx: &mut PanelCx, step: &ProcedureStep, state: &StepState, progress: StepProgress) {
    if progress != StepProgress::Erledigt {
        set_state(cx, StepState { progress, ..state.clone() });
        return;
    }
    if state.progress == StepProgress::Erledigt {
        return;
    }
    let open = open_points(step, state) + open_gates(cx, step, state);
    if open > 0 {
        let toast = Toast { kind: ToastKind::Info, ..Toast::done(words::still_open(open), step.title.as_str()) };
        cx.outbox.push(Intent::Toast(toast));
        return;
    }
    close_step(cx, step, state, false);
}

/// Closes it today, with what the program found at its gates.
fn close_step(cx: &mut PanelCx, step: &ProcedureStep, state: &StepState, despite_gates: bool) {
    let found = step.gates.iter().filter_map(|gate| Some((*gate, open_at(cx, state.area, *gate)?)));
    let gates = found.collect();
    let state = StepState { date: Some(cx.today), ..state.clone() };
    cx.outbox.command(Command::Verfahren(VerfahrenCommand::CloseStep { state, gates, despite_gates }));
}

fn checklist(ui: &mut Ui, cx: &mut PanelCx, step: &ProcedureStep, state: &StepState, locked: Option<&'static str>) {
    if step.checklist.is_empty() {
        return;
    }
    ui.add_space(4.0);
    label::section(ui, words::CHECKLIST);
    ui.spacing_mut().item_spacing.y = 3.0;
    for (index, point) in (0u32..).zip(&step.checklist) {
        let checked = state.settled.contains(&index);
        if check_row(ui, point_id(state.area, step.id, index), (checked, point), locked) {
            let mut settled: Vec<u32> = state.settled.iter().copied().filter(|at| *at != index).collect();
            if !checked {
                settled.push(index);
            }
            settled.retain(|at| usize::try_from(*at).is_ok_and(|at| at < step.checklist.len()));
            settled.sort_unstable();
            // Settling a point begins the step; taking one back opens it again.
            let progress = match state.progress {
                StepProgress::Geplant => StepProgress::Laeuft,
                StepProgress::Erledigt if checked => StepProgress::Laeuft,
                StepProgress::Laeuft | StepProgress::Erledigt => state.progress,
            };
            set_state(cx, StepState { settled, progress, ..state.clone() });
        }
    }
    ui.spacing_mut().item_spacing.y = 6.0;
}

/// A box with words that may take several lines; returns whether it was clicked.
fn check_row(ui: &mut Ui, id: Id, (checked, words): (bool, &str), locked: Option<&'static str>) -> bool {
    let tokens = crate::ui::widget::style::tokens(ui);
    let color = if checked { tokens.text2 } else { tokens.text };
    let galley = paint::wrapped(ui, words, TypeStyle::Small, color, ui.available_width() - 24.0);
    let size = vec2(ui.available_width(), galley.size().y.max(16.0) + 8.0);
    let sense = if locked.is_none() { Sense::click() } else { Sense::hover() };
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, id, sense);
    let enabled = locked.is_none();
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, checked, words));
    let square = Rect::from_min_size(rect.left_top() + vec2(0.0, 4.0), vec2(16.0, 16.0));
    let square = paint::snap(ui, square);
    let round = CornerRadius::same(radius::BADGE);
    if checked {
        ui.painter().rect_filled(square, round, color32(tokens.accent));
        paint::icon(ui, square.center(), icon::CHECK, 12.0, tokens.on_accent);
    } else {
        let fill = if response.hovered() { tokens.hover } else { tokens.surface };
        ui.painter().rect_filled(square, round, color32(fill));
        ui.painter().rect_stroke(square, round, line(stroke::LINE, tokens.line_strong), StrokeKind::Inside);
    }
    paint::focus_ring(ui, &response, square);
    paint::put(ui, ui.painter(), rect.left_top() + vec2(24.0, 4.0), Align2::LEFT_TOP, galley);
    let clicked = response.clicked();
    if let Some(reason) = locked {
        response.on_hover_text(reason);
    }
    clicked
}

fn close(ui: &mut Ui, cx: &mut PanelCx, step: &ProcedureStep, state: &StepState, locked: Option<&'static str>) {
    let (by_hand, gates) = (open_points(step, state), open_gates(cx, step, state));
    let points = words::open_points(by_hand + gates);
    let closed = state.progress == StepProgress::Erledigt;
    let reason = if locked.is_some() {
        locked
    } else if closed {
        Some(words::ALREADY_CLOSED)
    } else {
        (by_hand + gates > 0).then_some(points.as_str())
    };
    ui.horizontal(|ui| {
        if Button::primary(words::CLOSE_STEP).compact().disabled_reason(reason).show(ui).clicked() {
            advance(cx, step, state, StepProgress::Erledigt);
        }
        if by_hand + gates > 0 && !closed {
            label::hint(ui, &points);
        }
    });
    if by_hand == 0 && gates > 0 && !closed {
        let unsaid = state.note.trim().is_empty().then_some(words::DESPITE_NEEDS_NOTE);
        let button = Button::secondary(words::CLOSE_DESPITE).compact().disabled_reason(locked.or(unsaid));
        if button.show(ui).clicked() {
            close_step(cx, step, state, true);
        }
    }
}

/// Points of the checklist that hold the step open.
fn open_points(step: &ProcedureStep, state: &StepState) -> usize {
    (0u32..).zip(&step.checklist).filter(|(index, _)| !state.settled.contains(index)).count()
}

/// Gates that do not stand open or are not looked at yet.
fn open_gates(cx: &PanelCx, step: &ProcedureStep, state: &StepState) -> usize {
    step.gates.iter().filter(|gate| open_at(cx, state.area, **gate) != Some(0)).count()
}
