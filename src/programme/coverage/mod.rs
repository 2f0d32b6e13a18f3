//! Needs and services of an area beside each other: which service answers what, where there is a gap, an overlap, or a
//! service that is about to end. The program proposes, the planner decides; both can be told apart.

mod ending;
mod propose;
mod state;

pub use ending::EndingService;
pub use state::CoverageState;

use super::basis::Basis;
use super::overlap::OverlapReason;
use super::plan;
use crate::analysis::{self, Ranking};
use crate::domain::{
    Angebot, AngebotId, AreaId, Bezug, Deckungsgrad, Handlungsfeld, Handlungsprogramm, Indicator, IndicatorId,
    MassnahmeId, PlanningData, VorOrt, Zielgruppe,
};
use crate::text;
use jiff::civil::Date;
use propose::Service;

/// What the coverage of an area is read from. The area needs no Handlungsprogramm.
#[derive(Clone, Copy, Debug)]
pub struct CoverageBasis<'a> {
    /// Areas, indicators, values.
    pub data: &'a PlanningData,
    /// The project's ranking, if it could be computed; without it there are no needs.
    pub ranking: Option<&'a Ranking>,
    /// The area.
    pub area: AreaId,
    /// Its programme, if it has one.
    pub programme: Option<&'a Handlungsprogramm>,
    /// What is known on site in all areas.
    pub vor_ort: &'a VorOrt,
    /// The day that "soon" counts from.
    pub today: Date,
}

impl<'a> CoverageBasis<'a> {
    /// The same for the area of a programme.
    pub(super) fn of(basis: &Basis<'a>) -> CoverageBasis<'a> {
        CoverageBasis {
            data: basis.data,
            ranking: basis.ranking,
            area: basis.programme.area,
            programme: Some(basis.programme),
            vor_ort: basis.vor_ort,
            today: basis.today,
        }
    }

    /// The services of the area.
    fn angebote(&self) -> Vec<&'a Angebot> {
        let mut own: Vec<&Angebot> = self.vor_ort.angebote.iter().filter(|one| one.serves(self.area)).collect();
        own.sort_by(|a, b| a.handlungsfeld.cmp(&b.handlungsfeld).then(a.id.cmp(&b.id)));
        own
    }
}

/// Needs and groups of people beside the services of an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// The services, by Handlungsfeld: the columns.
    pub services: Vec<AngebotId>,
    /// Needs: what burdens the area more than the average, by Handlungsfeld, the strongest first.
    pub needs: Vec<CoverageRow>,
    /// Groups of people, in printed order.
    pub groups: Vec<CoverageRow>,
    /// Services that end, the next one first.
    pub ending: Vec<EndingService>,
}

/// A need or group of people beside every service.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageRow {
    /// What it is.
    pub bezug: Bezug,
    /// Its name.
    pub name: String,
    /// The indicator of a need.
    pub indicator: Option<IndicatorId>,
    /// The field, where one is known.
    pub field: Option<Handlungsfeld>,
    /// How strong a need is: standard deviations above the mean of the ranked areas.
    pub z: Option<f64>,
    /// One per service.
    pub cells: Vec<CoverageCell>,
    /// Measures that aim at it, with their numbers.
    pub measures: Vec<(MassnahmeId, u32)>,
    /// What that comes to.
    pub state: CoverageState,
    /// Why the planner leaves it as it is; empty where nothing was said.
    pub reason: String,
}

impl CoverageRow {
    /// Places of the services that answer it, at least in part.
    pub fn answering(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().enumerate().filter(|(_, cell)| cell.grad != Deckungsgrad::KeinBezug).map(|(at, _)| at)
    }

    /// Places of the services that overlap here.
    pub fn doubled(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().enumerate().filter(|(_, cell)| cell.doubled).map(|(at, _)| at)
    }

    /// Whether neither a service nor a measure has to do with it.
    pub fn is_unanswered(&self) -> bool {
        self.measures.is_empty() && self.answering().next().is_none()
    }

