//! Tables that commands write: columns with stable names, rows in a fixed order.

use crate::export::{CsvCell, CsvForm, CsvTable};
use crate::fs::{self, FsError};
use std::path::Path;

/// A table that grows row by row.
#[derive(Debug)]
pub(super) struct Table {
    columns: usize,
    csv: CsvTable,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(form: CsvForm, columns: &[&str]) -> Table {
        Table { columns: columns.len(), csv: CsvTable::new(columns, form) }
    }

    /// Adds a row, one cell per column.
    pub fn push<const N: usize>(&mut self, row: [CsvCell; N]) {
        debug_assert_eq!(N, self.columns);
        self.csv.push(&row);
    }

    /// Writes the table as a whole or not at all.
    ///
    /// # Errors
    /// [`FsError`] if the file cannot be written.
    pub fn write(self, path: &Path) -> Result<(), FsError> {
        fs::write_atomic(path, &self.csv.finish())
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
