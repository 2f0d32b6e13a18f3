//! Published totals beside the sum of their areas: differences are reported, never repaired, because published tables
//! are rounded and hide cells.

use super::super::issue::{Issue, IssueKind, Severity};
use super::{AreaRow, DraftRow};
use crate::domain::AreaLevel;
use std::collections::BTreeMap;

/// A sum further from the total than this share is no sum of it at all (a mean, a rate).
const GREATEST_SHARE_OFF: f64 = 0.1;

/// Compares each value of the whole city with the sum over the areas of each other level.
pub(super) fn check(rows: &[DraftRow], areas: &[AreaRow], indicators: &[String]) -> Vec<Issue> {
    let mut totals: BTreeMap<(u32, u32), &DraftRow> = BTreeMap::new();
    let level = |row: &DraftRow| areas.get(row.area as usize).map(|area| area.level);
    for row in rows.iter().filter(|row| level(row) == Some(AreaLevel::Stadt)) {
        totals.insert((row.indicator, row.period), row);
    }
    if totals.is_empty() {
        return Vec::new();
    }
    let mut sums: BTreeMap<(u32, u32, AreaLevel), Sum> = BTreeMap::new();
    for row in rows {
        let Some(level) = level(row).filter(|&level| level != AreaLevel::Stadt) else { continue };
        if totals.contains_key(&(row.indicator, row.period)) {
            sums.entry((row.indicator, row.period, level)).or_default().add(row.value);
        }
    }
    let difference = |(&(indicator, period, _), sum): (&(u32, u32, AreaLevel), &Sum)| {
        let row = totals.get(&(indicator, period))?;
        let total = row.value?;
        let off = (sum.sum - total).abs();
        let comparable = sum.areas >= 2 && sum.whole && is_whole(total);
        let worth_saying = off > 0.5 && off <= GREATEST_SHARE_OFF * total.abs();
        (comparable && worth_saying).then(|| Issue {
            cell: Some(row.cell),
            severity: Severity::Check,
            kind: IssueKind::TotalIsNotSum {
                indicator: indicators.get(indicator as usize).cloned().unwrap_or_default(),
                total,
                sum: sum.sum,
                without_value: sum.without_value,
            },
        })
    };
    sums.iter().filter_map(difference).collect()
}

struct Sum {
    sum: f64,
    areas: u32,
    without_value: u32,
    whole: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Sum { sum: 0.0, areas: 0, without_value: 0, whole: true }
    }
}

impl Sum {
    fn add(&mut self, value: Option<f64>) {
        self.areas += 1;
        match value {
            Some(value) => {
                self.sum += value;
                self.whole &= is_whole(value);
            }
            None => self.without_value += 1,
        }
    }
}

fn is_whole(value: f64) -> bool {
    value.fract().abs() < 1e-9
}
