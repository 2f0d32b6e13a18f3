//! On which level the rows of a table lie: by the areas of the project, by the heading, by rows that are sums of others.

use super::super::area_label::{self, level_of_cell, level_of_heading, total_of};
use super::super::area_match::{AreaIndex, AreaMatch};
use super::super::mapping::{AreaBlock, AreaChoice, ColumnRole, Mapping, RowRange, SubtotalRule};
use super::super::number;
use super::super::table::{CellKind, RawTable};
use super::ambiguous::{self, Known};
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
    let mut known = known_levels(mapping, table, &columns, &index, headed);
    mapping.area_level = headed.or_else(|| most_frequent(&known));
    let columns = if known.len() > MOST_ROWS { Vec::new() } else { additive_columns(mapping, table) };
    let sums = silent_sums(table, &known, label_column, &columns);
    meant_by_sums(&sums, mapping.area_level, &mut known);
    let main = (mapping.area_level, headed.is_some());
    let levels = ambiguous::settle(main, &mut known, table, label_column, &sums.rows);
    let is_said = |row: u32| {
        let label = table.text(row, label_column);
        sums.rows.contains(&row) || total_of(label).is_some() || area_label::parts(label).level.is_some()
    };
    match (headed, mapping.area_level) {
        _ if levels.by_indentation => {}
        (Some(headed), _) => keep_headed(headed, &mut known, is_said),
        (None, Some(main)) => {
            // A bracket behind a name (`Nette [Aktionsraum]`) tells it from others.
            let in_full = |row: u32| table.text(row, label_column).ends_with([']', ')']);
            ask_strays(main, &mut known, |row| is_said(row) || in_full(row) || sums.of_all == Some(row));
        }
        (None, None) => {}
    }
    mapping.area_blocks = blocks_by_areas(mapping.area_level, &known);
    mapping.open_rows = levels.open;
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
    known: &[Known],
    label_column: u16,
    columns: &[(u16, Option<number::DecimalMark>)],
) -> Sums {
    let rows: Vec<u32> = known.iter().map(|(row, _)| *row).collect();
    let silent = |row: &&u32| total_of(table.text(**row, label_column)).is_none();
    let rows: Vec<u32> = rows.iter().filter(silent).copied().collect();
    sums::find(table, &rows, label_column, columns)
}

