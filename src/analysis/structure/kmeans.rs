//! k-means: groups of areas around centres.
//!
//! Columns are worked through in blocks of areas of fixed size, and what blocks bring about is added up in their order:
//! the result is the same for any number of threads.

use super::StructureError;
use super::matrix::{distinct_rows, squared_distances};
use crate::jobs::{Cancelled, Progress};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

/// Areas of one block.
const BLOCK: usize = 512;
/// Areas of a block whose values stay at hand while they are compared with every centre.
const TILE: usize = 64;

/// How groups are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KMeansChoice {
    /// Number of groups.
    pub clusters: usize,
    /// Independent starts, of which the best is kept.
    pub starts: u32,
    /// Most rounds of one start.
    pub rounds: u32,
    /// Seed; each start has its own stream of the counter-based generator.
    pub seed: u64,
}

impl KMeansChoice {
    /// This many groups with ten starts.
    pub fn new(clusters: usize, seed: u64) -> KMeansChoice {
        KMeansChoice { clusters, starts: 10, rounds: 300, seed }
    }
}

/// Groups found. They are numbered by size, the greatest first, equal ones by their first area.
#[derive(Clone, Debug, PartialEq)]
pub struct Clusters {
    /// Group of each area.
    pub labels: Vec<usize>,
    /// Centre of each group: mean of its areas, one entry per column.
    pub centres: Vec<Vec<f64>>,
    /// Areas in each group.
    pub sizes: Vec<usize>,
    /// Sum of the squared distances of the areas from their centres.
    pub within: f64,
    /// Rounds of the start that was kept.
    pub rounds: u32,
    /// Whether the start that was kept came to rest before its last round.
    pub settled: bool,
}

/// Groups of areas by their columns, which have no gaps and a common scale: Lloyd's rounds (1982) from starts drawn by
/// k-means++ (Arthur and Vassilvitskii 2007); the start with the smallest sum of squares is kept, the first of equals.
/// A group that runs empty takes the area farthest from its centre.
///
/// # Errors
/// [`StructureError::ClusterCount`] for fewer than two groups or more than there are different areas,
/// [`StructureError::Gap`], [`StructureError::BadChoice`] without a start or round, [`StructureError::Cancelled`].
pub fn kmeans(columns: &[Vec<f64>], choice: &KMeansChoice, progress: &Progress) -> Result<Clusters, StructureError> {
    let areas = distinct_rows(columns, choice.clusters)?;
    if choice.clusters < 2 || areas < choice.clusters {
        return Err(StructureError::ClusterCount { clusters: choice.clusters, areas });
    }
    if choice.starts == 0 || choice.rounds == 0 {
        return Err(StructureError::BadChoice);
    }
    let work = Work::new(columns, choice.clusters);
    let base = ChaCha8Rng::seed_from_u64(choice.seed);
    let done = AtomicU64::new(0);
    let total = u64::from(choice.starts);
    progress.step(0, total)?;
    let start = |start: u32| -> Result<Found, Cancelled> {
        let mut random = base.clone();
        random.set_stream(u64::from(start));
        let found = work.lloyd(work.plus_plus(&mut random, progress)?, choice.rounds, progress)?;
        progress.step(done.fetch_add(1, Ordering::Relaxed) + 1, total)?;
        Ok(found)
    };
    let found: Vec<Found> = (0..choice.starts).into_par_iter().map(start).collect::<Result<_, Cancelled>>()?;
    let best = found.into_iter().reduce(|best, next| if next.within < best.within { next } else { best });
    best.map(|found| by_size(found, columns.len())).ok_or(StructureError::BadChoice)
}

/// Lloyd's rounds from given centres, one list per group.
#[cfg(test)]
pub(super) fn kmeans_from(columns: &[Vec<f64>], centres: &[Vec<f64>]) -> Clusters {
    let work = Work::new(columns, centres.len());
    by_size(work.lloyd(centres.concat(), 500, &Progress::new()).unwrap(), columns.len())
}

/// What one start found; centres one after the other.
struct Found {
    labels: Vec<u32>,
    centres: Vec<f64>,
    within: f64,
    rounds: u32,
    settled: bool,
}

