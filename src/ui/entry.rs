//! An entry that can be opened where it is edited, from anywhere in the window.

use super::Section;
use crate::domain::{
    AkteurId, AngebotId, AreaId, AussageId, BeschlussId, ErfahrungId, FassungId, GremiumId, Handlungsprogramm,
    ImportId, MassnahmeId, NetzwerkId, NiederschriftId, SectionKey, VeranstaltungId, WiedervorlageId, ZielId,
};
use crate::project::Snapshot;

/// An entry of the project with a form or place of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A service.
    Angebot(AngebotId),
    /// An organisation.
    Akteur(AkteurId),
    /// A network.
    Netzwerk(NetzwerkId),
    /// A statement or assessment.
    Aussage(AussageId),
    /// Where a statement comes from: its field for the source.
    Aussagequelle(AussageId),
    /// Where an import comes from: its field for the source.
    Importquelle(ImportId),
    /// An event of participation, with its theses and ideas.
    Veranstaltung(VeranstaltungId),
    /// Experience from an earlier programme.
    Erfahrung(ErfahrungId),
    /// The Aktionsbüro of the area.
    Aktionsbuero,
    /// A measure of the area's programme.
    Massnahme(MassnahmeId),
    /// The measure of the current area that is being created: the first with an identity beyond this one.
    NeueMassnahme(MassnahmeId),
    /// A goal of the area's programme.
    Ziel(ZielId),
    /// A section of the programme's text.
    Abschnitt(SectionKey),
    /// A kept version of a programme, as a document.
    Fassung(FassungId),
    /// Something that comes up again.
    Wiedervorlage(WiedervorlageId),
    /// A committee with its sessions.
    Gremium(GremiumId),
    /// A matter before a committee.
    Beschluss(BeschlussId),
    /// Minutes of a working group.
    Niederschrift(NiederschriftId),
    /// A tab of a place, by what its label begins with; the head of the place brings it into view.
    Reiter(Section, &'static str),
}

impl Entry {
    /// The place in which it is edited.
    pub fn place(self) -> Section {
        match self {
            Entry::Angebot(_)
            | Entry::Akteur(_)
            | Entry::Netzwerk(_)
            | Entry::Aussage(_)
            | Entry::Aussagequelle(_)
            | Entry::Veranstaltung(_)
            | Entry::Erfahrung(_)
            | Entry::Aktionsbuero => Section::VorOrt,
            Entry::Importquelle(_) => Section::Daten,
            Entry::Massnahme(_) | Entry::NeueMassnahme(_) | Entry::Ziel(_) | Entry::Abschnitt(_) => {
                Section::Handlungsprogramm
            }
            Entry::Fassung(_) => Section::Berichte,
            Entry::Wiedervorlage(_) | Entry::Gremium(_) | Entry::Beschluss(_) | Entry::Niederschrift(_) => {
                Section::Verfahren
            }
            Entry::Reiter(place, _) => place,
        }
    }

    /// The area in which it can be looked at: the current one where it concerns that, else its own; none where the
    /// entry is gone.
    pub fn area(self, snapshot: &Snapshot, current: Option<AreaId>) -> Option<AreaId> {
        let site = &snapshot.vor_ort;
        let here = |works_in: &dyn Fn(AreaId) -> bool| current.filter(|area| works_in(*area));
        match self {
            Entry::Angebot(id) => {
                let angebot = site.angebote.iter().find(|angebot| angebot.id == id)?;
                here(&|area| angebot.serves(area)).or(Some(angebot.area))
            }
            Entry::Akteur(id) => {
                let akteur = site.akteure.iter().find(|akteur| akteur.id == id)?;
                here(&|area| akteur.works_in(area)).or(Some(akteur.area))
            }
            Entry::Netzwerk(id) => {
                let netzwerk = site.netzwerke.iter().find(|netzwerk| netzwerk.id == id)?;
                let works_in = |area: AreaId| site.works_in(netzwerk, area);
                let home = netzwerk.areas.first().copied();
                let of_members = || {
                    let member = site.akteure.iter().find(|akteur| netzwerk.members.contains(&akteur.id))?;
                    Some(member.area)
                };
                here(&works_in).or(home).or_else(of_members).or(current)
            }
            Entry::Aussage(id) | Entry::Aussagequelle(id) => {
                site.aussagen.iter().find(|one| one.id == id).map(|one| one.area)
            }
            Entry::Veranstaltung(id) => site.veranstaltung(id).map(|event| event.area),
            Entry::Erfahrung(id) => {
                let erfahrung = site.erfahrungen.iter().find(|one| one.id == id)?;
                here(&|area| erfahrung.fits(area)).or(erfahrung.areas.first().copied()).or(current)
            }
            Entry::Fassung(id) => {
                let kept = snapshot.verfahren.fassungen.iter().find(|kept| kept.id == id)?;
                snapshot.programmes.iter().find(|programme| programme.id == kept.programme).map(|found| found.area)
            }
            Entry::Massnahme(id) => {
                let owns = |one: &&Handlungsprogramm| one.massnahmen.iter().any(|massnahme| massnahme.id == id);
                snapshot.programmes.iter().find(owns).map(|programme| programme.area)
            }
            Entry::Ziel(id) => {
                let owns = |one: &&Handlungsprogramm| one.ziele.iter().any(|ziel| ziel.id == id);
                snapshot.programmes.iter().find(owns).map(|programme| programme.area)
            }
            Entry::Wiedervorlage(id) => {
                let entry = snapshot.verfahren.wiedervorlagen.iter().find(|entry| entry.id == id)?;
                entry.area.or(current)
            }
            Entry::Beschluss(id) => {
                let beschluss = snapshot.verfahren.beschluesse.iter().find(|entry| entry.id == id)?;
                here(&|area| beschluss.areas.contains(&area)).or(beschluss.areas.first().copied()).or(current)
            }
            Entry::Niederschrift(id) => {
                let minutes = snapshot.verfahren.niederschriften.iter().find(|entry| entry.id == id)?;
                minutes.area.or(current)
            }
            Entry::Aktionsbuero
            | Entry::NeueMassnahme(_)
            | Entry::Abschnitt(_)
            | Entry::Importquelle(_)
            | Entry::Gremium(_)
            | Entry::Reiter(..) => current,
        }
    }
}
