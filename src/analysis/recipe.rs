//! Reads a recipe against the data: names become identities, senseless parameters are refused.

use super::{SpecError, denominate, weight};
use crate::domain::{
    Aggregation, AreaId, ClassMethod, Classes, Denomination, Direction, IndexSpec, Indicator, IndicatorId, Measure,
    Normalisation, PeriodChoice, PeriodId, PlanningData, ReferencePeriods, ReferenceSet, SpecIndicator, Status,
    Treatment, Uncertainty,
};

/// Greatest number of replications that a recipe may ask for.
const MOST_REPLICATIONS: u32 = 100_000;

/// A recipe with its names looked up.
pub(super) struct Recipe<'a> {
    pub entries: &'a [SpecIndicator],
    pub indicators: Vec<&'a Indicator>,
    /// The indicator below the line, where the recipe names one.
    pub denominators: Vec<Option<IndicatorId>>,
    pub measure: Measure,
    pub period: PeriodId,
    /// Periods of the reference values.
    pub reference_periods: Vec<PeriodId>,
    /// The area from which distances are measured.
    pub reference_area: Option<AreaId>,
    /// Areas of the selection by identity, without those left out by decision.
    pub candidates: Vec<AreaId>,
    /// Areas left out by decision, by identity.
    pub decided: Vec<AreaId>,
    /// Members of the reference set by identity; `None`: the areas that take part.
    pub reference: Option<Vec<AreaId>>,
    pub population: Option<(IndicatorId, f64)>,
}

/// Looks up what the recipe names and checks its parameters.
pub(super) fn read<'a>(data: &'a PlanningData, spec: &'a IndexSpec) -> Result<Recipe<'a>, SpecError> {
    check(spec)?;
    let indicators = indicators(data, spec)?;
    let denominators = denominators(data, spec)?;
    let (candidates, decided) = areas(data, spec)?;
    if candidates.is_empty() && !decided.is_empty() {
        return Err(SpecError::AllLeftOut);
    }
    let period = period(data, spec, &indicators, &candidates)?;
    let minimum = spec.screen.minimum_population.as_ref();
    let population = minimum.map(|minimum| known(data, &minimum.indicator).map(|card| (card.id, minimum.persons)));
    let population = population.transpose()?;
    if let Measure::Change { years } = spec.measure
        && denominate::base_period(data, period, years).is_none()
    {
        return Err(SpecError::NoBasePeriod(years));
    }
    Ok(Recipe {
        entries: &spec.indicators,
        indicators,
        denominators,
        measure: spec.measure,
        period,
        reference_periods: reference_periods(data, spec, period)?,
        reference_area: reference_area(data, spec)?,
        candidates,
        decided,
        reference: reference(data, spec)?,
        population,
    })
}

/// Checks what makes sense or not whatever the data are.
///
/// # Errors
/// The reason why the recipe makes no sense.
pub fn check(spec: &IndexSpec) -> Result<(), SpecError> {
    if spec.indicators.is_empty() {
        return Err(SpecError::NoIndicators);
    }
    for (at, entry) in spec.indicators.iter().enumerate() {
        if spec.indicators[..at].iter().any(|other| other.code == entry.code) {
            return Err(SpecError::DuplicateIndicator(entry.code.clone()));
        }
        if entry.direction == Direction::Context {
            return Err(SpecError::ContextIndicator(entry.code.clone()));
        }
        denominate::check(entry)?;
        entry.treat.map_or(Ok(()), check_treatment)?;
    }
    weight::check(spec)?;
    check_screen(spec)?;
    check_treatment(spec.treat)?;
    check_normalisation(spec.normalise)?;
    check_aggregations(spec)?;
    spec.classes.as_ref().map_or(Ok(()), check_classes)?;
    check_uncertainty(&spec.uncertainty)
}

fn check_treatment(treatment: Treatment) -> Result<(), SpecError> {
    let sound = match treatment {
        Treatment::None => true,
        Treatment::Winsorise { skewness, kurtosis, .. } => skewness >= 0.0 && kurtosis.is_finite(),
        Treatment::Log { shift } => shift.is_finite(),
    };
    if sound { Ok(()) } else { Err(SpecError::BadTreatment) }
}

fn check_normalisation(method: Normalisation) -> Result<(), SpecError> {
    let sound = match method {
        Normalisation::ScaledZ { mean, spread, .. } => mean.is_finite() && spread.is_finite() && spread > 0.0,
        Normalisation::MinMax { from, to } | Normalisation::Goalposts { from, to, .. } => {
            from.is_finite() && to.is_finite() && from < to
        }
        Normalisation::ZScore { .. }
        | Normalisation::RobustZ
        | Normalisation::Rank { .. }
        | Normalisation::Borda { .. }
        | Normalisation::PercentileRank { .. }
        | Normalisation::Distance { .. }
        | Normalisation::ShareOfMean
        | Normalisation::Exponential { .. } => true,
    };
    if sound { Ok(()) } else { Err(SpecError::BadNormalisation) }
}

