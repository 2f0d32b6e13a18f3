//! Ranks from scores: 1 is the greatest. Scores are compared before any rounding, with a tolerance against
//! rounding noise.

use super::statistics::tie_tolerance;
use crate::domain::RankTies;

/// Up to this many areas, counting the greater ones is faster than sorting.
const COUNTED: usize = 96;

/// Working memory that is used again for many rankings of the same areas.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranker {
    keys: Vec<u64>,
}

/// Places of the scores by the named rule, of which `ranks` are the [`ranks`]: whole numbers, or halves where equal
/// scores share the mean of their places.
pub(super) fn places(scores: &[f64], ranks: &[u32], ties: RankTies) -> Vec<f64> {
    match ties {
        RankTies::Competition | RankTies::ModifiedCompetition | RankTies::Dense => {
            ranks.iter().copied().map(f64::from).collect()
        }
        RankTies::Average => {
            let first = ranks;
            let last = self::ranks(scores, RankTies::ModifiedCompetition);
            first.iter().zip(&last).map(|(&first, &last)| f64::midpoint(f64::from(first), f64::from(last))).collect()
        }
    }
}

/// Ranks of the scores in whole numbers: with the average rule the first place that equal scores share.
pub(super) fn ranks(scores: &[f64], ties: RankTies) -> Vec<u32> {
    let mut ranks = vec![0; scores.len()];
    Ranker::default().rank(scores, ties, &mut ranks);
    ranks
}

impl Ranker {
    /// Writes the ranks of `scores`, which hold no NaN.
    pub fn rank(&mut self, scores: &[f64], ties: RankTies, ranks: &mut [u32]) {
        let tolerance = tie_tolerance(scores);
        match ties {
            RankTies::Competition | RankTies::Average if scores.len() <= COUNTED => {
                count_greater(scores, tolerance, ranks);
            }
            RankTies::Competition | RankTies::Average => self.competition(scores, tolerance, ranks),
            RankTies::ModifiedCompetition => self.modified_competition(scores, tolerance, ranks),
            RankTies::Dense => self.dense(scores, tolerance, ranks),
        }
    }

    /// Rows from the greatest score to the smallest. Sorts one word per row: the score's leading bits and the row, so
    /// that scores which agree to about ten digits may change places; such scores are ties.
    fn order(&mut self, scores: &[f64]) -> impl Iterator<Item = usize> + '_ {
        let mask = (scores.len().max(2) as u64).next_power_of_two() - 1;
        self.keys.clear();
        self.keys.extend(scores.iter().enumerate().map(|(row, &score)| (descending(score) & !mask) | row as u64));
        self.keys.sort_unstable();
        self.keys.iter().map(move |key| (key & mask) as usize)
    }

    fn competition(&mut self, scores: &[f64], tolerance: f64, ranks: &mut [u32]) {
        let order: Vec<usize> = self.order(scores).collect();
        let mut greater = 0;
        for &row in &order {
            while scores[order[greater]] > scores[row] + tolerance {
                greater += 1;
            }
            ranks[row] = greater as u32 + 1;
        }
    }

    /// The last of the places that equal scores share.
    fn modified_competition(&mut self, scores: &[f64], tolerance: f64, ranks: &mut [u32]) {
        let order: Vec<usize> = self.order(scores).collect();
        let mut up_to = 0;
        for &row in &order {
            while order.get(up_to).is_some_and(|&next| scores[next] >= scores[row] - tolerance) {
                up_to += 1;
            }
            ranks[row] = up_to as u32;
        }
    }

    fn dense(&mut self, scores: &[f64], tolerance: f64, ranks: &mut [u32]) {
        let mut group = 0;
        let mut leader = f64::INFINITY;
        for row in self.order(scores) {
            if leader > scores[row] + tolerance {
                group += 1;
                leader = scores[row];
            }
            ranks[row] = group;
        }
    }
}

fn count_greater(scores: &[f64], tolerance: f64, ranks: &mut [u32]) {
    for (rank, &score) in ranks.iter_mut().zip(scores) {
        let border = score + tolerance;
        let greater: u64 = scores.iter().map(|&other| u64::from(other > border)).sum();
        *rank = greater as u32 + 1;
    }
}

/// A word that grows as the score falls.
fn descending(score: f64) -> u64 {
    let bits = score.to_bits();
    let ascending = if bits >> 63 == 1 { !bits } else { bits | 1 << 63 };
    !ascending
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_share_a_rank_by_the_named_rule() {
        let scores = [1.0, 3.0, 2.0, 2.0, -5.0];
        assert_eq!(ranks(&scores, RankTies::Competition), [4, 1, 2, 2, 5]);
        assert_eq!(ranks(&scores, RankTies::Dense), [3, 1, 2, 2, 4]);
        assert_eq!(ranks(&scores, RankTies::ModifiedCompetition), [4, 1, 3, 3, 5]);
        let average = ranks(&scores, RankTies::Average);
        assert_eq!(places(&scores, &average, RankTies::Average), [4.0, 1.0, 2.5, 2.5, 5.0]);
    }

    #[test]
    fn rounding_noise_does_not_break_a_tie() {
        let scores = [0.3, 0.1 + 0.2, 0.0];
        assert_eq!(ranks(&scores, RankTies::Competition), [1, 1, 3]);
        assert_eq!(ranks(&scores, RankTies::Dense), [1, 1, 2]);
    }

    #[test]
    fn scores_that_only_rounding_would_join_keep_their_order() {
        assert_eq!(ranks(&[1.0, 1.000_001, 0.0], RankTies::Competition), [2, 1, 3]);
    }

    #[test]
    fn counting_and_sorting_give_the_same_ranks() {
        let scores: Vec<f64> = (0..400u32).map(|i| f64::from(i * 7919 % 101) / 7.0 - 6.0).collect();
        let mut counted = vec![0; scores.len()];
        count_greater(&scores, tie_tolerance(&scores), &mut counted);
        assert_eq!(ranks(&scores, RankTies::Competition), counted);
    }
}
