//! Events, ideas, and who wants to take part.

use crate::domain::{AreaId, Idee, IdeeId, MassnahmeId, Mitwirkung, MitwirkungId, Veranstaltung, VeranstaltungId};
use crate::store::tx::{code, date, get_code, get_date, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All events, by identity.
    pub fn veranstaltung_rows(&self) -> Result<Vec<Veranstaltung>, StoreError> {
        self.all(include_str!("../sql/veranstaltung_all.sql"), [], veranstaltung_of)
    }

    /// Writes an event, as a new one or over the one of this identity.
    pub fn put_veranstaltung(
        &self,
        id: Option<VeranstaltungId>,
        event: &Veranstaltung,
    ) -> Result<VeranstaltungId, StoreError> {
        let id = self.put(
            include_str!("../sql/veranstaltung_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":area": event.area.0,
                ":form": code(&event.form)?,
                ":title": event.title,
                ":date": date(event.date),
                ":place": event.place,
                ":reached": json(&event.groups)?,
                ":theses": json(&event.theses)?,
                ":demonstration": event.demonstration,
            },
        )?;
        Ok(VeranstaltungId(id))
    }

    /// Removes an event with its ideas and offers to take part; statements lose the link.
    pub fn delete_veranstaltung(&self, id: VeranstaltungId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/veranstaltung_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All ideas, by identity.
    pub fn idee_rows(&self) -> Result<Vec<Idee>, StoreError> {
        self.all(include_str!("../sql/idee_all.sql"), [], idee_of)
    }

    /// Writes an idea, as a new one or over the one of this identity.
    pub fn put_idee(&self, id: Option<IdeeId>, idee: &Idee) -> Result<IdeeId, StoreError> {
        let id = self.put(
            include_str!("../sql/idee_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":veranstaltung": idee.veranstaltung.0,
                ":text": idee.text,
                ":handlungsfeld": code(&idee.handlungsfeld)?,
                ":massnahme": idee.massnahme.map(|id| id.0),
            },
        )?;
        Ok(IdeeId(id))
    }

    /// Removes an idea.
    pub fn delete_idee(&self, id: IdeeId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/idee_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All offers to take part, by identity.
    pub fn mitwirkung_rows(&self) -> Result<Vec<Mitwirkung>, StoreError> {
        self.all(include_str!("../sql/mitwirkung_all.sql"), [], mitwirkung_of)
    }

    /// Writes an offer to take part, as a new one or over the one of this identity.
    pub fn put_mitwirkung(
        &self,
        id: Option<MitwirkungId>,
        mitwirkung: &Mitwirkung,
    ) -> Result<MitwirkungId, StoreError> {
        let id = self.put(
            include_str!("../sql/mitwirkung_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":veranstaltung": mitwirkung.veranstaltung.0,
                ":who": mitwirkung.who,
                ":what": mitwirkung.what,
                ":massnahme": mitwirkung.massnahme.map(|id| id.0),
            },
        )?;
        Ok(MitwirkungId(id))
    }

    /// Removes an offer to take part.
    pub fn delete_mitwirkung(&self, id: MitwirkungId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/mitwirkung_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn veranstaltung_of(row: &Row<'_>) -> Result<Veranstaltung, StoreError> {
    Ok(Veranstaltung {
        id: VeranstaltungId(row.get("id")?),
        area: AreaId(row.get("area")?),
        form: get_code(row, "form")?,
        title: row.get("title")?,
        date: get_date(row, "date")?,
        place: row.get("place")?,
        groups: get_json(row, "reached")?,
        theses: get_json(row, "theses")?,
        demonstration: row.get("demonstration")?,
    })
}

fn idee_of(row: &Row<'_>) -> Result<Idee, StoreError> {
    Ok(Idee {
        id: IdeeId(row.get("id")?),
        veranstaltung: VeranstaltungId(row.get("veranstaltung")?),
        text: row.get("text")?,
        handlungsfeld: get_code(row, "handlungsfeld")?,
        massnahme: row.get::<_, Option<i64>>("massnahme")?.map(MassnahmeId),
    })
}

fn mitwirkung_of(row: &Row<'_>) -> Result<Mitwirkung, StoreError> {
    Ok(Mitwirkung {
        id: MitwirkungId(row.get("id")?),
        veranstaltung: VeranstaltungId(row.get("veranstaltung")?),
        who: row.get("who")?,
        what: row.get("what")?,
        massnahme: row.get::<_, Option<i64>>("massnahme")?.map(MassnahmeId),
    })
}
