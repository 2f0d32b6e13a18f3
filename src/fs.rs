//! Reading and atomic writing of files; errors carry path and operation. Besides the store the only user of `std::fs`.

use crate::text::error::fs as words;
use crate::text::{Explain, Message};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// What was being done with a file when it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Reading it.
    Read,
    /// Writing it.
    Write,
    /// Creating a folder.
    CreateFolder,
    /// Removing it.
    Remove,
    /// Giving it another name.
    Rename,
}

/// A file operation that failed.
#[derive(Debug, thiserror::Error)]
#[error("{operation:?} {}: {source}", path.display())]
pub struct FsError {
    /// What was being done.
    pub operation: Operation,
    /// The file or folder.
    pub path: PathBuf,
    /// What the operating system said.
    pub source: std::io::Error,
}

impl FsError {
    /// An error of this operation on this path.
    pub fn new(operation: Operation, path: &Path, source: std::io::Error) -> FsError {
        FsError { operation, path: path.to_owned(), source }
    }
}

impl Explain for FsError {
    fn message(&self) -> Message {
        let path = self.path.display().to_string();
        let message = match self.operation {
            Operation::Read => words::not_read(&path, reason(&self.source)),
            Operation::Write | Operation::Rename => words::not_written(&path, reason(&self.source)),
            Operation::CreateFolder => words::folder_not_created(&path, reason(&self.source)),
            Operation::Remove => words::not_removed(&path, reason(&self.source)),
        };
        message.with_technical(self.to_string())
    }
}

fn reason(error: &std::io::Error) -> words::Reason {
    // Windows: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, another program has the file open.
    if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
        return words::Reason::OpenElsewhere;
    }
    match error.kind() {
        ErrorKind::NotFound => words::Reason::NotFound,
        ErrorKind::PermissionDenied => words::Reason::NoPermission,
        ErrorKind::ReadOnlyFilesystem => words::Reason::NoPermission,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => words::Reason::DiskFull,
        ErrorKind::IsADirectory => words::Reason::IsAFolder,
        ErrorKind::NotADirectory => words::Reason::NotFound,
        ErrorKind::AlreadyExists => words::Reason::Exists,
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => words::Reason::OpenElsewhere,
        _ => words::Reason::Other,
    }
}

/// The bytes of a file.
///
/// # Errors
/// [`FsError`] if it is not there or cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, FsError> {
    std::fs::read(path).map_err(|error| FsError::new(Operation::Read, path, error))
}

/// The first bytes of a file, at most `limit`.
///
/// # Errors
/// [`FsError`] if it is not there or cannot be read.
pub fn read_start(path: &Path, limit: u64) -> Result<Vec<u8>, FsError> {
    let failed = |error| FsError::new(Operation::Read, path, error);
    let mut start = Vec::new();
    File::open(path).map_err(failed)?.take(limit).read_to_end(&mut start).map_err(failed)?;
    Ok(start)
}

/// Writes a file as a whole or not at all: to a temporary file in the same folder, to the disk, then in place. A file that
/// an office program has open is left alone, also where the system would let it be replaced under its hands.
///
/// # Errors
/// [`FsError`] if any of it fails; what stood there before is unchanged then.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), FsError> {
    let failed = |error| FsError::new(Operation::Write, path, error);
    if path.is_dir() {
        return Err(failed(ErrorKind::IsADirectory.into()));
    }
    if path.exists() && is_open_in_office(path) {
        return Err(failed(ErrorKind::ResourceBusy.into()));
    }
    let (temporary, file) = create_beside(path)?;
    let written = fill(file, bytes).and_then(|()| std::fs::rename(&temporary, path));
    if let Err(error) = written {
        // The temporary file is of no use; if it cannot be removed there is nothing left to do about it.
        let _ = std::fs::remove_file(&temporary);
        return Err(failed(error));
    }
    sync_folder_of(path);
    Ok(())
}

