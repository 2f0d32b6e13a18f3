//! Real boundaries on a map: triangles, outlines and inner places, made once per geometry and placed once per size.

use crate::domain::{AreaId, AreaLevel, Geometry, LocalMetres, PlanningData, Position};
use crate::jobs::{Cancelled, Progress};
use earcut::Earcut;
use egui::{Color32, Mesh, Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashMap;

/// Corners that lie closer on the screen than this, in points, are drawn as one.
const FINENESS: f32 = 0.7;
/// Distance of hatch lines.
const PITCH: f32 = 6.0;

/// The shapes of some areas on a plane from (0, 0) in the north-west, the longer side of which is 1.
#[derive(Debug)]
pub struct AreaShapes {
    shapes: Vec<AreaShape>,
    rows: HashMap<AreaId, usize>,
    size: Vec2,
}

/// One area.
#[derive(Debug)]
struct AreaShape {
    area: AreaId,
    corners: Vec<Pos2>,
    triangles: Vec<u32>,
    rings: Vec<std::ops::Range<usize>>,
    bounds: Rect,
    inner: Pos2,
}

/// The shapes of each level that is shown by its boundaries. Making them takes a moment: done once per file, beside the
/// window.
#[derive(Debug, Default)]
pub struct LevelShapes {
    levels: Vec<(AreaLevel, AreaShapes)>,
}

impl LevelShapes {
    /// The shapes of all levels. A level stays with its tiles if none of its areas has a boundary, or if more of them
    /// have a tile.
    ///
    /// # Errors
    /// A cancel.
    pub fn of(data: &PlanningData, progress: &Progress) -> Result<LevelShapes, Cancelled> {
        let mut levels = Vec::new();
        for level in AreaLevel::ALL {
            progress.check()?;
            let tiles = data.areas_of(level).filter(|area| area.tile.is_some()).count();
            let with_shape: Vec<(AreaId, &Geometry)> = data
                .areas_of(level)
                .filter_map(|area| Some((area.id, &data.boundaries.of(area.id)?.geometry)))
                .collect();
            if !with_shape.is_empty() && with_shape.len() >= tiles {
                levels.push((level, AreaShapes::of(&with_shape)));
            }
        }
        Ok(LevelShapes { levels })
    }

    /// The shapes of a level, where real boundaries are shown.
    pub fn of_level(&self, level: AreaLevel) -> Option<&AreaShapes> {
        self.levels.iter().find(|(at, _)| *at == level).map(|(_, shapes)| shapes)
    }
}

impl AreaShapes {
    /// Triangulates shapes and lays them on one plane.
    pub fn of(areas: &[(AreaId, &Geometry)]) -> AreaShapes {
        let metres = LocalMetres::of(areas.iter().map(|(_, geometry)| *geometry));
        let corners =
            areas.iter().flat_map(|(_, geometry)| geometry.rings().flatten()).map(|place| metres.place(*place));
        let (low, high) = corners.fold(([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]), |(low, high), place| {
            ([low[0].min(place[0]), low[1].min(place[1])], [high[0].max(place[0]), high[1].max(place[1])])
        });
        let (width, height) = (high[0] - low[0], high[1] - low[1]);
        let scale = 1.0 / width.max(height).max(1.0);
        #[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
        let project = |place: Position| {
            let [x, y] = metres.place(place);
            pos2(((x - low[0]) * scale) as f32, ((high[1] - y) * scale) as f32)
        };
        #[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
        let size = vec2((width * scale) as f32, (height * scale) as f32);
        let shape = |(area, shape): &(AreaId, &Geometry)| AreaShape::of(*area, shape, &project);
        let shapes: Vec<AreaShape> = areas.iter().filter_map(shape).collect();
        let rows = shapes.iter().enumerate().map(|(row, shape)| (shape.area, row)).collect();
        AreaShapes { shapes, rows, size }
    }

    /// The area at a place of the screen, if one is there.
    pub(super) fn at(&self, frame: &MapFrame, place: Pos2) -> Option<AreaId> {
        let place = frame.plane(place);
        self.shapes.iter().find(|shape| shape.contains(place)).map(|shape| shape.area)
    }

    /// Where the plane stands inside a rectangle.
    pub(super) fn frame(&self, rect: Rect) -> MapFrame {
        let scale = (rect.width() / self.size.x.max(1e-6)).min(rect.height() / self.size.y.max(1e-6));
        let placed = Rect::from_center_size(rect.center(), self.size * scale);
        MapFrame { left_top: placed.min.floor(), scale }
    }

    /// A place inside of an area, on the screen, and how much room is around it.
    pub(super) fn inner(&self, frame: &MapFrame, area: AreaId) -> Option<(Pos2, Vec2)> {
        let shape = self.shape(area)?;
        Some((frame.screen(shape.inner), shape.bounds.size() * frame.scale))
    }

    /// The inner place of an area on the plane.
    pub(super) fn place(&self, area: AreaId) -> Option<Pos2> {
        self.shape(area).map(|shape| shape.inner)
    }

    fn shape(&self, area: AreaId) -> Option<&AreaShape> {
        self.shapes.get(*self.rows.get(&area)?)
    }

    /// Everything that is filled, as one mesh.
    pub(super) fn mesh(&self, frame: &MapFrame, color: impl Fn(AreaId) -> Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for shape in &self.shapes {
            #[expect(clippy::cast_possible_truncation, reason = "the import takes far fewer corners")]
            let first = mesh.vertices.len() as u32;
            let color = color(shape.area);
            shape.corners.iter().for_each(|corner| mesh.colored_vertex(frame.screen(*corner), color));
            mesh.indices.extend(shape.triangles.iter().map(|corner| first + corner));
        }
        mesh
    }

    /// The outlines of an area, as fine as the screen shows them.
    pub(super) fn outlines(&self, frame: &MapFrame, area: AreaId) -> Vec<Vec<Pos2>> {
        let Some(shape) = self.shape(area) else { return Vec::new() };
        shape
            .rings
            .iter()
            .map(|ring| simplified(shape.corners[ring.clone()].iter().map(|c| frame.screen(*c))))
            .collect()
    }

    /// Diagonal lines inside of an area.
    pub(super) fn hatch(&self, frame: &MapFrame, area: AreaId) -> Vec<[Pos2; 2]> {
        let rings = self.outlines(frame, area);
        let diagonal = |place: &Pos2| place.x + place.y;
        let all = || rings.iter().flatten().map(diagonal);
        let (low, high) = all().fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)));
        let mut lines = Vec::new();
        let mut at = (low / PITCH).ceil() * PITCH;
        while at < high {
            let mut crossings: Vec<Pos2> = rings.iter().flat_map(|ring| crossings(ring, at)).collect();
            crossings.sort_by(|a, b| a.x.total_cmp(&b.x));
            lines.extend(crossings.chunks_exact(2).map(|pair| [pair[0], pair[1]]));
            at += PITCH;
        }
        lines
    }

    /// The areas, in the order of the boundaries.
    pub(super) fn areas(&self) -> impl Iterator<Item = AreaId> {
        self.shapes.iter().map(|shape| shape.area)
    }
}

