//! What reads and writes rows: one handle for both, valid during a transaction or a read.

use super::StoreError;
use rusqlite::{Connection, Params, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Access to the rows of a project. Its methods are in `rows/`, one file per noun.
pub struct Tx<'a> {
    pub(super) connection: &'a Connection,
}

impl Tx<'_> {
    /// Every row of a query, mapped.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.query_and_then(params, map)?.collect()
    }

    /// The first row of a query, if there is one.
    pub(super) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.query_and_then(params, map)?.next().transpose()
    }

    /// Writes an entity and gives its identity.
    pub(super) fn put(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
    }

    /// Runs a statement that gives no rows; says how many it changed.
    pub(super) fn run(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }
}

/// The stable name of a unit variant, as serde writes it.
pub(super) fn code<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => Ok(code),
        _ => Err(StoreError::Content { what: "code" }),
    }
}

/// A list as JSON.
pub(super) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Content { what: "json" })
}

/// A unit variant from its stable name.
pub(super) fn get_code<T: DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<T, StoreError> {
    let code: String = row.get(column)?;
    serde_json::from_value(serde_json::Value::String(code)).map_err(|_| StoreError::Content { what: column })
}

/// A unit variant from its stable name, if there is one.
pub(super) fn get_code_opt<T: DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<Option<T>, StoreError> {
    let code: Option<String> = row.get(column)?;
    code.map(|code| serde_json::from_value(serde_json::Value::String(code)))
        .transpose()
        .map_err(|_| StoreError::Content { what: column })
}

/// A list from JSON.
pub(super) fn get_json<T: DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| StoreError::Content { what: column })
}

/// A day from `2026-11-22`.
pub(super) fn get_date(row: &Row<'_>, column: &'static str) -> Result<Option<jiff::civil::Date>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse()).transpose().map_err(|_| StoreError::Content { what: column })
}

/// A day from `2026-11-22` that is always there.
pub(super) fn get_day(row: &Row<'_>, column: &'static str) -> Result<jiff::civil::Date, StoreError> {
    get_date(row, column)?.ok_or(StoreError::Content { what: column })
}

/// A day as `2026-11-22`.
pub(super) fn date(day: Option<jiff::civil::Date>) -> Option<String> {
    day.map(|day| day.to_string())
}
