//! What each column holds: areas, values of an indicator, or the parts of a table with a row per value.

use super::super::area_label::{level_of_cell, level_of_heading};
use super::super::area_match::AreaIndex;
use super::super::draft::shown_text;
use super::super::header;
use super::super::mapping::{ColumnRole, Mapping, ValuePart};
use super::super::number::{CellUnits, Evidence};
use super::super::table::{CellKind, RawCell, RawTable, trimmed};
use super::cards::{Cards, known_code, name_without_unit};
use super::layout::looks_like_value;
use crate::domain::PlanningData;
use crate::jobs::{Cancelled, Progress};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Rows that are looked at to tell what a column holds.
const SAMPLE_ROWS: u32 = 3000;
/// Columns among which the keys of areas are looked for.
const KEY_COLUMNS: usize = 6;
/// Columns of words among which the names of areas are looked for.
const NAME_COLUMNS: usize = 40;
/// Places between two looks whether the planner wants to stop.
const STEP: usize = 1 << 14;
/// Rows between two looks, where one cell of each is looked at.
pub(super) const ROWS: u32 = 1 << 15;
/// More names than this are no names of indicators.
const MOST_LABELS: usize = 5000;

/// Sets the roles of all columns and the cards of new indicators.
pub(super) fn assign(
    mapping: &mut Mapping,
    table: &RawTable,
    data: &PlanningData,
    titles: &[&str],
    progress: &Progress,
) -> Result<(), Cancelled> {
    let columns = Profile::all(mapping, table, progress)?;
    assign_labels(mapping, table, data, &columns);
    progress.check()?;
    assign_areas(mapping, table, data, &columns);
    progress.check()?;
    for (at, profile) in columns.iter().enumerate() {
        mapping.columns[at].decimal_mark = profile.evidence.proven();
    }
    if mapping.column_with(|role| *role == ColumnRole::IndicatorName).is_some() {
        assign_long(mapping, table, data, &columns, progress)?;
    } else {
        let cards = Cards::new(data);
        Wide { mapping, table, data, columns: &columns, titles, used: BTreeMap::new(), cards }.assign();
    }
    progress.check()
}

/// Whether a table with a row per period or per value names each area in its first row only. Where nothing else tells
/// the rows apart, a row without area may just as well be a total.
pub(super) fn names_areas_once(mapping: &Mapping, table: &RawTable) -> bool {
    let is_area = |role: &ColumnRole| *role == ColumnRole::AreaName || *role == ColumnRole::AreaKey;
    let tells_rows = |role: &ColumnRole| *role == ColumnRole::IndicatorName || *role == ColumnRole::Period;
    let (Some(area), Some(label)) = (mapping.column_with(is_area), mapping.column_with(tells_rows)) else {
        return false;
    };
    let rows: Vec<u32> = (mapping.data_rows.first..=mapping.data_rows.last)
        .filter(|&row| !mapping.skipped_rows.contains(&row) && !table.is_blank(row))
        .collect();
    let named = |row: &&u32| !shown_text(table, **row, area).is_empty();
    let nameless = rows.iter().filter(|row| !named(row));
    rows.first().is_some_and(|row| named(&row))
        && nameless.clone().count() > 0
        && nameless.clone().all(|&row| !table.text(row, label).is_empty())
}

/// What the cells of a column look like.
struct Profile {
    heading: String,
    filled: u32,
    values: u32,
    periods: u32,
    leading_zero: bool,
    percent: u32,
    /// Units that cells name themselves.
    units: CellUnits,
    whole: bool,
    distinct: usize,
    evidence: Evidence,
}

