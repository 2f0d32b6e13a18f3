//! Makes values of different units comparable. All results point towards need: greater is more.

use super::SpecError;
use super::statistics::{deviation_about, is_constant, mean, median, order, range, sorted};
use crate::domain::{
    BeyondGoalposts, Direction, DistanceForm, DistanceTo, GoalpostScale, Goalposts, Normalisation, RankTies, ScaledRank,
};

/// What a normalisation needs to know of an indicator besides its values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Card {
    pub code: String,
    /// Whether a low value means need.
    pub turned: bool,
    pub goalposts: Option<Goalposts>,
    pub target: Option<f64>,
    /// Value of the reference area.
    pub reference_value: Option<f64>,
}

impl Card {
    /// Whether a low value means need.
    pub fn is_turned(direction: Direction) -> bool {
        match direction {
            Direction::HighIsNeed | Direction::Context => false,
            Direction::LowIsNeed => true,
        }
    }
}

/// How one indicator's values are turned into comparable ones.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scale {
    /// (x − centre) · factor + shift; a negative factor turns the direction.
    Linear { centre: f64, factor: f64, shift: f64 },
    /// The same of ln x or of x, within bounds.
    Bounded { log: bool, centre: f64, factor: f64, shift: f64, low: f64, high: f64 },
    /// A function of the place among sorted values; their rows, in the same order.
    Place { sorted: Vec<f64>, rows: Vec<u32>, turned: bool, ties: RankTies, points: Points },
    /// The reference set does not vary: the indicator counts 0.
    Constant,
}

/// What a place is worth. With n values and place r from the greatest need on, b = n − r stand below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Points {
    /// b + 1.
    Rank,
    /// b.
    Borda,
    /// 100 · b / (n − 1).
    Percentile,
    /// E of R = (b + 1) / n or b / n.
    Exponential(ScaledRank),
}

impl Points {
    fn of(self, below: f64, n: f64) -> f64 {
        match self {
            Points::Rank => below + 1.0,
            Points::Borda => below,
            Points::Percentile => 100.0 * below / (n - 1.0),
            Points::Exponential(ScaledRank::ToOne) => exponential((below + 1.0) / n),
            Points::Exponential(ScaledRank::FromZero) => exponential(below / n),
        }
    }
}

/// E = −23 · ln(1 − R · (1 − e^(−100/23))), English Indices of Deprivation (Noble et al. 2004; technical report 2019,
/// appendix): 0 at R = 0, 100 at R = 1, and about half of the places have less than 16.
fn exponential(scaled_rank: f64) -> f64 {
    let reach = -libm::expm1(-100.0 / 23.0);
    -23.0 * libm::log1p(-scaled_rank * reach)
}

impl Scale {
    /// The scale that the reference set's observed values give.
    ///
    /// # Errors
    /// [`SpecError::NoRobustSpread`] where more than half of the values are equal; the reason why there is no
    /// benchmark or goalpost.
    pub fn fit(known: &[f64], method: Normalisation, card: &Card) -> Result<Scale, SpecError> {
        if is_constant(known) {
            return Ok(Scale::Constant);
        }
        let place = |ties, points| {
            let rows = order(known);
            let sorted = rows.iter().map(|&row| known[row as usize]).collect();
            Scale::Place { sorted, rows, turned: card.turned, ties, points }
        };
        Ok(match method {
            Normalisation::ZScore { divisor } => {
                let centre = mean(known);
                card.linear(centre, deviation_about(centre, known, divisor), 0.0)
            }
            Normalisation::ScaledZ { divisor, mean: middle, spread } => {
                let centre = mean(known);
                card.linear(centre, deviation_about(centre, known, divisor) / spread, middle)
            }
            Normalisation::RobustZ => {
                let (centre, spread) = median_and_mad(known);
                if spread <= 1e-12 * centre.abs() {
                    return Err(SpecError::NoRobustSpread(card.code.clone()));
                }
                card.linear(centre, spread, 0.0)
            }
            Normalisation::MinMax { from, to } => {
                let (low, high) = range(known);
                card.linear(if card.turned { high } else { low }, (high - low) / (to - from), from)
            }
            Normalisation::Goalposts { from, to, scale, beyond } => card.goalposts(from, to, scale, beyond, known)?,
            Normalisation::Rank { ties } => place(ties, Points::Rank),
            Normalisation::Borda { ties } => place(ties, Points::Borda),
            Normalisation::PercentileRank { ties } => place(ties, Points::Percentile),
            Normalisation::Distance { to, form } => card.distance(to, form, known)?,
            Normalisation::ShareOfMean => {
                let centre = card.above_zero(mean(known))?;
                card.linear(centre, centre / 100.0, 100.0)
            }
            Normalisation::Exponential { ties, scaled_rank } => place(ties, Points::Exponential(scaled_rank)),
        })
    }

