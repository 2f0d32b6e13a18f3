//! How values become comparable.

use super::RankTies;
use serde::{Deserialize, Serialize};

/// Divisor of a standard deviation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Divisor {
    /// n: population standard deviation.
    #[default]
    Population,
    /// n − 1: sample standard deviation.
    Sample,
}

/// How values of different units are made comparable. All results point towards need: greater is more.
/// r is the place from the greatest need on, n the number of values of the reference set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Normalisation {
    /// (x − mean) / standard deviation.
    ZScore {
        /// Divisor of the standard deviation.
        #[serde(default)]
        divisor: Divisor,
    },
    /// mean + spread · z: the z-value on a scale without negative numbers.
    ScaledZ {
        /// Divisor of the standard deviation.
        #[serde(default)]
        divisor: Divisor,
        /// Value of the reference mean.
        #[serde(default = "Normalisation::hundred")]
        mean: f64,
        /// Value of one standard deviation.
        #[serde(default = "Normalisation::ten")]
        spread: f64,
    },
    /// (x − median) / (1.4826 · median absolute deviation).
    RobustZ,
    /// Linear between the smallest (→ from) and greatest (→ to) value of the reference set.
    MinMax {
        /// Value of the least burdened area.
        #[serde(default)]
        from: f64,
        /// Value of the most burdened area.
        #[serde(default = "Normalisation::hundred")]
        to: f64,
    },
    /// Linear between the goalposts of each indicator ([`SpecIndicator::goalposts`](super::SpecIndicator::goalposts)).
    Goalposts {
        /// Value at the less burdened goalpost.
        #[serde(default)]
        from: f64,
        /// Value at the more burdened goalpost.
        #[serde(default = "Normalisation::hundred")]
        to: f64,
        /// Whether distances or ratios are compared.
        #[serde(default)]
        scale: GoalpostScale,
        /// What happens to values beyond a goalpost.
        #[serde(default)]
        beyond: BeyondGoalposts,
    },
    /// n − r + 1.
    Rank {
        /// Place of equal values.
        #[serde(default)]
        ties: RankTies,
    },
    /// Borda points n − r.
    Borda {
        /// Place of equal values.
        #[serde(default)]
        ties: RankTies,
    },
    /// Percentile rank 0 to 100: 100 · (n − r) / (n − 1).
    PercentileRank {
        /// Place of equal values.
        #[serde(default = "RankTies::average")]
        ties: RankTies,
    },
    /// Distance to a benchmark.
    Distance {
        /// The benchmark.
        to: DistanceTo,
        /// How the distance is measured.
        #[serde(default)]
        form: DistanceForm,
    },
    /// 100 · x / mean; 200 minus that where a low value means need.
    ShareOfMean,
    /// −23 · ln(1 − R · (1 − e^(−100/23))) of the scaled rank R, 0 to 100 (English Indices of Deprivation).
    Exponential {
        /// Place of equal values.
        #[serde(default)]
        ties: RankTies,
        /// The scaled rank.
        #[serde(default)]
        scaled_rank: ScaledRank,
    },
}

impl Normalisation {
    /// z-value with divisor n.
    pub const Z: Normalisation = Normalisation::ZScore { divisor: Divisor::Population };
    /// 0 to 100 between the smallest and the greatest value.
    pub const MIN_MAX: Normalisation = Normalisation::MinMax { from: 0.0, to: 100.0 };
    /// Percentile rank in which equal values share the mean of their places.
    pub const PERCENTILE_RANK: Normalisation = Normalisation::PercentileRank { ties: RankTies::Average };

    fn hundred() -> f64 {
        100.0
    }

    fn ten() -> f64 {
        10.0
    }
}

/// Whether goalposts are compared by distance or by ratio.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalpostScale {
    /// (x − low) / (high − low).
    #[default]
    Linear,
    /// (ln x − ln low) / (ln high − ln low), for amounts such as incomes.
    Log,
}

/// What happens to values beyond a goalpost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BeyondGoalposts {
    /// They count as if they lay on it.
    #[default]
    Clamp,
    /// They keep their distance.
    Keep,
}

/// The benchmark of a distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistanceTo {
    /// The most burdened value of the reference set.
    Maximum,
    /// The indicator's own target ([`SpecIndicator::target`](super::SpecIndicator::target)).
    Target,
    /// The value of the recipe's reference area ([`IndexSpec::reference_area`](super::IndexSpec::reference_area)).
    ReferenceArea,
}

/// How a distance is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistanceForm {
    /// 100 · (x − benchmark) / |benchmark|: percent of the benchmark (OECD 2008).
    #[default]
    Relative,
    /// 100 · (x − least burdened) / (benchmark − least burdened): 100 is the benchmark (COINr).
    Range,
}

/// The scaled rank of the exponential transformation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScaledRank {
    /// (n − r + 1) / n: from 1/n to 1.
    #[default]
    ToOne,
    /// (n − r) / n: from 0 to (n − 1)/n.
    FromZero,
}

/// Fixed ends of an indicator's scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goalposts {
    /// Smaller value.
    pub low: f64,
    /// Greater value.
    pub high: f64,
}
