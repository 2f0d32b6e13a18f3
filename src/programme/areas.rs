//! Area sets that an area belongs or belonged to, and the areas that programmes are written for.

use super::basis::Basis;
use crate::domain::{AreaId, AreaLevel, AreaSet, AreaSetState, Handlungsprogramm, PlanningData};

/// The areas that programmes are written for: members of the newest valid set, else all areas with a programme,
/// else all areas of the level with most areas. In printed order.
pub fn aktionsraeume(data: &PlanningData, programmes: &[Handlungsprogramm]) -> Vec<AreaId> {
    let named = named_aktionsraeume(data, programmes);
    if !named.is_empty() {
        return named;
    }
    let level = AreaLevel::ALL
        .into_iter()
        .filter(|level| *level != AreaLevel::Stadt)
        .max_by_key(|level| data.areas_of(*level).count())
        .unwrap_or(AreaLevel::Sozialraum);
    data.areas_of(level).map(|area| area.id).collect()
}

/// The Aktionsräume that somebody named: those in force, else those with a programme, else none.
pub fn named_aktionsraeume(data: &PlanningData, programmes: &[Handlungsprogramm]) -> Vec<AreaId> {
    match data.area_sets.iter().rev().find(|set| set.state == AreaSetState::Gueltig) {
        Some(set) => set.members.clone(),
        None => programmes.iter().map(|programme| programme.area).collect(),
    }
}

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
