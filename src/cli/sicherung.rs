//! `sichern` and `wiederherstellen`: verified copies, in both directions.

use super::args::{OfProject, Wiederherstellen};
use super::output::{Failure, Report};
use super::project_file::open;
use crate::fs::{self, FsError};
use crate::store::Store;
use crate::text::cli as words;
use serde_json::json;
use std::path::Path;

/// Writes a verified backup beside the project.
///
/// # Errors
/// Why there is no backup; no half copy stays behind.
pub(super) fn back_up(args: &OfProject) -> Result<Report, Failure> {
    let path = open(&args.project)?.backup()?.display().to_string();
    Ok(Report::new(words::backed_up(&path), json!({ "backup": path })))
}

/// Makes a project of a backup. The copy is looked through before it gets its name.
///
/// # Errors
/// Why it was not restored; then there is no new file, and the backup is as it was.
pub(super) fn restore(args: &Wiederherstellen) -> Result<Report, Failure> {
    let target = args.nach.display().to_string();
    if fs::exists(&args.nach) {
        return Err(words::restore_target_exists(&target).into());
    }
    let unfinished = args.nach.with_extension("unfertig");
    Store::recognise(&args.backup)?;
    let bytes = fs::read(&args.backup)?;
    let named = |error| FsError { path: args.nach.clone(), ..error };
    fs::write_atomic(&unfinished, &bytes).map_err(named)?;
    let restored = verify(&unfinished, &args.backup).and_then(|()| Ok(Store::publish(&unfinished, &args.nach)?));
    if let Err(failure) = restored {
        fs::remove(&unfinished)?;
        return Err(failure);
    }
    Ok(Report::new(words::restored(&target), json!({ "project": target })))
}

fn verify(copy: &Path, backup: &Path) -> Result<(), Failure> {
    let report = open(copy)?.check()?;
    let damage: Vec<String> =
        report.findings.into_iter().filter(|finding| !finding.repairable).map(|finding| finding.text).collect();
    if damage.is_empty() { Ok(()) } else { Err(words::backup_unsound(&backup.display().to_string(), &damage).into()) }
}
