//! Pictures that leave a panel: the buttons that save and copy them, and what each says besides its chart: source,
//! date, notes.

use crate::analysis::IndexRun;
use crate::chart::{ChartSpec, Figure, MapShape, PlaneRing};
use crate::domain::{AreaId, AreaLevel, IndicatorId, LocalMetres, Observation, PlanningData, Polygon, Status};
use crate::project::Snapshot;
use crate::text::panel::widget as words;
use crate::text::{self, report};
use crate::ui::tile_map::TileMap;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::menu_item;
use crate::ui::widget::icon;
use crate::ui::{Intent, PanelCx};
use egui::{Popup, Ui};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What becomes of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Take {
    Copy,
    Save,
}

/// One button each to copy and to save; where there are several pictures, each opens a list of them by name.
pub(super) fn buttons(
    ui: &mut Ui,
    cx: &mut PanelCx,
    names: &[&str],
    mut figure: impl FnMut(&PanelCx, usize) -> Option<Figure>,
) {
    if names.is_empty() {
        return;
    }
    let copy = Button::icon_only(icon::CLIPBOARD, words::COPY_FIGURE).show(ui);
    let save = Button::icon_only(icon::DOWNLOAD_SIMPLE, words::SAVE_FIGURE).show(ui);
    for (response, take) in [(copy, Take::Copy), (save, Take::Save)] {
        let mut chosen = (names.len() == 1 && response.clicked()).then_some(0);
        if names.len() > 1 {
            Popup::menu(&response).show(|ui| {
                let clicked = |(at, name): (usize, &&str)| menu_item(ui, name, false, None).then_some(at);
                chosen = names.iter().enumerate().filter_map(clicked).last();
            });
        }
        if let Some(figure) = chosen.and_then(|at| figure(cx, at)) {
            push(cx, figure, take);
        }
    }
}

/// One small button with a list of what can be taken along of a chart: its table, or its picture in two ways.
pub(super) fn menu(ui: &mut Ui, cx: &mut PanelCx, name: &str, figure: impl FnOnce(&PanelCx) -> Option<Figure>) {
    let response = Button::icon_only(icon::COPY, name).compact().show(ui);
    let (mut copied, mut taken) = (false, None);
    Popup::menu(&response).show(|ui| {
        copied = menu_item(ui, words::COPY_TABLE, false, None);
        for (label, take) in [(words::COPY_FIGURE, Take::Copy), (words::SAVE_FIGURE, Take::Save)] {
            if menu_item(ui, label, false, None) {
                taken = Some(take);
            }
        }
    });
    let Some(figure) = (copied || taken.is_some()).then(|| figure(cx)).flatten() else { return };
    match taken {
        Some(take) => push(cx, figure, take),
        None => cx.outbox.push(Intent::Copy(figure.copied())),
    }
}

fn push(cx: &mut PanelCx, figure: Figure, take: Take) {
    let figure = Box::new(figure);
    cx.outbox.push(match take {
        Take::Copy => Intent::CopyFigure(figure),
        Take::Save => Intent::SaveFigure(figure),
    });
}

/// A figure of these observations.
pub(super) fn figure(
    cx: &PanelCx,
    title: String,
    subtitle: String,
    chart: ChartSpec,
    period: &str,
    shown: &[Observation],
) -> Figure {
    let data = &cx.snapshot.data;
    let mut notes = sign_notes(data, shown, Marks::Shown);
    if shown.iter().any(|observation| observation.demonstration) {
        notes.push(report::DEMONSTRATION_MARK.to_owned());
    }
    Figure {
        title,
        subtitle,
        chart,
        source: report::figure_source(&sources(data, shown)),
        date: report::figure_date(period, cx.today),
        notes,
    }
}

/// Whether the marks of values that are there (`p`, `r`, …) stand beside the numbers, or behind them: in what was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    Shown,
    Behind,
}

