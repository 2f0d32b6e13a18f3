//! Why an area stands where it stands: its contributions, and the difference to another area.

use super::{IndexRun, Matrix, StageName};
use crate::domain::{AreaId, IndicatorId, Normalisation, Status};

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

/// What z-values of an indicator were computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZScale {
    /// Mean or median of the reference set.
    pub centre: f64,
    /// Standard deviation of the reference set, or its robust counterpart.
    pub spread: f64,
}

/// The values that were normalised: after filling in and the treatment of outlying values, a column per indicator.
pub fn before_normalisation(run: &IndexRun) -> &Matrix {
    let steps = [StageName::Treated, StageName::Imputed, StageName::Denominated];
    steps.into_iter().find_map(|name| run.stage(name)).unwrap_or(&run.raw)
}

/// Centre and spread behind the z-values of an indicator, whatever the reference set: recovered from the two ranked
/// areas that lie furthest apart. None where the recipe does not use z-values, or where the values do not vary.
pub fn z_scale(run: &IndexRun, column: usize) -> Option<ZScale> {
    match run.spec.normalise {
        Normalisation::ZScore { .. } | Normalisation::RobustZ => {}
        Normalisation::ScaledZ { .. }
        | Normalisation::MinMax { .. }
        | Normalisation::Goalposts { .. }
        | Normalisation::Rank { .. }
        | Normalisation::Borda { .. }
        | Normalisation::PercentileRank { .. }
        | Normalisation::Distance { .. }
        | Normalisation::ShareOfMean
        | Normalisation::Exponential { .. } => return None,
    }
    let values = before_normalisation(run);
    let pairs =
        (0..run.areas.len()).filter_map(|row| Some((values.get(row, column)?, run.normalised.get(row, column)?)));
    let known = || pairs.clone().filter(|(value, z)| value.is_finite() && z.is_finite());
    let low = known().min_by(|one, other| one.0.total_cmp(&other.0))?;
    let high = known().max_by(|one, other| one.0.total_cmp(&other.0))?;
    let slope = (high.1 - low.1) / (high.0 - low.0);
    (slope.is_finite() && slope.abs() > 0.0)
        .then(|| ZScale { centre: low.0 - low.1 / slope, spread: 1.0 / slope.abs() })
}

/// The contributions of an area in the order of the recipe; none for an area that takes no part.
pub fn contributions(run: &IndexRun, area: AreaId) -> Option<Vec<Contribution>> {
    Some(contributions_of(run, run.row_of(area)?, |at| mean_contribution(run, at)))
}

/// Every row with its contributions, by rank: the means are computed once.
pub fn contributions_by_rank(run: &IndexRun) -> impl Iterator<Item = (usize, Vec<Contribution>)> + '_ {
    let means: Vec<f64> = (0..run.width()).map(|at| mean_contribution(run, at)).collect();
    run.by_rank().into_iter().map(move |row| (row, contributions_of(run, row, |at| means[at])))
}

fn contributions_of(run: &IndexRun, row: usize, mean: impl Fn(usize) -> f64) -> Vec<Contribution> {
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
            above_average: contribution - mean(at),
        }
    };
    (0..run.width()).map(of).collect()
}

fn mean_contribution(run: &IndexRun, at: usize) -> f64 {
    super::statistics::mean(run.contributions.column(at))
}

/// Up to `most` needs of an area, the strongest first: observed values that raise the index of the area above the average
/// and do not lie below the average of the ranked areas. This is what every part of the program calls a need. Both are asked,
/// because weights that go over to other indicators where a value is missing can make one hold without the other.
pub fn drivers(run: &IndexRun, area: AreaId, most: usize) -> Vec<Contribution> {
    let mut drivers = contributions(run, area).unwrap_or_default();
    drivers.retain(|one| {
        let is_below = need_strength(run, area, one.indicator).is_none_or(|strength| strength < -1e-9);
        one.value.is_some() && one.above_average > 1e-9 && !is_below
    });
    drivers.sort_by(|left, right| right.above_average.total_cmp(&left.above_average));
    drivers.truncate(most);
    drivers
}