/// Writes a folder with all its files or not at all: beside its place first, then under its name.
///
/// # Errors
/// [`FsError`] if any of it fails, also where something has the name already; nothing of it is left then.
pub fn write_folder_atomic(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), FsError> {
    let failed = |error| FsError::new(Operation::Write, path, error);
    if path.exists() {
        return Err(failed(ErrorKind::AlreadyExists.into()));
    }
    let temporary = folder_beside(path)?;
    let write = |(name, bytes): &(String, Vec<u8>)| fill(File::create_new(temporary.join(name))?, bytes);
    let written = files.iter().try_for_each(write).and_then(|()| std::fs::rename(&temporary, path));
    if let Err(error) = written {
        // As for a file: what cannot be removed stays under its hidden name.
        let _ = std::fs::remove_dir_all(&temporary);
        return Err(failed(error));
    }
    sync_folder_of(path);
    Ok(())
}

/// Whether LibreOffice (`.~lock.NAME#`) or Word (`~$` for the first two letters of the name) marks a file as open. The
/// mark of a program that crashed stays: then another name is the way out.
fn is_open_in_office(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let word: String = name.chars().skip(2).collect();
    [format!(".~lock.{name}#"), format!("~${word}")].iter().any(|mark| path.with_file_name(mark).exists())
}

/// Gives a file another name in place of whatever has it.
///
/// # Errors
/// [`FsError`] if the system refuses.
pub fn rename(from: &Path, to: &Path) -> Result<(), FsError> {
    std::fs::rename(from, to).map_err(|error| FsError::new(Operation::Rename, to, error))?;
    sync_folder_of(to);
    Ok(())
}

/// Removes a file; one that is not there is fine.
///
/// # Errors
/// [`FsError`] if the system refuses.
pub fn remove(path: &Path) -> Result<(), FsError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(FsError::new(Operation::Remove, path, error)),
        _ => Ok(()),
    }
}

/// Creates a folder with all above it; one that is there is fine.
///
/// # Errors
/// [`FsError`] if the system refuses.
pub fn create_dir(path: &Path) -> Result<(), FsError> {
    std::fs::create_dir_all(path).map_err(|error| FsError::new(Operation::CreateFolder, path, error))
}

/// Creates an empty file where there is none.
///
/// # Errors
/// [`FsError`] with the reason: no folder, no rights, a file of this name.
pub fn claim(path: &Path) -> Result<(), FsError> {
    let created = OpenOptions::new().write(true).create_new(true).open(path);
    created.map(|_| ()).map_err(|error| FsError::new(Operation::Write, path, error))
}

/// Whether there is a file or folder.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// The files in a folder, in no order; none if there is no such folder.
///
/// # Errors
/// [`FsError`] if the system refuses.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, FsError> {
    let failed = |error| FsError::new(Operation::Read, folder, error);
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed)?,
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path()).map_err(failed)).collect::<Result<Vec<_>, _>>()?;
    Ok(paths.into_iter().filter(|path| path.is_file()).collect())
}

/// The size of a file in bytes; `None` if it cannot be asked.
pub fn size(path: &Path) -> Option<u64> {
    path.metadata().ok().map(|metadata| metadata.len())
}

/// When a file was last changed, in seconds since the beginning of 1970 (UTC); `None` if it cannot be asked or lies before.
pub fn modified(path: &Path) -> Option<u64> {
    let time = path.metadata().and_then(|metadata| metadata.modified()).ok()?;
    time.duration_since(std::time::UNIX_EPOCH).ok().map(|since| since.as_secs())
}

/// Whether two paths lead to the same file.
pub fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// A path in a folder that nothing has yet: `name.ext`, `name 2.ext`, …; without extension `name`, `name 2`, …
pub fn unused_path(folder: &Path, name: &str, extension: &str) -> PathBuf {
    let ending = if extension.is_empty() { String::new() } else { format!(".{extension}") };
    let first = folder.join(format!("{name}{ending}"));
    let numbered = (2_u32..).map(|number| folder.join(format!("{name} {number}{ending}")));
    std::iter::once(first.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(first)
}

/// The address under which the system opens a file or folder.
pub fn file_url(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let mut url = String::from(if text.starts_with('/') { "file://" } else { "file:///" });
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
                url.push(char::from(byte))
            }
            other => url.push_str(&format!("%{other:02X}")),
        }
    }
    url
}