    /// The normalised value; NaN stays NaN, also on a constant scale.
    #[inline]
    pub fn value(&self, value: f64) -> f64 {
        match self {
            Scale::Linear { centre, factor, shift } => (value - centre) * factor + shift,
            Scale::Bounded { log, centre, factor, shift, low, high } => {
                let value = if *log { libm::log(value) } else { value };
                (value.clamp(*low, *high) - centre) * factor + shift
            }
            Scale::Place { sorted, turned, ties, points, rows: _ } => {
                if value.is_nan() {
                    return f64::NAN;
                }
                points.of(below(value, sorted, *turned, *ties), sorted.len() as f64)
            }
            Scale::Constant => value * 0.0,
        }
    }

    /// The normalised values of a column.
    pub fn apply(&self, values: &[f64]) -> Vec<f64> {
        match self {
            Scale::Linear { centre, factor, shift } => {
                values.iter().map(|value| (value - centre) * factor + shift).collect()
            }
            Scale::Place { sorted, turned, ties, points, rows: _ } if sorted.len() > 64 => {
                places(values, sorted, *turned, *ties, *points)
            }
            Scale::Bounded { .. } | Scale::Place { .. } | Scale::Constant => {
                values.iter().map(|&value| self.value(value)).collect()
            }
        }
    }

    /// The normalised values of the very values that the scale was made from: their places are known.
    pub fn apply_to_own(&self, known: &[f64]) -> Vec<f64> {
        match self {
            Scale::Place { sorted, rows, turned, ties, points } => own_places(sorted, rows, *turned, *ties, *points),
            Scale::Linear { .. } | Scale::Bounded { .. } | Scale::Constant => self.apply(known),
        }
    }

    /// Whether the indicator carries no information.
    pub fn is_constant(&self) -> bool {
        match self {
            Scale::Constant => true,
            Scale::Linear { .. } | Scale::Bounded { .. } | Scale::Place { .. } => false,
        }
    }
}

impl Card {
    fn linear(&self, centre: f64, spread: f64, shift: f64) -> Scale {
        let factor = if self.turned { -1.0 / spread } else { 1.0 / spread };
        Scale::Linear { centre, factor, shift }
    }

    fn above_zero(&self, value: f64) -> Result<f64, SpecError> {
        if value > 0.0 { Ok(value) } else { Err(SpecError::NoPositiveMean(self.code.clone())) }
    }

    fn goalposts(
        &self,
        from: f64,
        to: f64,
        scale: GoalpostScale,
        beyond: BeyondGoalposts,
        known: &[f64],
    ) -> Result<Scale, SpecError> {
        let missing = || SpecError::NoGoalposts(self.code.clone());
        let Goalposts { low, high } = self.goalposts.filter(|posts| posts.low < posts.high).ok_or_else(missing)?;
        let log = scale == GoalpostScale::Log;
        if log && (low <= 0.0 || known.iter().any(|&value| value <= 0.0)) {
            return Err(SpecError::LogOfNegative(self.code.clone()));
        }
        let (low, high) = if log { (libm::log(low), libm::log(high)) } else { (low, high) };
        let spread = (high - low) / (to - from);
        let factor = if self.turned { -1.0 / spread } else { 1.0 / spread };
        let centre = if self.turned { high } else { low };
        let (low, high) = match beyond {
            BeyondGoalposts::Clamp => (low, high),
            BeyondGoalposts::Keep => (f64::NEG_INFINITY, f64::INFINITY),
        };
        Ok(Scale::Bounded { log, centre, factor, shift: from, low, high })
    }