impl AreaShape {
    fn of(area: AreaId, geometry: &Geometry, project: &impl Fn(Position) -> Pos2) -> Option<AreaShape> {
        let inner = project(geometry.inner_place().or_else(|| geometry.centroid())?);
        let (mut corners, mut triangles, mut rings) = (Vec::<Pos2>::new(), Vec::new(), Vec::new());
        let mut earcut = Earcut::new();
        let mut found: Vec<u32> = Vec::new();
        for polygon in &geometry.polygons {
            let first = corners.len();
            let mut holes: Vec<u32> = Vec::new();
            for ring in polygon.rings() {
                let start = corners.len();
                #[expect(clippy::cast_possible_truncation, reason = "the import takes far fewer corners")]
                if start > first {
                    holes.push((start - first) as u32);
                }
                corners.extend(ring.iter().map(|place| project(*place)));
                rings.push(start..corners.len());
            }
            let places: Vec<[f32; 2]> = corners[first..].iter().map(|corner| [corner.x, corner.y]).collect();
            earcut.earcut_slice(&places, &holes, &mut found);
            #[expect(clippy::cast_possible_truncation, reason = "the import takes far fewer corners")]
            triangles.extend(found.iter().map(|corner| first as u32 + corner));
        }
        let bounds = Rect::from_points(&corners);
        Some(AreaShape { area, corners, triangles, rings, bounds, inner })
    }

