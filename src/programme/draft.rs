//! Sections worded from findings.

use super::basis::Basis;
use super::resolve::resolve;
use super::section;
use crate::domain::{BoundValue, NewPassage, PassageOrigin, SectionKey, TextPiece, text_pieces};
use sha2::{Digest, Sha256};

/// Words the named sections anew. Numbers are references; what they show today is accepted with the passage.
/// Sections that only the planner can write give no passage.
pub fn draft(basis: &Basis, sections: &[SectionKey]) -> Vec<NewPassage> {
    sections
        .iter()
        .flat_map(|&section| section::paragraphs(basis, section).into_iter().map(move |text| (section, text)))
        .filter(|(_, text)| !text.is_empty())
        .map(|(section, text)| passage(basis, section, text))
        .collect()
}

fn passage(basis: &Basis, section: SectionKey, text: String) -> NewPassage {
    let accepted = accepted_values(basis, &text);
    let fingerprint = fingerprint(&text, &accepted);
    NewPassage { section, origin: PassageOrigin::Generated, text, basis: accepted, fingerprint }
}

fn accepted_values(basis: &Basis, text: &str) -> Vec<BoundValue> {
    let mut accepted: Vec<BoundValue> = Vec::new();
    for piece in text_pieces(text) {
        let TextPiece::Bound(reference) = piece else { continue };
        let written = reference.to_string();
        if accepted.iter().any(|bound| bound.reference == written) {
            continue;
        }
        if let Some(today) = resolve(basis, &reference) {
            accepted.push(BoundValue { reference: written, shown: today.text, pinned: false });
        }
    }
    accepted
}

/// Words and values: equal fingerprints mean that drawing up anew would change nothing.
fn fingerprint(text: &str, accepted: &[BoundValue]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(text.as_bytes());
    for bound in accepted {
        hasher.update([0]);
        hasher.update(bound.shown.as_bytes());
    }
    hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
