//! What was spent beside what was planned.

use super::spec::ValueTable;
use crate::domain::Euro;
use crate::text::{self, report};

/// Money spent, granted and planned, year by year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpendingChart {
    /// Years, ascending.
    pub years: Vec<SpendingYear>,
}

/// A year of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpendingYear {
    /// Year.
    pub year: i16,
    /// What the plan costs in this year.
    pub planned: Euro,
    /// What was granted for it.
    pub granted: Euro,
    /// What was spent; below zero where more was paid back.
    pub spent: Euro,
}

impl SpendingYear {
    /// What was spent beyond the plan.
    pub fn beyond(&self) -> Euro {
        Euro { cents: (self.spent.cents - self.planned.cents.max(0)).max(0) }
    }
}

impl SpendingChart {
    /// The largest amount of all: the end of the axis, at least one cent.
    pub fn most(&self) -> Euro {
        let amounts = self.years.iter().flat_map(|year| [year.planned, year.granted, year.spent]);
        Euro { cents: amounts.map(|amount| amount.cents).max().unwrap_or(0).max(1) }
    }

    /// What it shows, for readers who cannot see it.
    pub fn alternative_text(&self) -> String {
        let years: Vec<(i16, [Euro; 3])> =
            self.years.iter().map(|year| (year.year, [year.spent, year.planned, year.granted])).collect();
        report::alternative_spending(&years)
    }

    /// The values as a table.
    pub fn table(&self) -> ValueTable {
        let row = |year: &SpendingYear| {
            let amounts = [year.planned, year.granted, year.spent].map(text::euro);
            std::iter::once(year.year.to_string()).chain(amounts).collect()
        };
        ValueTable {
            columns: report::spending_columns().map(String::from).to_vec(),
            rows: self.years.iter().map(row).collect(),
        }
    }
}
