//! What each command does: one file per area, one function per variant.
//!
//! Every function checks against the project as it was, then writes. An error on the way takes back all of it.

mod aktionsbuero;
mod area;
mod beteiligung;
mod boundary;
mod erfahrung;
mod import;
mod indicator;
mod programme;
mod project;
mod recipe;
mod verfahren;
mod vor_ort;

use super::{Command, ProjectError, Snapshot};
use crate::domain::{Area, AreaId, Dataset, MassnahmeId};
use crate::jobs::Progress;
use crate::store::Tx;
use crate::text::label::Noun;

/// What a command works with: the transaction, the project before it, the time, and who watches.
pub(super) struct Cx<'a> {
    pub tx: &'a Tx<'a>,
    pub before: &'a Snapshot,
    pub at: &'a str,
    pub progress: &'a Progress,
}

/// What a command did.
#[derive(Debug, Default)]
pub(super) struct Applied {
    pub created: Option<i64>,
    pub label: String,
    pub detail: String,
    /// The values that were written, where the command is an import and writes no others: they need not be read back.
    pub added: Option<Dataset>,
}

impl Applied {
    /// Something changed.
    fn changed(label: String) -> Applied {
        Applied { label, ..Applied::default() }
    }

    /// Something was created.
    fn created(id: i64, label: String) -> Applied {
        Applied { created: Some(id), label, ..Applied::default() }
    }
}

/// Carries out a command.
pub(super) fn apply(cx: &Cx<'_>, command: Command) -> Result<Applied, ProjectError> {
    match command {
        Command::Project(command) => project::apply(cx, command),
        Command::Area(command) => area::apply(cx, command),
        Command::Indicator(command) => indicator::apply(cx, command),
        Command::Import(command) => import::apply(cx, command),
        Command::Recipe(command) => recipe::apply(cx, command),
        Command::Programme(command) => programme::apply(cx, command),
        Command::VorOrt(command) => vor_ort::apply(cx, command),
        Command::Beteiligung(command) => beteiligung::apply(cx, command),
        Command::Erfahrung(command) => erfahrung::apply(cx, command),
        Command::Aktionsbuero(command) => aktionsbuero::apply(cx, command),
        Command::Verfahren(command) => verfahren::apply(cx, command),
    }
}

/// The area, which must exist.
fn known_area<'a>(cx: &Cx<'a>, id: AreaId) -> Result<&'a Area, ProjectError> {
    cx.before.data.area(id).ok_or(ProjectError::Unknown { noun: Noun::Area })
}

/// A measure that something refers to, if it does: it must exist.
fn known_massnahme(cx: &Cx<'_>, id: Option<MassnahmeId>) -> Result<(), ProjectError> {
    let Some(id) = id else { return Ok(()) };
    let mut measures = cx.before.programmes.iter().flat_map(|programme| &programme.massnahmen);
    measures.any(|massnahme| massnahme.id == id).then_some(()).ok_or(ProjectError::Unknown { noun: Noun::Massnahme })
}

/// An indicator that something names by its code: it must exist.
fn known_indicator(cx: &Cx<'_>, code: &str) -> Result<(), ProjectError> {
    cx.before.data.indicator_by_code(code).map(|_| ()).ok_or(ProjectError::Unknown { noun: Noun::Indicator })
}

/// A text that must not be empty.
fn require(noun: Noun, text: &str) -> Result<(), ProjectError> {
    if text.trim().is_empty() { Err(ProjectError::NameEmpty { noun }) } else { Ok(()) }
}

/// A name that nothing else must have.
fn free(noun: Noun, name: &str, taken: bool) -> Result<(), ProjectError> {
    if taken { Err(ProjectError::Taken { noun, name: name.to_owned() }) } else { Ok(()) }
}
