//! Where titles, headings and values of a sheet stand.

use super::super::area_match::{AreaIndex, AreaMatch};
use super::super::mapping::RowRange;
use super::super::number::Evidence;
use super::super::table::{CellKind, RawCell, RawTable, trimmed};
use super::super::{Source, header};
use super::roles::heads_areas;
use crate::domain::PlanningData;
use crate::jobs::{Cancelled, Progress};
use std::collections::BTreeSet;

/// Rows that are looked at for the begin of a table.
const HEAD_ROWS: u32 = 120;
const HEADER_ROWS: usize = 6;
/// Rows that may stand between a blank row and the headings of another table below it.
const TITLE_ROWS: usize = 20;

/// The parts of a sheet.
pub(super) struct Layout {
    pub title_rows: Vec<u32>,
    pub header_rows: Vec<u32>,
    pub data_rows: RowRange,
    pub skipped_rows: BTreeSet<u32>,
}

/// The visible sheet with the most numbers.
pub(super) fn main_sheet(source: &Source) -> u16 {
    let numbers = |table: &RawTable| {
        let rows = 0..table.row_count().min(2000);
        rows.map(|row| (0..table.column_count().min(60)).filter(|&c| looks_like_value(table.cell(row, c))).count())
            .sum::<usize>()
    };
    let scored = source.sheets.iter().enumerate().map(|(at, table)| (!table.hidden, numbers(table), usize::MAX - at));
    let best = scored.max().map_or(0, |(_, _, rest)| usize::MAX - rest);
    u16::try_from(best).unwrap_or(0)
}

/// Finds the parts of a sheet.
pub(super) fn find(table: &RawTable, data: &PlanningData, progress: &Progress) -> Result<Layout, Cancelled> {
    let areas = AreaIndex::new(data);
    let rows = table.row_count();
    let mut first = (0..rows.min(HEAD_ROWS)).find(|&row| is_data(table, row)).unwrap_or(rows.min(1));
    while first > 0 && (is_unread_data(table, first - 1) || begins_with_area(table, first - 1, &areas)) {
        first -= 1;
    }
    first = below_area_heading(table, first);
    let header_rows = header_rows(table, first);
    let title_end = header_rows.first().copied().unwrap_or(first);
    let title_rows = (0..title_end).filter(|&row| filled(table, row) > 0).collect();
    let head: Vec<&str> = header_rows.last().map(|&row| texts(table, row)).unwrap_or_default();
    let same = |row: u32| (0_u16..).zip(&head).all(|(column, text)| table.text(row, column) == *text);
    let repeats = |row: &u32| !head.is_empty() && same(*row) && filled(table, *row) > 1;
    let end = next_table(table, first, repeats);
    progress.check()?;
    let last = (first..end).rev().find(|&row| is_data(table, row)).unwrap_or(first);
    let last = with_unread_rows(table, last, end);
    let skipped_rows = (first..=last).filter(repeats).collect();
    progress.check()?;
    Ok(Layout { title_rows, header_rows, data_rows: RowRange { first, last }, skipped_rows })
}

/// Rows right below that are as full as the last one belong to the table although no value in them can be read:
/// they may hold signs that only the planner knows. Footnotes fill one cell.
fn with_unread_rows(table: &RawTable, last: u32, end: u32) -> u32 {
    let full = filled(table, last).max(2);
    let belongs = |row: &u32| filled(table, *row) * 2 > full && filled(table, *row) >= 2;
    (last + 1..end).take_while(belongs).last().unwrap_or(last)
}

/// Where another table begins below: at a heading of its own after a blank row, or at the same heading under a title of
/// its own. A heading that a page break repeats belongs to this table.
fn next_table(table: &RawTable, first: u32, repeats: impl Fn(&u32) -> bool) -> u32 {
    let rows = table.row_count();
    let blank = |row: u32| filled(table, row) == 0;
    (first + 1..rows)
        .find(|&row| {
            // Right below the row of a table no other one begins.
            if filled(table, row - 1) > 1 {
                return false;
            }
            let heads =
                filled(table, row) >= 2 && heads_areas(table.text(row, left_of(table, row))) && !is_data(table, row);
            if !heads {
                return false;
            }
            let above = (first + 1..row).rev().take(TITLE_ROWS).find(|&above| filled(table, above) != 1);
            above.is_some_and(|above| blank(above) && (above + 1 < row || !repeats(&row)))
        })
        .map_or(rows, |row| row)
}

