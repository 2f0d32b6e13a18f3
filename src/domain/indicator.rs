//! Indicators: a series is only comparable with itself, so each carries its card.

use super::{Handlungsfeld, IndicatorId};
use serde::{Deserialize, Serialize};

/// Which end of the scale means need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A high value means greater need (unemployment).
    HighIsNeed,
    /// A low value means greater need (employment, children of normal weight).
    LowIsNeed,
    /// Describes the situation, never a need (migration background).
    Context,
}

impl Direction {
    /// All directions.
    pub const ALL: [Direction; 3] = [Direction::HighIsNeed, Direction::LowIsNeed, Direction::Context];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            Direction::HighIsNeed => "high_is_need",
            Direction::LowIsNeed => "low_is_need",
            Direction::Context => "context",
        }
    }

    /// The direction with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|direction| direction.code() == code)
    }
}

/// A point at which a series stops being comparable with its past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesBreak {
    /// First year under the new definition.
    pub year: i16,
    /// What changed.
    pub reason: String,
}

/// The card of an indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Identity.
    pub id: IndicatorId,
    /// Short code, unique in the project: ASCII letters, digits, `_` and `-`.
    pub code: String,
    /// Name as printed.
    pub name: String,
    /// Definition in one sentence.
    pub definition: String,
    /// What is counted above the line; empty for plain counts and amounts.
    pub numerator: String,
    /// What it is divided by; empty for plain counts and amounts.
    pub denominator: String,
    /// Age bounds as printed, e.g. `15 bis unter 65`; empty where none apply.
    pub age_bounds: String,
    /// Unit as printed after the number: `%`, `je 1.000`, `m²`, `Personen`.
    pub unit: String,
    /// Factor between numerator / denominator and the value: 100 for percent, 1000 for rates per thousand.
    pub scale: f64,
    /// Decimals in print.
    pub decimals: u8,
    /// Which end means need.
    pub direction: Direction,
    /// Dimension (Teilindex) that it belongs to, e.g. `Arbeit`.
    pub dimension: String,
    /// Handlungsfeld that it speaks to.
    pub handlungsfeld: Option<Handlungsfeld>,
    /// Who publishes it.
    pub source: String,
    /// What to keep in mind when reading it.
    pub caveat: String,
    /// Whether this is the series of inhabitants.
    pub is_population: bool,
    /// Known breaks of the series, oldest first.
    pub breaks: Vec<SeriesBreak>,
}

impl Indicator {
    /// Whether it counts persons or cases, so that the values of areas add up to that of the city.
    pub fn is_count(&self) -> bool {
        let counted = ["", "Personen", "Fälle", "Haushalte", "Kinder", "Wohnungen", "Anzahl"];
        self.is_population || (self.denominator.is_empty() && counted.contains(&self.unit.as_str()))
    }
}
