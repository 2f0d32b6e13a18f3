//! Consistency checks: what a colleague would notice on reading the draft.

use super::basis::Basis;
use super::coverage::{CoverageBasis, coverage};
use super::draft::draft;
use super::findings::{TOP_NEEDS, drivers};
use super::outline::{entry_of, outline};
use super::overlap::{counterpart, overlaps, reasons};
use super::plan::{self, measures_for};
use super::resolve::resolve;
use super::stale::stale_values;
use crate::domain::{
    Area, Euro, FundingSource, IndicatorId, Massnahme, MassnahmeId, Passage, PassageId, PassageOrigin, SectionKey, TextPiece, Ziel,
    ZielKind, text_pieces,
};
use crate::text::report;
use crate::text::report::coverage as words;

/// What a check is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckKind {
    /// A bound number is out of date.
    StaleValue,
    /// A reference leads nowhere.
    UnknownReference,
    /// Generated words would be others today.
    StaleWording,
    /// A need has no measure.
    NeedWithoutMeasure,
    /// A need has neither a service nor a measure.
    NeedUnanswered,
    /// A service ends while the programme runs.
    ServiceEnds,
    /// A Handlungsziel cannot be measured.
    GoalIncomplete,
    /// Costs are missing, not covered, or more than covered.
    Money,
    /// A measure lacks hypothesis, indicator or Träger.
    MeasureIncomplete,
    /// Times do not fit together.
    Time,
    /// A measure resembles an existing service.
    SimilarService,
    /// Text names another Aktionsraum.
    OtherArea,
    /// A number was typed by hand.
    TypedNumber,
    /// The planner's assessment is missing.
    MissingAssessment,
    /// Something is invented.
    Demonstration,
    /// There is no ranking.
    NoRanking,
    /// A section has no content.
    EmptySection,
}

/// How much a check matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Contradicts the data or the programme.
    Error,
    /// To be settled before the draft goes out.
    Warning,
    /// Good to know.
    Info,
}

/// One finding about the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What it is about.
    pub kind: CheckKind,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub section: Option<SectionKey>,
    /// What is to be said, in one German sentence.
    pub sentence: String,
    /// The measure concerned.
    pub massnahme: Option<MassnahmeId>,
    /// The passage concerned.
    pub passage: Option<PassageId>,
}

impl Check {
    fn new(kind: CheckKind, severity: Severity, section: SectionKey, sentence: String) -> Check {
        Check { kind, severity, section: Some(section), sentence, massnahme: None, passage: None }
    }

    fn of_passage(kind: CheckKind, severity: Severity, passage: &Passage, sentence: String) -> Check {
        Check { passage: Some(passage.id), ..Check::new(kind, severity, passage.section, sentence) }
    }

    fn of_measure(kind: CheckKind, severity: Severity, massnahme: &Massnahme, sentence: String) -> Check {
        Check { massnahme: Some(massnahme.id), ..Check::new(kind, severity, SectionKey::Massnahmen, sentence) }
    }
}

/// All checks of a programme, in the order of the outline, grave ones first within a section.
pub fn checks(basis: &Basis) -> Vec<Check> {
    let mut checks = Vec::new();
    for passage in &basis.programme.passages {
        passage_checks(basis, passage, &mut checks);
    }
    needs(basis, &mut checks);
    basis.programme.ziele.iter().for_each(|ziel| goal_checks(ziel, &mut checks));
    for massnahme in basis.massnahmen() {
        measure_checks(basis, massnahme, &mut checks);
    }
    parallel_structures(basis, &mut checks);
    fund(basis, &mut checks);
    whole(basis, &mut checks);
    empty_sections(basis, &mut checks);
    checks.sort_by_key(|check| (check.section, check.severity, check.kind));
    checks
}

fn passage_checks(basis: &Basis, passage: &Passage, checks: &mut Vec<Check>) {
    for stale in stale_values(basis, passage) {
        let sentence = report::check_stale(&stale.shown, &stale.today);
        checks.push(Check::of_passage(CheckKind::StaleValue, Severity::Error, passage, sentence));
    }
    for reference in unknown_references(basis, passage) {
        let sentence = report::check_unknown_reference(&reference);
        checks.push(Check::of_passage(CheckKind::UnknownReference, Severity::Error, passage, sentence));
    }
    if let Some(other) = other_area(basis, passage) {
        let sentence = report::check_other_area(&other.name, basis.area_name());
        checks.push(Check::of_passage(CheckKind::OtherArea, Severity::Warning, passage, sentence));
    }
    match passage.origin {
        PassageOrigin::Generated => wording(basis, passage, checks),
        PassageOrigin::Edited | PassageOrigin::Own => {
            for number in typed_numbers(&passage.text) {
                let sentence = report::check_typed_number(&number);
                checks.push(Check::of_passage(CheckKind::TypedNumber, Severity::Info, passage, sentence));
            }
        }
    }
}

