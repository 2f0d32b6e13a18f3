//! What is known on site: statements, and everything together. Organisations, services, participation, earlier programmes
//! and the Aktionsbüros have files of their own.

use super::{
    Akteur, AkteurId, Aktionsbuero, Angebot, AreaId, AussageId, Begruendung, Deckung, Erfahrung, Handlungsfeld, Idee,
    Kontaktperson, MassnahmeId, Mitwirkung, Netzwerk, Veranstaltung, VeranstaltungId,
};
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

/// A cell of the board of strengths and weaknesses, chances and risks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Swot {
    /// What is good today.
    Staerke,
    /// What is lacking today.
    Schwaeche,
    /// What can become better.
    Chance,
    /// What can become worse.
    Risiko,
}

impl Swot {
    /// The four, in the order of the board.
    pub const ALL: [Swot; 4] = [Swot::Staerke, Swot::Schwaeche, Swot::Chance, Swot::Risiko];
}

/// A statement from participation or from actors on site.
///
/// A qualitative assessment (Stärke, Schwäche, Chance, Risiko) is a statement that was sorted: it needs the same words,
/// source, date, indicator and answer, and a sentence that was heard is not to be typed twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aussage {
    /// Identity.
    pub id: AussageId,
    /// The area it speaks of.
    pub area: AreaId,
    /// When it was made.
    pub date: Option<Date>,
    /// Where: event, working group, survey; counts where no [`Veranstaltung`] is named.
    pub occasion: String,
    /// The event at which it was made.
    pub veranstaltung: Option<VeranstaltungId>,
    /// What was said.
    pub text: String,
    /// Code of the indicator it relates to; empty if none.
    pub indicator: String,
    /// How it relates to it.
    pub stance: AussageStance,
    /// Where it stands on the board of strengths and weaknesses, if it was sorted.
    pub swot: Option<Swot>,
    /// The field that it speaks of.
    pub handlungsfeld: Option<Handlungsfeld>,
    /// The measure that takes it up.
    pub massnahme: Option<MassnahmeId>,
    /// What the planner answers; a contradiction is to have one.
    pub answer: String,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

impl Aussage {
    /// A statement of which only the words are known.
    pub fn new(area: AreaId, text: impl Into<String>) -> Aussage {
        Aussage {
            id: AussageId(0),
            area,
            date: None,
            occasion: String::new(),
            veranstaltung: None,
            text: text.into(),
            indicator: String::new(),
            stance: AussageStance::default(),
            swot: None,
            handlungsfeld: None,
            massnahme: None,
            answer: String::new(),
            demonstration: false,
        }
    }

    /// Whether it contradicts an indicator and nobody has answered.
    pub fn waits_for_answer(&self) -> bool {
        self.stance == AussageStance::Widerspricht && self.answer.trim().is_empty()
    }
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
    pub veranstaltungen: Vec<Veranstaltung>,
    pub ideen: Vec<Idee>,
    pub mitwirkungen: Vec<Mitwirkung>,
    pub erfahrungen: Vec<Erfahrung>,
    pub aktionsbueros: Vec<Aktionsbuero>,
}

impl VorOrt {
    /// The event of this identity.
    pub fn veranstaltung(&self, id: VeranstaltungId) -> Option<&Veranstaltung> {
        self.veranstaltungen.iter().find(|veranstaltung| veranstaltung.id == id)
    }

    /// Whether a network works in an area, by itself or through a member. One of which neither is known belongs to
    /// every area: else it would be found in none.
    pub fn works_in(&self, netzwerk: &Netzwerk, area: AreaId) -> bool {
        let member = |id: &AkteurId| self.akteure.iter().any(|akteur| akteur.id == *id && akteur.works_in(area));
        let nowhere = netzwerk.areas.is_empty() && netzwerk.members.is_empty();
        nowhere || netzwerk.areas.contains(&area) || netzwerk.members.iter().any(member)
    }

    /// The office of an area.
    pub fn aktionsbuero_of(&self, area: AreaId) -> Option<&Aktionsbuero> {
        self.aktionsbueros.iter().find(|buero| buero.area == area)
    }

    /// Where and when a statement was made: by its event if it has one.
    pub fn source_of<'a>(&'a self, aussage: &'a Aussage) -> (&'a str, Option<Date>) {
        match aussage.veranstaltung.and_then(|id| self.veranstaltung(id)) {
            Some(event) => (&event.title, event.date.or(aussage.date)),
            None => (&aussage.occasion, aussage.date),
        }
    }
}
