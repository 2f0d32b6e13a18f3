//! Which shapes touch: corners and edges sought in a grid, with a snapping tolerance.

use super::neighbours::Neighbours;
use crate::domain::{Geometry, LocalMetres, edges};
use rayon::prelude::*;

/// Cells along one side of the grid, at most.
const MOST_CELLS: usize = 1024;

/// An edge of an area, in metres.
#[derive(Clone, Copy)]
struct Edge {
    from: [f64; 2],
    to: [f64; 2],
    area: u32,
}

/// Pairs of areas whose borders come closer than the tolerance (metres): in a place, or along a stretch longer than the
/// tolerance.
pub(super) fn touching(geometries: &[&Geometry], metres: LocalMetres, tolerance: f64, stretch: bool) -> Neighbours {
    let edges: Vec<Edge> = (0_u32..)
        .zip(geometries)
        .flat_map(|(area, geometry)| geometry.rings().flat_map(edges).map(move |edge| (area, edge)))
        .map(|(area, (from, to))| Edge { from: metres.place(from), to: metres.place(to), area })
        .collect();
    let grid = Grid::new(&edges, tolerance);
    let pairs = if stretch { along(&edges, &grid, tolerance) } else { meeting(&edges, &grid, tolerance) };
    let both = pairs.into_iter().flat_map(|(a, b)| [(a, b), (b, a)]).collect();
    Neighbours::from_pairs(geometries.len(), both)
}

/// Corners that one task looks at.
const CORNERS: usize = 4096;

/// Pairs of areas of which one has a corner on the border of the other. Each task names a pair once.
fn meeting(edges: &[Edge], grid: &Grid, tolerance: f64) -> Vec<(u32, u32)> {
    let meeting = |corners: &[Edge]| {
        let near = |corner: &Edge| {
            let own = corner.area;
            grid.near(edges, corner.from, own, tolerance).map(move |(_, area)| (own.min(area), own.max(area)))
        };
        let mut pairs: Vec<(u32, u32)> = corners.iter().flat_map(near).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    };
    edges.par_chunks(CORNERS).flat_map_iter(meeting).collect()
}

/// Every corner, and the edge of another area that it lies on; by edge.
fn contacts(edges: &[Edge], grid: &Grid, tolerance: f64) -> Vec<(u32, u32)> {
    let near = |at: usize| {
        let corner = edges[at];
        grid.near(edges, corner.from, corner.area, tolerance).map(move |(edge, _)| (edge, at as u32))
    };
    let mut contacts: Vec<(u32, u32)> = (0..edges.len()).into_par_iter().flat_map_iter(near).collect();
    contacts.par_sort_unstable();
    contacts
}

/// Pairs that share a stretch: each edge is cut at the corners that lie on it; a piece whose middle lies on the border
/// of another area belongs to both.
fn along(edges: &[Edge], grid: &Grid, tolerance: f64) -> Vec<(u32, u32)> {
    let contacts = contacts(edges, grid, tolerance);
    let touches: Vec<std::ops::Range<usize>> = {
        let mut ranges = vec![0..0; edges.len()];
        let mut start = 0;
        for group in contacts.chunk_by(|a, b| a.0 == b.0) {
            ranges[group[0].0 as usize] = start..start + group.len();
            start += group.len();
        }
        ranges
    };
    (0..edges.len())
        .into_par_iter()
        .flat_map_iter(|at| {
            let edge = edges[at];
            let corners = contacts[touches[at].clone()].iter().map(|&(_, corner)| edges[corner as usize].from);
            let mut cuts: Vec<f64> = corners.map(|corner| share_along(&edge, corner)).chain([0.0, 1.0]).collect();
            cuts.sort_unstable_by(f64::total_cmp);
            let length = length_squared(&edge).sqrt();
            let pieces = cuts.windows(2).filter(|cut| (cut[1] - cut[0]) * length > tolerance);
            let middles: Vec<[f64; 2]> = pieces.map(|cut| at_share(&edge, f64::midpoint(cut[0], cut[1]))).collect();
            let found = middles.into_iter().flat_map(|middle| {
                grid.near(edges, middle, edge.area, tolerance).map(|(_, area)| area).collect::<Vec<u32>>()
            });
            found.map(|other| (edge.area, other)).collect::<Vec<_>>()
        })
        .collect()
}

fn length_squared(edge: &Edge) -> f64 {
    let way = [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]];
    way[0] * way[0] + way[1] * way[1]
}

/// Where along an edge a place lies, from 0 to 1.
fn share_along(edge: &Edge, place: [f64; 2]) -> f64 {
    let way = [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]];
    let along = (place[0] - edge.from[0]) * way[0] + (place[1] - edge.from[1]) * way[1];
    let whole = length_squared(edge);
    if whole > 0.0 { (along / whole).clamp(0.0, 1.0) } else { 0.0 }
}

