//! Organisations, persons to contact, networks.

use crate::domain::{Akteur, AkteurId, AreaId, Kontaktperson, KontaktpersonId, MassnahmeId, Netzwerk, NetzwerkId};
use crate::store::tx::{code, date, get_code, get_date, get_json, json};
use crate::store::{StoreError, Tx};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// All, in order.
    pub fn akteur_rows(&self) -> Result<Vec<Akteur>, StoreError> {
        let mut all = self.all(include_str!("../sql/akteur_all.sql"), [], akteur_of)?;
        let pair = |row: &Row<'_>| Ok((AkteurId(row.get(0)?), MassnahmeId(row.get(1)?)));
        for (id, massnahme) in self.all(include_str!("../sql/akteur_massnahme_all.sql"), [], pair)? {
            all.iter_mut().filter(|one| one.id == id).for_each(|one| one.massnahmen.push(massnahme));
        }
        Ok(all)
    }

    /// Writes an organisation with its links, as a new one or over the one of this identity.
    pub fn put_akteur(&self, id: Option<AkteurId>, akteur: &Akteur) -> Result<AkteurId, StoreError> {
        let id = self.put(
            include_str!("../sql/akteur_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":area": akteur.area.0,
                ":also_in": json(&akteur.also_in)?,
                ":name": akteur.name,
                ":role": code(&akteur.role)?,
                ":task": akteur.task,
                ":handlungsfelder": json(&akteur.handlungsfelder)?,
                ":contribution": akteur.contribution,
                ":zusagen": json(&akteur.zusagen)?,
                ":contacts": json(&akteur.contacts)?,
                ":next_contact": date(akteur.next_contact),
                ":works_with": json(&akteur.works_with)?,
                ":demonstration": akteur.demonstration,
            },
        )?;
        self.run(include_str!("../sql/akteur_massnahme_clear.sql"), named_params! { ":akteur": id })?;
        for massnahme in &akteur.massnahmen {
            let link = named_params! { ":akteur": id, ":massnahme": massnahme.0 };
            self.run(include_str!("../sql/akteur_massnahme_add.sql"), link)?;
        }
        Ok(AkteurId(id))
    }

    /// Removes it, with the persons to contact there; services lose the link.
    pub fn delete_akteur(&self, id: AkteurId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/akteur_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All, in order.
    pub fn kontaktperson_rows(&self) -> Result<Vec<Kontaktperson>, StoreError> {
        self.all(include_str!("../sql/kontaktperson_all.sql"), [], kontaktperson_of)
    }

    /// Writes a person to contact, as a new one or over the one of this identity.
    pub fn put_kontaktperson(
        &self,
        id: Option<KontaktpersonId>,
        person: &Kontaktperson,
    ) -> Result<KontaktpersonId, StoreError> {
        let id = self.put(
            include_str!("../sql/kontaktperson_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":akteur": person.akteur.0,
                ":function": person.function,
                ":name": person.name,
                ":reach": person.reach,
                ":purpose": person.purpose,
                ":delete_on": date(Some(person.delete_on)),
            },
        )?;
        Ok(KontaktpersonId(id))
    }

    /// Removes it.
    pub fn delete_kontaktperson(&self, id: KontaktpersonId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/kontaktperson_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// All, in order.
    pub fn netzwerk_rows(&self) -> Result<Vec<Netzwerk>, StoreError> {
        self.all(include_str!("../sql/netzwerk_all.sql"), [], netzwerk_of)
    }

    /// Writes a network, as a new one or over the one of this identity.
    pub fn put_netzwerk(&self, id: Option<NetzwerkId>, netzwerk: &Netzwerk) -> Result<NetzwerkId, StoreError> {
        let id = self.put(
            include_str!("../sql/netzwerk_put.sql"),
            named_params! {
                ":id": id.map(|id| id.0),
                ":name": netzwerk.name,
                ":purpose": netzwerk.purpose,
                ":members": json(&netzwerk.members)?,
                ":areas": json(&netzwerk.areas)?,
                ":demonstration": netzwerk.demonstration,
            },
        )?;
        Ok(NetzwerkId(id))
    }

    /// Removes it.
    pub fn delete_netzwerk(&self, id: NetzwerkId) -> Result<(), StoreError> {
        self.run(include_str!("../sql/netzwerk_delete.sql"), named_params! { ":id": id.0 })?;
        Ok(())
    }
}

fn akteur_of(row: &Row<'_>) -> Result<Akteur, StoreError> {
    Ok(Akteur {
        id: AkteurId(row.get("id")?),
        area: AreaId(row.get("area")?),
        also_in: get_json(row, "also_in")?,
        name: row.get("name")?,
        role: get_code(row, "role")?,
        task: row.get("task")?,
        handlungsfelder: get_json(row, "handlungsfelder")?,
        contribution: row.get("contribution")?,
        zusagen: get_json(row, "zusagen")?,
        contacts: get_json(row, "contacts")?,
        next_contact: get_date(row, "next_contact")?,
        works_with: get_json(row, "works_with")?,
        massnahmen: Vec::new(),
        demonstration: row.get("demonstration")?,
    })
}

fn kontaktperson_of(row: &Row<'_>) -> Result<Kontaktperson, StoreError> {
    Ok(Kontaktperson {
        id: KontaktpersonId(row.get("id")?),
        akteur: AkteurId(row.get("akteur")?),
        function: row.get("function")?,
        name: row.get("name")?,
        reach: row.get("reach")?,
        purpose: row.get("purpose")?,
        delete_on: get_date(row, "delete_on")?.ok_or(StoreError::Content { what: "delete_on" })?,
    })
}

fn netzwerk_of(row: &Row<'_>) -> Result<Netzwerk, StoreError> {
    Ok(Netzwerk {
        id: NetzwerkId(row.get("id")?),
        name: row.get("name")?,
        purpose: row.get("purpose")?,
        members: get_json(row, "members")?,
        areas: get_json(row, "areas")?,
        demonstration: row.get("demonstration")?,
    })
}
