//! Use existing structures, avoid parallel ones: which services and measures a planned measure overlaps with, and why.
//!
//! Compared are wording (stems, word fields, parts of compounds; rare concepts weigh more), Zielgruppe, Handlungsfeld,
//! kind, place and time. What a title says of people and of places is no wording: a choir and gymnastics for children
//! have the children in common, and nothing else. A hit always carries its reasons; what becomes of it is the planner's
//! decision.

pub(super) mod concepts;

use super::basis::Basis;
use crate::analysis::space::{NeighbourRule, Neighbours, neighbours_of_geometries, neighbours_of_tiles};
use crate::domain::{
    Abgleich, Aktionsbuero, Angebot, AngebotArt, Area, AreaId, Bueroangebot, Counterpart, FundingTerm, Handlungsfeld,
    Handlungsprogramm, Massnahme, Quarter,
};
use crate::text::{self, report};
use concepts::{Concepts, ages_differ, concepts, is_form, is_subject};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Wording this alike is a hit, where more than one concept or field and place agree.
const ALIKE: f64 = 0.55;
/// Wording this alike is a hit where Handlungsfeld and Zielgruppe agree.
const RELATED: f64 = 0.28;
/// The field of Aktionsbüros.
const OFFICE: &str = "aktionsbüro";
/// Zielgruppen this alike agree.
const SAME_GROUP: f64 = 0.5;

/// An overlap of a measure with something that is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    /// With what.
    pub with: Counterpart,
    /// Its name.
    pub name: String,
    /// Its area, where it is not the measure's own.
    pub area: Option<String>,
    /// Who carries it.
    pub traeger: String,
    /// Its Zielgruppe.
    pub zielgruppe: String,
    /// Its site.
    pub standort: String,
    /// Capacity and use, or duration, as known.
    pub extent: String,
    /// How much alike, 0 to 1.
    pub strength: f64,
    /// Why it is a hit.
    pub reasons: Vec<OverlapReason>,
    /// What the planner decided, if anything.
    pub decision: Option<Abgleich>,
    /// The measure of the same programme at which it was decided, as `M-02`; none where it was decided at this one.
    pub decided_at: Option<String>,
}

impl Overlap {
    /// Whether it waits for a decision.
    pub fn is_open(&self) -> bool {
        self.decision.as_ref().is_none_or(|decision| !decision.is_settled())
    }
}

/// Why something overlaps.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OverlapReason {
    /// Words of the measure that mean the same there.
    Wording(Vec<String>),
    /// Words of the Zielgruppe that mean the same there.
    TargetGroup(Vec<String>),
    /// The same Handlungsfeld.
    Field(Handlungsfeld),
    /// The measure does what this kind of service does.
    Kind(AngebotArt),
    /// The same Aktionsraum.
    SameArea,
    /// A neighbouring area.
    NeighbouringArea,
    /// The same Träger.
    SameTraeger,
    /// The same site.
    SameSite,
    /// At the same time.
    SameTime,
    /// The service ends before the measure begins.
    EndsBefore(Date),
}

/// `Angebot „Elterncafé“, Nette`
pub(super) fn counterpart(overlap: &Overlap) -> String {
    let area = overlap.area.as_deref();
    match overlap.with {
        Counterpart::Angebot(_) => report::overlapping_service(&overlap.name, area),
        Counterpart::Massnahme(_) => report::overlapping_measure(&overlap.name, area),
    }
}

/// Why, in words.
pub(super) fn reasons(overlap: &Overlap) -> Vec<String> {
    overlap.reasons.iter().map(OverlapReason::words).collect()
}

impl OverlapReason {
    /// The reason in German.
    pub fn words(&self) -> String {
        match self {
            OverlapReason::Wording(words) => report::overlap::wording(words),
            OverlapReason::TargetGroup(words) => report::overlap::target_group(words),
            OverlapReason::Field(field) => report::overlap::field(*field),
            OverlapReason::Kind(kind) => report::overlap::kind(*kind),
            OverlapReason::SameArea => report::overlap::SAME_AREA.to_owned(),
            OverlapReason::NeighbouringArea => report::overlap::NEIGHBOURING_AREA.to_owned(),
            OverlapReason::SameTraeger => report::overlap::SAME_TRAEGER.to_owned(),
            OverlapReason::SameSite => report::overlap::SAME_SITE.to_owned(),
            OverlapReason::SameTime => report::overlap::SAME_TIME.to_owned(),
            OverlapReason::EndsBefore(date) => report::overlap::ends_before(*date),
        }
    }
}