/// A table as it is copied: its title, the table, then notes, signs, source and date.
pub(super) fn copied(
    cx: &PanelCx,
    title: &str,
    table: &str,
    period: &str,
    shown: &[Observation],
    notes: Vec<String>,
) -> String {
    framed(cx, (title, table), period, shown, Marks::Shown, notes)
}

fn framed(
    cx: &PanelCx,
    (title, table): (&str, &str),
    period: &str,
    shown: &[Observation],
    marks: Marks,
    notes: Vec<String>,
) -> String {
    let data = &cx.snapshot.data;
    let mut lines = vec![table.to_owned(), String::new()];
    if !title.is_empty() {
        lines.splice(0..0, [title.to_owned(), String::new()]);
    }
    lines.extend(notes);
    lines.extend(sign_notes(data, shown, marks));
    lines.push(report::table_source(&sources(data, shown)));
    lines.push(report::figure_date(period, cx.today));
    if shown.iter().any(|observation| observation.demonstration) {
        lines.push(report::DEMONSTRATION_MARK.to_owned());
    }
    lines.join("\n")
}

/// A table of what the project itself records, as it is copied: its title, with the area that it is about, the table, then
/// the project and the date. Tables of values are copied by [`copied`], which names their imports.
pub(super) fn copied_records(
    snapshot: &Snapshot,
    today: Date,
    title: &str,
    area: Option<AreaId>,
    table: &str,
) -> String {
    let title = match area.and_then(|area| snapshot.data.area(area)) {
        Some(area) => words::table_of(title, &area.name),
        None => title.to_owned(),
    };
    let source = words::project_source(&snapshot.title);
    [&title, "", table, "", &source, &report::figure_date("", today)].join("\n")
}

/// A table that rests on the ranking as it is copied; see [`copied`].
pub(super) fn copied_ranking(cx: &PanelCx, title: &str, table: &str) -> String {
    copied_ranking_with(cx, title, table, Vec::new())
}

/// The same with notes of its own.
pub(super) fn copied_ranking_with(cx: &PanelCx, title: &str, table: &str, mut notes: Vec<String>) -> String {
    let Some(run) = cx.derived.ranking().map(|ranking| &ranking.run) else { return table.to_owned() };
    let data = &cx.snapshot.data;
    let period = data.period(run.period).map_or("", |period| period.label.as_str());
    notes.insert(0, words::recipe_note(&run.spec.name));
    framed(cx, (title, table), period, &ranked(data, run), Marks::Behind, notes)
}

/// The values that a ranking rests on.
pub(super) fn ranked(data: &PlanningData, run: &IndexRun) -> Vec<Observation> {
    let of = |area: AreaId| run.indicators.iter().filter_map(move |id| data.dataset.get(*id, area, run.period));
    run.areas.iter().flat_map(|area| of(*area)).collect()
}

