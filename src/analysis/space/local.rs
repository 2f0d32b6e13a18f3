//! Which areas lie among their like, and which stick out.

use super::global::pseudo_p;
use super::neighbours::Neighbours;
use super::sampling::{Sampler, Stream};
use crate::analysis::statistics::mean;
use crate::jobs::{Cancelled, Progress};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

/// Areas that one task works through.
const BATCH: usize = 16;
/// Sums that differ by less than this share are the same.
const NOISE: f64 = 1e-12;

/// Where an area stands: its own value against the mean, and the mean of its neighbours against the mean (Anselin 1996).
/// A value on the mean counts as low.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// High among high.
    HighHigh,
    /// Low among high.
    LowHigh,
    /// Low among low.
    LowLow,
    /// High among low.
    HighLow,
}

impl Quadrant {
    /// Stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            Quadrant::HighHigh => "high_high",
            Quadrant::LowHigh => "low_high",
            Quadrant::LowLow => "low_low",
            Quadrant::HighLow => "high_low",
        }
    }
}

/// The local statistics of one area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalStatistics {
    /// Mean value of the neighbours.
    pub lag: f64,
    /// Local Moran I_i = z_i / m₂ · Σ w_ij z_j with m₂ = Σz² / n and rows summing to one (Anselin 1995, equation 12): the
    /// mean over all areas is Moran's I.
    pub moran: f64,
    /// Own value and neighbours against the mean.
    pub quadrant: Quadrant,
    /// Local Geary c_i = Σ w_ij (x_i − x_j)² of standardised values, divisor n (Anselin 2019).
    pub geary: f64,
    /// G_i of Ord and Getis (1995), standardised: the neighbours without the area itself. None if all others are the same.
    pub g: Option<f64>,
    /// G*_i of Ord and Getis (1995), standardised: the area and its neighbours.
    pub g_star: f64,
    /// Pseudo p of the neighbours' sum by conditional permutation: of local Moran, G and G* alike, because all three
    /// rise and fall with that sum. None without permutations.
    pub p: Option<f64>,
    /// The same, corrected for testing every area (Benjamini and Hochberg 1995).
    pub p_corrected: Option<f64>,
    /// Pseudo p of local Geary.
    pub p_geary: Option<f64>,
    /// The same, corrected.
    pub p_geary_corrected: Option<f64>,
}

/// Local statistics of values; every area has a neighbour, the values are finite and not all the same.
///
/// Each area keeps its own value, and its neighbours' values are drawn from all others without repetition: as many
/// samples as `permutations`, for each area from its own stream.
///
/// # Errors
/// [`Cancelled`] if the planner stopped it.
pub fn local_statistics(
    values: &[f64],
    neighbours: &Neighbours,
    permutations: u32,
    seed: u64,
    progress: &Progress,
) -> Result<Vec<LocalStatistics>, Cancelled> {
    let n = values.len();
    let centre = mean(values);
    let z: Vec<f64> = values.iter().map(|value| value - centre).collect();
    let base = Stream::base(seed);
    let done = AtomicU64::new(0);
    let whole = Whole::of(&z, centre);
    let batches = (0..n.div_ceil(BATCH)).into_par_iter().map_init(
        || Sampler::new(n),
        |sampler, batch| {
            let areas = batch * BATCH..n.min((batch + 1) * BATCH);
            let finished = done.fetch_add(areas.len() as u64, Ordering::Relaxed);
            progress.step(finished, n as u64)?;
            let mut of = |area: usize| {
                let statistics = whole.local(&z, neighbours.of(area), area);
                let mut random = Stream::new(&base, area as u64);
                let counts = counts(sampler, &mut random, &z, neighbours.of(area), area, permutations);
                (statistics, counts)
            };
            Ok(areas.map(&mut of).collect::<Vec<_>>())
        },
    );
    let found: Vec<Vec<(LocalStatistics, [u32; 4])>> = batches.collect::<Result<_, Cancelled>>()?;
    Ok(with_p(found.into_iter().flatten().collect(), permutations))
}

fn with_p(found: Vec<(LocalStatistics, [u32; 4])>, permutations: u32) -> Vec<LocalStatistics> {
    if permutations == 0 {
        return found.into_iter().map(|(statistics, _)| statistics).collect();
    }
    let p = |at: usize| -> Vec<f64> {
        let outer = found.iter().map(|(_, counts)| counts[at].min(counts[at + 1]));
        outer.map(|count| pseudo_p(count, permutations)).collect()
    };
    let (sum, geary) = (p(0), p(2));
    let (sum_corrected, geary_corrected) = (benjamini_hochberg(&sum), benjamini_hochberg(&geary));
    let rows = found.into_iter().enumerate();
    rows.map(|(at, (statistics, _))| LocalStatistics {
        p: Some(sum[at]),
        p_corrected: Some(sum_corrected[at]),
        p_geary: Some(geary[at]),
        p_geary_corrected: Some(geary_corrected[at]),
        ..statistics
    })
    .collect()
}

/// What all areas share.
struct Whole {
    n: f64,
    centre: f64,
    sum: f64,
    squares: f64,
}

impl Whole {
    fn of(z: &[f64], centre: f64) -> Whole {
        Whole { n: z.len() as f64, centre, sum: z.iter().sum(), squares: z.iter().map(|z| z * z).sum() }
    }

