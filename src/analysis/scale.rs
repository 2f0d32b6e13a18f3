//! What an indicator was normalised with: the numbers that stand between a value and its normalised value.

use super::statistics::{kurtosis, mean, median, range, skewness, sorted, standard_deviation};
use super::{IndexRun, StageName, before_normalisation};
use crate::domain::{DistanceTo, Divisor, Moments, Normalisation, ScaleFacts, Treatment};
use crate::text::scale::{self as words, ScaledValue};

/// The scale of an indicator under the recipe's own choices; none without values.
pub fn scale_facts(run: &IndexRun, at: usize) -> Option<ScaleFacts> {
    let kernel = &run.kernel;
    let (untreated, treated) = kernel.before_and_after(at)?;
    let card = kernel.cards.get(at)?;
    let divisor = match run.spec.normalise {
        Normalisation::ZScore { divisor } | Normalisation::ScaledZ { divisor, .. } => divisor,
        Normalisation::RobustZ
        | Normalisation::MinMax { .. }
        | Normalisation::Goalposts { .. }
        | Normalisation::Rank { .. }
        | Normalisation::Borda { .. }
        | Normalisation::PercentileRank { .. }
        | Normalisation::Distance { .. }
        | Normalisation::ShareOfMean
        | Normalisation::Exponential { .. } => Divisor::Population,
    };
    let moments = match run.spec.indicators[at].treat.unwrap_or(run.spec.treat) {
        Treatment::Winsorise { moments, .. } => moments,
        Treatment::None | Treatment::Log { .. } => Moments::Sample,
    };
    let (smallest, greatest) = range(&treated);
    let middle = median(&sorted(&treated));
    let deviations: Vec<f64> = treated.iter().map(|value| (value - middle).abs()).collect();
    let benchmark = match run.spec.normalise {
        Normalisation::Distance { to: DistanceTo::Maximum, .. } => Some(if card.turned { smallest } else { greatest }),
        Normalisation::Distance { to: DistanceTo::Target, .. } => card.target,
        Normalisation::Distance { to: DistanceTo::ReferenceArea, .. } => card.reference_value,
        Normalisation::ZScore { .. }
        | Normalisation::ScaledZ { .. }
        | Normalisation::RobustZ
        | Normalisation::MinMax { .. }
        | Normalisation::Goalposts { .. }
        | Normalisation::Rank { .. }
        | Normalisation::Borda { .. }
        | Normalisation::PercentileRank { .. }
        | Normalisation::ShareOfMean
        | Normalisation::Exponential { .. } => None,
    };
    Some(ScaleFacts {
        count: treated.len(),
        mean: mean(&treated),
        deviation: standard_deviation(&treated, divisor),
        median: middle,
        absolute_deviation: median(&sorted(&deviations)),
        smallest,
        greatest,
        skewness: skewness(&untreated, moments),
        kurtosis: kurtosis(&untreated, moments),
        benchmark,
        goalposts: card.goalposts.map(|posts| (posts.low, posts.high)),
        turned: card.turned,
    })
}

/// How a value became its normalised value, a line per step; none where there is no normalised value. `decimals` are
/// those of the indicator's card.
pub fn normalised_explained(run: &IndexRun, row: usize, at: usize, decimals: u8) -> Option<Vec<(String, String)>> {
    let result = run.normalised.get(row, at).filter(|value| !value.is_nan())?;
    let value = before_normalisation(run).get(row, at).filter(|value| !value.is_nan())?;
    let scaled = ScaledValue { value, result, decimals: decimals.saturating_add(2), scale: scale_facts(run, at)? };
    let filled = run.filled.iter().any(|cell| cell.row == row && cell.indicator == at);
    let touched = run.touched.contains(&(at, row));
    let mut steps = vec![words::value_before(&scaled, filled, touched)];
    steps.push(words::computed(run.spec.normalise, &scaled));
    steps.push(words::scale(&scaled));
    Some(steps)
}

/// How a normalised value became its contribution to the index.
pub fn contribution_explained(run: &IndexRun, row: usize, at: usize) -> Option<Vec<(String, String)>> {
    let normalised = run.normalised.get(row, at).filter(|value| !value.is_nan())?;
    let weighted = run.stage(StageName::Weighted)?.get(row, at)?;
    let present: f64 =
        (0..run.width()).filter(|&of| !run.normalised[(row, of)].is_nan()).map(|of| run.weights[of]).sum();
    let is_plain = run.dimensions.is_empty();
    Some(words::contribution(run.spec.aggregate, is_plain, (normalised, run.weights[at], present), weighted))
}

#[cfg(test)]
mod tests {
    use super::super::run;
    use super::super::testing::{Planted, of_rows};
    use super::*;
    use crate::domain::{Direction, Imputation, RankTies, ScaledRank};

