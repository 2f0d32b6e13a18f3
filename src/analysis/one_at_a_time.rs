//! One choice of the recipe decided otherwise, everything else as it is.

use super::{IndexRun, SpecError, run};
use crate::domain::{
    Aggregation, AreaId, Imputation, IndexSpec, IndicatorId, Normalisation, Penalty, PlanningData, Treatment, Weighting,
};
use crate::jobs::{Cancelled, Progress};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// What is decided otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Changed {
    /// Another normalisation.
    Normalisation(Normalisation),
    /// Another aggregation.
    Aggregation(Aggregation),
    /// Other values for gaps.
    Imputation(Imputation),
    /// Outlying values treated otherwise.
    Treatment(Treatment),
    /// All weights equal.
    EqualWeights,
    /// One indicator without weight.
    WithoutIndicator(IndicatorId),
    /// All indicators of one dimension without weight.
    WithoutDimension(String),
}

/// A recipe in which one thing is decided otherwise, and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// What is decided otherwise.
    pub changed: Changed,
    /// What becomes of the ranks, or why the recipe makes no sense then.
    pub outcome: Result<Shift, SpecError>,
}

/// Ranks beside those of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// Ranks of the run's areas; none for an area that takes no part then.
    pub rank: Vec<Option<u32>>,
    /// Mean absolute shift over the areas that take part in both.
    pub mean_shift: f64,
    /// The area whose rank changes most, with its rank then; none where no rank changes.
    pub most: Option<(AreaId, u32)>,
    /// Areas that come among the first places, by identity.
    pub entering: Vec<AreaId>,
    /// Areas that fall out of the first places, by identity.
    pub leaving: Vec<AreaId>,
}

/// Every other decision that is usual, each by itself. Who takes part is decided by the recipe's own conditions.
///
/// # Errors
/// [`SpecError::Cancelled`].
pub fn one_at_a_time(data: &PlanningData, base: &IndexRun, progress: &Progress) -> Result<Vec<Alternative>, SpecError> {
    let alternatives = alternatives(base);
    let decide = |(changed, spec): (Changed, IndexSpec)| {
        progress.check()?;
        let outcome = run(data, &spec).map(|other| shift(base, &other));
        Ok(Alternative { changed, outcome })
    };
    Ok(alternatives.into_par_iter().map(decide).collect::<Result<_, Cancelled>>()?)
}

/// What becomes of the ranks of `base` in `other`; the first places are those that the recipe of `base` asks about.
pub fn shift(base: &IndexRun, other: &IndexRun) -> Shift {
    let rank: Vec<Option<u32>> = base.areas.iter().map(|&area| other.row_of(area).map(|row| other.rank[row])).collect();
    let places = base.spec.uncertainty.top_places;
    let pairs = || (0..base.areas.len()).filter_map(|row| Some((row, base.rank[row], rank[row]?)));
    let distance = |(_, own, then): (usize, u32, u32)| own.abs_diff(then);
    let count = pairs().count().max(1);
    let most = pairs().max_by_key(|&pair| (distance(pair), std::cmp::Reverse(pair.0)));
    let crossing = |inside: fn(u32, u32, u32) -> bool| {
        pairs().filter(|&(_, own, then)| inside(own, then, places)).map(|(row, ..)| base.areas[row]).collect()
    };
    Shift {
        mean_shift: pairs().map(|pair| f64::from(distance(pair))).sum::<f64>() / count as f64,
        most: most.filter(|&pair| distance(pair) > 0).map(|(row, _, then)| (base.areas[row], then)),
        entering: crossing(|own, then, places| own > places && then <= places),
        leaving: crossing(|own, then, places| own <= places && then > places),
        rank,
    }
}

fn alternatives(base: &IndexRun) -> Vec<(Changed, IndexSpec)> {
    let spec = &base.spec;
    let with = |change: &dyn Fn(&mut IndexSpec)| {
        let mut other = spec.clone();
        change(&mut other);
        other
    };
    let mut found = Vec::new();
    for normalisation in usual_normalisations().into_iter().filter(|method| *method != spec.normalise) {
        found.push((Changed::Normalisation(normalisation), with(&|spec| spec.normalise = normalisation)));
    }
    for aggregation in usual_aggregations().into_iter().filter(|method| *method != spec.aggregate) {
        found.push((Changed::Aggregation(aggregation), with(&|spec| spec.aggregate = aggregation)));
    }
    for treatment in usual_treatments().into_iter().filter(|method| *method != spec.treat) {
        found.push((Changed::Treatment(treatment), with(&|spec| spec.treat = treatment)));
    }
    let gaps = base.kernel.observed.columns().any(|column| column.iter().any(|value| value.is_nan()));
    for imputation in usual_imputations().into_iter().filter(|method| gaps && *method != spec.impute) {
        found.push((Changed::Imputation(imputation), with(&|spec| spec.impute = imputation)));
    }
    let is_equal = match spec.weigh {
        Weighting::Equal => true,
        Weighting::ByHand => spec.has_equal_weights(),
        Weighting::BudgetAllocation { .. } | Weighting::FromData { .. } => false,
    };
    if !is_equal {
        found.push((Changed::EqualWeights, with(&equal_weights)));
    }
    for (at, &indicator) in base.indicators.iter().enumerate().filter(|(at, _)| base.weights[*at] > 0.0) {
        found.push((Changed::WithoutIndicator(indicator), with(&|spec| spec.indicators[at].weight = 0.0)));
    }
    let dimensions: BTreeSet<&String> = spec.indicators.iter().map(|entry| &entry.dimension).collect();
    for dimension in dimensions.iter().filter(|dimension| dimensions.len() > 1 && !dimension.is_empty()) {
        let without = |spec: &mut IndexSpec| {
            let members = spec.indicators.iter_mut().filter(|entry| entry.dimension == **dimension);
            members.for_each(|entry| entry.weight = 0.0);
        };
        found.push((Changed::WithoutDimension((*dimension).clone()), with(&without)));
    }
    found
}

