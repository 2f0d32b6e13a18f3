//! Minutes of working groups.

use crate::domain::{AreaId, Niederschrift, NiederschriftId};
use crate::store::tx::{date, get_day, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, newest first.
    pub fn niederschrift_rows(&self) -> Result<Vec<Niederschrift>, StoreError> {
        self.all(include_str!("../sql/niederschrift_all.sql"), [], niederschrift_of)
    }

    /// Writes minutes, as new ones or over those of this identity.
    pub fn put_niederschrift(
        &self,
        id: Option<NiederschriftId>,
        entry: &Niederschrift,
    ) -> Result<NiederschriftId, StoreError> {
        let id = self.put(
            include_str!("../sql/niederschrift_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":date": date(Some(entry.date)),
                ":arbeitsgruppe": entry.arbeitsgruppe,
                ":area": entry.area.map(|area| area.0),
                ":anwesend": json(&entry.anwesend)?,
                ":punkte": json(&entry.punkte)?,
                ":offen": json(&entry.offen)?,
                ":demonstration": entry.demonstration,
            },
        )?;
        Ok(NiederschriftId(id))
    }

    /// Removes them.
    pub fn delete_niederschrift(&self, id: NiederschriftId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/niederschrift_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn niederschrift_of(row: &Row<'_>) -> Result<Niederschrift, StoreError> {
    let area: Option<i64> = row.get("area")?;
    Ok(Niederschrift {
        id: NiederschriftId(row.get("id")?),
        date: get_day(row, "date")?,
        arbeitsgruppe: row.get("arbeitsgruppe")?,
        area: area.map(AreaId),
        anwesend: get_json(row, "anwesend")?,
        punkte: get_json(row, "punkte")?,
        offen: get_json(row, "offen")?,
        demonstration: row.get("demonstration")?,
    })
}
