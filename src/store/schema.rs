//! The schema: its versions, and the comparison of a file with what this program would have written.

use super::StoreError;
use rusqlite::Connection;

/// `AkPl`: marks a database as a project of this program.
pub(super) const APPLICATION_ID: u32 = 0x416b_506c;

/// The schema version that this program writes.
#[allow(clippy::cast_possible_truncation)] // a handful of migrations
pub const SCHEMA_VERSION: u32 = MIGRATIONS.len() as u32;

/// One step per version; a released step never changes.
const MIGRATIONS: [&str; 14] = [
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
    include_str!("migrations/0005.sql"),
    include_str!("migrations/0006.sql"),
    include_str!("migrations/0007.sql"),
    include_str!("migrations/0008.sql"),
    include_str!("migrations/0009.sql"),
    include_str!("migrations/0010.sql"),
    include_str!("migrations/0011.sql"),
    include_str!("migrations/0012.sql"),
    include_str!("migrations/0013.sql"),
    include_str!("migrations/0014.sql"),
];

/// Brings a database from `version` to the newest one in one transaction.
pub(super) fn migrate(connection: &mut Connection, version: u32) -> Result<(), StoreError> {
    if version == SCHEMA_VERSION {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Exclusive)?;
    apply(&transaction, version, SCHEMA_VERSION)?;
    transaction.commit()?;
    Ok(())
}

fn apply(connection: &Connection, from: u32, to: u32) -> Result<(), StoreError> {
    for (version, sql) in (1u32..).zip(MIGRATIONS) {
        if version > from && version <= to {
            connection.execute_batch(sql)?;
        }
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", to)?;
    Ok(())
}

/// Compares every entry of the schema with the expected one: a smuggled trigger could change values behind our back.
pub(super) fn verify(connection: &Connection, version: u32) -> Result<(), StoreError> {
    let reference = Connection::open_in_memory()?;
    apply(&reference, 0, version)?;
    let (found, expected) = (entries(connection)?, entries(&reference)?);
    let name = |entry: &SchemaEntry| format!("{} {}", entry.0, entry.1);
    if let Some(extra) = found.iter().find(|entry| !expected.contains(entry)) {
        return Err(StoreError::SchemaDiffers { detail: name(extra) });
    }
    if let Some(missing) = expected.iter().find(|entry| !found.contains(entry)) {
        return Err(StoreError::SchemaDiffers { detail: name(missing) });
    }
    Ok(())
}

/// Type, name, table and definition of one entry.
type SchemaEntry = (String, String, String, Option<String>);

fn entries(connection: &Connection) -> Result<Vec<SchemaEntry>, StoreError> {
    let mut statement = connection.prepare(include_str!("sql/schema_rows.sql"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A table with its columns.
pub(super) struct Table {
    /// Its name.
    pub name: String,
    /// Names of the columns, in order.
    pub columns: Vec<String>,
    /// Columns of the primary key, in the order of the key.
    pub key: Vec<String>,
}

/// Every table of the project, by name.
pub(super) fn tables(connection: &Connection) -> Result<Vec<Table>, StoreError> {
    let mut names = connection.prepare(include_str!("sql/schema_tables.sql"))?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    names.into_iter().map(|name| table(connection, name)).collect()
}

fn table(connection: &Connection, name: String) -> Result<Table, StoreError> {
    let mut statement = connection.prepare(include_str!("sql/schema_columns.sql"))?;
    let columns: Vec<(String, i64)> = statement
        .query_map(rusqlite::named_params! { ":table": name }, |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut key: Vec<(i64, String)> =
        columns.iter().filter(|(_, place)| *place > 0).map(|(column, place)| (*place, column.clone())).collect();
    key.sort();
    Ok(Table {
        name,
        columns: columns.into_iter().map(|(column, _)| column).collect(),
        key: key.into_iter().map(|(_, column)| column).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_sqlite_has_the_fixes_that_network_drives_need() {
        assert!(rusqlite::version_number() >= 3_050_000, "{}", rusqlite::version());
    }

    #[test]
    fn every_table_is_strict_and_has_a_key() {
        let connection = Connection::open_in_memory().unwrap();
        apply(&connection, 0, SCHEMA_VERSION).unwrap();
        for table in tables(&connection).unwrap() {
            assert!(!table.key.is_empty(), "{}", table.name);
        }
        for (kind, name, _, sql) in entries(&connection).unwrap() {
            assert!(kind != "table" || sql.unwrap_or_default().contains("STRICT"), "{name}");
        }
    }
}
