//! Kurzfassung: rank with its span, the strongest needs, the Leitziele. Its figures stand in a table beside it.

use super::super::basis::Basis;
use super::super::plan;
use super::{begruendung, handlungsbedarf};
use crate::text::report::{brackets, summary as words};

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let mut paragraphs = vec![begruendung::ranking(basis)];
    let needs = handlungsbedarf::items(basis);
    if !needs.is_empty() {
        paragraphs.push(format!("{}\n{}", words::needs_opening(needs.len()), needs.join("\n")));
    }
    let goals: Vec<String> = plan::goal_tree(basis.programme)
        .iter()
        .map(|(leitziel, _)| format!("- {}", brackets(&leitziel.text)))
        .collect();
    if !goals.is_empty() {
        paragraphs.push(format!("{}\n{}", words::leading_goals(goals.len()), goals.join("\n")));
    }
    paragraphs
}
