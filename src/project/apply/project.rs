//! Changes of the project itself.

use super::{Applied, Cx, require};
use crate::project::{ProjectCommand, ProjectError};
use crate::text::label::{self, Noun};

pub(super) fn apply(cx: &Cx<'_>, command: ProjectCommand) -> Result<Applied, ProjectError> {
    match command {
        ProjectCommand::Rename(title) => rename(cx, &title),
        ProjectCommand::Note { text, reason } => note(text, reason),
    }
}

fn rename(cx: &Cx<'_>, title: &str) -> Result<Applied, ProjectError> {
    require(Noun::Project, title)?;
    cx.tx.set_title(title.trim())?;
    Ok(Applied::changed(label::project_renamed(title.trim())))
}

/// Only the history changes: there is nothing that could be undone.
fn note(text: String, reason: String) -> Result<Applied, ProjectError> {
    require(Noun::History, &text)?;
    Ok(Applied { detail: reason, ..Applied::changed(text) })
}