/// The first column of a row that holds something.
fn left_of(table: &RawTable, row: u32) -> u16 {
    table.row_cells(row).next().map_or(0, |(column, _)| column)
}

/// Rows between a heading of areas and the first values, whose own values are words, dates or damaged numbers: the word
/// above says that their label is an area, so they are refused cell by cell, never taken for more headings.
fn below_area_heading(table: &RawTable, first: u32) -> u32 {
    let label = table.row_cells(first).find(|(_, cell)| !looks_like_value(*cell)).map_or(0, |(column, _)| column);
    let names_area = |row: u32| {
        let text = table.text(row, label);
        let beside: Vec<RawCell<'_>> =
            table.row_cells(row).filter(|&(column, _)| column != label).map(|(_, cell)| cell).collect();
        let is_year = |cell: &RawCell<'_>| is_year_like(cell) && !header::is_date_like(cell.text);
        let is_heading = |cell: &RawCell<'_>| is_year(cell) || is_unit(cell.text);
        let is_label = text.contains(char::is_alphabetic) && !text.starts_with('(') && !heads_areas(text);
        is_label && (beside.is_empty() || !beside.iter().all(is_heading))
    };
    let mut top = first;
    while top > 0 && first - top < 40 && names_area(top - 1) && filled(table, top - 1) <= filled(table, first) {
        top -= 1;
    }
    while top < first && filled(table, top) == 1 {
        top += 1;
    }
    let headed = top > 0 && filled(table, top - 1) >= 2 && heads_areas(table.text(top - 1, label));
    let headed = headed || (top > 1 && is_unit_row(table, top - 1) && heads_areas(table.text(top - 2, label)));
    if headed { top } else { first }
}

fn is_unit_row(table: &RawTable, row: u32) -> bool {
    filled(table, row) > 0 && table.row_cells(row).all(|(_, cell)| is_unit(cell.text))
}

/// A unit, as it stands under a heading.
fn is_unit(text: &str) -> bool {
    let lower = trimmed(text).to_lowercase();
    let words =
        ["anzahl", "absolut", "abs.", "abs", "%", "€", "eur", "euro", "m²", "ha", "prozent", "personen", "index"];
    words.contains(&lower.as_str()) || lower.starts_with("in ") || lower.starts_with("je ") || lower.starts_with('(')
}

