//! Where weights come from.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where the weights of the indicators come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Weighting {
    /// [`SpecIndicator::weight`](super::SpecIndicator::weight).
    #[default]
    ByHand,
    /// The same for every indicator whose weight is not 0.
    Equal,
    /// From the values after treatment, for every indicator whose weight is not 0.
    FromData {
        /// How.
        from: DataWeighting,
    },
    /// Points that experts allot to the indicators, averaged over the experts after each one's are scaled to the same
    /// sum; the weights of the indicators then only say whether they count.
    BudgetAllocation {
        /// The experts.
        experts: Vec<Expert>,
    },
}

/// How weights come from data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataWeighting {
    /// Squared loadings of the first principal component.
    Pca,
    /// Shannon entropy of values brought to 0–1.
    Entropy,
    /// Shannon entropy of the values as they are.
    EntropyAsGiven,
    /// Contrast times conflict.
    Critic,
    /// Inverse of the correlations: indicators that measure the same share their weight.
    InverseCorrelation,
}

/// What an expert allots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    /// Who.
    pub name: String,
    /// Points by code of the indicator; an indicator not named gets none.
    pub points: BTreeMap<String, f64>,
}
