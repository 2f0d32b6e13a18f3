//! Text of a programme.

use super::{Applied, Cx, area_name, known, require};
use crate::domain::{
    BoundValue, Handlungsprogramm, HandlungsprogrammId, NewPassage, Passage, PassageId, PassageOrigin, SectionKey,
};
use crate::project::ProjectError;
use crate::text::label::{self, Noun};
use crate::text::report;

/// Replaces the generated passages of the sections. The new ones stand where the first generated one stood; edited and
/// own passages keep their order around them.
pub(super) fn draft(
    cx: &Cx<'_>,
    id: HandlungsprogrammId,
    sections: &[SectionKey],
    passages: Vec<NewPassage>,
) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    if passages.iter().any(|passage| !sections.contains(&passage.section)) {
        return Err(ProjectError::Unknown { noun: Noun::Passage });
    }
    let mut drafts: Vec<Passage> = passages.into_iter().map(new).collect();
    for section in SectionKey::ALL.into_iter().filter(|section| sections.contains(section)) {
        let new: Vec<Passage> = drafts.extract_if(.., |passage| passage.section == section).collect();
        replace_generated(cx, programme, section, new)?;
    }
    Ok(Applied::changed(label::drafted(area_name(cx, programme), sections.len())))
}

fn replace_generated(
    cx: &Cx<'_>,
    programme: &Handlungsprogramm,
    section: SectionKey,
    new: Vec<Passage>,
) -> Result<(), ProjectError> {
    let old = in_section(programme, section);
    let is_generated = |passage: &&Passage| passage.origin == PassageOrigin::Generated;
    let place = old.iter().position(is_generated).unwrap_or(0);
    for passage in old.iter().filter(|passage| is_generated(passage)) {
        cx.tx.delete_passage(passage.id)?;
    }
    let mut order: Vec<Passage> = old.into_iter().filter(|passage| !is_generated(passage)).cloned().collect();
    order.splice(place..place, new);
    write_order(cx, programme.id, order, None)
}

pub(super) fn add(cx: &Cx<'_>, id: HandlungsprogrammId, passage: NewPassage) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    require(Noun::Passage, &passage.text)?;
    let mut passage = new(passage);
    let last = in_section(programme, passage.section).last().map(|passage| passage.position);
    passage.position = last.map_or(0, |last| last + 1);
    let created = cx.tx.put_passage(id, None, &passage)?;
    Ok(Applied::created(created.0, label::passage_added(area_name(cx, programme))))
}

pub(super) fn edit(
    cx: &Cx<'_>,
    id: PassageId,
    text: String,
    basis: Vec<BoundValue>,
    origin: PassageOrigin,
) -> Result<Applied, ProjectError> {
    let (programme, passage) = find(cx, id)?;
    require(Noun::Passage, &text)?;
    cx.tx.put_passage(programme.id, Some(id), &Passage { text, basis, origin, ..passage.clone() })?;
    Ok(Applied::changed(label::passage_changed(area_name(cx, programme))))
}

pub(super) fn set_basis(
    cx: &Cx<'_>,
    id: PassageId,
    basis: Vec<BoundValue>,
    fingerprint: String,
) -> Result<Applied, ProjectError> {
    let (programme, passage) = find(cx, id)?;
    cx.tx.put_passage(programme.id, Some(id), &Passage { basis, fingerprint, ..passage.clone() })?;
    Ok(Applied::changed(label::basis_set(area_name(cx, programme))))
}

/// Their fingerprints stay: whether the words would be others today is another question.
pub(super) fn set_bases(
    cx: &Cx<'_>,
    id: HandlungsprogrammId,
    passages: Vec<(PassageId, Vec<BoundValue>)>,
) -> Result<Applied, ProjectError> {
    let programme = known(cx, id)?;
    for (passage, basis) in &passages {
        let stored = programme.passages.iter().find(|stored| stored.id == *passage);
        let stored = stored.ok_or(ProjectError::Unknown { noun: Noun::Passage })?;
        cx.tx.put_passage(id, Some(*passage), &Passage { basis: basis.clone(), ..stored.clone() })?;
    }
    Ok(Applied::changed(label::bases_set(area_name(cx, programme), passages.len())))
}

/// A generated paragraph that gives the assessment, or says that it is missing, gives the new one: these words are
/// the planner's own, taken from the field.
pub(super) fn follow_assessment(cx: &Cx<'_>, programme: &Handlungsprogramm, new: &str) -> Result<(), ProjectError> {
    let (before, after) = (report::assessment(&programme.assessment), report::assessment(new));
    let of_assessment = |passage: &&Passage| passage.origin == PassageOrigin::Generated && passage.text == before;
    for passage in programme.passages.iter().filter(of_assessment) {
        cx.tx.put_passage(programme.id, Some(passage.id), &Passage { text: after.clone(), ..passage.clone() })?;
    }
    Ok(())
}

pub(super) fn move_to(cx: &Cx<'_>, id: PassageId, position: u32) -> Result<Applied, ProjectError> {
    let (programme, passage) = find(cx, id)?;
    let mut order: Vec<Passage> =
        in_section(programme, passage.section).into_iter().filter(|other| other.id != id).cloned().collect();
    let place = usize::try_from(position).unwrap_or(usize::MAX).min(order.len());
    order.insert(place, passage.clone());
    write_order(cx, programme.id, order, Some(id))?;
    Ok(Applied::changed(label::passage_moved(area_name(cx, programme))))
}

pub(super) fn remove(cx: &Cx<'_>, id: PassageId) -> Result<Applied, ProjectError> {
    let (programme, passage) = find(cx, id)?;
    cx.tx.delete_passage(id)?;
    let rest = in_section(programme, passage.section).into_iter().filter(|other| other.id != id).cloned().collect();
    write_order(cx, programme.id, rest, None)?;
    Ok(Applied::changed(label::passage_removed(area_name(cx, programme))))
}

/// A passage without identity yet.
fn new(passage: NewPassage) -> Passage {
    let NewPassage { section, origin, text, basis, fingerprint } = passage;
    Passage { id: NEW, section, position: 0, origin, text, basis, fingerprint }
}

/// Marks a passage that is not stored yet.
const NEW: PassageId = PassageId(-1);

/// Numbers the passages of a section from 0; writes the new ones, those that moved, and `always`.
fn write_order(
    cx: &Cx<'_>,
    programme: HandlungsprogrammId,
    order: Vec<Passage>,
    always: Option<PassageId>,
) -> Result<(), ProjectError> {
    for (position, mut passage) in (0u32..).zip(order) {
        let id = (passage.id != NEW).then_some(passage.id);
        if id.is_none() || passage.position != position || id == always {
            passage.position = position;
            cx.tx.put_passage(programme, id, &passage)?;
        }
    }
    Ok(())
}

fn in_section(programme: &Handlungsprogramm, section: SectionKey) -> Vec<&Passage> {
    programme.passages.iter().filter(|passage| passage.section == section).collect()
}

fn find<'a>(cx: &Cx<'a>, id: PassageId) -> Result<(&'a Handlungsprogramm, &'a Passage), ProjectError> {
    let mut programmes = cx.before.programmes.iter();
    programmes
        .find_map(|programme| {
            programme.passages.iter().find(|passage| passage.id == id).map(|found| (programme, found))
        })
        .ok_or(ProjectError::Unknown { noun: Noun::Passage })
}
