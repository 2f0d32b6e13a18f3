//! Change between periods; over a break of the series there is none.

use super::IndexRun;
use crate::domain::{AreaId, IndicatorId, Observation, Period, PeriodId, PlanningData, SeriesBreak};
use std::collections::BTreeSet;

/// Change of one indicator in one area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The earlier value.
    pub from: Observation,
    /// The later value.
    pub to: Observation,
    /// Later minus earlier, in the unit of the indicator (percentage points for shares).
    pub points: f64,
    /// Change in percent of the earlier value; none where that is 0.
    pub percent: Option<f64>,
}

/// Why there is no change to show.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoChange {
    /// The indicator or a period is unknown.
    #[error("unknown indicator or period")]
    Unknown,
    /// A period without year: its place in time is not known.
    #[error("undated period")]
    Undated,
    /// The first period is not the earlier one.
    #[error("periods in the wrong order")]
    Order,
    /// No value in this period.
    #[error("no value in period {0:?}")]
    NoValue(PeriodId),
    /// Too few areas have both values, or all of them start from the same.
    #[error("{0} areas with both values")]
    TooFewAreas(usize),
    /// Numerator and denominator of these areas are not known, and rates are never averaged.
    #[error("no counts of {0:?}")]
    NoCounts(Vec<AreaId>),
    /// The series is not comparable across this break.
    #[error("series break in {}", .0.year)]
    SeriesBreak(SeriesBreak),
}

/// Rank of an area in two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PositionChange {
    /// The area.
    pub area: AreaId,
    /// Rank in the earlier run, if it took part.
    pub from: Option<u32>,
    /// Rank in the later run, if it took part.
    pub to: Option<u32>,
}

/// Change of an indicator in an area between two dated periods.
///
/// # Errors
/// Says why no change can be shown; above all [`NoChange::SeriesBreak`].
pub fn change(
    data: &PlanningData,
    indicator: IndicatorId,
    area: AreaId,
    from: PeriodId,
    to: PeriodId,
) -> Result<Change, NoChange> {
    let card = data.indicator(indicator).ok_or(NoChange::Unknown)?;
    let (earlier, later) = (place(data, from)?, place(data, to)?);
    if earlier.0 >= later.0 {
        return Err(NoChange::Order);
    }
    let over = card.breaks.iter().find(|broken| earlier.1 < broken.year && broken.year <= later.1);
    if let Some(broken) = over {
        return Err(NoChange::SeriesBreak(broken.clone()));
    }
    let observed = |period: PeriodId| {
        let found = data.dataset.get(indicator, area, period);
        found
            .and_then(|found| Some((found, super::recipe::usable(found.value?, found.status)?)))
            .ok_or(NoChange::NoValue(period))
    };
    let ((from, before), (to, after)) = (observed(from)?, observed(to)?);
    let points = after - before;
    let percent = (before.abs() > f64::EPSILON).then(|| 100.0 * points / before.abs());
    Ok(Change { from, to, points, percent })
}

/// Place of a period among all and its year.
fn place(data: &PlanningData, id: PeriodId) -> Result<(usize, i16), NoChange> {
    let at = data.periods.iter().position(|period| period.id == id).ok_or(NoChange::Unknown)?;
    let year = |period: &Period| period.year.ok_or(NoChange::Undated);
    year(&data.periods[at]).map(|year| (at, year))
}

/// Ranks of two runs side by side, every area that took part in one of them, by identity. Ranks of runs with other
/// participants or indicators differ for that reason alone; compare the recipes before speaking of a change.
pub fn position_changes(earlier: &IndexRun, later: &IndexRun) -> Vec<PositionChange> {
    let areas: BTreeSet<AreaId> = earlier.areas.iter().chain(&later.areas).copied().collect();
    let rank = |run: &IndexRun, area: AreaId| run.row_of(area).map(|row| run.rank[row]);
    areas.into_iter().map(|area| PositionChange { area, from: rank(earlier, area), to: rank(later, area) }).collect()
}

/// The same with ranks among the areas that took part in both runs only, so that newcomers and leavers move nobody.
/// Equal indices are treated as the later recipe says.
pub fn position_changes_among_common(earlier: &IndexRun, later: &IndexRun) -> Vec<PositionChange> {
    let common: Vec<AreaId> = earlier.areas.iter().copied().filter(|&area| later.row_of(area).is_some()).collect();
    let ranks = |run: &IndexRun| {
        let index: Vec<f64> = common.iter().filter_map(|&area| run.row_of(area)).map(|row| run.index[row]).collect();
        super::rank::ranks(&index, later.spec.ties)
    };
    let pairs = common.iter().zip(ranks(earlier).into_iter().zip(ranks(later)));
    pairs.map(|(&area, (from, to))| PositionChange { area, from: Some(from), to: Some(to) }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{extended, observation, of_rows, period};
    use super::*;
    use std::sync::Arc;

    fn two_years() -> PlanningData {
        let data = of_rows(&[vec![Some(12.0)], vec![None]]).data;
        let more = [observation(1, 1, 2, Some(10.0)), observation(2, 1, 2, Some(3.0))];
        extended(&data, &[period(2, "2020"), period(1, "2025")], &more)
    }

    fn between(data: &PlanningData, area: i64, from: i64, to: i64) -> Result<Change, NoChange> {
        change(data, IndicatorId(1), AreaId(area), PeriodId(from), PeriodId(to))
    }

    #[test]
    fn a_change_is_told_in_points_and_percent() {
        let change = between(&two_years(), 1, 2, 1).unwrap();
        assert!((change.points - 2.0).abs() < 1e-12);
        assert!((change.percent.unwrap() - 20.0).abs() < 1e-12);
    }

    #[test]
    fn a_change_over_a_series_break_is_refused() {
        let mut data = two_years();
        let mut card = data.indicators[0].clone();
        card.breaks = vec![SeriesBreak { year: 2023, reason: "Bürgergeld".into() }];
        let broken = NoChange::SeriesBreak(card.breaks[0].clone());
        data.indicators = Arc::new(vec![card]);
        assert_eq!(between(&data, 1, 2, 1), Err(broken));
    }

    #[test]
    fn a_newcomer_moves_nobody_among_the_common_areas() {
        let index = |values: &[Option<f64>]| {
            let planted = of_rows(&values.iter().map(|&value| vec![value]).collect::<Vec<_>>());
            super::super::run(&planted.data, &planted.spec).unwrap()
        };
        let earlier = index(&[Some(5.0), None, Some(1.0)]);
        let later = index(&[Some(5.0), Some(9.0), Some(1.0)]);
        let places = |changes: Vec<PositionChange>| -> Vec<_> {
            changes.into_iter().map(|change| (change.area.0, change.from, change.to)).collect()
        };
        let all = places(position_changes(&earlier, &later));
        assert_eq!(all, [(1, Some(1), Some(2)), (2, None, Some(1)), (3, Some(2), Some(3))]);
        let common = places(position_changes_among_common(&earlier, &later));
        assert_eq!(common, [(1, Some(1), Some(1)), (3, Some(2), Some(2))]);
    }

    #[test]
    fn a_suppressed_value_gives_no_change() {
        assert_eq!(between(&two_years(), 2, 2, 1), Err(NoChange::NoValue(PeriodId(1))));
        assert_eq!(between(&two_years(), 1, 1, 2), Err(NoChange::Order));
    }
}
