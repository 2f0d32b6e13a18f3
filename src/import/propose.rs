//! A first mapping for a file: where the table begins and ends, what its columns hold. Only what the file shows is
//! proposed; what it does not show becomes a question.

mod ambiguous;
mod cards;
mod layout;
mod legend;
mod levels;
mod parts;
mod remember;
mod roles;
mod sums;

pub use remember::{first_proposal, fresh_proposal};

pub(super) use cards::{KnownNames, is_respelled};
pub(super) use layout::looks_like_value;
pub(super) use remember::last_of_kind;
pub(super) use roles::{heads_areas, name_of_file};

use super::draft::joined_header;
use super::issue::Question;
use super::mapping::{ColumnMapping, Mapping, RowRange};
use super::table::RawTable;
use super::{ImportDraft, ImportError, Source, draft, header};
use crate::domain::PlanningData;
use crate::jobs::{Cancelled, Progress};

/// A mapping and what it leaves open.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The mapping.
    pub mapping: Mapping,
    /// What the planner has to settle; the same questions as those of a draft by this mapping.
    pub questions: Vec<Question>,
    /// The draft by this mapping, from which the questions come: whoever changes nothing need not draft again.
    pub draft: Option<ImportDraft>,
}

/// Proposes a mapping for the sheet that holds the most numbers.
pub fn propose(source: &Source, data: &PlanningData) -> Proposal {
    // Nobody can cancel this progress; why there is no draft is said by whoever asks for it.
    let progress = Progress::new();
    let mapping = mapping_of(source, layout::main_sheet(source), data, &progress).unwrap_or_default();
    watched(source, mapping.clone(), data, &progress).unwrap_or(Proposal {
        mapping,
        questions: Vec::new(),
        draft: None,
    })
}

/// Proposes a mapping for the sheet that the planner has chosen.
///
/// # Errors
/// If the planner stopped it, [`ImportError::TooManyValues`] or [`ImportError::TooManyAreas`].
pub fn propose_sheet(
    source: &Source,
    sheet: u16,
    data: &PlanningData,
    progress: &Progress,
) -> Result<Proposal, ImportError> {
    let mapping = mapping_of(source, sheet, data, progress)?;
    watched(source, mapping, data, progress)
}

/// Proposes a mapping for a sheet whose headings and values stand where the planner says.
///
/// # Errors
/// As [`propose_sheet`].
pub fn propose_rows(
    source: &Source,
    sheet: u16,
    header_rows: Vec<u32>,
    data_rows: RowRange,
    data: &PlanningData,
    progress: &Progress,
) -> Result<Proposal, ImportError> {
    let Some(table) = source.sheets.get(usize::from(sheet)) else {
        return propose_sheet(source, sheet, data, progress);
    };
    let title_end = header_rows.first().copied().unwrap_or(data_rows.first);
    let found = layout::find(table, data, progress)?;
    let layout = layout::Layout {
        title_rows: titles_above(table, title_end),
        skipped_rows: found.skipped_rows.into_iter().filter(|row| data_rows.contains(*row)).collect(),
        header_rows,
        data_rows,
    };
    let mapping = mapping_by(source, (sheet, table), layout, data, progress)?;
    watched(source, mapping, data, progress)
}

/// The title rows above a table: all filled ones, but none from a table above it, which a blank row parts from them.
fn titles_above(table: &RawTable, end: u32) -> Vec<u32> {
    let is_table = |row: u32| layout::filled(table, row) > 1;
    let above = (0..end).rev().find(|&row| row + 1 < end && is_table(row) && table.is_blank(row + 1));
    let first = above.map_or(0, |row| row + 1);
    (first..end).filter(|&row| layout::filled(table, row) > 0).collect()
}

/// A stored mapping for another file of the same kind: rows, period and levels are found anew, everything that the
/// planner has said about columns, areas and signs stays. Headings that are new, missing or renamed become questions.
///
/// # Errors
/// As [`propose_sheet`].
pub fn reapply(
    stored: &Mapping,
    source: &Source,
    data: &PlanningData,
    progress: &Progress,
) -> Result<Proposal, ImportError> {
    let mapping = reapplied(stored, source, data, progress)?;
    watched(source, mapping, data, progress)
}

