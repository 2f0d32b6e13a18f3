//! The procedure template and its states in the example.

use super::{AreaKey, FrameError, from_toml};
use crate::domain::{ProcedureGate, ProcedureStep, SchrittId, StepProgress};
use jiff::civil::Date;
use serde::Deserialize;

/// State of a step for an area, the step by its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameStepState {
    /// The Aktionsraum.
    pub area: AreaKey,
    /// Position of the step, starting at 1.
    pub position: u32,
    /// How far it is.
    pub progress: StepProgress,
    /// Until when it is planned, or when it was closed.
    pub date: Date,
    /// Indices of the checklist items that are settled.
    pub settled: Vec<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
    schritt: Vec<Schritt>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Schritt {
    titel: String,
    zustaendig: String,
    ergebnis: String,
    #[serde(default)]
    gremium: bool,
    pruefliste: Vec<String>,
    #[serde(default)]
    tore: Vec<ProcedureGate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct States {
    verfahrensstand: Vec<Stand>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stand {
    gebiet: String,
    schritte: Vec<(u32, StepProgress, Date, Vec<u32>)>,
}

/// The steps of the template in order.
pub(super) fn load() -> Result<Vec<ProcedureStep>, FrameError> {
    let file: Template = from_toml("verfahren.toml", include_str!("../../../data/dortmund/verfahren.toml"))?;
    Ok((1..).zip(file.schritt).map(|(position, schritt)| step(position, schritt)).collect())
}

fn step(position: u32, schritt: Schritt) -> ProcedureStep {
    ProcedureStep {
        id: SchrittId(0),
        position,
        title: schritt.titel,
        responsible: schritt.zustaendig,
        result: schritt.ergebnis,
        checklist: schritt.pruefliste,
        is_committee: schritt.gremium,
        gates: schritt.tore,
    }
}

/// The states of the example.
pub(super) fn load_states() -> Result<Vec<FrameStepState>, FrameError> {
    let file: States = from_toml("verfahrensstand.toml", include_str!("../../../data/beispiel/verfahrensstand.toml"))?;
    Ok(file.verfahrensstand.into_iter().flat_map(states_of).collect())
}

fn states_of(stand: Stand) -> impl Iterator<Item = FrameStepState> {
    let area = AreaKey::sozialraum(&stand.gebiet);
    stand.schritte.into_iter().map(move |(position, progress, date, settled)| FrameStepState {
        area: area.clone(),
        position,
        progress,
        date,
        settled,
    })
}
