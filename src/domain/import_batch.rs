//! A settled import, ready to be written: what the import layer hands to the project.

use super::{Area, AreaId, CellRef, Indicator, Original, Status};

/// A settled import draft: everything that is to be written, with names instead of identities.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportBatch {
    /// File name without folder.
    pub file_name: String,
    /// SHA-256 of the original bytes, hexadecimal.
    pub sha256: String,
    /// Size of the original in bytes.
    pub size_bytes: u64,
    /// Names of the sheets that cells refer to.
    pub sheets: Vec<String>,
    /// The mapping by which it was read, TOML.
    pub mapping: String,
    /// How the source is cited.
    pub source_note: String,
    /// Whether all values are invented.
    pub demonstration: bool,
    /// Cells that were refused.
    pub refused: u32,
    /// The original file, where it is to be kept inside the project.
    pub original: Option<Original>,
    /// Areas to create first.
    pub new_areas: Vec<Area>,
    /// Indicator cards to create first.
    pub new_indicators: Vec<Indicator>,
    /// Spellings to remember for areas that exist.
    pub new_synonyms: Vec<(AreaId, String)>,
    /// The areas that rows refer to.
    pub areas: Vec<AreaTarget>,
    /// Codes of the indicators that rows refer to, existing or new.
    pub indicators: Vec<String>,
    /// Labels of the periods that rows refer to; unknown ones are created.
    pub periods: Vec<String>,
    /// The values.
    pub rows: Vec<ImportRow>,
}

/// An area that rows of a batch refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaTarget {
    /// An area of the project.
    Existing(AreaId),
    /// Index into [`ImportBatch::new_areas`].
    New(usize),
}

/// One value of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// Index into [`ImportBatch::areas`].
    pub area: u32,
    /// Index into [`ImportBatch::indicators`].
    pub indicator: u32,
    /// Index into [`ImportBatch::periods`].
    pub period: u32,
    /// The value; `None` exactly where the status has none.
    pub value: Option<f64>,
    /// Count above the line, where the table has it.
    pub numerator: Option<f64>,
    /// Count below the line, where the table has it.
    pub denominator: Option<f64>,
    /// What stands behind it.
    pub status: Status,
    /// Where it stood.
    pub cell: CellRef,
    /// What stood there, as written.
    pub text: String,
}
