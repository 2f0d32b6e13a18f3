//! The mapping of an earlier import as the first proposal for the next file of its kind. A kind is known by its
//! headings without their periods; where headings came, went or changed their name, the planner is asked.

use super::{Proposal, layout, mapping_of, reapplied, watched};
use crate::domain::{Import, ImportState, PlanningData};
use crate::import::mapping::{ColumnMapping, ColumnRole, Mapping, RowRange};
use crate::import::number::{self, CellUnits, DecimalMark, Evidence};
use crate::import::table::{CellKind, RawTable};
use crate::import::{ImportError, Source, header};
use crate::jobs::{Cancelled, Progress};
use std::collections::BTreeSet;

/// Thousandths of a proposal that it takes to find the mapping; the rest is the draft.
const MAPPED: u64 = 400;

/// Similarity (Jaro and Winkler 1990) from which two headings may be the same content under another name.
const SIMILAR: f64 = 0.85;

/// Similarity from which two headings at the same place may be one: less is another content.
const SIMILAR_IN_PLACE: f64 = 0.7;

/// Share of the columns in use that a file must have again to be of the same kind, and share of its own values that must
/// be known.
const SAME_KIND: f64 = 0.6;

/// The first proposal for a file: by the mapping of an earlier import where one fits, which is named then, else by what
/// the file itself shows. Drafts once.
///
/// # Errors
/// If the planner stopped it, [`ImportError::TooManyValues`] or [`ImportError::TooManyAreas`].
pub fn first_proposal<'a>(
    source: &Source,
    data: &'a PlanningData,
    progress: &Progress,
) -> Result<(Proposal, Option<&'a Import>), ImportError> {
    let (mapping, import) = mapping_for(source, data, &progress.part(0, MAPPED))?;
    Ok((watched(source, mapping, data, &progress.part(MAPPED, 1000))?, import))
}

/// The proposal by what the file itself shows, whatever is remembered.
///
/// # Errors
/// As [`first_proposal`].
pub fn fresh_proposal(source: &Source, data: &PlanningData, progress: &Progress) -> Result<Proposal, ImportError> {
    let mapping = mapping_of(source, layout::main_sheet(source), data, &progress.part(0, MAPPED))?;
    watched(source, mapping, data, &progress.part(MAPPED, 1000))
}

/// The mapping of the newest import of the same file, else of the newest with the same headings, else of the newest of
/// the same kind, with that import; where none fits, the one that the file itself proposes.
fn mapping_for<'a>(
    source: &Source,
    data: &'a PlanningData,
    progress: &Progress,
) -> Result<(Mapping, Option<&'a Import>), Cancelled> {
    let newest_first = || data.imports.iter().rev();
    if let Some((mapping, import)) = newest_first().filter(|import| import.sha256 == source.sha256).find_map(stored) {
        return Ok((mapping, Some(import)));
    }
    let proposed = mapping_of(source, layout::main_sheet(source), data, &progress.part(0, 500))?;
    let earlier: Vec<(Mapping, &Import)> = newest_first().filter_map(stored).collect();
    let same_headings = earlier.iter().find(|(mapping, _)| same_headings(mapping, &proposed));
    Ok(match same_headings.or_else(|| earlier.iter().find(|(mapping, _)| same_kind(mapping, &proposed))) {
        Some((mapping, import)) => {
            let mut mapping = reapplied(mapping, source, data, &progress.part(500, 1000))?;
            if !reads_values(&mapping) {
                return Ok((proposed, None));
            }
            // Only here: a mapping that the planner loads is their word for this file.
            if let Some(table) = source.sheets.get(usize::from(mapping.sheet)) {
                settle_factors(&mut mapping.columns, table, mapping.data_rows, &mapping.skipped_rows);
            }
            (without_old_periods(mapping, &proposed), Some(import))
        }
        None => (proposed, None),
    })
}

