//! The undo log: triggers generated from the schema write the inverse of every change, so no table can be forgotten.
//!
//! Values are too many for a trigger per row, and an original file is too large for a log of text: an import is one entry
//! of the log, and undoing it moves its values and its original file to temporary tables. Log and triggers are temporary; they are gone when the file is closed.

use super::schema::{Table, tables};
use super::tx::Tx;
use super::{StoreError, Touched};
use crate::domain::ImportId;
use rusqlite::{Connection, named_params};

/// Tables without triggers: the records of what was done and what was given out, and what goes with its import (values,
/// the original file).
const WITHOUT_TRIGGERS: [&str; 4] = ["ausgabe", "history", "import_original", "observation"];

/// Log entry: the values of an import were added.
const ADDED: &str = "observation added";
/// Log entry: the values of an import were taken away.
const REMOVED: &str = "observation removed";

/// A step that can be undone or redone.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// Its number in the log.
    pub number: i64,
    /// What it did.
    pub label: String,
}

/// The steps of this session.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// Done, newest last.
    pub done: Vec<Step>,
    /// Undone, newest last.
    pub undone: Vec<Step>,
    last: i64,
}

impl Steps {
    /// More steps than anybody undoes one by one; older ones are forgotten.
    pub const LIMIT: usize = 2000;

    /// The number of the next step.
    pub fn next(&mut self) -> i64 {
        self.last += 1;
        self.last
    }
}

/// Creates log, triggers and the temporary place for values.
pub(super) fn install(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(include_str!("sql/undo_log_create.sql"))?;
    connection.execute_batch(include_str!("sql/observation_stash_create.sql"))?;
    connection.execute_batch(include_str!("sql/import_original_stash_create.sql"))?;
    for table in tables(connection)? {
        if !WITHOUT_TRIGGERS.contains(&table.name.as_str()) {
            connection.execute_batch(&triggers(&table))?;
        }
    }
    Ok(())
}

fn triggers(table: &Table) -> String {
    let literal = |column: &String| include_str!("sql/undo_literal.sql").trim().replace("{column}", column);
    let assignments: Vec<String> =
        table.columns.iter().map(|column| format!("'{column} = ' || {}", literal(column))).collect();
    // `id` is the row identity itself; naming it twice would be ambiguous.
    let stored: Vec<&String> = table.columns.iter().filter(|column| *column != "id").collect();
    let columns: String = stored.iter().map(|column| format!(", {column}")).collect();
    let values: String = stored.iter().map(|column| format!(" || ', ' || {}", literal(column))).collect();
    [
        include_str!("sql/undo_trigger_insert.sql"),
        include_str!("sql/undo_trigger_update.sql"),
        include_str!("sql/undo_trigger_delete.sql"),
    ]
    .concat()
    .replace("{table}", &table.name)
    .replace("{assignments}", &assignments.join(" || ', ' || "))
    .replace("{columns}", &columns)
    .replace("{values}", &values)
}

impl Tx<'_> {
    /// Lets the triggers write under this step from now on.
    pub(super) fn log_under(&self, step: i64) -> Result<(), StoreError> {
        self.run(include_str!("sql/undo_cursor_set.sql"), named_params! { ":step": step })?;
        Ok(())
    }

    /// Logs that the values of an import were added.
    pub(super) fn log_observations_added(&self, import: ImportId) -> Result<(), StoreError> {
        self.log(ADDED, import)
    }

    fn log(&self, source: &str, import: ImportId) -> Result<(), StoreError> {
        self.run(
            include_str!("sql/undo_log_add.sql"),
            named_params! { ":source": source, ":inverse": import.0.to_string() },
        )?;
        Ok(())
    }

    /// Reverts a step. Its own inverse is logged under the current step.
    pub(super) fn revert(&self, step: i64) -> Result<(), StoreError> {
        self.connection.execute_batch(include_str!("sql/defer_foreign_keys.sql"))?;
        let entries = self.all(include_str!("sql/undo_log_step.sql"), named_params! { ":step": step }, |row| {
            Ok((row.get::<_, String>("source")?, row.get::<_, String>("inverse")?))
        })?;
        for (source, inverse) in entries {
            match source.as_str() {
                ADDED => self.stash(import_of(&inverse)?)?,
                REMOVED => self.unstash(import_of(&inverse)?)?,
                _ => self.connection.execute_batch(&inverse)?,
            }
        }
        self.forget(step)
    }

    /// Forgets the log of a step.
    pub(super) fn forget(&self, step: i64) -> Result<(), StoreError> {
        self.run(include_str!("sql/undo_log_drop.sql"), named_params! { ":step": step })?;
        Ok(())
    }

    /// Forgets the values and original files of undone imports.
    pub(super) fn forget_stash(&self) -> Result<(), StoreError> {
        self.run(include_str!("sql/observation_stash_clear.sql"), [])?;
        self.run(include_str!("sql/import_original_stash_clear.sql"), [])?;
        Ok(())
    }

    /// The parts of the project that a step changed.
    pub(super) fn touched_by(&self, step: i64) -> Result<Touched, StoreError> {
        let sources = self.all(include_str!("sql/undo_log_sources.sql"), named_params! { ":step": step }, |row| {
            Ok(row.get::<_, String>(0)?)
        })?;
        Ok(Touched::from_sources(&sources))
    }

    fn stash(&self, import: ImportId) -> Result<(), StoreError> {
        let import_number = named_params! { ":import": import.0 };
        self.run(include_str!("sql/observation_stash.sql"), import_number)?;
        self.run(include_str!("sql/observation_delete_import.sql"), import_number)?;
        self.run(include_str!("sql/import_original_stash.sql"), import_number)?;
        self.run(include_str!("sql/import_original_delete.sql"), import_number)?;
        self.log(REMOVED, import)
    }

    fn unstash(&self, import: ImportId) -> Result<(), StoreError> {
        let import_number = named_params! { ":import": import.0 };
        self.run(include_str!("sql/observation_unstash.sql"), import_number)?;
        self.run(include_str!("sql/observation_stash_drop.sql"), import_number)?;
        self.run(include_str!("sql/import_original_unstash.sql"), import_number)?;
        self.run(include_str!("sql/import_original_stash_drop.sql"), import_number)?;
        self.log(ADDED, import)
    }
}

fn import_of(number: &str) -> Result<ImportId, StoreError> {
    number.parse().map(ImportId).map_err(|_| StoreError::Internal("undo log".to_owned()))
}
