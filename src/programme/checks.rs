//! Consistency checks: what a colleague would notice on reading the draft.

use super::basis::Basis;
use super::coverage::{CoverageBasis, coverage};
use super::disclosure::disclosures;
use super::draft::draft;
use super::findings::{TOP_NEEDS, drivers};
use super::named_area::other_area;
use super::outline::{entry_of, outline};
use super::overlap::{counterpart, overlaps, reasons};
use super::plan::{self, measures_for};
use super::plan_view::budget;
use super::priority::priority;
use super::resolve::{foreign_area, resolve};
use super::smart::{SmartLetter, SmartPoint, smart};
use super::sources::without_source;
use super::stale::{StaleValue, stale_value, stale_values};
use super::typed_number::{Planned, TypedNumber, typed_beside, typed_in_goal, typed_numbers, words_of};
use super::{office, participation, unnamed};
use crate::domain::{
    AussageId, Beschlussstand, BoundValue, FundingSource, ImportId, IndicatorId, Massnahme, MassnahmeId, Passage,
    PassageId, PassageOrigin, ProgrammeState, SectionKey, TextPiece, WirkungsGlied, Ziel, ZielId, ZielKind,
    circular_massnahmen, text_pieces,
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
    /// A Handlungsziel is not SMART.
    GoalIncomplete,
    /// Costs are missing, not covered, or more than covered.
    Money,
    /// A measure lacks hypothesis, indicator with start and target, Träger, or Handlungsziel.
    MeasureIncomplete,
    /// Times do not fit together.
    Time,
    /// A measure resembles an existing service.
    SimilarService,
    /// Text names another Aktionsraum.
    OtherArea,
    /// A number was typed by hand.
    TypedNumber,
    /// A number typed by hand contradicts the data or the plan.
    ContradictingNumber,
    /// A hidden cell can be worked out.
    HiddenCell,
    /// A goal hangs on one that is not there, or no measure serves it.
    GoalStructure,
    /// The priority is another one than the points propose, and nothing says why.
    Priority,
    /// A table of values names no source.
    MissingSource,
    /// The planner's assessment is missing.
    MissingAssessment,
    /// Something is invented.
    Demonstration,
    /// There is no ranking.
    NoRanking,
    /// A section has no content.
    EmptySection,
    /// No event of participation.
    NoParticipation,
    /// A statement contradicts the data and has no answer.
    UnansweredContradiction,
    /// A measure is agreed although something is open, or planned although the programme is decided.
    DecisionState,
    /// The Aktionsbüro lacks its reason, or offers and needs do not meet.
    OfficeIncomplete,
    /// An entry still bears the words it was begun with.
    Unnamed,
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
    /// The goal concerned.
    pub ziel: Option<ZielId>,
    /// The need concerned.
    pub need: Option<IndicatorId>,
    /// The statement concerned.
    pub aussage: Option<AussageId>,
    /// The import concerned.
    pub import: Option<ImportId>,
}

impl Check {
    /// Whether it has to be settled before its measure is agreed. Another area may be named on purpose: that is for the
    /// planner to see, not to be barred by.
    pub fn bars_agreement(&self) -> bool {
        self.severity != Severity::Info && !matches!(self.kind, CheckKind::OtherArea | CheckKind::DecisionState)
    }

    pub(super) fn new(kind: CheckKind, severity: Severity, section: SectionKey, sentence: String) -> Check {
        Check {
            kind,
            severity,
            section: Some(section),
            sentence,
            massnahme: None,
            passage: None,
            ziel: None,
            need: None,
            aussage: None,
            import: None,
        }
    }

    fn of_passage(kind: CheckKind, severity: Severity, passage: &Passage, sentence: String) -> Check {
        Check { passage: Some(passage.id), ..Check::new(kind, severity, passage.section, sentence) }
    }

