//! Reads a recipe against the data: names become identities, senseless parameters are refused.

use super::SpecError;
use crate::domain::{
    AreaId, Classes, Direction, IndexSpec, Indicator, IndicatorId, PeriodChoice, PeriodId, PlanningData, ReferenceSet,
    Status, Uncertainty,
};

/// Greatest number of replications that a recipe may ask for.
const MOST_REPLICATIONS: u32 = 100_000;

/// A recipe with its names looked up.
pub(super) struct Recipe<'a> {
    pub indicators: Vec<&'a Indicator>,
    pub period: PeriodId,
    /// Areas of the selection by identity, without those left out by decision.
    pub candidates: Vec<AreaId>,
    /// Areas left out by decision, by identity.
    pub decided: Vec<AreaId>,
    /// Members of the reference set by identity; `None`: the areas that take part.
    pub reference: Option<Vec<AreaId>>,
    pub population: Option<(IndicatorId, f64)>,
}

/// Looks up what the recipe names and checks its parameters.
pub(super) fn read<'a>(data: &'a PlanningData, spec: &IndexSpec) -> Result<Recipe<'a>, SpecError> {
    let indicators = indicators(data, spec)?;
    check_weights(spec)?;
    check_screen(spec)?;
    spec.classes.as_ref().map_or(Ok(()), check_classes)?;
    check_uncertainty(&spec.uncertainty)?;
    let (candidates, decided) = areas(data, spec)?;
    let period = period(data, spec, &indicators, &candidates)?;
    let minimum = spec.screen.minimum_population.as_ref();
    let population = minimum.map(|minimum| known(data, &minimum.indicator).map(|card| (card.id, minimum.persons)));
    let population = population.transpose()?;
    Ok(Recipe { indicators, period, candidates, decided, reference: reference(data, spec)?, population })
}

fn known<'a>(data: &'a PlanningData, code: &str) -> Result<&'a Indicator, SpecError> {
    data.indicator_by_code(code).ok_or_else(|| SpecError::UnknownIndicator(code.to_owned()))
}

fn indicators<'a>(data: &'a PlanningData, spec: &IndexSpec) -> Result<Vec<&'a Indicator>, SpecError> {
    if spec.indicators.is_empty() {
        return Err(SpecError::NoIndicators);
    }
    let mut found: Vec<&Indicator> = Vec::with_capacity(spec.indicators.len());
    for entry in &spec.indicators {
        let indicator = known(data, &entry.code)?;
        if found.iter().any(|other| other.id == indicator.id) {
            return Err(SpecError::DuplicateIndicator(entry.code.clone()));
        }
        if entry.direction == Direction::Context {
            return Err(SpecError::ContextIndicator(entry.code.clone()));
        }
        found.push(indicator);
    }
    Ok(found)
}

fn check_weights(spec: &IndexSpec) -> Result<(), SpecError> {
    if let Some(bad) = spec.indicators.iter().find(|entry| !entry.weight.is_finite() || entry.weight < 0.0) {
        return Err(SpecError::BadWeight(bad.code.clone()));
    }
    if spec.indicators.iter().any(|entry| entry.weight > 0.0) { Ok(()) } else { Err(SpecError::AllWeightsZero) }
}

fn check_screen(spec: &IndexSpec) -> Result<(), SpecError> {
    let share = (0.0..=1.0).contains(&spec.screen.minimum_share_present);
    let minimum = spec.screen.minimum_population.as_ref();
    let persons = minimum.is_none_or(|minimum| minimum.persons.is_finite() && minimum.persons >= 0.0);
    if share && persons { Ok(()) } else { Err(SpecError::BadScreen) }
}

fn check_classes(classes: &Classes) -> Result<(), SpecError> {
    let ascending = classes.cuts.windows(2).all(|pair| pair[0] < pair[1]) && classes.cuts.iter().all(|c| c.is_finite());
    let borders = classes.border.len() == 1 || classes.border.len() == classes.cuts.len();
    let labels = classes.labels.len() == classes.cuts.len() + 1;
    if ascending && borders && labels { Ok(()) } else { Err(SpecError::BadClasses) }
}

