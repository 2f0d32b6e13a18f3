//! What the last file of the same kind had and this one lacks.

use super::Notes;
use super::subject::Subject;
use crate::domain::{AreaId, Import, IndicatorId, PeriodId};
use crate::import::issue::{IssueKind, Severity};
use crate::import::propose::last_of_kind;
use std::collections::BTreeSet;

/// What an import brought, as far as it counts.
struct Brought {
    areas: BTreeSet<AreaId>,
    periods: BTreeSet<PeriodId>,
    indicators: BTreeSet<IndicatorId>,
}

pub(super) fn check(subject: &Subject<'_>, notes: &mut Notes) {
    let (draft, data) = (subject.draft, subject.data);
    let Some(last) = last_of_kind(draft.mapping(), draft.sha256(), data) else { return };
    let brought = brought(subject, last);
    let areas: BTreeSet<AreaId> = subject.places.iter().filter_map(|place| place.id).collect();
    let periods: BTreeSet<PeriodId> = subject.periods.iter().filter_map(|period| period.id).collect();
    let indicators: BTreeSet<IndicatorId> = subject.cards.iter().filter_map(|card| card.id).collect();
    let file = || last.file_name.clone();
    // What waits for an answer may be what seems to be missing.
    let asks = draft.counts.open > 0;
    let gone = if asks { BTreeSet::new() } else { &brought.areas - &areas };
    let names: Vec<String> =
        data.areas.iter().filter(|area| gone.contains(&area.id)).map(|area| area.name.clone()).collect();
    if !names.is_empty() {
        notes.of_file(Severity::Check, IssueKind::AreasMissing { file: file(), names });
    }
    let gone = if asks { BTreeSet::new() } else { &brought.indicators - &indicators };
    let names: Vec<String> =
        data.indicators.iter().filter(|card| gone.contains(&card.id)).map(|card| card.name.clone()).collect();
    if !names.is_empty() {
        notes.of_file(Severity::Check, IssueKind::IndicatorsMissing { file: file(), names });
    }
    // A file of one period is followed by the next period's: nothing is missing then.
    let gone = &brought.periods - &periods;
    let labels: Vec<String> =
        data.periods.iter().filter(|period| gone.contains(&period.id)).map(|period| period.label.clone()).collect();
    if brought.periods.len() > 1 && !labels.is_empty() {
        notes.of_file(Severity::Info, IssueKind::PeriodsMissing { file: file(), labels });
    }
}

fn brought(subject: &Subject<'_>, last: &Import) -> Brought {
    let mut brought = Brought { areas: BTreeSet::new(), periods: BTreeSet::new(), indicators: BTreeSet::new() };
    let dataset = &subject.data.dataset;
    for card in subject.data.indicators.iter() {
        for period in dataset.periods_of(card.id) {
            let Some(column) = dataset.column(card.id, period) else { continue };
            let own = column.areas().iter().zip(column.imports()).filter(|(_, import)| *import == last.id);
            let areas: Vec<AreaId> = own.map(|(area, _)| *area).collect();
            if !areas.is_empty() {
                brought.areas.extend(areas);
                brought.periods.insert(period);
                brought.indicators.insert(card.id);
            }
        }
    }
    brought
}
