//! The stale values of a programme's text, in the order of the page.

use super::super::Plan;
use crate::domain::{BoundValue, Passage, PassageId, SectionKey};

/// A value that the data no longer show.
pub(super) struct Stale<'a> {
    /// Where it stands.
    pub(super) passage: &'a Passage,
    /// The reference as written.
    pub(super) reference: String,
    /// What the data show; none where the value is not there any more.
    today: Option<String>,
}

/// The stale values of a section, or of all.
pub(super) fn values<'a>(plan: Plan<'a>, section: Option<SectionKey>) -> Vec<Stale<'a>> {
    let mut passages: Vec<&Passage> =
        plan.programme.passages.iter().filter(|passage| section.is_none_or(|only| passage.section == only)).collect();
    passages.sort_by_key(|passage| (passage.section, passage.position));
    passages.into_iter().flat_map(|passage| of_passage(plan, passage)).collect()
}

fn of_passage<'a>(plan: Plan<'a>, passage: &'a Passage) -> Vec<Stale<'a>> {
    let Some(view) = plan.view else { return Vec::new() };
    let shown = view.sections.get(&passage.section).into_iter().flatten().find(|shown| shown.id == Some(passage.id));
    let stale = shown.into_iter().flat_map(|shown| &shown.stale);
    let value = |reference: &str| view.resolved.get(reference).map(|now| now.text.clone());
    stale.map(|stale| Stale { passage, reference: stale.reference.clone(), today: value(&stale.reference) }).collect()
}

/// What their passages rest on once all of them are accepted. Where a value is gone, the old one stays to be settled.
pub(super) fn accepted(plan: Plan, stale: &[Stale]) -> Vec<(PassageId, Vec<BoundValue>)> {
    let of = |passage: &Passage| -> Vec<BoundValue> {
        let today = |bound: &BoundValue| {
            let value = stale.iter().find(|stale| stale.passage.id == passage.id && stale.reference == bound.reference);
            value.and_then(|stale| stale.today.clone())
        };
        let accept = |bound: &BoundValue| match today(bound) {
            Some(shown) => BoundValue { shown, ..bound.clone() },
            None => bound.clone(),
        };
        passage.basis.iter().map(accept).collect()
    };
    let concerned = |passage: &&Passage| stale.iter().any(|stale| stale.passage.id == passage.id);
    plan.programme.passages.iter().filter(concerned).map(|passage| (passage.id, of(passage))).collect()
}
