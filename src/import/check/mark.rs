//! Decimal marks that the values leave open and an earlier file of the kind has decided: said, never silent.

use super::Notes;
use super::subject::Subject;
use crate::domain::CellRef;
use crate::import::issue::{IssueKind, Severity};
use crate::import::mapping::ColumnRole;

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    let mapping = subject.draft.mapping();
    for (at, column) in (0_u16..).zip(&mapping.columns) {
        let decided = column.remembered_mark.filter(|mark| column.decimal_mark == Some(*mark));
        let Some(mark) = decided.filter(|_| column.role != ColumnRole::Ignore) else { continue };
        let samples = subject.draft.columns.get(usize::from(at)).map_or(&[][..], |summary| &summary.samples);
        let telling = samples.iter().find(|sample| sample.text.contains([',', '.'])).or(samples.first());
        let sample = telling.map(|sample| (sample.text.trim().to_owned(), sample.value));
        let cell = CellRef { sheet: mapping.sheet, row: mapping.data_rows.first, column: at };
        let kind = IssueKind::RememberedMark { header: column.header.clone(), mark, sample };
        notes.at(cell, Severity::Check, kind);
    }
}
