//! Verstetigung: what becomes of each measure after the programme, and of which nothing is said.

use super::super::basis::Basis;
use crate::text::report::{brackets, measure_number, measure_reference, summary as words};

/// Paragraphs of the section; none without measures.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let (told, silent): (Vec<_>, Vec<_>) =
        basis.massnahmen().into_iter().partition(|massnahme| !massnahme.verstetigung.trim().is_empty());
    let mut paragraphs = Vec::new();
    if !told.is_empty() {
        let items = told.into_iter().map(|massnahme| {
            let reference = measure_reference(massnahme.number, &massnahme.titel);
            words::continued(&reference, &brackets(massnahme.verstetigung.trim()))
        });
        let items: Vec<String> = items.collect();
        paragraphs.push(format!("{}\n{}", words::CONTINUATION, items.join("\n")));
    }
    if !silent.is_empty() {
        let numbers: Vec<String> = silent.into_iter().map(|massnahme| measure_number(massnahme.number)).collect();
        paragraphs.push(words::not_continued(&numbers));
    }
    paragraphs
}
