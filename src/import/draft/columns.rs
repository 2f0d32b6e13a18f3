//! What the value columns of a table prove about their numbers, and what they leave open.

use super::super::issue::{FactorSample, MarkSample, Question, QuestionKind};
use super::super::mapping::{ColumnRole, Mapping, NewIndicator, ValuePart};
use super::super::number::{self, CellUnits, DecimalMark, Evidence};
use super::super::table::{CellKind, RawCell, RawTable};
use super::super::{header, sign};
use super::STEP;
use crate::domain::PlanningData;
use crate::jobs::{Cancelled, Progress};
use std::collections::HashMap;

/// A value column as it is read.
pub(super) struct ValueColumn {
    pub column: u16,
    pub mark: Option<DecimalMark>,
    pub proven: bool,
    pub factor: f64,
    /// The unit that its cells name themselves.
    pub unit: Option<&'static str>,
    /// Whether heading or indicator name that unit as well, so that cells without it mean it.
    pub names_unit: bool,
    /// Whether each row names its indicator, so that the column has no unit of its own.
    pub by_row: bool,
}

/// What the columns of a sheet are read by.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub table: &'a RawTable,
    pub mapping: &'a Mapping,
    pub data: &'a PlanningData,
    pub headers: &'a [String],
    /// The cards that the mapping adds, by code: a table may have thousands of columns.
    pub new_cards: &'a HashMap<&'a str, &'a NewIndicator>,
}

/// Looks through all value columns once; says also how many of their cells are filled.
pub(super) fn prepare(
    sheet: Sheet<'_>,
    questions: &mut Vec<Question>,
    progress: &Progress,
) -> Result<(Vec<ValueColumn>, u64), Cancelled> {
    let Sheet { table, mapping, .. } = sheet;
    let mut seen: Vec<(u16, Seen)> = Vec::new();
    let mut slots: Vec<Option<usize>> = vec![None; usize::from(table.column_count())];
    for column in (0..table.column_count()).filter(|&column| is_value(mapping.role(column))) {
        slots[usize::from(column)] = Some(seen.len());
        seen.push((column, Seen::default()));
    }
    let mut filled = 0;
    let (range, step) = (mapping.data_rows, table.rows_per(STEP));
    for row in range.first..range.last.saturating_add(1).min(table.row_count()) {
        if row % step == 0 {
            progress.check()?;
        }
        if mapping.skipped_rows.contains(&row) {
            continue;
        }
        for (column, cell) in table.row_cells(row) {
            if let Some((_, seen)) = slots.get(usize::from(column)).copied().flatten().map(|slot| &mut seen[slot]) {
                filled += 1;
                seen.add(cell, row, table.is_percent(row, column));
            }
        }
    }
    let suggestion = table_wide(&seen);
    let values = seen.iter().map(|(column, seen)| settle(*column, seen, sheet, suggestion, questions)).collect();
    Ok((values, filled))
}

fn is_value(role: &ColumnRole) -> bool {
    match role {
        ColumnRole::Indicator { .. } | ColumnRole::Value { .. } => true,
        ColumnRole::Ignore
        | ColumnRole::AreaKey
        | ColumnRole::AreaName
        | ColumnRole::IndicatorName
        | ColumnRole::Period
        | ColumnRole::Unit
        | ColumnRole::Source => false,
    }
}

#[derive(Default)]
struct Seen {
    evidence: Evidence,
    open: Vec<(u32, String)>,
    typed: u32,
    typed_in_unit: u32,
    typed_fractions: u32,
    samples: Vec<f64>,
    units: CellUnits,
    /// The first numbers that a factor would change.
    first: Vec<FirstNumber>,
}

/// A number as written, and what it is where the file has typed it.
struct FirstNumber {
    text: String,
    typed: Option<f64>,
}

/// Numbers of a column that a question shows.
const SAMPLES: usize = 3;

impl Seen {
    fn add(&mut self, cell: RawCell<'_>, row: u32, percent: bool) {
        match cell.kind {
            CellKind::Text => {
                let before = (self.evidence.ambiguous, self.evidence.comma, self.evidence.point);
                self.evidence.add(cell.text);
                self.units.add(cell.text);
                if self.first.len() < SAMPLES && cell.text.contains(|c: char| matches!(c, '1'..='9')) {
                    self.first.push(FirstNumber { text: cell.text.trim().to_owned(), typed: None });
                }
                let after = (self.evidence.ambiguous, self.evidence.comma, self.evidence.point);
                if after != before && self.open.len() < 60 {
                    self.open.push((row, cell.text.trim().to_owned()));
                }
            }
            CellKind::Number if percent => {}
            CellKind::Number => self.add_typed(cell.text),
            CellKind::Empty | CellKind::Date | CellKind::Bool | CellKind::Error | CellKind::Formula => {}
        }
    }

