//! On which level the rows of a table lie: by the areas of the project, by the heading, by rows that are sums of others.

use super::super::area_label::{level_of_cell, level_of_heading, total_of};
use super::super::area_match::{AreaIndex, AreaMatch};
use super::super::mapping::{AreaBlock, AreaChoice, ColumnRole, Mapping, RowRange, SubtotalRule};
use super::super::number;
use super::super::table::{CellKind, RawTable};
use super::roles::ROWS;
use super::sums::{self, Sums};
use crate::domain::{AreaId, AreaLevel, PlanningData};
use crate::jobs::{Cancelled, Progress};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Sets the level of the areas and of blocks of other levels.
pub(super) fn assign(
    mapping: &mut Mapping,
    table: &RawTable,
    data: &PlanningData,
    progress: &Progress,
) -> Result<(), Cancelled> {
    let columns = [ColumnRole::AreaName, ColumnRole::AreaKey];
    let columns: Vec<u16> = columns.iter().filter_map(|wanted| mapping.column_with(|role| role == wanted)).collect();
    let Some(&label_column) = columns.first() else { return Ok(()) };
    let headed = columns.iter().find_map(|&column| {
        mapping.columns.get(usize::from(column)).and_then(|column| level_of_heading(&column.header))
    });
    if let Some(blocks) = stated_blocks(mapping, table) {
        mapping.area_blocks = blocks;
        return Ok(());
    }
    let index = AreaIndex::new(data);
    if is_long(mapping) {
        mapping.area_level = headed;
        return assign_long(mapping, table, data, &index, label_column, progress);
    }
    progress.check()?;
    let range = mapping.data_rows;
    let mut met: HashMap<&str, Vec<AreaLevel>> = HashMap::new();
    let mut known: Vec<(u32, Vec<AreaLevel>)> = (range.first..=range.last)
        .filter(|&row| !mapping.skipped_rows.contains(&row) && !table.is_blank(row))
        .map(|row| {
            let text = |column: &u16| table.text(row, *column);
            let mut of_label = |label| met.entry(label).or_insert_with(|| index.levels(label)).clone();
            let mut levels: Vec<AreaLevel> = columns.iter().flat_map(|column| of_label(text(column))).collect();
            // The heading names the level of a key that is printed otherwise: `020` for the statistischer Bezirk `02`.
            levels.extend(headed.filter(|_| columns.iter().any(|c| index.by_key(text(c), headed).area().is_some())));
            (row, levels)
        })
        .collect();
    mapping.area_level = headed.or_else(|| most_frequent(&known));
    let columns = if known.len() > MOST_ROWS { Vec::new() } else { additive_columns(mapping, table) };
    let sums = silent_sums(table, &known, label_column, &columns);
    meant_by_sums(&sums, mapping.area_level, &mut known);
    mapping.area_blocks = blocks_by_areas(mapping.area_level, &known, |row| table.text(row, label_column));
    let is_subtotal = |row: &u32| total_of(table.text(*row, label_column)).is_some_and(|of| !of.is_empty());
    let mut subtotals: BTreeSet<u32> = known.iter().map(|(row, _)| *row).filter(is_subtotal).collect();
    settle_subtotals(mapping, subtotals.len(), known.len());
    // The last row is tried as that of all first.
    subtotals.extend(sums.rows.iter().filter(|&&row| row != range.last));
    // A project that knows its city knows its name too, and would have recognised it.
    let may_be_city = !data.areas.iter().any(|area| area.level == AreaLevel::Stadt);
    if mapping.area_blocks.is_empty() {
        mapping.area_blocks = blocks_by_sums(mapping, table, label_column, &columns, (&subtotals, may_be_city));
    }
    // Where several rows are sums of others, the first of them need not be that of all.
    let is_subtotal = subtotals.contains(&range.first) && (subtotals.len() > 1 || !may_be_city);
    if mapping.area_blocks.is_empty() && mapping.area_level != Some(AreaLevel::Stadt) && !is_subtotal {
        let of_all = sums.of_all == Some(range.first);
        mapping.area_blocks = total_first(range, table.text(range.first, label_column), of_all);
    }
    let is_bare_total = |block: &AreaBlock| {
        block.level == AreaLevel::Stadt && total_of(table.text(block.first, label_column)) == Some("")
    };
    // Where districts are listed too, their sum is the city whatever the smaller areas are.
    if matches!(mapping.area_blocks.as_slice(), [only] if is_bare_total(only))
        && lacks_areas(mapping, table, label_column, data, &index)
    {
        mapping.area_blocks.clear();
    }
    let in_blocks = |row: &u32| mapping.area_blocks.iter().any(|block| (block.first..=block.last).contains(row));
    mapping.sum_rows = sums.rows.into_iter().filter(|row| !in_blocks(row)).collect();
    Ok(())
}

