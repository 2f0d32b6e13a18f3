//! What the picture of a comparison shows: areas down, indicators across, a swatch of its class beside each number.

use super::spec::ValueTable;
use crate::text::report::{self, chart_word};

/// Most rows and columns on one picture.
pub const MOST_ROWS: usize = 120;
/// See [`MOST_ROWS`].
pub const MOST_COLUMNS: usize = 40;

/// Areas and indicators.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixChart {
    /// What the numbers are: `z-Wert`.
    pub view: String,
    /// Label of the period.
    pub period: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows.
    pub rows: Vec<MatrixRow>,
    /// Colours of the classes, from the least need on.
    pub classes: Vec<crate::theme::Color>,
}

/// An area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixRow {
    /// Name.
    pub name: String,
    /// A cell per column.
    pub cells: Vec<MatrixCell>,
}

/// A number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixCell {
    /// Number or sign as printed.
    pub shown: String,
    /// Place of its class among the colours; none where it is not judged.
    pub class: Option<usize>,
}

impl MatrixChart {
    /// The areas in the class of greatest need, by indicator.
    fn strained(&self) -> Vec<(&str, Vec<&str>)> {
        let top = self.classes.len().checked_sub(1);
        let of = |column: usize| -> Vec<&str> {
            let own = |row: &&MatrixRow| top.is_some() && row.cells.get(column).is_some_and(|cell| cell.class == top);
            self.rows.iter().filter(own).map(|row| row.name.as_str()).collect()
        };
        let named = self.columns.iter().enumerate().map(|(at, name)| (name.as_str(), of(at)));
        named.filter(|(_, areas)| !areas.is_empty()).collect()
    }

    pub(super) fn alternative_text(&self) -> String {
        report::alternative_matrix(&self.view, &self.period, self.rows.len(), self.columns.len(), &self.strained())
    }

    pub(super) fn table(&self) -> ValueTable {
        let columns = std::iter::once(chart_word::AREA.to_owned()).chain(self.columns.iter().cloned()).collect();
        let row = |row: &MatrixRow| {
            std::iter::once(row.name.clone()).chain(row.cells.iter().map(|cell| cell.shown.clone())).collect()
        };
        ValueTable { columns, rows: self.rows.iter().map(row).collect() }
    }
}
