//! From normalised values to contributions and their sum.

use crate::domain::Aggregation;

/// Contribution of each indicator to the aggregate, from and to a matrix with one row per area; rows add up to it.
/// Where values are missing, the weights of those present are rescaled to the full sum.
pub(super) fn contributions(normalised: &[f64], weights: &[f64], method: Aggregation) -> Vec<f64> {
    let full: f64 = weights.iter().sum();
    let total = match method {
        Aggregation::ArithmeticMean => 1.0,
        Aggregation::Sum => full,
    };
    let mut contributions = Vec::with_capacity(normalised.len());
    for row in normalised.chunks_exact(weights.len()) {
        let gaps = row.iter().fold(false, |gaps, value| gaps | value.is_nan());
        let factor = total / if gaps { present(row, weights) } else { full };
        let contribution = |(&value, &weight): (&f64, &f64)| if value.is_nan() { 0.0 } else { value * weight * factor };
        contributions.extend(row.iter().zip(weights).map(contribution));
    }
    contributions
}

/// Weights of the values present, summed up directly: full minus missing would leave rounding noise.
fn present(row: &[f64], weights: &[f64]) -> f64 {
    row.iter().zip(weights).filter(|(value, _)| !value.is_nan()).map(|(_, weight)| weight).sum()
}

/// Sum of the contributions of each area.
pub(super) fn aggregate(contributions: &[f64], width: usize) -> Vec<f64> {
    contributions.chunks_exact(width).map(|row| row.iter().sum()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_the_indicators_present_are_rescaled() {
        let rows = [1.0, 3.0, 1.0, f64::NAN];
        let mean = aggregate(&contributions(&rows, &[1.0, 3.0], Aggregation::ArithmeticMean), 2);
        let sum = aggregate(&contributions(&rows, &[1.0, 3.0], Aggregation::Sum), 2);
        for (found, expected) in mean.iter().chain(&sum).zip([2.5, 1.0, 10.0, 4.0]) {
            assert!((found - expected).abs() < 1e-12);
        }
    }
}
