//! Decimal marks that the values leave open and an earlier file of the kind has decided: said, never silent.

use super::Notes;
use super::subject::Subject;
use crate::domain::CellRef;
use crate::import::issue::{IssueKind, Severity};
use crate::import::mapping::ColumnRole;
use crate::import::number::{self, DecimalMark};
use crate::import::table::CellKind;

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    let mapping = subject.draft.mapping();
    for (at, column) in (0_u16..).zip(&mapping.columns) {
        let decided = column.remembered_mark.filter(|mark| column.decimal_mark == Some(*mark));
        let Some(mark) = decided.filter(|_| column.role != ColumnRole::Ignore) else { continue };
        let (row, sample) = deciding_cell(subject, at, mark).unwrap_or((mapping.data_rows.first, None));
        let cell = CellRef { sheet: mapping.sheet, row, column: at };
        let kind = IssueKind::RememberedMark { header: column.header.clone(), mark, sample };
        notes.at(cell, Severity::Check, kind);
    }
}

/// The first cell of a column that reads differently by either mark: its row, text and value.
fn deciding_cell(subject: &Subject<'_>, column: u16, mark: DecimalMark) -> Option<(u32, Option<(String, f64)>)> {
    let (mapping, table) = (subject.draft.mapping(), subject.draft.table());
    let other = match mark {
        DecimalMark::Comma => DecimalMark::Point,
        DecimalMark::Point => DecimalMark::Comma,
    };
    let rows = mapping.data_rows.first..=mapping.data_rows.last.min(table.row_count());
    rows.filter(|row| !mapping.skipped_rows.contains(row)).find_map(|row| {
        let cell = table.cell(row, column);
        let text = Some(cell.text.trim()).filter(|_| cell.kind == CellKind::Text)?;
        let read = |mark| number::parse(text, Some(mark)).ok().map(|number| number.value);
        let value = read(mark)?;
        let differs = read(other).is_none_or(|other| !number::same(other, value));
        differs.then(|| (row, Some((text.to_owned(), number::times(value, subject.draft.factor(column))))))
    })
}
