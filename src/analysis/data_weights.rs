//! Weights from data and from experts: pure functions over columns.
//!
//! A column runs over areas and points towards need; NaN is a missing value. Areas that lack a value of any indicator
//! are left out, never filled in. Weights are shares that add up to 1, in the order of the columns.

use super::correlation::pearson;
use super::statistics::{is_constant, mean, range, standard_deviation};
use super::structure::{StructureError, complete_columns, first_component, pearson_matrix};
use crate::domain::Divisor;

/// Fewest complete areas from which weights are drawn.
const FEWEST_AREAS: usize = 3;
/// What an expert distributes.
const POINTS: f64 = 100.0;
/// How far a sum of points may be off without being named.
const POINTS_NOISE: f64 = 1e-6;

/// Weights drawn from data.
#[derive(Clone, Debug, PartialEq)]
pub struct DataWeights {
    /// Shares that add up to 1, one per column.
    pub weights: Vec<f64>,
    /// Areas with every value, from which the weights were drawn.
    pub areas: usize,
    /// Share of the variance (0 to 1) that the first component explains; only for [`pca_weights`].
    pub explained: Option<f64>,
}

/// On what the entropy of an indicator is computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EntropyScale {
    /// Each column brought to 0–1 by its smallest and greatest value first: works with every unit and sign.
    #[default]
    MinMax,
    /// The values as they are; none may be negative, and the zero of the unit then matters.
    AsGiven,
}

/// Squared loadings of the first principal component (Nicoletti, Scarpetta and Boylaud 2000; OECD/JRC 2008, step 6).
///
/// # Errors
/// Fewer than two indicators or three complete areas, a constant indicator.
pub fn pca_weights(columns: &[Vec<f64>]) -> Result<DataWeights, StructureError> {
    let complete = complete_columns(columns, 2, FEWEST_AREAS)?;
    let (vector, explained) = first_component(&complete)?;
    let squares = vector.iter().map(|entry| entry * entry).collect();
    Ok(DataWeights { explained: Some(explained), ..data_weights(squares, &complete)? })
}

/// Shannon entropy: the more unequal the shares pᵢ = xᵢ / Σx, the greater the weight 1 − e with
/// e = −Σ p·ln p / ln n (Shannon 1948; Hwang and Yoon 1981, section 3.2).
///
/// # Errors
/// As [`pca_weights`]; a negative value with [`EntropyScale::AsGiven`]; all columns without information.
pub fn entropy_weights(columns: &[Vec<f64>], scale: EntropyScale) -> Result<DataWeights, StructureError> {
    let complete = complete_columns(columns, 1, FEWEST_AREAS)?;
    let scaled: Vec<Vec<f64>> = match scale {
        EntropyScale::MinMax => complete.iter().map(|column| min_max(column)).collect(),
        EntropyScale::AsGiven => complete.clone(),
    };
    if let Some(at) = scaled.iter().position(|column| column.iter().any(|value| *value < 0.0)) {
        return Err(StructureError::Negative(at));
    }
    data_weights(scaled.iter().map(|column| (1.0 - entropy(column)).max(0.0)).collect(), &complete)
}

/// CRITIC: contrast times conflict, Cⱼ = sⱼ · Σₖ (1 − rⱼₖ) on columns brought to 0–1, with the standard deviation s of
/// divisor n − 1 and Pearson's r (Diakoulaki, Mavrotas and Papayannakis 1995).
///
/// # Errors
/// As [`pca_weights`]; also where all columns say the same.
pub fn critic_weights(columns: &[Vec<f64>]) -> Result<DataWeights, StructureError> {
    let complete = complete_columns(columns, 2, FEWEST_AREAS)?;
    let scaled: Vec<Vec<f64>> = complete.iter().map(|column| min_max(column)).collect();
    let correlations = pearson_matrix(&scaled);
    let amount = |(column, row): (&Vec<f64>, &Vec<f64>)| {
        standard_deviation(column, Divisor::Sample) * row.iter().map(|r| 1.0 - r).sum::<f64>()
    };
    data_weights(scaled.iter().zip(&correlations).map(amount).collect(), &complete)
}

