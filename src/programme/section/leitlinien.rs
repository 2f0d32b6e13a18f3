//! Leitlinien, Handlungsfelder: the principles, and what the programme has in each field.

use super::super::basis::Basis;
use super::super::plan;
use crate::domain::Handlungsfeld;
use crate::text;
use crate::text::report::{brackets, measure_number, summary as words};

/// Paragraphs of the section.
pub(super) fn paragraphs(basis: &Basis) -> Vec<String> {
    let fields: Vec<String> = Handlungsfeld::ALL.into_iter().map(|field| item(basis, field)).collect();
    vec![words::PRINCIPLES.to_owned(), format!("{}\n{}", words::FIELDS, fields.join("\n"))]
}

fn item(basis: &Basis, field: Handlungsfeld) -> String {
    let tree = plan::goal_tree(basis.programme);
    let goals = tree.iter().map(|(leitziel, _)| leitziel).filter(|leitziel| leitziel.handlungsfeld == field);
    let goals: Vec<String> =
        goals.map(|leitziel| format!("„{}“", brackets(leitziel.text.trim_end_matches('.')))).collect();
    let measures = basis.massnahmen().into_iter().filter(|massnahme| massnahme.handlungsfeld == field);
    let measures: Vec<String> = measures.map(|massnahme| measure_number(massnahme.number)).collect();
    words::field(text::handlungsfeld(field), &goals, &measures)
}
