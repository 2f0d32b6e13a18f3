//! What a programme is worded from.

use crate::analysis::Ranking;
use crate::domain::{
    Akteur, Angebot, Area, AreaLevel, Ausgaben, Aussage, Handlungsprogramm, Massnahme, PlanRules, PlanningData,
    Verfahren, VorOrt,
};

/// Everything that text, checks and document of one programme read. Nothing else is consulted, not even the clock.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// Areas, indicators, values.
    pub data: &'a PlanningData,
    /// The project's ranking, if it could be computed.
    pub ranking: Option<&'a Ranking>,
    /// The programme.
    pub programme: &'a Handlungsprogramm,
    /// The programmes of all areas, this one among them.
    pub programmes: &'a [Handlungsprogramm],
    /// Rules of money and priority.
    pub rules: &'a PlanRules,
    /// What is known on site in all areas.
    pub vor_ort: &'a VorOrt,
    /// The procedure.
    pub verfahren: &'a Verfahren,
    /// What documents of the project have shown so far.
    pub ausgaben: &'a Ausgaben,
    /// The date that the document bears.
    pub today: jiff::civil::Date,
    /// Title of the project.
    pub project_title: &'a str,
}

impl<'a> Basis<'a> {
    /// The area of the programme.
    pub(super) fn area(&self) -> Option<&'a Area> {
        self.data.area(self.programme.area)
    }

    /// Name of the area; empty where the project does not know it.
    pub(super) fn area_name(&self) -> &'a str {
        self.area().map_or("", |area| area.name.as_str())
    }

    /// The Stadtbezirk that contains the area.
    pub(super) fn stadtbezirk(&self) -> Option<&'a Area> {
        self.stadtbezirk_of(self.area()?)
    }

    /// The Stadtbezirk that contains an area.
    pub(super) fn stadtbezirk_of(&self, area: &Area) -> Option<&'a Area> {
        let mut next = area.parent;
        for _ in 0..AreaLevel::ALL.len() {
            let area = self.data.area(next?)?;
            if area.level == AreaLevel::Stadtbezirk {
                return Some(area);
            }
            next = area.parent;
        }
        None
    }

    /// Services of the area.
    pub(super) fn own_angebote(&self) -> impl Iterator<Item = &'a Angebot> {
        let area = self.programme.area;
        self.vor_ort.angebote.iter().filter(move |angebot| angebot.serves(area))
    }

    /// Actors of the area.
    pub(super) fn own_akteure(&self) -> impl Iterator<Item = &'a Akteur> {
        let area = self.programme.area;
        self.vor_ort.akteure.iter().filter(move |akteur| akteur.works_in(area))
    }

    /// Statements on the area.
    pub(super) fn own_aussagen(&self) -> impl Iterator<Item = &'a Aussage> {
        let area = self.programme.area;
        self.vor_ort.aussagen.iter().filter(move |aussage| aussage.area == area)
    }

    /// Measures by number.
    pub(super) fn massnahmen(&self) -> Vec<&'a Massnahme> {
        super::plan::by_number(self.programme)
    }

    /// Whether anything that the document rests on is invented.
    pub(super) fn uses_demonstration(&self) -> bool {
        self.programme.demonstration
            || self.data.has_demonstration()
            || self.own_angebote().any(|angebot| angebot.demonstration)
            || self.own_akteure().any(|akteur| akteur.demonstration)
            || self.own_aussagen().any(|aussage| aussage.demonstration)
            || super::participation::own_events(self).iter().any(|event| event.demonstration)
            || super::office::own_office(self).is_some_and(|office| office.demonstration)
    }
}
