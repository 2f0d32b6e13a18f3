//! Do areas come closer together? σ-convergence looks at their spread, β-convergence at whether those with much lose
//! more than those with little.

use super::recipe::usable;
use super::series::{Line, cut_between};
use super::statistics::{mean, standard_deviation};
use super::trend::NoChange;
use crate::domain::{AreaId, Divisor, IndicatorId, PeriodId, PlanningData};

/// Spread over areas in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The period.
    pub period: PeriodId,
    /// Its year.
    pub year: i16,
    /// Mean of the areas, each counting once.
    pub mean: f64,
    /// Standard deviation over the areas, divisor n.
    pub standard_deviation: f64,
    /// Standard deviation divided by the mean; none where the mean is not above 0.
    pub variation: Option<f64>,
}

/// σ-convergence: the spread of the same areas year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct SigmaConvergence {
    /// Areas with a value in every year: the same in all of them.
    pub areas: Vec<AreaId>,
    /// Areas left out because a year is missing.
    pub left_out: Vec<AreaId>,
    /// Spread by year, oldest first, within the newest comparable part of the series.
    pub years: Vec<Spread>,
    /// Last standard deviation minus first: below 0 the areas come closer.
    pub change: f64,
}

/// What is related to the starting level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Growth {
    /// (y₁ − y₀) / years against y₀, in the unit of the indicator.
    #[default]
    Difference,
    /// ln(y₁ / y₀) / years against ln y₀ (Barro and Sala-i-Martin 1992); values above 0 only.
    Logarithm,
}

/// β-convergence: slope of growth against the starting level. Below 0, areas with a high level lose more or gain less.
/// Values with much chance in them fall back by themselves (regression to the mean); the slope alone is no proof.
#[derive(Clone, Debug, PartialEq)]
pub struct BetaConvergence {
    /// What was related.
    pub growth: Growth,
    /// Slope.
    pub slope: f64,
    /// Standard error of the slope, n − 2 degrees of freedom.
    pub standard_error: f64,
    /// Growth of an area at starting level 0 (or ln 1).
    pub intercept: f64,
    /// Share of the variance of growth that the level explains.
    pub r_squared: f64,
    /// Each area with starting level and growth as they went into the slope.
    pub points: Vec<(AreaId, f64, f64)>,
}

/// Spread of areas through the newest comparable part of a series; none with fewer than two areas or years.
pub fn sigma_convergence(data: &PlanningData, indicator: IndicatorId, areas: &[AreaId]) -> Option<SigmaConvergence> {
    let periods = comparable_periods(data, indicator, areas);
    let complete = |area: &AreaId| periods.iter().all(|&(_, period)| value(data, indicator, *area, period).is_some());
    let (taking, left_out): (Vec<AreaId>, Vec<AreaId>) = areas.iter().copied().partition(complete);
    if taking.len() < 2 || periods.len() < 2 {
        return None;
    }
    let spread = |&(year, period): &(i16, PeriodId)| {
        let values: Vec<f64> = taking.iter().filter_map(|&area| value(data, indicator, area, period)).collect();
        let (mean, deviation) = (mean(&values), standard_deviation(&values, Divisor::Population));
        let variation = (mean > 0.0).then(|| deviation / mean);
        Spread { period, year, mean, standard_deviation: deviation, variation }
    };
    let years: Vec<Spread> = periods.iter().map(spread).collect();
    let change = years.last()?.standard_deviation - years.first()?.standard_deviation;
    Some(SigmaConvergence { areas: taking, left_out, years, change })
}

/// Dated periods since the last declared break in which any of the areas has a value.
fn comparable_periods(data: &PlanningData, indicator: IndicatorId, areas: &[AreaId]) -> Vec<(i16, PeriodId)> {
    let known = |period: PeriodId| areas.iter().any(|&area| value(data, indicator, area, period).is_some());
    let dated = data.periods_of(indicator).into_iter().filter_map(|period| Some((period.year?, period.id)));
    let dated: Vec<(i16, PeriodId)> = dated.filter(|&(_, period)| known(period)).collect();
    let Some(&(newest, _)) = dated.last() else { return Vec::new() };
    dated.into_iter().filter(|&(year, _)| cut_between(data, indicator, &[], year, newest).is_none()).collect()
}

