//! A settled import, ready to be written: what the import layer hands to the project.

use super::{Area, AreaId, CellRef, Indicator, Original, Status};
use std::sync::Arc;

/// A settled import draft: everything that is to be written, with names instead of identities.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportBatch {
    /// File name without folder.
    pub file_name: String,
    /// SHA-256 of the original bytes, hexadecimal.
    pub sha256: String,
    /// Size of the original in bytes.
    pub size_bytes: u64,
    /// When the file was last changed, ISO 8601 with offset; none for pasted tables.
    pub file_date: Option<String>,
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
    /// The values, shared with the draft that they come from.
    pub rows: Arc<Vec<ImportRow>>,
    /// What stood in their cells, in the order of the rows.
    pub texts: CellTexts,
}

/// An area that rows of a batch refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaTarget {
    /// An area of the project.
    Existing(AreaId),
    /// Index into [`ImportBatch::new_areas`].
    New(usize),
}

/// One value of a draft or batch.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    pub numerator: MaybeCount,
    /// Count below the line, where the table has it.
    pub denominator: MaybeCount,
    /// What stands behind it.
    pub status: Status,
    /// Where it stood.
    pub cell: CellRef,
}

/// A count that may be absent, in the eight bytes of a number: most tables have none, and a draft holds a million rows.
#[derive(Clone, Copy, Debug)]
pub struct MaybeCount(f64);

impl MaybeCount {
    /// No count.
    pub const NONE: MaybeCount = MaybeCount(f64::NAN);

    /// The count, if there is one.
    pub fn get(self) -> Option<f64> {
        (!self.0.is_nan()).then_some(self.0)
    }
}

impl From<Option<f64>> for MaybeCount {
    /// What is no number is no count either, but not absent: it becomes infinite, which no project takes.
    fn from(count: Option<f64>) -> Self {
        count.map_or(MaybeCount::NONE, |count| MaybeCount(if count.is_nan() { f64::INFINITY } else { count }))
    }
}

impl PartialEq for MaybeCount {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

/// Texts of many cells one behind the other: a million of them cost their letters and four bytes each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellTexts {
    letters: String,
    ends: Vec<u32>,
}

impl CellTexts {
    /// No texts, with room for so many.
    pub fn with_capacity(texts: usize) -> CellTexts {
        CellTexts { letters: String::new(), ends: Vec::with_capacity(texts) }
    }

    /// Adds a text. Texts beyond four gigabytes in sum are kept empty; no file that can be read has them.
    pub fn push(&mut self, text: &str) {
        let end = u32::try_from(self.letters.len() + text.len());
        if end.is_ok() {
            self.letters.push_str(text);
        }
        self.ends.push(end.unwrap_or_else(|_| self.ends.last().copied().unwrap_or(0)));
    }

    /// The text at a place; empty where there is none.
    pub fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        self.ends.get(at).and_then(|&end| self.letters.get(start..end as usize)).unwrap_or("")
    }

    /// Number of texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

impl<T: AsRef<str>> FromIterator<T> for CellTexts {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> CellTexts {
        let mut all = CellTexts::default();
        texts.into_iter().for_each(|text| all.push(text.as_ref()));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_at_its_place() {
        let texts: CellTexts = ["1,5", "", "ä"].into_iter().collect();
        assert_eq!([0, 1, 2, 3].map(|at| texts.get(at)), ["1,5", "", "ä", ""]);
        assert_eq!(texts.len(), 3);
    }
}