struct Work<'a> {
    columns: &'a [Vec<f64>],
    /// The same values area by area.
    points: Vec<f64>,
    rows: usize,
    clusters: usize,
}

/// What a block of areas adds to a round.
struct Part {
    sums: Vec<f64>,
    sizes: Vec<usize>,
    within: f64,
    moved: bool,
    /// Area farthest from its centre, and its squared distance.
    farthest: (usize, f64),
}

impl Work<'_> {
    fn new(columns: &[Vec<f64>], clusters: usize) -> Work<'_> {
        let rows = columns[0].len();
        let mut points = Vec::with_capacity(rows * columns.len());
        for row in 0..rows {
            points.extend(columns.iter().map(|column| column[row]));
        }
        Work { columns, points, rows, clusters }
    }

    fn width(&self) -> usize {
        self.columns.len()
    }

    fn point(&self, row: usize) -> &[f64] {
        &self.points[row * self.width()..(row + 1) * self.width()]
    }

    /// Centres drawn one by one, each area with a chance in proportion to its squared distance from those there are.
    fn plus_plus(&self, random: &mut ChaCha8Rng, progress: &Progress) -> Result<Vec<f64>, Cancelled> {
        let mut nearest = vec![f64::INFINITY; self.rows];
        let mut row = ((uniform(random) * self.rows as f64) as usize).min(self.rows - 1);
        let mut centres = Vec::with_capacity(self.clusters * self.width());
        for cluster in 0..self.clusters {
            progress.check()?;
            let point = self.point(row);
            centres.extend_from_slice(point);
            if cluster + 1 == self.clusters {
                break;
            }
            let sums: Vec<f64> = nearest
                .par_chunks_mut(BLOCK)
                .enumerate()
                .map(|(block, nearest)| {
                    let mut squares = [0.0; BLOCK];
                    let squares = &mut squares[..nearest.len()];
                    squared_distances(self.columns, block * BLOCK, point, squares);
                    nearest.iter_mut().zip(squares).for_each(|(near, square)| *near = near.min(*square));
                    nearest.iter().sum()
                })
                .collect();
            row = drawn(&nearest, &sums, uniform(random));
        }
        Ok(centres)
    }

    /// Rounds until no area changes its group.
    fn lloyd(&self, mut centres: Vec<f64>, rounds: u32, progress: &Progress) -> Result<Found, Cancelled> {
        let mut labels = vec![u32::MAX; self.rows];
        let (mut round, mut settled, mut within) = (0, false, 0.0);
        while round < rounds && !settled {
            progress.check()?;
            round += 1;
            let parts: Vec<Part> = labels
                .par_chunks_mut(BLOCK)
                .enumerate()
                .map(|(block, labels)| self.assign(block * BLOCK, &centres, labels))
                .collect();
            settled = !parts.iter().any(|part| part.moved);
            within = parts.iter().map(|part| part.within).sum();
            settled &= !self.recentre(&parts, &mut centres);
        }
        if !settled {
            within = self.within(&labels, &centres);
        }
        Ok(Found { labels, centres, within, rounds: round, settled })
    }

    /// Puts the areas of a block to their nearest centres, the first of equals.
    fn assign(&self, from: usize, centres: &[f64], labels: &mut [u32]) -> Part {
        let (mut nearest, mut found) = ([f64::INFINITY; BLOCK], [0u32; BLOCK]);
        let nearest = &mut nearest[..labels.len()];
        for (tile, (nearest, found)) in nearest.chunks_mut(TILE).zip(found.chunks_mut(TILE)).enumerate() {
            let mut squares = [0.0; TILE];
            let squares = &mut squares[..nearest.len()];
            for (cluster, centre) in centres.chunks(self.width()).enumerate() {
                squared_distances(self.columns, from + tile * TILE, centre, squares);
                for ((near, own), square) in nearest.iter_mut().zip(found.iter_mut()).zip(squares.iter()) {
                    let closer = *square < *near;
                    *near = if closer { *square } else { *near };
                    *own = if closer { cluster as u32 } else { *own };
                }
            }
        }
        let moved = labels.iter().zip(&found).any(|(old, new)| old != new);
        let rows = labels.len();
        labels.copy_from_slice(&found[..rows]);
        let mut part = Part {
            sums: vec![0.0; self.clusters * self.width()],
            sizes: vec![0; self.clusters],
            within: nearest.iter().sum(),
            moved,
            farthest: (from, f64::NEG_INFINITY),
        };
        for (row, (&label, &square)) in labels.iter().zip(nearest.iter()).enumerate() {
            let cluster = label as usize;
            part.sizes[cluster] += 1;
            let sums = &mut part.sums[cluster * self.width()..(cluster + 1) * self.width()];
            sums.iter_mut().zip(self.point(from + row)).for_each(|(sum, value)| *sum += value);
            if square > part.farthest.1 {
                part.farthest = (from + row, square);
            }
        }
        part
    }

    /// New centres from what the blocks found; says whether an empty group had to be moved.
    fn recentre(&self, parts: &[Part], centres: &mut [f64]) -> bool {
        let width = self.width();
        let size = |cluster: usize| parts.iter().map(|part| part.sizes[cluster]).sum::<usize>();
        let mut farthest: Vec<(usize, f64)> = parts.iter().map(|part| part.farthest).collect();
        farthest.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
        let mut spare = farthest.into_iter();
        let mut filled = false;
        for (cluster, centre) in centres.chunks_mut(width).enumerate() {
            let members = size(cluster);
            if members == 0 {
                if let Some((row, _)) = spare.next().filter(|(_, square)| *square > 0.0) {
                    centre.copy_from_slice(self.point(row));
                    filled = true;
                }
                continue;
            }
            for (at, entry) in centre.iter_mut().enumerate() {
                let sum: f64 = parts.iter().map(|part| part.sums[cluster * width + at]).sum();
                *entry = sum / members as f64;
            }
        }
        filled
    }

    fn within(&self, labels: &[u32], centres: &[f64]) -> f64 {
        let square = |row: usize| -> f64 {
            let centre = &centres[labels[row] as usize * self.width()..];
            self.point(row).iter().zip(centre).map(|(value, entry)| (value - entry).powi(2)).sum()
        };
        (0..self.rows).map(square).sum()
    }
}

