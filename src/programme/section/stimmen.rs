//! 3.9 Stimmen vor Ort: statements from participation, with how they relate to the data.

use super::super::basis::Basis;
use super::super::participation::{is_said, own_events};
use crate::domain::Aussage;
use crate::text::{self, report};

/// Paragraphs of the section; the statements form one list.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let mut aussagen: Vec<&Aussage> = basis.own_aussagen().filter(|aussage| is_said(&aussage.text)).collect();
    let events = own_events(basis);
    let heard = (!events.is_empty()).then(|| report::participation::events_sentence(events.len()));
    if aussagen.is_empty() {
        return heard.into_iter().chain([report::no_voices()]).collect();
    }
    aussagen.sort_by_key(|aussage| (basis.vor_ort.source_of(aussage).1, aussage.id));
    let items: Vec<String> = aussagen.into_iter().map(|aussage| item(basis, aussage)).collect();
    let opening = std::iter::once(report::voices_opening()).chain(heard).collect::<Vec<_>>().join(" ");
    vec![opening, items.join("\n")]
}

fn item(basis: &Basis, aussage: &Aussage) -> String {
    let relation = basis
        .data
        .indicator_by_code(&aussage.indicator)
        .map(|indicator| report::voice_relation(aussage.stance, &indicator.name, !aussage.waits_for_answer()));
    let (occasion, date) = basis.vor_ort.source_of(aussage);
    let date = date.map(text::date);
    let item = report::voice_item(&aussage.text, occasion, date.as_deref(), relation.as_deref(), aussage.demonstration);
    if aussage.answer.trim().is_empty() { item } else { item + &report::participation::answer(&aussage.answer) }
}
