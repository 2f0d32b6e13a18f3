//! The Aktionsbüro in the document: its profile, its offers beside the needs that they answer.

use super::super::basis::Basis;
use super::super::catalogue::office_catalogue;
use super::super::findings;
use super::super::office::{OfficeNeed, office_needs, own_office};
use super::tables::{self, columns, row, strong_row, table};
use crate::document::{Align, Block, Inline, Table, TableRow};
use crate::domain::{Aktionsbuero, Bueroangebot, Indicator, Observation};
use crate::text;
use crate::text::report::{self, office as words};

/// What the office does not do, its profile, its offers; none where the area has no office.
pub(super) fn blocks(basis: &Basis) -> Vec<Block> {
    let Some(office) = own_office(basis) else { return Vec::new() };
    let limits: Vec<String> =
        office_catalogue().limits.iter().map(|limit| words::limit(&limit.title, &limit.responsible)).collect();
    let limits = Block::Paragraph(vec![Inline::text(words::limits(&limits))]);
    let tables = std::iter::once(profile(basis, office)).chain(offers(basis, office));
    std::iter::once(limits).chain(tables.map(Block::Table)).collect()
}

/// The offers, as a table; none without an office.
pub(super) fn offered(basis: &Basis) -> Option<Table> {
    offers(basis, own_office(basis)?)
}

fn profile(basis: &Basis, office: &Aktionsbuero) -> Table {
    use words::profile;
    let joined = |parts: Vec<String>| parts.join("; ");
    let partner = |partner: &crate::domain::Partner| {
        if partner.contribution.trim().is_empty() {
            partner.name.clone()
        } else {
            format!("{} ({})", partner.name, partner.contribution.trim())
        }
    };
    let minutes = office.minutes_per_week();
    let facts = [
        (profile::PLACE, office.place.clone()),
        (profile::TRAEGER, office.traeger.clone()),
        (profile::PARTNERS, joined(office.partners.iter().map(partner).collect())),
        (profile::HOURS, joined(office.hours.iter().map(words::hours).collect())),
        (profile::PER_WEEK, if minutes > 0 { words::hours_per_week(minutes) } else { String::new() }),
        (profile::STAFF, words::staff(office)),
        (profile::VISITS, joined(office.visits.iter().map(words::visits).collect())),
        (profile::LANGUAGES, office.languages.clone()),
        (profile::COSTS, joined(office.costs.iter().map(words::costs).collect())),
    ];
    let open = |value: String| if value.trim().is_empty() { report::NOT_SETTLED.to_owned() } else { value };
    let rows = facts
        .into_iter()
        .map(|(label, value)| TableRow {
            cells: vec![vec![Inline::Strong(label.to_owned())], vec![Inline::Text(open(value))]],
            strong: false,
        })
        .collect();
    let columns = columns(&report::columns::SHEET, &[Align::Left, Align::Left], &[26.0, 74.0]);
    table(words::caption_profile(basis.area_name()), columns, rows, vec![report::plan_source()])
}

/// The offers, those that all offices share first; none where there are none.
fn offers(basis: &Basis, office: &Aktionsbuero) -> Option<Table> {
    let (core, tailored): (Vec<&Bueroangebot>, Vec<&Bueroangebot>) =
        office.offers.iter().partition(|offer| office_catalogue().is_core(offer));
    let needs = office_needs(basis.data, basis.ranking, office.area, office);
    let mut rows = Vec::new();
    let mut used: Vec<&Indicator> = Vec::new();
    for (title, group) in [(words::CORE, core), (words::TAILORED, tailored)] {
        if group.is_empty() {
            continue;
        }
        rows.push(strong_row(std::iter::once(title.to_owned()).chain(std::iter::repeat_n(String::new(), 4))));
        for offer in group {
            rows.push(row(cells(basis, &needs, offer)));
            used.extend(indicators(basis, offer));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let align = [Align::Left, Align::Left, Align::Left, Align::Right, Align::Right];
    let columns = columns(&words::OFFERS, &align, &[26.0, 30.0, 26.0, 14.0, 12.0]);
    let marked = used.iter().any(|indicator| !mark(&needs, indicator).is_empty());
    let notes = marked.then(|| words::NO_NEED_NOTE.to_owned()).into_iter();
    let notes = notes.chain([report::signs_note(), tables::indicator_source(basis, &used)]).collect();
    Some(table(words::caption_offers(basis.area_name()), columns, rows, notes))
}

/// The mark of an indicator that is no need of the area; none where no ranking says which are.
fn mark(needs: &[OfficeNeed], indicator: &Indicator) -> &'static str {
    let is_need = needs.is_empty() || needs.iter().any(|need| need.indicator.id == indicator.id);
    if is_need { "" } else { words::NO_NEED_MARK }
}

fn indicators<'a>(basis: &Basis<'a>, offer: &Bueroangebot) -> Vec<&'a Indicator> {
    offer.needs.iter().filter_map(|code| basis.data.indicator_by_code(code)).collect()
}

fn cells(basis: &Basis, needs: &[OfficeNeed], offer: &Bueroangebot) -> [String; 5] {
    let used = indicators(basis, offer);
    let readings: Vec<_> = used.iter().map(|indicator| findings::reading(basis, indicator)).collect();
    let print = |indicator: &Indicator, observation: Option<Observation>| {
        observation.map_or_else(String::new, |o| text::value_or_sign(o.value, o.status, indicator.decimals))
    };
    let lines = |parts: Vec<String>| parts.join("; ");
    // Beside other values an empty place would not say whose value is missing.
    let values = |parts: Vec<String>| {
        if parts.iter().all(String::is_empty) {
            return String::new();
        }
        let several = parts.len() > 1;
        lines(parts.into_iter().map(|part| if several { words::value_in_list(part) } else { part }).collect())
    };
    let names = used.iter().map(|indicator| format!("{}{}", indicator.name, mark(needs, indicator))).collect();
    let here = used.iter().zip(&readings).map(|(i, reading)| print(i, reading.as_ref().map(|r| r.here))).collect();
    let city = used.iter().zip(&readings).map(|(i, reading)| print(i, reading.as_ref().and_then(|r| r.city))).collect();
    [
        offer.title.clone(),
        offer.description.clone(),
        if used.is_empty() { words::NO_NEED.to_owned() } else { lines(names) },
        values(here),
        values(city),
    ]
}