/// A row between headings and values whose own values cannot be read: it is refused cell by cell, never taken for a
/// heading.
fn is_unread_data(table: &RawTable, row: u32) -> bool {
    let begins_like_number = |text: &str| {
        let rest = text.trim_start_matches(['<', '>', '~', '±', '-', '−', '(', ' ', '≤', '≥']);
        rest.strip_prefix("ca.").unwrap_or(rest).trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    let damaged = |(column, cell): (u16, RawCell<'_>)| {
        column > 0 && !looks_like_value(cell) && !is_year_like(&cell) && begins_like_number(trimmed(cell.text))
    };
    is_below_heading(table, row) && table.row_cells(row).any(damaged)
}

/// A row right below a heading that begins with an area of the project: words stand in the place of its values, so it
/// is refused cell by cell too.
fn begins_with_area(table: &RawTable, row: u32, areas: &AreaIndex<'_>) -> bool {
    let knows = |text: &str| !matches!(areas.by_name(text, None), AreaMatch::Unknown);
    let beside: Vec<RawCell<'_>> =
        table.row_cells(row).filter(|&(column, _)| column > 0).map(|(_, cell)| cell).collect();
    let heads_columns = beside.iter().any(|cell| knows(cell.text)) || beside.iter().all(is_year_like);
    !heads_columns && is_below_heading(table, row) && knows(table.text(row, 0))
}

fn texts(table: &RawTable, row: u32) -> Vec<&str> {
    (0..table.column_count()).map(|column| table.text(row, column)).collect()
}

pub(super) fn filled(table: &RawTable, row: u32) -> usize {
    table.row_cells(row).count()
}

/// A row with a label and at least one value beside it, which is neither a row of years nor of column numbers.
fn is_data(table: &RawTable, row: u32) -> bool {
    if table.row_cells(row).nth(1).is_none() {
        return false;
    }
    let cells: Vec<RawCell<'_>> = table.row_cells(row).map(|(_, cell)| cell).collect();
    let values: Vec<&RawCell<'_>> = cells.iter().filter(|cell| looks_like_value(**cell)).collect();
    let texts = cells.iter().filter(|cell| cell.kind == CellKind::Text && !looks_like_value(**cell)).count();
    let beside = cells.iter().skip(1).any(|cell| looks_like_value(*cell));
    if !beside || (is_numbering(&values) && texts == 0) {
        return false;
    }
    // `Stadtteil | Indikator | 2018 | 2019` heads a row per indicator.
    let label = cells.first().map_or("", |cell| trimmed(cell.text));
    if heads_areas(label) && values.iter().all(|cell| is_year_like(cell)) {
        return false;
    }
    let periods: Vec<RawCell<'_>> =
        table.row_cells(row).filter(|&(column, _)| column > 0).map(|(_, cell)| cell).collect();
    let is_period = |cell: &RawCell<'_>| header::period(cell.text).is_some();
    let all_periods = periods.len() >= 2 && periods.iter().all(is_year_like) && periods.iter().any(is_period);
    let all_periods = all_periods && !is_below_heading(table, row);
    // One year beside many words is a heading with a stray year; a long table has at most a few words per value.
    !all_periods && values.len() * 6 >= texts && !(is_year_only(&values) && texts > 0 && values.len() * 3 < texts + 1)
}

/// A period, or a year with a footnote.
fn is_year_like(cell: &RawCell<'_>) -> bool {
    header::period(cell.text).is_some() || header::year_with_footnote(cell.text).is_some()
}

/// Whether the row right above heads every filled column differently: then numbers like 1987 are counts, no years.
fn is_below_heading(table: &RawTable, row: u32) -> bool {
    let Some(above) = row.checked_sub(1) else { return false };
    let label = table.text(row, 0);
    let mut heads: Vec<&str> = table.row_cells(row).map(|(column, _)| table.text(above, column)).collect();
    let filled = heads.len();
    heads.sort_unstable();
    heads.dedup();
    !label.is_empty() && !super::roles::heads_areas(label) && heads.len() == filled && !heads.contains(&"")
}

fn is_year_only(values: &[&RawCell<'_>]) -> bool {
    values.iter().all(|cell| header::period(cell.text).is_some())
}

/// `1 | 2 | 3 | …` under a heading.
fn is_numbering(values: &[&RawCell<'_>]) -> bool {
    let numbers: Vec<i64> = values.iter().filter_map(|cell| trimmed(cell.text).parse().ok()).collect();
    numbers.len() >= 3
        && numbers.len() == values.len()
        && numbers[0] <= 2
        && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Whether a cell may stand in a value column.
pub(in super::super) fn looks_like_value(cell: RawCell<'_>) -> bool {
    match cell.kind {
        CellKind::Number | CellKind::Error | CellKind::Formula => true,
        CellKind::Empty | CellKind::Date | CellKind::Bool => false,
        CellKind::Text => {
            let text = trimmed(cell.text);
            if matches!(text, "-" | "–" | "—" | "." | "·" | "…" | "..." | "/" | "x" | "X") {
                return true;
            }
            if super::super::sign::is_error_text(text) {
                return true;
            }
            let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
            let inner = inner.strip_suffix(['p', 'r', 's']).unwrap_or(inner);
            let mut evidence = Evidence::default();
            evidence.add(inner);
            evidence.numbers() > 0
        }
    }
}

/// The rows right above the values that head more than one column.
fn header_rows(table: &RawTable, first: u32) -> Vec<u32> {
    let mut rows = Vec::new();
    for row in (0..first).rev() {
        let cells = filled(table, row);
        if cells == 0 && rows.is_empty() && row + 3 > first {
            continue;
        }
        // A heading of the rows below it, not of columns.
        if cells == 1 && rows.is_empty() && row > 0 && filled(table, row - 1) > 1 && row + 2 > first {
            continue;
        }
        let heads_group = cells == 1 && table.text(row, left_of(table, first)).is_empty();
        let numbers: Vec<RawCell<'_>> = table.row_cells(row).map(|(_, cell)| cell).collect();
        let values: Vec<&RawCell<'_>> = numbers.iter().filter(|cell| looks_like_value(**cell)).collect();
        if is_numbering(&values) && values.len() * 2 > cells {
            continue;
        }
        if (cells < 2 && !heads_group) || rows.len() >= HEADER_ROWS {
            break;
        }
        rows.push(row);
    }
    rows.reverse();
    rows
}