/// Aggregations of the recipe and of its variation against how many values each puts together.
fn check_aggregations(spec: &IndexSpec) -> Result<(), SpecError> {
    let weights = weight::weights(spec);
    let counting = |name: &str| {
        let within = spec.indicators.iter().zip(&weights).filter(|(entry, _)| entry.dimension == name);
        within.filter(|(_, weight)| **weight > 0.0).count()
    };
    for dimension in &spec.dimensions {
        check_aggregation(dimension.aggregate, counting(&dimension.name))?;
    }
    let of = if spec.dimensions.is_empty() {
        weights.iter().filter(|weight| **weight > 0.0).count()
    } else {
        let counts = |d: &&crate::domain::SpecDimension| d.weight > 0.0 && counting(&d.name) > 0;
        spec.dimensions.iter().filter(counts).count()
    };
    spec.drawn_aggregations().into_iter().try_for_each(|method| check_aggregation(method, of))
}

fn check_aggregation(method: Aggregation, of: usize) -> Result<(), SpecError> {
    match method {
        Aggregation::WorstK { k } if k == 0 || k as usize > of => Err(SpecError::BadWorstK { k, of }),
        Aggregation::WorstK { .. }
        | Aggregation::ArithmeticMean
        | Aggregation::Sum
        | Aggregation::GeometricMean
        | Aggregation::HarmonicMean
        | Aggregation::MazziottaPareto { .. }
        | Aggregation::Median
        | Aggregation::Copeland => Ok(()),
    }
}

fn denominators(data: &PlanningData, spec: &IndexSpec) -> Result<Vec<Option<IndicatorId>>, SpecError> {
    let below = |entry: &SpecIndicator| match &entry.denominate {
        Denomination::ByIndicator { indicator, .. } => known(data, indicator).map(|card| Some(card.id)),
        Denomination::AsObserved | Denomination::OwnCounts { .. } | Denomination::SumOfParts { .. } => Ok(None),
    };
    spec.indicators.iter().map(below).collect()
}

fn reference_periods(data: &PlanningData, spec: &IndexSpec, own: PeriodId) -> Result<Vec<PeriodId>, SpecError> {
    match &spec.reference_periods {
        ReferencePeriods::YearWise => Ok(vec![own]),
        ReferencePeriods::Pooled => {
            Ok(data.periods.iter().filter(|period| period.year.is_some()).map(|period| period.id).collect())
        }
        ReferencePeriods::Labels(labels) => {
            let find = |label: &String| {
                data.period_by_label(label).map(|period| period.id).ok_or_else(|| SpecError::NoValues(label.clone()))
            };
            labels.iter().map(find).collect()
        }
    }
}

fn reference_area(data: &PlanningData, spec: &IndexSpec) -> Result<Option<AreaId>, SpecError> {
    let find = |named: &crate::domain::ReferenceArea| {
        data.area_by_key(named.level, &named.key)
            .map(|area| area.id)
            .ok_or_else(|| SpecError::UnknownReferenceArea(named.key.clone()))
    };
    spec.reference_area.as_ref().map(find).transpose()
}

fn known<'a>(data: &'a PlanningData, code: &str) -> Result<&'a Indicator, SpecError> {
    data.indicator_by_code(code).ok_or_else(|| SpecError::UnknownIndicator(code.to_owned()))
}

fn indicators<'a>(data: &'a PlanningData, spec: &IndexSpec) -> Result<Vec<&'a Indicator>, SpecError> {
    spec.indicators.iter().map(|entry| known(data, &entry.code)).collect()
}

fn check_screen(spec: &IndexSpec) -> Result<(), SpecError> {
    let screen = &spec.screen;
    let is_share = |share: f64| (0.0..=1.0).contains(&share);
    let shares = is_share(screen.minimum_share_present)
        && is_share(screen.minimum_share_per_indicator)
        && screen.greatest_zero_share.is_none_or(is_share)
        && screen.greatest_zero_share_per_indicator.is_none_or(is_share);
    let minimum = screen.minimum_population.as_ref();
    let persons = minimum.is_none_or(|minimum| minimum.persons.is_finite() && minimum.persons >= 0.0);
    if shares && persons { Ok(()) } else { Err(SpecError::BadScreen) }
}

fn check_classes(classes: &Classes) -> Result<(), SpecError> {
    let cuts = &classes.cuts;
    let ascending = cuts.windows(2).all(|pair| pair[0] < pair[1]) && cuts.iter().all(|cut| cut.is_finite());
    let borders = classes.border.len() == 1 || classes.border.len() + 1 == classes.labels.len();
    let labels = match classes.method {
        ClassMethod::Cuts => classes.labels.len() == cuts.len() + 1,
        ClassMethod::Quantiles { .. } | ClassMethod::NaturalBreaks | ClassMethod::EqualIntervals => {
            classes.labels.len() > 1 && cuts.is_empty()
        }
    };
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
