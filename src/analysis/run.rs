//! Runs a recipe: the steps of the field in their order, every intermediate value kept.

use super::denominate::{Column, Source, group_of, is_broken};
use super::fingerprint::Fingerprint;
use super::impute::Gap;
use super::kernel::{Choices, Combined, Kernel, Treated, Values};
use super::matrix::{Matrix, by_column, has_gap};
use super::normalise::Card;
use super::rank::{places, ranks};
use super::recipe::Recipe;
use super::{
    IndexRun, LeftOut, LeftOutReason, RankIntervals, RunNote, SpecError, Stage, StageName, classify, rank_intervals,
    recipe, screen, standardise, weight,
};
use crate::domain::{
    AreaId, DistanceTo, IndexSpec, IndicatorId, Measure, Normalisation, PeriodId, PlanningData, ReferencePeriods,
};
use crate::jobs::Progress;
use std::collections::BTreeMap;
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
    areas: Vec<AreaId>,
    left_out: Vec<LeftOut>,
    /// As observed.
    raw: Vec<Column>,
    /// Which indicators passed the screen.
    screened: Vec<bool>,
    kernel: Kernel,
    treated: Treated,
    values: Values,
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
    run(data, spec).map(|_| ())
}

/// Runs a recipe, without its variation.
///
/// # Errors
/// A recipe that makes no sense with these data, with the reason.
pub fn run(data: &PlanningData, spec: &IndexSpec) -> Result<IndexRun, SpecError> {
    let prepared = prepare(data, spec)?;
    let kernel = &prepared.kernel;
    let combined = kernel.combine(&prepared.values, &kernel.own)?;
    let aggregate = Arc::new(combined.aggregate.clone());
    let spread = spec.standardise.map(|choice| standardise::spread(&aggregate, choice)).transpose()?;
    let (contributions, index) = match spread {
        Some(spread) => {
            let index = aggregate.iter().map(|value| value / spread).collect();
            (Arc::new(combined.contributions.divided(spread)), Arc::new(index))
        }
        None => (combined.contributions.clone(), aggregate.clone()),
    };
    let classified = spec.classes.as_ref().map(|classes| classify::classify(&index, classes)).transpose()?;
    let rank = ranks(&index, spec.ties);
    let weights = kernel.counting(&prepared.values, &kernel.own);
    let shares = Choices { weights, ..kernel.own.clone() }.shares(&kernel.dimension_of);
    let raw = Arc::new(matrix_of(&prepared.raw, |column| &column.values));
    Ok(IndexRun {
        spec: spec.clone(),
        period: prepared.recipe.period,
        indicators: ids(&prepared.recipe),
        dimensions: kernel.dimensions.clone(),
        status: Arc::new(matrix_of(&prepared.raw, |column| &column.status)),
        filled: prepared.treated.filled.clone(),
        touched: prepared.treated.touched.clone(),
        weights: shares,
        class: match &classified {
            Some(classified) => classified.class.iter().map(|&class| Some(class)).collect(),
            None => vec![None; index.len()],
        },
        class_cuts: classified.map(|classified| classified.cuts).unwrap_or_default(),
        place: places(&index, &rank, spec.ties),
        rank,
        notes: notes(&prepared),
        fingerprint: fingerprint(spec, &prepared),
        normalised: prepared.values.normalised.clone(),
        stages: stages(&prepared, &raw, &combined, &aggregate, spread.map(|_| &index)),
        left_out: prepared.left_out,
        areas: prepared.areas,
        kernel: Arc::new(prepared.kernel),
        raw,
        contributions,
        index,
    })
}

