//! Variance-based sensitivity: how much of what varies is due to which choice.
//!
//! Design of Saltelli et al. (2010): two independent samples A and B of all choices, and for each choice the sample A
//! with that choice taken from B. First-order and total indices by the estimators of Jansen (1999). A choice may
//! consist of many numbers (all weights are one choice); its index is then that of the group.

use super::rank::ranks;
use super::uncertainty::random::{Random, Streams};
use super::uncertainty::{Choice, Draw, Space, Workspace};
use super::{IndexRun, SpecError};
use crate::domain::PlanningData;
use crate::jobs::{Cancelled, Progress};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

/// Size of the two samples that is enough to order the choices of a recipe.
pub const SOBOL_BASE: u32 = 1024;

/// Added to the seed of the recipe, so that the design does not repeat the replications.
const SALT: u64 = 0x50b0_1000_0000_0000;
/// Numbers of streams between two rows of the design: both samples of all choices.
const STREAMS_PER_ROW: u64 = 32;
/// Variance of ranks below which nothing varies.
const NO_VARIANCE: f64 = 1e-9;

/// A sensitivity index and how much another seed may change it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SobolIndex {
    /// Share of the variance; estimates may fall a little below 0 or above 1.
    pub value: f64,
    /// Monte Carlo standard error (delta method for the ratio).
    pub standard_error: f64,
}

/// What one quantity hangs on. Vectors follow [`RankSensitivity::choices`].
#[derive(Clone, Debug, PartialEq)]
pub struct SobolTarget {
    /// Mean of the quantity.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
    /// First-order indices: the share of the variance that is due to the choice alone. Empty where nothing varies.
    pub first: Vec<SobolIndex>,
    /// Total indices: the share that the choice has a part in, alone or together with others. Empty where nothing
    /// varies.
    pub total: Vec<SobolIndex>,
}

/// What the ranks hang on.
#[derive(Clone, Debug, PartialEq)]
pub struct RankSensitivity {
    /// The choices that vary.
    pub choices: Vec<Choice>,
    /// Size of each of the two samples.
    pub base: u32,
    /// Seed of the design.
    pub seed: u64,
    /// Rankings that were computed: base · (choices + 2).
    pub evaluations: u32,
    /// Mean absolute shift of the ranks against the recipe as it is (Saisana, Saltelli and Tarantola 2005).
    pub mean_shift: SobolTarget,
    /// Rank of each area, in the order of [`IndexRun::areas`].
    pub ranks: Vec<SobolTarget>,
}

impl RankSensitivity {
    /// The choices by total index of the mean shift, the strongest first.
    pub fn by_weight(&self) -> Vec<(Choice, SobolIndex)> {
        let mut found: Vec<_> = self.choices.iter().copied().zip(self.mean_shift.total.iter().copied()).collect();
        found.sort_by(|left, right| right.1.value.total_cmp(&left.1.value).then(left.0.cmp(&right.0)));
        found
    }
}

/// Sensitivity of the ranks to each choice that the recipe varies. `base` is the size of the two samples,
/// [`SOBOL_BASE`] if in doubt; 16 bytes per area, choice and row of the design are held meanwhile.
///
/// # Errors
/// [`SpecError::Cancelled`], [`SpecError::BadUncertainty`] for fewer than two rows, or those of the variation.
pub fn rank_sensitivity(
    data: &PlanningData,
    run: &IndexRun,
    base: u32,
    progress: &Progress,
) -> Result<RankSensitivity, SpecError> {
    if base < 2 {
        return Err(SpecError::BadUncertainty);
    }
    let space = Space::new(data, run)?;
    let choices = space.choices();
    let seed = run.spec.uncertainty.seed.wrapping_add(SALT);
    let rows = evaluate(&space, &choices, base, &Streams::new(seed), progress)?;
    let own = ranks(&run.index, run.spec.ties);
    let shift = |ranks: &[u32]| {
        let sum: f64 = ranks.iter().zip(&own).map(|(&rank, &own)| f64::from(rank.abs_diff(own))).sum();
        sum / own.len() as f64
    };
    let areas = own.len();
    let of = |value: &(dyn Fn(&[u32]) -> f64 + Sync)| {
        let values: Vec<f64> = rows.iter().flat_map(|row| row.chunks(areas)).map(value).collect();
        sobol_target(&values, choices.len())
    };
    let mean_shift = of(&shift);
    let ranks = (0..areas).into_par_iter().map(|row| of(&|ranks: &[u32]| f64::from(ranks[row]))).collect();
    let evaluations = base * (choices.len() as u32 + 2);
    Ok(RankSensitivity { choices, base, seed, evaluations, mean_shift, ranks })
}

