//! What the order hangs on: the weight of one indicator, and each indicator's presence.

use super::rank::ranks;
use super::{IndexRun, Values};
use crate::domain::{Aggregation, AreaId, IndicatorId};

/// Greatest share of one indicator that is looked at.
const GREATEST_SHARE: f64 = 0.5;

/// Rank of an area as the weight share of one indicator grows from 0 to one half while the others keep their
/// proportions.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightPath {
    /// The area.
    pub area: AreaId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The indicator's share in the run, 0 to 1.
    pub share: f64,
    /// The ranks from share 0 on, each until the next one's share begins; never empty.
    pub steps: Vec<WeightStep>,
    /// What happens first as the share falls below that of the run.
    pub below: Option<RankSwitch>,
    /// What happens first as the share grows beyond that of the run.
    pub above: Option<RankSwitch>,
}

/// A rank and the share from which on it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightStep {
    /// Share of the weight, 0 to 1.
    pub from_share: f64,
    /// Rank, by the competition rule.
    pub rank: u32,
}

/// The area changes places with another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankSwitch {
    /// Share at which both are equal.
    pub share: f64,
    /// Rank beyond it, seen from the run's share.
    pub rank: u32,
    /// The other area.
    pub with: AreaId,
}

/// The share of one indicator's weight at which two areas change places, the others keeping their proportions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swap {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its share in the run, 0 to 1.
    pub share: f64,
    /// The share nearest to it at which both are equal and beyond which the other one is before.
    pub share_then: f64,
}

/// Ranks without one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct LeaveOneOut {
    /// The indicator left out.
    pub indicator: IndicatorId,
    /// Ranks of the run's areas; none for an area that has no other weighted value.
    pub rank: Vec<Option<u32>>,
}

/// Index of an area as a function of the share s: (a + b·s) / (c + d·s). It is linear where nothing is missing.
#[derive(Clone, Copy)]
struct Score {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
}

impl Score {
    fn at(self, share: f64) -> f64 {
        (self.a + self.b * share) / (self.c + self.d * share)
    }

    /// Shares strictly between 0 and `greatest` at which both are equal, ascending.
    fn crossings(self, other: Score, greatest: f64) -> Vec<f64> {
        let square = self.b * other.d - other.b * self.d;
        let linear = self.a * other.d + self.b * other.c - other.a * self.d - other.b * self.c;
        let constant = self.a * other.c - other.a * self.c;
        let mut roots = roots(square, linear, constant);
        roots.retain(|&root| root > 0.0 && root < greatest);
        roots.sort_unstable_by(f64::total_cmp);
        roots
    }
}

/// Real roots of a quadratic (or linear) equation, in the numerically stable form.
fn roots(square: f64, linear: f64, constant: f64) -> Vec<f64> {
    let size = square.abs().max(linear.abs()).max(constant.abs());
    if square.abs() <= 1e-12 * size {
        return if linear.abs() <= 1e-12 * size { Vec::new() } else { vec![-constant / linear] };
    }
    let discriminant = linear * linear - 4.0 * square * constant;
    if discriminant < 0.0 {
        return Vec::new();
    }
    let half = -0.5 * (linear + discriminant.sqrt().copysign(linear));
    if half.abs() <= f64::MIN_POSITIVE { vec![0.0] } else { vec![half / square, constant / half] }
}

/// Follows the rank of `area` as the weight of `indicator` (its place in the recipe) changes. The switches are exact:
/// solved, not searched on a grid. None for an area that takes no part, an indicator that the recipe lacks, one that
/// alone carries all weight, and aggregations that follow from no weighted sum (Mazziotta-Pareto, median, Copeland,
/// worst k, mixed Teilindizes).
pub fn weight_path(run: &IndexRun, area: AreaId, indicator: usize) -> Option<WeightPath> {
    let row = run.row_of(area)?;
    let share = *run.weights.get(indicator)?;
    let rest = 1.0 - share;
    if rest <= 1e-12 {
        return None;
    }
    let summed = summed(run)?;
    let own = score(run, summed, row, indicator, rest)?;
    let mut start = 1;
    let mut events: Vec<(f64, i64, AreaId)> = Vec::new();
    for other in (0..run.areas.len()).filter(|&other| other != row) {
        let Some(score) = score(run, summed, other, indicator, rest) else { continue };
        let (before, switches) = switches(own, score, GREATEST_SHARE);
        start += i64::from(before);
        events.extend(switches.into_iter().map(|(share, step)| (share, step, run.areas[other])));
    }
    events.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.2.cmp(&right.2)));
    Some(WeightPath {
        area,
        indicator: run.indicators[indicator],
        share,
        steps: steps(start, &events),
        below: nearest(start, &events, share, Side::Below),
        above: nearest(start, &events, share, Side::Above),
    })
}

