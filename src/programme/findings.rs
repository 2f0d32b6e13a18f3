//! What the data say about one area, read from the findings of `analysis` for sections, tables and figures. Nothing is
//! computed here.

use super::basis::Basis;
use super::outline::section_of;
use crate::analysis::{self, CitySide, Finding};
use crate::domain::{Area, AreaId, Direction, Indicator, Observation, Period, PeriodId, SectionKey, SeriesBreak};
use crate::text::report::{AgainstCity, Firmness, Group, Membership};

/// One indicator of one area at its newest period.
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    pub indicator: &'a Indicator,
    pub period: &'a Period,
    pub here: Observation,
    pub city: Option<Observation>,
    pub bezirk: Option<Observation>,
    pub against_city: AgainstCity,
    /// Place from the most burdened value; none for context indicators, which show no burden.
    pub place: Option<u32>,
    pub change: Option<Change<'a>>,
    pub series_break: Option<&'a SeriesBreak>,
}

/// A change between two comparable periods.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub from: &'a Period,
    pub difference: f64,
}

/// Reads an indicator for the area of the programme; none where there is no observation at all.
pub(super) fn reading<'a>(basis: &Basis<'a>, indicator: &'a Indicator) -> Option<Reading<'a>> {
    let area = basis.area()?;
    let period = newest_period(basis, indicator, area.id)?;
    let dataset = &basis.data.dataset;
    let here = dataset.get(indicator.id, area.id, period.id)?;
    let city = basis.data.city().and_then(|city| dataset.get(indicator.id, city.id, period.id));
    let bezirk = basis.stadtbezirk().and_then(|bezirk| dataset.get(indicator.id, bezirk.id, period.id));
    Some(Reading {
        indicator,
        period,
        here,
        city,
        bezirk,
        against_city: against_city(basis, indicator, area.id, period.id),
        place: ranked_place(basis, indicator, area, period.id),
        change: change(basis, indicator, area.id, period),
        series_break: series_break(basis, indicator, area.id, period),
    })
}

/// What a section describes, in the order of the indicators.
pub(super) fn section_readings<'a>(basis: &Basis<'a>, section: SectionKey) -> Vec<Reading<'a>> {
    basis
        .data
        .indicators
        .iter()
        .filter(|indicator| !indicator.is_population && section_of(indicator) == section)
        .filter_map(|indicator| reading(basis, indicator))
        .collect()
}

/// How many of the readings are more burdened than the city's, and how many can be compared and judged.
pub(super) fn section_burden(readings: &[Reading]) -> (usize, usize) {
    let groups: Vec<Group> = readings.iter().filter_map(Reading::group).collect();
    let count = |wanted: fn(&Group) -> bool| groups.iter().filter(|group| wanted(group)).count();
    (count(|group| matches!(group, Group::Burdened { .. })), count(|group| !matches!(group, Group::Alone)))
}

impl Reading<'_> {
    /// Whether the area has a value.
    pub fn has_value(&self) -> bool {
        self.here.value.is_some() && self.here.status.has_value()
    }

    /// How the value is judged; none for context indicators and values that are not there.
    pub fn group(&self) -> Option<Group> {
        if !self.has_value() || self.indicator.direction == Direction::Context {
            return None;
        }
        match self.against_city {
            AgainstCity::Burdened { above } => Some(Group::Burdened { above }),
            AgainstCity::Favourable { above } => Some(Group::Favourable { above }),
            AgainstCity::Equal => Some(Group::Equal),
            AgainstCity::Unknown => Some(Group::Alone),
            AgainstCity::Higher | AgainstCity::Lower => None,
        }
    }

    /// Distance to the city's value in relation to it.
    pub fn gap(&self) -> f64 {
        match (self.here.value, self.city.and_then(|city| city.value)) {
            (Some(here), Some(city)) if city.abs() > f64::EPSILON => ((here - city) / city).abs(),
            _ => 0.0,
        }
    }

    /// Change in relation to the value at its start; none where there is nothing to relate it to.
    pub fn relative_change(&self) -> Option<f64> {
        let difference = self.change?.difference;
        let before = self.here.value? - difference;
        (before.abs() > f64::EPSILON).then(|| (difference / before).abs())
    }
}

/// The newest period in which the area is observed; undated ones only where there is no dated one.
pub(super) fn newest_period<'a>(basis: &Basis<'a>, indicator: &Indicator, area: AreaId) -> Option<&'a Period> {
    let observed = |period: &&Period| basis.data.dataset.get(indicator.id, area, period.id).is_some();
    let periods = basis.data.periods_of(indicator.id);
    let dated = periods.iter().copied().filter(|period| period.year.is_some()).rfind(observed);
    dated.or_else(|| periods.into_iter().rfind(observed))
}

