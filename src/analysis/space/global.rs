//! One number for the whole city: do like values lie side by side?

use super::neighbours::Neighbours;
use super::sampling::Stream;
use crate::analysis::statistics::mean;
use crate::jobs::{Cancelled, Progress};
use rayon::prelude::*;

/// Permutations that one task works through.
const BATCH: u32 = 8;
/// Sums that differ by less than this share are the same.
const NOISE: f64 = 1e-12;

/// A statistic with what it would be if the values were spread by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GlobalStatistic {
    /// The value.
    pub value: f64,
    /// What chance alone gives on average.
    pub expectation: f64,
    /// Variance if the values were drawn from a normal distribution.
    pub variance_normality: Option<f64>,
    /// Variance over all orders of the values (randomisation); needs at least four areas.
    pub variance_randomisation: Option<f64>,
    /// Share of permutations at least as far out on the same side: (r + 1) / (n + 1), one-sided. None without
    /// permutations.
    pub p_permutation: Option<f64>,
}

impl GlobalStatistic {
    /// Standardised by the variance under normality.
    pub fn z_normality(&self) -> Option<f64> {
        z(self.value, self.expectation, self.variance_normality)
    }

    /// Standardised by the variance under randomisation.
    pub fn z_randomisation(&self) -> Option<f64> {
        z(self.value, self.expectation, self.variance_randomisation)
    }
}

fn z(value: f64, expectation: f64, variance: Option<f64>) -> Option<f64> {
    variance.filter(|variance| *variance > 0.0).map(|variance| (value - expectation) / variance.sqrt())
}

/// The global statistics of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GlobalStatistics {
    /// Moran's I, rows of the weights summing to one (Moran 1950; Cliff and Ord 1981).
    pub moran: GlobalStatistic,
    /// Geary's c, the same weights (Geary 1954).
    pub geary: GlobalStatistic,
    /// General G of Getis and Ord (1992), weights of one; none if a value is negative.
    pub getis_ord: Option<GlobalStatistic>,
}

/// Global statistics of values; every area has a neighbour, the values are finite and not all the same.
///
/// # Errors
/// [`Cancelled`] if the planner stopped it.
pub fn global_statistics(
    values: &[f64],
    neighbours: &Neighbours,
    permutations: u32,
    seed: u64,
    progress: &Progress,
) -> Result<GlobalStatistics, Cancelled> {
    let pairs = Pairs::new(neighbours);
    let centre = mean(values);
    let deviations: Vec<f64> = values.iter().map(|value| value - centre).collect();
    let observed = pairs.sums(&deviations, centre);
    let p = permuted(&pairs, &deviations, centre, observed, permutations, seed, progress)?;
    let moments = Moments::of(&deviations);
    let row = LinkSums::new(neighbours, true);
    let one = LinkSums::new(neighbours, false);
    let n = moments.n;
    let moran_value = n / row.s0 * observed.cross / moments.second;
    let geary_value = (n - 1.0) * observed.contrast / (2.0 * row.s0 * moments.second);
    let positive = values.iter().all(|value| *value >= 0.0);
    Ok(GlobalStatistics {
        moran: moran(&moments, &row, moran_value, p.map(|p| p[0])),
        geary: geary(&moments, &row, geary_value, p.map(|p| p[1])),
        getis_ord: positive.then(|| getis_ord(values, &one, observed.product, p.map(|p| p[2]))),
    })
}

/// Sums of powers of the deviations from the mean.
struct Moments {
    n: f64,
    second: f64,
    /// Kurtosis b2 = n · Σz⁴ / (Σz²)².
    kurtosis: f64,
}

impl Moments {
    fn of(deviations: &[f64]) -> Moments {
        let n = deviations.len() as f64;
        let second: f64 = deviations.iter().map(|z| z * z).sum();
        let fourth: f64 = deviations.iter().map(|z| z * z * z * z).sum();
        Moments { n, second, kurtosis: n * fourth / (second * second) }
    }
}

/// The sums S0, S1 and S2 of the weights (Cliff and Ord 1981, section 1.4.2).
struct LinkSums {
    s0: f64,
    s1: f64,
    s2: f64,
}

