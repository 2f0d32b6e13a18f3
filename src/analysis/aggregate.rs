//! From several values of an area to one, and back: what each of them contributes.
//!
//! A group is what is put together: the indicators of a Teilindex, the Teilindizes of the index, or all indicators.
//! Where an area lacks a value, the weights of its other values are rescaled to the full sum.

use super::matrix::{by_rows, has_gap};
use crate::domain::{Aggregation, Divisor, Penalty};

/// Columns with their weights.
pub(super) struct Group<'a> {
    pub columns: Vec<&'a [f64]>,
    pub weights: Vec<f64>,
    /// Which columns have no gap.
    pub complete: Vec<bool>,
}

/// Up to this share of the full weight, two areas count as equal in a comparison of two.
const EVEN: f64 = 1e-12;

impl<'a> Group<'a> {
    /// A group of columns; weights of 0 do not count.
    pub fn of(columns: Vec<&'a [f64]>, weights: Vec<f64>) -> Group<'a> {
        let complete = columns.iter().map(|column| !has_gap(column)).collect();
        Group { columns, weights, complete }
    }

    fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.len())
    }

    /// Whether every value that counts is above 0.
    pub fn is_positive(&self) -> bool {
        let positive = |column: &&[f64]| !column.iter().fold(false, |any, &value| any | (value <= 0.0));
        self.columns.iter().zip(&self.weights).filter(|(_, weight)| **weight > 0.0).all(|(column, _)| positive(column))
    }

    /// Writes one value per area; NaN where an area has no value that counts.
    pub fn aggregate(&self, method: Aggregation, out: &mut [f64]) {
        match method {
            Aggregation::ArithmeticMean => self.sum(1.0, out),
            Aggregation::Sum => self.sum(self.weights.iter().sum(), out),
            Aggregation::GeometricMean
            | Aggregation::HarmonicMean
            | Aggregation::MazziottaPareto { .. }
            | Aggregation::Median
            | Aggregation::WorstK { .. } => self.by_area(method, out),
            Aggregation::Copeland => self.copeland(out),
        }
    }

    /// Σ w·x · total / Σ w of the values present.
    fn sum(&self, total: f64, out: &mut [f64]) {
        let full: f64 = self.weights.iter().sum();
        let whole: f64 = self.weights.iter().zip(&self.complete).filter(|(_, c)| **c).map(|(weight, _)| weight).sum();
        let gaps = self.complete.iter().zip(&self.weights).any(|(complete, weight)| !complete && *weight > 0.0);
        by_rows(out, self.columns.len(), |first, out| {
            out.fill(0.0);
            let rows = first..first + out.len();
            let of = |at: usize| &self.columns[at][rows.clone()];
            add_complete(self, of, out);
            if !gaps {
                out.iter_mut().for_each(|value| *value *= total / full);
                return;
            }
            let mut present = vec![whole; out.len()];
            for at in (0..self.columns.len()).filter(|&at| !self.complete[at]) {
                let weight = self.weights[at];
                for ((value, present), &x) in out.iter_mut().zip(&mut present).zip(of(at)) {
                    let known = !x.is_nan();
                    *value += weight * if known { x } else { 0.0 };
                    *present += if known { weight } else { 0.0 };
                }
            }
            out.iter_mut().zip(&present).for_each(|(value, present)| *value *= total / present);
        });
    }

    fn by_area(&self, method: Aggregation, out: &mut [f64]) {
        by_rows(out, self.columns.len(), |first, out| {
            let mut row = Row::default();
            for (at, value) in out.iter_mut().enumerate() {
                row.read(self, first + at);
                *value = row.aggregate(method);
            }
        });
    }

    /// Areas before which each stands minus areas behind which it stands.
    fn copeland(&self, out: &mut [f64]) {
        let rows = self.rows();
        by_rows(out, rows * self.columns.len(), |first, out| {
            for (at, score) in out.iter_mut().enumerate() {
                let row = first + at;
                let known = (0..self.columns.len()).any(|at| self.weights[at] > 0.0 && !self.columns[at][row].is_nan());
                *score = if known { 0.0 } else { f64::NAN };
                for other in (0..rows).filter(|&other| other != row) {
                    *score += self.outranks(row, other).0;
                }
            }
        });
    }

    /// 1, 0 or −1: whether one area stands before another; and the weight by which it does.
    fn outranks(&self, row: usize, other: usize) -> (f64, f64) {
        let full: f64 = self.weights.iter().sum();
        let votes: f64 = (0..self.columns.len()).map(|at| self.weights[at] * self.vote(at, row, other)).sum();
        if votes.abs() <= EVEN * full { (0.0, 0.0) } else { (votes.signum(), votes) }
    }

    /// What an indicator says about two areas; nothing where it does not know both.
    fn vote(&self, at: usize, row: usize, other: usize) -> f64 {
        let (own, theirs) = (self.columns[at][row], self.columns[at][other]);
        let close = (own - theirs).abs() <= EVEN * own.abs().max(theirs.abs());
        if own.is_nan() || theirs.is_nan() || close { 0.0 } else { (own - theirs).signum() }
    }

    /// What each column contributes to the aggregate: the contributions of an area add up to it.
    /// Mean values of the columns are the point of comparison where the method is not additive.
    pub fn parts(&self, method: Aggregation, aggregate: &[f64]) -> Vec<Part> {
        match method {
            Aggregation::ArithmeticMean | Aggregation::Sum => self.linear_parts(method),
            Aggregation::GeometricMean
            | Aggregation::HarmonicMean
            | Aggregation::MazziottaPareto { .. }
            | Aggregation::Median
            | Aggregation::WorstK { .. } => self.parts_by_area(method, aggregate),
            Aggregation::Copeland => self.copeland_parts(),
        }
    }

    fn linear_parts(&self, method: Aggregation) -> Vec<Part> {
        let full: f64 = self.weights.iter().sum();
        let total = match method {
            Aggregation::Sum => full,
            Aggregation::ArithmeticMean
            | Aggregation::GeometricMean
            | Aggregation::HarmonicMean
            | Aggregation::MazziottaPareto { .. }
            | Aggregation::Median
            | Aggregation::Copeland
            | Aggregation::WorstK { .. } => 1.0,
        };
        if self.complete.iter().all(|complete| *complete) {
            return self.weights.iter().map(|weight| Part::Factor(weight * total / full)).collect();
        }
        let mut present = vec![0.0; self.rows()];
        for (column, weight) in self.columns.iter().zip(&self.weights) {
            present.iter_mut().zip(*column).for_each(|(sum, x)| *sum += if x.is_nan() { 0.0 } else { *weight });
        }
        let factor = |weight: f64| present.iter().map(|present| weight * total / present).collect();
        self.weights.iter().map(|&weight| Part::Each { slope: factor(weight), rest: Vec::new() }).collect()
    }

    fn parts_by_area(&self, method: Aggregation, aggregate: &[f64]) -> Vec<Part> {
        let empty = || (vec![0.0; self.rows()], vec![0.0; self.rows()]);
        let mut parts: Vec<(Vec<f64>, Vec<f64>)> = self.columns.iter().map(|_| empty()).collect();
        let means: Vec<f64> = self.columns.iter().map(|column| mean_of_known(column)).collect();
        let mut row = Row::default();
        for (at, &value) in aggregate.iter().enumerate() {
            row.read(self, at);
            row.parts(method, value, &means, |column, slope, rest| {
                parts[column].0[at] = slope;
                parts[column].1[at] = rest;
            });
        }
        parts.into_iter().map(|(slope, rest)| Part::Each { slope, rest }).collect()
    }

    /// Each comparison of two is divided among the indicators by what they say.
    fn copeland_parts(&self) -> Vec<Part> {
        let rows = self.rows();
        let rest = |at: usize| {
            let mut rest = vec![0.0; rows];
            for (row, sum) in rest.iter_mut().enumerate() {
                for other in (0..rows).filter(|&other| other != row) {
                    let (sign, votes) = self.outranks(row, other);
                    if sign.abs() > 0.5 {
                        *sum += sign * self.weights[at] * self.vote(at, row, other) / votes;
                    }
                }
            }
            rest
        };
        let each = super::matrix::by_column(self.columns.len(), rows * rows, rest);
        each.into_iter().map(|rest| Part::Each { slope: vec![0.0; rows], rest }).collect()
    }
}