/// Whether anything is left of a mapping that a file can be read by.
fn reads_values(mapping: &Mapping) -> bool {
    let areas = mapping.column_with(|role| matches!(role, ColumnRole::AreaKey | ColumnRole::AreaName));
    areas.is_some() && mapping.column_with(|role| period_of(&mut role.clone()).is_some()).is_some()
}

/// The newest import that counts whose file was of the kind that a mapping reads, but another file.
pub(in crate::import) fn last_of_kind<'a>(
    mapping: &Mapping,
    sha256: &str,
    data: &'a PlanningData,
) -> Option<&'a Import> {
    let others = data.imports.iter().rev().filter(|import| import.sha256 != sha256);
    let counting = others.filter(|import| import.state == ImportState::Active);
    counting.filter_map(stored).find(|(earlier, _)| same_kind(earlier, mapping)).map(|(_, import)| import)
}

fn stored(import: &Import) -> Option<(Mapping, &Import)> {
    let mapping = Mapping::from_toml(&import.mapping).ok().filter(|mapping| !mapping.columns.is_empty());
    mapping.map(|mapping| (mapping, import))
}

fn same_headings(stored: &Mapping, found: &Mapping) -> bool {
    let stems = |mapping: &Mapping| mapping.columns.iter().map(|column| stem(&column.header)).collect::<Vec<_>>();
    stems(stored) == stems(found) && same_subject(stored, found)
}

/// Whether most columns in use are there again, those of the areas among them, and most values on either side are known
/// to the other: what every table has (areas, inhabitants) makes no kind.
fn same_kind(stored: &Mapping, found: &Mapping) -> bool {
    let mut free: Vec<String> = found.columns.iter().map(|column| stem(&column.header)).collect();
    let (mut used, mut met, mut areas) = (0_u32, 0_u32, false);
    for column in stored.columns.iter().filter(|column| column.role != ColumnRole::Ignore) {
        used += 1;
        let wanted = stem(&column.header);
        let best = free.iter().position(|stem| *stem == wanted).or_else(|| most_similar(&wanted, &free));
        let Some(at) = best else { continue };
        free.remove(at);
        met += 1;
        areas |= matches!(column.role, ColumnRole::AreaKey | ColumnRole::AreaName);
    }
    let is_known = f64::from(met) >= SAME_KIND * f64::from(used);
    areas && is_known && knows_values(stored, found) && knows_values(found, stored) && same_subject(stored, found)
}

/// Whether most values of a table, whatever their periods, have a column in another one, read or not.
fn knows_values(table: &Mapping, of: &Mapping) -> bool {
    let is_value = |role: &ColumnRole| matches!(role, ColumnRole::Indicator { .. } | ColumnRole::Value { .. });
    let values: BTreeSet<String> =
        of.columns.iter().filter(|column| is_value(&column.role)).map(|column| stem(&column.header)).collect();
    let known: Vec<String> = table.columns.iter().map(|column| stem(&column.header)).collect();
    let met = values.iter().filter(|stem| known.contains(stem) || most_similar(stem, &known).is_some());
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    !values.is_empty() && count(met.count()) >= SAME_KIND * count(values.len())
}

/// Headings that are nothing but periods do not say of what: then the indicators or the titles must agree.
fn same_subject(stored: &Mapping, found: &Mapping) -> bool {
    let codes = |mapping: &Mapping| {
        let bare = mapping.columns.iter().filter(|column| stem(&column.header).is_empty());
        bare.filter_map(|column| code_of(&column.role).map(str::to_owned)).collect::<BTreeSet<_>>()
    };
    let title = |mapping: &Mapping| stem(&mapping.source_note);
    codes(stored) == codes(found) || (!title(stored).is_empty() && title(stored) == title(found))
}