    fn of_goal(kind: CheckKind, severity: Severity, ziel: &Ziel, sentence: String) -> Check {
        Check { ziel: Some(ziel.id), ..Check::new(kind, severity, SectionKey::Ziele, sentence) }
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
    basis.programme.ziele.iter().for_each(|ziel| goal_checks(basis, ziel, &mut checks));
    for massnahme in basis.massnahmen() {
        measure_checks(basis, massnahme, &mut checks);
    }
    parallel_structures(basis, &mut checks);
    money_rules(basis, &mut checks);
    dependencies(basis, &mut checks);
    hidden_cells(basis, &mut checks);
    whole(basis, &mut checks);
    empty_sections(basis, &mut checks);
    participation::checks(basis, &mut checks);
    office::checks(basis, &mut checks);
    unnamed::checks(basis, &mut checks);
    states(basis, &mut checks);
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
    // The assessment stands in a passage too; it is read where it was written.
    let assessment = basis.programme.assessment.trim();
    let words = words_of(&passage.text);
    let words = if assessment.is_empty() { words } else { words.replace(assessment, "") };
    let bound_elsewhere = || passage.basis.iter().filter_map(|bound| foreign_area(basis, &bound.binding()?)).next();
    if let Some(other) = other_area(basis, &words).or_else(bound_elsewhere) {
        let sentence = report::check_other_area(&other.name, basis.area_name());
        checks.push(Check::of_passage(CheckKind::OtherArea, Severity::Warning, passage, sentence));
    }
    match passage.origin {
        PassageOrigin::Generated => wording(basis, passage, checks),
        PassageOrigin::Edited | PassageOrigin::Own => {
            checks.extend(typed_numbers(basis, &passage.text).iter().map(|typed| typed_number(passage, typed)));
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

fn typed_number(passage: &Passage, typed: &TypedNumber) -> Check {
    match &typed.contradicts {
        Some(contradiction) => {
            let sentence = report::check_contradicting_number(&typed.number, contradiction);
            Check::of_passage(CheckKind::ContradictingNumber, Severity::Error, passage, sentence)
        }
        None => {
            let sentence = report::check_typed_number(&typed.number);
            Check::of_passage(CheckKind::TypedNumber, Severity::Info, passage, sentence)
        }
    }
}

fn needs(basis: &Basis, checks: &mut Vec<Check>) {
    let unanswered = services(basis, checks);
    for indicator in drivers(basis).into_iter().take(TOP_NEEDS) {
        if measures_for(basis.programme, indicator).is_empty() && !unanswered.contains(&indicator.id) {
            let sentence = report::check_need_without_measure(&indicator.name);
            let (kind, section) = (CheckKind::NeedWithoutMeasure, SectionKey::Handlungsbedarf);
            checks.push(Check { need: Some(indicator.id), ..Check::new(kind, Severity::Warning, section, sentence) });
        }
    }
}

/// Needs that neither a service nor a measure answers, and services that end; gives the indicators of the former.
/// Where no service is recorded at all, that is the gap.
fn services(basis: &Basis, checks: &mut Vec<Check>) -> Vec<IndicatorId> {
    let found = coverage(&CoverageBasis::of(basis));
    let mut add = |kind, need, sentence| {
        checks.push(Check { need, ..Check::new(kind, Severity::Warning, SectionKey::Angebote, sentence) });
    };
    let last_day = jiff::civil::date(basis.programme.last_year, 12, 31);
    for one in found.ending.iter().filter(|one| one.until < last_day) {
        if let Some(angebot) = basis.vor_ort.angebote.iter().find(|angebot| angebot.id == one.angebot) {
            add(CheckKind::ServiceEnds, None, words::check_service_ends(&angebot.name, one.until));
        }
    }
    if found.services.is_empty() {
        add(CheckKind::NeedUnanswered, None, words::check_no_service());
        return Vec::new();
    }
    let unanswered: Vec<_> = found.needs.iter().filter(|need| need.is_unanswered()).collect();
    for need in unanswered.iter().filter(|need| need.reason.trim().is_empty()) {
        add(CheckKind::NeedUnanswered, need.indicator, words::check_unanswered(&need.name));
    }
    unanswered.into_iter().filter_map(|need| need.indicator).collect()
}

fn goal_checks(basis: &Basis, ziel: &Ziel, checks: &mut Vec<Check>) {
    goal_words(basis, ziel, checks);
    let ZielKind::Handlungsziel { parent } = ziel.kind else { return };
    let is_leitziel = |other: &Ziel| other.id == parent && other.kind == ZielKind::Leitziel;
    if !basis.programme.ziele.iter().any(is_leitziel) {
        let sentence = report::check_goal_parent(&ziel.text);
        checks.push(Check::of_goal(CheckKind::GoalStructure, Severity::Error, ziel, sentence));
    }
    if !ziel.is_measured() {
        let sentence = report::check_goal_indicator(&ziel.text);
        checks.push(Check::of_goal(CheckKind::GoalIncomplete, Severity::Warning, ziel, sentence));
    }
    if basis.programme.massnahmen.iter().all(|massnahme| massnahme.ziel != Some(ziel.id)) {
        let sentence = report::check_goal_without_measure(&ziel.text);
        checks.push(Check::of_goal(CheckKind::GoalStructure, Severity::Warning, ziel, sentence));
    }
    // What is not measured at all is said above.
    let said = |point: &SmartPoint| point.letter == SmartLetter::Messbar && !ziel.is_measured();
    let open: Vec<SmartPoint> = smart(basis, ziel).into_iter().filter(|point| !point.met && !said(point)).collect();
    if !open.is_empty() {
        let points: Vec<(&str, &str)> = open.iter().map(|p| (p.letter.word(), p.reason.as_str())).collect();
        let sentence = report::check_not_smart(&ziel.text, &points);
        checks.push(Check::of_goal(CheckKind::GoalIncomplete, Severity::Warning, ziel, sentence));
    }
    if let Some(stale) = ziel.start_bound.as_ref().and_then(|bound| stale_start(basis, bound)) {
        let sentence = report::check_stale_start(&ziel.text, &stale.shown, &stale.today);
        checks.push(Check::of_goal(CheckKind::StaleValue, Severity::Error, ziel, sentence));
    }
}

/// What a planner wrote about a goal, held against the data and the name of the area.
fn goal_words(basis: &Basis, ziel: &Ziel, checks: &mut Vec<Check>) {
    let planned = Planned::of_goal(basis, ziel);
    let beside = [&ziel.zielgruppe, &ziel.ort, &ziel.realismus].into_iter().map(String::as_str);
    let beside: Vec<&str> = beside.chain(ziel.kette.iter().map(words_of_step)).collect();
    let in_sentence = typed_in_goal(basis, ziel).into_iter().chain(typed_beside(basis, &ziel.text, &planned));
    let typed = in_sentence.chain(beside.iter().flat_map(|text| typed_beside(basis, text, &planned)));
    for (number, contradiction) in contradictions(typed) {
        let sentence = report::check_contradicting_goal(&number, &ziel.text, &contradiction);
        checks.push(Check::of_goal(CheckKind::ContradictingNumber, Severity::Error, ziel, sentence));
    }
    if let Some(other) = named_in(basis, beside.into_iter().chain([ziel.text.as_str()])) {
        let sentence = report::check_other_area_of(&report::goal_reference(&ziel.text), other, basis.area_name());
        checks.push(Check::of_goal(CheckKind::OtherArea, Severity::Warning, ziel, sentence));
    }
}

/// What a planner wrote about a measure, held against the data and the name of the area.
fn measure_words(basis: &Basis, massnahme: &Massnahme, name: &str, checks: &mut Vec<Check>) {
    let planned = Planned::of_measure(basis, massnahme);
    let fields = [
        &massnahme.titel,
        &massnahme.zielgruppe,
        &massnahme.standort,
        &massnahme.problemlage,
        &massnahme.beschreibung,
        &massnahme.wirkungshypothese,
        &massnahme.verstetigung,
    ];
    let texts = fields.into_iter().map(String::as_str);
    let texts: Vec<&str> = texts.chain(massnahme.kette.iter().map(words_of_step)).collect();
    for (number, contradiction) in contradictions(texts.iter().flat_map(|text| typed_beside(basis, text, &planned))) {
        let sentence = report::check_contradicting_measure(&number, name, &contradiction);
        checks.push(Check::of_measure(CheckKind::ContradictingNumber, Severity::Error, massnahme, sentence));
    }
    if let Some(other) = named_in(basis, texts) {
        let sentence = report::check_other_area_of(name, other, basis.area_name());
        checks.push(Check::of_measure(CheckKind::OtherArea, Severity::Warning, massnahme, sentence));
    }
}

/// What a planner wrote about the rank.
fn assessment_words(basis: &Basis, checks: &mut Vec<Check>) {
    let text = &basis.programme.assessment;
    let section = SectionKey::Begruendung;
    for (number, contradiction) in contradictions(typed_numbers(basis, text)) {
        let sentence = report::check_contradicting_number(&number, &contradiction);
        checks.push(Check::new(CheckKind::ContradictingNumber, Severity::Error, section, sentence));
    }
    if let Some(other) = other_area(basis, text) {
        let sentence = report::check_other_area(&other.name, basis.area_name());
        checks.push(Check::new(CheckKind::OtherArea, Severity::Warning, section, sentence));
    }
}

fn words_of_step(glied: &WirkungsGlied) -> &str {
    &glied.text
}

/// Numbers that something stands against, each said once.
fn contradictions(typed: impl IntoIterator<Item = TypedNumber>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for typed in typed {
        let Some(contradiction) = typed.contradicts else { continue };
        if found.iter().all(|(number, _)| *number != typed.number) {
            found.push((typed.number, contradiction));
        }
    }
    found
}

/// The first other area that one of the texts names.
fn named_in<'a>(basis: &Basis<'a>, texts: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    texts.into_iter().find_map(|text| other_area(basis, text)).map(|area| area.name.as_str())
}

/// A start value that the data no longer show, unless the planner holds on to it.
fn stale_start(basis: &Basis, bound: &BoundValue) -> Option<StaleValue> {
    if bound.pinned { None } else { stale_value(basis, bound) }
}

fn measure_checks(basis: &Basis, massnahme: &Massnahme, checks: &mut Vec<Check>) {
    money_checks(basis, massnahme, checks);
    let name = report::measure_reference(massnahme.number, &massnahme.titel);
    measure_words(basis, massnahme, &name, checks);
    let mut add = |kind, severity, sentence| checks.push(Check::of_measure(kind, severity, massnahme, sentence));
    let missing = [
        (massnahme.wirkungshypothese.trim().is_empty(), report::check_no_hypothesis(&name)),
        (!massnahme.is_measured(), report::check_no_indicator(&name)),
        (massnahme.traeger.trim().is_empty(), report::check_no_traeger(&name)),
        (massnahme.ziel.is_none(), report::check_no_goal(&name)),
        // A count of its own may begin with the measure.
        (!massnahme.indikator.is_empty() && massnahme.ausgangswert.is_none(), report::check_no_start(&name)),
        (massnahme.is_measured() && massnahme.zielwert.is_none(), report::check_no_target(&name)),
    ];
    for (_, sentence) in missing.into_iter().filter(|(is_missing, _)| *is_missing) {
        add(CheckKind::MeasureIncomplete, Severity::Warning, sentence);
    }
    let score = priority(basis, massnahme);
    if let Some(proposal) = score.proposal.filter(|_| score.deviates_without_reason(massnahme)) {
        let sentence = report::check_priority(&name, massnahme.prioritaet, proposal);
        add(CheckKind::Priority, Severity::Warning, sentence);
    }
    if let Some(stale) = massnahme.start_bound.as_ref().and_then(|bound| stale_start(basis, bound)) {
        add(CheckKind::StaleValue, Severity::Error, report::check_stale_start(&name, &stale.shown, &stale.today));
    }
    for sentence in time_checks(basis, massnahme, &name) {
        add(CheckKind::Time, Severity::Warning, sentence);
    }
    for before in basis.programme.massnahmen.iter().filter(|before| massnahme.abhaengig_von.contains(&before.id)) {
        let other = report::measure_reference(before.number, &before.titel);
        match massnahme.beginn.zip(before.beginn) {
            Some((own, earlier)) if own < earlier => {
                add(CheckKind::Time, Severity::Warning, report::check_dependency(&name, &other));
            }
            None if massnahme.beginn.is_some() => {
                add(CheckKind::Time, Severity::Warning, report::check_dependency_without_time(&name, &other));
            }
            Some(_) | None => {}
        }
    }
}

/// What is open about begin and end, and about the years of its money.
fn time_checks(basis: &Basis, massnahme: &Massnahme, name: &str) -> Vec<String> {
    let years = basis.programme.first_year..=basis.programme.last_year;
    let mut found = Vec::new();
    if massnahme.beginn.is_none() || massnahme.ende.is_none() {
        found.push(report::check_time_open(name, massnahme.beginn.is_none(), massnahme.ende.is_none()));
    }
    if [massnahme.beginn, massnahme.ende].into_iter().flatten().any(|quarter| !years.contains(&quarter.year)) {
        found.push(report::check_outside_years(name));
    }
    let (before_it, behind_it) = (massnahme.beginn.map(|first| first.year), massnahme.ende.map(|last| last.year));
    let outside =
        |year: &i16| before_it.is_some_and(|first| *year < first) || behind_it.is_some_and(|last| *year > last);
    let (off_programme, rest): (Vec<i16>, Vec<i16>) =
        massnahme.years().into_iter().partition(|year| !years.contains(year));
    if !off_programme.is_empty() {
        found.push(report::check_money_outside_programme(name, &off_programme));
    }
    let off_measure: Vec<i16> = rest.into_iter().filter(outside).collect();
    if !off_measure.is_empty() {
        found.push(report::check_money_outside_measure(name, &off_measure));
    }
    found
}

fn money_checks(basis: &Basis, massnahme: &Massnahme, checks: &mut Vec<Check>) {
    let name = report::measure_reference(massnahme.number, &massnahme.titel);
    let mut add = |severity, sentence| {
        checks.push(Check::of_measure(CheckKind::Money, severity, massnahme, sentence));
    };
    let (cost, money, open) = (massnahme.total_cost(), massnahme.total_funding(), massnahme.open_amount());
    if cost.cents == 0 {
        add(Severity::Warning, report::check_no_costs(&name));
    } else if money.cents == 0 {
        add(Severity::Warning, report::check_no_money(&name, cost));
    } else if open.cents > 0 {
        add(Severity::Warning, report::check_open_amount(&name, open));
    }
    let shifted = plan::shifted_years(massnahme);
    if !shifted.is_empty() {
        add(Severity::Warning, report::check_shifted_years(&name, &shifted));
    }
    if money > cost {
        add(Severity::Error, report::check_overfunded(&name, money - cost));
    }
    let percent = basis.rules.own_share_percent;
    if let Some(missing) = plan::missing_own_share(massnahme, percent) {
        add(Severity::Warning, report::check_own_share(&name, percent, missing));
    }
    if let Some(beyond) = plan::funded_excluded(massnahme) {
        add(Severity::Error, report::check_excluded(&name, beyond));
    }
    if plan::excluded([massnahme], None) > cost {
        add(Severity::Error, report::check_more_excluded(&name));
    }
}

/// States of decision that do not fit: agreed although something is open, planned although the programme is decided.
fn states(basis: &Basis, checks: &mut Vec<Check>) {
    for massnahme in basis.massnahmen() {
        let open =
            checks.iter().filter(|check| check.massnahme == Some(massnahme.id) && check.bars_agreement()).count();
        if massnahme.beschlussstand == Beschlussstand::Abgestimmt && open > 0 {
            let name = report::measure_reference(massnahme.number, &massnahme.titel);
            let sentence = report::check_agreed_but_open(&name, open);
            checks.push(Check::of_measure(CheckKind::DecisionState, Severity::Warning, massnahme, sentence));
        }
    }
    let planned = basis.programme.still_planned();
    if basis.programme.state == ProgrammeState::Beschlossen && planned > 0 {
        let sentence = report::check_still_planned(planned);
        checks.push(Check::new(CheckKind::DecisionState, Severity::Warning, SectionKey::Massnahmen, sentence));
    }
}

/// Measures that wait for themselves cannot be brought into an order.
fn dependencies(basis: &Basis, checks: &mut Vec<Check>) {
    for massnahme in circular_massnahmen(&basis.programme.massnahmen) {
        let name = report::measure_reference(massnahme.number, &massnahme.titel);
        let sentence = report::check_circular(&name);
        checks.push(Check::of_measure(CheckKind::Time, Severity::Error, massnahme, sentence));
    }
}

fn hidden_cells(basis: &Basis, checks: &mut Vec<Check>) {
    for disclosure in disclosures(basis) {
        let check =
            Check::new(CheckKind::HiddenCell, Severity::Error, SectionKey::Handlungsbedarf, disclosure.sentence);
        let passage = disclosure.passage;
        let at = passage.and_then(|id| basis.programme.passages.iter().find(|passage| passage.id == id));
        checks.push(Check { passage, section: at.map_or(check.section, |at| Some(at.section)), ..check });
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
    assessment_words(basis, checks);
    if basis.programme.assessment.trim().is_empty() {
        let sentence = report::check_no_assessment();
        let (kind, section) = (CheckKind::MissingAssessment, SectionKey::Begruendung);
        checks.push(Check::new(kind, Severity::Warning, section, sentence));
    }
    if basis.ranking.is_none() {
        let sentence = report::check_no_ranking();
        checks.push(Check::new(CheckKind::NoRanking, Severity::Warning, SectionKey::Begruendung, sentence));
    }
    for import in without_source(basis) {
        let sentence = report::check_no_source(&import.file_name);
        let (kind, section) = (CheckKind::MissingSource, SectionKey::Methode);
        checks.push(Check { import: Some(import.id), ..Check::new(kind, Severity::Warning, section, sentence) });
    }
    if basis.uses_demonstration() {
        let sentence = report::check_demonstration();
        checks.push(Check {
            section: None,
            ..Check::new(CheckKind::Demonstration, Severity::Info, SectionKey::Methode, sentence)
        });
    }
}

/// What the rules of the project say about the money of a year.
fn money_rules(basis: &Basis, checks: &mut Vec<Check>) {
    let rules = basis.rules;
    let mut add = |sentence| {
        checks.push(Check::new(CheckKind::Money, Severity::Warning, SectionKey::KostenZeit, sentence));
    };
    for year in budget(basis) {
        let drawn = plan::funding(basis.programme, Some(year.year), Some(FundingSource::Aktionsraumfonds));
        if drawn > rules.fund_per_year {
            add(report::check_fund(year.year, drawn, rules.fund_per_year));
        }
        if year.own.cents > 0 && year.all > rules.yearly_budget {
            add(report::check_budget(year.year, year.all, rules.yearly_budget, year.own));
        }
    }
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
            SectionKey::Aktionsbuero => office::own_office(basis).is_some(),
            SectionKey::Planungen => basis.own_akteure().next().is_some() || super::document::has_experiences(basis),
            SectionKey::StaerkenSchwaechen => basis.own_aussagen().any(|aussage| aussage.swot.is_some()),
            SectionKey::Kurzfassung
            | SectionKey::Einleitung
            | SectionKey::Freiraum
            | SectionKey::LokaleOekonomie
            | SectionKey::Leitlinien
            | SectionKey::Verstetigung
            | SectionKey::Abgrenzung
            | SectionKey::Begruendung
            | SectionKey::Bevoelkerung
            | SectionKey::ArbeitEinkommen
            | SectionKey::KinderFamilien
            | SectionKey::Zusammenleben
            | SectionKey::Handlungsbedarf
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

    use super::super::testing::{data, with_data, with_programme};
    use crate::domain::{
        BoundValue, CostItem, CostKind, Euro, FundingItem, FundingState, Handlungsfeld, Handlungsprogramm, Import,
        Prioritaet, Quarter, YearAmount, Ziel, ZielId, ZielKind,
    };
    use std::sync::Arc;

    fn measure(id: i64) -> Massnahme {
        let title = format!("M{id}");
        Massnahme::new(MassnahmeId(id), u32::try_from(id).expect("small"), title, Handlungsfeld::Arbeit)
    }

    fn cost(euros: i64) -> Vec<CostItem> {
        vec![CostItem { year: 2027, kind: CostKind::Sach, amount: Euro::whole(euros) }]
    }

    fn money(source: FundingSource, euros: i64) -> FundingItem {
        FundingItem { year: 2027, source, state: FundingState::Geplant, amount: Euro::whole(euros) }
    }

    /// Whether a check of this kind says these words.
    fn says(change: impl FnOnce(&mut Handlungsprogramm), kind: CheckKind, words: &str) -> bool {
        let found = with_programme(change, checks);
        found.iter().any(|check| check.kind == kind && check.sentence.contains(words))
    }

    #[test]
    fn a_start_value_that_the_data_no_longer_show_is_stale_for_goals_and_measures() {
        let bound = |shown: &str| BoundValue {
            reference: "wert:ALO:ahornfeld:2025".into(),
            shown: shown.into(),
            pinned: false,
        };
        let goal = |shown: &str| {
            let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
            let own = Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, "Weniger Arbeitslose");
            let start_bound = Some(bound(shown));
            move |programme: &mut Handlungsprogramm| programme.ziele = vec![Ziel { start_bound, ..own }]
        };
        let with_measure = |shown: &str| {
            let own = Massnahme { start_bound: Some(bound(shown)), ..measure(1) };
            move |programme: &mut Handlungsprogramm| programme.massnahmen = vec![own]
        };
        // The data show 12,0 %.
        assert!(says(goal("11,5\u{a0}%"), CheckKind::StaleValue, "12,0"));
        assert!(says(with_measure("11,5\u{a0}%"), CheckKind::StaleValue, "12,0"));
        assert!(!says(goal("12,0\u{a0}%"), CheckKind::StaleValue, ""));
        assert!(!says(with_measure("12,0\u{a0}%"), CheckKind::StaleValue, ""));
    }

    #[test]
    fn rules_of_money_are_checked_measure_by_measure_and_year_by_year() {
        let with = |measure: Massnahme| move |programme: &mut Handlungsprogramm| programme.massnahmen = vec![measure];
        let bare = Massnahme { kosten: cost(100), ..measure(1) };
        assert!(says(with(bare), CheckKind::Money, "noch kein Geld eingeplant"));
        let third = Massnahme {
            kosten: cost(100),
            finanzierung: vec![money(FundingSource::Dritte, 90), money(FundingSource::Eigenanteil, 10)],
            ..measure(1)
        };
        assert!(says(with(third), CheckKind::Money, "20 % Eigenanteil nötig; es fehlen 10"));
        let excluded = Massnahme {
            kosten: cost(100),
            finanzierung: vec![money(FundingSource::Foerderung, 100)],
            ausgeschlossen: vec![YearAmount { year: 2027, amount: Euro::whole(30) }],
            ..measure(1)
        };
        assert!(says(with(excluded), CheckKind::Money, "übersteigen die förderfähigen Kosten um 30"));
        let budget =
            |source, euros| Massnahme { kosten: cost(euros), finanzierung: vec![money(source, euros)], ..measure(1) };
        let fund = budget(FundingSource::Aktionsraumfonds, 6_000);
        assert!(says(with(fund), CheckKind::Money, "aus dem Aktionsraumfonds geplant"));
        let all = budget(FundingSource::Projektbudget, 230_000);
        assert!(says(with(all), CheckKind::Money, "aus dem Jahresbudget"));
    }

    #[test]
    fn order_in_time_and_circles_of_measures_are_checked() {
        let waits =
            |id, before, begin| Massnahme { abhaengig_von: vec![MassnahmeId(before)], beginn: begin, ..measure(id) };
        let quarter = |quarter| Some(Quarter { year: 2027, quarter });
        let circle = vec![waits(1, 2, None), waits(2, 1, None)];
        assert!(says(|p| p.massnahmen = circle, CheckKind::Time, "von sich selbst ab"));
        let first = Massnahme { beginn: quarter(3), ..measure(1) };
        let early = vec![first, waits(2, 1, quarter(1))];
        assert!(says(|p| p.massnahmen = early, CheckKind::Time, "beginnt, bevor"));
        let unknown = vec![measure(1), waits(2, 1, quarter(1))];
        assert!(says(|p| p.massnahmen = unknown, CheckKind::Time, "fehlt der Beginn"));
    }

    #[test]
    fn goals_without_leitziel_indicator_or_with_another_number_are_named() {
        let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
        let goal = |text: &str| Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, text);
        assert!(says(|p| p.ziele = vec![goal("Mehr Arbeit")], CheckKind::GoalStructure, "gehört zu keinem Leitziel"));
        assert!(says(|p| p.ziele = vec![goal("Mehr Arbeit")], CheckKind::GoalIncomplete, "hat keinen Indikator"));
        assert!(says(|p| p.ziele = vec![goal("Mehr Arbeit")], CheckKind::GoalIncomplete, "nicht terminiert"));
        let other = Ziel { indicator: "ALO".into(), target_value: Some(11.0), ..goal("Die Rate sinkt auf 9,5 %.") };
        assert!(says(|p| p.ziele = vec![other], CheckKind::ContradictingNumber, "Der Plan nennt 11,0"));
    }

    #[test]
    fn texts_of_measures_goals_and_assessment_are_read_as_passages_are() {
        let with = |text: &str| Massnahme { beschreibung: text.into(), indikator: "ALO".into(), ..measure(1) };
        let said = |text: &str, kind| says(|p| p.massnahmen = vec![with(text)], kind, "");
        assert!(said("Wie in Birkenau.", CheckKind::OtherArea));
        assert!(!said("Wie in Ahornfeld und West.", CheckKind::OtherArea));
        assert!(said("Die Arbeitslosenrate liegt bei 25,0 %.", CheckKind::ContradictingNumber));
        assert!(!said("Die Arbeitslosenrate liegt bei 12,0 %.", CheckKind::ContradictingNumber));
        let planned = Massnahme { zielwert: Some(10.5), ..with("Die Arbeitslosenrate sinkt auf 10,5 %.") };
        assert!(!says(|p| p.massnahmen = vec![planned], CheckKind::ContradictingNumber, ""), "its own target");
        let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
        let goal = Ziel {
            realismus: "Die Arbeitslosenrate lag bei 25,0 %.".into(),
            ..Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, "Z")
        };
        assert!(says(|p| p.ziele = vec![goal], CheckKind::ContradictingNumber, "25,0"));
        let assess =
            |p: &mut Handlungsprogramm| p.assessment = "In Birkenau liegt die Arbeitslosenrate bei 44,0 %.".into();
        assert!(says(assess, CheckKind::ContradictingNumber, "Birkenau"));
        assert!(says(assess, CheckKind::OtherArea, "Birkenau"));
    }

    #[test]
    fn a_measure_lacks_goal_times_start_and_target_until_they_are_there() {
        let bare = Massnahme { indikator: "ALO".into(), ..measure(1) };
        let lacks = |kind, words: &str| says(|p| p.massnahmen = vec![bare.clone()], kind, words);
        assert!(lacks(CheckKind::MeasureIncomplete, "zu keinem Handlungsziel"));
        assert!(lacks(CheckKind::MeasureIncomplete, "fehlt der Ausgangswert"));
        assert!(lacks(CheckKind::MeasureIncomplete, "fehlt der Zielwert"));
        assert!(lacks(CheckKind::Time, "Beginn und Ende sind noch offen"));
        let kind = ZielKind::Handlungsziel { parent: ZielId(1) };
        let goal = Ziel::new(ZielId(2), kind, Handlungsfeld::Arbeit, "Mehr Arbeit");
        assert!(says(|p| p.ziele = vec![goal.clone()], CheckKind::GoalStructure, "noch keine Maßnahme"));
        let serves = Massnahme { ziel: Some(ZielId(2)), ..measure(1) };
        let both = |p: &mut Handlungsprogramm| (p.ziele, p.massnahmen) = (vec![goal.clone()], vec![serves.clone()]);
        assert!(!says(both, CheckKind::GoalStructure, "noch keine Maßnahme"));
    }

    #[test]
    fn money_outside_the_years_of_measure_and_programme_is_named() {
        let quarter = |year| Some(Quarter { year, quarter: 1 });
        let spends = |year| Massnahme {
            beginn: quarter(2027),
            ende: quarter(2028),
            kosten: vec![CostItem { year, kind: CostKind::Sach, amount: Euro::whole(1_000) }],
            ..measure(1)
        };
        let said = |year, words| says(|p| p.massnahmen = vec![spends(year)], CheckKind::Time, words);
        assert!(said(2029, "in denen sie nicht läuft: 2029"));
        assert!(said(2030, "außerhalb des Programmzeitraums: 2030"));
        assert!(!said(2028, "Kosten oder Mittel"));
        let shifted = Massnahme {
            kosten: vec![
                CostItem { year: 2027, kind: CostKind::Sach, amount: Euro::whole(10) },
                CostItem { year: 2028, kind: CostKind::Sach, amount: Euro::whole(30) },
            ],
            finanzierung: vec![money(FundingSource::Projektbudget, 40)],
            ..measure(1)
        };
        let words = "2027 sind 30\u{a0}€ mehr eingeplant als nötig; 2028 übersteigen die Kosten die Mittel um 30";
        assert!(says(|p| p.massnahmen = vec![shifted], CheckKind::Money, words));
    }

    #[test]
    fn states_that_do_not_fit_are_named() {
        let agreed = Massnahme { beschlussstand: Beschlussstand::Abgestimmt, ..measure(1) };
        assert!(says(|p| p.massnahmen = vec![agreed], CheckKind::DecisionState, "obwohl"));
        let decided = |p: &mut Handlungsprogramm| {
            (p.state, p.massnahmen) = (ProgrammeState::Beschlossen, vec![measure(1), measure(2)]);
        };
        assert!(says(decided, CheckKind::DecisionState, "2 Maßnahmen stehen noch auf „geplant“"));
    }

    #[test]
    fn a_start_value_that_is_held_on_to_is_not_stale() {
        let bound =
            BoundValue { reference: "wert:ALO:ahornfeld:2025".into(), shown: "11,5\u{a0}%".into(), pinned: true };
        let own = Massnahme { start_bound: Some(bound), ..measure(1) };
        assert!(!says(|p| p.massnahmen = vec![own], CheckKind::StaleValue, ""));
    }

    #[test]
    fn a_priority_against_the_points_asks_for_a_reason() {
        let bewertung = crate::domain::Bewertung { wirkung: Some(5), aufwand: Some(1), ..Default::default() };
        let low = Massnahme { indikator: "ALO".into(), bewertung, prioritaet: Prioritaet::Niedrig, ..measure(1) };
        assert!(says(|p| p.massnahmen = vec![low], CheckKind::Priority, "weicht vom Vorschlag „hoch“ ab"));
    }

    #[test]
    fn tables_without_source_and_hidden_cells_that_were_given_out_are_named() {
        let without = |import: &Import| Import { source_note: " ".into(), ..import.clone() };
        let mut unnamed = data(|_| true);
        unnamed.imports = Arc::new(unnamed.imports.iter().map(without).collect());
        let found = with_data(unnamed, |_| {}, checks);
        assert!(
            found.iter().any(|check| check.kind == CheckKind::MissingSource && check.sentence.contains("Probe.csv"))
        );
        let shown = crate::domain::Ausgabe { shown: "100".into(), am: None };
        let given_out = crate::domain::Ausgaben { werte: [("wert:ALZ:ahornfeld:2025".into(), shown)].into() };
        let look = |basis: &Basis| checks(&Basis { ausgaben: &given_out, ..*basis });
        let found = with_data(data(|area| area.0 != 3), |_| {}, look);
        assert!(found.iter().any(|check| check.kind == CheckKind::HiddenCell));
    }
}
