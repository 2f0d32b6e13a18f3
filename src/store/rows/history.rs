//! The record of what was done: appended to, never changed.

use crate::store::{StoreError, Tx};
use rusqlite::named_params;

/// One entry of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    /// When, ISO 8601 with offset.
    pub at: String,
    /// What was done.
    pub label: String,
    /// Reason or details.
    pub detail: String,
}

impl Tx<'_> {
    /// The latest 500 entries, newest first.
    pub fn history_rows(&self) -> Result<Vec<HistoryRow>, StoreError> {
        self.all(include_str!("../sql/history_latest.sql"), [], |row| {
            Ok(HistoryRow { at: row.get("at")?, label: row.get("label")?, detail: row.get("detail")? })
        })
    }

    /// Appends an entry.
    pub(in crate::store) fn add_history(&self, entry: &HistoryRow) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/history_add.sql"),
            named_params! { ":at": entry.at, ":label": entry.label, ":detail": entry.detail },
        )?;
        Ok(())
    }
}
