//! Classes of the index, with the rule of their borders named.

use super::SpecError;
use super::rank::ranks;
use super::statistics::{range, sorted};
use crate::domain::{ClassBorder, ClassMethod, Classes, QuantileRule, RankTies};

/// A value this close to a cut lies on it.
const ON_THE_CUT: f64 = 1e-9;

/// Classes of all areas and the borders between them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Classified {
    /// Class of each value, counted from low need.
    pub class: Vec<usize>,
    /// Borders, ascending. For natural breaks the greatest value of the lower class, for quantiles the smallest of the
    /// upper one.
    pub cuts: Vec<f64>,
}

/// Classes of the values.
///
/// # Errors
/// [`SpecError::TooFewForClasses`] where there are fewer different values than classes.
pub(super) fn classify(values: &[f64], classes: &Classes) -> Result<Classified, SpecError> {
    let count = classes.labels.len();
    match classes.method {
        ClassMethod::Cuts => Ok(by_cuts(values, &classes.cuts, &classes.border)),
        ClassMethod::Quantiles { rule } => Ok(by_quantiles(values, count, rule)),
        ClassMethod::NaturalBreaks => {
            let cuts = natural_breaks(values, count).ok_or(SpecError::TooFewForClasses(count))?;
            Ok(by_cuts(values, &cuts, &[ClassBorder::Lower]))
        }
        ClassMethod::EqualIntervals => {
            let (low, high) = range(values);
            let cuts: Vec<f64> = (1..count).map(|at| low + (high - low) * at as f64 / count as f64).collect();
            Ok(by_cuts(values, &cuts, &classes.border))
        }
    }
}

fn by_cuts(values: &[f64], cuts: &[f64], border: &[ClassBorder]) -> Classified {
    Classified { class: values.iter().map(|&value| class(value, cuts, border)).collect(), cuts: cuts.to_vec() }
}

/// The class of a value, counted from low need: the number of cuts that lie below it.
fn class(value: f64, cuts: &[f64], border: &[ClassBorder]) -> usize {
    let above = |&(at, &cut): &(usize, &f64)| match border.get(at).or(border.first()).copied().unwrap_or_default() {
        ClassBorder::Lower => value > cut + ON_THE_CUT,
        ClassBorder::Upper => value >= cut - ON_THE_CUT,
    };
    cuts.iter().enumerate().take_while(above).count()
}

fn by_quantiles(values: &[f64], count: usize, rule: QuantileRule) -> Classified {
    let end = |class: usize| match rule {
        QuantileRule::Floor => values.len() * class / count,
        QuantileRule::Ceil => (values.len() * class).div_ceil(count),
    };
    let ends: Vec<usize> = (1..count).map(end).collect();
    let of = |&rank: &u32| count - 1 - ends.partition_point(|&end| end < rank as usize);
    let class: Vec<usize> = ranks(values, RankTies::Competition).iter().map(of).collect();
    let smallest = |from: usize| {
        let members = values.iter().zip(&class).filter(|(_, class)| **class >= from);
        members.map(|(value, _)| *value).fold(f64::INFINITY, f64::min)
    };
    let cuts = (1..count).map(smallest).collect();
    Classified { class, cuts }
}

/// The greatest value of each class but the last, with the least sum of squares within the classes (Fisher 1958; found
/// exactly by dynamic programming, Wang and Song 2011). None with fewer different values than classes.
pub(super) fn natural_breaks(values: &[f64], count: usize) -> Option<Vec<f64>> {
    let sorted = sorted(values);
    let different = 1 + sorted.windows(2).filter(|pair| pair[0] < pair[1]).count();
    if sorted.is_empty() || different < count {
        return None;
    }
    let sums = Sums::of(&sorted);
    let n = sorted.len();
    let mut best: Vec<f64> = (0..n).map(|last| sums.within(0, last)).collect();
    let mut starts: Vec<Vec<usize>> = Vec::with_capacity(count);
    for _ in 1..count {
        let mut next = vec![f64::INFINITY; n];
        let mut start = vec![0; n];
        improve(&sums, &best, &mut next, &mut start, 1, n - 1, 1, n - 1);
        best = next;
        starts.push(start);
    }
    let mut cuts = Vec::with_capacity(count - 1);
    let mut last = n - 1;
    for start in starts.iter().rev() {
        last = start[last].checked_sub(1)?;
        cuts.push(sorted[last]);
    }
    cuts.reverse();
    Some(cuts)
}

