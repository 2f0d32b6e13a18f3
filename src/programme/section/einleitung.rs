//! Einleitung: what the programme is and on what it rests.

use super::super::basis::Basis;
use crate::text::report::{brackets, summary as words};

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let programme = basis.programme;
    let purpose = words::purpose(&brackets(basis.area_name()), programme.first_year, programme.last_year);
    vec![purpose, words::DATA_ALONE.to_owned()]
}
