//! Areas of the city and the sets that planners form of them.

use super::{AreaId, AreaSetId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// All areas of an entry, its own first.
pub(super) fn own_first(own: AreaId, also_in: &[AreaId]) -> Vec<AreaId> {
    std::iter::once(own).chain(also_in.iter().copied()).collect()
}

/// Sets the areas of an entry; without any they stay as they are.
pub(super) fn set_own_first((own, also_in): (&mut AreaId, &mut Vec<AreaId>), areas: &[AreaId]) {
    if let Some((first, others)) = areas.split_first() {
        (*own, *also_in) = (*first, others.to_vec());
    }
}

/// The kind of spatial unit. Keys are unique within a level; names may repeat, even there (Berlin has
/// two planning areas called Schloßstraße).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaLevel {
    /// The whole city.
    Stadt,
    /// A city district (Dortmund has twelve).
    Stadtbezirk,
    /// A social-planning unit (Dortmund has thirty-nine).
    Sozialraum,
    /// A statistical district, two digits.
    StatistischerBezirk,
    /// A statistical subdistrict, three digits.
    Unterbezirk,
    /// A small quarter inside an Aktionsraum.
    Aktionsquartier,
    /// A quarter in the sense of other cities (Hamburg: Stadtteil).
    Stadtteil,
    /// A planning unit in the sense of other cities (Berlin: Planungsraum).
    Planungsraum,
    /// Anything else.
    Sonstige,
}

impl AreaLevel {
    /// All levels, coarsest first where they nest.
    pub const ALL: [AreaLevel; 9] = [
        AreaLevel::Stadt,
        AreaLevel::Stadtbezirk,
        AreaLevel::Sozialraum,
        AreaLevel::StatistischerBezirk,
        AreaLevel::Unterbezirk,
        AreaLevel::Aktionsquartier,
        AreaLevel::Stadtteil,
        AreaLevel::Planungsraum,
        AreaLevel::Sonstige,
    ];

    /// Stable name in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            AreaLevel::Stadt => "stadt",
            AreaLevel::Stadtbezirk => "stadtbezirk",
            AreaLevel::Sozialraum => "sozialraum",
            AreaLevel::StatistischerBezirk => "statistischer_bezirk",
            AreaLevel::Unterbezirk => "unterbezirk",
            AreaLevel::Aktionsquartier => "aktionsquartier",
            AreaLevel::Stadtteil => "stadtteil",
            AreaLevel::Planungsraum => "planungsraum",
            AreaLevel::Sonstige => "sonstige",
        }
    }

    /// The level with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<AreaLevel> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// A piece of the city. Its population is the series of the indicator marked as population
/// (see [`PlanningData::population`](super::PlanningData::population)): one place for one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Identity.
    pub id: AreaId,
    /// Kind of unit.
    pub level: AreaLevel,
    /// Official or project key: text, with its leading zeros.
    pub key: String,
    /// Name as printed.
    pub name: String,
    /// The area that contains this one.
    pub parent: Option<AreaId>,
    /// First day on which the area existed in this shape, if known.
    pub valid_from: Option<Date>,
    /// Last day on which the area existed in this shape, if it ended.
    pub valid_to: Option<Date>,
    /// Other spellings under which the area appears in spreadsheets.
    pub synonyms: Vec<String>,
    /// What the sources say about its delimitation, or what they leave open.
    pub note: String,
    /// Place on the schematic tile map.
    pub tile: Option<Tile>,
}

/// Place of an area on the schematic tile map: a picture of the neighbourhood, no geometry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tile {
    /// Column from the west, starting at 0.
    pub column: u8,
    /// Row from the north, starting at 0.
    pub row: u8,
}

/// How binding a set of areas is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaSetState {
    /// In force.
    Gueltig,
    /// Proposed, not decided.
    Vorschlag,
    /// Watched, without a programme.
    Beobachtet,
    /// Formed by the planner for comparison.
    Auswahl,
}

impl AreaSetState {
    /// All states.
    pub const ALL: [AreaSetState; 4] =
        [AreaSetState::Gueltig, AreaSetState::Vorschlag, AreaSetState::Beobachtet, AreaSetState::Auswahl];

    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            AreaSetState::Gueltig => "gueltig",
            AreaSetState::Vorschlag => "vorschlag",
            AreaSetState::Beobachtet => "beobachtet",
            AreaSetState::Auswahl => "auswahl",
        }
    }

    /// The state with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A named set of areas with its dates: the thirteen of 2008, the proposal of 2020.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaSet {
    /// Identity.
    pub id: AreaSetId,
    /// Stable name for recipes and the command line, e.g. `aktionsraeume-2008`.
    pub code: String,
    /// Name as printed.
    pub name: String,
    /// How binding it is.
    pub state: AreaSetState,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day, if it ended.
    pub valid_to: Option<Date>,
    /// Source and remarks.
    pub note: String,
    /// Members in printed order.
    pub members: Vec<AreaId>,
}