/// What a column contributes to the aggregate of an area: slope · value + rest. 0 where it has no value.
pub(super) enum Part {
    /// The same slope everywhere, no rest.
    Factor(f64),
    /// Slope and rest of each area; an empty rest is 0.
    Each { slope: Vec<f64>, rest: Vec<f64> },
}

impl Part {
    /// Contribution of an area's value.
    pub fn of(&self, row: usize, value: f64) -> f64 {
        if value.is_nan() {
            return 0.0;
        }
        match self {
            Part::Factor(factor) => value * factor,
            Part::Each { slope, rest } => slope[row] * value + rest.get(row).copied().unwrap_or(0.0),
        }
    }

    /// Slope and rest of an area.
    pub fn at(&self, row: usize) -> (f64, f64) {
        match self {
            Part::Factor(factor) => (*factor, 0.0),
            Part::Each { slope, rest } => (slope[row], rest.get(row).copied().unwrap_or(0.0)),
        }
    }

    /// The slope that is the same everywhere, if there is one.
    pub fn factor(&self) -> Option<f64> {
        match self {
            Part::Factor(factor) => Some(*factor),
            Part::Each { .. } => None,
        }
    }

    /// Contributions of a column.
    pub fn apply(&self, column: &[f64]) -> Vec<f64> {
        match self {
            Part::Factor(factor) => {
                column.iter().map(|&value| if value.is_nan() { 0.0 } else { value * factor }).collect()
            }
            Part::Each { .. } => column.iter().enumerate().map(|(row, &value)| self.of(row, value)).collect(),
        }
    }
}

