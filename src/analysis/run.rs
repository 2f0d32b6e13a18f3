//! Runs a recipe: the steps of the field in their order, every intermediate value kept.

use super::fingerprint::Fingerprint;
use super::normalise::Scale;
use super::rank::ranks;
use super::recipe::Recipe;
use super::screen::Table;
use super::{
    IndexRun, LeftOut, LeftOutReason, RankIntervals, RunNote, SpecError, Stage, StageName, aggregate, classify, impute,
    rank_intervals, recipe, screen, standardise, weight,
};
use crate::domain::{AreaId, IndexSpec, IndicatorId, Normalisation, PlanningData};
use crate::jobs::Progress;
use std::borrow::Cow;
use std::sync::Arc;

/// A run and how sure its ranks are.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// The run of the recipe as it is.
    pub run: IndexRun,
    /// The ranks under variation of the recipe.
    pub intervals: RankIntervals,
}

/// Everything that comes before the numbers are put together.
struct Prepared<'a> {
    recipe: Recipe<'a>,
    table: Table,
    left_out: Vec<LeftOut>,
    reference: Option<Vec<Vec<f64>>>,
    fillers: Vec<Option<f64>>,
    scales: Vec<Scale>,
    weights: Vec<f64>,
}

/// Runs a recipe and varies it.
///
/// # Errors
/// Those of [`run`], and [`SpecError::Cancelled`].
pub fn rank(data: &PlanningData, spec: &IndexSpec, progress: &Progress) -> Result<Ranking, SpecError> {
    let run = run(data, spec)?;
    let intervals = rank_intervals(data, &run, progress)?;
    Ok(Ranking { run, intervals })
}

/// Whether a recipe makes sense with these data.
///
/// # Errors
/// The reason why not; then [`run`] fails with the same one.
pub fn validate(data: &PlanningData, spec: &IndexSpec) -> Result<(), SpecError> {
    let prepared = prepare(data, spec)?;
    let Some(choice) = spec.standardise else { return Ok(()) };
    let raw = Arc::new(row_major(&prepared.table.columns));
    let normalised = prepared.normalised(&prepared.imputed(&raw));
    let weighted = aggregate::contributions(&normalised, &prepared.weights, spec.aggregate);
    standardise::spread(&aggregate::aggregate(&weighted, prepared.weights.len()), choice).map(|_| ())
}

/// Runs a recipe, without its variation.
///
/// # Errors
/// A recipe that makes no sense with these data, with the reason.
pub fn run(data: &PlanningData, spec: &IndexSpec) -> Result<IndexRun, SpecError> {
    let prepared = prepare(data, spec)?;
    let raw = Arc::new(row_major(&prepared.table.columns));
    let imputed = prepared.imputed(&raw);
    let normalised = Arc::new(prepared.normalised(&imputed));
    let weighted = Arc::new(aggregate::contributions(&normalised, &prepared.weights, spec.aggregate));
    let aggregated = Arc::new(aggregate::aggregate(&weighted, prepared.weights.len()));
    let spread = spec.standardise.map(|choice| standardise::spread(&aggregated, choice)).transpose()?;
    let (contributions, index) = match spread {
        Some(spread) => (Arc::new(divided(&weighted, spread)), divided(&aggregated, spread)),
        None => (weighted.clone(), aggregated.to_vec()),
    };
    let mut stages = vec![
        Stage { name: StageName::Raw, values: raw.clone() },
        Stage { name: StageName::Imputed, values: imputed },
        Stage { name: StageName::Normalised, values: normalised.clone() },
        Stage { name: StageName::Weighted, values: weighted },
        Stage { name: StageName::Aggregated, values: aggregated },
    ];
    if spread.is_some() {
        stages.push(Stage { name: StageName::Standardised, values: Arc::new(index.clone()) });
    }
    let class = |&value: &f64| spec.classes.as_ref().map(|classes| classify::class(value, classes));
    Ok(IndexRun {
        spec: spec.clone(),
        period: prepared.recipe.period,
        indicators: ids(&prepared.recipe),
        status: row_major(&prepared.table.status),
        weights: weight::shares(&prepared.weights),
        class: index.iter().map(class).collect(),
        rank: ranks(&index, spec.ties),
        notes: notes(&prepared),
        fingerprint: fingerprint(spec, &prepared),
        areas: prepared.table.areas,
        left_out: prepared.left_out,
        reference: prepared.reference,
        raw,
        normalised,
        contributions,
        index,
        stages,
    })
}