    /// One indicator with the values 1, 2, 3, 6 and a gap, and one that varies so that all take part.
    fn sample(method: Normalisation, direction: Direction) -> IndexRun {
        let rows = [Some(1.0), Some(2.0), Some(3.0), Some(6.0), None];
        let rows: Vec<Vec<Option<f64>>> =
            rows.into_iter().enumerate().map(|(at, value)| vec![value, Some(at as f64)]).collect();
        let Planted { data, mut spec } = of_rows(&rows);
        spec.normalise = method;
        spec.screen.minimum_share_present = 0.0;
        spec.indicators[0].direction = direction;
        run(&data, &spec).unwrap()
    }

    #[test]
    fn the_scale_is_that_of_the_observed_values() {
        let mut run_of = sample(Normalisation::Z, Direction::HighIsNeed);
        let facts = scale_facts(&run_of, 0).unwrap();
        assert_eq!((facts.count, facts.mean, facts.median, facts.absolute_deviation), (4, 3.0, 2.5, 1.0));
        assert_eq!((facts.smallest, facts.greatest), (1.0, 6.0));
        assert!((facts.deviation - 3.5_f64.sqrt()).abs() < 1e-12);
        let spec = crate::domain::IndexSpec { impute: Imputation::ReferenceMean, ..run_of.spec.clone() };
        let rows = [
            [Some(1.0), Some(0.0)],
            [Some(2.0), Some(1.0)],
            [Some(3.0), Some(2.0)],
            [Some(6.0), Some(3.0)],
            [None, Some(4.0)],
        ];
        run_of = run(&of_rows(&rows.map(|row| row.to_vec())).data, &spec).unwrap();
        assert_eq!(run_of.filled.len(), 1);
        assert_eq!(scale_facts(&run_of, 0), Some(facts), "what was filled in does not count");
    }

    #[test]
    fn every_normalisation_says_how_a_value_became_its_own() {
        use crate::domain::{DistanceForm, DistanceTo, Divisor};
        let exponential = Normalisation::Exponential { ties: RankTies::Competition, scaled_rank: ScaledRank::ToOne };
        let relative = Normalisation::Distance { to: DistanceTo::Maximum, form: DistanceForm::Relative };
        let ranged = Normalisation::Distance { to: DistanceTo::Maximum, form: DistanceForm::Range };
        let scaled = Normalisation::ScaledZ { divisor: Divisor::Population, mean: 100.0, spread: 10.0 };
        let cases = [
            (Normalisation::Z, "(6,000 − 3,000) / 1,871 = 1,604"),
            (scaled, "100 + 10 · (6,000 − 3,000) / 1,871 = 116,036"),
            (Normalisation::RobustZ, "(6,000 − 2,500) / (1,4826 · 1,000) = 2,361"),
            (Normalisation::MIN_MAX, "0 + 100 · (6,000 − 1,000) / (6,000 − 1,000) = 100,000"),
            (Normalisation::Rank { ties: RankTies::Competition }, "Platz r = 1 von n = 4: 4 − 1 + 1 = 4,000"),
            (Normalisation::Borda { ties: RankTies::Competition }, "Platz r = 1 von n = 4: 4 − 1 = 3,000"),
            (Normalisation::PERCENTILE_RANK, "Platz r = 1 von n = 4: 100 · (4 − 1) / (4 − 1) = 100,000"),
            (exponential, "Platz r = 1 von n = 4: R = (4 − 1 + 1) / 4, −23 · ln(1 − R · (1 − e^(−100/23))) = 100,000"),
            (relative, "100 · (6,000 − 6,000) / |6,000| = 0,000"),
            (ranged, "100 · (6,000 − 1,000) / (6,000 − 1,000) = 100,000"),
            (Normalisation::ShareOfMean, "100 · 6,000 / 3,000 = 200,000"),
        ];
        for (method, expected) in cases {
            let run = sample(method, Direction::HighIsNeed);
            let steps = normalised_explained(&run, 3, 0, 1).unwrap();
            assert_eq!(steps[1].1.rsplit_once(" = ").unwrap().0, expected.rsplit_once(" = ").unwrap().0, "{method:?}");
            assert_eq!(steps[1].1, expected, "{method:?}");
        }
    }

    #[test]
    fn a_turned_indicator_is_explained_from_its_other_end() {
        let run = sample(Normalisation::MIN_MAX, Direction::LowIsNeed);
        let steps = normalised_explained(&run, 1, 0, 1).unwrap();
        assert_eq!(steps[1].1, "0 + 100 · (6,000 − 2,000) / (6,000 − 1,000) = 80,000");
        let run = sample(Normalisation::Z, Direction::LowIsNeed);
        assert_eq!(normalised_explained(&run, 3, 0, 1).unwrap()[1].1, "−(6,000 − 3,000) / 1,871 = −1,604");
    }

    #[test]
    fn a_contribution_names_its_weight_and_what_gaps_do_to_it() {
        let run = sample(Normalisation::Z, Direction::HighIsNeed);
        let whole = contribution_explained(&run, 3, 0).unwrap();
        assert_eq!(whole[0].1, "0,500 · 1,604 = 0,802");
        let gap = contribution_explained(&run, 4, 1).unwrap();
        assert_eq!(gap[0].1, "0,500 / 0,500 · 1,414 = 1,414");
        assert_eq!(contribution_explained(&run, 4, 0), None);
    }
}
