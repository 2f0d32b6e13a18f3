//! Hidden cells that a reader could work out from what the documents of the project show, whichever kinds he has: from
//! totals and their parts, from shares and what they are shares of, from changes, from numbers in text, and from what an
//! earlier document still showed. A value that was given out once counts as known for good.

use super::basis::Basis;
use super::document::{DocumentKind, compared_cells, profile_trends};
use super::draft::draft;
use super::figures;
use super::findings::{self, Reading};
use super::resolve::{area_of, area_reference, shown};
use crate::domain::{
    Area, AreaId, BindingRef, BoundValue, FassungContent, Indicator, IndicatorId, PassageId, PeriodId, SectionKey,
    Status,
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

/// What a document of this kind shows today, by reference: to be kept when one is given out.
pub fn published_values(basis: &Basis, kind: DocumentKind) -> BTreeMap<String, String> {
    if let DocumentKind::Fassung(id) = kind {
        let kept = basis.verfahren.fassungen.iter().find(|fassung| fassung.id == id);
        return kept.map(|fassung| values_of_version(basis, &fassung.content)).unwrap_or_default();
    }
    by_reference(basis, Shown::of(basis).by(basis, kind))
}

/// What the document of a version shows that is kept today, by reference.
pub(super) fn values_to_keep(basis: &Basis) -> BTreeMap<String, String> {
    let shown = Shown::of(basis);
    by_reference(basis, shown.with_value(basis, shown.in_text_and_table(basis)))
}

fn by_reference(basis: &Basis, cells: BTreeSet<Cell>) -> BTreeMap<String, String> {
    let entry = |(indicator, area, period): Cell| {
        let reference = reference(basis, (indicator, area, period))?;
        let observation = basis.data.dataset.get(indicator, area, period)?;
        Some((reference, shown(basis.data.indicator(indicator)?, &observation)))
    };
    cells.into_iter().filter_map(entry).collect()
}

/// What a version shows, by reference. One that is older than the record of it shows at least the numbers of its text, and
/// the ends of changes as far as the data show them today.
fn values_of_version(basis: &Basis, content: &FassungContent) -> BTreeMap<String, String> {
    if !content.gezeigt.is_empty() {
        let known = content.gezeigt.iter().filter(|(reference, _)| cell_of(basis, reference).is_some());
        return known.cloned().collect();
    }
    let printed = || content.values.iter().filter(|(_, shown)| has_digit(shown));
    let ends = printed().filter_map(|(reference, _)| change_ends(basis, reference)).flatten();
    let mut values = by_reference(basis, ends.filter(|cell| !is_hidden(basis, *cell)).collect());
    values.extend(printed().filter(|(reference, _)| cell_of(basis, reference).is_some()).cloned());
    values
}

/// Hidden cells that a version gives away: those that it shows, and those that follow from what it shows beside today's
/// documents and earlier ones.
pub fn disclosures_of_version(basis: &Basis, content: &FassungContent) -> Vec<Disclosure> {
    let mut found: Vec<Disclosure> = if content.gezeigt.is_empty() {
        let sentences = content.values.iter().filter_map(|(reference, shown)| hidden_in_text(basis, reference, shown));
        sentences.map(|sentence| Disclosure { sentence, passage: None }).collect()
    } else {
        content.gezeigt.iter().filter_map(|(reference, shown)| hidden_in_version(basis, reference, shown)).collect()
    };
    let mut known = known_cells(basis);
    let before = derived(basis, &known);
    known.extend(values_of_version(basis, content).keys().filter_map(|reference| cell_of(basis, reference)));
    found.extend(derived(basis, &known).into_iter().filter(|one| !before.contains(one)));
    found
}

fn hidden_in_version(basis: &Basis, reference: &str, shown: &str) -> Option<Disclosure> {
    let cell = cell_of(basis, reference).filter(|cell| is_hidden(basis, *cell))?;
    let (indicator, area, period) = names(basis, cell)?;
    let sentence = words::in_version(shown, &indicator.name, &area.name, period);
    Some(Disclosure { sentence, passage: None })
}

/// Every hidden cell that can be worked out, each once per way: cells of the programme's area, and of areas that have no
/// programme of their own, such as the city.
pub fn disclosures(basis: &Basis) -> Vec<Disclosure> {
    let mut found = in_text(basis);
    found.extend(given_out_before(basis));
    found.extend(derived(basis, &known_cells(basis)));
    found
}

/// Cells that documents of today show, and earlier ones showed.
fn known_cells(basis: &Basis) -> BTreeSet<Cell> {
    let shown = Shown::of(basis);
    let mut known: BTreeSet<Cell> = DocumentKind::ALL.into_iter().flat_map(|kind| shown.by(basis, kind)).collect();
    known.extend(basis.ausgaben.werte.keys().filter_map(|reference| cell_of(basis, reference)));
    known
}

/// Hidden cells that follow from known ones.
fn derived(basis: &Basis, known: &BTreeSet<Cell>) -> Vec<Disclosure> {
    let mut found = totals_minus_parts(basis, known);
    found.extend(from_shares(basis, known));
    found
}

/// Whether a cell of this area is a matter of the basis' programme.
fn concerns(basis: &Basis, area: AreaId) -> bool {
    area == basis.programme.area || basis.programmes.iter().all(|programme| programme.area != area)
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
    <[Cell; 1]>::try_from(cells_behind(basis, reference)).ok().map(|[cell]| cell)
}

fn cell(basis: &Basis, indicator: &str, area: &str, period: &str) -> Option<Cell> {
    Some((
        basis.data.indicator_by_code(indicator)?.id,
        area_of(basis.data, area)?.id,
        basis.data.period_by_label(period)?.id,
    ))
}

/// The cells of a reference: one of a value, both ends of a change; none where the data lack one of them.
fn cells_behind(basis: &Basis, reference: &str) -> Vec<Cell> {
    let Ok(binding) = reference.parse() else { return Vec::new() };
    let cells: Option<Vec<Cell>> = match binding {
        BindingRef::Value { indicator, area, period } => cell(basis, &indicator, &area, &period).map(|cell| vec![cell]),
        BindingRef::Change { indicator, area, from, to } => {
            [from, to].iter().map(|period| cell(basis, &indicator, &area, period)).collect()
        }
        BindingRef::Place { .. }
        | BindingRef::Rank { .. }
        | BindingRef::RankInterval { .. }
        | BindingRef::Index { .. }
        | BindingRef::Participants
        | BindingRef::TopPlaces
        | BindingRef::BurdenCount { .. }
        | BindingRef::BurdenInSection { .. }
        | BindingRef::Costs { .. } => None,
    };
    cells.unwrap_or_default()
}

/// Start and end of a change that a reference prints.
fn change_ends(basis: &Basis, reference: &str) -> Option<[Cell; 2]> {
    cells_behind(basis, reference).try_into().ok()
}

/// What documents show, gathered once for all kinds.
struct Shown<'a> {
    readings: Vec<Reading<'a>>,
    text: BTreeSet<Cell>,
}

