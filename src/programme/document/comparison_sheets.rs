//! The comparison as sheets of a workbook: values as numbers, sums that recalculate.

use super::super::basis::Basis;
use super::comparison::{amounts, burden_words, measures, procedure, programme_of};
use super::sheets::{columns, row, sum_of, value_cell, words_cell};
use super::social_profile::median;
use super::tables::source_of;
use crate::analysis::Finding;
use crate::document::{Formula, Sheet, SheetCell, SheetColumn, SheetPlace, SheetRow, Table, plain_text};
use crate::domain::{Area, AreaId, Euro, Indicator, PeriodId};
use crate::text::{report, report::paper, report::paper::comparison as words, report::workbook};

const MONEY: usize = 2;
const MEASURES: usize = 3;

/// All sheets.
pub(super) fn sheets(basis: &Basis, areas: &[&Area], key_values: &[(&Indicator, PeriodId)]) -> Vec<Sheet> {
    vec![
        ranking(basis, areas),
        values(basis, areas, key_values),
        money(basis, areas),
        counts(&measures(basis, areas)),
        printed(words::PROCEDURE, &procedure(basis, areas)),
    ]
}

fn sheet(name: &str, columns: Vec<SheetColumn>, rows: Vec<SheetRow>, notes: Vec<String>) -> Sheet {
    Sheet { name: name.to_owned(), title: format!("{}: {name}", paper::comparison_title()), columns, rows, notes }
}

fn number(value: u32) -> SheetCell {
    SheetCell::number(f64::from(value), 0)
}

fn ranking(basis: &Basis, areas: &[&Area]) -> Sheet {
    let [rank, area, bezirk, _, _, worse] = words::RANK_COLUMNS;
    let top = basis.ranking.map_or_else(String::new, |found| words::top_share(found.intervals.top_places));
    let columns =
        columns([(rank, 8), (area, 30), (bezirk, 22), (words::LOW, 12), (words::HIGH, 12), (&top, 18), (worse, 24)]);
    let cells = |area: &&Area| {
        let bezirk = words_cell(basis.stadtbezirk_of(area).map_or("", |bezirk| bezirk.name.as_str()));
        let name = words_cell(&area.name);
        match basis.ranking.and_then(|ranking| Finding::rank(basis.data, ranking, area.id)) {
            Some(Finding::Rank { rank, low, high, top_share, .. }) => {
                // As printed to a tenth: what binary fractions leave behind is no figure.
                let share = SheetCell::number((top_share * 1000.0).round() / 10.0, 0);
                let burden = words_cell(burden_words(basis, area));
                vec![number(rank), name, bezirk, number(low), number(high), share, burden]
            }
            Some(
                Finding::Value { .. }
                | Finding::Change { .. }
                | Finding::Place { .. }
                | Finding::BurdenCount { .. }
                | Finding::CityComparison { .. },
            )
            | None => vec![SheetCell::Empty, name, bezirk, words_cell(words::NOT_RANKED)],
        }
    };
    let notes = basis.ranking.map_or_else(
        || vec![report::no_ranking()],
        |found| {
            let coverage = found.run.spec.uncertainty.coverage_percent;
            vec![words::rank_note(found.run.areas.len(), coverage, found.intervals.top_places)]
        },
    );
    sheet(words::RANKING, columns, areas.iter().map(|area| row(cells(area))).collect(), notes)
}