/// Inverse correlation: wⱼ ∝ 1 / Σₖ |rⱼₖ| (with rⱼⱼ = 1), so that indicators that measure the same share their weight
/// (against double counting, OECD/JRC 2008, step 6).
///
/// # Errors
/// As [`pca_weights`].
pub fn inverse_correlation_weights(columns: &[Vec<f64>]) -> Result<DataWeights, StructureError> {
    let complete = complete_columns(columns, 2, FEWEST_AREAS)?;
    let correlations = pearson_matrix(&complete);
    let inverse = |row: &Vec<f64>| 1.0 / row.iter().map(|r| r.abs()).sum::<f64>();
    data_weights(correlations.iter().map(inverse).collect(), &complete)
}

/// How much each indicator really counts: its correlation with the finished index, beside the weight on paper
/// (Paruolo, Saisana and Saltelli 2013).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffectiveWeight {
    /// Pearson's r of indicator (pointing towards need) and index over the areas that have the indicator.
    pub correlation: f64,
    /// r² as a share of the sum over all indicators; adds up to 1.
    pub share: f64,
}

/// Effective weights of columns that point towards need; none for an indicator that does not vary or has fewer than
/// three values, and none at all where the index does not vary.
pub fn effective_weights(columns: &[Vec<f64>], index: &[f64]) -> Vec<Option<EffectiveWeight>> {
    let correlation = |column: &Vec<f64>| {
        let both = column.iter().zip(index).filter(|(value, index)| !value.is_nan() && !index.is_nan());
        let (values, index): (Vec<f64>, Vec<f64>) = both.unzip();
        let known = values.len() >= FEWEST_AREAS && !is_constant(&values) && !is_constant(&index);
        known.then(|| pearson(&values, &index))
    };
    let found: Vec<Option<f64>> = columns.iter().map(correlation).collect();
    let sum: f64 = found.iter().flatten().map(|r| r * r).sum();
    let effective = |r: f64| EffectiveWeight { correlation: r, share: if sum > 0.0 { r * r / sum } else { 0.0 } };
    found.into_iter().map(|r| r.map(effective)).collect()
}

/// What is odd about the points of one expert.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PointsIssue {
    /// The points do not add up to 100; they were brought to 100 in proportion.
    Sum {
        /// Position of the expert.
        expert: usize,
        /// Their sum.
        sum: f64,
    },
    /// Points that are negative or no number, or all 0, or not one per indicator; this expert does not count.
    Unusable {
        /// Position of the expert.
        expert: usize,
    },
}

/// Weights that several experts agreed on by budget allocation (OECD/JRC 2008, step 6): each distributes 100 points.
/// Vectors follow the indicators; points are those after bringing each expert to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetAllocation {
    /// Mean points as shares that add up to 1.
    pub weights: Vec<f64>,
    /// Mean points.
    pub mean: Vec<f64>,
    /// Standard deviation over experts, divisor n − 1; none for a single expert.
    pub spread: Option<Vec<f64>>,
    /// Fewest points.
    pub low: Vec<f64>,
    /// Most points.
    pub high: Vec<f64>,
    /// Experts that count.
    pub experts: usize,
    /// What is to be said about single experts.
    pub issues: Vec<PointsIssue>,
}

/// Mean and spread of the points that experts gave, one list of points per expert.
///
/// # Errors
/// [`StructureError::NoPoints`] where no expert's points can be used, [`StructureError::TooFewIndicators`] without
/// indicators.
pub fn budget_allocation(indicators: usize, points: &[Vec<f64>]) -> Result<BudgetAllocation, StructureError> {
    if indicators == 0 {
        return Err(StructureError::TooFewIndicators { found: 0, needed: 1 });
    }
    let (mut issues, mut usable) = (Vec::new(), Vec::new());
    for (expert, points) in points.iter().enumerate() {
        let sum: f64 = points.iter().sum();
        let sound = points.len() == indicators && points.iter().all(|p| p.is_finite() && *p >= 0.0) && sum > 0.0;
        if !sound {
            issues.push(PointsIssue::Unusable { expert });
            continue;
        }
        if (sum - POINTS).abs() > POINTS_NOISE {
            issues.push(PointsIssue::Sum { expert, sum });
        }
        usable.push(points.iter().map(|p| p / sum * POINTS).collect::<Vec<f64>>());
    }
    if usable.is_empty() {
        return Err(StructureError::NoPoints);
    }
    Ok(summarise(&usable, issues))
}