/// The area at this share of the sum of all chances.
fn drawn(chances: &[f64], sums: &[f64], share: f64) -> usize {
    let mut left = share * sums.iter().sum::<f64>();
    let mut last = 0;
    for (block, sum) in sums.iter().enumerate() {
        if left >= *sum && block + 1 < sums.len() {
            left -= sum;
            continue;
        }
        for (row, chance) in chances[block * BLOCK..].iter().enumerate() {
            if *chance > 0.0 {
                last = block * BLOCK + row;
                if left < *chance {
                    return last;
                }
            }
            left -= chance;
        }
    }
    last
}

/// A uniform draw from [0, 1) with 53 bits.
fn uniform(random: &mut ChaCha8Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

fn by_size(found: Found, width: usize) -> Clusters {
    let labels: Vec<usize> = found.labels.iter().map(|&label| label as usize).collect();
    let (labels, order) = numbered_by_size(&labels, found.centres.len() / width);
    let centres = order.iter().map(|&old| found.centres[old * width..(old + 1) * width].to_vec()).collect();
    let mut sizes = vec![0; order.len()];
    labels.iter().for_each(|&label| sizes[label] += 1);
    Clusters { labels, centres, sizes, within: found.within, rounds: found.rounds, settled: found.settled }
}

/// Labels numbered anew by size, the greatest group first, equal ones by their first area; and the old number of each.
pub(super) fn numbered_by_size(labels: &[usize], clusters: usize) -> (Vec<usize>, Vec<usize>) {
    let mut sizes = vec![0usize; clusters];
    let mut first = vec![usize::MAX; clusters];
    for (row, &label) in labels.iter().enumerate() {
        sizes[label] += 1;
        first[label] = first[label].min(row);
    }
    let mut order: Vec<usize> = (0..clusters).filter(|&cluster| sizes[cluster] > 0).collect();
    order.sort_by_key(|&cluster| (std::cmp::Reverse(sizes[cluster]), first[cluster]));
    let mut place = vec![0; clusters];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    (labels.iter().map(|&label| place[label]).collect(), order)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two columns: groups of 30, 20 and 10 areas around (0, 0), (9, 0) and (0, 9).
    fn clouds() -> Vec<Vec<f64>> {
        let place = |row: usize| match row {
            0..30 => (0.0, 0.0),
            30..50 => (9.0, 0.0),
            _ => (0.0, 9.0),
        };
        let noise = |row: usize, step: usize| (row * step % 17) as f64 / 17.0;
        vec![
            (0..60).map(|row| place(row).0 + noise(row, 5)).collect(),
            (0..60).map(|row| place(row).1 + noise(row, 7)).collect(),
        ]
    }

    fn found(clusters: usize, seed: u64) -> Clusters {
        kmeans(&clouds(), &KMeansChoice::new(clusters, seed), &Progress::new()).unwrap()
    }

    #[test]
    fn planted_groups_are_found_and_numbered_by_size_with_any_seed() {
        for seed in 0..20 {
            let found = found(3, seed);
            assert_eq!(found.sizes, [30, 20, 10]);
            assert!(found.settled);
            assert!((0..60).all(|row| found.labels[row] == usize::from(row >= 30) + usize::from(row >= 50)));
        }
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let columns: Vec<Vec<f64>> =
            (1..6u64).map(|step| (0..3000u64).map(|row| (row * row * step % 1009) as f64).collect()).collect();
        let choice = KMeansChoice { clusters: 7, starts: 4, rounds: 20, seed: 5 };
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| kmeans(&columns, &choice, &Progress::new()).unwrap())
        };
        assert_eq!(with(1), with(5));
    }

    #[test]
    fn a_group_that_runs_empty_is_filled() {
        let columns = vec![vec![0.0, 1.0, 10.0, 11.0]];
        let found = kmeans_from(&columns, &[vec![0.0], vec![500.0]]);
        assert_eq!(found.sizes, [2, 2]);
    }

    #[test]
    fn senseless_numbers_of_groups_and_gaps_are_refused() {
        let run = |columns: &[Vec<f64>], clusters| kmeans(columns, &KMeansChoice::new(clusters, 1), &Progress::new());
        assert_eq!(run(&clouds(), 1), Err(StructureError::ClusterCount { clusters: 1, areas: 1 }));
        let same = vec![vec![1.0, 1.0, 2.0, 2.0]];
        assert_eq!(run(&same, 3), Err(StructureError::ClusterCount { clusters: 3, areas: 2 }));
        assert_eq!(run(&[vec![1.0, f64::NAN, 2.0]], 2), Err(StructureError::Gap));
    }

    #[test]
    fn rounds_from_given_centres_end_where_independent_software_ends() {
        let cases = include_str!("../../../tests/fixtures/analysis/structure/cases.json");
        let cases: serde_json::Value = serde_json::from_str(cases).unwrap();
        let matrix = |name: &str| -> Vec<Vec<f64>> { serde_json::from_value(cases["lloyd"][name].clone()).unwrap() };
        let (columns, theirs) = (matrix("columns"), matrix("centres"));
        let found = kmeans_from(&columns, &matrix("start"));
        let labels: Vec<usize> = serde_json::from_value(cases["lloyd"]["labels"].clone()).unwrap();
        for (row, label) in labels.iter().enumerate() {
            let ours = &found.centres[found.labels[row]];
            assert!(ours.iter().zip(&theirs[*label]).all(|(ours, theirs)| (ours - theirs).abs() < 1e-9));
        }
        assert!((found.within - cases["lloyd"]["within"].as_f64().unwrap()).abs() < 1e-9);
    }

    #[test]
    fn a_cancelled_search_stops() {
        let progress = Progress::new();
        progress.cancel();
        assert_eq!(kmeans(&clouds(), &KMeansChoice::new(3, 1), &progress), Err(StructureError::Cancelled));
    }
}
