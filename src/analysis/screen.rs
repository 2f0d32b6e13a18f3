//! Who takes part: areas and indicators that stay out, with the reason.

use super::denominate::{Column, read};
use super::matrix::by_column;
use super::recipe::Recipe;
use super::{LeftOut, LeftOutReason};
use crate::domain::{PlanningData, Screen};
use std::num::FpCategory;

/// Who stays in.
pub(super) struct Screened {
    /// Rows of the areas that take part.
    pub rows: Vec<usize>,
    /// Which indicators count.
    pub indicators: Vec<bool>,
}

/// Applies the conditions of the recipe, indicators first; adds the areas that stay out to `left_out`.
pub(super) fn screen(
    data: &PlanningData,
    recipe: &Recipe,
    columns: &[Column],
    conditions: &Screen,
    left_out: &mut Vec<LeftOut>,
) -> Screened {
    let areas = &recipe.candidates;
    let population =
        recipe.population.map(|(indicator, minimum)| (read(data, indicator, recipe.period, areas).values, minimum));
    let indicators: Vec<bool> = columns.iter().map(|column| counts(column, conditions)).collect();
    let tallies = tallies(columns, &indicators, areas.len());
    let mut rows = Vec::with_capacity(areas.len());
    for (row, &area) in areas.iter().enumerate() {
        let too_small = population.as_ref().and_then(|(persons, minimum)| too_small(persons[row], *minimum));
        match too_small.or_else(|| tallies[row].reason(conditions)) {
            Some(reason) => left_out.push(LeftOut { area, reason }),
            None => rows.push(row),
        }
    }
    Screened { rows, indicators }
}

/// Whether an indicator has values enough, and not too many zeros.
fn counts(column: &Column, conditions: &Screen) -> bool {
    if conditions.minimum_share_per_indicator <= 0.0 && conditions.greatest_zero_share_per_indicator.is_none() {
        return true;
    }
    let known = || column.values.iter().filter(|value| !value.is_nan());
    let present = known().count() as f64;
    let zeros = known().filter(|value| value.classify() == FpCategory::Zero).count() as f64;
    let enough = present >= conditions.minimum_share_per_indicator * column.values.len() as f64 - 1e-9;
    enough && conditions.greatest_zero_share_per_indicator.is_none_or(|share| zeros <= share * present + 1e-9)
}

/// What an area has.
#[derive(Clone, Copy, Default)]
struct Tally {
    present: u32,
    zeros: u32,
    of: u32,
}

fn tallies(columns: &[Column], indicators: &[bool], areas: usize) -> Vec<Tally> {
    let of = indicators.iter().filter(|counts| **counts).count() as u32;
    let counting: Vec<&Column> = columns.iter().zip(indicators).filter(|(_, counts)| **counts).map(|of| of.0).collect();
    let plain = by_column(counting.len(), areas, |at| counting[at].plain || is_plain(&counting[at].values));
    let present = plain.iter().filter(|plain| **plain).count() as u32;
    let mut tallies = vec![Tally { present, zeros: 0, of }; areas];
    for (column, _) in counting.iter().zip(&plain).filter(|(_, plain)| !**plain) {
        for (tally, value) in tallies.iter_mut().zip(column.values.iter()) {
            tally.present += u32::from(!value.is_nan());
            tally.zeros += u32::from(value.abs() <= 0.0);
        }
    }
    tallies
}

/// Whether a column has neither gaps nor zeros: then it counts the same for every area.
fn is_plain(values: &[f64]) -> bool {
    values.chunks(512).all(|block| block.iter().fold(true, |all, value| all & (value.abs() > 0.0)))
}

impl Tally {
    fn reason(self, conditions: &Screen) -> Option<LeftOutReason> {
        let (present, zeros, of) = (self.present as usize, self.zeros as usize, self.of as usize);
        if conditions.leave_out_all_zero && self.zeros == self.of && self.of > 0 {
            return Some(LeftOutReason::AllZero);
        }
        let needed = conditions.minimum_share_present * f64::from(self.of) - 1e-9;
        if self.present == 0 || f64::from(self.present) < needed {
            return Some(LeftOutReason::TooFewValues { present, of });
        }
        let most = conditions.greatest_zero_share?;
        (f64::from(self.zeros) > most * f64::from(self.present) + 1e-9)
            .then_some(LeftOutReason::TooManyZeros { zeros, present })
    }
}

fn too_small(persons: f64, minimum: f64) -> Option<LeftOutReason> {
    let known = (!persons.is_nan()).then_some(persons);
    known.is_none_or(|persons| persons < minimum).then_some(LeftOutReason::Population { persons: known, minimum })
}