/// Adds up the weighted complete columns, four at a time.
fn add_complete<'a>(group: &Group, of: impl Fn(usize) -> &'a [f64], out: &mut [f64]) {
    let at: Vec<usize> = (0..group.columns.len()).filter(|&at| group.complete[at]).collect();
    for four in at.chunks(4) {
        if let &[a, b, c, d] = four {
            let [p, q, r, s] = [a, b, c, d].map(|at| group.weights[at]);
            let columns = of(a).iter().zip(of(b)).zip(of(c).iter().zip(of(d)));
            for (value, ((a, b), (c, d))) in out.iter_mut().zip(columns) {
                *value += (p * a + q * b) + (r * c + s * d);
            }
        } else {
            for &at in four {
                let weight = group.weights[at];
                out.iter_mut().zip(of(at)).for_each(|(value, x)| *value += weight * x);
            }
        }
    }
}

fn mean_of_known(column: &[f64]) -> f64 {
    let (sum, count) = column.iter().filter(|x| !x.is_nan()).fold((0.0, 0.0), |(sum, count), x| (sum + x, count + 1.0));
    sum / count
}

/// The values of one area that count, with weights that add up to 1.
#[derive(Default)]
struct Row {
    known: Vec<(usize, f64, f64)>,
}

impl Row {
    fn read(&mut self, group: &Group, row: usize) {
        self.known.clear();
        for (at, (column, &weight)) in group.columns.iter().zip(&group.weights).enumerate() {
            if weight > 0.0 && !column[row].is_nan() {
                self.known.push((at, column[row], weight));
            }
        }
        let full: f64 = self.known.iter().map(|known| known.2).sum();
        self.known.iter_mut().for_each(|known| known.2 /= full);
    }

    fn mean_of(&self, of: impl Fn(f64) -> f64) -> f64 {
        self.known.iter().map(|&(_, x, w)| w * of(x)).sum()
    }

