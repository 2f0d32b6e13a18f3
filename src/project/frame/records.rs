//! What the example has written down on the way: committees, decisions, minutes, Wiedervorlagen, carrying out.

use super::{AreaKey, FrameError, from_toml};
use crate::domain::{
    Beschluss, BeschlussErgebnis, BeschlussId, Beschlussstand, Euro, FundingItem, FundingSource, FundingState, Gremium,
    GremiumId, Massnahme, MassnahmeId, Mittelabfluss, MittelabflussId, Niederschrift, NiederschriftId, Oeffentlichkeit,
    Tagesordnungspunkt, Umsetzungsnotiz, UmsetzungsnotizId, Wiedervorlage, WiedervorlageId, Zustaendigkeit,
};
use jiff::civil::Date;
use serde::Deserialize;

pub(super) const FILE: &str = "beratung.toml";

/// A measure of the example: its area and number.
pub type FrameMeasure = (AreaKey, u32);

/// Entries with what they refer to by name; the identities inside each are settled when the project gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameRecords {
    /// Committees.
    pub gremien: Vec<Gremium>,
    /// Decisions with the name of their committee and their areas.
    pub beschluesse: Vec<(String, Vec<AreaKey>, Beschluss)>,
    /// Minutes.
    pub niederschriften: Vec<(AreaKey, Niederschrift)>,
    /// Wiedervorlagen with the measure, or the minutes by their place in the list.
    pub wiedervorlagen: Vec<(AreaKey, Option<u32>, Option<usize>, Wiedervorlage)>,
    /// Notes on measures.
    pub notizen: Vec<(FrameMeasure, Umsetzungsnotiz)>,
    /// Money spent on measures.
    pub abfluesse: Vec<(FrameMeasure, Mittelabfluss)>,
    /// What changed after the decision.
    pub nachtraege: Vec<(FrameMeasure, FrameNachtrag)>,
}

/// A change of a measure after its programme was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameNachtrag {
    beschlussstand: Option<Beschlussstand>,
    traeger: Option<String>,
    mittel: Option<FundingItem>,
}

impl FrameNachtrag {
    /// The measure with the change.
    pub fn applied_to(&self, before: &Massnahme) -> Massnahme {
        let mut after = before.clone();
        after.beschlussstand = self.beschlussstand.unwrap_or(after.beschlussstand);
        if let Some(traeger) = &self.traeger {
            after.traeger.clone_from(traeger);
        }
        after.finanzierung.extend(self.mittel);
        after
    }
}

impl FrameRecords {
    /// The areas that entries speak of.
    pub(super) fn areas(&self) -> impl Iterator<Item = &AreaKey> {
        let decided = self.beschluesse.iter().flat_map(|(_, areas, _)| areas);
        let minutes = self.niederschriften.iter().map(|(area, _)| area);
        let entries = self.wiedervorlagen.iter().map(|(area, ..)| area);
        decided.chain(minutes).chain(entries).chain(self.measures().map(|(area, _)| area))
    }

