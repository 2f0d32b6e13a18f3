//! What each replication of the ranking varies.

use super::{Aggregation, Imputation, Normalisation, Treatment};
use serde::{Deserialize, Serialize};

/// Variation of the recipe and of the data: each replication draws its choices and ranks anew. The recipe's own choice
/// is always among those drawn, named or not (see
/// [`IndexSpec::drawn_normalisations`](super::IndexSpec::drawn_normalisations) and its siblings); a choice whose list is
/// empty therefore stays as the recipe has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Uncertainty {
    /// Number of replications.
    pub replications: u32,
    /// Start of the random numbers: the same seed gives the same intervals on every machine.
    pub seed: u64,
    /// Each weight is multiplied by a uniform draw from 1 ± this share (0 to 1).
    pub weight_variation: f64,
    /// Normalisations drawn from with equal chance beside the recipe's own.
    pub normalisations: Vec<Normalisation>,
    /// Aggregations drawn from with equal chance beside the recipe's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aggregations: Vec<Aggregation>,
    /// Imputations drawn from with equal chance beside the recipe's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub imputations: Vec<Imputation>,
    /// Treatments of outlying values drawn from with equal chance beside the recipe's own. Indicators with a treatment of
    /// their own keep it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub treatments: Vec<Treatment>,
    /// Whether a replication leaves out one indicator or none, each with equal chance.
    #[serde(skip_serializing_if = "is_off")]
    pub leave_one_out: bool,
    /// Whether and how rates are drawn anew within their sampling error.
    #[serde(skip_serializing_if = "Sampling::is_none")]
    pub sampling: Sampling,
    /// Coverage of the rank interval in percent.
    pub coverage_percent: f64,
    /// Places for which the chance of being among them is reported.
    pub top_places: u32,
}

fn is_off(switch: &bool) -> bool {
    !switch
}

/// How rates with known numerator k and denominator n are drawn anew within their sampling error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sampling {
    /// Not at all: the values are taken as they are.
    #[default]
    None,
    /// Beta(k + ½, n − k + ½): what the counts say about the rate with Jeffreys' prior; also moves rates of 0 and 100 %.
    Beta,
    /// Binomial(n, k/n)/n: the parametric bootstrap; leaves rates of 0 and 100 % where they are.
    Binomial,
    /// k/n plus a normal deviation with variance k/n · (1 − k/n)/n, kept within 0 and 1.
    Normal,
}

impl Sampling {
    /// All methods.
    pub const ALL: [Sampling; 4] = [Sampling::None, Sampling::Beta, Sampling::Binomial, Sampling::Normal];

    /// Whether the values are taken as they are.
    pub fn is_none(&self) -> bool {
        *self == Sampling::None
    }
}

impl Default for Uncertainty {
    fn default() -> Self {
        Uncertainty {
            replications: 1000,
            seed: 2026,
            weight_variation: 0.25,
            normalisations: vec![Normalisation::Z, Normalisation::MIN_MAX, Normalisation::PERCENTILE_RANK],
            aggregations: Vec::new(),
            imputations: Vec::new(),
            treatments: Vec::new(),
            leave_one_out: false,
            sampling: Sampling::None,
            coverage_percent: 90.0,
            top_places: 13,
        }
    }
}

impl Uncertainty {
    /// Ranks that may be drawn so that intervals come within a fifth of a second.
    const MOST_RANKS: usize = 10_000_000;
    /// Draws of a new recipe over so many areas. Ten thousand leave an error of at most one point in a share (twice its
    /// Monte Carlo standard error) and so tell neighbours in rank apart whatever the seed; of more than a thousand areas
    /// as many as can be drawn within a fifth of a second, but never fewer than a thousand.
    pub fn usual_replications(areas: usize) -> u32 {
        u32::try_from(Self::MOST_RANKS / areas.max(1)).unwrap_or(u32::MAX).clamp(1_000, 10_000)
    }
}