fn stages(
    prepared: &Prepared,
    raw: &Arc<Matrix>,
    combined: &Combined,
    aggregate: &Arc<Vec<f64>>,
    standardised: Option<&Arc<Vec<f64>>>,
) -> Vec<Stage> {
    let treated = &prepared.treated;
    let derived = prepared.kernel.observed.columns().zip(raw.columns()).any(|(own, raw)| !Arc::ptr_eq(own, raw));
    let is_treated = !Arc::ptr_eq(&treated.treated, &treated.imputed);
    let single = |values: &Arc<Vec<f64>>| Arc::new(Matrix::of_shared(vec![values.clone()]));
    let kept = [
        (StageName::Raw, Some(raw.clone())),
        (StageName::Denominated, derived.then(|| prepared.kernel.observed.clone())),
        (StageName::Imputed, Some(treated.imputed.clone())),
        (StageName::Treated, is_treated.then(|| treated.treated.clone())),
        (StageName::Normalised, Some(prepared.values.normalised.clone())),
        (StageName::Weighted, Some(combined.contributions.clone())),
        (StageName::Dimensions, combined.dimensions.clone()),
        (StageName::Aggregated, Some(single(aggregate))),
        (StageName::Standardised, standardised.map(single)),
    ];
    kept.into_iter().filter_map(|(name, values)| Some(Stage { name, values: values? })).collect()
}

fn ids(recipe: &Recipe) -> Vec<IndicatorId> {
    recipe.indicators.iter().map(|indicator| indicator.id).collect()
}

fn matrix_of<T: Copy>(columns: &[Column], of: impl Fn(&Column) -> &Arc<Vec<T>>) -> Matrix<T> {
    Matrix::of_shared(columns.iter().map(|column| of(column).clone()).collect())
}

fn prepare<'a>(data: &'a PlanningData, spec: &'a IndexSpec) -> Result<Prepared<'a>, SpecError> {
    let recipe = recipe::read(data, spec)?;
    let source = Source { data, recipe: &recipe };
    let (width, candidates) = (recipe.indicators.len(), &recipe.candidates);
    let mut left_out: Vec<LeftOut> =
        recipe.decided.iter().map(|&area| LeftOut { area, reason: LeftOutReason::Decision }).collect();
    let raw = by_column(width, candidates.len(), |at| source.observed(at, recipe.period, candidates));
    let derived = |at: usize| source.is_derived(at) || recipe.measure != Measure::Level;
    let measured = by_column(width, candidates.len(), |at| {
        if derived(at) { source.measured(at, recipe.period, candidates) } else { raw[at].clone() }
    });
    let screened = screen::screen(data, &recipe, &measured, &spec.screen, &mut left_out);
    let mut rows = screened.rows;
    let reference = reference(&source, spec);
    let choices = choices(spec, &screened.indicators)?;
    loop {
        if rows.len() < 2 {
            return Err(SpecError::TooFewAreas(rows.len()));
        }
        let areas: Vec<AreaId> = rows.iter().map(|&row| candidates[row]).collect();
        let observed = Arc::new(matrix_of(&measured, |column| &column.values).select(&rows));
        let mut kernel = kernel(&source, spec, &areas, observed, reference.as_ref(), &choices);
        let treated = kernel.treated(&kernel.own)?;
        let values = kernel.normalised(&treated, &kernel.own)?;
        check_constant(&kernel, &values, spec)?;
        let turned: Vec<bool> = kernel.cards.iter().map(|card| card.turned).collect();
        kernel.own.weights = weight::from_data(spec, &treated.treated, &turned, kernel.own.weights)?;
        let without = without_weight(&kernel, &values, &areas);
        if without.is_empty() {
            check_variation(&kernel, spec)?;
            let out = left_out.iter().filter(|left_out| was_observed(left_out)).count();
            if out > areas.len() {
                return Err(SpecError::MoreOutThanIn { out, within: areas.len() });
            }
            left_out.sort_by_key(|left_out| left_out.area);
            let raw = raw.into_iter().map(|column| column.select(&rows)).collect();
            return Ok(Prepared {
                areas,
                left_out,
                raw,
                screened: screened.indicators,
                kernel,
                treated,
                values,
                recipe,
            });
        }
        rows.retain(|&row| !without.iter().any(|left_out| left_out.area == candidates[row]));
        left_out.extend(without);
    }
}

/// The recipe's own choices.
fn choices(spec: &IndexSpec, screened: &[bool]) -> Result<Choices, SpecError> {
    let counts = |(weight, &counts): (f64, &bool)| if counts { weight } else { 0.0 };
    let weights: Vec<f64> = weight::weights(spec).into_iter().zip(screened).map(counts).collect();
    if weights.iter().all(|weight| *weight <= 0.0) {
        return Err(SpecError::AllWeightsZero);
    }
    Ok(Choices {
        impute: spec.impute,
        treat: spec.treat,
        normalise: Some(spec.normalise),
        weights,
        aggregate: spec.aggregate,
        dimensions: spec.dimensions.iter().map(|dimension| (dimension.weight, dimension.aggregate)).collect(),
    })
}

