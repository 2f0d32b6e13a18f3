//! Hidden cells that a reader could work out from what documents of a programme show: from totals and their parts, from
//! shares and what they are shares of, from numbers in text, and from what an earlier document still showed. A value
//! that was given out once counts as known for good.

use super::basis::Basis;
use super::figures;
use super::findings::{self, Reading};
use super::resolve::{area_of, area_reference, shown};
use crate::domain::{
    Area, AreaId, BindingRef, BoundValue, Indicator, IndicatorId, Observation, PassageId, PeriodId, Status,
};
use crate::text::report::disclosure as words;
use std::collections::{BTreeMap, BTreeSet};

/// A hidden cell that is not hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// How it can be worked out: a German sentence.
    pub sentence: String,
    /// The passage that shows it, if one does.
    pub passage: Option<PassageId>,
}

type Cell = (IndicatorId, AreaId, PeriodId);

/// What documents of the programme show today, by reference: to be kept when one is given out.
pub fn published_values(basis: &Basis) -> BTreeMap<String, String> {
    let entry = |(indicator, area, period): Cell| {
        let reference = reference(basis, (indicator, area, period))?;
        let observation = basis.data.dataset.get(indicator, area, period)?;
        Some((reference, shown(basis.data.indicator(indicator)?, &observation)))
    };
    published(basis).into_iter().filter_map(entry).collect()
}

/// Every hidden cell that can be worked out, each once per way.
pub fn disclosures(basis: &Basis) -> Vec<Disclosure> {
    let mut found = in_text(basis);
    found.extend(given_out_before(basis));
    let mut known = published(basis);
    known.extend(basis.programme.ausgaben.werte.keys().filter_map(|reference| cell_of(basis, reference)));
    found.extend(totals_minus_parts(basis, &known));
    found.extend(shares_of(basis, &known));
    found
}

fn reference(basis: &Basis, (indicator, area, period): Cell) -> Option<String> {
    let binding = BindingRef::Value {
        indicator: basis.data.indicator(indicator)?.code.clone(),
        area: area_reference(basis.data.area(area)?),
        period: basis.data.period(period)?.label.clone(),
    };
    Some(binding.to_string())
}

fn cell_of(basis: &Basis, reference: &str) -> Option<Cell> {
    match reference.parse().ok()? {
        BindingRef::Value { indicator, area, period } => Some((
            basis.data.indicator_by_code(&indicator)?.id,
            area_of(basis.data, &area)?.id,
            basis.data.period_by_label(&period)?.id,
        )),
        BindingRef::Change { .. }
        | BindingRef::Place { .. }
        | BindingRef::Rank { .. }
        | BindingRef::RankInterval { .. }
        | BindingRef::Index { .. }
        | BindingRef::Participants
        | BindingRef::BurdenCount { .. }
        | BindingRef::BurdenInSection { .. }
        | BindingRef::Costs { .. } => None,
    }
}

/// Cells with a value that tables, figures and text of the long document show.
fn published(basis: &Basis) -> BTreeSet<Cell> {
    let mut cells = BTreeSet::new();
    let mut add = |observation: Option<Observation>| {
        if let Some(o) = observation.filter(|o| o.value.is_some() && o.status.has_value()) {
            cells.insert((o.indicator, o.area, o.period));
        }
    };
    for reading in readings(basis) {
        [Some(reading.here), reading.bezirk, reading.city].into_iter().for_each(&mut add);
    }
    let dataset = &basis.data.dataset;
    for indicator in figures::trend_indicators(basis, figures::TRENDS) {
        for period in basis.data.periods_of(indicator.id) {
            let areas = [Some(basis.programme.area), basis.data.city().map(|city| city.id)];
            areas.into_iter().flatten().for_each(|area| add(dataset.get(indicator.id, area, period.id)));
        }
    }
    if let (Some(ranking), Some(driver)) = (basis.ranking, findings::drivers(basis).first()) {
        ranking.run.areas.iter().for_each(|area| add(dataset.get(driver.id, *area, ranking.run.period)));
    }
    for bound in bound_values(basis).map(|(_, bound)| bound) {
        let cell = cell_of(basis, &bound.reference);
        add(cell.and_then(|(indicator, area, period)| dataset.get(indicator, area, period)));
    }
    cells
}

