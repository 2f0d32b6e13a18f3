//! Committees, and what lies before them.

use super::{Applied, Cx, free, known_area, require};
use crate::domain::{
    AreaId, Beschluss, BeschlussErgebnis, BeschlussId, Beschlussstand, FassungContent, FassungMassnahme, Gremium,
    GremiumId, HandlungsprogrammId, MassnahmeField, StepProgress, StepState, Zustaendigkeit, programme_state_after,
};
use crate::project::ProjectError;
use crate::project::apply::programme;
use crate::text::beschlussstand;
use crate::text::label::{self, Noun};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) fn add(cx: &Cx<'_>, gremium: Gremium) -> Result<Applied, ProjectError> {
    let gremium = checked(cx, gremium, None)?;
    let id = cx.tx.put_gremium(None, &gremium)?;
    Ok(Applied::created(id.0, label::added(Noun::Gremium, &gremium.name)))
}

pub(super) fn update(cx: &Cx<'_>, gremium: Gremium) -> Result<Applied, ProjectError> {
    known(cx, gremium.id)?;
    let own = gremium.id;
    let gremium = checked(cx, gremium, Some(own))?;
    cx.tx.put_gremium(Some(own), &gremium)?;
    Ok(Applied::changed(label::changed(Noun::Gremium, &gremium.name)))
}

pub(super) fn remove(cx: &Cx<'_>, id: GremiumId) -> Result<Applied, ProjectError> {
    let gremium = known(cx, id)?;
    if cx.before.verfahren.beschluesse.iter().any(|beschluss| beschluss.gremium == id) {
        let name = gremium.name.clone();
        return Err(ProjectError::InUse { noun: Noun::Gremium, name, by: Noun::Beschluss });
    }
    cx.tx.delete_gremium(id)?;
    Ok(Applied::changed(label::removed(Noun::Gremium, &gremium.name)))
}

/// The sessions of a committee stand in order, each once.
fn checked(cx: &Cx<'_>, mut gremium: Gremium, own: Option<GremiumId>) -> Result<Gremium, ProjectError> {
    require(Noun::Gremium, &gremium.name)?;
    let mut others = cx.before.verfahren.gremien.iter().filter(|other| Some(other.id) != own);
    free(Noun::Gremium, &gremium.name, others.any(|other| other.name == gremium.name))?;
    gremium.sitzungen.sort_unstable();
    gremium.sitzungen.dedup();
    Ok(gremium)
}

fn known<'a>(cx: &Cx<'a>, id: GremiumId) -> Result<&'a Gremium, ProjectError> {
    cx.before.verfahren.gremium(id).ok_or(ProjectError::Unknown { noun: Noun::Gremium })
}

pub(super) fn add_beschluss(cx: &Cx<'_>, beschluss: &Beschluss) -> Result<Applied, ProjectError> {
    check(cx, beschluss)?;
    let id = cx.tx.put_beschluss(None, beschluss)?;
    Ok(Applied::created(id.0, label::added(Noun::Beschluss, &beschluss.gegenstand)))
}

pub(super) fn update_beschluss(cx: &Cx<'_>, mut beschluss: Beschluss) -> Result<Applied, ProjectError> {
    let before = known_beschluss(cx, beschluss.id)?;
    check(cx, &beschluss)?;
    beschluss.ergebnis = before.ergebnis;
    cx.tx.put_beschluss(Some(beschluss.id), &beschluss)?;
    Ok(Applied::changed(label::changed(Noun::Beschluss, &beschluss.gegenstand)))
}

pub(super) fn remove_beschluss(cx: &Cx<'_>, id: BeschlussId) -> Result<Applied, ProjectError> {
    let beschluss = known_beschluss(cx, id)?;
    cx.tx.delete_beschluss(id)?;
    Ok(Applied::changed(label::removed(Noun::Beschluss, &beschluss.gegenstand)))
}

