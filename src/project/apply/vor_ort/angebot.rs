//! Changes of services, and of what was decided about the needs that they answer.

use super::{Applied, Cx, akteur, known_area, require};
use crate::domain::{Angebot, AngebotId, AreaId, Begruendung, Bezug, Deckung};
use crate::project::ProjectError;
use crate::text;
use crate::text::label::{self, Noun};

pub(super) fn add(cx: &Cx<'_>, angebot: &Angebot) -> Result<Applied, ProjectError> {
    check(cx, angebot)?;
    let id = cx.tx.put_angebot(None, angebot)?;
    Ok(Applied::created(id.0, label::added(Noun::Angebot, &angebot.name)))
}

pub(super) fn update(cx: &Cx<'_>, angebot: &Angebot) -> Result<Applied, ProjectError> {
    known(cx, angebot.id)?;
    check(cx, angebot)?;
    cx.tx.put_angebot(Some(angebot.id), angebot)?;
    Ok(Applied::changed(label::changed(Noun::Angebot, &angebot.name)))
}

pub(super) fn remove(cx: &Cx<'_>, id: AngebotId) -> Result<Applied, ProjectError> {
    let angebot = known(cx, id)?;
    cx.tx.delete_angebot(id)?;
    Ok(Applied::changed(label::removed(Noun::Angebot, &angebot.name)))
}

/// Services without identity are new, the others replace what is there.
pub(super) fn import(cx: &Cx<'_>, file_name: &str, angebote: &[Angebot]) -> Result<Applied, ProjectError> {
    let (mut added, mut changed) = (0, 0);
    for angebot in angebote {
        check(cx, angebot)?;
        if angebot.id == AngebotId(0) {
            cx.tx.put_angebot(None, angebot)?;
            added += 1;
        } else {
            known(cx, angebot.id)?;
            cx.tx.put_angebot(Some(angebot.id), angebot)?;
            changed += 1;
        }
    }
    let detail = label::services_imported_detail(added, changed);
    Ok(Applied { detail, ..Applied::changed(label::services_imported(file_name)) })
}

fn check(cx: &Cx<'_>, angebot: &Angebot) -> Result<(), ProjectError> {
    require(Noun::Angebot, &angebot.name)?;
    akteur::known_areas(cx, std::iter::once(&angebot.area).chain(&angebot.also_in))?;
    angebot.akteur.map_or(Ok(()), |traeger| akteur::known(cx, traeger).map(|_| ()))
}

fn known<'a>(cx: &Cx<'a>, id: AngebotId) -> Result<&'a Angebot, ProjectError> {
    let found = cx.before.vor_ort.angebote.iter().find(|angebot| angebot.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Angebot })
}

pub(super) fn set_deckung(cx: &Cx<'_>, deckung: &Deckung) -> Result<Applied, ProjectError> {
    known_area(cx, deckung.area)?;
    let angebot = known(cx, deckung.angebot)?;
    let need = name_of(cx, &deckung.bezug)?;
    cx.tx.put_deckung(deckung)?;
    let degree = text::deckungsgrad(deckung.grad);
    Ok(Applied::changed(label::coverage_set(&angebot.name, &need, degree)))
}

pub(super) fn clear_deckung(
    cx: &Cx<'_>,
    area: AreaId,
    bezug: &Bezug,
    angebot: AngebotId,
) -> Result<Applied, ProjectError> {
    let service = known(cx, angebot)?;
    let need = name_of(cx, bezug)?;
    let decided = |deckung: &Deckung| deckung.area == area && deckung.bezug == *bezug && deckung.angebot == angebot;
    if !cx.before.vor_ort.deckungen.iter().any(decided) {
        return Err(ProjectError::Unknown { noun: Noun::Deckung });
    }
    cx.tx.delete_deckung(area, bezug, angebot)?;
    Ok(Applied::changed(label::coverage_cleared(&service.name, &need)))
}

pub(super) fn set_begruendung(cx: &Cx<'_>, begruendung: &Begruendung) -> Result<Applied, ProjectError> {
    known_area(cx, begruendung.area)?;
    let need = name_of(cx, &begruendung.bezug)?;
    if begruendung.text.trim().is_empty() {
        cx.tx.delete_begruendung(begruendung.area, &begruendung.bezug)?;
    } else {
        cx.tx.put_begruendung(begruendung)?;
    }
    Ok(Applied::changed(label::coverage_reason(&need)))
}

fn name_of(cx: &Cx<'_>, bezug: &Bezug) -> Result<String, ProjectError> {
    match bezug {
        Bezug::Bedarf(code) => {
            let indicator = cx.before.data.indicator_by_code(code);
            indicator.map(|card| card.name.clone()).ok_or(ProjectError::Unknown { noun: Noun::Indicator })
        }
        Bezug::Zielgruppe(group) => Ok(text::zielgruppe(*group).to_owned()),
    }
}
