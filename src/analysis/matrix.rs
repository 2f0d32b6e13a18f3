//! Values of areas and indicators, column by column: what most steps work on is one indicator at a time.

use rayon::prelude::*;
use std::sync::{Arc, LazyLock};

/// From so many cells on, columns are worked on by all threads. Columns do not depend on each other, so the result is
/// the same.
const MANY_CELLS: usize = 20_000;

/// One row per area, one column per indicator (or Teilindex). Columns are contiguous and shared: a step that leaves a
/// column alone costs nothing, and a column that follows from another one by one factor is written out when it is first
/// looked at.
#[derive(Clone, Debug)]
pub struct Matrix<T = f64> {
    rows: usize,
    columns: Vec<Shared<T>>,
}

/// A column that several matrices hold on to.
#[derive(Clone, Debug)]
enum Shared<T> {
    Known(Arc<Vec<T>>),
    Later(Arc<LazyLock<Arc<Vec<T>>, Make<T>>>),
}

/// Writes a column out.
type Make<T> = Box<dyn FnOnce() -> Arc<Vec<T>> + Send + Sync>;

impl<T> Shared<T> {
    fn later(make: impl FnOnce() -> Vec<T> + Send + Sync + 'static) -> Shared<T> {
        Shared::Later(Arc::new(LazyLock::new(Box::new(move || Arc::new(make())))))
    }

    fn get(&self) -> &Arc<Vec<T>> {
        match self {
            Shared::Known(column) => column,
            Shared::Later(column) => column,
        }
    }
}

impl<T> Default for Matrix<T> {
    fn default() -> Self {
        Matrix { rows: 0, columns: Vec::new() }
    }
}

impl<T: Copy> Matrix<T> {
    /// A matrix of these columns, which are equally long.
    pub fn of_columns(columns: Vec<Vec<T>>) -> Matrix<T> {
        Matrix::of_shared(columns.into_iter().map(Arc::new).collect())
    }

    /// A matrix of shared columns, which are equally long.
    pub fn of_shared(columns: Vec<Arc<Vec<T>>>) -> Matrix<T> {
        let rows = columns.first().map_or(0, |column| column.len());
        debug_assert!(columns.iter().all(|column| column.len() == rows));
        Matrix { rows, columns: columns.into_iter().map(Shared::Known).collect() }
    }

    /// A matrix of values row by row, `width` to a row.
    pub fn of_rows(values: &[T], width: usize) -> Matrix<T> {
        let column = |at: usize| values.iter().skip(at).step_by(width.max(1)).copied().collect();
        Matrix::of_columns((0..width).map(column).collect())
    }

    /// Number of areas.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Number of columns.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// A column.
    pub fn column(&self, at: usize) -> &[T] {
        self.columns[at].get()
    }

    /// A column, to be held on to without copying it.
    pub fn shared(&self, at: usize) -> &Arc<Vec<T>> {
        self.columns[at].get()
    }

    /// The columns.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = &Arc<Vec<T>>> {
        self.columns.iter().map(Shared::get)
    }

    /// The value of an area, if there are such a row and column.
    pub fn get(&self, row: usize, column: usize) -> Option<T> {
        self.columns.get(column)?.get().get(row).copied()
    }

    /// The values of an area.
    pub fn row(&self, row: usize) -> impl Iterator<Item = T> + '_ {
        self.columns.iter().map(move |column| column.get()[row])
    }

    /// The rows at these places, in their order; shares the columns where that is all of them.
    pub(super) fn select(&self, rows: &[usize]) -> Matrix<T> {
        if rows.len() == self.rows {
            return self.clone();
        }
        let pick = |column: &Arc<Vec<T>>| Shared::Known(Arc::new(rows.iter().map(|&row| column[row]).collect()));
        Matrix { rows: rows.len(), columns: self.columns().map(pick).collect() }
    }
}

