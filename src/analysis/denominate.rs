//! How values come about: as observed, from counts, or rolled up from parts. Rates are never averaged: what stands
//! above and below the line is added up first.

use super::SpecError;
use super::recipe::{Recipe, usable};
use crate::domain::{
    Area, AreaId, AreaLevel, Denomination, Indicator, IndicatorId, Measure, PeriodId, PlanningData, SpecIndicator,
    Status,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values of one indicator for some areas; NaN where there is none.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    pub values: Arc<Vec<f64>>,
    pub status: Arc<Vec<Status>>,
    /// Number of values that are invented.
    pub demonstration: usize,
    /// Whether it is known that every value is there and none is 0.
    pub plain: bool,
}

impl Column {
    fn of(values: Vec<f64>, status: Vec<Status>, demonstration: usize) -> Column {
        Column { values: Arc::new(values), status: Arc::new(status), demonstration, plain: false }
    }

    /// A column without values.
    fn without(areas: usize, status: Status) -> Column {
        Column::of(vec![f64::NAN; areas], vec![status; areas], 0)
    }

    /// The rows at these places; the same column where that is all of them.
    pub fn select(self, rows: &[usize]) -> Column {
        if rows.len() == self.values.len() {
            return self;
        }
        let values = rows.iter().map(|&row| self.values[row]).collect();
        let status = rows.iter().map(|&row| self.status[row]).collect();
        Column::of(values, status, self.demonstration)
    }
}

/// Reads values as the recipe asks for them.
pub(super) struct Source<'a> {
    pub data: &'a PlanningData,
    pub recipe: &'a Recipe<'a>,
}

/// Which number of an observation is read.
#[derive(Clone, Copy)]
enum Side {
    Value,
    Numerator,
    Denominator,
}

impl Source<'_> {
    /// The values as observed.
    pub fn observed(&self, at: usize, period: PeriodId, areas: &[AreaId]) -> Column {
        read(self.data, self.recipe.indicators[at].id, period, areas)
    }

    /// The values after roll-up and division.
    pub fn denominated(&self, at: usize, period: PeriodId, areas: &[AreaId]) -> Column {
        let (entry, indicator) = (&self.recipe.entries[at], self.recipe.indicators[at].id);
        let sums = |indicator, side, parts: Option<AreaLevel>| self.sums(indicator, side, parts, period, areas);
        match &entry.denominate {
            Denomination::AsObserved => self.observed(at, period, areas),
            Denomination::OwnCounts { per, parts } => {
                ratio(*per, &sums(indicator, Side::Numerator, *parts), &sums(indicator, Side::Denominator, *parts))
            }
            Denomination::ByIndicator { per, parts, .. } => {
                let below = self.recipe.denominators[at].unwrap_or(indicator);
                ratio(*per, &sums(indicator, Side::Value, *parts), &sums(below, Side::Value, *parts))
            }
            Denomination::SumOfParts { parts } => sums(indicator, Side::Value, Some(*parts)),
        }
    }

    /// What is ranked: the level, or its change.
    pub fn measured(&self, at: usize, period: PeriodId, areas: &[AreaId]) -> Column {
        let now = self.denominated(at, period, areas);
        match self.recipe.measure {
            Measure::Level => now,
            Measure::Change { years } => {
                let before = base_period(self.data, period, years);
                match before.filter(|&before| !is_broken(self.data, self.recipe.indicators[at], before, period)) {
                    Some(before) => change(&now, &self.denominated(at, before, areas)),
                    None => Column::without(areas.len(), Status::NotMeaningful),
                }
            }
        }
    }

    /// Whether a value comes about in another way than by observation.
    pub fn is_derived(&self, at: usize) -> bool {
        self.recipe.entries[at].denominate != Denomination::AsObserved
    }

    fn sums(
        &self,
        indicator: IndicatorId,
        side: Side,
        parts: Option<AreaLevel>,
        period: PeriodId,
        areas: &[AreaId],
    ) -> Column {
        match parts {
            None => read_side(self.data, indicator, period, areas, side),
            Some(level) => roll_up(self.data, indicator, period, areas, side, level),
        }
    }
}