/// Whether the project knows areas of the table's level that the table does not list: what only calls itself a sum is
/// then the sum of some areas, not the city.
fn lacks_areas(
    mapping: &Mapping,
    table: &RawTable,
    label_column: u16,
    data: &PlanningData,
    index: &AreaIndex<'_>,
) -> bool {
    let Some(level) = mapping.area_level.filter(|level| *level != AreaLevel::Stadt) else { return false };
    let rows = mapping.data_rows.first..=mapping.data_rows.last;
    let labels: HashSet<&str> = rows.map(|row| table.text(row, label_column)).collect();
    let area = |label: &str| {
        [index.by_name(label, Some(level)), index.by_key(label, Some(level))].into_iter().find_map(|found| found.area())
    };
    let listed: HashSet<AreaId> = labels.into_iter().filter_map(area).collect();
    data.areas_of(level).any(|area| !listed.contains(&area.id))
}

/// Rows that are sums although no word says so.
fn silent_sums(
    table: &RawTable,
    known: &[(u32, Vec<AreaLevel>)],
    label_column: u16,
    columns: &[(u16, Option<number::DecimalMark>)],
) -> Sums {
    let rows: Vec<u32> = known.iter().map(|(row, _)| *row).collect();
    let silent = |row: &&u32| total_of(table.text(**row, label_column)).is_none();
    let rows: Vec<u32> = rows.iter().filter(silent).copied().collect();
    sums::find(table, &rows, label_column, columns)
}

/// A sum whose name is also that of a larger area is that area, not the one of the same name among its parts.
fn meant_by_sums(sums: &Sums, main: Option<AreaLevel>, known: &mut [(u32, Vec<AreaLevel>)]) {
    let Some(main) = main else { return };
    for (row, levels) in known.iter_mut() {
        if (sums.rows.contains(row) || sums.of_all == Some(*row)) && levels.iter().any(|level| *level < main) {
            levels.retain(|level| *level < main);
        }
    }
}

/// Where most rows say that they are sums, that is how the table names its areas.
fn settle_subtotals(mapping: &mut Mapping, subtotals: usize, rows: usize) {
    if subtotals * 2 > rows {
        mapping.subtotals = Some(SubtotalRule::Read);
    }
}

/// A row per value: rows of one area lie apart, so areas of other levels become visible choices instead of blocks.
fn assign_long(
    mapping: &mut Mapping,
    table: &RawTable,
    data: &PlanningData,
    index: &AreaIndex<'_>,
    column: u16,
    progress: &Progress,
) -> Result<(), Cancelled> {
    let range = mapping.data_rows;
    let mut labels: HashSet<&str> = HashSet::new();
    for row in range.first..=range.last {
        if row % ROWS == 0 {
            progress.check()?;
        }
        labels.insert(table.text(row, column));
    }
    let labels: BTreeSet<&str> = labels.into_iter().collect();
    let known: Vec<(u32, Vec<AreaLevel>)> = labels.iter().map(|label| (0, index.levels(label))).collect();
    mapping.area_level = mapping.area_level.or_else(|| most_frequent(&known));
    let subtotals = labels.iter().filter(|label| total_of(label).is_some_and(|of| !of.is_empty())).count();
    settle_subtotals(mapping, subtotals, labels.len());
    let Some(main) = mapping.area_level else { return Ok(()) };
    for label in labels {
        let here = [index.by_name(label, Some(main)), index.by_key(label, Some(main))];
        if label.is_empty() || here.iter().any(|found| *found != AreaMatch::Unknown) {
            continue;
        }
        if let Some(area) = index.by_name(label, None).area().and_then(|id| data.area(id)) {
            let choice = AreaChoice::Existing { level: area.level, key: area.key.clone() };
            mapping.area_choices.insert(label.to_owned(), choice);
        }
    }
    Ok(())
}

/// More blocks than this are no order of levels.
const MOST_BLOCKS: usize = 400;

/// Blocks by a column whose every cell names the level of its row.
fn stated_blocks(mapping: &Mapping, table: &RawTable) -> Option<Vec<AreaBlock>> {
    let column = level_column(mapping, table)?;
    let mut blocks: Vec<AreaBlock> = Vec::new();
    for row in mapping.data_rows.first..=mapping.data_rows.last {
        let Some(level) = level_of_cell(table.text(row, column)) else { continue };
        match blocks.last_mut().filter(|block| block.level == level) {
            Some(block) => block.last = row,
            None => blocks.push(AreaBlock { first: row, last: row, level }),
        }
        if blocks.len() > MOST_BLOCKS {
            return None;
        }
    }
    Some(blocks)
}