/// Everything that a measure can be compared with, read once.
struct Candidate<'a> {
    with: Counterpart,
    area: AreaId,
    name: &'a str,
    traeger: &'a str,
    zielgruppe: &'a str,
    standort: &'a str,
    extent: String,
    handlungsfeld: Handlungsfeld,
    /// For how long a service is funded.
    funded: Option<FundingTerm>,
    span: Option<(Quarter, Quarter)>,
    kind: Option<AngebotArt>,
    /// Concepts of title or name.
    title: Wording,
    /// Concepts of title and description.
    all: Wording,
    /// Concepts of the Zielgruppe.
    group: Concepts,
    /// Whether it is for everybody.
    for_all: bool,
}

impl Candidate<'_> {
    /// Everybody whom title and Zielgruppe name.
    fn people(&self) -> Concepts {
        self.title.people.iter().chain(&self.group).map(|(concept, word)| (concept.clone(), word.clone())).collect()
    }
}

/// Concepts of a text: what is done, and for whom and where.
#[derive(Clone, Debug, Default)]
struct Wording {
    subjects: Concepts,
    people: Concepts,
}

impl Wording {
    /// Names of areas say nothing of what is done.
    fn of(text: &str, areas: &BTreeSet<String>) -> Wording {
        let known = concepts(text).into_iter().filter(|(concept, _)| !areas.contains(concept));
        let (subjects, people) = known.partition(|(concept, _)| is_subject(concept));
        Wording { subjects, people }
    }
}

/// Concepts of the names of all areas.
fn area_names(basis: &Basis) -> BTreeSet<String> {
    basis.data.areas.iter().flat_map(|area| concepts(&area.name).into_keys()).collect()
}

/// Whether a Zielgruppe says that everybody is meant.
fn is_for_all(zielgruppe: &str, group: &Concepts) -> bool {
    /// The field of those who live there.
    const RESIDENTS: &str = "bewohner";
    (group.is_empty() && !zielgruppe.trim().is_empty()) || group.contains_key(RESIDENTS)
}

/// The overlaps of every measure of the programme, in the order of the measures, the strongest first.
pub fn overlaps(basis: &Basis) -> Vec<(crate::domain::MassnahmeId, Vec<Overlap>)> {
    let areas = area_names(basis);
    let candidates = candidates(basis, &areas);
    let weights = Weights::of(candidates.iter());
    let near = neighbours(basis);
    let of = |massnahme: &Massnahme| {
        let own = measure_candidate(basis.programme, massnahme, &areas);
        let is_near = |candidate: &&Candidate| candidate.area == own.area || near.contains(&candidate.area);
        let mut hits: Vec<Overlap> = candidates
            .iter()
            .filter(|candidate| candidate.with != own.with)
            .filter(|candidate| is_near(candidate) || decision_on(massnahme, candidate.with).is_some())
            .filter_map(|candidate| compare(basis, massnahme, &own, candidate, &weights))
            .collect();
        hits.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.with.cmp(&b.with)));
        hits
    };
    basis.massnahmen().into_iter().map(|massnahme| (massnahme.id, of(massnahme))).collect()
}

fn candidates<'a>(basis: &Basis<'a>, areas: &BTreeSet<String>) -> Vec<Candidate<'a>> {
    let services = basis.vor_ort.angebote.iter().map(|angebot| service_candidate(angebot, areas));
    let measures = basis.programmes.iter().flat_map(|programme| {
        programme.massnahmen.iter().map(move |massnahme| measure_candidate(programme, massnahme, areas))
    });
    services.chain(measures).collect()
}

fn service_candidate<'a>(angebot: &'a Angebot, areas: &BTreeSet<String>) -> Candidate<'a> {
    let group = concepts(&angebot.zielgruppe);
    Candidate {
        with: Counterpart::Angebot(angebot.id),
        area: angebot.area,
        name: &angebot.name,
        traeger: &angebot.traeger,
        zielgruppe: &angebot.zielgruppe,
        standort: &angebot.standort,
        extent: angebot.umfang.clone(),
        handlungsfeld: angebot.handlungsfeld,
        funded: Some(angebot.funded),
        span: None,
        kind: Some(angebot.kind),
        title: Wording::of(&angebot.name, areas),
        all: Wording::of(&format!("{} {}", angebot.name, angebot.umfang), areas),
        for_all: is_for_all(&angebot.zielgruppe, &group),
        group,
    }
}

