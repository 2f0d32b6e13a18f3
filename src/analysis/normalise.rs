//! Makes values of different units comparable. All results point towards need: greater is more.

use super::statistics::{is_constant, mean, median, range, sorted, standard_deviation};
use crate::domain::{Direction, Normalisation};

/// How one indicator's values are turned into comparable ones.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scale {
    /// (x − centre) · factor; a negative factor turns the direction.
    Linear { centre: f64, factor: f64 },
    /// Percentile rank among sorted values.
    Percentile { sorted: Vec<f64>, turned: bool },
    /// The reference set does not vary: the indicator counts 0.
    Constant,
}

/// Why there is no scale: the median absolute deviation is 0 although the values vary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NoRobustSpread;

impl Scale {
    /// The scale that the reference set's observed values give.
    ///
    /// # Errors
    /// [`NoRobustSpread`] for [`Normalisation::RobustZ`] where more than half of the values are equal.
    pub fn fit(reference: &[f64], method: Normalisation, direction: Direction) -> Result<Scale, NoRobustSpread> {
        if is_constant(reference) {
            return Ok(Scale::Constant);
        }
        let turned = match direction {
            Direction::HighIsNeed | Direction::Context => false,
            Direction::LowIsNeed => true,
        };
        let towards_need = |centre: f64, spread: f64| {
            let factor = if turned { -1.0 / spread } else { 1.0 / spread };
            Scale::Linear { centre, factor }
        };
        Ok(match method {
            Normalisation::ZScore { divisor } => towards_need(mean(reference), standard_deviation(reference, divisor)),
            Normalisation::RobustZ => {
                let (centre, spread) = median_and_mad(reference);
                if spread <= 1e-12 * centre.abs() {
                    return Err(NoRobustSpread);
                }
                towards_need(centre, spread)
            }
            Normalisation::MinMax => {
                let (low, high) = range(reference);
                towards_need(if turned { high } else { low }, (high - low) / 100.0)
            }
            Normalisation::PercentileRank => Scale::Percentile { sorted: sorted(reference), turned },
        })
    }

    /// The normalised value; NaN stays NaN, also on a constant scale.
    #[inline]
    pub fn value(&self, value: f64) -> f64 {
        match self {
            Scale::Linear { centre, factor } => (value - centre) * factor,
            Scale::Percentile { sorted, turned } => percentile_rank(value, sorted, *turned),
            Scale::Constant => value * 0.0,
        }
    }

    /// The normalised values of a column.
    pub fn apply(&self, values: &[f64]) -> Vec<f64> {
        values.iter().map(|&value| self.value(value)).collect()
    }
}

/// Median and 1.4826 times the median absolute deviation (consistent with the standard deviation of a normal distribution).
fn median_and_mad(values: &[f64]) -> (f64, f64) {
    let centre = median(&sorted(values));
    let deviations: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
    (centre, 1.4826 * median(&sorted(&deviations)))
}

/// 100 · (average rank − 1) / (n − 1); a value that the sorted list does not have stands between its neighbours.
fn percentile_rank(value: f64, sorted: &[f64], turned: bool) -> f64 {
    if value.is_nan() {
        return f64::NAN;
    }
    let below = sorted.partition_point(|&other| other < value);
    let equal = sorted.partition_point(|&other| other <= value) - below;
    let last = sorted.len() as f64 - 1.0;
    let place = (below as f64 + (equal as f64 - 1.0) / 2.0).clamp(0.0, last);
    let place = if turned { last - place } else { place };
    100.0 * place / last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Divisor;

    fn normalised(values: &[f64], method: Normalisation, direction: Direction) -> Vec<f64> {
        Scale::fit(values, method, direction).map(|scale| scale.apply(values)).unwrap_or_default()
    }

    fn check(values: &[f64], method: Normalisation, direction: Direction, expected: &[f64]) {
        let found = normalised(values, method, direction);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{method:?}: {found} instead of {expected}");
        }
    }

    #[test]
    fn each_method_gives_its_textbook_values() {
        let values = [1.0, 2.0, 3.0, 3.0, 11.0];
        let high = Direction::HighIsNeed;
        check(&values, Normalisation::MinMax, high, &[0.0, 10.0, 20.0, 20.0, 100.0]);
        check(&values, Normalisation::PercentileRank, high, &[0.0, 25.0, 62.5, 62.5, 100.0]);
        let unit = 1.0 / 1.4826;
        check(&values, Normalisation::RobustZ, high, &[-2.0 * unit, -unit, 0.0, 0.0, 8.0 * unit]);
        let sd = (64.0f64 / 5.0).sqrt();
        let z = [-3.0, -2.0, -1.0, -1.0, 7.0].map(|difference| difference / sd);
        check(&values, Normalisation::ZScore { divisor: Divisor::Population }, high, &z);
    }

    #[test]
    fn a_low_value_means_need_where_the_direction_says_so() {
        let low = Direction::LowIsNeed;
        check(&[1.0, 2.0, 5.0], Normalisation::MinMax, low, &[100.0, 75.0, 0.0]);
        check(&[1.0, 2.0, 5.0], Normalisation::PercentileRank, low, &[100.0, 50.0, 0.0]);
        check(&[1.0, 3.0], Normalisation::ZScore { divisor: Divisor::Population }, low, &[1.0, -1.0]);
    }

    #[test]
    fn a_constant_indicator_counts_zero_and_a_gap_stays_a_gap() {
        let scale = Scale::fit(&[7.0, 7.0], Normalisation::MinMax, Direction::HighIsNeed).unwrap();
        assert_eq!(scale, Scale::Constant);
        assert!(scale.apply(&[7.0, f64::NAN])[1].is_nan());
    }

    #[test]
    fn the_robust_scale_is_refused_where_most_values_are_equal() {
        let scale = Scale::fit(&[1.0, 1.0, 1.0, 9.0], Normalisation::RobustZ, Direction::HighIsNeed);
        assert_eq!(scale, Err(NoRobustSpread));
    }

    #[test]
    fn a_value_outside_the_reference_set_stands_between_its_neighbours() {
        let scale = Scale::fit(&[1.0, 2.0, 4.0], Normalisation::PercentileRank, Direction::HighIsNeed).unwrap();
        let expected = [0.0, 75.0, 100.0];
        for (found, expected) in scale.apply(&[0.0, 3.0, 9.0]).iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9);
        }
    }
}