/// Records the result, moves the programmes of the areas, their agreed measures and the steps of the committee on, and
/// keeps what the programmes say.
pub(super) fn decide(
    cx: &Cx<'_>,
    id: BeschlussId,
    (date, ergebnis): (Date, BeschlussErgebnis),
    anlass: &str,
    versions: Vec<(HandlungsprogrammId, Arc<FassungContent>)>,
) -> Result<Applied, ProjectError> {
    let mut beschluss = known_beschluss(cx, id)?.clone();
    let gremium = known(cx, beschluss.gremium)?;
    beschluss.date = Some(date);
    beschluss.ergebnis = Some(ergebnis);
    cx.tx.put_beschluss(Some(id), &beschluss)?;
    let decides = gremium.zustaendigkeit == Zustaendigkeit::Beschluss && ergebnis.is_decided();
    for stored in cx.before.programmes.iter().filter(|programme| beschluss.areas.contains(&programme.area)) {
        let state = programme_state_after(stored.state, gremium.zustaendigkeit, ergebnis);
        if state != stored.state {
            programme::set_state(cx, stored.id, state)?;
        }
        if decides {
            programme::decide_agreed(cx, stored)?;
        }
    }
    note_in_steps(cx, &gremium.name, &beschluss.areas, date, ergebnis)?;
    for (programme, mut content) in versions {
        let stored = programme::known(cx, programme)?;
        // What is kept is the programme as it stands decided: else the decision itself would be its first change.
        let state = programme_state_after(stored.state, gremium.zustaendigkeit, ergebnis);
        let kept = Arc::make_mut(&mut content);
        kept.state = state;
        if decides {
            kept.massnahmen.iter_mut().for_each(as_decided);
        }
        if !beschluss.areas.contains(&stored.area) {
            return Err(ProjectError::Unknown { noun: Noun::Programme });
        }
        programme::fassung::add(cx, programme, Some(id), date, anlass.to_owned(), content)?;
    }
    Ok(Applied::changed(label::decided(&beschluss.gegenstand, ergebnis)))
}

/// A measure that was agreed is kept as decided.
fn as_decided(measure: &mut FassungMassnahme) {
    let agreed = beschlussstand(Beschlussstand::Abgestimmt);
    for (_, printed) in measure.fields.iter_mut().filter(|(field, _)| *field == MassnahmeField::Beschlussstand) {
        if printed == agreed {
            *printed = beschlussstand(Beschlussstand::Beschlossen).to_owned();
        }
    }
}

/// The session is noted in the step of the committee for each area. It is closed where nothing is left to settle.
fn note_in_steps(
    cx: &Cx<'_>,
    gremium: &str,
    areas: &[AreaId],
    date: Date,
    ergebnis: BeschlussErgebnis,
) -> Result<(), ProjectError> {
    let done = match ergebnis {
        BeschlussErgebnis::Beschlossen
        | BeschlussErgebnis::GeaendertBeschlossen
        | BeschlussErgebnis::Empfohlen
        | BeschlussErgebnis::ZurKenntnisGenommen => true,
        BeschlussErgebnis::Vertagt | BeschlussErgebnis::Abgelehnt | BeschlussErgebnis::Zurueckgezogen => false,
    };
    let verfahren = &cx.before.verfahren;
    for step in verfahren.steps.iter().filter(|step| step.is_of_committee(gremium)) {
        for &area in areas {
            let known = verfahren.states.iter().find(|state| (state.area, state.step) == (area, step.id));
            let mut state = known.cloned().unwrap_or_else(|| StepState::not_begun(area, step.id));
            if state.progress == StepProgress::Erledigt {
                continue;
            }
            let is_open = !step.gates.is_empty() || state.settled.len() < step.checklist.len();
            state.progress = if done && !is_open { StepProgress::Erledigt } else { StepProgress::Laeuft };
            state.date = Some(date);
            cx.tx.put_step_state(&state)?;
        }
    }
    Ok(())
}

fn check(cx: &Cx<'_>, beschluss: &Beschluss) -> Result<(), ProjectError> {
    require(Noun::Beschluss, &beschluss.gegenstand)?;
    known(cx, beschluss.gremium)?;
    if !beschluss.drucksache.is_empty() && !Beschluss::is_drucksache(&beschluss.drucksache) {
        return Err(ProjectError::DrucksacheMalformed { text: beschluss.drucksache.clone() });
    }
    let mut seen = BTreeSet::new();
    for id in &beschluss.areas {
        let area = known_area(cx, *id)?;
        free(Noun::Area, &area.name, !seen.insert(*id))?;
    }
    Ok(())
}

fn known_beschluss<'a>(cx: &Cx<'a>, id: BeschlussId) -> Result<&'a Beschluss, ProjectError> {
    cx.before.verfahren.beschluss(id).ok_or(ProjectError::Unknown { noun: Noun::Beschluss })
}
