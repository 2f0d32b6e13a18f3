//! Source and mapping to values, issues, questions and differences. Nothing is stored here and nothing is repaired:
//! what cannot be read is refused with its cell.

mod areas;
mod assemble;
mod columns;
mod first_rows;

use super::check::{CheckList, Drift, ListForm};
use super::issue::{Issue, Question, Severity};
use super::mapping::{ColumnRole, Mapping, ValuePart};
use super::number::{self, CellUnit, DecimalMark};
use super::sign::{self, Legend, Reading};
use super::table::{CellKind, RawCell, RawTable};
use super::{ImportError, Source, check, header};
use crate::domain::{
    Area, AreaId, AreaLevel, AreaTarget, CellReader, CellRef, CellTexts, ImportBatch, Indicator, IndicatorId,
    PlanningData, Status,
};
use crate::jobs::Progress;
use crate::text::import as words;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Issues that are kept one by one; beyond that they are only counted.
pub(super) const ISSUES_KEPT: usize = 10_000;

/// Places of a table between two looks whether the planner wants to stop: a few milliseconds.
const STEP: usize = 1 << 14;

/// What one draft holds at most.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Filled cells of value columns. A value takes about a hundred bytes until it is written.
    values: u64,
    /// Different areas. What is to be said about an unknown one takes some five hundred bytes.
    areas: u64,
}

/// More than the largest project that is planned for has.
const LIMITS: Limits = Limits { values: 6_000_000, areas: 250_000 };

/// A file read by a mapping, before anything is written.
#[derive(Clone, Debug)]
pub struct ImportDraft {
    /// The values in order of their cells.
    pub rows: Arc<Vec<DraftRow>>,
    /// The areas that rows refer to.
    pub areas: Vec<AreaRow>,
    /// Codes of the indicators that rows refer to.
    pub indicators: Vec<String>,
    /// Labels of the periods that rows refer to.
    pub periods: Vec<String>,
    /// What was noticed, by cell; those of the whole file first. At most ten thousand are kept.
    pub issues: Vec<Issue>,
    /// How many issues of each severity there are, kept or not, in the order of [`Severity::ALL`].
    pub issue_counts: [u64; 4],
    /// What the planner has to settle.
    pub questions: Vec<Question>,
    /// How many values are new, changed and so on.
    pub counts: Counts,
    /// Values that differ from what the project knows, in order of their cells.
    pub changes: Vec<ChangedValue>,
    /// One summary per column of the sheet.
    pub columns: Vec<ColumnSummary>,
    /// Rows that are left out because of their area, ascending: the planner's choice, or sums of others.
    pub left_out: Vec<u32>,
    /// Those among them that are left out as sums of others.
    pub sums_left_out: Vec<u32>,
    /// Labels of rows that are sums of others, read or not.
    pub subtotals: Vec<String>,
    /// How often each sign of the legend stands in a value column.
    pub sign_counts: BTreeMap<String, u32>,
    table: RawTable,
    mapping: Mapping,
    new_indicators: Vec<Indicator>,
    new_synonyms: Vec<(AreaId, String)>,
    file_name: String,
    sha256: String,
    size_bytes: u64,
    file_date: Option<String>,
    sheet_names: Vec<String>,
}

/// One value of a draft; its indices lead into the lists of the draft.
pub use crate::domain::ImportRow as DraftRow;

/// An area of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaRow {
    /// The area of the project; none if it is to be created.
    pub existing: Option<AreaId>,
    /// Level.
    pub level: AreaLevel,
    /// Key in the project.
    pub key: String,
    /// Name in the project.
    pub name: String,
    /// What an area that is to be created belongs to.
    pub parent: Option<AreaId>,
    /// The row that names it first.
    pub first_row: u32,
}

/// Numbers that say what an import would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Observations that the project does not have.
    pub new: u32,
    /// Observations that differ from the project's.
    pub changed: u32,
    /// Observations that the project has already.
    pub unchanged: u32,
    /// Observations among these that carry a sign instead of a value.
    pub without_value: u32,
    /// Cells that are not taken over.
    pub refused: u32,
    /// Cells that wait for an answer: their area, indicator, period or decimal mark is a question.
    pub open: u32,
}

/// A value that differs from what the project knows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangedValue {
    /// Index into [`ImportDraft::rows`]: the new value.
    pub row: u32,
    /// The value so far.
    pub old_value: Option<f64>,
    /// The status so far.
    pub old_status: Status,
}

