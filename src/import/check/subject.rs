//! What the checks look at: the values of a draft by series, with what is known about their indicators and areas.

use super::super::draft::{DraftRow, ImportDraft};
use super::super::header;
use crate::domain::{AreaId, AreaLevel, IndicatorId, Period, PeriodId, PlanningData};
use crate::import::mapping::NewIndicator;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A draft beside the project.
pub(super) struct Subject<'a> {
    pub draft: &'a ImportDraft,
    pub data: &'a PlanningData,
    /// The indicators of the draft.
    pub cards: Vec<Card<'a>>,
    /// The periods of the draft.
    pub periods: Vec<PeriodView<'a>>,
    /// The areas of the draft.
    pub places: Vec<Place>,
    /// The values of each indicator and period, in this order.
    pub series: Vec<Series>,
    /// Number of areas in force that the project has on each level.
    pub known_areas: BTreeMap<AreaLevel, usize>,
    /// Whether an area of the draft may be the total of others.
    pub has_totals: bool,
}

/// An indicator of a draft.
pub(super) struct Card<'a> {
    /// Its identity in the project.
    pub id: Option<IndicatorId>,
    pub code: &'a str,
    pub name: &'a str,
    /// Factor between numerator / denominator and the value.
    pub scale: f64,
    /// What is counted above and below the line, as the card says it.
    pub parts: (&'a str, &'a str),
    pub measure: Measure,
    /// Whether its unit says what is counted.
    pub names_counted: bool,
}

/// What the values of an indicator can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// A share of a whole in percent: 0 to 100.
    Share,
    /// Something counted: nought or more.
    Count,
    /// Nothing is known about its range.
    Other,
}

/// A period of a draft.
pub(super) struct PeriodView<'a> {
    pub id: Option<PeriodId>,
    pub label: &'a str,
    pub year: Option<i16>,
}

/// An area of a draft.
pub(super) struct Place {
    pub id: Option<AreaId>,
    pub level: AreaLevel,
    pub parent: Option<AreaId>,
}

/// The values of one indicator in one period.
pub(super) struct Series {
    /// Index into the indicators.
    pub indicator: u32,
    /// Index into the periods.
    pub period: u32,
    /// Indices into the rows of the draft, in order of their cells.
    pub rows: Vec<u32>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(draft: &'a ImportDraft, data: &'a PlanningData) -> Subject<'a> {
        let mut known_areas = BTreeMap::new();
        for area in data.areas.iter().filter(|area| area.valid_to.is_none()) {
            *known_areas.entry(area.level).or_default() += 1;
        }
        let places = places(draft, data);
        let ids: BTreeSet<AreaId> = places.iter().filter_map(|place| place.id).collect();
        let is_total =
            |place: &Place| place.level == AreaLevel::Stadt || place.parent.is_some_and(|parent| ids.contains(&parent));
        let new: HashMap<&str, &NewIndicator> =
            draft.mapping().new_indicators.iter().map(|card| (card.code.as_str(), card)).collect();
        Subject {
            has_totals: places.iter().any(is_total),
            draft,
            data,
            cards: draft.indicators.iter().map(|code| card(code, &new, data)).collect(),
            periods: draft.periods.iter().map(|label| period(label, data)).collect(),
            places,
            series: series(&draft.rows),
            known_areas,
        }
    }

    pub(super) fn row(&self, at: u32) -> &'a DraftRow {
        &self.draft.rows[at as usize]
    }

    pub(super) fn rows<'s>(&'s self, series: &'s Series) -> impl Iterator<Item = &'a DraftRow> + use<'a, 's> {
        series.rows.iter().map(|&at| self.row(at))
    }

    pub(super) fn card(&self, series: &Series) -> &Card<'a> {
        &self.cards[series.indicator as usize]
    }

    pub(super) fn period(&self, series: &Series) -> &PeriodView<'a> {
        &self.periods[series.period as usize]
    }

    pub(super) fn place(&self, row: &DraftRow) -> &Place {
        &self.places[row.area as usize]
    }

    /// The series of an indicator, one per period.
    pub(super) fn series_of_indicator(&self, indicator: u32) -> &[Series] {
        let first = self.series.partition_point(|series| series.indicator < indicator);
        let end = self.series.partition_point(|series| series.indicator <= indicator);
        &self.series[first..end]
    }

    /// The series of an indicator and period of the draft, if it has values.
    pub(super) fn series_of(&self, indicator: u32, period: u32) -> Option<&Series> {
        let found = self.series.binary_search_by_key(&(indicator, period), |series| (series.indicator, series.period));
        found.ok().map(|at| &self.series[at])
    }
}

