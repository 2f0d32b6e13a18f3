//! "Belasteter als die Stadt", and how that develops.

use super::breaks::Jump;
use super::finding::{CityComparison, CitySide, compare_with_city};
use super::series::cut_between;
use crate::domain::{AreaId, IndicatorId, PeriodId, PlanningData};

/// An area beside the city through time.
#[derive(Clone, Debug, PartialEq)]
pub struct CityPath {
    /// Year by year, oldest first: only years in which both have a value.
    pub years: Vec<(i16, CityComparison)>,
    /// What becomes of the distance within the newest comparable part; none with fewer than two such years.
    pub development: Option<CityDevelopment>,
}

/// How the distance of an area to the city changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CityDevelopment {
    /// First year of the comparison.
    pub from: i16,
    /// Last year.
    pub to: i16,
    /// Distance to the city in the last year minus that in the first, towards need: above 0 is worse. In the unit of
    /// the indicator; not turned for a context indicator.
    pub change: f64,
    /// In words.
    pub kind: DevelopmentKind,
}

/// What becomes of a distance to the city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DevelopmentKind {
    /// The area rises or falls just as the city does.
    Parallel,
    /// More burdened than the city, and the distance grows.
    MoreBurdenedWidening,
    /// More burdened than the city, and the distance shrinks.
    MoreBurdenedClosing,
    /// Less burdened than the city, and the distance grows.
    LessBurdenedWidening,
    /// Less burdened than the city, and the distance shrinks.
    LessBurdenedClosing,
    /// It was not more burdened than the city and now is.
    BecameMoreBurdened,
    /// It was more burdened than the city and is not any more.
    NoLongerMoreBurdened,
    /// A context indicator: the distance changes, nothing is judged.
    NotJudged,
}

/// Follows an area beside the city. `jumps` are breaks found in the values that cut the series like declared ones.
pub fn city_path(data: &PlanningData, indicator: IndicatorId, area: AreaId, jumps: &[Jump]) -> CityPath {
    let periods = data.periods_of(indicator);
    let year =
        |period: &&crate::domain::Period| Some((period.year?, compare_with_city(data, indicator, area, period.id)?));
    let years: Vec<(i16, CityComparison)> = periods.iter().filter_map(year).collect();
    let development = years.last().and_then(|newest| {
        let comparable = |first: &&(i16, CityComparison)| {
            first.0 < newest.0 && cut_between(data, indicator, jumps, first.0, newest.0).is_none()
        };
        let first = years.iter().find(comparable)?;
        Some(development(data, indicator, first, newest))
    });
    CityPath { years, development }
}

/// What becomes of the distance to the city between two periods; none across a declared break, or where the area or the
/// city has no value in one of them.
pub fn city_development(
    data: &PlanningData,
    indicator: IndicatorId,
    area: AreaId,
    (from, to): (PeriodId, PeriodId),
) -> Option<CityDevelopment> {
    let at = |period: PeriodId| Some((data.period(period)?.year?, compare_with_city(data, indicator, area, period)?));
    let (first, last) = (at(from)?, at(to)?);
    let comparable = first.0 < last.0 && cut_between(data, indicator, &[], first.0, last.0).is_none();
    comparable.then(|| development(data, indicator, &first, &last))
}

