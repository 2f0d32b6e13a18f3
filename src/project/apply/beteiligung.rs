//! Events of participation, ideas, and who wants to take part.

use super::{Applied, Cx, known_area, known_massnahme, programme, require};
use crate::domain::{
    HandlungsprogrammId, Idee, IdeeId, Massnahme, MassnahmeId, Mitwirkung, MitwirkungId, Veranstaltung, VeranstaltungId,
};
use crate::project::{BeteiligungCommand, ProjectError};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: BeteiligungCommand) -> Result<Applied, ProjectError> {
    match command {
        BeteiligungCommand::AddVeranstaltung(event) => add_event(cx, &event),
        BeteiligungCommand::UpdateVeranstaltung(event) => update_event(cx, &event),
        BeteiligungCommand::RemoveVeranstaltung(id) => remove_event(cx, id),
        BeteiligungCommand::AddIdee(idee) => add_idee(cx, &idee),
        BeteiligungCommand::UpdateIdee(idee) => update_idee(cx, &idee),
        BeteiligungCommand::RemoveIdee(id) => remove_idee(cx, id),
        BeteiligungCommand::AdoptIdee { idee, programme, massnahme } => adopt(cx, idee, programme, *massnahme),
        BeteiligungCommand::AddMitwirkung(mitwirkung) => add_mitwirkung(cx, &mitwirkung),
        BeteiligungCommand::UpdateMitwirkung(mitwirkung) => update_mitwirkung(cx, &mitwirkung),
        BeteiligungCommand::RemoveMitwirkung(id) => remove_mitwirkung(cx, id),
    }
}

fn add_event(cx: &Cx<'_>, event: &Veranstaltung) -> Result<Applied, ProjectError> {
    check_event(cx, event)?;
    let id = cx.tx.put_veranstaltung(None, event)?;
    Ok(Applied::created(id.0, label::added(Noun::Veranstaltung, &event.title)))
}

fn update_event(cx: &Cx<'_>, event: &Veranstaltung) -> Result<Applied, ProjectError> {
    known_event(cx, event.id)?;
    check_event(cx, event)?;
    cx.tx.put_veranstaltung(Some(event.id), event)?;
    Ok(Applied::changed(label::changed(Noun::Veranstaltung, &event.title)))
}

fn remove_event(cx: &Cx<'_>, id: VeranstaltungId) -> Result<Applied, ProjectError> {
    let event = known_event(cx, id)?;
    cx.tx.delete_veranstaltung(id)?;
    Ok(Applied::changed(label::removed(Noun::Veranstaltung, &event.title)))
}

fn check_event(cx: &Cx<'_>, event: &Veranstaltung) -> Result<(), ProjectError> {
    require(Noun::Veranstaltung, &event.title)?;
    if event.theses.iter().any(|these| !these.support.is_possible()) {
        return Err(ProjectError::NumberUnusable { noun: Noun::Veranstaltung });
    }
    known_area(cx, event.area).map(|_| ())
}

/// The event, which must exist.
pub(super) fn known_event<'a>(cx: &Cx<'a>, id: VeranstaltungId) -> Result<&'a Veranstaltung, ProjectError> {
    cx.before.vor_ort.veranstaltung(id).ok_or(ProjectError::Unknown { noun: Noun::Veranstaltung })
}

fn add_idee(cx: &Cx<'_>, idee: &Idee) -> Result<Applied, ProjectError> {
    check_idee(cx, idee)?;
    let id = cx.tx.put_idee(None, idee)?;
    Ok(Applied::created(id.0, label::added(Noun::Idee, &idee.text)))
}

fn update_idee(cx: &Cx<'_>, idee: &Idee) -> Result<Applied, ProjectError> {
    known_idee(cx, idee.id)?;
    check_idee(cx, idee)?;
    cx.tx.put_idee(Some(idee.id), idee)?;
    Ok(Applied::changed(label::changed(Noun::Idee, &idee.text)))
}

fn remove_idee(cx: &Cx<'_>, id: IdeeId) -> Result<Applied, ProjectError> {
    let idee = known_idee(cx, id)?;
    cx.tx.delete_idee(id)?;
    Ok(Applied::changed(label::removed(Noun::Idee, &idee.text)))
}

fn adopt(
    cx: &Cx<'_>,
    id: IdeeId,
    programme: HandlungsprogrammId,
    massnahme: Massnahme,
) -> Result<Applied, ProjectError> {
    let idee = known_idee(cx, id)?;
    let (added, number) = programme::add_massnahme(cx, programme, massnahme)?;
    cx.tx.put_idee(Some(id), &Idee { massnahme: added.created.map(MassnahmeId), ..idee.clone() })?;
    Ok(Applied { label: label::idee_adopted(number), ..added })
}

fn check_idee(cx: &Cx<'_>, idee: &Idee) -> Result<(), ProjectError> {
    require(Noun::Idee, &idee.text)?;
    known_event(cx, idee.veranstaltung)?;
    known_massnahme(cx, idee.massnahme)
}

fn known_idee<'a>(cx: &Cx<'a>, id: IdeeId) -> Result<&'a Idee, ProjectError> {
    let found = cx.before.vor_ort.ideen.iter().find(|idee| idee.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Idee })
}

fn add_mitwirkung(cx: &Cx<'_>, mitwirkung: &Mitwirkung) -> Result<Applied, ProjectError> {
    check_mitwirkung(cx, mitwirkung)?;
    let id = cx.tx.put_mitwirkung(None, mitwirkung)?;
    Ok(Applied::created(id.0, label::added(Noun::Mitwirkung, &mitwirkung.who)))
}

fn update_mitwirkung(cx: &Cx<'_>, mitwirkung: &Mitwirkung) -> Result<Applied, ProjectError> {
    known_mitwirkung(cx, mitwirkung.id)?;
    check_mitwirkung(cx, mitwirkung)?;
    cx.tx.put_mitwirkung(Some(mitwirkung.id), mitwirkung)?;
    Ok(Applied::changed(label::changed(Noun::Mitwirkung, &mitwirkung.who)))
}

fn remove_mitwirkung(cx: &Cx<'_>, id: MitwirkungId) -> Result<Applied, ProjectError> {
    let mitwirkung = known_mitwirkung(cx, id)?;
    cx.tx.delete_mitwirkung(id)?;
    Ok(Applied::changed(label::removed(Noun::Mitwirkung, &mitwirkung.who)))
}

fn check_mitwirkung(cx: &Cx<'_>, mitwirkung: &Mitwirkung) -> Result<(), ProjectError> {
    require(Noun::Mitwirkung, &mitwirkung.who)?;
    known_event(cx, mitwirkung.veranstaltung)?;
    known_massnahme(cx, mitwirkung.massnahme)
}

fn known_mitwirkung<'a>(cx: &Cx<'a>, id: MitwirkungId) -> Result<&'a Mitwirkung, ProjectError> {
    let found = cx.before.vor_ort.mitwirkungen.iter().find(|mitwirkung| mitwirkung.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Mitwirkung })
}