impl LinkSums {
    fn new(neighbours: &Neighbours, by_row: bool) -> LinkSums {
        let weight = |from: usize| if by_row { 1.0 / neighbours.of(from).len() as f64 } else { 1.0 };
        let (mut s0, mut s1) = (0.0, 0.0);
        let (mut rows, mut columns) = (vec![0.0_f64; neighbours.len()], vec![0.0_f64; neighbours.len()]);
        for (from, row) in rows.iter_mut().enumerate() {
            let own = weight(from);
            for &to in neighbours.of(from) {
                let to = to as usize;
                s0 += own;
                *row += own;
                columns[to] += own;
                // ½ Σ Σ (w_ij + w_ji)² over the links of one side: a link without return counts double.
                #[expect(clippy::cast_possible_truncation, reason = "far fewer areas than 2^32")]
                let back = neighbours.of(to).binary_search(&(from as u32)).is_ok();
                s1 += if back { 0.5 * (own + weight(to)) * (own + weight(to)) } else { own * own };
            }
        }
        let s2 = rows.iter().zip(&columns).map(|(row, column)| (row + column) * (row + column)).sum();
        LinkSums { s0, s1, s2 }
    }
}

fn moran(moments: &Moments, links: &LinkSums, value: f64, p: Option<f64>) -> GlobalStatistic {
    let (n, b2) = (moments.n, moments.kurtosis);
    let LinkSums { s0, s1, s2 } = *links;
    let expectation = -1.0 / (n - 1.0);
    let square = expectation * expectation;
    let normality = (n * n * s1 - n * s2 + 3.0 * s0 * s0) / ((n * n - 1.0) * s0 * s0) - square;
    let randomisation = (n > 3.0).then(|| {
        let first = n * ((n * n - 3.0 * n + 3.0) * s1 - n * s2 + 3.0 * s0 * s0);
        let second = b2 * ((n * n - n) * s1 - 2.0 * n * s2 + 6.0 * s0 * s0);
        (first - second) / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s0 * s0) - square
    });
    statistic(value, expectation, Some(normality), randomisation, p)
}

fn geary(moments: &Moments, links: &LinkSums, value: f64, p: Option<f64>) -> GlobalStatistic {
    let (n, b2) = (moments.n, moments.kurtosis);
    let LinkSums { s0, s1, s2 } = *links;
    let normality = ((2.0 * s1 + s2) * (n - 1.0) - 4.0 * s0 * s0) / (2.0 * (n + 1.0) * s0 * s0);
    let randomisation = (n > 3.0).then(|| {
        let first = (n - 1.0) * s1 * (n * n - 3.0 * n + 3.0 - (n - 1.0) * b2);
        let second = 0.25 * (n - 1.0) * s2 * (n * n + 3.0 * n - 6.0 - (n * n - n + 2.0) * b2);
        let third = s0 * s0 * (n * n - 3.0 - (n - 1.0) * (n - 1.0) * b2);
        (first - second + third) / (n * (n - 2.0) * (n - 3.0) * s0 * s0)
    });
    statistic(value, 1.0, Some(normality), randomisation, p)
}

/// Expectation and variance: Getis and Ord (1992), equations 7 and 8.
fn getis_ord(values: &[f64], links: &LinkSums, product: f64, p: Option<f64>) -> GlobalStatistic {
    let n = values.len() as f64;
    let LinkSums { s0, s1, s2 } = *links;
    let power = |exponent: i32| values.iter().map(|value| value.powi(exponent)).sum::<f64>();
    let [m1, m2, m3, m4] = [1, 2, 3, 4].map(power);
    let expectation = s0 / (n * (n - 1.0));
    let variance = (n > 3.0).then(|| {
        let b0 = (n * n - 3.0 * n + 3.0) * s1 - n * s2 + 3.0 * s0 * s0;
        let b1 = -((n * n - n) * s1 - 2.0 * n * s2 + 6.0 * s0 * s0);
        let b2 = -(2.0 * n * s1 - (n + 3.0) * s2 + 6.0 * s0 * s0);
        let b3 = 4.0 * (n - 1.0) * s1 - 2.0 * (n + 1.0) * s2 + 8.0 * s0 * s0;
        let b4 = s1 - s2 + s0 * s0;
        let top = b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1.powi(4);
        let below = (m1 * m1 - m2).powi(2) * n * (n - 1.0) * (n - 2.0) * (n - 3.0);
        top / below - expectation * expectation
    });
    statistic(product / (m1 * m1 - m2), expectation, None, variance, p)
}

