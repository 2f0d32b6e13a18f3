//! Groups of areas: ours beside bare kernels without checks, numbering or progress.

use super::{report, time};
use aktionsplan::analysis::structure::{KMeansChoice, kmeans, silhouette, ward};
use aktionsplan::jobs::Progress;
use kodama::{Method, linkage};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use rayon::prelude::*;

const CLUSTERS: usize = 8;
const ROUNDS: u32 = 25;

pub fn all() {
    k_means();
    wards_tree();
    widths();
}

/// One start of so many rounds over noise, which never settles earlier.
fn k_means() {
    let columns = noise(33_000, 40);
    let choice = KMeansChoice { clusters: CLUSTERS, starts: 1, rounds: ROUNDS, seed: 1 };
    let progress = Progress::new();
    let ours = time(7, || kmeans(&columns, &choice, &progress));
    assert!(kmeans(&columns, &choice, &progress).is_ok_and(|found| found.rounds == ROUNDS));
    let floor = time(7, || plain_k_means(&columns));
    report(&format!("k-means 33000 × 40, {CLUSTERS} groups, {ROUNDS} rounds"), ours, floor);
}

fn wards_tree() {
    let columns = noise(5_000, 40);
    let progress = Progress::new();
    let ours = time(5, || ward(&columns, &progress));
    report("Ward 5000 × 40", ours, time(5, || plain_ward(&columns)));
}

fn widths() {
    let columns = noise(5_000, 40);
    let labels: Vec<usize> = (0..5_000).map(|row| row % CLUSTERS).collect();
    let progress = Progress::new();
    let ours = time(3, || silhouette(&columns, &labels, 1, &progress));
    report("silhouette 5000 × 40", ours, time(3, || distances(&columns).len()));
}

fn noise(rows: usize, width: usize) -> Vec<Vec<f64>> {
    let mut random = ChaCha8Rng::seed_from_u64(7);
    (0..width).map(|_| (0..rows).map(|_| f64::from(random.next_u32()) / 4e9).collect()).collect()
}

/// Lloyd's rounds over areas row by row, on all cores.
fn plain_k_means(columns: &[Vec<f64>]) -> Vec<f64> {
    let (rows, width) = (columns[0].len(), columns.len());
    let points: Vec<f64> = (0..rows).flat_map(|row| columns.iter().map(move |column| column[row])).collect();
    let mut centres = points[..CLUSTERS * width].to_vec();
    for _ in 0..ROUNDS {
        let part = |points: &[f64]| {
            let mut sums = vec![0.0; CLUSTERS * (width + 1)];
            for point in points.chunks_exact(width) {
                let (mut nearest, mut least) = (0, f64::INFINITY);
                for (cluster, centre) in centres.chunks_exact(width).enumerate() {
                    let square = squared(point, centre);
                    if square < least {
                        (nearest, least) = (cluster, square);
                    }
                }
                let sums = &mut sums[nearest * (width + 1)..][..width + 1];
                sums.iter_mut().zip(point).for_each(|(sum, value)| *sum += value);
                sums[width] += 1.0;
            }
            sums
        };
        let add = |mut left: Vec<f64>, right: Vec<f64>| {
            left.iter_mut().zip(&right).for_each(|(left, right)| *left += right);
            left
        };
        let sums = points.par_chunks(width * 512).map(part).reduce(|| vec![0.0; CLUSTERS * (width + 1)], add);
        for (centre, sums) in centres.chunks_exact_mut(width).zip(sums.chunks_exact(width + 1)) {
            centre.iter_mut().zip(sums).for_each(|(entry, sum)| *entry = sum / sums[width].max(1.0));
        }
    }
    centres
}

/// Four sums side by side, so that the processor need not wait for one.
fn squared(left: &[f64], right: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    for (left, right) in left.chunks_exact(4).zip(right.chunks_exact(4)) {
        for (sum, (left, right)) in sums.iter_mut().zip(left.iter().zip(right)) {
            *sum += (left - right) * (left - right);
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}

fn plain_ward(columns: &[Vec<f64>]) -> usize {
    linkage(&mut distances(columns), columns[0].len(), Method::Ward).len()
}

/// Distances of each area to those after it, on all cores.
fn distances(columns: &[Vec<f64>]) -> Vec<f64> {
    let rows = columns[0].len();
    let mut distances = vec![0.0; rows * (rows - 1) / 2];
    let mut parts = Vec::with_capacity(rows);
    let mut rest = distances.as_mut_slice();
    for row in 0..rows {
        let (own, after) = rest.split_at_mut(rows - 1 - row);
        parts.push(own);
        rest = after;
    }
    parts.into_par_iter().enumerate().for_each(|(row, part)| {
        for column in columns {
            let own = column[row];
            let differences = part.iter_mut().zip(&column[row + 1..]);
            differences.for_each(|(square, other)| *square += (other - own) * (other - own));
        }
        part.iter_mut().for_each(|square| *square = square.sqrt());
    });
    distances
}
