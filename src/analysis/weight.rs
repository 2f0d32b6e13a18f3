//! Weights: where they come from and whether they make sense.

use super::data_weights::{
    EntropyScale, budget_allocation, critic_weights, entropy_weights, inverse_correlation_weights, pca_weights,
};
use super::{Matrix, SpecError};
use crate::domain::{DataWeighting, Expert, IndexSpec, Weighting};

/// One weight per indicator as the recipe means it, before the data have their say.
pub(super) fn weights(spec: &IndexSpec) -> Vec<f64> {
    let counts = |weight: f64| if weight > 0.0 { 1.0 } else { 0.0 };
    let by_hand = spec.indicators.iter().map(|entry| entry.weight);
    match &spec.weigh {
        Weighting::ByHand => by_hand.collect(),
        Weighting::Equal | Weighting::FromData { .. } => by_hand.map(counts).collect(),
        Weighting::BudgetAllocation { experts } => {
            let points: Vec<Vec<f64>> = experts.iter().map(|expert| points(spec, expert)).collect();
            let allotted = budget_allocation(spec.indicators.len(), &points).map(|found| found.weights);
            by_hand.zip(allotted.unwrap_or_default()).map(|(weight, points)| counts(weight) * points).collect()
        }
    }
}

/// Points of an expert in the order of the recipe.
fn points(spec: &IndexSpec, expert: &Expert) -> Vec<f64> {
    spec.indicators.iter().map(|entry| expert.points.get(&entry.code).copied().unwrap_or(0.0)).collect()
}

/// Weights that the data give to the indicators that count, where the recipe says so. The values are those after
/// treatment, turned towards need; `turned` says which are.
///
/// # Errors
/// [`SpecError::DataWeights`] where the values give no weights.
pub(super) fn from_data(
    spec: &IndexSpec,
    treated: &Matrix,
    turned: &[bool],
    weights: Vec<f64>,
) -> Result<Vec<f64>, SpecError> {
    let Weighting::FromData { from } = &spec.weigh else { return Ok(weights) };
    let counting: Vec<usize> = (0..weights.len()).filter(|&at| weights[at] > 0.0).collect();
    let sign = |at: usize| match from {
        DataWeighting::EntropyAsGiven => 1.0,
        DataWeighting::Pca | DataWeighting::Entropy | DataWeighting::Critic | DataWeighting::InverseCorrelation => {
            if turned[at] {
                -1.0
            } else {
                1.0
            }
        }
    };
    let column = |&at: &usize| treated.column(at).iter().map(|value| sign(at) * value).collect();
    let columns: Vec<Vec<f64>> = counting.iter().map(column).collect();
    let found = match from {
        DataWeighting::Pca => pca_weights(&columns),
        DataWeighting::Entropy => entropy_weights(&columns, EntropyScale::MinMax),
        DataWeighting::EntropyAsGiven => entropy_weights(&columns, EntropyScale::AsGiven),
        DataWeighting::Critic => critic_weights(&columns),
        DataWeighting::InverseCorrelation => inverse_correlation_weights(&columns),
    };
    let mut weights = vec![0.0; weights.len()];
    let refused = |error| SpecError::DataWeights {
        error,
        indicators: counting.iter().map(|&at| spec.indicators[at].code.clone()).collect(),
    };
    let found = found.map_err(refused)?;
    for (at, weight) in counting.into_iter().zip(found.weights) {
        weights[at] = weight;
    }
    Ok(weights)
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