fn measure_candidate<'a>(
    programme: &'a Handlungsprogramm,
    massnahme: &'a Massnahme,
    areas: &BTreeSet<String>,
) -> Candidate<'a> {
    let span = massnahme.beginn.zip(massnahme.ende);
    let group = concepts(&massnahme.zielgruppe);
    Candidate {
        with: Counterpart::Massnahme(massnahme.id),
        area: programme.area,
        name: &massnahme.titel,
        traeger: &massnahme.traeger,
        zielgruppe: &massnahme.zielgruppe,
        standort: &massnahme.standort,
        extent: span.map_or_else(String::new, |(from, to)| report::span(&from.to_string(), &to.to_string())),
        handlungsfeld: massnahme.handlungsfeld,
        funded: None,
        span,
        kind: None,
        title: Wording::of(&massnahme.titel, areas),
        all: Wording::of(&format!("{} {}", massnahme.titel, massnahme.beschreibung), areas),
        for_all: is_for_all(&massnahme.zielgruppe, &group),
        group,
    }
}

/// How much a concept says: rare ones more (inverse document frequency, Spärck Jones 1972).
struct Weights {
    texts: f64,
    counts: BTreeMap<String, f64>,
}

impl Weights {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand texts")]
    fn of<'c, 'a: 'c>(candidates: impl Iterator<Item = &'c Candidate<'a>> + Clone) -> Weights {
        let mut counts = BTreeMap::new();
        let wordings = candidates.clone().map(|candidate| &candidate.all);
        for concept in wordings.flat_map(|all| all.subjects.keys().chain(all.people.keys())) {
            *counts.entry(concept.clone()).or_default() += 1.0;
        }
        Weights { texts: candidates.count() as f64, counts }
    }

    fn of_concept(&self, concept: &str) -> f64 {
        let count = self.counts.get(concept).copied().unwrap_or(1.0);
        (1.0 + self.texts / count).ln()
    }

    fn sum<'c>(&self, concepts: impl Iterator<Item = &'c String>) -> f64 {
        concepts.map(|concept| self.of_concept(concept)).sum()
    }

    /// Weight of what both have, in relation to the one that says less: 0 to 1.
    fn alike(&self, one: &Concepts, other: &Concepts) -> f64 {
        let smaller = self.sum(one.keys()).min(self.sum(other.keys()));
        let shared = self.sum(one.keys().filter(|concept| other.contains_key(*concept)));
        if smaller > 0.0 { shared / smaller } else { 0.0 }
    }

    /// How much alike two texts are in what they say is done. Where neither says more than for whom, that is half of it.
    fn wording(&self, one: &Wording, other: &Wording) -> f64 {
        if one.subjects.is_empty() && other.subjects.is_empty() {
            0.5 * self.alike(&one.people, &other.people)
        } else {
            self.alike(&one.subjects, &other.subjects)
        }
    }

    /// How much alike two Zielgruppen are.
    fn group(&self, one: &Candidate, other: &Candidate) -> f64 {
        if one.for_all && other.for_all { 1.0 } else { self.alike(&one.group, &other.group) }
    }
}

fn shared_words(own: &Concepts, other: &Concepts) -> Vec<String> {
    let both = own.iter().filter_map(|(concept, word)| Some((word, other.get(concept)?)));
    let mut words: Vec<String> = both.map(|(own, other)| report::overlap::pair(own, other)).collect();
    words.sort();
    words.dedup();
    words
}

fn compare(
    basis: &Basis,
    massnahme: &Massnahme,
    own: &Candidate,
    other: &Candidate,
    weights: &Weights,
) -> Option<Overlap> {
    if own.span.zip(other.span).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0) {
        return None;
    }
    let own_decision = decision_on(massnahme, other.with);
    // What two measures of a programme are to each other is decided once, at either of them.
    let there = other_side(basis, massnahme, other.with).filter(|_| own_decision.is_none());
    let decision = own_decision.or(there.map(|(_, decision)| decision));
    let found = likeness(own, other, weights);
    // What was decided stays in view, even where title and group have changed since.
    (found.is_hit || decision.is_some()).then(|| Overlap {
        with: other.with,
        name: other.name.to_owned(),
        area: (other.area != own.area).then(|| basis.data.area(other.area).map(|area| area.name.clone())).flatten(),
        traeger: other.traeger.to_owned(),
        zielgruppe: other.zielgruppe.to_owned(),
        standort: other.standort.to_owned(),
        extent: other.extent.clone(),
        strength: (found.wording + 0.3 * found.group).clamp(0.0, 1.0),
        reasons: found_reasons(massnahme, own, other),
        decision: decision.cloned(),
        decided_at: there.map(|(measure, _)| report::measure_number(measure.number)),
    })
}

