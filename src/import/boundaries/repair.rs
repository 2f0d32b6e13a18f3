//! Rings as they stood in the file, made sound or refused with the reason.
//!
//! Corners are kept to 1e-7 degrees (about a centimetre): neighbours that were measured once then share their corners,
//! and the tests below are exact in whole numbers.

use super::issue::BoundaryIssueKind;
use crate::domain::{Polygon, Position, Ring, doubled_area, inside};

/// Steps of a degree that coordinates are rounded to.
const STEPS_PER_DEGREE: f64 = 1e7;

/// What was mended in a file.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mended {
    pub closed: usize,
    pub corners: usize,
    pub turned: usize,
}

/// How much work the crossing tests of a file may take before it is called too intricate.
#[derive(Debug)]
pub(super) struct Budget(u64);

impl Budget {
    /// Enough for several million corners of a map; a hostile file is through in a second.
    pub fn new() -> Budget {
        Budget(20_000_000)
    }

    fn spend(&mut self) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 > 0
    }
}

/// A corner in steps of a degree.
type Corner = [i64; 2];

/// A polygon of rings in longitude and latitude, the outer one first. The issues are about holes that were left out.
pub(super) fn polygon(
    rings: &[Vec<Position>],
    mended: &mut Mended,
    budget: &mut Budget,
) -> Result<(Polygon, Vec<BoundaryIssueKind>), BoundaryIssueKind> {
    let (outer, holes) = rings.split_first().ok_or(BoundaryIssueKind::NoShape)?;
    let outer = ring(outer, true, mended)?;
    let mut polygon = Polygon { outer, holes: Vec::new() };
    let mut issues = Vec::new();
    for hole in holes {
        // A hole without surface takes nothing away.
        let Ok(hole) = ring(hole, false, mended) else { continue };
        if hole.iter().any(|&corner| inside(&polygon.outer, corner)) || hole.iter().all(|c| polygon.outer.contains(c)) {
            polygon.holes.push(hole);
        } else {
            issues.push(BoundaryIssueKind::HoleOutside { place: hole[0] });
        }
    }
    match crossing(&polygon, budget) {
        Crossings::None => Ok((polygon, issues)),
        Crossings::At(place) => Err(BoundaryIssueKind::SelfIntersection { place }),
        Crossings::TooMany => Err(BoundaryIssueKind::TooIntricate),
    }
}

/// One ring: rounded, closed, without doubled corners and spikes, the right way round.
fn ring(places: &[Position], outer: bool, mended: &mut Mended) -> Result<Ring, BoundaryIssueKind> {
    let refused = || BoundaryIssueKind::RingWithoutSurface { place: places.first().copied() };
    let mut corners: Vec<Corner> = places.iter().map(corner_of).collect();
    if corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    } else {
        mended.closed += 1;
    }
    let before = corners.len();
    let corners = without_spikes(corners);
    mended.corners += before - corners.len();
    if corners.len() < 3 {
        return Err(refused());
    }
    let mut ring: Ring = corners.iter().map(place_of).collect();
    let area = doubled_area(&ring);
    if area.abs() * STEPS_PER_DEGREE * STEPS_PER_DEGREE < 1.0 {
        return Err(refused());
    }
    if (area > 0.0) != outer {
        ring.reverse();
        mended.turned += 1;
    }
    Ok(ring)
}

#[expect(clippy::cast_possible_truncation, reason = "degrees in steps fit in 32 bits")]
fn corner_of(place: &Position) -> Corner {
    place.map(|degrees| (degrees * STEPS_PER_DEGREE).round() as i64)
}

#[expect(clippy::cast_precision_loss, reason = "degrees in steps fit in 32 bits")]
fn place_of(corner: &Corner) -> Position {
    corner.map(|steps| steps as f64 / STEPS_PER_DEGREE)
}

/// The corners without repetitions and without ways that lead back the way they came.
fn without_spikes(corners: Vec<Corner>) -> Vec<Corner> {
    let mut kept: Vec<Corner> = Vec::with_capacity(corners.len());
    for corner in corners {
        if kept.last() == Some(&corner) {
            continue;
        }
        while kept.len() >= 2 && is_spike(kept[kept.len() - 2], kept[kept.len() - 1], corner) {
            kept.pop();
            if kept.last() == Some(&corner) {
                kept.pop();
            }
        }
        kept.push(corner);
    }
    // The seam, where the last corner meets the first.
    let mut start = 0;
    while kept.len() - start >= 3 {
        let (first, second) = (kept[start], kept[start + 1]);
        let (last, before_last) = (kept[kept.len() - 1], kept[kept.len() - 2]);
        if last == first || is_spike(before_last, last, first) {
            kept.pop();
        } else if is_spike(last, first, second) {
            start += 1;
        } else {
            break;
        }
    }
    kept.drain(..start);
    kept
}

