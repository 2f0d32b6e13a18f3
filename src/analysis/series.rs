//! A series through time: its comparable parts, and the slope of each.

use super::breaks::Jump;
use super::recipe::usable;
use super::statistics::{mean, median, sorted};
use crate::domain::{AreaId, IndicatorId, Observation, PlanningData, SeriesBreak};

/// Fewest points that have a slope.
const FEWEST: usize = 3;

/// The values of one indicator in one area, oldest first, cut where they stop being comparable.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The area.
    pub area: AreaId,
    /// Comparable parts, oldest first; none is empty. Values of different parts give no change.
    pub segments: Vec<Segment>,
}

/// A comparable part of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Why it is not comparable with the part before it; none for the first.
    pub since: Option<Cut>,
    /// Values, oldest first.
    pub points: Vec<SeriesPoint>,
}

/// Why a series is cut.
#[derive(Clone, Debug, PartialEq)]
pub enum Cut {
    /// The indicator's card names a break.
    Declared(SeriesBreak),
    /// The values of nearly all areas jump.
    Jump(Jump),
}

/// A value and its year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeriesPoint {
    /// The year of the period.
    pub year: i16,
    /// The value, in the unit of the indicator.
    pub value: f64,
    /// Where it comes from.
    pub observation: Observation,
}

/// How fast a comparable part of a series rises or falls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// Slope per year by least squares, in the unit of the indicator.
    pub per_year: f64,
    /// Its standard error, residuals with n − 2 degrees of freedom.
    pub standard_error: f64,
    /// Median of the slopes between all pairs of points (Theil 1950, Sen 1968): a single outlier does not turn it.
    pub robust_per_year: f64,
    /// First year.
    pub from: i16,
    /// Last year.
    pub to: i16,
    /// Number of points.
    pub points: usize,
}

/// Reads a series. Undated periods have no place in time and stay out. `jumps` are the breaks found in the values that
/// the planner accepts, see [`find_jumps`](super::find_jumps); declared breaks always cut.
pub fn series(data: &PlanningData, indicator: IndicatorId, area: AreaId, jumps: &[Jump]) -> Series {
    let mut segments: Vec<Segment> = Vec::new();
    let mut last_year = None;
    for point in points(data, indicator, area) {
        let cut = last_year.and_then(|last| cut_between(data, indicator, jumps, last, point.year));
        last_year = Some(point.year);
        match segments.last_mut() {
            Some(segment) if cut.is_none() => segment.points.push(point),
            Some(_) | None => segments.push(Segment { since: cut, points: vec![point] }),
        }
    }
    Series { indicator, area, segments }
}

fn points(data: &PlanningData, indicator: IndicatorId, area: AreaId) -> Vec<SeriesPoint> {
    let point = |period: &&crate::domain::Period| {
        let observation = data.dataset.get(indicator, area, period.id)?;
        let value = usable(observation.value?, observation.status)?;
        Some(SeriesPoint { year: period.year?, value, observation })
    };
    data.periods_of(indicator).iter().filter_map(point).collect()
}

/// Why two years of a series cannot be compared; none where they can.
pub(super) fn cut_between(
    data: &PlanningData,
    indicator: IndicatorId,
    jumps: &[Jump],
    from: i16,
    to: i16,
) -> Option<Cut> {
    let over = |year: i16| from < year && year <= to;
    let declared = data.indicator(indicator)?.breaks.iter().find(|broken| over(broken.year));
    let jumped = jumps.iter().find(|jump| jump.indicator == indicator && over(jump.to_year));
    declared.cloned().map(Cut::Declared).or_else(|| jumped.cloned().map(Cut::Jump))
}

impl Series {
    /// The newest comparable part.
    pub fn newest(&self) -> Option<&Segment> {
        self.segments.last()
    }
}

impl Segment {
    /// Slope of the part; none with fewer than three points or a single year.
    pub fn slope(&self) -> Option<Slope> {
        let (first, last) = (self.points.first()?, self.points.last()?);
        if self.points.len() < FEWEST || first.year >= last.year {
            return None;
        }
        let points: Vec<(f64, f64)> = self.points.iter().map(|point| (f64::from(point.year), point.value)).collect();
        let line = Line::fit(&points)?;
        let pairs =
            points.iter().enumerate().flat_map(|(at, left)| points[at + 1..].iter().map(move |right| (left, right)));
        let slopes: Vec<f64> = pairs
            .filter(|(left, right)| right.0 > left.0)
            .map(|(left, right)| (right.1 - left.1) / (right.0 - left.0))
            .collect();
        Some(Slope {
            per_year: line.slope,
            standard_error: line.standard_error,
            robust_per_year: median(&sorted(&slopes)),
            from: first.year,
            to: last.year,
            points: points.len(),
        })
    }
}

