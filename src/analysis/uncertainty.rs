//! Rank intervals: the recipe varied many times.
//!
//! Each replication has its own stream of the counter-based generator, so the result is the same for any number of
//! threads. Values are normalised once per method; a replication only draws a method and weights, and ranks.

use super::rank::Ranker;
use super::{Choices, IndexRun, RankIntervals, SpecError};
use crate::domain::{IndexSpec, Normalisation};
use crate::jobs::{Cancelled, Progress};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

/// Replications that one task works through.
const BATCH: u32 = 50;
/// Areas whose distributions one task gathers.
const AREAS: usize = 16;
/// Share of replications from which on one area is said to rank before another.
const BEFORE: f64 = 0.95;

/// Ranks the areas of a run anew under varied weights and normalisations.
///
/// Every replication multiplies each weight by a uniform draw from 1 ± the recipe's variation and draws one of its
/// normalisations; selection, reference set, imputation and aggregation stay as they are.
///
/// # Errors
/// [`SpecError::Cancelled`], or [`SpecError::NoRobustSpread`] for a run made by hand.
pub fn rank_intervals(run: &IndexRun, progress: &Progress) -> Result<RankIntervals, SpecError> {
    let model = Model::new(run)?;
    let ranks = replicate(&model, run, progress)?;
    let replications = run.spec.uncertainty.replications as usize;
    let (low, median, high, top_share) = summarise(&ranks, replications, &run.spec);
    Ok(RankIntervals {
        replications: run.spec.uncertainty.replications,
        seed: run.spec.uncertainty.seed,
        low,
        median,
        high,
        top_share,
        top_places: run.spec.uncertainty.top_places,
        group: groups(run, &ranks, replications),
    })
}

/// What a replication needs: normalised columns per method, base weights, and who lacks what.
struct Model {
    areas: usize,
    variants: Vec<Vec<Vec<f64>>>,
    weights: Vec<f64>,
    /// Rows with gaps, each with the indicators that it lacks.
    gaps: Vec<(usize, Vec<usize>)>,
}

impl Model {
    fn new(run: &IndexRun) -> Result<Model, SpecError> {
        let own_method = [run.spec.normalise];
        let named = &run.spec.uncertainty.normalisations;
        let methods: &[Normalisation] = if named.is_empty() { &own_method } else { named };
        let variant = |&method: &Normalisation| -> Result<Vec<Vec<f64>>, SpecError> {
            let choices = Choices { normalise: Some(method), ..run.kernel.own().clone() };
            let values = run.kernel.values(&choices)?;
            Ok(values.normalised.columns().iter().map(|column| without_nan(column.to_vec())).collect())
        };
        let variants = methods.iter().map(variant).collect::<Result<_, _>>()?;
        let values: Vec<Vec<f64>> = run.normalised.columns().iter().map(|column| column.to_vec()).collect();
        Ok(Model { areas: run.areas.len(), variants, weights: run.weights.clone(), gaps: gaps(&values, &run.weights) })
    }

    /// Scores of one replication, up to a positive factor.
    fn score(&self, variant: usize, weights: &[f64], scores: &mut [f64]) {
        scores.fill(0.0);
        let columns = &self.variants[variant];
        for (columns, weights) in columns.chunks(4).zip(weights.chunks(4)) {
            match (columns, weights) {
                ([a, b, c, d], &[p, q, r, s]) => {
                    let four = a.iter().zip(b).zip(c.iter().zip(d));
                    for (score, ((a, b), (c, d))) in scores.iter_mut().zip(four) {
                        *score += (p * a + q * b) + (r * c + s * d);
                    }
                }
                _ => {
                    for (column, weight) in columns.iter().zip(weights) {
                        scores.iter_mut().zip(column).for_each(|(score, value)| *score += weight * value);
                    }
                }
            }
        }
        let full: f64 = weights.iter().sum();
        for (row, missing) in &self.gaps {
            let present = full - missing.iter().map(|&at| weights[at]).sum::<f64>();
            scores[*row] *= full / present.max(f64::MIN_POSITIVE);
        }
    }
}

fn without_nan(mut column: Vec<f64>) -> Vec<f64> {
    column.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = 0.0);
    column
}