    fn local(&self, z: &[f64], neighbours: &[u32], area: usize) -> LocalStatistics {
        let own = z[area];
        let links = neighbours.len() as f64;
        let sum: f64 = neighbours.iter().map(|&to| z[to as usize]).sum();
        let squares: f64 = neighbours.iter().map(|&to| z[to as usize] * z[to as usize]).sum();
        let second = self.squares / self.n;
        let quadrant = match (own > 0.0, sum > 0.0) {
            (true, true) => Quadrant::HighHigh,
            (false, true) => Quadrant::LowHigh,
            (false, false) => Quadrant::LowLow,
            (true, false) => Quadrant::HighLow,
        };
        LocalStatistics {
            lag: self.centre + sum / links,
            moran: own / second * (sum / links),
            quadrant,
            geary: (links * own * own - 2.0 * own * sum + squares) / (links * second),
            g: self.g(own, sum, links),
            g_star: self.g_star(own + sum, links + 1.0),
            p: None,
            p_corrected: None,
            p_geary: None,
            p_geary_corrected: None,
        }
    }

    /// Deviations stand for the values: the standardised form does not change by a shift.
    fn g(&self, own: f64, sum: f64, links: f64) -> Option<f64> {
        let others = self.n - 1.0;
        let centre = (self.sum - own) / others;
        let variance = (self.squares - own * own) / others - centre * centre;
        let spread = (others * links - links * links) / (others - 1.0);
        // With all others as neighbours, or all others alike, nothing can stand out.
        (variance > 0.0 && spread > 0.0).then(|| (sum - links * centre) / (variance * spread).sqrt())
    }

    fn g_star(&self, sum: f64, links: f64) -> f64 {
        let centre = self.sum / self.n;
        let variance = self.squares / self.n - centre * centre;
        let spread = (self.n * links - links * links) / (self.n - 1.0);
        if spread > 0.0 { (sum - links * centre) / (variance * spread).sqrt() } else { 0.0 }
    }
}

/// How often samples lie at least as high and at most as high: the sum of the neighbours, and local Geary.
fn counts(
    sampler: &mut Sampler,
    random: &mut Stream,
    z: &[f64],
    neighbours: &[u32],
    area: usize,
    permutations: u32,
) -> [u32; 4] {
    let own = z[area];
    let observed =
        neighbours.iter().map(|&to| z[to as usize]).fold((0.0, 0.0), |(sum, squares), z| (sum + z, squares + z * z));
    // Σ (z_i − z_j)² without the part that never changes.
    let contrast = |(sum, squares): (f64, f64)| squares - 2.0 * own * sum;
    let size = (observed.1 * neighbours.len() as f64).sqrt();
    let (slack, contrast_slack) = (NOISE * size, NOISE * (observed.1 + 2.0 * own.abs() * size));
    let contrast_observed = contrast(observed);
    let mut counts = [0; 4];
    #[expect(clippy::cast_possible_truncation, reason = "far fewer areas than 2^32")]
    let own_place = area as u32;
    for _ in 0..permutations {
        let drawn = sampler.sums(random, z, own_place, neighbours.len());
        let contrast = contrast(drawn);
        counts[0] += u32::from(drawn.0 >= observed.0 - slack);
        counts[1] += u32::from(drawn.0 <= observed.0 + slack);
        counts[2] += u32::from(contrast >= contrast_observed - contrast_slack);
        counts[3] += u32::from(contrast <= contrast_observed + contrast_slack);
    }
    counts
}

/// p-values corrected so that among those called significant at most a share α is expected to be so by chance
/// (Benjamini and Hochberg 1995): p · n / place, from the greatest down never rising.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut corrected = vec![1.0; p.len()];
    let mut smallest = 1.0_f64;
    for (place, &at) in order.iter().enumerate().rev() {
        smallest = smallest.min(p[at] * p.len() as f64 / (place + 1) as f64);
        corrected[at] = smallest;
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrected_p_values_agree_with_independent_software() {
        // scipy 1.17.1: stats.false_discovery_control([0.01, 0.04, 0.03, 0.005, 0.5], method="bh")
        let corrected = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005, 0.5]);
        for (found, expected) in corrected.iter().zip([0.025, 0.05, 0.05, 0.025, 0.5]) {
            assert!((found - expected).abs() < 1e-12, "{corrected:?}");
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    #[test]
    fn local_morans_average_to_the_global_one_and_threads_do_not_matter() {
        let n = 30_u32;
        let pairs = (0..n).flat_map(|at| [(at, (at + 1) % n), ((at + 1) % n, at), (at, (at + 7) % n)]).collect();
        let neighbours = Neighbours::from_pairs(n as usize, pairs);
        let values: Vec<f64> = (0..n).map(|at| f64::from(at * at % 23)).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| local_statistics(&values, &neighbours, 99, 3, &Progress::new()).unwrap())
        };
        let local = with(1);
        assert_eq!(local, with(3));
        let global = super::super::global_statistics(&values, &neighbours, 0, 3, &Progress::new()).unwrap();
        let average = local.iter().map(|row| row.moran).sum::<f64>() / f64::from(n);
        assert!((average - global.moran.value).abs() < 1e-12);
    }

    #[test]
    fn a_hot_corner_is_high_among_high() {
        // A line of areas, hot at one end.
        let pairs = (0..29_u32).flat_map(|at| [(at, at + 1), (at + 1, at)]).collect();
        let neighbours = Neighbours::from_pairs(30, pairs);
        let values: Vec<f64> = (0..30).map(|at| if at < 4 { 10.0 } else { f64::from(at % 3) }).collect();
        let local = local_statistics(&values, &neighbours, 999, 1, &Progress::new()).unwrap();
        assert_eq!(local[1].quadrant, Quadrant::HighHigh);
        assert!(local[1].p.unwrap() < 0.05 && local[1].g_star > 2.0 && local[1].g.unwrap() > 2.0);
        assert!(local[15].p.unwrap() > 0.1);
    }
}
