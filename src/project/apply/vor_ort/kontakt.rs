//! Changes of persons to contact. The history names neither persons nor their functions, which may name them.

use super::{Applied, Cx, akteur, require};
use crate::domain::{Kontaktperson, KontaktpersonId};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};
use jiff::civil::Date;

pub(super) fn add(cx: &Cx<'_>, person: &Kontaktperson) -> Result<Applied, ProjectError> {
    let akteur = akteur::known(cx, person.akteur)?;
    require(Noun::Kontaktperson, &person.function)?;
    let id = cx.tx.put_kontaktperson(None, person)?;
    Ok(Applied::created(id.0, label::contact_added(&akteur.name)))
}

pub(super) fn update(cx: &Cx<'_>, person: &Kontaktperson) -> Result<Applied, ProjectError> {
    known(cx, person.id)?;
    let akteur = akteur::known(cx, person.akteur)?;
    require(Noun::Kontaktperson, &person.function)?;
    cx.tx.put_kontaktperson(Some(person.id), person)?;
    Ok(Applied::changed(label::contact_changed(&akteur.name)))
}

pub(super) fn remove(cx: &Cx<'_>, id: KontaktpersonId) -> Result<Applied, ProjectError> {
    let person = known(cx, id)?;
    let akteur = akteur::known(cx, person.akteur)?;
    cx.tx.delete_kontaktperson(id)?;
    Ok(Applied::changed(label::contact_removed(&akteur.name)))
}

/// All whose day has come, in one step.
pub(super) fn remove_overdue(cx: &Cx<'_>, today: Date) -> Result<Applied, ProjectError> {
    let overdue: Vec<&Kontaktperson> =
        cx.before.vor_ort.kontaktpersonen.iter().filter(|person| person.is_overdue(today)).collect();
    if overdue.is_empty() {
        return Err(ProjectError::Unknown { noun: Noun::Kontaktperson });
    }
    for person in &overdue {
        cx.tx.delete_kontaktperson(person.id)?;
    }
    Ok(Applied::changed(label::contacts_deleted(overdue.len())))
}

fn known<'a>(cx: &Cx<'a>, id: KontaktpersonId) -> Result<&'a Kontaktperson, ProjectError> {
    let found = cx.before.vor_ort.kontaktpersonen.iter().find(|person| person.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Kontaktperson })
}