/// How a value stands to the city's.
fn against_city(basis: &Basis, indicator: &Indicator, area: AreaId, period: PeriodId) -> AgainstCity {
    let Some(comparison) = analysis::compare_with_city(basis.data, indicator.id, area, period) else {
        return AgainstCity::Unknown;
    };
    let above = comparison.points > 0.0;
    match comparison.side {
        CitySide::MoreBurdened => AgainstCity::Burdened { above },
        CitySide::LessBurdened => AgainstCity::Favourable { above },
        CitySide::Equal => AgainstCity::Equal,
        CitySide::NotJudged if above => AgainstCity::Higher,
        CitySide::NotJudged => AgainstCity::Lower,
    }
}

/// The place where the indicator has a direction in which need grows.
fn ranked_place(basis: &Basis, indicator: &Indicator, area: &Area, period: PeriodId) -> Option<u32> {
    match indicator.direction {
        Direction::Context => None,
        Direction::HighIsNeed | Direction::LowIsNeed => place(basis, indicator, area, period),
    }
}

/// Place of the area, 1 = greatest need, among the ranked areas with a value, or all of its level without a ranking.
pub(super) fn place(basis: &Basis, indicator: &Indicator, area: &Area, period: PeriodId) -> Option<u32> {
    let run = basis.ranking.map(|ranking| &ranking.run);
    match Finding::place(basis.data, run, indicator.id, area.id, period)? {
        Finding::Place { place, .. } => Some(place),
        Finding::Rank { .. }
        | Finding::Value { .. }
        | Finding::Change { .. }
        | Finding::BurdenCount { .. }
        | Finding::CityComparison { .. } => None,
    }
}

/// The change since the oldest period that is comparable with `period`.
fn change<'a>(basis: &Basis<'a>, indicator: &Indicator, area: AreaId, period: &Period) -> Option<Change<'a>> {
    basis.data.periods_of(indicator.id).into_iter().find_map(|from| {
        let change = analysis::change(basis.data, indicator.id, area, from.id, period.id).ok()?;
        Some(Change { from, difference: change.points })
    })
}

fn last_break(indicator: &Indicator, year: i16) -> Option<&SeriesBreak> {
    indicator.breaks.iter().rfind(|series_break| series_break.year <= year)
}

/// The break that cuts off older values of the area, if there are any.
fn series_break<'a>(
    basis: &Basis<'a>,
    indicator: &'a Indicator,
    area: AreaId,
    period: &Period,
) -> Option<&'a SeriesBreak> {
    let last = last_break(indicator, period.year?)?;
    let cuts = basis.data.periods_of(indicator.id).into_iter().any(|earlier| {
        earlier.year.is_some_and(|year| year < last.year)
            && basis.data.dataset.value(indicator.id, area, earlier.id).is_some()
    });
    cuts.then_some(last)
}

/// How many of the recipe's indicators are more burdened than the city's, and how many can be compared.
pub(super) fn burden_count(basis: &Basis, area: AreaId) -> Option<(usize, usize)> {
    match Finding::burden_count(basis.data, &basis.ranking?.run, area)? {
        Finding::BurdenCount { worse, of, .. } => Some((worse, of)),
        Finding::Rank { .. }
        | Finding::Value { .. }
        | Finding::Change { .. }
        | Finding::Place { .. }
        | Finding::CityComparison { .. } => None,
    }
}

/// Indicators that lift the area's index above the average, the strongest first.
pub(super) fn drivers<'a>(basis: &Basis<'a>) -> Vec<&'a Indicator> {
    let Some(ranking) = basis.ranking else { return Vec::new() };
    let drivers = analysis::drivers(&ranking.run, basis.programme.area, ranking.run.width());
    drivers.into_iter().filter_map(|driver| basis.data.indicator(driver.indicator)).collect()
}

/// Number of needs that a programme is expected to answer.
pub(super) const TOP_NEEDS: usize = 3;

/// How firmly the rank of the programme's area may be worded, and whether it belongs to the first places.
pub(super) fn own_certainty(basis: &Basis) -> Option<(Firmness, Membership)> {
    match Finding::rank(basis.data, basis.ranking?, basis.programme.area)? {
        Finding::Rank { firmness, membership, .. } => Some((firmness, membership)),
        Finding::Value { .. }
        | Finding::Change { .. }
        | Finding::Place { .. }
        | Finding::BurdenCount { .. }
        | Finding::CityComparison { .. } => None,
    }
}