/// Prefix sums about the mean, so that a sum of squares takes constant time.
struct Sums {
    first: Vec<f64>,
    second: Vec<f64>,
}

impl Sums {
    fn of(sorted: &[f64]) -> Sums {
        let centre = super::statistics::mean(sorted);
        let (mut first, mut second) = (vec![0.0], vec![0.0]);
        for (at, value) in sorted.iter().map(|value| value - centre).enumerate() {
            first.push(first[at] + value);
            second.push(second[at] + value * value);
        }
        Sums { first, second }
    }

    /// Sum of squares about the mean of the values from one place to another, both included.
    fn within(&self, from: usize, to: usize) -> f64 {
        let n = (to + 1 - from) as f64;
        let sum = self.first[to + 1] - self.first[from];
        (self.second[to + 1] - self.second[from] - sum * sum / n).max(0.0)
    }
}

/// Fills `next[low..=high]`: the best start of the last class grows with its end, so halving finds all.
#[expect(clippy::too_many_arguments, reason = "the bounds of a recursion")]
fn improve(
    sums: &Sums,
    best: &[f64],
    next: &mut [f64],
    start: &mut [usize],
    low: usize,
    high: usize,
    first: usize,
    last: usize,
) {
    if low > high {
        return;
    }
    let middle = usize::midpoint(low, high);
    for from in first..=middle.min(last) {
        let cost = best[from - 1] + sums.within(from, middle);
        if cost < next[middle] {
            next[middle] = cost;
            start[middle] = from;
        }
    }
    let found = start[middle].max(first);
    improve(sums, best, next, start, low, middle - 1, first, found);
    improve(sums, best, next, start, middle + 1, high, found, last);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_the_cut_falls_to_the_named_side() {
        let (cuts, border) = ([-1.0, 1.0], [ClassBorder::Lower, ClassBorder::Upper]);
        for (value, expected) in [(-1.0, 0), (-0.999, 1), (0.999, 1), (1.0, 2), (0.1 + 0.2 + 0.7, 2)] {
            assert_eq!(class(value, &cuts, &border), expected, "{value}");
        }
    }

    #[test]
    fn a_tenth_that_is_no_whole_number_ends_by_the_named_rule() {
        let values: Vec<f64> = (0..15).map(f64::from).collect();
        let counts = |rule| {
            let class = by_quantiles(&values, 10, rule).class;
            (0..10).map(|at| class.iter().filter(|class| **class == at).count()).collect::<Vec<_>>()
        };
        assert_eq!(counts(QuantileRule::Floor), [2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
        assert_eq!(counts(QuantileRule::Ceil), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
    }

    #[test]
    fn equal_values_stay_in_one_class() {
        let found = by_quantiles(&[5.0, 5.0, 5.0, 1.0], 4, QuantileRule::Floor);
        assert_eq!(found.class, [3, 3, 3, 0]);
    }

    /// All ways to cut, one by one.
    fn least(sorted: &[f64], classes: usize) -> f64 {
        if classes == 1 {
            return Sums::of(sorted).within(0, sorted.len() - 1);
        }
        let split = |at: usize| least(&sorted[..at], classes - 1) + least(&sorted[at..], 1);
        (classes - 1..sorted.len()).map(split).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn natural_breaks_have_the_least_variance_within() {
        let values: Vec<f64> = (0..14u32).map(|i| f64::from(i * i * 7919 % 97)).collect();
        for classes in 2..5 {
            let cuts = natural_breaks(&values, classes).unwrap();
            let found = by_cuts(&values, &cuts, &[ClassBorder::Lower]).class;
            let members =
                |at| sorted(&values.iter().zip(&found).filter(|(_, c)| **c == at).map(|(v, _)| *v).collect::<Vec<_>>());
            let within: f64 = (0..classes).map(|at| least(&members(at), 1)).sum();
            assert!((within - least(&sorted(&values), classes)).abs() < 1e-9);
        }
        assert_eq!(natural_breaks(&[1.0, 1.0, 2.0], 3), None);
    }
}
