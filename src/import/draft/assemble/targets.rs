//! Columns that hold the parts of one observation.

use crate::import::draft::columns::ValueColumn;
use crate::import::header;
use crate::import::mapping::{ColumnRole, Mapping, ValuePart};
use std::collections::BTreeMap;

/// Values that belong together: one indicator and period, up to three columns.
#[derive(Default)]
pub(super) struct Target {
    pub(super) code: Option<String>,
    pub(super) period: Option<String>,
    pub(super) value: Option<usize>,
    pub(super) numerator: Option<usize>,
    pub(super) denominator: Option<usize>,
    /// The heading holds a year with a digit too many: the period of the table is not meant.
    pub(super) unclear_year: bool,
    /// Places of the indicator and the period, once they have been looked up.
    pub(super) indicator: Option<u32>,
    pub(super) period_at: Option<u32>,
}

/// Columns of one indicator and period belong together, in the order of their first column.
pub(super) fn targets(mapping: &Mapping, values: &[ValueColumn]) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    let mut known: BTreeMap<(Option<&str>, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (at, value) in values.iter().enumerate() {
        let (code, period, part) = match mapping.role(value.column) {
            ColumnRole::Indicator { code, period, part } => (Some(code.as_str()), period.as_deref(), *part),
            ColumnRole::Value { period, part } => (None, period.as_deref(), *part),
            ColumnRole::Ignore
            | ColumnRole::AreaKey
            | ColumnRole::AreaName
            | ColumnRole::IndicatorName
            | ColumnRole::Period
            | ColumnRole::Unit
            | ColumnRole::Source => continue,
        };
        let same_key = known.entry((code, period)).or_default();
        // A second column for the same part is a target of its own: its values show as duplicates, never vanish.
        let free = same_key.iter().copied().find(|&target| slot(&mut targets[target], part).is_none());
        let target = free.unwrap_or_else(|| {
            targets.push(Target {
                code: code.map(str::to_owned),
                period: period.map(str::to_owned),
                unclear_year: has_unclear_year(mapping, value.column),
                ..Target::default()
            });
            same_key.push(targets.len() - 1);
            targets.len() - 1
        });
        *slot(&mut targets[target], part) = Some(at);
    }
    targets
}

fn has_unclear_year(mapping: &Mapping, column: u16) -> bool {
    let header = mapping.columns.get(usize::from(column)).map_or("", |column| column.header.as_str());
    header.split(" · ").any(|part| header::split_period(part).1.is_none() && header::year_with_footnote(part).is_some())
}

fn slot(target: &mut Target, part: ValuePart) -> &mut Option<usize> {
    match part {
        ValuePart::Value => &mut target.value,
        ValuePart::Numerator => &mut target.numerator,
        ValuePart::Denominator => &mut target.denominator,
    }
}