impl Profile {
    /// The profiles of all columns, from the filled cells only: a table may be wide and long and nearly empty.
    fn all(mapping: &Mapping, table: &RawTable, progress: &Progress) -> Result<Vec<Profile>, Cancelled> {
        let mut profiles: Vec<(Profile, BTreeSet<&str>)> = (0..usize::from(table.column_count()))
            .map(|at| (Profile::new(mapping.columns.get(at).map_or("", |column| &column.header)), BTreeSet::new()))
            .collect();
        let (range, step) = (mapping.data_rows, table.rows_per(STEP));
        for row in (range.first..=range.last).filter(|row| !mapping.skipped_rows.contains(row)) {
            if row % step == 0 {
                progress.step(u64::from(row - range.first), u64::from(range.last - range.first) + 1)?;
            }
            let sampled = row - range.first < SAMPLE_ROWS;
            for (column, cell) in table.row_cells(row) {
                let Some((profile, distinct)) = profiles.get_mut(usize::from(column)) else { continue };
                if cell.kind == CellKind::Text {
                    profile.evidence.add(cell.text);
                }
                if sampled {
                    profile.add(cell, table.is_percent(row, column));
                    // Only among these is a key looked for.
                    if usize::from(column) < KEY_COLUMNS {
                        distinct.insert(trimmed(cell.text));
                    }
                }
            }
        }
        let finished = profiles.into_iter().map(|(mut profile, distinct)| {
            profile.whole &= profile.evidence.comma == 0 && profile.evidence.point == 0;
            profile.distinct = distinct.len();
            profile
        });
        Ok(finished.collect())
    }

    fn new(header: &str) -> Profile {
        Profile {
            heading: header.to_lowercase(),
            filled: 0,
            values: 0,
            periods: 0,
            leading_zero: false,
            percent: 0,
            units: CellUnits::default(),
            whole: true,
            distinct: 0,
            evidence: Evidence::default(),
        }
    }

    fn add(&mut self, cell: RawCell<'_>, percent: bool) {
        let text = trimmed(cell.text);
        self.filled += 1;
        self.values += u32::from(looks_like_value(cell));
        self.periods += u32::from(cell.kind == CellKind::Date || header::period_of_cell(text).is_some());
        self.leading_zero |= text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
        self.whole &= cell.kind != CellKind::Number || !text.contains('.');
        if cell.kind == CellKind::Text {
            self.units.add(text);
        }
        let signed = cell.kind == CellKind::Text && text.ends_with('%');
        self.percent += u32::from(signed || (cell.kind == CellKind::Number && percent));
    }

    fn mostly_values(&self) -> bool {
        self.filled > 0 && self.values * 3 >= self.filled
    }

    fn mostly_words(&self) -> bool {
        self.filled > 0 && self.values * 3 < self.filled
    }

    fn is_headed(&self, words: &[&str]) -> bool {
        let plain = self.heading.trim_end_matches([':', '.']);
        words.contains(&plain)
    }

    fn mentions(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.heading.contains(word))
    }
}

/// Columns of a table with a row per value: name of the indicator, period, unit, source.
fn assign_labels(mapping: &mut Mapping, table: &RawTable, data: &PlanningData, columns: &[Profile]) {
    let names = ["indikator", "indicator", "merkmal", "kennzahl", "variable", "indikatorname", "bezeichnung indikator"];
    let periods = [
        "jahr",
        "year",
        "stand",
        "stichtag",
        "zeitraum",
        "datum",
        "periode",
        "berichtsjahr",
        "period",
        "zeit",
        "monat",
    ];
    match code_column(mapping, table, data, columns) {
        Some(codes) => mapping.columns[codes].role = ColumnRole::IndicatorName,
        None => {
            _ = set_first(mapping, columns, ColumnRole::IndicatorName, |c| {
                c.is_headed(&names) && c.evidence.numbers() == 0
            })
        }
    }
    set_first(mapping, columns, ColumnRole::Period, |c| {
        c.is_headed(&periods) && c.periods * 2 >= c.filled && c.filled > 0
    });
    // Dates and months are no values, so a column of nothing else says when.
    if mapping.column_with(|role| *role == ColumnRole::Period).is_none() {
        set_first(mapping, columns, ColumnRole::Period, |c| c.mostly_words() && c.periods == c.filled);
    }
    if mapping.column_with(|role| *role == ColumnRole::IndicatorName).is_some() {
        set_first(mapping, columns, ColumnRole::Unit, |c| c.is_headed(&["einheit", "unit", "maßeinheit"]));
        set_first(mapping, columns, ColumnRole::Source, |c| c.is_headed(&["quelle", "source", "datenquelle"]));
    }
}