fn summarise(points: &[Vec<f64>], issues: Vec<PointsIssue>) -> BudgetAllocation {
    let of_indicator = |at: usize| -> Vec<f64> { points.iter().map(|points| points[at]).collect() };
    let columns: Vec<Vec<f64>> = (0..points[0].len()).map(of_indicator).collect();
    let means: Vec<f64> = columns.iter().map(|column| mean(column)).collect();
    let sum: f64 = means.iter().sum();
    let spread = || columns.iter().map(|column| standard_deviation(column, Divisor::Sample)).collect();
    BudgetAllocation {
        weights: means.iter().map(|points| points / sum).collect(),
        spread: (points.len() > 1).then(spread),
        low: columns.iter().map(|column| range(column).0).collect(),
        high: columns.iter().map(|column| range(column).1).collect(),
        mean: means,
        experts: points.len(),
        issues,
    }
}

/// Amounts as shares.
fn data_weights(amounts: Vec<f64>, complete: &[Vec<f64>]) -> Result<DataWeights, StructureError> {
    let sum: f64 = amounts.iter().sum();
    if !sum.is_finite() || sum <= 1e-12 {
        return Err(StructureError::NoInformation);
    }
    let weights = amounts.iter().map(|amount| amount / sum).collect();
    Ok(DataWeights { weights, areas: complete.first().map_or(0, Vec::len), explained: None })
}

/// A varying column brought to 0–1.
fn min_max(column: &[f64]) -> Vec<f64> {
    let (low, high) = range(column);
    column.iter().map(|value| (value - low) / (high - low)).collect()
}