    /// Whether it is a gap or an overlap about which nothing was said yet.
    pub fn is_open(&self, state: CoverageState) -> bool {
        self.state == state && self.reason.trim().is_empty()
    }
}

/// What a service does for a need.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageCell {
    /// How far it answers it.
    pub grad: Deckungsgrad,
    /// What the program proposes.
    pub proposed: Deckungsgrad,
    /// Whether the planner has decided.
    pub decided: bool,
    /// What the proposal rests on.
    pub reasons: Vec<OverlapReason>,
    /// Whether another service does the same for the same people.
    pub doubled: bool,
}

impl Coverage {
    /// The same with what the planner has decided since it was computed: degrees, reasons and what they come to. Needs
    /// and proposals stay; the ranking of `basis` is not asked. Nothing where services came or went.
    pub fn decided_anew(&self, basis: &CoverageBasis) -> Option<Coverage> {
        let angebote = basis.angebote();
        if angebote.iter().map(|angebot| angebot.id).ne(self.services.iter().copied()) {
            return None;
        }
        let services: Vec<Service> = angebote.iter().map(|angebot| Service::of(angebot)).collect();
        let mut coverage = self.clone();
        coverage.needs.iter_mut().chain(&mut coverage.groups).for_each(|row| decide(basis, &services, row));
        Some(coverage)
    }
}

/// The coverage of an area.
pub fn coverage(basis: &CoverageBasis) -> Coverage {
    let angebote = basis.angebote();
    let services: Vec<Service> = angebote.iter().map(|angebot| Service::of(angebot)).collect();
    let mut needs: Vec<CoverageRow> =
        needs(basis).into_iter().map(|(indicator, z)| need_row(basis, &services, indicator, z)).collect();
    needs.sort_by(|a, b| {
        let field = |row: &CoverageRow| (row.field.is_none(), row.field);
        field(a).cmp(&field(b)).then(b.z.unwrap_or(0.0).total_cmp(&a.z.unwrap_or(0.0))).then(a.name.cmp(&b.name))
    });
    Coverage {
        services: angebote.iter().map(|angebot| angebot.id).collect(),
        needs,
        groups: Zielgruppe::ALL.into_iter().map(|group| group_row(basis, &services, group)).collect(),
        ending: ending::ending(basis, &angebote),
    }
}

/// The needs of the area with their strength, see [`analysis::drivers`].
fn needs<'a>(basis: &CoverageBasis<'a>) -> Vec<(&'a Indicator, f64)> {
    let Some(run) = basis.ranking.map(|ranking| &ranking.run) else { return Vec::new() };
    analysis::drivers(run, basis.area, run.width())
        .into_iter()
        .filter_map(|one| {
            let strength = analysis::need_strength(run, basis.area, one.indicator)?;
            Some((basis.data.indicator(one.indicator)?, strength))
        })
        .collect()
}

fn need_row(basis: &CoverageBasis, services: &[Service], indicator: &Indicator, z: f64) -> CoverageRow {
    let need = propose::Need::of(indicator);
    let measures = basis.programme.map_or_else(Vec::new, |programme| plan::measures_for(programme, indicator));
    CoverageRow {
        indicator: Some(indicator.id),
        field: indicator.handlungsfeld,
        z: Some(z),
        measures: measures.into_iter().map(|measure| (measure.id, measure.number)).collect(),
        ..row(basis, services, Bezug::Bedarf(indicator.code.clone()), &indicator.name, |service| need.proposal(service))
    }
}

fn group_row(basis: &CoverageBasis, services: &[Service], group: Zielgruppe) -> CoverageRow {
    let measures = basis.programme.map_or_else(Vec::new, plan::by_number);
    let measures = measures.into_iter().filter(|measure| propose::is_for(&measure.zielgruppe, group));
    CoverageRow {
        measures: measures.map(|measure| (measure.id, measure.number)).collect(),
        ..row(basis, services, Bezug::Zielgruppe(group), text::zielgruppe(group), |service| {
            propose::group_proposal(service, group)
        })
    }
}

