//! Rounds of the procedure.

use crate::domain::{Durchgang, DurchgangId};
use crate::store::tx::{date, get_date, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, newest first.
    pub fn durchgang_rows(&self) -> Result<Vec<Durchgang>, StoreError> {
        self.all(include_str!("../sql/durchgang_all.sql"), [], durchgang_of)
    }

    /// Writes a round, as a new one or over the one of this identity.
    pub fn put_durchgang(&self, id: Option<DurchgangId>, durchgang: &Durchgang) -> Result<DurchgangId, StoreError> {
        let id = self.put(
            include_str!("../sql/durchgang_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":name": durchgang.name,
                ":abgeschlossen_am": date(durchgang.abgeschlossen_am),
                ":steps": json(&durchgang.steps)?,
                ":states": json(&durchgang.states)?,
            },
        )?;
        Ok(DurchgangId(id))
    }

    /// Removes it.
    pub fn delete_durchgang(&self, id: DurchgangId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/durchgang_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn durchgang_of(row: &Row<'_>) -> Result<Durchgang, StoreError> {
    Ok(Durchgang {
        id: DurchgangId(row.get("id")?),
        name: row.get("name")?,
        abgeschlossen_am: get_date(row, "abgeschlossen_am")?,
        steps: get_json(row, "steps")?,
        states: get_json(row, "states")?,
    })
}