    fn add_typed(&mut self, text: &str) {
        let Ok(value) = text.parse::<f64>() else { return };
        if self.first.len() < SAMPLES && value.abs() > 0.0 {
            self.first.push(FirstNumber { text: text.replace('.', ","), typed: Some(value) });
        }
        self.typed += 1;
        self.typed_in_unit += u32::from((0.0..=1.0).contains(&value));
        if value > 0.0 && value < 1.0 {
            self.typed_fractions += 1;
            if self.samples.len() < 3 {
                self.samples.push(value);
            }
        }
    }

    /// Typed shares of a workbook lie between 0 and 1 although the sheet shows percent.
    fn may_be_fractions(&self) -> bool {
        self.typed_fractions >= 2 && self.typed_in_unit == self.typed && self.evidence.numbers() == 0
    }
}

/// What the columns that prove something agree on.
fn table_wide(seen: &[(u16, Seen)]) -> Option<DecimalMark> {
    let mut proven = seen.iter().filter_map(|(_, seen)| seen.evidence.proven());
    let first = proven.next()?;
    proven.all(|mark| mark == first).then_some(first)
}

fn settle(
    column: u16,
    seen: &Seen,
    sheet: Sheet<'_>,
    suggestion: Option<DecimalMark>,
    questions: &mut Vec<Question>,
) -> ValueColumn {
    let chosen = sheet.mapping.columns.get(usize::from(column));
    let header = heading(sheet, column);
    let proven = seen.evidence.proven();
    let mark = chosen.and_then(|chosen| chosen.decimal_mark).or(proven);
    if mark.is_none() && seen.evidence.is_open() {
        let kind = QuestionKind::DecimalMark { header: header.clone(), samples: samples(seen), suggestion };
        questions.push(Question { column: Some(column), blocking: true, kind });
    }
    let factor = chosen.and_then(|chosen| chosen.factor);
    let asked = questions.len();
    if factor.is_none() && seen.may_be_fractions() && is_percent(sheet, column, &header) {
        let kind = QuestionKind::SharesAsFractions { header: header.clone(), samples: seen.samples.clone() };
        questions.push(Question { column: Some(column), blocking: true, kind });
    }
    let named = header::unit(&heading(sheet, column)).or_else(|| known_unit(sheet, column).map(str::to_owned));
    let unit = seen.units.of_column(seen.typed + seen.evidence.numbers(), named.as_deref());
    let by_row = matches!(sheet.mapping.role(column), ColumnRole::Value { .. });
    let own_unit = card_unit(sheet, column);
    if let (None, Some(unit), Some(card_unit)) = (factor, unit, own_unit)
        && !number::is_same_unit(unit, card_unit)
    {
        let factor = number::factor_between(unit, card_unit);
        let (unit, card_unit) = (unit.to_owned(), card_unit.to_owned());
        let kind = QuestionKind::CellUnit { header: header.clone(), unit, card_unit, factor };
        questions.push(Question { column: Some(column), blocking: true, kind });
    }
    // What the cells themselves ask for is asked about as that.
    let remembered = chosen.and_then(|chosen| chosen.remembered_factor).filter(|_| questions.len() == asked);
    if let (None, Some(remembered)) = (factor, remembered) {
        let samples = seen.first.iter().filter_map(|first| factor_sample(first, mark, remembered)).collect();
        let kind = QuestionKind::RememberedFactor { header, factor: remembered, samples };
        questions.push(Question { column: Some(column), blocking: true, kind });
    }
    let names_unit = unit.zip(named).is_some_and(|(unit, named)| number::is_same_unit(unit, &named));
    ValueColumn { column, mark, proven: proven.is_some(), factor: factor.unwrap_or(1.0), unit, names_unit, by_row }
}