/// How the imports of these observations are to be cited, each once.
fn sources(data: &PlanningData, shown: &[Observation]) -> Vec<String> {
    let mut imports: Vec<_> = shown.iter().map(|observation| observation.import).collect();
    imports.sort_unstable();
    imports.dedup();
    let mut sources: Vec<String> = Vec::new();
    for import in imports.into_iter().filter_map(|id| data.import(id)) {
        let source = if import.source_note.is_empty() { &import.file_name } else { &import.source_note };
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    sources
}

/// Most areas or indicators that are named at the sign of a value that is there.
const MOST_NAMED: usize = 6;

/// Whether a value that is there bears a sign.
fn is_marked(status: Status) -> bool {
    match status {
        Status::Provisional | Status::Revised | Status::Estimated | Status::Limited => true,
        Status::Reported
        | Status::Nil
        | Status::Missing
        | Status::Suppressed
        | Status::Unreliable
        | Status::Later
        | Status::NotMeaningful => false,
    }
}

/// Where a sign stands: areas by indicator.
type Places = Vec<(IndicatorId, Vec<AreaId>)>;

/// A footnote per sign that stands instead of a value or beside it, with the areas or indicators it stands at; with both
/// where there are several of both.
fn sign_notes(data: &PlanningData, shown: &[Observation], marks: Marks) -> Vec<String> {
    let one_area = shown.windows(2).all(|pair| pair[0].area == pair[1].area);
    let one_indicator = shown.windows(2).all(|pair| pair[0].indicator == pair[1].indicator);
    let mut by_status: BTreeMap<&str, (Status, Places)> = BTreeMap::new();
    let signed = |observation: &&Observation| observation.value.is_none() || is_marked(observation.status);
    for observation in shown.iter().filter(signed) {
        let entry = by_status.entry(text::status_reason(observation.status));
        let found = &mut entry.or_insert_with(|| (observation.status, Vec::new())).1;
        let at = found.iter().position(|(indicator, _)| *indicator == observation.indicator).unwrap_or(found.len());
        if at == found.len() {
            found.push((observation.indicator, Vec::new()));
        }
        if !found[at].1.contains(&observation.area) {
            found[at].1.push(observation.area);
        }
    }
    let area_names = |areas: &[AreaId]| -> Vec<String> {
        areas.iter().filter_map(|id| data.area(*id)).map(|area| area.name.clone()).collect()
    };
    let note = |(status, found): (Status, Places)| {
        let many = |number: usize| is_marked(status) && number > MOST_NAMED;
        let name = |indicator: IndicatorId| data.indicator(indicator).map_or("", |card| card.name.as_str());
        let names: Vec<String> = if one_area {
            found.iter().map(|(indicator, _)| name(*indicator).to_owned()).collect()
        } else if one_indicator {
            found.first().map(|(_, areas)| area_names(areas)).unwrap_or_default()
        } else {
            let of = |(indicator, areas): &(IndicatorId, Vec<AreaId>)| {
                let areas = if many(areas.len()) { vec![words::areas(areas.len())] } else { area_names(areas) };
                report::sign_at(name(*indicator), &areas)
            };
            found.iter().map(of).collect()
        };
        let unnamed = (one_area || one_indicator) && many(names.len());
        let names = if unnamed { Vec::new() } else { names };
        if marks == Marks::Behind && is_marked(status) {
            return report::basis_note(text::status_reason(status), &names);
        }
        report::sign_note(text::status_sign(status), text::status_reason(status), &names)
    };
    by_status.into_values().map(note).collect()
}

/// The edges of areas on one plane: their boundaries, or their tiles.
pub(super) fn shapes(
    data: &PlanningData,
    level: AreaLevel,
    areas: &[(AreaId, MapShape)],
    boundaries: bool,
) -> Vec<MapShape> {
    let tiles = TileMap::of(data, level);
    let geometries = areas.iter().filter_map(|(area, _)| data.boundaries.of(*area)).map(|found| &found.geometry);
    let metres = LocalMetres::of(geometries);
    let rings = |area: AreaId| -> Option<Vec<PlaneRing>> {
        if !boundaries {
            let tile = tiles.place(data.area(area)?)?;
            // A tile is a little wider than high, as on the screen.
            let (left, top) = (f64::from(tile.column) * 1.3, f64::from(tile.row));
            let corners = vec![[left, top], [left + 1.26, top], [left + 1.26, top + 0.96], [left, top + 0.96]];
            return Some(vec![PlaneRing { corners, hole: false }]);
        }
        let geometry = &data.boundaries.of(area)?.geometry;
        let ring = |ring: &Vec<[f64; 2]>, hole| {
            let corner = |place: &[f64; 2]| {
                let [x, y] = metres.place(*place);
                [x, -y]
            };
            PlaneRing { corners: ring.iter().map(corner).collect(), hole }
        };
        let polygon = |polygon: &Polygon| {
            let holes: Vec<PlaneRing> = polygon.holes.iter().map(|hole| ring(hole, true)).collect();
            std::iter::once(ring(&polygon.outer, false)).chain(holes).collect::<Vec<_>>()
        };
        Some(geometry.polygons.iter().flat_map(polygon).collect())
    };
    let placed = areas.iter().filter_map(|(area, shape)| Some(MapShape { rings: rings(*area)?, ..shape.clone() }));
    placed.collect()
}
