//! The mapping of an earlier import as the first proposal for the next file of its shape.

use super::{Proposal, layout, mapping_of, proposal, reapplied, watched};
use crate::domain::{Import, PlanningData};
use crate::import::Source;
use crate::import::mapping::{ColumnRole, Mapping};
use crate::jobs::{Cancelled, Progress};

/// What an earlier import proposes for a file.
#[derive(Clone, Debug)]
pub struct Remembered<'a> {
    /// The proposal by the earlier mapping.
    pub proposal: Proposal,
    /// The import that it was stored with.
    pub import: &'a Import,
}

/// The mapping of the newest import of the same file, else of the newest with the same headings.
pub fn remembered<'a>(source: &Source, data: &'a PlanningData) -> Option<Remembered<'a>> {
    let (mapping, import) = mapping_for(source, data);
    import.map(|import| Remembered { proposal: proposal(source, mapping, data), import })
}

/// The first proposal for a file: by the mapping of an earlier import where one fits, which is named then, else by what
/// the file itself shows. Drafts once.
///
/// # Errors
/// If the planner stopped it.
pub fn first_proposal<'a>(
    source: &Source,
    data: &'a PlanningData,
    progress: &Progress,
) -> Result<(Proposal, Option<&'a Import>), Cancelled> {
    progress.check()?;
    let (mapping, import) = mapping_for(source, data);
    Ok((watched(source, &mapping, data, progress)?, import))
}

/// The mapping of an earlier import, with that import, or the one that the file itself proposes.
fn mapping_for<'a>(source: &Source, data: &'a PlanningData) -> (Mapping, Option<&'a Import>) {
    let stored = |import: &'a Import| {
        let mapping = Mapping::from_toml(&import.mapping).ok().filter(|mapping| !mapping.columns.is_empty());
        mapping.map(|mapping| (mapping, import))
    };
    let newest_first = || data.imports.iter().rev();
    if let Some((mapping, import)) = newest_first().filter(|import| import.sha256 == source.sha256).find_map(stored) {
        return (mapping, Some(import));
    }
    let proposed = mapping_of(source, layout::main_sheet(source), data);
    match newest_first().filter_map(stored).find(|(mapping, _)| same_shape(mapping, &proposed)) {
        Some((mapping, import)) => (without_old_periods(reapplied(&mapping, source, data), &proposed), Some(import)),
        None => (proposed, None),
    }
}

fn same_shape(stored: &Mapping, proposed: &Mapping) -> bool {
    let headers = |mapping: &Mapping| mapping.columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>();
    headers(stored) == headers(proposed)
}

/// A period of a column that this table does not name is asked for again: last year's is the likeliest mistake.
fn without_old_periods(mut mapping: Mapping, proposed: &Mapping) -> Mapping {
    for (column, present) in mapping.columns.iter_mut().zip(&proposed.columns) {
        if let Some(period) = period_of(&mut column.role) {
            *period = period_of(&mut present.role.clone()).and_then(Option::take);
        }
    }
    mapping
}

fn period_of(role: &mut ColumnRole) -> Option<&mut Option<String>> {
    match role {
        ColumnRole::Indicator { period, .. } | ColumnRole::Value { period, .. } => Some(period),
        ColumnRole::Ignore
        | ColumnRole::AreaKey
        | ColumnRole::AreaName
        | ColumnRole::IndicatorName
        | ColumnRole::Period
        | ColumnRole::Unit
        | ColumnRole::Source => None,
    }
}
