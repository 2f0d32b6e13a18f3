//! The place Verfahren: which Aktionsraum stands at which step, what comes up again, who decides and what was decided,
//! how measures are carried out, the template of steps, what was done.

mod beschluesse;
mod board;
mod dates;
mod durchgang;
mod form;
mod gremien;
mod history;
mod niederschriften;
mod step;
mod template;
mod umsetzung;
mod versions;
mod wiedervorlagen;

use crate::domain::{AreaId, DurchgangId, ProcedureStep, SchrittId, StepProgress, StepState};
use crate::programme::{DocumentKind, DueSource, Profile};
use crate::project::{Command, Snapshot, VerfahrenCommand};
use crate::text::panel::verfahren::{self as words, entries};
use crate::theme::stroke;
use crate::ui::widget::button::Button;
use crate::ui::widget::empty_state::EmptyState;
use crate::ui::widget::icon;
use crate::ui::widget::style::{color32, line};
use crate::ui::{
    DatesFile, Entry, ExportOrder, Intent, PanelCx, Section, UiAction, ViewHeader, aktionsraeume, picture,
    section_label, selection,
};
use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use std::sync::Arc;

/// State of the place: what is in view and what is selected.
#[derive(Default)]
pub struct VerfahrenPanel {
    tab: usize,
    step: Option<SchrittId>,
    /// The earlier round that is looked at instead of the one under way.
    past: Option<DurchgangId>,
    template: template::Template,
    wiedervorlagen: wiedervorlagen::Wiedervorlagen,
    gremien: gremien::Gremien,
    beschluesse: beschluesse::Beschluesse,
    niederschriften: niederschriften::Niederschriften,
    umsetzung: umsetzung::Umsetzung,
}

const STAND: usize = 0;
const WIEDERVORLAGEN: usize = 1;
const GREMIEN: usize = 2;
const BESCHLUESSE: usize = 3;
const NIEDERSCHRIFTEN: usize = 4;
const UMSETZUNG: usize = 5;
const VORLAGE: usize = 6;
const PANE: f32 = 316.0;
/// From this height on the hint below the board takes nothing away from its rows.
const HINT_FROM: f32 = 625.0;

