//! Measures of a programme.

use super::{Applied, Cx, known, require};
use crate::domain::{Handlungsprogramm, HandlungsprogrammId, Massnahme, MassnahmeId, circular_massnahmen};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};

pub(super) fn add(cx: &Cx<'_>, id: HandlungsprogrammId, mut massnahme: Massnahme) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    massnahme.number = next_number(programme);
    massnahme.id = NEW;
    check(cx, programme, &massnahme)?;
    let created = cx.tx.put_massnahme(id, None, &massnahme)?;
    Ok(Applied::created(created.0, label::massnahme_added(massnahme.number)))
}

/// The number of the next measure.
pub(super) fn next_number(programme: &Handlungsprogramm) -> u32 {
    programme.massnahmen.iter().map(|known| known.number).max().unwrap_or(0) + 1
}

pub(super) fn update(cx: &Cx<'_>, mut massnahme: Massnahme) -> Result<Applied, ProjectError> {
    let (programme, known) = find(cx, massnahme.id)?;
    massnahme.number = known.number;
    check(cx, programme, &massnahme)?;
    cx.tx.put_massnahme(programme.id, Some(massnahme.id), &massnahme)?;
    Ok(Applied::changed(label::massnahme_changed(massnahme.number)))
}

/// Measures that waited for the removed one no longer do.
pub(super) fn remove(cx: &Cx<'_>, id: MassnahmeId) -> Result<Applied, ProjectError> {
    let (programme, massnahme) = find(cx, id)?;
    for other in programme.massnahmen.iter().filter(|other| other.abhaengig_von.contains(&id)) {
        let mut other = other.clone();
        other.abhaengig_von.retain(|before| *before != id);
        cx.tx.put_massnahme(programme.id, Some(other.id), &other)?;
    }
    if let Some(changed) = super::szenario::without(programme, id) {
        cx.tx.put_programme(Some(programme.id), &changed)?;
    }
    cx.tx.delete_massnahme(id)?;
    Ok(Applied::changed(label::massnahme_removed(massnahme.number)))
}

/// Stands for a measure that is not stored yet.
const NEW: MassnahmeId = MassnahmeId(-1);

fn check(cx: &Cx<'_>, programme: &Handlungsprogramm, massnahme: &Massnahme) -> Result<(), ProjectError> {
    check_fields(massnahme)?;
    let unknown = |noun| Err(ProjectError::Unknown { noun });
    if massnahme.ziel.is_some_and(|id| programme.ziele.iter().all(|ziel| ziel.id != id)) {
        return unknown(Noun::Ziel);
    }
    if !massnahme.indikator.is_empty() && cx.before.data.indicator_by_code(&massnahme.indikator).is_none() {
        return unknown(Noun::Indicator);
    }
    let mut all: Vec<Massnahme> =
        programme.massnahmen.iter().filter(|other| other.id != massnahme.id).cloned().collect();
    all.push(massnahme.clone());
    let exists = |id: &MassnahmeId| all.iter().any(|other| other.id == *id);
    if !massnahme.abhaengig_von.iter().all(exists) {
        return unknown(Noun::Massnahme);
    }
    refuse_cycles(&all)
}

/// What holds for a measure by itself.
pub(super) fn check_fields(massnahme: &Massnahme) -> Result<(), ProjectError> {
    require(Noun::Massnahme, &massnahme.titel)?;
    if let (Some(beginn), Some(ende)) = (massnahme.beginn, massnahme.ende)
        && beginn > ende
    {
        return Err(ProjectError::QuartersReversed);
    }
    let quarters_fit = massnahme.beginn.iter().chain(&massnahme.ende).all(|at| (1..=4).contains(&at.quarter));
    let values_fit = [massnahme.ausgangswert, massnahme.zielwert].into_iter().flatten().all(f64::is_finite);
    let points = [massnahme.bewertung.wirkung, massnahme.bewertung.aufwand];
    let points_fit = points.into_iter().flatten().all(|points| (1..=5).contains(&points));
    if massnahme.number == 0 || !quarters_fit || !values_fit || !points_fit {
        return Err(ProjectError::NumberUnusable { noun: Noun::Massnahme });
    }
    Ok(())
}

/// Refuses measures that would have to come before themselves.
pub(super) fn refuse_cycles(all: &[Massnahme]) -> Result<(), ProjectError> {
    match circular_massnahmen(all).first() {
        None => Ok(()),
        Some(first) => Err(ProjectError::DependencyCycle { number: first.number }),
    }
}

fn find<'a>(cx: &Cx<'a>, id: MassnahmeId) -> Result<(&'a Handlungsprogramm, &'a Massnahme), ProjectError> {
    let mut programmes = cx.before.programmes.iter();
    programmes
        .find_map(|programme| programme.massnahmen.iter().find(|known| known.id == id).map(|found| (programme, found)))
        .ok_or(ProjectError::Unknown { noun: Noun::Massnahme })
}
