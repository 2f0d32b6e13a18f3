//! What the cells of a row say about an observation: value, sign, its parts, or why nothing is taken over.

use super::Reader;
use super::targets::Target;
use crate::domain::{CellRef, RowCounts, Status};
use crate::import::draft::columns::ValueColumn;
use crate::import::draft::{DraftRow, SampleValue, read_at, shown_text};
use crate::import::issue::{IssueKind, Severity};
use crate::import::number::{CellUnit, DecimalMark, is_rounded, is_same_unit, multiple};
use crate::import::sign::{self, Reading, SIGN_FAMILIES};
use crate::import::table::CellKind;

impl Reader<'_> {
    pub(super) fn read_target(&mut self, row: u32, area: u32, target: usize) {
        let Target { value, numerator, denominator, .. } = self.targets[target];
        let Some(anchor) = value.or(numerator).or(denominator) else { return };
        let parts = [value, numerator, denominator];
        let (indicator, period) = (self.indicator(row, target), self.period(row, target));
        let (Some(indicator), Some(period)) = (indicator, period) else {
            let filled = parts.iter().flatten().filter(|&&at| !self.raw_is_empty(row, at)).count();
            // What no answer to the open question can read is said now.
            let refused = indicator.map_or(0, |indicator| {
                parts.iter().flatten().filter(|&&at| self.note_refused(row, at, indicator)).count()
            });
            self.counts.refused += u32::try_from(refused).unwrap_or(u32::MAX);
            let waits = indicator.is_none() || !self.names_period(row);
            let lost = if waits { &mut self.counts.open } else { &mut self.counts.refused };
            *lost += u32::try_from(filled - refused).unwrap_or(u32::MAX);
            return;
        };
        let [value, numerator, denominator] = parts.map(|at| at.map(|at| self.reading(row, at, indicator)));
        let column = self.values[anchor].column;
        let cell = CellRef { sheet: self.mapping.sheet, row, column };
        if let Some((value, status)) = self.combine(cell, &value, &numerator, &denominator, indicator) {
            let counts = RowCounts::known(counted(numerator.as_ref()), counted(denominator.as_ref()));
            self.push(DraftRow { area, indicator, period, value: value.into(), counts, status, cell });
        }
    }

    /// Whether the row has a period of its own, readable or not.
    pub(super) fn names_period(&self, row: u32) -> bool {
        self.period_column.is_some_and(|column| !shown_text(self.table, row, column).is_empty())
    }

    pub(super) fn raw_is_empty(&self, row: u32, at: usize) -> bool {
        self.table.cell(row, self.values[at].column).is_empty()
    }

    /// Notes why a cell that still waits for its period cannot be read. Says whether no answer changes that.
    fn note_refused(&mut self, row: u32, at: usize, indicator: u32) -> bool {
        let ValueColumn { column, mark, factor, .. } = self.values[at];
        let reading = read_at(self.table, (row, column), mark, &self.mapping.legend, factor);
        if let Reading::Refused(kind) = self.in_unit_of_column(reading, (row, column), at, indicator) {
            let severity = kind.of_refused();
            self.note(row, column, severity, kind);
            return severity == Severity::Error;
        }
        false
    }

    /// Reads a cell, notes what is odd about it, counts it for its column.
    fn reading(&mut self, row: u32, at: usize, indicator: u32) -> Reading {
        let ValueColumn { column, mark, factor, .. } = self.values[at];
        let raw = self.table.cell(row, column);
        let reading = read_at(self.table, (row, column), mark, &self.mapping.legend, factor);
        let reading = self.in_unit_of_column(reading, (row, column), at, indicator);
        self.note_footnote((row, column), mark, &reading);
        let summary = &mut self.columns[usize::from(column)];
        if is_sign(&reading, raw.kind)
            && let Some((sign, _)) = self.mapping.legend.signs.get_key_value(raw.text.trim())
        {
            *self.sign_counts.entry(sign.clone()).or_default() += 1;
        }
        match &reading {
            Reading::Value { value, status, unit: cell_unit } => {
                if *status == Status::Nil {
                    self.nil_signs += u32::from(SIGN_FAMILIES[0].contains(&raw.text.trim()));
                    *summary.signs.entry(*status).or_default() += 1;
                } else {
                    summary.numbers += 1;
                    if *status != Status::Reported {
                        *summary.signs.entry(*status).or_default() += 1;
                    }
                    if summary.samples.len() < 3 {
                        let text = self.table.displayed(row, column).into_owned();
                        summary.samples.push(SampleValue { text, value: *value });
                    }
                }
                let unit = self.cards.get(indicator as usize).map_or("", |card| card.unit.as_str());
                if *cell_unit == CellUnit::Percent && unit != "%" {
                    let text = self.table.displayed(row, column).into_owned();
                    let kind = IssueKind::PercentSign { text, unit: unit.to_owned() };
                    self.note(row, column, Severity::Check, kind);
                }
            }
            Reading::NoValue(status) => {
                *summary.signs.entry(*status).or_default() += 1;
                if raw.kind == CellKind::Error || sign::is_error_text(raw.text.trim()) {
                    let kind = IssueKind::ErrorCell { text: raw.text.trim().to_owned() };
                    self.note(row, column, Severity::Check, kind);
                }
            }
            Reading::Refused(kind) => {
                summary.refused += 1;
                *if kind.waits() { &mut self.counts.open } else { &mut self.counts.refused } += 1;
                self.note(row, column, kind.of_refused(), kind.clone());
            }
        }
        reading
    }

    /// Refuses a value that names another unit than its column, and one that names none where the others count in thousands
    /// and no heading says that it does so, too.
    fn in_unit_of_column(&mut self, reading: Reading, (row, column): (u32, u16), at: usize, indicator: u32) -> Reading {
        let ValueColumn { unit: expected, names_unit, by_row, .. } = self.values[at];
        let Reading::Value { unit, status, .. } = &reading else { return reading };
        let text = || sign::shortened(&self.table.displayed(row, column));
        let card_unit = || self.cards.get(indicator as usize).map_or("", |card| card.unit.as_str()).to_owned();
        match (*unit, expected) {
            (CellUnit::Other(unit), _) if by_row => {
                let card = card_unit();
                if !is_same_unit(unit, &card) {
                    let kind = IssueKind::OtherUnit { text: text(), unit: card };
                    self.note(row, column, Severity::Check, kind);
                }
                reading
            }
            (CellUnit::Other(unit), Some(expected)) if unit != expected => {
                Reading::Refused(IssueKind::OtherUnit { text: text(), unit: expected.to_owned() })
            }
            (CellUnit::Other(unit), None) if multiple(unit).is_some() => {
                Reading::Refused(IssueKind::OtherUnit { text: text(), unit: card_unit() })
            }
            (CellUnit::None, Some(expected))
                if multiple(expected).is_some() && !names_unit && *status != Status::Nil =>
            {
                Reading::Refused(IssueKind::WithoutUnit { text: text(), unit: expected.to_owned() })
            }
            (CellUnit::None | CellUnit::Percent | CellUnit::Other(_), _) => reading,
        }
    }

    /// Says what became of a footnote mark; counts those about which nothing is settled.
    fn note_footnote(&mut self, (row, column): (u32, u16), mark: Option<DecimalMark>, reading: &Reading) {
        if let Reading::Refused(IssueKind::FootnoteMark { text, value, .. }) = reading {
            let cell = CellRef { sheet: self.mapping.sheet, row, column };
            self.footnotes.get_or_insert_with(|| (0, cell, text.clone(), *value)).0 += 1;
            return;
        }
        let (raw, rule) = (self.table.cell(row, column), self.mapping.legend.footnotes);
        if let Some(value) = sign::marked_value(raw, mark, &self.mapping.legend) {
            let kind = IssueKind::FootnoteMark { text: sign::shortened(raw.text.trim()), value, rule };
            self.note(row, column, Severity::Info, kind);
        }
    }

    /// The value of an observation from its parts; none if its cell is refused.
    fn combine(
        &mut self,
        cell: CellRef,
        value: &Option<Reading>,
        numerator: &Option<Reading>,
        denominator: &Option<Reading>,
        indicator: u32,
    ) -> Option<(Option<f64>, Status)> {
        let scale = self.cards.get(indicator as usize).map_or(1.0, |card| card.scale);
        let computed = match (counted(numerator.as_ref()), counted(denominator.as_ref())) {
            (Some(n), Some(d)) if d > 0.0 => Some(scale * n / d),
            _ => None,
        };
        match (value, computed) {
            (Some(Reading::Refused(_)), _) => None,
            (Some(Reading::Value { value, status, .. }), computed) => {
                self.compare_with_parts(cell, *value, computed);
                Some((Some(*value), *status))
            }
            (None | Some(Reading::NoValue(Status::Missing)), Some(computed)) => {
                Some((Some(computed), Status::Reported))
            }
            (Some(Reading::NoValue(status)), _) => Some((None, *status)),
            (None, None) => sign_of_parts(numerator, denominator).map(|status| (None, status)),
        }
    }

    /// A published value may be rounded to its last digit; more is worth a look.
    fn compare_with_parts(&mut self, cell: CellRef, value: f64, computed: Option<f64>) {
        let Some(computed) = computed else { return };
        if !is_rounded(value, computed) {
            self.note(cell.row, cell.column, Severity::Check, IssueKind::DiffersFromParts { value, computed });
        }
    }
}

fn counted(reading: Option<&Reading>) -> Option<f64> {
    match reading? {
        Reading::Value { value, .. } => Some(*value),
        Reading::NoValue(_) | Reading::Refused(_) => None,
    }
}

/// Why nothing can be computed: the sign of the first part that has one.
fn sign_of_parts(numerator: &Option<Reading>, denominator: &Option<Reading>) -> Option<Status> {
    let parts = [numerator, denominator];
    if parts.iter().any(|part| matches!(part, Some(Reading::Refused(_)))) {
        return None;
    }
    let sign = parts.iter().find_map(|part| match part {
        Some(Reading::NoValue(status)) => Some(*status),
        Some(Reading::Value { .. } | Reading::Refused(_)) | None => None,
    });
    Some(sign.unwrap_or(Status::Missing))
}

/// Whether a cell may hold a sign of the legend.
fn is_sign(reading: &Reading, kind: CellKind) -> bool {
    let without_number = match reading {
        Reading::Value { status, .. } => *status != Status::Reported,
        Reading::NoValue(_) => true,
        Reading::Refused(_) => false,
    };
    kind == CellKind::Text && without_number
}
