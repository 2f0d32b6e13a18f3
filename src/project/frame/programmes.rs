//! The invented Handlungsprogramme of the example, `data/beispiel/programme.toml`.

use super::{AreaKey, FrameError, from_toml, unknown};
use crate::domain::{
    Abgleichsentscheidung, AreaId, Beschlussstand, Bewertung, BindingRef, BoundValue, CostItem, CostKind, Euro,
    FundingItem, FundingSource, FundingState, Handlungsfeld, Handlungsprogramm, HandlungsprogrammId, Massnahme,
    MassnahmeId, Meilenstein, Passage, PassageId, PassageOrigin, Prioritaet, ProgrammeState, Quarter, SectionKey,
    Szenario, Szenarioauswahl, WirkungsGlied, WirkungsStufe, YearAmount, Ziel, ZielId, ZielKind,
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
    /// The programme; its `area` is settled when the project knows it, and so are the start values that name a cell of
    /// the data in their `start_bound`.
    pub programme: Handlungsprogramm,
    /// Overlaps that are settled; they name services and measures that only the project gives identities to.
    pub abgleiche: Vec<FrameAbgleich>,
}

/// A settled overlap of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameAbgleich {
    /// Number of the measure.
    pub number: u32,
    /// What it overlaps with.
    pub with: FrameCounterpart,
    /// What was decided.
    pub decision: Abgleichsentscheidung,
    /// Why.
    pub reason: String,
}