/// What was decided about this measure at the other one, where both are of this programme.
fn other_side<'a>(
    basis: &Basis<'a>,
    massnahme: &Massnahme,
    with: Counterpart,
) -> Option<(&'a Massnahme, &'a Abgleich)> {
    let Counterpart::Massnahme(id) = with else { return None };
    let other = basis.programme.massnahmen.iter().find(|other| other.id == id)?;
    Some((other, decision_on(other, Counterpart::Massnahme(massnahme.id))?))
}

/// What the planner decided about a measure and something else.
fn decision_on(massnahme: &Massnahme, with: Counterpart) -> Option<&Abgleich> {
    massnahme.abgleich.iter().find(|abgleich| abgleich.with == with)
}

/// How much alike two candidates are.
struct Likeness {
    wording: f64,
    group: f64,
    is_hit: bool,
}

fn likeness(own: &Candidate, other: &Candidate, weights: &Weights) -> Likeness {
    let here = own.area == other.area;
    let same_field = own.handlungsfeld == other.handlungsfeld;
    let titles = weights.wording(&own.title, &other.title);
    // A long description shares something with everything: it counts for less than the title, and only on the spot.
    let texts = || weights.wording(&own.title, &other.all).max(weights.wording(&own.all, &other.title));
    let wording = if here { titles.max(0.7 * texts()) } else { titles };
    let group = weights.group(own, other);
    let (people, others) = (own.people(), other.people());
    let same_people = group >= SAME_GROUP || people.keys().any(|concept| others.contains_key(concept));
    // How help is given says little by itself: a meeting place for families is none for newcomers.
    let only_form = !own.all.subjects.keys().any(|it| !is_form(it) && other.all.subjects.contains_key(it));
    // One word in common says little by itself: then field and place have to agree.
    let several = own.title.subjects.keys().filter(|concept| other.title.subjects.contains_key(*concept)).count() > 1;
    let by_title = titles >= ALIKE && (several || (same_field && here));
    let by_group = wording >= RELATED && same_field && group >= SAME_GROUP;
    // Nor is a place for repairs one for newcomers: what it is for comes before its form.
    let is_only_form = || other.title.subjects.keys().all(|concept| is_form(concept));
    // Every Aktionsraum has an Aktionsbüro of its own: the one next door doubles nothing.
    let other_office = !here && [own, other].iter().all(|one| one.title.subjects.contains_key(OFFICE));
    let possible = !ages_differ(&people, &others) && !other_office && (!only_form || (same_people && is_only_form()));
    Likeness { wording, group, is_hit: possible && (by_title || by_group) }
}

fn found_reasons(massnahme: &Massnahme, own: &Candidate, other: &Candidate) -> Vec<OverlapReason> {
    let mut reasons = Vec::new();
    let mut wording = shared_words(&own.all.subjects, &other.all.subjects);
    if wording.is_empty() {
        wording = shared_words(&own.title.people, &other.title.people);
    }
    if !wording.is_empty() {
        reasons.push(OverlapReason::Wording(wording));
    }
    let group = shared_words(&own.group, &other.group);
    if !group.is_empty() {
        reasons.push(OverlapReason::TargetGroup(group));
    }
    if own.handlungsfeld == other.handlungsfeld {
        reasons.push(OverlapReason::Field(own.handlungsfeld));
    }
    let does = |kind: &AngebotArt| {
        let words = Wording::of(text::angebot_art(*kind), &BTreeSet::new());
        words.subjects.keys().any(|concept| own.title.subjects.contains_key(concept))
    };
    reasons.extend(other.kind.filter(does).map(OverlapReason::Kind));
    let here = own.area == other.area;
    reasons.push(if here { OverlapReason::SameArea } else { OverlapReason::NeighbouringArea });
    let same = |a: &str, b: &str| !a.trim().is_empty() && a.trim().eq_ignore_ascii_case(b.trim());
    if same(own.traeger, other.traeger) {
        reasons.push(OverlapReason::SameTraeger);
    }
    if same(own.standort, other.standort) {
        reasons.push(OverlapReason::SameSite);
    }
    match (other.funded, massnahme.beginn) {
        (Some(FundingTerm::Until(until)), Some(begin)) if Quarter::of(until) < begin => {
            reasons.push(OverlapReason::EndsBefore(until));
        }
        (Some(FundingTerm::Until(_) | FundingTerm::Unlimited), Some(_)) => reasons.push(OverlapReason::SameTime),
        (None, _) if other.span.is_some() && own.span.is_some() => reasons.push(OverlapReason::SameTime),
        (Some(FundingTerm::Unknown | FundingTerm::Until(_) | FundingTerm::Unlimited) | None, _) => {}
    }
    reasons
}

