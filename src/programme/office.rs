//! How the offers of an Aktionsbüro stand to the needs of its area.

use super::basis::Basis;
use super::checks::{Check, CheckKind, Severity};
use super::findings::TOP_NEEDS;
use crate::analysis::{self, Ranking};
use crate::domain::{Aktionsbuero, AreaId, Indicator, Observation, PlanningData, SectionKey};
use crate::text::report::office as words;

/// A need of the area by the ranking, and what the office offers for it.
#[derive(Clone, Debug)]
pub struct OfficeNeed<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its value in the period of the ranking.
    pub here: Option<Observation>,
    /// The city's value beside it.
    pub city: Option<Observation>,
    /// Indices of the offers that are linked to it.
    pub offers: Vec<usize>,
}

/// What an offer answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferFit {
    /// A need that the ranking shows.
    Answers,
    /// Only indicators that do not lift the area's need above the average.
    NotElevated,
    /// It is linked to nothing.
    Nothing,
}

/// Needs, the strongest first; none without a ranking.
pub fn office_needs<'a>(
    data: &'a PlanningData,
    ranking: Option<&Ranking>,
    area: AreaId,
    office: &Aktionsbuero,
) -> Vec<OfficeNeed<'a>> {
    let Some(run) = ranking.map(|ranking| &ranking.run) else { return Vec::new() };
    let offers_of = |code: &str| {
        let all = office.offers.iter().enumerate();
        all.filter(|(_, offer)| offer.needs.iter().any(|need| need == code)).map(|(at, _)| at).collect()
    };
    analysis::drivers(run, area, run.width())
        .into_iter()
        .filter_map(|driver| data.indicator(driver.indicator))
        .map(|indicator| OfficeNeed {
            indicator,
            here: data.dataset.get(indicator.id, area, run.period),
            city: data.city().and_then(|city| data.dataset.get(indicator.id, city.id, run.period)),
            offers: offers_of(&indicator.code),
        })
        .collect()
}

/// What the offer at this index answers.
pub fn offer_fit(office: &Aktionsbuero, needs: &[OfficeNeed], offer: usize) -> OfferFit {
    if needs.iter().any(|need| need.offers.contains(&offer)) {
        OfferFit::Answers
    } else if office.offers.get(offer).is_some_and(|offer| !offer.needs.is_empty()) {
        OfferFit::NotElevated
    } else {
        OfferFit::Nothing
    }
}

/// The office of the programme's area.
pub(super) fn own_office<'a>(basis: &Basis<'a>) -> Option<&'a Aktionsbuero> {
    basis.vor_ort.aktionsbuero_of(basis.programme.area)
}

/// What is to be settled about the office before the draft goes out.
pub(super) fn checks(basis: &Basis, checks: &mut Vec<Check>) {
    let Some(office) = own_office(basis) else { return };
    let mut add = |severity, sentence| {
        checks.push(Check::new(CheckKind::OfficeIncomplete, severity, SectionKey::Aktionsbuero, sentence));
    };
    if office.reason.trim().is_empty() {
        add(Severity::Warning, words::check_no_reason());
    }
    if basis.ranking.is_none() {
        return;
    }
    let needs = office_needs(basis.data, basis.ranking, office.area, office);
    for need in needs.iter().take(TOP_NEEDS).filter(|need| need.offers.is_empty()) {
        add(Severity::Info, words::check_need_without_offer(&need.indicator.name));
    }
    for (at, offer) in office.offers.iter().enumerate() {
        match offer_fit(office, &needs, at) {
            OfferFit::Answers => {}
            OfferFit::NotElevated | OfferFit::Nothing => {
                add(Severity::Info, words::check_offer_without_need(&offer.title));
            }
        }
    }
}
