//! Use existing structures, avoid parallel ones: which services and measures a planned measure overlaps with, and why.
//!
//! Compared are wording (stems, word fields, parts of compounds; rare concepts weigh more), Zielgruppe, Handlungsfeld,
//! place and time. A hit always carries its reasons; what becomes of it is the planner's decision.

pub(super) mod concepts;

use super::basis::Basis;
use crate::analysis::space::{NeighbourRule, Neighbours, neighbours_of_geometries, neighbours_of_tiles};
use crate::domain::{
    Abgleich, Angebot, Area, AreaId, Counterpart, Handlungsfeld, Handlungsprogramm, Massnahme, Quarter,
};
use crate::text::report;
use concepts::{Concepts, concepts};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Wording this alike is a hit, where more than one concept or field and place agree.
const ALIKE: f64 = 0.55;
/// Wording this alike is a hit where Handlungsfeld and Zielgruppe agree.
const RELATED: f64 = 0.28;
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

/// `Angebot „Elterncafé“ in Nette`
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
    until: Option<Date>,
    span: Option<(Quarter, Quarter)>,
    title: Concepts,
    all: Concepts,
    group: Concepts,
}

/// The overlaps of every measure of the programme, in the order of the measures, the strongest first.
pub fn overlaps(basis: &Basis) -> Vec<(crate::domain::MassnahmeId, Vec<Overlap>)> {
    let candidates = candidates(basis);
    let weights = Weights::of(&candidates);
    let near = neighbours(basis);
    let of = |massnahme: &Massnahme| {
        let own = measure_candidate(basis.programme, massnahme);
        let mut hits: Vec<Overlap> = candidates
            .iter()
            .filter(|candidate| candidate.with != own.with)
            .filter(|candidate| candidate.area == own.area || near.contains(&candidate.area))
            .filter_map(|candidate| compare(basis, massnahme, &own, candidate, &weights))
            .collect();
        hits.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.with.cmp(&b.with)));
        hits
    };
    basis.massnahmen().into_iter().map(|massnahme| (massnahme.id, of(massnahme))).collect()
}

fn candidates<'a>(basis: &Basis<'a>) -> Vec<Candidate<'a>> {
    let services = basis.vor_ort.angebote.iter().map(service_candidate);
    let measures = basis.programmes.iter().flat_map(|programme| {
        programme.massnahmen.iter().map(move |massnahme| measure_candidate(programme, massnahme))
    });
    services.chain(measures).collect()
}

fn service_candidate(angebot: &Angebot) -> Candidate<'_> {
    Candidate {
        with: Counterpart::Angebot(angebot.id),
        area: angebot.area,
        name: &angebot.name,
        traeger: &angebot.traeger,
        zielgruppe: &angebot.zielgruppe,
        standort: &angebot.standort,
        extent: angebot.umfang.clone(),
        handlungsfeld: angebot.handlungsfeld,
        until: angebot.funded.until(),
        span: None,
        title: concepts(&angebot.name),
        all: concepts(&format!("{} {}", angebot.name, angebot.umfang)),
        group: concepts(&angebot.zielgruppe),
    }
}

fn measure_candidate<'a>(programme: &'a Handlungsprogramm, massnahme: &'a Massnahme) -> Candidate<'a> {
    let span = massnahme.beginn.zip(massnahme.ende);
    Candidate {
        with: Counterpart::Massnahme(massnahme.id),
        area: programme.area,
        name: &massnahme.titel,
        traeger: &massnahme.traeger,
        zielgruppe: &massnahme.zielgruppe,
        standort: &massnahme.standort,
        extent: span.map_or_else(String::new, |(from, to)| report::span(&from.to_string(), &to.to_string())),
        handlungsfeld: massnahme.handlungsfeld,
        until: None,
        span,
        title: concepts(&massnahme.titel),
        all: concepts(&format!("{} {}", massnahme.titel, massnahme.beschreibung)),
        group: concepts(&massnahme.zielgruppe),
    }
}

