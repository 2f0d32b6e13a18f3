//! Imports: which file, when, how it was read.

use crate::domain::{Import, ImportId, ImportState, Original};
use crate::store::tx::{code, get_code, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All imports, oldest first.
    pub fn import_rows(&self) -> Result<Vec<Import>, StoreError> {
        self.all(include_str!("../sql/import_all.sql"), [], import_of)
    }

    /// The digest that each import's values had when they were written.
    pub fn import_digests(&self) -> Result<Vec<(ImportId, String)>, StoreError> {
        self.all(include_str!("../sql/import_all.sql"), [], |row| Ok((ImportId(row.get("id")?), row.get("digest")?)))
    }

    /// Adds an import; its identity is greater than all before.
    pub fn add_import(&self, import: &Import, digest: &str) -> Result<ImportId, StoreError> {
        let id = self.put(
            include_str!("../sql/import_put.sql"),
            named_params! {
                ":id": None::<i64>,
                ":file_name": import.file_name,
                ":sha256": import.sha256,
                ":size_bytes": i64::try_from(import.size_bytes).unwrap_or(i64::MAX),
                ":file_date": import.file_date,
                ":imported_at": import.imported_at,
                ":sheets": json(&import.sheets)?,
                ":mapping": import.mapping,
                ":source_note": import.source_note,
                ":value_count": import.values,
                ":without_value": import.without_value,
                ":refused": import.refused,
                ":demonstration": import.demonstration,
                ":state": code(&import.state)?,
                ":digest": digest,
            },
        )?;
        Ok(ImportId(id))
    }

    /// Keeps the original file of an import.
    pub fn add_original(&self, id: ImportId, original: &Original) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/import_original_add.sql"),
            named_params! { ":import": id.0, ":packed": original.packed },
        )?;
        Ok(())
    }

    /// The original file of an import, if it is kept.
    pub fn original(&self, id: ImportId) -> Result<Option<Original>, StoreError> {
        self.first(include_str!("../sql/import_original_get.sql"), named_params! { ":import": id.0 }, |row| {
            Ok(Original { packed: row.get("packed")? })
        })
    }

    /// Withdraws an import or lets it count again.
    pub fn set_import_state(&self, id: ImportId, state: ImportState) -> Result<(), StoreError> {
        self.run(include_str!("../sql/import_set_state.sql"), named_params! { ":id": id.0, ":state": code(&state)? })?;
        Ok(())
    }

    /// Changes how the source is cited.
    pub fn set_source_note(&self, id: ImportId, source_note: &str) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/import_set_source_note.sql"),
            named_params! { ":id": id.0, ":source_note": source_note },
        )?;
        Ok(())
    }
}

fn import_of(row: &Row<'_>) -> Result<Import, StoreError> {
    Ok(Import {
        id: ImportId(row.get("id")?),
        file_name: row.get("file_name")?,
        sha256: row.get("sha256")?,
        size_bytes: u64::try_from(row.get::<_, i64>("size_bytes")?).unwrap_or(0),
        file_date: row.get("file_date")?,
        imported_at: row.get("imported_at")?,
        sheets: get_json(row, "sheets")?,
        mapping: row.get("mapping")?,
        source_note: row.get("source_note")?,
        values: row.get("value_count")?,
        without_value: row.get("without_value")?,
        refused: row.get("refused")?,
        demonstration: row.get("demonstration")?,
        state: get_code(row, "state")?,
        original_bytes: row.get::<_, Option<i64>>("original_bytes")?.and_then(|size| u64::try_from(size).ok()),
    })
}
