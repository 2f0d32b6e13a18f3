//! `bestand`: all observations, one per row, with the cell each came from.

use super::args::Bestand;
use super::output::{Failure, Report};
use super::project_file::{open, spare_projects};
use super::table::{Table, form, number, words};
use crate::domain::{
    Area, AreaId, AreaLevel, Import, ImportId, Indicator, IndicatorId, Observation, Period, PeriodId, PlanningData,
};
use crate::export::{CsvCell, CsvForm};
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
    spare_projects(&args.nach)?;
    stock(&snapshot.data, form(args.maschine)).write(&args.nach)?;
    let (values, path) = (snapshot.data.dataset.len(), args.nach.display().to_string());
    Ok(Report::new(text::stock_written(values, &path), json!({ "file": path, "observations": values })))
}

/// All observations in printed order: indicator, period, level and key of the area.
fn stock(data: &PlanningData, form: CsvForm) -> Table {
    let names = Names::of(data);
    let mut rows: Vec<Row> = data.dataset.iter().filter_map(|observation| names.row(observation)).collect();
    rows.sort_by_key(Row::place);
    let mut table = Table::new(form, COLUMNS);
    for row in &rows {
        table.push(row.cells());
    }
    table
}

/// What observations refer to, by identity; indicators and periods with their place in print.
struct Names<'a> {
    areas: BTreeMap<AreaId, &'a Area>,
    indicators: BTreeMap<IndicatorId, (usize, &'a Indicator)>,
    periods: BTreeMap<PeriodId, (usize, &'a Period)>,
    imports: BTreeMap<ImportId, &'a Import>,
}

impl<'a> Names<'a> {
    fn of(data: &'a PlanningData) -> Names<'a> {
        Names {
            areas: data.areas.iter().map(|area| (area.id, area)).collect(),
            indicators: data.indicators.iter().enumerate().map(|(at, card)| (card.id, (at, card))).collect(),
            periods: data.periods.iter().enumerate().map(|(at, period)| (period.id, (at, period))).collect(),
            imports: data.imports.iter().map(|import| (import.id, import)).collect(),
        }
    }

    fn row(&self, observation: Observation) -> Option<Row<'a>> {
        Some(Row {
            indicator: *self.indicators.get(&observation.indicator)?,
            period: *self.periods.get(&observation.period)?,
            area: self.areas.get(&observation.area)?,
            import: self.imports.get(&observation.import)?,
            observation,
        })
    }
}

/// An observation with what it refers to.
struct Row<'a> {
    indicator: (usize, &'a Indicator),
    period: (usize, &'a Period),
    area: &'a Area,
    import: &'a Import,
    observation: Observation,
}

impl<'a> Row<'a> {
    fn place(&self) -> (usize, usize, AreaLevel, &'a str) {
        (self.indicator.0, self.period.0, self.area.level, &self.area.key)
    }

    fn cells(&self) -> [CsvCell; 11] {
        let sheet = self.import.sheets.get(usize::from(self.observation.cell.sheet));
        [
            words(&self.area.key),
            words(&self.area.name),
            words(&self.indicator.1.code),
            words(&self.period.1.label),
            self.observation.value.map_or(CsvCell::Empty, number),
            words(self.observation.status.code()),
            words(&self.import.file_name),
            sheet.map_or(CsvCell::Empty, words),
            words(self.observation.cell.to_string()),
            words(self.area.level.code()),
            number(u8::from(self.observation.demonstration)),
        ]
    }
}
