//! Changes of areas and area sets.

use super::{Applied, Cx, boundary, free, known_area, require};
use crate::domain::{Area, AreaId, AreaSet, AreaSetId, AreaTarget, ReferenceSet};
use crate::project::{AreaCommand, ProjectError};
use crate::text::label::{self, Noun};
use std::collections::BTreeSet;

pub(super) fn apply(cx: &Cx<'_>, command: AreaCommand) -> Result<Applied, ProjectError> {
    match command {
        AreaCommand::Add(areas) => add(cx, areas),
        AreaCommand::Update(area) => update(cx, area),
        AreaCommand::AddSynonym { area, synonym } => add_synonym(cx, area, &synonym),
        AreaCommand::Remove(id) => remove(cx, id),
        AreaCommand::SetBoundaries(batch) => boundary::set(cx, *batch),
        AreaCommand::AddSet(set) => add_set(cx, set),
        AreaCommand::UpdateSet(set) => update_set(cx, set),
        AreaCommand::RemoveSet(id) => remove_set(cx, id),
    }
}

fn add(cx: &Cx<'_>, areas: Vec<Area>) -> Result<Applied, ProjectError> {
    let names: Vec<String> = areas.iter().map(|area| area.name.clone()).collect();
    let ids = insert(cx, areas)?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let first = ids.first().ok_or(ProjectError::NameEmpty { noun: Noun::Area })?;
    Ok(Applied::created(first.0, label::areas_added(&names)))
}

/// Writes new areas in order and gives their identities. `AreaId(-1 - index)` as parent means an earlier one of the list.
pub(super) fn insert(cx: &Cx<'_>, areas: Vec<Area>) -> Result<Vec<AreaId>, ProjectError> {
    let mut ids: Vec<AreaId> = Vec::with_capacity(areas.len());
    let known = cx.before.data.areas.iter();
    let mut keys: BTreeSet<_> = known.map(|area| (area.level, area.key.clone())).collect();
    for area in areas {
        let mut area = tidy(area)?;
        free(Noun::Area, &area.key, !keys.insert((area.level, area.key.clone())))?;
        area.parent = area.parent.map(|parent| resolve_parent(cx, parent, &ids)).transpose()?;
        ids.push(cx.tx.put_area(None, &area)?);
    }
    Ok(ids)
}

/// The identities of areas that exist or were just written.
pub(super) fn resolve_targets(
    cx: &Cx<'_>,
    targets: &[AreaTarget],
    new: &[AreaId],
) -> Result<Vec<AreaId>, ProjectError> {
    let known: BTreeSet<AreaId> = cx.before.data.areas.iter().map(|area| area.id).collect();
    let resolve = |target: &AreaTarget| match target {
        AreaTarget::Existing(id) => known.get(id).copied().ok_or(ProjectError::Unknown { noun: Noun::Area }),
        AreaTarget::New(index) => new.get(*index).copied().ok_or(ProjectError::Unknown { noun: Noun::Area }),
    };
    targets.iter().map(resolve).collect()
}

fn resolve_parent(cx: &Cx<'_>, parent: AreaId, earlier: &[AreaId]) -> Result<AreaId, ProjectError> {
    if parent.0 >= 0 {
        return known_area(cx, parent).map(|area| area.id);
    }
    usize::try_from(-1 - parent.0)
        .ok()
        .and_then(|index| earlier.get(index).copied())
        .ok_or(ProjectError::Unknown { noun: Noun::Area })
}

fn tidy(mut area: Area) -> Result<Area, ProjectError> {
    area.key = area.key.trim().to_owned();
    area.name = area.name.trim().to_owned();
    require(Noun::Area, &area.key)?;
    require(Noun::Area, &area.name)?;
    let mut seen = BTreeSet::new();
    area.synonyms.retain(|synonym| !synonym.trim().is_empty() && seen.insert(synonym.clone()));
    Ok(area)
}

fn update(cx: &Cx<'_>, area: Area) -> Result<Applied, ProjectError> {
    known_area(cx, area.id)?;
    let area = tidy(area)?;
    let others = || cx.before.data.areas_of(area.level).filter(|other| other.id != area.id);
    free(Noun::Area, &area.key, others().any(|other| other.key == area.key))?;
    refuse_cycle(cx, &area)?;
    cx.tx.put_area(Some(area.id), &area)?;
    Ok(Applied::changed(label::changed(Noun::Area, &area.name)))
}

fn refuse_cycle(cx: &Cx<'_>, area: &Area) -> Result<(), ProjectError> {
    let mut above = area.parent;
    let mut seen = BTreeSet::from([area.id]);
    while let Some(id) = above {
        if !seen.insert(id) {
            return Err(ProjectError::AreaCycle { name: area.name.clone() });
        }
        above = known_area(cx, id)?.parent;
    }
    Ok(())
}

fn add_synonym(cx: &Cx<'_>, id: AreaId, synonym: &str) -> Result<Applied, ProjectError> {
    let area = known_area(cx, id)?;
    require(Noun::Area, synonym)?;
    free(Noun::Area, synonym, area.synonyms.iter().any(|known| known == synonym))?;
    cx.tx.add_synonym(id, area.synonyms.len(), synonym)?;
    Ok(Applied::changed(label::synonym_added(synonym, &area.name)))
}

