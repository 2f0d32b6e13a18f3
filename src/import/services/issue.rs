//! What was noticed while a table of services was read.

use super::ServiceField;
use crate::import::Severity;
use crate::text::services as words;

/// Something noticed in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceIssue {
    /// The row of the sheet, from 0.
    pub row: u32,
    /// The column, if it is about one.
    pub column: Option<u16>,
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub kind: ServiceIssueKind,
}

/// What was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceIssueKind {
    /// A row without a name.
    NoName,
    /// A row whose area is not known.
    UnknownArea(String),
    /// A row whose area is wider than those that services belong to, or lies within one.
    OtherLevel(String),
    /// A row that is a sum of others.
    Total,
    /// A row that the planner leaves out.
    AreaLeftOut(String),
    /// A row without area, and no area was chosen for such rows.
    NoArea,
    /// An area in another spelling.
    SpelledArea {
        /// As written.
        written: String,
        /// As it was read.
        read: String,
    },
    /// A row without area got the chosen one.
    AssumedArea(String),
    /// A row without a Handlungsfeld that is known.
    UnknownField(String),
    /// A row whose Handlungsfeld is not known got the chosen one.
    AssumedField {
        /// As written.
        text: String,
        /// The field that was taken.
        field: String,
    },
    /// A kind that is not known.
    UnknownKind(String),
    /// A cell that is no number, no percentage or no date; the value stays out.
    Unreadable {
        /// The field.
        field: ServiceField,
        /// As written.
        text: String,
    },
    /// A number that was rounded or taken out of words.
    ReadAs {
        /// The field.
        field: ServiceField,
        /// As written.
        text: String,
        /// As it was read.
        read: String,
    },
    /// The same name and area stand in an earlier row, counted as spreadsheets do.
    Twice {
        /// That row, from 1.
        first_row: u32,
    },
    /// A service of the area has a similar name.
    Similar(String),
    /// The reading ended after so many rows.
    TooManyRows(u32),
}

impl ServiceIssue {
    /// What was noticed, in one German sentence with its row.
    pub fn text(&self) -> String {
        let sentence = match &self.kind {
            ServiceIssueKind::NoName => words::NO_NAME.to_owned(),
            ServiceIssueKind::UnknownArea(label) => words::unknown_area(label),
            ServiceIssueKind::OtherLevel(label) => words::other_level(label),
            ServiceIssueKind::Total => words::TOTAL.to_owned(),
            ServiceIssueKind::AreaLeftOut(label) => words::area_left_out(label),
            ServiceIssueKind::NoArea => words::NO_AREA.to_owned(),
            ServiceIssueKind::SpelledArea { written, read } => words::spelled_area(written, read),
            ServiceIssueKind::AssumedArea(area) => words::assumed_area(area),
            ServiceIssueKind::UnknownField(text) => words::unknown_field(text),
            ServiceIssueKind::AssumedField { text, field } => words::assumed_field(text, field),
            ServiceIssueKind::UnknownKind(text) => words::unknown_kind(text),
            ServiceIssueKind::Unreadable { field, text } => words::unreadable(field.word(), text),
            ServiceIssueKind::ReadAs { field, text, read } => words::read_as(field.word(), text, read),
            ServiceIssueKind::Twice { first_row } => words::twice(*first_row),
            ServiceIssueKind::Similar(name) => words::similar(name),
            ServiceIssueKind::TooManyRows(rows) => words::too_many_rows(*rows),
        };
        words::in_row(self.row + 1, &sentence)
    }
}
