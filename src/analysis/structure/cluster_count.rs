//! How many groups the data suggest.

use super::typology::{Method, grouped};
use super::{StructureError, silhouette};
use crate::jobs::Progress;

/// How well a number of groups fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClusterCount {
    /// Number of groups.
    pub clusters: usize,
    /// Mean silhouette width, −1 to 1.
    pub silhouette: f64,
    /// Whether this is the number proposed: the greatest mean silhouette, the fewest groups of equals.
    pub proposed: bool,
}

/// Numbers of groups from two to `most`, each with its fit, over columns without gaps on a common scale. A proposal:
/// fewer, clearer types may serve a plan better.
///
/// # Errors
/// Those of the methods; a number of groups that the areas do not allow ends the list.
pub fn cluster_counts(
    columns: &[Vec<f64>],
    method: Method,
    most: usize,
    seed: u64,
    progress: &Progress,
) -> Result<Vec<ClusterCount>, StructureError> {
    let mut counts: Vec<ClusterCount> = Vec::new();
    for clusters in 2..=most {
        let labels = match grouped(columns, method, clusters, seed, progress) {
            Ok(labels) => labels,
            Err(StructureError::ClusterCount { .. }) if !counts.is_empty() => break,
            Err(error) => return Err(error),
        };
        let mean = silhouette(columns, &labels, seed, progress)?.mean;
        counts.push(ClusterCount { clusters, silhouette: mean, proposed: false });
    }
    let best = |best: usize, at: usize| if counts[at].silhouette > counts[best].silhouette + 1e-12 { at } else { best };
    if let Some(best) = (0..counts.len()).reduce(best) {
        counts[best].proposed = true;
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_planted_number_of_groups_is_proposed() {
        let columns =
            vec![(0..30).map(|row| f64::from(row % 3) * 50.0 + f64::from(row / 3) * 0.5).collect::<Vec<f64>>()];
        for method in [Method::KMeans, Method::Ward] {
            let counts = cluster_counts(&columns, method, 6, 1, &Progress::new()).unwrap();
            assert_eq!(counts.len(), 5);
            let proposed: Vec<usize> =
                counts.iter().filter(|count| count.proposed).map(|count| count.clusters).collect();
            assert_eq!(proposed, [3]);
        }
    }

    #[test]
    fn more_groups_than_different_areas_end_the_list() {
        let columns = vec![vec![1.0, 1.0, 5.0, 5.0, 9.0]];
        let counts = cluster_counts(&columns, Method::KMeans, 9, 1, &Progress::new()).unwrap();
        assert_eq!(counts.iter().map(|count| count.clusters).collect::<Vec<_>>(), [2, 3]);
    }
}
