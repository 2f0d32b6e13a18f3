//! Weights as used: those of the recipe, 0 for indicators that carry no information.

use super::normalise::Scale;
use crate::domain::IndexSpec;

/// One weight per indicator. A constant indicator gets 0, so that an area without it is not treated otherwise
/// than an area with it.
pub(super) fn weights(spec: &IndexSpec, scales: &[Scale]) -> Vec<f64> {
    spec.indicators
        .iter()
        .zip(scales)
        .map(|(entry, scale)| match scale {
            Scale::Linear { .. } | Scale::Percentile { .. } => entry.weight,
            Scale::Constant => 0.0,
        })
        .collect()
}

/// Weights as shares that add up to 1.
pub(super) fn shares(weights: &[f64]) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}