fn unknown_references(basis: &Basis, passage: &Passage) -> Vec<String> {
    let accepted = |written: &str| passage.basis.iter().any(|bound| bound.reference == written);
    text_pieces(&passage.text)
        .into_iter()
        .filter_map(|piece| match piece {
            TextPiece::Words(_) => None,
            TextPiece::Unknown(inner) => Some(inner),
            TextPiece::Bound(reference) => {
                let written = reference.to_string();
                (resolve(basis, &reference).is_none() && !accepted(&written)).then_some(written)
            }
        })
        .collect()
}

fn wording(basis: &Basis, passage: &Passage, checks: &mut Vec<Check>) {
    let today = draft(basis, &[passage.section]);
    let same_words = today.iter().any(|new| new.text == passage.text);
    if !today.is_empty() && !same_words {
        let sentence = report::check_wording();
        checks.push(Check::of_passage(CheckKind::StaleWording, Severity::Warning, passage, sentence));
    }
}

/// The first other Aktionsraum that the words name, by whole words. Areas whose name is part of the own one, and those
/// that contain or belong to the area, are no contradiction.
fn other_area<'a>(basis: &Basis<'a>, passage: &Passage) -> Option<&'a Area> {
    let own = basis.area()?;
    let words = words_of(&passage.text);
    basis
        .data
        .areas_of(own.level)
        .filter(|area| area.id != own.id && !own.name.contains(&area.name))
        .filter(|area| basis.stadtbezirk().is_none_or(|bezirk| bezirk.name != area.name))
        .find(|area| names(&words, &area.name))
}

fn words_of(text: &str) -> String {
    text_pieces(text)
        .into_iter()
        .filter_map(|piece| match piece {
            TextPiece::Words(words) => Some(words),
            TextPiece::Bound(_) | TextPiece::Unknown(_) => None,
        })
        .collect::<Vec<String>>()
        .join(" ")
}

fn names(words: &str, name: &str) -> bool {
    let inner = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    !name.is_empty()
        && words.match_indices(name).any(|(at, found)| {
            !inner(words[..at].chars().next_back()) && !inner(words[at + found.len()..].chars().next())
        })
}

/// Numbers in words that look like data: with a decimal comma, a percent sign or a point between thousands.
fn typed_numbers(text: &str) -> Vec<String> {
    let words = words_of(text).replace(crate::text::NBSP, " ");
    let tokens: Vec<&str> = words.split_whitespace().collect();
    tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| {
            let number = token.trim_matches(|c: char| !c.is_ascii_digit() && c != '%');
            let next = tokens.get(at + 1).copied().unwrap_or("");
            let percent = next.starts_with('%') || next.starts_with("Prozent");
            let digits = number.trim_end_matches('%').trim();
            looks_like_data(digits, percent || number.ends_with('%'))
                .then(|| if percent { format!("{digits} %") } else { number.to_owned() })
        })
        .collect()
}

fn looks_like_data(number: &str, percent: bool) -> bool {
    let numeric = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    let thousands = crate::text::parse_number(number).is_ok() && number.contains('.');
    numeric && (percent || number.contains(',') || thousands)
}

fn needs(basis: &Basis, checks: &mut Vec<Check>) {
    let unanswered = services(basis, checks);
    for indicator in drivers(basis).into_iter().take(TOP_NEEDS) {
        if measures_for(basis.programme, indicator).is_empty() && !unanswered.contains(&indicator.id) {
            let sentence = report::check_need_without_measure(&indicator.name);
            let (kind, section) = (CheckKind::NeedWithoutMeasure, SectionKey::Handlungsbedarf);
            checks.push(Check::new(kind, Severity::Warning, section, sentence));
        }
    }
}

