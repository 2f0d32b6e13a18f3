//! In what unit a table counts that prints numerator and denominator beside its value: a value that is always a hundred
//! times their quotient is a share in percent, whatever its heading leaves out.

use crate::import::draft::read_at;
use crate::import::mapping::{ColumnRole, Mapping, ValuePart};
use crate::import::number;
use crate::import::sign::Reading;
use crate::import::table::RawTable;
use std::collections::BTreeMap;

/// Rows that are looked at.
const SAMPLE_ROWS: u32 = 500;
/// Factors between quotient and value, with their units.
const UNITS: [(f64, &str); 2] = [(100.0, "%"), (1000.0, "je 1.000")];

/// Sets unit and factor of new cards that have none, where all rows prove the same.
pub(super) fn assign(mapping: &mut Mapping, table: &RawTable) {
    let groups = complete_groups(mapping);
    if groups.is_empty() {
        return;
    }
    let found = samples(mapping, table, &groups);
    for card in mapping.new_indicators.iter_mut().filter(|card| card.unit.is_empty()) {
        let Some(samples) = found.get(&card.code).filter(|samples| samples.iter().any(|(value, _)| value.abs() > 0.0))
        else {
            continue;
        };
        let all = |factor: f64| samples.iter().all(|&(value, quotient)| number::is_rounded(value, factor * quotient));
        if let Some((factor, unit)) = UNITS.into_iter().find(|&(factor, _)| all(factor) && !all(1.0)) {
            (card.scale, card.unit) = (factor, unit.to_owned());
        }
    }
}

/// Columns of a value with both its parts; the indicator where their headings name it.
type Group = (Option<String>, [u16; 3]);

/// Indicator and period, where headings name them.
type Key<'a> = (Option<&'a str>, Option<&'a str>);

fn complete_groups(mapping: &Mapping) -> Vec<Group> {
    let mut groups: BTreeMap<Key<'_>, [Option<u16>; 3]> = BTreeMap::new();
    for (column, found) in (0_u16..).zip(&mapping.columns) {
        let (key, part) = match &found.role {
            ColumnRole::Indicator { code, period, part } => ((Some(code.as_str()), period.as_deref()), part),
            ColumnRole::Value { period, part } => ((None, period.as_deref()), part),
            ColumnRole::Ignore
            | ColumnRole::AreaKey
            | ColumnRole::AreaName
            | ColumnRole::IndicatorName
            | ColumnRole::Period
            | ColumnRole::Unit
            | ColumnRole::Source => continue,
        };
        let at = match part {
            ValuePart::Value => 0,
            ValuePart::Numerator => 1,
            ValuePart::Denominator => 2,
        };
        groups.entry(key).or_default()[at].get_or_insert(column);
    }
    let complete = groups.into_iter().filter_map(|((code, _), [value, numerator, denominator])| {
        Some((code.map(str::to_owned), [value?, numerator?, denominator?]))
    });
    complete.collect()
}

/// Values and quotients by indicator.
fn samples(mapping: &Mapping, table: &RawTable, groups: &[Group]) -> BTreeMap<String, Vec<(f64, f64)>> {
    let names = mapping.column_with(|role| *role == ColumnRole::IndicatorName);
    let read = |row: u32, column: u16| {
        let mark = mapping.columns.get(usize::from(column)).and_then(|column| column.decimal_mark);
        match read_at(table, (row, column), mark, &mapping.legend, 1.0) {
            Reading::Value { value, .. } => Some(value),
            Reading::NoValue(_) | Reading::Refused(_) => None,
        }
    };
    let mut found: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    let last = mapping.data_rows.last.min(mapping.data_rows.first.saturating_add(SAMPLE_ROWS));
    for row in (mapping.data_rows.first..=last).filter(|row| !mapping.skipped_rows.contains(row)) {
        for (code, columns) in groups {
            let named = || mapping.indicator_choices.get(table.text(row, names?)).cloned();
            let [value, numerator, denominator] = columns.map(|column| read(row, column));
            let quotient = numerator.zip(denominator.filter(|count| *count > 0.0)).map(|(n, d)| n / d);
            if let (Some(code), Some(value), Some(quotient)) = (code.clone().or_else(named), value, quotient) {
                found.entry(code).or_default().push((value, quotient));
            }
        }
    }
    found
}
