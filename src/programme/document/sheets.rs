//! The programme's figures as sheets of a workbook: what the tables print, as numbers and formulas.

use super::super::basis::Basis;
use super::super::findings::{self, Reading};
use super::super::plan;
use super::super::resolve::cell_citation;
use super::tables::indicator_source;
use super::{plans, practice_sheets};
use crate::document::{
    Formula, Sheet, SheetCell, SheetColumn, SheetPlace, SheetRow, Table, TableColumn, TableRow, plain_text,
};
use crate::domain::{
    CostKind, Euro, FundingSource, FundingState, Indicator, Massnahme, Observation, Status, Ziel, ZielKind,
};
use crate::text::{self, report, report::workbook as words, versions};
use std::ops::Range;

const MEASURES: usize = 3;
const COSTS: usize = 4;
const FUNDING: usize = 5;

/// All sheets, in the order that the constants above name, then what stands around the plan.
pub(super) fn sheets(basis: &Basis, facts: &[(String, String)]) -> Vec<Sheet> {
    let years: Vec<i16> = plan::years(basis.programme).into_iter().collect();
    let (costs, cost_rows) = costs(basis, &years);
    let (funding, funding_rows) = funding(basis, &years);
    let measures = measures(basis, &cost_rows, &funding_rows, years.len());
    let mut sheets = vec![overview(basis, facts), indicators(basis), goals(basis), measures, costs, funding];
    sheets.extend(practice_sheets::sheets(basis, sheets.len()));
    sheets
}

/// The sheets of a kept version: its facts, its tables, and its money with formulas.
pub(super) fn of_version(basis: &Basis, facts: &[(String, String)], tables: &[Table; 3]) -> Vec<Sheet> {
    let years: Vec<i16> = plan::years(basis.programme).into_iter().collect();
    let [goals, measures, details] = tables;
    let kept = |sheet: Sheet| Sheet { notes: vec![versions::NOTE.to_owned(), words::SUMS.to_owned()], ..sheet };
    vec![
        overview(basis, facts),
        of_table(basis, words::GOALS, goals),
        of_table(basis, words::MEASURES, measures),
        of_table(basis, report::heading::SHEETS, details),
        kept(costs(basis, &years).0),
        kept(funding(basis, &years).0),
    ]
}

/// A table as printed.
fn of_table(basis: &Basis, name: &str, table: &Table) -> Sheet {
    let column = |column: &TableColumn| SheetColumn { title: column.title.clone(), width: column_width(column.width) };
    let cells = |found: &TableRow| found.cells.iter().map(|cell| words_cell(plain_text(cell))).collect();
    let rows = table.rows.iter().map(|found| SheetRow { cells: cells(found), strong: found.strong }).collect();
    sheet(basis, name, table.columns.iter().map(column).collect(), rows, table.notes.clone())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded")]
fn column_width(share: f32) -> u16 {
    share.clamp(10.0, 80.0).round() as u16
}

/// The sheets of what the data say, without plans.
pub(super) fn of_values(basis: &Basis, facts: &[(String, String)]) -> Vec<Sheet> {
    vec![overview(basis, facts), indicators(basis)]
}

/// Columns from titles and widths.
pub(super) fn columns<const N: usize>(columns: [(&str, u16); N]) -> Vec<SheetColumn> {
    columns.map(|(title, width)| SheetColumn { title: title.to_owned(), width }).to_vec()
}

/// A cell of words; empty for none.
pub(super) fn words_cell(text: impl Into<String>) -> SheetCell {
    let text = text.into();
    if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text) }
}

/// A value as a number that shows the sign of its status, or the sign alone where there is none.
pub(super) fn value_cell(value: Option<f64>, status: Status, decimals: u8) -> SheetCell {
    match value.filter(|_| status.has_value()) {
        Some(value) => SheetCell::Number { value, decimals, status },
        None => words_cell(text::value_or_sign(None, status, decimals)),
    }
}

/// A row of cells.
pub(super) fn row(cells: Vec<SheetCell>) -> SheetRow {
    SheetRow { cells, strong: false }
}

