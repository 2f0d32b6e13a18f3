//! Which areas are neighbours: lists in compressed rows, from shapes, from tiles, or by distance.

use super::contact;
use crate::domain::{Geometry, LocalMetres, Tile};

/// Boundaries that are closer than this, in metres, count as one: neighbours are often measured apart by centimetres.
pub const SNAPPING_METRES: f64 = 1.0;

/// What makes two areas neighbours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NeighbourRule {
    /// They share a corner or an edge.
    Queen,
    /// They share a stretch of their border.
    Rook,
    /// The other one is among the so many nearest by centre of gravity; not always mutual.
    Nearest(usize),
    /// Their centres of gravity are at most so many metres apart.
    Within(f64),
}

/// The neighbours of each area: row `i` holds `targets[offsets[i]..offsets[i + 1]]`, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    offsets: Vec<u32>,
    targets: Vec<u32>,
}

impl Neighbours {
    /// Lists from pairs (from, to); repetitions and pairs of an area with itself are dropped.
    pub fn from_pairs(areas: usize, mut pairs: Vec<(u32, u32)>) -> Neighbours {
        pairs.retain(|(from, to)| from != to);
        pairs.sort_unstable();
        pairs.dedup();
        let mut offsets = vec![0; areas + 1];
        for (from, _) in &pairs {
            offsets[*from as usize + 1] += 1;
        }
        for at in 0..areas {
            offsets[at + 1] += offsets[at];
        }
        Neighbours { offsets, targets: pairs.into_iter().map(|(_, to)| to).collect() }
    }

    /// Number of areas.
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Whether there are no areas.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of links; a mutual neighbourhood counts twice.
    pub fn links(&self) -> usize {
        self.targets.len()
    }

    /// The neighbours of an area.
    pub fn of(&self, area: usize) -> &[u32] {
        &self.targets[self.offsets[area] as usize..self.offsets[area + 1] as usize]
    }

    /// The areas without neighbours.
    pub fn islands(&self) -> Vec<usize> {
        (0..self.len()).filter(|&area| self.of(area).is_empty()).collect()
    }

    /// The lists of the areas that are kept, numbered anew; links to the others go.
    #[must_use]
    pub fn restricted(&self, keep: &[bool]) -> Neighbours {
        let mut number = vec![None; self.len()];
        let mut next = 0;
        for (number, _) in number.iter_mut().zip(keep).filter(|(_, keep)| **keep) {
            *number = Some(next);
            next += 1;
        }
        let mut pairs = Vec::with_capacity(self.targets.len());
        for (area, from) in number.iter().enumerate() {
            let Some(from) = *from else { continue };
            pairs.extend(self.of(area).iter().filter_map(|&to| Some((from, number[to as usize]?))));
        }
        Neighbours::from_pairs(next as usize, pairs)
    }
}

/// Neighbours of shapes, in their order.
pub fn neighbours_of_geometries(geometries: &[&Geometry], rule: NeighbourRule) -> Neighbours {
    let metres = LocalMetres::of(geometries.iter().copied());
    let centres = || -> Vec<[f64; 2]> {
        let centre = |geometry: &&Geometry| metres.place(geometry.centroid().unwrap_or([0.0; 2]));
        geometries.iter().map(centre).collect()
    };
    match rule {
        NeighbourRule::Queen => contact::touching(geometries, metres, SNAPPING_METRES, false),
        NeighbourRule::Rook => contact::touching(geometries, metres, SNAPPING_METRES, true),
        NeighbourRule::Nearest(count) => nearest(&centres(), count),
        NeighbourRule::Within(metres) => within(&centres(), metres),
    }
}

/// Neighbours on the schematic tile map: the eight tiles around (queen), the four beside (rook), or the nearest. None for
/// a distance, because tiles have none.
pub fn neighbours_of_tiles(tiles: &[Tile], rule: NeighbourRule) -> Option<Neighbours> {
    let places: Vec<[f64; 2]> = tiles.iter().map(|tile| [f64::from(tile.column), f64::from(tile.row)]).collect();
    match rule {
        // Straight neighbours are 1 apart, diagonal ones √2.
        NeighbourRule::Queen => Some(within(&places, 1.5)),
        NeighbourRule::Rook => Some(within(&places, 1.1)),
        NeighbourRule::Nearest(count) => Some(nearest(&places, count)),
        NeighbourRule::Within(_) => None,
    }
}

fn order_by_x(places: &[[f64; 2]]) -> Vec<u32> {
    #[expect(clippy::cast_possible_truncation, reason = "far fewer areas than 2^32")]
    let mut order: Vec<u32> = (0..places.len() as u32).collect();
    order.sort_by(|&a, &b| places[a as usize][0].total_cmp(&places[b as usize][0]).then(a.cmp(&b)));
    order
}

fn distance_squared(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
}

/// The nearest places, of equal distances those that stand first.
fn nearest(places: &[[f64; 2]], count: usize) -> Neighbours {
    let order = order_by_x(places);
    let count = count.min(places.len().saturating_sub(1));
    let mut pairs = Vec::with_capacity(places.len() * count);
    for (at, &from) in order.iter().enumerate() {
        let here = places[from as usize];
        let mut found: Vec<(f64, u32)> = Vec::with_capacity(count + 1);
        let worst = |found: &[(f64, u32)]| if found.len() < count { f64::INFINITY } else { found[count - 1].0 };
        let mut offer = |to: u32| -> bool {
            let across = places[to as usize][0] - here[0];
            if across * across > worst(&found) {
                return false;
            }
            let offered = (distance_squared(here, places[to as usize]), to);
            let place = found.partition_point(|known| known.0.total_cmp(&offered.0).then(known.1.cmp(&to)).is_lt());
            found.insert(place, offered);
            found.truncate(count);
            true
        };
        if count > 0 {
            // Outwards to both sides, until the way across alone is farther than the farthest found.
            let _ = order[at + 1..].iter().all(|&to| offer(to));
            let _ = order[..at].iter().rev().all(|&to| offer(to));
        }
        pairs.extend(found.iter().map(|&(_, to)| (from, to)));
    }
    Neighbours::from_pairs(places.len(), pairs)
}

