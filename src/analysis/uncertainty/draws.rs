//! The ranks of all replications and what they say of an area: interval, median, shares.

use super::data_sampling::SampledData;
use super::groups::groups;
use super::{Replaced, Space, Workspace};
use crate::analysis::{IndexRun, RankIntervals, SpecError};
use crate::domain::PlanningData;
use crate::jobs::{Cancelled, Progress};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

/// Ranks that one task draws before it asks whether to go on.
const RANKS_PER_TASK: usize = 1 << 18;
/// Most replications of one task, so that small rankings are shared among threads too.
const MOST_PER_TASK: usize = 50;
/// Ranks that are held twice while they are put in order of areas.
const RANKS_PER_ROUND: usize = 1 << 23;
/// Areas whose ranks one task gathers.
const AREAS: usize = 16;

/// The ranks of all replications. Made on demand: memory is four bytes per area and replication.
#[derive(Clone, Debug, PartialEq)]
pub struct RankDraws {
    areas: usize,
    replications: usize,
    /// Area by area: the rank of each replication, in parts of a rank.
    ranks: Vec<u32>,
    /// Parts of a rank: 2 where equal values share the mean of their ranks, which may lie between two.
    parts: u32,
    sampled: Option<SampledData>,
    replaced: Vec<Replaced>,
}

/// A share of replications, and how much another seed may change it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Share, 0 to 1.
    pub value: f64,
    /// Monte Carlo standard error: √(p (1 − p) / replications).
    pub standard_error: f64,
}

impl Share {
    /// `count` of `replications`.
    pub(super) fn of(count: usize, replications: usize) -> Share {
        let n = replications.max(1) as f64;
        let value = count as f64 / n;
        Share { value, standard_error: (value * (1.0 - value) / n).sqrt() }
    }
}

/// Ranks the areas of a run anew under every replication of its recipe.
///
/// # Errors
/// [`SpecError::Cancelled`], or why a choice that the recipe varies makes no sense with these data.
pub fn rank_draws(data: &PlanningData, run: &IndexRun, progress: &Progress) -> Result<RankDraws, SpecError> {
    let space = Space::new(data, run)?;
    let (areas, total) = (run.areas.len(), run.spec.uncertainty.replications as usize);
    let parts = space.parts_of_a_rank();
    let mut ranks = vec![0; areas * total];
    let round = (RANKS_PER_ROUND / areas.max(1)).clamp(1, total.max(1));
    progress.step(0, total as u64)?;
    let done = AtomicU64::new(0);
    for start in (0..total).step_by(round) {
        let rows = replicate(&space, start..total.min(start + round), &done, progress)?;
        ranks.par_chunks_mut((AREAS * total).max(1)).enumerate().for_each(|(block, ranks)| {
            for (at, row) in rows.iter().flat_map(|rows| rows.chunks(areas)).enumerate() {
                for (area, &rank) in row[block * AREAS..].iter().take(AREAS).enumerate() {
                    ranks[area * total + start + at] = rank;
                }
            }
        });
    }
    Ok(RankDraws { areas, replications: total, ranks, parts, sampled: space.sampled, replaced: space.replaced })
}

/// Ranks of some replications, task by task, one row of areas per replication.
fn replicate(
    space: &Space,
    range: Range<usize>,
    done: &AtomicU64,
    progress: &Progress,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let total = u64::from(space.run.spec.uncertainty.replications);
    let task = (RANKS_PER_TASK / space.run.areas.len().max(1)).clamp(1, MOST_PER_TASK);
    let starts: Vec<usize> = range.clone().step_by(task).collect();
    let tasks = starts.into_par_iter().map(|start| {
        let end = range.end.min(start + task);
        let rows = rows(space, start..end);
        let count = (end - start) as u64;
        progress.step(done.fetch_add(count, Ordering::Relaxed) + count, total)?;
        Ok(rows)
    });
    tasks.collect()
}

