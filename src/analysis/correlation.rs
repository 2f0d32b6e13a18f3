//! How two indicators go together over areas. Missing values are left out in pairs; a relation says nothing of causes.

use super::statistics::{is_constant, mean};

/// Fewest pairs from which a coefficient is given.
const FEWEST: usize = 3;

/// How two series go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Pearson's r of the values.
    pub pearson: f64,
    /// Spearman's rank correlation: Pearson's r of average ranks.
    pub spearman: f64,
    /// Pairs with both values.
    pub pairs: usize,
}

/// The correlation of pairs, of which those without one of the values do not count; none with fewer than three
/// pairs or where a series does not vary.
pub fn correlation(pairs: &[(Option<f64>, Option<f64>)]) -> Option<Correlation> {
    let (left, right): (Vec<f64>, Vec<f64>) = pairs.iter().filter_map(|&(left, right)| left.zip(right)).unzip();
    if left.len() < FEWEST || is_constant(&left) || is_constant(&right) {
        return None;
    }
    let spearman = pearson(&average_ranks(&left), &average_ranks(&right));
    Some(Correlation { pearson: pearson(&left, &right), spearman, pairs: left.len() })
}

/// Pearson's r of two series that vary.
pub(super) fn pearson(left: &[f64], right: &[f64]) -> f64 {
    let (left_mean, right_mean) = (mean(left), mean(right));
    let (mut both, mut left_square, mut right_square) = (0.0, 0.0, 0.0);
    for (left, right) in left.iter().zip(right) {
        let (left, right) = (left - left_mean, right - right_mean);
        both += left * right;
        left_square += left * left;
        right_square += right * right;
    }
    (both / (left_square * right_square).sqrt()).clamp(-1.0, 1.0)
}

/// Ranks from the smallest value; equal values share the mean of their ranks.
fn average_ranks(values: &[f64]) -> Vec<f64> {
    // Adding 0 makes one zero of the two that floats have.
    let values: Vec<f64> = values.iter().map(|value| value + 0.0).collect();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&left, &right| values[left].total_cmp(&values[right]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for equal in order.chunk_by(|&left, &right| values[left].total_cmp(&values[right]).is_eq()) {
        let shared = before as f64 + (equal.len() as f64 + 1.0) / 2.0;
        equal.iter().for_each(|&row| ranks[row] = shared);
        before += equal.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(values: &[(f64, f64)]) -> Vec<(Option<f64>, Option<f64>)> {
        values.iter().map(|&(left, right)| (Some(left), Some(right))).collect()
    }

    #[test]
    fn a_straight_line_is_one_and_a_curve_is_one_in_ranks_only() {
        let line = correlation(&pairs(&[(1.0, 10.0), (2.0, 20.0), (3.0, 30.0)])).unwrap();
        assert!((line.pearson - 1.0).abs() < 1e-12);
        let curve = correlation(&pairs(&[(1.0, 1.0), (2.0, 4.0), (3.0, 90.0), (4.0, 1000.0)])).unwrap();
        assert!((curve.spearman - 1.0).abs() < 1e-12);
        assert!(curve.pearson < 0.95);
    }

    #[test]
    fn a_known_example_gives_the_known_coefficients() {
        // By hand: means 3 and 3; Σxy = 8, Σx² = 10, Σy² = 10.
        let known = correlation(&pairs(&[(1.0, 2.0), (2.0, 1.0), (3.0, 4.0), (4.0, 3.0), (5.0, 5.0)])).unwrap();
        assert!((known.pearson - 0.8).abs() < 1e-12);
        assert!((known.spearman - 0.8).abs() < 1e-12);
    }

    #[test]
    fn missing_values_leave_in_pairs_and_are_never_zero() {
        let mut with_gaps = pairs(&[(1.0, 10.0), (2.0, 20.0), (3.0, 30.0)]);
        with_gaps.push((Some(100.0), None));
        with_gaps.push((None, Some(-100.0)));
        let found = correlation(&with_gaps).unwrap();
        assert_eq!(found.pairs, 3);
        assert!((found.pearson - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_is_said_of_few_pairs_or_a_constant() {
        assert_eq!(correlation(&pairs(&[(1.0, 1.0), (2.0, 2.0)])), None);
        assert_eq!(correlation(&pairs(&[(1.0, 1.0), (1.0, 2.0), (1.0, 3.0)])), None);
    }
}
