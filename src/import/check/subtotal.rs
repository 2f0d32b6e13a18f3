//! Sums that are left out, beside the rows that they stand for: those before them up to the sum before, or those behind.
//! Differences are reported, never repaired; a single hidden cell beside such a sum is no secret, and that is said.

use super::Notes;
use super::subject::{Measure, Subject};
use super::total::{GREATEST_SHARE_OFF, is_whole, rounding, rounding_base};
use crate::domain::{CellRef, Status};
use crate::import::draft::{ImportDraft, read_at};
use crate::import::issue::{IssueKind, Severity};
use crate::import::mapping::{ColumnRole, ValuePart};
use crate::import::sign::{Reading, shortened};

/// A sum and the rows that it stands for.
struct Block {
    row: u32,
    parts: Vec<u32>,
}

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    let draft = subject.draft;
    if draft.sums_left_out.is_empty() {
        return;
    }
    let columns = columns_of_counts(subject);
    let rows = rows(draft);
    let (above, below) = (blocks(draft, rows.iter()), blocks(draft, rows.iter().rev()));
    let agreeing = |blocks: &[Block]| {
        let all = blocks.iter().flat_map(|block| columns.iter().map(move |column| (block, column.0)));
        all.filter(|(block, column)| agrees(draft, block, *column)).count()
    };
    // Where nothing agrees, a table that begins with a sum heads its blocks with them.
    let begins = rows.first().is_some_and(|row| draft.sums_left_out.contains(row));
    let (before, behind) = (agreeing(&above), agreeing(&below));
    let blocks = if before > behind || (before == behind && !begins) { above } else { below };
    for (column, name) in columns {
        let values = rows.iter().filter_map(|&row| value(&reading(draft, row, column)));
        let base = rounding_base(values);
        for block in &blocks {
            compare(draft, block, (column, name), base, notes);
            if base.is_none() {
                recoverable(draft, block, column, notes);
            }
        }
    }
}

/// Columns whose values may be added up, with the names of their indicators.
fn columns_of_counts<'a>(subject: &Subject<'a>) -> Vec<(u16, &'a str)> {
    let mapping = subject.draft.mapping();
    let columns = (0_u16..).zip(&mapping.columns).filter_map(|(column, found)| match &found.role {
        ColumnRole::Indicator { code, part: ValuePart::Value, .. } => {
            let card = subject.cards.iter().find(|card| card.code == code)?;
            (card.measure != Measure::Share).then_some((column, card.name))
        }
        ColumnRole::Indicator { .. }
        | ColumnRole::Value { .. }
        | ColumnRole::Ignore
        | ColumnRole::AreaKey
        | ColumnRole::AreaName
        | ColumnRole::IndicatorName
        | ColumnRole::Period
        | ColumnRole::Unit
        | ColumnRole::Source => None,
    });
    columns.collect()
}

/// The rows of the level of the table; those of other levels are sums of their own kind.
fn rows(draft: &ImportDraft) -> Vec<u32> {
    let (mapping, table) = (draft.mapping(), draft.table());
    let in_block = |row: u32| mapping.area_blocks.iter().any(|block| (block.first..=block.last).contains(&row));
    let last = mapping.data_rows.last.saturating_add(1).min(table.row_count());
    let rows = mapping.data_rows.first..last;
    rows.filter(|&row| !mapping.skipped_rows.contains(&row) && !in_block(row) && !table.is_blank(row)).collect()
}

/// The sums with the rows met since the sum before, in the order in which the rows come.
fn blocks<'a>(draft: &ImportDraft, rows: impl Iterator<Item = &'a u32>) -> Vec<Block> {
    let (mut blocks, mut parts) = (Vec::new(), Vec::new());
    for &row in rows {
        if draft.sums_left_out.binary_search(&row).is_ok() {
            blocks.push(Block { row, parts: std::mem::take(&mut parts) });
        } else {
            parts.push(row);
        }
    }
    blocks.retain(|block| block.parts.len() > 1);
    blocks.sort_by_key(|block| block.row);
    blocks
}

fn reading(draft: &ImportDraft, row: u32, column: u16) -> Reading {
    let mark = draft.columns.get(usize::from(column)).and_then(|summary| summary.decimal_mark);
    read_at(draft.table(), (row, column), mark, &draft.mapping().legend, draft.factor(column))
}

fn value(reading: &Reading) -> Option<f64> {
    match reading {
        Reading::Value { value, .. } => Some(*value),
        Reading::NoValue(_) | Reading::Refused(_) => None,
    }
}

/// The published sum, that of its parts and how many parts have no value; nothing unless all are whole numbers.
fn sums(draft: &ImportDraft, block: &Block, column: u16) -> Option<(f64, f64, usize)> {
    let published = value(&reading(draft, block.row, column))?;
    let parts: Vec<Option<f64>> = block.parts.iter().map(|&row| value(&reading(draft, row, column))).collect();
    let whole = is_whole(published) && parts.iter().flatten().all(|value| is_whole(*value));
    let without = parts.iter().filter(|value| value.is_none()).count();
    whole.then(|| (published, parts.iter().flatten().sum(), without))
}

fn agrees(draft: &ImportDraft, block: &Block, column: u16) -> bool {
    sums(draft, block, column).is_some_and(|(total, sum, without)| without == 0 && (total - sum).abs() <= 0.5)
}

fn compare(draft: &ImportDraft, block: &Block, (column, indicator): (u16, &str), base: Option<u32>, notes: &mut Notes) {
    let Some((total, sum, without)) = sums(draft, block, column) else { return };
    let off = (total - sum).abs();
    if off <= 0.5 || off > GREATEST_SHARE_OFF * total.abs() {
        return;
    }
    let rounded_to = base.filter(|&base| without == 0 && off <= rounding(base, block.parts.len()));
    let severity = if rounded_to.is_some() { Severity::Info } else { Severity::Check };
    let labels = [ColumnRole::AreaName, ColumnRole::AreaKey];
    let labels = labels.iter().filter_map(|wanted| draft.mapping().column_with(|role| role == wanted));
    let label = labels.map(|column| draft.table().text(block.row, column)).find(|text| !text.is_empty());
    let (label, indicator) = (shortened(label.unwrap_or_default()), indicator.to_owned());
    let without_value = u32::try_from(without).unwrap_or(u32::MAX);
    let kind = IssueKind::SubtotalIsNotSum { label, indicator, total, sum, without_value, rounded_to };
    notes.at(CellRef { sheet: draft.mapping().sheet, row: block.row, column }, severity, kind);
}

/// Says which suppressed cell follows from the sum and the other parts.
fn recoverable(draft: &ImportDraft, block: &Block, column: u16, notes: &mut Notes) {
    let Some((total, sum, 1)) = sums(draft, block, column) else { return };
    let hidden = block.parts.iter().find(|&&row| reading(draft, row, column) == Reading::NoValue(Status::Suppressed));
    let Some(&row) = hidden.filter(|_| sum <= total + 0.5) else { return };
    let sheet = draft.mapping().sheet;
    let total = CellRef { sheet, row: block.row, column };
    let parts = u32::try_from(block.parts.len() - 1).unwrap_or(u32::MAX);
    let kind = IssueKind::RecoverableFromTotal { total, parts };
    notes.at(CellRef { sheet, row, column }, Severity::Check, kind);
}
