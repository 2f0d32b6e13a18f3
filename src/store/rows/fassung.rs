//! Kept versions of programmes.

use crate::domain::{BeschlussId, Fassung, FassungId, HandlungsprogrammId};
use crate::store::tx::{date, get_day, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};
use std::sync::Arc;

impl Tx<'_> {
    /// All, newest first.
    pub fn fassung_rows(&self) -> Result<Vec<Fassung>, StoreError> {
        self.all(include_str!("../sql/fassung_all.sql"), [], fassung_of)
    }

    /// Writes a new version; one that is kept is never written over.
    pub fn add_fassung(&self, fassung: &Fassung) -> Result<FassungId, StoreError> {
        let id = self.put(
            include_str!("../sql/fassung_add.sql"),
            named_params! {
                ":programme": fassung.programme.0,
                ":beschluss": fassung.beschluss.map(|id| id.0),
                ":kept_on": date(Some(fassung.kept_on)),
                ":anlass": fassung.anlass,
                ":content": json(fassung.content.as_ref())?,
            },
        )?;
        Ok(FassungId(id))
    }

    /// Removes it.
    pub fn delete_fassung(&self, id: FassungId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/fassung_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn fassung_of(row: &Row<'_>) -> Result<Fassung, StoreError> {
    let beschluss: Option<i64> = row.get("beschluss")?;
    Ok(Fassung {
        id: FassungId(row.get("id")?),
        programme: HandlungsprogrammId(row.get("programme")?),
        beschluss: beschluss.map(BeschlussId),
        kept_on: get_day(row, "kept_on")?,
        anlass: row.get("anlass")?,
        content: Arc::new(get_json(row, "content")?),
    })
}
