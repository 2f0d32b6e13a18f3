//! The invented Handlungsprogramme of the example, `data/beispiel/programme.toml`.

use super::{AreaKey, FrameError, from_toml, unknown};
use crate::domain::{
    AreaId, Beschlussstand, CostItem, CostKind, Euro, FundingItem, FundingSource, FundingState, Handlungsfeld,
    Handlungsprogramm, HandlungsprogrammId, Massnahme, MassnahmeId, Passage, PassageId, PassageOrigin, Prioritaet,
    ProgrammeState, Quarter, SectionKey, WirkungsStufe, Ziel, ZielId, ZielKind,
};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = "programme.toml";

/// A programme with its area by key. Identities inside count from 1 and only tie its own parts together.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameProgramme {
    /// The Aktionsraum.
    pub area: AreaKey,
    /// The programme; its `area` is settled when the project knows it.
    pub programme: Handlungsprogramm,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    programm: Vec<RawProgramme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProgramme {
    gebiet: String,
    von: i16,
    bis: i16,
    stand: ProgrammeState,
    einschaetzung: String,
    absatz: Vec<RawPassage>,
    leitziel: Vec<RawLeitziel>,
    handlungsziel: Vec<RawHandlungsziel>,
    massnahme: Vec<RawMassnahme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPassage {
    abschnitt: SectionKey,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLeitziel {
    schluessel: String,
    feld: Handlungsfeld,
    text: String,
    stufe: WirkungsStufe,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHandlungsziel {
    schluessel: String,
    leitziel: String,
    text: String,
    #[serde(default)]
    indikator: String,
    start: Option<f64>,
    ziel: Option<f64>,
    jahr: i16,
    stufe: WirkungsStufe,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMassnahme {
    schluessel: String,
    titel: String,
    feld: Handlungsfeld,
    ziel: Option<String>,
    #[serde(default)]
    zielgruppe: String,
    #[serde(default)]
    problemlage: String,
    #[serde(default)]
    beschreibung: String,
    #[serde(default)]
    traeger: String,
    #[serde(default)]
    federfuehrung: String,
    #[serde(default)]
    beteiligte: String,
    #[serde(default)]
    standort: String,
    beginn: Option<(i16, u8)>,
    ende: Option<(i16, u8)>,
    #[serde(default)]
    kosten: Vec<(i16, CostKind, i64)>,
    #[serde(default)]
    mittel: Vec<(i16, FundingSource, FundingState, i64)>,
    prioritaet: Prioritaet,
    #[serde(default)]
    schluesselmassnahme: bool,
    #[serde(default)]
    abhaengig_von: Vec<String>,
    #[serde(default)]
    indikator: String,
    ausgangswert: Option<f64>,
    zielwert: Option<f64>,
    pruefung_am: Option<Date>,
    #[serde(default)]
    wirkungshypothese: String,
    stufe: WirkungsStufe,
    #[serde(default)]
    verstetigung: String,
    beschlussstand: Beschlussstand,
}

/// The programmes of the example.
pub(super) fn load() -> Result<Vec<FrameProgramme>, FrameError> {
    let file: File = from_toml(FILE, include_str!("../../../data/beispiel/programme.toml"))?;
    file.programm.into_iter().map(programme).collect()
}

fn programme(raw: RawProgramme) -> Result<FrameProgramme, FrameError> {
    let (ziele, goals) = ziele(raw.leitziel, raw.handlungsziel)?;
    let programme = Handlungsprogramm {
        id: HandlungsprogrammId(0),
        area: AreaId(0),
        first_year: raw.von,
        last_year: raw.bis,
        state: raw.stand,
        assessment: raw.einschaetzung,
        demonstration: true,
        passages: passages(raw.absatz),
        ziele,
        massnahmen: massnahmen(raw.massnahme, &goals)?,
    };
    Ok(FrameProgramme { area: AreaKey::sozialraum(&raw.gebiet), programme })
}

fn passages(raw: Vec<RawPassage>) -> Vec<Passage> {
    let mut places: BTreeMap<SectionKey, u32> = BTreeMap::new();
    (1..)
        .zip(raw)
        .map(|(id, passage)| {
            let place = places.entry(passage.abschnitt).or_default();
            let position = *place;
            *place += 1;
            Passage {
                id: PassageId(id),
                section: passage.abschnitt,
                position,
                origin: PassageOrigin::Own,
                text: passage.text,
                basis: Vec::new(),
                fingerprint: String::new(),
            }
        })
        .collect()
}

type Goals = BTreeMap<String, ZielId>;

/// Each Leitziel followed by its Handlungsziele, and the identity of each by its key.
fn ziele(leitziele: Vec<RawLeitziel>, raw: Vec<RawHandlungsziel>) -> Result<(Vec<Ziel>, Goals), FrameError> {
    let keys = leitziele.iter().map(|z| &z.schluessel).chain(raw.iter().map(|z| &z.schluessel));
    let goals: Goals = keys.cloned().zip((1..).map(ZielId)).collect();
    for ziel in &raw {
        find(&goals, &ziel.leitziel)?;
    }
    let mut ziele = Vec::with_capacity(goals.len());
    for leitziel in leitziele {
        let id = find(&goals, &leitziel.schluessel)?;
        let feld = leitziel.feld;
        let own = raw.iter().filter(|ziel| ziel.leitziel == leitziel.schluessel);
        let own: Result<Vec<Ziel>, FrameError> = own.map(|ziel| handlungsziel(ziel, id, feld, &goals)).collect();
        ziele.push(self::leitziel(leitziel, id));
        ziele.extend(own?);
    }
    Ok((ziele, goals))
}

fn leitziel(raw: RawLeitziel, id: ZielId) -> Ziel {
    Ziel {
        id,
        kind: ZielKind::Leitziel,
        handlungsfeld: raw.feld,
        text: raw.text,
        indicator: String::new(),
        start_value: None,
        target_value: None,
        target_year: None,
        stufe: raw.stufe,
    }
}

fn handlungsziel(
    raw: &RawHandlungsziel,
    parent: ZielId,
    handlungsfeld: Handlungsfeld,
    goals: &Goals,
) -> Result<Ziel, FrameError> {
    Ok(Ziel {
        id: find(goals, &raw.schluessel)?,
        kind: ZielKind::Handlungsziel { parent },
        handlungsfeld,
        text: raw.text.clone(),
        indicator: raw.indikator.clone(),
        start_value: raw.start,
        target_value: raw.ziel,
        target_year: Some(raw.jahr),
        stufe: raw.stufe,
    })
}

fn massnahmen(raw: Vec<RawMassnahme>, goals: &Goals) -> Result<Vec<Massnahme>, FrameError> {
    let keys: BTreeMap<String, MassnahmeId> =
        raw.iter().map(|m| m.schluessel.clone()).zip((1..).map(MassnahmeId)).collect();
    (1..).zip(raw).map(|(number, raw)| massnahme(number, raw, goals, &keys)).collect()
}

fn massnahme(
    number: u32,
    raw: RawMassnahme,
    goals: &Goals,
    keys: &BTreeMap<String, MassnahmeId>,
) -> Result<Massnahme, FrameError> {
    let quarter = |(year, quarter)| Quarter { year, quarter };
    Ok(Massnahme {
        id: find(keys, &raw.schluessel)?,
        number,
        titel: raw.titel,
        handlungsfeld: raw.feld,
        ziel: raw.ziel.as_deref().map(|key| find(goals, key)).transpose()?,
        zielgruppe: raw.zielgruppe,
        problemlage: raw.problemlage,
        beschreibung: raw.beschreibung,
        traeger: raw.traeger,
        federfuehrung: raw.federfuehrung,
        beteiligte: raw.beteiligte,
        standort: raw.standort,
        beginn: raw.beginn.map(quarter),
        ende: raw.ende.map(quarter),
        kosten: raw.kosten.into_iter().map(cost).collect(),
        finanzierung: raw.mittel.into_iter().map(funding).collect(),
        prioritaet: raw.prioritaet,
        schluesselmassnahme: raw.schluesselmassnahme,
        abhaengig_von: raw.abhaengig_von.iter().map(|key| find(keys, key)).collect::<Result<_, _>>()?,
        indikator: raw.indikator,
        ausgangswert: raw.ausgangswert,
        zielwert: raw.zielwert,
        pruefung_am: raw.pruefung_am,
        wirkungshypothese: raw.wirkungshypothese,
        stufe: raw.stufe,
        abgleich: Vec::new(),
        verstetigung: raw.verstetigung,
        beschlussstand: raw.beschlussstand,
    })
}

fn cost((year, kind, euros): (i16, CostKind, i64)) -> CostItem {
    CostItem { year, kind, amount: Euro::whole(euros) }
}

fn funding((year, source, state, euros): (i16, FundingSource, FundingState, i64)) -> FundingItem {
    FundingItem { year, source, state, amount: Euro::whole(euros) }
}

fn find<T: Copy>(known: &BTreeMap<String, T>, key: &str) -> Result<T, FrameError> {
    known.get(key).copied().ok_or_else(|| unknown(FILE, key))
}
