//! The indicator and the period that a value belongs to, by its column, its row or the table.

use super::targets::Target;
use super::{Card, Reader};
use crate::import::draft::{indicator_id, shown_text};
use crate::import::issue::{IssueKind, Severity};
use crate::import::{header, sign};

impl<'a> Reader<'a> {
    pub(super) fn indicator(&mut self, row: u32, target: usize) -> Option<u32> {
        if self.targets[target].code.is_some() {
            return self.target_indicator(target);
        }
        let column = self.indicator_column?;
        let label = shown_text(self.table, row, column);
        let unit = self.unit_column.map(|column| self.table.text(row, column)).filter(|unit| !unit.is_empty());
        // Tables with a row per value mostly repeat the indicator of the row above.
        let again = self.last_label.filter(|(last, _)| *last == (label, unit)).map(|(_, known)| known);
        let known = match again.or_else(|| self.label_cache.get(&(label, unit)).copied()) {
            Some(known) => known,
            None => {
                let known = self.chosen_code(label, unit).map(|code| self.indicator_of(code));
                if known.is_none() {
                    self.unknown_indicators.push(label.to_owned());
                }
                self.label_cache.insert((label, unit), known);
                known
            }
        };
        self.last_label = Some(((label, unit), known));
        if known.is_none() {
            self.note(row, column, Severity::Open, IssueKind::UnknownIndicator { label: sign::shortened(label) });
        }
        known
    }

    /// The indicator of a target whose heading names it; looked up once.
    fn target_indicator(&mut self, target: usize) -> Option<u32> {
        if self.targets[target].indicator.is_none() {
            let code = self.targets[target].code.clone()?;
            self.targets[target].indicator = Some(self.indicator_of(&code));
        }
        self.targets[target].indicator
    }

    fn indicator_of(&mut self, code: &str) -> u32 {
        if let Some(&at) = self.indicator_at.get(code) {
            return at;
        }
        let at = u32::try_from(self.indicators.len()).unwrap_or(u32::MAX);
        let new = self.new_cards.get(code);
        let known = self.data.indicator_by_code(code);
        let (unit, scale) = match (known, new) {
            (Some(card), _) => (card.unit.as_str(), card.scale),
            (None, Some(card)) => (card.unit.as_str(), card.scale),
            (None, None) => ("", 1.0),
        };
        self.cards.push(Card { existing: indicator_id(self.data, code), unit: unit.to_owned(), scale });
        self.indicators.push(code.to_owned());
        self.indicator_at.insert(code.to_owned(), at);
        at
    }

    pub(super) fn period(&mut self, row: u32, target: usize) -> Option<u32> {
        if let Some(known) = self.targets[target].period_at {
            return Some(known);
        }
        if let Some(label) = self.targets[target].period.clone() {
            self.targets[target].period_at = Some(self.period_of(&label));
            return self.targets[target].period_at;
        }
        if let Some(column) = self.period_column {
            let text = shown_text(self.table, row, column);
            if !text.is_empty() {
                return self.row_period(row, column, text);
            }
        }
        if let Some(label) = self.mapping.period.as_deref().filter(|label| !label.is_empty())
            && !self.targets[target].unclear_year
        {
            let known = self.table_period.unwrap_or_else(|| self.period_of(label));
            self.table_period = Some(known);
            return self.table_period;
        }
        self.ask_period(target);
        None
    }

    fn ask_period(&mut self, target: usize) {
        let Target { value, numerator, denominator, .. } = self.targets[target];
        if let Some(at) = value.or(numerator).or(denominator) {
            let column = self.values[at].column;
            if !self.without_period.contains(&column) {
                self.without_period.push(column);
            }
        }
    }

    /// Notes which names and periods the row leaves open although its area is a question still: all is asked at once.
    pub(super) fn ask_ahead(&mut self, row: u32) {
        let of_table = self.mapping.period.as_deref().is_some_and(|label| !label.is_empty());
        let names_period = self.names_period(row);
        for target in 0..self.targets.len() {
            let Target { value, numerator, denominator, .. } = self.targets[target];
            let mut parts = [value, numerator, denominator].into_iter().flatten();
            if !parts.any(|at| !self.raw_is_empty(row, at)) {
                continue;
            }
            let has_own = self.targets[target].period.is_some();
            if !has_own && !names_period && (!of_table || self.targets[target].unclear_year) {
                self.ask_period(target);
            }
            let label = self.indicator_column.map(|column| shown_text(self.table, row, column));
            if let Some(label) = label.filter(|_| self.targets[target].code.is_none()) {
                let unit = self.unit_column.map(|column| self.table.text(row, column)).filter(|unit| !unit.is_empty());
                let is_known = self.label_cache.get(&(label, unit)).is_some_and(Option::is_some);
                if !is_known && self.chosen_code(label, unit).is_none() {
                    self.unknown_indicators.push(label.to_owned());
                }
            }
        }
    }

    /// The code that the mapping gives a name of the table.
    fn chosen_code(&self, label: &str, unit: Option<&str>) -> Option<&'a String> {
        let choices = &self.mapping.indicator_choices;
        choices.get(&format!("{label} [{}]", unit.unwrap_or_default())).or_else(|| choices.get(label))
    }

    fn row_period(&mut self, row: u32, column: u16, text: &'a str) -> Option<u32> {
        if let Some((_, known)) = self.last_period.filter(|(last, _)| *last == text) {
            return Some(known);
        }
        if let Some(Some(known)) = self.period_cache.get(text).copied() {
            self.last_period = Some((text, known));
            return Some(known);
        }
        let label = header::period_of_cell(text);
        let at = label.map(|label| self.period_of(&label));
        self.period_cache.insert(text, at);
        if at.is_none() {
            let kind =
                IssueKind::PeriodNotRead { text: sign::shortened(text), suggestion: header::year_with_footnote(text) };
            self.note(row, column, Severity::Error, kind);
        }
        at
    }

    fn period_of(&mut self, label: &str) -> u32 {
        if let Some(&at) = self.period_at.get(label) {
            return at;
        }
        let at = u32::try_from(self.periods.len()).unwrap_or(u32::MAX);
        self.periods.push(label.to_owned());
        self.period_ids.push(self.data.period_by_label(label).map(|period| period.id));
        self.period_at.insert(label.to_owned(), at);
        at
    }
}
