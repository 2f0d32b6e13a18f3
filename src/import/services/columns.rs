//! Which column of a table of services is what.

use crate::domain::{AngebotArt, AreaId, Handlungsfeld};
use crate::import::{RawTable, Source};
use crate::text::report::site::SERVICES;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Rows among which the headings are looked for.
const HEAD_ROWS: u32 = 20;

/// What a column says about services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ServiceField {
    Name,
    Area,
    Traeger,
    Handlungsfeld,
    Kind,
    Zielgruppe,
    Standort,
    Reach,
    Umfang,
    Capacity,
    UsePercent,
    OpeningHours,
    Funding,
    FundedUntil,
    Quality,
    AsOf,
}

impl ServiceField {
    /// All, in printed order.
    pub const ALL: [ServiceField; 16] = [
        ServiceField::Name,
        ServiceField::Area,
        ServiceField::Traeger,
        ServiceField::Handlungsfeld,
        ServiceField::Kind,
        ServiceField::Zielgruppe,
        ServiceField::Standort,
        ServiceField::Reach,
        ServiceField::Umfang,
        ServiceField::Capacity,
        ServiceField::UsePercent,
        ServiceField::OpeningHours,
        ServiceField::Funding,
        ServiceField::FundedUntil,
        ServiceField::Quality,
        ServiceField::AsOf,
    ];

    /// Its heading.
    pub fn word(self) -> &'static str {
        let own = ServiceField::ALL.into_iter().zip(SERVICES);
        own.into_iter().find_map(|(field, word)| (field == self).then_some(word)).unwrap_or_default()
    }
}

/// How a table of services is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceOptions {
    /// Index of the sheet.
    pub sheet: usize,
    /// Row with the headings, from 0.
    pub head_row: u32,
    /// What each column says; nothing for columns that are left out.
    pub columns: Vec<Option<ServiceField>>,
    /// The area of rows that name none.
    pub default_area: Option<AreaId>,
    /// The field of rows that name none that is known.
    pub default_field: Option<Handlungsfeld>,
    /// What the planner said about labels that name no known area: the area, or nothing to leave the rows out.
    pub areas: BTreeMap<String, Option<AreaId>>,
}

impl ServiceOptions {
    /// The column of a field.
    pub fn column_of(&self, field: ServiceField) -> Option<u16> {
        let at = self.columns.iter().position(|column| *column == Some(field))?;
        u16::try_from(at).ok()
    }

    /// Takes another sheet, with its headings as they are found.
    pub fn set_sheet(&mut self, source: &Source, sheet: usize) {
        let empty = RawTable::default();
        let (row, columns) = head(source.sheets.get(sheet).unwrap_or(&empty));
        (self.sheet, self.head_row, self.columns) = (sheet, row, columns);
    }

    /// Gives a column another meaning; a field has one column only.
    pub fn set_column(&mut self, column: usize, field: Option<ServiceField>) {
        if field.is_some() {
            self.columns.iter_mut().filter(|other| **other == field).for_each(|other| *other = None);
        }
        if let Some(place) = self.columns.get_mut(column) {
            *place = field;
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Vocabulary {
    pub unbefristet: Vec<String>,
    pub unbekannt: Vec<String>,
    spalten: BTreeMap<ServiceField, Vec<String>>,
    pub handlungsfelder: BTreeMap<Handlungsfeld, Vec<String>>,
    pub arten: BTreeMap<AngebotArt, Vec<String>>,
}

/// The words of `assets/texte/angebotstabelle.toml`; a test reads them.
pub(super) static VOCABULARY: LazyLock<Option<Vocabulary>> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/texte/angebotstabelle.toml")).ok());

/// Small letters, blanks joined.
pub(super) fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The field of a heading, and how well it fits: the letters that agree, doubled where all do.
fn field_of(heading: &str) -> Option<(ServiceField, usize)> {
    let heading = plain(heading.trim_end_matches([':', '*']));
    let vocabulary = VOCABULARY.as_ref()?;
    let words = vocabulary.spalten.iter().flat_map(|(field, words)| words.iter().map(move |word| (*field, word)));
    let fit = |word: &String| {
        let letters = word.chars().count();
        let inside = letters > 4 && heading.contains(word.as_str());
        (heading == *word).then_some(letters * 2 + 100).or(inside.then_some(letters))
    };
    words.filter_map(|(field, word)| Some((field, fit(word)?))).max_by_key(|(_, fit)| *fit)
}

/// Proposes how to read the first sheet that has headings of services; `area` is that of rows that name none.
pub fn propose_services(source: &Source, area: Option<AreaId>) -> ServiceOptions {
    let best = |(sheet, table): (usize, &RawTable)| {
        let (row, columns) = head(table);
        let known = columns.iter().flatten().count();
        (known, ServiceOptions { sheet, head_row: row, columns, default_area: area, ..ServiceOptions::default() })
    };
    let mut found: Vec<(usize, ServiceOptions)> = source.sheets.iter().enumerate().map(best).collect();
    // The first of those with most headings.
    found.sort_by_key(|(known, options)| (std::cmp::Reverse(*known), options.sheet));
    let first = found.into_iter().next();
    first.map_or_else(|| ServiceOptions { default_area: area, ..ServiceOptions::default() }, |(_, options)| options)
}

/// The row with most known headings among the first, and what its columns are.
fn head(table: &RawTable) -> (u32, Vec<Option<ServiceField>>) {
    let rows = (0..table.row_count().min(HEAD_ROWS)).map(|row| (row, columns_of(table, row)));
    let known = |columns: &[Option<ServiceField>]| columns.iter().flatten().count();
    rows.fold((0, columns_of(table, 0)), |best, row| if known(&row.1) > known(&best.1) { row } else { best })
}

/// What the columns are if this row holds the headings.
pub(super) fn columns_of(table: &RawTable, row: u32) -> Vec<Option<ServiceField>> {
    let found: Vec<Option<(ServiceField, usize)>> =
        (0..table.column_count()).map(|column| field_of(table.text(row, column))).collect();
    let mut best: BTreeMap<ServiceField, (usize, usize)> = BTreeMap::new();
    for (column, (field, fit)) in found.iter().enumerate().filter_map(|(at, one)| Some((at, (*one)?))) {
        let place = best.entry(field).or_insert((fit, column));
        if fit > place.0 {
            *place = (fit, column);
        }
    }
    found
        .iter()
        .enumerate()
        .map(|(at, one)| one.map(|(field, _)| field).filter(|field| best.get(field).is_some_and(|best| best.1 == at)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_many_words_mean_the_same_field() {
        let field = |heading| field_of(heading).map(|(field, _)| field);
        assert_eq!(field("Name des Angebots"), Some(ServiceField::Name));
        assert_eq!(field("Förderung  BIS:"), Some(ServiceField::FundedUntil));
        assert_eq!(field("Auslastung (%)"), Some(ServiceField::UsePercent));
        assert_eq!(field("Handlungsfeld Aktionsplan"), Some(ServiceField::Handlungsfeld));
        assert_eq!(field("Lfd. Nr."), None);
    }

    #[test]
    fn the_headings_of_the_own_table_are_all_known() {
        let own = SERVICES.map(|heading| field_of(heading).map(|(field, _)| field));
        assert_eq!(own, ServiceField::ALL.map(Some));
    }
}
