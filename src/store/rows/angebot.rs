//! Services, and what the planner decided about the needs that they answer.

use crate::domain::{AkteurId, Angebot, AngebotId, AreaId, Begruendung, Bezug, Deckung, FundingTerm};
use crate::store::tx::{code, date, get_code, get_date, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, in order.
    pub fn angebot_rows(&self) -> Result<Vec<Angebot>, StoreError> {
        self.all(include_str!("../sql/angebot_all.sql"), [], angebot_of)
    }

    /// Writes a service, as a new one or over the one of this identity.
    pub fn put_angebot(&self, id: Option<AngebotId>, angebot: &Angebot) -> Result<AngebotId, StoreError> {
        let id = self.put(
            include_str!("../sql/angebot_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":area": angebot.area.0,
                ":also_in": json(&angebot.also_in)?,
                ":name": angebot.name,
                ":traeger": angebot.traeger,
                ":akteur": angebot.akteur.map(|id| id.0),
                ":handlungsfeld": code(&angebot.handlungsfeld)?,
                ":kind": code(&angebot.kind)?,
                ":zielgruppe": angebot.zielgruppe,
                ":standort": angebot.standort,
                ":reach": angebot.reach,
                ":umfang": angebot.umfang,
                ":capacity": angebot.capacity,
                ":use_percent": angebot.use_percent,
                ":opening_hours": angebot.opening_hours,
                ":funding": angebot.funding,
                ":funding_until": date(angebot.funded.until()),
                ":unlimited": angebot.funded == FundingTerm::Unlimited,
                ":quality": angebot.quality,
                ":as_of": date(angebot.as_of),
                ":demonstration": angebot.demonstration,
            },
        )?;
        Ok(AngebotId(id))
    }

    /// Removes it, with what was decided about it.
    pub fn delete_angebot(&self, id: AngebotId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/angebot_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All decisions about needs and services, in order.
    pub fn deckung_rows(&self) -> Result<Vec<Deckung>, StoreError> {
        self.all(include_str!("../sql/deckung_all.sql"), [], deckung_of)
    }

    /// Writes a decision over the one about the same area, need and service.
    pub fn put_deckung(&self, deckung: &Deckung) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/deckung_put.sql"),
            named_params! {
                ":area": deckung.area.0,
                ":bezug": deckung.bezug.code(),
                ":angebot": deckung.angebot.0,
                ":grad": code(&deckung.grad)?,
            },
        )?;
        Ok(())
    }

    /// Takes a decision back.
    pub fn delete_deckung(&self, area: AreaId, bezug: &Bezug, angebot: AngebotId) -> Result<(), StoreError> {
        let params = named_params! { ":area": area.0, ":bezug": bezug.code(), ":angebot": angebot.0 };
        self.run(include_str!("../sql/deckung_delete.sql"), params)?;
        Ok(())
    }

    /// All reasons why gaps and overlaps stay, in order.
    pub fn begruendung_rows(&self) -> Result<Vec<Begruendung>, StoreError> {
        self.all(include_str!("../sql/begruendung_all.sql"), [], begruendung_of)
    }

    /// Writes a reason over the one about the same area and need.
    pub fn put_begruendung(&self, begruendung: &Begruendung) -> Result<(), StoreError> {
        self.run(
            include_str!("../sql/begruendung_put.sql"),
            named_params! {
                ":area": begruendung.area.0,
                ":bezug": begruendung.bezug.code(),
                ":text": begruendung.text,
            },
        )?;
        Ok(())
    }

    /// Takes a reason back.
    pub fn delete_begruendung(&self, area: AreaId, bezug: &Bezug) -> Result<(), StoreError> {
        let params = named_params! { ":area": area.0, ":bezug": bezug.code() };
        self.run(include_str!("../sql/begruendung_delete.sql"), params)?;
        Ok(())
    }
}

fn angebot_of(row: &Row<'_>) -> Result<Angebot, StoreError> {
    Ok(Angebot {
        id: AngebotId(row.get("id")?),
        area: AreaId(row.get("area")?),
        also_in: get_json(row, "also_in")?,
        name: row.get("name")?,
        traeger: row.get("traeger")?,
        akteur: row.get::<_, Option<i64>>("akteur")?.map(AkteurId),
        handlungsfeld: get_code(row, "handlungsfeld")?,
        kind: get_code(row, "kind")?,
        zielgruppe: row.get("zielgruppe")?,
        standort: row.get("standort")?,
        reach: row.get("reach")?,
        umfang: row.get("umfang")?,
        capacity: row.get("capacity")?,
        use_percent: row.get("use_percent")?,
        opening_hours: row.get("opening_hours")?,
        funding: row.get("funding")?,
        funded: funding_term(row)?,
        quality: row.get("quality")?,
        as_of: get_date(row, "as_of")?,
        demonstration: row.get("demonstration")?,
    })
}

fn funding_term(row: &Row<'_>) -> Result<FundingTerm, StoreError> {
    if row.get("unlimited")? {
        return Ok(FundingTerm::Unlimited);
    }
    Ok(get_date(row, "funding_until")?.into())
}

fn deckung_of(row: &Row<'_>) -> Result<Deckung, StoreError> {
    Ok(Deckung {
        area: AreaId(row.get("area")?),
        bezug: bezug_of(row)?,
        angebot: AngebotId(row.get("angebot")?),
        grad: get_code(row, "grad")?,
    })
}

fn begruendung_of(row: &Row<'_>) -> Result<Begruendung, StoreError> {
    Ok(Begruendung { area: AreaId(row.get("area")?), bezug: bezug_of(row)?, text: row.get("text")? })
}

fn bezug_of(row: &Row<'_>) -> Result<Bezug, StoreError> {
    let code: String = row.get("bezug")?;
    Bezug::from_code(&code).ok_or(StoreError::Content { what: "bezug" })
}
