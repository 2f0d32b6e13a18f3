//! The logical content as text: what two files must agree in to hold the same project.

use super::schema::tables;
use super::{Store, StoreError};
use crate::domain::sha256_hex;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};
use std::fmt::Write;

impl Store {
    /// All rows of all tables except the history, by table and key.
    ///
    /// # Errors
    /// A failure of the file.
    pub fn dump(&self) -> Result<String, StoreError> {
        let mut text = String::new();
        rows(&self.connection, |line| text.push_str(line))?;
        Ok(text)
    }
}

/// SHA-256 of the dump, without holding it in memory.
pub(super) fn digest(connection: &Connection) -> Result<[u8; 32], StoreError> {
    let mut hasher = Sha256::new();
    rows(connection, |line| hasher.update(line.as_bytes()))?;
    Ok(hasher.finalize().into())
}

fn rows(connection: &Connection, mut write: impl FnMut(&str)) -> Result<(), StoreError> {
    for table in tables(connection)?.into_iter().filter(|table| table.name != "history") {
        write(&format!("[{}] {}\n", table.name, table.columns.join(" | ")));
        let sql =
            include_str!("sql/dump_table.sql").replace("{table}", &table.name).replace("{key}", &table.key.join(", "));
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut line = String::new();
        while let Some(row) = rows.next()? {
            line.clear();
            for column in 0..table.columns.len() {
                let separator = if column == 0 { "" } else { " | " };
                line.push_str(separator);
                push(&mut line, row.get_ref(column)?);
            }
            line.push('\n');
            write(&line);
        }
    }
    Ok(())
}

fn push(line: &mut String, value: ValueRef<'_>) {
    // Writing to a string cannot fail.
    let _ = match value {
        ValueRef::Null => line.write_str("NULL"),
        ValueRef::Integer(number) => write!(line, "{number}"),
        ValueRef::Real(number) => write!(line, "{number:?}"),
        ValueRef::Text(text) => write!(line, "{:?}", String::from_utf8_lossy(text)),
        ValueRef::Blob(bytes) => write!(line, "{} bytes, sha256 {}", bytes.len(), sha256_hex(bytes)),
    };
}