fn kernel(
    source: &Source,
    spec: &IndexSpec,
    areas: &[AreaId],
    observed: Arc<Matrix>,
    reference: Option<&Vec<Vec<f64>>>,
    choices: &Choices,
) -> Kernel {
    let needs_area = match spec.normalise {
        Normalisation::Distance { to: DistanceTo::ReferenceArea, .. } => true,
        Normalisation::Distance { to: DistanceTo::Maximum | DistanceTo::Target, .. }
        | Normalisation::ZScore { .. }
        | Normalisation::ScaledZ { .. }
        | Normalisation::RobustZ
        | Normalisation::MinMax { .. }
        | Normalisation::Goalposts { .. }
        | Normalisation::Rank { .. }
        | Normalisation::Borda { .. }
        | Normalisation::PercentileRank { .. }
        | Normalisation::ShareOfMean
        | Normalisation::Exponential { .. } => spec.reference_area.is_some(),
    };
    let card = |(at, entry): (usize, &crate::domain::SpecIndicator)| Card {
        code: entry.code.clone(),
        turned: Card::is_turned(entry.direction),
        goalposts: entry.goalposts,
        target: entry.target,
        reference_value: source.recipe.reference_area.filter(|_| needs_area).and_then(|area| {
            let value = source.measured(at, source.recipe.period, &[area]).values[0];
            (!value.is_nan()).then_some(value)
        }),
    };
    let dimension = |entry: &crate::domain::SpecIndicator| {
        spec.dimensions.iter().position(|dimension| dimension.name == entry.dimension).unwrap_or(0)
    };
    Kernel {
        gaps: gaps(source, areas, &observed),
        observed,
        reference: reference.cloned(),
        cards: spec.indicators.iter().enumerate().map(card).collect(),
        own_treatment: spec.indicators.iter().map(|entry| entry.treat).collect(),
        dimension_of: spec.indicators.iter().map(dimension).collect(),
        dimensions: spec.dimensions.iter().map(|dimension| dimension.name.clone()).collect(),
        own: choices.clone(),
    }
}

/// Values of the reference set; `None` where the areas that take part are the reference, in their own period.
fn reference(source: &Source, spec: &IndexSpec) -> Option<Vec<Vec<f64>>> {
    let recipe = source.recipe;
    if recipe.reference.is_none() && spec.reference_periods == ReferencePeriods::YearWise {
        return None;
    }
    let areas = recipe.reference.as_ref().unwrap_or(&recipe.candidates);
    let known = |at: usize, period: PeriodId| {
        let values = source.measured(at, period, areas).values;
        values.iter().copied().filter(|value| !value.is_nan()).collect::<Vec<f64>>()
    };
    let pooled = |at: usize| recipe.reference_periods.iter().flat_map(|&period| known(at, period)).collect();
    Some(by_column(recipe.indicators.len(), areas.len(), pooled))
}

/// The cells without value, with everything that could fill them.
fn gaps(source: &Source, areas: &[AreaId], observed: &Matrix) -> Vec<Gap> {
    let with_gap = by_column(observed.width(), areas.len(), |at| has_gap(observed.column(at)));
    let incomplete: Vec<usize> = (0..observed.width()).filter(|&at| with_gap[at]).collect();
    if incomplete.is_empty() {
        return Vec::new();
    }
    let groups: Vec<Option<AreaId>> =
        areas.iter().map(|&area| source.data.area(area).and_then(|area| group_of(source.data, area))).collect();
    let of = |place: usize| column_gaps(source, areas, observed.column(incomplete[place]), incomplete[place], &groups);
    by_column(incomplete.len(), areas.len(), of).into_iter().flatten().collect()
}