    fn aggregate(&mut self, method: Aggregation) -> f64 {
        if self.known.is_empty() {
            return f64::NAN;
        }
        match method {
            Aggregation::ArithmeticMean | Aggregation::Sum | Aggregation::Copeland => self.mean_of(|x| x),
            Aggregation::GeometricMean => libm::exp(self.mean_of(libm::log)),
            Aggregation::HarmonicMean => 1.0 / self.mean_of(|x| 1.0 / x),
            Aggregation::MazziottaPareto { penalty, divisor } => {
                let mean = self.mean_of(|x| x);
                mean + self.signed_factor(penalty, divisor) * self.mean_of(|x| (x - mean) * (x - mean)) / mean
            }
            Aggregation::Median | Aggregation::WorstK { .. } => {
                let mut value = 0.0;
                self.selected(method, |_, x, share| value += share * x);
                value
            }
        }
    }

    /// Sign of the penalty times what turns the variance with divisor n into the one asked for.
    fn signed_factor(&self, penalty: Penalty, divisor: Divisor) -> f64 {
        let n = self.known.len() as f64;
        let factor = match divisor {
            Divisor::Population => 1.0,
            Divisor::Sample if n > 1.0 => n / (n - 1.0),
            Divisor::Sample => 0.0,
        };
        match penalty {
            Penalty::Add => factor,
            Penalty::Subtract => -factor,
        }
    }

    /// Names the values that decide, each with its share; sorts the row.
    fn selected(&mut self, method: Aggregation, mut name: impl FnMut(usize, f64, f64)) {
        self.known.sort_unstable_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
        match method {
            Aggregation::WorstK { k } => {
                let worst = &self.known[..self.known.len().min(k as usize)];
                let full: f64 = worst.iter().map(|known| known.2).sum();
                worst.iter().for_each(|&(at, x, weight)| name(at, x, weight / full));
            }
            Aggregation::Median
            | Aggregation::ArithmeticMean
            | Aggregation::Sum
            | Aggregation::GeometricMean
            | Aggregation::HarmonicMean
            | Aggregation::MazziottaPareto { .. }
            | Aggregation::Copeland => {
                let mut passed = 0.0;
                for (place, &(at, x, weight)) in self.known.iter().enumerate() {
                    passed += weight;
                    if (passed - 0.5).abs() <= 1e-9 && place + 1 < self.known.len() {
                        let (other, next, _) = self.known[place + 1];
                        name(at, x, 0.5);
                        name(other, next, 0.5);
                        return;
                    }
                    if passed > 0.5 {
                        return name(at, x, 1.0);
                    }
                }
            }
        }
    }

    /// Names slope and rest of each value: slope · x + rest add up to the aggregate.
    ///
    /// Geometric mean: the difference to the mean profile is divided by the logarithmic mean (LMDI, Ang 2005); harmonic
    /// mean: by the reciprocals; both exact. The mean profile itself is divided by weight.
    fn parts(&mut self, method: Aggregation, aggregate: f64, means: &[f64], mut name: impl FnMut(usize, f64, f64)) {
        match method {
            Aggregation::GeometricMean => {
                let base = libm::exp(self.known.iter().map(|&(at, _, w)| w * libm::log(means[at])).sum::<f64>());
                let step = logarithmic_mean(aggregate, base);
                for &(at, x, w) in &self.known {
                    name(at, (w * base + step * w * libm::log(x / means[at])) / x, 0.0);
                }
            }
            Aggregation::HarmonicMean => {
                let base = 1.0 / self.known.iter().map(|&(at, _, w)| w / means[at]).sum::<f64>();
                for &(at, x, w) in &self.known {
                    name(at, (w * base + aggregate * base * w * (1.0 / means[at] - 1.0 / x)) / x, 0.0);
                }
            }
            Aggregation::MazziottaPareto { penalty, divisor } => {
                let mean = self.mean_of(|x| x);
                let factor = self.signed_factor(penalty, divisor);
                for &(at, x, w) in &self.known {
                    name(at, w, factor * w * (x - mean) * (x - mean) / mean);
                }
            }
            Aggregation::Median | Aggregation::WorstK { .. } => {
                self.selected(method, |at, _, share| name(at, share, 0.0))
            }
            Aggregation::ArithmeticMean | Aggregation::Sum | Aggregation::Copeland => {
                self.known.iter().for_each(|&(at, _, w)| name(at, w, 0.0));
            }
        }
    }
}

