//! Where values and decisions come from.

use super::{ImportId, IndexSpec, RecipeId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A cell of an imported table. Rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellRef {
    /// Index into [`Import::sheets`]; 0 for delimited text.
    pub sheet: u16,
    /// Row from the top, starting at 0.
    pub row: u32,
    /// Column from the left, starting at 0.
    pub column: u16,
}

impl fmt::Display for CellRef {
    /// Spreadsheet notation without the sheet: `F11`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.row + 1)
    }
}

/// Letters of a column as spreadsheets count them: 0 → `A`, 25 → `Z`, 26 → `AA`.
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Whether the values of an import count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Its values count, unless a newer active import has the same ones.
    Active,
    /// Taken back by the planner; kept for the record.
    Withdrawn,
}

/// One act of importing: which file, when, how it was read, what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// Identity; a later import has a greater one.
    pub id: ImportId,
    /// File name without folder.
    pub file_name: String,
    /// SHA-256 of the original bytes, hexadecimal.
    pub sha256: String,
    /// Size of the original in bytes.
    pub size_bytes: u64,
    /// When the file was last changed, ISO 8601 with offset; none for pasted tables and where it was not kept.
    #[serde(default)]
    pub file_date: Option<String>,
    /// When it was imported, ISO 8601 with offset.
    pub imported_at: String,
    /// Names of the sheets that cells refer to.
    pub sheets: Vec<String>,
    /// The mapping (Zuordnung) by which it was read, TOML.
    pub mapping: String,
    /// Provider, statistic and date as they are to be cited.
    pub source_note: String,
    /// Values taken over.
    pub values: u32,
    /// Cells that carry a statistical sign instead of a value.
    pub without_value: u32,
    /// Cells that were refused.
    pub refused: u32,
    /// Whether all its values are invented.
    pub demonstration: bool,
    /// Whether it counts.
    pub state: ImportState,
    /// Size of the original file as it is kept inside the project, compressed; none if it is not kept.
    #[serde(default)]
    pub original_bytes: Option<u64>,
}

impl Import {
    /// The mapping that is kept with a built-in table: it needs none.
    pub const BUILT_IN: &str = "# Eingebaute Tabelle mit festem Aufbau; ohne Zuordnung gelesen.\n";

    /// Whether it came with the template of the project: nobody read it in on that day.
    pub fn is_built_in(&self) -> bool {
        self.mapping == Import::BUILT_IN
    }
}

/// A stored recipe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// Identity.
    pub id: RecipeId,
    /// The specification; its name is the recipe's name.
    pub spec: IndexSpec,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_spreadsheets() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn a_cell_prints_as_spreadsheets_do() {
        assert_eq!(CellRef { sheet: 0, row: 10, column: 5 }.to_string(), "F11");
    }
}
