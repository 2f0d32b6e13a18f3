//! What was noticed while reading, with its cell.

use super::Reader;
use crate::domain::CellRef;
use crate::import::draft::{ISSUES_KEPT, severity_index};
use crate::import::issue::{Issue, IssueKind, Severity};
use crate::import::mapping::{ColumnRole, ValuePart};
use crate::import::table::{CellKind, RawCell, RawTable};
use crate::import::{Source, header, propose};
use std::collections::{BTreeSet, HashMap};

/// Rows that are looked at to tell whether a column holds numbers.
const SAMPLE_ROWS: usize = 3000;

/// Rows with words and numbers that make a table.
const TABLE_ROWS: usize = 3;

/// Whether the first rows of a sheet hold a table: words and numbers side by side, row after row.
fn holds_table(sheet: &RawTable) -> bool {
    let is_row = |row: &u32| {
        let number = |cell: RawCell<'_>| cell.kind == CellKind::Number || propose::looks_like_value(cell);
        let numbers = sheet.row_cells(*row).filter(|(_, cell)| number(*cell)).count();
        numbers > 0 && numbers < sheet.row_cells(*row).count()
    };
    (0..sheet.row_count()).take(SAMPLE_ROWS).filter(is_row).take(TABLE_ROWS).count() == TABLE_ROWS
}

impl Reader<'_> {
    /// Says where a table beside begins that the mapping does not read; rows below are looked at by the checks.
    pub(super) fn note_table_beside(&mut self, headers: &[String]) {
        if self.values.is_empty() {
            return;
        }
        let Some(area) = self.areas.column() else { return };
        let heading = headers.get(usize::from(area)).map_or("", String::as_str);
        let beside = (0_u16..).zip(headers).skip(usize::from(area) + 1).find(|(column, header)| {
            propose::heads_areas(heading) && *header == heading && *self.mapping.role(*column) == ColumnRole::Ignore
        });
        if let Some((column, _)) = beside {
            self.note(self.mapping.data_rows.first, column, Severity::Check, IssueKind::TableBeside);
        }
    }

    /// Says which other sheets that the workbook shows hold tables.
    pub(super) fn note_other_sheets(&mut self, source: &Source) {
        let others = (0_u16..).zip(&source.sheets).filter(|(at, sheet)| *at != self.mapping.sheet && !sheet.hidden);
        let sheets: Vec<String> =
            others.filter(|(_, sheet)| holds_table(sheet)).map(|(_, sheet)| sheet.name.clone()).collect();
        if !sheets.is_empty() {
            let (severity, kind) = (Severity::Info, IssueKind::TablesOnOtherSheets { sheets });
            self.issue_counts[severity_index(severity)] += 1;
            self.issues.push(Issue { cell: None, severity, kind });
        }
    }

    /// Notes what was found about the area of a row; one beyond those that are kept is only counted.
    pub(super) fn note_area(&mut self, row: u32, severity: Severity, found: usize) {
        if self.issues.len() >= ISSUES_KEPT {
            self.issue_counts[severity_index(severity)] += 1;
            return;
        }
        let issue = self.areas.resolved(found).issue.as_ref();
        if let Some(kind) = issue.map(|(_, kind)| kind.clone()) {
            self.note(row, self.areas.column_of(&kind).unwrap_or(0), severity, kind);
        }
    }

    pub(super) fn note(&mut self, row: u32, column: u16, severity: Severity, kind: IssueKind) {
        self.issue_counts[severity_index(severity)] += 1;
        if self.issues.len() < ISSUES_KEPT {
            let cell = Some(CellRef { sheet: self.mapping.sheet, row, column });
            self.issues.push(Issue { cell, severity, kind });
        }
    }

    /// Notes columns of numbers without heading, columns with the heading of an earlier one, and new indicators that
    /// nothing but the file names.
    pub(super) fn note_headings(&mut self, headers: &[String]) {
        if self.values.is_empty() || headers.iter().all(String::is_empty) {
            return;
        }
        let (first, last) = (self.mapping.data_rows.first, self.mapping.data_rows.last.min(self.table.row_count()));
        let head = self.mapping.header_rows.last().copied().unwrap_or(first);
        let headed = self.headed.unwrap_or(u16::MAX);
        let unheaded = (0_u16..).zip(headers).filter(|(column, header)| {
            *column < headed && header.is_empty() && *self.mapping.role(*column) == ColumnRole::Ignore
        });
        for (column, _) in unheaded {
            let rows = (first..=last).take(SAMPLE_ROWS).filter(|row| !self.mapping.skipped_rows.contains(row));
            let cells = rows.map(|row| (row, self.table.cell(row, column))).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<_> = cells.collect();
            let values = cells.iter().filter(|(_, cell)| propose::looks_like_value(*cell)).count();
            if let Some(&(row, _)) = cells.first().filter(|_| values * 3 >= cells.len()) {
                self.note(row, column, Severity::Check, IssueKind::NoHeading);
            }
        }
        let mut met: HashMap<(&str, Option<&str>, ValuePart), u16> = HashMap::new();
        // Headings over several columns stand over the first only: the name tells whether two really have the same.
        let is_numbered = |name: &str| {
            let number = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
            number.is_some_and(|(_, number)| number.parse::<u16>().is_ok())
        };
        let mut named = BTreeSet::new();
        for value in self.values {
            let ColumnRole::Indicator { code, period, part } = self.mapping.role(value.column) else { continue };
            let header = headers.get(usize::from(value.column)).map_or("", String::as_str);
            let earlier = *met.entry((header, period.as_deref(), *part)).or_insert(value.column);
            let card = self.new_cards.get(code.as_str()).copied();
            if earlier != value.column && card.is_some_and(|card| is_numbered(&card.name)) && !header.is_empty() {
                let first = CellRef { sheet: self.mapping.sheet, row: head, column: earlier };
                self.note(head, value.column, Severity::Check, IssueKind::SameHeading { first });
            }
            if named.contains(code) {
                continue;
            }
            if let Some(kind) = self.spelling(header, code) {
                named.insert(code);
                self.note(head, value.column, Severity::Info, kind);
                continue;
            }
            if let Some(card) = card.filter(|card| card.name == propose::name_of_file(self.table))
                && !header.contains(card.name.as_str())
                && named.insert(code)
            {
                let kind = IssueKind::NamedByFile { name: card.name.clone() };
                self.note(head, value.column, Severity::Check, kind);
            }
        }
    }

    /// What is to be said about the name of an indicator of the project that is spelled otherwise.
    fn spelling(&self, header: &str, code: &str) -> Option<IssueKind> {
        let known = self.data.indicator_by_code(code)?;
        let headings = header.split(" · ").map(|part| header::split_period(part).0);
        let heading = headings.into_iter().find(|heading| propose::is_respelled(heading, known))?;
        Some(IssueKind::OtherSpellingOfIndicator { heading, name: known.name.clone() })
    }
}
