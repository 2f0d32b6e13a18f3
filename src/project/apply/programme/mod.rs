//! Changes of Handlungsprogramme: the frame here, text, goals, measures and versions in a file each.

pub(super) mod fassung;
mod massnahme;
mod passage;
mod szenario;
mod ziel;

use super::{Applied, Cx, free, known_area, require};
use crate::domain::{
    AreaId, Beschlussstand, Handlungsprogramm, HandlungsprogrammId, Massnahme, MassnahmeId, ProgrammeState, ZielId,
    ZielKind,
};
use crate::project::{ProgrammeCommand, ProjectError};
use crate::text::label::{self, Noun};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn apply(cx: &Cx<'_>, command: ProgrammeCommand) -> Result<Applied, ProjectError> {
    match command {
        ProgrammeCommand::Create { area, first_year, last_year } => create(cx, area, first_year, last_year),
        ProgrammeCommand::Insert(programme) => insert(cx, &programme),
        ProgrammeCommand::Remove(id) => remove(cx, id),
        ProgrammeCommand::SetYears { programme, first_year, last_year } => {
            set_years(cx, programme, first_year, last_year)
        }
        ProgrammeCommand::SetState { programme, state } => set_state(cx, programme, state),
        ProgrammeCommand::SetAssessment { programme, text } => set_assessment(cx, programme, text),
        ProgrammeCommand::Draft { programme, sections, passages } => passage::draft(cx, programme, &sections, passages),
        ProgrammeCommand::AddPassage { programme, passage } => passage::add(cx, programme, passage),
        ProgrammeCommand::EditPassage { passage, text, basis, origin } => {
            passage::edit(cx, passage, text, basis, origin)
        }
        ProgrammeCommand::SetBasis { passage, basis, fingerprint } => {
            passage::set_basis(cx, passage, basis, fingerprint)
        }
        ProgrammeCommand::SetBases { programme, passages } => passage::set_bases(cx, programme, passages),
        ProgrammeCommand::MovePassage { passage, position } => passage::move_to(cx, passage, position),
        ProgrammeCommand::RemovePassage(id) => passage::remove(cx, id),
        ProgrammeCommand::AddZiel { programme, ziel } => ziel::add(cx, programme, &ziel),
        ProgrammeCommand::UpdateZiel(ziel) => ziel::update(cx, &ziel),
        ProgrammeCommand::RemoveZiel(id) => ziel::remove(cx, id),
        ProgrammeCommand::AddMassnahme { programme, massnahme } => massnahme::add(cx, programme, *massnahme),
        ProgrammeCommand::UpdateMassnahme(massnahme) => massnahme::update(cx, *massnahme),
        ProgrammeCommand::RemoveMassnahme(id) => massnahme::remove(cx, id),
        ProgrammeCommand::KeepVersion { programme, kept_on, anlass, content } => {
            fassung::add(cx, programme, None, kept_on, anlass, content)
        }
        ProgrammeCommand::RemoveVersion(id) => fassung::remove(cx, id),
        ProgrammeCommand::SetSzenarien { programme, szenarien } => szenario::set(cx, programme, szenarien),
    }
}

/// Adds a measure; gives its number too.
pub(super) fn add_massnahme(
    cx: &Cx<'_>,
    id: HandlungsprogrammId,
    massnahme: Massnahme,
) -> Result<(Applied, u32), ProjectError> {
    let number = massnahme::next_number(known(cx, id)?);
    Ok((massnahme::add(cx, id, massnahme)?, number))
}

fn create(cx: &Cx<'_>, area: AreaId, first_year: i16, last_year: i16) -> Result<Applied, ProjectError> {
    insert(cx, &Handlungsprogramm::new(HandlungsprogrammId(0), area, first_year, last_year))
}

/// Writes a whole programme; identities inside it are those of where it comes from and are translated.
fn insert(cx: &Cx<'_>, programme: &Handlungsprogramm) -> Result<Applied, ProjectError> {
    let area = known_area(cx, programme.area)?;
    if cx.before.programme_of(area.id).is_some() {
        return Err(ProjectError::ProgrammeExists { area: area.name.clone() });
    }
    check_years(programme.first_year, programme.last_year)?;
    let own = Handlungsprogramm { szenarien: Vec::new(), ..frame_of(programme) };
    let id = cx.tx.put_programme(None, &own)?;
    for passage in &programme.passages {
        cx.tx.put_passage(id, None, passage)?;
    }
    let ziele = insert_ziele(cx, id, programme)?;
    let massnahmen = insert_massnahmen(cx, id, programme, &ziele)?;
    let szenarien = szenario::translated(&programme.szenarien, &massnahmen)?;
    if !szenarien.is_empty() {
        cx.tx.put_programme(Some(id), &Handlungsprogramm { szenarien, ..own })?;
    }
    Ok(Applied::created(id.0, label::added(Noun::Programme, &area.name)))
}

