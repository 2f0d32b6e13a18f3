//! The index of an area if one of its values were another; scales, weights and the other areas stay as they are.

use super::IndexRun;
use super::matrix::Matrix;
use crate::domain::Aggregation;
use std::sync::Arc;

/// Halvings until a border is found as exactly as a number can be.
const HALVINGS: usize = 60;

/// The value of an indicator, between the smallest and greatest of the other areas, at which the index of an area
/// reaches a border; none where it does not reach it, the area has no value, or the order of areas decides (Copeland).
pub(super) fn value_at(run: &IndexRun, row: usize, indicator: usize, border: f64) -> Option<f64> {
    let own = run.raw[(row, indicator)];
    let derived = !Arc::ptr_eq(run.raw.shared(indicator), run.kernel.observed.shared(indicator));
    if own.is_nan() || derived || uses_all_areas(run) {
        return None;
    }
    let known = run.raw.column(indicator).iter().copied().filter(|value| !value.is_nan());
    let (low, high) = known.fold((own, own), |(low, high), value| (low.min(value), high.max(value)));
    let scale = run.kernel.scale_of(indicator)?;
    let spread = spread_of(run, row);
    let distance = |value: f64| Some(index_with(run, row, indicator, scale(value))? / spread - border);
    let here = distance(own)?;
    let side = [low, high].into_iter().find(|&end| distance(end).is_some_and(|there| (there > 0.0) != (here > 0.0)))?;
    let (mut near, mut far) = (own, side);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(near, far);
        if (distance(middle)? > 0.0) == (here > 0.0) {
            near = middle;
        } else {
            far = middle;
        }
    }
    Some(far)
}

fn uses_all_areas(run: &IndexRun) -> bool {
    let all = |method: Aggregation| match method {
        Aggregation::Copeland => true,
        Aggregation::ArithmeticMean
        | Aggregation::Sum
        | Aggregation::GeometricMean
        | Aggregation::HarmonicMean
        | Aggregation::MazziottaPareto { .. }
        | Aggregation::Median
        | Aggregation::WorstK { .. } => false,
    };
    all(run.spec.aggregate) || run.spec.dimensions.iter().any(|dimension| all(dimension.aggregate))
}

/// What the aggregate is divided by to become the index.
fn spread_of(run: &IndexRun, row: usize) -> f64 {
    let aggregate = run.stage(super::StageName::Aggregated).and_then(|stage| stage.get(row, 0));
    let whole = run.spec.standardise.and(aggregate).map(|aggregate| aggregate / run.index[row]);
    whole.filter(|spread| spread.is_finite() && *spread > 0.0).unwrap_or(1.0)
}

/// The aggregate of an area with another normalised value.
fn index_with(run: &IndexRun, row: usize, indicator: usize, normalised: f64) -> Option<f64> {
    let value = |(at, own): (usize, f64)| vec![if at == indicator { normalised } else { own }];
    let columns = run.normalised.row(row).enumerate().map(value).collect();
    let values = super::Values::of(Arc::new(Matrix::of_columns(columns)));
    let mut out = [f64::NAN];
    values.index(&run.kernel, run.kernel.own(), &mut out);
    let [index] = out;
    index.is_finite().then_some(index)
}

#[cfg(test)]
mod tests {
    use super::super::run;
    use super::super::testing::{Planted, planted};
    use super::*;
    use crate::domain::Standardisation;

    #[test]
    fn the_own_value_gives_the_own_index() {
        let Planted { data, mut spec } = planted(9, 3);
        spec.standardise = Some(Standardisation { divisor: crate::domain::Divisor::Population });
        let run = run(&data, &spec).unwrap();
        for row in 0..9 {
            let found = index_with(&run, row, 1, run.normalised[(row, 1)]).unwrap() / spread_of(&run, row);
            assert!((found - run.index[row]).abs() < 1e-9);
        }
    }
}