/// Ranks of the whole design: per row those of A, of B, and of A with each choice from B.
fn evaluate(
    space: &Space,
    choices: &[Choice],
    base: u32,
    streams: &Streams,
    progress: &Progress,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let areas = space.run.areas.len();
    let done = AtomicU64::new(0);
    let row = |work: &mut Workspace, row: u32| {
        let stream = |side: u64, choice: usize| -> Random {
            streams.get(u64::from(row) * STREAMS_PER_ROW + side * (STREAMS_PER_ROW / 2) + choice as u64)
        };
        let decided = |side_of: &dyn Fn(usize) -> u64| -> Draw {
            let mut draw = space.own();
            for (at, &choice) in choices.iter().enumerate() {
                space.decide(choice, &mut stream(side_of(at), at), &mut draw);
            }
            draw
        };
        let mut found = vec![0; areas * (choices.len() + 2)];
        let mut parts = found.chunks_mut(areas.max(1));
        let mut next = |draw: Draw| parts.next().into_iter().for_each(|ranks| space.rank(&draw, work, ranks));
        next(decided(&|_| 0));
        next(decided(&|_| 1));
        (0..choices.len()).for_each(|from_b| next(decided(&|at| u64::from(at == from_b))));
        progress.step(done.fetch_add(1, Ordering::Relaxed) + 1, u64::from(base))?;
        Ok(found)
    };
    (0..base).into_par_iter().map_init(Workspace::default, row).collect()
}