fn card<'a>(code: &'a str, new: &HashMap<&str, &'a NewIndicator>, data: &'a PlanningData) -> Card<'a> {
    let known = data.indicator_by_code(code);
    let new = new.get(code).copied();
    let (name, unit, scale, parts) = match (known, new) {
        (Some(card), _) => (&*card.name, &*card.unit, card.scale, (&*card.numerator, &*card.denominator)),
        (None, Some(card)) => (&*card.name, &*card.unit, card.scale, (&*card.numerator, &*card.denominator)),
        (None, None) => (code, "", 1.0, ("", "")),
    };
    Card {
        id: known.map(|card| card.id),
        code,
        name,
        scale,
        parts,
        measure: measure(name, unit),
        names_counted: !unit.is_empty() && COUNTED.contains(&unit),
    }
}

/// Units that count something.
const COUNTED: [&str; 8] = ["", "Personen", "Anzahl", "Fälle", "Haushalte", "Kinder", "Einwohner", "Wohnungen"];

/// Words in the name of an indicator whose values may be negative.
const SIGNED: [&str; 17] = [
    "saldo",
    "salden",
    "veränder",
    "differenz",
    "entwicklung",
    "zuwachs",
    "abnahme",
    "gewinn",
    "verlust",
    "überschuss",
    "wanderung",
    "index",
    "abweichung",
    "temperatur",
    "wachstum",
    "steigerung",
    "zunahme",
];

fn measure(name: &str, unit: &str) -> Measure {
    let name_lower = name.to_lowercase();
    let signed = SIGNED.iter().any(|word| name_lower.contains(word));
    match unit {
        "%" if header::is_share(name) || (name_lower.contains("rate") && !signed) => Measure::Share,
        unit if COUNTED.contains(&unit) && !signed => Measure::Count,
        _ => Measure::Other,
    }
}

fn period<'a>(label: &'a str, data: &PlanningData) -> PeriodView<'a> {
    let known = data.period_by_label(label);
    let year = known.and_then(|period| period.year).or_else(|| Period::year_of_label(label));
    PeriodView { id: known.map(|period| period.id), label, year }
}

fn places(draft: &ImportDraft, data: &PlanningData) -> Vec<Place> {
    let parents: BTreeMap<AreaId, Option<AreaId>> = data.areas.iter().map(|area| (area.id, area.parent)).collect();
    let parent = |id: Option<AreaId>| id.and_then(|id| parents.get(&id).copied().flatten());
    draft
        .areas
        .iter()
        .map(|area| Place { id: area.existing, level: area.level, parent: parent(area.existing) })
        .collect()
}

/// The rows by indicator and period.
fn series(rows: &[DraftRow]) -> Vec<Series> {
    let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let most = |place: fn(&DraftRow) -> u32| rows.iter().map(place).max().map_or(0, |most| most as usize + 1);
    let (indicators, periods) = (most(|row| row.indicator), most(|row| row.period));
    // Mostly every indicator has every period: a slot for each is found without a search.
    let mut slots: Vec<Vec<u32>> = Vec::new();
    let mut sparse: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    if indicators.saturating_mul(periods) <= rows.len() + 1024 {
        slots.resize(indicators * periods, Vec::new());
        for (at, row) in rows.iter().enumerate() {
            slots[row.indicator as usize * periods + row.period as usize].push(index(at));
        }
    } else {
        for (at, row) in rows.iter().enumerate() {
            sparse.entry((row.indicator, row.period)).or_default().push(index(at));
        }
    }
    let dense = slots.into_iter().enumerate().filter(|(_, rows)| !rows.is_empty());
    let dense = dense.map(|(at, rows)| ((index(at / periods.max(1)), index(at % periods.max(1))), rows));
    dense.chain(sparse).map(|((indicator, period), rows)| Series { indicator, period, rows }).collect()
}
