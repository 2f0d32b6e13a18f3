//! What comes up again.

use crate::domain::{
    AngebotId, AreaId, MassnahmeId, NiederschriftId, PassageId, Wiedervorlage, WiedervorlageId, WiedervorlageLink,
};
use crate::store::tx::{date, get_date, get_day};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All by day.
    pub fn wiedervorlage_rows(&self) -> Result<Vec<Wiedervorlage>, StoreError> {
        self.all(include_str!("../sql/wiedervorlage_all.sql"), [], wiedervorlage_of)
    }

    /// Writes an entry, as a new one or over the one of this identity.
    pub fn put_wiedervorlage(
        &self,
        id: Option<WiedervorlageId>,
        entry: &Wiedervorlage,
    ) -> Result<WiedervorlageId, StoreError> {
        let [massnahme, angebot, passage, niederschrift] = columns_of(entry.link);
        let id = self.put(
            include_str!("../sql/wiedervorlage_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":date": date(Some(entry.date)),
                ":text": entry.text,
                ":area": entry.area.map(|area| area.0),
                ":massnahme": massnahme,
                ":angebot": angebot,
                ":passage": passage,
                ":niederschrift": niederschrift,
                ":done": date(entry.done),
                ":demonstration": entry.demonstration,
            },
        )?;
        Ok(WiedervorlageId(id))
    }

    /// Removes it.
    pub fn delete_wiedervorlage(&self, id: WiedervorlageId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/wiedervorlage_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

/// Measure, service, passage, minutes: one column for each, at most one filled.
fn columns_of(link: Option<WiedervorlageLink>) -> [Option<i64>; 4] {
    match link {
        None => [None; 4],
        Some(WiedervorlageLink::Massnahme(id)) => [Some(id.0), None, None, None],
        Some(WiedervorlageLink::Angebot(id)) => [None, Some(id.0), None, None],
        Some(WiedervorlageLink::Passage(id)) => [None, None, Some(id.0), None],
        Some(WiedervorlageLink::Niederschrift(id)) => [None, None, None, Some(id.0)],
    }
}

fn wiedervorlage_of(row: &Row<'_>) -> Result<Wiedervorlage, StoreError> {
    let (area, massnahme, angebot): (Option<i64>, Option<i64>, Option<i64>) =
        (row.get("area")?, row.get("massnahme")?, row.get("angebot")?);
    let (passage, niederschrift): (Option<i64>, Option<i64>) = (row.get("passage")?, row.get("niederschrift")?);
    let link = massnahme
        .map(|id| WiedervorlageLink::Massnahme(MassnahmeId(id)))
        .or(angebot.map(|id| WiedervorlageLink::Angebot(AngebotId(id))))
        .or(passage.map(|id| WiedervorlageLink::Passage(PassageId(id))))
        .or(niederschrift.map(|id| WiedervorlageLink::Niederschrift(NiederschriftId(id))));
    Ok(Wiedervorlage {
        id: WiedervorlageId(row.get("id")?),
        date: get_day(row, "date")?,
        text: row.get("text")?,
        area: area.map(AreaId),
        link,
        done: get_date(row, "done")?,
        demonstration: row.get("demonstration")?,
    })
}