fn remove(cx: &Cx<'_>, id: AreaId) -> Result<Applied, ProjectError> {
    let area = known_area(cx, id)?;
    if let Some(by) = user_of(cx, id) {
        return Err(ProjectError::InUse { noun: Noun::Area, name: area.name.clone(), by });
    }
    if cx.tx.has_observations(id)? {
        return Err(ProjectError::HasValues { noun: Noun::Area, name: area.name.clone() });
    }
    cx.tx.delete_area(id)?;
    Ok(Applied::changed(label::removed(Noun::Area, &area.name)))
}

fn user_of(cx: &Cx<'_>, id: AreaId) -> Option<Noun> {
    let before = cx.before;
    let users = [
        (Noun::Area, before.data.areas.iter().any(|area| area.parent == Some(id))),
        (Noun::AreaSet, before.data.area_sets.iter().any(|set| set.members.contains(&id))),
        (Noun::Programme, before.programme_of(id).is_some()),
        (Noun::Akteur, before.vor_ort.akteure.iter().any(|akteur| akteur.works_in(id))),
        (Noun::Netzwerk, before.vor_ort.netzwerke.iter().any(|netzwerk| netzwerk.areas.contains(&id))),
        (Noun::Angebot, before.vor_ort.angebote.iter().any(|angebot| angebot.serves(id))),
        (Noun::Angebot, before.vor_ort.deckungen.iter().any(|deckung| deckung.area == id)),
        (Noun::Angebot, before.vor_ort.begruendungen.iter().any(|begruendung| begruendung.area == id)),
        (Noun::Aussage, before.vor_ort.aussagen.iter().any(|aussage| aussage.area == id)),
        (Noun::Veranstaltung, before.vor_ort.veranstaltungen.iter().any(|event| event.area == id)),
        (Noun::Erfahrung, before.vor_ort.erfahrungen.iter().any(|erfahrung| erfahrung.areas.contains(&id))),
        (Noun::Aktionsbuero, before.vor_ort.aktionsbuero_of(id).is_some()),
        (Noun::Step, before.verfahren.states.iter().any(|state| state.area == id)),
        (Noun::Beschluss, before.verfahren.beschluesse.iter().any(|beschluss| beschluss.areas.contains(&id))),
        (Noun::Niederschrift, before.verfahren.niederschriften.iter().any(|entry| entry.area == Some(id))),
        (Noun::Wiedervorlage, before.verfahren.wiedervorlagen.iter().any(|entry| entry.area == Some(id))),
    ];
    users.into_iter().find_map(|(noun, uses)| uses.then_some(noun))
}

fn add_set(cx: &Cx<'_>, set: AreaSet) -> Result<Applied, ProjectError> {
    check_set(cx, &set, None)?;
    let id = cx.tx.put_area_set(None, &set)?;
    Ok(Applied::created(id.0, label::added(Noun::AreaSet, &set.name)))
}

fn update_set(cx: &Cx<'_>, set: AreaSet) -> Result<Applied, ProjectError> {
    let before = known_set(cx, set.id)?;
    check_set(cx, &set, Some(set.id))?;
    if before.code != set.code {
        refuse_named(cx, before)?;
    }
    cx.tx.put_area_set(Some(set.id), &set)?;
    Ok(Applied::changed(label::changed(Noun::AreaSet, &set.name)))
}

fn remove_set(cx: &Cx<'_>, id: AreaSetId) -> Result<Applied, ProjectError> {
    let set = known_set(cx, id)?;
    refuse_named(cx, set)?;
    cx.tx.delete_area_set(id)?;
    Ok(Applied::changed(label::removed(Noun::AreaSet, &set.name)))
}

/// Recipes name a set by its code: the code stays as long as they do.
fn refuse_named(cx: &Cx<'_>, set: &AreaSet) -> Result<(), ProjectError> {
    let named = cx.before.recipes.iter().any(|recipe| {
        recipe.spec.areas.set.as_ref() == Some(&set.code)
            || recipe.spec.reference == ReferenceSet::AreaSet(set.code.clone())
    });
    if named {
        return Err(ProjectError::InUse { noun: Noun::AreaSet, name: set.name.clone(), by: Noun::Recipe });
    }
    Ok(())
}

fn known_set<'a>(cx: &Cx<'a>, id: AreaSetId) -> Result<&'a AreaSet, ProjectError> {
    cx.before.data.area_sets.iter().find(|set| set.id == id).ok_or(ProjectError::Unknown { noun: Noun::AreaSet })
}

fn check_set(cx: &Cx<'_>, set: &AreaSet, own: Option<AreaSetId>) -> Result<(), ProjectError> {
    require(Noun::AreaSet, &set.code)?;
    require(Noun::AreaSet, &set.name)?;
    let others = || cx.before.data.area_sets.iter().filter(|other| Some(other.id) != own);
    free(Noun::AreaSet, &set.code, others().any(|other| other.code == set.code))?;
    free(Noun::AreaSet, &set.name, others().any(|other| other.name == set.name))?;
    let mut seen = BTreeSet::new();
    for member in &set.members {
        let area = known_area(cx, *member)?;
        free(Noun::Area, &area.name, !seen.insert(*member))?;
    }
    Ok(())
}
