//! 3.1 Abgrenzung: where the area lies, what it consists of, which sets it belongs to.

use super::super::areas::sets_of;
use super::super::basis::Basis;
use crate::domain::{Area, AreaLevel, AreaSet, AreaSetState};
use crate::text::report;

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let Some(area) = basis.area() else { return Vec::new() };
    let bezirk = basis.stadtbezirk().map(|bezirk| bezirk.name.as_str());
    let mut place = vec![report::delimitation(&area.name, area.level, bezirk)];
    let inner = inner(basis, area);
    if !inner.is_empty() {
        place.push(report::parts(&inner));
    }
    if !area.note.is_empty() {
        place.push(report::delimitation_note(&area.note));
    }
    vec![place.join(" "), sets(basis)]
}

/// The areas inside by level, their names in order.
fn inner(basis: &Basis, area: &Area) -> Vec<(AreaLevel, Vec<String>)> {
    let of = |level: AreaLevel| {
        let inner = basis.data.areas_of(level).filter(|inner| inner.parent == Some(area.id));
        let mut names: Vec<String> = inner.map(|inner| report::brackets(&inner.name)).collect();
        names.sort();
        (level, names)
    };
    AreaLevel::ALL.into_iter().map(of).filter(|(_, names)| !names.is_empty()).collect()
}

/// Proposals later than the set in force that the area belongs to, for the same kind of areas but without this one.
fn leaving_out<'a>(basis: &Basis<'a>, own: &[&AreaSet]) -> impl Iterator<Item = &'a AreaSet> {
    let runs = |set: &AreaSet| set.valid_to.is_none_or(|to| to >= basis.today);
    let in_force = own.iter().rfind(|set| set.state == AreaSetState::Gueltig && runs(set)).copied().cloned();
    let (area, today) = (basis.programme.area, basis.today);
    basis.data.area_sets.iter().filter(move |set| {
        let Some(in_force) = &in_force else { return false };
        set.state == AreaSetState::Vorschlag
            && set.valid_to.is_none_or(|to| to >= today)
            && set.valid_from > in_force.valid_from
            && !set.members.contains(&area)
            && set.members.iter().any(|member| in_force.members.contains(member))
    })
}

fn sets(basis: &Basis) -> String {
    let sets = sets_of(basis, basis.programme.area);
    if sets.is_empty() {
        return report::no_set();
    }
    let sentences: Vec<String> = sets
        .iter()
        .map(|set| {
            let ended = set.valid_to.is_some_and(|to| to < basis.today);
            match (set.valid_to, set.state) {
                (Some(to), AreaSetState::Gueltig) if ended => report::ended_set_sentence(&set.name, to),
                _ => report::set_sentence(&set.name, set.state, set.valid_from, set.valid_to),
            }
        })
        .collect();
    let left_out = leaving_out(basis, &sets).map(|set| report::left_out_by(&set.name, set.valid_from));
    sentences.into_iter().chain(left_out).collect::<Vec<_>>().join(" ")
}
