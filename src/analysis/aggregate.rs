//! From normalised values to contributions and their sum.

use crate::domain::Aggregation;

/// Contribution of each indicator to the aggregate, column by column; they add up to it.
/// Where values are missing, the weights of those present are rescaled to the full sum.
pub(super) fn contributions(columns: &[Vec<f64>], weights: &[f64], method: Aggregation) -> Vec<Vec<f64>> {
    let rows = columns.first().map_or(0, Vec::len);
    let full: f64 = weights.iter().sum();
    let total = match method {
        Aggregation::ArithmeticMean => 1.0,
        Aggregation::Sum => full,
    };
    let mut present = vec![0.0; rows];
    for (column, weight) in columns.iter().zip(weights) {
        for (sum, value) in present.iter_mut().zip(column) {
            *sum += if value.is_nan() { 0.0 } else { *weight };
        }
    }
    let factor: Vec<f64> = present.iter().map(|present| total / present).collect();
    let contribution =
        |value: f64, weight: f64, factor: f64| if value.is_nan() { 0.0 } else { value * weight * factor };
    columns
        .iter()
        .zip(weights)
        .map(|(column, &weight)| {
            column.iter().zip(&factor).map(|(&value, &factor)| contribution(value, weight, factor)).collect()
        })
        .collect()
}

/// Sum of the contributions of each area.
pub(super) fn aggregate(contributions: &[Vec<f64>]) -> Vec<f64> {
    let mut sums = vec![0.0; contributions.first().map_or(0, Vec::len)];
    for column in contributions {
        for (sum, value) in sums.iter_mut().zip(column) {
            *sum += value;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_the_indicators_present_are_rescaled() {
        let columns = [vec![1.0, 1.0], vec![3.0, f64::NAN]];
        let mean = aggregate(&contributions(&columns, &[1.0, 3.0], Aggregation::ArithmeticMean));
        let sum = aggregate(&contributions(&columns, &[1.0, 3.0], Aggregation::Sum));
        for (found, expected) in mean.iter().chain(&sum).zip([2.5, 1.0, 10.0, 4.0]) {
            assert!((found - expected).abs() < 1e-12);
        }
    }
}
