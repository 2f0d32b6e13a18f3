//! What each indicator does to the rank of an area.

use super::statistics::tie_tolerance;
use super::{IndexRun, contributions};
use crate::domain::{AreaId, IndicatorId};

/// What one indicator does to the rank of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankContribution {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its contribution minus the mean contribution: all of an area add up to its index minus the mean index.
    pub above_average: f64,
    /// Rank of the area if it stood in this indicator as the areas do on average; the other areas stay as they are.
    pub rank_if_average: u32,
    /// Places by which the indicator lifts the area towards greater need; below 0 it lowers it. Places of several
    /// indicators do not add up.
    pub places: i64,
}

/// Contributions to the rank in the order of the recipe; none for an area that takes no part.
pub fn rank_contributions(run: &IndexRun, area: AreaId) -> Option<Vec<RankContribution>> {
    let row = run.row_of(area)?;
    let tolerance = tie_tolerance(&run.index);
    let rank_at = |index: f64| {
        let ahead = |&(other, &value): &(usize, &f64)| other != row && value > index + tolerance;
        run.index.iter().enumerate().filter(ahead).count() as u32 + 1
    };
    let own = rank_at(run.index[row]);
    let reason = |contribution: super::Contribution| {
        let rank_if_average = rank_at(run.index[row] - contribution.above_average);
        RankContribution {
            indicator: contribution.indicator,
            above_average: contribution.above_average,
            rank_if_average,
            places: i64::from(rank_if_average) - i64::from(own),
        }
    };
    Some(contributions(run, area)?.into_iter().map(reason).collect())
}

#[cfg(test)]
mod tests {
    use super::super::run;
    use super::super::testing::{Planted, of_rows};
    use super::*;

    #[test]
    fn an_indicator_lifts_an_area_by_the_places_it_would_lose_on_average() {
        let rows = [[9.0, 2.0], [4.0, 4.0], [3.0, 3.0], [0.0, 0.0]].map(|row| row.map(Some).to_vec());
        let Planted { data, spec } = of_rows(&rows);
        let run = run(&data, &spec).unwrap();
        assert_eq!(run.rank, [1, 2, 3, 4]);
        let reasons = rank_contributions(&run, AreaId(1)).unwrap();
        assert_eq!((reasons[0].rank_if_average, reasons[0].places), (3, 2));
        assert_eq!((reasons[1].rank_if_average, reasons[1].places), (1, 0));
        let sum: f64 = reasons.iter().map(|reason| reason.above_average).sum();
        let mean = run.index.iter().sum::<f64>() / 4.0;
        assert!((sum - (run.index[0] - mean)).abs() < 1e-12);
    }
}
