//! A settled import, ready to be written: what the import layer hands to the project.

use super::{Area, AreaId, CellRef, Indicator, Original, Status};
use std::borrow::Cow;
use std::fmt;
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

/// One value of a draft or batch, in forty bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// Index into [`ImportBatch::areas`].
    pub area: u32,
    /// Index into [`ImportBatch::indicators`].
    pub indicator: u32,
    /// Index into [`ImportBatch::periods`].
    pub period: u32,
    /// The value; `None` exactly where the status has none.
    pub value: MaybeNumber,
    /// Counts above and below the line, where the table has any.
    pub counts: Option<Box<RowCounts>>,
    /// What stands behind it.
    pub status: Status,
    /// Where it stood.
    pub cell: CellRef,
}

impl ImportRow {
    /// Count above the line, if there is one.
    pub fn numerator(&self) -> Option<f64> {
        self.counts.as_ref()?.numerator.get()
    }

    /// Count below the line, if there is one.
    pub fn denominator(&self) -> Option<f64> {
        self.counts.as_ref()?.denominator.get()
    }
}

/// The counts that a value is made of; most tables have none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowCounts {
    /// Count above the line.
    pub numerator: MaybeNumber,
    /// Count below the line.
    pub denominator: MaybeNumber,
}

impl RowCounts {
    /// The counts, unless both are absent.
    pub fn known(numerator: Option<f64>, denominator: Option<f64>) -> Option<Box<RowCounts>> {
        let counts = || Box::new(RowCounts { numerator: numerator.into(), denominator: denominator.into() });
        numerator.or(denominator).map(|_| counts())
    }
}

/// A number that may be absent, in the eight bytes of a number: a draft holds a million rows.
#[derive(Clone, Copy, Debug)]
pub struct MaybeNumber(f64);

impl MaybeNumber {
    /// No number.
    pub const NONE: MaybeNumber = MaybeNumber(f64::NAN);

    /// The number, if there is one.
    pub fn get(self) -> Option<f64> {
        (!self.0.is_nan()).then_some(self.0)
    }
}

impl From<Option<f64>> for MaybeNumber {
    /// What is no number is not absent either: it becomes infinite, which no project takes.
    fn from(number: Option<f64>) -> Self {
        number.map_or(MaybeNumber::NONE, |number| MaybeNumber(if number.is_nan() { f64::INFINITY } else { number }))
    }
}

impl PartialEq for MaybeNumber {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

/// What stood in many cells: kept one behind the other, or read from their table when it is asked for.
#[derive(Clone)]
pub struct CellTexts(Texts);

#[derive(Clone)]
enum Texts {
    /// A million of them cost their letters and four bytes each.
    Kept { letters: String, ends: Vec<u32> },
    /// They cost nothing beside their table.
    Read(Arc<dyn CellReader>),
}

/// Where the texts of many cells can be read.
pub trait CellReader: Send + Sync {
    /// Number of texts.
    fn count(&self) -> usize;

    /// The text at a place; empty where there is none.
    fn read(&self, at: usize) -> Cow<'_, str>;
}

impl CellTexts {
    /// The texts that a table holds.
    pub fn of(cells: impl CellReader + 'static) -> CellTexts {
        CellTexts(Texts::Read(Arc::new(cells)))
    }

    /// The text at a place; empty where there is none.
    pub fn get(&self, at: usize) -> Cow<'_, str> {
        match &self.0 {
            Texts::Kept { letters, ends } => {
                let start = at.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |&end| end as usize);
                Cow::Borrowed(ends.get(at).and_then(|&end| letters.get(start..end as usize)).unwrap_or(""))
            }
            Texts::Read(cells) => cells.read(at),
        }
    }

    /// Number of texts.
    pub fn len(&self) -> usize {
        match &self.0 {
            Texts::Kept { ends, .. } => ends.len(),
            Texts::Read(cells) => cells.count(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Default for CellTexts {
    fn default() -> Self {
        CellTexts(Texts::Kept { letters: String::new(), ends: Vec::new() })
    }
}

impl PartialEq for CellTexts {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && (0..self.len()).all(|at| self.get(at) == other.get(at))
    }
}

impl fmt::Debug for CellTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries((0..self.len()).map(|at| self.get(at))).finish()
    }
}

impl<T: AsRef<str>> FromIterator<T> for CellTexts {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> CellTexts {
        let (mut letters, mut ends) = (String::new(), Vec::new());
        for text in texts {
            // Texts beyond four gigabytes in sum are kept empty; no file that can be read has them.
            let end = u32::try_from(letters.len() + text.as_ref().len());
            if end.is_ok() {
                letters.push_str(text.as_ref());
            }
            ends.push(end.unwrap_or_else(|_| ends.last().copied().unwrap_or(0)));
        }
        CellTexts(Texts::Kept { letters, ends })
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