fn ids(recipe: &Recipe) -> Vec<IndicatorId> {
    recipe.indicators.iter().map(|indicator| indicator.id).collect()
}

impl Prepared<'_> {
    /// The matrix of values with its gaps filled; the same one where nothing is filled in.
    fn imputed(&self, raw: &Arc<Vec<f64>>) -> Arc<Vec<f64>> {
        if self.fillers.iter().all(Option::is_none) {
            return raw.clone();
        }
        let mut filled = raw.to_vec();
        for row in filled.chunks_exact_mut(self.fillers.len()) {
            for (value, filler) in row.iter_mut().zip(&self.fillers) {
                *value = if value.is_nan() { filler.unwrap_or(f64::NAN) } else { *value };
            }
        }
        Arc::new(filled)
    }

    fn normalised(&self, imputed: &[f64]) -> Vec<f64> {
        let mut normalised = Vec::with_capacity(imputed.len());
        for row in imputed.chunks_exact(self.scales.len()) {
            normalised.extend(row.iter().zip(&self.scales).map(|(&value, scale)| scale.value(value)));
        }
        normalised
    }
}

fn divided(values: &[f64], divisor: f64) -> Vec<f64> {
    values.iter().map(|value| value / divisor).collect()
}

fn prepare<'a>(data: &'a PlanningData, spec: &IndexSpec) -> Result<Prepared<'a>, SpecError> {
    let recipe = recipe::read(data, spec)?;
    let indicators = ids(&recipe);
    let mut left_out: Vec<LeftOut> =
        recipe.decided.iter().map(|&area| LeftOut { area, reason: LeftOutReason::Decision }).collect();
    let mut table = Table::read(data, &indicators, recipe.period, &recipe.candidates);
    let mut taking = screen::screen(data, &recipe, &table, &spec.screen, &mut left_out);
    let reference: Option<Vec<Vec<f64>>> = recipe.reference.as_ref().map(|areas| {
        let values = Table::read(data, &indicators, recipe.period, areas);
        values.columns.iter().map(|column| observed(column).into_owned()).collect()
    });
    loop {
        if taking.len() < 2 {
            return Err(SpecError::TooFewAreas(taking.len()));
        }
        if taking.len() < table.areas.len() {
            table = Table::read(data, &indicators, recipe.period, &taking);
        }
        let known: Vec<Cow<[f64]>> = match &reference {
            Some(reference) => reference.iter().map(|values| Cow::Borrowed(values.as_slice())).collect(),
            None => table.columns.iter().map(|column| observed(column)).collect(),
        };
        let scales = scales(spec, spec.normalise, &known)?;
        if spec.uncertainty.normalisations.contains(&Normalisation::RobustZ) {
            self::scales(spec, Normalisation::RobustZ, &known)?;
        }
        let weights = weight::weights(spec, &scales);
        if weights.iter().sum::<f64>() <= 0.0 {
            return Err(SpecError::AllConstant);
        }
        let fillers: Vec<Option<f64>> = known.iter().map(|known| impute::filler(known, spec.impute)).collect();
        let without = without_weight(&table, &fillers, &weights);
        if without.is_empty() {
            drop(known);
            left_out.sort_by_key(|left_out| left_out.area);
            return Ok(Prepared { recipe, table, left_out, reference, fillers, scales, weights });
        }
        taking.retain(|area| !without.iter().any(|left_out| left_out.area == *area));
        left_out.extend(without);
    }
}

/// Areas whose values all belong to indicators without weight: they have no index.
fn without_weight(table: &Table, fillers: &[Option<f64>], weights: &[f64]) -> Vec<LeftOut> {
    let weighted = |row: usize| {
        let counts = |at: usize| weights[at] > 0.0 && (fillers[at].is_some() || !table.columns[at][row].is_nan());
        (0..weights.len()).any(counts)
    };
    let reason = |row: usize| LeftOutReason::TooFewValues {
        present: table.columns.iter().filter(|column| !column[row].is_nan()).count(),
        of: table.columns.len(),
    };
    let rows = (0..table.areas.len()).filter(|&row| !weighted(row));
    rows.map(|row| LeftOut { area: table.areas[row], reason: reason(row) }).collect()
}

