//! The map with real boundaries. The shapes are invented: the tiles of the example with wavy borders.

use super::uebersicht::{World, window};
use super::{Stage, stage};
use aktionsplan::domain::{
    AreaId, AreaLevel, Boundaries, Boundary, CoordinateSystem, Geometry, Polygon, Position, Tile,
};
use aktionsplan::import::{draft_boundaries, propose_boundaries, read_boundaries};
use aktionsplan::jobs::Progress;
use aktionsplan::theme::Theme;
use aktionsplan::ui::dialog::BoundaryPreview;
use aktionsplan::ui::widget::area_map::{AreaMap, MapArea};
use aktionsplan::ui::widget::area_shapes::{AreaShapes, LevelShapes};
use aktionsplan::ui::{BoundaryIntent, Computed, Dialog, Intent, Section};
use egui::{Key, vec2};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

/// A number between −1 and 1 that belongs to a place.
fn wave(a: i64, b: i64, c: i64) -> f64 {
    let mixed = (a * 73_856_093) ^ (b * 19_349_663) ^ (c * 83_492_791);
    (mixed.rem_euclid(1000) as f64) / 500.0 - 1.0
}

/// A corner of the invented grid, somewhere in the North Sea.
fn corner(column: i64, row: i64) -> Position {
    [
        3.0 + 0.04 * (column as f64 + 0.24 * wave(column, row, 1)),
        56.0 - 0.024 * (row as f64 + 0.24 * wave(column, row, 2)),
    ]
}

/// The way from one corner to the next, wavy, the same from both sides.
fn side(from: (i64, i64), to: (i64, i64)) -> Vec<Position> {
    let (first, last) = (from.min(to), from.max(to));
    let (a, b) = (corner(first.0, first.1), corner(last.0, last.1));
    let mut way: Vec<Position> = (0..8)
        .map(|step| {
            let share = f64::from(step) / 8.0;
            let off =
                if step == 0 { 0.0 } else { 0.0016 * wave(first.0 + 31 * last.0, first.1 + 17 * last.1, step.into()) };
            [a[0] + share * (b[0] - a[0]) + off, a[1] + share * (b[1] - a[1]) + off * 0.6]
        })
        .collect();
    if first != from {
        way.push(b);
        way.reverse();
        way.pop();
    }
    way
}

fn invented(tile: Tile) -> Geometry {
    let (column, row) = (i64::from(tile.column), i64::from(tile.row));
    let corners = [(column, row + 1), (column + 1, row + 1), (column + 1, row), (column, row)];
    let outer: Vec<Position> = (0..4).flat_map(|at| side(corners[at], corners[(at + 1) % 4])).collect();
    Geometry { polygons: vec![Polygon { outer, holes: Vec::new() }] }
}

/// The example with invented boundaries of all ranked areas but one.
fn world(section: Section) -> World {
    let mut world = World::sample(section, "marten");
    let snapshot = Arc::make_mut(&mut world.snapshot);
    let tiles = snapshot.data.areas_of(AreaLevel::Sozialraum).filter_map(|area| Some((area.id, area.tile?)));
    let boundary = |(area, tile)| Boundary {
        area,
        geometry: invented(tile),
        system: CoordinateSystem::Geographic,
        file_name: "erfunden.geojson".into(),
        sha256: String::new(),
    };
    snapshot.data.boundaries = Boundaries::new(tiles.map(boundary).collect());
    let shapes = LevelShapes::of(&snapshot.data, &Progress::new());
    world.derived.shapes = Computed { value: Some(Arc::new(shapes)), current: true, progress: None };
    world
}

const AREAS: u8 = 20;

fn gallery(theme: Theme) -> Stage<'static, Option<AreaId>> {
    let tile = |at: u8| Tile { column: at % 5, row: at / 5 };
    let geometries: Vec<Geometry> = (0..AREAS).map(|at| invented(tile(at))).collect();
    let shapes: Vec<(AreaId, &Geometry)> = (0..).map(AreaId).zip(&geometries).collect();
    let shapes = AreaShapes::of(&shapes);
    stage(theme, [620.0, 420.0], Some(AreaId(7)), move |ui, selected| {
        let areas: Vec<MapArea> = (0..AREAS)
            .map(|at| MapArea {
                id: AreaId(at.into()),
                name: format!("Erfunden {at}"),
                tile: Some(tile(at)),
                class: (at != 12 && at != 3).then_some(usize::from(at) % 5),
                rank: (at != 12).then_some(u32::from(at) + 1),
                outlined: at % 4 == 0,
                note: "Index 1,17".to_owned(),
            })
            .collect();
        let map = AreaMap::new("Bedarfsindex", &areas, 5).selected(*selected).shapes(Some(&shapes));
        *selected = map.show(ui, vec2(600.0, 400.0)).selected.or(*selected);
    })
}