impl<'a> Shown<'a> {
    fn of(basis: &Basis<'a>) -> Shown<'a> {
        let readings = basis.data.indicators.iter().filter_map(|indicator| findings::reading(basis, indicator));
        Shown { readings: readings.collect(), text: cells_in_text(basis) }
    }

    /// Cells with a value that tables, figures and text of a document show, or that follow from a change which it prints.
    fn by(&self, basis: &Basis, kind: DocumentKind) -> BTreeSet<Cell> {
        let mut cells = self.text.clone();
        match kind {
            DocumentKind::Handlungsprogramm(_) => {
                cells.extend(self.readings.iter().flat_map(|reading| cells_of_reading(basis, reading)));
                cells.extend(cells_of_trends(basis, &figures::trend_indicators(basis, figures::TRENDS)));
                if let (Some(ranking), Some(driver)) = (basis.ranking, findings::drivers(basis).first()) {
                    cells.extend(ranking.run.areas.iter().map(|area| (driver.id, *area, ranking.run.period)));
                }
            }
            DocumentKind::Sozialraumprofil => {
                cells.extend(self.readings.iter().flat_map(|reading| cells_of_reading(basis, reading)));
                cells.extend(cells_of_trends(basis, &profile_trends(basis)));
            }
            DocumentKind::Vergleich => cells = compared_cells(basis).into_iter().collect(),
            // What a version shows was shown then; `published_values` takes it from there.
            DocumentKind::Fassung(_) => cells.clear(),
            DocumentKind::Ratsvorlage => {}
            DocumentKind::Steckbriefe | DocumentKind::Sachstand => {
                let measured = targets(basis);
                let readings = self.readings.iter().filter(|reading| measured.contains(&reading.indicator.id));
                cells.extend(readings.flat_map(|reading| cells_of_reading(basis, reading)));
            }
        }
        self.with_value(basis, cells)
    }

    /// Numbers of text, goals and measures, and the table of indicators: what is kept in a version, which has no charts of
    /// them.
    fn in_text_and_table(&self, basis: &Basis) -> BTreeSet<Cell> {
        let table = self.readings.iter().flat_map(|reading| cells_of_reading(basis, reading));
        self.text.iter().copied().chain(table).collect()
    }

    fn with_value(&self, basis: &Basis, cells: BTreeSet<Cell>) -> BTreeSet<Cell> {
        let dataset = &basis.data.dataset;
        let has_value = |&(indicator, area, period): &Cell| {
            dataset.get(indicator, area, period).is_some_and(|o| o.value.is_some() && o.status.has_value())
        };
        cells.into_iter().filter(has_value).collect()
    }
}

/// Indicators that goals and measures are measured by.
fn targets(basis: &Basis) -> BTreeSet<IndicatorId> {
    let goals = basis.programme.ziele.iter().map(|ziel| &ziel.indicator);
    let codes = goals.chain(basis.programme.massnahmen.iter().map(|massnahme| &massnahme.indikator));
    codes.filter_map(|code| basis.data.indicator_by_code(code)).map(|card| card.id).collect()
}

/// The area, its Stadtbezirk and the city at the newest period, and the value from which the change counts.
fn cells_of_reading(basis: &Basis, reading: &Reading) -> Vec<Cell> {
    let own = basis.programme.area;
    let beside = [reading.bezirk, reading.city].into_iter().flatten().map(|observation| observation.area);
    let newest = std::iter::once(own).chain(beside).map(|area| (reading.indicator.id, area, reading.period.id));
    newest.chain(reading.change.map(|change| (reading.indicator.id, own, change.from.id))).collect()
}

/// Area and city over time.
fn cells_of_trends(basis: &Basis, indicators: &[&Indicator]) -> BTreeSet<Cell> {
    let mut cells = BTreeSet::new();
    for indicator in indicators {
        let city = basis.data.city().filter(|_| !figures::adds_up(indicator));
        let areas = [Some(basis.programme.area), city.map(|city| city.id)];
        for period in basis.data.periods_of(indicator.id) {
            cells.extend(areas.into_iter().flatten().map(|area| (indicator.id, area, period.id)));
        }
    }
    cells
}

/// Numbers bound in text, goals and measures, and in the draft of sections without a text of their own.
fn cells_in_text(basis: &Basis) -> BTreeSet<Cell> {
    let written: BTreeSet<SectionKey> = basis.programme.passages.iter().map(|passage| passage.section).collect();
    let open: Vec<SectionKey> = SectionKey::ALL.into_iter().filter(|section| !written.contains(section)).collect();
    let drafted = draft(basis, &open);
    let references = bound_values(basis).map(|(_, bound)| bound.reference.as_str());
    let references = references.chain(drafted.iter().flat_map(|new| new.basis.iter().map(|b| b.reference.as_str())));
    references.flat_map(|reference| cells_behind(basis, reference)).collect()
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

/// Text that still shows a number which the data hide today, or a change from which one follows.
fn in_text(basis: &Basis) -> Vec<Disclosure> {
    let sentence = |(passage, bound): (Option<PassageId>, &BoundValue)| {
        Some(Disclosure { sentence: hidden_in_text(basis, &bound.reference, &bound.shown)?, passage })
    };
    bound_values(basis).filter_map(sentence).collect()
}

/// Says that text shows a number of a hidden cell, or a change with a hidden end.
fn hidden_in_text(basis: &Basis, reference: &str, shown: &str) -> Option<String> {
    if !has_digit(shown) {
        return None;
    }
    let cells = cells_behind(basis, reference);
    let hidden = cells.iter().copied().find(|cell| is_hidden(basis, *cell))?;
    let (indicator, area, period) = names(basis, hidden)?;
    let say = if cells.len() > 1 { words::in_change } else { words::in_text };
    Some(say(shown, &indicator.name, &area.name, period))
}

fn has_digit(words: &str) -> bool {
    words.bytes().any(|b| b.is_ascii_digit())
}

/// Values that an earlier document showed and that are hidden today: whoever has both documents knows them.
fn given_out_before(basis: &Basis) -> Vec<Disclosure> {
    let given_out = basis.ausgaben.werte.iter();
    given_out
        .filter_map(|(reference, ausgabe)| Some((cell_of(basis, reference)?, ausgabe)))
        .filter(|(cell, _)| concerns(basis, cell.1) && is_hidden(basis, *cell))
        .filter_map(|(cell, ausgabe)| {
            let (indicator, area, period) = names(basis, cell)?;
            let sentence = words::given_out(&ausgabe.shown, &indicator.name, &area.name, period, ausgabe.am);
            Some(Disclosure { sentence, passage: None })
        })
        .collect()
}

/// A single hidden part beside its total and all other parts.
fn totals_minus_parts(basis: &Basis, known: &BTreeSet<Cell>) -> Vec<Disclosure> {
    let mut found = Vec::new();
    for &(indicator, total, period) in known {
        let Some(card) = basis.data.indicator(indicator).filter(|card| figures::adds_up(card)) else { continue };
        let levels: BTreeSet<_> =
            basis.data.areas.iter().filter(|area| area.parent == Some(total)).map(|area| area.level).collect();
        for level in levels {
            let parts = basis.data.areas_of(level).filter(|area| area.parent == Some(total));
            let unknown: Vec<&Area> = parts.filter(|area| !known.contains(&(indicator, area.id, period))).collect();
            let [only] = unknown.as_slice() else { continue };
            if concerns(basis, only.id)
                && is_hidden(basis, (indicator, only.id, period))
                && let Some((_, whole, label)) = names(basis, (indicator, total, period))
            {
                let sentence = words::total_minus_parts(&card.name, &only.name, &whole.name, label);
                found.push(Disclosure { sentence, passage: None });
            }
        }
    }
    found
}

/// A share, its count and what it is a share of: whoever knows two of them knows the third.
fn from_shares(basis: &Basis, known: &BTreeSet<Cell>) -> Vec<Disclosure> {
    let mut found = Vec::new();
    let named = |name: &str| basis.data.indicators.iter().find(|other| !name.is_empty() && other.name == name);
    let places: BTreeSet<(AreaId, PeriodId)> = known.iter().map(|(_, area, period)| (*area, *period)).collect();
    for share in basis.data.indicators.iter().filter(|card| !card.denominator.is_empty()) {
        let (Some(count), Some(whole)) = (named(&share.numerator), named(&share.denominator)) else { continue };
        let all = [share, count, whole];
        for &(area, period) in places.iter().filter(|(area, _)| concerns(basis, *area)) {
            let (shown, other): (Vec<&Indicator>, Vec<&Indicator>) =
                all.iter().partition(|card| known.contains(&(card.id, area, period)));
            if let ([one, another], [hidden]) = (shown.as_slice(), other.as_slice())
                && is_hidden(basis, (hidden.id, area, period))
                && let Some((_, place, label)) = names(basis, (hidden.id, area, period))
            {
                let sentence = words::from_two(&hidden.name, &place.name, label, &one.name, &another.name);
                found.push(Disclosure { sentence, passage: None });
            }
        }
    }
    found
}

fn names<'a>(basis: &Basis<'a>, (indicator, area, period): Cell) -> Option<(&'a Indicator, &'a Area, &'a str)> {
    Some((basis.data.indicator(indicator)?, basis.data.area(area)?, &basis.data.period(period)?.label))
}

#[cfg(test)]
mod tests {
    use super::super::document::Profile;
    use super::super::testing::{OWN, data, with_data, with_programme};
    use super::super::versions::keep;
    use super::*;
    use crate::domain::{
        Ausgabe, Ausgaben, Fassung, FassungId, Handlungsprogramm, HandlungsprogrammId, Passage, PassageOrigin,
        Verfahren,
    };
    use std::sync::Arc;

