//! Principal components of the correlation matrix.

use super::StructureError;
use super::matrix::{complete_columns, complete_rows, pearson_matrix, z_values};
use crate::domain::Divisor;
use nalgebra::{DMatrix, SymmetricEigen};

/// Fewest areas from which components are given.
const FEWEST_AREAS: usize = 3;
/// Most rounds of the iteration; a matrix of this size is done in far fewer.
const MOST_ROUNDS: usize = 10_000;
/// Loadings this close count as equally great when the sign is settled.
const SIGN_NOISE: f64 = 1e-9;

/// Principal components of indicators (Pearson 1901; Hotelling 1933), of the correlation matrix: every indicator
/// counts alike. Areas that lack a value are left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Components {
    /// Rows that took part: those with every value.
    pub rows: Vec<usize>,
    /// Eigenvalues, greatest first; they add up to the number of indicators.
    pub eigenvalues: Vec<f64>,
    /// Share of the variance that each component explains, 0 to 1.
    pub explained: Vec<f64>,
    /// One unit vector over the indicators per component. The entry of greatest amount is positive, the first of
    /// them where several are as great.
    pub vectors: Vec<Vec<f64>>,
    /// Loadings per component: correlation of the indicator with the component, vector × √eigenvalue.
    pub loadings: Vec<Vec<f64>>,
    /// Scores per component over [`rows`](Self::rows): z-values (divisor n − 1) times vector.
    pub scores: Vec<Vec<f64>>,
}

impl Components {
    /// Components with an eigenvalue above 1: as many as the Kaiser criterion keeps (Kaiser 1960).
    pub fn above_one(&self) -> usize {
        self.eigenvalues.iter().filter(|value| **value > 1.0).count()
    }
}

/// Principal components of columns over areas.
///
/// # Errors
/// Fewer than two indicators or three complete areas, or a constant indicator.
pub fn principal_components(columns: &[Vec<f64>]) -> Result<Components, StructureError> {
    let complete = complete_columns(columns, 2, FEWEST_AREAS)?;
    let (eigenvalues, vectors) = eigen(&pearson_matrix(&complete))?;
    let z: Vec<Vec<f64>> = complete.iter().map(|column| z_values(column, Divisor::Sample)).collect();
    let rows = complete_rows(columns).0;
    let score = |vector: &Vec<f64>| -> Vec<f64> {
        (0..rows.len()).map(|row| vector.iter().zip(&z).map(|(weight, column)| weight * column[row]).sum()).collect()
    };
    let loading = |(vector, value): (&Vec<f64>, &f64)| -> Vec<f64> {
        vector.iter().map(|entry| entry * value.max(0.0).sqrt()).collect()
    };
    Ok(Components {
        explained: eigenvalues.iter().map(|value| value / columns.len() as f64).collect(),
        loadings: vectors.iter().zip(&eigenvalues).map(loading).collect(),
        scores: vectors.iter().map(score).collect(),
        rows,
        eigenvalues,
        vectors,
    })
}

/// Unit vector of the first component of complete columns and the share of the variance that it explains.
pub(crate) fn first_component(columns: &[Vec<f64>]) -> Result<(Vec<f64>, f64), StructureError> {
    let (eigenvalues, mut vectors) = eigen(&pearson_matrix(columns))?;
    Ok((vectors.swap_remove(0), eigenvalues[0] / columns.len() as f64))
}

/// Eigenvalues, greatest first, and their unit vectors with the sign settled.
fn eigen(matrix: &[Vec<f64>]) -> Result<(Vec<f64>, Vec<Vec<f64>>), StructureError> {
    let size = matrix.len();
    let dense = DMatrix::from_fn(size, size, |row, column| matrix[row][column]);
    let found = SymmetricEigen::try_new(dense, f64::EPSILON, MOST_ROUNDS).ok_or(StructureError::NoConvergence)?;
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&left, &right| found.eigenvalues[right].total_cmp(&found.eigenvalues[left]));
    let vector = |&at: &usize| signed(found.eigenvectors.column(at).iter().copied().collect());
    Ok((order.iter().map(|&at| found.eigenvalues[at]).collect(), order.iter().map(vector).collect()))
}

/// The vector turned so that its entry of greatest amount is positive.
fn signed(mut vector: Vec<f64>) -> Vec<f64> {
    let greatest = vector.iter().fold(0.0f64, |most, entry| most.max(entry.abs()));
    let leading = vector.iter().find(|entry| entry.abs() >= greatest - SIGN_NOISE);
    if leading.is_some_and(|entry| *entry < 0.0) {
        vector.iter_mut().for_each(|entry| *entry = -*entry);
    }
    vector
}