/// Places of the same areas in two sorted lists.
fn matches<'a>(left: &'a [AreaId], right: &'a [AreaId]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut row = 0;
    right.iter().enumerate().filter_map(move |(at, area)| {
        while left.get(row).is_some_and(|own| own < area) {
            row += 1;
        }
        (left.get(row) == Some(area)).then_some((row, at))
    })
}

/// Whether two lists are the same. Looks at many places at once.
fn is_same(left: &[AreaId], right: &[AreaId]) -> bool {
    let same = |(left, right): (&[AreaId], &[AreaId])| {
        left.iter().zip(right).fold(true, |same, (left, right)| same & (left == right))
    };
    left.len() == right.len() && left.chunks(512).zip(right.chunks(512)).all(same)
}

/// The values of these areas, which are sorted.
pub(super) fn read(data: &PlanningData, indicator: IndicatorId, period: PeriodId, areas: &[AreaId]) -> Column {
    let Some(column) = data.dataset.column(indicator, period) else {
        return Column::without(areas.len(), Status::Missing);
    };
    let known = |value: f64, status: Status| usable(value, status).unwrap_or(f64::NAN);
    if is_same(column.areas(), areas) {
        let carried =
            |(value, status): (&f64, &Status)| usable(*value, *status).is_some_and(|v| v.to_bits() == value.to_bits());
        if column.is_plain() || column.values().iter().zip(column.statuses()).all(carried) {
            return Column {
                values: column.shared_values().clone(),
                status: column.shared_statuses().clone(),
                demonstration: column.demonstration_count(),
                plain: column.is_plain(),
            };
        }
        let pairs = column.values().iter().zip(column.statuses());
        let values: Vec<f64> = pairs.map(|(&value, &status)| known(value, status)).collect();
        let invented = values.iter().enumerate().filter(|&(row, v)| !v.is_nan() && column.is_demonstration(row));
        let demonstration = invented.count();
        let status = column.shared_statuses().clone();
        return Column { values: Arc::new(values), status, demonstration, plain: false };
    }
    let (mut values, mut status) = (vec![f64::NAN; areas.len()], vec![Status::Missing; areas.len()]);
    let mut demonstration = 0;
    for (row, at) in matches(areas, column.areas()) {
        status[row] = column.statuses()[at];
        values[row] = known(column.values()[at], status[row]);
        demonstration += usize::from(column.is_demonstration(at) && !values[row].is_nan());
    }
    Column::of(values, status, demonstration)
}

fn read_side(data: &PlanningData, indicator: IndicatorId, period: PeriodId, areas: &[AreaId], side: Side) -> Column {
    let column = read(data, indicator, period, areas);
    let of = |area: AreaId| {
        let observation = data.dataset.get(indicator, area, period)?;
        match side {
            Side::Value => observation.value,
            Side::Numerator => observation.numerator,
            Side::Denominator => observation.denominator,
        }
    };
    match side {
        Side::Value => column,
        Side::Numerator | Side::Denominator => {
            let count = |(value, &area): (&f64, &AreaId)| if value.is_nan() { None } else { of(area) };
            let counts = column.values.iter().zip(areas).map(|pair| count(pair).unwrap_or(f64::NAN)).collect();
            Column { values: Arc::new(counts), plain: false, ..column }
        }
    }
}

/// Sums over the parts of each area; none where a part has no value: a suppressed part is not zero.
fn roll_up(
    data: &PlanningData,
    indicator: IndicatorId,
    period: PeriodId,
    areas: &[AreaId],
    side: Side,
    level: AreaLevel,
) -> Column {
    let parts = parts_of(data, areas, level);
    let mut ids: Vec<AreaId> = parts.values().flatten().copied().collect();
    ids.sort_unstable();
    let read = read_side(data, indicator, period, &ids, side);
    let sum = |area: &AreaId| -> (f64, Status) {
        let Some(parts) = parts.get(area) else { return (f64::NAN, Status::Missing) };
        let rows = parts.iter().filter_map(|part| ids.binary_search(part).ok());
        let start = (0.0, Status::Reported);
        rows.fold(start, |(sum, status), row| (sum + read.values[row], weaker(status, read.status[row])))
    };
    let (values, status) = areas.iter().map(sum).unzip();
    Column::of(values, status, read.demonstration)
}

