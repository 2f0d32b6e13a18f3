//! Whether the areas of a level lie side by side: surfaces that two of them claim, and surfaces between them that none
//! does.
//!
//! The shapes are laid on a grid of at most a thousand cells a side, row by row between the crossings of their edges.
//! Slivers between borders that were drawn twice are thinner than a cell and are not reported.

use crate::domain::{Geometry, Position};
use crate::jobs::{Cancelled, Progress};
use std::collections::BTreeMap;

/// Cells on the longer side of the grid.
const CELLS: f64 = 1000.0;
/// Fewest cells of an overlap or a gap that is reported.
const FEWEST: usize = 12;
/// Smallest share of the smaller area that an overlap takes.
const SHARE: f64 = 0.01;
/// Kilometres from one degree of latitude to the next.
const DEGREE_KM: f64 = 111.195;
/// A cell of no area.
const FREE: u32 = u32::MAX;

/// A surface that two areas claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Overlap {
    /// Places of both areas in the list.
    pub areas: (usize, usize),
    /// Surface in square kilometres, as fine as the grid.
    pub square_km: f64,
    /// A place in it.
    pub place: Position,
}

/// A surface between the areas that none of them holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Gap {
    /// Surface in square kilometres, as fine as the grid.
    pub square_km: f64,
    /// A place in it.
    pub place: Position,
}

/// Overlaps and gaps of the areas of one level, the greatest first.
///
/// # Errors
/// A cancel.
pub(super) fn coverage(shapes: &[&Geometry], progress: &Progress) -> Result<(Vec<Overlap>, Vec<Gap>), Cancelled> {
    let Some(mut grid) = Grid::around(shapes) else { return Ok((Vec::new(), Vec::new())) };
    let mut sizes = vec![0usize; shapes.len()];
    let mut shared: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for (number, shape) in shapes.iter().enumerate() {
        progress.check()?;
        grid.lay(shape, |cell, owner| {
            sizes[number] += 1;
            match *owner {
                #[expect(clippy::cast_possible_truncation, reason = "the import takes far fewer areas")]
                FREE => *owner = number as u32,
                first if first as usize != number => {
                    shared.entry((first as usize, number)).or_insert((0, cell)).0 += 1;
                }
                _ => {}
            }
        });
    }
    #[expect(clippy::cast_precision_loss, reason = "at most a million cells")]
    let counts = |(first, second): (usize, usize), cells: usize| {
        cells >= FEWEST && cells as f64 >= SHARE * sizes[first].min(sizes[second]) as f64
    };
    let overlaps = shared.into_iter().filter(|(areas, (cells, _))| counts(*areas, *cells));
    let overlap = |(areas, (cells, cell))| Overlap { areas, square_km: grid.square_km(cells), place: grid.place(cell) };
    let mut overlaps: Vec<Overlap> = overlaps.map(overlap).collect();
    overlaps.sort_by(|one, other| other.square_km.total_cmp(&one.square_km).then(one.areas.cmp(&other.areas)));
    progress.check()?;
    Ok((overlaps, grid.gaps()))
}

/// Cells with the first area that claims each.
struct Grid {
    west: f64,
    north: f64,
    /// Size of a cell in degrees, across and down.
    cell: [f64; 2],
    columns: usize,
    rows: usize,
    owners: Vec<u32>,
}

impl Grid {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a thousand cells a side")]
    fn around(shapes: &[&Geometry]) -> Option<Grid> {
        let corners = || shapes.iter().flat_map(|shape| shape.rings().flatten());
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for corner in corners() {
            for axis in 0..2 {
                low[axis] = low[axis].min(corner[axis]);
                high[axis] = high[axis].max(corner[axis]);
            }
        }
        let narrow = f64::midpoint(low[1], high[1]).to_radians().cos().max(0.01);
        let size = [(high[0] - low[0]) * narrow, high[1] - low[1]];
        let side = size[0].max(size[1]) / CELLS;
        if shapes.len() < 2 || !side.is_finite() || side <= 0.0 {
            return None;
        }
        let count = |axis: usize| ((size[axis] / side).ceil() as usize).max(1);
        let (columns, rows) = (count(0), count(1));
        Some(Grid {
            west: low[0],
            north: high[1],
            cell: [side / narrow, side],
            columns,
            rows,
            owners: vec![FREE; columns * rows],
        })
    }

