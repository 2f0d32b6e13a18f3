//! 2.6 Stimmen vor Ort: statements from participation, with how they relate to the data.

use super::super::basis::Basis;
use crate::domain::Aussage;
use crate::text::{self, report};

/// Paragraphs of the section; the statements form one list.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let mut aussagen: Vec<&Aussage> = basis.own_aussagen().collect();
    if aussagen.is_empty() {
        return vec![report::no_voices()];
    }
    aussagen.sort_by_key(|aussage| (aussage.date, aussage.id));
    let items: Vec<String> = aussagen.into_iter().map(|aussage| item(basis, aussage)).collect();
    vec![report::voices_opening(), items.join("\n")]
}

fn item(basis: &Basis, aussage: &Aussage) -> String {
    let relation = basis
        .data
        .indicator_by_code(&aussage.indicator)
        .map(|indicator| report::voice_relation(aussage.stance, &indicator.name));
    let date = aussage.date.map(text::date);
    report::voice_item(&aussage.text, &aussage.occasion, date.as_deref(), relation.as_deref(), aussage.demonstration)
}
