//! The measures: the table by Handlungsfeld, and the form of one measure.

mod catalogue;
mod form;
mod list;
mod milestones;
mod money;
mod overlap;
mod priority;
mod table;

use super::pending::Pending;
use super::{Jump, Plan, copy_table, removed, send};
use crate::domain::{Beschlussstand, Counterpart, Handlungsfeld, IndicatorId, Massnahme, MassnahmeId};
use crate::programme::{measure_for_gap, measure_for_need};
use crate::project::ProgrammeCommand;
use crate::text::label as labels;
use crate::text::panel::programm as words;
use crate::ui::PanelCx;
use crate::ui::widget::badge::Tone;
use crate::ui::widget::data_table::focus_list;
use crate::ui::widget::field::Field;
use crate::ui::widget::icon;
use egui::Ui;

use table::Look;
pub(super) use table::{groups, time_axis, time_bar};

/// State of the measures: selection, filters, the open form.
#[derive(Default)]
pub(super) struct MassnahmenPart {
    selected: Option<MassnahmeId>,
    open: Option<MassnahmeId>,
    field: Option<Handlungsfeld>,
    state: Option<Beschlussstand>,
    look: Look,
    /// The last of all measures when a new one was asked for: the one that comes is opened.
    before_new: Option<MassnahmeId>,
    /// Whether the catalogue of titles is open.
    catalogue: bool,
    pending: Pending<Massnahme>,
    /// The overlap for which a reason is to be given next.
    wanted_reason: Option<(MassnahmeId, Counterpart)>,
}

impl MassnahmenPart {
    /// Opens the form of a measure.
    pub(super) fn open(&mut self, id: MassnahmeId) {
        self.selected = Some(id);
        self.open = Some(id);
    }

    /// Goes back to the table.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    /// Whether a form is in view.
    pub(super) fn is_form_open(&mut self, ui: &Ui, plan: Plan) -> bool {
        let measures = &plan.programme.massnahmen;
        let new = self.before_new.and_then(|before| measures.iter().find(|new| new.id > before));
        if let Some(new) = new {
            self.before_new = None;
            self.open(new.id);
            Field::new(words::form::TITLE, new.id).focus_all(ui, &new.titel);
        }
        self.open.is_some_and(|id| measures.iter().any(|measure| measure.id == id))
    }

    /// Asks for a new measure; its form opens when it is there.
    pub(super) fn add(&mut self, cx: &mut PanelCx, plan: Plan) {
        let selected = plan.programme.massnahmen.iter().find(|measure| Some(measure.id) == self.selected);
        let field = self.field.or(selected.map(|measure| measure.handlungsfeld)).unwrap_or(Handlungsfeld::Arbeit);
        self.send_new(cx, plan, Massnahme::new(MassnahmeId(0), 0, labels::NEW_MEASURE, field));
    }

    /// The first measure beyond this one is opened as soon as it is there.
    pub(super) fn await_after(&mut self, last: MassnahmeId) {
        self.open = None;
        self.before_new = Some(last);
    }

    /// A measure that was asked for does not come.
    pub(super) fn step_refused(&mut self) {
        self.before_new = None;
    }

    /// Asks for a measure that answers a need of the area; whether that could be asked.
    pub(super) fn begin(&mut self, cx: &mut PanelCx, need: IndicatorId) -> bool {
        let snapshot = cx.snapshot;
        let Some(area) = cx.area() else { return false };
        let (Some(programme), Some(need)) = (snapshot.programme_of(area.id), snapshot.data.indicator(need)) else {
            return false;
        };
        // Not each need of the check is one of the coverage, which knows how strong it is and which services answer it.
        let view = cx.derived.programme.value.as_deref().filter(|view| view.area == Some(area.id));
        let gap = view.and_then(|view| view.coverage.needs.iter().find(|row| row.indicator == Some(need.id)));
        let massnahme = Box::new(match gap {
            Some(gap) => measure_for_gap(&snapshot.data, area, gap),
            None => measure_for_need(&snapshot.data, area, need),
        });
        self.await_after(snapshot.last_massnahme());
        send(cx, ProgrammeCommand::AddMassnahme { programme: programme.id, massnahme });
        true
    }