fn insert_ziele(
    cx: &Cx<'_>,
    id: HandlungsprogrammId,
    programme: &Handlungsprogramm,
) -> Result<BTreeMap<ZielId, ZielId>, ProjectError> {
    let mut ids = BTreeMap::new();
    for ziel in &programme.ziele {
        require(Noun::Ziel, &ziel.text)?;
        let mut own = ziel.clone();
        if let ZielKind::Handlungsziel { parent } = ziel.kind {
            let parent = ids.get(&parent).copied().ok_or(ProjectError::ZielMisplaced)?;
            own.kind = ZielKind::Handlungsziel { parent };
        }
        ids.insert(ziel.id, cx.tx.put_ziel(id, None, &own)?);
    }
    Ok(ids)
}

fn insert_massnahmen(
    cx: &Cx<'_>,
    id: HandlungsprogrammId,
    programme: &Handlungsprogramm,
    ziele: &BTreeMap<ZielId, ZielId>,
) -> Result<BTreeMap<MassnahmeId, MassnahmeId>, ProjectError> {
    let unknown = |noun| ProjectError::Unknown { noun };
    let mut ids: BTreeMap<MassnahmeId, MassnahmeId> = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    let mut written = Vec::new();
    for massnahme in &programme.massnahmen {
        free(Noun::Massnahme, &label::massnahme_number(massnahme.number), !numbers.insert(massnahme.number))?;
        massnahme::check_fields(massnahme)?;
        let mut own = massnahme.clone();
        own.ziel = massnahme.ziel.map(|ziel| ziele.get(&ziel).copied().ok_or(unknown(Noun::Ziel))).transpose()?;
        own.abhaengig_von.clear();
        // Identities of another project mean nothing here.
        own.abgleich.clear();
        own.id = cx.tx.put_massnahme(id, None, &own)?;
        ids.insert(massnahme.id, own.id);
        written.push((own, &massnahme.abhaengig_von));
    }
    let find = |id: &MassnahmeId| ids.get(id).copied().ok_or(unknown(Noun::Massnahme));
    for (own, before) in &mut written {
        own.abhaengig_von = before.iter().map(find).collect::<Result<_, _>>()?;
    }
    let all: Vec<_> = written.into_iter().map(|(own, _)| own).collect();
    massnahme::refuse_cycles(&all)?;
    for own in all.iter().filter(|own| !own.abhaengig_von.is_empty()) {
        cx.tx.put_massnahme(id, Some(own.id), own)?;
    }
    Ok(ids)
}

fn remove(cx: &Cx<'_>, id: HandlungsprogrammId) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    cx.tx.delete_programme(id)?;
    Ok(Applied::changed(label::removed(Noun::Programme, area_name(cx, programme))))
}

fn set_years(cx: &Cx<'_>, id: HandlungsprogrammId, first: i16, last: i16) -> Result<Applied, ProjectError> {
    check_years(first, last)?;
    let programme = known(cx, id)?;
    let changed = Handlungsprogramm { first_year: first, last_year: last, ..frame_of(programme) };
    cx.tx.put_programme(Some(id), &changed)?;
    Ok(Applied::changed(label::programme_years(area_name(cx, programme), first, last)))
}

pub(super) fn set_state(cx: &Cx<'_>, id: HandlungsprogrammId, state: ProgrammeState) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    cx.tx.put_programme(Some(id), &Handlungsprogramm { state, ..frame_of(programme) })?;
    Ok(Applied::changed(label::programme_state(area_name(cx, programme), state)))
}

/// Measures that were agreed are decided with their programme.
pub(super) fn decide_agreed(cx: &Cx<'_>, programme: &Handlungsprogramm) -> Result<(), ProjectError> {
    for massnahme in programme.massnahmen.iter().filter(|known| known.beschlussstand == Beschlussstand::Abgestimmt) {
        let decided = Massnahme { beschlussstand: Beschlussstand::Beschlossen, ..massnahme.clone() };
        cx.tx.put_massnahme(programme.id, Some(massnahme.id), &decided)?;
    }
    Ok(())
}

fn set_assessment(cx: &Cx<'_>, id: HandlungsprogrammId, text: String) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    passage::follow_assessment(cx, programme, &text)?;
    cx.tx.put_programme(Some(id), &Handlungsprogramm { assessment: text, ..frame_of(programme) })?;
    Ok(Applied::changed(label::assessment_changed(area_name(cx, programme))))
}

/// The programme without its text, goals and measures.
fn frame_of(programme: &Handlungsprogramm) -> Handlungsprogramm {
    Handlungsprogramm {
        state: programme.state,
        assessment: programme.assessment.clone(),
        demonstration: programme.demonstration,
        szenarien: programme.szenarien.clone(),
        ..Handlungsprogramm::new(programme.id, programme.area, programme.first_year, programme.last_year)
    }
}

fn check_years(first: i16, last: i16) -> Result<(), ProjectError> {
    if first > last { Err(ProjectError::YearsReversed { first, last }) } else { Ok(()) }
}

pub(super) fn known<'a>(cx: &Cx<'a>, id: HandlungsprogrammId) -> Result<&'a Handlungsprogramm, ProjectError> {
    let found = cx.before.programmes.iter().find(|programme| programme.id == id);
    found.ok_or(ProjectError::Unknown { noun: Noun::Programme })
}

fn area_name<'a>(cx: &Cx<'a>, programme: &Handlungsprogramm) -> &'a str {
    cx.before.data.area(programme.area).map_or("", |area| &area.name)
}
