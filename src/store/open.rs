//! Creating and opening a project file, with distrust towards everything in it.

use super::schema::SCHEMA_VERSION;
use super::undo::{self, Steps};
use super::{StoreError, header, schema};
use crate::fs;
use crate::text::error::store as words;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, named_params};
use std::path::{Path, PathBuf};

/// An open project file. It is locked against everybody else until it is dropped.
pub struct Store {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pub(super) steps: Steps,
    read_only: Option<ReadOnlyReason>,
    kept_copy: Option<PathBuf>,
    identity: Option<FileIdentity>,
}

/// Why an open file can only be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// The file is protected.
    File,
    /// The folder is protected: no journal could be written.
    Folder,
}

impl ReadOnlyReason {
    /// The reason as a sentence.
    pub fn sentence(self) -> String {
        match self {
            ReadOnlyReason::File => words::file_is_read_only(),
            ReadOnlyReason::Folder => words::folder_is_read_only(),
        }
    }
}

impl Store {
    /// Creates a project file with a title and nothing else.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if there is a file, or a failure of the disk.
    pub fn create(path: &Path, title: &str, at: &str) -> Result<Store, StoreError> {
        if path.exists() {
            return Err(StoreError::Exists { path: path.to_owned() });
        }
        set_aside(path, &["-journal", "-wal", "-shm"])?;
        // Tried first, because the database says of a missing folder and of a protected one only that it cannot open.
        fs::claim(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        harden(&connection)?;
        schema::migrate(&mut connection, 0)?;
        let title_and_time = named_params! { ":title": title, ":created_at": at };
        connection.execute(include_str!("sql/project_add.sql"), title_and_time)?;
        Store::finish(connection, path, None, None)
    }

    /// Opens a project file. A file that is not one of ours, or not sound, is refused and left as it is. One of an older
    /// version is first copied into the folder of its backups, the copy read back, and only then brought up to date.
    ///
    /// # Errors
    /// One variant of [`StoreError`] per reason.
    pub fn open(path: &Path, at: &str) -> Result<Store, StoreError> {
        let version = header::check(path)?;
        set_aside(path, &["-wal", "-shm"])?;
        let read_only = read_only_reason(path);
        let access = match read_only {
            Some(_) => OpenFlags::SQLITE_OPEN_READ_ONLY,
            None => OpenFlags::SQLITE_OPEN_READ_WRITE,
        };
        let mut connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        harden(&connection)?;
        if read_only.is_none() {
            connection.execute_batch(include_str!("sql/lock.sql"))?;
        }
        schema::verify(&connection, version)?;
        if let Some(detail) = super::check::opening(&connection)? {
            return Err(StoreError::Damaged { detail });
        }
        let mut kept_copy = None;
        if version < SCHEMA_VERSION {
            if read_only.is_some() {
                return Err(StoreError::ReadOnly);
            }
            kept_copy = Some(super::backup::write(&connection, path, at)?);
            schema::migrate(&mut connection, version)?;
        }
        Store::finish(connection, path, read_only, kept_copy)
    }

    /// Gives a finished file its name. Whatever a former project of that name left beside it does not get into it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if the name is taken by now, or a failure of the disk.
    pub fn publish(finished: &Path, path: &Path) -> Result<(), StoreError> {
        if path.exists() {
            return Err(StoreError::Exists { path: path.to_owned() });
        }
        set_aside(path, &["-journal", "-wal", "-shm"])?;
        Ok(fs::rename(finished, path)?)
    }

    /// Removes a file that was never published, with the journal beside it; one that is not there is fine.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn discard(unfinished: &Path) -> Result<(), StoreError> {
        let name = unfinished.file_name().unwrap_or_default().to_string_lossy();
        fs::remove(&unfinished.with_file_name(format!("{name}-journal")))?;
        Ok(fs::remove(unfinished)?)
    }

    /// Whether the file is a database, of this program or another.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn is_database(path: &Path) -> Result<bool, StoreError> {
        header::is_database(path)
    }

    /// Tells by its first bytes whether the file can be a project, without opening it.
    ///
    /// # Errors
    /// One variant of [`StoreError`] per reason why it is none.
    pub fn recognise(path: &Path) -> Result<(), StoreError> {
        header::check(path).map(|_| ())
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why it can only be read, if so.
    pub fn read_only(&self) -> Option<ReadOnlyReason> {
        self.read_only
    }

    /// The copy of the file as an older version wrote it, if opening has brought it up to date.
    pub fn kept_copy(&self) -> Option<&Path> {
        self.kept_copy.as_deref()
    }

    fn finish(
        connection: Connection,
        path: &Path,
        read_only: Option<ReadOnlyReason>,
        kept_copy: Option<PathBuf>,
    ) -> Result<Store, StoreError> {
        if read_only.is_none() {
            connection.execute_batch(include_str!("sql/journal_delete.sql"))?;
        }
        undo::install(&connection)?;
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let identity = FileIdentity::of(&path);
        Ok(Store { connection, path, steps: Steps::default(), read_only, kept_copy, identity })
    }

    /// Refuses to write to a protected file, and to one that is no longer where it was: a synchronisation client may
    /// have renamed it, and everything written from then on would land in the renamed file.
    pub(super) fn ensure_writable(&self) -> Result<(), StoreError> {
        if self.read_only.is_some() {
            return Err(StoreError::ReadOnly);
        }
        if FileIdentity::of(&self.path) != self.identity {
            return Err(StoreError::Moved { path: self.path.clone() });
        }
        Ok(())
    }
}

fn harden(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.busy_timeout(std::time::Duration::from_millis(300))?;
    connection.execute_batch(include_str!("sql/open.sql"))?;
    Ok(())
}

/// Renames files that SQLite would take for a part of the project although this program never writes such: a foreign
/// one would be worked into the project. Their bytes are kept.
fn set_aside(path: &Path, endings: &[&str]) -> Result<(), StoreError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    for ending in endings {
        let beside = path.with_file_name(format!("{name}{ending}"));
        if beside.exists() {
            fs::rename(&beside, &path.with_file_name(format!("{name}{ending}.fremd")))?;
        }
    }
    Ok(())
}

fn read_only_reason(path: &Path) -> Option<ReadOnlyReason> {
    let protected = path.metadata().is_ok_and(|metadata| metadata.permissions().readonly());
    let writable = !protected && std::fs::OpenOptions::new().append(true).open(path).is_ok();
    if !writable {
        return Some(ReadOnlyReason::File);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    (!fs::folder_is_writable(folder)).then_some(ReadOnlyReason::Folder)
}

/// What tells one file from another of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileIdentity {
    device: u64,
    number: u64,
}

impl FileIdentity {
    #[cfg(unix)]
    fn of(path: &Path) -> Option<FileIdentity> {
        use std::os::unix::fs::MetadataExt;
        let metadata = path.metadata().ok()?;
        Some(FileIdentity { device: metadata.dev(), number: metadata.ino() })
    }

    /// Elsewhere the system does not let an open database be renamed: that it is there is enough.
    #[cfg(not(unix))]
    fn of(path: &Path) -> Option<FileIdentity> {
        path.exists().then_some(FileIdentity { device: 0, number: 0 })
    }
}
