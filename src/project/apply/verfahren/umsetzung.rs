//! Notes on measures being carried out, and money spent on them.

use super::{Applied, Cx, require};
use crate::domain::{Massnahme, MassnahmeId, Mittelabfluss, MittelabflussId, Umsetzungsnotiz, UmsetzungsnotizId};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};

pub(super) fn add_note(cx: &Cx<'_>, note: &Umsetzungsnotiz) -> Result<Applied, ProjectError> {
    let massnahme = checked_note(cx, note)?;
    let id = cx.tx.put_umsetzungsnotiz(None, note)?;
    Ok(Applied::created(id.0, label::note_of(massnahme.number)))
}

pub(super) fn update_note(cx: &Cx<'_>, note: &Umsetzungsnotiz) -> Result<Applied, ProjectError> {
    known_note(cx, note.id)?;
    let massnahme = checked_note(cx, note)?;
    cx.tx.put_umsetzungsnotiz(Some(note.id), note)?;
    Ok(Applied::changed(label::note_changed(massnahme.number)))
}

pub(super) fn remove_note(cx: &Cx<'_>, id: UmsetzungsnotizId) -> Result<Applied, ProjectError> {
    let massnahme = massnahme(cx, known_note(cx, id)?.massnahme)?;
    cx.tx.delete_umsetzungsnotiz(id)?;
    Ok(Applied::changed(label::note_removed(massnahme.number)))
}

fn checked_note<'a>(cx: &Cx<'a>, note: &Umsetzungsnotiz) -> Result<&'a Massnahme, ProjectError> {
    require(Noun::Umsetzungsnotiz, &note.text)?;
    if note.gezaehlt.is_some_and(|counted| !counted.is_finite()) {
        return Err(ProjectError::NumberUnusable { noun: Noun::Umsetzungsnotiz });
    }
    massnahme(cx, note.massnahme)
}

fn known_note<'a>(cx: &Cx<'a>, id: UmsetzungsnotizId) -> Result<&'a Umsetzungsnotiz, ProjectError> {
    let found = cx.before.verfahren.umsetzungsnotizen.iter().find(|note| note.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Umsetzungsnotiz })
}

pub(super) fn add_spending(cx: &Cx<'_>, entry: &Mittelabfluss) -> Result<Applied, ProjectError> {
    let massnahme = massnahme(cx, entry.massnahme)?;
    let id = cx.tx.put_mittelabfluss(None, entry)?;
    Ok(Applied::created(id.0, label::spent(massnahme.number, entry.amount)))
}

pub(super) fn update_spending(cx: &Cx<'_>, entry: &Mittelabfluss) -> Result<Applied, ProjectError> {
    known_spending(cx, entry.id)?;
    let massnahme = massnahme(cx, entry.massnahme)?;
    cx.tx.put_mittelabfluss(Some(entry.id), entry)?;
    Ok(Applied::changed(label::spending_changed(massnahme.number)))
}

pub(super) fn remove_spending(cx: &Cx<'_>, id: MittelabflussId) -> Result<Applied, ProjectError> {
    let massnahme = massnahme(cx, known_spending(cx, id)?.massnahme)?;
    cx.tx.delete_mittelabfluss(id)?;
    Ok(Applied::changed(label::spending_removed(massnahme.number)))
}

fn known_spending<'a>(cx: &Cx<'a>, id: MittelabflussId) -> Result<&'a Mittelabfluss, ProjectError> {
    let found = cx.before.verfahren.mittelabfluesse.iter().find(|entry| entry.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Mittelabfluss })
}

fn massnahme<'a>(cx: &Cx<'a>, id: MassnahmeId) -> Result<&'a Massnahme, ProjectError> {
    let mut all = cx.before.programmes.iter().flat_map(|programme| &programme.massnahmen);
    all.find(|massnahme| massnahme.id == id).ok_or(ProjectError::Unknown { noun: Noun::Massnahme })
}