/// A number with and without a factor; nothing where the text holds none.
fn factor_sample(first: &FirstNumber, mark: Option<DecimalMark>, factor: f64) -> Option<FactorSample> {
    let read = || number::parse(&first.text, mark).ok().map(|number| number.value);
    let without = first.typed.or_else(read)?;
    Some(FactorSample { text: sign::shortened(&first.text), without, with: number::times(without, factor) })
}

/// The unit of the indicator whose values a column holds.
fn card_unit(sheet: Sheet<'_>, column: u16) -> Option<&str> {
    let ColumnRole::Indicator { code, part: ValuePart::Value, .. } = sheet.mapping.role(column) else { return None };
    let new = sheet.new_cards.get(code.as_str()).map(|card| card.unit.as_str());
    known_unit(sheet, column).or(new)
}

/// The same where the project knows the indicator.
fn known_unit(sheet: Sheet<'_>, column: u16) -> Option<&str> {
    let ColumnRole::Indicator { code, part: ValuePart::Value, .. } = sheet.mapping.role(column) else { return None };
    sheet.data.indicator_by_code(code).map(|card| card.unit.as_str())
}

/// What a question calls a column: its heading, after the indicator's name where only a period stands in the column.
fn heading(sheet: Sheet<'_>, column: u16) -> String {
    let own = sheet.headers.get(usize::from(column)).map_or("", String::as_str);
    let ColumnRole::Indicator { code, .. } = sheet.mapping.role(column) else { return own.to_owned() };
    let name = sheet.new_cards.get(code.as_str()).map(|card| &card.name);
    match name.or_else(|| sheet.data.indicator_by_code(code).map(|card| &card.name)) {
        Some(name) if header::split_period(own).0.is_empty() => [name, own].join(" · "),
        Some(_) | None => own.to_owned(),
    }
}

/// The values that leave the mark open or contradict each other, read both ways.
fn samples(seen: &Seen) -> Vec<MarkSample> {
    let read = |text: &str, mark| number::parse(text, Some(mark)).ok().map(|number| number.value);
    let sample = |text: &String| MarkSample {
        text: sign::shortened(text),
        with_comma: read(text, DecimalMark::Comma),
        with_point: read(text, DecimalMark::Point),
    };
    let mut samples: Vec<MarkSample> = Vec::new();
    let only_one_way = |sample: &MarkSample| (sample.with_comma.is_none(), sample.with_point.is_none());
    for (_, text) in &seen.open {
        let sample = sample(text);
        if only_one_way(&sample) == (true, true) {
            continue;
        }
        let repeats = samples.iter().any(|known| known.text == sample.text);
        let same_kind = samples.iter().filter(|known| only_one_way(known) == only_one_way(&sample)).count();
        if !repeats && same_kind < 3 {
            samples.push(sample);
        }
    }
    // One of each kind first, so that a contradiction shows in the first three.
    let mut kinds = Vec::new();
    samples.sort_by_cached_key(|sample| {
        let kind = only_one_way(sample);
        let repeated = kinds.contains(&kind);
        kinds.push(kind);
        repeated
    });
    samples.truncate(3);
    samples
}

fn is_percent(sheet: Sheet<'_>, column: u16, header: &str) -> bool {
    let Sheet { table, mapping, data, .. } = sheet;
    match mapping.role(column) {
        ColumnRole::Indicator { code, part: ValuePart::Value, .. } => {
            let card = sheet.new_cards.get(code.as_str());
            card.is_some_and(|card| card.unit == "%")
                || data.indicator_by_code(code).is_some_and(|card| card.unit == "%")
                || header::unit(header).as_deref() == Some("%")
                || header::is_share(header)
        }
        ColumnRole::Value { part: ValuePart::Value, .. } => {
            let units = mapping.column_with(|role| *role == ColumnRole::Unit);
            units.is_some_and(|units| {
                (mapping.data_rows.first..=mapping.data_rows.last.min(table.row_count()))
                    .all(|row| table.text(row, units) == "%")
            })
        }
        ColumnRole::Indicator { part: ValuePart::Numerator | ValuePart::Denominator, .. }
        | ColumnRole::Value { part: ValuePart::Numerator | ValuePart::Denominator, .. }
        | ColumnRole::Ignore
        | ColumnRole::AreaKey
        | ColumnRole::AreaName
        | ColumnRole::IndicatorName
        | ColumnRole::Period
        | ColumnRole::Unit
        | ColumnRole::Source => false,
    }
}