/// The indicator whose values a column holds.
fn code_of(role: &ColumnRole) -> Option<&str> {
    match role {
        ColumnRole::Indicator { code, .. } => Some(code),
        ColumnRole::Ignore
        | ColumnRole::AreaKey
        | ColumnRole::AreaName
        | ColumnRole::IndicatorName
        | ColumnRole::Value { .. }
        | ColumnRole::Period
        | ColumnRole::Unit
        | ColumnRole::Source => None,
    }
}

/// A heading without its periods, in small letters.
fn stem(heading: &str) -> String {
    let parts: Vec<String> = heading.split(" · ").map(|part| header::split_period(part).0.to_lowercase()).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn same_unit(a: &str, b: &str) -> bool {
    header::unit(a) == header::unit(b)
}

fn most_similar(wanted: &str, free: &[String]) -> Option<usize> {
    let scored = free.iter().enumerate().filter(|(_, stem)| !stem.is_empty() && !wanted.is_empty());
    let scored = scored.map(|(at, stem)| (at, strsim::jaro_winkler(stem, wanted)));
    let best = scored.max_by(|(first, a), (second, b)| a.total_cmp(b).then(second.cmp(first)));
    best.filter(|(_, similarity)| *similarity >= SIMILAR).map(|(at, _)| at)
}

/// Stored columns in the order of another file.
pub(super) struct Matched {
    /// One column per column of the file. A heading that may have been renamed keeps the stored one, which is asked.
    pub columns: Vec<ColumnMapping>,
    /// Headings that no stored column has.
    pub new: Vec<String>,
    /// Headings of stored columns in use that are gone.
    pub missing: Vec<String>,
}

/// The stored columns in the order of another file: by heading, by heading without its period, by a similar heading, and
/// where none fits, by place if the headings have something in common. A heading in another unit is another content. A
/// new column is not read until the planner says so.
pub(super) fn matched(stored: &[ColumnMapping], found: Vec<ColumnMapping>, data: &PlanningData) -> Matched {
    let mut matching = Matching { data, stored, free: vec![true; stored.len()], taken: vec![None; found.len()] };
    let is_used = |stored: &ColumnMapping| stored.role != ColumnRole::Ignore;
    matching.pair_in_place(&found);
    matching.pair(&found, |stored, found| is_used(stored) && stored.header == found.header);
    matching.pair(&found, |stored, found| is_used(stored) && stem(&stored.header) == stem(&found.header));
    matching.pair(&found, |stored, found| stored.header == found.header);
    matching.pair(&found, |stored, found| stem(&stored.header) == stem(&found.header));
    matching.pair_similar(&found);
    matching.pair_by_place(&found);
    let missing =
        stored.iter().zip(&matching.free).filter(|(column, free)| **free && column.role != ColumnRole::Ignore);
    let missing = missing.map(|(column, _)| column.header.clone()).collect();
    let mut new = Vec::new();
    let columns = found.into_iter().zip(&matching.taken).map(|(found, taken)| {
        let known = taken.and_then(|at| stored.get(at)).map(|stored| carried(stored, &found));
        let known = known.or_else(|| continued(stored, &found));
        known.unwrap_or_else(|| {
            if !found.header.is_empty() {
                new.push(found.header.clone());
            }
            ColumnMapping { header: found.header, ..ColumnMapping::default() }
        })
    });
    Matched { columns: columns.collect(), new, missing }
}

struct Matching<'a> {
    data: &'a PlanningData,
    stored: &'a [ColumnMapping],
    free: Vec<bool>,
    taken: Vec<Option<usize>>,
}

