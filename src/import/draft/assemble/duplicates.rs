//! The observations found: each area, indicator and period once, beside what the project knows.

use super::Reader;
use crate::import::draft::{ChangedValue, DraftRow};
use crate::import::issue::{IssueKind, Severity};
use crate::import::mapping::DuplicateRule;
use crate::import::number::same;
use crate::jobs::{Cancelled, Progress};

impl Reader<'_> {
    pub(super) fn push(&mut self, row: DraftRow) {
        let at = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let first = self.first_rows.of(row.indicator, row.period, row.area, at);
        if first == at {
            self.rows.push(row);
        } else {
            self.meet_again(first, row);
        }
    }

    /// The same area, indicator and period once more: what counts is said by the mapping, or asked.
    fn meet_again(&mut self, first: u32, row: DraftRow) {
        let earlier = &mut self.rows[first as usize];
        let same = same_value(earlier.value.get(), row.value.get()) && earlier.status == row.status;
        let cell = row.cell;
        let rule = self.mapping.duplicates;
        let kind = IssueKind::Duplicate { first: earlier.cell, same, rule };
        if !same {
            match rule {
                Some(DuplicateRule::KeepFirst) => {}
                Some(DuplicateRule::KeepLast) => *earlier = row,
                Some(DuplicateRule::Refuse) => self.contradicted.extend([first]),
                None => _ = self.open_duplicate.get_or_insert((earlier.cell, cell)),
            }
            *if rule.is_none() { &mut self.counts.open } else { &mut self.counts.refused } += 1;
            self.contradictions += 1;
        }
        let severity = match (same, rule) {
            (true, _) => Severity::Info,
            (false, Some(DuplicateRule::KeepLast)) => Severity::Check,
            (false, Some(DuplicateRule::KeepFirst | DuplicateRule::Refuse) | None) => kind.of_refused(),
        };
        self.note(cell.row, cell.column, severity, kind);
    }

    /// Takes out the values that a later cell contradicts, where neither is to count.
    pub(super) fn settle_duplicates(&mut self) {
        if self.contradicted.is_empty() {
            return;
        }
        self.counts.refused += u32::try_from(self.contradicted.len()).unwrap_or(u32::MAX);
        let mut at = 0;
        self.rows.retain(|_| {
            at += 1;
            !self.contradicted.contains(&(at - 1))
        });
    }

    pub(super) fn count_changes(&mut self, progress: &Progress) -> Result<(), Cancelled> {
        let rows = std::mem::take(&mut self.rows);
        for (at, row) in (0_u32..).zip(&rows) {
            if at.is_multiple_of(4096) {
                progress.check()?;
            }
            self.count_change(row, at);
        }
        self.rows = rows;
        Ok(())
    }

    fn count_change(&mut self, row: &DraftRow, at: u32) {
        self.counts.without_value += u32::from(row.value.get().is_none());
        let area = self.areas.areas.get(row.area as usize).and_then(|area| area.existing);
        let indicator = self.cards.get(row.indicator as usize).and_then(|card| card.existing);
        let period = self.period_ids.get(row.period as usize).copied().flatten();
        let (Some(area), Some(indicator), Some(period)) = (area, indicator, period) else {
            self.counts.new += 1;
            return;
        };
        match self.data.dataset.get(indicator, area, period) {
            None => self.counts.new += 1,
            Some(old) if same_value(old.value, row.value.get()) && old.status == row.status => {
                self.counts.unchanged += 1
            }
            Some(old) => {
                self.counts.changed += 1;
                self.changes.push(ChangedValue { row: at, old_value: old.value, old_status: old.status });
            }
        }
    }
}

fn same_value(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
