//! What becomes of the index: its unit, classes and ranks.

use super::Divisor;
use serde::{Deserialize, Serialize};

/// Index = aggregate / standard deviation of the aggregate over the areas that take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standardisation {
    /// Divisor of the standard deviation.
    pub divisor: Divisor,
}

/// On which side of a border a value falls that lies exactly on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassBorder {
    /// To the lower class (≤ border).
    #[default]
    Lower,
    /// To the upper class (≥ border).
    Upper,
}

/// Classes of the index.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    /// Where the borders come from.
    #[serde(default)]
    pub method: ClassMethod,
    /// Cuts, ascending; empty unless the method is [`ClassMethod::Cuts`].
    #[serde(default)]
    pub cuts: Vec<f64>,
    /// Side of each cut: one entry for all, or one per cut.
    #[serde(default = "Classes::lower_side")]
    pub border: Vec<ClassBorder>,
    /// Names from low to high need: one more than cuts; their number is the number of classes.
    pub labels: Vec<String>,
}

impl Classes {
    /// Classes by cuts, all with the same side.
    pub fn by_cuts<const N: usize>(cuts: &[f64], border: ClassBorder, labels: [&str; N]) -> Classes {
        Classes {
            method: ClassMethod::Cuts,
            cuts: cuts.to_vec(),
            border: vec![border],
            labels: labels.map(String::from).to_vec(),
        }
    }

    /// Sides of the borders as used: where the method finds the borders, it says on which side they lie.
    pub fn border_used(&self) -> Vec<ClassBorder> {
        match self.method {
            ClassMethod::Cuts | ClassMethod::EqualIntervals => self.border.clone(),
            ClassMethod::Quantiles { .. } => vec![ClassBorder::Upper],
            ClassMethod::NaturalBreaks => vec![ClassBorder::Lower],
        }
    }

    fn lower_side() -> Vec<ClassBorder> {
        vec![ClassBorder::Lower]
    }
}

/// Where the borders of classes come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassMethod {
    /// As given.
    #[default]
    Cuts,
    /// About equally many areas in each class.
    Quantiles {
        /// Where a class ends whose share of the areas is no whole number.
        #[serde(default)]
        rule: QuantileRule,
    },
    /// Least variance within the classes (Jenks 1967; Fisher 1958), found exactly.
    NaturalBreaks,
    /// Borders at equal distances between the smallest and the greatest index.
    EqualIntervals,
}

/// Where a quantile class ends: places count from the greatest need on, equal values stay together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantileRule {
    /// At place ⌊n·q⌋ (English Indices of Deprivation).
    #[default]
    Floor,
    /// At place ⌈n·q⌉.
    Ceil,
}

/// What equal values do to ranks. Rank 1 is the greatest need; ranks come before any rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankTies {
    /// 1, 2, 2, 4.
    #[default]
    Competition,
    /// 1, 3, 3, 4.
    ModifiedCompetition,
    /// 1, 2, 2, 3.
    Dense,
    /// 1, 2.5, 2.5, 4.
    Average,
}

impl RankTies {
    pub(super) fn average() -> RankTies {
        RankTies::Average
    }
}