    const VERSION: DocumentKind = DocumentKind::Fassung(FassungId(7));

    fn kept(content: FassungContent) -> Verfahren {
        let (programme, content) = (HandlungsprogrammId(1), Arc::new(content));
        let (kept_on, anlass) = (jiff::civil::date(2026, 7, 8), String::new());
        let fassung = Fassung { id: FassungId(7), programme, beschluss: None, kept_on, anlass, content };
        Verfahren { fassungen: vec![fassung], ..Verfahren::default() }
    }

    /// The number of these areas was given out on 02.01.2026.
    fn given_out(areas: &[&str]) -> Ausgaben {
        let ausgabe = Ausgabe { shown: "100".into(), am: Some(jiff::civil::date(2026, 1, 2)) };
        let of = |area: &&str| (format!("wert:ALZ:{area}:2025"), ausgabe.clone());
        Ausgaben { werte: areas.iter().map(of).collect() }
    }

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
        let before = given_out(&["ahornfeld"]);
        let look = |basis: &Basis| disclosures(&Basis { ausgaben: &before, ..*basis });
        let found = with_data(data(|area| area != OWN), |_| {}, look);
        let earlier: Vec<_> = found.iter().filter(|one| one.sentence.contains("02.01.2026")).collect();
        assert_eq!(earlier.len(), 1, "{found:?}");
        assert!(with_data(data(|_| true), |_| {}, look).is_empty(), "it is not hidden");
    }

