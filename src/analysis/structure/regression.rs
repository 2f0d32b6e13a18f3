//! The straight line through a scatter of two indicators.

use super::super::statistics::{is_constant, mean};

/// Fewest pairs from which a line is drawn.
const FEWEST: usize = 3;

/// Line of least squares y = intercept + slope · x. It describes how two series go together, not a cause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regression {
    /// Change of y per unit of x.
    pub slope: f64,
    /// y where x is 0.
    pub intercept: f64,
    /// Share of the variance of y along the line, 0 to 1.
    pub r_squared: f64,
    /// Standard error of the slope, n − 2 degrees of freedom.
    pub slope_error: f64,
    /// Pairs with both values.
    pub pairs: usize,
}

impl Regression {
    /// The line's y at this x.
    pub fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }

    /// How far a point lies above the line (negative: below).
    pub fn residual(&self, x: f64, y: f64) -> f64 {
        y - self.at(x)
    }
}

/// The line through pairs, of which those without one of the values do not count; none with fewer than three pairs or
/// where a series does not vary.
pub fn regression(pairs: &[(Option<f64>, Option<f64>)]) -> Option<Regression> {
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().filter_map(|&(x, y)| x.zip(y)).unzip();
    if x.len() < FEWEST || is_constant(&x) || is_constant(&y) {
        return None;
    }
    let (x_mean, y_mean) = (mean(&x), mean(&y));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(&y) {
        let (x, y) = (x - x_mean, y - y_mean);
        xy += x * y;
        xx += x * x;
        yy += y * y;
    }
    let slope = xy / xx;
    let r_squared = (xy * xy / (xx * yy)).min(1.0);
    let freedom = x.len() as f64 - 2.0;
    let slope_error = ((1.0 - r_squared) * yy / (xx * freedom)).sqrt();
    Some(Regression { slope, intercept: y_mean - slope * x_mean, r_squared, slope_error, pairs: x.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_is_found_and_gaps_do_not_count() {
        let mut pairs: Vec<_> = (0..5).map(|x| (Some(f64::from(x)), Some(2.0 * f64::from(x) - 3.0))).collect();
        pairs.push((Some(9.0), None));
        let found = regression(&pairs).unwrap();
        assert!((found.slope - 2.0).abs() < 1e-12 && (found.intercept + 3.0).abs() < 1e-12);
        assert!((found.r_squared - 1.0).abs() < 1e-12 && found.slope_error.abs() < 1e-6);
        assert!((found.residual(1.0, 0.0) - 1.0).abs() < 1e-12);
        assert_eq!(found.pairs, 5);
    }

    #[test]
    fn no_line_through_a_constant() {
        assert_eq!(regression(&[(Some(1.0), Some(2.0)), (Some(1.0), Some(3.0)), (Some(1.0), Some(5.0))]), None);
    }
}
