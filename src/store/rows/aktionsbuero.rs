//! The Aktionsbüros.

use crate::domain::{Aktionsbuero, AktionsbueroId, AreaId};
use crate::store::tx::{get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, by identity.
    pub fn aktionsbuero_rows(&self) -> Result<Vec<Aktionsbuero>, StoreError> {
        self.all(include_str!("../sql/aktionsbuero_all.sql"), [], aktionsbuero_of)
    }

    /// Writes an office, as a new one or over the one of this identity.
    pub fn put_aktionsbuero(
        &self,
        id: Option<AktionsbueroId>,
        buero: &Aktionsbuero,
    ) -> Result<AktionsbueroId, StoreError> {
        let id = self.put(
            include_str!("../sql/aktionsbuero_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":area": buero.area.0,
                ":place": buero.place,
                ":traeger": buero.traeger,
                ":partners": json(&buero.partners)?,
                ":hours": json(&buero.hours)?,
                ":offers": json(&buero.offers)?,
                ":reason": buero.reason,
                ":staff_hundredths": buero.staff_hundredths,
                ":staff_needed_hundredths": buero.staff_needed_hundredths,
                ":visits": json(&buero.visits)?,
                ":languages": buero.languages,
                ":costs": json(&buero.costs)?,
                ":demonstration": buero.demonstration,
            },
        )?;
        Ok(AktionsbueroId(id))
    }

    /// Removes an office.
    pub fn delete_aktionsbuero(&self, id: AktionsbueroId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/aktionsbuero_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn aktionsbuero_of(row: &Row<'_>) -> Result<Aktionsbuero, StoreError> {
    Ok(Aktionsbuero {
        id: AktionsbueroId(row.get("id")?),
        area: AreaId(row.get("area")?),
        place: row.get("place")?,
        traeger: row.get("traeger")?,
        partners: get_json(row, "partners")?,
        hours: get_json(row, "hours")?,
        offers: get_json(row, "offers")?,
        reason: row.get("reason")?,
        staff_hundredths: row.get("staff_hundredths")?,
        staff_needed_hundredths: row.get("staff_needed_hundredths")?,
        visits: get_json(row, "visits")?,
        languages: row.get("languages")?,
        costs: get_json(row, "costs")?,
        demonstration: row.get("demonstration")?,
    })
}
