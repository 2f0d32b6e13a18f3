//! The Aktionsbüros: at most one per area.

use super::{Applied, Cx, known_area, known_indicator, require};
use crate::domain::{Aktionsbuero, AktionsbueroId, Oeffnungszeit};
use crate::project::{AktionsbueroCommand, ProjectError};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: AktionsbueroCommand) -> Result<Applied, ProjectError> {
    match command {
        AktionsbueroCommand::Add(buero) => add(cx, &buero),
        AktionsbueroCommand::Update(buero) => update(cx, &buero),
        AktionsbueroCommand::Remove(id) => remove(cx, id),
    }
}

fn add(cx: &Cx<'_>, buero: &Aktionsbuero) -> Result<Applied, ProjectError> {
    let area = check(cx, buero, None)?;
    let id = cx.tx.put_aktionsbuero(None, buero)?;
    Ok(Applied::created(id.0, label::added(Noun::Aktionsbuero, area)))
}

fn update(cx: &Cx<'_>, buero: &Aktionsbuero) -> Result<Applied, ProjectError> {
    known(cx, buero.id)?;
    let area = check(cx, buero, Some(buero.id))?;
    cx.tx.put_aktionsbuero(Some(buero.id), buero)?;
    Ok(Applied::changed(label::changed(Noun::Aktionsbuero, area)))
}

fn remove(cx: &Cx<'_>, id: AktionsbueroId) -> Result<Applied, ProjectError> {
    let buero = known(cx, id)?;
    cx.tx.delete_aktionsbuero(id)?;
    let area = known_area(cx, buero.area)?;
    Ok(Applied::changed(label::removed(Noun::Aktionsbuero, &area.name)))
}

/// The name of its area, if the office can be stored.
fn check<'a>(cx: &Cx<'a>, buero: &Aktionsbuero, own: Option<AktionsbueroId>) -> Result<&'a str, ProjectError> {
    let area = known_area(cx, buero.area)?;
    let other = cx.before.vor_ort.aktionsbuero_of(buero.area).filter(|other| Some(other.id) != own);
    super::free(Noun::Aktionsbuero, &area.name, other.is_some())?;
    if !buero.hours.iter().all(Oeffnungszeit::is_possible) {
        return Err(ProjectError::NumberUnusable { noun: Noun::Aktionsbuero });
    }
    if buero.costs.iter().any(|costs| costs.additional.cents < 0 || costs.secured.cents < 0) {
        return Err(ProjectError::NumberUnusable { noun: Noun::Aktionsbuero });
    }
    for offer in &buero.offers {
        require(Noun::Aktionsbuero, &offer.title)?;
        for code in &offer.needs {
            known_indicator(cx, code)?;
        }
    }
    Ok(&area.name)
}

fn known<'a>(cx: &Cx<'a>, id: AktionsbueroId) -> Result<&'a Aktionsbuero, ProjectError> {
    let found = cx.before.vor_ort.aktionsbueros.iter().find(|buero| buero.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Aktionsbuero })
}