    fn distance(&self, to: DistanceTo, form: DistanceForm, known: &[f64]) -> Result<Scale, SpecError> {
        let (low, high) = range(known);
        let (most, least) = if self.turned { (low, high) } else { (high, low) };
        let benchmark = match to {
            DistanceTo::Maximum => most,
            DistanceTo::Target => self.target.ok_or_else(|| SpecError::NoTarget(self.code.clone()))?,
            DistanceTo::ReferenceArea => {
                self.reference_value.ok_or_else(|| SpecError::NoReferenceValue(self.code.clone()))?
            }
        };
        let tiny = 1e-12 * low.abs().max(high.abs());
        match form {
            DistanceForm::Relative if benchmark.abs() > tiny => {
                Ok(self.linear(benchmark, benchmark.abs() / 100.0, 0.0))
            }
            DistanceForm::Range if (benchmark - least).abs() > tiny && (benchmark > least) != self.turned => {
                Ok(Scale::Linear { centre: least, factor: 100.0 / (benchmark - least), shift: 0.0 })
            }
            DistanceForm::Relative | DistanceForm::Range => Err(SpecError::NoDistance(self.code.clone())),
        }
    }
}

/// Median and 1.4826 times the median absolute deviation (consistent with the standard deviation of a normal distribution).
fn median_and_mad(values: &[f64]) -> (f64, f64) {
    let centre = median(&sorted(values));
    let deviations: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
    (centre, 1.4826 * median(&sorted(&deviations)))
}

/// n − r: how many of the sorted values count as below; a value that the list does not have stands between its
/// neighbours.
fn below(value: f64, sorted: &[f64], turned: bool, ties: RankTies) -> f64 {
    let less = sorted.partition_point(|&other| other < value);
    let up_to = less + sorted[less..].partition_point(|&other| other <= value);
    let distinct = || match ties {
        RankTies::Dense => distinct_above(value, sorted, turned),
        RankTies::Competition | RankTies::ModifiedCompetition | RankTies::Average => 0,
    };
    below_of(sorted.len(), less, up_to, turned, ties, distinct)
}

/// The same from the number of smaller and of smaller or equal values.
fn below_of(
    n: usize,
    less: usize,
    up_to: usize,
    turned: bool,
    ties: RankTies,
    distinct: impl FnOnce() -> usize,
) -> f64 {
    let (below, equal) = if turned { (n - up_to, up_to - less) } else { (less, up_to - less) };
    let last = n as f64 - 1.0;
    let between = (below as f64 - 0.5).clamp(0.0, last);
    match ties {
        _ if equal == 0 => between,
        RankTies::Competition => (below + equal - 1) as f64,
        RankTies::ModifiedCompetition => below as f64,
        RankTies::Average => below as f64 + (equal as f64 - 1.0) / 2.0,
        RankTies::Dense => last - distinct() as f64,
    }
}

/// Number of different values that mean more need.
fn distinct_above(value: f64, sorted: &[f64], turned: bool) -> usize {
    let more = |other: f64| if turned { other < value } else { other > value };
    let starts = |at: usize| at == 0 || sorted[at - 1] < sorted[at];
    (0..sorted.len()).filter(|&at| more(sorted[at]) && starts(at)).count()
}

/// Points of many values: their places are found by walking along the sorted values, not by searching for each.
fn places(values: &[f64], sorted: &[f64], turned: bool, ties: RankTies, points: Points) -> Vec<f64> {
    let different = sorted.windows(2).filter(|pair| pair[0] < pair[1]).count() + 1;
    let (mut less, mut up_to, mut smaller) = (0, 0, 0);
    let mut out = vec![f64::NAN; values.len()];
    let n = sorted.len();
    for row in order(values) {
        let value = values[row as usize];
        if value.is_nan() {
            continue;
        }
        while less < n && sorted[less] < value {
            smaller += usize::from(less == 0 || sorted[less - 1] < sorted[less]);
            less += 1;
        }
        up_to = up_to.max(less);
        while up_to < n && sorted[up_to] <= value {
            up_to += 1;
        }
        let distinct = || if turned { smaller } else { different - smaller - 1 };
        out[row as usize] = points.of(below_of(n, less, up_to, turned, ties, distinct), n as f64);
    }
    out
}