/// What became of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnSummary {
    /// The heading as found, header rows joined.
    pub header: String,
    /// What it holds.
    pub role: ColumnRole,
    /// The decimal mark by which it is read; none where no value needs one or it is open.
    pub decimal_mark: Option<DecimalMark>,
    /// Whether the values of the column prove it.
    pub mark_is_proven: bool,
    /// Cells read as numbers.
    pub numbers: u32,
    /// Signs and blanks, by status.
    pub signs: BTreeMap<Status, u32>,
    /// Cells refused.
    pub refused: u32,
    /// The first values as written and as read, at most three.
    pub samples: Vec<SampleValue>,
}

/// A value before and after reading.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleValue {
    /// As written.
    pub text: String,
    /// As read.
    pub value: f64,
}

/// A cell and how it was read, for the preview.
#[derive(Clone, Debug)]
pub struct CellView<'a> {
    /// As it stood.
    pub raw: RawCell<'a>,
    /// What part of the table it belongs to.
    pub part: CellPart,
    /// How it was read, if it holds a value.
    pub reading: Option<Reading>,
    /// What was noticed about it.
    pub issue: Option<&'a Issue>,
}

/// The part of a table that a cell belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellPart {
    /// Title above the table.
    Title,
    /// Heading of a column.
    Header,
    /// Above, below or beside the table, or a row left out.
    Outside,
    /// A column that is not read.
    Ignored,
    /// Key or name of an area.
    Area,
    /// Name, period, unit or source of a row.
    Label,
    /// A value.
    Value(ValuePart),
}

/// Reads a source by a mapping.
///
/// # Errors
/// If the planner stopped it, [`ImportError::TooManyValues`] or [`ImportError::TooManyAreas`].
pub fn draft(
    source: &Source,
    mapping: &Mapping,
    data: &PlanningData,
    progress: &Progress,
) -> Result<ImportDraft, ImportError> {
    draft_within(LIMITS, source, mapping, data, progress)
}

/// The same within other limits.
fn draft_within(
    limits: Limits,
    source: &Source,
    mapping: &Mapping,
    data: &PlanningData,
    progress: &Progress,
) -> Result<ImportDraft, ImportError> {
    #[cfg(test)]
    DRAFTS.with(|drafts| drafts.set(drafts.get() + 1));
    let mut draft = assemble::assemble(limits, source, mapping, data, progress)?;
    check::extend(&mut draft, data, progress)?;
    Ok(draft)
}

/// What a reader of the file sees in the cell of each value; of a number shown as percent, what is stored as well.
struct DraftTexts {
    table: RawTable,
    rows: Arc<Vec<DraftRow>>,
}

impl CellReader for DraftTexts {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn read(&self, at: usize) -> Cow<'_, str> {
        let Some(CellRef { row, column, .. }) = self.rows.get(at).map(|row| row.cell) else { return Cow::Borrowed("") };
        let shown = self.table.displayed(row, column);
        if self.table.is_percent(row, column) {
            Cow::Owned(words::percent_cell(&shown, self.table.text(row, column)))
        } else {
            shown
        }
    }
}

