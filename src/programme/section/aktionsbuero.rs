//! 6 Aktionsbüro: what it is for, why it offers this here, and which need each offer answers.

use super::super::basis::Basis;
use super::super::findings::TOP_NEEDS;
use super::super::office::{OfficeNeed, office_needs, own_office};
use super::value_of;
use crate::domain::Aktionsbuero;
use crate::text::report::{brackets, office as words};

/// Paragraphs of the section; none where the area has no office.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let Some(office) = own_office(basis) else { return Vec::new() };
    let needs = office_needs(basis.data, basis.ranking, office.area, office);
    let mut paragraphs = vec![words::opening(basis.area_name()), words::reason(&office.reason)];
    let answered: Vec<String> = needs.iter().filter_map(|need| answer(basis, office, need)).collect();
    if !answered.is_empty() {
        paragraphs.push(words::answers_opening());
        paragraphs.push(answered.join("\n"));
    }
    let open: Vec<String> = needs
        .iter()
        .take(TOP_NEEDS)
        .filter(|need| need.offers.is_empty())
        .map(|need| format!("„{}“", brackets(&need.indicator.name)))
        .collect();
    if !open.is_empty() {
        paragraphs.push(words::without_offer(&open));
    }
    if office.demonstration {
        paragraphs.push(words::demonstration());
    }
    paragraphs
}

/// A need with its bound values and the offers for it; none where there is no offer or no observation.
fn answer(basis: &Basis, office: &Aktionsbuero, need: &OfficeNeed) -> Option<String> {
    let area = basis.area()?;
    let period = basis.data.period(basis.ranking?.run.period)?;
    need.here?;
    let offers: Vec<String> = need
        .offers
        .iter()
        .filter_map(|at| office.offers.get(*at))
        .map(|offer| format!("„{}“", brackets(&offer.title)))
        .collect();
    if offers.is_empty() {
        return None;
    }
    let city = basis.data.city().filter(|_| need.city.is_some_and(|city| city.value.is_some()));
    let city = city.map(|city| value_of(need.indicator, city, period));
    let here = value_of(need.indicator, area, period);
    Some(words::answer(&brackets(&need.indicator.name), &here, city.as_deref(), &offers))
}