/// What a measure overlaps with.
#[derive(Clone, Debug, PartialEq)]
pub enum FrameCounterpart {
    /// A service by name.
    Angebot(String),
    /// A measure by area and title.
    Massnahme(AreaKey, String),
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
    #[serde(default)]
    szenario: Vec<RawSzenario>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSzenario {
    name: String,
    massnahmen: Vec<String>,
    #[serde(default)]
    im_anhang: bool,
}

/// Step, what is expected, and the code of an indicator or nothing.
type RawGlied = (WirkungsStufe, String, String);

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
    #[serde(default)]
    messgroesse: String,
    start: Option<f64>,
    /// Period of the data from which the start value is taken, instead of `start`.
    start_aus: Option<String>,
    ziel: Option<f64>,
    jahr: i16,
    stufe: WirkungsStufe,
    #[serde(default)]
    zielgruppe: String,
    #[serde(default)]
    ort: String,
    #[serde(default)]
    beteiligte: String,
    #[serde(default)]
    realismus: String,
    #[serde(default)]
    kette: Vec<RawGlied>,
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
    #[serde(default)]
    messgroesse: String,
    ausgangswert: Option<f64>,
    ausgangswert_aus: Option<String>,
    zielwert: Option<f64>,
    pruefung_am: Option<Date>,
    #[serde(default)]
    wirkungshypothese: String,
    stufe: WirkungsStufe,
    #[serde(default)]
    verstetigung: String,
    beschlussstand: Beschlussstand,
    #[serde(default)]
    kette: Vec<RawGlied>,
    /// Effect and effort, 1 to 5.
    punkte: Option<(u8, u8)>,
    #[serde(default)]
    prioritaet_grund: String,
    #[serde(default)]
    meilensteine: Vec<(Date, String, bool)>,
    #[serde(default)]
    nicht_foerderfaehig: Vec<(i16, i64)>,
    #[serde(default)]
    abgleich: Vec<RawAbgleich>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAbgleich {
    angebot: Option<String>,
    /// Area and title of a measure.
    massnahme: Option<(String, String)>,
    entscheidung: Abgleichsentscheidung,
    #[serde(default)]
    grund: String,
}

/// The programmes of the example.
pub(super) fn load() -> Result<Vec<FrameProgramme>, FrameError> {
    let file: File = from_toml(FILE, include_str!("../../../data/beispiel/programme.toml"))?;
    file.programm.into_iter().map(programme).collect()
}

fn programme(raw: RawProgramme) -> Result<FrameProgramme, FrameError> {
    let gebiet = &raw.gebiet;
    let (ziele, goals) = ziele(gebiet, raw.leitziel, raw.handlungsziel)?;
    let keys: BTreeMap<String, MassnahmeId> =
        raw.massnahme.iter().map(|m| m.schluessel.clone()).zip((1..).map(MassnahmeId)).collect();
    let abgleiche = abgleiche(&raw.massnahme)?;
    let programme = Handlungsprogramm {
        state: raw.stand,
        assessment: raw.einschaetzung,
        demonstration: true,
        passages: passages(raw.absatz),
        ziele,
        massnahmen: (1..)
            .zip(raw.massnahme)
            .map(|(number, raw)| massnahme(gebiet, number, raw, &goals, &keys))
            .collect::<Result<_, _>>()?,
        szenarien: raw.szenario.into_iter().map(|raw| szenario(raw, &keys)).collect::<Result<_, _>>()?,
        ..Handlungsprogramm::new(HandlungsprogrammId(0), AreaId(0), raw.von, raw.bis)
    };
    Ok(FrameProgramme { area: AreaKey::sozialraum(&raw.gebiet), programme, abgleiche })
}

fn szenario(raw: RawSzenario, keys: &BTreeMap<String, MassnahmeId>) -> Result<Szenario, FrameError> {
    let ids = raw.massnahmen.iter().map(|key| find(keys, key)).collect::<Result<_, _>>()?;
    Ok(Szenario { name: raw.name, auswahl: Szenarioauswahl::Eigene(ids), im_anhang: raw.im_anhang })
}

fn abgleiche(raw: &[RawMassnahme]) -> Result<Vec<FrameAbgleich>, FrameError> {
    let mut abgleiche = Vec::new();
    for (number, massnahme) in (1..).zip(raw) {
        for raw in &massnahme.abgleich {
            let with = match (&raw.angebot, &raw.massnahme) {
                (Some(name), None) => FrameCounterpart::Angebot(name.clone()),
                (None, Some((gebiet, titel))) => {
                    FrameCounterpart::Massnahme(AreaKey::sozialraum(gebiet), titel.clone())
                }
                (None, None) | (Some(_), Some(_)) => return Err(unknown(FILE, &massnahme.titel)),
            };
            abgleiche.push(FrameAbgleich { number, with, decision: raw.entscheidung, reason: raw.grund.clone() });
        }
    }
    Ok(abgleiche)
}

/// A start value that is to be taken from the data; what it shows is settled with the project.
fn from_data(gebiet: &str, indicator: &str, period: Option<String>) -> Option<BoundValue> {
    let binding = BindingRef::Value { indicator: indicator.to_owned(), area: gebiet.to_owned(), period: period? };
    Some(BoundValue { reference: binding.to_string(), shown: String::new(), pinned: false })
}

fn kette(raw: Vec<RawGlied>) -> Vec<WirkungsGlied> {
    raw.into_iter().map(|(stufe, text, indicator)| WirkungsGlied { stufe, text, indicator }).collect()
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
fn ziele(
    gebiet: &str,
    leitziele: Vec<RawLeitziel>,
    raw: Vec<RawHandlungsziel>,
) -> Result<(Vec<Ziel>, Goals), FrameError> {
    let keys = leitziele.iter().map(|z| &z.schluessel).chain(raw.iter().map(|z| &z.schluessel));
    let goals: Goals = keys.cloned().zip((1..).map(ZielId)).collect();
    for ziel in &raw {
        find(&goals, &ziel.leitziel)?;
    }
    let mut waiting: Vec<Option<RawHandlungsziel>> = raw.into_iter().map(Some).collect();
    let mut ziele = Vec::with_capacity(goals.len());
    for leitziel in leitziele {
        let id = find(&goals, &leitziel.schluessel)?;
        let direction = Ziel::new(id, ZielKind::Leitziel, leitziel.feld, leitziel.text);
        ziele.push(Ziel { stufe: leitziel.stufe, ..direction });
        for place in &mut waiting {
            if let Some(ziel) = place.take_if(|ziel| ziel.leitziel == leitziel.schluessel) {
                let own = find(&goals, &ziel.schluessel)?;
                ziele.push(handlungsziel(gebiet, ziel, own, id, leitziel.feld));
            }
        }
    }
    Ok((ziele, goals))
}

fn handlungsziel(
    gebiet: &str,
    raw: RawHandlungsziel,
    id: ZielId,
    parent: ZielId,
    handlungsfeld: Handlungsfeld,
) -> Ziel {
    Ziel {
        start_bound: from_data(gebiet, &raw.indikator, raw.start_aus),
        indicator: raw.indikator,
        messgroesse: raw.messgroesse,
        start_value: raw.start,
        target_value: raw.ziel,
        target_year: Some(raw.jahr),
        stufe: raw.stufe,
        zielgruppe: raw.zielgruppe,
        ort: raw.ort,
        beteiligte: raw.beteiligte,
        realismus: raw.realismus,
        kette: kette(raw.kette),
        ..Ziel::new(id, ZielKind::Handlungsziel { parent }, handlungsfeld, raw.text)
    }
}

fn massnahme(
    gebiet: &str,
    number: u32,
    raw: RawMassnahme,
    goals: &Goals,
    keys: &BTreeMap<String, MassnahmeId>,
) -> Result<Massnahme, FrameError> {
    let quarter = |(year, quarter)| Quarter { year, quarter };
    let (wirkung, aufwand) = raw.punkte.unzip();
    Ok(Massnahme {
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
        start_bound: from_data(gebiet, &raw.indikator, raw.ausgangswert_aus),
        indikator: raw.indikator,
        messgroesse: raw.messgroesse,
        ausgangswert: raw.ausgangswert,
        zielwert: raw.zielwert,
        pruefung_am: raw.pruefung_am,
        wirkungshypothese: raw.wirkungshypothese,
        stufe: raw.stufe,
        verstetigung: raw.verstetigung,
        beschlussstand: raw.beschlussstand,
        kette: kette(raw.kette),
        bewertung: Bewertung { wirkung, aufwand, begruendung: raw.prioritaet_grund },
        meilensteine: raw.meilensteine.into_iter().map(milestone).collect(),
        ausgeschlossen: raw.nicht_foerderfaehig.into_iter().map(excluded).collect(),
        ..Massnahme::new(find(keys, &raw.schluessel)?, number, raw.titel, raw.feld)
    })
}

fn milestone((am, titel, erledigt): (Date, String, bool)) -> Meilenstein {
    Meilenstein { am, titel, erledigt }
}

fn excluded((year, euros): (i16, i64)) -> YearAmount {
    YearAmount { year, amount: Euro::whole(euros) }
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