/// Needs that neither a service nor a measure answers, and services that end; gives the indicators of the former.
/// Where no service is recorded at all, that is the gap, and the check of empty sections says so.
fn services(basis: &Basis, checks: &mut Vec<Check>) -> Vec<IndicatorId> {
    let found = coverage(&CoverageBasis::of(basis));
    let mut add = |kind, sentence| checks.push(Check::new(kind, Severity::Warning, SectionKey::Angebote, sentence));
    let last_day = jiff::civil::date(basis.programme.last_year, 12, 31);
    for one in found.ending.iter().filter(|one| one.until < last_day) {
        if let Some(angebot) = basis.vor_ort.angebote.iter().find(|angebot| angebot.id == one.angebot) {
            add(CheckKind::ServiceEnds, words::check_service_ends(&angebot.name, one.until));
        }
    }
    if found.services.is_empty() {
        return Vec::new();
    }
    let unanswered: Vec<_> = found.needs.iter().filter(|need| need.is_unanswered()).collect();
    for need in unanswered.iter().filter(|need| need.reason.trim().is_empty()) {
        add(CheckKind::NeedUnanswered, words::check_unanswered(&need.name));
    }
    unanswered.into_iter().filter_map(|need| need.indicator).collect()
}

fn goal_checks(ziel: &Ziel, checks: &mut Vec<Check>) {
    match ziel.kind {
        ZielKind::Leitziel => {}
        ZielKind::Handlungsziel { .. } => {
            let mut add = |sentence| {
                checks.push(Check::new(CheckKind::GoalIncomplete, Severity::Warning, SectionKey::Ziele, sentence));
            };
            if ziel.indicator.is_empty() {
                add(report::check_goal_indicator(&ziel.text));
            }
            if ziel.target_value.is_none() || ziel.target_year.is_none() {
                add(report::check_goal_target(&ziel.text));
            }
        }
    }
}

fn measure_checks(basis: &Basis, massnahme: &Massnahme, checks: &mut Vec<Check>) {
    let name = report::measure_reference(massnahme.number, &massnahme.titel);
    let mut add = |kind, severity, sentence| checks.push(Check::of_measure(kind, severity, massnahme, sentence));
    let (cost, money) = (massnahme.total_cost(), massnahme.total_funding());
    if cost.cents == 0 {
        add(CheckKind::Money, Severity::Warning, report::check_no_costs(&name));
    } else if massnahme.open_amount().cents > 0 {
        add(CheckKind::Money, Severity::Warning, report::check_open_amount(&name, massnahme.open_amount()));
    }
    if money > cost {
        let surplus = Euro { cents: money.cents - cost.cents };
        add(CheckKind::Money, Severity::Error, report::check_overfunded(&name, surplus));
    }
    if let Some(sentence) = own_share(massnahme) {
        add(CheckKind::Money, Severity::Info, sentence);
    }
    let missing = [
        (massnahme.wirkungshypothese.trim().is_empty(), report::check_no_hypothesis(&name)),
        (massnahme.indikator.is_empty(), report::check_no_indicator(&name)),
        (massnahme.traeger.trim().is_empty(), report::check_no_traeger(&name)),
    ];
    for (_, sentence) in missing.into_iter().filter(|(is_missing, _)| *is_missing) {
        add(CheckKind::MeasureIncomplete, Severity::Warning, sentence);
    }
    let years = basis.programme.first_year..=basis.programme.last_year;
    if [massnahme.beginn, massnahme.ende].into_iter().flatten().any(|quarter| !years.contains(&quarter.year)) {
        add(CheckKind::Time, Severity::Warning, report::check_outside_years(&name));
    }
    for before in basis.programme.massnahmen.iter().filter(|before| massnahme.abhaengig_von.contains(&before.id)) {
        let too_early = massnahme.beginn.zip(before.beginn).is_some_and(|(own, other)| own < other);
        if too_early {
            let other = report::measure_reference(before.number, &before.titel);
            add(CheckKind::Time, Severity::Warning, report::check_dependency(&name, &other));
        }
    }
}

/// Overlaps that wait for a decision.
fn parallel_structures(basis: &Basis, checks: &mut Vec<Check>) {
    for (id, overlaps) in overlaps(basis) {
        let Some(massnahme) = basis.programme.massnahmen.iter().find(|massnahme| massnahme.id == id) else { continue };
        let name = report::measure_reference(massnahme.number, &massnahme.titel);
        for overlap in overlaps.iter().filter(|overlap| overlap.is_open()) {
            let sentence = report::check_overlap(&name, &counterpart(overlap), &reasons(overlap));
            checks.push(Check::of_measure(CheckKind::SimilarService, Severity::Warning, massnahme, sentence));
        }
    }
}

