//! The tables of a document as a spreadsheet has them: numbers that are numbers, sums that recalculate.

use crate::domain::{Euro, Status};
use jiff::civil::Date;

/// A sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Name on its tab: at most 31 characters, unique in the document.
    pub name: String,
    /// What it shows, above the table.
    pub title: String,
    /// Columns.
    pub columns: Vec<SheetColumn>,
    /// Rows; one cell per column.
    pub rows: Vec<SheetRow>,
    /// Source and explanation of signs, below the table.
    pub notes: Vec<String>,
}

/// A column of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetColumn {
    /// Header.
    pub title: String,
    /// Width in characters.
    pub width: u16,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    /// One entry per column.
    pub cells: Vec<SheetCell>,
    /// Whether the row is set off: sums.
    pub strong: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SheetCell {
    /// Nothing.
    #[default]
    Empty,
    /// Words; never read as a formula.
    Text(String),
    /// A number.
    Number {
        /// Its value.
        value: f64,
        /// Decimals in print.
        decimals: u8,
        /// What it prints with: `p`, brackets.
        status: Status,
    },
    /// An amount of money.
    Money(Euro),
    /// An amount of money that the spreadsheet computes.
    MoneyOf {
        /// How.
        formula: Formula,
        /// What comes out today, for programs that do not recalculate.
        amount: Euro,
    },
    /// A number that the spreadsheet computes.
    NumberOf {
        /// How.
        formula: Formula,
        /// What comes out today, for programs that do not recalculate.
        value: f64,
        /// Decimals in print.
        decimals: u8,
    },
    /// A day.
    Date(Date),
}

impl SheetCell {
    /// A number that prints without a sign.
    pub fn number(value: f64, decimals: u8) -> SheetCell {
        SheetCell::Number { value, decimals, status: Status::Reported }
    }
}

/// A place in a sheet, rows and columns counted from 0 without title and header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetPlace {
    /// Index of the sheet in the document.
    pub sheet: usize,
    /// Row.
    pub row: usize,
    /// Column.
    pub column: usize,
}

/// How a cell is computed from others.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// The sum of a rectangle, both corners included.
    Sum {
        /// Upper left.
        from: SheetPlace,
        /// Lower right.
        to: SheetPlace,
    },
    /// One cell as it is.
    Copy(SheetPlace),
    /// The first less the second, but never below nothing.
    Gap(SheetPlace, SheetPlace),
}