/// (a − b) / (ln a − ln b), and a where both are equal.
fn logarithmic_mean(a: f64, b: f64) -> f64 {
    let ratio = libm::log(a / b);
    if ratio.abs() < 1e-9 { f64::midpoint(a, b) } else { (a - b) / ratio }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Aggregation; 8] = [
        Aggregation::ArithmeticMean,
        Aggregation::Sum,
        Aggregation::GeometricMean,
        Aggregation::HarmonicMean,
        Aggregation::MazziottaPareto { penalty: Penalty::Add, divisor: Divisor::Population },
        Aggregation::Median,
        Aggregation::Copeland,
        Aggregation::WorstK { k: 2 },
    ];

    fn of(group: &Group, method: Aggregation) -> Vec<f64> {
        let mut out = vec![0.0; group.rows()];
        group.aggregate(method, &mut out);
        out
    }

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-12 * expected.abs().max(1.0), "{found} instead of {expected}");
    }

    #[test]
    fn weights_of_the_indicators_present_are_rescaled() {
        let (a, b) = ([1.0, 1.0], [3.0, f64::NAN]);
        let group = Group::of(vec![&a, &b], vec![1.0, 3.0]);
        let found = [of(&group, Aggregation::ArithmeticMean), of(&group, Aggregation::Sum)].concat();
        found.iter().zip([2.5, 1.0, 10.0, 4.0]).for_each(|(&found, expected)| close(found, expected));
    }

    #[test]
    fn each_method_gives_its_textbook_value() {
        let columns = [[2.0], [8.0], [4.0]];
        let group = Group::of(columns.iter().map(|column| &column[..]).collect(), vec![1.0; 3]);
        let mean = 14.0 / 3.0;
        let variance = (64.0 + 16.0 + 4.0) / 3.0 - mean * mean;
        for (method, expected) in
            ALL.into_iter().zip([mean, 14.0, 4.0, 3.0 / (0.5 + 0.125 + 0.25), mean + variance / mean, 4.0, 0.0, 6.0])
        {
            close(of(&group, method)[0], expected);
        }
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_both_middle_values() {
        let columns = [[1.0], [9.0], [3.0], [5.0]];
        let group = |weights: [f64; 4]| Group::of(columns.iter().map(|column| &column[..]).collect(), weights.to_vec());
        close(of(&group([1.0; 4]), Aggregation::Median)[0], 4.0);
        close(of(&group([1.0, 9.0, 1.0, 1.0]), Aggregation::Median)[0], 9.0);
    }

    #[test]
    fn an_area_that_leads_in_most_weight_stands_before_all_others() {
        let (a, b) = ([9.0, 5.0, 1.0], [1.0, 2.0, 3.0]);
        let group = Group::of(vec![&a, &b], vec![2.0, 1.0]);
        assert_eq!(of(&group, Aggregation::Copeland), [2.0, 0.0, -2.0]);
        let even = Group::of(vec![&a, &b], vec![1.0, 1.0]);
        assert_eq!(of(&even, Aggregation::Copeland), [0.0, 0.0, 0.0]);
    }

    #[test]
    fn the_parts_of_every_method_add_up_to_the_aggregate() {
        let mut state = 7u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if state >> 60 == 0 { f64::NAN } else { 1.0 + (state >> 40) as f64 / 1e5 }
        };
        let columns: Vec<Vec<f64>> = (0..5).map(|_| (0..30).map(|_| next()).collect()).collect();
        let slices = || columns.iter().map(Vec::as_slice).collect();
        let group = Group::of(slices(), vec![1.0, 2.0, 0.5, 0.0, 3.0]);
        for method in ALL {
            let aggregate = of(&group, method);
            let parts = group.parts(method, &aggregate);
            for (row, &expected) in aggregate.iter().enumerate() {
                let sum: f64 = parts.iter().zip(&columns).map(|(part, column)| part.of(row, column[row])).sum();
                assert!((sum - expected).abs() <= 1e-10 * expected.abs().max(1.0), "{method:?} {sum} {expected}");
            }
        }
    }
}
