//! Tables that commands write: columns with stable names, rows in a fixed order, one of two dialects.

use crate::fs::{self, FsError};
use std::path::Path;

/// For whom a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Semicolon, decimal comma, byte order mark for spreadsheets.
    German,
    /// Comma, decimal point.
    Machine,
}

impl Dialect {
    /// The dialect of the `--maschine` switch.
    pub fn of(machine: bool) -> Dialect {
        if machine { Dialect::Machine } else { Dialect::German }
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Words; kept from being read as a formula.
    Text(String),
    /// A number in the shortest form that reads back to the same one.
    Number(f64),
    /// A whole number.
    Count(i64),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    /// A number, or nothing where there is none.
    pub fn number(value: f64) -> Cell {
        if value.is_finite() { Cell::Number(value) } else { Cell::Empty }
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    columns: &'static [&'static str],
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(columns: &'static [&'static str]) -> Table {
        Table { columns, rows: Vec::new() }
    }

    /// Adds a row, one cell per column.
    pub fn push<const N: usize>(&mut self, row: [Cell; N]) {
        debug_assert_eq!(N, self.columns.len());
        self.rows.push(row.into());
    }

    /// The bytes of the table.
    pub fn bytes(&self, dialect: Dialect) -> Vec<u8> {
        let mut text = match dialect {
            Dialect::German => "\u{feff}".to_owned(),
            Dialect::Machine => String::new(),
        };
        let head = self.columns.iter().map(|column| (*column).to_owned()).collect::<Vec<_>>();
        push_line(&mut text, &head, dialect);
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| printed(cell, dialect)).collect();
            push_line(&mut text, &cells, dialect);
        }
        text.into_bytes()
    }

    /// Writes the table as a whole or not at all.
    ///
    /// # Errors
    /// [`FsError`] if the file cannot be written.
    pub fn write(&self, path: &Path, dialect: Dialect) -> Result<(), FsError> {
        fs::write_atomic(path, &self.bytes(dialect))
    }
}

fn push_line(text: &mut String, cells: &[String], dialect: Dialect) {
    let separator = match dialect {
        Dialect::German => ';',
        Dialect::Machine => ',',
    };
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(separator);
        }
        text.push_str(&quoted(cell, separator));
    }
    text.push_str("\r\n");
}

fn printed(cell: &Cell, dialect: Dialect) -> String {
    match (cell, dialect) {
        (Cell::Empty, _) => String::new(),
        (Cell::Text(text), _) => harmless(text),
        (Cell::Count(count), _) => count.to_string(),
        (Cell::Number(number), Dialect::Machine) => number.to_string(),
        (Cell::Number(number), Dialect::German) => number.to_string().replace('.', ","),
    }
}

/// Text that a spreadsheet would run as a formula gets an apostrophe.
fn harmless(text: &str) -> String {
    let risky = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r']);
    if risky { format!("'{text}") } else { text.to_owned() }
}

fn quoted(cell: &str, separator: char) -> String {
    if cell.contains([separator, '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&["name", "value"]);
        table.push([Cell::text("Hörde; \"Mitte\""), Cell::number(-12.5)]);
        table.push([Cell::text("=SUMME(A1)"), Cell::number(f64::NAN)]);
        table.push([Cell::text("02"), Cell::number(0.1 + 0.2)]);
        table
    }

    #[test]
    fn a_table_for_people_has_semicolons_and_decimal_commas() {
        let text = String::from_utf8(table().bytes(Dialect::German)).unwrap();
        assert_eq!(
            text,
            "\u{feff}name;value\r\n\"Hörde; \"\"Mitte\"\"\";-12,5\r\n'=SUMME(A1);\r\n02;0,30000000000000004\r\n"
        );
    }

    #[test]
    fn a_table_for_machines_reads_back_to_the_same_numbers() {
        let text = String::from_utf8(table().bytes(Dialect::Machine)).unwrap();
        let last = text.trim_end().rsplit(',').next().unwrap();
        assert_eq!(last.parse::<f64>().unwrap().to_bits(), (0.1f64 + 0.2).to_bits());
    }
}