/// How strong a need is: standard deviations (divisor n) of the normalised value above the mean of the ranked areas,
/// whatever the normalisation and its reference set; 0 where nothing varies. None for an area or indicator that takes no
/// part.
#[expect(clippy::cast_precision_loss, reason = "a city has few areas")]
pub fn need_strength(run: &IndexRun, area: AreaId, indicator: IndicatorId) -> Option<f64> {
    let row = run.row_of(area)?;
    let at = run.indicators.iter().position(|one| *one == indicator)?;
    let known: Vec<f64> = run.normalised.column(at).iter().copied().filter(|value| value.is_finite()).collect();
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    let deviation = (known.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / known.len() as f64).sqrt();
    let z = (run.normalised[(row, at)] - mean) / deviation;
    Some(if z.is_finite() { z } else { 0.0 })
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

/// The class that an area would get if one value were another, everything else as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClassExit {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The value as observed.
    pub value: f64,
    /// The value at which the index reaches the border.
    pub value_then: f64,
}

/// What would have to change for an area to leave its class.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassBorderDistance {
    /// Border of the class.
    pub cut: f64,
    /// Index minus border.
    pub distance: f64,
    /// Single values that would do it alone, the smallest change in units of the index first; those that cannot reach
    /// the border within the values of the other areas are not named.
    pub exits: Vec<ClassExit>,
}

/// What would have to change for an area to fall into the next class of less need (first) or rise into the next of
/// more (second). Scales, weights and the other areas stay as they are. None for an area without class, or at the end.
pub fn class_exits(run: &IndexRun, area: AreaId) -> (Option<ClassBorderDistance>, Option<ClassBorderDistance>) {
    let find = || {
        let row = run.row_of(area)?;
        Some((row, run.class[row]?))
    };
    let Some((row, class)) = find() else { return (None, None) };
    let to = |cut: Option<&f64>| cut.map(|&cut| exits_at(run, row, cut));
    (to(class.checked_sub(1).and_then(|below| run.class_cuts.get(below))), to(run.class_cuts.get(class)))
}

fn exits_at(run: &IndexRun, row: usize, cut: f64) -> ClassBorderDistance {
    let distance = run.index[row] - cut;
    let mut exits: Vec<(f64, ClassExit)> = Vec::new();
    for at in (0..run.width()).filter(|&at| run.weights[at] > 0.0) {
        let Some(value_then) = super::what_if::value_at(run, row, at, cut) else { continue };
        let value = run.raw[(row, at)];
        let column = run.raw.column(at);
        let known = column.iter().filter(|value| !value.is_nan());
        let spread = known.clone().fold(f64::NEG_INFINITY, |most, &value| most.max(value))
            - known.fold(f64::INFINITY, |least, &value| least.min(value));
        let exit = ClassExit { indicator: run.indicators[at], value, value_then };
        exits.push(((value_then - value).abs() / spread, exit));
    }
    exits.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.indicator.cmp(&right.1.indicator)));
    ClassBorderDistance { cut, distance, exits: exits.into_iter().map(|(_, exit)| exit).collect() }
}

/// Status and dynamic of an area that takes part in both runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusDynamik {
    /// The area.
    pub area: AreaId,
    /// Class of the status index, counted from low need.
    pub status: usize,
    /// Class of the dynamic index, counted from the best development.
    pub dynamik: usize,
}

