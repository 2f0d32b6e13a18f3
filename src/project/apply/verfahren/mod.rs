//! Changes of the procedure: steps here, committees, entries and carrying out in a file each.

mod durchgang;
mod eintrag;
mod gremium;
mod umsetzung;

use super::{Applied, Cx, free, known_area, require};
use crate::domain::{AreaId, ProcedureGate, ProcedureStep, SchrittId, StepProgress, StepState};
use crate::project::{ProjectError, VerfahrenCommand};
use crate::text::label::{self, Noun};
use std::collections::BTreeMap;

pub(super) fn apply(cx: &Cx<'_>, command: VerfahrenCommand) -> Result<Applied, ProjectError> {
    match command {
        VerfahrenCommand::AddStep(step) => add(cx, step),
        VerfahrenCommand::UpdateStep(step) => update(cx, step),
        VerfahrenCommand::RemoveStep(id) => remove(cx, id),
        VerfahrenCommand::SetState(state) => set_state(cx, &state),
        VerfahrenCommand::CloseStep { state, gates, despite_gates } => close(cx, state, &gates, despite_gates),
        VerfahrenCommand::NameDurchgang(name) => durchgang::rename(cx, &name),
        VerfahrenCommand::BeginDurchgang { name, present_name, day } => durchgang::begin(cx, &name, &present_name, day),
        VerfahrenCommand::RemoveDurchgang(id) => durchgang::remove(cx, id),
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
    check_settled(step, state)?;
    if state.progress == StepProgress::Erledigt {
        stays_closed(cx, step, &area.name, state)?;
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

/// A closed step keeps what closed it; one that something holds open is closed by its own command.
fn stays_closed(cx: &Cx<'_>, step: &ProcedureStep, area: &str, state: &StepState) -> Result<(), ProjectError> {
    let mut stored = cx.before.verfahren.states.iter();
    let stored = stored.find(|known| (known.area, known.step) == (state.area, state.step));
    let closed = stored.filter(|known| known.progress == StepProgress::Erledigt);
    let mut points = open_points(step, state);
    points.retain(|(point, _)| closed.is_none_or(|known| known.settled.contains(point)));
    let gates: Vec<_> = step.gates.iter().filter(|_| closed.is_none()).map(|gate| (*gate, None)).collect();
    if points.is_empty() && gates.is_empty() { Ok(()) } else { Err(held_open(step, area, points, gates)) }
}

/// Closes a step that nothing holds open, or only gates about which the remark says why.
fn close(
    cx: &Cx<'_>,
    state: StepState,
    gates: &BTreeMap<ProcedureGate, usize>,
    despite_gates: bool,
) -> Result<Applied, ProjectError> {
    let step = known(cx, state.step)?;
    let area = known_area(cx, state.area)?;
    check_settled(step, &state)?;
    let points = open_points(step, &state);
    let found = step.gates.iter().map(|gate| (*gate, gates.get(gate).copied()));
    let open: Vec<_> = found.filter(|(_, open)| *open != Some(0)).collect();
    let excused = despite_gates && !state.note.trim().is_empty();
    if !points.is_empty() || (!open.is_empty() && !excused) {
        return Err(held_open(step, &area.name, points, open));
    }
    cx.tx.put_step_state(&StepState { progress: StepProgress::Erledigt, ..state.clone() })?;
    let label = label::step_state(&step.title, &area.name, StepProgress::Erledigt);
    if open.is_empty() {
        return Ok(Applied::changed(label));
    }
    let gates: Vec<ProcedureGate> = open.into_iter().map(|(gate, _)| gate).collect();
    Ok(Applied { detail: label::closed_despite(&gates, &state.note), ..Applied::changed(label) })
}

fn check_settled(step: &ProcedureStep, state: &StepState) -> Result<(), ProjectError> {
    let beyond = |item: &u32| usize::try_from(*item).is_ok_and(|item| item >= step.checklist.len());
    if state.settled.iter().any(beyond) { Err(ProjectError::NumberUnusable { noun: Noun::Step }) } else { Ok(()) }
}

/// Points of the checklist that are not settled, with their place.
fn open_points<'a>(step: &'a ProcedureStep, state: &StepState) -> Vec<(u32, &'a str)> {
    let all = (0u32..).zip(step.checklist.iter().map(String::as_str));
    all.filter(|(place, _)| !state.settled.contains(place)).collect()
}

fn held_open(
    step: &ProcedureStep,
    area: &str,
    points: Vec<(u32, &str)>,
    gates: Vec<(ProcedureGate, Option<usize>)>,
) -> ProjectError {
    let points = points.into_iter().map(|(_, point)| point.to_owned()).collect();
    ProjectError::StepHeldOpen { step: step.title.clone(), area: area.to_owned(), points, gates }
}

fn known<'a>(cx: &Cx<'a>, id: SchrittId) -> Result<&'a ProcedureStep, ProjectError> {
    cx.before.verfahren.steps.iter().find(|step| step.id == id).ok_or(ProjectError::Unknown { noun: Noun::Step })
}