/// None where the area has no weighted value besides the indicator itself and lacks that too at share 0.
fn score(run: &IndexRun, summed: fn(f64) -> f64, row: usize, indicator: usize, rest: f64) -> Option<Score> {
    let values: Vec<f64> = run.normalised.row(row).map(summed).collect();
    let (mut sum, mut present) = (0.0, 0.0);
    for (at, (&value, weight)) in values.iter().zip(&run.weights).enumerate() {
        if at != indicator && !value.is_nan() {
            sum += weight / rest * value;
            present += weight / rest;
        }
    }
    let own = values[indicator];
    match (own.is_nan(), present > 0.0) {
        (false, true) => Some(Score { a: sum, b: own - sum, c: present, d: 1.0 - present }),
        (true, true) => Some(Score { a: sum / present, b: 0.0, c: 1.0, d: 0.0 }),
        (false, false) => Some(Score { a: own, b: 0.0, c: 1.0, d: 0.0 }),
        (true, false) => None,
    }
}

/// What is summed up with weights, so that the sum orders the areas as the index does: the values of an arithmetic mean,
/// the logarithms of a geometric one, the negative reciprocals of a harmonic one. None for other aggregations, and for
/// Teilindizes that are no arithmetic means of complete values.
fn summed(run: &IndexRun) -> Option<fn(f64) -> f64> {
    let own = run.kernel.own();
    if !own.dimensions.is_empty() {
        let means = own.dimensions.iter().all(|(_, method)| *method == Aggregation::ArithmeticMean);
        let gaps = run.normalised.columns().any(|column| column.iter().any(|value| value.is_nan()));
        if !means || gaps {
            return None;
        }
    }
    match own.aggregate {
        Aggregation::ArithmeticMean | Aggregation::Sum => Some(|value| value),
        Aggregation::GeometricMean if own.dimensions.is_empty() => Some(libm::log),
        Aggregation::HarmonicMean if own.dimensions.is_empty() => Some(|value| -1.0 / value),
        Aggregation::GeometricMean
        | Aggregation::HarmonicMean
        | Aggregation::MazziottaPareto { .. }
        | Aggregation::Median
        | Aggregation::Copeland
        | Aggregation::WorstK { .. } => None,
    }
}

/// Whether the other area is before at share 0, and where it comes before (+1) or falls behind (−1).
fn switches(own: Score, other: Score, greatest: f64) -> (bool, Vec<(f64, i64)>) {
    let mut borders = own.crossings(other, greatest);
    borders.push(greatest);
    let is_before = |from: f64, to: f64| {
        let share = f64::midpoint(from, to);
        let (own, other) = (own.at(share), other.at(share));
        other > own + 1e-12 * own.abs().max(other.abs()).max(1.0)
    };
    let first = is_before(0.0, borders[0]);
    let mut before = first;
    let mut switches = Vec::new();
    for pair in borders.windows(2) {
        let now = is_before(pair[0], pair[1]);
        if now != before {
            switches.push((pair[0], if now { 1 } else { -1 }));
        }
        before = now;
    }
    (first, switches)
}

fn steps(start: i64, events: &[(f64, i64, AreaId)]) -> Vec<WeightStep> {
    let mut rank = start;
    let mut steps = vec![WeightStep { from_share: 0.0, rank: start as u32 }];
    for &(share, step, _) in events {
        rank += step;
        match steps.last_mut() {
            Some(last) if share - last.from_share <= 1e-12 => last.rank = rank as u32,
            Some(_) | None => steps.push(WeightStep { from_share: share, rank: rank as u32 }),
        }
    }
    steps
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Below,
    Above,
}