/// The mapping of [`reapply`].
fn reapplied(
    stored: &Mapping,
    source: &Source,
    data: &PlanningData,
    progress: &Progress,
) -> Result<Mapping, Cancelled> {
    let has_sheet = source.sheets.get(usize::from(stored.sheet)).is_some();
    let sheet = if has_sheet { stored.sheet } else { layout::main_sheet(source) };
    let found = mapping_of(source, sheet, data, progress)?;
    let (signs, stated_signs) = legend::renewed(stored, &found);
    let mut matched = remember::matched(&stored.columns, found.columns, data);
    if let Some(table) = source.sheets.get(usize::from(sheet)) {
        remember::settle_marks(&mut matched.columns, table, found.data_rows, &found.skipped_rows);
    }
    let mut mapping = Mapping {
        sheet,
        title_rows: found.title_rows,
        header_rows: found.header_rows,
        data_rows: found.data_rows,
        skipped_rows: found.skipped_rows,
        period: found.period,
        source_note: cited(&stored.source_note, found.source_note),
        // Areas are created for the file that the planner has seen. In the next one an unknown area may be a total or
        // a misspelling: it is asked about.
        create_areas: false,
        area_level: stored.area_level.or(found.area_level),
        area_blocks: found.area_blocks,
        open_rows: found.open_rows,
        sum_rows: found.sum_rows,
        areas_from_above: stored.areas_from_above || found.areas_from_above,
        new_columns: matched.new,
        missing_columns: matched.missing,
        columns: matched.columns,
        legend: signs,
        stated_signs,
        ..stored.clone()
    };
    if let Some(table) = source.sheets.get(usize::from(sheet)) {
        mapping.set_said_row_levels(table);
    }
    Ok(mapping)
}

/// The stored citation; where it was the title of the earlier file, that of this one, so that it names its date.
fn cited(stored: &str, found: String) -> String {
    let without_digits = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let is_title = !found.is_empty() && without_digits(&found) == without_digits(stored);
    if is_title { found } else { stored.to_owned() }
}

/// The one draft of a proposal.
fn watched(
    source: &Source,
    mapping: Mapping,
    data: &PlanningData,
    progress: &Progress,
) -> Result<Proposal, ImportError> {
    let draft = draft(source, &mapping, data, progress)?;
    Ok(Proposal { mapping, questions: draft.questions.clone(), draft: Some(draft) })
}

fn mapping_of(source: &Source, sheet: u16, data: &PlanningData, progress: &Progress) -> Result<Mapping, Cancelled> {
    progress.check()?;
    let Some(table) = source.sheets.get(usize::from(sheet)) else { return Ok(Mapping::default()) };
    mapping_by(source, (sheet, table), layout::find(table, data, progress)?, data, progress)
}

fn mapping_by(
    source: &Source,
    (sheet, table): (u16, &RawTable),
    layout: layout::Layout,
    data: &PlanningData,
    progress: &Progress,
) -> Result<Mapping, Cancelled> {
    let titles: Vec<&str> = layout
        .title_rows
        .iter()
        .flat_map(|&row| {
            (0..table.column_count().min(20)).map(move |column| header::beginning(table.text(row, column)))
        })
        .filter(|text| !text.is_empty())
        .collect();
    let title_period = titles.iter().find_map(|title| header::period_of_title(&header::mended(title)));
    let columns = (0..table.column_count())
        .map(|column| ColumnMapping {
            header: joined_header(table, &layout.header_rows, column),
            ..ColumnMapping::default()
        })
        .collect();
    let mut mapping = Mapping {
        sheet,
        period: title_period.or_else(|| header::period_of_file(&source.file_name)),
        source_note: header::mended(&titles.join(" ")),
        title_rows: layout.title_rows,
        header_rows: layout.header_rows,
        data_rows: layout.data_rows,
        skipped_rows: layout.skipped_rows,
        columns,
        ..Mapping::default()
    };
    legend::assign(&mut mapping, table);
    roles::assign(&mut mapping, table, data, &titles, progress)?;
    cards::name_without_unit(&mut mapping, 0, data);
    parts::assign(&mut mapping, table);
    mapping.areas_from_above = roles::names_areas_once(&mapping, table);
    progress.check()?;
    levels::assign(&mut mapping, table, data, progress)?;
    progress.check()?;
    Ok(mapping)
}
