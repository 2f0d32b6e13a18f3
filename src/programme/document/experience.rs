//! What earlier programmes teach, and which goals and measures take it up.

use super::super::basis::Basis;
use super::tables::{columns, row, table};
use crate::document::{Align, Table};
use crate::domain::{Erfahrung, Handlungsprogramm};
use crate::text::report::{experience as words, marked};

/// The table; none where there is nothing to build on.
pub(super) fn told(basis: &Basis) -> Option<Table> {
    let own: Vec<&Erfahrung> = basis.vor_ort.erfahrungen.iter().filter(|one| concerns(basis, one)).collect();
    if own.is_empty() {
        return None;
    }
    let rows = own.into_iter().map(|one| row(cells(basis, one))).collect();
    let columns = columns(&words::COLUMNS, &[Align::Left; 5], &[22.0, 28.0, 24.0, 18.0, 16.0]);
    Some(table(words::CAPTION.to_owned(), columns, rows, vec![words::source()]))
}

/// Whether the programme takes it up, or could.
fn concerns(basis: &Basis, erfahrung: &Erfahrung) -> bool {
    erfahrung.fits(basis.programme.area) || !taken_up(basis.programme, erfahrung).is_empty()
}

/// What of a programme builds on it: measures by number, goals in words.
fn taken_up(programme: &Handlungsprogramm, erfahrung: &Erfahrung) -> Vec<String> {
    let goals = programme.ziele.iter().filter(|ziel| erfahrung.ziele.contains(&ziel.id));
    let goals = goals.map(|ziel| words::goal(&ziel.text));
    let measures = programme.massnahmen.iter().filter(|massnahme| erfahrung.massnahmen.contains(&massnahme.id));
    measures.map(|massnahme| crate::text::report::measure_number(massnahme.number)).chain(goals).collect()
}

fn cells(basis: &Basis, erfahrung: &Erfahrung) -> [String; 5] {
    let taken_up = taken_up(basis.programme, erfahrung);
    let title = words::title(&erfahrung.title, &erfahrung.programme, &erfahrung.period);
    [
        marked(&title, erfahrung.demonstration),
        words::done_and_result(&erfahrung.done, &erfahrung.result),
        erfahrung.lesson.clone(),
        if taken_up.is_empty() { words::NOT_TAKEN_UP.to_owned() } else { taken_up.join("; ") },
        erfahrung.source.clone(),
    ]
}
