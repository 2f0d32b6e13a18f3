//! Changes of the procedure: steps here, committees, entries and carrying out in a file each.

mod eintrag;
mod gremium;
mod umsetzung;

use super::{Applied, Cx, free, known_area, require};
use crate::domain::{AreaId, ProcedureStep, SchrittId, StepProgress, StepState};
use crate::project::{ProjectError, VerfahrenCommand};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: VerfahrenCommand) -> Result<Applied, ProjectError> {
    match command {
        VerfahrenCommand::AddStep(step) => add(cx, step),
        VerfahrenCommand::UpdateStep(step) => update(cx, step),
        VerfahrenCommand::RemoveStep(id) => remove(cx, id),
        VerfahrenCommand::SetState(state) => set_state(cx, &state),
        VerfahrenCommand::AddWiedervorlage(entry) => eintrag::add_wiedervorlage(cx, &entry),
        VerfahrenCommand::UpdateWiedervorlage(entry) => eintrag::update_wiedervorlage(cx, &entry),
        VerfahrenCommand::RemoveWiedervorlage(id) => eintrag::remove_wiedervorlage(cx, id),
        VerfahrenCommand::AddNiederschrift(entry) => eintrag::add_niederschrift(cx, &entry),
        VerfahrenCommand::UpdateNiederschrift(entry) => eintrag::update_niederschrift(cx, &entry),
        VerfahrenCommand::RemoveNiederschrift(id) => eintrag::remove_niederschrift(cx, id),
        VerfahrenCommand::AddGremium(gremium) => gremium::add(cx, gremium),
        VerfahrenCommand::UpdateGremium(gremium) => gremium::update(cx, gremium),
        VerfahrenCommand::RemoveGremium(id) => gremium::remove(cx, id),
        VerfahrenCommand::AddBeschluss(beschluss) => gremium::add_beschluss(cx, &beschluss),
        VerfahrenCommand::UpdateBeschluss(beschluss) => gremium::update_beschluss(cx, beschluss),
        VerfahrenCommand::RemoveBeschluss(id) => gremium::remove_beschluss(cx, id),
        VerfahrenCommand::Decide { beschluss, date, ergebnis, anlass, versions } => {
            gremium::decide(cx, beschluss, (date, ergebnis), &anlass, versions)
        }
        VerfahrenCommand::AddUmsetzungsnotiz(note) => umsetzung::add_note(cx, &note),
        VerfahrenCommand::UpdateUmsetzungsnotiz(note) => umsetzung::update_note(cx, &note),
        VerfahrenCommand::RemoveUmsetzungsnotiz(id) => umsetzung::remove_note(cx, id),
        VerfahrenCommand::AddMittelabfluss(entry) => umsetzung::add_spending(cx, &entry),
        VerfahrenCommand::UpdateMittelabfluss(entry) => umsetzung::update_spending(cx, &entry),
        VerfahrenCommand::RemoveMittelabfluss(id) => umsetzung::remove_spending(cx, id),
    }
}

/// An area that may be left open must exist where it is named.
fn known_if_named(cx: &Cx<'_>, area: Option<AreaId>) -> Result<(), ProjectError> {
    area.map_or(Ok(()), |area| known_area(cx, area).map(|_| ()))
}

fn add(cx: &Cx<'_>, mut step: ProcedureStep) -> Result<Applied, ProjectError> {
    require(Noun::Step, &step.title)?;
    step.position = cx.before.verfahren.steps.iter().map(|step| step.position).max().unwrap_or(0) + 1;
    let id = cx.tx.put_step(None, &step)?;
    Ok(Applied::created(id.0, label::added(Noun::Step, &step.title)))
}

/// Another position moves the step there; the steps between make room.
fn update(cx: &Cx<'_>, step: ProcedureStep) -> Result<Applied, ProjectError> {
    let before = known(cx, step.id)?;
    require(Noun::Step, &step.title)?;
    carry_settled(cx, before, &step)?;
    let label = label::changed(Noun::Step, &step.title);
    let place = usize::try_from(step.position.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut order: Vec<ProcedureStep> =
        cx.before.verfahren.steps.iter().filter(|other| other.id != step.id).cloned().collect();
    let moved = step.id;
    order.insert(place.min(order.len()), step);
    renumber(cx, order, Some(moved))?;
    Ok(Applied::changed(label))
}

/// A settled point stays settled by its words, wherever it now stands; one that is gone is forgotten.
fn carry_settled(cx: &Cx<'_>, before: &ProcedureStep, after: &ProcedureStep) -> Result<(), ProjectError> {
    if before.checklist == after.checklist {
        return Ok(());
    }
    let place = |point: &u32| {
        let words = before.checklist.get(usize::try_from(*point).ok()?)?;
        let place = after.checklist.iter().position(|other| other == words)?;
        u32::try_from(place).ok()
    };
    for state in cx.before.verfahren.states.iter().filter(|state| state.step == before.id) {
        let mut settled: Vec<u32> = state.settled.iter().filter_map(place).collect();
        settled.sort_unstable();
        settled.dedup();
        if settled != state.settled {
            cx.tx.put_step_state(&StepState { settled, ..state.clone() })?;
        }
    }
    Ok(())
}

fn remove(cx: &Cx<'_>, id: SchrittId) -> Result<Applied, ProjectError> {
    let step = known(cx, id)?;
    cx.tx.delete_step(id)?;
    let order = cx.before.verfahren.steps.iter().filter(|other| other.id != id).cloned().collect();
    renumber(cx, order, None)?;
    Ok(Applied::changed(label::removed(Noun::Step, &step.title)))
}

/// Numbers the steps from 1 and writes those that changed.
fn renumber(cx: &Cx<'_>, order: Vec<ProcedureStep>, changed: Option<SchrittId>) -> Result<(), ProjectError> {
    for (position, mut step) in (1u32..).zip(order) {
        if step.position != position || changed == Some(step.id) {
            step.position = position;
            cx.tx.put_step(Some(step.id), &step)?;
        }
    }
    Ok(())
}

fn set_state(cx: &Cx<'_>, state: &StepState) -> Result<Applied, ProjectError> {
    let step = known(cx, state.step)?;
    let area = known_area(cx, state.area)?;
    if state.settled.iter().any(|item| usize::try_from(*item).is_ok_and(|item| item >= step.checklist.len())) {
        return Err(ProjectError::NumberUnusable { noun: Noun::Step });
    }
    let not_begun = state.progress == StepProgress::Geplant
        && state.date.is_none()
        && state.settled.is_empty()
        && state.note.is_empty();
    if not_begun {
        cx.tx.delete_step_state(state.area, state.step)?;
    } else {
        cx.tx.put_step_state(state)?;
    }
    Ok(Applied::changed(label::step_state(&step.title, &area.name, state.progress)))
}

fn known<'a>(cx: &Cx<'a>, id: SchrittId) -> Result<&'a ProcedureStep, ProjectError> {
    cx.before.verfahren.steps.iter().find(|step| step.id == id).ok_or(ProjectError::Unknown { noun: Noun::Step })
}
