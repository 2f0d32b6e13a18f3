//! Groups of areas that the replications cannot tell apart.

use super::{RankDraws, Share};
use crate::analysis::IndexRun;

/// Share of replications from which on one area is said to rank before another.
const BEFORE: f64 = 0.95;
/// By how many of its Monte Carlo standard errors a share must lie above that, so that another seed says the same.
const ERRORS: f64 = 2.0;

/// Whether a share of replications says for sure that one area ranks before another.
pub(super) fn is_sure(share: Share) -> bool {
    share.value - ERRORS * share.standard_error >= BEFORE
}

/// Groups by rank: a new one begins where its predecessor's first member ranks before in at least 95 % of the
/// replications, and by more than their number leaves open.
pub(super) fn groups(run: &IndexRun, draws: &RankDraws) -> Vec<usize> {
    let mut groups = vec![0; run.areas.len()];
    let mut current = 0;
    let order = run.by_rank();
    let Some(&(mut first)) = order.first() else { return groups };
    for &row in &order {
        if is_sure(draws.before(first, row)) {
            current += 1;
            first = row;
        }
        groups[row] = current;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_close_above_the_border_is_sure_only_with_many_draws() {
        assert!(!is_sure(Share::of(955, 1_000)));
        assert!(is_sure(Share::of(9_550, 10_000)));
        assert!(is_sure(Share::of(100, 100)));
    }
}