/// Services of the area that already do what an offer of its Aktionsbüro would do. The office itself, entered as a
/// service, does not count.
pub fn services_like<'a>(angebote: &'a [Angebot], office: &Aktionsbuero, offer: &Bueroangebot) -> Vec<&'a Angebot> {
    let none = BTreeSet::new();
    let own = angebote.iter().filter(|angebot| angebot.serves(office.area));
    let candidates: Vec<(&Angebot, Candidate)> =
        own.map(|angebot| (angebot, service_candidate(angebot, &none))).collect();
    let weights = Weights::of(candidates.iter().map(|(_, candidate)| candidate));
    let title = Wording::of(&offer.title, &none);
    let does_the_same = |candidate: &Candidate| {
        let people = candidate.people();
        let shared = || title.subjects.keys().filter(|concept| candidate.title.subjects.contains_key(*concept));
        let same_people = title.people.keys().any(|concept| people.contains_key(concept));
        !candidate.title.subjects.contains_key(OFFICE)
            && weights.wording(&title, &candidate.title) >= ALIKE
            && (shared().any(|concept| !is_form(concept)) || (shared().next().is_some() && same_people))
            && !ages_differ(&title.people, &people)
    };
    candidates.into_iter().filter(|(_, candidate)| does_the_same(candidate)).map(|(angebot, _)| angebot).collect()
}

