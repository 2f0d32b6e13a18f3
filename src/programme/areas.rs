//! Area sets that an area belongs or belonged to.

use super::basis::Basis;
use crate::domain::{AreaId, AreaSet, AreaSetState};

/// The sets that speak about being an Aktionsraum (everything but the planner's own selections), oldest first.
pub(super) fn sets_of<'a>(basis: &Basis<'a>, area: AreaId) -> Vec<&'a AreaSet> {
    let mut sets: Vec<&AreaSet> = basis
        .data
        .area_sets
        .iter()
        .filter(|set| set.members.contains(&area))
        .filter(|set| match set.state {
            AreaSetState::Gueltig | AreaSetState::Vorschlag | AreaSetState::Beobachtet => true,
            AreaSetState::Auswahl => false,
        })
        .collect();
    sets.sort_by_key(|set| (set.valid_from, set.id));
    sets
}
