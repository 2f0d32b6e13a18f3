//! References in text to what they show today, with the source down to the cell.

use super::basis::Basis;
use super::findings;
use crate::document::Citation;
use crate::domain::{
    Area, AreaId, AreaLevel, BindingRef, CellRef, Indicator, Observation, Period, PlanningData, SectionKey, Status,
};
use crate::text;
use crate::text::report::citation;

/// What a reference shows today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// As printed: `38,7 %`, `ohne Angabe (geheim oder unbekannt)`.
    pub text: String,
    /// Where it comes from.
    pub citation: Option<Citation>,
}

/// How text refers to an area: its key for a Sozialraum, `level/key` for any other.
pub fn area_reference(area: &Area) -> String {
    if area.level == AreaLevel::Sozialraum { area.key.clone() } else { format!("{}/{}", area.level.code(), area.key) }
}

/// The area that a reference names.
pub fn area_of<'a>(data: &'a PlanningData, reference: &str) -> Option<&'a Area> {
    let on_level =
        reference.split_once('/').and_then(|(level, key)| data.area_by_key(AreaLevel::from_code(level)?, key));
    on_level.or_else(|| data.area_by_key(AreaLevel::Sozialraum, reference))
}

/// The area that a reference speaks of; none where it speaks of none, or of one that is not there.
fn spoken_of<'a>(data: &'a PlanningData, reference: &BindingRef) -> Option<&'a Area> {
    match reference {
        BindingRef::Value { area, .. }
        | BindingRef::Place { area, .. }
        | BindingRef::Change { area, .. }
        | BindingRef::Rank { area }
        | BindingRef::RankInterval { area }
        | BindingRef::Index { area }
        | BindingRef::BurdenCount { area }
        | BindingRef::BurdenInSection { area, .. }
        | BindingRef::Costs { area } => area_of(data, area),
        BindingRef::Participants | BindingRef::TopPlaces => None,
    }
}

/// Whether a reference speaks of another area of the same level.
pub fn is_foreign(data: &PlanningData, own: &Area, reference: &BindingRef) -> bool {
    spoken_of(data, reference).is_some_and(|area| area.id != own.id && area.level == own.level)
}

/// The other area of the programme's level that a reference speaks of.
pub(super) fn foreign_area<'a>(basis: &Basis<'a>, reference: &BindingRef) -> Option<&'a Area> {
    let own = basis.area()?;
    is_foreign(basis.data, own, reference).then(|| spoken_of(basis.data, reference)).flatten()
}

/// What a reference shows today; none where area, indicator, period or ranking are not there.
pub fn resolve(basis: &Basis, reference: &BindingRef) -> Option<Resolved> {
    match reference {
        BindingRef::Value { indicator, area, period } => value(basis, indicator, area, period),
        BindingRef::Change { indicator, area, from, to } => change(basis, indicator, area, from, to),
        BindingRef::Place { indicator, area, period } => place(basis, indicator, area, period),
        BindingRef::Rank { area } => {
            computed(basis, area, |ranking, row| ranking.run.rank.get(row).map(|&rank| text::count(rank)))
        }
        BindingRef::RankInterval { area } => computed(basis, area, |ranking, row| {
            let intervals = &ranking.intervals;
            Some(text::report::interval(*intervals.low.get(row)?, *intervals.high.get(row)?))
        }),
        BindingRef::Index { area } => {
            computed(basis, area, |ranking, row| ranking.run.index.get(row).map(|&index| text::decimal(index, 2)))
        }
        BindingRef::Participants => {
            let ranking = basis.ranking?;
            Some(Resolved { text: text::count(ranking.run.areas.len() as u64), citation: ranking_citation(basis) })
        }
        BindingRef::TopPlaces => {
            let places = basis.ranking?.intervals.top_places;
            Some(Resolved { text: text::count(u64::from(places)), citation: ranking_citation(basis) })
        }
        BindingRef::BurdenCount { area } => {
            let (burdened, compared) = findings::burden_count(basis, area_of(basis.data, area)?.id)?;
            Some(Resolved { text: text::report::out_of(burdened, compared), citation: ranking_citation(basis) })
        }
        BindingRef::BurdenInSection { area, section } => burden_in_section(basis, area, *section),
        BindingRef::Costs { area } => {
            let area = area_of(basis.data, area)?;
            let programme = (area.id == basis.programme.area).then_some(basis.programme)?;
            let total = programme.massnahmen.iter().map(crate::domain::Massnahme::total_cost).sum();
            Some(Resolved { text: text::euro(total), citation: Some(Citation { text: citation::own_plan() }) })
        }
    }
}

/// Only for the programme's own area, whose sections are worded.
fn burden_in_section(basis: &Basis, area: &str, section: SectionKey) -> Option<Resolved> {
    (area_of(basis.data, area)?.id == basis.programme.area).then_some(())?;
    let readings = findings::section_readings(basis, section);
    let (burdened, compared) = findings::section_burden(&readings);
    let demonstration = readings.iter().any(|reading| reading.here.demonstration);
    (compared > 0).then(|| Resolved {
        text: text::report::out_of(burdened, compared),
        citation: Some(Citation { text: citation::section_count(demonstration) }),
    })
}

