//! Boundaries of areas: rings in longitude and latitude, and which file they came from.
//!
//! A project holds only boundaries that its planner has read from a file; without them the schematic tiles stand in.

use super::{Area, AreaId, AreaTarget};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A place: longitude and latitude in degrees (WGS84).
pub type Position = [f64; 2];

/// A closed line of places; the first place is not repeated at the end.
pub type Ring = Vec<Position>;

/// Metres of one degree of latitude (mean earth radius 6,371,008.8 m).
const METRES_PER_DEGREE: f64 = 111_195.079_734_6;

/// A surface with holes. The outer ring runs counter-clockwise, holes run clockwise (RFC 7946, section 3.1.6).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Polygon {
    /// The outer ring.
    pub outer: Ring,
    /// Holes in it.
    pub holes: Vec<Ring>,
}

impl Polygon {
    /// The outer ring and the holes.
    pub fn rings(&self) -> impl Iterator<Item = &Ring> {
        std::iter::once(&self.outer).chain(&self.holes)
    }

    /// Whether a place lies inside; on the edge it may be either.
    fn contains(&self, place: Position) -> bool {
        inside(&self.outer, place) && !self.holes.iter().any(|hole| inside(hole, place))
    }
}

/// The shape of an area: one polygon, or several.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Geometry {
    /// The parts.
    pub polygons: Vec<Polygon>,
}

impl Geometry {
    /// All rings of all parts.
    pub fn rings(&self) -> impl Iterator<Item = &Ring> {
        self.polygons.iter().flat_map(Polygon::rings)
    }

    /// Number of corners.
    pub fn corners(&self) -> usize {
        self.rings().map(Vec::len).sum()
    }

    /// Smallest and greatest longitude and latitude; none of nothing.
    pub fn bounds(&self) -> Option<(Position, Position)> {
        let mut places = self.polygons.iter().flat_map(|polygon| &polygon.outer);
        let first = *places.next()?;
        Some(places.fold((first, first), |(low, high), place| {
            ([low[0].min(place[0]), low[1].min(place[1])], [high[0].max(place[0]), high[1].max(place[1])])
        }))
    }

    /// Whether a place lies inside; on the edge it may be either.
    pub fn contains(&self, place: Position) -> bool {
        self.polygons.iter().any(|polygon| polygon.contains(place))
    }

    /// The centre of gravity; it may lie outside of a bent area.
    pub fn centroid(&self) -> Option<Position> {
        let (low, high) = self.bounds()?;
        let origin = [f64::midpoint(low[0], high[0]), f64::midpoint(low[1], high[1])];
        let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
        for ring in self.rings() {
            for (from, to) in edges(ring) {
                let (ax, ay) = (from[0] - origin[0], from[1] - origin[1]);
                let (bx, by) = (to[0] - origin[0], to[1] - origin[1]);
                let cross = ax * by - bx * ay;
                area += cross;
                x += (ax + bx) * cross;
                y += (ay + by) * cross;
            }
        }
        Some(if area > 0.0 { [origin[0] + x / (3.0 * area), origin[1] + y / (3.0 * area)] } else { origin })
    }

    /// A place well inside: the middle of the longest stretch of a line across the middle of the greatest part.
    pub fn inner_place(&self) -> Option<Position> {
        let size = |polygon: &Polygon| polygon.rings().map(doubled_area).sum::<f64>();
        let greatest = self.polygons.iter().max_by(|a, b| size(a).total_cmp(&size(b)))?;
        let (low, high) =
            Geometry { polygons: vec![Polygon { outer: greatest.outer.clone(), holes: Vec::new() }] }.bounds()?;
        // A line through a corner would meet two edges at once; three lines, one of which meets none.
        [0.5, 0.467, 0.551].into_iter().find_map(|share| stretch(greatest, low[1] + share * (high[1] - low[1])))
    }
}