fn nearest(start: i64, events: &[(f64, i64, AreaId)], share: f64, side: Side) -> Option<RankSwitch> {
    let passed = events.iter().take_while(|event| event.0 <= share).count();
    let at = match side {
        Side::Below => passed.checked_sub(1)?,
        Side::Above => passed,
    };
    let &(share, _, with) = events.get(at)?;
    let counted = match side {
        Side::Below => at,
        Side::Above => at + 1,
    };
    let rank = start + events[..counted].iter().map(|event| event.1).sum::<i64>();
    Some(RankSwitch { share, rank: rank as u32, with })
}

/// Where two areas change places as the weight of one indicator changes: for each indicator that can bring it about, the
/// smallest change of weight first. Empty for areas that take no part, and where [`weight_path`] has none.
pub fn swaps(run: &IndexRun, left: AreaId, right: AreaId) -> Vec<Swap> {
    let Some((left, right)) = run.row_of(left).zip(run.row_of(right)) else { return Vec::new() };
    let Some(summed) = summed(run) else { return Vec::new() };
    let nearest = |indicator: usize| {
        let share = run.weights[indicator];
        let rest = 1.0 - share;
        if rest <= 1e-12 {
            return None;
        }
        let (own, other) = (score(run, summed, left, indicator, rest)?, score(run, summed, right, indicator, rest)?);
        let (_, switches) = switches(own, other, 1.0);
        let shares = switches.into_iter().map(|(share, _)| share);
        let distance = |found: &f64| (found - share).abs();
        let share_then = shares.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        Some(Swap { indicator: run.indicators[indicator], share, share_then })
    };
    let mut found: Vec<Swap> = (0..run.width()).filter_map(nearest).collect();
    let distance = |swap: &Swap| (swap.share_then - swap.share).abs();
    found.sort_by(|a, b| distance(a).total_cmp(&distance(b)).then(a.indicator.cmp(&b.indicator)));
    found
}

/// Whether places can be told for other weights: the index is, or grows with, a weighted sum.
pub(super) fn weights_can_swap(run: &IndexRun) -> bool {
    summed(run).is_some()
}

/// Ranks with each indicator left out in turn; who takes part and the normalisation stay as in the run.
pub fn leave_one_out(run: &IndexRun) -> Vec<LeaveOneOut> {
    (0..run.width()).map(|at| LeaveOneOut { indicator: run.indicators[at], rank: ranks_without(run, at) }).collect()
}