fn development(
    data: &PlanningData,
    indicator: IndicatorId,
    (from, first): &(i16, CityComparison),
    (to, last): &(i16, CityComparison),
) -> CityDevelopment {
    let need = match data.indicator(indicator).map(|card| card.direction) {
        Some(crate::domain::Direction::LowIsNeed) => -1.0,
        Some(crate::domain::Direction::HighIsNeed | crate::domain::Direction::Context) | None => 1.0,
    };
    let change = need * (last.points - first.points);
    let noise = 1e-9 * last.points.abs().max(first.points.abs());
    let kind = match (first.side, last.side) {
        (CitySide::NotJudged, _) | (_, CitySide::NotJudged) => DevelopmentKind::NotJudged,
        (CitySide::LessBurdened | CitySide::Equal, CitySide::MoreBurdened) => DevelopmentKind::BecameMoreBurdened,
        (CitySide::MoreBurdened, CitySide::LessBurdened | CitySide::Equal) => DevelopmentKind::NoLongerMoreBurdened,
        _ if change.abs() <= noise => DevelopmentKind::Parallel,
        (CitySide::MoreBurdened, CitySide::MoreBurdened) if change > 0.0 => DevelopmentKind::MoreBurdenedWidening,
        (CitySide::MoreBurdened, CitySide::MoreBurdened) => DevelopmentKind::MoreBurdenedClosing,
        (CitySide::LessBurdened | CitySide::Equal, CitySide::LessBurdened | CitySide::Equal) if change < 0.0 => {
            DevelopmentKind::LessBurdenedWidening
        }
        (CitySide::LessBurdened | CitySide::Equal, CitySide::LessBurdened | CitySide::Equal) => {
            DevelopmentKind::LessBurdenedClosing
        }
    };
    CityDevelopment { from: *from, to: *to, change, kind }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{area, extended, observation, of_rows, period};
    use super::*;
    use crate::domain::{AreaLevel, Direction, SeriesBreak};
    use std::sync::Arc;

    /// Area 1 and the city (9) in 2020 and 2025.
    fn path(own: (f64, f64), city: (f64, f64), direction: Direction) -> CityPath {
        let mut data = of_rows(&[vec![Some(own.1)]]).data;
        let mut areas = data.areas.to_vec();
        areas.push(area(9, AreaLevel::Stadt));
        data.areas = Arc::new(areas);
        let mut cards = data.indicators.to_vec();
        cards[0].direction = direction;
        data.indicators = Arc::new(cards);
        let more = [(9, 1, city.1), (1, 2, own.0), (9, 2, city.0)]
            .map(|(area, period, value)| observation(area, 1, period, Some(value)));
        city_path(&extended(&data, &[period(2, "2020"), period(1, "2025")], &more), IndicatorId(1), AreaId(1), &[])
    }

    #[test]
    fn the_development_is_that_of_the_two_periods_and_none_over_a_break() {
        let mut data = of_rows(&[vec![Some(15.0)]]).data;
        let mut areas = data.areas.to_vec();
        areas.push(area(9, AreaLevel::Stadt));
        data.areas = Arc::new(areas);
        // 2020: far above the city; 2024: close above; 2025: further above again.
        let more = [(1, 2, 20.0), (9, 2, 10.0), (1, 3, 11.0), (9, 3, 10.0), (9, 1, 10.0)]
            .map(|(area, period, value)| observation(area, 1, period, Some(value)));
        let periods = [period(2, "2020"), period(3, "2024"), period(1, "2025")];
        let mut data = extended(&data, &periods, &more);
        let of = |data: &PlanningData, from| {
            city_development(data, IndicatorId(1), AreaId(1), (PeriodId(from), PeriodId(1))).map(|found| found.kind)
        };
        assert_eq!(of(&data, 2), Some(DevelopmentKind::MoreBurdenedClosing));
        assert_eq!(of(&data, 3), Some(DevelopmentKind::MoreBurdenedWidening));
        let mut cards = data.indicators.to_vec();
        cards[0].breaks = vec![SeriesBreak { year: 2023, reason: String::new() }];
        data.indicators = Arc::new(cards);
        assert_eq!(of(&data, 2), None);
        assert_eq!(of(&data, 3), Some(DevelopmentKind::MoreBurdenedWidening));
    }

    #[test]
    fn the_development_is_told_by_both_sides_and_the_direction() {
        let cases = [
            ((12.0, 15.0), (10.0, 11.0), Direction::HighIsNeed, DevelopmentKind::MoreBurdenedWidening, 2.0),
            ((12.0, 12.0), (10.0, 11.0), Direction::HighIsNeed, DevelopmentKind::MoreBurdenedClosing, -1.0),
            ((12.0, 13.0), (10.0, 11.0), Direction::HighIsNeed, DevelopmentKind::Parallel, 0.0),
            ((9.0, 12.0), (10.0, 11.0), Direction::HighIsNeed, DevelopmentKind::BecameMoreBurdened, 2.0),
            ((12.0, 9.0), (10.0, 11.0), Direction::HighIsNeed, DevelopmentKind::NoLongerMoreBurdened, -4.0),
            ((12.0, 15.0), (10.0, 11.0), Direction::LowIsNeed, DevelopmentKind::LessBurdenedWidening, -2.0),
            ((12.0, 15.0), (10.0, 11.0), Direction::Context, DevelopmentKind::NotJudged, 2.0),
        ];
        for (own, city, direction, kind, change) in cases {
            let found = path(own, city, direction).development.unwrap();
            assert_eq!(found.kind, kind, "{own:?} {city:?} {direction:?}");
            assert!((found.change - change).abs() < 1e-12);
        }
    }
}