#[cfg(test)]
thread_local! {
    /// How often this thread has drafted.
    pub(super) static DRAFTS: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

impl ImportDraft {
    /// Whether nothing blocks the import and there is something to import.
    pub fn is_settled(&self) -> bool {
        !self.rows.is_empty() && !self.questions.iter().any(|question| question.blocking)
    }

    /// The mapping by which the draft was read.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// In what the headings of the file differ from those the mapping was made for.
    pub fn drift(&self) -> Drift {
        Drift::of(&self.mapping, |column| self.columns.get(usize::from(column)).map_or("", |column| &column.header))
    }

    /// Everything noticed and every question as a list that can be exported, issues of the whole file first. German
    /// words for people, stable codes for machines.
    pub fn check_list(&self, form: ListForm) -> CheckList {
        check::list(self, form)
    }

    /// The cards that would be created.
    pub fn new_indicators(&self) -> &[Indicator] {
        &self.new_indicators
    }

    /// Name of the file.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Name of a sheet of the file; empty for delimited text.
    pub fn sheet_name(&self, sheet: u16) -> &str {
        self.sheet_names.get(usize::from(sheet)).map_or("", String::as_str)
    }

    /// SHA-256 of the file.
    pub(super) fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The cells as they stood.
    pub fn table(&self) -> &RawTable {
        &self.table
    }

    /// A cell and how it was read; none on a sheet that the mapping does not read.
    pub fn cell(&self, sheet: u16, row: u32, column: u16) -> Option<CellView<'_>> {
        if sheet != self.mapping.sheet {
            return None;
        }
        let raw = self.table.cell(row, column);
        let part = self.part(row, column);
        let reading = match part {
            CellPart::Value(_) => {
                let mark = self.columns.get(usize::from(column)).and_then(|summary| summary.decimal_mark);
                Some(read_at(&self.table, (row, column), mark, &self.mapping.legend, self.factor(column)))
            }
            CellPart::Title
            | CellPart::Header
            | CellPart::Outside
            | CellPart::Ignored
            | CellPart::Area
            | CellPart::Label => None,
        };
        let place = CellRef { sheet, row, column };
        let issue = self.issues.binary_search_by_key(&Some(place), |issue| issue.cell).ok().map(|at| &self.issues[at]);
        Some(CellView { raw, part, reading, issue })
    }

    /// What the project writes.
    pub fn batch(&self) -> ImportBatch {
        let mut new_areas = Vec::new();
        let areas = self.areas.iter().map(|area| self.target(area, &mut new_areas)).collect();
        ImportBatch {
            file_name: self.file_name.clone(),
            sha256: self.sha256.clone(),
            size_bytes: self.size_bytes,
            file_date: self.file_date.clone(),
            sheets: self.sheet_names.clone(),
            mapping: self.mapping.to_toml(),
            source_note: self.mapping.source_note.clone(),
            demonstration: self.mapping.demonstration,
            refused: self.counts.refused,
            original: None,
            new_areas,
            new_indicators: self.new_indicators.clone(),
            new_synonyms: self.new_synonyms.clone(),
            areas,
            indicators: self.indicators.clone(),
            periods: self.periods.clone(),
            rows: Arc::clone(&self.rows),
            texts: CellTexts::of(DraftTexts { table: self.table.clone(), rows: Arc::clone(&self.rows) }),
        }
    }

    fn target(&self, area: &AreaRow, new_areas: &mut Vec<Area>) -> AreaTarget {
        if let Some(id) = area.existing {
            return AreaTarget::Existing(id);
        }
        new_areas.push(Area {
            id: AreaId(0),
            level: area.level,
            key: area.key.clone(),
            name: area.name.clone(),
            parent: area.parent,
            valid_from: None,
            valid_to: None,
            synonyms: Vec::new(),
            note: String::new(),
            tile: None,
        });
        AreaTarget::New(new_areas.len() - 1)
    }

    pub(super) fn factor(&self, column: u16) -> f64 {
        self.mapping.columns.get(usize::from(column)).and_then(|column| column.factor).unwrap_or(1.0)
    }

    fn part(&self, row: u32, column: u16) -> CellPart {
        let mapping = &self.mapping;
        if mapping.title_rows.contains(&row) {
            return CellPart::Title;
        }
        if mapping.header_rows.contains(&row) {
            return CellPart::Header;
        }
        if !mapping.data_rows.contains(row) || mapping.skipped_rows.contains(&row) {
            return CellPart::Outside;
        }
        let role = mapping.role(column);
        if *role != ColumnRole::Ignore && !heads_rows(role) && self.left_out.binary_search(&row).is_ok() {
            return CellPart::Outside;
        }
        match role {
            ColumnRole::Ignore => CellPart::Ignored,
            ColumnRole::AreaKey | ColumnRole::AreaName => CellPart::Area,
            ColumnRole::IndicatorName | ColumnRole::Period | ColumnRole::Unit | ColumnRole::Source => CellPart::Label,
            ColumnRole::Indicator { part, .. } | ColumnRole::Value { part, .. } => CellPart::Value(*part),
        }
    }
}

/// Whether a column tells the areas of its rows.
fn heads_rows(role: &ColumnRole) -> bool {
    matches!(role, ColumnRole::AreaKey | ColumnRole::AreaName)
}

/// Reads a value cell. A number that the workbook shows as percent is read as shown, whatever the factor of its column.
pub(super) fn read_at(
    table: &RawTable,
    (row, column): (u32, u16),
    mark: Option<DecimalMark>,
    legend: &Legend,
    factor: f64,
) -> Reading {
    let cell = table.cell(row, column);
    let reading = sign::read_cell(cell, mark, legend);
    if cell.kind == CellKind::Number && table.is_percent(row, column) {
        return match scaled(reading, 100.0) {
            Reading::Value { value, status, .. } => Reading::Value { value, status, unit: CellUnit::Percent },
            other @ (Reading::NoValue(_) | Reading::Refused(_)) => other,
        };
    }
    scaled(reading, factor)
}

/// A reading multiplied with the factor of its column.
fn scaled(reading: Reading, factor: f64) -> Reading {
    match reading {
        Reading::Value { value, status, unit } => Reading::Value { value: number::times(value, factor), status, unit },
        Reading::NoValue(_) | Reading::Refused(_) => reading,
    }
}