/// The scales of one normalisation for all indicators of the recipe.
pub(super) fn scales(
    spec: &IndexSpec,
    normalisation: Normalisation,
    reference: &[Cow<[f64]>],
) -> Result<Vec<Scale>, SpecError> {
    let fit = |(entry, values): (&crate::domain::SpecIndicator, &Cow<[f64]>)| {
        Scale::fit(values, normalisation, entry.direction).map_err(|_| SpecError::NoRobustSpread(entry.code.clone()))
    };
    spec.indicators.iter().zip(reference).map(fit).collect()
}

/// The values of a column without its gaps.
pub(super) fn observed(column: &[f64]) -> Cow<'_, [f64]> {
    if column.iter().any(|value| value.is_nan()) {
        Cow::Owned(column.iter().copied().filter(|value| !value.is_nan()).collect())
    } else {
        Cow::Borrowed(column)
    }
}

fn row_major<T: Copy>(columns: &[Vec<T>]) -> Vec<T> {
    let rows = columns.first().map_or(0, Vec::len);
    let mut matrix = Vec::with_capacity(rows * columns.len());
    for row in 0..rows {
        matrix.extend(columns.iter().map(|column| column[row]));
    }
    matrix
}

fn notes(prepared: &Prepared) -> Vec<RunNote> {
    let mut notes = Vec::new();
    let table = &prepared.table;
    for (at, indicator) in prepared.recipe.indicators.iter().enumerate() {
        let without: Vec<AreaId> = gaps(&table.columns[at]).map(|row| table.areas[row]).collect();
        if indicator.direction == crate::domain::Direction::Context {
            notes.push(RunNote::ContextCounted(indicator.id));
        }
        if prepared.scales[at] == Scale::Constant && without.len() < table.areas.len() {
            notes.push(RunNote::Constant(indicator.id));
        }
        if !without.is_empty() {
            notes.push(RunNote::WithoutValue { indicator: indicator.id, areas: without });
        }
    }
    if table.demonstration > 0 {
        notes.push(RunNote::Demonstration { cells: table.demonstration });
    }
    notes
}

fn gaps(column: &[f64]) -> impl Iterator<Item = usize> + '_ {
    column.iter().enumerate().filter(|(_, value)| value.is_nan()).map(|(row, _)| row)
}