/// The middle of the longest stretch of a parallel inside a polygon.
fn stretch(polygon: &Polygon, latitude: f64) -> Option<Position> {
    let mut crossings: Vec<f64> = polygon
        .rings()
        .flat_map(edges)
        .filter(|(from, to)| (from[1] > latitude) != (to[1] > latitude))
        .map(|(from, to)| from[0] + (latitude - from[1]) / (to[1] - from[1]) * (to[0] - from[0]))
        .collect();
    crossings.sort_unstable_by(f64::total_cmp);
    let pairs = crossings.chunks_exact(2);
    let longest = pairs.max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])))?;
    Some([f64::midpoint(longest[0], longest[1]), latitude])
}

/// The edges of a ring, the closing one included.
pub fn edges(ring: &Ring) -> impl Iterator<Item = (Position, Position)> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

/// Twice the area that a ring encloses, in square degrees; positive if it runs counter-clockwise.
pub fn doubled_area(ring: &Ring) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let from_origin = |place: Position| (place[0] - origin[0], place[1] - origin[1]);
    edges(ring)
        .map(|(from, to)| {
            let ((ax, ay), (bx, by)) = (from_origin(from), from_origin(to));
            ax * by - bx * ay
        })
        .sum()
}

/// Whether a place lies inside a ring (crossing number, Shimrat 1962).
pub fn inside(ring: &Ring, place: Position) -> bool {
    let crossings = edges(ring).filter(|(from, to)| {
        (from[1] > place[1]) != (to[1] > place[1])
            && place[0] < from[0] + (place[1] - from[1]) / (to[1] - from[1]) * (to[0] - from[0])
    });
    crossings.count() % 2 == 1
}

/// A flat picture of a city: degrees to metres east and north of a reference latitude (equirectangular, which over a
/// city is true to about a thousandth).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LocalMetres {
    /// Metres of one degree of longitude.
    per_longitude: f64,
}

impl LocalMetres {
    /// The picture that is true at the middle latitude of these shapes.
    pub fn of<'a>(geometries: impl Iterator<Item = &'a Geometry>) -> LocalMetres {
        let bounds = geometries.filter_map(Geometry::bounds);
        let (low, high) = bounds
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (from, to)| (low.min(from[1]), high.max(to[1])));
        let middle = if low > high { 0.0 } else { f64::midpoint(low, high) };
        LocalMetres { per_longitude: METRES_PER_DEGREE * middle.to_radians().cos() }
    }

    /// Metres east of Greenwich and north of the equator, by the scale of the reference latitude.
    pub fn place(self, place: Position) -> [f64; 2] {
        [place[0] * self.per_longitude, place[1] * METRES_PER_DEGREE]
    }
}

/// How the coordinates of a boundary file were measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoordinateSystem {
    /// Longitude and latitude, WGS84 or ETRS89 (EPSG:4326, EPSG:4258, CRS84).
    Geographic,
    /// ETRS89 / UTM zone 32N (EPSG:25832).
    Utm32,
    /// The same with the zone before the easting (EPSG:4647).
    Utm32WithZone,
    /// ETRS89 / UTM zone 33N (EPSG:25833).
    Utm33,
    /// DHDN / Gauß-Krüger zone 2 (EPSG:31466).
    GaussKrueger2,
    /// DHDN / Gauß-Krüger zone 3 (EPSG:31467).
    GaussKrueger3,
    /// Web Mercator (EPSG:3857).
    WebMercator,
}

impl CoordinateSystem {
    /// All systems.
    pub const ALL: [CoordinateSystem; 7] = [
        CoordinateSystem::Geographic,
        CoordinateSystem::Utm32,
        CoordinateSystem::Utm32WithZone,
        CoordinateSystem::Utm33,
        CoordinateSystem::GaussKrueger2,
        CoordinateSystem::GaussKrueger3,
        CoordinateSystem::WebMercator,
    ];
}

/// The boundary of an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundary {
    /// Whose boundary it is.
    pub area: AreaId,
    /// The shape.
    pub geometry: Geometry,
    /// How the file had measured it.
    pub system: CoordinateSystem,
    /// Name of the file without folder.
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
}