fn column_gaps(source: &Source, areas: &[AreaId], column: &[f64], at: usize, groups: &[Option<AreaId>]) -> Vec<Gap> {
    let mut sums: BTreeMap<AreaId, (f64, f64)> = BTreeMap::new();
    for (value, group) in column.iter().zip(groups).filter(|(value, _)| !value.is_nan()) {
        if let Some(group) = group {
            let sum = sums.entry(*group).or_default();
            *sum = (sum.0 + value, sum.1 + 1.0);
        }
    }
    let rows: Vec<usize> = (0..column.len()).filter(|&row| column[row].is_nan()).collect();
    let missing: Vec<AreaId> = rows.iter().map(|&row| areas[row]).collect();
    let series = Series::around(source, at, &missing);
    let gap = |(place, &row): (usize, &usize)| Gap {
        row,
        indicator: at,
        group_mean: groups[row].and_then(|group| sums.get(&group)).map(|(sum, n)| sum / n),
        last: series.last(place),
        between: series.between(place),
    };
    rows.iter().enumerate().map(gap).collect()
}

/// Values of other periods for some areas, as far as the series is unbroken.
struct Series {
    year: i16,
    /// Year, period and values, oldest first.
    earlier: Vec<(i16, PeriodId, Vec<f64>)>,
    later: Vec<(i16, PeriodId, Vec<f64>)>,
}

impl Series {
    fn around(source: &Source, at: usize, areas: &[AreaId]) -> Series {
        let (data, own) = (source.data, source.recipe.period);
        let indicator = source.recipe.indicators[at];
        let Some(year) = data.period(own).and_then(|period| period.year) else {
            return Series { year: 0, earlier: Vec::new(), later: Vec::new() };
        };
        let dated = data.periods_of(indicator.id).into_iter().filter_map(|period| Some((period.year?, period.id)));
        let unbroken = dated.filter(|&(other, id)| other != year && !is_broken(data, indicator, own, id));
        let read = |(year, id)| (year, id, source.measured(at, id, areas).values.to_vec());
        let (mut earlier, mut later): (Vec<_>, Vec<_>) = unbroken.map(read).partition(|(other, _, _)| *other < year);
        earlier.sort_by_key(|(year, id, _)| (*year, *id));
        later.sort_by_key(|(year, id, _)| (*year, *id));
        Series { year, earlier, later }
    }

    fn last(&self, place: usize) -> Option<(f64, PeriodId)> {
        let known = self.earlier.iter().rev().find(|(_, _, values)| !values[place].is_nan());
        known.map(|(_, period, values)| (values[place], *period))
    }

    fn between(&self, place: usize) -> Option<f64> {
        let (before, _, earlier) = self.earlier.iter().rev().find(|(_, _, values)| !values[place].is_nan())?;
        let (after, _, later) = self.later.iter().find(|(_, _, values)| !values[place].is_nan())?;
        let share = f64::from(self.year - before) / f64::from(after - before);
        Some(earlier[place] + share * (later[place] - earlier[place]))
    }
}

/// Whether an area has values of the recipe's indicators: one that no table has spoken of is not left out by a choice.
fn was_observed(left_out: &LeftOut) -> bool {
    match left_out.reason {
        LeftOutReason::TooFewValues { present, .. } => present > 0,
        LeftOutReason::Decision
        | LeftOutReason::Population { .. }
        | LeftOutReason::AllZero
        | LeftOutReason::TooManyZeros { .. } => true,
    }
}

/// Areas whose values all belong to indicators without weight: they have no index.
fn without_weight(kernel: &Kernel, values: &Values, areas: &[AreaId]) -> Vec<LeftOut> {
    let weights = kernel.counting(values, &kernel.own);
    let counts = |at: &usize| {
        let dimension = kernel.own.dimensions.get(kernel.dimension_of[*at]);
        weights[*at] > 0.0 && dimension.is_none_or(|dimension| dimension.0 > 0.0)
    };
    if (0..weights.len()).filter(counts).any(|at| values.is_complete(at)) {
        return Vec::new();
    }
    let weighted: Vec<&[f64]> = (0..weights.len()).filter(counts).map(|at| values.normalised.column(at)).collect();
    let reason = |row: usize| LeftOutReason::TooFewValues {
        present: kernel.observed.row(row).filter(|value| !value.is_nan()).count(),
        of: kernel.width(),
    };
    if weighted.is_empty() {
        return Vec::new();
    }
    let rows = (0..areas.len()).filter(|&row| weighted.iter().all(|column| column[row].is_nan()));
    rows.map(|row| LeftOut { area: areas[row], reason: reason(row) }).collect()
}