/// The column that names the level of each row and holds nothing else.
pub(super) fn level_column(mapping: &Mapping, table: &RawTable) -> Option<u16> {
    let rows = || (mapping.data_rows.first..=mapping.data_rows.last).filter(|row| !mapping.skipped_rows.contains(row));
    (0..table.column_count())
        .filter(|&column| *mapping.role(column) == ColumnRole::Ignore)
        .find(|&column| rows().next().is_some() && rows().all(|row| level_of_cell(table.text(row, column)).is_some()))
}

fn is_long(mapping: &Mapping) -> bool {
    mapping.column_with(|role| *role == ColumnRole::IndicatorName || *role == ColumnRole::Period).is_some()
}

/// The level on which most rows have an area; none if two levels have as many, since a name on two levels is asked about.
fn most_frequent(known: &[(u32, Vec<AreaLevel>)]) -> Option<AreaLevel> {
    let mut counts: BTreeMap<AreaLevel, usize> = BTreeMap::new();
    for (_, levels) in known {
        levels.iter().for_each(|level| *counts.entry(*level).or_default() += 1);
    }
    let most = counts.values().copied().max()?;
    let mut levels = counts.into_iter().filter(|&(_, count)| count == most).map(|(level, _)| level);
    levels.next().filter(|_| levels.next().is_none())
}

/// Rows whose area exists on other levels only, as blocks; `label` tells the name of a row. A name that stands twice in
/// the table, of which one row continues such a block, means the larger area there and the smaller one elsewhere.
fn blocks_by_areas<'a>(
    main: Option<AreaLevel>,
    known: &[(u32, Vec<AreaLevel>)],
    label: impl Fn(u32) -> &'a str,
) -> Vec<AreaBlock> {
    let other = |levels: &[AreaLevel]| {
        let only = levels.first().filter(|first| levels.iter().all(|level| level == *first));
        only.copied().filter(|level| main.is_none_or(|main| main != *level))
    };
    let mut found: Vec<Option<AreaLevel>> = known.iter().map(|(_, levels)| other(levels)).collect();
    let mut free: HashMap<&str, usize> = HashMap::new();
    let outside = known.iter().zip(&found).filter(|(_, level)| level.is_none());
    outside.for_each(|((row, _), _)| *free.entry(label(*row)).or_default() += 1);
    let forward = (1..known.len()).map(|at| (at, at - 1));
    let backward = (1..known.len()).rev().map(|at| (at - 1, at));
    for (at, beside) in forward.chain(backward) {
        let Some(level) = found[beside].filter(|level| found[at].is_none() && known[at].1.contains(level)) else {
            continue;
        };
        if let Some(left) = free.get_mut(label(known[at].0)).filter(|left| **left > 1) {
            (found[at], *left) = (Some(level), *left - 1);
        }
    }
    let mut blocks: Vec<AreaBlock> = Vec::new();
    for (&(row, _), level) in known.iter().zip(found).filter_map(|(row, level)| Some((row, level?))) {
        match blocks.last_mut().filter(|block| block.level == level && block.last + 1 == row) {
            Some(block) => block.last = row,
            None => blocks.push(AreaBlock { first: row, last: row, level }),
        }
    }
    blocks
}

const FEWEST_ROWS: usize = 4;
/// Tables with totals are printed tables; nobody prints more rows.
const MOST_ROWS: usize = 5000;
const MOST_COLUMNS: usize = 200;
const TOTALS: [&str; 6] = ["insgesamt", "gesamt", "summe", "zusammen", "total", "gesamtstadt"];
const TOTAL_WORDS: [&str; 7] = ["insgesamt", "gesamt", "summe", "stadt ", "zusammen", "total", "gesamtstadt"];

