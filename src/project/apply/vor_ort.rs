//! Changes of what is known on site.

use super::{Applied, Cx, beteiligung, known_area, known_indicator, known_massnahme, require};
use crate::domain::{Akteur, AkteurId, Angebot, AngebotId, Aussage, AussageId};
use crate::project::{ProjectError, VorOrtCommand};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: VorOrtCommand) -> Result<Applied, ProjectError> {
    match command {
        VorOrtCommand::AddAkteur(akteur) => add_akteur(cx, &akteur),
        VorOrtCommand::UpdateAkteur(akteur) => update_akteur(cx, &akteur),
        VorOrtCommand::RemoveAkteur(id) => remove_akteur(cx, id),
        VorOrtCommand::AddAngebot(angebot) => add_angebot(cx, &angebot),
        VorOrtCommand::UpdateAngebot(angebot) => update_angebot(cx, &angebot),
        VorOrtCommand::RemoveAngebot(id) => remove_angebot(cx, id),
        VorOrtCommand::AddAussage(aussage) => add_aussage(cx, &aussage),
        VorOrtCommand::UpdateAussage(aussage) => update_aussage(cx, &aussage),
        VorOrtCommand::RemoveAussage(id) => remove_aussage(cx, id),
    }
}

fn add_akteur(cx: &Cx<'_>, akteur: &Akteur) -> Result<Applied, ProjectError> {
    check_akteur(cx, akteur)?;
    let id = cx.tx.put_akteur(None, akteur)?;
    Ok(Applied::created(id.0, label::added(Noun::Akteur, &akteur.name)))
}

fn update_akteur(cx: &Cx<'_>, akteur: &Akteur) -> Result<Applied, ProjectError> {
    known_akteur(cx, akteur.id)?;
    check_akteur(cx, akteur)?;
    cx.tx.put_akteur(Some(akteur.id), akteur)?;
    Ok(Applied::changed(label::changed(Noun::Akteur, &akteur.name)))
}

fn remove_akteur(cx: &Cx<'_>, id: AkteurId) -> Result<Applied, ProjectError> {
    let akteur = known_akteur(cx, id)?;
    cx.tx.delete_akteur(id)?;
    Ok(Applied::changed(label::removed(Noun::Akteur, &akteur.name)))
}

fn check_akteur(cx: &Cx<'_>, akteur: &Akteur) -> Result<(), ProjectError> {
    require(Noun::Akteur, &akteur.name)?;
    known_area(cx, akteur.area).map(|_| ())
}

fn known_akteur<'a>(cx: &Cx<'a>, id: AkteurId) -> Result<&'a Akteur, ProjectError> {
    let found = cx.before.vor_ort.akteure.iter().find(|akteur| akteur.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Akteur })
}

fn add_angebot(cx: &Cx<'_>, angebot: &Angebot) -> Result<Applied, ProjectError> {
    check_angebot(cx, angebot)?;
    let id = cx.tx.put_angebot(None, angebot)?;
    Ok(Applied::created(id.0, label::added(Noun::Angebot, &angebot.name)))
}

fn update_angebot(cx: &Cx<'_>, angebot: &Angebot) -> Result<Applied, ProjectError> {
    known_angebot(cx, angebot.id)?;
    check_angebot(cx, angebot)?;
    cx.tx.put_angebot(Some(angebot.id), angebot)?;
    Ok(Applied::changed(label::changed(Noun::Angebot, &angebot.name)))
}

fn remove_angebot(cx: &Cx<'_>, id: AngebotId) -> Result<Applied, ProjectError> {
    let angebot = known_angebot(cx, id)?;
    cx.tx.delete_angebot(id)?;
    Ok(Applied::changed(label::removed(Noun::Angebot, &angebot.name)))
}

fn check_angebot(cx: &Cx<'_>, angebot: &Angebot) -> Result<(), ProjectError> {
    require(Noun::Angebot, &angebot.name)?;
    known_area(cx, angebot.area).map(|_| ())
}

fn known_angebot<'a>(cx: &Cx<'a>, id: AngebotId) -> Result<&'a Angebot, ProjectError> {
    let found = cx.before.vor_ort.angebote.iter().find(|angebot| angebot.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Angebot })
}

fn add_aussage(cx: &Cx<'_>, aussage: &Aussage) -> Result<Applied, ProjectError> {
    check_aussage(cx, aussage)?;
    let id = cx.tx.put_aussage(None, aussage)?;
    Ok(Applied::created(id.0, label::added(Noun::Aussage, &aussage.text)))
}

fn update_aussage(cx: &Cx<'_>, aussage: &Aussage) -> Result<Applied, ProjectError> {
    known_aussage(cx, aussage.id)?;
    check_aussage(cx, aussage)?;
    cx.tx.put_aussage(Some(aussage.id), aussage)?;
    Ok(Applied::changed(label::changed(Noun::Aussage, &aussage.text)))
}

fn remove_aussage(cx: &Cx<'_>, id: AussageId) -> Result<Applied, ProjectError> {
    let aussage = known_aussage(cx, id)?;
    cx.tx.delete_aussage(id)?;
    Ok(Applied::changed(label::removed(Noun::Aussage, &aussage.text)))
}

fn check_aussage(cx: &Cx<'_>, aussage: &Aussage) -> Result<(), ProjectError> {
    require(Noun::Aussage, &aussage.text)?;
    if !aussage.indicator.is_empty() {
        known_indicator(cx, &aussage.indicator)?;
    }
    if let Some(event) = aussage.veranstaltung {
        beteiligung::known_event(cx, event)?;
    }
    known_massnahme(cx, aussage.massnahme)?;
    known_area(cx, aussage.area).map(|_| ())
}

fn known_aussage<'a>(cx: &Cx<'a>, id: AussageId) -> Result<&'a Aussage, ProjectError> {
    let found = cx.before.vor_ort.aussagen.iter().find(|aussage| aussage.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Aussage })
}