impl VerfahrenPanel {
    /// Draws the place.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        let areas = aktionsraeume(cx.snapshot);
        if let Some(entry) = cx.focus.wanted {
            self.open(cx, entry);
        }
        let clicked = self.head(ui, cx, &areas);
        if clicked || (cx.triggered(UiAction::NewEntry) && cx.writable()) {
            self.add(ui, cx);
        }
        match self.tab {
            STAND => self.stand_of_round(ui, cx, &areas),
            WIEDERVORLAGEN => {
                if let Some(minutes) = self.wiedervorlagen.show(ui, cx, &areas) {
                    self.tab = NIEDERSCHRIFTEN;
                    self.niederschriften.select(minutes);
                }
            }
            GREMIEN => self.gremien.show(ui, cx),
            BESCHLUESSE => {
                if self.beschluesse.show(ui, cx, &areas) {
                    self.tab = GREMIEN;
                    self.add(ui, cx);
                }
            }
            NIEDERSCHRIFTEN => self.niederschriften.show(ui, cx, &areas),
            UMSETZUNG => self.umsetzung.show(ui, cx),
            VORLAGE => self.template.show(ui, cx),
            _ => history::show(ui, cx),
        }
    }

    /// Brings an entry into view.
    fn open(&mut self, cx: &PanelCx, entry: Entry) {
        match entry {
            Entry::Wiedervorlage(id) => {
                self.tab = WIEDERVORLAGEN;
                self.wiedervorlagen.reveal(cx, id);
            }
            Entry::Gremium(id) => {
                self.tab = GREMIEN;
                self.gremien.select(id);
            }
            Entry::Beschluss(id) => {
                self.tab = BESCHLUESSE;
                self.beschluesse.select(id);
            }
            Entry::Niederschrift(id) => {
                self.tab = NIEDERSCHRIFTEN;
                self.niederschriften.select(id);
            }
            Entry::Angebot(_)
            | Entry::Akteur(_)
            | Entry::Netzwerk(_)
            | Entry::Aussage(_)
            | Entry::Aussagequelle(_)
            | Entry::Importquelle(_)
            | Entry::Veranstaltung(_)
            | Entry::Erfahrung(_)
            | Entry::Aktionsbuero
            | Entry::Massnahme(_)
            | Entry::NeueMassnahme(_)
            | Entry::Ziel(_)
            | Entry::Abschnitt(_)
            | Entry::Fassung(_)
            | Entry::Reiter(..) => {}
        }
    }

    /// A step was refused: no entry is awaited any more.
    pub fn step_refused(&mut self) {
        self.wiedervorlagen.step_refused();
        self.gremien.step_refused();
        self.beschluesse.step_refused();
        self.niederschriften.step_refused();
        self.template.step_refused();
    }

    /// Begins something new in the tab in view; in those that only show, a step of the template.
    fn add(&mut self, ui: &mut Ui, cx: &mut PanelCx) {
        selection::release_focus(ui);
        match self.tab {
            WIEDERVORLAGEN => self.wiedervorlagen.add(cx),
            GREMIEN => self.gremien.add(cx),
            BESCHLUESSE => self.beschluesse.add(cx),
            NIEDERSCHRIFTEN => self.niederschriften.add(cx),
            UMSETZUNG => self.umsetzung.add(cx),
            _ => {
                self.tab = VORLAGE;
                self.template.add(ui, cx);
            }
        }
    }

    /// Draws the head; returns whether something new was asked for.
    fn head(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) -> bool {
        let tab = self.tab;
        let mut add = false;
        let subtitle = words::subtitle(areas.len(), cx.snapshot.verfahren.steps.len());
        let roomy = ui.available_width() > 1340.0;
        ViewHeader::new(section_label(Section::Verfahren))
            .subtitle(if roomy { &subtitle } else { "" })
            .tabs(&words::TABS, &mut self.tab)
            .show(ui, cx, |ui, cx| add = buttons(ui, cx, tab, areas));
        add
    }

    /// The round under way, or an earlier one as it stood, which can only be read.
    fn stand_of_round(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) {
        let Some(verfahren) = self.past.and_then(|id| cx.snapshot.verfahren.as_of(id)) else {
            self.past = None;
            return self.stand(ui, cx, areas);
        };
        let read_only = Some(words::PAST_READ_ONLY.to_owned());
        let past = Snapshot { verfahren: Arc::new(verfahren), read_only, ..cx.snapshot.clone() };
        let mut then = PanelCx {
            snapshot: &past,
            derived: cx.derived,
            focus: cx.focus,
            outbox: &mut *cx.outbox,
            tokens: cx.tokens,
            today: cx.today,
            actions: cx.actions,
            undo: cx.undo,
        };
        self.stand(ui, &mut then, areas);
    }

    fn stand(&mut self, ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) {
        if cx.snapshot.verfahren.steps.is_empty() || areas.is_empty() {
            self.empty(ui, cx, areas.is_empty());
            return;
        }
        if cx.triggered(UiAction::CopyTable) {
            copy_board(cx, areas);
        }
        let area = cx.focus.area.filter(|area| areas.contains(area));
        let step = self.step.filter(|id| step_by_id(cx, *id).is_some()).or_else(|| present_step(cx, area?));
        let frame = Frame::NONE.fill(color32(cx.tokens.sunken));
        let pane = Panel::right("verfahren-pane").exact_size(PANE).resizable(false).show_separator_line(false);
        let mut chosen = None;
        let mut due = None;
        pane.frame(frame).show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line(stroke::LINE, cx.tokens.line));
            due = side(ui, cx, areas, area, step);
        });
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            if ui.available_height() > HINT_FROM {
                keys(ui, cx);
            }
            let wanted = board::show(ui, cx, areas, (area, step), &mut self.past);
            if let (Some(aim), Some((area, step))) = (wanted.aim, area.zip(step)) {
                step::focus(ui, cx, area, step, aim);
            }
            chosen = chosen.or(wanted.chosen);
        });
        match due {
            None => {}
            Some(DueSource::Step(area, step)) => chosen = Some((area, step)),
            Some(DueSource::Wiedervorlage(id)) => {
                self.tab = WIEDERVORLAGEN;
                self.wiedervorlagen.select(id);
            }
            Some(DueSource::Beschluss(id)) => {
                self.tab = BESCHLUESSE;
                self.beschluesse.select(id);
            }
            Some(DueSource::Sitzung(_)) => self.tab = GREMIEN,
        }
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

