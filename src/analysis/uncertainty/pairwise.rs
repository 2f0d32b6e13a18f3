//! Which of two areas comes first, for every pair.

use super::groups::is_sure;
use super::{RankDraws, Share};
use crate::jobs::{Cancelled, Progress};
use rayon::prelude::*;

/// P(a before b) of all pairs. Made on demand: the work grows with the square of the areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairwise {
    areas: usize,
    replications: usize,
    /// Replications in which the row's area has the smaller rank than the column's, row by row.
    before: Vec<u32>,
}

impl RankDraws {
    /// Counts every pair.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn pairwise(&self, progress: &Progress) -> Result<Pairwise, Cancelled> {
        let areas = self.areas();
        let row = |first: usize| {
            progress.check()?;
            let count = |second: usize| if first == second { 0 } else { self.count_before(first, second) as u32 };
            Ok((0..areas).map(count).collect())
        };
        let rows: Vec<Vec<u32>> = (0..areas).into_par_iter().map(row).collect::<Result<_, Cancelled>>()?;
        Ok(Pairwise { areas, replications: self.replications(), before: rows.concat() })
    }
}

impl Pairwise {
    /// Number of areas, in the order of [`IndexRun::areas`](crate::analysis::IndexRun::areas).
    pub fn areas(&self) -> usize {
        self.areas
    }

    /// P(first before second); equal ranks count for neither.
    pub fn before(&self, first: usize, second: usize) -> Share {
        Share::of(self.count(first, second), self.replications)
    }

    /// Whether neither of two areas ranks before the other in at least 95 % of the replications, by more than their
    /// number leaves open.
    pub fn indistinguishable(&self, first: usize, second: usize) -> bool {
        first != second && !is_sure(self.before(first, second)) && !is_sure(self.before(second, first))
    }

    /// The areas that cannot be told apart from one.
    pub fn like(&self, row: usize) -> Vec<usize> {
        (0..self.areas).filter(|&other| self.indistinguishable(row, other)).collect()
    }

    fn count(&self, first: usize, second: usize) -> usize {
        self.before[first * self.areas + second] as usize
    }
}