fn at_share(edge: &Edge, share: f64) -> [f64; 2] {
    [edge.from[0] + share * (edge.to[0] - edge.from[0]), edge.from[1] + share * (edge.to[1] - edge.from[1])]
}

fn distance_squared(edge: &Edge, place: [f64; 2]) -> f64 {
    let foot = at_share(edge, share_along(edge, place));
    (foot[0] - place[0]) * (foot[0] - place[0]) + (foot[1] - place[1]) * (foot[1] - place[1])
}

/// Edges by the cells that they pass, in compressed rows.
struct Grid {
    low: [f64; 2],
    cell: f64,
    columns: usize,
    rows: usize,
    offsets: Vec<u32>,
    edges: Vec<u32>,
}

impl Grid {
    fn new(edges: &[Edge], tolerance: f64) -> Grid {
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for edge in edges {
            for axis in 0..2 {
                low[axis] = low[axis].min(edge.from[axis]);
                high[axis] = high[axis].max(edge.from[axis]);
            }
        }
        let size = [(high[0] - low[0]).max(1.0), (high[1] - low[1]).max(1.0)];
        let wanted = (size[0] * size[1] / edges.len().max(1) as f64).sqrt();
        let smallest = size[0].max(size[1]) / MOST_CELLS as f64;
        let cell = wanted.max(smallest).max(4.0 * tolerance);
        let cells = |axis: usize| (size[axis] / cell) as usize + 1;
        let mut grid = Grid { low, cell, columns: cells(0), rows: cells(1), offsets: Vec::new(), edges: Vec::new() };
        grid.fill(edges, tolerance);
        grid
    }

    fn fill(&mut self, edges: &[Edge], tolerance: f64) {
        let mut counts = vec![0_u32; self.columns * self.rows + 1];
        for edge in edges {
            self.cells(edge, tolerance, |cell| counts[cell + 1] += 1);
        }
        for cell in 1..counts.len() {
            counts[cell] += counts[cell - 1];
        }
        self.offsets = counts.clone();
        let mut places = vec![0; *counts.last().unwrap_or(&0) as usize];
        for (number, edge) in (0_u32..).zip(edges) {
            self.cells(edge, tolerance, |cell| {
                places[counts[cell] as usize] = number;
                counts[cell] += 1;
            });
        }
        self.edges = places;
    }

    /// The cells that an edge passes, row by row, widened by the tolerance.
    fn cells(&self, edge: &Edge, tolerance: f64, mut visit: impl FnMut(usize)) {
        let column = |x: f64| (((x - self.low[0]) / self.cell) as usize).min(self.columns - 1);
        let row = |y: f64| (((y - self.low[1]) / self.cell) as usize).min(self.rows - 1);
        let (bottom, top) = (edge.from[1].min(edge.to[1]) - tolerance, edge.from[1].max(edge.to[1]) + tolerance);
        let (lowest, highest) = (row(bottom), row(top));
        for row in lowest..=highest {
            let (west, east) = if lowest == highest {
                (edge.from[0].min(edge.to[0]), edge.from[0].max(edge.to[0]))
            } else {
                let (south, north) = (self.low[1] + row as f64 * self.cell, self.low[1] + (row + 1) as f64 * self.cell);
                span(edge, south - tolerance, north + tolerance)
            };
            for column in column(west - tolerance)..=column(east + tolerance) {
                visit(row * self.columns + column);
            }
        }
    }

    /// The edges of other areas that come closer to a place than the tolerance, each with its area.
    fn near<'a>(
        &'a self,
        edges: &'a [Edge],
        place: [f64; 2],
        own: u32,
        tolerance: f64,
    ) -> impl Iterator<Item = (u32, u32)> + use<'a> {
        let column = (((place[0] - self.low[0]) / self.cell) as usize).min(self.columns - 1);
        let row = (((place[1] - self.low[1]) / self.cell) as usize).min(self.rows - 1);
        let cell = row * self.columns + column;
        let here = &self.edges[self.offsets[cell] as usize..self.offsets[cell + 1] as usize];
        here.iter()
            .map(move |&number| (number, &edges[number as usize]))
            .filter(move |(_, edge)| edge.area != own && distance_squared(edge, place) <= tolerance * tolerance)
            .map(|(number, edge)| (number, edge.area))
    }
}

/// West and east end of the part of an edge between two parallels.
fn span(edge: &Edge, south: f64, north: f64) -> (f64, f64) {
    let rise = edge.to[1] - edge.from[1];
    let at =
        |latitude: f64| edge.from[0] + ((latitude - edge.from[1]) / rise).clamp(0.0, 1.0) * (edge.to[0] - edge.from[0]);
    // A level edge lies in the row as a whole.
    let (a, b) = if rise.abs() < 1e-9 { (edge.from[0], edge.to[0]) } else { (at(south), at(north)) };
    (a.min(b), a.max(b))
}
