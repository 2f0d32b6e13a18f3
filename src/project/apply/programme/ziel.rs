//! Goals of a programme.

use super::{Applied, Cx, known, require};
use crate::domain::{Handlungsprogramm, HandlungsprogrammId, Ziel, ZielId, ZielKind};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};

pub(super) fn add(cx: &Cx<'_>, id: HandlungsprogrammId, ziel: &Ziel) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    check(cx, programme, ziel, None)?;
    let created = cx.tx.put_ziel(id, None, ziel)?;
    Ok(Applied::created(created.0, label::added(Noun::Ziel, &ziel.text)))
}

pub(super) fn update(cx: &Cx<'_>, ziel: &Ziel) -> Result<Applied, ProjectError> {
    let (programme, _) = find(cx, ziel.id)?;
    check(cx, programme, ziel, Some(ziel.id))?;
    cx.tx.put_ziel(programme.id, Some(ziel.id), ziel)?;
    Ok(Applied::changed(label::changed(Noun::Ziel, &ziel.text)))
}

pub(super) fn remove(cx: &Cx<'_>, id: ZielId) -> Result<Applied, ProjectError> {
    let (_, ziel) = find(cx, id)?;
    cx.tx.delete_ziel(id)?;
    Ok(Applied::changed(label::removed(Noun::Ziel, &ziel.text)))
}

fn check(cx: &Cx<'_>, programme: &Handlungsprogramm, ziel: &Ziel, own: Option<ZielId>) -> Result<(), ProjectError> {
    require(Noun::Ziel, &ziel.text)?;
    if !ziel.indicator.is_empty() && cx.before.data.indicator_by_code(&ziel.indicator).is_none() {
        return Err(ProjectError::Unknown { noun: Noun::Indicator });
    }
    if [ziel.start_value, ziel.target_value].into_iter().flatten().any(|value| !value.is_finite()) {
        return Err(ProjectError::NumberUnusable { noun: Noun::Ziel });
    }
    let ZielKind::Handlungsziel { parent } = ziel.kind else { return Ok(()) };
    let is_leitziel =
        programme.ziele.iter().any(|other| other.id == parent && matches!(other.kind, ZielKind::Leitziel));
    let has_children = own
        .is_some_and(|own| programme.ziele.iter().any(|other| other.kind == ZielKind::Handlungsziel { parent: own }));
    if !is_leitziel || Some(parent) == own || has_children {
        return Err(ProjectError::ZielMisplaced);
    }
    Ok(())
}

fn find<'a>(cx: &Cx<'a>, id: ZielId) -> Result<(&'a Handlungsprogramm, &'a Ziel), ProjectError> {
    let mut programmes = cx.before.programmes.iter();
    programmes
        .find_map(|programme| programme.ziele.iter().find(|ziel| ziel.id == id).map(|found| (programme, found)))
        .ok_or(ProjectError::Unknown { noun: Noun::Ziel })
}