/// Whether files can be created in a folder: tried out, because rights alone do not tell.
pub fn folder_is_writable(folder: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let locked = folder.metadata().is_ok_and(|metadata| metadata.permissions().readonly());
    !locked
        && create_beside(&folder.join("aktionsplan")).is_ok_and(|(temporary, file)| {
            drop(file);
            std::fs::remove_file(temporary).is_ok()
        })
}

fn create_beside(path: &Path) -> Result<(PathBuf, File), FsError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut last = None;
    for attempt in 0..100 {
        let temporary = path.with_file_name(format!(".{name}.{}-{attempt}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = Some(error),
            Err(error) => return Err(FsError::new(Operation::Write, path, error)),
        }
    }
    Err(FsError::new(Operation::Write, path, last.unwrap_or_else(|| ErrorKind::AlreadyExists.into())))
}

/// An empty folder under a hidden name in the same place.
fn folder_beside(path: &Path) -> Result<PathBuf, FsError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let places = (0..100).map(|attempt| path.with_file_name(format!(".{name}.{}-{attempt}.tmp", std::process::id())));
    let mut last = ErrorKind::AlreadyExists.into();
    for temporary in places {
        match std::fs::create_dir(&temporary) {
            Ok(()) => return Ok(temporary),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(FsError::new(Operation::CreateFolder, path, error)),
        }
    }
    Err(FsError::new(Operation::CreateFolder, path, last))
}

fn fill(mut file: File, bytes: &[u8]) -> std::io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the new name durable where folders can be synchronised; elsewhere the system does it by itself.
fn sync_folder_of(path: &Path) {
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        if let Err(error) = synced {
            log::warn!("folder {} not synchronised: {error}", folder.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_else_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Bericht für Hörde.docx");
        write_atomic(&path, b"alt").unwrap();
        write_atomic(&path, b"neu").unwrap();
        assert_eq!(read(&path).unwrap(), b"neu");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_of_files_appears_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Programm_CSV");
        let files = |names: &[&str]| -> Vec<(String, Vec<u8>)> {
            names.iter().map(|name| ((*name).to_owned(), b"a;b".to_vec())).collect()
        };
        assert!(write_folder_atomic(&path, &files(&["01.csv", "gibt/es/nicht.csv"])).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing half written");
        write_folder_atomic(&path, &files(&["01.csv", "02.csv"])).unwrap();
        assert_eq!(files_in(&path).unwrap().len(), 2);
        assert!(write_folder_atomic(&path, &files(&["03.csv"])).is_err(), "what is there stays");
        assert_eq!(unused_path(folder.path(), "Programm_CSV", ""), folder.path().join("Programm_CSV 2"));
    }

    #[test]
    fn a_folder_in_the_way_is_named_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Ordner");
        create_dir(&path).unwrap();
        let message = write_atomic(&path, b"x").unwrap_err().message();
        assert!(message.happened.contains("Ordner"), "{message:?}");
        assert!(path.is_dir());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_is_open_in_an_office_program_is_left_alone_until_it_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Ratsvorlage.docx");
        write_atomic(&path, b"alt").unwrap();
        for mark in [".~lock.Ratsvorlage.docx#", "~$tsvorlage.docx"] {
            let mark = folder.path().join(mark);
            std::fs::write(&mark, b"").unwrap();
            let message = write_atomic(&path, b"neu").unwrap_err().message();
            assert!(message.as_text().contains("geöffnet"), "{message:?}");
            assert_eq!(read(&path).unwrap(), b"alt");
            write_atomic(&folder.path().join("Ratsvorlage 2.docx"), b"neu").unwrap();
            std::fs::remove_file(&mark).unwrap();
        }
        write_atomic(&path, b"neu").unwrap();
        assert_eq!(read(&path).unwrap(), b"neu");
    }

    #[test]
    fn a_missing_file_is_said_to_be_missing() {
        let message = read(Path::new("gibt-es-nicht.csv")).unwrap_err().message();
        assert!(message.happened.contains("gibt-es-nicht.csv"));
        assert!(message.happened.contains("nicht vorhanden"), "{message:?}");
    }
}