#[test]
fn an_area_is_chosen_by_click_and_left_by_arrow() {
    for (theme, name) in [(Theme::Light, "hell"), (Theme::Dark, "dunkel")] {
        let mut stage = gallery(theme);
        stage.harness.run();
        stage.picture(&format!("karte_grenzen_{name}"));
        stage.harness.get_by_label("Erfunden 11, Rang 12, Klasse 2 von 5").click();
        stage.harness.run();
        assert_eq!(*stage.harness.state(), Some(AreaId(11)));
        stage.harness.key_press(Key::ArrowRight);
        stage.harness.run();
        assert_eq!(*stage.harness.state(), Some(AreaId(12)), "an area without value is reached too");
        stage.harness.key_press(Key::ArrowUp);
        stage.harness.run();
        assert_eq!(*stage.harness.state(), Some(AreaId(7)));
    }
}

#[test]
fn overview_and_analysis_show_the_boundaries_of_the_file() {
    for (theme, name) in [(Theme::Light, "hell"), (Theme::Dark, "dunkel")] {
        let mut stage = window(theme, [1366.0, 768.0], world(Section::Uebersicht));
        stage.harness.run();
        stage.picture(&format!("uebersicht_grenzen_{name}"));
        assert!(stage.harness.query_by_label_contains("Gebietsgrenzen aus Ihrer Datei").is_some());
        assert!(stage.harness.query_by_label_contains("Schematische Kacheln").is_none());
        let mut stage = window(theme, [1366.0, 768.0], world(Section::Analyse));
        stage.harness.run();
        stage.harness.get_by_label("Karte & Zusammenhang").click();
        stage.harness.run();
        stage.picture(&format!("zusammenhang_grenzen_{name}"));
        assert!(stage.harness.query_by_label_contains("Gebietsgrenzen aus Ihrer Datei").is_some());
    }
}

/// A file in which one area is known by name, one is new and one crosses itself.
const FILE: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"nr":"1","name":"Marten"},"geometry":{"type":"Polygon","coordinates":[[[3,56],[3.1,56],[3.1,56.1],[3,56]]]}},
    {"type":"Feature","properties":{"nr":"2","name":"Erfundenes Feld"},"geometry":{"type":"Polygon","coordinates":[[[3.2,56],[3.3,56],[3.3,56.1],[3.2,56]]]}},
    {"type":"Feature","properties":{"nr":"3","name":"Schleife"},"geometry":{"type":"Polygon","coordinates":[[[4,56],[4.1,56.1],[4.1,56],[4,56.05],[4,56]]]}}]}"#;

fn with_preview(theme: Theme, level: Option<AreaLevel>) -> Stage<'static, World> {
    let mut world = World::sample(Section::Daten, "marten");
    let source = Arc::new(read_boundaries("Erfundene Räume.geojson", FILE.as_bytes(), &Progress::new()).expect("read"));
    let options = propose_boundaries(&source, &world.snapshot.data, level);
    let draft = draft_boundaries(&source, &options, &world.snapshot.data, &Progress::new()).expect("drafted");
    world.shell.ask(Dialog::Boundaries(BoundaryPreview { source, draft: Arc::new(draft) }));
    window(theme, [1366.0, 768.0], world)
}

#[test]
fn before_boundaries_are_taken_over_the_file_is_explained() {
    for (theme, name) in [(Theme::Light, "hell"), (Theme::Dark, "dunkel")] {
        let mut stage = with_preview(theme, Some(AreaLevel::Sozialraum));
        stage.harness.run();
        stage.picture(&format!("grenzen_einlesen_{name}"));
        assert!(stage.harness.query_by_label_contains("schneidet sich selbst").is_some());
        stage.harness.get_by_label("Grenzen übernehmen").click();
        stage.harness.run();
        let commit = stage.harness.state().intents.iter().find_map(|intent| match intent {
            Intent::Boundaries(BoundaryIntent::Commit(batch)) => Some(batch),
            _ => None,
        });
        let batch = commit.expect("the boundaries are wanted");
        assert_eq!((batch.boundaries.len(), batch.new_areas.len()), (2, 1));
    }
}
