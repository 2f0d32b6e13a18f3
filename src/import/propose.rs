//! A first mapping for a file: where the table begins and ends, what its columns hold. Only what the file shows is
//! proposed; what it does not show becomes a question.

mod layout;
mod levels;
mod roles;

use super::draft::joined_header;
use super::issue::Question;
use super::mapping::{ColumnMapping, Mapping};
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
    let sheet = layout::main_sheet(source);
    let mapping = propose_sheet(source, sheet, data);
    // Nobody can cancel this progress.
    let questions = draft(source, &mapping, data, &Progress::new()).map(|draft| draft.questions).unwrap_or_default();
    Proposal { mapping, questions }
}

/// Proposes a mapping for one sheet.
fn propose_sheet(source: &Source, sheet: u16, data: &PlanningData) -> Mapping {
    let Some(table) = source.sheets.get(usize::from(sheet)) else { return Mapping::default() };
    let layout = layout::find(table);
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
    levels::assign(&mut mapping, table, data);
    mapping
}