/// The boundaries of a project, by area. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boundaries {
    list: Arc<Vec<Boundary>>,
}

impl Boundaries {
    /// Boundaries in any order.
    pub fn new(mut list: Vec<Boundary>) -> Boundaries {
        list.sort_by_key(|boundary| boundary.area);
        Boundaries { list: Arc::new(list) }
    }

    /// Whether both are the same list: what was made of it need not be made anew.
    pub fn is_same(&self, other: &Boundaries) -> bool {
        Arc::ptr_eq(&self.list, &other.list)
    }

    /// The boundary of an area.
    pub fn of(&self, area: AreaId) -> Option<&Boundary> {
        let at = self.list.binary_search_by_key(&area, |boundary| boundary.area).ok()?;
        self.list.get(at)
    }

    /// All boundaries, by area.
    pub fn iter(&self) -> impl Iterator<Item = &Boundary> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether the project has none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// Boundaries that are ready to be written: what the import layer hands to the project.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundaryBatch {
    /// File name without folder.
    pub file_name: String,
    /// SHA-256 of the original bytes, hexadecimal.
    pub sha256: String,
    /// How the file had measured them.
    pub system: CoordinateSystem,
    /// Areas to create first; `AreaId(-1 - index)` as parent means an earlier one of the list.
    pub new_areas: Vec<Area>,
    /// Whose boundaries are set, and how they run.
    pub boundaries: Vec<(AreaTarget, Geometry)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(west: f64, south: f64, size: f64) -> Ring {
        vec![[west, south], [west + size, south], [west + size, south + size], [west, south + size]]
    }

    fn with_hole() -> Geometry {
        let mut hole = square(1.0, 1.0, 2.0);
        hole.reverse();
        Geometry { polygons: vec![Polygon { outer: square(0.0, 0.0, 4.0), holes: vec![hole] }] }
    }

    #[test]
    fn a_hole_is_outside() {
        let geometry = with_hole();
        assert!(geometry.contains([0.5, 2.0]) && !geometry.contains([2.0, 2.0]) && !geometry.contains([5.0, 2.0]));
        let inner = geometry.inner_place().unwrap();
        assert!(geometry.contains(inner), "{inner:?}");
    }

    #[test]
    fn the_centre_of_gravity_counts_holes() {
        // By hand: (16 · 2 − 1 · 0.5) / 15 for a hole of area 1 about (0.5, 0.5).
        let mut hole = square(0.0, 0.0, 1.0);
        hole.reverse();
        let geometry = Geometry { polygons: vec![Polygon { outer: square(0.0, 0.0, 4.0), holes: vec![hole] }] };
        let [x, y] = geometry.centroid().unwrap();
        assert!((x - 2.1).abs() < 1e-12 && (y - 2.1).abs() < 1e-12, "{x} {y}");
    }

    #[test]
    fn a_bent_area_has_an_inner_place() {
        let bent: Ring =
            vec![[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0], [0.0, 3.0], [3.0, 3.0], [3.0, 1.0], [0.0, 1.0]];
        let geometry = Geometry { polygons: vec![Polygon { outer: bent, holes: Vec::new() }] };
        assert!(geometry.contains(geometry.inner_place().unwrap()));
    }

    #[test]
    fn the_direction_of_a_ring_is_the_sign_of_its_area() {
        let mut ring = square(7.0, 51.0, 0.5);
        assert!((doubled_area(&ring) - 0.5).abs() < 1e-12);
        ring.reverse();
        assert!((doubled_area(&ring) + 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_degree_of_longitude_is_shorter_in_the_north() {
        let geometry = Geometry { polygons: vec![Polygon { outer: square(7.0, 59.5, 1.0), holes: Vec::new() }] };
        let metres = LocalMetres::of(std::iter::once(&geometry));
        let [west, _] = metres.place([7.0, 60.0]);
        let [east, _] = metres.place([8.0, 60.0]);
        assert!(((east - west) / METRES_PER_DEGREE - 0.5).abs() < 1e-9);
    }
}
