//! Maßnahmensteckbriefe: a page for every measure with all its fields and its money year by year.

use super::super::basis::Basis;
use super::super::plan;
use super::plans::{sheet, year_columns, year_row};
use super::tables::{row, strong_row, table};
use super::{front_matter, opening, sheets, shell};
use crate::document::{Block, Document, Inline, Table};
use crate::domain::{CostKind, Euro, FundingSource, FundingState, Massnahme};
use crate::text::{self, report, report::paper};

/// The sheets of all measures of an area.
pub(super) fn measure_sheets(basis: &Basis) -> Document {
    let programme = basis.programme;
    let massnahmen = basis.massnahmen();
    let mut blocks = opening(basis);
    if massnahmen.is_empty() {
        blocks.push(Block::Notice(vec![Inline::text(report::no_measures())]));
    }
    for (at, massnahme) in massnahmen.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::PageBreak);
        }
        blocks.push(Block::Heading { level: 1, text: paper::measure_heading(massnahme.number, &massnahme.titel) });
        blocks.push(Block::Table(sheet(basis, massnahme)));
        if !massnahme.years().is_empty() {
            blocks.push(Block::Table(money(massnahme)));
        }
    }
    let facts = front_matter(basis);
    Document {
        subtitle: paper::sheets_subtitle(massnahmen.len(), programme.first_year, programme.last_year),
        sheets: sheets::sheets(basis, &facts),
        front_matter: facts,
        contents: massnahmen.len() > 1,
        ..shell(basis, paper::sheets_title(basis.area_name()), blocks)
    }
}

/// Cost by kind and money by source, year by year.
fn money(massnahme: &Massnahme) -> Table {
    let years: Vec<i16> = massnahme.years().into_iter().collect();
    let cost = |year: Option<i16>, kind: Option<CostKind>| -> Euro {
        let items = massnahme.kosten.iter();
        let wanted = items.filter(|item| year.is_none_or(|y| y == item.year) && kind.is_none_or(|k| k == item.kind));
        wanted.map(|item| item.amount).sum()
    };
    let funding = |year: Option<i16>, from: Option<(FundingSource, FundingState)>| -> Euro {
        let is_meant = |item: &&crate::domain::FundingItem| {
            year.is_none_or(|y| y == item.year) && from.is_none_or(|from| from == (item.source, item.state))
        };
        massnahme.finanzierung.iter().filter(is_meant).map(|item| item.amount).sum()
    };
    let mut rows = Vec::new();
    for kind in CostKind::ALL {
        if massnahme.kosten.iter().any(|item| item.kind == kind) {
            rows.push(row(year_row(text::cost_kind(kind), &years, |year| cost(year, Some(kind)))));
        }
    }
    rows.push(strong_row(year_row(report::sum::COSTS, &years, |year| cost(year, None))));
    for from in FundingSource::ALL.into_iter().flat_map(|source| FundingState::ALL.map(|state| (source, state))) {
        if massnahme.finanzierung.iter().any(|item| (item.source, item.state) == from) {
            let label = paper::sheet::funding(text::funding_source(from.0), text::funding_state(from.1));
            rows.push(row(year_row(&label, &years, |year| funding(year, Some(from)))));
        }
    }
    rows.push(strong_row(year_row(report::sum::FUNDING, &years, |year| funding(year, None))));
    let open = |year: Option<i16>| year.map_or_else(|| massnahme.open_amount(), |year| plan::open_of(massnahme, year));
    rows.push(strong_row(year_row(report::sum::OPEN, &years, open)));
    let caption = paper::sheet::money_caption(&report::measure_number(massnahme.number));
    table(caption, year_columns(paper::sheet::POSITION, &years), rows, vec![report::plan_source()])
}