fn whole(basis: &Basis, checks: &mut Vec<Check>) {
    if basis.programme.assessment.trim().is_empty() {
        let sentence = report::check_no_assessment();
        let (kind, section) = (CheckKind::MissingAssessment, SectionKey::Begruendung);
        checks.push(Check::new(kind, Severity::Warning, section, sentence));
    }
    if basis.ranking.is_none() {
        let sentence = report::check_no_ranking();
        checks.push(Check::new(CheckKind::NoRanking, Severity::Warning, SectionKey::Begruendung, sentence));
    }
    if basis.uses_demonstration() {
        let sentence = report::check_demonstration();
        checks.push(Check {
            section: None,
            ..Check::new(CheckKind::Demonstration, Severity::Info, SectionKey::Methode, sentence)
        });
    }
}

/// What the Aktionsraumfonds of one Aktionsraum holds a year.
const FUND_PER_YEAR: Euro = Euro::whole(5_000);

/// Smallest own share, in percent of the cost, where foundations and others pay along.
const OWN_SHARE_PERCENT: i64 = 20;

fn fund(basis: &Basis, checks: &mut Vec<Check>) {
    for year in plan::years(basis.programme) {
        let drawn = plan::funding(basis.programme, Some(year), Some(FundingSource::Aktionsraumfonds));
        if drawn > FUND_PER_YEAR {
            let sentence = report::check_fund(year, drawn, FUND_PER_YEAR);
            checks.push(Check::new(CheckKind::Money, Severity::Warning, SectionKey::KostenZeit, sentence));
        }
    }
}

fn own_share(massnahme: &Massnahme) -> Option<String> {
    let from = |source| -> i64 {
        massnahme.finanzierung.iter().filter(|item| item.source == source).map(|item| item.amount.cents).sum()
    };
    let too_small = from(FundingSource::Eigenanteil) * 100 < massnahme.total_cost().cents * OWN_SHARE_PERCENT;
    (from(FundingSource::Dritte) > 0 && too_small).then(|| {
        let name = report::measure_reference(massnahme.number, &massnahme.titel);
        report::check_own_share(&name, OWN_SHARE_PERCENT)
    })
}

fn empty_sections(basis: &Basis, checks: &mut Vec<Check>) {
    let programme = basis.programme;
    for section in outline().iter().filter_map(|entry| entry.section) {
        let has_text = programme.passages.iter().any(|p| p.section == section && !p.text.trim().is_empty());
        let has_content = match section {
            SectionKey::Ziele => !programme.ziele.is_empty(),
            SectionKey::Massnahmen | SectionKey::KostenZeit => !programme.massnahmen.is_empty(),
            SectionKey::Methode => true,
            SectionKey::StimmenVorOrt => basis.own_aussagen().next().is_some(),
            SectionKey::Angebote => basis.own_angebote().next().is_some(),
            SectionKey::Abgrenzung
            | SectionKey::Begruendung
            | SectionKey::Bevoelkerung
            | SectionKey::ArbeitEinkommen
            | SectionKey::KinderFamilien
            | SectionKey::Zusammenleben
            | SectionKey::Handlungsbedarf
            | SectionKey::Aktionsbuero
            | SectionKey::Steuerung => false,
        };
        if let (false, false, Some(entry)) = (has_text, has_content, entry_of(section)) {
            let sentence = report::check_empty_section(entry.number, entry.title);
            checks.push(Check::new(CheckKind::EmptySection, Severity::Info, section, sentence));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_numbers_are_found_but_years_and_dates_are_not() {
        let text = "Seit 2019, am 31.12.2025, sind 12,5 % und 40 Prozent von 9.680 Menschen in 3 Straßen betroffen.";
        assert_eq!(typed_numbers(text), ["12,5 %", "40 %", "9.680"]);
    }

    #[test]
    fn bound_numbers_are_not_typed() {
        assert!(typed_numbers("Die Quote beträgt [wert:SGB2:marten:2025].").is_empty());
    }

    #[test]
    fn an_area_is_named_by_whole_words_only() {
        assert!(names("Auch in Nette gibt es das.", "Nette"));
        assert!(!names("Ein netter Nettetaler Ort", "Nette"));
    }
}
