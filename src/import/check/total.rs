//! Published totals beside the sum of their areas: differences are reported, never repaired, because published tables
//! are rounded and hide cells. A single hidden cell beside a total is no secret; that is said.

use super::Notes;
use super::subject::{Measure, Series, Subject};
use crate::domain::{AreaId, AreaLevel, Status};
use crate::import::draft::DraftRow;
use crate::import::issue::{IssueKind, LevelSum, Severity};
use std::collections::BTreeMap;

/// A sum further from the total than this share is no sum of it at all (a mean, a rate, a choice of areas).
pub(super) const GREATEST_SHARE_OFF: f64 = 0.1;

/// Fewer values than this may all be multiples of five or ten by chance.
const LEAST_ROUNDED: usize = 6;

/// A published total and the areas of one level that it is made of.
struct Total<'a> {
    row: &'a DraftRow,
    level: AreaLevel,
    parts: Vec<&'a DraftRow>,
    /// Whether the areas are all of their level.
    complete: bool,
}

pub(super) fn check(subject: &Subject<'_>, series: &Series, notes: &mut Notes) {
    if !subject.has_totals {
        return;
    }
    let totals = totals(subject, series);
    let base = rounding_base(subject.rows(series).filter_map(|row| row.value.get()));
    let mut differing: BTreeMap<(u32, u16), Differing<'_>> = BTreeMap::new();
    for total in &totals {
        let Some((sum, rounded)) = off(total, base) else { continue };
        let place = (total.row.cell.row, total.row.cell.column);
        let known = differing.entry(place).or_insert(Differing { row: total.row, sums: Vec::new(), rounded: true });
        known.sums.push(sum);
        known.rounded &= rounded;
    }
    for Differing { row, sums, rounded } in differing.into_values() {
        let Some(total) = row.value.get() else { continue };
        let severity = if rounded { Severity::Info } else { Severity::Check };
        let indicator = subject.card(series).name.to_owned();
        let kind = IssueKind::TotalIsNotSum { indicator, total, sums, rounded_to: base.filter(|_| rounded) };
        notes.at(row.cell, severity, kind);
    }
    // A difference of rounded values does not give the hidden one away.
    if base.is_none() && subject.card(series).measure != Measure::Share {
        recoverable(&totals, notes);
    }
}

/// A published total with the sums that differ from it.
struct Differing<'a> {
    row: &'a DraftRow,
    sums: Vec<LevelSum>,
    /// Whether rounding explains all of them.
    rounded: bool,
}

/// The city with the areas of each other level, and each area with those that lie in it.
fn totals<'a>(subject: &Subject<'a>, series: &Series) -> Vec<Total<'a>> {
    let mut by_parent: BTreeMap<(AreaId, AreaLevel), Vec<&DraftRow>> = BTreeMap::new();
    let mut by_level: BTreeMap<AreaLevel, Vec<&DraftRow>> = BTreeMap::new();
    for row in subject.rows(series) {
        let place = subject.place(row);
        by_level.entry(place.level).or_default().push(row);
        if let Some(parent) = place.parent {
            by_parent.entry((parent, place.level)).or_default().push(row);
        }
    }
    let mut totals = Vec::new();
    if let Some(city) = by_level.remove(&AreaLevel::Stadt).and_then(|rows| rows.first().copied()) {
        for (level, parts) in by_level {
            let known = subject.known_areas.get(&level).copied().unwrap_or(0);
            totals.push(Total { row: city, level, complete: parts.len() >= known, parts });
        }
    }
    for row in subject.rows(series) {
        let place = subject.place(row);
        let Some(id) = place.id.filter(|_| place.level != AreaLevel::Stadt) else { continue };
        for (&(_, level), parts) in by_parent.range((id, AreaLevel::Stadt)..=(id, AreaLevel::Sonstige)) {
            let inside = subject.data.areas.iter().filter(|area| area.parent == Some(id) && area.level == level);
            let complete = parts.len() == inside.filter(|area| area.valid_to.is_none()).count();
            if complete {
                totals.push(Total { row, level, parts: parts.clone(), complete });
            }
        }
    }
    totals
}

/// The sum that is off, and whether rounding explains it.
fn off(total: &Total<'_>, base: Option<u32>) -> Option<(LevelSum, bool)> {
    let published = total.row.value.get()?;
    let values = || total.parts.iter().filter_map(|row| row.value.get());
    let whole = is_whole(published) && values().all(is_whole);
    let sum: f64 = values().sum();
    let off = (sum - published).abs();
    if !whole || total.parts.len() < 2 || off <= 0.5 || off > GREATEST_SHARE_OFF * published.abs() {
        return None;
    }
    let without = total.parts.iter().filter(|row| row.value.get().is_none()).count();
    let without_value = u32::try_from(without).unwrap_or(u32::MAX);
    let rounded = without == 0 && base.is_some_and(|base| off <= rounding(base, total.parts.len()));
    Some((LevelSum { level: total.level, sum, without_value }, rounded))
}

/// How far a sum may be off by rounding: each of its parts by at most half the base, the total too.
pub(super) fn rounding(base: u32, parts: usize) -> f64 {
    f64::from(base) / 2.0 * f64::from(u32::try_from(parts + 1).unwrap_or(0))
}

/// The base to which all values are rounded: ten or five.
pub(super) fn rounding_base(values: impl Iterator<Item = f64>) -> Option<u32> {
    let values: Vec<f64> = values.filter(|value| value.abs() > 0.0).collect();
    let multiples = |base: u32| values.iter().all(|value| (value % f64::from(base)).abs() < 1e-9);
    (values.len() >= LEAST_ROUNDED).then(|| [10, 5].into_iter().find(|&base| multiples(base))).flatten()
}

/// Says which suppressed cell follows from a total and the other parts; once per cell, from the fewest others.
fn recoverable(totals: &[Total<'_>], notes: &mut Notes) {
    let mut found: BTreeMap<(u32, u16), (u32, &DraftRow, &DraftRow)> = BTreeMap::new();
    for total in totals {
        let Some(hidden) = only_hidden(total) else { continue };
        let others = u32::try_from(total.parts.len() - 1).unwrap_or(u32::MAX);
        let known = found.entry((hidden.cell.row, hidden.cell.column)).or_insert((others, hidden, total.row));
        if others < known.0 {
            *known = (others, hidden, total.row);
        }
    }
    for (parts, hidden, total) in found.into_values() {
        let kind = IssueKind::RecoverableFromTotal { total: total.cell, parts };
        notes.at(hidden.cell, Severity::Check, kind);
    }
}

/// The only part of a total without value, if it is suppressed and the total is the sum of its parts.
fn only_hidden<'a>(total: &Total<'a>) -> Option<&'a DraftRow> {
    let published = total.row.value.get().filter(|value| is_whole(*value) && total.complete)?;
    let mut without = total.parts.iter().filter(|row| row.value.get().is_none());
    let hidden = without.next().filter(|row| row.status == Status::Suppressed)?;
    let values = || total.parts.iter().filter_map(|row| row.value.get());
    let fits = values().all(is_whole) && values().sum::<f64>() <= published + 0.5;
    (without.next().is_none() && total.parts.len() >= 2 && fits).then_some(*hidden)
}

pub(super) fn is_whole(value: f64) -> bool {
    value.fract().abs() < 1e-9
}
