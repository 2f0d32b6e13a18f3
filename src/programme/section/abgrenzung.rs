//! 1.1 Abgrenzung: where the area lies, what it consists of, which sets it belongs to.

use super::super::areas::sets_of;
use super::super::basis::Basis;
use crate::domain::AreaSetState;
use crate::text::report;

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let Some(area) = basis.area() else { return Vec::new() };
    let bezirk = basis.stadtbezirk().map(|bezirk| bezirk.name.as_str());
    let mut place = vec![report::delimitation(&area.name, area.level, bezirk)];
    let mut inner: Vec<String> = basis
        .data
        .areas
        .iter()
        .filter(|inner| inner.parent == Some(area.id))
        .map(|inner| report::brackets(&inner.name))
        .collect();
    inner.sort();
    if !inner.is_empty() {
        place.push(report::parts(&inner));
    }
    if !area.note.is_empty() {
        place.push(report::delimitation_note(&area.note));
    }
    vec![place.join(" "), sets(basis)]
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
    sentences.join(" ")
}
