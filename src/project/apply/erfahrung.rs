//! Experience from earlier programmes.

use super::{Applied, Cx, known_area, known_massnahme, require};
use crate::domain::{Erfahrung, ErfahrungId};
use crate::project::{ErfahrungCommand, ProjectError};
use crate::text::label::{self, Noun};
use std::collections::BTreeSet;

pub(super) fn apply(cx: &Cx<'_>, command: ErfahrungCommand) -> Result<Applied, ProjectError> {
    match command {
        ErfahrungCommand::Add(erfahrung) => add(cx, erfahrung),
        ErfahrungCommand::Update(erfahrung) => update(cx, erfahrung),
        ErfahrungCommand::Remove(id) => remove(cx, id),
    }
}

fn add(cx: &Cx<'_>, erfahrung: Erfahrung) -> Result<Applied, ProjectError> {
    let erfahrung = settled(cx, erfahrung)?;
    let id = cx.tx.put_erfahrung(None, &erfahrung)?;
    Ok(Applied::created(id.0, label::added(Noun::Erfahrung, &erfahrung.title)))
}

fn update(cx: &Cx<'_>, erfahrung: Erfahrung) -> Result<Applied, ProjectError> {
    known(cx, erfahrung.id)?;
    let erfahrung = settled(cx, erfahrung)?;
    cx.tx.put_erfahrung(Some(erfahrung.id), &erfahrung)?;
    Ok(Applied::changed(label::changed(Noun::Erfahrung, &erfahrung.title)))
}

fn remove(cx: &Cx<'_>, id: ErfahrungId) -> Result<Applied, ProjectError> {
    let erfahrung = known(cx, id)?;
    cx.tx.delete_erfahrung(id)?;
    Ok(Applied::changed(label::removed(Noun::Erfahrung, &erfahrung.title)))
}

/// Checked, and every link once.
fn settled(cx: &Cx<'_>, mut erfahrung: Erfahrung) -> Result<Erfahrung, ProjectError> {
    require(Noun::Erfahrung, &erfahrung.title)?;
    let mut seen = BTreeSet::new();
    erfahrung.areas.retain(|area| seen.insert(*area));
    erfahrung.ziele.sort_unstable();
    erfahrung.ziele.dedup();
    erfahrung.massnahmen.sort_unstable();
    erfahrung.massnahmen.dedup();
    for area in &erfahrung.areas {
        known_area(cx, *area)?;
    }
    for ziel in &erfahrung.ziele {
        let mut goals = cx.before.programmes.iter().flat_map(|programme| &programme.ziele);
        if !goals.any(|known| known.id == *ziel) {
            return Err(ProjectError::Unknown { noun: Noun::Ziel });
        }
    }
    for massnahme in &erfahrung.massnahmen {
        known_massnahme(cx, Some(*massnahme))?;
    }
    Ok(erfahrung)
}

fn known<'a>(cx: &Cx<'a>, id: ErfahrungId) -> Result<&'a Erfahrung, ProjectError> {
    let found = cx.before.vor_ort.erfahrungen.iter().find(|erfahrung| erfahrung.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Erfahrung })
}