/// A last row that is the sum of the rows right before it, and of the rows before those: areas, districts, city.
/// Rows on the way that say that they are sums do not count twice.
fn blocks_by_sums(
    mapping: &Mapping,
    table: &RawTable,
    label_column: u16,
    columns: &[(u16, Option<number::DecimalMark>)],
    (subtotals, may_be_city): (&BTreeSet<u32>, bool),
) -> Vec<AreaBlock> {
    let RowRange { first, last } = mapping.data_rows;
    let rows: Vec<u32> = (first..=last).filter(|row| !mapping.skipped_rows.contains(row)).collect();
    let Some((&total, parts)) = rows.split_last() else { return Vec::new() };
    let parts: Vec<u32> = parts.iter().copied().filter(|row| !subtotals.contains(row)).collect();
    let parts = parts.as_slice();
    let city = AreaBlock { first: total, last: total, level: AreaLevel::Stadt };
    let sums: Vec<Vec<f64>> = columns.iter().map(|&(column, mark)| values(table, parts, column, mark)).collect();
    let totals: Vec<f64> = columns.iter().flat_map(|&(column, mark)| values(table, &[total], column, mark)).collect();
    let label = format!("{} ", table.text(total, label_column).to_lowercase());
    let is_subtotal = subtotals.contains(&total) && (subtotals.len() > 1 || !may_be_city);
    let named = TOTAL_WORDS.iter().any(|word| label.contains(word)) && !is_subtotal;
    let named = named && mapping.area_level != Some(AreaLevel::Stadt);
    if parts.len() < FEWEST_ROWS || columns.is_empty() {
        return if named { vec![city] } else { Vec::new() };
    }
    for length in 2..=parts.len().saturating_sub(FEWEST_ROWS).min(40) {
        let split = parts.len() - length;
        let agrees = |from: usize, to: usize, off: f64| share_agreeing(&sums, &totals, from, to, off) >= 0.75;
        if agrees(split, parts.len(), 0.005) && agrees(0, split, 0.03) {
            let districts =
                AreaBlock { first: parts[split], last: parts[parts.len() - 1], level: AreaLevel::Stadtbezirk };
            return vec![districts, city];
        }
    }
    let is_sum = share_agreeing(&sums, &totals, 0, parts.len(), 0.03) >= 0.75;
    if is_sum || named { vec![city] } else { Vec::new() }
}

/// A first row that says of itself that it is the total, or is the sum of all others.
fn total_first(range: RowRange, label: &str, of_all: bool) -> Vec<AreaBlock> {
    let lower = label.to_lowercase();
    let named = lower.split(|c: char| !c.is_alphabetic()).any(|word| TOTALS.contains(&word));
    let block = AreaBlock { first: range.first, last: range.first, level: AreaLevel::Stadt };
    if (named || of_all) && range.last > range.first { vec![block] } else { Vec::new() }
}

/// Share of the columns whose rows add up to the total, give or take a share of it.
fn share_agreeing(columns: &[Vec<f64>], totals: &[f64], from: usize, to: usize, off: f64) -> f64 {
    let agreeing = columns.iter().zip(totals).filter(|(values, total)| {
        let sum: f64 = values[from..to].iter().sum();
        (sum - **total).abs() <= off * total.abs() + 0.5
    });
    #[expect(clippy::cast_precision_loss, reason = "as many as a table has columns")]
    if columns.is_empty() { 0.0 } else { agreeing.count() as f64 / columns.len() as f64 }
}

/// Columns of counts: whole numbers only, greater than a hundred in sum.
fn additive_columns(mapping: &Mapping, table: &RawTable) -> Vec<(u16, Option<number::DecimalMark>)> {
    let RowRange { first, last } = mapping.data_rows;
    let is_count = |role: &ColumnRole| {
        let ColumnRole::Indicator { code, .. } = role else { return false };
        mapping.new_indicators.iter().find(|card| card.code == *code).is_none_or(|card| card.unit.is_empty())
    };
    let candidates = (0..table.column_count()).filter(|&column| is_count(mapping.role(column))).take(MOST_COLUMNS);
    let counts = candidates.filter_map(|column| {
        let mut evidence = number::Evidence::default();
        (first..=last).for_each(|row| evidence.add(table.cell(row, column).text));
        let mark = evidence.proven();
        let rows: Vec<u32> = (first..=last).collect();
        let values = values(table, &rows, column, mark);
        let whole = values.iter().all(|value| value.fract().abs() < 1e-9);
        (whole && values.iter().sum::<f64>() > 100.0).then_some((column, mark))
    });
    counts.collect()
}

/// Values of a column; what is no number counts as nothing here.
fn values(table: &RawTable, rows: &[u32], column: u16, mark: Option<number::DecimalMark>) -> Vec<f64> {
    rows.iter().map(|&row| value_at(table, row, column, mark).unwrap_or(0.0)).collect()
}

/// The number of a cell, if it holds one.
pub(super) fn value_at(table: &RawTable, row: u32, column: u16, mark: Option<number::DecimalMark>) -> Option<f64> {
    let cell = table.cell(row, column);
    match cell.kind {
        CellKind::Number => cell.text.parse().ok(),
        CellKind::Text => number::parse(cell.text, mark).ok().map(|number| number.value),
        CellKind::Empty | CellKind::Date | CellKind::Bool | CellKind::Error | CellKind::Formula => None,
    }
}
