//! Rows with numbers that are not read: beside the range of the mapping, or left out inside it.

use super::Notes;
use super::subject::Subject;
use crate::domain::{CellRef, Status};
use crate::import::draft::{ImportDraft, read_at};
use crate::import::issue::{IssueKind, Severity};
use crate::import::mapping::ColumnRole;
use crate::import::sign::Reading;

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    let draft = subject.draft;
    let mapping = draft.mapping();
    let has_areas = mapping.column_with(|role| matches!(role, ColumnRole::AreaKey | ColumnRole::AreaName)).is_some();
    if !has_areas {
        return;
    }
    let heads = |row: u32| mapping.title_rows.contains(&row) || mapping.header_rows.contains(&row);
    let beside = (0..mapping.data_rows.first.min(draft.table().row_count()))
        .chain(mapping.data_rows.last.saturating_add(1)..draft.table().row_count());
    let beside = beside.filter(|&row| !heads(row) && !numbers_columns(draft, row) && holds_numbers(draft, row));
    let left_out = mapping.skipped_rows.iter().copied().filter(|&row| {
        mapping.data_rows.contains(row) && !heads(row) && !numbers_columns(draft, row) && holds_numbers(draft, row)
    });
    report(draft, beside, Severity::Check, notes);
    report(draft, left_out, Severity::Info, notes);
}

/// One issue per run of rows.
fn report(draft: &ImportDraft, rows: impl Iterator<Item = u32>, severity: Severity, notes: &mut Notes) {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match runs.last_mut().filter(|(_, last)| last + 1 == row) {
            Some((_, last)) => *last = row,
            None => runs.push((row, row)),
        }
    }
    for (first, last) in runs {
        let cell = CellRef { sheet: draft.mapping().sheet, row: first, column: 0 };
        notes.at(cell, severity, IssueKind::RowsNotRead { first, last });
    }
}

/// Whether a row numbers the columns: 1, 2, 3 and so on.
fn numbers_columns(draft: &ImportDraft, row: u32) -> bool {
    let numbers: Option<Vec<i64>> =
        draft.table().row_cells(row).map(|(_, cell)| cell.text.trim().parse().ok()).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() > 1 && numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]))
    })
}

fn holds_numbers(draft: &ImportDraft, row: u32) -> bool {
    let mapping = draft.mapping();
    draft.table().row_cells(row).any(|(column, _)| {
        let is_value = match mapping.role(column) {
            ColumnRole::Indicator { .. } | ColumnRole::Value { .. } => true,
            ColumnRole::Ignore
            | ColumnRole::AreaKey
            | ColumnRole::AreaName
            | ColumnRole::IndicatorName
            | ColumnRole::Period
            | ColumnRole::Unit
            | ColumnRole::Source => false,
        };
        let mark = draft.columns.get(usize::from(column)).and_then(|summary| summary.decimal_mark);
        let read = || read_at(draft.table(), (row, column), mark, &mapping.legend, draft.factor(column));
        is_value && matches!(read(), Reading::Value { status, .. } if status != Status::Nil)
    })
}