/// A weighted indicator that tells nothing apart is refused: dropping it would change the weights unsaid.
fn check_constant(kernel: &Kernel, values: &Values, spec: &IndexSpec) -> Result<(), SpecError> {
    let weighted = || (0..kernel.width()).filter(|&at| kernel.own.weights[at] > 0.0);
    if weighted().all(|at| values.constant[at]) {
        return Err(SpecError::AllConstant);
    }
    match weighted().find(|&at| values.constant[at]) {
        Some(at) => Err(SpecError::Constant(spec.indicators[at].code.clone())),
        None => Ok(()),
    }
}

/// Normalisations and treatments of the variation that may make no sense are tried beforehand.
fn check_variation(kernel: &Kernel, spec: &IndexSpec) -> Result<(), SpecError> {
    let may_fail = |method: &&Normalisation| match method {
        Normalisation::RobustZ
        | Normalisation::Goalposts { .. }
        | Normalisation::Distance { .. }
        | Normalisation::ShareOfMean => true,
        Normalisation::ZScore { .. }
        | Normalisation::ScaledZ { .. }
        | Normalisation::MinMax { .. }
        | Normalisation::Rank { .. }
        | Normalisation::Borda { .. }
        | Normalisation::PercentileRank { .. }
        | Normalisation::Exponential { .. } => false,
    };
    let drawn = &spec.drawn_normalisations();
    let with_own = drawn.iter().filter(may_fail).map(|&method| (spec.treat, method));
    let treatments = spec.uncertainty.treatments.iter();
    let with_others = treatments.flat_map(|&treat| drawn.iter().map(move |&method| (treat, method)));
    for (treat, method) in with_own.chain(with_others) {
        kernel.values(&Choices { treat, normalise: Some(method), ..kernel.own.clone() })?;
    }
    Ok(())
}

fn notes(prepared: &Prepared) -> Vec<RunNote> {
    let mut notes = Vec::new();
    let kernel = &prepared.kernel;
    for (at, indicator) in prepared.recipe.indicators.iter().enumerate() {
        let of =
            |rows: &mut dyn Iterator<Item = usize>| -> Vec<AreaId> { rows.map(|row| prepared.areas[row]).collect() };
        let column = kernel.observed.column(at);
        let without = of(&mut kernel.gaps.iter().filter(|gap| gap.indicator == at).map(|gap| gap.row));
        let filled = of(&mut prepared.treated.filled.iter().filter(|cell| cell.indicator == at).map(|cell| cell.row));
        let touched = of(&mut prepared.treated.touched.iter().filter(|(of, _)| *of == at).map(|(_, row)| *row));
        if indicator.direction == crate::domain::Direction::Context {
            notes.push(RunNote::ContextCounted(indicator.id));
        }
        if !prepared.screened[at] {
            notes.push(RunNote::IndicatorScreened(indicator.id));
        } else if prepared.values.constant[at] && without.len() < column.len() {
            notes.push(RunNote::Constant(indicator.id));
        }
        if !without.is_empty() {
            notes.push(RunNote::WithoutValue { indicator: indicator.id, areas: without });
        }
        if !filled.is_empty() {
            notes.push(RunNote::Filled { indicator: indicator.id, areas: filled });
        }
        if !touched.is_empty() {
            notes.push(RunNote::Treated { indicator: indicator.id, areas: touched });
        }
    }
    let demonstration: usize = prepared.raw.iter().map(|column| column.demonstration).sum();
    if demonstration > 0 {
        notes.push(RunNote::Demonstration { cells: demonstration });
    }
    notes
}