/// How much a concept says: rare ones more (inverse document frequency, Spärck Jones 1972).
struct Weights {
    texts: f64,
    counts: BTreeMap<String, f64>,
}

impl Weights {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand texts")]
    fn of(candidates: &[Candidate]) -> Weights {
        let mut counts = BTreeMap::new();
        for concept in candidates.iter().flat_map(|candidate| candidate.all.keys()) {
            *counts.entry(concept.clone()).or_default() += 1.0;
        }
        Weights { texts: candidates.len() as f64, counts }
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
}

fn shared_words(own: &Concepts, other: &Concepts) -> Vec<String> {
    let mut words: Vec<String> =
        own.iter().filter(|(concept, _)| other.contains_key(*concept)).map(|(_, word)| word.clone()).collect();
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
    let titles = weights.alike(&own.title, &other.title);
    // A long description shares something with everything: it counts for less than the title.
    let wording = titles.max(0.7 * weights.alike(&own.title, &other.all).max(weights.alike(&own.all, &other.title)));
    let group = weights.alike(&own.group, &other.group);
    let same_field = own.handlungsfeld == other.handlungsfeld;
    // One word in common says little by itself: then field and place have to agree.
    let several = own.title.keys().filter(|concept| other.title.contains_key(*concept)).count() > 1;
    let hit = (wording >= ALIKE && (several || (same_field && own.area == other.area)))
        || (wording >= RELATED && same_field && group >= SAME_GROUP);
    hit.then(|| Overlap {
        with: other.with,
        name: other.name.to_owned(),
        area: (other.area != own.area).then(|| basis.data.area(other.area).map(|area| area.name.clone())).flatten(),
        traeger: other.traeger.to_owned(),
        zielgruppe: other.zielgruppe.to_owned(),
        standort: other.standort.to_owned(),
        extent: other.extent.clone(),
        strength: (wording + 0.3 * group).min(1.0),
        reasons: found_reasons(massnahme, own, other, same_field),
        decision: massnahme.abgleich.iter().find(|abgleich| abgleich.with == other.with).cloned(),
    })
}

fn found_reasons(massnahme: &Massnahme, own: &Candidate, other: &Candidate, same_field: bool) -> Vec<OverlapReason> {
    let mut reasons = Vec::new();
    let wording = shared_words(&own.all, &other.all);
    if !wording.is_empty() {
        reasons.push(OverlapReason::Wording(wording));
    }
    let group = shared_words(&own.group, &other.group);
    if !group.is_empty() {
        reasons.push(OverlapReason::TargetGroup(group));
    }
    if same_field {
        reasons.push(OverlapReason::Field(own.handlungsfeld));
    }
    let here = own.area == other.area;
    reasons.push(if here { OverlapReason::SameArea } else { OverlapReason::NeighbouringArea });
    let same = |a: &str, b: &str| !a.trim().is_empty() && a.trim().eq_ignore_ascii_case(b.trim());
    if same(own.traeger, other.traeger) {
        reasons.push(OverlapReason::SameTraeger);
    }
    if same(own.standort, other.standort) {
        reasons.push(OverlapReason::SameSite);
    }
    match (other.until, massnahme.beginn) {
        (Some(until), Some(begin)) if Quarter::of(until) < begin => reasons.push(OverlapReason::EndsBefore(until)),
        _ if other.span.is_some() && own.span.is_some() => reasons.push(OverlapReason::SameTime),
        _ => {}
    }
    reasons
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
        assert!(reasons.contains(&OverlapReason::Wording(vec!["Elterncafé".into()])), "{reasons:?}");
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
    fn a_service_that_ends_before_the_measure_begins_is_said_to() {
        let ends = jiff::civil::date(2026, 12, 31);
        let service = Angebot { funded: FundingTerm::Until(ends), ..service(1, 1, "Elterncafé", "Eltern") };
        let overlaps = found(&[programme(1, vec![measure(1, "Elterncafé", "Eltern")])], &[service]);
        assert!(overlaps[0].reasons.contains(&OverlapReason::EndsBefore(ends)));
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
}
