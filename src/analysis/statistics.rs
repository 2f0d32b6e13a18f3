//! Small statistics with their conventions in the name. Inputs hold no NaN.

use crate::domain::{Divisor, Moments};

/// Differences below this share of the spread are rounding noise, not order.
const NOISE: f64 = 1e-9;

/// Arithmetic mean; NaN of nothing.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Standard deviation about the mean with the named divisor.
pub(super) fn standard_deviation(values: &[f64], divisor: Divisor) -> f64 {
    deviation_about(mean(values), values, divisor)
}

/// The same where the mean is known.
pub(super) fn deviation_about(mean: f64, values: &[f64], divisor: Divisor) -> f64 {
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let n = match divisor {
        Divisor::Population => values.len() as f64,
        Divisor::Sample => values.len() as f64 - 1.0,
    };
    (squares / n).sqrt()
}

/// Skewness: G1 = g1·√(n(n−1))/(n−2) or g1 = m3/m2^1.5 (Joanes and Gill 1998). NaN where it is not defined.
pub(super) fn skewness(values: &[f64], formula: Moments) -> f64 {
    let n = values.len() as f64;
    let [second, third, _] = central_moments(values);
    let plain = third / (second * second.sqrt());
    match formula {
        Moments::Population => plain,
        Moments::Sample => plain * (n * (n - 1.0)).sqrt() / (n - 2.0),
    }
}

/// Kurtosis (excess): G2 = (n−1)/((n−2)(n−3))·((n+1)·g2 + 6) or g2 = m4/m2² − 3 (Joanes and Gill 1998). NaN where it
/// is not defined.
pub(super) fn kurtosis(values: &[f64], formula: Moments) -> f64 {
    let n = values.len() as f64;
    let [second, _, fourth] = central_moments(values);
    let plain = fourth / (second * second) - 3.0;
    match formula {
        Moments::Population => plain,
        Moments::Sample => (n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * plain + 6.0),
    }
}

/// Second, third and fourth central moment.
fn central_moments(values: &[f64]) -> [f64; 3] {
    let centre = mean(values);
    let sums = values
        .iter()
        .map(|value| value - centre)
        .fold([0.0; 3], |[second, third, fourth], d| [second + d * d, third + d * d * d, fourth + d * d * (d * d)]);
    sums.map(|sum| sum / values.len() as f64)
}

/// Median of sorted values.
pub(super) fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 }
}

/// The values in ascending order.
pub(super) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut keys: Vec<i64> = values.iter().map(|&value| total_order(value.to_bits().cast_signed())).collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| f64::from_bits(total_order(key).cast_unsigned())).collect()
}

/// Rows from the smallest value to the greatest. Sorts one word per row: the value's leading bits and the row; those
/// whose leading bits are the same are then put in order by the rest.
pub(super) fn order(values: &[f64]) -> Vec<u32> {
    let mask = (values.len().max(2) as u64).next_power_of_two() - 1;
    let key = |(row, value): (usize, &f64)| {
        let ascending = total_order(value.to_bits().cast_signed()).cast_unsigned() ^ 1 << 63;
        (ascending & !mask) | row as u64
    };
    let mut keys: Vec<u64> = values.iter().enumerate().map(key).collect();
    keys.sort_unstable();
    for alike in keys.chunk_by_mut(|left, right| left & !mask == right & !mask).filter(|alike| alike.len() > 1) {
        let value = |key: &u64| values[(key & mask) as usize];
        alike.sort_unstable_by(|left, right| value(left).total_cmp(&value(right)));
    }
    keys.into_iter().map(|key| (key & mask) as u32).collect()
}

/// A number's bits as a whole number of the same order, and back (IEEE 754, total order).
fn total_order(bits: i64) -> i64 {
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

/// Smallest and greatest value; (∞, −∞) of nothing.
pub(super) fn range(values: &[f64]) -> (f64, f64) {
    values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &value| (low.min(value), high.max(value)))
}

/// Whether the values are all the same as the first apart from rounding noise; also true of fewer than two.
pub(super) fn is_constant(values: &[f64]) -> bool {
    let Some(first) = values.first() else { return true };
    values.iter().all(|value| (value - first).abs() <= 1e-12 * value.abs().max(first.abs()))
}

/// The difference up to which two of these scores count as equal.
pub(super) fn tie_tolerance(scores: &[f64]) -> f64 {
    let (low, high) = range(scores);
    if low > high { 0.0 } else { NOISE * (high - low) + 1e-12 * low.abs().max(high.abs()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_order_also_where_they_differ_in_the_last_bit() {
        let next = |value: f64, steps: u64| f64::from_bits(value.to_bits() + steps);
        let values = [3.5, next(1.0, 1), -2.0, 1.0, next(1.0, 2), f64::INFINITY, -0.0, 0.0, next(-2.0, 1), -1e300];
        let mut expected = values.to_vec();
        expected.sort_by(f64::total_cmp);
        let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&sorted(&values)), bits(&expected));
        let ordered: Vec<f64> = order(&values).into_iter().map(|row| values[row as usize]).collect();
        assert_eq!(bits(&ordered), bits(&expected));
        assert!(order(&[]).is_empty());
    }

    #[test]
    fn the_divisor_is_the_named_one() {
        let values = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        assert!((standard_deviation(&values, Divisor::Population) - 2.0).abs() < 1e-12);
        assert!((standard_deviation(&values, Divisor::Sample) - (32.0f64 / 7.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn the_median_of_an_even_count_is_the_mean_of_the_middle() {
        assert!((median(&sorted(&[4.0, 1.0, 3.0, 2.0])) - 2.5).abs() < 1e-12);
        assert!((median(&sorted(&[4.0, 1.0, 3.0])) - 3.0).abs() < 1e-12);
    }

    #[test]
    fn rounding_noise_does_not_make_a_series_vary() {
        assert!(is_constant(&[0.3, 0.1 + 0.2, 0.3]));
        assert!(!is_constant(&[0.3, 0.300_001]));
    }
}
