//! Experience from earlier programmes, with the areas, goals and measures that it is linked to.

use crate::domain::{AreaId, Erfahrung, ErfahrungId, MassnahmeId, ZielId};
use crate::store::tx::{get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, by identity.
    pub fn erfahrung_rows(&self) -> Result<Vec<Erfahrung>, StoreError> {
        let mut all = self.all(include_str!("../sql/erfahrung_all.sql"), [], erfahrung_of)?;
        let pair = |row: &Row<'_>| Ok((ErfahrungId(row.get(0)?), row.get::<_, i64>(1)?));
        for (id, area) in self.all(include_str!("../sql/erfahrung_area_all.sql"), [], pair)? {
            all.iter_mut().filter(|one| one.id == id).for_each(|one| one.areas.push(AreaId(area)));
        }
        for (id, ziel) in self.all(include_str!("../sql/erfahrung_ziel_all.sql"), [], pair)? {
            all.iter_mut().filter(|one| one.id == id).for_each(|one| one.ziele.push(ZielId(ziel)));
        }
        for (id, massnahme) in self.all(include_str!("../sql/erfahrung_massnahme_all.sql"), [], pair)? {
            all.iter_mut().filter(|one| one.id == id).for_each(|one| one.massnahmen.push(MassnahmeId(massnahme)));
        }
        Ok(all)
    }

    /// Writes an experience with its links, as a new one or over the one of this identity.
    pub fn put_erfahrung(&self, id: Option<ErfahrungId>, erfahrung: &Erfahrung) -> Result<ErfahrungId, StoreError> {
        let id = self.put(
            include_str!("../sql/erfahrung_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":title": erfahrung.title,
                ":programme": erfahrung.programme,
                ":period": erfahrung.period,
                ":done": erfahrung.done,
                ":result": erfahrung.result,
                ":lesson": erfahrung.lesson,
                ":source": erfahrung.source,
                ":handlungsfelder": json(&erfahrung.handlungsfelder)?,
                ":demonstration": erfahrung.demonstration,
            },
        )?;
        let of = named_params! { ":erfahrung": id };
        self.run(include_str!("../sql/erfahrung_area_clear.sql"), of)?;
        self.run(include_str!("../sql/erfahrung_ziel_clear.sql"), of)?;
        self.run(include_str!("../sql/erfahrung_massnahme_clear.sql"), of)?;
        for (position, area) in (0i64..).zip(&erfahrung.areas) {
            let link = named_params! { ":erfahrung": id, ":position": position, ":area": area.0 };
            self.run(include_str!("../sql/erfahrung_area_add.sql"), link)?;
        }
        for ziel in &erfahrung.ziele {
            let link = named_params! { ":erfahrung": id, ":ziel": ziel.0 };
            self.run(include_str!("../sql/erfahrung_ziel_add.sql"), link)?;
        }
        for massnahme in &erfahrung.massnahmen {
            let link = named_params! { ":erfahrung": id, ":massnahme": massnahme.0 };
            self.run(include_str!("../sql/erfahrung_massnahme_add.sql"), link)?;
        }
        Ok(ErfahrungId(id))
    }

    /// Removes it with its links.
    pub fn delete_erfahrung(&self, id: ErfahrungId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/erfahrung_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn erfahrung_of(row: &Row<'_>) -> Result<Erfahrung, StoreError> {
    Ok(Erfahrung {
        id: ErfahrungId(row.get("id")?),
        title: row.get("title")?,
        programme: row.get("programme")?,
        period: row.get("period")?,
        done: row.get("done")?,
        result: row.get("result")?,
        lesson: row.get("lesson")?,
        source: row.get("source")?,
        handlungsfelder: get_json(row, "handlungsfelder")?,
        areas: Vec::new(),
        ziele: Vec::new(),
        massnahmen: Vec::new(),
        demonstration: row.get("demonstration")?,
    })
}
