//! Small made-up data for the tests of this layer.

use crate::domain::{
    Area, AreaId, AreaLevel, AreaSet, AreaSetId, AreaSetState, CellRef, DatasetBuilder, Direction, ImportId, IndexSpec,
    Indicator, IndicatorId, Observation, Period, PeriodId, PlanningData, SpecIndicator, Status,
};
use std::sync::Arc;

/// The area of [`planted`] that has the greatest need in every indicator.
pub(crate) const LEADER: AreaId = AreaId(3);

/// Data with a recipe over all their indicators.
pub(crate) struct Planted {
    pub data: PlanningData,
    pub spec: IndexSpec,
}

/// Areas and indicators with pseudo-random values; [`LEADER`] has the greatest need in every indicator.
pub(crate) fn planted(areas: usize, indicators: usize) -> Planted {
    let mut state = 1u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((state >> 40) as f64 / 1e5)
    };
    let rows: Vec<Vec<Option<f64>>> = (1..=areas as i64)
        .map(|area| (0..indicators).map(|_| if AreaId(area) == LEADER { Some(500.0) } else { next() }).collect())
        .collect();
    of_rows(&rows)
}

/// Shares with their numerator and denominator; every fifth value has none.
pub(crate) fn with_counts(areas: usize, indicators: usize) -> Planted {
    let Planted { data, spec } = planted(areas, indicators);
    let counted = data.dataset.iter().enumerate().map(|(at, observation)| {
        let base = 400.0 + (at * 37 % 300) as f64;
        let hits = (base * observation.value.unwrap_or(0.0) / 600.0).round();
        let counts = at % 5 != 0;
        Observation {
            value: Some(100.0 * hits / base),
            numerator: counts.then_some(hits),
            denominator: counts.then_some(base),
            ..observation
        }
    });
    let mut builder = DatasetBuilder::default();
    counted.for_each(|observation| builder.push(observation));
    Planted { data: PlanningData { dataset: Arc::new(builder.build()), ..data }, spec }
}

/// Areas with identities from 1 (keys `a01` …), indicators with codes `I1` …, one period `2025`; a gap is suppressed.
pub(crate) fn of_rows(rows: &[Vec<Option<f64>>]) -> Planted {
    let width = rows.first().map_or(0, Vec::len);
    let mut builder = DatasetBuilder::default();
    for (row, values) in rows.iter().enumerate() {
        for (column, &value) in values.iter().enumerate() {
            builder.push(observation(row as i64 + 1, column as i64 + 1, 1, value));
        }
    }
    let areas: Vec<Area> = (1..=rows.len() as i64).map(|id| area(id, AreaLevel::Sozialraum)).collect();
    let data = PlanningData {
        areas: Arc::new(areas),
        area_sets: Arc::new(vec![AreaSet {
            id: AreaSetId(1),
            code: "first".into(),
            name: "Die ersten".into(),
            state: AreaSetState::Auswahl,
            valid_from: None,
            valid_to: None,
            note: String::new(),
            members: vec![AreaId(1), AreaId(2)],
        }]),
        indicators: Arc::new((1..=width as i64).map(indicator).collect()),
        periods: Arc::new(vec![period(1, "2025")]),
        dataset: Arc::new(builder.build()),
        ..PlanningData::default()
    };
    let entry = |card: &Indicator| SpecIndicator::new(&card.code, card.direction, 1.0, &card.dimension);
    let spec = IndexSpec::recommended(AreaLevel::Sozialraum, data.indicators.iter().map(entry).collect());
    Planted { data, spec }
}

/// The same data with further observations and periods.
pub(crate) fn extended(data: &PlanningData, periods: &[Period], more: &[Observation]) -> PlanningData {
    let mut builder = DatasetBuilder::default();
    data.dataset.iter().chain(more.iter().copied()).for_each(|observation| builder.push(observation));
    PlanningData { periods: Arc::new(periods.to_vec()), dataset: Arc::new(builder.build()), ..data.clone() }
}

pub(crate) fn area(id: i64, level: AreaLevel) -> Area {
    Area {
        id: AreaId(id),
        level,
        key: format!("a{id:02}"),
        name: format!("Gebiet {id}"),
        parent: None,
        valid_from: None,
        valid_to: None,
        synonyms: Vec::new(),
        note: String::new(),
        tile: None,
    }
}

pub(crate) fn period(id: i64, label: &str) -> Period {
    Period { id: PeriodId(id), label: label.into(), year: Period::year_of_label(label), reference_date: None }
}

pub(crate) fn observation(area: i64, indicator: i64, period: i64, value: Option<f64>) -> Observation {
    Observation {
        indicator: IndicatorId(indicator),
        area: AreaId(area),
        period: PeriodId(period),
        value,
        numerator: None,
        denominator: None,
        status: if value.is_some() { Status::Reported } else { Status::Suppressed },
        demonstration: false,
        import: ImportId(1),
        cell: CellRef { sheet: 0, row: 0, column: 0 },
    }
}

fn indicator(id: i64) -> Indicator {
    Indicator {
        id: IndicatorId(id),
        code: format!("I{id}"),
        name: format!("Indikator {id}"),
        definition: String::new(),
        numerator: String::new(),
        denominator: String::new(),
        age_bounds: String::new(),
        unit: "%".into(),
        scale: 100.0,
        decimals: 1,
        direction: Direction::HighIsNeed,
        dimension: "Arbeit".into(),
        handlungsfeld: None,
        source: String::new(),
        caveat: String::new(),
        is_population: false,
        breaks: Vec::new(),
    }
}
