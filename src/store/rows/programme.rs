//! Handlungsprogramme with passages, goals and measures.

use crate::domain::{
    AreaId, Handlungsprogramm, HandlungsprogrammId, Massnahme, MassnahmeId, Passage, PassageId, Quarter, Ziel, ZielId,
    ZielKind,
};
use crate::store::tx::{code, date, get_code, get_date, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All programmes with everything they hold.
    pub fn programme_rows(&self) -> Result<Vec<Handlungsprogramm>, StoreError> {
        let mut programmes = self.all(include_str!("../sql/programme_all.sql"), [], programme_of)?;
        let passages = self.all(include_str!("../sql/passage_all.sql"), [], |row| owned(row, passage_of(row)?))?;
        let ziele = self.all(include_str!("../sql/ziel_all.sql"), [], |row| owned(row, ziel_of(row)?))?;
        let massnahmen =
            self.all(include_str!("../sql/massnahme_all.sql"), [], |row| owned(row, massnahme_of(row)?))?;
        for (owner, passage) in passages {
            if let Some(programme) = programmes.iter_mut().find(|programme| programme.id == owner) {
                programme.passages.push(passage);
            }
        }
        for (owner, ziel) in ziele {
            if let Some(programme) = programmes.iter_mut().find(|programme| programme.id == owner) {
                programme.ziele.push(ziel);
            }
        }
        for (owner, massnahme) in massnahmen {
            if let Some(programme) = programmes.iter_mut().find(|programme| programme.id == owner) {
                programme.massnahmen.push(massnahme);
            }
        }
        for programme in &mut programmes {
            programme.passages.sort_by_key(|passage| (passage.section, passage.position, passage.id));
        }
        Ok(programmes)
    }

    /// Writes the frame of a programme, without text, goals and measures.
    pub fn put_programme(
        &self,
        id: Option<HandlungsprogrammId>,
        programme: &Handlungsprogramm,
    ) -> Result<HandlungsprogrammId, StoreError> {
        let id = self.put(
            include_str!("../sql/programme_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":area": programme.area.0,
                ":first_year": programme.first_year,
                ":last_year": programme.last_year,
                ":state": code(&programme.state)?,
                ":assessment": programme.assessment,
                ":demonstration": programme.demonstration,
                ":szenarien": json(&programme.szenarien)?,
            },
        )?;
        Ok(HandlungsprogrammId(id))
    }

    /// Removes a programme with all it holds.
    pub fn delete_programme(&self, id: HandlungsprogrammId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/programme_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// Writes a passage, as a new one or over the one of this identity.
    pub fn put_passage(
        &self,
        programme: HandlungsprogrammId,
        id: Option<PassageId>,
        passage: &Passage,
    ) -> Result<PassageId, StoreError> {
        let id = self.put(
            include_str!("../sql/passage_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":programme": programme.0,
                ":section": code(&passage.section)?,
                ":position": passage.position,
                ":origin": code(&passage.origin)?,
                ":text": passage.text,
                ":basis": json(&passage.basis)?,
                ":fingerprint": passage.fingerprint,
            },
        )?;
        Ok(PassageId(id))
    }

    /// Removes it.
    pub fn delete_passage(&self, id: PassageId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/passage_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// Writes a goal, as a new one or over the one of this identity.
    pub fn put_ziel(
        &self,
        programme: HandlungsprogrammId,
        id: Option<ZielId>,
        ziel: &Ziel,
    ) -> Result<ZielId, StoreError> {
        let parent = match ziel.kind {
            ZielKind::Leitziel => None,
            ZielKind::Handlungsziel { parent } => Some(parent.0),
        };
        let id = self.put(
            include_str!("../sql/ziel_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":programme": programme.0,
                ":parent": parent,
                ":handlungsfeld": code(&ziel.handlungsfeld)?,
                ":text": ziel.text,
                ":indicator": ziel.indicator,
                ":start_value": ziel.start_value,
                ":target_value": ziel.target_value,
                ":target_year": ziel.target_year,
                ":stufe": code(&ziel.stufe)?,
                ":zielgruppe": ziel.zielgruppe,
                ":ort": ziel.ort,
                ":beteiligte": ziel.beteiligte,
                ":messgroesse": ziel.messgroesse,
                ":start_bound": json(&ziel.start_bound)?,
                ":realismus": ziel.realismus,
                ":kette": json(&ziel.kette)?,
            },
        )?;
        Ok(ZielId(id))
    }

    /// Removes a goal and the goals under it; measures lose the link.
    pub fn delete_ziel(&self, id: ZielId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/ziel_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// Writes a measure, as a new one or over the one of this identity.
    pub fn put_massnahme(
        &self,
        programme: HandlungsprogrammId,
        id: Option<MassnahmeId>,
        massnahme: &Massnahme,
    ) -> Result<MassnahmeId, StoreError> {
        let id = self.put(
            include_str!("../sql/massnahme_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":programme": programme.0,
                ":number": massnahme.number,
                ":titel": massnahme.titel,
                ":handlungsfeld": code(&massnahme.handlungsfeld)?,
                ":ziel": massnahme.ziel.map(|id| id.0),
                ":zielgruppe": massnahme.zielgruppe,
                ":problemlage": massnahme.problemlage,
                ":beschreibung": massnahme.beschreibung,
                ":traeger": massnahme.traeger,
                ":federfuehrung": massnahme.federfuehrung,
                ":beteiligte": massnahme.beteiligte,
                ":standort": massnahme.standort,
                ":beginn": massnahme.beginn.map(Quarter::index),
                ":ende": massnahme.ende.map(Quarter::index),
                ":kosten": json(&massnahme.kosten)?,
                ":finanzierung": json(&massnahme.finanzierung)?,
                ":prioritaet": code(&massnahme.prioritaet)?,
                ":schluesselmassnahme": massnahme.schluesselmassnahme,
                ":abhaengig_von": json(&massnahme.abhaengig_von)?,
                ":indikator": massnahme.indikator,
                ":ausgangswert": massnahme.ausgangswert,
                ":zielwert": massnahme.zielwert,
                ":pruefung_am": date(massnahme.pruefung_am),
                ":wirkungshypothese": massnahme.wirkungshypothese,
                ":stufe": code(&massnahme.stufe)?,
                ":verstetigung": massnahme.verstetigung,
                ":beschlussstand": code(&massnahme.beschlussstand)?,
                ":abgleich": json(&massnahme.abgleich)?,
                ":messgroesse": massnahme.messgroesse,
                ":start_bound": json(&massnahme.start_bound)?,
                ":kette": json(&massnahme.kette)?,
                ":bewertung": json(&massnahme.bewertung)?,
                ":meilensteine": json(&massnahme.meilensteine)?,
                ":ausgeschlossen": json(&massnahme.ausgeschlossen)?,
            },
        )?;
        Ok(MassnahmeId(id))
    }

    /// Removes it.
    pub fn delete_massnahme(&self, id: MassnahmeId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/massnahme_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn owned<T>(row: &Row<'_>, value: T) -> Result<(HandlungsprogrammId, T), StoreError> {
    Ok((HandlungsprogrammId(row.get("programme")?), value))
}

fn programme_of(row: &Row<'_>) -> Result<Handlungsprogramm, StoreError> {
    Ok(Handlungsprogramm {
        id: HandlungsprogrammId(row.get("id")?),
        area: AreaId(row.get("area")?),
        first_year: row.get("first_year")?,
        last_year: row.get("last_year")?,
        state: get_code(row, "state")?,
        assessment: row.get("assessment")?,
        demonstration: row.get("demonstration")?,
        passages: Vec::new(),
        ziele: Vec::new(),
        massnahmen: Vec::new(),
        szenarien: get_json(row, "szenarien")?,
    })
}

fn passage_of(row: &Row<'_>) -> Result<Passage, StoreError> {
    Ok(Passage {
        id: PassageId(row.get("id")?),
        section: get_code(row, "section")?,
        position: row.get("position")?,
        origin: get_code(row, "origin")?,
        text: row.get("text")?,
        basis: get_json(row, "basis")?,
        fingerprint: row.get("fingerprint")?,
    })
}

fn ziel_of(row: &Row<'_>) -> Result<Ziel, StoreError> {
    let parent: Option<i64> = row.get("parent")?;
    Ok(Ziel {
        id: ZielId(row.get("id")?),
        kind: parent.map_or(ZielKind::Leitziel, |parent| ZielKind::Handlungsziel { parent: ZielId(parent) }),
        handlungsfeld: get_code(row, "handlungsfeld")?,
        text: row.get("text")?,
        indicator: row.get("indicator")?,
        start_value: row.get("start_value")?,
        target_value: row.get("target_value")?,
        target_year: row.get("target_year")?,
        stufe: get_code(row, "stufe")?,
        zielgruppe: row.get("zielgruppe")?,
        ort: row.get("ort")?,
        beteiligte: row.get("beteiligte")?,
        messgroesse: row.get("messgroesse")?,
        start_bound: get_json(row, "start_bound")?,
        realismus: row.get("realismus")?,
        kette: get_json(row, "kette")?,
    })
}

fn massnahme_of(row: &Row<'_>) -> Result<Massnahme, StoreError> {
    Ok(Massnahme {
        id: MassnahmeId(row.get("id")?),
        number: row.get("number")?,
        titel: row.get("titel")?,
        handlungsfeld: get_code(row, "handlungsfeld")?,
        ziel: row.get::<_, Option<i64>>("ziel")?.map(ZielId),
        zielgruppe: row.get("zielgruppe")?,
        problemlage: row.get("problemlage")?,
        beschreibung: row.get("beschreibung")?,
        traeger: row.get("traeger")?,
        federfuehrung: row.get("federfuehrung")?,
        beteiligte: row.get("beteiligte")?,
        standort: row.get("standort")?,
        beginn: row.get::<_, Option<i32>>("beginn")?.map(Quarter::from_index),
        ende: row.get::<_, Option<i32>>("ende")?.map(Quarter::from_index),
        kosten: get_json(row, "kosten")?,
        finanzierung: get_json(row, "finanzierung")?,
        prioritaet: get_code(row, "prioritaet")?,
        schluesselmassnahme: row.get("schluesselmassnahme")?,
        abhaengig_von: get_json(row, "abhaengig_von")?,
        indikator: row.get("indikator")?,
        ausgangswert: row.get("ausgangswert")?,
        zielwert: row.get("zielwert")?,
        pruefung_am: get_date(row, "pruefung_am")?,
        wirkungshypothese: row.get("wirkungshypothese")?,
        stufe: get_code(row, "stufe")?,
        verstetigung: row.get("verstetigung")?,
        beschlussstand: get_code(row, "beschlussstand")?,
        abgleich: get_json(row, "abgleich")?,
        messgroesse: row.get("messgroesse")?,
        start_bound: get_json(row, "start_bound")?,
        kette: get_json(row, "kette")?,
        bewertung: get_json(row, "bewertung")?,
        meilensteine: get_json(row, "meilensteine")?,
        ausgeschlossen: get_json(row, "ausgeschlossen")?,
    })
}