fn statistic(
    value: f64,
    expectation: f64,
    variance_normality: Option<f64>,
    variance_randomisation: Option<f64>,
    p_permutation: Option<f64>,
) -> GlobalStatistic {
    GlobalStatistic { value, expectation, variance_normality, variance_randomisation, p_permutation }
}

/// The links as unordered pairs: half as many products as links.
struct Pairs {
    offsets: Vec<u32>,
    links: Vec<Pair>,
    /// Row and column sum of each area: rows summing to one, and links of weight one.
    weight: Vec<[f64; 2]>,
    /// Number of links.
    count: f64,
    /// Whether all neighbourhoods are mutual: then every pair has two links.
    mutual: bool,
}

/// An area that stands later in the list, and what links both.
#[derive(Clone, Copy)]
struct Pair {
    to: u32,
    /// Number of links between both, 1 or 2.
    links: f32,
    /// Sum of both weights.
    weight: f64,
}

/// The sums of products that the three statistics are made of.
#[derive(Clone, Copy)]
struct Sums {
    /// Σ w z_i z_j
    cross: f64,
    /// Σ w (z_i − z_j)²
    contrast: f64,
    /// Σ x_i x_j over links
    product: f64,
}

impl Pairs {
    fn new(neighbours: &Neighbours) -> Pairs {
        let n = neighbours.len();
        let own = |area: usize| 1.0 / neighbours.of(area).len().max(1) as f64;
        let mut weight = vec![[0.0; 2]; n];
        let mut all: Vec<(u32, u32, f64)> = Vec::with_capacity(neighbours.links());
        for from in 0..n {
            for &to in neighbours.of(from) {
                for area in [from, to as usize] {
                    weight[area][0] += own(from);
                    weight[area][1] += 1.0;
                }
                #[expect(clippy::cast_possible_truncation, reason = "far fewer areas than 2^32")]
                let from_number = from as u32;
                all.push((from_number.min(to), from_number.max(to), own(from)));
            }
        }
        all.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
        let mut offsets = vec![0; n + 1];
        let mut links = Vec::with_capacity(all.len() / 2);
        for pair in all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            offsets[pair[0].0 as usize + 1] += 1;
            let weight = pair.iter().map(|link| link.2).sum();
            links.push(Pair { to: pair[0].1, links: if pair.len() == 2 { 2.0 } else { 1.0 }, weight });
        }
        for at in 0..n {
            offsets[at + 1] += offsets[at];
        }
        let mutual = 2 * links.len() == neighbours.links();
        Pairs { offsets, links, weight, count: neighbours.links() as f64, mutual }
    }

    fn sums(&self, z: &[f64], centre: f64) -> Sums {
        if self.mutual { self.summed::<true>(z, centre) } else { self.summed::<false>(z, centre) }
    }

    fn summed<const MUTUAL: bool>(&self, z: &[f64], centre: f64) -> Sums {
        let (mut cross, mut squares, mut product, mut linear) = (0.0, 0.0, 0.0, 0.0);
        let ends = self.offsets[1..].iter();
        let mut start = 0;
        for ((&own, &end), [by_row, by_one]) in z.iter().zip(ends).zip(&self.weight) {
            let (mut weighted, mut plain) = (0.0, 0.0);
            for pair in &self.links[start..end as usize] {
                let other = z[pair.to as usize];
                weighted += pair.weight * other;
                plain += if MUTUAL { other } else { f64::from(pair.links) * other };
            }
            start = end as usize;
            cross += own * weighted;
            product += own * plain;
            squares += own * own * by_row;
            linear += own * by_one;
        }
        let product = if MUTUAL { 2.0 * product } else { product };
        // x = z + mean, so Σ x_i x_j = Σ z_i z_j + mean · Σ (z_i + z_j) + mean² · links.
        let product = product + centre * linear + centre * centre * self.count;
        Sums { cross, contrast: squares - 2.0 * cross, product }
    }
}