/// A sum whose name is also that of a larger area is that area, not the one of the same name among its parts.
fn meant_by_sums(sums: &Sums, main: Option<AreaLevel>, known: &mut [Known]) {
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
    let mut labels: Vec<&str> = labels.into_iter().collect();
    labels.sort_unstable();
    let one_each = |mut levels: Vec<AreaLevel>| {
        levels.sort_unstable();
        levels.dedup();
        levels
    };
    let mut known: Vec<Known> = (0..).zip(&labels).map(|(at, label)| (at, one_each(index.levels(label)))).collect();
    ambiguous::by_words(&mut known, |at| labels[at as usize]);
    mapping.area_level = mapping.area_level.or_else(|| most_frequent(&known));
    let subtotals = labels.iter().filter(|label| total_of(label).is_some_and(|of| !of.is_empty())).count();
    settle_subtotals(mapping, subtotals, labels.len());
    let Some(main) = mapping.area_level else { return Ok(()) };
    let strays = strays(main, &known);
    let is_said = |label: &str| {
        total_of(label).is_some() || area_label::parts(label).level.is_some() || label.ends_with([']', ')'])
    };
    for (label, (_, levels)) in labels.into_iter().zip(&known) {
        if matches!(levels.as_slice(), [level] if strays.contains(level)) && !is_said(label) {
            continue;
        }
        let here = [index.by_name(label, Some(main)), index.by_key(label, Some(main))];
        // Where words before other names take a level, a bare name means another one.
        let other = if let [level] = levels.as_slice() { Some(*level).filter(|level| *level != main) } else { None };
        if label.is_empty() || (other.is_none() && here.iter().any(|found| *found != AreaMatch::Unknown)) {
            continue;
        }
        if let Some(area) = index.by_name(label, other).area().and_then(|id| data.area(id)) {
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
fn most_frequent(known: &[Known]) -> Option<AreaLevel> {
    let mut counts: BTreeMap<AreaLevel, usize> = BTreeMap::new();
    for (_, levels) in known {
        levels.iter().for_each(|level| *counts.entry(*level).or_default() += 1);
    }
    let most = counts.values().copied().max()?;
    let mut levels = counts.into_iter().filter(|&(_, count)| count == most).map(|(level, _)| level);
    levels.next().filter(|_| levels.next().is_none())
}

/// The levels on which the area of each row is known, by the columns of keys and names.
fn known_levels(
    mapping: &Mapping,
    table: &RawTable,
    columns: &[u16],
    index: &AreaIndex<'_>,
    headed: Option<AreaLevel>,
) -> Vec<Known> {
    let range = mapping.data_rows;
    let rows =
        || (range.first..=range.last).filter(|&row| !mapping.skipped_rows.contains(&row) && !table.is_blank(row));
    let divided = divided_keys(rows().flat_map(|row| columns.iter().map(move |&column| table.text(row, column))));
    let mut met: HashMap<&str, Vec<AreaLevel>> = HashMap::new();
    let mut of_text = |text| {
        let found = met.entry(text);
        found.or_insert_with(|| levels_of_text(index, text, headed, |key| divided.contains(key))).clone()
    };
    rows()
        .map(|row| (row, columns.iter().map(|&column| of_text(table.text(row, column))).fold(Vec::new(), both)))
        .collect()
}

/// The levels on which key and name agree; where they do not, those of either.
fn both(mut key: Vec<AreaLevel>, name: Vec<AreaLevel>) -> Vec<AreaLevel> {
    let common: Vec<AreaLevel> = key.iter().copied().filter(|level| name.contains(level)).collect();
    if !common.is_empty() {
        return common;
    }
    key.extend(name);
    key.sort_unstable();
    key.dedup();
    key
}

/// The levels on which a key or name is known, or the one that it states. The heading names the level of a key that is
/// printed otherwise (`020` for the statistischer Bezirk `02`); no other level is meant by such a key then, nor where its
/// Bezirk is `divided` in the table.
fn levels_of_text(
    index: &AreaIndex<'_>,
    text: &str,
    headed: Option<AreaLevel>,
    divided: impl Fn(&str) -> bool,
) -> Vec<AreaLevel> {
    let is_key = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let exactly = is_key && (headed.is_some() || text.strip_suffix('0').is_some_and(divided));
    let mut levels = if exactly { index.levels_of_key(text) } else { index.levels(text) };
    levels.extend(headed.filter(|_| index.by_key(text, headed).area().is_some()));
    levels.extend(headed.filter(|_| is_key && index.by_name(text, headed).area().is_some()));
    if levels.is_empty() && total_of(text).is_none() {
        levels.extend(area_label::parts(text).level);
    }
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// The two digits before keys of three digits that stand for parts of a statistischer Bezirk.
fn divided_keys<'a>(texts: impl Iterator<Item = &'a str>) -> HashSet<&'a str> {
    let is_part = |text: &&str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit()) && !text.ends_with('0');
    texts.filter(is_part).map(|text| &text[..2]).collect()
}

/// Under a heading that names a level, areas that are known on another one only are of that level where a part of the
/// table at its beginning or end holds nothing else, or where `is_said`. Anywhere else they are areas of the level of the
/// heading that the project does not know yet.
fn keep_headed(headed: AreaLevel, known: &mut [Known], is_said: impl Fn(u32) -> bool) {
    let is_clear = |(row, levels): &Known| is_said(*row) || levels.contains(&AreaLevel::Stadt);
    let edge = |rows: &mut dyn Iterator<Item = &Known>| {
        let at_edge = |row: &&Known| is_clear(row) || (!row.1.is_empty() && !row.1.contains(&headed));
        let rows: Vec<&Known> = rows.take_while(at_edge).collect();
        let levels: Vec<AreaLevel> =
            rows.iter().filter(|row| !is_clear(row)).filter_map(|row| row.1.first().copied()).collect();
        // One row alone may as well be an area whose name another one bears.
        let alone = |level: &AreaLevel| levels.iter().filter(|other| *other == level).count() < 2;
        if levels.iter().any(alone) { 0 } else { rows.len() }
    };
    let (first, last) = (edge(&mut known.iter()), edge(&mut known.iter().rev()));
    let inside = first..known.len().saturating_sub(last).max(first);
    let foreign = known[inside].iter_mut().filter(|row| !is_clear(row) && !row.1.contains(&headed));
    foreign.for_each(|(_, levels)| levels.clear());
}

/// In a table whose heading names no level, a single row known on another level only may as well be an area of the
/// table's level whose name another one bears: it is asked about. Two rows of a level show that the table has it, and so
/// does a row beside that of the city.
fn ask_strays(main: AreaLevel, known: &mut [Known], is_said: impl Fn(u32) -> bool) {
    let strays = strays(main, known);
    let is_city =
        |at: Option<usize>| at.and_then(|at| known.get(at)).is_some_and(|(_, levels)| *levels == [AreaLevel::Stadt]);
    let is_stray = |at: usize| {
        let (row, levels) = &known[at];
        let is_single = matches!(levels.as_slice(), [level] if strays.contains(level));
        is_single && !is_said(*row) && !is_city(at.checked_sub(1)) && !is_city(Some(at + 1))
    };
    let asked: Vec<usize> = (0..known.len()).filter(|&at| is_stray(at)).collect();
    asked.into_iter().for_each(|at| known[at].1.clear());
}

/// Levels below the city, other than the main one, that a single row has for certain.
fn strays(main: AreaLevel, known: &[Known]) -> BTreeSet<AreaLevel> {
    let mut rows: BTreeMap<AreaLevel, u32> = BTreeMap::new();
    for (_, levels) in known {
        if let [level] = levels.as_slice() {
            *rows.entry(*level).or_default() += 1;
        }
    }
    let single = rows.into_iter().filter(|(level, rows)| *rows == 1 && *level != main && *level != AreaLevel::Stadt);
    single.map(|(level, _)| level).collect()
}

/// Rows whose area is known on another level than that of the table, as blocks.
fn blocks_by_areas(main: Option<AreaLevel>, known: &[Known]) -> Vec<AreaBlock> {
    let mut blocks: Vec<AreaBlock> = Vec::new();
    for (row, levels) in known {
        let &[level] = levels.as_slice() else { continue };
        if main == Some(level) {
            continue;
        }
        match blocks.last_mut().filter(|block| block.level == level && block.last + 1 == *row) {
            Some(block) => block.last = *row,
            None => blocks.push(AreaBlock { first: *row, last: *row, level }),
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
    let measured = mapping.new_indicators.iter().filter(|card| !card.unit.is_empty());
    let measured: BTreeSet<&str> = measured.map(|card| card.code.as_str()).collect();
    let is_count = |role: &ColumnRole| {
        let ColumnRole::Indicator { code, .. } = role else { return false };
        !measured.contains(code.as_str())
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
