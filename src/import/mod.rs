//! File bytes to a draft and its issues. A bad cell is data, not an error.
//!
//! ```text
//! read     bytes            → Source    cells as they stood, format by content
//! propose  Source           → Proposal  a mapping (Zuordnung) and the questions it leaves open
//! draft    Source + Mapping → ImportDraft   values, issues, questions, differences to what the project knows
//! batch    ImportDraft      → ImportBatch   what the project writes, once nothing blocks any more
//! ```
//! `propose_sheet` does the same for a sheet of choice, `reapply` for a stored mapping and the next file of its kind;
//! `first_proposal` takes the mapping of an earlier import where one fits. A proposal carries the draft that its
//! questions come from. Reading, proposals and drafts look at their [`Progress`] every few milliseconds.
//! A table of services goes its own way to services: see `services`.
//! GeoJSON goes its own way to boundaries of areas: see `boundaries`.
//! A question is settled by changing the [`Mapping`] and calling [`draft`] again; nothing is ever written here.

mod area_label;
mod area_match;
mod boundaries;
mod check;
mod delimited;
mod draft;
mod error;
mod header;
mod issue;
mod mapping;
mod number;
mod old_raised;
mod old_workbook;
mod open_document;
mod propose;
mod raised;
mod services;
mod sheet_shape;
mod sign;
mod sniff;
mod table;
mod workbook;

pub use boundaries::{
    BoundaryDraft, BoundaryError, BoundaryFeature, BoundaryIssue, BoundaryIssueKind, BoundaryOptions, BoundarySource,
    DraftBoundary, draft_boundaries, propose_boundaries, read_boundaries,
};
pub use check::{CheckList, Drift, ListForm, RenamedColumn};
pub use draft::{
    AreaRow, CellPart, CellView, ChangedValue, ColumnSummary, Counts, DraftRow, ImportDraft, SampleValue, draft,
};
pub use error::ImportError;
pub use issue::{
    FactorSample, Issue, IssueKind, LevelSum, MarkSample, OpenRow, Question, QuestionKind, Severity, UnknownArea,
};
pub use mapping::{
    AreaBlock, AreaChoice, ColumnMapping, ColumnRole, DuplicateRule, LongRowRule, Mapping, MappingError, NewIndicator,
    RowRange, SubtotalRule, ValuePart,
};
pub use number::{CellUnit, DecimalMark, NumberFault};
pub use propose::{Proposal, first_proposal, fresh_proposal, propose, propose_rows, propose_sheet, reapply};
pub use services::{
    FieldChange, RefusedReason, RowState, ServiceCounts, ServiceDraft, ServiceField, ServiceIssue, ServiceIssueKind,
    ServiceOptions, ServiceRow, UnknownServiceArea, draft_services, field_text, propose_services,
};
pub use sign::{FootnoteRule, Legend, Reading, SIGN_FAMILIES};
pub use sniff::{SourceFormat, TextEncoding};
pub use table::{CellKind, MergedCells, RawCell, RawTable};

use crate::domain::sha256_hex;
use crate::jobs::Progress;

/// A file as read: its cells, nothing interpreted.
#[derive(Clone, Debug)]
pub struct Source {
    /// File name without folder.
    pub file_name: String,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// When the file was last changed, ISO 8601 with offset: set by whoever knows the file, none for pasted tables.
    pub file_date: Option<String>,
    /// The sheets; exactly one for delimited text.
    pub sheets: Vec<RawTable>,
    /// What kind of file it was.
    pub format: SourceFormat,
    /// What was noticed while reading.
    pub notes: Vec<Issue>,
}

/// Reads a file by its content; the name only serves as a label.
///
/// # Errors
/// If the file is no table, is protected or damaged, unpacks to too much, or the reading was cancelled.
pub fn read(file_name: &str, bytes: &[u8], progress: &Progress) -> Result<Source, ImportError> {
    let (format, sheets, notes) = match sniff::container(bytes)? {
        sniff::Container::Zip => workbook::read_zip(bytes, progress)?,
        sniff::Container::Ole => workbook::read_ole(bytes, progress)?,
        sniff::Container::Text => read_text(file_name, bytes, progress)?,
    };
    let sha256 = sha256_hex(bytes);
    let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name).to_owned();
    Ok(Source { file_name, sha256, size_bytes: bytes.len() as u64, file_date: None, sheets, format, notes })
}

fn read_text(
    file_name: &str,
    bytes: &[u8],
    progress: &Progress,
) -> Result<(SourceFormat, Vec<RawTable>, Vec<Issue>), ImportError> {
    let (text, encoding, mut notes) = sniff::decode(bytes, progress)?;
    let (separator, text) = sniff::separator(&text);
    let separator_byte = u8::try_from(separator).unwrap_or(b';');
    let (table, found) = delimited::parse(file_name, text, separator_byte, progress)?;
    if table.row_count() == 0 {
        return Err(ImportError::NoCells);
    }
    notes.extend(found);
    Ok((SourceFormat::Text { encoding, separator }, vec![table], notes))
}