/// Hash of the recipe without its name, the areas and the values.
fn fingerprint(spec: &IndexSpec, prepared: &Prepared) -> String {
    let unnamed = IndexSpec { name: String::new(), description: String::new(), ..spec.clone() };
    let mut hash = Fingerprint::of("run").text(&serde_json::to_string(&unnamed).unwrap_or_default());
    hash = hash.id(prepared.recipe.period.0);
    hash = prepared.areas.iter().fold(hash, |hash, area| hash.id(area.0));
    let kernel = &prepared.kernel;
    hash = columns(&kernel.observed).into_iter().fold(hash, Fingerprint::and);
    let filled = prepared.treated.filled.iter();
    hash = filled.fold(hash, |hash, cell| hash.word(cell.row as u64).word(cell.indicator as u64).number(cell.value));
    let fixed = kernel.cards.iter().filter_map(|card| card.reference_value);
    hash = fixed.fold(hash, Fingerprint::number);
    let reference = kernel.reference.iter().flatten();
    reference.fold(hash, |hash, values| hash.numbers(values)).finish()
}

/// Fingerprint of each column.
fn columns(matrix: &Matrix) -> Vec<Fingerprint> {
    let start = Fingerprint::of("column");
    let column = |at: usize| matrix.column(at);
    let four = |part: usize| match 4 * part {
        first if first + 4 <= matrix.width() => {
            start.of_columns([0, 1, 2, 3].map(|place| column(first + place))).to_vec()
        }
        first => (first..matrix.width()).map(|at| start.numbers(column(at))).collect(),
    };
    by_column(matrix.width().div_ceil(4), 4 * matrix.rows(), four).into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Planted, extended, observation, of_rows, period, planted};
    use super::*;
    use crate::domain::{
        Aggregation, AreaLevel, Classes, Direction, Divisor, Imputation, MinimumPopulation, PeriodChoice, PeriodId,
        ReferenceSet, Status, Treatment,
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
            refused(|_, spec| spec.classes = Some(Classes { cuts: vec![1.0, 0.0], ..Classes::default() })),
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
        close(run.raw[(2, 0)], 0.0);
        assert!(run.raw[(2, 1)].is_nan());
        assert_eq!(run.status[(2, 1)], Status::Suppressed);
        assert!(run.notes.contains(&RunNote::WithoutValue { indicator: IndicatorId(2), areas: vec![AreaId(3)] }));
    }

    #[test]
    fn no_result_holds_a_nan_where_an_area_takes_part() {
        let rows = [[Some(1.0), None], [None, Some(2.0)], [Some(3.0), Some(9.0)], [None, None]];
        let Planted { data, mut spec } = of_rows(&rows.map(|row| row.to_vec()));
        spec.screen.minimum_share_present = 0.0;
        let run = run(&data, &spec).unwrap();
        assert!(
            (0..run.width())
                .flat_map(|at| run.contributions.column(at))
                .chain(run.index.iter())
                .chain(&run.weights)
                .all(|value| value.is_finite())
        );
        let reason = LeftOutReason::TooFewValues { present: 0, of: 2 };
        assert_eq!(run.left_out, [LeftOut { area: AreaId(4), reason }]);
    }

    #[test]
    fn a_constant_indicator_is_refused_and_without_weight_named() {
        let rows = [[1.0, 7.0], [2.0, 7.0], [6.0, 7.0]].map(|row| row.map(Some).to_vec());
        let Planted { data, mut spec } = of_rows(&rows);
        assert_eq!(run(&data, &spec), Err(SpecError::Constant("I2".into())));
        spec.indicators[1].weight = 0.0;
        let run = run(&data, &spec).unwrap();
        assert_eq!(run.notes, [RunNote::Constant(IndicatorId(2))]);
        close(run.weights[0], 1.0);
        close(run.contributions[(0, 1)], 0.0);
    }

    #[test]
    fn an_area_with_nothing_but_an_indicator_without_weight_has_no_index() {
        let rows = [[Some(1.0), Some(7.0)], [Some(2.0), Some(7.0)], [None, Some(7.0)]];
        let Planted { data, mut spec } = of_rows(&rows.map(|row| row.to_vec()));
        spec.screen.minimum_share_present = 0.0;
        spec.indicators[1].weight = 0.0;
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
        assert_eq!(run.kernel.reference, Some(vec![vec![2.0, 4.0]]));
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

    #[test]
    fn a_mean_of_logarithms_over_zero_is_refused() {
        let with = |aggregate| {
            refused(|_, spec| {
                spec.normalise = Normalisation::MIN_MAX;
                spec.aggregate = aggregate;
            })
        };
        for aggregate in [Aggregation::GeometricMean, Aggregation::HarmonicMean] {
            assert_eq!(with(aggregate), SpecError::NotPositive(aggregate));
        }
        let worst = |k| refused(move |_, spec| spec.aggregate = Aggregation::WorstK { k });
        assert_eq!(worst(0), SpecError::BadWorstK { k: 0, of: 2 });
        assert_eq!(worst(3), SpecError::BadWorstK { k: 3, of: 2 });
        let drawn = refused(|_, spec| spec.uncertainty.aggregations = vec![Aggregation::WorstK { k: 4 }]);
        assert_eq!(drawn, SpecError::BadWorstK { k: 4, of: 2 });
        assert_eq!(
            refused(|_, spec| spec.treat = Treatment::Log { shift: -1e9 }),
            SpecError::LogOfNegative("I1".into())
        );
    }

    #[test]
    fn more_areas_out_than_in_are_refused_where_they_have_values() {
        let full = |value| vec![Some(value), Some(value + 1.0)];
        let half = || vec![Some(5.0), None];
        let Planted { data, mut spec } = of_rows(&[full(1.0), full(2.0), half(), half(), half()]);
        spec.screen.minimum_share_present = 1.0;
        assert_eq!(run(&data, &spec), Err(SpecError::MoreOutThanIn { out: 3, within: 2 }));
        let nothing = || vec![None, None];
        let Planted { data, mut spec } = of_rows(&[full(1.0), full(2.0), nothing(), nothing(), nothing()]);
        spec.screen.minimum_share_present = 1.0;
        assert_eq!(run(&data, &spec).unwrap().left_out.len(), 3);
    }

    #[test]
    fn rates_of_parts_are_never_averaged() {
        let Planted { data, mut spec } = of_rows(&[vec![Some(0.0)], vec![Some(0.0)], vec![Some(0.0)]]);
        let mut areas = data.areas.to_vec();
        for (id, parent) in [(11, 1), (12, 1), (13, 2), (14, 3)] {
            let part = super::super::testing::area(id, AreaLevel::Unterbezirk);
            areas.push(crate::domain::Area { parent: Some(AreaId(parent)), ..part });
        }
        let counts = |area, numerator, denominator: f64| crate::domain::Observation {
            numerator: Some(numerator),
            denominator: Some(denominator),
            ..observation(area, 1, 1, Some(100.0 * numerator / denominator))
        };
        let parts = [counts(11, 10.0, 100.0), counts(12, 90.0, 100_000.0), counts(13, 5.0, 50.0), counts(14, 1.0, 4.0)];
        let mut data = extended(&data, &[period(1, "2025")], &parts);
        data.areas = Arc::new(areas);
        spec.indicators[0].denominate =
            crate::domain::Denomination::OwnCounts { per: 100.0, parts: Some(AreaLevel::Unterbezirk) };
        let run = run(&data, &spec).unwrap();
        let found = run.stage(StageName::Denominated).unwrap().column(0);
        for (found, expected) in found.iter().zip([10_000.0 / 100_100.0, 10.0, 25.0]) {
            close(*found, expected);
        }
    }

    #[test]
    fn gaps_are_filled_from_the_series_but_not_over_a_break() {
        let Planted { data, mut spec } = of_rows(&[vec![None], vec![Some(5.0)], vec![Some(9.0)]]);
        let periods = [period(2, "2023"), period(1, "2025"), period(3, "2027")];
        let more = [observation(1, 1, 2, Some(2.0)), observation(1, 1, 3, Some(8.0))];
        let mut data = extended(&data, &periods, &more);
        spec.screen.minimum_share_present = 0.0;
        spec.period = PeriodChoice::Label("2025".into());
        let mut builder = crate::domain::DatasetBuilder::default();
        data.dataset.iter().for_each(|observation| builder.push(observation));
        (1..=3).for_each(|area| builder.push(observation(area, 2, 1, Some(area as f64))));
        data.dataset = Arc::new(builder.build());
        let mut cards = data.indicators.to_vec();
        cards.push(crate::domain::Indicator { id: IndicatorId(2), code: "I2".into(), ..cards[0].clone() });
        data.indicators = Arc::new(cards);
        spec.indicators.push(crate::domain::SpecIndicator::new("I2", Direction::HighIsNeed, 1.0, ""));
        let filled = |data: &PlanningData, impute| {
            let spec = IndexSpec { impute, ..spec.clone() };
            run(data, &spec).unwrap().filled.first().map(|cell| cell.value)
        };
        assert_eq!(filled(&data, Imputation::LastValue), Some(2.0));
        assert_eq!(filled(&data, Imputation::LinearBetweenYears), Some(5.0));
        let mut cards = data.indicators.to_vec();
        cards[0].breaks = vec![crate::domain::SeriesBreak { year: 2024, reason: String::new() }];
        data.indicators = Arc::new(cards);
        assert_eq!(filled(&data, Imputation::LastValue), None);
    }

    #[test]
    fn pooled_values_of_all_years_make_years_comparable() {
        let Planted { data, mut spec } = of_rows(&[vec![Some(2.0)], vec![Some(4.0)]]);
        let earlier = [observation(1, 1, 2, Some(0.0)), observation(2, 1, 2, Some(10.0))];
        let data = extended(&data, &[period(2, "2024"), period(1, "2025")], &earlier);
        spec.normalise = Normalisation::MIN_MAX;
        spec.reference_periods = ReferencePeriods::Pooled;
        let run = run(&data, &spec).unwrap();
        run.index.iter().zip([20.0, 40.0]).for_each(|(found, expected)| close(*found, expected));
    }

    #[test]
    fn the_change_over_years_is_ranked_where_the_recipe_says_so() {
        let Planted { data, mut spec } = of_rows(&[vec![Some(7.0)], vec![Some(4.0)]]);
        let earlier = [observation(1, 1, 2, Some(9.0)), observation(2, 1, 2, Some(1.0))];
        let data = extended(&data, &[period(2, "2023"), period(1, "2025")], &earlier);
        spec.measure = Measure::Change { years: 2 };
        let found = run(&data, &spec).unwrap();
        assert_eq!(found.stage(StageName::Denominated).unwrap().column(0), [-2.0, 3.0]);
        assert_eq!(found.rank, [2, 1]);
        spec.measure = Measure::Change { years: 5 };
        assert_eq!(run(&data, &spec), Err(SpecError::NoBasePeriod(5)));
    }

    #[test]
    fn points_of_experts_become_weights() {
        let Planted { data, mut spec } = planted(6, 2);
        let expert = |name: &str, first: f64, second: f64| crate::domain::Expert {
            name: name.into(),
            points: [("I1".to_owned(), first), ("I2".to_owned(), second)].into(),
        };
        let experts = vec![expert("A", 80.0, 20.0), expert("B", 2.0, 2.0)];
        spec.weigh = crate::domain::Weighting::BudgetAllocation { experts };
        let found = run(&data, &spec).unwrap();
        close(found.weights[0], 0.65);
        spec.weigh = crate::domain::Weighting::BudgetAllocation { experts: vec![expert("C", 0.0, 0.0)] };
        assert_eq!(run(&data, &spec), Err(SpecError::BadBudget("C".into())));
    }

    #[test]
    fn the_fast_way_and_the_run_give_the_same_index() {
        let Planted { data, mut spec } = planted(40, 6);
        spec.normalise = Normalisation::MinMax { from: 1.0, to: 100.0 };
        spec.dimensions = vec![crate::domain::SpecDimension {
            name: "Arbeit".into(),
            weight: 1.0,
            aggregate: Aggregation::GeometricMean,
        }];
        for dimensions in [Vec::new(), spec.dimensions.clone()] {
            let spec = IndexSpec { dimensions, ..spec.clone() };
            let run = run(&data, &spec).unwrap();
            let values = run.kernel.values(run.kernel.own()).unwrap();
            let mut fast = vec![0.0; run.areas.len()];
            values.index(&run.kernel, run.kernel.own(), &mut fast);
            assert_eq!(fast, *run.index);
        }
    }
}
