//! What every picture that leaves the analysis says besides its chart: source, date, notes.

use crate::chart::{ChartSpec, Figure, MapShape, PlaneRing};
use crate::domain::{AreaId, LocalMetres, Observation, PlanningData, Polygon, Status};
use crate::text::{self, report};
use crate::ui::PanelCx;
use std::collections::BTreeMap;

/// A figure of these observations.
pub fn figure(
    cx: &PanelCx,
    title: String,
    subtitle: String,
    chart: ChartSpec,
    period: &str,
    shown: &[Observation],
) -> Figure {
    let data = &cx.snapshot.data;
    let mut notes = sign_notes(data, shown);
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

/// A footnote per sign that stands instead of a value, with the areas or indicators it stands at.
fn sign_notes(data: &PlanningData, shown: &[Observation]) -> Vec<String> {
    let one_area = shown.windows(2).all(|pair| pair[0].area == pair[1].area);
    let mut by_status: BTreeMap<&str, (Status, Vec<String>)> = BTreeMap::new();
    for observation in shown.iter().filter(|observation| observation.value.is_none()) {
        let name = if one_area {
            data.indicator(observation.indicator).map(|card| card.name.clone())
        } else {
            data.area(observation.area).map(|area| area.name.clone())
        };
        let entry = by_status.entry(text::status_reason(observation.status));
        entry.or_insert_with(|| (observation.status, Vec::new())).1.extend(name);
    }
    let note = |(status, names): (Status, Vec<String>)| {
        report::sign_note(text::status_sign(status), text::status_reason(status), &names)
    };
    by_status.into_values().map(note).collect()
}

/// The edges of areas on one plane: their boundaries, or their tiles.
pub fn shapes(data: &PlanningData, areas: &[(AreaId, MapShape)], boundaries: bool) -> Vec<MapShape> {
    let geometries = areas.iter().filter_map(|(area, _)| data.boundaries.of(*area)).map(|found| &found.geometry);
    let metres = LocalMetres::of(geometries);
    let rings = |area: AreaId| -> Option<Vec<PlaneRing>> {
        if !boundaries {
            let tile = data.area(area)?.tile?;
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
