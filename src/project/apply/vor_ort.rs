//! Changes of what is known on site.

mod akteur;
mod angebot;
mod kontakt;

use super::{Applied, Cx, beteiligung, free, known_area, known_indicator, known_massnahme, require};
use crate::domain::{Aussage, AussageId};
use crate::project::{ProjectError, VorOrtCommand};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: VorOrtCommand) -> Result<Applied, ProjectError> {
    match command {
        VorOrtCommand::AddAkteur(akteur) => akteur::add(cx, &akteur),
        VorOrtCommand::UpdateAkteur(akteur) => akteur::update(cx, &akteur),
        VorOrtCommand::RemoveAkteur(id) => akteur::remove(cx, id),
        VorOrtCommand::AddAngebot(angebot) => angebot::add(cx, &angebot),
        VorOrtCommand::UpdateAngebot(angebot) => angebot::update(cx, &angebot),
        VorOrtCommand::RemoveAngebot(id) => angebot::remove(cx, id),
        VorOrtCommand::ImportAngebote { file_name, angebote } => angebot::import(cx, &file_name, &angebote),
        VorOrtCommand::SetDeckung(deckung) => angebot::set_deckung(cx, &deckung),
        VorOrtCommand::ClearDeckung { area, bezug, angebot } => angebot::clear_deckung(cx, area, &bezug, angebot),
        VorOrtCommand::SetBegruendung(begruendung) => angebot::set_begruendung(cx, &begruendung),
        VorOrtCommand::AddKontaktperson(person) => kontakt::add(cx, &person),
        VorOrtCommand::UpdateKontaktperson(person) => kontakt::update(cx, &person),
        VorOrtCommand::RemoveKontaktperson(id) => kontakt::remove(cx, id),
        VorOrtCommand::RemoveOverdueKontaktpersonen(today) => kontakt::remove_overdue(cx, today),
        VorOrtCommand::AddNetzwerk(netzwerk) => akteur::add_network(cx, &netzwerk),
        VorOrtCommand::UpdateNetzwerk(netzwerk) => akteur::update_network(cx, &netzwerk),
        VorOrtCommand::RemoveNetzwerk(id) => akteur::remove_network(cx, id),
        VorOrtCommand::AddAussage(aussage) => add_aussage(cx, &aussage),
        VorOrtCommand::UpdateAussage(aussage) => update_aussage(cx, &aussage),
        VorOrtCommand::RemoveAussage(id) => remove_aussage(cx, id),
    }
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
