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

/// Shares in which one entry is set to `share` and the others give or take in proportion, so that the sum stays 1.
/// Locked entries keep theirs, which also limits what can be set; entries that all have 0 divide the rest equally.
pub fn rescaled_shares(shares: &[f64], locked: &[bool], at: usize, share: f64) -> Vec<f64> {
    let is_free = |other: usize| other != at && !locked.get(other).copied().unwrap_or(false);
    let kept: f64 = (0..shares.len()).filter(|&other| other != at && !is_free(other)).map(|other| shares[other]).sum();
    let free = (0..shares.len()).filter(|&other| is_free(other)).count();
    let room = (1.0 - kept).max(0.0);
    let set = if free == 0 { room } else { share.clamp(0.0, room) };
    let present: f64 = (0..shares.len()).filter(|&other| is_free(other)).map(|other| shares[other]).sum();
    let rescale = |other: usize| {
        if other == at {
            set
        } else if !is_free(other) {
            shares[other]
        } else if present > 0.0 {
            shares[other] / present * (room - set)
        } else {
            (room - set) / free as f64
        }
    };
    (0..shares.len()).map(rescale).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{found} instead of {expected}");
        }
    }

    #[test]
    fn the_others_give_in_proportion_and_the_sum_stays() {
        let shares = [0.5, 0.3, 0.2];
        close(&rescaled_shares(&shares, &[false; 3], 0, 0.75), &[0.75, 0.15, 0.1]);
        close(&rescaled_shares(&shares, &[false, true, false], 0, 0.6), &[0.6, 0.3, 0.1]);
    }

    #[test]
    fn locked_shares_limit_what_can_be_set() {
        let shares = [0.5, 0.3, 0.2];
        close(&rescaled_shares(&shares, &[false, true, false], 0, 0.9), &[0.7, 0.3, 0.0]);
        close(&rescaled_shares(&shares, &[false, true, true], 0, 0.9), &shares);
    }

    #[test]
    fn shares_of_nothing_divide_the_rest_equally() {
        close(&rescaled_shares(&[1.0, 0.0, 0.0], &[false; 3], 0, 0.5), &[0.5, 0.25, 0.25]);
    }
}
