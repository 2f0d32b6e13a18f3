//! What the example knows on site: organisations and networks, services, statements.

use super::{AreaKey, FrameError, from_toml};
use crate::domain::{
    Akteur, AkteurId, AkteurRole, Angebot, AngebotArt, AreaId, Aussage, AussageId, AussageStance, Deckungsgrad,
    FundingTerm, Handlungsfeld, Kontakt, Kontaktperson, KontaktpersonId, Swot, Zusage, ZusageState,
};
use jiff::civil::Date;
use serde::Deserialize;

/// Entries with areas by key and organisations by name; identities are settled when the project knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameVoices {
    /// Organisations; a partner comes before those that name it.
    pub akteure: Vec<FrameAkteur>,
    /// Networks.
    pub netzwerke: Vec<FrameNetzwerk>,
    /// Existing services.
    pub angebote: Vec<FrameAngebot>,
    /// Statements.
    pub aussagen: Vec<(AreaKey, Aussage)>,
    /// What was decided about a need (by the code of its indicator) and a service (by name).
    pub deckungen: Vec<(AreaKey, String, String, Deckungsgrad)>,
    /// Why a gap or an overlap of a need stays.
    pub begruendungen: Vec<(AreaKey, String, String)>,
}

/// An organisation of the example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameAkteur {
    /// Where it works, its first area first.
    pub areas: Vec<AreaKey>,
    /// Names of its partners.
    pub partners: Vec<String>,
    /// Whom to contact there: functions, no names.
    pub persons: Vec<Kontaktperson>,
    /// The rest.
    pub akteur: Akteur,
}

/// A network of the example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameNetzwerk {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Names of its members.
    pub members: Vec<String>,
    /// Where it works.
    pub areas: Vec<AreaKey>,
}

/// A service of the example. Where its Träger is one of the organisations, the two are linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameAngebot {
    /// Which areas it serves, its own first.
    pub areas: Vec<AreaKey>,
    /// The rest.
    pub angebot: Angebot,
}

