//! Why an area stands where it stands: its contributions, and the difference to another area.

use super::IndexRun;
use crate::domain::{AreaId, IndicatorId, Status};

/// What one indicator does to the index of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Value as observed.
    pub value: Option<f64>,
    /// Its status.
    pub status: Status,
    /// Normalised value, filled in where the recipe says so; greater is more need.
    pub normalised: Option<f64>,
    /// Share of the weight, 0 to 1.
    pub weight: f64,
    /// Contribution; all of an area add up to its index.
    pub contribution: f64,
    /// Contribution minus the mean contribution over the areas that take part: what sets the area apart.
    pub above_average: f64,
}

/// What one indicator does to the distance between two areas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The first area's side.
    pub left: Contribution,
    /// The second area's side.
    pub right: Contribution,
    /// First minus second contribution; all add up to the difference of the indices.
    pub difference: f64,
}

/// The contributions of an area in the order of the recipe; none for an area that takes no part.
pub fn contributions(run: &IndexRun, area: AreaId) -> Option<Vec<Contribution>> {
    let row = run.row_of(area)?;
    let known = |value: f64| (!value.is_nan()).then_some(value);
    let of = |at: usize| {
        let cell = (row, at);
        let contribution = run.contributions[cell];
        Contribution {
            indicator: run.indicators[at],
            value: known(run.raw[cell]),
            status: run.status[cell],
            normalised: known(run.normalised[cell]),
            weight: run.weights[at],
            contribution,
            above_average: contribution - mean_contribution(run, at),
        }
    };
    Some((0..run.width()).map(of).collect())
}

fn mean_contribution(run: &IndexRun, at: usize) -> f64 {
    super::statistics::mean(run.contributions.column(at))
}

/// Up to `most` contributions that raise the area above the average, the strongest first.
pub fn drivers(run: &IndexRun, area: AreaId, most: usize) -> Vec<Contribution> {
    let mut drivers = contributions(run, area).unwrap_or_default();
    drivers.retain(|contribution| contribution.value.is_some() && contribution.above_average > 1e-9);
    drivers.sort_by(|left, right| right.above_average.total_cmp(&left.above_average));
    drivers.truncate(most);
    drivers
}

/// Two areas side by side, indicator by indicator; none unless both take part.
pub fn compare_areas(run: &IndexRun, left: AreaId, right: AreaId) -> Option<Vec<Difference>> {
    let pairs = contributions(run, left)?.into_iter().zip(contributions(run, right)?);
    let difference = |(left, right): (Contribution, Contribution)| Difference {
        indicator: left.indicator,
        left,
        right,
        difference: left.contribution - right.contribution,
    };
    Some(pairs.map(difference).collect())
}

#[cfg(test)]
mod tests {
    use super::super::run;
    use super::super::testing::{LEADER, Planted, planted};
    use super::*;

    #[test]
    fn differences_add_up_to_the_difference_of_the_indices() {
        let Planted { data, spec } = planted(10, 4);
        let run = run(&data, &spec).unwrap();
        let differences = compare_areas(&run, LEADER, AreaId(5)).unwrap();
        let sum: f64 = differences.iter().map(|difference| difference.difference).sum();
        assert!((sum - (run.index[2] - run.index[4])).abs() < 1e-12);
    }

    #[test]
    fn drivers_are_the_strongest_contributions_above_the_average() {
        let Planted { data, mut spec } = planted(10, 4);
        spec.indicators[1].weight = 5.0;
        let drivers = drivers(&run(&data, &spec).unwrap(), LEADER, 2);
        assert_eq!(drivers.len(), 2);
        assert_eq!(drivers[0].indicator, crate::domain::IndicatorId(2));
        assert!(drivers[0].above_average >= drivers[1].above_average);
    }
}