fn gaps(columns: &[Vec<f64>], weights: &[f64]) -> Vec<(usize, Vec<usize>)> {
    let lacks = |row: usize| -> Vec<usize> {
        (0..columns.len()).filter(|&at| weights[at] > 0.0 && columns[at][row].is_nan()).collect()
    };
    let rows = columns.first().map_or(0, Vec::len);
    (0..rows).map(|row| (row, lacks(row))).filter(|(_, missing)| !missing.is_empty()).collect()
}

/// The generator of one replication.
fn stream(base: &ChaCha8Rng, replication: u32) -> ChaCha8Rng {
    let mut random = base.clone();
    random.set_stream(u64::from(replication));
    random
}

/// A uniform draw from [0, 1) with 53 bits.
fn uniform(random: &mut ChaCha8Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// Ranks of all replications, area by area: `ranks[area * replications + replication]`.
fn replicate(model: &Model, run: &IndexRun, progress: &Progress) -> Result<Vec<u32>, Cancelled> {
    let total = run.spec.uncertainty.replications;
    let base = ChaCha8Rng::seed_from_u64(run.spec.uncertainty.seed);
    let done = AtomicU64::new(0);
    progress.step(0, u64::from(total))?;
    let batches = (0..total.div_ceil(BATCH)).into_par_iter().map(|batch| {
        let from = batch * BATCH;
        let to = total.min(from + BATCH);
        let ranks = batch_ranks(model, run, &base, from..to);
        let finished = done.fetch_add(u64::from(to - from), Ordering::Relaxed) + u64::from(to - from);
        progress.step(finished, u64::from(total))?;
        Ok(ranks)
    });
    let batches: Vec<Vec<u32>> = batches.collect::<Result<_, Cancelled>>()?;
    let mut ranks = vec![0; model.areas * total as usize];
    ranks.par_chunks_mut(AREAS * total as usize).enumerate().for_each(|(block, ranks)| {
        for (at, row) in batches.iter().flat_map(|batch| batch.chunks(model.areas)).enumerate() {
            for (area, &rank) in row[block * AREAS..].iter().take(AREAS).enumerate() {
                ranks[area * total as usize + at] = rank;
            }
        }
    });
    Ok(ranks)
}

/// Ranks of some replications, one row of areas per replication.
fn batch_ranks(model: &Model, run: &IndexRun, base: &ChaCha8Rng, replications: std::ops::Range<u32>) -> Vec<u32> {
    let variation = run.spec.uncertainty.weight_variation;
    let mut ranker = Ranker::default();
    let mut scores = vec![0.0; model.areas];
    let mut weights = model.weights.clone();
    let mut ranks = vec![0; model.areas * replications.len()];
    for (replication, ranks) in replications.zip(ranks.chunks_mut(model.areas.max(1))) {
        let mut random = stream(base, replication);
        let chance = uniform(&mut random);
        let variant = ((chance * model.variants.len() as f64) as usize).min(model.variants.len() - 1);
        for (weight, own) in weights.iter_mut().zip(&model.weights) {
            *weight = own * (1.0 + variation * (2.0 * uniform(&mut random) - 1.0));
        }
        if weights.iter().sum::<f64>() <= 0.0 {
            weights.clone_from(&model.weights);
        }
        model.score(variant, &weights, &mut scores);
        ranker.rank(&scores, run.spec.ties, ranks);
    }
    ranks
}

/// Lower end, median, upper end and share among the first places, per area.
fn summarise(ranks: &[u32], replications: usize, spec: &IndexSpec) -> (Vec<f64>, Vec<f64>, Vec<f64>, Vec<f64>) {
    let tail = (1.0 - spec.uncertainty.coverage_percent / 100.0) / 2.0;
    let areas = ranks.len() / replications;
    let top = (spec.uncertainty.top_places as usize).min(areas);
    let summaries: Vec<[f64; 4]> = ranks
        .par_chunks(replications)
        .map(|ranks| {
            let counts = counts(ranks, areas);
            let among: u32 = counts[..=top].iter().sum();
            let quantile = |share: f64| quantile_type_7(&counts, replications, share);
            [quantile(tail), quantile(0.5), quantile(1.0 - tail), f64::from(among) / replications as f64]
        })
        .collect();
    let column = |at: usize| summaries.iter().map(|summary| summary[at]).collect();
    (column(0), column(1), column(2), column(3))
}

/// How often each rank occurs; entry 0 stays empty.
fn counts(ranks: &[u32], areas: usize) -> Vec<u32> {
    let mut counts = vec![0; areas + 1];
    for &rank in ranks {
        counts[rank as usize] += 1;
    }
    counts
}

/// Quantile type 7 (Hyndman and Fan 1996): linear between the order statistics at (n − 1) · p.
fn quantile_type_7(counts: &[u32], n: usize, share: f64) -> f64 {
    let position = (n - 1) as f64 * share;
    let below = position.floor();
    let low = order_statistic(counts, below as usize);
    let high = order_statistic(counts, (below as usize + 1).min(n - 1));
    low + (position - below) * (high - low)
}

/// The value at this place, counted from 0, of the sorted values that the counts stand for.
fn order_statistic(counts: &[u32], place: usize) -> f64 {
    let mut seen = 0;
    let value = counts.iter().position(|&count| {
        seen += count as usize;
        seen > place
    });
    value.unwrap_or(counts.len() - 1) as f64
}

/// Groups by rank: a new one begins where its predecessor's first member ranks before in at least 95 % of the replications.
fn groups(run: &IndexRun, ranks: &[u32], replications: usize) -> Vec<usize> {
    let of = |row: usize| &ranks[row * replications..(row + 1) * replications];
    let mut groups = vec![0; run.areas.len()];
    let mut current = 0;
    let order = run.by_rank();
    let Some(&(mut first)) = order.first() else { return groups };
    for &row in &order {
        let before = of(first).iter().zip(of(row)).filter(|(first, other)| first < other).count();
        if before as f64 >= BEFORE * replications as f64 {
            current += 1;
            first = row;
        }
        groups[row] = current;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Planted, planted};
    use super::super::{rank, run};
    use super::*;

    #[test]
    fn the_quantile_is_of_type_seven() {
        let counts = counts(&[1, 2, 3, 4], 4);
        for (share, expected) in [(0.0, 1.0), (0.05, 1.15), (0.5, 2.5), (0.95, 3.85), (1.0, 4.0)] {
            assert!((quantile_type_7(&counts, 4, share) - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_with_one_and_two_threads() {
        let Planted { data, spec } = planted(40, 5);
        let run = run(&data, &spec).unwrap();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| rank_intervals(&run, &Progress::new())).unwrap()
        };
        assert_eq!(with(1), with(2));
        let mut other = run.clone();
        other.spec.uncertainty.seed += 1;
        assert_ne!(rank_intervals(&other, &Progress::new()).unwrap(), with(1));
    }

    #[test]
    fn without_variation_every_interval_is_the_rank() {
        let Planted { data, mut spec } = planted(30, 4);
        spec.uncertainty.weight_variation = 0.0;
        spec.uncertainty.normalisations.clear();
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        for (row, &own) in ranking.run.rank.iter().enumerate() {
            let own = f64::from(own);
            for found in [ranking.intervals.low[row], ranking.intervals.median[row], ranking.intervals.high[row]] {
                assert!((found - own).abs() < 1e-12);
            }
            assert_eq!(ranking.intervals.group[row] + 1, ranking.run.rank[row] as usize);
        }
    }

    #[test]
    fn an_area_that_leads_everywhere_leads_in_every_replication() {
        let Planted { data, spec } = planted(30, 4);
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        let leader = ranking.run.row_of(testing_leader()).unwrap();
        assert!((ranking.intervals.high[leader] - 1.0).abs() < 1e-12);
        assert!((ranking.intervals.top_share[leader] - 1.0).abs() < 1e-12);
        assert_eq!(ranking.intervals.group[leader], 0);
    }

    fn testing_leader() -> crate::domain::AreaId {
        super::super::testing::LEADER
    }

    #[test]
    fn a_cancelled_computation_stops() {
        let Planted { data, spec } = planted(10, 3);
        let progress = Progress::new();
        progress.cancel();
        assert_eq!(rank(&data, &spec, &progress), Err(SpecError::Cancelled));
    }
}
