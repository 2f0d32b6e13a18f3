//! Participation, experience and Aktionsbüros of the example, and how they are put into the project.

use super::{AreaKey, FrameError, from_toml, unknown};
use crate::domain::{
    Aktionsbuero, AreaId, Aussage, AussageStance, Besuche, Bueroangebot, Buerokosten, Erfahrung, ErfahrungId,
    ErreichteGruppe, Euro, Handlungsfeld, Idee, IdeeId, Massnahme, Mitwirkung, MitwirkungId, Oeffnungszeit, Partner,
    Swot, These, Veranstaltung, VeranstaltungId, VeranstaltungsForm, Wochentag, Zustimmung,
};
use crate::project::{
    AktionsbueroCommand, BeteiligungCommand, Command, ErfahrungCommand, Outcome, Snapshot, VorOrtCommand,
};
use jiff::civil::{Date, Time};
use serde::Deserialize;
use std::sync::Arc;

const FILE: &str = "beteiligung.toml";

/// What the example knows of participation, earlier programmes and Aktionsbüros; areas by key, measures by title.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameParticipation {
    veranstaltung: Vec<RawEvent>,
    aussage: Vec<RawStatement>,
    erfahrung: Vec<RawExperience>,
    buero: Vec<RawOffice>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvent {
    gebiet: String,
    form: VeranstaltungsForm,
    titel: String,
    datum: Date,
    ort: String,
    gruppen: Vec<RawGroup>,
    thesen: Vec<RawThesis>,
    #[serde(default)]
    ideen: Vec<RawIdea>,
    #[serde(default)]
    mitwirkung: Vec<RawHelper>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    gruppe: String,
    zahl: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawThesis {
    text: String,
    zustimmung: Option<Zustimmung>,
    dafuer: Option<u32>,
    abgegeben: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawIdea {
    text: String,
    feld: Handlungsfeld,
    massnahme: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHelper {
    wer: String,
    woran: String,
    massnahme: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStatement {
    gebiet: String,
    anlass: String,
    datum: Date,
    text: String,
    #[serde(default)]
    indikator: String,
    haltung: AussageStance,
    einordnung: Option<Swot>,
    feld: Option<Handlungsfeld>,
    massnahme: Option<String>,
    #[serde(default)]
    antwort: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExperience {
    titel: String,
    programm: String,
    zeitraum: String,
    getan: String,
    ergebnis: String,
    lehre: String,
    quelle: String,
    felder: Vec<Handlungsfeld>,
    raeume: Vec<String>,
    #[serde(default)]
    aufgenommen: Vec<RawLink>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLink {
    gebiet: String,
    massnahmen: Vec<String>,
    #[serde(default)]
    mit_ziel: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOffice {
    gebiet: String,
    ort: String,
    traeger: String,
    partner: Vec<RawPartner>,
    zeiten: Vec<RawTime>,
    angebote: Vec<RawOffer>,
    begruendung: String,
    stellen: Option<u32>,
    stellen_bedarf: Option<u32>,
    besuche: Vec<RawVisits>,
    sprachen: String,
    #[serde(default)]
    kosten: Vec<RawCosts>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCosts {
    jahr: i16,
    zusaetzlich: i64,
    gesichert: i64,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPartner {
    name: String,
    beitrag: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTime {
    tag: Wochentag,
    von: String,
    bis: String,
    #[serde(default)]
    fuer: String,
    #[serde(default)]
    geplant: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOffer {
    schluessel: String,
    titel: String,
    inhalt: String,
    bedarf: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVisits {
    zeitraum: String,
    gezaehlt: Option<u32>,
    ziel: Option<u32>,
}

/// The entries of the example.
pub(super) fn load() -> Result<FrameParticipation, FrameError> {
    from_toml(FILE, include_str!("../../../data/beispiel/beteiligung.toml"))
}

impl FrameParticipation {
    /// The areas that entries speak of.
    pub(super) fn areas(&self) -> impl Iterator<Item = AreaKey> {
        let events = self.veranstaltung.iter().map(|one| &one.gebiet);
        let statements = self.aussage.iter().map(|one| &one.gebiet);
        let offices = self.buero.iter().map(|one| &one.gebiet);
        let links = self.erfahrung.iter().flat_map(|one| one.aufgenommen.iter().map(|link| &link.gebiet));
        let fitting = self.erfahrung.iter().flat_map(|one| &one.raeume);
        let all = events.chain(statements).chain(offices).chain(links).chain(fitting);
        all.map(|key| AreaKey::sozialraum(key))
    }

    /// Codes of the indicators that entries name.
    pub(super) fn indicators(&self) -> impl Iterator<Item = &String> {
        let statements = self.aussage.iter().map(|one| &one.indikator).filter(|code| !code.is_empty());
        statements.chain(self.buero.iter().flat_map(|one| &one.angebote).flat_map(|offer| &offer.bedarf))
    }

    /// Puts everything into the project; the programmes must be there.
    pub(super) fn fill<E: From<FrameError>>(
        &self,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
        snapshot: &mut dyn FnMut() -> Arc<Snapshot>,
    ) -> Result<(), E> {
        let before = snapshot();
        let at = Places { snapshot: &before };
        for raw in &self.veranstaltung {
            raw.fill(at, execute)?;
        }
        for raw in &self.aussage {
            execute(Command::VorOrt(VorOrtCommand::AddAussage(raw.statement(at)?)))?;
        }
        for raw in &self.erfahrung {
            execute(Command::Erfahrung(ErfahrungCommand::Add(raw.experience(at)?)))?;
        }
        for raw in &self.buero {
            execute(Command::Aktionsbuero(AktionsbueroCommand::Add(raw.office(at)?)))?;
        }
        for aussage in at_events(&snapshot()) {
            execute(Command::VorOrt(VorOrtCommand::UpdateAussage(aussage)))?;
        }
        Ok(())
    }
}

/// Statements whose occasion and date are those of an event, linked to it.
fn at_events(snapshot: &Snapshot) -> Vec<Aussage> {
    let site = &snapshot.vor_ort;
    let event_of = |aussage: &Aussage| {
        let same = |event: &&Veranstaltung| {
            event.area == aussage.area && event.title == aussage.occasion && event.date == aussage.date
        };
        site.veranstaltungen.iter().find(same).map(|event| event.id)
    };
    let linked = |aussage: &Aussage| Some(Aussage { veranstaltung: Some(event_of(aussage)?), ..aussage.clone() });
    site.aussagen.iter().filter(|aussage| aussage.veranstaltung.is_none()).filter_map(linked).collect()
}

/// The identities that the project gave.
#[derive(Clone, Copy)]
struct Places<'a> {
    snapshot: &'a Snapshot,
}

impl<'a> Places<'a> {
    fn area(self, key: &str) -> Result<AreaId, FrameError> {
        let key = AreaKey::sozialraum(key);
        let area = self.snapshot.data.area_by_key(key.level, &key.key);
        area.map(|area| area.id).ok_or_else(|| unknown(FILE, &key))
    }

    fn measure(self, area: AreaId, title: &str) -> Result<&'a Massnahme, FrameError> {
        let programme = self.snapshot.programme_of(area);
        let found = programme.and_then(|programme| programme.massnahmen.iter().find(|one| one.titel == title));
        found.ok_or_else(|| unknown(FILE, title))
    }

    fn measure_id(self, area: AreaId, title: Option<&str>) -> Result<Option<crate::domain::MassnahmeId>, FrameError> {
        title.map(|title| self.measure(area, title).map(|one| one.id)).transpose()
    }
}

impl RawEvent {
    fn fill<E: From<FrameError>>(
        &self,
        at: Places,
        execute: &mut dyn FnMut(Command) -> Result<Outcome, E>,
    ) -> Result<(), E> {
        let area = at.area(&self.gebiet)?;
        let event = self.event(area);
        let outcome = execute(Command::Beteiligung(BeteiligungCommand::AddVeranstaltung(event)))?;
        let id = outcome.created.ok_or_else(|| FrameError::NoIdentity(self.titel.clone()))?;
        let veranstaltung = VeranstaltungId(id);
        for raw in &self.ideen {
            let massnahme = at.measure_id(area, raw.massnahme.as_deref())?;
            let (id, text) = (IdeeId(0), raw.text.clone());
            let idee = Idee { id, veranstaltung, text, handlungsfeld: raw.feld, massnahme };
            execute(Command::Beteiligung(BeteiligungCommand::AddIdee(idee)))?;
        }
        for raw in &self.mitwirkung {
            let massnahme = at.measure_id(area, raw.massnahme.as_deref())?;
            let (who, what) = (raw.wer.clone(), raw.woran.clone());
            let helper = Mitwirkung { id: MitwirkungId(0), veranstaltung, who, what, massnahme };
            execute(Command::Beteiligung(BeteiligungCommand::AddMitwirkung(helper)))?;
        }
        Ok(())
    }

    fn event(&self, area: AreaId) -> Veranstaltung {
        let group = |raw: &RawGroup| ErreichteGruppe { group: raw.gruppe.clone(), reached: raw.zahl };
        let these = |raw: &RawThesis| These {
            text: raw.text.clone(),
            support: match (raw.dafuer, raw.abgegeben) {
                (Some(dafuer), Some(abgegeben)) => Zustimmung::Gezaehlt { dafuer, abgegeben },
                _ => raw.zustimmung.unwrap_or_default(),
            },
        };
        Veranstaltung {
            id: VeranstaltungId(0),
            area,
            form: self.form,
            title: self.titel.clone(),
            date: Some(self.datum),
            place: self.ort.clone(),
            groups: self.gruppen.iter().map(group).collect(),
            theses: self.thesen.iter().map(these).collect(),
            demonstration: true,
        }
    }
}

impl RawStatement {
    fn statement(&self, at: Places) -> Result<Aussage, FrameError> {
        let area = at.area(&self.gebiet)?;
        Ok(Aussage {
            date: Some(self.datum),
            occasion: self.anlass.clone(),
            indicator: self.indikator.clone(),
            stance: self.haltung,
            swot: self.einordnung,
            handlungsfeld: self.feld,
            massnahme: at.measure_id(area, self.massnahme.as_deref())?,
            answer: self.antwort.clone(),
            demonstration: true,
            ..Aussage::new(area, &self.text)
        })
    }
}

impl RawExperience {
    fn experience(&self, at: Places) -> Result<Erfahrung, FrameError> {
        let (mut ziele, mut massnahmen) = (Vec::new(), Vec::new());
        for link in &self.aufgenommen {
            let area = at.area(&link.gebiet)?;
            for title in &link.massnahmen {
                let measure = at.measure(area, title)?;
                massnahmen.push(measure.id);
                ziele.extend(measure.ziel.filter(|_| link.mit_ziel));
            }
        }
        Ok(Erfahrung {
            id: ErfahrungId(0),
            title: self.titel.clone(),
            programme: self.programm.clone(),
            period: self.zeitraum.clone(),
            done: self.getan.clone(),
            result: self.ergebnis.clone(),
            lesson: self.lehre.clone(),
            source: self.quelle.clone(),
            handlungsfelder: self.felder.clone(),
            areas: self.raeume.iter().map(|key| at.area(key)).collect::<Result<_, _>>()?,
            ziele,
            massnahmen,
            demonstration: true,
        })
    }
}

impl RawOffice {
    fn office(&self, at: Places) -> Result<Aktionsbuero, FrameError> {
        let partner = |raw: &RawPartner| Partner { name: raw.name.clone(), contribution: raw.beitrag.clone() };
        let offer = |raw: &RawOffer| Bueroangebot {
            key: raw.schluessel.clone(),
            title: raw.titel.clone(),
            description: raw.inhalt.clone(),
            needs: raw.bedarf.clone(),
        };
        let costs = |raw: &RawCosts| Buerokosten {
            year: raw.jahr,
            additional: Euro::whole(raw.zusaetzlich),
            secured: Euro::whole(raw.gesichert),
        };
        let visits = |raw: &RawVisits| Besuche { period: raw.zeitraum.clone(), visits: raw.gezaehlt, target: raw.ziel };
        Ok(Aktionsbuero {
            place: self.ort.clone(),
            traeger: self.traeger.clone(),
            partners: self.partner.iter().map(partner).collect(),
            hours: self.zeiten.iter().map(RawTime::hours).collect::<Result<_, _>>()?,
            offers: self.angebote.iter().map(offer).collect(),
            reason: self.begruendung.clone(),
            staff_hundredths: self.stellen,
            staff_needed_hundredths: self.stellen_bedarf,
            visits: self.besuche.iter().map(visits).collect(),
            languages: self.sprachen.clone(),
            costs: self.kosten.iter().map(costs).collect(),
            demonstration: true,
            ..Aktionsbuero::new(at.area(&self.gebiet)?)
        })
    }
}

impl RawTime {
    fn hours(&self) -> Result<Oeffnungszeit, FrameError> {
        let (from, to) = (minutes(&self.von)?, minutes(&self.bis)?);
        Ok(Oeffnungszeit { day: self.tag, from, to, purpose: self.fuer.clone(), is_new: self.geplant })
    }
}

/// `9:00` as minutes after midnight.
fn minutes(text: &str) -> Result<u16, FrameError> {
    let time = Time::strptime("%H:%M", text);
    let time = time.map_err(|error| FrameError::Form { file: FILE.to_owned(), reason: error.to_string() })?;
    let (hour, minute) = (time.hour().unsigned_abs(), time.minute().unsigned_abs());
    Ok(u16::from(hour) * 60 + u16::from(minute))
}