fn within(places: &[[f64; 2]], distance: f64) -> Neighbours {
    let order = order_by_x(places);
    let mut pairs = Vec::new();
    for (at, &from) in order.iter().enumerate() {
        let here = places[from as usize];
        let near = order[at + 1..].iter().take_while(|&&to| places[to as usize][0] - here[0] <= distance);
        for &to in near.filter(|&&to| distance_squared(here, places[to as usize]) <= distance * distance) {
            pairs.extend([(from, to), (to, from)]);
        }
    }
    Neighbours::from_pairs(places.len(), pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Polygon, Position};

    fn rectangle(west: f64, south: f64, east: f64, north: f64) -> Geometry {
        let outer: Vec<Position> = vec![[west, south], [east, south], [east, north], [west, north]];
        Geometry { polygons: vec![Polygon { outer, holes: Vec::new() }] }
    }

    fn lists(neighbours: &Neighbours) -> Vec<Vec<u32>> {
        (0..neighbours.len()).map(|area| neighbours.of(area).to_vec()).collect()
    }

    #[test]
    fn a_corner_is_enough_for_the_queen_and_not_for_the_rook() {
        let squares = [
            rectangle(0.0, 0.0, 0.1, 0.1),
            rectangle(0.1, 0.0, 0.2, 0.1),
            rectangle(0.1, 0.1, 0.2, 0.2),
            rectangle(0.5, 0.5, 0.6, 0.6),
        ];
        let squares: Vec<&Geometry> = squares.iter().collect();
        let queen = neighbours_of_geometries(&squares, NeighbourRule::Queen);
        assert_eq!(lists(&queen), [vec![1, 2], vec![0, 2], vec![0, 1], vec![]]);
        assert_eq!(queen.islands(), [3]);
        let rook = neighbours_of_geometries(&squares, NeighbourRule::Rook);
        assert_eq!(lists(&rook), [vec![1], vec![0, 2], vec![1], vec![]]);
    }

    #[test]
    fn a_border_without_common_corners_is_found() {
        // The left square's border has no corner where the two right ones meet.
        let areas = [rectangle(0.0, 0.0, 0.1, 0.1), rectangle(0.1, 0.0, 0.2, 0.04), rectangle(0.1, 0.04, 0.2, 0.1)];
        let areas: Vec<&Geometry> = areas.iter().collect();
        let rook = neighbours_of_geometries(&areas, NeighbourRule::Rook);
        assert_eq!(lists(&rook), [vec![1, 2], vec![0, 2], vec![0, 1]]);
    }

    #[test]
    fn a_gap_of_centimetres_does_not_part_neighbours_and_one_of_metres_does() {
        // 0.000001° of longitude at the equator are 0.11 m.
        let at = |gap: f64| [rectangle(0.0, 0.0, 0.1, 0.1), rectangle(0.1 + gap, 0.0, 0.2, 0.1)];
        let linked = |gap: f64| {
            let areas = at(gap);
            let areas: Vec<&Geometry> = areas.iter().collect();
            neighbours_of_geometries(&areas, NeighbourRule::Rook).links()
        };
        assert_eq!((linked(1e-6), linked(1e-4)), (2, 0));
    }

    #[test]
    fn an_area_in_the_hole_of_another_is_its_neighbour() {
        let mut ring = rectangle(0.0, 0.0, 0.3, 0.3);
        let inner = rectangle(0.1, 0.1, 0.2, 0.2);
        let mut hole = inner.polygons[0].outer.clone();
        hole.reverse();
        ring.polygons[0].holes.push(hole);
        let rook = neighbours_of_geometries(&[&ring, &inner], NeighbourRule::Rook);
        assert_eq!(lists(&rook), [vec![1], vec![0]]);
    }

    #[test]
    fn tiles_touch_like_kings_and_rooks() {
        let tile = |column, row| Tile { column, row };
        let tiles = [tile(0, 0), tile(1, 0), tile(1, 1), tile(5, 5)];
        assert_eq!(
            lists(&neighbours_of_tiles(&tiles, NeighbourRule::Queen).unwrap()),
            [vec![1, 2], vec![0, 2], vec![0, 1], vec![]]
        );
        assert_eq!(
            lists(&neighbours_of_tiles(&tiles, NeighbourRule::Rook).unwrap()),
            [vec![1], vec![0, 2], vec![1], vec![]]
        );
        assert_eq!(neighbours_of_tiles(&tiles, NeighbourRule::Within(100.0)), None);
    }

    #[test]
    fn the_nearest_are_found_by_distance_and_then_by_order() {
        let places = [[0.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [0.0, 3.0], [0.1, 9.0]];
        assert_eq!(lists(&nearest(&places, 2)), [vec![1, 2], vec![0, 2], vec![0, 1], vec![0, 1], vec![0, 3]]);
        assert_eq!(nearest(&places, 99).links(), 20);
        assert_eq!(nearest(&[], 3).len(), 0);
    }

    #[test]
    fn restricting_takes_the_links_along() {
        let all = Neighbours::from_pairs(4, vec![(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2)]);
        assert_eq!(lists(&all.restricted(&[true, false, true, true])), [vec![], vec![2], vec![1]]);
    }
}