/// Whether the way from `a` over `b` to `c` turns back on itself.
fn is_spike(a: Corner, b: Corner, c: Corner) -> bool {
    let (ab, bc) = ([b[0] - a[0], b[1] - a[1]], [c[0] - b[0], c[1] - b[1]]);
    turn(a, b, c) == 0 && i128::from(ab[0]) * i128::from(bc[0]) + i128::from(ab[1]) * i128::from(bc[1]) < 0
}

/// Sign of the turn from `a` over `b` to `c`: 1 to the left, −1 to the right, 0 straight on.
fn turn(a: Corner, b: Corner, c: Corner) -> i128 {
    let part = |left: i64, right: i64| i128::from(left) * i128::from(right);
    (part(b[0] - a[0], c[1] - a[1]) - part(b[1] - a[1], c[0] - a[0])).signum()
}

/// Whether edges cross.
enum Crossings {
    None,
    At(Position),
    TooMany,
}

/// An edge of a ring.
type Edge = (Corner, Corner);

/// Edges that one box of the tree encloses.
const LEAF: usize = 8;

/// Looks for two edges of a polygon that cross or lie upon each other; rings may touch in a corner.
///
/// A tree of boxes over the edges in their order: the way along a border stays in one place for long, so boxes of
/// different stretches rarely meet.
fn crossing(polygon: &Polygon, budget: &mut Budget) -> Crossings {
    let edges: Vec<Edge> =
        polygon.rings().flat_map(crate::domain::edges).map(|(from, to)| (corner_of(&from), corner_of(&to))).collect();
    let leaves = edges.len().div_ceil(LEAF).next_power_of_two();
    let boxes = boxes(&edges, leaves);
    let mut pairs = vec![(1, 1)];
    while let Some((left, right)) = pairs.pop() {
        if !budget.spend() {
            return Crossings::TooMany;
        }
        if left != right && !meet(&boxes[left], &boxes[right]) {
            continue;
        }
        if left >= leaves {
            // Both are leaves: a pair always is of one height.
            let (left, right) = (leaf(&edges, left - leaves), leaf(&edges, right - leaves));
            if let Some(place) = first_crossing(left, right) {
                return Crossings::At(place);
            }
        } else if left == right {
            pairs.extend([(2 * left, 2 * left), (2 * left + 1, 2 * left + 1), (2 * left, 2 * left + 1)]);
        } else {
            let of_left = [2 * left, 2 * left + 1];
            pairs.extend(of_left.into_iter().flat_map(|l| [(l, 2 * right), (l, 2 * right + 1)]));
        }
    }
    Crossings::None
}

fn leaf(edges: &[Edge], at: usize) -> &[Edge] {
    let from = (at * LEAF).min(edges.len());
    &edges[from..(from + LEAF).min(edges.len())]
}

fn first_crossing(left: &[Edge], right: &[Edge]) -> Option<Position> {
    left.iter().find_map(|&a| right.iter().find(|&&b| a != b && cross(a, b)).map(|b| place_of(&b.0)))
}

/// Lowest and highest corner.
type Bounds = (Corner, Corner);

const NOTHING: Bounds = ([i64::MAX; 2], [i64::MIN; 2]);

/// Boxes of a complete binary tree: node `n` has the children `2n` and `2n + 1`, the leaves stand last.
fn boxes(edges: &[Edge], leaves: usize) -> Vec<Bounds> {
    let mut boxes = vec![NOTHING; 2 * leaves];
    for at in 0..leaves {
        let corners = leaf(edges, at).iter().flat_map(|&(from, to)| [(from, from), (to, to)]);
        boxes[leaves + at] = corners.fold(NOTHING, |bounds, corner| joined(&bounds, &corner));
    }
    for at in (1..leaves).rev() {
        boxes[at] = joined(&boxes[2 * at], &boxes[2 * at + 1]);
    }
    boxes
}

fn joined(a: &Bounds, b: &Bounds) -> Bounds {
    let (mut low, mut high) = *a;
    for axis in 0..2 {
        low[axis] = low[axis].min(b.0[axis]);
        high[axis] = high[axis].max(b.1[axis]);
    }
    (low, high)
}

fn meet(a: &Bounds, b: &Bounds) -> bool {
    (0..2).all(|axis| a.0[axis] <= b.1[axis] && b.0[axis] <= a.1[axis])
}