/// Gives every indicator that counts, and every Teilindex, the same weight.
pub(super) fn equal_weights(spec: &mut IndexSpec) {
    spec.weigh = Weighting::Equal;
    spec.indicators.iter_mut().filter(|entry| entry.weight > 0.0).for_each(|entry| entry.weight = 1.0);
    spec.dimensions.iter_mut().filter(|dimension| dimension.weight > 0.0).for_each(|dimension| dimension.weight = 1.0);
}

/// Normalisations that published indices use side by side.
pub(super) fn usual_normalisations() -> Vec<Normalisation> {
    vec![Normalisation::Z, Normalisation::MIN_MAX, Normalisation::PERCENTILE_RANK, Normalisation::RobustZ]
}

/// Aggregations that published indices use side by side.
pub(super) fn usual_aggregations() -> Vec<Aggregation> {
    vec![
        Aggregation::ArithmeticMean,
        Aggregation::GeometricMean,
        Aggregation::MazziottaPareto { penalty: Penalty::Add, divisor: crate::domain::Divisor::Population },
        Aggregation::Median,
    ]
}

/// Treatments of outlying values that published indices use side by side.
pub(super) fn usual_treatments() -> Vec<Treatment> {
    vec![Treatment::None, Treatment::WINSORISE]
}

/// Imputations that need nothing beside the values of the period.
pub(super) fn usual_imputations() -> Vec<Imputation> {
    vec![Imputation::Reweight, Imputation::ReferenceMean, Imputation::ReferenceMedian]
}

#[cfg(test)]
mod tests {
    use super::super::testing::{LEADER, Planted, of_rows, planted};
    use super::*;

    #[test]
    fn every_usual_decision_is_looked_at_once() {
        let Planted { data, mut spec } = planted(20, 4);
        spec.indicators[0].dimension = "Wohnen".into();
        spec.indicators[3].weight = 2.0;
        let base = run(&data, &spec).unwrap();
        let found = one_at_a_time(&data, &base, &Progress::new()).unwrap();
        let count = |wanted: fn(&Changed) -> bool| found.iter().filter(|found| wanted(&found.changed)).count();
        assert_eq!(count(|changed| matches!(changed, Changed::Normalisation(_))), 3);
        assert_eq!(count(|changed| matches!(changed, Changed::Imputation(_))), 0, "nothing is missing");
        assert_eq!(count(|changed| matches!(changed, Changed::EqualWeights)), 1);
        assert_eq!(count(|changed| matches!(changed, Changed::WithoutIndicator(_))), 4);
        assert_eq!(count(|changed| matches!(changed, Changed::WithoutDimension(_))), 2);
        let leader = base.row_of(LEADER).unwrap();
        let possible: Vec<&Shift> = found.iter().filter_map(|found| found.outcome.as_ref().ok()).collect();
        assert!(
            possible.len() >= found.len() - 2,
            "only geometric and Mazziotta-Pareto means of z-values make no sense"
        );
        assert!(possible.iter().all(|shift| shift.rank[leader] == Some(1)));
    }

    #[test]
    fn an_alternative_that_makes_no_sense_keeps_its_reason() {
        let rows = [[1.0, 4.0], [1.0, 5.0], [1.0, 7.0], [5.0, 2.0]].map(|row| row.map(Some).to_vec());
        let Planted { data, spec } = of_rows(&rows);
        let base = run(&data, &spec).unwrap();
        let found = one_at_a_time(&data, &base, &Progress::new()).unwrap();
        let robust =
            found.iter().find(|found| found.changed == Changed::Normalisation(Normalisation::RobustZ)).unwrap();
        assert_eq!(robust.outcome, Err(SpecError::NoRobustSpread("I1".into())));
    }

    #[test]
    fn entering_and_leaving_areas_are_named() {
        let rows = [[9.0, 1.0], [1.0, 8.0], [0.0, 0.0]].map(|row| row.map(Some).to_vec());
        let Planted { data, mut spec } = of_rows(&rows);
        spec.indicators[0].weight = 2.0;
        spec.uncertainty.top_places = 1;
        let base = run(&data, &spec).unwrap();
        let found = one_at_a_time(&data, &base, &Progress::new()).unwrap();
        let without = found.iter().find(|found| found.changed == Changed::WithoutIndicator(IndicatorId(1))).unwrap();
        let shift = without.outcome.as_ref().unwrap();
        assert_eq!((&shift.entering[..], &shift.leaving[..]), (&[AreaId(2)][..], &[AreaId(1)][..]));
        assert!((shift.mean_shift - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(shift.most, Some((AreaId(1), 2)));
    }
}
