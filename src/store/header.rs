//! The first 100 bytes of the file, read before anything is opened: a foreign file is never touched.

use super::StoreError;
use super::schema::{APPLICATION_ID, SCHEMA_VERSION};
use crate::fs;
use std::path::Path;

const MAGIC: &[u8] = b"SQLite format 3\0";

/// Whether the file is a database, of whatever program.
pub(super) fn is_database(path: &Path) -> Result<bool, StoreError> {
    Ok(fs::read_start(path, 100)?.starts_with(MAGIC))
}

/// Accepts the file as a project by its header and gives its schema version.
pub(super) fn check(path: &Path) -> Result<u32, StoreError> {
    let start = fs::read_start(path, 100)?;
    let path = path.to_owned();
    if start.is_empty() {
        return Err(StoreError::Empty { path });
    }
    if !start.starts_with(MAGIC) {
        return Err(StoreError::NotADatabase { path });
    }
    let (Some(version), Some(application)) = (number(&start, 60), number(&start, 68)) else {
        return Err(StoreError::Damaged { detail: "header".to_owned() });
    };
    if application != APPLICATION_ID {
        return Err(StoreError::Foreign { path });
    }
    if version > SCHEMA_VERSION {
        return Err(StoreError::Newer { path, found: version, known: SCHEMA_VERSION });
    }
    if version == 0 {
        return Err(StoreError::Damaged { detail: "version".to_owned() });
    }
    // Bytes 18 and 19: journal mode. Only another program can have switched it to a write-ahead log.
    if start.get(18..20) != Some(&[1, 1]) {
        return Err(StoreError::SchemaDiffers { detail: "journal".to_owned() });
    }
    Ok(version)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