fn rows(space: &Space, replications: Range<usize>) -> Vec<u32> {
    let areas = space.run.areas.len();
    let (mut work, mut draw) = (Workspace::default(), space.own());
    let mut ranks = vec![0; areas * replications.len()];
    for (replication, ranks) in replications.zip(ranks.chunks_mut(areas.max(1))) {
        space.draw(&mut space.stream(replication as u64), &mut draw);
        space.place(&draw, &mut work, ranks);
    }
    ranks
}

impl RankDraws {
    /// Number of replications.
    pub fn replications(&self) -> usize {
        self.replications
    }

    /// Number of areas, in the order of [`IndexRun::areas`].
    pub fn areas(&self) -> usize {
        self.areas
    }

    /// The ranks of one area, replication by replication, in parts of a rank.
    fn of(&self, row: usize) -> &[u32] {
        &self.ranks[row * self.replications..(row + 1) * self.replications]
    }

    /// P(rank ≤ `places`) of one area.
    pub fn within(&self, row: usize, places: u32) -> Share {
        Share::of(
            self.of(row).iter().filter(|&&rank| rank <= places.saturating_mul(self.parts)).count(),
            self.replications,
        )
    }

    /// How often one area has each rank; entry 0 is rank 1. A mean of two ranks counts for the first.
    pub fn distribution(&self, row: usize) -> Vec<u32> {
        let mut counts = vec![0; self.areas];
        for &rank in self.of(row) {
            counts[(rank / self.parts) as usize - 1] += 1;
        }
        counts
    }

    /// P(first before second): the share of replications in which the first has the smaller rank.
    pub fn before(&self, first: usize, second: usize) -> Share {
        Share::of(self.count_before(first, second), self.replications)
    }

    pub(super) fn count_before(&self, first: usize, second: usize) -> usize {
        let pairs = self.of(first).iter().zip(self.of(second));
        pairs.map(|(first, second)| u32::from(first < second)).sum::<u32>() as usize
    }

    /// Interval, median, shares and groups.
    pub fn intervals(&self, run: &IndexRun) -> RankIntervals {
        let varied = &run.spec.uncertainty;
        let tail = (1.0 - varied.coverage_percent / 100.0) / 2.0;
        let summaries: Vec<Summary> =
            (0..self.areas).into_par_iter().map(|row| self.summary(row, tail, varied.top_places)).collect();
        let column = |of: fn(&Summary) -> f64| summaries.iter().map(of).collect();
        RankIntervals {
            replications: varied.replications,
            seed: varied.seed,
            low: column(|summary| summary.low),
            median: column(|summary| summary.median),
            high: column(|summary| summary.high),
            top_share: column(|summary| summary.top.value),
            top_share_error: column(|summary| summary.top.standard_error),
            top_places: varied.top_places,
            group: groups(run, self),
            sampled: self.sampled.clone(),
            replaced: self.replaced.clone(),
        }
    }

    fn summary(&self, row: usize, tail: f64, places: u32) -> Summary {
        let mut ranks = self.of(row).to_vec();
        let parts = f64::from(self.parts);
        let mut quantile = |share: f64| quantile_type_7(&mut ranks, share) / parts;
        let (low, median, high) = (quantile(tail), quantile(0.5), quantile(1.0 - tail));
        Summary { low, median, high, top: self.within(row, places) }
    }
}

struct Summary {
    low: f64,
    median: f64,
    high: f64,
    top: Share,
}

/// Quantile type 7 (Hyndman and Fan 1996): linear between the order statistics at (n − 1) · p. Reorders the values.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place within the list")]
fn quantile_type_7(ranks: &mut [u32], share: f64) -> f64 {
    let position = (ranks.len() - 1) as f64 * share;
    let below = position.floor() as usize;
    let (_, &mut low, rest) = ranks.select_nth_unstable(below);
    let high = rest.iter().copied().min().unwrap_or(low);
    f64::from(low) + (position - position.floor()) * f64::from(high - low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_is_of_type_seven() {
        for (share, expected) in [(0.0, 1.0), (0.05, 1.15), (0.5, 2.5), (0.95, 3.85), (1.0, 4.0)] {
            assert!((quantile_type_7(&mut [3, 1, 4, 2], share) - expected).abs() < 1e-12);
        }
    }
}
