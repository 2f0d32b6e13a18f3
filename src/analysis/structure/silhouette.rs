//! How well areas sit in their groups.

use super::StructureError;
use super::matrix::{distinct_rows, squared_distances};
use crate::jobs::{Cancelled, Progress};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use rayon::prelude::*;

/// Areas up to which every one is compared with every other; of more, as many are drawn.
const MOST_AREAS: usize = 5_000;

/// Silhouette widths (Rousseeuw 1987): (b − a) / max(a, b) with the mean distance a to the own group and b to the
/// nearest other one; 0 for an area alone in its group. From −1 (in the wrong group) over 0 (between two) to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Silhouette {
    /// Areas that were compared: all, or 5,000 drawn with the seed where there are more.
    pub rows: Vec<usize>,
    /// Width of each of [`rows`](Self::rows).
    pub widths: Vec<f64>,
    /// Mean of the widths.
    pub mean: f64,
    /// Mean of the widths of each group; none where no area of it was drawn.
    pub by_cluster: Vec<Option<f64>>,
}

/// Silhouette widths of areas by their columns (without gaps, on a common scale) and groups.
///
/// # Errors
/// [`StructureError::ClusterCount`] where there are not two groups, [`StructureError::Gap`],
/// [`StructureError::Uneven`], [`StructureError::Cancelled`].
pub fn silhouette(
    columns: &[Vec<f64>],
    labels: &[usize],
    seed: u64,
    progress: &Progress,
) -> Result<Silhouette, StructureError> {
    distinct_rows(columns, 1)?;
    if columns[0].len() != labels.len() {
        return Err(StructureError::Uneven);
    }
    let rows = drawn_rows(labels.len(), seed);
    let columns: Vec<Vec<f64>> = columns.iter().map(|column| rows.iter().map(|&row| column[row]).collect()).collect();
    let labels: Vec<usize> = rows.iter().map(|&row| labels[row]).collect();
    let clusters = labels.iter().max().map_or(0, |most| most + 1);
    let mut sizes = vec![0usize; clusters];
    labels.iter().for_each(|&label| sizes[label] += 1);
    if sizes.iter().filter(|size| **size > 0).count() < 2 {
        return Err(StructureError::ClusterCount { clusters: 1, areas: rows.len() });
    }
    let total = rows.len() as u64;
    let width = |row: usize| -> Result<f64, Cancelled> {
        progress.step(row as u64, total)?;
        Ok(width(&columns, &labels, &sizes, row))
    };
    let widths: Vec<f64> = (0..rows.len()).into_par_iter().map(width).collect::<Result<_, Cancelled>>()?;
    let by_cluster = (0..clusters)
        .map(|cluster| {
            let own = widths.iter().zip(&labels).filter(|(_, label)| **label == cluster).map(|(width, _)| width);
            (sizes[cluster] > 0).then(|| own.sum::<f64>() / sizes[cluster] as f64)
        })
        .collect();
    Ok(Silhouette { mean: widths.iter().sum::<f64>() / widths.len() as f64, rows, widths, by_cluster })
}

fn width(columns: &[Vec<f64>], labels: &[usize], sizes: &[usize], row: usize) -> f64 {
    let own = labels[row];
    if sizes[own] < 2 {
        return 0.0;
    }
    let point: Vec<f64> = columns.iter().map(|column| column[row]).collect();
    let mut squares = vec![0.0; labels.len()];
    squared_distances(columns, 0, &point, &mut squares);
    let mut sums = vec![0.0; sizes.len()];
    squares.iter().zip(labels).for_each(|(square, &label)| sums[label] += square.sqrt());
    let inside = sums[own] / (sizes[own] - 1) as f64;
    let means = sums.iter().zip(sizes).enumerate().filter(|(at, (_, size))| *at != own && **size > 0);
    let outside = means.map(|(_, (sum, size))| sum / *size as f64).fold(f64::INFINITY, f64::min);
    let greater = inside.max(outside);
    if greater > 0.0 { (outside - inside) / greater } else { 0.0 }
}

/// All rows, or some of them drawn without repetition, in ascending order (Knuth's selection sampling).
fn drawn_rows(rows: usize, seed: u64) -> Vec<usize> {
    if rows <= MOST_AREAS {
        return (0..rows).collect();
    }
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut drawn = Vec::with_capacity(MOST_AREAS);
    for row in 0..rows {
        let chance = (MOST_AREAS - drawn.len()) as f64 / (rows - row) as f64;
        if ((random.next_u64() >> 11) as f64 / (1u64 << 53) as f64) < chance {
            drawn.push(row);
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_alone_in_its_group_has_width_zero_and_apart_is_near_one() {
        let found = silhouette(&[vec![0.0, 0.1, 50.0]], &[0, 0, 1], 1, &Progress::new()).unwrap();
        assert!(found.widths[0] > 0.99 && found.widths[2].abs() < 1e-12);
        assert_eq!(found.by_cluster.len(), 2);
    }

    #[test]
    fn of_very_many_areas_some_are_drawn_once_each() {
        let drawn = drawn_rows(33_000, 7);
        assert_eq!(drawn.len(), MOST_AREAS);
        assert!(drawn.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(drawn, drawn_rows(33_000, 7));
    }

    #[test]
    fn one_group_has_no_silhouette() {
        let found = silhouette(&[vec![0.0, 1.0]], &[0, 0], 1, &Progress::new());
        assert_eq!(found, Err(StructureError::ClusterCount { clusters: 1, areas: 2 }));
    }
}