/// The heading of a column: the texts of its header rows, from the top, without repetition, readable.
pub(super) fn joined_header(table: &RawTable, rows: &[u32], column: u16) -> String {
    let mut parts: Vec<String> = Vec::new();
    for &row in rows {
        let text = header::mended(header::beginning(shown_text(table, row, column)));
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts.join(" · ")
}

/// The text that a spreadsheet shows at a place: of a merged region, its first cell.
pub(super) fn shown_text(table: &RawTable, row: u32, column: u16) -> &str {
    let text = table.text(row, column);
    if !text.is_empty() {
        return text;
    }
    let region = table.merged_at(row, column);
    region.map_or("", |region| table.text(region.first_row, region.first_column))
}

/// Index of a severity in [`ImportDraft::issue_counts`].
pub(super) fn severity_index(severity: Severity) -> usize {
    match severity {
        Severity::Info => 0,
        Severity::Check => 1,
        Severity::Open => 2,
        Severity::Error => 3,
    }
}

/// The identity of an indicator with this code.
fn indicator_id(data: &PlanningData, code: &str) -> Option<IndicatorId> {
    data.indicator_by_code(code).map(|indicator| indicator.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{first_proposal, propose, propose_rows, propose_sheet, read, reapply};
    use crate::text::Explain;

    #[test]
    fn a_proposal_drafts_once_and_its_batch_shares_the_rows() {
        let progress = Progress::new();
        let source = read("x 2020.csv", b"Stadtteil;Wert\nA;1,5\nB;2,5\n", &progress).unwrap();
        let mut data = PlanningData::default();
        let once = |work: &dyn Fn() -> Option<ImportDraft>| {
            let before = DRAFTS.with(std::cell::Cell::get);
            let draft = work();
            assert_eq!(DRAFTS.with(std::cell::Cell::get) - before, 1);
            draft.unwrap()
        };
        let first = once(&|| propose(&source, &data).draft);
        assert!(Arc::ptr_eq(&first.rows, &first.batch().rows));
        once(&|| first_proposal(&source, &data, &progress).unwrap().0.draft);
        let import = crate::domain::Import {
            original_bytes: None,
            id: crate::domain::ImportId(1),
            file_name: "y.csv".into(),
            sha256: String::new(),
            size_bytes: 0,
            file_date: None,
            imported_at: String::new(),
            sheets: Vec::new(),
            mapping: first.mapping().to_toml(),
            source_note: String::new(),
            values: 2,
            without_value: 0,
            refused: 0,
            demonstration: false,
            state: crate::domain::ImportState::Active,
        };
        data.imports = Arc::new(vec![import]);
        let again = once(&|| first_proposal(&source, &data, &progress).unwrap().0.draft);
        assert_eq!(again.mapping(), first.mapping());
    }

    #[test]
    fn who_stops_a_proposal_gets_none() {
        let progress = Progress::new();
        let source = read("x.csv", b"Stadtteil;Wert\nA;1,5\n", &progress).unwrap();
        let data = PlanningData::default();
        let mapping = propose(&source, &data).mapping;
        progress.cancel();
        assert_eq!(first_proposal(&source, &data, &progress).unwrap_err(), ImportError::Cancelled);
        assert_eq!(propose_sheet(&source, 0, &data, &progress).unwrap_err(), ImportError::Cancelled);
        let rows = mapping.data_rows;
        assert_eq!(propose_rows(&source, 0, vec![0], rows, &data, &progress).unwrap_err(), ImportError::Cancelled);
        assert_eq!(reapply(&mapping, &source, &data, &progress).unwrap_err(), ImportError::Cancelled);
    }

    #[test]
    fn a_table_of_more_values_than_a_draft_holds_is_refused() {
        let progress = Progress::new();
        let source = read("x 2020.csv", b"Stadtteil;Wert;Quote\nA;1,5;2,5\nB;.;3,5\nC;;\n", &progress).unwrap();
        let data = PlanningData::default();
        let mapping = propose(&source, &data).mapping;
        let within = |values| draft_within(Limits { values, ..LIMITS }, &source, &mapping, &data, &progress);
        assert!(within(4).is_ok());
        let refused = within(3).unwrap_err();
        assert_eq!(refused, ImportError::TooManyValues { values: 4, most: 3 });
        assert!(refused.message().happened.contains('4') && refused.message().happened.contains('3'));
    }

    #[test]
    fn a_table_of_more_areas_than_a_draft_holds_is_refused() {
        let progress = Progress::new();
        let source = read("x 2020.csv", b"Stadtteil;Wert\nA;1,5\nB;2,5\nA;1,5\nC;3,5\n", &progress).unwrap();
        let data = PlanningData::default();
        let mapping = propose(&source, &data).mapping;
        let within = |areas| draft_within(Limits { areas, ..LIMITS }, &source, &mapping, &data, &progress);
        assert!(within(3).is_ok());
        assert_eq!(within(2).unwrap_err(), ImportError::TooManyAreas { most: 2 });
    }
}
