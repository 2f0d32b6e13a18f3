//! Groups of areas that the replications cannot tell apart.

use super::RankDraws;
use crate::analysis::IndexRun;

/// Share of replications from which on one area is said to rank before another.
pub(super) const BEFORE: f64 = 0.95;

/// Groups by rank: a new one begins where its predecessor's first member ranks before in at least 95 % of the
/// replications.
pub(super) fn groups(run: &IndexRun, draws: &RankDraws) -> Vec<usize> {
    let mut groups = vec![0; run.areas.len()];
    let mut current = 0;
    let order = run.by_rank();
    let Some(&(mut first)) = order.first() else { return groups };
    for &row in &order {
        if draws.count_before(first, row) as f64 >= BEFORE * draws.replications() as f64 {
            current += 1;
            first = row;
        }
        groups[row] = current;
    }
    groups
}
