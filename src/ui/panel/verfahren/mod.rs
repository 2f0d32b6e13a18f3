//! The place Verfahren: which Aktionsraum stands at which step, the template of steps, what was done.

mod board;
mod dates;
mod history;
mod step;
mod template;

use crate::domain::{AreaId, ProcedureStep, SchrittId, StepProgress, StepState};
use crate::project::{Command, VerfahrenCommand};
use crate::text::panel::verfahren as words;
use crate::theme::stroke;
use crate::ui::widget::button::Button;
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, line};
use crate::ui::{Intent, PanelCx, Section, UiAction, ViewHeader, aktionsraeume, section_label};
use egui::{CentralPanel, Frame, Margin, Panel, Ui};

/// State of the place: what is in view and what is selected.
#[derive(Default)]
pub struct VerfahrenPanel {
    tab: usize,
    step: Option<SchrittId>,
    template: template::Template,
}

const STAND: usize = 0;
const VORLAGE: usize = 1;
const PANE: f32 = 316.0;

impl VerfahrenPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let areas = aktionsraeume(cx.snapshot);
        self.head(ui, cx, &areas);
        if cx.triggered(UiAction::NewEntry) && cx.writable() {
            self.tab = VORLAGE;
            self.template.add(ui, cx);
        }
        match self.tab {
            STAND => self.stand(ui, cx, &areas),
            VORLAGE => self.template.show(ui, cx),
            _ => history::show(ui, cx),
        }
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) {
        let tab = self.tab;
        let mut add = false;
        let subtitle = words::subtitle(areas.len(), cx.snapshot.verfahren.steps.len());
        ViewHeader::new(section_label(Section::Verfahren)).subtitle(&subtitle).tabs(&words::TABS, &mut self.tab).show(
            ui,
            cx,
            |ui, cx| {
                if tab == STAND {
                    if Button::ghost(words::COPY).icon(icon::COPY).show(ui).clicked() {
                        cx.outbox.push(Intent::Copy(board::as_text(cx, areas)));
                    }
                } else if tab == VORLAGE {
                    let keys = UiAction::NewEntry.shortcut_text();
                    let reason = UiAction::NewEntry.disabled_reason(Some(cx.snapshot));
                    let button = Button::primary(words::ADD_STEP).icon(icon::PLUS).shortcut(&keys);
                    add = button.disabled_reason(reason).show(ui).clicked();
                }
            },
        );
        if add {
            self.template.add(ui, cx);
        }
    }

    fn stand(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) {
        if cx.snapshot.verfahren.steps.is_empty() || areas.is_empty() {
            self.empty(ui, cx, areas.is_empty());
            return;
        }
        if cx.triggered(UiAction::CopyTable) {
            cx.outbox.push(Intent::Copy(board::as_text(cx, areas)));
        }
        let area = cx.focus.area.filter(|area| areas.contains(area));
        let step = self.step.filter(|id| step_by_id(cx, *id).is_some()).or_else(|| present_step(cx, area?));
        let frame = Frame::NONE.fill(color32(cx.tokens.sunken));
        let pane = Panel::right("verfahren-pane").exact_size(PANE).resizable(false).show_separator_line(false);
        let mut chosen = None;
        pane.frame(frame).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            chosen = side(ui, cx, areas, area, step);
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            let wanted = board::show(ui, cx, areas, area, step);
            if wanted.open
                && let Some((area, step)) = area.zip(step)
            {
                step::focus_date(ui, area, step);
            }
            chosen = chosen.or(wanted.chosen);
        });
        if let Some((to, step)) = chosen {
            self.step = Some(step);
            if Some(to) != cx.focus.area {
                cx.outbox.push(Intent::SelectArea(to));
            }
        }
    }

    fn empty(&mut self, ui: &mut Ui, cx: &mut PanelCx, no_areas: bool) {
        if no_areas {
            let state = EmptyState::new(words::EMPTY_TITLE, words::NO_AREAS).primary(icon::TABLE, words::TO_DATA);
            if state.show(ui).is_some() {
                cx.outbox.go_to(Section::Daten);
            }
            return;
        }
        let state = EmptyState::new(words::EMPTY_TITLE, words::EMPTY_WHY).primary(icon::PLUS, words::ADD_STEP);
        if state.show(ui).is_some() && cx.writable() {
            self.tab = VORLAGE;
            self.template.add(ui, cx);
        }
    }
}

fn side(
    ui: &mut Ui,
    cx: &mut PanelCx,
    areas: &[AreaId],
    area: Option<AreaId>,
    step: Option<SchrittId>,
) -> Option<(AreaId, SchrittId)> {
    let most = if ui.available_height() < 520.0 { 3 } else { 6 };
    let mut chosen = None;
    egui::ScrollArea::vertical().id_salt("verfahren-pane").auto_shrink([false, false]).show(ui, |ui| {
        chosen = dates::show(ui, cx, areas, most);
        let found = step.and_then(|id| step_by_id(cx, id)).cloned();
        let margin = Margin { left: 14, right: 12, top: 12, bottom: 16 };
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            match area.zip(found) {
                Some((area, step)) => step::show(ui, cx, area, &step),
                None => {
                    crate::ui::widget::text::small(ui, words::CHOOSE_CELL);
                }
            }
        });
    });
    chosen
}

/// The step with this identity.
fn step_by_id<'a>(cx: &PanelCx<'a>, id: SchrittId) -> Option<&'a ProcedureStep> {
    cx.snapshot.verfahren.steps.iter().find(|step| step.id == id)
}

/// The state of a step for an area; "not begun" where nothing is stored.
fn state_of(cx: &PanelCx, area: AreaId, step: SchrittId) -> StepState {
    let stored = cx.snapshot.verfahren.states.iter().find(|state| state.area == area && state.step == step);
    stored.cloned().unwrap_or(StepState {
        area,
        step,
        progress: StepProgress::Geplant,
        date: None,
        settled: Vec::new(),
        note: String::new(),
    })
}

/// The step an area is at: the one under way, else the first that is not closed.
fn present_step(cx: &PanelCx, area: AreaId) -> Option<SchrittId> {
    let steps = &cx.snapshot.verfahren.steps;
    let progress = |step: &ProcedureStep| state_of(cx, area, step.id).progress;
    let running = steps.iter().find(|step| progress(step) == StepProgress::Laeuft);
    let open = || steps.iter().find(|step| progress(step) == StepProgress::Geplant);
    running.or_else(open).or(steps.last()).map(|step| step.id)
}

/// Whether a date has passed without the step being closed.
fn is_overdue(state: &StepState, today: jiff::civil::Date) -> bool {
    state.progress != StepProgress::Erledigt && state.date.is_some_and(|date| date < today)
}

fn set_state(cx: &mut PanelCx, state: StepState) {
    cx.outbox.command(Command::Verfahren(VerfahrenCommand::SetState(state)));
}
