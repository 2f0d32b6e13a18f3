//! Wiedervorlagen and minutes.

use super::{Applied, Cx, known_if_named, require};
use crate::domain::{Niederschrift, NiederschriftId, Wiedervorlage, WiedervorlageId, WiedervorlageLink};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};

pub(super) fn add_wiedervorlage(cx: &Cx<'_>, entry: &Wiedervorlage) -> Result<Applied, ProjectError> {
    check_wiedervorlage(cx, entry)?;
    let id = cx.tx.put_wiedervorlage(None, entry)?;
    Ok(Applied::created(id.0, label::added(Noun::Wiedervorlage, &entry.text)))
}

pub(super) fn update_wiedervorlage(cx: &Cx<'_>, entry: &Wiedervorlage) -> Result<Applied, ProjectError> {
    let before = wiedervorlage(cx, entry.id)?;
    check_wiedervorlage(cx, entry)?;
    cx.tx.put_wiedervorlage(Some(entry.id), entry)?;
    let label = match (before.done, entry.done) {
        (None, Some(_)) => label::done(&entry.text),
        (Some(_), None) => label::open_again(&entry.text),
        (None, None) | (Some(_), Some(_)) => label::changed(Noun::Wiedervorlage, &entry.text),
    };
    Ok(Applied::changed(label))
}

pub(super) fn remove_wiedervorlage(cx: &Cx<'_>, id: WiedervorlageId) -> Result<Applied, ProjectError> {
    let entry = wiedervorlage(cx, id)?;
    cx.tx.delete_wiedervorlage(id)?;
    Ok(Applied::changed(label::removed(Noun::Wiedervorlage, &entry.text)))
}

fn check_wiedervorlage(cx: &Cx<'_>, entry: &Wiedervorlage) -> Result<(), ProjectError> {
    require(Noun::Wiedervorlage, &entry.text)?;
    known_if_named(cx, entry.area)?;
    let mut programmes = cx.before.programmes.iter();
    let (noun, known) = match entry.link {
        None => return Ok(()),
        Some(WiedervorlageLink::Massnahme(id)) => {
            (Noun::Massnahme, programmes.any(|programme| programme.massnahmen.iter().any(|known| known.id == id)))
        }
        Some(WiedervorlageLink::Passage(id)) => {
            (Noun::Passage, programmes.any(|programme| programme.passages.iter().any(|known| known.id == id)))
        }
        Some(WiedervorlageLink::Angebot(id)) => {
            (Noun::Angebot, cx.before.vor_ort.angebote.iter().any(|known| known.id == id))
        }
        Some(WiedervorlageLink::Niederschrift(id)) => {
            (Noun::Niederschrift, cx.before.verfahren.niederschriften.iter().any(|known| known.id == id))
        }
    };
    if known { Ok(()) } else { Err(ProjectError::Unknown { noun }) }
}

fn wiedervorlage<'a>(cx: &Cx<'a>, id: WiedervorlageId) -> Result<&'a Wiedervorlage, ProjectError> {
    let found = cx.before.verfahren.wiedervorlagen.iter().find(|entry| entry.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Wiedervorlage })
}

pub(super) fn add_niederschrift(cx: &Cx<'_>, entry: &Niederschrift) -> Result<Applied, ProjectError> {
    check_niederschrift(cx, entry)?;
    let id = cx.tx.put_niederschrift(None, entry)?;
    Ok(Applied::created(id.0, label::added(Noun::Niederschrift, &entry.arbeitsgruppe)))
}

pub(super) fn update_niederschrift(cx: &Cx<'_>, entry: &Niederschrift) -> Result<Applied, ProjectError> {
    niederschrift(cx, entry.id)?;
    check_niederschrift(cx, entry)?;
    cx.tx.put_niederschrift(Some(entry.id), entry)?;
    Ok(Applied::changed(label::changed(Noun::Niederschrift, &entry.arbeitsgruppe)))
}

pub(super) fn remove_niederschrift(cx: &Cx<'_>, id: NiederschriftId) -> Result<Applied, ProjectError> {
    let entry = niederschrift(cx, id)?;
    cx.tx.delete_niederschrift(id)?;
    Ok(Applied::changed(label::removed(Noun::Niederschrift, &entry.arbeitsgruppe)))
}

fn check_niederschrift(cx: &Cx<'_>, entry: &Niederschrift) -> Result<(), ProjectError> {
    require(Noun::Niederschrift, &entry.arbeitsgruppe)?;
    known_if_named(cx, entry.area)
}

fn niederschrift<'a>(cx: &Cx<'a>, id: NiederschriftId) -> Result<&'a Niederschrift, ProjectError> {
    let found = cx.before.verfahren.niederschriften.iter().find(|entry| entry.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Niederschrift })
}
