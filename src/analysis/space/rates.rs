//! Rates of small areas: how sure they are, and what they become when areas lend each other strength.

use super::neighbours::Neighbours;
use crate::analysis::small_numbers::{Confidence, RateInterval, is_few, wilson_interval};
use crate::domain::AreaId;

/// Rates of areas whose counts are known.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallAreaRates {
    /// One row per area.
    pub rows: Vec<RateRow>,
    /// Moran's I of the standardised rates (Assunção and Reis 1999); none if they do not vary.
    pub moran: Option<super::GlobalStatistic>,
}

/// The rate of an area, as a share from 0 upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateRow {
    /// The area.
    pub area: AreaId,
    /// Cases.
    pub cases: f64,
    /// Those among whom they were counted.
    pub base: f64,
    /// cases / base
    pub rate: f64,
    /// Wilson interval; none where there are more cases than base.
    pub wilson: Option<RateInterval>,
    /// Drawn towards the rate of all (Marshall 1991).
    pub smoothed_global: f64,
    /// Drawn towards the rate of the area and its neighbours (Marshall 1991).
    pub smoothed_local: f64,
    /// Drawn towards the rate of all, for shares that are not rare (Martuzzi and Elliott 1996); none where an area has
    /// more cases than base.
    pub smoothed_binomial: Option<f64>,
    /// Whether it rests on so few cases that it should not stand alone.
    pub few: bool,
}

impl SmallAreaRates {
    /// Rates of areas from their counts; every base is positive.
    pub(super) fn new(areas: &[AreaId], cases: &[f64], bases: &[f64], neighbours: &Neighbours) -> SmallAreaRates {
        let global = empirical_bayes_global(cases, bases);
        let local = empirical_bayes_local(cases, bases, neighbours);
        let binomial = empirical_bayes_binomial(cases, bases);
        let row = |at: usize| RateRow {
            area: areas[at],
            cases: cases[at],
            base: bases[at],
            rate: cases[at] / bases[at],
            wilson: wilson_interval(cases[at], bases[at], Confidence::NinetyFive),
            smoothed_global: global[at],
            smoothed_local: local[at],
            smoothed_binomial: binomial.as_ref().map(|rates| rates[at]),
            few: is_few(Some(cases[at]), Some(bases[at])),
        };
        SmallAreaRates { rows: (0..areas.len()).map(row).collect(), moran: None }
    }
}

/// Rate of all, and the variance of the rates about it, weighted by their bases.
fn pooled(cases: &[f64], bases: &[f64]) -> (f64, f64) {
    let base: f64 = bases.iter().sum();
    let rate = cases.iter().sum::<f64>() / base;
    let squares: f64 = cases.iter().zip(bases).map(|(cases, base)| base * (cases / base - rate).powi(2)).sum();
    (rate, squares / base)
}

fn drawn(rate: f64, towards: f64, between: f64, within: f64) -> f64 {
    let whole = between + within;
    if whole > 0.0 { towards + between / whole * (rate - towards) } else { towards }
}

/// Global empirical Bayes rates by the method of moments (Marshall 1991, section 2; Poisson counts). A negative variance
/// between areas is none.
pub fn empirical_bayes_global(cases: &[f64], bases: &[f64]) -> Vec<f64> {
    let (rate, variance) = pooled(cases, bases);
    let mean_base = bases.iter().sum::<f64>() / bases.len() as f64;
    let between = (variance - rate / mean_base).max(0.0);
    cases.iter().zip(bases).map(|(cases, base)| drawn(cases / base, rate, between, rate / base)).collect()
}

