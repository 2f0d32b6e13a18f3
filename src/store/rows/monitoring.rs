//! Notes on measures being carried out, and money spent on them.

use crate::domain::{Euro, MassnahmeId, Mittelabfluss, MittelabflussId, Umsetzungsnotiz, UmsetzungsnotizId};
use crate::store::tx::{date, get_day};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, newest first.
    pub fn umsetzungsnotiz_rows(&self) -> Result<Vec<Umsetzungsnotiz>, StoreError> {
        self.all(include_str!("../sql/umsetzungsnotiz_all.sql"), [], umsetzungsnotiz_of)
    }

    /// Writes a note, as a new one or over the one of this identity.
    pub fn put_umsetzungsnotiz(
        &self,
        id: Option<UmsetzungsnotizId>,
        note: &Umsetzungsnotiz,
    ) -> Result<UmsetzungsnotizId, StoreError> {
        let id = self.put(
            include_str!("../sql/umsetzungsnotiz_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":massnahme": note.massnahme.0,
                ":date": date(Some(note.date)),
                ":text": note.text,
                ":gezaehlt": note.gezaehlt,
                ":demonstration": note.demonstration,
            },
        )?;
        Ok(UmsetzungsnotizId(id))
    }

    /// Removes it.
    pub fn delete_umsetzungsnotiz(&self, id: UmsetzungsnotizId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/umsetzungsnotiz_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All, newest first.
    pub fn mittelabfluss_rows(&self) -> Result<Vec<Mittelabfluss>, StoreError> {
        self.all(include_str!("../sql/mittelabfluss_all.sql"), [], mittelabfluss_of)
    }

    /// Writes an entry, as a new one or over the one of this identity.
    pub fn put_mittelabfluss(
        &self,
        id: Option<MittelabflussId>,
        entry: &Mittelabfluss,
    ) -> Result<MittelabflussId, StoreError> {
        let id = self.put(
            include_str!("../sql/mittelabfluss_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":massnahme": entry.massnahme.0,
                ":year": entry.year,
                ":date": date(Some(entry.date)),
                ":cents": entry.amount.cents,
                ":note": entry.note,
                ":demonstration": entry.demonstration,
            },
        )?;
        Ok(MittelabflussId(id))
    }

    /// Removes it.
    pub fn delete_mittelabfluss(&self, id: MittelabflussId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/mittelabfluss_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn umsetzungsnotiz_of(row: &Row<'_>) -> Result<Umsetzungsnotiz, StoreError> {
    Ok(Umsetzungsnotiz {
        id: UmsetzungsnotizId(row.get("id")?),
        massnahme: MassnahmeId(row.get("massnahme")?),
        date: get_day(row, "date")?,
        text: row.get("text")?,
        gezaehlt: row.get("gezaehlt")?,
        demonstration: row.get("demonstration")?,
    })
}

fn mittelabfluss_of(row: &Row<'_>) -> Result<Mittelabfluss, StoreError> {
    Ok(Mittelabfluss {
        id: MittelabflussId(row.get("id")?),
        massnahme: MassnahmeId(row.get("massnahme")?),
        year: row.get("year")?,
        date: get_day(row, "date")?,
        amount: Euro { cents: row.get("cents")? },
        note: row.get("note")?,
        demonstration: row.get("demonstration")?,
    })
}
