//! Rank intervals: the recipe and the data varied many times.
//!
//! Each replication has its own stream of the counter-based generator, so the result is the same for any number of
//! threads. [`rank_intervals`] is what every ranking shows; [`rank_draws`] keeps the ranks of all replications for
//! P(rank ≤ k), P(a before b) and distributions.

mod data_sampling;
mod draws;
mod groups;
mod pairwise;
pub(in crate::analysis) mod random;
mod recipe_variation;

pub use data_sampling::SampledData;
pub use draws::{RankDraws, Share, rank_draws};
pub use pairwise::Pairwise;
pub use recipe_variation::{Choice, Replaced};
pub(super) use recipe_variation::{Draw, Space, Workspace};

use super::{IndexRun, SpecError};
use crate::domain::PlanningData;
use crate::jobs::Progress;
use crate::text::report::Membership;

/// How sure the ranks are: distribution over the replications. Vectors follow [`IndexRun::areas`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankIntervals {
    /// Replications.
    pub replications: u32,
    /// Seed.
    pub seed: u64,
    /// Lower end (smaller rank) of the interval, quantile type 7.
    pub low: Vec<f64>,
    /// Median rank.
    pub median: Vec<f64>,
    /// Upper end.
    pub high: Vec<f64>,
    /// Share (0 to 1) of replications in which the area is among the first [`top_places`](Self::top_places).
    pub top_share: Vec<f64>,
    /// Monte Carlo standard error of [`top_share`](Self::top_share): how much another seed may change it.
    pub top_share_error: Vec<f64>,
    /// Number of places that [`top_share`](Self::top_share) speaks of.
    pub top_places: u32,
    /// Groups of areas, by rank, that cannot be told apart: group number per area, starting at 0.
    /// An area joins the group of the one before it unless the group's first member ranks before it in at least 95 % of
    /// the replications, by more than twice the Monte Carlo standard error of that share.
    pub group: Vec<usize>,
    /// Which values were drawn anew within their sampling error; none where the recipe takes them as they are.
    pub sampled: Option<SampledData>,
    /// Combinations of choices that make no sense, and what was done instead.
    pub replaced: Vec<Replaced>,
}

/// Share of replications from which membership in the first places counts as settled, and below which as ruled out.
const SETTLED_SHARE: f64 = 0.95;
const RULED_OUT_SHARE: f64 = 0.05;
/// Less than one of as many replications as anybody computes.
const ONE_WAY_SHARE: f64 = 1e-9;

impl RankIntervals {
    /// Whether the area of a row belongs to the first places, by its share of the replications. This is what a border
    /// case is, in window, sentences and documents.
    pub fn membership(&self, row: usize) -> Membership {
        membership(self.top_share[row], self.top_share.len(), self.top_places)
    }

    /// The interval of a row in whole ranks, rounded outwards.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ranks are small and positive")]
    pub fn span(&self, row: usize) -> (u32, u32) {
        (self.low[row].floor() as u32, self.high[row].ceil() as u32)
    }
}

/// Whether an area is among the first `top_places` of `of` areas, by the share (0 to 1) of replications in which it is.
fn membership(top_share: f64, of: usize, top_places: u32) -> Membership {
    if top_places as usize >= of {
        Membership::Unasked
    } else if top_share > 1.0 - ONE_WAY_SHARE {
        Membership::Always
    } else if top_share >= SETTLED_SHARE {
        Membership::Settled
    } else if top_share > RULED_OUT_SHARE {
        Membership::Borderline
    } else if top_share > ONE_WAY_SHARE {
        Membership::RuledOut
    } else {
        Membership::Never
    }
}