/// The cells of the matrix of status and dynamic (Berlin Monitoring Soziale Stadtentwicklung), by area.
pub fn status_dynamik(status: &IndexRun, dynamik: &IndexRun) -> Vec<StatusDynamik> {
    let cell = |(row, &area): (usize, &AreaId)| {
        let dynamik = dynamik.class[dynamik.row_of(area)?]?;
        Some(StatusDynamik { area, status: status.class[row]?, dynamik })
    };
    status.areas.iter().enumerate().filter_map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::super::run;
    use super::super::testing::{LEADER, Planted, of_rows, planted};
    use super::*;
    use crate::domain::{Imputation, IndexSpec};

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

    #[test]
    fn a_need_lies_above_the_average_by_its_value_and_by_what_it_does_to_the_index() {
        // Column A of areas 1 to 4. Area 1 lacks another value, so that A weighs more for it than for the others: the
        // mean contribution is not the contribution of the mean.
        let of = |column: [f64; 4], area| {
            let row = |at: usize| vec![Some(column[at]), (at > 0).then_some(at as f64), Some(1.0 + at as f64 % 2.0)];
            let Planted { data, spec } = of_rows(&(0..4).map(row).collect::<Vec<_>>());
            let run = run(&data, &IndexSpec { impute: Imputation::Reweight, ..spec }).unwrap();
            let indicator = run.indicators[0];
            let one = contributions(&run, area).unwrap()[0];
            let is_need = drivers(&run, area, 3).iter().any(|driver| driver.indicator == indicator);
            (one.above_average > 0.0, need_strength(&run, area, indicator).unwrap() > 0.0, is_need)
        };
        assert_eq!(of([100.0, 42.0, 0.0, 0.0], AreaId(2)), (false, true, false));
        assert_eq!(of([0.0, 58.0, 100.0, 100.0], AreaId(2)), (true, false, false));
        assert_eq!(of([100.0, 60.0, 0.0, 0.0], AreaId(2)), (true, true, true));
    }

    #[test]
    fn the_strength_of_a_need_is_a_z_value_under_any_normalisation() {
        // numpy: (np.array([0, 50, 100]) - 50) / np.std([0, 50, 100]) = -1.224744871391589, 0, 1.224744871391589
        let Planted { data, mut spec } = of_rows(&[vec![Some(0.0)], vec![Some(50.0)], vec![Some(100.0)]]);
        for normalise in [Normalisation::Z, Normalisation::MIN_MAX] {
            spec.normalise = normalise;
            let run = run(&data, &spec).unwrap();
            let z = need_strength(&run, AreaId(3), run.indicators[0]).unwrap();
            assert!((z - 1.224_744_871_391_589).abs() < 1e-12, "{z}");
        }
        let Planted { data, spec } = of_rows(&[vec![Some(5.0)], vec![Some(5.0)], vec![Some(5.0)]]);
        if let Ok(run) = run(&data, &spec) {
            assert!(need_strength(&run, AreaId(3), run.indicators[0]).unwrap().abs() < f64::EPSILON);
        }
    }

    #[test]
    fn centre_and_spread_of_z_values_are_those_of_the_values() {
        let Planted { data, mut spec } = planted(10, 3);
        spec.normalise = Normalisation::Z;
        let found = run(&data, &spec).unwrap();
        for column in 0..found.width() {
            let values: Vec<f64> = before_normalisation(&found).column(column).to_vec();
            let mean = values.iter().sum::<f64>() / 10.0;
            let spread = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / 10.0).sqrt();
            let scale = z_scale(&found, column).unwrap();
            assert!((scale.centre - mean).abs() < 1e-9 * mean.abs().max(1.0), "{scale:?} {mean}");
            assert!((scale.spread - spread).abs() < 1e-9 * spread, "{scale:?} {spread}");
        }
        spec.normalise = Normalisation::MIN_MAX;
        assert_eq!(z_scale(&run(&data, &spec).unwrap(), 0), None);
    }

    #[test]
    fn the_value_that_reaches_the_border_brings_the_area_there() {
        let Planted { data, mut spec } = planted(12, 3);
        spec.reference = crate::domain::ReferenceSet::AreaSet("first".into());
        for normalise in [crate::domain::Normalisation::MIN_MAX, crate::domain::Normalisation::Z] {
            spec.normalise = normalise;
            spec.classes = Some(crate::domain::Classes {
                method: crate::domain::ClassMethod::EqualIntervals,
                ..crate::domain::Classes::by_cuts(&[], crate::domain::ClassBorder::Lower, ["a", "b", "c"])
            });
            let run = run(&data, &spec).unwrap();
            let (below, _) = class_exits(&run, LEADER);
            let below = below.unwrap();
            let exit = below.exits[0];
            let at = run.indicators.iter().position(|id| *id == exit.indicator).unwrap();
            let slope = run.contributions[(2, at)] / run.normalised[(2, at)];
            let [low, high] = [run.raw[(0, at)], run.raw[(1, at)]];
            let unit = match normalise {
                crate::domain::Normalisation::MinMax { .. } => 100.0 / (high - low).abs(),
                _ => 2.0 / (high - low).abs(),
            };
            let then = run.index[2] + slope * unit * (exit.value_then - exit.value);
            assert!((then - below.cut).abs() < 1e-6 * below.cut.abs().max(1.0), "{then} {}", below.cut);
        }
    }

    #[test]
    fn status_and_dynamic_meet_in_the_areas_that_both_rank() {
        let Planted { data, spec } = planted(6, 2);
        let status = run(&data, &spec).unwrap();
        let mut other = spec.clone();
        other.areas.leave_out = vec!["a02".into()];
        let cells = status_dynamik(&status, &run(&data, &other).unwrap());
        assert_eq!(cells.len(), 5);
        assert!(cells.iter().all(|cell| cell.area != AreaId(2)));
    }
}