/// The areas of a level below each of these areas.
fn parts_of(data: &PlanningData, areas: &[AreaId], level: AreaLevel) -> BTreeMap<AreaId, Vec<AreaId>> {
    let mut parts: BTreeMap<AreaId, Vec<AreaId>> = BTreeMap::new();
    for part in data.areas_of(level) {
        let mut above = part.parent;
        let mut steps = 0;
        while let Some(area) = above.filter(|_| steps < AreaLevel::ALL.len()) {
            if areas.binary_search(&area).is_ok() {
                parts.entry(area).or_default().push(part.id);
            }
            above = data.area(area).and_then(|area| area.parent);
            steps += 1;
        }
    }
    parts
}

/// The status that says less.
fn weaker(left: Status, right: Status) -> Status {
    let strength = |status: Status| match status {
        Status::Reported => 0,
        Status::Nil => 0,
        Status::Revised => 1,
        Status::Provisional => 2,
        Status::Estimated => 3,
        Status::Limited => 4,
        Status::Later => 5,
        Status::Missing => 6,
        Status::NotMeaningful => 7,
        Status::Unreliable => 8,
        Status::Suppressed => 9,
    };
    if strength(right) > strength(left) { right } else { left }
}

fn ratio(per: f64, above: &Column, below: &Column) -> Column {
    let divide = |(&above, &below): (&f64, &f64)| if below > 0.0 { per * above / below } else { f64::NAN };
    let values: Vec<f64> = above.values.iter().zip(below.values.iter()).map(divide).collect();
    let status = above.status.iter().zip(below.status.iter()).zip(&values).map(|((&above, &below), value)| {
        let status = weaker(above, below);
        if value.is_nan() && status.has_value() { Status::NotMeaningful } else { status }
    });
    let status = status.collect();
    Column::of(values, status, above.demonstration.max(below.demonstration))
}

fn change(now: &Column, before: &Column) -> Column {
    let values = now.values.iter().zip(before.values.iter()).map(|(now, before)| now - before).collect();
    let status = now.status.iter().zip(before.status.iter()).map(|(&now, &before)| weaker(now, before)).collect();
    Column::of(values, status, now.demonstration.max(before.demonstration))
}

/// The period so many years before; of several, the first.
pub(super) fn base_period(data: &PlanningData, period: PeriodId, years: u16) -> Option<PeriodId> {
    let year = i32::from(data.period(period)?.year?) - i32::from(years);
    data.periods.iter().find(|other| other.year.is_some_and(|other| i32::from(other) == year)).map(|period| period.id)
}

/// Whether a known break of the series lies between two periods.
pub(super) fn is_broken(data: &PlanningData, indicator: &Indicator, one: PeriodId, other: PeriodId) -> bool {
    let year = |period| data.period(period).and_then(|period| period.year);
    let (Some(one), Some(other)) = (year(one), year(other)) else { return false };
    let (first, last) = (one.min(other), one.max(other));
    indicator.breaks.iter().any(|cut| first < cut.year && cut.year <= last)
}

/// The group of an area whose mean may fill its gaps: its Stadtbezirk, else the area that contains it.
pub(super) fn group_of(data: &PlanningData, area: &Area) -> Option<AreaId> {
    let mut above = area.parent;
    for _ in AreaLevel::ALL {
        let Some(next) = above.and_then(|id| data.area(id)) else { break };
        if next.level == AreaLevel::Stadtbezirk {
            return Some(next.id);
        }
        above = next.parent;
    }
    area.parent
}

/// Whether factors and levels make sense.
///
/// # Errors
/// [`SpecError::BadDenomination`] for a factor that is no positive number.
pub(super) fn check(entry: &SpecIndicator) -> Result<(), SpecError> {
    match &entry.denominate {
        Denomination::AsObserved | Denomination::SumOfParts { .. } => Ok(()),
        Denomination::OwnCounts { per, .. } | Denomination::ByIndicator { per, .. } => {
            if per.is_finite() && *per > 0.0 { Ok(()) } else { Err(SpecError::BadDenomination(entry.code.clone())) }
        }
    }
}