    fn send_new(&mut self, cx: &mut PanelCx, plan: Plan, measure: Massnahme) {
        self.before_new = Some(cx.snapshot.last_massnahme());
        let massnahme = Box::new(measure);
        send(cx, ProgrammeCommand::AddMassnahme { programme: plan.programme.id, massnahme });
    }

    fn duplicate(&mut self, cx: &mut PanelCx, plan: Plan, measure: &Massnahme) {
        let copy = Massnahme {
            titel: words::copy_of(&measure.titel),
            beschlussstand: Beschlussstand::default(),
            ..measure.clone()
        };
        self.send_new(cx, plan, copy);
    }

    /// Removes a measure; the list goes on at what stood beside it.
    fn delete(&mut self, ui: &Ui, cx: &mut PanelCx, plan: Plan, measure: &Massnahme) {
        self.open = None;
        let shown = self.shown(plan);
        let at = shown.iter().position(|one| one.id == measure.id);
        let next =
            at.and_then(|at| shown.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| shown.get(before))));
        self.selected = next.map(|one| one.id);
        focus_list(ui.ctx());
        send(cx, ProgrammeCommand::RemoveMassnahme(measure.id));
        removed(cx, words::MEASURE_REMOVED);
    }

    /// One edit of a measure: one step.
    fn edit(&mut self, ui: &Ui, cx: &mut PanelCx, stored: &Massnahme, change: impl FnOnce(&mut Massnahme)) {
        let now = ui.input(|input| input.time);
        let mut measure = self.pending.base(stored, |one, other| one.id == other.id, now);
        change(&mut measure);
        if measure != *stored {
            self.pending.send(&measure, now);
            send(cx, ProgrammeCommand::UpdateMassnahme(Box::new(measure)));
        }
    }

    /// Copies the table in view.
    pub(super) fn copy(&mut self, cx: &mut PanelCx, plan: Plan) {
        let text = table::tab_separated(cx, plan, &self.shown(plan), &self.look);
        copy_table(cx, words::MEASURES, plan, &text);
    }

    /// Measures that pass the filters, by Handlungsfeld and number.
    fn shown<'a>(&self, plan: Plan<'a>) -> Vec<&'a Massnahme> {
        let mut shown: Vec<&Massnahme> = plan
            .programme
            .massnahmen
            .iter()
            .filter(|measure| self.field.is_none_or(|field| measure.handlungsfeld == field))
            .filter(|measure| self.state.is_none_or(|state| measure.beschlussstand == state))
            .filter(|measure| self.look.year.is_none_or(|year| is_of_year(measure, year)))
            .collect();
        shown.sort_by_key(|measure| (measure.handlungsfeld, measure.number));
        shown
    }

    /// Shows the table with filters and foot.
    pub(super) fn show_list(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        catalogue::show(ui, cx, plan, self);
        list::show(ui, cx, plan, self)
    }

    /// Shows the form of the open measure.
    pub(super) fn show_form(&mut self, ui: &mut Ui, cx: &mut PanelCx, plan: Plan) -> Option<Jump> {
        form::show(ui, cx, plan, self)
    }
}

/// Whether a measure runs in a year, or has cost or money in it.
fn is_of_year(measure: &Massnahme, year: i16) -> bool {
    let runs = measure.beginn.zip(measure.ende).is_some_and(|(from, to)| (from.year..=to.year).contains(&year));
    runs || measure.years().contains(&year)
}

/// Tone and icon of a state of decision.
pub(super) fn state_look(state: Beschlussstand) -> (Tone, &'static str) {
    match state {
        Beschlussstand::Geplant => (Tone::Neutral, icon::CIRCLE_DASHED),
        Beschlussstand::Abgestimmt => (Tone::Ok, icon::CHECK),
        Beschlussstand::Beschlossen => (Tone::Info, icon::GAVEL),
        Beschlussstand::Laeuft => (Tone::Accent, icon::ARROW_CIRCLE_RIGHT),
        Beschlussstand::Abgeschlossen => (Tone::Ok, icon::SEAL_CHECK),
    }
}
