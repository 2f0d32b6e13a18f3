//! Who takes part: the values of the selected areas, and the areas that stay out with the reason.

use super::recipe::{Recipe, usable};
use super::{LeftOut, LeftOutReason};
use crate::domain::{AreaId, IndicatorId, PeriodId, PlanningData, Screen, Status};
use std::num::FpCategory;

/// Values of areas (sorted by identity), one column per indicator; NaN where there is none.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub areas: Vec<AreaId>,
    pub columns: Vec<Vec<f64>>,
    pub status: Vec<Vec<Status>>,
    /// Number of values that are invented.
    pub demonstration: usize,
}

impl Table {
    /// The values of these areas, which are sorted.
    pub fn read(data: &PlanningData, indicators: &[IndicatorId], period: PeriodId, areas: &[AreaId]) -> Table {
        let mut table = Table { areas: areas.to_vec(), ..Table::default() };
        for &indicator in indicators {
            table.push(data, indicator, period);
        }
        table
    }

    fn push(&mut self, data: &PlanningData, indicator: IndicatorId, period: PeriodId) {
        let mut values = vec![f64::NAN; self.areas.len()];
        let mut status = vec![Status::Missing; self.areas.len()];
        if let Some(column) = data.dataset.column(indicator, period) {
            for (row, at) in matches(&self.areas, column.areas()) {
                status[row] = column.statuses()[at];
                values[row] = usable(column.values()[at], status[row]).unwrap_or(f64::NAN);
                self.demonstration += usize::from(column.demonstration()[at] && !values[row].is_nan());
            }
        }
        self.columns.push(values);
        self.status.push(status);
    }

    /// Number of values of each area.
    fn present(&self) -> Vec<usize> {
        let mut present = vec![0; self.areas.len()];
        for column in &self.columns {
            present.iter_mut().zip(column).for_each(|(count, value)| *count += usize::from(!value.is_nan()));
        }
        present
    }

    fn all_zero(&self, row: usize) -> bool {
        self.columns.iter().all(|column| column[row].classify() == FpCategory::Zero)
    }
}

/// Places of the same areas in two sorted lists.
fn matches<'a>(left: &'a [AreaId], right: &'a [AreaId]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut row = 0;
    right.iter().enumerate().filter_map(move |(at, area)| {
        while left.get(row).is_some_and(|own| own < area) {
            row += 1;
        }
        (left.get(row) == Some(area)).then_some((row, at))
    })
}

/// Applies the conditions of the recipe; returns the areas that stay, by identity, and adds the others to `left_out`.
pub(super) fn screen(
    data: &PlanningData,
    recipe: &Recipe,
    table: &Table,
    conditions: &Screen,
    left_out: &mut Vec<LeftOut>,
) -> Vec<AreaId> {
    let population = recipe.population.map(|(indicator, minimum)| {
        let persons = Table::read(data, &[indicator], recipe.period, &table.areas);
        (persons.columns.into_iter().next().unwrap_or_default(), minimum)
    });
    let present = table.present();
    let mut taking = Vec::with_capacity(table.areas.len());
    for (row, &area) in table.areas.iter().enumerate() {
        let too_small = population.as_ref().and_then(|(persons, minimum)| too_small(persons[row], *minimum));
        match too_small.or_else(|| values_too_few(table, row, present[row], conditions)) {
            Some(reason) => left_out.push(LeftOut { area, reason }),
            None => taking.push(area),
        }
    }
    taking
}

fn too_small(persons: f64, minimum: f64) -> Option<LeftOutReason> {
    let known = (!persons.is_nan()).then_some(persons);
    known.is_none_or(|persons| persons < minimum).then_some(LeftOutReason::Population { persons: known, minimum })
}

fn values_too_few(table: &Table, row: usize, present: usize, conditions: &Screen) -> Option<LeftOutReason> {
    if conditions.leave_out_all_zero && table.all_zero(row) {
        return Some(LeftOutReason::AllZero);
    }
    let of = table.columns.len();
    let needed = conditions.minimum_share_present * of as f64 - 1e-9;
    (present == 0 || (present as f64) < needed).then_some(LeftOutReason::TooFewValues { present, of })
}