/// The same of the sorted values themselves, group by group of equal ones.
fn own_places(sorted: &[f64], rows: &[u32], turned: bool, ties: RankTies, points: Points) -> Vec<f64> {
    let is_equal = |left: &f64, right: &f64| left >= right;
    let different = sorted.chunk_by(is_equal).count();
    let mut out = vec![f64::NAN; sorted.len()];
    let mut less = 0;
    for (smaller, equal) in sorted.chunk_by(is_equal).enumerate() {
        let up_to = less + equal.len();
        let distinct = || if turned { smaller } else { different - smaller - 1 };
        let value = points.of(below_of(sorted.len(), less, up_to, turned, ties, distinct), sorted.len() as f64);
        rows[less..up_to].iter().for_each(|&row| out[row as usize] = value);
        less = up_to;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Divisor;

    fn card(turned: bool) -> Card {
        Card { code: "x".into(), turned, ..Card::default() }
    }

    fn check(values: &[f64], method: Normalisation, card: &Card, expected: &[f64]) {
        let scale = Scale::fit(values, method, card).unwrap();
        let found = scale.apply(values);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{method:?}: {found} instead of {expected}");
        }
        for (&value, found) in values.iter().zip(found) {
            assert!((scale.value(value) - found).abs() < 1e-12, "{method:?}");
        }
    }

    #[test]
    fn each_method_gives_its_textbook_values() {
        let values = [1.0, 2.0, 3.0, 3.0, 11.0];
        let high = card(false);
        check(&values, Normalisation::MIN_MAX, &high, &[0.0, 10.0, 20.0, 20.0, 100.0]);
        check(&values, Normalisation::MinMax { from: 1.0, to: 2.0 }, &high, &[1.0, 1.1, 1.2, 1.2, 2.0]);
        check(&values, Normalisation::PERCENTILE_RANK, &high, &[0.0, 25.0, 62.5, 62.5, 100.0]);
        check(&values, Normalisation::ShareOfMean, &high, &[25.0, 50.0, 75.0, 75.0, 275.0]);
        let unit = 1.0 / 1.4826;
        check(&values, Normalisation::RobustZ, &high, &[-2.0 * unit, -unit, 0.0, 0.0, 8.0 * unit]);
        let sd = (64.0f64 / 5.0).sqrt();
        let z = [-3.0, -2.0, -1.0, -1.0, 7.0].map(|difference| difference / sd);
        check(&values, Normalisation::Z, &high, &z);
        let scaled = Normalisation::ScaledZ { divisor: Divisor::Population, mean: 100.0, spread: 10.0 };
        check(&values, scaled, &high, &z.map(|z| 100.0 + 10.0 * z));
    }

    #[test]
    fn a_low_value_means_need_where_the_direction_says_so() {
        let low = card(true);
        check(&[1.0, 2.0, 5.0], Normalisation::MIN_MAX, &low, &[100.0, 75.0, 0.0]);
        check(&[1.0, 2.0, 5.0], Normalisation::PERCENTILE_RANK, &low, &[100.0, 50.0, 0.0]);
        check(&[1.0, 3.0], Normalisation::Z, &low, &[1.0, -1.0]);
        check(&[1.0, 3.0], Normalisation::ShareOfMean, &low, &[150.0, 50.0]);
    }

    #[test]
    fn the_place_of_equal_values_follows_the_named_rule() {
        let values = [1.0, 2.0, 2.0, 3.0];
        let with = |ties| Normalisation::Borda { ties };
        for (turned, ties, expected) in [
            (false, RankTies::Competition, [0.0, 2.0, 2.0, 3.0]),
            (false, RankTies::ModifiedCompetition, [0.0, 1.0, 1.0, 3.0]),
            (false, RankTies::Average, [0.0, 1.5, 1.5, 3.0]),
            (false, RankTies::Dense, [1.0, 2.0, 2.0, 3.0]),
            (true, RankTies::Competition, [3.0, 2.0, 2.0, 0.0]),
            (true, RankTies::ModifiedCompetition, [3.0, 1.0, 1.0, 0.0]),
            (true, RankTies::Dense, [3.0, 2.0, 2.0, 1.0]),
        ] {
            check(&values, with(ties), &card(turned), &expected);
        }
    }

    #[test]
    fn walking_and_searching_give_the_same_places() {
        let values: Vec<f64> = (0..500u32).map(|i| f64::from(i * 7919 % 101)).collect();
        for ties in [RankTies::Competition, RankTies::ModifiedCompetition, RankTies::Average, RankTies::Dense] {
            for turned in [false, true] {
                for reference in [&values[..], &values[..70]] {
                    let scale = Scale::fit(reference, Normalisation::Rank { ties }, &card(turned)).unwrap();
                    let one_by_one: Vec<f64> = values.iter().map(|&value| scale.value(value)).collect();
                    assert_eq!(scale.apply(&values), one_by_one, "{ties:?}");
                    let own: Vec<f64> = reference.iter().map(|&value| scale.value(value)).collect();
                    assert_eq!(scale.apply_to_own(reference), own, "{ties:?}");
                }
            }
        }
    }

    #[test]
    fn the_most_burdened_place_is_worth_a_hundred_on_the_exponential_scale() {
        let values: Vec<f64> = (1..=1000).map(f64::from).collect();
        let with = |scaled_rank| {
            let method = Normalisation::Exponential { ties: RankTies::Competition, scaled_rank };
            Scale::fit(&values, method, &card(false)).unwrap().apply(&values)
        };
        let to_one = with(ScaledRank::ToOne);
        assert!((to_one[999] - 100.0).abs() < 1e-9);
        assert!(with(ScaledRank::FromZero)[0].abs() < 1e-12);
        // The published property: the most burdened tenth is spread over the upper half of the scale.
        assert!((to_one[899] - 50.0).abs() < 0.6, "{}", to_one[899]);
    }

    #[test]
    fn goalposts_clamp_and_take_logarithms() {
        let posts = Card { goalposts: Some(Goalposts { low: 1.0, high: 100.0 }), ..card(false) };
        let method = |scale, beyond| Normalisation::Goalposts { from: 0.0, to: 1.0, scale, beyond };
        let values = [1.0, 10.0, 1000.0];
        check(&values, method(GoalpostScale::Log, BeyondGoalposts::Clamp), &posts, &[0.0, 0.5, 1.0]);
        check(&values, method(GoalpostScale::Log, BeyondGoalposts::Keep), &posts, &[0.0, 0.5, 1.5]);
        let turned = Card { turned: true, ..posts };
        check(&values, method(GoalpostScale::Log, BeyondGoalposts::Clamp), &turned, &[1.0, 0.5, 0.0]);
        let without = Scale::fit(&values, method(GoalpostScale::Log, BeyondGoalposts::Clamp), &card(false));
        assert_eq!(without, Err(SpecError::NoGoalposts("x".into())));
    }

    #[test]
    fn distances_are_measured_towards_need() {
        let target = |turned| Card { target: Some(4.0), ..card(turned) };
        let by = |to, form| Normalisation::Distance { to, form };
        let values = [2.0, 5.0, 8.0];
        check(&values, by(DistanceTo::Target, DistanceForm::Relative), &target(false), &[-50.0, 25.0, 100.0]);
        check(&values, by(DistanceTo::Target, DistanceForm::Relative), &target(true), &[50.0, -25.0, -100.0]);
        check(&values, by(DistanceTo::Target, DistanceForm::Range), &target(false), &[0.0, 150.0, 300.0]);
        check(&values, by(DistanceTo::Maximum, DistanceForm::Range), &card(true), &[100.0, 50.0, 0.0]);
        let none = Scale::fit(&values, by(DistanceTo::ReferenceArea, DistanceForm::Relative), &card(false));
        assert_eq!(none, Err(SpecError::NoReferenceValue("x".into())));
    }

    #[test]
    fn a_constant_indicator_counts_zero_and_a_gap_stays_a_gap() {
        let scale = Scale::fit(&[7.0, 7.0], Normalisation::MIN_MAX, &card(false)).unwrap();
        assert_eq!(scale, Scale::Constant);
        assert!(scale.apply(&[7.0, f64::NAN])[1].is_nan());
    }

    #[test]
    fn the_robust_scale_is_refused_where_most_values_are_equal() {
        let scale = Scale::fit(&[1.0, 1.0, 1.0, 9.0], Normalisation::RobustZ, &card(false));
        assert_eq!(scale, Err(SpecError::NoRobustSpread("x".into())));
    }

    #[test]
    fn a_value_outside_the_reference_set_stands_between_its_neighbours() {
        let scale = Scale::fit(&[1.0, 2.0, 4.0], Normalisation::PERCENTILE_RANK, &card(false)).unwrap();
        let expected = [0.0, 75.0, 100.0];
        for (found, expected) in scale.apply(&[0.0, 3.0, 9.0]).iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9);
        }
    }
}