/// Entropy of the shares of a column, as a share of the greatest possible one; 0 · ln 0 counts 0.
fn entropy(column: &[f64]) -> f64 {
    let sum: f64 = column.iter().sum();
    let term = |value: &f64| {
        let share = value / sum;
        if share > 0.0 { share * libm::log(share) } else { 0.0 }
    };
    -column.iter().map(term).sum::<f64>() / libm::log(column.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Method = fn(&[Vec<f64>]) -> Result<DataWeights, StructureError>;

    const METHODS: [Method; 4] = [
        pca_weights,
        |columns| entropy_weights(columns, EntropyScale::MinMax),
        critic_weights,
        inverse_correlation_weights,
    ];

    fn columns() -> Vec<Vec<f64>> {
        vec![vec![1.0, 2.0, 4.0, 3.0, 9.0], vec![2.0, 1.0, 5.0, 4.0, 8.0], vec![7.0, 3.0, 1.0, 9.0, 2.0]]
    }

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 1e-12
    }

    #[test]
    fn weights_add_up_to_one_and_do_not_depend_on_units() {
        let other_units: Vec<Vec<f64>> =
            columns().iter().map(|column| column.iter().map(|value| 1000.0 * value - 40.0).collect()).collect();
        for method in METHODS {
            let (found, other) = (method(&columns()).unwrap(), method(&other_units).unwrap());
            assert!(close(found.weights.iter().sum(), 1.0));
            assert!(found.weights.iter().all(|weight| *weight >= 0.0));
            assert!(found.weights.iter().zip(&other.weights).all(|(a, b)| (a - b).abs() < 1e-9));
        }
    }

    #[test]
    fn an_area_with_a_gap_is_left_out_and_never_zero() {
        let mut gap = columns();
        gap.iter_mut().zip([500.0, f64::NAN, 3.0]).for_each(|(column, value)| column.push(value));
        for method in METHODS {
            assert_eq!(method(&gap), method(&columns()));
        }
    }

    #[test]
    fn a_constant_indicator_and_too_few_areas_are_refused_by_name() {
        let mut constant = columns();
        constant[1] = vec![4.0; 5];
        let two: Vec<Vec<f64>> = columns().iter().map(|column| column[..2].to_vec()).collect();
        let uneven = vec![vec![1.0, 2.0, 3.0], vec![1.0, 2.0]];
        for method in METHODS {
            assert_eq!(method(&constant), Err(StructureError::Constant(1)));
            assert_eq!(method(&two), Err(StructureError::TooFewAreas { found: 2, needed: 3 }));
            assert_eq!(method(&uneven), Err(StructureError::Uneven));
        }
        let message = StructureError::Constant(1).message(&["SGB II".into(), "Alter".into()]);
        assert!(message.happened.contains("„Alter“"));
    }

    #[test]
    fn equally_related_indicators_weigh_the_same() {
        // Three columns whose correlations are all equal: cyclic shifts.
        let columns = vec![vec![1.0, 0.0, 0.0], vec![0.0, 1.0, 0.0], vec![0.0, 0.0, 1.0]];
        for method in &METHODS[1..] {
            assert!(method(&columns).unwrap().weights.iter().all(|weight| close(*weight, 1.0 / 3.0)));
        }
    }

    #[test]
    fn an_indicator_counted_twice_shares_its_weight() {
        let mut doubled = columns();
        doubled.push(doubled[0].clone());
        let (once, twice) =
            (inverse_correlation_weights(&columns()).unwrap(), inverse_correlation_weights(&doubled).unwrap());
        assert!(twice.weights[0] < once.weights[0]);
        assert!(close(twice.weights[0], twice.weights[3]));
    }

    #[test]
    fn what_cannot_be_weighted_is_refused() {
        let negative = vec![vec![-1.0, 2.0, 3.0]];
        assert_eq!(entropy_weights(&negative, EntropyScale::AsGiven), Err(StructureError::Negative(0)));
        let same = vec![vec![1.0, 2.0, 4.0], vec![2.0, 4.0, 8.0]];
        assert_eq!(critic_weights(&same), Err(StructureError::NoInformation));
        assert_eq!(pca_weights(&same[..1]), Err(StructureError::TooFewIndicators { found: 1, needed: 2 }));
    }

    #[test]
    fn effective_weights_leave_out_what_does_not_vary() {
        let columns = vec![vec![1.0, 2.0, 3.0, 4.0], vec![5.0; 4], vec![4.0, 3.0, 2.0, f64::NAN]];
        let found = effective_weights(&columns, &[1.0, 2.0, 3.0, 4.0]);
        assert!(close(found[0].unwrap().correlation, 1.0) && found[1].is_none());
        assert!(close(found[2].unwrap().correlation, -1.0) && close(found[2].unwrap().share, 0.5));
    }

    #[test]
    fn experts_are_averaged_and_what_is_odd_is_said() {
        let points = [vec![50.0, 30.0, 20.0], vec![20.0, 20.0, 10.0], vec![-1.0, 51.0, 50.0], vec![100.0, 0.0]];
        let found = budget_allocation(3, &points).unwrap();
        assert_eq!(found.experts, 2);
        assert_eq!(found.issues[0], PointsIssue::Sum { expert: 1, sum: 50.0 });
        assert_eq!(found.issues[1..], [PointsIssue::Unusable { expert: 2 }, PointsIssue::Unusable { expert: 3 }]);
        // The second one's points count as 40, 40, 20.
        let expected = [(45.0, 50f64.sqrt(), 40.0, 50.0), (35.0, 50f64.sqrt(), 30.0, 40.0), (20.0, 0.0, 20.0, 20.0)];
        let spread = found.spread.unwrap();
        for (at, (mean, sd, low, high)) in expected.into_iter().enumerate() {
            assert!(close(found.mean[at], mean) && close(spread[at], sd));
            assert!(close(found.low[at], low) && close(found.high[at], high));
            assert!(close(found.weights[at], mean / 100.0));
        }
    }

    #[test]
    fn one_expert_has_no_spread_and_none_no_weights() {
        assert_eq!(budget_allocation(2, &[vec![60.0, 40.0]]).unwrap().spread, None);
        assert_eq!(budget_allocation(2, &[]), Err(StructureError::NoPoints));
        assert_eq!(budget_allocation(2, &[vec![0.0, 0.0]]), Err(StructureError::NoPoints));
    }
}