fn row(
    basis: &CoverageBasis,
    services: &[Service],
    bezug: Bezug,
    name: &str,
    propose: impl Fn(&Service) -> (Deckungsgrad, Vec<OverlapReason>),
) -> CoverageRow {
    let cell = |service: &Service| {
        let (proposed, reasons) = propose(service);
        CoverageCell { grad: proposed, proposed, decided: false, reasons, doubled: false }
    };
    let mut row = CoverageRow {
        state: CoverageState::Luecke,
        reason: String::new(),
        bezug,
        name: name.to_owned(),
        indicator: None,
        field: None,
        z: None,
        cells: services.iter().map(cell).collect(),
        measures: Vec::new(),
    };
    decide(basis, services, &mut row);
    row
}

/// Sets the planner's decisions over the proposals, and what the row comes to then.
fn decide(basis: &CoverageBasis, services: &[Service], row: &mut CoverageRow) {
    let is_own = |area: AreaId, bezug: &Bezug| area == basis.area && *bezug == row.bezug;
    for (cell, service) in row.cells.iter_mut().zip(services) {
        let mut decisions = basis.vor_ort.deckungen.iter();
        let decision =
            decisions.find(|one| one.angebot == service.angebot.id && is_own(one.area, &one.bezug)).map(|one| one.grad);
        cell.grad = decision.unwrap_or(cell.proposed);
        cell.decided = decision.is_some();
    }
    let reason = basis.vor_ort.begruendungen.iter().find(|one| is_own(one.area, &one.bezug));
    row.reason = reason.map_or_else(String::new, |reason| reason.text.clone());
    state::mark_doubled(services, &mut row.cells);
    row.state = state::state(services, &row.cells, ending::horizon(basis));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AngebotArt, Begruendung, Deckung, FundingTerm};
    use jiff::civil::date;

    const AREA: AreaId = AreaId(1);

    fn service(id: i64, name: &str, zielgruppe: &str, field: Handlungsfeld, kind: AngebotArt) -> Angebot {
        Angebot { id: AngebotId(id), zielgruppe: zielgruppe.into(), kind, ..Angebot::new(AREA, name, field) }
    }

    fn basis<'a>(data: &'a PlanningData, vor_ort: &'a VorOrt) -> CoverageBasis<'a> {
        CoverageBasis { data, ranking: None, area: AREA, programme: None, vor_ort, today: date(2026, 11, 22) }
    }

    fn group(vor_ort: &VorOrt, group: Zielgruppe) -> CoverageRow {
        let rows = coverage(&basis(&PlanningData::default(), vor_ort)).groups;
        rows.into_iter().find(|row| row.bezug == Bezug::Zielgruppe(group)).unwrap()
    }

    #[test]
    fn a_decision_of_the_planner_stands_over_the_proposal_and_both_are_known() {
        let seniors =
            service(1, "Seniorencafé", "Ältere Menschen", Handlungsfeld::Zusammenhalt, AngebotArt::Treffpunkt);
        let mut site = VorOrt { angebote: vec![seniors], ..VorOrt::default() };
        let row = group(&site, Zielgruppe::Aeltere);
        assert_eq!((row.cells[0].grad, row.cells[0].decided), (Deckungsgrad::Deckt, false));
        site.deckungen.push(Deckung {
            area: AREA,
            bezug: Bezug::Zielgruppe(Zielgruppe::Aeltere),
            angebot: AngebotId(1),
            grad: Deckungsgrad::KeinBezug,
        });
        let row = group(&site, Zielgruppe::Aeltere);
        assert_eq!((row.cells[0].grad, row.cells[0].decided), (Deckungsgrad::KeinBezug, true));
        assert_eq!(row.cells[0].proposed, Deckungsgrad::Deckt);
        assert_eq!(row.state, CoverageState::Luecke);
    }

    #[test]
    fn a_decision_is_seen_before_all_is_computed_anew() {
        let seniors =
            service(1, "Seniorencafé", "Ältere Menschen", Handlungsfeld::Zusammenhalt, AngebotArt::Treffpunkt);
        let mut site = VorOrt { angebote: vec![seniors], ..VorOrt::default() };
        let (data, nothing) = (PlanningData::default(), VorOrt::default());
        let before = coverage(&basis(&data, &site));
        let bezug = Bezug::Zielgruppe(Zielgruppe::Aeltere);
        let grad = Deckungsgrad::KeinBezug;
        site.deckungen.push(Deckung { area: AREA, bezug: bezug.clone(), angebot: AngebotId(1), grad });
        site.begruendungen.push(Begruendung { area: AREA, bezug, text: "Der Nachbarraum hat eines.".into() });
        let now = basis(&data, &site);
        assert_eq!(before.decided_anew(&now), Some(coverage(&now)));
        assert_eq!(before.decided_anew(&basis(&data, &nothing)), None, "no services any more");
    }

    #[test]
    fn two_meeting_places_for_the_same_people_overlap_and_a_reason_settles_it() {
        let field = Handlungsfeld::Zusammenhalt;
        let mut site = VorOrt {
            angebote: vec![
                service(1, "Seniorencafé", "Ältere Menschen", field, AngebotArt::Treffpunkt),
                service(2, "Treff 65", "Seniorinnen und Senioren", field, AngebotArt::Treffpunkt),
                service(3, "Schuldnerberatung", "Ältere Menschen", field, AngebotArt::Beratung),
            ],
            ..VorOrt::default()
        };
        let row = group(&site, Zielgruppe::Aeltere);
        assert_eq!(row.state, CoverageState::Ueberschneidung);
        assert_eq!(row.doubled().collect::<Vec<_>>(), [0, 1]);
        assert!(row.is_open(CoverageState::Ueberschneidung));
        let bezug = Bezug::Zielgruppe(Zielgruppe::Aeltere);
        site.begruendungen.push(Begruendung { area: AREA, bezug, text: "Zwei Ortsteile.".into() });
        assert!(!group(&site, Zielgruppe::Aeltere).is_open(CoverageState::Ueberschneidung));
    }

    #[test]
    fn a_service_of_another_area_counts_where_it_also_serves_this_one() {
        let mut elsewhere = service(1, "Seniorencafé", "Ältere", Handlungsfeld::Zusammenhalt, AngebotArt::Treffpunkt);
        elsewhere.area = AreaId(2);
        let site = VorOrt { angebote: vec![elsewhere.clone()], ..VorOrt::default() };
        assert!(group(&site, Zielgruppe::Aeltere).cells.is_empty());
        elsewhere.also_in = vec![AREA];
        let site = VorOrt { angebote: vec![elsewhere], ..VorOrt::default() };
        assert_eq!(group(&site, Zielgruppe::Aeltere).cells.len(), 1);
    }

    #[test]
    fn what_ends_or_is_full_covers_only_in_part() {
        let place = || service(1, "Seniorencafé", "Ältere", Handlungsfeld::Zusammenhalt, AngebotArt::Treffpunkt);
        let state = |angebot: Angebot| {
            group(&VorOrt { angebote: vec![angebot], ..VorOrt::default() }, Zielgruppe::Aeltere).state
        };
        assert_eq!(state(place()), CoverageState::Gedeckt);
        assert_eq!(state(Angebot { use_percent: Some(98), ..place() }), CoverageState::Teilweise);
        let until = |day| Angebot { funded: FundingTerm::Until(day), ..place() };
        assert_eq!(state(until(date(2027, 11, 22))), CoverageState::Teilweise);
        assert_eq!(state(until(date(2027, 11, 23))), CoverageState::Gedeckt);
    }
}
