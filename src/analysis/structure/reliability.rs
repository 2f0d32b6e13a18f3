//! Whether indicators measure the same: Cronbach's α.

use super::super::correlation::pearson;
use super::super::statistics::{is_constant, standard_deviation};
use super::StructureError;
use super::matrix::{complete_columns, z_values};
use crate::domain::Divisor;

/// Fewest areas from which α is given.
const FEWEST_AREAS: usize = 3;

/// Reliability of indicators as one scale (Cronbach 1951). Vectors follow the indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// α of the columns as they are: k/(k − 1) · (1 − Σ sⱼ² / s²(sum)), variances with divisor n − 1.
    pub alpha: f64,
    /// α of their z-values: the one to read where units differ.
    pub standardised: f64,
    /// α of the columns as they are without this indicator; none where only two indicators are there.
    pub without: Vec<Option<f64>>,
    /// Correlation of the indicator with the sum of the others; none where that sum does not vary.
    pub item_rest: Vec<Option<f64>>,
    /// Areas with every value.
    pub areas: usize,
}

/// Cronbach's α of columns over areas that all point the same way; areas that lack a value are left out.
///
/// # Errors
/// Fewer than two indicators or three complete areas, a constant indicator, or columns that cancel out.
pub fn cronbach_alpha(columns: &[Vec<f64>]) -> Result<Reliability, StructureError> {
    let complete = complete_columns(columns, 2, FEWEST_AREAS)?;
    let z: Vec<Vec<f64>> = complete.iter().map(|column| z_values(column, Divisor::Sample)).collect();
    let alpha = alpha(&complete).ok_or(StructureError::NoInformation)?;
    let others = |at: usize| -> Vec<Vec<f64>> {
        complete.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, column)| column.clone()).collect()
    };
    let without = |at: usize| if complete.len() > 2 { self::alpha(&others(at)) } else { None };
    let item_rest = |at: usize| {
        let rest = sums(&others(at));
        (!is_constant(&rest)).then(|| pearson(&complete[at], &rest))
    };
    Ok(Reliability {
        alpha,
        standardised: self::alpha(&z).ok_or(StructureError::NoInformation)?,
        without: (0..complete.len()).map(without).collect(),
        item_rest: (0..complete.len()).map(item_rest).collect(),
        areas: complete[0].len(),
    })
}

fn alpha(columns: &[Vec<f64>]) -> Option<f64> {
    let variance = |column: &[f64]| standard_deviation(column, Divisor::Sample).powi(2);
    let items = columns.len() as f64;
    let sums = sums(columns);
    let single: f64 = columns.iter().map(|column| variance(column)).sum();
    let total = variance(&sums);
    (total > 1e-12 * single).then(|| items / (items - 1.0) * (1.0 - single / total))
}

fn sums(columns: &[Vec<f64>]) -> Vec<f64> {
    let mut sums = vec![0.0; columns.first().map_or(0, Vec::len)];
    columns.iter().for_each(|column| sums.iter_mut().zip(column).for_each(|(sum, value)| *sum += value));
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_perfectly_reliable_and_opposites_are_refused() {
        let column = vec![1.0, 4.0, 2.0, 8.0];
        let found = cronbach_alpha(&[column.clone(), column.clone(), column.clone()]).unwrap();
        assert!((found.alpha - 1.0).abs() < 1e-12 && (found.standardised - 1.0).abs() < 1e-12);
        let opposite: Vec<f64> = column.iter().map(|value| -value).collect();
        assert_eq!(cronbach_alpha(&[column, opposite]), Err(StructureError::NoInformation));
    }

    #[test]
    fn of_two_indicators_neither_can_be_dropped() {
        let found = cronbach_alpha(&[vec![1.0, 2.0, 4.0], vec![2.0, 1.0, 5.0]]).unwrap();
        assert_eq!(found.without, [None, None]);
    }
}