/// Areas of the same level beside the programme's own, by boundaries where all are known, else by the schematic map.
fn neighbours(basis: &Basis) -> Vec<AreaId> {
    let Some(own) = basis.area() else { return Vec::new() };
    let areas: Vec<&Area> = basis.data.areas_of(own.level).collect();
    let Some(at) = areas.iter().position(|area| area.id == own.id) else { return Vec::new() };
    let geometries: Option<Vec<_>> =
        areas.iter().map(|area| basis.data.boundaries.of(area.id).map(|boundary| &boundary.geometry)).collect();
    let found: Option<Neighbours> = match geometries {
        Some(geometries) => Some(neighbours_of_geometries(&geometries, NeighbourRule::Queen)),
        None => {
            let tiles: Option<Vec<_>> = areas.iter().map(|area| area.tile).collect();
            tiles.and_then(|tiles| neighbours_of_tiles(&tiles, NeighbourRule::Queen))
        }
    };
    found.map_or_else(Vec::new, |found| {
        found.of(at).iter().filter_map(|&row| areas.get(row as usize)).map(|area| area.id).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Abgleichsentscheidung, AngebotId, AreaLevel, Ausgaben, FundingTerm, HandlungsprogrammId, MassnahmeId,
        PlanRules, PlanningData, Tile, Verfahren, VorOrt,
    };
    use std::sync::Arc;

    fn area(id: i64, column: u8) -> Area {
        Area {
            id: AreaId(id),
            level: AreaLevel::Sozialraum,
            key: format!("{id}"),
            name: format!("Gebiet {id}"),
            parent: None,
            valid_from: None,
            valid_to: None,
            synonyms: Vec::new(),
            note: String::new(),
            tile: Some(Tile { row: 0, column }),
        }
    }

    fn measure(id: i64, titel: &str, zielgruppe: &str) -> Massnahme {
        let quarter = |year| Some(Quarter { year, quarter: 1 });
        Massnahme {
            zielgruppe: zielgruppe.into(),
            beginn: quarter(2027),
            ende: quarter(2028),
            ..Massnahme::new(MassnahmeId(id), 1, titel, Handlungsfeld::Kinder)
        }
    }

    fn programme(area: i64, massnahmen: Vec<Massnahme>) -> Handlungsprogramm {
        Handlungsprogramm { massnahmen, ..Handlungsprogramm::new(HandlungsprogrammId(area), AreaId(area), 2027, 2029) }
    }

    fn service(id: i64, area: i64, name: &str, zielgruppe: &str) -> Angebot {
        Angebot {
            id: AngebotId(id),
            traeger: "Träger".into(),
            zielgruppe: zielgruppe.into(),
            umfang: "mittwochs 9 bis 11 Uhr".into(),
            ..Angebot::new(AreaId(area), name, Handlungsfeld::Kinder)
        }
    }

    fn found(programmes: &[Handlungsprogramm], angebote: &[Angebot]) -> Vec<Overlap> {
        let data =
            PlanningData { areas: Arc::new(vec![area(1, 0), area(2, 1), area(3, 5)]), ..PlanningData::default() };
        let vor_ort = VorOrt { angebote: angebote.to_vec(), ..VorOrt::default() };
        let basis = Basis {
            data: &data,
            ranking: None,
            programme: &programmes[0],
            programmes,
            rules: &PlanRules::AKTIONSPLAN,
            vor_ort: &vor_ort,
            verfahren: &Verfahren::default(),
            ausgaben: &Ausgaben::default(),
            today: jiff::civil::date(2026, 11, 22),
            project_title: "",
        };
        overlaps(&basis).into_iter().flat_map(|(_, overlaps)| overlaps).collect()
    }

    #[test]
    fn a_service_in_other_words_is_found_with_its_reasons() {
        let programmes = [programme(1, vec![measure(1, "Elterncafé", "Mütter und Väter mit kleinen Kindern")])];
        let services = [
            service(1, 1, "Treff für Familien", "Eltern mit Kindern unter sechs Jahren"),
            service(2, 1, "Schuldnerberatung", "Erwachsene"),
        ];
        let overlaps = found(&programmes, &services);
        assert_eq!(overlaps.len(), 1);
        assert_eq!(overlaps[0].with, Counterpart::Angebot(AngebotId(1)));
        assert!(overlaps[0].is_open());
        let reasons = &overlaps[0].reasons;
        assert!(reasons.contains(&OverlapReason::Wording(vec!["Elterncafé – Treff".into()])), "{reasons:?}");
        assert!(
            reasons.contains(&OverlapReason::SameArea)
                && reasons.contains(&OverlapReason::Field(Handlungsfeld::Kinder))
        );
    }

    #[test]
    fn measures_of_neighbouring_areas_overlap_but_not_those_far_away_or_at_another_time() {
        let walk = |id| measure(id, "Bürgerdialog", "Alle Bewohnerinnen und Bewohner");
        let near = found(&[programme(1, vec![walk(1)]), programme(2, vec![walk(2)]), programme(3, vec![walk(3)])], &[]);
        let with: Vec<Counterpart> = near.iter().map(|overlap| overlap.with).collect();
        assert_eq!(with, [Counterpart::Massnahme(MassnahmeId(2))]);
        assert_eq!(near[0].area.as_deref(), Some("Gebiet 2"));
        let later = Massnahme {
            beginn: Some(Quarter { year: 2030, quarter: 1 }),
            ende: Some(Quarter { year: 2031, quarter: 1 }),
            ..walk(2)
        };
        assert!(found(&[programme(1, vec![walk(1)]), programme(2, vec![later])], &[]).is_empty());
    }

    #[test]
    fn an_offer_of_the_office_meets_the_services_that_do_the_same() {
        let office = Aktionsbuero::new(AreaId(1));
        let services = [
            service(1, 1, "Schuldnerberatung", "Erwachsene"),
            service(2, 1, "Aktionsbüro Hilfe bei Anträgen", "Alle"),
            service(3, 2, "Energieberatung", "Alle"),
            service(4, 1, "Berufsberatung", "Jugendliche"),
        ];
        let like = |title: &str| {
            let offer = Bueroangebot { title: title.into(), ..Bueroangebot::default() };
            services_like(&services, &office, &offer).into_iter().map(|angebot| angebot.id.0).collect::<Vec<_>>()
        };
        assert_eq!(like("Energieschuldenberatung"), [1]);
        assert_eq!(like("Hilfe bei Anträgen"), [0_i64; 0]);
        assert_eq!(like("Sprechzeit für Familien"), [0_i64; 0]);
        assert_eq!(like("Sprechstunde Beruf"), [4]);
    }

    #[test]
    fn a_service_that_goes_on_is_there_at_the_same_time_and_its_kind_is_said() {
        let goes_on = Angebot {
            funded: FundingTerm::Unlimited,
            kind: AngebotArt::Treffpunkt,
            ..service(1, 1, "Familientreff", "Eltern")
        };
        let overlaps = found(&[programme(1, vec![measure(1, "Elterncafé", "Eltern")])], &[goes_on]);
        let reasons = &overlaps[0].reasons;
        assert!(reasons.contains(&OverlapReason::SameTime), "{reasons:?}");
        assert!(reasons.contains(&OverlapReason::Kind(AngebotArt::Treffpunkt)), "{reasons:?}");
    }

    #[test]
    fn a_service_that_ends_before_the_measure_begins_is_said_to() {
        let ends = jiff::civil::date(2026, 12, 31);
        let service = Angebot { funded: FundingTerm::Until(ends), ..service(1, 1, "Elterncafé", "Eltern") };
        let overlaps = found(&[programme(1, vec![measure(1, "Elterncafé", "Eltern")])], &[service]);
        assert!(overlaps[0].reasons.contains(&OverlapReason::EndsBefore(ends)));
    }

    #[test]
    fn what_was_decided_stays_in_view_when_the_words_change() {
        let abgleich = Abgleich {
            with: Counterpart::Angebot(AngebotId(1)),
            decision: Abgleichsentscheidung::Verbinden,
            reason: "Gemeinsame Vormittage.".into(),
        };
        let measure = Massnahme { abgleich: vec![abgleich], ..measure(1, "Schulfrühstück", "Kinder") };
        let overlaps = found(&[programme(1, vec![measure])], &[service(1, 1, "Schuldnerberatung", "Erwachsene")]);
        assert_eq!(overlaps.len(), 1);
        assert!(!overlaps[0].is_open());
    }

    #[test]
    fn an_overlap_of_two_measures_of_a_programme_is_settled_once_for_both() {
        let abgleich = Abgleich {
            with: Counterpart::Massnahme(MassnahmeId(1)),
            decision: Abgleichsentscheidung::Verbinden,
            reason: String::new(),
        };
        let second = Massnahme { abgleich: vec![abgleich], number: 2, ..measure(2, "Elterncafé am Morgen", "Eltern") };
        let overlaps = found(&[programme(1, vec![measure(1, "Elterncafé", "Eltern"), second])], &[]);
        let places: Vec<_> =
            overlaps.iter().map(|overlap| (overlap.is_open(), overlap.decided_at.as_deref())).collect();
        assert_eq!(places, [(false, Some("M-02")), (false, None)], "at the first it is said where it was settled");
    }

    #[test]
    fn accents_and_spelled_out_umlauts_make_no_difference() {
        let hit = |titel: &str, name: &str| {
            let one = [programme(1, vec![measure(1, titel, "Eltern mit kleinen Kindern")])];
            !found(&one, &[service(1, 1, name, "Eltern mit kleinen Kindern")]).is_empty()
        };
        assert!(hit("Elterncafe am Morgen", "Familienzentrum mit Elterncafé"));
        assert!(hit("Schulfruehstueck", "Schulfrühstück"));
    }

    #[test]
    fn the_name_of_an_area_says_nothing_of_what_is_done() {
        let programmes = [programme(1, vec![measure(1, "Bürgergarten Gebiet", "Alle")])];
        assert!(found(&programmes, &[service(1, 1, "Schuldnerberatung Gebiet", "Alle")]).is_empty());
    }

    #[test]
    fn beside_each_other_on_purpose_is_settled_only_with_a_reason() {
        let settled = |reason: &str| {
            let abgleich = Abgleich {
                with: Counterpart::Angebot(AngebotId(1)),
                decision: Abgleichsentscheidung::BewusstDaneben,
                reason: reason.into(),
            };
            let measure = Massnahme { abgleich: vec![abgleich], ..measure(1, "Elterncafé", "Eltern") };
            found(&[programme(1, vec![measure])], &[service(1, 1, "Elterncafé", "Eltern")]).remove(0)
        };
        assert!(settled(" ").is_open());
        assert!(!settled("Das vorhandene Café ist ausgelastet.").is_open());
    }

    /// Measure and service that a planner would call the same structure, or would not. Titles and groups are plain words
    /// of the field; field K or Z of both.
    const PARALLEL: [(&str, &str, &str, &str); 22] = [
        ("Sprachkurs", "Zugewanderte", "Deutschkurs am Abend", "Erwachsene"),
        ("Integrationskurs", "Zugewanderte", "Deutschkurs", "Menschen mit Zuwanderungsgeschichte"),
        ("Hausaufgabenhilfe", "Grundschulkinder", "Lernförderung", "Kinder der Grundschule"),
        ("Nachhilfe am Nachmittag", "Schülerinnen und Schüler", "Lernwerkstatt", "Schulkinder"),
        ("Bewegungsangebot", "Kinder", "Sportgruppe", "Kinder von 6 bis 10 Jahren"),
        ("Eltern-Kind-Turnen", "Eltern mit kleinen Kindern", "Bewegung für Kleinkinder", "Familien"),
        ("Elterncafé", "Mütter und Väter", "Familientreff", "Familien"),
        ("Formularhilfe", "Menschen mit Transferleistungen", "Hilfe bei Anträgen", "Leistungsberechtigte"),
        ("Seniorencafé", "Ältere Menschen", "Treffpunkt 60 plus", "Seniorinnen und Senioren"),
        ("Streetwork", "Jugendliche", "Mobile aufsuchende Jugendarbeit", "Jugendliche"),
        ("Bewerbungstraining", "Arbeitslose", "Bewerbungshilfe", "Arbeitsuchende"),
        ("Mentoren für die Ausbildung", "Jugendliche", "Ausbildungspaten", "Jugendliche am Übergang"),
        ("Gemeinschaftsgarten", "Bewohnerinnen und Bewohner", "Bürgergarten", "Nachbarschaft"),
        ("Digital Fit", "Ältere", "Smartphone-Sprechstunde", "Seniorinnen und Senioren"),
        ("Wöchentliches Spielangebot", "Kinder", "Spielmobil", "Kinder und Familien"),
        ("Energieschuldenberatung", "Haushalte mit Schulden", "Schuldnerberatung", "Erwachsene"),
        ("Krabbelgruppe", "Eltern mit Kleinkindern", "Eltern-Kind-Gruppe", "Eltern mit Kindern unter drei"),
        ("Nachbarschaftsfest", "Alle", "Stadtteilfest", "Alle Bewohnerinnen und Bewohner"),
        ("Repair-Café", "Alle", "Reparaturwerkstatt", "Alle"),
        ("Ferienprogramm", "Schulkinder", "Ferienspiele", "Kinder"),
        ("Stadtteilmütter", "Zugewanderte Familien", "Familienlotsinnen", "Zugewanderte Familien"),
        ("Mittagstisch", "Kinder", "Warmes Essen nach der Schule", "Grundschulkinder"),
    ];
    const DIFFERENT: [(&str, &str, &str, &str); 19] = [
        ("Offener Treff", "Alle", "Reparaturtreff", "Alle"),
        ("Schulfrühstück", "Grundschulkinder", "Hausaufgabenhilfe", "Grundschulkinder"),
        (
            "Walking Bus",
            "Grundschulkinder und ihre Eltern",
            "Familienzentrum mit Elterncafé",
            "Eltern mit kleinen Kindern",
        ),
        (
            "Eltern-Kind-Klettern",
            "Familien mit Kindern",
            "Familienzentrum mit Elterncafé",
            "Eltern mit kleinen Kindern",
        ),
        ("Schuldnerberatung", "Erwachsene", "Berufsberatung", "Jugendliche"),
        ("Jugendtreff", "Jugendliche", "Seniorentreff", "Ältere"),
        ("Elterncafé", "Eltern", "Seniorencafé", "Ältere Menschen"),
        ("Bürgergarten", "Alle", "Bürgerdialog", "Alle"),
        ("Mobile Jugendarbeit", "Jugendliche", "Spielmobil", "Kinder"),
        ("Ausbildungslotsen", "Jugendliche", "Elternlotsen", "Eltern"),
        ("Hausaufgabenhilfe", "Grundschulkinder", "Formularhilfe", "Erwachsene"),
        ("Frauensprachcafé", "Frauen", "Frauenschwimmen", "Frauen"),
        ("Kinderchor", "Kinder", "Kinderturnen", "Kinder"),
        ("Nachbarschaftscafé", "Alle", "Nachbarschaftshilfe", "Alle"),
        ("Digital Fit", "Ältere", "Fit im Alter", "Ältere"),
        ("Jugendparlament", "Jugendliche", "Jugendtreff", "Jugendliche"),
        ("Schulsozialarbeit", "Schülerinnen und Schüler", "Schulfrühstück", "Schülerinnen und Schüler"),
        ("Spielplatzpaten", "Familien", "Ausbildungspaten", "Jugendliche"),
        ("Sprachförderung in der Kita", "Kinder unter sechs", "Deutschkurs am Abend", "Erwachsene"),
    ];

    /// Whether the service of a pair is found, with all other services of the table in the city but far away.
    fn is_hit((titel, group, name, other): (&str, &str, &str, &str)) -> bool {
        let mut services = vec![service(1, 1, name, other)];
        let far = PARALLEL.iter().chain(&DIFFERENT).zip(2..);
        services.extend(far.map(|((_, _, name, group), id)| service(id, 3, name, group)));
        !found(&[programme(1, vec![measure(1, titel, group)])], &services).is_empty()
    }

    #[test]
    fn the_same_in_other_words_is_found_and_what_only_sounds_alike_is_not() {
        let missed: Vec<_> = PARALLEL.into_iter().filter(|pair| !is_hit(*pair)).map(|(a, _, b, _)| (a, b)).collect();
        let wrong: Vec<_> = DIFFERENT.into_iter().filter(|pair| is_hit(*pair)).map(|(a, _, b, _)| (a, b)).collect();
        assert!(missed.is_empty() && wrong.is_empty(), "missed {missed:#?}, wrong {wrong:#?}");
    }
}
