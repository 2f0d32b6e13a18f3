//! What a new Dortmund project begins with: areas, indicator cards, published figures, procedure, recipe, and on
//! demand an example with invented values and programmes.
//!
//! Two halves: [`Frame::load`] reads the files under `data/` that are built into the program, [`Frame::fill`] turns
//! them into ordinary commands. Neither knows how a project stores them.

mod areas;
mod cards;
mod fill;
mod new_project;
mod participation;
mod procedure;
mod programmes;
mod records;
mod table;
mod voices;

pub use areas::{AreaKey, FrameSet};
pub(in crate::project) use new_project::fill;
pub use participation::FrameParticipation;
pub use procedure::FrameStepState;
pub use programmes::{FrameAbgleich, FrameCounterpart, FrameProgramme};
pub use records::{FrameMeasure, FrameNachtrag, FrameRecords};
pub use table::{FrameTable, FrameValue};
pub use voices::{FrameAkteur, FrameAngebot, FrameNetzwerk, FrameVoices};

use crate::domain::{Area, Indicator, ProcedureStep};
use serde::de::DeserializeOwned;

/// Title of a new project without example.
const TITLE: &str = "Aktionsplan Dortmund";
/// Title of a new project with example.
const EXAMPLE_TITLE: &str = "Aktionsplan Dortmund, Beispiel";

/// Everything built into the program about Dortmund, read and checked against itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Areas of all levels; a parent is `AreaId(-1 - index)` of this list, as [`AreaCommand::Add`] expects.
    ///
    /// [`AreaCommand::Add`]: crate::project::AreaCommand::Add
    pub areas: Vec<Area>,
    /// Area sets, their members by key.
    pub sets: Vec<FrameSet>,
    /// Indicator cards in printed order.
    pub indicators: Vec<Indicator>,
    /// Published figures with year and source.
    pub published: FrameTable,
    /// Invented tables of the example, in the order in which they are imported.
    pub demonstration: Vec<FrameTable>,
    /// Codes of the indicators of the recommended recipe.
    pub recipe: Vec<String>,
    /// Steps of the procedure template.
    pub steps: Vec<ProcedureStep>,
    /// States of the procedure in the example.
    pub step_states: Vec<FrameStepState>,
    /// What the example knows on site.
    pub voices: FrameVoices,
    /// Participation, experience and Aktionsbüros of the example.
    pub participation: FrameParticipation,
    /// Programmes of the example.
    pub programmes: Vec<FrameProgramme>,
    /// What the example has written down on the way.
    pub records: FrameRecords,
}

/// Why the built-in data cannot be used: a fault of the program, not of the planner's data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// A file is no TOML of the expected form.
    #[error("{file}: {reason}")]
    Form {
        /// File under `data/`.
        file: String,
        /// What the reader says.
        reason: String,
    },
    /// A line of a table cannot be read.
    #[error("{file}, line {line}: {reason}")]
    Line {
        /// File under `data/`.
        file: String,
        /// Line, starting at 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// Something refers to what does not exist.
    #[error("{place} refers to unknown {name}")]
    Unknown {
        /// Where the reference stands.
        place: String,
        /// What it names.
        name: String,
    },
    /// The project gave no identity for what was created.
    #[error("no identity for {0}")]
    NoIdentity(String),
}

impl Frame {
    /// Reads the built-in files and checks that every reference between them holds.
    ///
    /// # Errors
    /// Only where the files under `data/` contradict each other.
    pub fn load() -> Result<Frame, FrameError> {
        let (areas, sets) = areas::load()?;
        let indicators = cards::load()?;
        let frame = Frame {
            published: table::published()?,
            demonstration: table::demonstration()?,
            recipe: cards::load_recipe()?,
            steps: procedure::load()?,
            step_states: procedure::load_states()?,
            voices: voices::load()?,
            participation: participation::load()?,
            programmes: programmes::load()?,
            records: records::load()?,
            areas,
            sets,
            indicators,
        };
        frame.check()?;
        Ok(frame)
    }

    /// Whether the frame has an area with this level and key.
    pub fn has_area(&self, key: &AreaKey) -> bool {
        self.areas.iter().any(|area| area.level == key.level && area.key == key.key)
    }

    /// The card with this code.
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == code)
    }

    fn check(&self) -> Result<(), FrameError> {
        for table in std::iter::once(&self.published).chain(&self.demonstration) {
            for value in &table.values {
                self.check_area(&value.area, &table.file_name)?;
                self.check_indicator(&value.indicator, &table.file_name)?;
            }
        }
        for code in &self.recipe {
            self.check_indicator(code, "rezept.toml")?;
        }
        for code in self.participation.indicators() {
            self.check_indicator(code, "beteiligung.toml")?;
        }
        for area in self.participation.areas() {
            self.check_area(&area, "beteiligung.toml")?;
        }
        for (place, area) in self.mentioned_areas() {
            self.check_area(area, place)?;
        }
        self.check_records()
    }

    fn check_records(&self) -> Result<(), FrameError> {
        for (gremium, ..) in &self.records.beschluesse {
            if self.records.gremien.iter().all(|known| known.name != *gremium) {
                return Err(unknown(records::FILE, gremium));
            }
        }
        for measure in self.records.measures() {
            let mut own = self.programmes.iter().filter(|programme| programme.area == measure.0);
            if !own.any(|programme| programme.programme.massnahmen.iter().any(|known| known.number == measure.1)) {
                return Err(unknown(records::FILE, measure.1));
            }
        }
        Ok(())
    }

    fn mentioned_areas(&self) -> impl Iterator<Item = (&'static str, &AreaKey)> {
        let sets = self.sets.iter().flat_map(|set| set.members.iter().map(|member| ("rahmen.toml", member)));
        let programmes = self.programmes.iter().map(|programme| ("programme.toml", &programme.area));
        let states = self.step_states.iter().map(|state| ("verfahrensstand.toml", &state.area));
        let records = self.records.areas().map(|area| (records::FILE, area));
        sets.chain(programmes)
            .chain(states)
            .chain(self.voices.areas().map(|area| ("vor-ort.toml", area)))
            .chain(records)
    }

    fn check_area(&self, key: &AreaKey, place: &str) -> Result<(), FrameError> {
        if self.has_area(key) { Ok(()) } else { Err(unknown(place, key)) }
    }

    fn check_indicator(&self, code: &str, place: &str) -> Result<(), FrameError> {
        if self.indicator(code).is_some() { Ok(()) } else { Err(unknown(place, code)) }
    }
}

fn unknown(place: &str, name: impl ToString) -> FrameError {
    FrameError::Unknown { place: place.to_owned(), name: name.to_string() }
}

fn from_toml<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FrameError> {
    toml::from_str(text).map_err(|error| FrameError::Form { file: file.to_owned(), reason: error.to_string() })
}