/// Local empirical Bayes rates: the same within each area and its neighbours (Marshall 1991, section 3), the variance
/// taken about the rate of that neighbourhood.
pub fn empirical_bayes_local(cases: &[f64], bases: &[f64], neighbours: &Neighbours) -> Vec<f64> {
    let local = |area: usize| {
        let around = || neighbours.of(area).iter().map(|&to| to as usize).chain([area]);
        let base: f64 = around().map(|at| bases[at]).sum();
        let rate = around().map(|at| cases[at]).sum::<f64>() / base;
        let squares: f64 = around().map(|at| bases[at] * (cases[at] / bases[at] - rate).powi(2)).sum();
        let mean_base = base / around().count() as f64;
        let between = (squares / base - rate / mean_base).max(0.0);
        drawn(cases[area] / bases[area], rate, between, rate / bases[area])
    };
    (0..cases.len()).map(local).collect()
}

/// Empirical Bayes shares for conditions that are not rare, by the method of moments for binomial counts (Martuzzi and
/// Elliott 1996). None if an area has more cases than base. A negative variance between areas is none.
pub fn empirical_bayes_binomial(cases: &[f64], bases: &[f64]) -> Option<Vec<f64>> {
    if cases.iter().zip(bases).any(|(cases, base)| cases > base) {
        return None;
    }
    let (rate, variance) = pooled(cases, bases);
    let chance = rate * (1.0 - rate);
    let mean_base = bases.iter().sum::<f64>() / bases.len() as f64;
    // E(variance) = between + (rate · (1 − rate) − between) / mean base.
    let between = ((mean_base * variance - chance) / (mean_base - 1.0)).max(0.0);
    let share = |(cases, base): (&f64, &f64)| drawn(cases / base, rate, between, (chance - between) / base);
    Some(cases.iter().zip(bases).map(share).collect())
}

/// Rates standardised for Moran's I (Assunção and Reis 1999, section 4): each by the variance that its base lets expect.
/// Where that variance is negative, chance alone is taken.
pub fn assuncao_reis(cases: &[f64], bases: &[f64]) -> Vec<f64> {
    let (rate, variance) = pooled(cases, bases);
    let mean_base = bases.iter().sum::<f64>() / bases.len() as f64;
    let between = variance - rate / mean_base;
    let standardised = |(cases, base): (&f64, &f64)| {
        let expected = between + rate / base;
        let expected = if expected < 0.0 { rate / base } else { expected };
        (cases / base - rate) / expected.sqrt()
    };
    cases.iter().zip(bases).map(standardised).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_with_few_people_is_drawn_further_than_one_with_many() {
        let (cases, bases) = ([2.0, 400.0, 100.0, 350.0], [4.0, 1000.0, 1000.0, 1000.0]);
        let smoothed = empirical_bayes_global(&cases, &bases);
        let rate = 852.0 / 3004.0;
        let kept = |at: usize| (smoothed[at] - rate) / (cases[at] / bases[at] - rate);
        assert!(kept(0) < 0.2 && kept(1) > 0.9 && kept(2) > 0.9, "{smoothed:?}");
    }

    #[test]
    fn rates_without_more_spread_than_chance_become_one() {
        let (cases, bases) = ([10.0, 11.0, 9.0], [100.0, 100.0, 100.0]);
        for smoothed in [empirical_bayes_global(&cases, &bases), empirical_bayes_binomial(&cases, &bases).unwrap()] {
            assert!(smoothed.iter().all(|rate| (rate - 0.1).abs() < 1e-12), "{smoothed:?}");
        }
        assert_eq!(empirical_bayes_binomial(&[5.0], &[4.0]), None);
    }

    #[test]
    fn no_cases_at_all_give_rates_of_zero_and_no_nan() {
        let (cases, bases) = ([0.0, 0.0], [10.0, 20.0]);
        assert_eq!(empirical_bayes_global(&cases, &bases), [0.0, 0.0]);
        assert_eq!(empirical_bayes_local(&cases, &bases, &Neighbours::from_pairs(2, vec![(0, 1)])), [0.0, 0.0]);
        assert_eq!(empirical_bayes_binomial(&cases, &bases).unwrap(), [0.0, 0.0]);
    }
}
