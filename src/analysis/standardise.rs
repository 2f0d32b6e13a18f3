//! Divides the aggregate by its own spread, so that class cuts mean the same from edition to edition.

use super::SpecError;
use super::statistics::{is_constant, standard_deviation};
use crate::domain::Standardisation;

/// The standard deviation of the aggregate by which index and contributions are divided.
///
/// # Errors
/// [`SpecError::AllConstant`] where all areas have the same aggregate.
pub(super) fn spread(aggregate: &[f64], standardisation: Standardisation) -> Result<f64, SpecError> {
    if is_constant(aggregate) {
        return Err(SpecError::AllConstant);
    }
    Ok(standard_deviation(aggregate, standardisation.divisor))
}