/// Ranks the areas of a run anew under varied choices and data.
///
/// Every replication draws each choice that the recipe's [`Uncertainty`](crate::domain::Uncertainty) names: a
/// normalisation, each weight from 1 ± the variation, an aggregation, an imputation, a treatment, one indicator to
/// leave out, and the data within their sampling error. Who takes part and the reference set stay as they are.
///
/// # Errors
/// [`SpecError::Cancelled`], or why a choice that the recipe varies makes no sense with these data.
pub fn rank_intervals(data: &PlanningData, run: &IndexRun, progress: &Progress) -> Result<RankIntervals, SpecError> {
    Ok(rank_draws(data, run, progress)?.intervals(run))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{LEADER, Planted, planted};
    use super::super::{rank, run};
    use super::*;
    use crate::domain::{Aggregation, Imputation, RankTies, Sampling, Treatment};

    /// A recipe in which everything varies, over values of which some have counts.
    fn everything(areas: usize, indicators: usize) -> Planted {
        let Planted { data, mut spec } = super::super::testing::with_counts(areas, indicators);
        let varied = &mut spec.uncertainty;
        varied.aggregations = vec![Aggregation::ArithmeticMean, Aggregation::GeometricMean];
        varied.treatments = vec![Treatment::None, Treatment::WINSORISE];
        varied.imputations = vec![Imputation::Reweight, Imputation::ReferenceMedian];
        varied.leave_one_out = true;
        varied.sampling = Sampling::Beta;
        varied.replications = 200;
        Planted { data, spec }
    }

    #[test]
    fn membership_is_settled_only_at_the_ends() {
        for (share, expected) in [
            (1.0, Membership::Always),
            (0.9999, Membership::Settled),
            (0.95, Membership::Settled),
            (0.94, Membership::Borderline),
            (0.06, Membership::Borderline),
            (0.05, Membership::RuledOut),
            (0.0, Membership::Never),
        ] {
            assert_eq!(membership(share, 39, 13), expected, "{share}");
        }
        assert_eq!(membership(1.0, 13, 13), Membership::Unasked, "all of thirteen areas are among the first thirteen");
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_with_one_and_four_threads() {
        for Planted { data, spec } in [planted(40, 5), everything(40, 5)] {
            let run = run(&data, &spec).unwrap();
            let with = |threads| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
                pool.install(|| rank_draws(&data, &run, &Progress::new())).unwrap()
            };
            assert_eq!(with(1), with(4));
            let mut other = run.clone();
            other.spec.uncertainty.seed += 1;
            assert_ne!(rank_draws(&data, &other, &Progress::new()).unwrap(), with(1));
        }
    }

    #[test]
    fn without_variation_every_interval_is_the_rank() {
        let Planted { data, mut spec } = planted(30, 4);
        spec.uncertainty.weight_variation = 0.0;
        spec.uncertainty.normalisations.clear();
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        for (row, &own) in ranking.run.rank.iter().enumerate() {
            let own = f64::from(own);
            for found in [ranking.intervals.low[row], ranking.intervals.median[row], ranking.intervals.high[row]] {
                assert!((found - own).abs() < 1e-12);
            }
            assert_eq!(ranking.intervals.group[row] + 1, ranking.run.rank[row] as usize);
        }
    }

    #[test]
    fn a_shared_mean_rank_lies_in_its_own_interval() {
        let Planted { data, mut spec } = planted(30, 4);
        spec.uncertainty.weight_variation = 0.0;
        spec.uncertainty.normalisations.clear();
        spec.aggregate = Aggregation::Copeland;
        spec.ties = RankTies::Average;
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        assert!(ranking.run.place.iter().any(|place| place.fract() > 0.0), "the smallest input has ties");
        for (row, &place) in ranking.run.place.iter().enumerate() {
            assert!((ranking.intervals.median[row] - place).abs() < 1e-12, "{place}");
            let (low, high) = ranking.intervals.span(row);
            assert!(f64::from(low) <= place && place <= f64::from(high));
        }
    }

    #[test]
    fn an_area_that_leads_everywhere_leads_in_every_replication() {
        let Planted { data, spec } = planted(30, 4);
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        let leader = ranking.run.row_of(LEADER).unwrap();
        assert!((ranking.intervals.high[leader] - 1.0).abs() < 1e-12);
        assert!((ranking.intervals.top_share[leader] - 1.0).abs() < 1e-12);
        assert!(ranking.intervals.top_share_error[leader].abs() < 1e-12);
        assert_eq!(ranking.intervals.group[leader], 0);
    }

    #[test]
    fn shares_of_places_and_of_pairs_fit_together() {
        let Planted { data, spec } = planted(20, 4);
        let run = run(&data, &spec).unwrap();
        let draws = rank_draws(&data, &run, &Progress::new()).unwrap();
        let pairs = draws.pairwise(&Progress::new()).unwrap();
        for row in 0..20 {
            assert!((draws.within(row, 20).value - 1.0).abs() < 1e-12);
            let places: f64 =
                draws.distribution(row).iter().zip(1..).map(|(&n, rank)| f64::from(n) * f64::from(rank)).sum();
            let ahead: f64 = (0..20).map(|other| pairs.before(other, row).value).sum();
            assert!((places / draws.replications() as f64 - 1.0 - ahead).abs() < 1e-9, "mean rank is 1 + areas ahead");
            for other in 0..20 {
                assert_eq!(
                    pairs.before(row, other),
                    if row == other { Share::of(0, 1000) } else { draws.before(row, other) }
                );
            }
        }
        let leader = run.row_of(LEADER).unwrap();
        assert!(pairs.like(leader).is_empty());
    }

    #[test]
    fn values_without_counts_are_named_and_stay_as_they_are() {
        let Planted { data, mut spec } = everything(12, 3);
        spec.uncertainty = crate::domain::Uncertainty {
            weight_variation: 0.0,
            normalisations: Vec::new(),
            sampling: Sampling::Normal,
            ..Default::default()
        };
        let ranking = rank(&data, &spec, &Progress::new()).unwrap();
        let sampled = ranking.intervals.sampled.unwrap();
        let without: usize = sampled.without_counts.iter().map(|(_, areas)| areas.len()).sum();
        assert_eq!((sampled.sampled + without, sampled.other_than_counts.len()), (36, 0));
        assert!(sampled.sampled > 0 && without > 0);
        assert!(ranking.intervals.low.iter().zip(&ranking.intervals.high).any(|(low, high)| low < high));
    }

    #[test]
    fn a_cancelled_computation_stops() {
        let Planted { data, spec } = planted(10, 3);
        let progress = Progress::new();
        progress.cancel();
        assert_eq!(rank(&data, &spec, &progress), Err(SpecError::Cancelled));
    }
}
