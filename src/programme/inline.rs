//! Bound text to the pieces of a document.

use super::basis::Basis;
use super::resolve::resolve;
use crate::document::{Block, Citation, Inline};
use crate::domain::{BindingRef, BoundValue, TextPiece, text_pieces};
use crate::text::report::citation;

/// The blocks of a passage: a paragraph per line, lines that begin with a dash as a list.
pub(super) fn blocks(basis: &Basis, text: &str, accepted: &[BoundValue]) -> Vec<Block> {
    blocks_of(text, |line| inlines(basis, line, accepted))
}

/// The same, whatever becomes of a line.
pub(super) fn blocks_of(text: &str, pieces: impl Fn(&str) -> Vec<Inline>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("- ").or_else(|| line.strip_prefix("• ")) {
            Some(item) => {
                let item = pieces(item);
                if let Some(Block::List { items, .. }) = blocks.last_mut() {
                    items.push(item);
                } else {
                    blocks.push(Block::List { ordered: false, items: vec![item] });
                }
            }
            None => blocks.push(Block::Paragraph(pieces(line))),
        }
    }
    blocks
}

/// The pieces of a line.
pub(super) fn inlines(basis: &Basis, text: &str, accepted: &[BoundValue]) -> Vec<Inline> {
    text_pieces(text)
        .into_iter()
        .map(|piece| match piece {
            TextPiece::Words(words) => Inline::Text(words),
            TextPiece::Bound(reference) => bound(basis, &reference, accepted),
            TextPiece::Unknown(inner) => Inline::Strong(format!("[{inner}]")),
        })
        .collect()
}

/// An accepted value prints as accepted; where the data have moved on, its source says so.
fn bound(basis: &Basis, reference: &BindingRef, accepted: &[BoundValue]) -> Inline {
    let written = reference.to_string();
    let held = accepted.iter().find(|bound| bound.reference == written);
    match (held, resolve(basis, reference)) {
        (None, Some(today)) => Inline::Bound { text: today.text, citation: today.citation },
        (None, None) => Inline::Strong(format!("[{written}]")),
        (Some(held), Some(today)) if held.shown == today.text => {
            Inline::Bound { text: today.text, citation: today.citation }
        }
        (Some(held), today) => Inline::Bound {
            text: held.shown.clone(),
            citation: Some(Citation { text: citation::superseded(today.as_ref().map(|today| today.text.as_str())) }),
        },
    }
}
