//! Changes of the procedure.

use super::{Applied, Cx, known_area, require};
use crate::domain::{ProcedureStep, SchrittId, StepProgress, StepState};
use crate::project::{ProjectError, VerfahrenCommand};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: VerfahrenCommand) -> Result<Applied, ProjectError> {
    match command {
        VerfahrenCommand::AddStep(step) => add(cx, step),
        VerfahrenCommand::UpdateStep(step) => update(cx, step),
        VerfahrenCommand::RemoveStep(id) => remove(cx, id),
        VerfahrenCommand::SetState(state) => set_state(cx, &state),
    }
}

fn add(cx: &Cx<'_>, mut step: ProcedureStep) -> Result<Applied, ProjectError> {
    require(Noun::Step, &step.title)?;
    step.position = cx.before.verfahren.steps.iter().map(|step| step.position).max().unwrap_or(0) + 1;
    let id = cx.tx.put_step(None, &step)?;
    Ok(Applied::created(id.0, label::added(Noun::Step, &step.title)))
}

/// Another position moves the step there; the steps between make room.
fn update(cx: &Cx<'_>, step: ProcedureStep) -> Result<Applied, ProjectError> {
    known(cx, step.id)?;
    require(Noun::Step, &step.title)?;
    let label = label::changed(Noun::Step, &step.title);
    let place = usize::try_from(step.position.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut order: Vec<ProcedureStep> =
        cx.before.verfahren.steps.iter().filter(|other| other.id != step.id).cloned().collect();
    let moved = step.id;
    order.insert(place.min(order.len()), step);
    renumber(cx, order, Some(moved))?;
    Ok(Applied::changed(label))
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
