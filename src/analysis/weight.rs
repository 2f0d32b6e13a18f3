//! Weights: where they come from, whether they make sense, and what they do in effect.

use super::correlation::pearson;
use super::statistics::is_constant;
use super::{IndexRun, SpecError};
use crate::domain::{Expert, IndexSpec, Weighting};

/// One weight per indicator as the recipe means it, before constant indicators fall out.
pub(super) fn weights(spec: &IndexSpec) -> Vec<f64> {
    let counts = |weight: f64| if weight > 0.0 { 1.0 } else { 0.0 };
    let by_hand = spec.indicators.iter().map(|entry| entry.weight);
    match &spec.weigh {
        Weighting::ByHand => by_hand.collect(),
        Weighting::Equal => by_hand.map(counts).collect(),
        Weighting::BudgetAllocation { experts } => {
            let entries = spec.indicators.iter().zip(by_hand);
            entries.map(|(entry, weight)| counts(weight) * mean_share(experts, &entry.code)).collect()
        }
    }
}

/// Mean over the experts of the share of their points that they give to an indicator.
fn mean_share(experts: &[Expert], code: &str) -> f64 {
    let share = |expert: &Expert| {
        let full: f64 = expert.points.values().sum();
        expert.points.get(code).copied().unwrap_or(0.0) / full
    };
    experts.iter().map(share).sum::<f64>() / experts.len() as f64
}

/// Whether weights, points and Teilindizes make sense.
///
/// # Errors
/// The reason why not.
pub(super) fn check(spec: &IndexSpec) -> Result<(), SpecError> {
    let is_weight = |weight: f64| weight.is_finite() && weight >= 0.0;
    if let Some(bad) = spec.indicators.iter().find(|entry| !is_weight(entry.weight)) {
        return Err(SpecError::BadWeight(bad.code.clone()));
    }
    if let Weighting::BudgetAllocation { experts } = &spec.weigh {
        let points = |expert: &Expert| {
            expert.points.values().all(|&points| is_weight(points)) && expert.points.values().sum::<f64>() > 0.0
        };
        let bad = experts.iter().find(|expert| !points(expert)).map(|expert| expert.name.clone());
        if let Some(name) = bad.or_else(|| experts.is_empty().then(String::new)) {
            return Err(SpecError::BadBudget(name));
        }
        let known = |code: &String| spec.indicators.iter().any(|entry| entry.code == *code);
        if let Some(code) = experts.iter().flat_map(|expert| expert.points.keys()).find(|code| !known(code)) {
            return Err(SpecError::UnknownIndicator(code.clone()));
        }
    }
    check_dimensions(spec)?;
    let weights = weights(spec);
    let dimension = |at: usize| spec.dimensions.iter().find(|d| d.name == spec.indicators[at].dimension);
    let counts = |at: usize| weights[at] > 0.0 && dimension(at).is_none_or(|dimension| dimension.weight > 0.0);
    if (0..weights.len()).any(counts) { Ok(()) } else { Err(SpecError::AllWeightsZero) }
}

fn check_dimensions(spec: &IndexSpec) -> Result<(), SpecError> {
    for (at, dimension) in spec.dimensions.iter().enumerate() {
        let twice = spec.dimensions[..at].iter().any(|other| other.name == dimension.name);
        if twice || !dimension.weight.is_finite() || dimension.weight < 0.0 {
            return Err(SpecError::BadDimension(dimension.name.clone()));
        }
    }
    let listed = |name: &str| spec.dimensions.is_empty() || spec.dimensions.iter().any(|other| other.name == name);
    match spec.indicators.iter().find(|entry| !listed(&entry.dimension)) {
        Some(entry) => Err(SpecError::UnknownDimension(entry.dimension.clone())),
        None => Ok(()),
    }
}

/// What an indicator does in effect: Pearson's correlation of its normalised values with the index (Paruolo, Saisana
/// and Saltelli 2013). None where either does not vary.
pub fn effective_weights(run: &IndexRun) -> Vec<Option<f64>> {
    let of = |at: usize| {
        let pairs = run.normalised.column(at).iter().zip(run.index.iter()).filter(|(value, _)| !value.is_nan());
        let (values, index): (Vec<f64>, Vec<f64>) = pairs.map(|(value, index)| (*value, *index)).unzip();
        (!is_constant(&values) && !is_constant(&index)).then(|| pearson(&values, &index))
    };
    (0..run.width()).map(of).collect()
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
