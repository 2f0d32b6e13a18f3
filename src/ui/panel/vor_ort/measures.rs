//! Measures as other entries refer to them: by number and title.

use crate::domain::{AreaId, MassnahmeId};
use crate::project::Snapshot;
use crate::text::report::measure_number;

/// The printed number of a measure.
pub(super) fn number_of(snapshot: &Snapshot, id: Option<MassnahmeId>) -> Option<String> {
    let mut all = snapshot.programmes.iter().flat_map(|programme| &programme.massnahmen);
    all.find(|massnahme| Some(massnahme.id) == id).map(|massnahme| measure_number(massnahme.number))
}

/// None, and the measures of the area's programme by number.
pub(super) fn choices(snapshot: &Snapshot, area: AreaId, none: &str) -> Vec<(Option<MassnahmeId>, String)> {
    let mut choices = vec![(None, none.to_owned())];
    if let Some(programme) = snapshot.programme_of(area) {
        let title = |number, title: &str| format!("{} {title}", measure_number(number));
        choices.extend(programme.massnahmen.iter().map(|one| (Some(one.id), title(one.number, &one.titel))));
    }
    choices
}