/// β-convergence between two dated periods.
///
/// # Errors
/// Those of [`change`](super::change), of which the first that concerns all areas; [`NoChange::TooFewAreas`] with fewer
/// than three areas or where all start from the same level.
pub fn beta_convergence(
    data: &PlanningData,
    indicator: IndicatorId,
    areas: &[AreaId],
    (from, to): (PeriodId, PeriodId),
    growth: Growth,
) -> Result<BetaConvergence, NoChange> {
    let year = |id: PeriodId| data.period(id).ok_or(NoChange::Unknown)?.year.ok_or(NoChange::Undated);
    let mut points = Vec::new();
    for &area in areas {
        let change = match super::change(data, indicator, area, from, to) {
            Ok(change) => change,
            Err(NoChange::NoValue(_)) => continue,
            Err(other) => return Err(other),
        };
        let years = f64::from(year(to)? - year(from)?);
        let before = change.from.value.unwrap_or_default();
        let after = before + change.points;
        match growth {
            Growth::Difference if years > 0.0 => points.push((area, before, change.points / years)),
            Growth::Logarithm if years > 0.0 && before > 0.0 && after > 0.0 => {
                points.push((area, libm::log(before), libm::log(after / before) / years));
            }
            Growth::Difference | Growth::Logarithm => {}
        }
    }
    let pairs: Vec<(f64, f64)> = points.iter().map(|&(_, level, growth)| (level, growth)).collect();
    let line = Line::fit(&pairs).ok_or(NoChange::TooFewAreas(points.len()))?;
    Ok(BetaConvergence {
        growth,
        slope: line.slope,
        standard_error: line.standard_error,
        intercept: line.intercept,
        r_squared: line.r_squared,
        points,
    })
}

fn value(data: &PlanningData, indicator: IndicatorId, area: AreaId, period: PeriodId) -> Option<f64> {
    let observation = data.dataset.get(indicator, area, period)?;
    usable(observation.value?, observation.status)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{extended, observation, of_rows, period};
    use super::*;

    const BEFORE: [f64; 6] = [4.0, 7.5, 9.0, 12.0, 15.5, 21.0];
    const AFTER: [f64; 6] = [5.5, 8.0, 8.5, 11.0, 14.0, 16.0];

    fn two_years() -> (PlanningData, Vec<AreaId>) {
        let mut rows: Vec<_> = AFTER.map(|value| vec![Some(value)]).to_vec();
        rows.push(vec![None]);
        let data = of_rows(&rows).data;
        let mut earlier: Vec<_> =
            BEFORE.iter().zip(1..).map(|(&value, area)| observation(area, 1, 2, Some(value))).collect();
        earlier.push(observation(7, 1, 2, Some(3.0)));
        (extended(&data, &[period(2, "2020"), period(1, "2025")], &earlier), (1..=7).map(AreaId).collect())
    }

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
    }

    #[test]
    fn spread_is_compared_over_the_same_areas() {
        let (data, areas) = two_years();
        let found = sigma_convergence(&data, IndicatorId(1), &areas).unwrap();
        assert_eq!((found.areas.len(), &found.left_out[..]), (6, &[AreaId(7)][..]));
        // numpy 2.4.6, see tests/fixtures/analysis/time.py
        close(found.years[0].standard_deviation, 5.552_777_082_985_894);
        close(found.years[1].standard_deviation, 3.605_551_275_463_989);
        close(found.years[1].variation.unwrap(), 0.343_385_835_758_475_14);
        assert!(found.change < 0.0);
    }

    #[test]
    fn the_slope_against_the_level_agrees_with_independent_software() {
        let (data, areas) = two_years();
        let beta =
            |growth| beta_convergence(&data, IndicatorId(1), &areas, (PeriodId(2), PeriodId(1)), growth).unwrap();
        // scipy 1.17.1 linregress, see tests/fixtures/analysis/time.py
        let difference = beta(Growth::Difference);
        assert_eq!(difference.points.len(), 6);
        close(difference.slope, -0.071_351_351_351_351_36);
        close(difference.standard_error, 0.008_865_524_036_138_757);
        close(difference.intercept, 0.620_540_540_540_540_5);
        close(difference.r_squared, 0.941_837_837_837_838);
        let logarithm = beta(Growth::Logarithm);
        close(logarithm.slope, -0.066_173_592_267_232_16);
        close(logarithm.standard_error, 0.007_886_154_399_199_957);
    }
}
