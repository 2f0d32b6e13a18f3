//! 3 Vorhandene Angebote: by Handlungsfeld, with the fields that have none.

use super::super::basis::Basis;
use crate::domain::{Angebot, Handlungsfeld};
use crate::text::{self, report};

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let angebote: Vec<&Angebot> = basis.own_angebote().collect();
    if angebote.is_empty() {
        return vec![report::no_services()];
    }
    let mut paragraphs = vec![report::services_opening()];
    let mut gaps = Vec::new();
    for field in Handlungsfeld::ALL {
        let items: Vec<String> =
            angebote.iter().filter(|angebot| angebot.handlungsfeld == field).map(|angebot| item(angebot)).collect();
        if items.is_empty() {
            gaps.push(format!("„{}“", text::handlungsfeld(field)));
        } else {
            paragraphs.push(format!("{}\n{}", report::services_field(text::handlungsfeld(field)), items.join("\n")));
        }
    }
    if !gaps.is_empty() {
        paragraphs.push(report::services_gap(&gaps));
    }
    paragraphs
}

fn item(angebot: &Angebot) -> String {
    let until = angebot.funding_until.map(text::date);
    report::service_item(
        &angebot.name,
        &angebot.traeger,
        &angebot.zielgruppe,
        &angebot.umfang,
        until.as_deref(),
        angebot.demonstration,
    )
}