fn values(basis: &Basis, areas: &[&Area], key_values: &[(&Indicator, PeriodId)]) -> Sheet {
    let head = |title: String, width| SheetColumn { title, width };
    let heads = key_values.iter().map(|(indicator, period)| {
        let period = basis.data.period(*period).map_or("", |period| period.label.as_str());
        head(paper::value_head(&indicator.name, &indicator.unit, period), 18)
    });
    let columns = std::iter::once(head(words::AREA.to_owned(), 30)).chain(heads).collect();
    let cell = |area: &Area, (indicator, period): &(&Indicator, PeriodId)| {
        let found = basis.data.dataset.get(indicator.id, area.id, *period);
        found.map_or(SheetCell::Empty, |o| value_cell(o.value, o.status, indicator.decimals))
    };
    let line = |area: &Area| -> Vec<SheetCell> {
        std::iter::once(words_cell(&area.name)).chain(key_values.iter().map(|wanted| cell(area, wanted))).collect()
    };
    let mut rows: Vec<SheetRow> = areas.iter().map(|area| row(line(area))).collect();
    let ids: Vec<AreaId> = areas.iter().map(|area| area.id).collect();
    let middle = |(indicator, period): &(&Indicator, PeriodId)| {
        let value = median(basis, indicator, &ids, *period);
        value.map_or(SheetCell::Empty, |value| SheetCell::number(value, indicator.decimals))
    };
    let middles = std::iter::once(words_cell(words::MEDIAN)).chain(key_values.iter().map(middle));
    rows.push(SheetRow { cells: middles.collect(), strong: true });
    rows.extend(basis.data.city().map(|city| SheetRow { cells: line(city), strong: true }));
    let used: Vec<&Indicator> = key_values.iter().map(|(indicator, _)| *indicator).collect();
    let notes = vec![words::median_note(), report::signs_note(), source_of(basis, &used, &ids)];
    sheet(words::VALUES, columns, rows, notes)
}

fn money(basis: &Basis, areas: &[&Area]) -> Sheet {
    let [area, _, costs, funding, granted, open] = words::MONEY_COLUMNS;
    let columns = columns([
        (area, 30),
        (workbook::BEGIN, 9),
        (workbook::END, 9),
        (costs, 16),
        (funding, 16),
        (granted, 16),
        (open, 16),
    ]);
    let mut total = [Euro::default(); 4];
    let mut rows = Vec::new();
    for area in areas {
        let Some(programme) = programme_of(basis, area) else { continue };
        let found = amounts(programme);
        total.iter_mut().zip(found).for_each(|(sum, amount)| *sum = *sum + amount);
        let year = |year: i16| words_cell(year.to_string());
        let head = [words_cell(&area.name), year(programme.first_year), year(programme.last_year)];
        rows.push(row(head.into_iter().chain(found.map(SheetCell::Money)).collect()));
    }
    let lines = 0..rows.len();
    let sums = (3..).zip(total).map(|(column, amount)| sum_of(MONEY, &lines, column, amount));
    let head = [words_cell(report::sum::TOTAL), SheetCell::Empty, SheetCell::Empty];
    rows.push(SheetRow { cells: head.into_iter().chain(sums).collect(), strong: true });
    sheet(
        words::MONEY,
        columns,
        rows,
        vec![report::plan_source(), words::OPEN_MONEY.to_owned(), report::workbook::SUMS.to_owned()],
    )
}

/// Counts by area with their sums.
fn counts(table: &Table) -> Sheet {
    let body = table.rows.iter().filter(|row| !row.strong).count();
    let count = |cell: &str| cell.parse().map_or_else(|_| words_cell(cell), number);
    let sum = |column: usize, cell: &str| {
        let place = |row| SheetPlace { sheet: MEASURES, row, column };
        let formula = Formula::Sum { from: place(0), to: place(body.saturating_sub(1)) };
        let value = cell.parse().ok().filter(|_| body > 0);
        value.map_or_else(|| words_cell(cell), |value| SheetCell::NumberOf { formula, value, decimals: 0 })
    };
    let mut sheet = printed(words::MEASURES, table);
    for row in &mut sheet.rows {
        for (column, cell) in row.cells.iter_mut().enumerate().skip(1) {
            let SheetCell::Text(words) = cell else { continue };
            *cell = if row.strong { sum(column, words) } else { count(words) };
        }
    }
    sheet
}

/// A table as the document prints it.
fn printed(name: &str, table: &Table) -> Sheet {
    let columns = table.columns.iter().map(|column| SheetColumn { title: column.title.clone(), width: 22 }).collect();
    let cells =
        |cells: &[Vec<crate::document::Inline>]| cells.iter().map(|cell| words_cell(plain_text(cell))).collect();
    let rows = table.rows.iter().map(|row| SheetRow { cells: cells(&row.cells), strong: row.strong }).collect();
    sheet(name, columns, rows, table.notes.clone())
}
