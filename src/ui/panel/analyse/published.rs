//! Single figures that were published for an area or its parts, with year and origin.

use crate::domain::{Area, AreaId, AreaLevel, ImportId, Observation, PlanningData};
use crate::text::{self, panel::analyse as words};
use crate::theme::row;
use crate::ui::widget::data_table::{Column, DataTable, Row};
use crate::ui::{Inspected, Intent, PanelCx};
use egui::Ui;

/// The table of published figures that every new Dortmund project begins with.
const FILE: &str = "veroeffentlichte-zahlen.csv";

/// A published figure.
pub struct Figure {
    value: Observation,
    area: String,
    indicator: String,
    period: String,
    shown: String,
    origin: String,
}

/// Whether an import is the one of the published figures.
pub fn is_published(data: &PlanningData, import: ImportId) -> bool {
    data.import(import).is_some_and(|import| import.file_name == FILE)
}

/// The published figures of an area, of everything inside it and of finer areas that bear its name, newest first.
pub fn figures(data: &PlanningData, area: &Area) -> Vec<Figure> {
    let Some(import) = data.imports.iter().find(|import| import.file_name == FILE) else { return Vec::new() };
    let inside: Vec<&Area> =
        data.areas.iter().filter(|other| is_inside(data, other, area.id) || bears_name(other, area)).collect();
    let mut found: Vec<(Option<i16>, Figure)> = data
        .dataset
        .iter()
        .filter(|observation| observation.import == import.id)
        .filter_map(|observation| {
            let place = inside.iter().find(|area| area.id == observation.area)?;
            let card = data.indicator(observation.indicator)?;
            let period = data.period(observation.period)?;
            let shown = match observation.value {
                Some(value) => text::value_with_unit(value, card.decimals, &card.unit),
                None => text::status_label(observation.status).to_owned(),
            };
            let figure = Figure {
                value: observation,
                area: if place.id == area.id { place.name.clone() } else { part_name(place) },
                indicator: card.name.clone(),
                period: period.label.clone(),
                shown,
                origin: words::origin(&observation.cell.to_string(), &import.file_name),
            };
            Some((period.year, figure))
        })
        .collect();
    found.sort_by(|left, right| right.0.cmp(&left.0).then_with(|| left.1.indicator.cmp(&right.1.indicator)));
    found.into_iter().map(|(_, figure)| figure).collect()
}

fn part_name(area: &Area) -> String {
    format!("{} ({})", area.name, text::area_level(area.level))
}

/// Whether a finer area bears the name of this one or, as in `Eving/Lindenhorst`, a part of it. Sources publish by
/// statistical district; the level stands beside every such name because the borders may differ.
fn bears_name(other: &Area, area: &Area) -> bool {
    let finer = match other.level {
        AreaLevel::StatistischerBezirk | AreaLevel::Unterbezirk | AreaLevel::Aktionsquartier | AreaLevel::Sonstige => {
            true
        }
        AreaLevel::Stadt
        | AreaLevel::Stadtbezirk
        | AreaLevel::Sozialraum
        | AreaLevel::Stadtteil
        | AreaLevel::Planungsraum => false,
    };
    finer && area.level == AreaLevel::Sozialraum && area.name.split('/').any(|part| part.trim() == other.name)
}

fn is_inside(data: &PlanningData, area: &Area, outer: AreaId) -> bool {
    let mut at = Some(area);
    // Parents never form a ring, but a broken file must not hang the window.
    for _ in 0..16 {
        let Some(area) = at else { return false };
        if area.id == outer {
            return true;
        }
        at = area.parent.and_then(|parent| data.area(parent));
    }
    false
}

/// Draws the figures as a small table; a click explains one.
pub fn show(ui: &mut Ui, cx: &mut PanelCx, area: AreaId, figures: &[Figure]) {
    let columns = [
        Column::text(words::INDICATOR).flex(200.0),
        Column::text(words::AREA).flex(150.0),
        Column::text(words::YEAR).fixed(128.0),
        Column::number(words::VALUE).fixed(120.0),
        Column::text(words::ORIGIN).flex(130.0),
    ];
    let selected = figures.iter().position(|figure| is_inspected(cx, &figure.value));
    let table = DataTable::new(("veroeffentlicht", area), words::PUBLISHED, &columns)
        .rows(figures.len())
        .row_height(row::DENSE)
        .selected(selected);
    let response = table.show(ui, |index, row| describe(&figures[index], row));
    if let Some(figure) = response.selected.and_then(|index| figures.get(index)) {
        cx.outbox.push(Intent::Inspect(inspected(&figure.value)));
    }
}

fn describe(figure: &Figure, row: &mut Row<'_>) {
    row.name(&figure.indicator);
    row.quiet(&figure.area);
    row.text(&figure.period);
    row.text(&figure.shown);
    row.small(&figure.origin);
}

fn inspected(value: &Observation) -> Inspected {
    Inspected::Value { indicator: value.indicator, area: value.area, period: value.period }
}

fn is_inspected(cx: &PanelCx, value: &Observation) -> bool {
    cx.focus.inspected == Some(inspected(value))
}