/// The column whose every cell is the code of an indicator of the project: surer than any name.
fn code_column(mapping: &Mapping, table: &RawTable, data: &PlanningData, columns: &[Profile]) -> Option<usize> {
    let headed = ["code", "kürzel", "indikatorcode", "indikator-code", "kennung", "kennzahl", "indikator", "indicator"];
    (0_u16..).zip(columns).find_map(|(column, profile)| {
        let rows =
            || (mapping.data_rows.first..=mapping.data_rows.last).filter(|row| !mapping.skipped_rows.contains(row));
        let is_code = |row| data.indicator_by_code(table.text(row, column)).is_some();
        let fits = profile.is_headed(&headed) && rows().take(3).all(is_code) && rows().all(is_code);
        fits.then_some(usize::from(column))
    })
}

fn set_first(mapping: &mut Mapping, columns: &[Profile], role: ColumnRole, fits: impl Fn(&Profile) -> bool) -> bool {
    let at = columns.iter().enumerate().position(|(at, c)| mapping.columns[at].role == ColumnRole::Ignore && fits(c));
    if let Some(at) = at {
        mapping.columns[at].role = role;
    }
    at.is_some()
}

const KEY_WORDS: [&str; 8] =
    ["schlüssel", "schluessel", "kennziff", "nummer", "kennung", "gebiets-nr", "bezirks-nr", "raum-nr"];
const KEY_NAMES: [&str; 13] = [
    "id",
    "key",
    "nr",
    "code",
    "ags",
    "rau",
    "plr",
    "raumid",
    "plr_id",
    "gebiets_id",
    "area_id",
    "area_key",
    "statbez",
];
const AREA_WORDS: [&str; 16] = [
    "gebiet",
    "stadtteil",
    "sozialraum",
    "sozialräume",
    "bezirk",
    "raum",
    "quartier",
    "area",
    "name",
    "ort",
    "viertel",
    "district",
    "planungsräume",
    "kommune",
    "gemeinde",
    "region",
];

/// Beside a column of areas, the column of the areas inside them, if every row names one.
fn finest(words: &[usize], columns: &[Profile], chosen: usize) -> usize {
    let Some(level) = level_of_heading(&columns[chosen].heading) else { return chosen };
    let finer = words.iter().filter_map(|&at| {
        let finer = level_of_heading(&columns[at].heading).filter(|&finer| finer > level)?;
        (columns[at].filled >= columns[chosen].filled).then_some((finer, at))
    });
    finer.max_by_key(|&(level, at)| (level, std::cmp::Reverse(at))).map_or(chosen, |(_, at)| at)
}

/// Whether a text heads a column of areas and is no area itself.
pub(in super::super) fn heads_areas(text: &str) -> bool {
    let lower = text.to_lowercase();
    level_of_cell(&lower).is_some() || AREA_WORDS.contains(&lower.as_str()) || KEY_NAMES.contains(&lower.as_str())
}

