//! What fills missing values, in the unit of the indicator. All candidates of a gap are found once, so that a recipe
//! can be varied without going back to the data.

use super::matrix::Matrix;
use super::statistics::{mean, median, sorted};
use crate::domain::{Imputation, PeriodId};
use std::sync::Arc;

/// A cell without value and everything that could fill it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Row of the area.
    pub row: usize,
    /// Place of the indicator in the recipe.
    pub indicator: usize,
    /// Mean of the areas of the same Stadtbezirk.
    pub group_mean: Option<f64>,
    /// Newest earlier value of the same series, and its period.
    pub last: Option<(f64, PeriodId)>,
    /// Between the nearest earlier and later value of the same series.
    pub between: Option<f64>,
}

/// A cell that was filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FilledCell {
    /// Row of the area.
    pub row: usize,
    /// Place of the indicator in the recipe.
    pub indicator: usize,
    /// The value that it got.
    pub value: f64,
    /// The period that it was taken from, if it was taken from another one.
    pub from: Option<PeriodId>,
}

/// The values of the reference set by which gaps of an indicator are filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Centre {
    pub mean: f64,
    pub median: f64,
}

impl Centre {
    /// None of nothing.
    pub fn of(known: &[f64]) -> Option<Centre> {
        (!known.is_empty()).then(|| Centre { mean: mean(known), median: median(&sorted(known)) })
    }
}

/// The matrix with its gaps filled, and which; the same one where nothing is filled in.
pub(super) fn impute(
    observed: &Arc<Matrix>,
    gaps: &[Gap],
    method: Imputation,
    centre: impl Fn(usize) -> Option<Centre>,
) -> (Arc<Matrix>, Vec<FilledCell>) {
    let fillers = fillers(observed.width(), gaps, method, centre);
    let filled: Vec<FilledCell> = gaps.iter().filter_map(|gap| fill(gap, method, fillers[gap.indicator])).collect();
    if filled.is_empty() {
        return (observed.clone(), filled);
    }
    let mut columns: Vec<_> = observed.columns().cloned().collect();
    for cell in &filled {
        Arc::make_mut(&mut columns[cell.indicator])[cell.row] = cell.value;
    }
    (Arc::new(Matrix::of_shared(columns)), filled)
}

/// The centre of each indicator that has a gap, where the method asks for it.
fn fillers(
    width: usize,
    gaps: &[Gap],
    method: Imputation,
    centre: impl Fn(usize) -> Option<Centre>,
) -> Vec<Option<Centre>> {
    let mut fillers = vec![None; width];
    match method {
        Imputation::ReferenceMean | Imputation::ReferenceMedian => {
            for gap in gaps {
                if fillers[gap.indicator].is_none() {
                    fillers[gap.indicator] = centre(gap.indicator);
                }
            }
        }
        Imputation::Reweight | Imputation::GroupMean | Imputation::LastValue | Imputation::LinearBetweenYears => {}
    }
    fillers
}

fn fill(gap: &Gap, method: Imputation, centre: Option<Centre>) -> Option<FilledCell> {
    let cell = |value, from| FilledCell { row: gap.row, indicator: gap.indicator, value, from };
    match method {
        Imputation::Reweight => None,
        Imputation::ReferenceMean => centre.map(|centre| cell(centre.mean, None)),
        Imputation::ReferenceMedian => centre.map(|centre| cell(centre.median, None)),
        Imputation::GroupMean => gap.group_mean.map(|value| cell(value, None)),
        Imputation::LastValue => gap.last.map(|(value, period)| cell(value, Some(period))),
        Imputation::LinearBetweenYears => gap.between.map(|value| cell(value, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_takes_what_the_recipe_says() {
        let observed = Arc::new(Matrix::of_rows(&[1.0, 2.0, 6.0, f64::NAN], 1));
        let last = Some((7.0, PeriodId(3)));
        let gaps = [Gap { row: 3, indicator: 0, group_mean: Some(4.0), last, between: None }];
        let filled = |method| impute(&observed, &gaps, method, |_| Centre::of(&[1.0, 2.0, 6.0])).0[(3, 0)];
        assert!((filled(Imputation::ReferenceMean) - 3.0).abs() < 1e-12);
        assert!((filled(Imputation::ReferenceMedian) - 2.0).abs() < 1e-12);
        assert!((filled(Imputation::GroupMean) - 4.0).abs() < 1e-12);
        assert!((filled(Imputation::LastValue) - 7.0).abs() < 1e-12);
        assert!(filled(Imputation::LinearBetweenYears).is_nan());
        assert!(filled(Imputation::Reweight).is_nan());
    }
}
