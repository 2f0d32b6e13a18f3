//! Who is ranked, against whom and when, and which areas and indicators have enough values.

use crate::domain::AreaLevel;
use serde::{Deserialize, Serialize};

/// Which period's values are ranked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodChoice {
    /// The newest dated period in which every indicator of the recipe has a value for some area taking part;
    /// if there is none, the newest in which any has.
    #[default]
    Latest,
    /// The period with this label.
    Label(String),
}

/// Which areas take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaSelection {
    /// Level of the areas.
    pub level: AreaLevel,
    /// Code of an area set that limits them; all areas of the level if absent.
    #[serde(default)]
    pub set: Option<String>,
    /// Keys of areas that are left out by decision.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

/// The areas whose distribution the normalisation refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceSet {
    /// The areas that take part.
    #[default]
    Participating,
    /// The members of the area set with this code that have a value.
    AreaSet(String),
}

/// The periods whose distribution the normalisation refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferencePeriods {
    /// The ranked period alone: values tell who stands where in that year.
    #[default]
    YearWise,
    /// All dated periods pooled: values of different years can be compared with each other.
    Pooled,
    /// The periods with these labels pooled.
    Labels(Vec<String>),
}

/// An area from which distances are measured; it need not take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceArea {
    /// Level of the area.
    pub level: AreaLevel,
    /// Its key.
    pub key: String,
}

/// What of an indicator is ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The value of the period.
    #[default]
    Level,
    /// The value of the period minus that of so many years before, in points; none over a break of the series.
    Change {
        /// Years between the two values.
        years: u16,
    },
}

/// Conditions for taking part; an area that fails one appears as "nicht gewertet" with the reason.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Screen {
    /// Smallest share (0 to 1) of the recipe's indicators that an area must have.
    pub minimum_share_present: f64,
    /// Smallest population.
    pub minimum_population: Option<MinimumPopulation>,
    /// Whether areas in which every indicator is exactly 0 are left out: some sources code excluded areas so.
    pub leave_out_all_zero: bool,
    /// Greatest share (0 to 1) of an area's values that may be exactly 0.
    pub greatest_zero_share: Option<f64>,
    /// Smallest share (0 to 1) of the areas in which an indicator must have a value; one that has fewer counts nothing.
    pub minimum_share_per_indicator: f64,
    /// Greatest share (0 to 1) of an indicator's values that may be exactly 0; one that has more counts nothing.
    pub greatest_zero_share_per_indicator: Option<f64>,
}

/// Smallest population of an area that takes part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinimumPopulation {
    /// Code of the indicator that counts inhabitants.
    pub indicator: String,
    /// Smallest number, inclusive.
    pub persons: f64,
}