/// How often permuted values lie at least as high, and at most as high, as the observed ones: Moran, Geary, G.
type Counts = [[u32; 2]; 3];

fn permuted(
    pairs: &Pairs,
    deviations: &[f64],
    centre: f64,
    observed: Sums,
    permutations: u32,
    seed: u64,
    progress: &Progress,
) -> Result<Option<[f64; 3]>, Cancelled> {
    if permutations == 0 {
        return Ok(None);
    }
    let base = Stream::base(seed);
    let observed = [observed.cross, observed.contrast, observed.product];
    let slack = observed.map(|sum| NOISE * sum.abs());
    let batches = (0..permutations.div_ceil(BATCH)).into_par_iter().map(|batch| {
        progress.check()?;
        let mut counts = Counts::default();
        let mut shuffled = vec![0.0; deviations.len()];
        for permutation in batch * BATCH..permutations.min((batch + 1) * BATCH) {
            shuffled.copy_from_slice(deviations);
            Stream::new(&base, u64::from(permutation)).shuffle(&mut shuffled);
            let sums = pairs.sums(&shuffled, centre);
            for (at, sum) in [sums.cross, sums.contrast, sums.product].into_iter().enumerate() {
                counts[at][0] += u32::from(sum >= observed[at] - slack[at]);
                counts[at][1] += u32::from(sum <= observed[at] + slack[at]);
            }
        }
        Ok(counts)
    });
    let added = |mut a: Counts, b: Counts| {
        a.iter_mut().flatten().zip(b.iter().flatten()).for_each(|(a, b)| *a += b);
        a
    };
    let counts = batches.try_reduce(Counts::default, |a, b| Ok(added(a, b)))?;
    Ok(Some(counts.map(|[above, below]| pseudo_p(above.min(below), permutations))))
}

/// (r + 1) / (n + 1): the observed order counts as one of those that chance can give (Davison and Hinkley 1997, 4.3).
pub(super) fn pseudo_p(as_far_out: u32, permutations: u32) -> f64 {
    f64::from(as_far_out + 1) / f64::from(permutations + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(n: u32) -> Neighbours {
        let pairs = (0..n).flat_map(|at| [(at, (at + 1) % n), ((at + 1) % n, at)]).collect();
        Neighbours::from_pairs(n as usize, pairs)
    }

    #[test]
    fn values_that_alternate_around_a_ring_are_perfectly_unlike() {
        let values = [1.0, 3.0, 1.0, 3.0, 1.0, 3.0];
        let found = global_statistics(&values, &ring(6), 0, 1, &Progress::new()).unwrap();
        // By hand: every product of neighbours is −1, every square 1; every difference 2.
        assert!((found.moran.value + 1.0).abs() < 1e-12);
        assert!((found.geary.value - 5.0 * 24.0 / 2.0 / (6.0 * 6.0)).abs() < 1e-12, "{}", found.geary.value);
        // 12 links of product 3 over (12² − 30).
        assert!((found.getis_ord.unwrap().value - 36.0 / 114.0).abs() < 1e-12);
        assert_eq!(found.moran.p_permutation, None);
    }

    #[test]
    fn the_number_of_threads_does_not_matter() {
        let values: Vec<f64> = (0..40).map(|at| f64::from(at * at % 17)).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| global_statistics(&values, &ring(40), 199, 5, &Progress::new()).unwrap())
        };
        assert_eq!(with(1), with(3));
    }

    #[test]
    fn a_negative_value_has_no_general_g_and_a_cancelled_run_ends() {
        let values = [-1.0, 3.0, 1.0, 2.0];
        assert_eq!(global_statistics(&values, &ring(4), 9, 1, &Progress::new()).unwrap().getis_ord, None);
        let cancelled = Progress::new();
        cancelled.cancel();
        assert_eq!(global_statistics(&values, &ring(4), 9, 1, &cancelled), Err(Cancelled));
    }
}
