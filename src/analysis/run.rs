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
    imputed: Vec<Vec<f64>>,
    scales: Vec<Scale>,
    weights: Vec<f64>,
}

/// Runs a recipe and varies it.
///
/// # Errors
/// Those of [`run`], and [`SpecError::Cancelled`].
pub fn rank(data: &PlanningData, spec: &IndexSpec, progress: &Progress) -> Result<Ranking, SpecError> {
    let run = run(data, spec)?;
    let intervals = rank_intervals(&run, progress)?;
    Ok(Ranking { run, intervals })
}

/// Whether a recipe makes sense with these data.
///
/// # Errors
/// The reason why not; then [`run`] fails with the same one.
pub fn validate(data: &PlanningData, spec: &IndexSpec) -> Result<(), SpecError> {
    let prepared = prepare(data, spec)?;
    let weighted = contributions(&prepared, spec).1;
    spec.standardise.map_or(Ok(()), |choice| standardise::spread(&aggregate::aggregate(&weighted), choice).map(|_| ()))
}

/// Runs a recipe, without its variation.
///
/// # Errors
/// A recipe that makes no sense with these data, with the reason.
pub fn run(data: &PlanningData, spec: &IndexSpec) -> Result<IndexRun, SpecError> {
    let prepared = prepare(data, spec)?;
    let (normalised, weighted) = contributions(&prepared, spec);
    let aggregated = aggregate::aggregate(&weighted);
    let spread = spec.standardise.map(|choice| standardise::spread(&aggregated, choice)).transpose()?;
    let divided = |values: &[f64]| -> Vec<f64> { values.iter().map(|value| value / spread.unwrap_or(1.0)).collect() };
    let index = divided(&aggregated);
    let raw = row_major(&prepared.table.columns);
    let normalised = row_major(&normalised);
    let weighted = row_major(&weighted);
    let contributions = if spread.is_some() { divided(&weighted) } else { weighted.clone() };
    let mut stages = vec![
        Stage { name: StageName::Raw, values: raw.clone() },
        Stage { name: StageName::Imputed, values: row_major(&prepared.imputed) },
        Stage { name: StageName::Normalised, values: normalised.clone() },
        Stage { name: StageName::Weighted, values: weighted },
        Stage { name: StageName::Aggregated, values: aggregated },
    ];
    if spread.is_some() {
        stages.push(Stage { name: StageName::Standardised, values: index.clone() });
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

/// Normalised values and contributions before standardisation, column by column.
fn contributions(prepared: &Prepared, spec: &IndexSpec) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
    let normalised: Vec<Vec<f64>> =
        prepared.scales.iter().zip(&prepared.imputed).map(|(scale, column)| scale.apply(column)).collect();
    let weighted = aggregate::contributions(&normalised, &prepared.weights, spec.aggregate);
    (normalised, weighted)
}

fn prepare<'a>(data: &'a PlanningData, spec: &IndexSpec) -> Result<Prepared<'a>, SpecError> {
    let recipe = recipe::read(data, spec)?;
    let indicators = ids(&recipe);
    let mut left_out: Vec<LeftOut> =
        recipe.decided.iter().map(|&area| LeftOut { area, reason: LeftOutReason::Decision }).collect();
    let mut table = Table::read(data, &indicators, recipe.period, &recipe.candidates);
    let mut taking = screen::screen(data, &recipe, &table, &spec.screen, &mut left_out);
    let reference = recipe.reference.as_ref().map(|areas| {
        let values = Table::read(data, &indicators, recipe.period, areas);
        values.columns.iter().map(|column| observed(column)).collect::<Vec<Vec<f64>>>()
    });
    loop {
        if taking.len() < 2 {
            return Err(SpecError::TooFewAreas(taking.len()));
        }
        if taking.len() < table.areas.len() {
            table = Table::read(data, &indicators, recipe.period, &taking);
        }
        let own: Vec<Vec<f64>>;
        let known = match &reference {
            Some(reference) => reference,
            None => {
                own = table.columns.iter().map(|column| observed(column)).collect();
                &own
            }
        };
        let scales = scales(spec, spec.normalise, known)?;
        if spec.uncertainty.normalisations.contains(&Normalisation::RobustZ) {
            self::scales(spec, Normalisation::RobustZ, known)?;
        }
        let weights = weight::weights(spec, &scales);
        if weights.iter().sum::<f64>() <= 0.0 {
            return Err(SpecError::AllConstant);
        }
        let columns = table.columns.iter().zip(known);
        let imputed: Vec<Vec<f64>> =
            columns.map(|(column, known)| impute::impute(column, known, spec.impute)).collect();
        let without = without_weight(&table, &imputed, &weights);
        if without.is_empty() {
            left_out.sort_by_key(|left_out| left_out.area);
            return Ok(Prepared { recipe, table, left_out, reference, imputed, scales, weights });
        }
        taking.retain(|area| !without.iter().any(|left_out| left_out.area == *area));
        left_out.extend(without);
    }
}

/// Areas whose values all belong to indicators without weight: they have no index.
fn without_weight(table: &Table, imputed: &[Vec<f64>], weights: &[f64]) -> Vec<LeftOut> {
    let weighted =
        |row: usize| imputed.iter().zip(weights).any(|(column, &weight)| weight > 0.0 && !column[row].is_nan());
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
    reference: &[Vec<f64>],
) -> Result<Vec<Scale>, SpecError> {
    let fit = |(entry, values): (&crate::domain::SpecIndicator, &Vec<f64>)| {
        Scale::fit(values, normalisation, entry.direction).map_err(|_| SpecError::NoRobustSpread(entry.code.clone()))
    };
    spec.indicators.iter().zip(reference).map(fit).collect()
}

/// The values of a column without its gaps.
pub(super) fn observed(column: &[f64]) -> Vec<f64> {
    column.iter().copied().filter(|value| !value.is_nan()).collect()
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