fn assign_areas(mapping: &mut Mapping, table: &RawTable, data: &PlanningData, columns: &[Profile]) {
    let index = AreaIndex::new(data);
    let range = mapping.data_rows;
    let known = |column: usize, key: bool| {
        let Ok(column) = u16::try_from(column) else { return false };
        let rows = range.first..=range.last.min(range.first + 200);
        let found = rows.clone().filter(|&row| {
            let text = table.text(row, column);
            let by_key = || index.by_key(text, None) != super::super::area_match::AreaMatch::Unknown;
            !text.is_empty() && if key { by_key() } else { !index.levels(text).is_empty() }
        });
        found.count() * 2 > rows.count()
    };
    let level = super::levels::level_column(mapping, table).map(usize::from);
    let free = |mapping: &Mapping, at: usize| mapping.columns[at].role == ColumnRole::Ignore && level != Some(at);
    let key = columns.iter().enumerate().take(KEY_COLUMNS).position(|(at, c)| {
        let named = c.is_headed(&KEY_NAMES) || c.mentions(&KEY_WORDS) || heads_areas(&c.heading);
        let keylike = c.values == c.filled && c.whole && c.filled > 0;
        let sure = known(at, true) && named;
        free(mapping, at)
            && (sure || (keylike && (c.leading_zero || (named && c.distinct * 10 >= c.filled as usize * 9))))
    });
    if let Some(at) = key {
        mapping.columns[at].role = ColumnRole::AreaKey;
    }
    let words: Vec<usize> =
        (0..columns.len()).filter(|&at| free(mapping, at) && columns[at].mostly_words()).take(NAME_COLUMNS).collect();
    let name = (words.iter().find(|&&at| known(at, false)))
        .or_else(|| words.iter().find(|&&at| columns[at].mentions(&AREA_WORDS)))
        .or_else(|| words.first())
        .copied()
        .map(|at| finest(&words, columns, at));
    if let Some(at) = name {
        mapping.columns[at].role = ColumnRole::AreaName;
    } else if key.is_none()
        && let Some(at) = (0..columns.len().min(3)).find(|&at| free(mapping, at) && known(at, true))
    {
        mapping.columns[at].role = ColumnRole::AreaKey;
    }
}

/// How the column of values is headed where each row names its indicator.
const VALUE_NAMES: [&str; 4] = ["wert", "value", "messwert", "obs_value"];

/// A row per value: the names of the indicators stand in a column.
fn assign_long(
    mapping: &mut Mapping,
    table: &RawTable,
    data: &PlanningData,
    columns: &[Profile],
    progress: &Progress,
) -> Result<(), Cancelled> {
    let is_free = |mapping: &Mapping, at: usize| mapping.columns[at].role == ColumnRole::Ignore;
    let is_value = |at: usize| is_free(mapping, at) && columns[at].mostly_values();
    // Beside a column headed so, other numbers are notes about the value: `demonstration`, `Zeile`.
    let headed = (0..columns.len()).find(|&at| is_value(at) && columns[at].is_headed(&VALUE_NAMES));
    for (at, profile) in columns.iter().enumerate() {
        let is_part = profile.is_headed(&["zähler", "numerator", "nenner", "denominator"]);
        let belongs = is_part || headed.is_none_or(|headed| headed == at);
        if !is_free(mapping, at) || !profile.mostly_values() || !belongs {
            continue;
        }
        let (text, period) = header::split_period(&mapping.columns[at].header);
        let part = match text.to_lowercase().as_str() {
            "zähler" | "numerator" => ValuePart::Numerator,
            "nenner" | "denominator" => ValuePart::Denominator,
            _ => ValuePart::Value,
        };
        mapping.columns[at].role = ColumnRole::Value { period, part };
    }
    let whole = columns.iter().all(|profile| profile.whole);
    let labels = labels(mapping, table, progress)?;
    if labels.len() > MOST_LABELS {
        return Ok(());
    }
    let mut cards = Cards::new(data);
    for (label, units) in labels {
        for unit in &units {
            let code = known_code(data, &label, Some(unit)).unwrap_or_else(|| {
                let name = if units.len() > 1 { format!("{label} [{unit}]") } else { label.clone() };
                cards.add(mapping, &name, unit, if whole { 0 } else { 1 }, "")
            });
            let key = if units.len() > 1 { format!("{label} [{unit}]") } else { label.clone() };
            mapping.indicator_choices.insert(key, code);
        }
    }
    Ok(())
}

