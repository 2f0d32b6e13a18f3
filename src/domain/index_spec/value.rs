//! What becomes of values before they are compared: gaps, rates, outlying values.

use crate::domain::AreaLevel;
use serde::{Deserialize, Serialize};

/// What happens to missing values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Imputation {
    /// Nothing is filled in; the weights of the indicators present are rescaled to the full sum.
    #[default]
    Reweight,
    /// The mean of the reference set.
    ReferenceMean,
    /// The median of the reference set.
    ReferenceMedian,
    /// The mean of the areas of the same Stadtbezirk that take part; nothing where the Stadtbezirk has no value.
    GroupMean,
    /// The newest earlier value since the last break of the series; nothing where there is none.
    LastValue,
    /// Linear between the nearest earlier and the nearest later year of the same series; nothing at its ends.
    LinearBetweenYears,
}

impl Imputation {
    /// All ways.
    pub const ALL: [Imputation; 6] = [
        Imputation::Reweight,
        Imputation::ReferenceMean,
        Imputation::ReferenceMedian,
        Imputation::GroupMean,
        Imputation::LastValue,
        Imputation::LinearBetweenYears,
    ];
}

/// How the value of an indicator comes about. Rates of parts are never averaged: counts are added up first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Denomination {
    /// As observed.
    #[default]
    AsObserved,
    /// per · Σ numerator / Σ denominator of the counts behind the observations.
    OwnCounts {
        /// 100 for percent, 1000 for rates per thousand.
        per: f64,
        /// Level of the parts that are rolled up to the area; the area's own counts if absent.
        #[serde(default)]
        parts: Option<AreaLevel>,
    },
    /// per · Σ values of this indicator / Σ values of another one.
    ByIndicator {
        /// Code of the indicator below the line.
        indicator: String,
        /// 100 for percent, 1000 for rates per thousand.
        per: f64,
        /// Level of the parts that are rolled up to the area; the area's own values if absent.
        #[serde(default)]
        parts: Option<AreaLevel>,
    },
    /// Σ of the parts' values, for counts.
    SumOfParts {
        /// Level of the parts.
        parts: AreaLevel,
    },
}

/// Formula of skewness and kurtosis (excess).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moments {
    /// Bias-corrected sample form G1, G2 (Joanes and Gill 1998; spreadsheets, SAS, COINr).
    #[default]
    Sample,
    /// Plain moments g1, g2.
    Population,
}

/// What happens to outlying values, before normalisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", deny_unknown_fields)]
pub enum Treatment {
    /// Nothing.
    #[default]
    None,
    /// While the indicator is skewed and peaked, its outermost value takes the value next to it (OECD 2008; COINr).
    Winsorise {
        /// Absolute skewness that must be exceeded.
        #[serde(default = "Treatment::skewness")]
        skewness: f64,
        /// Kurtosis (excess) that must be exceeded as well.
        #[serde(default = "Treatment::kurtosis")]
        kurtosis: f64,
        /// Most values of an indicator that are touched.
        #[serde(default = "Treatment::most_points")]
        most_points: u32,
        /// Formula of skewness and kurtosis.
        #[serde(default)]
        moments: Moments,
    },
    /// ln(value + shift).
    Log {
        /// What is added before.
        #[serde(default)]
        shift: f64,
    },
}

impl Treatment {
    /// Winsorising with the thresholds that COINr and the Joint Research Centre use.
    pub const WINSORISE: Treatment =
        Treatment::Winsorise { skewness: 2.0, kurtosis: 3.5, most_points: 5, moments: Moments::Sample };

    fn skewness() -> f64 {
        2.0
    }

    fn kurtosis() -> f64 {
        3.5
    }

    fn most_points() -> u32 {
        5
    }
}
