//! Changes of organisations and networks.

use super::{Applied, Cx, free, known_area, known_massnahme, require};
use crate::domain::{Akteur, AkteurId, AreaId, Netzwerk, NetzwerkId};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};

pub(super) fn add(cx: &Cx<'_>, akteur: &Akteur) -> Result<Applied, ProjectError> {
    check(cx, akteur)?;
    let id = cx.tx.put_akteur(None, &settled(akteur))?;
    Ok(Applied::created(id.0, label::added(Noun::Akteur, &akteur.name)))
}

pub(super) fn update(cx: &Cx<'_>, akteur: &Akteur) -> Result<Applied, ProjectError> {
    known(cx, akteur.id)?;
    check(cx, akteur)?;
    cx.tx.put_akteur(Some(akteur.id), &settled(akteur))?;
    Ok(Applied::changed(label::changed(Noun::Akteur, &akteur.name)))
}

/// Partners and networks lose the organisation, too.
pub(super) fn remove(cx: &Cx<'_>, id: AkteurId) -> Result<Applied, ProjectError> {
    let akteur = known(cx, id)?;
    for partner in cx.before.vor_ort.akteure.iter().filter(|other| other.id != id && other.works_with.contains(&id)) {
        let mut partner = partner.clone();
        partner.works_with.retain(|other| *other != id);
        cx.tx.put_akteur(Some(partner.id), &partner)?;
    }
    for network in cx.before.vor_ort.netzwerke.iter().filter(|network| network.members.contains(&id)) {
        let mut network = network.clone();
        network.members.retain(|member| *member != id);
        cx.tx.put_netzwerk(Some(network.id), &network)?;
    }
    cx.tx.delete_akteur(id)?;
    Ok(Applied::changed(label::removed(Noun::Akteur, &akteur.name)))
}

fn check(cx: &Cx<'_>, akteur: &Akteur) -> Result<(), ProjectError> {
    require(Noun::Akteur, &akteur.name)?;
    known_areas(cx, std::iter::once(&akteur.area).chain(&akteur.also_in))?;
    akteur.works_with.iter().try_for_each(|partner| known(cx, *partner).map(|_| ()))?;
    akteur.massnahmen.iter().try_for_each(|massnahme| known_massnahme(cx, Some(*massnahme)))
}

/// Every link once, in order.
fn settled(akteur: &Akteur) -> Akteur {
    let mut settled = akteur.clone();
    settled.massnahmen.sort_unstable();
    settled.massnahmen.dedup();
    settled
}

pub(super) fn known<'a>(cx: &Cx<'a>, id: AkteurId) -> Result<&'a Akteur, ProjectError> {
    let found = cx.before.vor_ort.akteure.iter().find(|akteur| akteur.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Akteur })
}

pub(super) fn known_areas<'a>(cx: &Cx<'_>, mut areas: impl Iterator<Item = &'a AreaId>) -> Result<(), ProjectError> {
    areas.try_for_each(|area| known_area(cx, *area).map(|_| ()))
}

pub(super) fn add_network(cx: &Cx<'_>, netzwerk: &Netzwerk) -> Result<Applied, ProjectError> {
    check_network(cx, netzwerk, None)?;
    let id = cx.tx.put_netzwerk(None, netzwerk)?;
    Ok(Applied::created(id.0, label::added(Noun::Netzwerk, &netzwerk.name)))
}

pub(super) fn update_network(cx: &Cx<'_>, netzwerk: &Netzwerk) -> Result<Applied, ProjectError> {
    known_network(cx, netzwerk.id)?;
    check_network(cx, netzwerk, Some(netzwerk.id))?;
    cx.tx.put_netzwerk(Some(netzwerk.id), netzwerk)?;
    Ok(Applied::changed(label::changed(Noun::Netzwerk, &netzwerk.name)))
}

pub(super) fn remove_network(cx: &Cx<'_>, id: NetzwerkId) -> Result<Applied, ProjectError> {
    let netzwerk = known_network(cx, id)?;
    cx.tx.delete_netzwerk(id)?;
    Ok(Applied::changed(label::removed(Noun::Netzwerk, &netzwerk.name)))
}

fn check_network(cx: &Cx<'_>, netzwerk: &Netzwerk, own: Option<NetzwerkId>) -> Result<(), ProjectError> {
    require(Noun::Netzwerk, &netzwerk.name)?;
    let mut others = cx.before.vor_ort.netzwerke.iter().filter(|other| Some(other.id) != own);
    free(Noun::Netzwerk, &netzwerk.name, others.any(|other| other.name == netzwerk.name))?;
    known_areas(cx, netzwerk.areas.iter())?;
    netzwerk.members.iter().try_for_each(|member| known(cx, *member).map(|_| ()))
}

fn known_network<'a>(cx: &Cx<'a>, id: NetzwerkId) -> Result<&'a Netzwerk, ProjectError> {
    let found = cx.before.vor_ort.netzwerke.iter().find(|netzwerk| netzwerk.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Netzwerk })
}
