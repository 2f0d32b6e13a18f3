//! What is known on site: statements, and everything together. Organisations and services have files of their own.

use super::{Akteur, Angebot, AreaId, AussageId, Begruendung, Deckung, Kontaktperson, Netzwerk};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whether a statement supports what the data show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AussageStance {
    /// It supports the indicator.
    Stuetzt,
    /// It contradicts the indicator.
    Widerspricht,
    /// It adds something the data do not show.
    #[default]
    Ergaenzt,
}

impl AussageStance {
    /// All stances.
    pub const ALL: [AussageStance; 3] = [AussageStance::Stuetzt, AussageStance::Widerspricht, AussageStance::Ergaenzt];
}

/// A statement from participation or from actors on site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aussage {
    /// Identity.
    pub id: AussageId,
    /// The area it speaks of.
    pub area: AreaId,
    /// When it was made.
    pub date: Option<Date>,
    /// Where: event, working group, survey.
    pub occasion: String,
    /// What was said.
    pub text: String,
    /// Code of the indicator it relates to; empty if none.
    pub indicator: String,
    /// How it relates to it.
    pub stance: AussageStance,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

/// What is known on site in all areas of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct VorOrt {
    pub akteure: Vec<Akteur>,
    pub angebote: Vec<Angebot>,
    pub aussagen: Vec<Aussage>,
    pub kontaktpersonen: Vec<Kontaktperson>,
    pub netzwerke: Vec<Netzwerk>,
    pub deckungen: Vec<Deckung>,
    pub begruendungen: Vec<Begruendung>,
}
