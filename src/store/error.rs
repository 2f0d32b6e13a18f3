//! What can go wrong with a project file.

use crate::fs::FsError;
use crate::text::error::store as words;
use crate::text::{Explain, Message};
use rusqlite::ffi;
use std::path::{Path, PathBuf};

/// A failure of the project file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file cannot be reached.
    #[error(transparent)]
    Fs(#[from] FsError),
    /// There is a file already where a new project was to be.
    #[error("{} exists", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file has no bytes.
    #[error("{} is empty", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file is no database.
    #[error("{} is no database", path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file is a database of another program.
    #[error("{} belongs to another program", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a newer version.
    #[error("{}: version {found}, known {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The structure was changed by something else than this program.
    #[error("schema differs: {detail}")]
    SchemaDiffers {
        /// The first difference.
        detail: String,
    },
    /// The file is damaged.
    #[error("damaged: {detail}")]
    Damaged {
        /// What was found.
        detail: String,
    },
    /// A stored value is none of those that this program writes.
    #[error("unexpected content in {what}")]
    Content {
        /// The column.
        what: &'static str,
    },
    /// Another window or computer has the file open.
    #[error("in use")]
    InUse,
    /// The file can only be read.
    #[error("read-only")]
    ReadOnly,
    /// The file was moved, replaced or removed while it was open.
    #[error("moved: {}", path.display())]
    Moved {
        /// Where it was.
        path: PathBuf,
    },
    /// No space is left on the disk.
    #[error("disk full")]
    DiskFull,
    /// The disk or network failed.
    #[error("input or output failed: {0}")]
    Io(String),
    /// A backup does not equal the project.
    #[error("backup differs: {}", path.display())]
    BackupDiffers {
        /// The backup.
        path: PathBuf,
    },
    /// A mistake of the program.
    #[error("{0}")]
    Internal(String),
}

impl StoreError {
    /// The same failure, told of the file that the user named rather than of a temporary one.
    pub fn about(self, path: &Path) -> StoreError {
        if let StoreError::Fs(error) = self {
            return StoreError::Fs(FsError { path: path.to_owned(), ..error });
        }
        self
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let text = error.to_string();
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            return StoreError::Internal(text);
        };
        if failure.extended_code == ffi::SQLITE_READONLY_DBMOVED {
            return StoreError::Moved { path: PathBuf::new() };
        }
        match failure.extended_code & 0xff {
            ffi::SQLITE_FULL => StoreError::DiskFull,
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => StoreError::InUse,
            ffi::SQLITE_READONLY | ffi::SQLITE_PERM => StoreError::ReadOnly,
            ffi::SQLITE_CORRUPT => StoreError::Damaged { detail: text },
            ffi::SQLITE_NOTADB => StoreError::Damaged { detail: text },
            ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN => StoreError::Io(text),
            _ => StoreError::Internal(text),
        }
    }
}

impl Explain for StoreError {
    fn message(&self) -> Message {
        let message = match self {
            StoreError::Fs(error) => return error.message(),
            StoreError::Exists { path } => words::exists(&path.display().to_string()),
            StoreError::Empty { path } => words::empty(&path.display().to_string()),
            StoreError::NotADatabase { path } => words::not_a_project(&path.display().to_string()),
            StoreError::Foreign { path } => words::foreign(&path.display().to_string()),
            StoreError::Newer { path, .. } => words::newer(&path.display().to_string()),
            StoreError::SchemaDiffers { .. } => words::schema_differs(),
            StoreError::Damaged { .. } | StoreError::Content { .. } => words::damaged(),
            StoreError::InUse => words::in_use(),
            StoreError::ReadOnly => words::read_only(),
            StoreError::Moved { path } => words::moved(&path.display().to_string()),
            StoreError::DiskFull => words::disk_full(),
            StoreError::Io(_) => words::io(),
            StoreError::BackupDiffers { path } => words::backup_differs(&path.display().to_string()),
            StoreError::Internal(_) => words::internal(),
        };
        message.with_technical(self.to_string())
    }
}