/// Hash of the recipe without its name, the areas and the values.
fn fingerprint(spec: &IndexSpec, prepared: &Prepared) -> String {
    let unnamed = IndexSpec { name: String::new(), description: String::new(), ..spec.clone() };
    let mut hash = Fingerprint::of("run").text(&serde_json::to_string(&unnamed).unwrap_or_default());
    hash = hash.id(prepared.recipe.period.0);
    hash = prepared.table.areas.iter().fold(hash, |hash, area| hash.id(area.0));
    let columns = prepared.table.columns.iter().chain(prepared.reference.iter().flatten());
    for column in columns {
        hash = column.iter().fold(hash.word(column.len() as u64), |hash, &value| hash.number(value));
    }
    hash.finish()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Planted, extended, observation, of_rows, period, planted};
    use super::*;
    use crate::domain::{
        AreaLevel, Classes, Direction, Divisor, Imputation, MinimumPopulation, PeriodChoice, PeriodId, ReferenceSet,
        Status,
    };
    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found} instead of {expected}");
    }

    fn refused(change: impl FnOnce(&mut PlanningData, &mut IndexSpec)) -> SpecError {
        let Planted { mut data, mut spec } = planted(5, 2);
        change(&mut data, &mut spec);
        let error = validate(&data, &spec).unwrap_err();
        assert_eq!(run(&data, &spec), Err(error.clone()));
        error
    }

    #[test]
    fn a_context_indicator_counts_only_by_the_recipes_word_and_the_result_says_so() {
        let Planted { mut data, spec } = planted(5, 2);
        let mut cards = (*data.indicators).clone();
        cards[0].direction = Direction::Context;
        data.indicators = std::sync::Arc::new(cards);
        let run = run(&data, &spec).unwrap();
        assert!(run.notes.contains(&RunNote::ContextCounted(run.indicators[0])));
    }

    #[test]
    fn a_senseless_recipe_is_refused_with_its_reason() {
        let own = |text: &str| text.to_owned();
        assert_eq!(refused(|_, spec| spec.indicators.clear()), SpecError::NoIndicators);
        assert_eq!(refused(|_, spec| spec.indicators[0].code = own("X")), SpecError::UnknownIndicator(own("X")));
        assert_eq!(refused(|_, spec| spec.indicators[0].code = own("I2")), SpecError::DuplicateIndicator(own("I2")));
        assert_eq!(
            refused(|_, spec| spec.indicators[0].direction = Direction::Context),
            SpecError::ContextIndicator(own("I1"))
        );
        assert_eq!(refused(|_, spec| spec.indicators[1].weight = -1.0), SpecError::BadWeight(own("I2")));
        assert_eq!(refused(|_, spec| spec.indicators[1].weight = f64::NAN), SpecError::BadWeight(own("I2")));
        assert_eq!(
            refused(|_, spec| spec.indicators.iter_mut().for_each(|entry| entry.weight = 0.0)),
            SpecError::AllWeightsZero
        );
        assert_eq!(refused(|_, spec| spec.period = PeriodChoice::Label(own("1999"))), SpecError::NoValues(own("1999")));
        assert_eq!(refused(|_, spec| spec.areas.set = Some(own("x"))), SpecError::UnknownAreaSet(own("x")));
        assert_eq!(refused(|_, spec| spec.areas.leave_out = vec![own("zz")]), SpecError::UnknownArea(own("zz")));
        assert_eq!(refused(|_, spec| spec.screen.minimum_share_present = 2.0), SpecError::BadScreen);
        assert_eq!(refused(|_, spec| spec.uncertainty.replications = 0), SpecError::BadUncertainty);
        assert_eq!(refused(|_, spec| spec.uncertainty.weight_variation = 1.5), SpecError::BadUncertainty);
        assert_eq!(
            refused(|_, spec| spec.classes = Some(Classes { cuts: vec![1.0, 0.0], border: vec![], labels: vec![] })),
            SpecError::BadClasses
        );
        let few = |_: &mut PlanningData, spec: &mut IndexSpec| {
            spec.areas.leave_out = ["a01", "a02", "a03", "a04"].map(own).to_vec();
        };
        assert_eq!(refused(few), SpecError::TooFewAreas(1));
        assert_eq!(refused(|data, _| *data = of_rows(&vec![vec![Some(1.0); 2]; 4]).data), SpecError::AllConstant);
    }

    #[test]
    fn suppressed_is_no_value_and_nil_is_zero() {
        let Planted { data, spec } = of_rows(&[vec![Some(4.0), Some(1.0)], vec![Some(2.0), Some(3.0)]]);
        let mut nil = observation(3, 1, 1, None);
        nil.status = Status::Nil;
        let mut secret = observation(3, 2, 1, Some(99.0));
        secret.status = Status::Suppressed;
        let mut data = extended(&data, &[period(1, "2025")], &[nil, secret]);
        let mut areas = data.areas.to_vec();
        areas.push(super::super::testing::area(3, AreaLevel::Sozialraum));
        data.areas = Arc::new(areas);
        let spec = IndexSpec { screen: Default::default(), ..spec };
        let run = run(&data, &spec).unwrap();
        close(run.raw[4], 0.0);
        assert!(run.raw[5].is_nan());
        assert_eq!(run.status[5], Status::Suppressed);
        assert!(run.notes.contains(&RunNote::WithoutValue { indicator: IndicatorId(2), areas: vec![AreaId(3)] }));
    }

    #[test]
    fn no_result_holds_a_nan_where_an_area_takes_part() {
        let rows = [[Some(1.0), None], [None, Some(2.0)], [Some(3.0), Some(9.0)], [None, None]];
        let Planted { data, mut spec } = of_rows(&rows.map(|row| row.to_vec()));
        spec.screen.minimum_share_present = 0.0;
        let run = run(&data, &spec).unwrap();
        assert!(run.index.iter().chain(run.contributions.iter()).chain(&run.weights).all(|value| value.is_finite()));
        let reason = LeftOutReason::TooFewValues { present: 0, of: 2 };
        assert_eq!(run.left_out, [LeftOut { area: AreaId(4), reason }]);
    }

    #[test]
    fn a_constant_indicator_counts_nothing_and_is_named() {
        let rows = [[1.0, 7.0], [2.0, 7.0], [6.0, 7.0]].map(|row| row.map(Some).to_vec());
        let Planted { data, spec } = of_rows(&rows);
        let run = run(&data, &spec).unwrap();
        assert_eq!(run.notes, [RunNote::Constant(IndicatorId(2))]);
        close(run.weights[0], 1.0);
        close(run.contributions[1], 0.0);
    }

    #[test]
    fn an_area_with_nothing_but_a_constant_indicator_has_no_index() {
        let rows = [[Some(1.0), Some(7.0)], [Some(2.0), Some(7.0)], [None, Some(7.0)]];
        let Planted { data, mut spec } = of_rows(&rows.map(|row| row.to_vec()));
        spec.screen.minimum_share_present = 0.0;
        let run = run(&data, &spec).unwrap();
        assert_eq!(run.left_out[0].reason, LeftOutReason::TooFewValues { present: 1, of: 2 });
        assert_eq!(run.areas.len(), 2);
    }

    #[test]
    fn mean_and_spread_come_from_the_reference_set() {
        let Planted { data, mut spec } = of_rows(&[vec![Some(2.0)], vec![Some(4.0)], vec![Some(9.0)]]);
        spec.reference = ReferenceSet::AreaSet("first".into());
        let run = run(&data, &spec).unwrap();
        for (found, expected) in run.index.iter().zip([-1.0, 1.0, 6.0]) {
            close(*found, expected);
        }
        assert_eq!(run.reference, Some(vec![vec![2.0, 4.0]]));
    }

    #[test]
    fn areas_below_the_minimum_population_or_coded_zero_are_left_out_with_the_reason() {
        let rows = [[5.0, 900.0], [6.0, 299.0], [0.0, 0.0], [8.0, 300.0]].map(|row| row.map(Some).to_vec());
        let Planted { data, mut spec } = of_rows(&rows);
        spec.indicators.truncate(1);
        spec.screen.leave_out_all_zero = true;
        spec.screen.minimum_population = Some(MinimumPopulation { indicator: "I2".into(), persons: 1.0 });
        let with = |spec: &IndexSpec| run(&data, spec).unwrap().left_out;
        let small = |persons, minimum| LeftOutReason::Population { persons: Some(persons), minimum };
        assert_eq!(with(&spec), [LeftOut { area: AreaId(3), reason: small(0.0, 1.0) }]);
        spec.screen.minimum_population = None;
        assert_eq!(with(&spec), [LeftOut { area: AreaId(3), reason: LeftOutReason::AllZero }]);
        spec.screen.minimum_population = Some(MinimumPopulation { indicator: "I2".into(), persons: 300.0 });
        assert_eq!(with(&spec)[0], LeftOut { area: AreaId(2), reason: small(299.0, 300.0) });
    }

    #[test]
    fn the_latest_period_is_the_newest_in_which_every_indicator_has_a_value() {
        let Planted { data, spec } = planted(4, 2);
        let periods = [period(1, "2024"), period(2, "2025"), period(3, "o. J.")];
        let newer = [observation(1, 1, 2, Some(1.0)), observation(1, 1, 3, Some(1.0))];
        assert_eq!(run(&extended(&data, &periods, &newer), &spec).unwrap().period, PeriodId(1));
        let both: Vec<_> =
            (1..=4).flat_map(|area| (1..=2).map(move |i| observation(area, i, 2, Some((area * i) as f64)))).collect();
        assert_eq!(run(&extended(&data, &periods, &both), &spec).unwrap().period, PeriodId(2));
    }

    #[test]
    fn a_filled_gap_counts_with_its_full_weight() {
        let rows = [[Some(1.0), Some(1.0)], [Some(3.0), Some(5.0)], [Some(5.0), None]];
        let Planted { data, mut spec } = of_rows(&rows.map(|row| row.to_vec()));
        spec.screen.minimum_share_present = 0.0;
        spec.normalise = Normalisation::ZScore { divisor: Divisor::Population };
        let index = |spec: &IndexSpec| run(&data, spec).unwrap().index[2];
        let alone = index(&spec);
        spec.impute = Imputation::ReferenceMean;
        close(index(&spec), alone / 2.0);
    }

    #[test]
    fn the_robust_scale_is_refused_also_as_a_variation() {
        let rows = [1.0, 1.0, 1.0, 5.0].map(|value| vec![Some(value)]);
        let Planted { data, mut spec } = of_rows(&rows);
        assert_eq!(validate(&data, &spec), Ok(()));
        spec.uncertainty.normalisations.push(Normalisation::RobustZ);
        assert_eq!(validate(&data, &spec), Err(SpecError::NoRobustSpread("I1".into())));
    }
}
