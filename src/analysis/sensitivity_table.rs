//! Everything that a ranking hangs on, as rows of one table (`empfindlichkeit.csv` of the command line).

use super::sobol::{RankSensitivity, SOBOL_BASE, SobolTarget, rank_sensitivity};
use super::uncertainty::Choice;
use super::{Changed, IndexRun, Ranking, SpecError, leave_one_out, one_at_a_time, weight_path};
use crate::domain::{AreaId, IndicatorId, PlanningData};
use crate::jobs::Progress;
use rayon::prelude::*;
use serde::Serialize;

/// Most areas of which every weight path is followed; of more, only those around the border of the first places,
/// because the work grows with the square of the areas.
const FOLLOWED: usize = 1_000;
/// Areas on each side of the border that are followed in a large ranking.
const AROUND: usize = 25;
/// Ranks that the design of the Sobol indices may hold.
const DESIGN: usize = 1 << 26;
/// Smallest samples of the design.
const SMALLEST_BASE: usize = 64;

/// A row. What a test does not speak of is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SensitivityRow {
    /// Stable name of the test: `leave_one_out`, `one_at_a_time`, `weight_below`, `weight_above`, `sobol_first`,
    /// `sobol_total`, `mean_shift`, `within_places`.
    pub test: &'static str,
    /// Stable name of the choice or method.
    pub choice: Option<String>,
    /// The indicator.
    pub indicator: Option<IndicatorId>,
    /// The area.
    pub area: Option<AreaId>,
    /// Rank in the run.
    pub rank: Option<u32>,
    /// Rank under the test.
    pub rank_then: Option<u32>,
    /// Share of the weight in the run, 0 to 1.
    pub share: Option<f64>,
    /// Share of the weight under the test.
    pub share_then: Option<f64>,
    /// The area with which places are changed.
    pub other_area: Option<AreaId>,
    /// Sensitivity index, share of replications, or mean absolute shift of the ranks.
    pub value: Option<f64>,
    /// Monte Carlo standard error of `value`.
    pub standard_error: Option<f64>,
}

/// All rows, test by test, areas by rank. The order never depends on chance.
///
/// # Errors
/// [`SpecError::Cancelled`], or those of the variation.
pub fn sensitivity_table(
    data: &PlanningData,
    ranking: &Ranking,
    progress: &Progress,
) -> Result<Vec<SensitivityRow>, SpecError> {
    let run = &ranking.run;
    let mut rows = left_out(run);
    rows.extend(alternatives(data, run, progress)?);
    rows.extend(paths(run, progress)?);
    rows.extend(sobol(data, run, progress)?);
    rows.extend(run.by_rank().into_iter().map(|row| SensitivityRow {
        test: "within_places",
        value: ranking.intervals.top_share.get(row).copied(),
        standard_error: ranking.intervals.top_share_error.get(row).copied(),
        ..of_area(run, row)
    }));
    Ok(rows)
}

fn of_area(run: &IndexRun, row: usize) -> SensitivityRow {
    SensitivityRow { area: Some(run.areas[row]), rank: Some(run.rank[row]), ..SensitivityRow::default() }
}

fn left_out(run: &IndexRun) -> Vec<SensitivityRow> {
    let order = run.by_rank();
    let of = |(at, without): (usize, super::LeaveOneOut)| {
        let row = |&row: &usize| SensitivityRow {
            test: "leave_one_out",
            indicator: Some(without.indicator),
            rank_then: without.rank[row],
            share: Some(run.weights[at]),
            share_then: Some(0.0),
            ..of_area(run, row)
        };
        order.iter().map(row).collect::<Vec<_>>()
    };
    leave_one_out(run).into_iter().enumerate().flat_map(of).collect()
}

/// One row per alternative with its mean shift, then its ranks; leaving out one indicator has its own test.
fn alternatives(data: &PlanningData, run: &IndexRun, progress: &Progress) -> Result<Vec<SensitivityRow>, SpecError> {
    let order = run.by_rank();
    let mut rows = Vec::new();
    for alternative in one_at_a_time(data, run, progress)? {
        let (Some(choice), Ok(shift)) = (changed_code(&alternative.changed), &alternative.outcome) else { continue };
        rows.push(SensitivityRow {
            test: "mean_shift",
            choice: Some(choice.clone()),
            value: Some(shift.mean_shift),
            ..SensitivityRow::default()
        });
        rows.extend(order.iter().map(|&row| SensitivityRow {
            test: "one_at_a_time",
            choice: Some(choice.clone()),
            rank_then: shift.rank[row],
            ..of_area(run, row)
        }));
    }
    Ok(rows)
}

