//! A first mapping for a file: where the table begins and ends, what its columns hold. Only what the file shows is
//! proposed; what it does not show becomes a question.

mod layout;
mod levels;
mod remember;
mod roles;

pub(super) use layout::values_below;
pub use remember::{Remembered, remembered};
pub(super) use roles::heads_areas;

use super::draft::joined_header;
use super::issue::Question;
use super::mapping::{ColumnMapping, Mapping, RowRange};
use super::table::RawTable;
use super::{Source, draft, header};
use crate::domain::PlanningData;
use crate::jobs::Progress;

/// A mapping and what it leaves open.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The mapping.
    pub mapping: Mapping,
    /// What the planner has to settle; the same questions as those of a draft by this mapping.
    pub questions: Vec<Question>,
}

/// Proposes a mapping for the sheet that holds the most numbers.
pub fn propose(source: &Source, data: &PlanningData) -> Proposal {
    propose_sheet(source, layout::main_sheet(source), data)
}

/// Proposes a mapping for the sheet that the planner has chosen.
pub fn propose_sheet(source: &Source, sheet: u16, data: &PlanningData) -> Proposal {
    proposal(source, mapping_of(source, sheet, data), data)
}

/// Proposes a mapping for a sheet whose headings and values stand where the planner says.
pub fn propose_rows(
    source: &Source,
    sheet: u16,
    header_rows: Vec<u32>,
    data_rows: RowRange,
    data: &PlanningData,
) -> Proposal {
    let Some(table) = source.sheets.get(usize::from(sheet)) else { return propose_sheet(source, sheet, data) };
    let title_end = header_rows.first().copied().unwrap_or(data_rows.first);
    let found = layout::find(table, data);
    let layout = layout::Layout {
        title_rows: (0..title_end).filter(|&row| layout::filled(table, row) > 0).collect(),
        skipped_rows: found.skipped_rows.into_iter().filter(|row| data_rows.contains(*row)).collect(),
        header_rows,
        data_rows,
    };
    proposal(source, mapping_by(source, sheet, table, layout, data), data)
}

/// A stored mapping for another file of the same shape: rows, period and levels are found anew, everything that the
/// planner has said about columns, areas and signs stays. A heading that differs becomes a question.
pub fn reapply(stored: &Mapping, source: &Source, data: &PlanningData) -> Proposal {
    let found = mapping_of(source, stored.sheet, data);
    let mapping = Mapping {
        title_rows: found.title_rows,
        header_rows: found.header_rows,
        data_rows: found.data_rows,
        skipped_rows: found.skipped_rows,
        period: found.period,
        area_level: stored.area_level.or(found.area_level),
        area_blocks: found.area_blocks,
        areas_from_above: stored.areas_from_above || found.areas_from_above,
        columns: matched_columns(&stored.columns, found.columns),
        ..stored.clone()
    };
    proposal(source, mapping, data)
}

/// The stored columns in the order of another file: by heading, and where none fits, by place. A stored column whose
/// place is taken is gone; a new column is not read until the planner says so.
fn matched_columns(stored: &[ColumnMapping], found: Vec<ColumnMapping>) -> Vec<ColumnMapping> {
    let mut free: Vec<Option<&ColumnMapping>> = stored.iter().map(Some).collect();
    let mut take = |found: &ColumnMapping| {
        let same = |slot: &&mut Option<&ColumnMapping>| slot.is_some_and(|stored| stored.header == found.header);
        free.iter_mut().find(same).and_then(Option::take).cloned()
    };
    let by_heading: Vec<Option<ColumnMapping>> = found.iter().map(&mut take).collect();
    let by_place = found.into_iter().enumerate().zip(by_heading).map(|((at, found), known)| {
        let known = known.or_else(|| free.get_mut(at).and_then(Option::take).cloned());
        let known = known.unwrap_or(ColumnMapping { header: found.header, ..ColumnMapping::default() });
        // The next file may have been written by another program: its own values prove the mark, or it is asked again.
        ColumnMapping { decimal_mark: found.decimal_mark, ..known }
    });
    by_place.collect()
}

fn proposal(source: &Source, mapping: Mapping, data: &PlanningData) -> Proposal {
    // Nobody can cancel this progress.
    let questions = draft(source, &mapping, data, &Progress::new()).map(|draft| draft.questions).unwrap_or_default();
    Proposal { mapping, questions }
}

fn mapping_of(source: &Source, sheet: u16, data: &PlanningData) -> Mapping {
    let Some(table) = source.sheets.get(usize::from(sheet)) else { return Mapping::default() };
    mapping_by(source, sheet, table, layout::find(table, data), data)
}

fn mapping_by(source: &Source, sheet: u16, table: &RawTable, layout: layout::Layout, data: &PlanningData) -> Mapping {
    let titles: Vec<&str> = layout
        .title_rows
        .iter()
        .flat_map(|&row| (0..table.column_count().min(20)).map(move |column| table.text(row, column)))
        .filter(|text| !text.is_empty())
        .collect();
    let title_period = titles.iter().find_map(|title| header::split_period(&header::mended(title)).1);
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
    roles::assign(&mut mapping, table, data, &titles);
    mapping.areas_from_above = roles::names_areas_once(&mapping, table);
    levels::assign(&mut mapping, table, data);
    mapping
}
