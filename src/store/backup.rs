//! A verified copy beside the project.

use super::{Store, StoreError, check, dump};
use crate::fs;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

impl Store {
    /// Copies the project into the folder `<name>-Sicherungen` beside it, under its name with the given time, and reads
    /// the copy back: it must be sound and hold the same rows.
    ///
    /// # Errors
    /// [`StoreError::BackupDiffers`] if the copy is not equal, or a failure of the disk; no half copy stays behind.
    pub fn backup(&self, at: &str) -> Result<PathBuf, StoreError> {
        write(&self.connection, &self.path, at)
    }
}

/// A verified copy of the project at `path` that `connection` has open.
pub(super) fn write(connection: &Connection, path: &Path, at: &str) -> Result<PathBuf, StoreError> {
    let target = free_name(path, at)?;
    let unfinished = target.with_extension("unfertig");
    let copied = copy(connection, &unfinished).and_then(|()| verify(connection, &unfinished, &target));
    if let Err(error) = copied {
        fs::remove(&unfinished)?;
        return Err(error);
    }
    fs::rename(&unfinished, &target)?;
    Ok(target)
}

fn copy(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    fs::remove(path)?;
    let mut copy = Connection::open(path)?;
    let backup = Backup::new(connection, &mut copy)?;
    match backup.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::InUse),
    }
}

fn verify(connection: &Connection, path: &Path, target: &Path) -> Result<(), StoreError> {
    let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let sound = check::quick(&copy)?.is_none();
    if sound && dump::digest(&copy)? == dump::digest(connection)? {
        return Ok(());
    }
    Err(StoreError::BackupDiffers { path: target.to_owned() })
}

fn free_name(project: &Path, at: &str) -> Result<PathBuf, StoreError> {
    let stem = project.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folder = project.with_file_name(format!("{stem}-Sicherungen"));
    fs::create_dir(&folder)?;
    // `2026-11-22T17:35:07+01:00` → `2026-11-22 17-35-07`: colons are not allowed in file names everywhere.
    let stamp: String = at.chars().take(19).map(|sign| if sign == ':' { '-' } else { sign }).collect();
    let stamp = stamp.replace('T', " ");
    let name = |number: u32| match number {
        1 => folder.join(format!("{stem} {stamp}.aktionsplan")),
        _ => folder.join(format!("{stem} {stamp} ({number}).aktionsplan")),
    };
    (1..10_000)
        .map(name)
        .find(|path| !path.exists())
        .ok_or_else(|| StoreError::Internal("no free name for a backup".to_owned()))
}
