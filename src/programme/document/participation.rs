//! Participation in the document: the Stadtteil-Check, events, theses, ideas, and who wants to take part.

use super::super::basis::Basis;
use super::super::findings;
use super::super::participation::{is_said, number_of, own_events, sorted_as};
use super::super::resolve::shown;
use super::Profile;
use super::tables::{columns, row, strong_row, table};
use crate::document::{Align, Block, Table};
use crate::domain::{Aussage, Mitwirkung, Swot, Veranstaltung};
use crate::text;
use crate::text::report::participation::{self as words, caption};
use crate::text::report::{NOT_SETTLED, marked};

/// Tables of events; none where there were none. The short profile keeps the list of events.
pub(super) fn results(basis: &Basis, profile: Profile) -> Vec<Block> {
    let events = own_events(basis);
    if events.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Table(event_table(&events))];
    match profile {
        Profile::Kurz => {}
        Profile::Lang => {
            let tables = [theses(&events), ideas(basis, &events), helpers(basis, &events)];
            blocks.extend(tables.into_iter().flatten().map(Block::Table));
        }
    }
    blocks
}

/// The Stadtteil-Check; none where nothing was assessed.
pub(super) fn board(basis: &Basis) -> Option<Table> {
    let mut rows = Vec::new();
    for kind in Swot::ALL {
        let own: Vec<&Aussage> = sorted_as(basis, kind).into_iter().filter(|aussage| is_said(&aussage.text)).collect();
        if own.is_empty() {
            continue;
        }
        rows.push(strong_row([text::swot_plural(kind).to_owned(), String::new(), String::new()]));
        rows.extend(own.into_iter().map(|aussage| row(board_cells(basis, aussage))));
    }
    if rows.is_empty() {
        return None;
    }
    let columns = columns(&words::columns::BOARD, &[Align::Left; 3], &[46.0, 24.0, 30.0]);
    Some(table(caption::BOARD.to_owned(), columns, rows, vec![words::source()]))
}

fn board_cells(basis: &Basis, aussage: &Aussage) -> [String; 3] {
    let (title, date) = basis.vor_ort.source_of(aussage);
    let source = words::source_of(title, date.map(text::date).as_deref());
    let relation = match basis.data.indicator_by_code(&aussage.indicator) {
        Some(indicator) => {
            let value = findings::reading(basis, indicator).map(|reading| shown(indicator, &reading.here));
            words::relation(text::aussage_stance(aussage.stance), &indicator.name, value.as_deref())
        }
        None => words::NO_INDICATOR.to_owned(),
    };
    [marked(&aussage.text, aussage.demonstration), source, relation]
}

fn event_table(events: &[&Veranstaltung]) -> Table {
    let cells = |event: &&Veranstaltung| {
        let said = event.groups.iter().filter(|group| is_said(&group.group));
        let groups: Vec<String> = said.map(|group| words::group(&group.group, group.reached)).collect();
        row([
            event.date.map_or_else(|| NOT_SETTLED.to_owned(), text::date),
            marked(&event.title, event.demonstration),
            text::veranstaltungsform(event.form).to_owned(),
            event.place.clone(),
            groups.join("; "),
        ])
    };
    let rows = events.iter().map(cells).collect();
    let columns = columns(&words::columns::EVENTS, &[Align::Left; 5], &[14.0, 28.0, 20.0, 18.0, 26.0]);
    table(caption::EVENTS.to_owned(), columns, rows, vec![words::source()])
}

/// Theses, ideas, helpers and assessments under their names, those that there are.
pub(super) fn tables(basis: &Basis) -> Vec<(&'static str, Table)> {
    use crate::text::report::practice;
    let events = own_events(basis);
    let found = [
        (practice::THESES, theses(&events)),
        (practice::IDEAS, ideas(basis, &events)),
        (practice::HELPERS, helpers(basis, &events)),
        (practice::BOARD, board(basis)),
    ];
    found.into_iter().filter_map(|(name, table)| Some((name, table?))).collect()
}

fn name(event: &Veranstaltung) -> String {
    words::event(&event.title, event.date.map(text::date).as_deref())
}

fn theses(events: &[&Veranstaltung]) -> Option<Table> {
    let rows: Vec<_> = events
        .iter()
        .flat_map(|event| event.theses.iter().map(move |these| (event, these)))
        .filter(|(_, these)| is_said(&these.text))
        .map(|(event, these)| row([these.text.clone(), text::zustimmung(these.support), name(event)]))
        .collect();
    let columns = columns(&words::columns::THESES, &[Align::Left; 3], &[50.0, 20.0, 30.0]);
    (!rows.is_empty()).then(|| table(caption::THESES.to_owned(), columns, rows, vec![words::source()]))
}

fn ideas(basis: &Basis, events: &[&Veranstaltung]) -> Option<Table> {
    let mut rows = Vec::new();
    for event in events {
        let own = basis.vor_ort.ideen.iter().filter(|idee| idee.veranstaltung == event.id && is_said(&idee.text));
        rows.extend(own.map(|idee| {
            let measure = number_of(basis, idee.massnahme).unwrap_or_else(|| words::NOT_ADOPTED.to_owned());
            row([idee.text.clone(), text::handlungsfeld_short(idee.handlungsfeld).to_owned(), measure, name(event)])
        }));
    }
    let columns = columns(&words::columns::IDEAS, &[Align::Left; 4], &[38.0, 22.0, 16.0, 28.0]);
    (!rows.is_empty()).then(|| table(caption::IDEAS.to_owned(), columns, rows, vec![words::source()]))
}

fn helpers(basis: &Basis, events: &[&Veranstaltung]) -> Option<Table> {
    let mut rows = Vec::new();
    for event in events {
        let of_event = |helper: &&Mitwirkung| helper.veranstaltung == event.id && is_said(&helper.who);
        let own = basis.vor_ort.mitwirkungen.iter().filter(of_event);
        rows.extend(own.map(|helper| {
            let measure = number_of(basis, helper.massnahme).unwrap_or_default();
            row([helper.who.clone(), helper.what.clone(), measure, name(event)])
        }));
    }
    let columns = columns(&words::columns::HELPERS, &[Align::Left; 4], &[28.0, 28.0, 16.0, 28.0]);
    (!rows.is_empty()).then(|| table(caption::HELPERS.to_owned(), columns, rows, vec![words::source()]))
}
