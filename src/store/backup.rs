//! Verified copies beside the project: those that are asked for, and those that are made by themselves.

use super::rotation::{self, Copy};
use super::{Store, StoreError, check, dump};
use crate::fs;
use jiff::SignedDuration;
use jiff::civil::DateTime;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// What the names of automatic copies end in: only these are ever removed.
const AUTOMATIC: &str = " automatisch";

impl Store {
    /// Copies the project into the folder `<name>-Sicherungen` beside it, under its name with the given time, and reads
    /// the copy back: it must be sound and hold the same rows.
    ///
    /// # Errors
    /// [`StoreError::BackupDiffers`] if the copy is not equal, or a failure of the disk; no half copy stays behind.
    pub fn backup(&self, at: &str) -> Result<PathBuf, StoreError> {
        write(&self.connection, &self.path, at)
    }

    /// Copies the project as [`backup`](Self::backup) does if it was changed since its newest copy, and that copy is an
    /// hour old or older than `opened_at`; then thins out the automatic copies. `None` if no copy was due.
    ///
    /// # Errors
    /// As [`backup`](Self::backup), or an old copy that cannot be removed; the new one is written by then.
    pub fn backup_if_due(&self, changed_at: &str, opened_at: &str, now: &str) -> Result<Option<PathBuf>, StoreError> {
        let (Some(changed), Some(opened), Some(time)) = (moment(changed_at), moment(opened_at), moment(now)) else {
            return Ok(None);
        };
        let known = copies(&self.path)?;
        let newest = known.iter().map(|copy| copy.at).max();
        let is_due = newest.is_none_or(|newest| {
            changed > newest && (newest < opened || time.duration_since(newest) >= SignedDuration::from_hours(1))
        });
        if self.read_only().is_some() || !is_due {
            return Ok(None);
        }
        let target = write_as(&self.connection, &self.path, &stamp(now, AUTOMATIC))?;
        let automatic = copies(&self.path)?.into_iter().filter(|copy| copy.of.1).collect();
        for (path, _) in rotation::superfluous(automatic, time) {
            fs::remove(&path)?;
        }
        Ok(Some(target))
    }

    /// Removes all copies that were made automatically and says how many; those that were asked for stay.
    ///
    /// # Errors
    /// A copy that cannot be removed.
    pub fn drop_automatic_backups(&self) -> Result<usize, StoreError> {
        let automatic: Vec<PathBuf> =
            copies(&self.path)?.into_iter().filter(|copy| copy.of.1).map(|copy| copy.of.0).collect();
        for path in &automatic {
            fs::remove(path)?;
        }
        Ok(automatic.len())
    }
}

/// A verified copy of the project at `path` that `connection` has open.
pub(super) fn write(connection: &Connection, path: &Path, at: &str) -> Result<PathBuf, StoreError> {
    write_as(connection, path, &stamp(at, ""))
}

fn write_as(connection: &Connection, path: &Path, stamp: &str) -> Result<PathBuf, StoreError> {
    let target = free_name(path, stamp)?;
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

/// The folder that holds the copies of a project.
pub(super) fn folder(project: &Path) -> PathBuf {
    project.with_file_name(format!("{}-Sicherungen", stem(project)))
}

fn stem(project: &Path) -> String {
    project.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// `2026-11-22T17:35:07+01:00` → `2026-11-22 17-35-07`: colons are not allowed in file names everywhere.
fn stamp(at: &str, ending: &str) -> String {
    let stamp: String = at.chars().take(19).map(|sign| if sign == ':' { '-' } else { sign }).collect();
    stamp.replace('T', " ") + ending
}

fn moment(at: &str) -> Option<DateTime> {
    at.get(..19)?.parse().ok()
}

/// The copies of a project that stand in its folder: where, whether made automatically, when and how large.
fn copies(project: &Path) -> Result<Vec<Copy<(PathBuf, bool)>>, StoreError> {
    let stem = stem(project);
    let copy = |path: PathBuf| {
        let name = path.file_name()?.to_str()?;
        let rest = name.strip_prefix(&stem)?.strip_prefix(' ')?.strip_suffix(".aktionsplan")?;
        let (stamp, after) = rest.split_at_checked(19)?;
        let (date, time) = stamp.split_once(' ')?;
        let at = format!("{date}T{}", time.replace('-', ":")).parse().ok()?;
        let automatic = after.starts_with(AUTOMATIC);
        let bytes = fs::size(&path)?;
        Some(Copy { of: (path, automatic), at, bytes })
    };
    Ok(fs::files_in(&folder(project))?.into_iter().filter_map(copy).collect())
}

fn free_name(project: &Path, stamp: &str) -> Result<PathBuf, StoreError> {
    let (stem, folder) = (stem(project), folder(project));
    fs::create_dir(&folder)?;
    let name = |number: u32| match number {
        1 => folder.join(format!("{stem} {stamp}.aktionsplan")),
        _ => folder.join(format!("{stem} {stamp} ({number}).aktionsplan")),
    };
    (1..10_000)
        .map(name)
        .find(|path| !path.exists())
        .ok_or_else(|| StoreError::Internal("no free name for a backup".to_owned()))
}