/// The names in the column of indicators, each with its units.
fn labels(
    mapping: &Mapping,
    table: &RawTable,
    progress: &Progress,
) -> Result<BTreeMap<String, BTreeSet<String>>, Cancelled> {
    let mut met: HashSet<(&str, Option<&str>)> = HashSet::new();
    let unit = mapping.column_with(|role| *role == ColumnRole::Unit);
    let mut before = None;
    if let Some(names) = mapping.column_with(|role| *role == ColumnRole::IndicatorName) {
        for row in mapping.data_rows.first..=mapping.data_rows.last {
            if row % ROWS == 0 {
                progress.check()?;
            }
            let label = shown_text(table, row, names);
            if !label.is_empty() && !mapping.skipped_rows.contains(&row) {
                let unit = unit.map(|unit| table.text(row, unit)).filter(|unit| !unit.is_empty());
                // Neighbouring rows mostly have the same indicator.
                if before.replace((label, unit)) != Some((label, unit)) {
                    met.insert((label, unit));
                }
            }
        }
    }
    let mut labels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    met.into_iter().for_each(|(label, unit)| _ = labels.entry(label).or_default().insert(unit.unwrap_or_default()));
    let own =
        |(label, units): (&str, BTreeSet<&str>)| (label.to_owned(), units.into_iter().map(str::to_owned).collect());
    Ok(labels.into_iter().map(own).collect())
}

/// A column per indicator, or per indicator and year.
struct Wide<'a> {
    mapping: &'a mut Mapping,
    table: &'a RawTable,
    data: &'a PlanningData,
    columns: &'a [Profile],
    titles: &'a [&'a str],
    used: BTreeMap<(String, Option<String>, u8), u32>,
    cards: Cards<'a>,
}

