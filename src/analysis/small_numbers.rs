//! How sure a rate from few cases is.

use crate::domain::{Indicator, Observation};

/// Coverage of an interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confidence {
    /// 90 %.
    Ninety,
    /// 95 %.
    #[default]
    NinetyFive,
    /// 99 %.
    NinetyNine,
}

impl Confidence {
    /// Two-sided quantile of the standard normal distribution.
    fn quantile(self) -> f64 {
        match self {
            Confidence::Ninety => 1.644_853_626_951_472_6,
            Confidence::NinetyFive => 1.959_963_984_540_054,
            Confidence::NinetyNine => 2.575_829_303_548_901,
        }
    }
}

/// Both ends of an interval, in the unit of what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateInterval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Smallest numerator of a rate that can stand alone (practice of Destatis and BA quotas).
const FEWEST_CASES: f64 = 3.0;
/// Smallest denominator.
const SMALLEST_BASE: f64 = 100.0;

/// Interval of a share (0 to 1) from its counts (Wilson 1927, without continuity correction).
/// None unless 0 ≤ numerator ≤ denominator and the denominator is positive.
pub fn wilson_interval(numerator: f64, denominator: f64, confidence: Confidence) -> Option<RateInterval> {
    if !(denominator > 0.0 && denominator.is_finite() && (0.0..=denominator).contains(&numerator)) {
        return None;
    }
    let z = confidence.quantile();
    let share = numerator / denominator;
    let scale = 1.0 + z * z / denominator;
    let centre = (share + z * z / (2.0 * denominator)) / scale;
    let half = z / scale * (share * (1.0 - share) / denominator + z * z / (4.0 * denominator * denominator)).sqrt();
    Some(RateInterval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) })
}

/// Interval of an observed rate in the unit of its indicator; none without numerator and denominator.
pub fn rate_interval(observation: &Observation, card: &Indicator, confidence: Confidence) -> Option<RateInterval> {
    let share = wilson_interval(observation.numerator?, observation.denominator?, confidence)?;
    Some(RateInterval { low: share.low * card.scale, high: share.high * card.scale })
}

/// Whether a rate rests on so few cases (fewer than 3 of them, or a base below 100) that it should not stand alone.
/// False where the counts are not known.
pub fn few_cases(observation: &Observation) -> bool {
    is_few(observation.numerator, observation.denominator)
}

/// Whether counts are so few that their rate should not stand alone; a count that is not known is none too few.
pub(super) fn is_few(cases: Option<f64>, base: Option<f64>) -> bool {
    cases.is_some_and(|cases| cases < FEWEST_CASES) || base.is_some_and(|base| base < SMALLEST_BASE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_agree_with_independent_software() {
        // scipy 1.17.1: binomtest(k, n).proportion_ci(confidence_level, method="wilson")
        let cases = [
            (0.0, 10.0, Confidence::NinetyFive, 0.0, 0.27753279986288926),
            (3.0, 17.0, Confidence::Ninety, 0.07281446654706444, 0.3689669780690258),
            (58.0, 321.0, Confidence::NinetyFive, 0.1424506838267169, 0.22647223400454483),
            (120.0, 120.0, Confidence::NinetyNine, 0.9476060961148389, 1.0),
        ];
        for (numerator, denominator, confidence, low, high) in cases {
            let found = wilson_interval(numerator, denominator, confidence).unwrap();
            assert!((found.low - low).abs() < 1e-12 && (found.high - high).abs() < 1e-12, "{found:?}");
        }
    }

    #[test]
    fn impossible_counts_have_no_interval() {
        for (numerator, denominator) in [(1.0, 0.0), (3.0, 2.0), (-1.0, 5.0), (f64::NAN, 5.0)] {
            assert_eq!(wilson_interval(numerator, denominator, Confidence::NinetyFive), None);
        }
    }
}
