//! Needs beside existing services, as a table.

use super::super::basis::Basis;
use super::super::coverage::{Coverage, CoverageBasis, CoverageRow, coverage};
use super::tables::{columns, row, table};
use crate::document::{Align, Block};
use crate::domain::Deckungsgrad;
use crate::text::report::coverage as words;
use crate::text::{report, signed};

/// The table; none where needs or services are not known.
pub(super) fn matrix(basis: &Basis) -> Option<Block> {
    let found = coverage(&CoverageBasis::of(basis));
    if found.needs.is_empty() || found.services.is_empty() {
        return None;
    }
    let rows = found.needs.iter().map(|need| row(cells(basis, &found, need))).collect();
    let align = [Align::Left, Align::Right, Align::Left, Align::Left, Align::Left, Align::Left];
    let columns = columns(&words::COLUMNS, &align, &[24.0, 9.0, 22.0, 22.0, 15.0, 14.0]);
    let notes = vec![words::NOTE.to_owned(), report::plan_source()];
    Some(Block::Table(table(words::CAPTION.to_owned(), columns, rows, notes)))
}

fn cells(basis: &Basis, found: &Coverage, need: &CoverageRow) -> [String; 6] {
    let measures: Vec<String> = need.measures.iter().map(|(_, number)| report::measure_number(*number)).collect();
    [
        need.name.clone(),
        need.z.map_or_else(String::new, |z| signed(z, 1)),
        services(basis, found, need, Deckungsgrad::Deckt),
        services(basis, found, need, Deckungsgrad::Teilweise),
        need.state.word().to_owned(),
        dash(&measures.join(", ")),
    ]
}

fn services(basis: &Basis, found: &Coverage, need: &CoverageRow, grad: Deckungsgrad) -> String {
    let names: Vec<String> = found
        .services
        .iter()
        .zip(&need.cells)
        .filter(|(_, cell)| cell.grad == grad)
        .filter_map(|(id, cell)| {
            let angebot = basis.vor_ort.angebote.iter().find(|angebot| angebot.id == *id)?;
            Some(format!("{}{}", angebot.name, if cell.decided { words::DECIDED } else { "" }))
        })
        .collect();
    dash(&names.join("; "))
}

fn dash(words: &str) -> String {
    if words.is_empty() { "–".to_owned() } else { words.to_owned() }
}
