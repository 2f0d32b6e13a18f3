//! Gates of the procedure: what must hold for a programme before a step is closed.

use super::basis::Basis;
use super::checks::{Check, CheckKind, Severity};
use crate::analysis::few_cases;
use crate::domain::{BindingRef, ProcedureGate, SectionKey, TextPiece, text_pieces};
use std::collections::BTreeSet;

/// How many points are open at a gate, given the checks of the programme; 0 means that it stands open.
pub fn open_at_gate(basis: &Basis, checks: &[Check], gate: ProcedureGate) -> usize {
    if gate == ProcedureGate::GeheimhaltungGeprueft {
        let hidden = checks.iter().filter(|check| check.kind == CheckKind::HiddenCell).count();
        return hidden + values_from_few_cases(basis);
    }
    checks.iter().filter(|check| concerns(check, gate)).count()
}

/// The sections that describe where an area stands; what more the documents hold may come later.
const SITUATION: [SectionKey; 7] = [
    SectionKey::Abgrenzung,
    SectionKey::Begruendung,
    SectionKey::Bevoelkerung,
    SectionKey::ArbeitEinkommen,
    SectionKey::KinderFamilien,
    SectionKey::Zusammenleben,
    SectionKey::Handlungsbedarf,
];

fn concerns(check: &Check, gate: ProcedureGate) -> bool {
    let is_one_of = |kinds: &[CheckKind]| check.severity != Severity::Info && kinds.contains(&check.kind);
    match gate {
        // An empty section is a hint while the draft is being written, and a gap once the step is to be closed.
        ProcedureGate::AusgangslageGeschrieben => {
            check.kind == CheckKind::EmptySection && check.section.is_some_and(|section| SITUATION.contains(&section))
        }
        ProcedureGate::EinschaetzungGeschrieben => is_one_of(&[CheckKind::MissingAssessment]),
        ProcedureGate::WerteAktuell => {
            is_one_of(&[CheckKind::StaleValue, CheckKind::UnknownReference, CheckKind::StaleWording])
        }
        ProcedureGate::BedarfeBeantwortet => is_one_of(&[CheckKind::NeedWithoutMeasure]),
        ProcedureGate::ZieleMessbar => is_one_of(&[CheckKind::GoalIncomplete]),
        ProcedureGate::MassnahmenVollstaendig => is_one_of(&[CheckKind::MeasureIncomplete]),
        ProcedureGate::UeberschneidungenGeklaert => is_one_of(&[CheckKind::SimilarService]),
        ProcedureGate::FinanzierungGedeckt => is_one_of(&[CheckKind::Money]),
        ProcedureGate::GeheimhaltungGeprueft => false,
    }
}

/// Values of the text that rest on so few cases that they should not stand alone.
fn values_from_few_cases(basis: &Basis) -> usize {
    let references: BTreeSet<String> = basis
        .programme
        .passages
        .iter()
        .flat_map(|passage| text_pieces(&passage.text))
        .filter_map(|piece| match piece {
            TextPiece::Bound(reference) => Some(reference.to_string()),
            TextPiece::Words(_) | TextPiece::Unknown(_) => None,
        })
        .collect();
    references.iter().filter_map(|written| written.parse().ok()).filter(|binding| rests_on_few(basis, binding)).count()
}

fn rests_on_few(basis: &Basis, binding: &BindingRef) -> bool {
    let few = |indicator: &str, area: &str, period: &str| {
        let place = basis
            .data
            .indicator_by_code(indicator)
            .zip(super::resolve::area_of(basis.data, area))
            .zip(basis.data.period_by_label(period));
        let observation = place.and_then(|((card, area), period)| basis.data.dataset.get(card.id, area.id, period.id));
        observation.is_some_and(|observation| observation.status.has_value() && few_cases(&observation))
    };
    match binding {
        BindingRef::Value { indicator, area, period } => few(indicator, area, period),
        BindingRef::Change { indicator, area, from, to } => few(indicator, area, from) || few(indicator, area, to),
        BindingRef::Place { .. }
        | BindingRef::Rank { .. }
        | BindingRef::RankInterval { .. }
        | BindingRef::Index { .. }
        | BindingRef::Participants
        | BindingRef::TopPlaces
        | BindingRef::BurdenCount { .. }
        | BindingRef::BurdenInSection { .. }
        | BindingRef::Costs { .. } => false,
    }
}
