//! Opening the project that a command names, and looking it through (`pruefen`).

use super::args::OfProject;
use super::output::{Failure, Report};
use crate::clock;
use crate::project::{Project, ProjectError};
use crate::store::Store;
use crate::text::cli as words;
use serde_json::json;
use std::path::Path;

/// Opens a project.
///
/// # Errors
/// Why the file was refused.
pub(super) fn open(path: &Path) -> Result<Project, ProjectError> {
    Project::open(path, clock::system_clock())
}

/// Keeps a table or mapping from being written over a project: that would be the end of it.
///
/// # Errors
/// The refusal, if there is a database at the target.
pub(super) fn spare_projects(target: &Path) -> Result<(), Failure> {
    if target.is_file() && Store::is_database(target)? {
        return Err(words::target_is_a_project(&target.display().to_string()).into());
    }
    Ok(())
}

/// Looks a project through.
///
/// # Errors
/// What was found, or why the file cannot be opened.
pub(super) fn check(args: &OfProject) -> Result<Report, Failure> {
    let path = args.project.display().to_string();
    let report = open(&args.project)?.check()?;
    if report.is_sound() {
        return Ok(Report::new(words::sound(&path), json!({ "project": path, "findings": [] })));
    }
    let findings: Vec<_> = report
        .findings
        .iter()
        .map(|finding| json!({ "text": finding.text, "repairable": finding.repairable }))
        .collect();
    let list: Vec<(String, bool)> =
        report.findings.into_iter().map(|finding| (finding.text, finding.repairable)).collect();
    Err(Failure::with_details(words::unsound(&path, &list), json!({ "project": path, "findings": findings })))
}
