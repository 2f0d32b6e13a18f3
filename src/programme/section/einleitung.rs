//! Einleitung: what the programme is and on what it rests.

use super::super::basis::Basis;
use crate::text::report::{brackets, summary as words};

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    vec![words::purpose(&brackets(basis.area_name())), words::DATA_ALONE.to_owned()]
}