    /// The measures that entries speak of.
    pub(super) fn measures(&self) -> impl Iterator<Item = &FrameMeasure> {
        let notes = self.notizen.iter().map(|(measure, _)| measure);
        let spendings = self.abfluesse.iter().map(|(measure, _)| measure);
        notes.chain(spendings).chain(self.nachtraege.iter().map(|(measure, _)| measure))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    gremium: Vec<RawGremium>,
    beschluss: Vec<RawBeschluss>,
    niederschrift: Vec<RawNiederschrift>,
    wiedervorlage: Vec<RawWiedervorlage>,
    umsetzungsnotiz: Vec<RawNotiz>,
    mittelabfluss: Vec<RawAbfluss>,
    nachtrag: Vec<RawNachtrag>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGremium {
    name: String,
    zustaendigkeit: Zustaendigkeit,
    sitzungen: Vec<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBeschluss {
    gremium: String,
    datum: Date,
    #[serde(default)]
    drucksache: String,
    gegenstand: String,
    wortlaut: String,
    ergebnis: Option<BeschlussErgebnis>,
    gebiete: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNiederschrift {
    gebiet: String,
    datum: Date,
    arbeitsgruppe: String,
    anwesend: Vec<String>,
    punkte: Vec<(String, String)>,
    offen: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWiedervorlage {
    datum: Date,
    text: String,
    gebiet: String,
    massnahme: Option<u32>,
    niederschrift: Option<usize>,
    erledigt: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNotiz {
    gebiet: String,
    massnahme: u32,
    datum: Date,
    text: String,
    gezaehlt: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAbfluss {
    gebiet: String,
    massnahme: u32,
    jahr: i16,
    datum: Date,
    euro: i64,
    zweck: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNachtrag {
    gebiet: String,
    massnahme: u32,
    beschlussstand: Option<Beschlussstand>,
    traeger: Option<String>,
    mittel: Option<(i16, FundingSource, FundingState, i64)>,
}

/// The entries of the example.
pub(super) fn load() -> Result<FrameRecords, FrameError> {
    let file: File = from_toml(FILE, include_str!("../../../data/beispiel/beratung.toml"))?;
    Ok(FrameRecords {
        gremien: file.gremium.into_iter().map(gremium).collect(),
        beschluesse: file.beschluss.into_iter().map(beschluss).collect(),
        niederschriften: file.niederschrift.into_iter().map(niederschrift).collect(),
        wiedervorlagen: file.wiedervorlage.into_iter().map(wiedervorlage).collect(),
        notizen: file.umsetzungsnotiz.into_iter().map(notiz).collect(),
        abfluesse: file.mittelabfluss.into_iter().map(abfluss).collect(),
        nachtraege: file.nachtrag.into_iter().map(nachtrag).collect(),
    })
}

/// Names of the Sozialräume as keys.
fn area(key: &str) -> AreaKey {
    AreaKey::sozialraum(key)
}

fn gremium(raw: RawGremium) -> Gremium {
    Gremium {
        id: GremiumId(0),
        name: raw.name,
        zustaendigkeit: raw.zustaendigkeit,
        sitzungen: raw.sitzungen,
        note: String::new(),
        demonstration: true,
    }
}

fn beschluss(raw: RawBeschluss) -> (String, Vec<AreaKey>, Beschluss) {
    let beschluss = Beschluss {
        id: BeschlussId(0),
        gremium: GremiumId(0),
        date: Some(raw.datum),
        drucksache: raw.drucksache,
        oeffentlichkeit: Oeffentlichkeit::Oeffentlich,
        gegenstand: raw.gegenstand,
        wortlaut: raw.wortlaut,
        ergebnis: raw.ergebnis,
        areas: Vec::new(),
        demonstration: true,
    };
    (raw.gremium, raw.gebiete.iter().map(|key| area(key)).collect(), beschluss)
}

fn niederschrift(raw: RawNiederschrift) -> (AreaKey, Niederschrift) {
    let punkt = |(thema, ergebnis)| Tagesordnungspunkt { thema, ergebnis };
    let niederschrift = Niederschrift {
        id: NiederschriftId(0),
        date: raw.datum,
        arbeitsgruppe: raw.arbeitsgruppe,
        area: None,
        anwesend: raw.anwesend,
        punkte: raw.punkte.into_iter().map(punkt).collect(),
        offen: raw.offen,
        demonstration: true,
    };
    (area(&raw.gebiet), niederschrift)
}

fn wiedervorlage(raw: RawWiedervorlage) -> (AreaKey, Option<u32>, Option<usize>, Wiedervorlage) {
    let entry = Wiedervorlage {
        id: WiedervorlageId(0),
        date: raw.datum,
        text: raw.text,
        area: None,
        link: None,
        done: raw.erledigt,
        demonstration: true,
    };
    (area(&raw.gebiet), raw.massnahme, raw.niederschrift, entry)
}

fn notiz(raw: RawNotiz) -> (FrameMeasure, Umsetzungsnotiz) {
    let note = Umsetzungsnotiz {
        id: UmsetzungsnotizId(0),
        massnahme: MassnahmeId(0),
        date: raw.datum,
        text: raw.text,
        gezaehlt: raw.gezaehlt,
        demonstration: true,
    };
    ((area(&raw.gebiet), raw.massnahme), note)
}

fn abfluss(raw: RawAbfluss) -> (FrameMeasure, Mittelabfluss) {
    let entry = Mittelabfluss {
        id: MittelabflussId(0),
        massnahme: MassnahmeId(0),
        year: raw.jahr,
        date: raw.datum,
        amount: Euro::whole(raw.euro),
        note: raw.zweck,
        demonstration: true,
    };
    ((area(&raw.gebiet), raw.massnahme), entry)
}

fn nachtrag(raw: RawNachtrag) -> (FrameMeasure, FrameNachtrag) {
    let funding = |(year, source, state, euros)| FundingItem { year, source, state, amount: Euro::whole(euros) };
    let nachtrag =
        FrameNachtrag { beschlussstand: raw.beschlussstand, traeger: raw.traeger, mittel: raw.mittel.map(funding) };
    ((area(&raw.gebiet), raw.massnahme), nachtrag)
}