fn readings<'a>(basis: &Basis<'a>) -> Vec<Reading<'a>> {
    basis.data.indicators.iter().filter_map(|indicator| findings::reading(basis, indicator)).collect()
}

/// Numbers bound in text, goals and measures, with their passage.
fn bound_values<'a>(basis: &Basis<'a>) -> impl Iterator<Item = (Option<PassageId>, &'a BoundValue)> {
    let programme = basis.programme;
    let passages = programme.passages.iter().flat_map(|passage| passage.basis.iter().map(|b| (Some(passage.id), b)));
    let goals = programme.ziele.iter().filter_map(|ziel| ziel.start_bound.as_ref());
    let measures = programme.massnahmen.iter().filter_map(|massnahme| massnahme.start_bound.as_ref());
    passages.chain(goals.chain(measures).map(|bound| (None, bound)))
}

fn is_hidden(basis: &Basis, (indicator, area, period): Cell) -> bool {
    basis.data.dataset.get(indicator, area, period).is_some_and(|observation| observation.status == Status::Suppressed)
}

/// Text that still shows a number which the data hide today.
fn in_text(basis: &Basis) -> Vec<Disclosure> {
    bound_values(basis)
        .filter(|(_, bound)| bound.shown.bytes().any(|b| b.is_ascii_digit()))
        .filter(|(_, bound)| cell_of(basis, &bound.reference).is_some_and(|cell| is_hidden(basis, cell)))
        .filter_map(|(passage, bound)| {
            let (indicator, area, period) = names(basis, cell_of(basis, &bound.reference)?)?;
            let sentence = words::in_text(&bound.shown, &indicator.name, &area.name, period);
            Some(Disclosure { sentence, passage })
        })
        .collect()
}

/// Values that an earlier document showed and that are hidden today: whoever has both documents knows them.
fn given_out_before(basis: &Basis) -> Vec<Disclosure> {
    let ausgaben = &basis.programme.ausgaben;
    ausgaben
        .werte
        .iter()
        .filter_map(|(reference, shown)| Some((cell_of(basis, reference)?, shown)))
        .filter(|(cell, _)| is_hidden(basis, *cell))
        .filter_map(|(cell, shown)| {
            let (indicator, area, period) = names(basis, cell)?;
            let sentence = words::given_out(shown, &indicator.name, &area.name, period, ausgaben.zuletzt);
            Some(Disclosure { sentence, passage: None })
        })
        .collect()
}

/// A single hidden part beside its total and all other parts.
fn totals_minus_parts(basis: &Basis, known: &BTreeSet<Cell>) -> Vec<Disclosure> {
    let mut found = Vec::new();
    for &(indicator, total, period) in known {
        let Some(card) = basis.data.indicator(indicator).filter(|card| adds_up(card)) else { continue };
        let levels: BTreeSet<_> =
            basis.data.areas.iter().filter(|area| area.parent == Some(total)).map(|area| area.level).collect();
        for level in levels {
            let parts = basis.data.areas_of(level).filter(|area| area.parent == Some(total));
            let unknown: Vec<&Area> = parts.filter(|area| !known.contains(&(indicator, area.id, period))).collect();
            let [only] = unknown.as_slice() else { continue };
            if is_hidden(basis, (indicator, only.id, period))
                && let Some((_, whole, label)) = names(basis, (indicator, total, period))
            {
                let sentence = words::total_minus_parts(&card.name, &only.name, &whole.name, label);
                found.push(Disclosure { sentence, passage: None });
            }
        }
    }
    found
}

/// Whether values of parts add up to that of the whole: counts do, shares and rates do not.
fn adds_up(card: &Indicator) -> bool {
    card.denominator.is_empty() && card.unit != "%"
}

