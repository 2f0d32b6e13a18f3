//! Steps of the procedure and their state per area.

use crate::domain::{AreaId, ProcedureStep, SchrittId, StepState};
use crate::store::tx::{code, date, get_code, get_date, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, in order.
    pub fn step_rows(&self) -> Result<Vec<ProcedureStep>, StoreError> {
        self.all(include_str!("../sql/step_all.sql"), [], step_of)
    }

    /// Writes a step, as a new one or over the one of this identity.
    pub fn put_step(&self, id: Option<SchrittId>, step: &ProcedureStep) -> Result<SchrittId, StoreError> {
        let id = self.put(
            include_str!("../sql/step_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":position": step.position,
                ":title": step.title,
                ":responsible": step.responsible,
                ":result": step.result,
                ":checklist": json(&step.checklist)?,
                ":is_committee": step.is_committee,
                ":gates": json(&step.gates)?,
            },
        )?;
        Ok(SchrittId(id))
    }

    /// Removes it.
    pub fn delete_step(&self, id: SchrittId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/step_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// The states that differ from "not begun".
    pub fn step_state_rows(&self) -> Result<Vec<StepState>, StoreError> {
        self.all(include_str!("../sql/step_state_all.sql"), [], step_state_of)
    }

    /// Writes the state of a step for an area.
    pub fn put_step_state(&self, state: &StepState) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/step_state_put.sql"),
            named_params! {
                ":area": state.area.0,
                ":step": state.step.0,
                ":progress": code(&state.progress)?,
                ":date": date(state.date),
                ":settled": json(&state.settled)?,
                ":note": state.note,
            },
        )?;
        Ok(())
    }

    /// Removes the state of a step for an area: it is "not begun" again.
    pub fn delete_step_state(&self, area: AreaId, step: SchrittId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/step_state_delete.sql"), named_params! { ":area": area.0, ":step": step.0 })?;
        Ok(())
    }
}

fn step_of(row: &Row<'_>) -> Result<ProcedureStep, StoreError> {
    Ok(ProcedureStep {
        id: SchrittId(row.get("id")?),
        position: row.get("position")?,
        title: row.get("title")?,
        responsible: row.get("responsible")?,
        result: row.get("result")?,
        checklist: get_json(row, "checklist")?,
        is_committee: row.get("is_committee")?,
        gates: get_json(row, "gates")?,
    })
}

fn step_state_of(row: &Row<'_>) -> Result<StepState, StoreError> {
    Ok(StepState {
        area: AreaId(row.get("area")?),
        step: SchrittId(row.get("step")?),
        progress: get_code(row, "progress")?,
        date: get_date(row, "date")?,
        settled: get_json(row, "settled")?,
        note: row.get("note")?,
    })
}