impl FrameVoices {
    /// The areas that entries speak of.
    pub(super) fn areas(&self) -> impl Iterator<Item = &AreaKey> {
        let akteure = self.akteure.iter().flat_map(|akteur| &akteur.areas);
        let netzwerke = self.netzwerke.iter().flat_map(|netzwerk| &netzwerk.areas);
        let angebote = self.angebote.iter().flat_map(|angebot| &angebot.areas);
        akteure.chain(netzwerke).chain(angebote).chain(self.aussagen.iter().map(|(area, _)| area))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    akteur: Vec<RawAkteur>,
    netzwerk: Vec<RawNetzwerk>,
    angebot: Vec<RawAngebot>,
    aussage: Vec<RawAussage>,
    deckung: Vec<RawDeckung>,
    begruendung: Vec<RawBegruendung>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDeckung {
    gebiet: String,
    bedarf: String,
    angebot: String,
    grad: Deckungsgrad,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBegruendung {
    gebiet: String,
    bedarf: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAkteur {
    gebiet: String,
    #[serde(default)]
    auch_in: Vec<String>,
    name: String,
    rolle: AkteurRole,
    #[serde(default)]
    aufgabe: String,
    #[serde(default)]
    felder: Vec<Handlungsfeld>,
    beitrag: String,
    #[serde(default)]
    zusagen: Vec<RawZusage>,
    #[serde(default)]
    kontakte: Vec<RawKontakt>,
    naechster_kontakt: Option<Date>,
    #[serde(default)]
    partner: Vec<String>,
    #[serde(default)]
    ansprechpersonen: Vec<RawPerson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawZusage {
    was: String,
    seit: Option<Date>,
    bis: Option<Date>,
    stand: ZusageState,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKontakt {
    datum: Date,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPerson {
    funktion: String,
    erreichbar: String,
    zweck: String,
    loeschen: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNetzwerk {
    name: String,
    zweck: String,
    gebiete: Vec<String>,
    mitglieder: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAngebot {
    gebiet: String,
    #[serde(default)]
    auch_in: Vec<String>,
    name: String,
    traeger: String,
    feld: Handlungsfeld,
    #[serde(default)]
    art: AngebotArt,
    zielgruppe: String,
    standort: String,
    #[serde(default)]
    einzugsbereich: String,
    umfang: String,
    plaetze: Option<u32>,
    auslastung: Option<u16>,
    #[serde(default)]
    zeiten: String,
    #[serde(default)]
    finanzierung: String,
    bis: Option<Date>,
    #[serde(default)]
    unbefristet: bool,
    #[serde(default)]
    qualitaet: String,
    stand: Option<Date>,
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
        netzwerke: file.netzwerk.into_iter().map(netzwerk).collect(),
        angebote: file.angebot.into_iter().map(angebot).collect(),
        aussagen: file.aussage.into_iter().map(aussage).collect(),
        deckungen: file
            .deckung
            .into_iter()
            .map(|raw| (AreaKey::sozialraum(&raw.gebiet), raw.bedarf, raw.angebot, raw.grad))
            .collect(),
        begruendungen: file
            .begruendung
            .into_iter()
            .map(|raw| (AreaKey::sozialraum(&raw.gebiet), raw.bedarf, raw.text))
            .collect(),
    })
}

fn keys(first: &str, further: &[String]) -> Vec<AreaKey> {
    std::iter::once(first).chain(further.iter().map(String::as_str)).map(AreaKey::sozialraum).collect()
}

fn akteur(raw: RawAkteur) -> FrameAkteur {
    let zusage = |raw: RawZusage| Zusage { what: raw.was, since: raw.seit, until: raw.bis, state: raw.stand };
    FrameAkteur {
        areas: keys(&raw.gebiet, &raw.auch_in),
        partners: raw.partner,
        persons: raw.ansprechpersonen.into_iter().map(person).collect(),
        akteur: Akteur {
            role: raw.rolle,
            task: raw.aufgabe,
            handlungsfelder: raw.felder,
            contribution: raw.beitrag,
            zusagen: raw.zusagen.into_iter().map(zusage).collect(),
            contacts: raw.kontakte.into_iter().map(|raw| Kontakt { date: raw.datum, note: raw.text }).collect(),
            next_contact: raw.naechster_kontakt,
            demonstration: true,
            ..Akteur::new(AreaId(0), raw.name)
        },
    }
}

fn person(raw: RawPerson) -> Kontaktperson {
    Kontaktperson {
        id: KontaktpersonId(0),
        akteur: AkteurId(0),
        function: raw.funktion,
        name: String::new(),
        reach: raw.erreichbar,
        purpose: raw.zweck,
        delete_on: raw.loeschen,
    }
}

fn netzwerk(raw: RawNetzwerk) -> FrameNetzwerk {
    let areas = raw.gebiete.iter().map(|key| AreaKey::sozialraum(key)).collect();
    FrameNetzwerk { name: raw.name, purpose: raw.zweck, members: raw.mitglieder, areas }
}

fn angebot(raw: RawAngebot) -> FrameAngebot {
    FrameAngebot {
        areas: keys(&raw.gebiet, &raw.auch_in),
        angebot: Angebot {
            traeger: raw.traeger,
            kind: raw.art,
            zielgruppe: raw.zielgruppe,
            standort: raw.standort,
            reach: raw.einzugsbereich,
            umfang: raw.umfang,
            capacity: raw.plaetze,
            use_percent: raw.auslastung,
            opening_hours: raw.zeiten,
            funding: raw.finanzierung,
            funded: if raw.unbefristet { FundingTerm::Unlimited } else { raw.bis.into() },
            quality: raw.qualitaet,
            as_of: raw.stand,
            demonstration: true,
            ..Angebot::new(AreaId(0), raw.name, raw.feld)
        },
    }
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