impl Wide<'_> {
    fn assign(&mut self) {
        let values: Vec<u16> = (0..self.next_block())
            .filter(|&column| {
                let at = usize::from(column);
                self.mapping.columns[at].role == ColumnRole::Ignore && self.columns[at].mostly_values()
            })
            .collect();
        let Some(&first) = values.first() else { return };
        let rows = self.mapping.header_rows.clone();
        let name_row = rows.iter().position(|&row| self.names_columns(row, &values));
        let headings: Vec<Vec<String>> = (0..rows.len()).map(|at| self.headings(&rows, at, first)).collect();
        let texts = |column: u16| -> Vec<String> {
            headings.iter().map(|row| row.get(usize::from(column - first)).cloned().unwrap_or_default()).collect()
        };
        let has_heading = |column: &u16| texts(*column).iter().any(|text| !text.is_empty());
        let headed: Vec<u16> = values.iter().copied().filter(has_heading).collect();
        // A column without heading beside columns with headings has no name that the file could prove: it is not read
        // until the planner says so.
        for column in if headed.is_empty() { values } else { headed } {
            self.assign_column(column, &texts(column), name_row);
        }
    }

    /// Where a second table begins beside the first one: at a column of areas under the same heading. Its values belong to
    /// other areas than those of the first column, so they are not read until the planner says so.
    fn next_block(&self) -> u16 {
        let is_area = |role: &ColumnRole| *role == ColumnRole::AreaName || *role == ColumnRole::AreaKey;
        let Some(area) = self.mapping.column_with(is_area) else { return self.table.column_count() };
        let heading = &self.columns[usize::from(area)].heading;
        let again = (0_u16..).zip(self.columns).skip(usize::from(area) + 1);
        let again = again.filter(|(_, column)| heads_areas(heading) && column.heading == *heading);
        again.map(|(column, _)| column).next().unwrap_or(self.table.column_count())
    }

    /// Whether a header row names every value column differently, and not only by a period.
    fn names_columns(&self, row: u32, values: &[u16]) -> bool {
        let names: BTreeSet<String> = values
            .iter()
            .map(|&column| header::mended(header::beginning(self.table.text(row, column))))
            .filter(|name| !header::split_period(name).0.is_empty())
            .collect();
        names.len() * 10 >= values.len() * 9
    }

    /// A header row from the first value column; blank cells of upper rows continue the cell to their left.
    fn headings(&self, rows: &[u32], at: usize, first: u16) -> Vec<String> {
        let continues = at + 1 < rows.len() && self.table.merged().is_empty();
        let mut left = String::new();
        let headings = (first..self.table.column_count()).map(|column| {
            let own = header::mended(header::beginning(shown_text(self.table, rows[at], column)));
            if !own.is_empty() || !continues {
                left.clone_from(&own);
                return own;
            }
            left.clone()
        });
        headings.collect()
    }

    fn assign_column(&mut self, column: u16, texts: &[String], name_row: Option<usize>) {
        let part =
            texts.iter().map(|text| split_part(text).1).find(|part| *part != ValuePart::Value).unwrap_or_default();
        let texts: Vec<(String, Option<String>)> =
            texts.iter().map(|text| header::split_period(&split_part(text).0)).collect();
        let period = texts.iter().rev().find_map(|(_, period)| period.clone());
        let mut names: Vec<String> = texts.into_iter().map(|(name, _)| name).collect();
        let period = period.map(|period| dated(period, &mut names));
        let (name, definition) = match name_row {
            Some(at) => (names[at].clone(), names[at + 1..].join(" ")),
            None => {
                let mut parts: Vec<&str> = Vec::new();
                for part in names.iter().map(String::as_str).filter(|part| !part.is_empty()) {
                    if parts.last() != Some(&part) {
                        parts.push(part);
                    }
                }
                (joined(&parts), String::new())
            }
        };
        let is_unnamed = name.is_empty() || header::year_with_footnote(&name).is_some();
        let name = match header::Counted::of(&name) {
            _ if is_unnamed => self.title_name(),
            // `Anzahl` and `in %` say how something is counted; what it is stands above them or in the title.
            Some(counted) => {
                let above = &names[..name_row.unwrap_or(0)];
                let above = above.iter().rev().find(|above| is_name(above)).cloned();
                above.or_else(|| self.title()).map_or(name, |counts| counted.join(&counts))
            }
            None => name,
        };
        let unique = self.unique(name, &period, part);
        let code = self.code(column, &unique, definition.trim());
        self.mapping.columns[usize::from(column)].role = ColumnRole::Indicator { code, period, part };
    }

    /// The name, numbered if an earlier column of the same period and part has it.
    fn unique(&mut self, name: String, period: &Option<String>, part: ValuePart) -> String {
        let key = |name: &str| (name.to_owned(), period.clone(), part as u8);
        let mut unique = name.clone();
        while self.used.contains_key(&key(&unique)) {
            let times = self.used.entry(key(&name)).or_insert(1);
            *times += 1;
            unique = format!("{name} ({times})");
        }
        self.used.insert(key(&unique), 1);
        unique
    }

    /// Tables whose headings are years only are named by their title.
    fn title_name(&self) -> String {
        self.title().unwrap_or_else(|| name_of_file(self.table))
    }

    /// The title without its period.
    fn title(&self) -> Option<String> {
        let titles = self.titles.iter().map(|title| header::mended(title));
        let mut titles = titles.map(|title| header::split_period(header::without_table_number(&title)).0);
        titles.find(|title| !title.is_empty())
    }

    fn code(&mut self, column: u16, name: &str, definition: &str) -> String {
        let shown = &self.columns[usize::from(column)];
        let percent = || (shown.percent > 0 && shown.percent == shown.values).then(|| "%".to_owned());
        let unit = header::unit(name).or_else(|| header::unit(definition)).or_else(percent);
        if let Some(code) = known_code(self.data, name, unit.as_deref()) {
            return code;
        }
        if let Some(code) = self.cards.code_of(name) {
            return code.clone();
        }
        let decimals = u8::from(!self.columns[usize::from(column)].whole);
        let of_cells = || shown.units.of_column(shown.values, None).map(str::to_owned);
        let unit = unit.or_else(of_cells);
        self.cards.add(self.mapping, name, unit.as_deref().unwrap_or(""), decimals, definition)
    }
}

