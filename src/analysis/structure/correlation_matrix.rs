//! How all indicators go together, in pairs.

use super::super::correlation::{Correlation, correlation};
use super::matrix::complete_rows;
use super::{Missing, StructureError};

/// Correlations of all pairs of indicators; rows and columns follow the indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrelationMatrix {
    /// Pearson and Spearman of each pair; none with fewer than three pairs of values or where a series does not vary.
    pub cells: Vec<Vec<Option<Correlation>>>,
    /// Areas with both values of each pair.
    pub pairs: Vec<Vec<usize>>,
}

/// Correlations of columns over areas; [`Missing`] says over which areas.
///
/// # Errors
/// Fewer than two indicators, or columns of different length.
pub fn correlation_matrix(columns: &[Vec<f64>], missing: Missing) -> Result<CorrelationMatrix, StructureError> {
    if columns.len() < 2 {
        return Err(StructureError::TooFewIndicators { found: columns.len(), needed: 2 });
    }
    if columns.windows(2).any(|pair| pair[0].len() != pair[1].len()) {
        return Err(StructureError::Uneven);
    }
    let columns = match missing {
        Missing::LeaveOut => complete_rows(columns).1,
        Missing::Pairwise => columns.to_vec(),
    };
    let size = columns.len();
    let mut matrix = CorrelationMatrix { cells: vec![vec![None; size]; size], pairs: vec![vec![0; size]; size] };
    for left in 0..size {
        for right in 0..=left {
            let pairs: Vec<(Option<f64>, Option<f64>)> =
                columns[left].iter().zip(&columns[right]).map(|(&a, &b)| (known(a), known(b))).collect();
            let found = correlation(&pairs);
            let both = pairs.iter().filter(|(a, b)| a.is_some() && b.is_some()).count();
            for (row, column) in [(left, right), (right, left)] {
                matrix.cells[row][column] = found;
                matrix.pairs[row][column] = both;
            }
        }
    }
    Ok(matrix)
}

fn known(value: f64) -> Option<f64> {
    (!value.is_nan()).then_some(value)
}