fn check_uncertainty(uncertainty: &Uncertainty) -> Result<(), SpecError> {
    let fits = (1..=MOST_REPLICATIONS).contains(&uncertainty.replications)
        && (0.0..=1.0).contains(&uncertainty.weight_variation)
        && uncertainty.coverage_percent > 0.0
        && uncertainty.coverage_percent < 100.0
        && uncertainty.top_places > 0;
    if fits { Ok(()) } else { Err(SpecError::BadUncertainty) }
}

fn members(data: &PlanningData, code: &str) -> Result<Vec<AreaId>, SpecError> {
    let set = data.area_set(code).ok_or_else(|| SpecError::UnknownAreaSet(code.to_owned()))?;
    let mut members = set.members.clone();
    members.sort_unstable();
    members.dedup();
    Ok(members)
}

/// The selected areas and those of them left out by decision, each by identity.
fn areas(data: &PlanningData, spec: &IndexSpec) -> Result<(Vec<AreaId>, Vec<AreaId>), SpecError> {
    let set = spec.areas.set.as_deref().map(|code| members(data, code)).transpose()?;
    let level = spec.areas.level;
    if let Some(key) = spec.areas.leave_out.iter().find(|key| data.area_by_key(level, key).is_none()) {
        return Err(SpecError::UnknownArea(key.clone()));
    }
    let selected =
        data.areas_of(level).filter(|area| set.as_ref().is_none_or(|set| set.binary_search(&area.id).is_ok()));
    let (decided, taking): (Vec<_>, Vec<_>) = selected.partition(|area| spec.areas.leave_out.contains(&area.key));
    let ids = |areas: Vec<&crate::domain::Area>| {
        let mut ids: Vec<AreaId> = areas.into_iter().map(|area| area.id).collect();
        ids.sort_unstable();
        ids
    };
    Ok((ids(taking), ids(decided)))
}

fn reference(data: &PlanningData, spec: &IndexSpec) -> Result<Option<Vec<AreaId>>, SpecError> {
    match &spec.reference {
        ReferenceSet::Participating => Ok(None),
        ReferenceSet::AreaSet(code) => members(data, code).map(Some),
    }
}

fn period(
    data: &PlanningData,
    spec: &IndexSpec,
    indicators: &[&Indicator],
    candidates: &[AreaId],
) -> Result<PeriodId, SpecError> {
    let has = |indicator: &&&Indicator, period: PeriodId| has_value(data, indicator.id, period, candidates);
    match &spec.period {
        PeriodChoice::Label(label) => data
            .period_by_label(label)
            .map(|period| period.id)
            .filter(|&period| indicators.iter().any(|indicator| has(&indicator, period)))
            .ok_or_else(|| SpecError::NoValues(label.clone())),
        PeriodChoice::Latest => {
            let newest_first =
                || data.periods.iter().rev().filter(|period| period.year.is_some()).map(|period| period.id);
            newest_first()
                .find(|&period| indicators.iter().all(|indicator| has(&indicator, period)))
                .or_else(|| newest_first().find(|&period| indicators.iter().any(|indicator| has(&indicator, period))))
                .ok_or_else(|| SpecError::NoValues(String::new()))
        }
    }
}

/// Whether an indicator has a value in a period for one of these areas, which are sorted.
pub(super) fn has_value(data: &PlanningData, indicator: IndicatorId, period: PeriodId, areas: &[AreaId]) -> bool {
    data.dataset.column(indicator, period).is_some_and(|column| {
        (0..column.len()).any(|row| {
            usable(column.values()[row], column.statuses()[row]).is_some()
                && areas.binary_search(&column.areas()[row]).is_ok()
        })
    })
}

/// The number that counts: none where the status carries none, 0 where it says nil.
pub(super) fn usable(value: f64, status: Status) -> Option<f64> {
    match status {
        Status::Nil => Some(if value.is_finite() { value } else { 0.0 }),
        Status::Reported | Status::Provisional | Status::Revised | Status::Estimated | Status::Limited => {
            value.is_finite().then_some(value)
        }
        Status::Missing | Status::Suppressed | Status::Unreliable | Status::Later | Status::NotMeaningful => None,
    }
}
