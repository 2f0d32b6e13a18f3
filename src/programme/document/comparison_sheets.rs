//! The comparison as sheets of a workbook: values as numbers, sums that recalculate.

use super::super::basis::Basis;
use super::comparison::{amounts, programme_of};
use super::sheets::{columns, row, sum_of, value_cell, words_cell};
use crate::analysis::Finding;
use crate::document::{Sheet, SheetCell, SheetColumn, SheetRow};
use crate::domain::{Area, Euro, Indicator, PeriodId};
use crate::text::{report, report::paper, report::paper::comparison as words, report::workbook};

const MONEY: usize = 2;

/// All sheets.
pub(super) fn sheets(basis: &Basis, areas: &[&Area], key_values: &[(&Indicator, PeriodId)]) -> Vec<Sheet> {
    vec![ranking(basis, areas), values(basis, areas, key_values), money(basis, areas)]
}

fn sheet(name: &str, columns: Vec<SheetColumn>, rows: Vec<SheetRow>, notes: Vec<String>) -> Sheet {
    Sheet { name: name.to_owned(), title: format!("{}: {name}", paper::comparison_title()), columns, rows, notes }
}

fn number(value: u32) -> SheetCell {
    SheetCell::number(f64::from(value), 0)
}

fn ranking(basis: &Basis, areas: &[&Area]) -> Sheet {
    let [rank, area, bezirk, ..] = words::RANK_COLUMNS;
    let columns =
        columns([(rank, 8), (area, 30), (bezirk, 22), (words::LOW, 12), (words::HIGH, 12), (words::TOP_SHARE, 18)]);
    let cells = |area: &&Area| {
        let bezirk = words_cell(basis.stadtbezirk_of(area).map_or("", |bezirk| bezirk.name.as_str()));
        let name = words_cell(&area.name);
        match basis.ranking.and_then(|ranking| Finding::rank(basis.data, ranking, area.id)) {
            Some(Finding::Rank { rank, low, high, top_share, .. }) => {
                let share = SheetCell::number(top_share * 100.0, 0);
                vec![number(rank), name, bezirk, number(low), number(high), share]
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
    rows.extend(basis.data.city().map(|city| SheetRow { cells: line(city), strong: true }));
    sheet(words::VALUES, columns, rows, vec![report::signs_note()])
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
    sheet(words::MONEY, columns, rows, vec![report::plan_source(), workbook::SUMS.to_owned()])
}