    /// Hands each cell whose centre lies inside of a shape, with its owner so far.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "places on a grid of a thousand cells a side"
    )]
    fn lay(&mut self, shape: &Geometry, mut take: impl FnMut(usize, &mut u32)) {
        let mut crossings: Vec<(usize, f64)> = Vec::new();
        let height_of = |latitude: f64| (self.north - latitude) / self.cell[1] - 0.5;
        for ring in shape.rings() {
            for (here, there) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let (a, b) = (height_of(here[1]), height_of(there[1]));
                // A row is crossed where its centre lies from the upper end on and before the lower one.
                let (from, to) = (a.min(b).ceil().max(0.0), a.max(b).ceil().min(self.rows as f64));
                let mut row = from;
                while row < to {
                    let share = (row - a) / (b - a);
                    let longitude = here[0] + share * (there[0] - here[0]);
                    crossings.push((row as usize, (longitude - self.west) / self.cell[0] - 0.5));
                    row += 1.0;
                }
            }
        }
        crossings.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
        for pair in crossings.chunks_exact(2) {
            let (row, [from, to]) =
                (pair[0].0, [pair[0].1, pair[1].1].map(|x| x.ceil().clamp(0.0, self.columns as f64)));
            for column in from as usize..to as usize {
                let cell = row * self.columns + column;
                take(cell, &mut self.owners[cell]);
            }
        }
    }

    /// Free cells that cannot be reached from outside, in connected pieces.
    fn gaps(&self) -> Vec<Gap> {
        let mut seen: Vec<bool> = self.owners.iter().map(|owner| *owner != FREE).collect();
        let (last_row, last_column) = (self.rows - 1, self.columns - 1);
        for cell in 0..self.owners.len() {
            let (row, column) = (cell / self.columns, cell % self.columns);
            if row == 0 || column == 0 || row == last_row || column == last_column {
                self.flood(cell, &mut seen);
            }
        }
        let mut gaps: Vec<(usize, usize)> = (0..self.owners.len())
            .filter_map(|cell| {
                let size = self.flood(cell, &mut seen);
                (size >= FEWEST).then_some((size, cell))
            })
            .collect();
        gaps.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        gaps.into_iter()
            .map(|(cells, cell)| Gap { square_km: self.square_km(cells), place: self.place(cell) })
            .collect()
    }

    /// Marks what hangs together with a cell; the number of cells.
    fn flood(&self, from: usize, seen: &mut [bool]) -> usize {
        let mut open = Vec::new();
        let mut visit = |cell: usize, open: &mut Vec<usize>| {
            if !std::mem::replace(&mut seen[cell], true) {
                open.push(cell);
            }
        };
        visit(from, &mut open);
        let mut count = 0;
        while let Some(cell) = open.pop() {
            count += 1;
            let column = cell % self.columns;
            if column > 0 {
                visit(cell - 1, &mut open);
            }
            if column + 1 < self.columns {
                visit(cell + 1, &mut open);
            }
            if cell >= self.columns {
                visit(cell - self.columns, &mut open);
            }
            if cell + self.columns < self.owners.len() {
                visit(cell + self.columns, &mut open);
            }
        }
        count
    }

    #[expect(clippy::cast_precision_loss, reason = "at most a million cells")]
    fn square_km(&self, cells: usize) -> f64 {
        let side = self.cell[1] * DEGREE_KM;
        cells as f64 * side * side
    }

    #[expect(clippy::cast_precision_loss, reason = "at most a million cells")]
    fn place(&self, cell: usize) -> Position {
        let (row, column) = (cell / self.columns, cell % self.columns);
        [self.west + (column as f64 + 0.5) * self.cell[0], self.north - (row as f64 + 0.5) * self.cell[1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Polygon;

    /// A rectangle near the equator, where a degree is as long across as up.
    fn rectangle(west: f64, south: f64, east: f64, north: f64) -> Geometry {
        let outer = vec![[west, south], [east, south], [east, north], [west, north]];
        Geometry { polygons: vec![Polygon { outer, holes: Vec::new() }] }
    }

    fn found(shapes: &[Geometry]) -> (Vec<Overlap>, Vec<Gap>) {
        coverage(&shapes.iter().collect::<Vec<_>>(), &Progress::new()).unwrap()
    }

    #[test]
    fn areas_side_by_side_neither_overlap_nor_leave_gaps() {
        let shapes = [rectangle(0.0, 0.0, 0.1, 0.1), rectangle(0.1, 0.0, 0.2, 0.1), rectangle(0.0, 0.1, 0.2, 0.2)];
        assert_eq!(found(&shapes), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_surface_of_two_areas_is_named_with_its_size_and_place() {
        let shapes = [rectangle(0.0, 0.0, 0.1, 0.1), rectangle(0.09, 0.0, 0.2, 0.1), rectangle(0.2, 0.0, 0.3, 0.1)];
        let (overlaps, gaps) = found(&shapes);
        assert!(gaps.is_empty());
        assert_eq!(overlaps.len(), 1);
        assert_eq!(overlaps[0].areas, (0, 1));
        let expected = 0.01 * 0.1 * DEGREE_KM * DEGREE_KM;
        assert!((overlaps[0].square_km / expected - 1.0).abs() < 0.05, "{overlaps:?}");
        let [x, y] = overlaps[0].place;
        assert!((0.09..0.1).contains(&x) && (0.0..0.1).contains(&y));
    }

    #[test]
    fn a_hole_between_areas_is_a_gap_and_the_outside_is_none() {
        let shapes = [
            rectangle(0.0, 0.0, 0.3, 0.1),
            rectangle(0.0, 0.2, 0.3, 0.3),
            rectangle(0.0, 0.1, 0.1, 0.2),
            rectangle(0.2, 0.1, 0.3, 0.2),
            rectangle(0.35, 0.0, 0.4, 0.1),
        ];
        let (overlaps, gaps) = found(&shapes);
        assert!(overlaps.is_empty());
        assert_eq!(gaps.len(), 1);
        let [x, y] = gaps[0].place;
        assert!((0.1..0.2).contains(&x) && (0.1..0.2).contains(&y), "{gaps:?}");
    }

    #[test]
    fn an_area_inside_the_hole_of_another_is_no_overlap() {
        let mut ring = rectangle(0.0, 0.0, 0.3, 0.3);
        ring.polygons[0].holes.push(vec![[0.1, 0.1], [0.1, 0.2], [0.2, 0.2], [0.2, 0.1]]);
        assert_eq!(found(&[ring, rectangle(0.1, 0.1, 0.2, 0.2)]), (Vec::new(), Vec::new()));
    }
}
