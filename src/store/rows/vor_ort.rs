//! Statements.

use crate::domain::{AreaId, Aussage, AussageId, MassnahmeId, VeranstaltungId};
use crate::store::tx::{code, date, get_code, get_code_opt, get_date};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, in order.
    pub fn aussage_rows(&self) -> Result<Vec<Aussage>, StoreError> {
        self.all(include_str!("../sql/aussage_all.sql"), [], aussage_of)
    }

    /// Writes a statement, as a new one or over the one of this identity.
    pub fn put_aussage(&self, id: Option<AussageId>, aussage: &Aussage) -> Result<AussageId, StoreError> {
        let id = self.put(
            include_str!("../sql/aussage_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":area": aussage.area.0,
                ":date": date(aussage.date),
                ":occasion": aussage.occasion,
                ":text": aussage.text,
                ":indicator": aussage.indicator,
                ":stance": code(&aussage.stance)?,
                ":veranstaltung": aussage.veranstaltung.map(|id| id.0),
                ":swot": aussage.swot.as_ref().map(code).transpose()?,
                ":handlungsfeld": aussage.handlungsfeld.as_ref().map(code).transpose()?,
                ":massnahme": aussage.massnahme.map(|id| id.0),
                ":answer": aussage.answer,
                ":demonstration": aussage.demonstration,
            },
        )?;
        Ok(AussageId(id))
    }

    /// Removes it.
    pub fn delete_aussage(&self, id: AussageId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/aussage_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn aussage_of(row: &Row<'_>) -> Result<Aussage, StoreError> {
    Ok(Aussage {
        id: AussageId(row.get("id")?),
        area: AreaId(row.get("area")?),
        date: get_date(row, "date")?,
        occasion: row.get("occasion")?,
        text: row.get("text")?,
        indicator: row.get("indicator")?,
        stance: get_code(row, "stance")?,
        veranstaltung: row.get::<_, Option<i64>>("veranstaltung")?.map(VeranstaltungId),
        swot: get_code_opt(row, "swot")?,
        handlungsfeld: get_code_opt(row, "handlungsfeld")?,
        massnahme: row.get::<_, Option<i64>>("massnahme")?.map(MassnahmeId),
        answer: row.get("answer")?,
        demonstration: row.get("demonstration")?,
    })
}
