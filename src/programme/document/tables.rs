//! The table of indicators, and helpers for tables.

use super::super::basis::Basis;
use super::super::findings::{self, Reading};
use crate::document::{Align, Inline, Table, TableColumn, TableRow};
use crate::domain::{AreaId, Indicator, Observation};
use crate::text::{self, report};

/// Columns from titles, alignments and widths.
pub(in crate::programme) fn columns(titles: &[&str], align: &[Align], widths: &[f32]) -> Vec<TableColumn> {
    titles
        .iter()
        .zip(align)
        .zip(widths)
        .map(|((title, align), width)| TableColumn { title: (*title).to_owned(), align: *align, width: *width })
        .collect()
}

/// A row of plain cells.
pub(in crate::programme) fn row(cells: impl IntoIterator<Item = String>) -> TableRow {
    TableRow { cells: cells.into_iter().map(|cell| vec![Inline::Text(cell)]).collect(), strong: false }
}

/// A row that is set off.
pub(in crate::programme) fn strong_row(cells: impl IntoIterator<Item = String>) -> TableRow {
    TableRow { strong: true, ..row(cells) }
}

/// A table with its description made from caption and size.
pub(in crate::programme) fn table(
    caption: String,
    columns: Vec<TableColumn>,
    rows: Vec<TableRow>,
    notes: Vec<String>,
) -> Table {
    let description = report::table_description(&caption, rows.len());
    Table { caption, description, columns, rows, notes, landscape: false }
}

/// All indicators of the area beside Stadtbezirk and city.
pub(super) fn indicators(basis: &Basis) -> Option<Table> {
    let area = basis.area()?;
    let readings: Vec<Reading> =
        basis.data.indicators.iter().filter_map(|indicator| findings::reading(basis, indicator)).collect();
    if readings.is_empty() {
        return None;
    }
    let with_bezirk = readings.iter().any(|reading| reading.bezirk.is_some());
    let titles = report::columns::INDICATORS;
    let align = [Align::Left, Align::Center, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right];
    let widths = [34.0, 12.0, 14.0, 14.0, 12.0, 8.0, 14.0];
    let keep = |at: &usize| with_bezirk || *at != 3;
    let select = |cells: Vec<String>| {
        cells.into_iter().enumerate().filter(|(at, _)| keep(at)).map(|(_, cell)| cell).collect::<Vec<String>>()
    };
    let columns = columns(&titles, &align, &widths).into_iter().enumerate();
    let columns = columns.filter(|(at, _)| keep(at)).map(|(_, column)| column).collect();
    let rows = readings.iter().map(|reading| row(select(cells(reading).to_vec()))).collect();
    let used: Vec<&Indicator> = readings.iter().map(|reading| reading.indicator).collect();
    let notes = vec![
        report::places_note(text::area_level_plural(area.level)),
        report::signs_note(),
        indicator_source(basis, &used),
    ];
    Some(table(report::caption::indicators(&area.name), columns, rows, notes))
}

/// What the table prints of an indicator: name, period, area, Stadtbezirk, city, place, change.
pub(super) fn cells(reading: &Reading) -> [String; 7] {
    let indicator = reading.indicator;
    let print = |observation: Option<Observation>| {
        observation.map_or_else(String::new, |o| text::value_or_sign(o.value, o.status, indicator.decimals))
    };
    let place = reading.place.map_or_else(String::new, text::count);
    let change = reading.change.map_or_else(String::new, |change| {
        format!("{} ({})", text::signed(change.difference, indicator.decimals), change.from.label)
    });
    let name = if indicator.unit.is_empty() || indicator.name.contains(&indicator.unit) {
        indicator.name.clone()
    } else {
        format!("{} ({})", indicator.name, indicator.unit)
    };
    [
        name,
        reading.period.label.clone(),
        print(Some(reading.here)),
        print(reading.bezirk),
        print(reading.city),
        place,
        change,
    ]
}

/// Source line of the imports that the area's values of these indicators come from.
pub(in crate::programme) fn indicator_source(basis: &Basis, indicators: &[&Indicator]) -> String {
    source_of(basis, indicators, &[basis.programme.area])
}

/// Source line of the imports that these areas' values of these indicators come from.
pub(super) fn source_of(basis: &Basis, indicators: &[&Indicator], areas: &[AreaId]) -> String {
    let mut sources: Vec<String> = Vec::new();
    let mut demonstration = false;
    let observations = indicators.iter().flat_map(|indicator| {
        let periods = basis.data.periods_of(indicator.id);
        let dataset = &basis.data.dataset;
        periods
            .into_iter()
            .flat_map(move |p| areas.iter().filter_map(move |&area| dataset.get(indicator.id, area, p.id)))
    });
    for observation in observations {
        demonstration |= observation.demonstration;
        let Some(import) = basis.data.import(observation.import) else { continue };
        let source = import.source_note.trim_end_matches('.').to_owned();
        if !source.is_empty() && !sources.contains(&source) {
            sources.push(source);
        }
    }
    report::source_note(&sources, demonstration)
}