/// `normalisation:percentile_rank`; none where another test speaks of it.
fn changed_code(changed: &Changed) -> Option<String> {
    match changed {
        Changed::Normalisation(method) => Some(format!("normalisation:{}", code(method))),
        Changed::Aggregation(method) => Some(format!("aggregation:{}", code(method))),
        Changed::Imputation(method) => Some(format!("imputation:{}", code(method))),
        Changed::Treatment(method) => Some(format!("treatment:{}", code(method))),
        Changed::EqualWeights => Some("weights:equal".to_owned()),
        Changed::WithoutIndicator(_) => None,
        Changed::WithoutDimension(dimension) => Some(format!("without_dimension:{dimension}")),
    }
}

/// The name of a method as recipes write it.
fn code(method: &impl Serialize) -> String {
    let Ok(value) = serde_json::to_value(method) else { return String::new() };
    let named = value.get("method").unwrap_or(&value);
    let outer = named.as_object().and_then(|object| object.keys().next().map(String::as_str));
    named.as_str().or(outer).unwrap_or_default().to_owned()
}

fn paths(run: &IndexRun, progress: &Progress) -> Result<Vec<SensitivityRow>, SpecError> {
    let order = run.by_rank();
    let border = (run.spec.uncertainty.top_places as usize).min(order.len());
    let followed = if order.len() <= FOLLOWED {
        &order[..]
    } else {
        &order[border.saturating_sub(AROUND)..order.len().min(border + AROUND)]
    };
    let cells: Vec<(usize, usize)> =
        (0..run.width()).flat_map(|at| followed.iter().map(move |&row| (at, row))).collect();
    let rows = cells.into_par_iter().map(|(at, row)| {
        progress.check()?;
        let Some(path) = weight_path(run, run.areas[row], at) else { return Ok(Vec::new()) };
        let switch = |(test, switch): (&'static str, Option<super::RankSwitch>)| {
            let switch = switch?;
            Some(SensitivityRow {
                test,
                indicator: Some(path.indicator),
                rank_then: Some(switch.rank),
                share: Some(path.share),
                share_then: Some(switch.share),
                other_area: Some(switch.with),
                ..of_area(run, row)
            })
        };
        Ok([("weight_below", path.below), ("weight_above", path.above)].into_iter().filter_map(switch).collect())
    });
    let rows: Vec<Vec<SensitivityRow>> = rows.collect::<Result<_, crate::jobs::Cancelled>>()?;
    Ok(rows.concat())
}

fn sobol(data: &PlanningData, run: &IndexRun, progress: &Progress) -> Result<Vec<SensitivityRow>, SpecError> {
    let fitting = DESIGN / (run.areas.len().max(1) * (Choice::ALL.len() + 2));
    #[expect(clippy::cast_possible_truncation, reason = "at most the usual size")]
    let base = fitting.clamp(SMALLEST_BASE, SOBOL_BASE as usize) as u32;
    let found = rank_sensitivity(data, run, base, progress)?;
    let mut rows = indices(&found, &found.mean_shift, &SensitivityRow::default());
    for row in run.by_rank() {
        rows.extend(indices(&found, &found.ranks[row], &of_area(run, row)));
    }
    Ok(rows)
}

fn indices(found: &RankSensitivity, target: &SobolTarget, template: &SensitivityRow) -> Vec<SensitivityRow> {
    let of = |test: &'static str, indices: &[super::SobolIndex]| -> Vec<SensitivityRow> {
        let row = |(choice, index): (&Choice, &super::SobolIndex)| SensitivityRow {
            test,
            choice: Some(choice.code().to_owned()),
            value: Some(index.value),
            standard_error: Some(index.standard_error),
            ..template.clone()
        };
        found.choices.iter().zip(indices).map(row).collect()
    };
    [of("sobol_first", &target.first), of("sobol_total", &target.total)].concat()
}

#[cfg(test)]
mod tests {
    use super::super::rank;
    use super::super::testing::{Planted, planted};
    use super::*;

    #[test]
    fn every_test_has_its_rows_and_the_order_is_fixed() {
        let Planted { data, spec } = planted(10, 3);
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        let table = sensitivity_table(&data, &ranking, &Progress::new()).unwrap();
        let count = |test: &str| table.iter().filter(|row| row.test == test).count();
        assert_eq!((count("leave_one_out"), count("within_places")), (30, 10));
        assert!(count("weight_above") > 0 && count("one_at_a_time") >= 30);
        // Normalisation and weights vary; the leader's rank hangs on nothing.
        assert_eq!(count("sobol_total"), count("sobol_first"));
        assert!((2..=2 + 2 * 9).contains(&count("sobol_total")));
        assert_eq!(table, sensitivity_table(&data, &ranking, &Progress::new()).unwrap());
    }

    #[test]
    fn methods_are_named_as_recipes_write_them() {
        let changed = [
            Changed::Normalisation(crate::domain::Normalisation::RobustZ),
            Changed::Aggregation(crate::domain::Aggregation::ArithmeticMean),
        ];
        let codes: Vec<String> = changed.iter().filter_map(changed_code).collect();
        assert_eq!(codes, ["normalisation:robust_z", "aggregation:arithmetic_mean"]);
    }
}
