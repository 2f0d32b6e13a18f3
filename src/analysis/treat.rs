//! Outlying values: winsorised or put on a logarithmic scale before they are normalised.
//!
//! What is done is found from the reference set and then applied to the areas that take part, so that both stay on one
//! scale.

use super::SpecError;
use super::statistics::{kurtosis, range, skewness};
use crate::domain::{Moments, Treatment};

/// What is done to one indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fitted {
    /// Nothing.
    Unchanged,
    /// Values beyond these are set to them.
    Capped { low: f64, high: f64 },
    /// ln(value + shift).
    Log { shift: f64 },
}

impl Fitted {
    /// Finds what is done from the observed values of the reference set.
    ///
    /// # Errors
    /// [`SpecError::LogOfNegative`] where a value plus shift is not above 0.
    pub fn fit(known: &[f64], treatment: Treatment, code: &str) -> Result<Fitted, SpecError> {
        match treatment {
            Treatment::None => Ok(Fitted::Unchanged),
            Treatment::Winsorise { skewness, kurtosis, most_points, moments } => {
                Ok(winsorise(known, Thresholds { skewness, kurtosis, most_points: most_points as usize, moments }))
            }
            Treatment::Log { shift } => {
                let fitted = Fitted::Log { shift };
                fitted.check(known, code).map(|()| fitted)
            }
        }
    }

    /// Whether the values have a logarithm.
    pub fn check(self, values: &[f64], code: &str) -> Result<(), SpecError> {
        match self {
            Fitted::Log { shift } if values.iter().any(|value| value + shift <= 0.0) => {
                Err(SpecError::LogOfNegative(code.to_owned()))
            }
            Fitted::Unchanged | Fitted::Capped { .. } | Fitted::Log { .. } => Ok(()),
        }
    }

    /// The treated value; a gap stays a gap.
    pub fn value(self, value: f64) -> f64 {
        match self {
            Fitted::Unchanged => value,
            Fitted::Capped { low, high } => value.clamp(low, high),
            Fitted::Log { shift } => libm::log(value + shift),
        }
    }

    /// Whether this changes a value.
    pub fn touches(self, value: f64) -> bool {
        match self {
            Fitted::Unchanged => false,
            Fitted::Capped { low, high } => value < low || value > high,
            Fitted::Log { .. } => !value.is_nan(),
        }
    }
}

#[derive(Clone, Copy)]
struct Thresholds {
    skewness: f64,
    kurtosis: f64,
    most_points: usize,
    moments: Moments,
}

/// Sets the outermost value on the skewed side to its neighbour until either threshold holds or `most_points` values
/// are touched (Becker, Saisana, Paruolo and Vandecasteele 2017; COINr `winsorise`).
fn winsorise(known: &[f64], limits: Thresholds) -> Fitted {
    let mut values = known.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    let (mut low, mut high) = (0, values.len().saturating_sub(1));
    loop {
        let skew = skewness(&values, limits.moments);
        if skew.abs() <= limits.skewness || kurtosis(&values, limits.moments) <= limits.kurtosis || skew.is_nan() {
            break;
        }
        let inner = if skew > 0.0 {
            values[..high].iter().rposition(|&value| value < values[high])
        } else {
            values[low + 1..].iter().position(|&value| value > values[low]).map(|at| at + low + 1)
        };
        let Some(inner) = inner else { break };
        let (next_low, next_high) = if skew > 0.0 { (low, inner) } else { (inner, high) };
        if next_low + (values.len() - 1 - next_high) > limits.most_points {
            break;
        }
        (low, high) = (next_low, next_high);
        let (bottom, top) = (values[low], values[high]);
        values[..low].fill(bottom);
        values[high + 1..].fill(top);
    }
    let touched = low > 0 || high + 1 < values.len();
    let (bottom, top) = range(&values);
    if touched { Fitted::Capped { low: bottom, high: top } } else { Fitted::Unchanged }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn winsorised(most_points: u32) -> Treatment {
        Treatment::Winsorise { skewness: 2.0, kurtosis: 3.5, most_points, moments: Moments::Sample }
    }

    #[test]
    fn an_outlier_takes_its_neighbours_value_and_no_more_points_than_allowed() {
        let mut values: Vec<f64> = (1..=20).map(f64::from).collect();
        values.push(900.0);
        assert_eq!(Fitted::fit(&values, winsorised(5), "x"), Ok(Fitted::Capped { low: 1.0, high: 20.0 }));
        assert_eq!(Fitted::fit(&values, winsorised(0), "x"), Ok(Fitted::Unchanged));
        let low: Vec<f64> = values.iter().map(|value| -value).collect();
        assert_eq!(Fitted::fit(&low, winsorised(5), "x"), Ok(Fitted::Capped { low: -20.0, high: -1.0 }));
    }

    #[test]
    fn a_value_without_logarithm_is_refused() {
        let log = |shift| Fitted::fit(&[0.0, 4.0], Treatment::Log { shift }, "x");
        assert_eq!(log(0.0), Err(SpecError::LogOfNegative("x".into())));
        assert!((log(1.0).unwrap().value(0.0)).abs() < 1e-12);
    }
}