/// How dates are told and which keys work, below the board.
fn keys(ui: &mut Ui, cx: &PanelCx) {
    let frame = Frame::NONE.inner_margin(Margin::symmetric(14, 8));
    let hint = Panel::bottom("verfahren-hinweis").exact_size(34.0).resizable(false).show_separator_line(false);
    hint.frame(frame).show(ui, |ui| {
        let rect = ui.max_rect().expand2(egui::vec2(14.0, 8.0));
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line(stroke::LINE, cx.tokens.line));
        crate::ui::widget::text::hint(ui, words::KEYS);
    });
}

/// The buttons of a tab; returns whether something new was asked for.
fn buttons(ui: &mut Ui, cx: &mut PanelCx, tab: usize, areas: &[AreaId]) -> bool {
    let label = match tab {
        STAND => {
            stand_buttons(ui, cx, areas);
            return false;
        }
        WIEDERVORLAGEN => entries::ADD_WIEDERVORLAGE,
        GREMIEN => entries::ADD_GREMIUM,
        BESCHLUESSE => entries::ADD_BESCHLUSS,
        NIEDERSCHRIFTEN => entries::ADD_NIEDERSCHRIFT,
        VORLAGE => words::ADD_STEP,
        _ => return false,
    };
    let keys = UiAction::NewEntry.shortcut_text();
    let mut reason = cx.disabled_reason(UiAction::NewEntry);
    if tab == BESCHLUESSE && cx.snapshot.verfahren.gremien.is_empty() {
        reason = reason.or(Some(entries::NO_GREMIUM));
    }
    let button = Button::primary(label).icon(icon::PLUS).disabled_reason(reason);
    let button = if ui.available_width() > 230.0 { button.shortcut(&keys) } else { button };
    button.show(ui).clicked()
}

fn copy_board(cx: &mut PanelCx, areas: &[AreaId]) {
    let copied = board::as_text(cx, areas);
    cx.outbox.push(Intent::Copy(picture::copied_records(cx.snapshot, cx.today, words::BOARD, None, &copied)));
}

fn stand_buttons(ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) {
    paper(ui, cx, areas);
    if Button::icon_only(icon::COPY, words::COPY).show(ui).clicked() {
        copy_board(cx, areas);
    }
    if Button::icon_only(icon::FILE_CSV, entries::SAVE_TABLE).show(ui).clicked() {
        cx.outbox.push(Intent::SaveDates(DatesFile::Table));
    }
    let narrow = ui.available_width() < 200.0;
    let calendar = if narrow {
        Button::icon_only(icon::CALENDAR_BLANK, entries::SAVE_CALENDAR)
    } else {
        Button::ghost(entries::SAVE_CALENDAR).icon(icon::CALENDAR_BLANK)
    };
    if calendar.show(ui).clicked() {
        cx.outbox.push(Intent::SaveDates(DatesFile::Calendar));
    }
}

/// The council paper of the current area, which takes its programme before the committees.
fn paper(ui: &mut Ui, cx: &mut PanelCx, areas: &[AreaId]) {
    let area = cx.focus.area.filter(|area| areas.contains(area));
    let reason = match area {
        None => Some(words::PAPER_NEEDS_AREA),
        Some(area) if cx.snapshot.programme_of(area).is_none() => Some(words::PAPER_NEEDS_PROGRAMME),
        Some(_) => None,
    };
    let button = Button::primary(words::CREATE_PAPER).hint(words::CREATE_PAPER_HINT).disabled_reason(reason);
    let button = if ui.available_width() > 260.0 { button.icon(icon::FILE_DOC) } else { button };
    if button.show(ui).clicked()
        && let Some(area) = area
    {
        let kind = DocumentKind::Ratsvorlage;
        let order = ExportOrder { kind, ..ExportOrder::word(vec![area], Profile::Lang) };
        cx.outbox.push(Intent::Export(order));
    }
}

fn side(
    ui: &mut Ui,
    cx: &mut PanelCx,
    areas: &[AreaId],
    area: Option<AreaId>,
    step: Option<SchrittId>,
) -> Option<DueSource> {
    let most = match ui.available_height() {
        ..520.0 => 3,
        ..700.0 => 4,
        _ => 6,
    };
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
    stored.cloned().unwrap_or_else(|| StepState::not_begun(area, step))
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