fn sheet(basis: &Basis, name: &str, columns: Vec<SheetColumn>, rows: Vec<SheetRow>, notes: Vec<String>) -> Sheet {
    let title = report::document_title(basis.area_name());
    Sheet { name: name.to_owned(), title: format!("{title}: {name}"), columns, rows, notes }
}

fn overview(basis: &Basis, facts: &[(String, String)]) -> Sheet {
    let rows = facts.iter().map(|(label, value)| row(vec![words_cell(label), words_cell(value)])).collect();
    sheet(basis, words::OVERVIEW, columns([(words::FACT, 26), (words::VALUE, 60)]), rows, Vec::new())
}

fn indicators(basis: &Basis) -> Sheet {
    let readings: Vec<Reading> =
        basis.data.indicators.iter().filter_map(|indicator| findings::reading(basis, indicator)).collect();
    let [name, period, here, bezirk, city, ..] = report::columns::INDICATORS;
    let columns = columns([
        (name, 44),
        (words::UNIT, 12),
        (period, 10),
        (here, 13),
        (bezirk, 13),
        (city, 13),
        (words::PLACE, 8),
        (words::CHANGE, 13),
        (words::SINCE, 10),
        (words::CELL, 70),
    ]);
    let used: Vec<&Indicator> = readings.iter().map(|reading| reading.indicator).collect();
    let notes = match basis.area() {
        Some(area) => vec![
            report::places_note(text::area_level_plural(area.level)),
            report::signs_note(),
            indicator_source(basis, &used),
        ],
        None => Vec::new(),
    };
    let rows = readings.iter().map(|reading| row(indicator_cells(basis, reading))).collect();
    sheet(basis, words::INDICATORS, columns, rows, notes)
}

fn indicator_cells(basis: &Basis, reading: &Reading) -> Vec<SheetCell> {
    let indicator = reading.indicator;
    let value = |observation: Option<Observation>| {
        observation.map_or(SheetCell::Empty, |o| value_cell(o.value, o.status, indicator.decimals))
    };
    let count = |number: u32| SheetCell::number(f64::from(number), 0);
    let change = reading.change.as_ref();
    vec![
        words_cell(&indicator.name),
        words_cell(&indicator.unit),
        words_cell(&reading.period.label),
        value(Some(reading.here)),
        value(reading.bezirk),
        value(reading.city),
        reading.place.map_or(SheetCell::Empty, count),
        change.map_or(SheetCell::Empty, |change| SheetCell::number(as_written(change.difference), indicator.decimals)),
        change.map_or(SheetCell::Empty, |change| words_cell(&change.from.label)),
        words_cell(origin(basis, reading)),
    ]
}

/// A difference without the noise of binary fractions: 0.46, not 0.459999999999994.
fn as_written(difference: f64) -> f64 {
    const PLACES: f64 = 1e9;
    (difference * PLACES).round() / PLACES
}

/// File, sheet and cell of the area's value.
fn origin(basis: &Basis, reading: &Reading) -> String {
    let citation = basis.area().and_then(|area| cell_citation(basis, reading.indicator, &[(area, reading.here)]));
    citation.map_or_else(String::new, |citation| citation.text)
}

fn goals(basis: &Basis) -> Sheet {
    let columns = columns([
        (words::KIND, 16),
        (words::GOAL, 60),
        (report::sheet::INDICATOR, 36),
        (words::START, 14),
        (words::TARGET, 14),
        (words::UNIT, 12),
        (words::UNTIL, 8),
    ]);
    let mut rows = Vec::new();
    for (leitziel, below) in plan::goal_tree(basis.programme) {
        rows.push(SheetRow { strong: true, ..row(goal_cells(basis, leitziel)) });
        rows.extend(below.into_iter().map(|ziel| row(goal_cells(basis, ziel))));
    }
    sheet(basis, words::GOALS, columns, rows, vec![report::plan_source()])
}

