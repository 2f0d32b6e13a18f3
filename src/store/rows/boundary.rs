//! Boundaries of areas: one row per area, its rings as JSON numbers that read back to the same place.

use crate::domain::{AreaId, Boundary};
use crate::store::tx::{code, get_code, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::named_params;

impl Tx<'_> {
    /// All boundaries, by area.
    pub fn boundary_rows(&self) -> Result<Vec<Boundary>, StoreError> {
        self.all(include_str!("../sql/boundary_all.sql"), [], |row| {
            Ok(Boundary {
                area: AreaId(row.get("id")?),
                geometry: get_json(row, "rings")?,
                system: get_code(row, "system")?,
                file_name: row.get("file_name")?,
                sha256: row.get("sha256")?,
            })
        })
    }

    /// Sets the boundary of an area.
    pub fn put_boundary(&self, boundary: &Boundary) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/boundary_put.sql"),
            named_params! {
                ":id": boundary.area.0,
                ":rings": json(&boundary.geometry)?,
                ":system": code(&boundary.system)?,
                ":file_name": boundary.file_name,
                ":sha256": boundary.sha256,
            },
        )?;
        Ok(())
    }
}