fn ranks_without(run: &IndexRun, left_out: usize) -> Vec<Option<u32>> {
    let values = Values::of(run.normalised.clone());
    let choices = run.kernel.own().without(left_out);
    let mut scores = vec![f64::NAN; run.areas.len()];
    values.index(&run.kernel, &choices, &mut scores);
    let rows: Vec<usize> = (0..scores.len()).filter(|&row| !scores[row].is_nan()).collect();
    let known: Vec<f64> = rows.iter().map(|&row| scores[row]).collect();
    let mut found = vec![None; run.areas.len()];
    for (row, rank) in rows.iter().zip(ranks(&known, run.spec.ties)) {
        found[*row] = Some(rank);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::run;
    use super::super::testing::{Planted, of_rows, planted};
    use super::*;

    #[test]
    fn two_areas_swap_at_the_share_where_their_scores_are_equal() {
        let rows = [[0.0, 10.0], [10.0, 0.0], [4.0, 5.0]].map(|row| row.map(Some).to_vec());
        let Planted { data, mut spec } = of_rows(&rows);
        spec.normalise = crate::domain::Normalisation::MIN_MAX;
        let run = run(&data, &spec).unwrap();
        // Scores at share s of the first: 100 (1 − s), 100 s, 50 − 10 s.
        let path = weight_path(&run, AreaId(3), 0).unwrap();
        let step = |from_share, rank| WeightStep { from_share, rank };
        assert_eq!(path.steps[0], step(0.0, 2));
        assert_eq!(path.steps[1].rank, 3);
        assert!((path.steps[1].from_share - 50.0 / 110.0).abs() < 1e-12);
        let below = path.below.unwrap();
        assert_eq!((below.rank, below.with), (2, AreaId(2)));
        assert!(path.above.is_none());
    }

    #[test]
    fn every_step_of_a_path_agrees_with_a_run_at_that_weight() {
        let Planted { data, mut spec } = planted(15, 4);
        let base = run(&data, &spec).unwrap();
        let path = weight_path(&base, AreaId(7), 1).unwrap();
        let end = path.steps.iter().skip(1).map(|step| step.from_share).chain([GREATEST_SHARE]);
        for (step, end) in path.steps.iter().zip(end) {
            let share = f64::midpoint(step.from_share, end);
            spec.indicators[1].weight = 3.0 * share / (1.0 - share);
            let run = run(&data, &spec).unwrap();
            assert_eq!(run.rank[6], step.rank, "at {share}");
        }
    }

    #[test]
    fn a_path_of_a_geometric_or_harmonic_mean_agrees_with_runs_too() {
        for aggregate in [Aggregation::GeometricMean, Aggregation::HarmonicMean] {
            let Planted { data, mut spec } = planted(12, 3);
            spec.normalise = crate::domain::Normalisation::MinMax { from: 1.0, to: 100.0 };
            spec.aggregate = aggregate;
            spec.uncertainty.normalisations.clear();
            let base = run(&data, &spec).unwrap();
            let path = weight_path(&base, AreaId(7), 1).unwrap();
            let end = path.steps.iter().skip(1).map(|step| step.from_share).chain([GREATEST_SHARE]);
            for (step, end) in path.steps.iter().zip(end) {
                let share = f64::midpoint(step.from_share, end);
                spec.indicators[1].weight = 2.0 * share / (1.0 - share);
                assert_eq!(run(&data, &spec).unwrap().rank[6], step.rank, "{aggregate:?} at {share}");
            }
        }
    }

    #[test]
    fn a_path_with_gaps_agrees_with_runs_too() {
        let Planted { data, .. } = planted(12, 3);
        let mut rows: Vec<Vec<Option<f64>>> = (1..=12i64)
            .map(|area| {
                (1..=3i64)
                    .map(|i| data.dataset.iter().find(|o| o.area.0 == area && o.indicator.0 == i)?.value)
                    .collect()
            })
            .collect();
        rows[4][0] = None;
        rows[5][2] = None;
        let Planted { data, mut spec } = of_rows(&rows);
        let base = run(&data, &spec).unwrap();
        for area in [5, 6, 7] {
            let path = weight_path(&base, AreaId(area), 0).unwrap();
            for step in &path.steps {
                let share = step.from_share + 1e-6;
                spec.indicators[0].weight = 2.0 * share / (1.0 - share);
                let run = run(&data, &spec).unwrap();
                assert_eq!(run.rank[area as usize - 1], step.rank, "area {area} at {share}");
            }
        }
    }

    #[test]
    fn two_areas_change_places_at_the_share_of_a_swap() {
        let Planted { data, mut spec } = planted(10, 4);
        let base = run(&data, &spec).unwrap();
        let (left, right) = (AreaId(5), AreaId(6));
        let ahead = |run: &super::super::IndexRun| run.rank[4] < run.rank[5];
        let found = swaps(&base, left, right);
        assert!(!found.is_empty());
        for swap in found {
            for (share, swapped) in [(swap.share_then - 1e-6, false), (swap.share_then + 1e-6, true)] {
                let beyond = swapped == (swap.share_then > swap.share);
                let at = usize::try_from(swap.indicator.0 - 1).unwrap();
                spec.indicators.iter_mut().for_each(|entry| entry.weight = 1.0);
                spec.indicators[at].weight = 3.0 * share / (1.0 - share);
                assert_eq!(ahead(&run(&data, &spec).unwrap()) != ahead(&base), beyond, "{swap:?} at {share}");
            }
        }
    }

    #[test]
    fn leaving_an_indicator_out_equals_weight_zero() {
        let Planted { data, mut spec } = planted(20, 4);
        let left = leave_one_out(&run(&data, &spec).unwrap());
        spec.indicators[2].weight = 0.0;
        let expected: Vec<Option<u32>> = run(&data, &spec).unwrap().rank.into_iter().map(Some).collect();
        assert_eq!(left[2].rank, expected);
    }
}
