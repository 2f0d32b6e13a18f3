//! How normalised values become Teilindizes and an index.

use super::Divisor;
use serde::{Deserialize, Serialize};

/// How values become one: indicators a Teilindex, or Teilindizes the index. Weights w add up to 1 except for the sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// Σ w·z: a low value compensates a high one in full.
    #[default]
    ArithmeticMean,
    /// Σ w·z with weights as given (equal weights of 1: the plain sum). Compensates in full.
    Sum,
    /// Π z^w: compensates in part; values above 0 only.
    GeometricMean,
    /// 1 / Σ (w/z): compensates little; values above 0 only.
    HarmonicMean,
    /// M ± S·(S/M) with mean M and standard deviation S of an area's values (Mazziotta and Pareto 2016): unbalanced
    /// profiles are raised or lowered.
    MazziottaPareto {
        /// The sign.
        #[serde(default)]
        penalty: Penalty,
        /// Divisor of S.
        #[serde(default)]
        divisor: Divisor,
    },
    /// Weighted median: single values do not count. Where one half of the weight ends exactly, the mean of both
    /// neighbours.
    Median,
    /// Areas before which this one stands minus areas behind which it stands, compared two by two by the weight of the
    /// indicators that speak for each (Copeland 1951). Compensates nothing.
    Copeland,
    /// Mean of the most burdened values, weighted: nothing compensates them.
    WorstK {
        /// Number of values.
        k: u32,
    },
}

impl Aggregation {
    /// Whether a low value of one indicator makes up for a high one of another.
    pub fn compensation(self) -> Compensation {
        match self {
            Aggregation::ArithmeticMean | Aggregation::Sum => Compensation::Full,
            Aggregation::GeometricMean | Aggregation::HarmonicMean | Aggregation::MazziottaPareto { .. } => {
                Compensation::Partial
            }
            Aggregation::Median | Aggregation::Copeland | Aggregation::WorstK { .. } => Compensation::None,
        }
    }
}

/// Whether a low value of one indicator makes up for a high one of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compensation {
    /// In full.
    Full,
    /// The less the further apart they are.
    Partial,
    /// Not.
    None,
}

/// Sign of the Mazziotta-Pareto penalty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Penalty {
    /// +: for indices of a burden, in which an unbalanced profile means more need.
    #[default]
    Add,
    /// −: for indices of an asset.
    Subtract,
}

/// A Teilindex.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecDimension {
    /// Name, as in [`SpecIndicator::dimension`](super::SpecIndicator::dimension).
    pub name: String,
    /// Weight relative to the other Teilindizes.
    pub weight: f64,
    /// How its indicators become the Teilindex.
    #[serde(default)]
    pub aggregate: Aggregation,
}