fn goal_cells(basis: &Basis, ziel: &Ziel) -> Vec<SheetCell> {
    let indicator = basis.data.indicator_by_code(&ziel.indicator);
    let own = || text::own_decimals(ziel.start_value.into_iter().chain(ziel.target_value));
    let decimals = indicator.map_or_else(own, |indicator| indicator.decimals);
    let number = |value: Option<f64>| value.map_or(SheetCell::Empty, |value| SheetCell::number(value, decimals));
    let measured =
        if ziel.is_measured() { plans::measured_by(basis, &ziel.indicator, &ziel.messgroesse) } else { String::new() };
    let kind = match ziel.kind {
        ZielKind::Leitziel => words::LEITZIEL,
        ZielKind::Handlungsziel { .. } => words::HANDLUNGSZIEL,
    };
    vec![
        words_cell(kind),
        words_cell(&ziel.text),
        words_cell(measured),
        number(ziel.start_value),
        number(ziel.target_value),
        words_cell(indicator.map_or("", |indicator| &indicator.unit)),
        ziel.target_year.map_or(SheetCell::Empty, |year| words_cell(year.to_string())),
    ]
}

/// Measures with all their fields; costs, money and gap are computed from the other sheets.
fn measures(basis: &Basis, cost_rows: &[Range<usize>], funding_rows: &[Range<usize>], years: usize) -> Sheet {
    use report::sheet as label;
    let columns = columns([
        (words::NUMBER, 8),
        (words::MEASURE, 36),
        (label::FIELD, 28),
        (label::TARGET, 26),
        (label::TRAEGER, 26),
        (label::OFFICE, 22),
        (label::SITE, 22),
        (words::BEGIN, 14),
        (words::END, 14),
        (label::PRIORITY, 10),
        (label::DECISION, 14),
        (label::COSTS, 15),
        (label::FUNDING, 15),
        (label::OPEN, 15),
    ]);
    let massnahmen = basis.massnahmen();
    let sums = cost_rows.iter().zip(funding_rows).enumerate();
    let mut rows: Vec<SheetRow> = massnahmen
        .iter()
        .zip(sums)
        .map(|(massnahme, (at, (costs, funding)))| {
            let mut cells = measure_cells(massnahme);
            cells.push(sum_of(COSTS, costs, FIRST_YEAR_OF_COSTS + years, massnahme.total_cost()));
            cells.push(sum_of(FUNDING, funding, FIRST_YEAR_OF_FUNDING + years, massnahme.total_funding()));
            let place = |column| SheetPlace { sheet: MEASURES, row: at, column };
            let gap = Formula::Gap(place(cells.len() - 2), place(cells.len() - 1));
            let amount = massnahme.open_amount();
            // What a year leaves of the Aktionsraumfonds is in no sum of the row: then there is nothing to reckon with.
            let is_gap = amount.cents == (massnahme.total_cost() - massnahme.total_funding()).cents.max(0);
            let cell = if is_gap { SheetCell::MoneyOf { formula: gap, amount } } else { SheetCell::Money(amount) };
            cells.push(cell);
            row(cells)
        })
        .collect();
    if !rows.is_empty() {
        let programme = basis.programme;
        let totals =
            [plan::cost(programme, None, None), plan::funding(programme, None, None), plan::open(programme, None)];
        let first = columns.len() - totals.len();
        rows.push(total_row(MEASURES, rows.len(), first, &totals));
    }
    sheet(basis, words::MEASURES, columns, rows, vec![report::plan_source(), words::SUMS.to_owned()])
}

fn measure_cells(massnahme: &Massnahme) -> Vec<SheetCell> {
    let quarter = |quarter: Option<crate::domain::Quarter>| {
        quarter.map_or(SheetCell::Empty, |quarter| words_cell(quarter.to_string()))
    };
    vec![
        words_cell(report::measure_number(massnahme.number)),
        words_cell(report::measure_title(massnahme)),
        words_cell(text::handlungsfeld_short(massnahme.handlungsfeld)),
        words_cell(&massnahme.zielgruppe),
        words_cell(&massnahme.traeger),
        words_cell(&massnahme.federfuehrung),
        words_cell(&massnahme.standort),
        quarter(massnahme.beginn),
        quarter(massnahme.ende),
        words_cell(text::prioritaet(massnahme.prioritaet)),
        words_cell(text::beschlussstand(massnahme.beschlussstand)),
    ]
}

