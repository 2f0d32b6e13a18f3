//! The programme at a glance: what the summary of the long document says in figures.

use super::super::basis::Basis;
use super::super::plan;
use super::tables::{columns, table as printed};
use crate::document::{Align, Inline, Table, TableRow};
use crate::domain::ZielKind;
use crate::text::{self, report, report::summary as words};

/// Years, state, goals, measures and money.
pub(super) fn table(basis: &Basis) -> Table {
    let programme = basis.programme;
    let of_kind = |leading: bool| {
        programme.ziele.iter().filter(|ziel| matches!(ziel.kind, ZielKind::Leitziel) == leading).count()
    };
    let key = programme.massnahmen.iter().filter(|massnahme| massnahme.schluesselmassnahme).count();
    let [cost, planned, granted, open] = super::comparison::amounts(programme);
    let own = plan::own_share_percent(programme);
    let facts = [
        (report::front::YEARS, report::span(&programme.first_year.to_string(), &programme.last_year.to_string())),
        (report::front::STATE, text::programme_state(programme.state).to_owned()),
        (words::GOALS, words::goals(of_kind(true), of_kind(false))),
        (words::MEASURES, words::measures(programme.massnahmen.len(), key)),
        (report::sum::COSTS, text::euro(cost)),
        (report::sum::FUNDING, words::funding(planned, granted, own)),
        (report::sum::OPEN, text::euro(open)),
    ];
    let rows = facts
        .into_iter()
        .map(|(label, value)| TableRow {
            cells: vec![vec![Inline::Strong(label.to_owned())], vec![Inline::Text(value)]],
            strong: false,
        })
        .collect();
    let columns = columns(&report::columns::SHEET, &[Align::Left, Align::Left], &[32.0, 68.0]);
    printed(words::CAPTION.to_owned(), columns, rows, vec![report::plan_source()])
}