/// A straight line by least squares.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub slope: f64,
    pub intercept: f64,
    /// Standard error of the slope, residuals with n − 2 degrees of freedom.
    pub standard_error: f64,
    /// Share of the variance of y that the line explains; 0 where y does not vary.
    pub r_squared: f64,
}

impl Line {
    /// None with fewer than three points or where x does not vary.
    pub fn fit(points: &[(f64, f64)]) -> Option<Line> {
        let (x, y): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
        if points.len() < FEWEST || super::statistics::is_constant(&x) {
            return None;
        }
        let (mean_x, mean_y) = (mean(&x), mean(&y));
        let sum = |of: &dyn Fn(f64, f64) -> f64| points.iter().map(|(x, y)| of(x - mean_x, y - mean_y)).sum::<f64>();
        let (xx, xy, yy) = (sum(&|x, _| x * x), sum(&|x, y| x * y), sum(&|_, y| y * y));
        let slope = xy / xx;
        let residual = sum(&|x, y| (y - slope * x) * (y - slope * x));
        let freedom = points.len() as f64 - 2.0;
        Some(Line {
            slope,
            intercept: mean_y - slope * mean_x,
            standard_error: (residual / freedom / xx).sqrt(),
            r_squared: if super::statistics::is_constant(&y) { 0.0 } else { xy * xy / (xx * yy) },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{extended, observation, of_rows, period};
    use super::*;
    use std::sync::Arc;

    fn yearly(values: &[Option<f64>]) -> PlanningData {
        let data = of_rows(&[vec![values[0]]]).data;
        let periods: Vec<_> = (1..=values.len() as i64).map(|at| period(at, &(2014 + at).to_string())).collect();
        let more: Vec<_> = values.iter().zip(1..).skip(1).map(|(&value, at)| observation(1, 1, at, value)).collect();
        extended(&data, &periods, &more)
    }

    #[test]
    fn the_slope_agrees_with_independent_software() {
        // scipy 1.17.1: linregress and theilslopes of 2015…2021 without 2018, see tests/fixtures/analysis/time.py
        let values = [Some(12.1), Some(12.9), Some(12.4), None, Some(14.2), Some(19.0), Some(14.9)];
        let series = series(&yearly(&values), IndicatorId(1), AreaId(1), &[]);
        let slope = series.newest().unwrap().slope().unwrap();
        assert_eq!((slope.from, slope.to, slope.points), (2015, 2021, 6));
        for (found, expected) in
            [(slope.per_year, 0.8), (slope.standard_error, 0.365_168_747_684_839_9), (slope.robust_per_year, 0.525)]
        {
            assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
        }
    }

    #[test]
    fn a_declared_break_and_an_accepted_jump_cut_the_series() {
        let mut data = yearly(&[Some(1.0), Some(2.0), Some(3.0), Some(9.0), Some(9.5)]);
        let mut card = data.indicators[0].clone();
        card.breaks = vec![SeriesBreak { year: 2016, reason: "Neue Abgrenzung".into() }];
        data.indicators = Arc::new(vec![card.clone()]);
        let jump = Jump {
            indicator: IndicatorId(1),
            from_year: 2017,
            to_year: 2018,
            typical: 6.0,
            before: 1.0,
            score: 9.0,
            agreement: 1.0,
            areas: 1,
        };
        let series = series(&data, IndicatorId(1), AreaId(1), std::slice::from_ref(&jump));
        let cuts: Vec<_> = series.segments.iter().map(|segment| segment.since.clone()).collect();
        assert_eq!(cuts, [None, Some(Cut::Declared(card.breaks[0].clone())), Some(Cut::Jump(jump))]);
        let years: Vec<usize> = series.segments.iter().map(|segment| segment.points.len()).collect();
        assert_eq!(years, [1, 2, 2]);
        assert!(series.newest().unwrap().slope().is_none(), "two points have no slope with an error");
    }
}
