//! 4.2 Vorhandene Angebote: by Handlungsfeld, with the fields that have none, and how they stand to the needs.

use super::super::basis::Basis;
use super::super::coverage::{Coverage, CoverageBasis, CoverageRow, CoverageState, coverage};
use crate::domain::{Angebot, AngebotId, Handlungsfeld};
use crate::text::report::coverage as words;
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
    let found = coverage(&CoverageBasis::of(basis));
    paragraphs.extend(gaps_and_reasons(&found));
    paragraphs.extend(overlaps(basis, &found));
    paragraphs.extend(endings(basis, &found));
    paragraphs
}

/// Needs that nothing answers, that only measures answer, or that services answer in part; one paragraph.
fn gaps_and_reasons(found: &Coverage) -> Option<String> {
    let gaps = || found.needs.iter().filter(|need| need.state == CoverageState::Luecke);
    let unanswered: Vec<String> = gaps().filter(|need| need.is_unanswered()).map(name).collect();
    let nothing_there = |need: &&CoverageRow| !need.is_unanswered() && need.answering().next().is_none();
    let only_measures: Vec<String> = gaps().filter(nothing_there).map(name).collect();
    let in_part: Vec<String> = gaps().filter(|need| need.answering().next().is_some()).map(name).collect();
    let said = words::gaps(&unanswered, &only_measures, &in_part);
    let mut sentences: Vec<String> = if said.is_empty() { Vec::new() } else { vec![said] };
    let reasoned = gaps().filter(|need| !need.reason.trim().is_empty());
    sentences.extend(reasoned.map(|need| words::gap_reason(&name(need), &report::brackets(&need.reason))));
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn overlaps(basis: &Basis, found: &Coverage) -> Option<String> {
    let sentences: Vec<String> = found
        .needs
        .iter()
        .filter(|need| need.state == CoverageState::Ueberschneidung)
        .map(|need| {
            let services: Vec<String> =
                need.doubled().filter_map(|at| service_name(basis, *found.services.get(at)?)).collect();
            words::overlap(&name(need), &services, &report::brackets(&need.reason))
        })
        .collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn endings(basis: &Basis, found: &Coverage) -> Option<String> {
    let services: Vec<_> =
        found.ending.iter().filter_map(|one| service_name(basis, one.angebot).map(|name| (name, one.until))).collect();
    let places = found.ending.iter().filter_map(|one| one.places).sum();
    (!services.is_empty()).then(|| words::endings(&services, places))
}

fn name(need: &CoverageRow) -> String {
    report::brackets(&need.name)
}

fn service_name(basis: &Basis, id: AngebotId) -> Option<String> {
    let angebot = basis.vor_ort.angebote.iter().find(|angebot| angebot.id == id)?;
    Some(report::brackets(&angebot.name))
}

fn item(angebot: &Angebot) -> String {
    let until = angebot.funded.until().map(text::date);
    report::service_item(
        &angebot.name,
        &angebot.traeger,
        &angebot.zielgruppe,
        &angebot.umfang,
        until.as_deref(),
        angebot.demonstration,
    )
}
