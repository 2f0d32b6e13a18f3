//! What the example knows on site: actors, services, statements.

use super::{AreaKey, FrameError, from_toml};
use crate::domain::{
    Akteur, AkteurId, AkteurRole, Angebot, AngebotId, AreaId, Aussage, AussageId, AussageStance, Handlungsfeld, Swot,
};
use jiff::civil::Date;
use serde::Deserialize;

/// Entries with the area by key; the `area` inside each is settled when the project knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameVoices {
    /// Organisations.
    pub akteure: Vec<(AreaKey, Akteur)>,
    /// Existing services.
    pub angebote: Vec<(AreaKey, Angebot)>,
    /// Statements.
    pub aussagen: Vec<(AreaKey, Aussage)>,
}

impl FrameVoices {
    /// The areas that entries speak of.
    pub(super) fn areas(&self) -> impl Iterator<Item = &AreaKey> {
        let akteure = self.akteure.iter().map(|(area, _)| area);
        let angebote = self.angebote.iter().map(|(area, _)| area);
        akteure.chain(angebote).chain(self.aussagen.iter().map(|(area, _)| area))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    akteur: Vec<RawAkteur>,
    angebot: Vec<RawAngebot>,
    aussage: Vec<RawAussage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAkteur {
    gebiet: String,
    name: String,
    rolle: AkteurRole,
    beitrag: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAngebot {
    gebiet: String,
    name: String,
    traeger: String,
    feld: Handlungsfeld,
    zielgruppe: String,
    standort: String,
    umfang: String,
    bis: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAussage {
    gebiet: String,
    datum: Date,
    anlass: String,
    text: String,
    #[serde(default)]
    indikator: String,
    haltung: AussageStance,
    einordnung: Option<Swot>,
    feld: Option<Handlungsfeld>,
    #[serde(default)]
    antwort: String,
}

/// The entries of the example.
pub(super) fn load() -> Result<FrameVoices, FrameError> {
    let file: File = from_toml("vor-ort.toml", include_str!("../../../data/beispiel/vor-ort.toml"))?;
    Ok(FrameVoices {
        akteure: file.akteur.into_iter().map(akteur).collect(),
        angebote: file.angebot.into_iter().map(angebot).collect(),
        aussagen: file.aussage.into_iter().map(aussage).collect(),
    })
}

fn akteur(raw: RawAkteur) -> (AreaKey, Akteur) {
    let akteur = Akteur {
        id: AkteurId(0),
        area: AreaId(0),
        name: raw.name,
        role: raw.rolle,
        contribution: raw.beitrag,
        demonstration: true,
    };
    (AreaKey::sozialraum(&raw.gebiet), akteur)
}

fn angebot(raw: RawAngebot) -> (AreaKey, Angebot) {
    let angebot = Angebot {
        id: AngebotId(0),
        area: AreaId(0),
        name: raw.name,
        traeger: raw.traeger,
        handlungsfeld: raw.feld,
        zielgruppe: raw.zielgruppe,
        standort: raw.standort,
        umfang: raw.umfang,
        funding_until: raw.bis,
        demonstration: true,
    };
    (AreaKey::sozialraum(&raw.gebiet), angebot)
}

fn aussage(raw: RawAussage) -> (AreaKey, Aussage) {
    let aussage = Aussage {
        id: AussageId(0),
        area: AreaId(0),
        date: Some(raw.datum),
        occasion: raw.anlass,
        text: raw.text,
        indicator: raw.indikator,
        stance: raw.haltung,
        veranstaltung: None,
        swot: raw.einordnung,
        handlungsfeld: raw.feld,
        massnahme: None,
        answer: raw.antwort,
        demonstration: true,
    };
    (AreaKey::sozialraum(&raw.gebiet), aussage)
}