struct Place<'a> {
    indicator: &'a Indicator,
    area: &'a Area,
    period: &'a Period,
}

fn locate<'a>(basis: &Basis<'a>, indicator: &str, area: &str, period: &str) -> Option<Place<'a>> {
    Some(Place {
        indicator: basis.data.indicator_by_code(indicator)?,
        area: area_of(basis.data, area)?,
        period: basis.data.period_by_label(period)?,
    })
}

fn value(basis: &Basis, indicator: &str, area: &str, period: &str) -> Option<Resolved> {
    let at = locate(basis, indicator, area, period)?;
    let observation = basis.data.dataset.get(at.indicator.id, at.area.id, at.period.id)?;
    Some(Resolved {
        text: shown(at.indicator, &observation),
        citation: cell_citation(basis, at.indicator, &[(at.area, observation)]),
    })
}

/// A value as a sentence prints it; one without value says why.
pub(super) fn shown(indicator: &Indicator, observation: &Observation) -> String {
    match observation.value {
        Some(value) if observation.status.has_value() => text::report::value_in_sentence(value, indicator),
        _ => text::report::without_value(observation.status),
    }
}

fn change(basis: &Basis, indicator: &str, area: &str, from: &str, to: &str) -> Option<Resolved> {
    let start = locate(basis, indicator, area, from)?;
    let end = basis.data.period_by_label(to)?;
    let (indicator, area) = (start.indicator.id, start.area.id);
    let change = crate::analysis::change(basis.data, indicator, area, start.period.id, end.id).ok()?;
    Some(Resolved {
        text: text::report::change_in_sentence(change.points.abs(), start.indicator),
        citation: cell_citation(basis, start.indicator, &[(start.area, change.from), (start.area, change.to)]),
    })
}

fn place(basis: &Basis, indicator: &str, area: &str, period: &str) -> Option<Resolved> {
    let at = locate(basis, indicator, area, period)?;
    let place = findings::place(basis, at.indicator, at.area, at.period.id)?;
    let observation = basis.data.dataset.get(at.indicator.id, at.area.id, at.period.id)?;
    Some(Resolved { text: text::count(place), citation: cell_citation(basis, at.indicator, &[(at.area, observation)]) })
}

fn computed(
    basis: &Basis,
    area: &str,
    print: impl Fn(&crate::analysis::Ranking, usize) -> Option<String>,
) -> Option<Resolved> {
    let ranking = basis.ranking?;
    let row = ranking.run.row_of(area_of(basis.data, area)?.id)?;
    Some(Resolved { text: print(ranking, row)?, citation: ranking_citation(basis) })
}

/// The source of everything that the ranking says.
pub(super) fn ranking_citation(basis: &Basis) -> Option<Citation> {
    let run = &basis.ranking?.run;
    let period = basis.data.period(run.period).map_or("", |period| period.label.as_str());
    let demonstration = run.notes.iter().any(|note| match note {
        crate::analysis::RunNote::Demonstration { cells } => *cells > 0,
        crate::analysis::RunNote::Constant(_)
        | crate::analysis::RunNote::ContextCounted(_)
        | crate::analysis::RunNote::IndicatorScreened(_)
        | crate::analysis::RunNote::WithoutValue { .. }
        | crate::analysis::RunNote::Filled { .. }
        | crate::analysis::RunNote::Treated { .. } => false,
    });
    Some(Citation { text: citation::ranking(&run.spec.name, period, run.indicators.len(), demonstration) })
}

pub(super) fn cell_citation(
    basis: &Basis,
    indicator: &Indicator,
    observations: &[(&Area, Observation)],
) -> Option<Citation> {
    let sources: Vec<citation::CellSource> =
        observations.iter().filter_map(|(area, observation)| cell_source(basis, area.id, observation)).collect();
    if sources.is_empty() {
        return None;
    }
    Some(Citation { text: citation::cells(&indicator.name, &sources) })
}

fn cell_source(basis: &Basis, area: AreaId, observation: &Observation) -> Option<citation::CellSource> {
    let import = basis.data.import(observation.import)?;
    let CellRef { sheet, .. } = observation.cell;
    let sheet = (import.sheets.len() > 1).then(|| import.sheets.get(usize::from(sheet)).cloned()).flatten();
    Some(citation::CellSource {
        area: basis.data.area(area)?.name.clone(),
        period: basis.data.period(observation.period)?.label.clone(),
        file: import.file_name.clone(),
        cell: observation.cell.to_string(),
        sheet,
        status: qualification(observation.status),
        source: import.source_note.clone(),
        demonstration: observation.demonstration,
    })
}

/// What a source note says about a value that is there but not final or not firm.
fn qualification(status: Status) -> Option<&'static str> {
    match status {
        Status::Provisional | Status::Revised | Status::Estimated | Status::Limited => Some(text::status_label(status)),
        Status::Reported
        | Status::Nil
        | Status::Missing
        | Status::Suppressed
        | Status::Unreliable
        | Status::Later
        | Status::NotMeaningful => None,
    }
}