/// Whether two edges cross inside both, or lie upon each other for a stretch.
fn cross((a, b): Edge, (c, d): Edge) -> bool {
    let (abc, abd) = (turn(a, b, c), turn(a, b, d));
    if abc == 0 && abd == 0 {
        return overlap((a, b), (c, d));
    }
    abc * abd < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/// Whether two edges on one line share more than a corner.
fn overlap((a, b): Edge, (c, d): Edge) -> bool {
    let axis = usize::from(a[0] == b[0]);
    let sorted = |from: Corner, to: Corner| (from[axis].min(to[axis]), from[axis].max(to[axis]));
    let ((low, high), (other_low, other_high)) = (sorted(a, b), sorted(c, d));
    low.max(other_low) < high.min(other_high)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Outcome = Result<(Polygon, Vec<BoundaryIssueKind>), BoundaryIssueKind>;

    fn mend(rings: &[&[Position]]) -> (Outcome, Mended) {
        let mut mended = Mended::default();
        let rings: Vec<Vec<Position>> = rings.iter().map(|ring| ring.to_vec()).collect();
        let outcome = polygon(&rings, &mut mended, &mut Budget::new());
        (outcome, mended)
    }

    const SQUARE: [Position; 5] = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]];

    #[test]
    fn open_doubled_and_turned_rings_are_mended() {
        let (sound, mended) = mend(&[&SQUARE]);
        assert_eq!((mended.closed, mended.corners, mended.turned), (0, 0, 0));
        let sound = sound.unwrap().0;
        let broken = [[0.0, 0.0], [0.0, 1.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0], [1.0, -1.0], [1.0, 0.0]];
        let (repaired, mended) = mend(&[&broken]);
        assert_eq!((mended.closed, mended.turned), (1, 1));
        assert!((doubled_area(&repaired.unwrap().0.outer) - doubled_area(&sound.outer)).abs() < 1e-12);
        assert_eq!(mended.corners, 3);
    }

    #[test]
    fn a_hole_stays_and_runs_clockwise() {
        let hole = [[0.2, 0.2], [0.4, 0.2], [0.4, 0.4], [0.2, 0.4], [0.2, 0.2]];
        let (repaired, mended) = mend(&[&SQUARE, &hole]);
        let (polygon, issues) = repaired.unwrap();
        assert!(doubled_area(&polygon.holes[0]) < 0.0 && issues.is_empty());
        assert_eq!(mended.turned, 1);
    }

    #[test]
    fn a_hole_beside_its_surface_is_left_out() {
        let beside = [[2.0, 2.0], [3.0, 2.0], [3.0, 3.0], [2.0, 2.0]];
        let (polygon, issues) = mend(&[&SQUARE, &beside]).0.unwrap();
        assert!(polygon.holes.is_empty());
        assert!(matches!(issues[..], [BoundaryIssueKind::HoleOutside { .. }]));
    }

    #[test]
    fn a_ring_that_crosses_itself_is_refused_with_the_place() {
        let bow_tie = [[0.0, 0.0], [2.0, 2.0], [2.0, 0.0], [0.0, 1.0]];
        assert!(matches!(mend(&[&bow_tie]).0, Err(BoundaryIssueKind::SelfIntersection { .. })));
        let hole_across = [[0.5, 0.5], [1.5, 0.5], [1.5, 0.7], [0.5, 0.7]];
        assert!(matches!(mend(&[&SQUARE, &hole_across]).0, Err(BoundaryIssueKind::SelfIntersection { .. })));
        let touching_in_a_corner = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [1.0, 0.5], [0.0, 2.0]];
        assert!(mend(&[&touching_in_a_corner]).0.is_ok());
    }

    #[test]
    fn a_ring_without_surface_is_refused() {
        for ring in [&[[0.0, 0.0]][..], &[[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]], &[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]] {
            assert!(matches!(mend(&[ring]).0, Err(BoundaryIssueKind::RingWithoutSurface { .. })), "{ring:?}");
        }
    }

    #[test]
    fn a_ring_that_would_take_too_long_to_check_is_refused_as_such() {
        let circle = (0..2_000).map(|at| f64::from(at) / 2_000.0 * std::f64::consts::TAU);
        let ring: Vec<Vec<Position>> = vec![circle.map(|angle| [7.0 + angle.cos(), 51.0 + angle.sin()]).collect()];
        let found = |budget| polygon(&ring, &mut Mended::default(), &mut Budget(budget)).map(|_| ());
        assert_eq!(found(20), Err(BoundaryIssueKind::TooIntricate));
        assert_eq!(found(1_000_000), Ok(()));
    }

    #[test]
    fn a_large_ring_is_checked_and_its_one_crossing_found() {
        let circle = |n: u32, swap: bool| -> Vec<Position> {
            let mut ring: Vec<Position> = (0..n)
                .map(|at| f64::from(at) / f64::from(n) * std::f64::consts::TAU)
                .map(|angle| [7.0 + angle.cos(), 51.0 + angle.sin()])
                .collect();
            if swap {
                ring.swap(777, 1777);
            }
            ring
        };
        assert!(mend(&[&circle(20_000, false)]).0.is_ok());
        assert!(matches!(mend(&[&circle(20_000, true)]).0, Err(BoundaryIssueKind::SelfIntersection { .. })));
    }
}