impl Mapping {
    /// Makes a column one of values, as its headings say: of the indicator that they name, with their period. A card is
    /// made where there is none.
    pub fn read_by_heading(&mut self, table: &RawTable, column: u16, data: &PlanningData) {
        let at = usize::from(column);
        if at >= self.columns.len() {
            return;
        }
        let mut columns: Vec<Profile> = self.columns.iter().map(|column| Profile::new(&column.header)).collect();
        let range = self.data_rows;
        for row in (range.first..=range.last.min(table.row_count())).take(SAMPLE_ROWS as usize) {
            let cell = table.cell(row, column);
            if !cell.is_empty() && !self.skipped_rows.contains(&row) {
                columns[at].add(cell, table.is_percent(row, column));
                columns[at].evidence.add(cell.text);
            }
        }
        columns[at].whole &= columns[at].evidence.comma == 0 && columns[at].evidence.point == 0;
        let is_value = |at: &u16| *at == column || matches!(self.role(*at), ColumnRole::Indicator { .. });
        let values: Vec<u16> = (0..table.column_count()).filter(is_value).collect();
        let first = values.first().copied().unwrap_or(column);
        let (rows, known) = (self.header_rows.clone(), self.new_indicators.len());
        let cards = Cards::beside(self, data);
        let mut wide =
            Wide { mapping: self, table, data, columns: &columns, titles: &[], used: BTreeMap::new(), cards };
        let name_row = rows.iter().position(|&row| wide.names_columns(row, &values));
        let place = usize::from(column - first);
        let texts: Vec<String> = (0..rows.len()).map(|at| wide.headings(&rows, at, first).swap_remove(place)).collect();
        wide.assign_column(column, &texts, name_row);
        name_without_unit(self, known, data);
    }
}

/// What values are called of which neither heading nor title says what they are: as their sheet or file.
pub(in super::super) fn name_of_file(table: &RawTable) -> String {
    let name = &table.name;
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    header::mended(&stem.replace('_', " "))
}

/// The year of a column together with the day that another of its headings names: `31.12.` and `2024`.
fn dated(period: String, names: &mut [String]) -> String {
    let day = names.iter_mut().find_map(|name| Some((header::day_of_year(name)?.to_owned(), name)));
    match day {
        Some((day, name)) if period.bytes().all(|byte| byte.is_ascii_digit()) => {
            name.clear();
            format!("{day}{period}")
        }
        Some(_) | None => period,
    }
}

/// The headings of a column as one name. One that only names a unit belongs to the name before it.
fn joined(parts: &[&str]) -> String {
    let (units, names): (Vec<&str>, Vec<&str>) = parts.iter().partition(|part| header::is_unit_only(part));
    if names.is_empty() {
        return parts.join(" – ");
    }
    let name = names.join(" – ");
    units.into_iter().fold(name, |name, unit| match header::Counted::of(unit) {
        Some(counted) => counted.join(&name),
        None => format!("{name} {unit}"),
    })
}

/// Whether a heading says what is counted.
fn is_name(heading: &str) -> bool {
    !heading.is_empty() && header::Counted::of(heading).is_none() && header::year_with_footnote(heading).is_none()
}

/// `SGB2 Zähler` → `SGB2` and the numerator.
fn split_part(name: &str) -> (String, ValuePart) {
    let words = [
        ("zähler", ValuePart::Numerator),
        ("(zähler)", ValuePart::Numerator),
        ("_zaehler", ValuePart::Numerator),
        ("nenner", ValuePart::Denominator),
        ("(nenner)", ValuePart::Denominator),
        ("_nenner", ValuePart::Denominator),
    ];
    let lower = name.to_lowercase();
    for (word, part) in words {
        if let Some(base) = lower.strip_suffix(word)
            && let Some(base) = name.get(..base.len())
        {
            let base = base.trim_end_matches([' ', '-', '–', ',', '_', ':']);
            if !base.is_empty() {
                return (base.to_owned(), part);
            }
        }
    }
    (name.to_owned(), ValuePart::Value)
}