impl Matrix {
    /// The values divided, once they are looked at.
    pub(super) fn divided(&self, divisor: f64) -> Matrix {
        let divided = |column: &Shared<f64>| {
            let column = column.clone();
            Shared::later(move || column.get().iter().map(|value| value / divisor).collect())
        };
        Matrix { rows: self.rows, columns: self.columns.iter().map(divided).collect() }
    }

    /// Each column times its factor, once it is looked at; gaps count 0.
    pub(super) fn multiplied(&self, factors: &[f64]) -> Matrix {
        let multiple = |(column, &factor): (&Shared<f64>, &f64)| {
            let column = column.clone();
            let of = move |&value: &f64| if value.is_nan() { 0.0 } else { value * factor };
            Shared::later(move || column.get().iter().map(of).collect())
        };
        Matrix { rows: self.rows, columns: self.columns.iter().zip(factors).map(multiple).collect() }
    }
}

impl<T: Copy> std::ops::Index<(usize, usize)> for Matrix<T> {
    type Output = T;

    fn index(&self, (row, column): (usize, usize)) -> &T {
        &self.columns[column].get()[row]
    }
}

impl PartialEq for Matrix {
    /// Two matrices are equal if they show the same; a gap equals a gap.
    fn eq(&self, other: &Self) -> bool {
        let same = |left: &Arc<Vec<f64>>, right: &Arc<Vec<f64>>| {
            Arc::ptr_eq(left, right) || left.iter().map(|v| v.to_bits()).eq(right.iter().map(|v| v.to_bits()))
        };
        self.rows == other.rows
            && self.columns.len() == other.columns.len()
            && self.columns().zip(other.columns()).all(|(left, right)| same(left, right))
    }
}

impl PartialEq for Matrix<crate::domain::Status> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows && self.columns().eq(other.columns())
    }
}

/// Whether a column has a gap. Looks at many values at once and stops at the first block that has one.
pub(super) fn has_gap(column: &[f64]) -> bool {
    column.chunks(512).any(|block| block.iter().fold(false, |any, value| any | value.is_nan()))
}

/// One result per column, on all threads where the columns are long.
pub(super) fn by_column<T: Send>(width: usize, rows: usize, make: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    if width * rows < MANY_CELLS {
        (0..width).map(make).collect()
    } else {
        (0..width).into_par_iter().map(make).collect()
    }
}

/// Works on parts of a column, on all threads where there is much to do: `work` gets the first row and the part.
pub(super) fn by_rows(out: &mut [f64], width: usize, work: impl Fn(usize, &mut [f64]) + Sync + Send) {
    const PART: usize = 2048;
    if width * out.len() < MANY_CELLS {
        work(0, out);
    } else {
        out.par_chunks_mut(PART).enumerate().for_each(|(at, part)| work(at * PART, part));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_columns_show_the_same_values() {
        let matrix = Matrix::of_rows(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 3);
        assert_eq!((matrix.rows(), matrix.width()), (2, 3));
        assert_eq!(matrix.column(1), [2.0, 5.0]);
        assert_eq!(matrix.row(1).collect::<Vec<_>>(), [4.0, 5.0, 6.0]);
        assert_eq!(matrix.select(&[1]).column(2), [6.0]);
        assert_eq!(matrix.get(2, 0), None);
    }

    #[test]
    fn a_multiple_is_written_out_when_it_is_looked_at() {
        let matrix = Matrix::of_rows(&[1.0, 2.0, f64::NAN, 4.0], 2);
        let multiple = matrix.multiplied(&[10.0, 3.0]).divided(2.0);
        assert_eq!((multiple.rows(), multiple.width()), (2, 2));
        assert_eq!(multiple, Matrix::of_rows(&[5.0, 3.0, 0.0, 6.0], 2));
    }

    #[test]
    fn a_gap_equals_a_gap() {
        let matrix = || Matrix::of_rows(&[1.0, f64::NAN], 2);
        assert_eq!(matrix(), matrix());
    }
}