    fn contains(&self, place: Pos2) -> bool {
        let corner = |at: u32| self.corners[at as usize];
        self.bounds.contains(place)
            && self.triangles.chunks_exact(3).any(|t| in_triangle(place, corner(t[0]), corner(t[1]), corner(t[2])))
    }
}

/// Where the plane stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MapFrame {
    left_top: Pos2,
    scale: f32,
}

impl MapFrame {
    fn screen(&self, place: Pos2) -> Pos2 {
        self.left_top + place.to_vec2() * self.scale
    }

    fn plane(&self, place: Pos2) -> Pos2 {
        ((place - self.left_top) / self.scale).to_pos2()
    }
}

fn in_triangle(place: Pos2, a: Pos2, b: Pos2, c: Pos2) -> bool {
    let side = |from: Pos2, to: Pos2| (to.x - from.x) * (place.y - from.y) - (to.y - from.y) * (place.x - from.x);
    let sides = [side(a, b), side(b, c), side(c, a)];
    sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
}

fn simplified(corners: impl Iterator<Item = Pos2>) -> Vec<Pos2> {
    let mut kept: Vec<Pos2> = Vec::new();
    for corner in corners {
        if kept.last().is_none_or(|last| last.distance(corner) >= FINENESS) {
            kept.push(corner);
        }
    }
    kept
}

/// Where a ring crosses the diagonal x + y = `at`.
fn crossings(ring: &[Pos2], at: f32) -> Vec<Pos2> {
    let next = ring.iter().cycle().skip(1);
    let edges = ring.iter().zip(next);
    let crossing = |(from, to): (&Pos2, &Pos2)| {
        let (here, there) = (from.x + from.y - at, to.x + to.y - at);
        ((here > 0.0) != (there > 0.0)).then(|| from.lerp(*to, here / (here - there)))
    };
    edges.filter_map(crossing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Polygon;

    fn with_hole() -> Geometry {
        let square = |from: f64, to: f64| vec![[from, from], [to, from], [to, to], [from, to]];
        let mut hole = square(0.04, 0.06);
        hole.reverse();
        Geometry { polygons: vec![Polygon { outer: square(0.0, 0.1), holes: vec![hole] }] }
    }

    #[test]
    fn a_pointer_in_a_hole_meets_no_area() {
        let geometry = with_hole();
        let shapes = AreaShapes::of(&[(AreaId(7), &geometry)]);
        let frame = shapes.frame(Rect::from_min_size(pos2(10.0, 20.0), vec2(100.0, 100.0)));
        assert_eq!(shapes.at(&frame, pos2(20.0, 30.0)), Some(AreaId(7)));
        assert_eq!(shapes.at(&frame, pos2(60.0, 70.0)), None);
        assert_eq!(shapes.at(&frame, pos2(5.0, 5.0)), None);
    }

    #[test]
    fn the_triangles_cover_the_area_without_its_hole() {
        let geometry = with_hole();
        let shapes = AreaShapes::of(&[(AreaId(1), &geometry)]);
        let mesh = shapes.mesh(&shapes.frame(Rect::from_min_size(Pos2::ZERO, vec2(100.0, 100.0))), |_| Color32::WHITE);
        let corner = |at: u32| mesh.vertices[at as usize].pos;
        let doubled = |t: &[u32]| {
            let (a, b, c) = (corner(t[0]), corner(t[1]), corner(t[2]));
            ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).abs()
        };
        let area: f32 = mesh.indices.chunks_exact(3).map(doubled).sum::<f32>() / 2.0;
        assert!((area - 9_600.0).abs() < 5.0, "{area}");
    }

    #[test]
    fn hatch_lines_stop_at_the_border_and_at_the_hole() {
        let geometry = with_hole();
        let shapes = AreaShapes::of(&[(AreaId(1), &geometry)]);
        let frame = shapes.frame(Rect::from_min_size(Pos2::ZERO, vec2(100.0, 100.0)));
        for [from, to] in shapes.hatch(&frame, AreaId(1)) {
            assert!(shapes.at(&frame, from.lerp(to, 0.5)) == Some(AreaId(1)), "{from:?} {to:?}");
        }
    }
}
