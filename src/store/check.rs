//! The structure of the file: pages, references, schema, and whether the values are those that were written.

use super::schema::{self, SCHEMA_VERSION};
use super::{Store, StoreError};
use crate::domain::ImportId;
use rusqlite::Connection;

/// Something that is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreFinding {
    /// SQLite's integrity check found something.
    Structure {
        /// In SQLite's words.
        detail: String,
    },
    /// The schema is not the expected one.
    Schema {
        /// The first difference.
        detail: String,
    },
    /// A row refers to one that is not there.
    Reference {
        /// Table of the row.
        table: String,
    },
    /// Values whose area, period or import is gone.
    Orphans {
        /// How many.
        count: i64,
    },
    /// The values of an import are not those that were written.
    Digest {
        /// The import.
        import: ImportId,
    },
    /// The original file that an import keeps is not the one that was read.
    Original {
        /// The import.
        import: ImportId,
    },
}

impl Store {
    /// Looks through the whole file.
    ///
    /// # Errors
    /// A failure of the file that keeps it from being read at all.
    pub fn check(&self) -> Result<Vec<StoreFinding>, StoreError> {
        let mut findings = Vec::new();
        for detail in messages(&self.connection, include_str!("sql/integrity_check.sql"))? {
            findings.push(StoreFinding::Structure { detail });
        }
        if let Err(StoreError::SchemaDiffers { detail }) = self.verify_schema() {
            findings.push(StoreFinding::Schema { detail });
        }
        for table in self.read().all(include_str!("sql/foreign_key_check.sql"), [], |row| Ok(row.get(0)?))? {
            findings.push(StoreFinding::Reference { table });
        }
        let count = self.read().orphaned_observations()?;
        if count > 0 {
            findings.push(StoreFinding::Orphans { count });
        }
        findings.extend(self.changed_imports()?);
        findings.extend(self.changed_originals()?);
        Ok(findings)
    }

    fn verify_schema(&self) -> Result<(), StoreError> {
        schema::verify(&self.connection, SCHEMA_VERSION)
    }

    fn changed_imports(&self) -> Result<Vec<StoreFinding>, StoreError> {
        let mut stored = self.read().digests_of_observations()?;
        let empty = super::digest_of::<StoreError>(std::iter::empty())?;
        let imports = self.read().import_digests()?;
        Ok(imports
            .into_iter()
            .filter(|(import, written)| stored.remove(import).unwrap_or_else(|| empty.clone()) != *written)
            .map(|(import, _)| StoreFinding::Digest { import })
            .collect())
    }

    fn changed_originals(&self) -> Result<Vec<StoreFinding>, StoreError> {
        let tx = self.read();
        let mut findings = Vec::new();
        for import in tx.import_rows()? {
            let Some(original) = tx.original(import.id)? else { continue };
            if original.unpack(import.size_bytes, &import.sha256).is_none() {
                findings.push(StoreFinding::Original { import: import.id });
            }
        }
        Ok(findings)
    }
}

/// What the quick check finds first, if anything.
pub(super) fn quick(connection: &Connection) -> Result<Option<String>, StoreError> {
    Ok(messages(connection, include_str!("sql/quick_check.sql"))?.into_iter().next())
}

/// What is found first before a project is opened, if anything: the same, except that the conditions on the values
/// themselves are left to [`Tx::dataset`](super::Tx::dataset), which reads each of them anyway. In a file of millions of
/// values they would take most of the time.
pub(super) fn opening(connection: &Connection) -> Result<Option<String>, StoreError> {
    connection.execute_batch(include_str!("sql/conditions_off.sql"))?;
    let structure = quick(connection);
    connection.execute_batch(include_str!("sql/conditions_on.sql"))?;
    match structure? {
        Some(detail) => Ok(Some(detail)),
        None => Ok(messages(connection, include_str!("sql/quick_check_conditions.sql"))?.into_iter().next()),
    }
}

fn messages(connection: &Connection, sql: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(sql)?;
    let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(table: &str, rows: &str) -> Option<String> {
        let connection = Connection::open_in_memory().unwrap();
        let off = include_str!("sql/conditions_off.sql");
        let on = include_str!("sql/conditions_on.sql");
        connection.execute_batch(&format!("{table}; {off} {rows}; {on}")).unwrap();
        let found = opening(&connection).unwrap();
        assert!(connection.execute_batch(rows).is_err(), "conditions hold again");
        found
    }

    #[test]
    fn a_row_against_the_conditions_of_its_table_is_found_when_a_project_is_opened() {
        let found = opened("CREATE TABLE area (name TEXT CHECK (name <> ''))", "INSERT INTO area VALUES ('')");
        assert!(found.is_some_and(|detail| detail.contains("area")));
    }
}