impl Matching<'_> {
    fn pair(&mut self, found: &[ColumnMapping], same: impl Fn(&ColumnMapping, &ColumnMapping) -> bool) {
        for (column, taken) in found.iter().zip(&mut self.taken).filter(|(_, taken)| taken.is_none()) {
            let fits = |at: &usize| self.free[*at] && same(&self.stored[*at], column);
            *taken = (0..self.stored.len()).find(fits);
            if let Some(at) = *taken {
                self.free[at] = false;
            }
        }
    }

    /// The columns of a table with the same headings in the same order, each with its place.
    fn pair_in_place(&mut self, found: &[ColumnMapping]) {
        let mut both = self.stored.iter().zip(found);
        if self.stored.len() == found.len() && both.all(|(a, b)| stem(&a.header) == stem(&b.header)) {
            (0..found.len()).for_each(|at| self.take(at, at));
        }
    }

    /// The most similar headings first.
    fn pair_similar(&mut self, found: &[ColumnMapping]) {
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (to, column) in found.iter().enumerate().filter(|(to, _)| self.taken[*to].is_none()) {
            let wanted = stem(&column.header);
            for (from, stored) in self.stored.iter().enumerate().filter(|(from, _)| self.free[*from]) {
                let known = stem(&stored.header);
                let similarity = strsim::jaro_winkler(&known, &wanted);
                let named = !wanted.is_empty() && !known.is_empty() && same_unit(&stored.header, &column.header);
                let is_free = stored.role != ColumnRole::Ignore && !self.names_another(stored, column);
                if named && similarity >= SIMILAR && is_free {
                    pairs.push((similarity, from, to));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, from, to) in pairs {
            if self.free[from] && self.taken[to].is_none() {
                self.take(from, to);
            }
        }
    }

    fn pair_by_place(&mut self, found: &[ColumnMapping]) {
        for (at, column) in found.iter().enumerate().take(self.stored.len()) {
            let stored = &self.stored[at];
            let is_free = self.free[at] && self.taken[at].is_none() && stored.role != ColumnRole::Ignore;
            let similarity = || strsim::jaro_winkler(&stem(&stored.header), &stem(&column.header));
            let may_be_one = is_free && !self.names_another(stored, column);
            if may_be_one && same_unit(&stored.header, &column.header) && similarity() >= SIMILAR_IN_PLACE {
                self.take(at, at);
            }
        }
    }

    /// Whether a heading is the name of an indicator of the project that the stored column does not hold.
    fn names_another(&self, stored: &ColumnMapping, found: &ColumnMapping) -> bool {
        let known = code_of(&found.role).filter(|code| self.data.indicator_by_code(code).is_some());
        known.is_some() && known != code_of(&stored.role)
    }

    fn take(&mut self, from: usize, to: usize) {
        self.free[from] = false;
        self.taken[to] = Some(from);
    }
}

/// A stored column for a heading. The next file may have been written by another program: its own values prove the
/// decimal mark, or see [`settle_marks`]. A heading that differs by more than its period stays as it was, which is asked.
fn carried(stored: &ColumnMapping, found: &ColumnMapping) -> ColumnMapping {
    let (decimal_mark, remembered_mark) = (found.decimal_mark, stored.decimal_mark);
    let mut column = ColumnMapping { decimal_mark, remembered_mark, remembered_factor: None, ..stored.clone() };
    if stem(&stored.header) != stem(&found.header) {
        // Under another heading nobody has said yet what its numbers are to be multiplied with.
        ask_factor(&mut column);
    } else if stored.header != found.header {
        column.header.clone_from(&found.header);
        if let Some(period) = period_of(&mut column.role) {
            *period = period_of(&mut found.role.clone()).and_then(Option::take);
        }
    }
    column
}

/// Where values mean two numbers and none of them proves a mark, that of the earlier file decides, unless another column
/// of this file proves the other one. Values that contradict each other are asked about as ever.
pub(super) fn settle_marks(columns: &mut [ColumnMapping], table: &RawTable, rows: RowRange, skipped: &BTreeSet<u32>) {
    let proven: BTreeSet<DecimalMark> = columns.iter().filter_map(|column| column.decimal_mark).collect();
    for (at, column) in (0_u16..).zip(columns) {
        let Some(mark) = column.remembered_mark.take().filter(|_| column.decimal_mark.is_none()) else { continue };
        if proven.iter().any(|other| *other != mark) {
            continue;
        }
        let mut evidence = Evidence::default();
        for row in (rows.first..=rows.last.min(table.row_count())).filter(|row| !skipped.contains(row)) {
            evidence.add(table.text(row, at));
        }
        if evidence.ambiguous > 0 && evidence.comma == 0 && evidence.point == 0 {
            (column.decimal_mark, column.remembered_mark) = (Some(mark), Some(mark));
        }
    }
}

/// Takes the factor of the earlier file back until the planner has said whether it holds.
fn ask_factor(column: &mut ColumnMapping) {
    column.remembered_factor = column.factor.take().filter(|factor| *factor > 1.0);
}

/// What the numbers of the earlier file were multiplied with holds where those of this one are of the same kind: in
/// thousands only where cells or heading name that unit again, by 100 only where all are shares from 0 to 1. Anywhere
/// else the planner is asked.
fn settle_factors(columns: &mut [ColumnMapping], table: &RawTable, rows: RowRange, skipped: &BTreeSet<u32>) {
    for (at, column) in (0_u16..).zip(columns) {
        let Some(factor) = column.factor.filter(|factor| *factor > 1.0) else { continue };
        let (mut units, mut numbers, mut are_shares) = (CellUnits::default(), 0, true);
        for row in (rows.first..=rows.last.min(table.row_count())).filter(|row| !skipped.contains(row)) {
            let text = table.text(row, at);
            units.add(text);
            let read = number::parse(text, column.decimal_mark.or(Some(DecimalMark::Comma)));
            let typed = text.parse::<f64>().ok().filter(|_| table.cell(row, at).kind == CellKind::Number);
            if let Some(value) = typed.or(read.ok().map(|number| number.value)) {
                numbers += 1;
                are_shares &= (-1.0..=1.0).contains(&value);
            }
        }
        let named = header::unit(&column.header);
        let unit = units.of_column(numbers, named.as_deref()).or(named.as_deref());
        let of_unit = unit.and_then(number::multiple).map_or(100.0, |(factor, _)| factor);
        let holds = if of_unit > 100.0 { of_unit == factor } else { factor <= 100.0 && are_shares };
        if !holds {
            ask_factor(column);
        }
    }
}

/// A series with one more period: read as its other columns, if these agree.
fn continued(stored: &[ColumnMapping], found: &ColumnMapping) -> Option<ColumnMapping> {
    let own = stem(&found.header);
    let mut alike = stored.iter().filter(|column| column.role != ColumnRole::Ignore && stem(&column.header) == own);
    let without_period = |column: &ColumnMapping| {
        let mut role = column.role.clone();
        period_of(&mut role).map(|period| *period = None).map(|()| role)
    };
    let first = alike.next()?;
    let role = without_period(first)?;
    let named = period_of(&mut found.role.clone()).is_some_and(|period| period.is_some());
    (named && alike.all(|column| without_period(column).as_ref() == Some(&role))).then(|| carried(first, found))
}

/// A period of a column that this table does not name is asked for again: last year's is the likeliest mistake.
fn without_old_periods(mut mapping: Mapping, proposed: &Mapping) -> Mapping {
    for (column, present) in mapping.columns.iter_mut().zip(&proposed.columns) {
        if let Some(period) = period_of(&mut column.role) {
            *period = period_of(&mut present.role.clone()).and_then(Option::take);
        }
    }
    mapping
}

fn period_of(role: &mut ColumnRole) -> Option<&mut Option<String>> {
    match role {
        ColumnRole::Indicator { period, .. } | ColumnRole::Value { period, .. } => Some(period),
        ColumnRole::Ignore
        | ColumnRole::AreaKey
        | ColumnRole::AreaName
        | ColumnRole::IndicatorName
        | ColumnRole::Period
        | ColumnRole::Unit
        | ColumnRole::Source => None,
    }
}