/// A hidden count beside its share and what it is a share of.
fn shares_of(basis: &Basis, known: &BTreeSet<Cell>) -> Vec<Disclosure> {
    let mut found = Vec::new();
    for &(share, area, period) in known {
        let Some(card) = basis.data.indicator(share).filter(|card| !card.denominator.is_empty()) else { continue };
        let named = |name: &str| basis.data.indicators.iter().find(|other| !name.is_empty() && other.name == name);
        let (Some(count), Some(whole)) = (named(&card.numerator), named(&card.denominator)) else { continue };
        if known.contains(&(whole.id, area, period))
            && is_hidden(basis, (count.id, area, period))
            && let Some((_, place, label)) = names(basis, (count.id, area, period))
        {
            let sentence = words::share_of(&count.name, &place.name, label, &card.name, &whole.name);
            found.push(Disclosure { sentence, passage: None });
        }
    }
    found
}

fn names<'a>(basis: &Basis<'a>, (indicator, area, period): Cell) -> Option<(&'a Indicator, &'a Area, &'a str)> {
    Some((basis.data.indicator(indicator)?, basis.data.area(area)?, &basis.data.period(period)?.label))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{OWN, data, with_data, with_programme};
    use super::*;
    use crate::domain::{Passage, PassageOrigin, SectionKey};

    fn passage(shown: &str) -> Passage {
        Passage {
            id: PassageId(1),
            section: SectionKey::ArbeitEinkommen,
            position: 0,
            origin: PassageOrigin::Own,
            text: "Arbeitslos sind [wert:ALZ:ahornfeld:2025] Menschen.".into(),
            basis: vec![BoundValue { reference: "wert:ALZ:ahornfeld:2025".into(), shown: shown.into(), pinned: true }],
            fingerprint: String::new(),
        }
    }

    #[test]
    fn text_that_holds_on_to_a_number_hidden_today_is_named() {
        let found = with_data(data(|area| area != OWN), |p| p.passages = vec![passage("100")], disclosures);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].passage, Some(PassageId(1)));
        let hidden = with_data(data(|area| area != OWN), |p| p.passages = vec![passage("ohne Angabe")], disclosures);
        assert!(hidden.is_empty(), "the text shows no number");
    }

    #[test]
    fn a_value_given_out_before_and_hidden_today_is_named() {
        let before = |programme: &mut crate::domain::Handlungsprogramm| {
            programme.ausgaben.zuletzt = Some(jiff::civil::date(2026, 1, 2));
            programme.ausgaben.werte.insert("wert:ALZ:ahornfeld:2025".into(), "100".into());
        };
        let found = with_data(data(|area| area != OWN), before, disclosures);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].sentence.contains("02.01.2026"), "{}", found[0].sentence);
        assert!(with_data(data(|_| true), before, disclosures).is_empty(), "it is not hidden");
    }

    #[test]
    fn a_part_is_known_from_its_total_and_all_others_also_across_documents() {
        let others = |programme: &mut crate::domain::Handlungsprogramm| {
            for area in ["birkenau", "dornberg", "eschenhof", "fichtenweg"] {
                programme.ausgaben.werte.insert(format!("wert:ALZ:{area}:2025"), "100".into());
            }
        };
        let found = with_data(data(|area| area != OWN), others, disclosures);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].sentence.contains("Ahornfeld"));
        assert!(with_data(data(|area| area != OWN), |_| {}, disclosures).is_empty(), "today's document alone is safe");
    }

    #[test]
    fn what_documents_show_is_kept_by_reference() {
        let shown = with_programme(|_| {}, published_values);
        assert_eq!(shown.get("wert:ALO:ahornfeld:2025").map(String::as_str), Some("12,0\u{a0}%"));
        assert_eq!(shown.get("wert:ALO:stadt/musterstadt:2021").map(String::as_str), Some("8,0\u{a0}%"), "trend");
        assert!(!shown.contains_key("wert:ALO:birkenau:2025"));
    }
}
