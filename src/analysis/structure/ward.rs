//! Ward's tree: areas merged step by step.

use super::StructureError;
use super::kmeans::numbered_by_size;
use super::matrix::{distinct_rows, squared_distances};
use crate::jobs::{Cancelled, Progress};
use kodama::{Method, linkage};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Most areas: their distances take 400 MB.
const MOST_AREAS: usize = 10_000;
/// How often a cancel is looked for while the tree grows.
const LOOK: Duration = Duration::from_millis(50);

/// A step of the tree. Areas are numbered from 0, the group that step `s` forms is `areas + s`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// The group or area with the smaller number.
    pub left: usize,
    /// The other one.
    pub right: usize,
    /// Distance at which they merge (Ward.D2: a distance, not a square).
    pub height: f64,
    /// Areas in the new group.
    pub size: usize,
}

/// The tree over all areas, lowest step first.
#[derive(Clone, Debug, PartialEq)]
pub struct Dendrogram {
    /// Number of areas.
    pub areas: usize,
    /// One step fewer than areas.
    pub merges: Vec<Merge>,
}

impl Dendrogram {
    /// The tree cut into this many groups (at least one, at most one per area): the group of each area, numbered by
    /// size, the greatest first, equal ones by their first area.
    pub fn cut(&self, clusters: usize) -> Vec<usize> {
        let kept = self.areas.saturating_sub(clusters.max(1));
        let mut group: Vec<usize> = (0..self.areas + kept).collect();
        for (step, merge) in self.merges.iter().take(kept).enumerate() {
            group[merge.left] = self.areas + step;
            group[merge.right] = self.areas + step;
        }
        // A later step has a greater number, so going down from the top meets each group after what it became.
        for at in (0..group.len()).rev() {
            group[at] = group[group[at]];
        }
        let mut roots: Vec<usize> = group[..self.areas].to_vec();
        roots.sort_unstable();
        roots.dedup();
        let label = |root: &usize| roots.binary_search(root).unwrap_or(0);
        numbered_by_size(&group[..self.areas].iter().map(label).collect::<Vec<_>>(), roots.len()).0
    }
}

/// Ward's tree of areas by their columns, which have no gaps and a common scale: each step merges the two groups that
/// raise the sum of squares least (Ward 1963), on Euclidean distances, as Ward.D2 (Murtagh and Legendre 2014).
///
/// # Errors
/// [`StructureError::TooFewAreas`] below two, [`StructureError::TooManyAreas`] above 10,000, [`StructureError::Gap`],
/// [`StructureError::Cancelled`].
pub fn ward(columns: &[Vec<f64>], progress: &Progress) -> Result<Dendrogram, StructureError> {
    distinct_rows(columns, 1)?;
    let areas = columns[0].len();
    if areas < 2 {
        return Err(StructureError::TooFewAreas { found: areas, needed: 2 });
    }
    if areas > MOST_AREAS {
        return Err(StructureError::TooManyAreas { found: areas, most: MOST_AREAS });
    }
    let tree = tree(condensed(columns, progress)?, areas, progress)?;
    let merge = |step: &kodama::Step<f64>| Merge {
        left: step.cluster1,
        right: step.cluster2,
        height: step.dissimilarity,
        size: step.size,
    };
    Ok(Dendrogram { areas, merges: tree.steps().iter().map(merge).collect() })
}

/// Merges step by step on another thread of the pool, so that a cancel need not wait for the last step.
fn tree(mut distances: Vec<f64>, areas: usize, progress: &Progress) -> Result<kodama::Dendrogram<f64>, Cancelled> {
    if rayon::current_thread_index().is_some() {
        // Waiting here would take the thread that the other one may need.
        return Ok(linkage(&mut distances, areas, Method::Ward));
    }
    let (sender, receiver) = channel();
    rayon::spawn(move || drop(sender.send(linkage(&mut distances, areas, Method::Ward))));
    loop {
        match receiver.recv_timeout(LOOK) {
            Ok(tree) => return Ok(tree),
            Err(RecvTimeoutError::Timeout) => progress.check()?,
            Err(RecvTimeoutError::Disconnected) => return Err(Cancelled),
        }
    }
}

/// Distances of each area to those after it, one after the other.
fn condensed(columns: &[Vec<f64>], progress: &Progress) -> Result<Vec<f64>, Cancelled> {
    let areas = columns[0].len();
    let mut distances = vec![0.0; areas * (areas - 1) / 2];
    let mut rows = Vec::with_capacity(areas);
    let mut rest = distances.as_mut_slice();
    for row in 0..areas {
        let (own, after) = rest.split_at_mut(areas - 1 - row);
        rows.push(own);
        rest = after;
    }
    let done = AtomicU64::new(0);
    rows.into_par_iter().enumerate().try_for_each(|(row, distances)| {
        progress.step(done.fetch_add(1, Ordering::Relaxed), areas as u64)?;
        let point: Vec<f64> = columns.iter().map(|column| column[row]).collect();
        squared_distances(columns, row + 1, &point, distances);
        distances.iter_mut().for_each(|square| *square = square.sqrt());
        Ok(())
    })?;
    Ok(distances)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_areas_merge_first_and_cuts_follow_the_tree() {
        let tree = ward(&[vec![0.0, 1.0, 10.0, 12.0, 11.0]], &Progress::new()).unwrap();
        assert_eq!(tree.merges.len(), 4);
        assert!((tree.merges[0].height - 1.0).abs() < 1e-12);
        assert!(tree.merges.windows(2).all(|pair| pair[0].height <= pair[1].height));
        assert_eq!(tree.cut(2), [1, 1, 0, 0, 0]);
        assert_eq!(tree.cut(1), [0; 5]);
        assert_eq!(tree.cut(9), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn one_area_and_a_gap_are_refused() {
        let run = |columns: &[Vec<f64>]| ward(columns, &Progress::new());
        assert_eq!(run(&[vec![1.0]]), Err(StructureError::TooFewAreas { found: 1, needed: 2 }));
        assert_eq!(run(&[vec![1.0, f64::NAN]]), Err(StructureError::Gap));
    }
}
