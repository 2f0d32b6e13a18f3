//! What fills missing values, in the unit of the indicator, from the observed values of the reference set.

use super::statistics::{mean, median, sorted};
use crate::domain::Imputation;

/// The value that a gap takes; none where the recipe re-weights instead or the reference set has no value.
pub(super) fn filler(reference: &[f64], method: Imputation) -> Option<f64> {
    match method {
        Imputation::Reweight => None,
        Imputation::ReferenceMean => (!reference.is_empty()).then(|| mean(reference)),
        Imputation::ReferenceMedian => (!reference.is_empty()).then(|| median(&sorted(reference))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_take_the_mean_or_the_median_of_the_reference_set() {
        let filler = |method| filler(&[1.0, 2.0, 6.0], method);
        assert!((filler(Imputation::ReferenceMean).unwrap() - 3.0).abs() < 1e-12);
        assert!((filler(Imputation::ReferenceMedian).unwrap() - 2.0).abs() < 1e-12);
        assert_eq!(filler(Imputation::Reweight), None);
    }
}