    #[test]
    fn a_part_is_known_from_its_total_and_all_others_also_across_documents() {
        let others = given_out(&["birkenau", "dornberg", "eschenhof", "fichtenweg"]);
        let one_missing = given_out(&["birkenau", "dornberg", "eschenhof"]);
        let with = |ausgaben: &Ausgaben| {
            let look = |basis: &Basis| disclosures(&Basis { ausgaben, ..*basis });
            with_data(data(|area| area != OWN), |_| {}, look)
        };
        let found = with(&others);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].sentence.contains("Ahornfeld"));
        assert_eq!(with(&one_missing), []);
    }

    #[test]
    fn the_comparison_of_all_areas_gives_away_the_one_that_every_single_document_hides() {
        let all: Vec<_> =
            (3..=7).map(|at| Handlungsprogramm::new(HandlungsprogrammId(at), AreaId(at), 2027, 2029)).collect();
        let look = |basis: &Basis| disclosures(&Basis { programmes: &all, ..*basis });
        let found = with_data(data(|area| area != OWN), |_| {}, look);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].sentence.contains("Ahornfeld"), "{found:?}");
        assert!(with_data(data(|area| area != OWN && area != AreaId(4)), |_| {}, look).is_empty(), "two are hidden");
        assert!(with_data(data(|area| area != OWN), |_| {}, disclosures).is_empty(), "one programme alone is safe");
    }

    #[test]
    fn a_change_in_text_gives_its_hidden_end_away() {
        let change = |programme: &mut crate::domain::Handlungsprogramm| {
            let reference = "diff:ALZ:ahornfeld:2023:2025".to_owned();
            let basis = vec![BoundValue { reference, shown: "12".into(), pinned: true }];
            programme.passages = vec![Passage { basis, ..passage("100") }];
        };
        let found = with_data(data(|area| area.0 <= 2), change, disclosures);
        assert!(found.iter().any(|one| one.passage.is_some() && one.sentence.contains("Änderung")), "{found:?}");
    }

    #[test]
    fn a_version_given_out_counts_for_all_that_it_prints_and_was_visible_then() {
        let verfahren = kept(with_programme(|_| {}, keep));
        let look = |basis: &Basis| published_values(&Basis { verfahren: &verfahren, ..*basis }, VERSION);
        let shown = with_data(data(|area| area != OWN), |_| {}, look);
        assert_eq!(shown.get("wert:ALZ:ahornfeld:2025").map(String::as_str), Some("100"), "hidden by now: {shown:?}");
        assert!(shown.contains_key("wert:ALO:ahornfeld:2025"), "a number of the table: {shown:?}");
        assert!(!shown.contains_key("wert:ALO:stadt/musterstadt:2021"), "a version has no trends");
        let hiding = kept(with_data(data(|area| area != OWN), |_| {}, keep));
        let look = |basis: &Basis| published_values(&Basis { verfahren: &hiding, ..*basis }, VERSION);
        assert!(!with_programme(|_| {}, look).contains_key("wert:ALZ:ahornfeld:2025"), "it was hidden when kept");
    }

    #[test]
    fn a_version_that_shows_what_is_hidden_today_is_named_before_it_goes_out() {
        let content = with_programme(|_| {}, keep);
        let look = |basis: &Basis| disclosures_of_version(basis, &content);
        let found = with_data(data(|area| area != OWN), |_| {}, look);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].sentence.contains("Fassung zeigt 100") && found[0].sentence.contains("Ahornfeld"),
            "{found:?}"
        );
        assert!(with_data(data(|_| true), |_| {}, look).is_empty(), "nothing is hidden");
    }

    #[test]
    fn a_version_without_a_record_of_its_numbers_is_read_by_its_text_and_both_ends_of_changes() {
        let content = FassungContent {
            values: vec![
                ("wert:ALZ:ahornfeld:2025".into(), "100".into()),
                ("diff:ALO:ahornfeld:2021:2025".into(), "2,0".into()),
                ("wert:ALZ:birkenau:2025".into(), "gesperrt".into()),
            ],
            ..FassungContent::default()
        };
        let found = with_data(data(|area| area != OWN), |_| {}, |basis| disclosures_of_version(basis, &content));
        assert_eq!(found.len(), 1, "{found:?}");
        let verfahren = kept(content);
        let look = |basis: &Basis| published_values(&Basis { verfahren: &verfahren, ..*basis }, VERSION);
        let shown = with_data(data(|area| area != OWN), |_| {}, look);
        let references: Vec<&str> = shown.keys().map(String::as_str).collect();
        let expected = ["wert:ALO:ahornfeld:2021", "wert:ALO:ahornfeld:2025", "wert:ALZ:ahornfeld:2025"];
        assert_eq!(references, expected);
    }

    #[test]
    fn what_documents_show_is_kept_by_reference() {
        let shown =
            with_programme(|_| {}, |basis| published_values(basis, DocumentKind::Handlungsprogramm(Profile::Lang)));
        assert_eq!(shown.get("wert:ALO:ahornfeld:2025").map(String::as_str), Some("12,0\u{a0}%"));
        assert_eq!(shown.get("wert:ALO:stadt/musterstadt:2021").map(String::as_str), Some("8,0\u{a0}%"), "trend");
        assert!(!shown.contains_key("wert:ALO:birkenau:2025"));
        let all: Vec<_> =
            (3..=7).map(|at| Handlungsprogramm::new(HandlungsprogrammId(at), AreaId(at), 2027, 2029)).collect();
        let look = |basis: &Basis| published_values(&Basis { programmes: &all, ..*basis }, DocumentKind::Vergleich);
        let compared = with_programme(|_| {}, look);
        assert!(compared.contains_key("wert:ALO:birkenau:2025"), "the comparison shows all areas");
        let paper = with_programme(|_| {}, |basis| published_values(basis, DocumentKind::Ratsvorlage));
        assert!(!paper.contains_key("wert:ALO:stadt/musterstadt:2021"), "a council paper has no trends");
    }
}