/// Indices of one quantity from its values over the design: row by row A, B, and A with each of `choices` from B.
fn sobol_target(values: &[f64], choices: usize) -> SobolTarget {
    let rows = || values.chunks_exact(choices + 2);
    let n = rows().count() as f64;
    let mean = rows().map(|row| row[0] + row[1]).sum::<f64>() / (2.0 * n);
    let spread = |row: &[f64]| 0.5 * ((row[0] - mean) * (row[0] - mean) + (row[1] - mean) * (row[1] - mean));
    let variance = rows().map(spread).sum::<f64>() / n;
    if variance <= NO_VARIANCE {
        return SobolTarget { mean, variance: 0.0, first: Vec::new(), total: Vec::new() };
    }
    // Half the mean square of the difference between a sample and A with one choice from B, over the variance.
    let ratio = |sample: usize, choice: usize| {
        let half = |row: &[f64]| 0.5 * (row[sample] - row[choice + 2]) * (row[sample] - row[choice + 2]);
        let value = rows().map(half).sum::<f64>() / n / variance;
        let rest: f64 = rows().map(|row| half(row) - value * spread(row)).map(|rest| rest * rest).sum();
        SobolIndex { value, standard_error: (rest / n).sqrt() / (variance * n.sqrt()) }
    };
    let first = |choice| {
        let others = ratio(1, choice);
        SobolIndex { value: 1.0 - others.value, ..others }
    };
    SobolTarget {
        mean,
        variance,
        first: (0..choices).map(first).collect(),
        total: (0..choices).map(|choice| ratio(0, choice)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::run;
    use super::super::testing::{Planted, planted, with_counts};
    use super::*;
    use std::f64::consts::PI;

    /// Ishigami and Homma (1990) with a = 7, b = 0.1.
    fn ishigami(x: &[f64; 3]) -> f64 {
        libm::sin(x[0]) + 7.0 * libm::pow(libm::sin(x[1]), 2.0) + 0.1 * libm::pow(x[2], 4.0) * libm::sin(x[0])
    }

    fn within(found: SobolIndex, expected: f64) {
        assert!((found.value - expected).abs() < 4.0 * found.standard_error, "{found:?} instead of {expected}");
        assert!(found.standard_error < 0.02, "{found:?}");
    }

    #[test]
    fn the_ishigami_function_has_its_published_indices() {
        let streams = Streams::new(5);
        let point = |number: u64| {
            let mut random = streams.get(number);
            [(); 3].map(|()| PI * (2.0 * random.uniform() - 1.0))
        };
        let values: Vec<f64> = (0..1u64 << 14)
            .flat_map(|row| {
                let (a, b) = (point(2 * row), point(2 * row + 1));
                let mixed = |choice: usize| {
                    let mut mixed = a;
                    mixed[choice] = b[choice];
                    ishigami(&mixed)
                };
                [ishigami(&a), ishigami(&b), mixed(0), mixed(1), mixed(2)]
            })
            .collect();
        let found = sobol_target(&values, 3);
        // Analytical values, e.g. Saltelli et al. (2008), Global Sensitivity Analysis, section 4.6.
        for (at, (first, total)) in
            [(0.313_905, 0.557_589), (0.442_411, 0.442_411), (0.0, 0.243_684)].iter().enumerate()
        {
            within(found.first[at], *first);
            within(found.total[at], *total);
        }
        assert!((found.variance - 13.844_587).abs() < 0.3, "{}", found.variance);
    }

    #[test]
    fn the_estimators_agree_with_independent_software() {
        let table = include_str!("../../tests/fixtures/analysis/sobol_design.csv");
        let number = |cell: &str| cell.parse::<f64>().unwrap();
        let values: Vec<f64> = table.lines().skip(1).flat_map(|line| line.split(',').map(number)).collect();
        let expected = include_str!("../../tests/fixtures/analysis/sobol_expected.csv");
        let found = sobol_target(&values, 3);
        for (at, line) in expected.lines().skip(1).enumerate() {
            let cells: Vec<f64> = line.split(',').skip(1).map(number).collect();
            assert!((found.first[at].value - cells[0]).abs() < 1e-12, "first {at}");
            assert!((found.total[at].value - cells[1]).abs() < 1e-12, "total {at}");
        }
    }

    #[test]
    fn where_only_weights_vary_everything_hangs_on_them() {
        let Planted { data, mut spec } = planted(15, 4);
        spec.uncertainty.normalisations.clear();
        let run = run(&data, &spec).unwrap();
        let found = rank_sensitivity(&data, &run, 64, &Progress::new()).unwrap();
        assert_eq!(found.choices, [Choice::Weights]);
        assert!((found.mean_shift.first[0].value - 1.0).abs() < 1e-12);
        let total = found.mean_shift.total[0];
        assert!((total.value - 1.0).abs() < 4.0 * total.standard_error, "{total:?}");
    }

    #[test]
    fn a_small_variation_of_weights_weighs_less_than_leaving_indicators_out() {
        let Planted { data, mut spec } = planted(20, 4);
        spec.uncertainty.normalisations.clear();
        spec.uncertainty.weight_variation = 0.02;
        spec.uncertainty.leave_one_out = true;
        let run = run(&data, &spec).unwrap();
        let found = rank_sensitivity(&data, &run, 128, &Progress::new()).unwrap();
        let order: Vec<Choice> = found.by_weight().into_iter().map(|(choice, _)| choice).collect();
        assert_eq!(order, [Choice::Indicators, Choice::Weights]);
        let leader = run.row_of(super::super::testing::LEADER).unwrap();
        assert!(found.ranks[leader].first.is_empty(), "an area that always leads hangs on nothing");
    }

    #[test]
    fn the_design_is_the_same_for_any_number_of_threads() {
        let Planted { data, mut spec } = with_counts(12, 3);
        spec.uncertainty.sampling = crate::domain::Sampling::Beta;
        let run = run(&data, &spec).unwrap();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| rank_sensitivity(&data, &run, 32, &Progress::new())).unwrap()
        };
        assert_eq!(with(1), with(4));
        assert_eq!(with(1).evaluations, 32 * 5);
    }
}