/// The sum of one column over some rows of a sheet; nothing where there are none.
pub(super) fn sum_of(sheet: usize, rows: &Range<usize>, column: usize, amount: Euro) -> SheetCell {
    if rows.is_empty() {
        return SheetCell::Money(amount);
    }
    let place = |row| SheetPlace { sheet, row, column };
    SheetCell::MoneyOf { formula: Formula::Sum { from: place(rows.start), to: place(rows.end - 1) }, amount }
}

/// Sums of the last columns over all rows above.
fn total_row(sheet: usize, rows: usize, first: usize, totals: &[Euro]) -> SheetRow {
    let mut cells = vec![SheetCell::Empty; first];
    if let Some(label) = cells.get_mut(1) {
        *label = words_cell(report::sum::TOTAL);
    }
    cells.extend((first..).zip(totals).map(|(column, &amount)| sum_of(sheet, &(0..rows), column, amount)));
    SheetRow { cells, strong: true }
}

/// Columns before the years.
const FIRST_YEAR_OF_COSTS: usize = 3;
const FIRST_YEAR_OF_FUNDING: usize = 4;

fn with_years(mut columns: Vec<SheetColumn>, years: &[i16]) -> Vec<SheetColumn> {
    columns.extend(years.iter().map(|year| SheetColumn { title: year.to_string(), width: 14 }));
    columns.push(SheetColumn { title: report::columns::SUM.to_owned(), width: 15 });
    columns
}

/// Amounts of the years and their sum.
fn year_cells(sheet: usize, row: usize, first: usize, amounts: &[Euro]) -> Vec<SheetCell> {
    let place = |column| SheetPlace { sheet, row, column };
    let total = amounts.iter().copied().sum();
    let sum = match amounts.len() {
        0 => SheetCell::Money(total),
        years => SheetCell::MoneyOf {
            formula: Formula::Sum { from: place(first), to: place(first + years - 1) },
            amount: total,
        },
    };
    amounts.iter().map(|&amount| SheetCell::Money(amount)).chain(std::iter::once(sum)).collect()
}

/// Costs by measure and kind, and the rows of each measure.
fn costs(basis: &Basis, years: &[i16]) -> (Sheet, Vec<Range<usize>>) {
    let head = columns([(words::NUMBER, 8), (words::MEASURE, 40), (report::columns::COST_KIND, 20)]);
    let mut rows = Vec::new();
    let mut ranges = Vec::new();
    for massnahme in basis.massnahmen() {
        let start = rows.len();
        for kind in CostKind::ALL {
            let of = |year: i16| massnahme.kosten.iter().filter(move |item| item.kind == kind && item.year == year);
            let amounts: Vec<Euro> = years.iter().map(|&year| of(year).map(|item| item.amount).sum()).collect();
            if massnahme.kosten.iter().all(|item| item.kind != kind) {
                continue;
            }
            let mut cells = number_and_title(massnahme);
            cells.push(words_cell(text::cost_kind(kind)));
            cells.extend(year_cells(COSTS, rows.len(), FIRST_YEAR_OF_COSTS, &amounts));
            rows.push(row(cells));
        }
        ranges.push(start..rows.len());
    }
    let total = |year| plan::cost(basis.programme, year, None);
    finish(&mut rows, COSTS, FIRST_YEAR_OF_COSTS, years, total);
    (sheet(basis, words::COSTS, with_years(head, years), rows, notes()), ranges)
}

