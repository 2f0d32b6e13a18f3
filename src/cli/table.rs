//! Tables that commands write: columns with stable names, rows in a fixed order.

use crate::export::{CsvCell, CsvForm, table_csv};
use crate::fs::{self, FsError};
use std::path::Path;

/// A table that grows row by row.
#[derive(Debug)]
pub(super) struct Table {
    columns: &'static [&'static str],
    rows: Vec<Vec<CsvCell>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(columns: &'static [&'static str]) -> Table {
        Table { columns, rows: Vec::new() }
    }

    /// Adds a row, one cell per column.
    pub fn push<const N: usize>(&mut self, row: [CsvCell; N]) {
        debug_assert_eq!(N, self.columns.len());
        self.rows.push(row.into());
    }

    /// Writes the table as a whole or not at all.
    ///
    /// # Errors
    /// [`FsError`] if the file cannot be written.
    pub fn write(&self, path: &Path, form: CsvForm) -> Result<(), FsError> {
        let header: Vec<String> = self.columns.iter().map(|column| (*column).to_owned()).collect();
        fs::write_atomic(path, &table_csv(&header, &self.rows, form))
    }
}

/// The form of the `--maschine` switch.
pub(super) fn form(machine: bool) -> CsvForm {
    if machine { CsvForm::Machine } else { CsvForm::German }
}

/// Words.
pub(super) fn words(text: impl Into<String>) -> CsvCell {
    CsvCell::Text(text.into())
}

/// A number; a cell stays empty where there is none.
pub(super) fn number(value: impl Into<f64>) -> CsvCell {
    CsvCell::Number(value.into())
}
