//! `bestand`: all observations, one per row, with the cell each came from.

use super::args::Bestand;
use super::output::{Failure, Report};
use super::project_file::open;
use super::table::{Table, form, number, words};
use crate::domain::{Observation, PlanningData};
use crate::export::CsvCell;
use crate::text::cli as text;
use serde_json::json;
use std::collections::BTreeMap;

const COLUMNS: &[&str] = &[
    "area_key",
    "area_name",
    "indicator",
    "period",
    "value",
    "status",
    "import",
    "sheet",
    "cell",
    "area_level",
    "demonstration",
];

/// Writes all values that count.
///
/// # Errors
/// Why the project cannot be read or the table not be written.
pub(super) fn run(args: &Bestand) -> Result<Report, Failure> {
    let snapshot = open(&args.project)?.snapshot();
    stock(&snapshot.data).write(&args.nach, form(args.maschine))?;
    let (values, path) = (snapshot.data.dataset.len(), args.nach.display().to_string());
    Ok(Report::new(text::stock_written(values, &path), json!({ "file": path, "observations": values })))
}

/// All observations in printed order: indicator, period, level and key of the area.
fn stock(data: &PlanningData) -> Table {
    let indicators: BTreeMap<_, _> = data.indicators.iter().enumerate().map(|(at, card)| (card.id, at)).collect();
    let periods: BTreeMap<_, _> = data.periods.iter().enumerate().map(|(at, period)| (period.id, at)).collect();
    let areas: BTreeMap<_, _> = data.areas.iter().map(|area| (area.id, area)).collect();
    let mut observations: Vec<Observation> = data.dataset.iter().collect();
    observations.sort_by_key(|o| {
        let area = areas.get(&o.area).map(|area| (area.level, area.key.as_str()));
        (indicators.get(&o.indicator).copied(), periods.get(&o.period).copied(), area, o.area)
    });
    let mut table = Table::new(COLUMNS);
    for observation in &observations {
        if let Some(row) = row(data, observation) {
            table.push(row);
        }
    }
    table
}

fn row(data: &PlanningData, observation: &Observation) -> Option<[CsvCell; 11]> {
    let area = data.area(observation.area)?;
    let import = data.import(observation.import)?;
    let sheet = import.sheets.get(usize::from(observation.cell.sheet)).cloned().unwrap_or_default();
    Some([
        words(&area.key),
        words(&area.name),
        words(&data.indicator(observation.indicator)?.code),
        words(&data.period(observation.period)?.label),
        observation.value.map_or(CsvCell::Empty, number),
        words(observation.status.code()),
        words(&import.file_name),
        words(sheet),
        words(observation.cell.to_string()),
        words(area.level.code()),
        number(u8::from(observation.demonstration)),
    ])
}