/// Money by measure, source and state, and the rows of each measure.
fn funding(basis: &Basis, years: &[i16]) -> (Sheet, Vec<Range<usize>>) {
    let head = columns([(words::NUMBER, 8), (words::MEASURE, 40), (report::columns::SOURCE, 24), (words::STATE, 14)]);
    let mut rows = Vec::new();
    let mut ranges = Vec::new();
    for massnahme in basis.massnahmen() {
        let start = rows.len();
        for (source, state) in FundingSource::ALL.into_iter().flat_map(|s| FundingState::ALL.map(|state| (s, state))) {
            let items = || massnahme.finanzierung.iter().filter(|item| item.source == source && item.state == state);
            if items().next().is_none() {
                continue;
            }
            let of = |year: i16| items().filter(move |item| item.year == year).map(|item| item.amount).sum();
            let amounts: Vec<Euro> = years.iter().map(|&year| of(year)).collect();
            let mut cells = number_and_title(massnahme);
            cells.push(words_cell(text::funding_source(source)));
            cells.push(words_cell(text::funding_state(state)));
            cells.extend(year_cells(FUNDING, rows.len(), FIRST_YEAR_OF_FUNDING, &amounts));
            rows.push(row(cells));
        }
        ranges.push(start..rows.len());
    }
    let total = |year| plan::funding(basis.programme, year, None);
    finish(&mut rows, FUNDING, FIRST_YEAR_OF_FUNDING, years, total);
    (sheet(basis, words::FUNDING, with_years(head, years), rows, notes()), ranges)
}

fn number_and_title(massnahme: &Massnahme) -> Vec<SheetCell> {
    vec![words_cell(report::measure_number(massnahme.number)), words_cell(&massnahme.titel)]
}

fn finish(rows: &mut Vec<SheetRow>, sheet: usize, first: usize, years: &[i16], total: impl Fn(Option<i16>) -> Euro) {
    if rows.is_empty() {
        return;
    }
    let totals: Vec<Euro> = years.iter().map(|&year| total(Some(year))).chain([total(None)]).collect();
    rows.push(total_row(sheet, rows.len(), first, &totals));
}

fn notes() -> Vec<String> {
    vec![report::plan_source(), words::SUMS.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{data, with_basis, with_data};
    use super::*;
    use crate::domain::{Direction, Handlungsfeld, ZielId};

    #[test]
    fn only_indicators_with_a_direction_have_a_place_in_the_workbook() {
        let mut data = data(|_| true);
        let cards = std::sync::Arc::make_mut(&mut data.indicators);
        cards[1].direction = Direction::Context;
        let found = with_data(
            data,
            |_| {},
            |basis| {
                let title = |row: &SheetRow| basis.data.indicators.iter().find(|i| row.cells[0] == words_cell(&i.name));
                let rows = indicators(basis).rows;
                rows.iter().filter_map(|row| Some((title(row)?.direction, row.cells[6].clone()))).collect::<Vec<_>>()
            },
        );
        let (context, judged): (Vec<_>, Vec<_>) = found.into_iter().partition(|(way, _)| *way == Direction::Context);
        assert!(!context.is_empty() && context.iter().all(|(_, place)| *place == SheetCell::Empty), "{context:?}");
        assert!(judged.iter().any(|(_, place)| *place == SheetCell::number(1.0, 0)), "{judged:?}");
    }

    #[test]
    fn a_goal_with_a_count_of_its_own_names_it() {
        let cells = with_basis(|basis| {
            let leitziel = Ziel::new(ZielId(1), ZielKind::Leitziel, Handlungsfeld::Zusammenhalt, "Ein offener Treff");
            let ziel = Ziel { messgroesse: "Öffnungstage im Jahr".into(), target_value: Some(48.0), ..leitziel };
            goal_cells(basis, &ziel)
        });
        assert_eq!(cells[2], words_cell("Öffnungstage im Jahr"));
        assert_eq!(cells[4], SheetCell::number(48.0, 0));
    }

    #[test]
    fn a_value_keeps_the_sign_of_its_status() {
        let provisional = SheetCell::Number { value: 30.21, decimals: 1, status: Status::Provisional };
        assert_eq!(value_cell(Some(30.21), Status::Provisional, 1), provisional);
        assert_eq!(value_cell(Some(30.21), Status::Suppressed, 1), words_cell("."));
    }
}
