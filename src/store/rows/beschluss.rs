//! Committees, and the matters before them with the areas that they are about.

use crate::domain::{AreaId, Beschluss, BeschlussId, Gremium, GremiumId};
use crate::store::tx::{code, date, get_code, get_code_opt, get_date, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, in order.
    pub fn gremium_rows(&self) -> Result<Vec<Gremium>, StoreError> {
        self.all(include_str!("../sql/gremium_all.sql"), [], gremium_of)
    }

    /// Writes a committee, as a new one or over the one of this identity.
    pub fn put_gremium(&self, id: Option<GremiumId>, gremium: &Gremium) -> Result<GremiumId, StoreError> {
        let id = self.put(
            include_str!("../sql/gremium_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":name": gremium.name,
                ":zustaendigkeit": code(&gremium.zustaendigkeit)?,
                ":sitzungen": json(&gremium.sitzungen)?,
                ":note": gremium.note,
                ":demonstration": gremium.demonstration,
            },
        )?;
        Ok(GremiumId(id))
    }

    /// Removes it.
    pub fn delete_gremium(&self, id: GremiumId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/gremium_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All by day, undated ones last.
    pub fn beschluss_rows(&self) -> Result<Vec<Beschluss>, StoreError> {
        let areas = self.all(include_str!("../sql/beschluss_area_all.sql"), [], |row| {
            Ok((BeschlussId(row.get("beschluss")?), AreaId(row.get("area")?)))
        })?;
        let mut beschluesse = self.all(include_str!("../sql/beschluss_all.sql"), [], beschluss_of)?;
        for beschluss in &mut beschluesse {
            let own = areas.iter().filter(|(id, _)| *id == beschluss.id);
            beschluss.areas = own.map(|(_, area)| *area).collect();
        }
        Ok(beschluesse)
    }

    /// Writes a decision with its areas, as a new one or over the one of this identity.
    pub fn put_beschluss(&self, id: Option<BeschlussId>, beschluss: &Beschluss) -> Result<BeschlussId, StoreError> {
        let id = self.put(
            include_str!("../sql/beschluss_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":gremium": beschluss.gremium.0,
                ":date": date(beschluss.date),
                ":drucksache": beschluss.drucksache,
                ":oeffentlichkeit": code(&beschluss.oeffentlichkeit)?,
                ":gegenstand": beschluss.gegenstand,
                ":wortlaut": beschluss.wortlaut,
                ":ergebnis": beschluss.ergebnis.as_ref().map(code).transpose()?,
                ":demonstration": beschluss.demonstration,
            },
        )?;
        self.run(include_str!("../sql/beschluss_area_clear.sql"), named_params! { ":beschluss": id })?;
        for (position, area) in (0i64..).zip(&beschluss.areas) {
            self.run(
                include_str!("../sql/beschluss_area_add.sql"),
                named_params! { ":beschluss": id, ":position": position, ":area": area.0 },
            )?;
        }
        Ok(BeschlussId(id))
    }

    /// Removes it.
    pub fn delete_beschluss(&self, id: BeschlussId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/beschluss_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn gremium_of(row: &Row<'_>) -> Result<Gremium, StoreError> {
    Ok(Gremium {
        id: GremiumId(row.get("id")?),
        name: row.get("name")?,
        zustaendigkeit: get_code(row, "zustaendigkeit")?,
        sitzungen: get_json(row, "sitzungen")?,
        note: row.get("note")?,
        demonstration: row.get("demonstration")?,
    })
}

fn beschluss_of(row: &Row<'_>) -> Result<Beschluss, StoreError> {
    Ok(Beschluss {
        id: BeschlussId(row.get("id")?),
        gremium: GremiumId(row.get("gremium")?),
        date: get_date(row, "date")?,
        drucksache: row.get("drucksache")?,
        oeffentlichkeit: get_code(row, "oeffentlichkeit")?,
        gegenstand: row.get("gegenstand")?,
        wortlaut: row.get("wortlaut")?,
        ergebnis: get_code_opt(row, "ergebnis")?,
        areas: Vec::new(),
        demonstration: row.get("demonstration")?,
    })
}
