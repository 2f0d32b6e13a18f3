//! Fills missing values, in the unit of the indicator, from the observed values of the reference set.

use super::statistics::{mean, median, sorted};
use crate::domain::Imputation;

/// The column with its gaps filled; unchanged where the recipe re-weights instead or the reference has no value.
pub(super) fn impute(column: &[f64], reference: &[f64], method: Imputation) -> Vec<f64> {
    if reference.is_empty() {
        return column.to_vec();
    }
    let filler = match method {
        Imputation::Reweight => return column.to_vec(),
        Imputation::ReferenceMean => mean(reference),
        Imputation::ReferenceMedian => median(&sorted(reference)),
    };
    column.iter().map(|&value| if value.is_nan() { filler } else { value }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_take_the_mean_or_the_median_of_the_reference_set() {
        let filled = |method| impute(&[1.0, f64::NAN], &[1.0, 2.0, 6.0], method)[1];
        assert!((filled(Imputation::ReferenceMean) - 3.0).abs() < 1e-12);
        assert!((filled(Imputation::ReferenceMedian) - 2.0).abs() < 1e-12);
        assert!(filled(Imputation::Reweight).is_nan());
    }
}
