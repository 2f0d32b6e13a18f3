//! Experience: what earlier programmes and plans did, and what is to be learnt from it.

use super::{AreaId, ErfahrungId, Handlungsfeld, Handlungsprogramm, MassnahmeId, ZielId};
use serde::{Deserialize, Serialize};

/// What an earlier programme, plan or project teaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erfahrung {
    /// Identity.
    pub id: ErfahrungId,
    /// What it was called.
    pub title: String,
    /// The programme or plan it belonged to: `URBAN II`.
    pub programme: String,
    /// When, as the source says.
    pub period: String,
    /// What was done.
    pub done: String,
    /// What came of it.
    pub result: String,
    /// What is to be done again, or otherwise.
    pub lesson: String,
    /// Where this is written.
    pub source: String,
    /// Fields to which it can be carried over; empty where it is not bound to one.
    pub handlungsfelder: Vec<Handlungsfeld>,
    /// Areas to which it can be carried over; empty where it is not bound to one.
    pub areas: Vec<AreaId>,
    /// Goals that build on it.
    pub ziele: Vec<ZielId>,
    /// Measures that build on it.
    pub massnahmen: Vec<MassnahmeId>,
    /// Whether the entry is invented to show the program.
    pub demonstration: bool,
}

impl Erfahrung {
    /// Whether it can be carried over to this area.
    pub fn fits(&self, area: AreaId) -> bool {
        self.areas.is_empty() || self.areas.contains(&area)
    }

    /// Whether it concerns an area: it can be carried over, or the area's programme has taken it up.
    pub fn concerns(&self, area: AreaId, programme: Option<&Handlungsprogramm>) -> bool {
        let taken_up = |programme: &Handlungsprogramm| {
            programme.ziele.iter().any(|ziel| self.ziele.contains(&ziel.id))
                || programme.massnahmen.iter().any(|massnahme| self.massnahmen.contains(&massnahme.id))
        };
        self.fits(area) || programme.is_some_and(taken_up)
    }
}
