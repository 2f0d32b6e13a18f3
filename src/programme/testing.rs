//! A small city for tests: a Stadtbezirk with five Sozialräume, an unemployment rate and a count of people, three years.

use super::basis::Basis;
use crate::domain::{
    Area, AreaId, AreaLevel, Ausgaben, CellRef, DatasetBuilder, Direction, Handlungsfeld, Handlungsprogramm,
    HandlungsprogrammId, Import, ImportId, ImportState, Indicator, IndicatorId, Observation, Period, PeriodId,
    PlanRules, PlanningData, Status, Verfahren, VorOrt,
};
use std::sync::Arc;

/// The area of the programme, the most burdened one.
pub const OWN: AreaId = AreaId(3);
const RATE: IndicatorId = IndicatorId(1);
const COUNT: IndicatorId = IndicatorId(2);

/// Looks at a programme without goals and measures.
pub fn with_basis<T>(look: impl FnOnce(&Basis) -> T) -> T {
    with_programme(|_| {}, look)
}

/// Looks at a programme that `change` has filled.
pub fn with_programme<T>(change: impl FnOnce(&mut Handlungsprogramm), look: impl FnOnce(&Basis) -> T) -> T {
    with_data(data(|_| true), change, look)
}

/// The same over other data.
pub fn with_data<T>(
    data: PlanningData,
    change: impl FnOnce(&mut Handlungsprogramm),
    look: impl FnOnce(&Basis) -> T,
) -> T {
    let mut programme = Handlungsprogramm::new(HandlungsprogrammId(1), OWN, 2027, 2029);
    change(&mut programme);
    look(&Basis {
        data: &data,
        ranking: None,
        programme: &programme,
        programmes: std::slice::from_ref(&programme),
        rules: &PlanRules::AKTIONSPLAN,
        vor_ort: &VorOrt::default(),
        verfahren: &Verfahren::default(),
        ausgaben: &Ausgaben::default(),
        today: jiff::civil::date(2026, 11, 22),
        project_title: "Probe",
    })
}

/// The data; counts that are not `shown` are suppressed.
pub fn data(shown: impl Fn(AreaId) -> bool) -> PlanningData {
    data_with(shown, rate)
}

/// The same, but the rate of the own area rose to 13 in 2023 and has fallen since.
pub fn data_that_fell() -> PlanningData {
    data_with(|_| true, |area, year| if (area, year) == (OWN, 2023) { 13.0 } else { rate(area, year) })
}

fn data_with(shown: impl Fn(AreaId) -> bool, rate: impl Fn(AreaId, i16) -> f64) -> PlanningData {
    let mut builder = DatasetBuilder::default();
    let periods = [(1, 2021), (2, 2023), (3, 2025)];
    for (period, year) in periods {
        for area in 1..=7 {
            push(&mut builder, RATE, AreaId(area), PeriodId(period), Some(rate(AreaId(area), year)));
        }
    }
    for area in 1..=7 {
        let area = AreaId(area);
        let count = if area.0 <= 2 { 500.0 } else { 100.0 };
        push(&mut builder, COUNT, area, PeriodId(3), shown(area).then_some(count));
    }
    PlanningData {
        areas: Arc::new(areas()),
        indicators: Arc::new(vec![
            indicator(RATE, "ALO", "Arbeitslosenrate", "%", "Menschen im Erwerbsalter"),
            indicator(COUNT, "ALZ", "Arbeitslose", "Personen", ""),
        ]),
        periods: Arc::new(periods.map(|(id, year)| period(id, year)).to_vec()),
        imports: Arc::new(vec![import()]),
        dataset: Arc::new(builder.build()),
        ..PlanningData::default()
    }
}

fn rate(area: AreaId, year: i16) -> f64 {
    match area {
        AreaId(1 | 2) => 8.0,
        OWN => 10.0 + f64::from(year - 2021) / 2.0,
        AreaId(other) => 9.0 - 0.1 * f64::from(u8::try_from(other).unwrap_or(0)),
    }
}

fn push(builder: &mut DatasetBuilder, indicator: IndicatorId, area: AreaId, period: PeriodId, value: Option<f64>) {
    builder.push(Observation {
        indicator,
        area,
        period,
        value,
        numerator: None,
        denominator: None,
        status: if value.is_some() { Status::Reported } else { Status::Suppressed },
        demonstration: false,
        import: ImportId(1),
        cell: CellRef { sheet: 0, row: 1, column: 1 },
    });
}

fn areas() -> Vec<Area> {
    let names = ["Musterstadt", "West", "Ahornfeld", "Birkenau", "Dornberg", "Eschenhof", "Fichtenweg"];
    (1..)
        .zip(names)
        .map(|(id, name)| {
            let (level, parent) = match id {
                1 => (AreaLevel::Stadt, None),
                2 => (AreaLevel::Stadtbezirk, Some(AreaId(1))),
                _ => (AreaLevel::Sozialraum, Some(AreaId(2))),
            };
            Area {
                id: AreaId(id),
                level,
                key: name.to_lowercase(),
                name: name.into(),
                parent,
                valid_from: None,
                valid_to: None,
                synonyms: Vec::new(),
                note: String::new(),
                tile: None,
            }
        })
        .collect()
}

fn indicator(id: IndicatorId, code: &str, name: &str, unit: &str, denominator: &str) -> Indicator {
    Indicator {
        id,
        code: code.into(),
        name: name.into(),
        definition: String::new(),
        numerator: if denominator.is_empty() { String::new() } else { "Arbeitslose".into() },
        denominator: denominator.into(),
        age_bounds: String::new(),
        unit: unit.into(),
        scale: 100.0,
        decimals: u8::from(unit == "%"),
        direction: Direction::HighIsNeed,
        dimension: "Arbeit".into(),
        handlungsfeld: Some(Handlungsfeld::Arbeit),
        source: String::new(),
        caveat: String::new(),
        is_population: false,
        breaks: Vec::new(),
    }
}

fn period(id: i64, year: i16) -> Period {
    Period { id: PeriodId(id), label: year.to_string(), year: Some(year), reference_date: None }
}

fn import() -> Import {
    Import {
        id: ImportId(1),
        file_name: "Probe.csv".into(),
        sha256: "0".repeat(64),
        size_bytes: 1,
        file_date: None,
        imported_at: "2026-11-18T09:41:07+01:00".into(),
        sheets: vec![String::new()],
        mapping: String::new(),
        source_note: "Musterstadt, Sozialstatistik".into(),
        values: 0,
        without_value: 0,
        refused: 0,
        demonstration: false,
        state: ImportState::Active,
        original_bytes: None,
    }
}
