//! Rows whose name stands on several levels: `Hörde` is a Stadtbezirk and a Sozialraum. What the table itself proves
//! decides (indentation, words before the names, sections of one level); every other row is asked about.

use super::super::area_label;
use super::super::area_match::normalised;
use super::super::table::RawTable;
use crate::domain::AreaLevel;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A row and the levels on which its area is known, ascending, each once.
pub(super) type Known = (u32, Vec<AreaLevel>);

/// Tables of more rows are no lists of areas.
const MOST_ROWS: usize = 5000;

/// Rows of one level next to each other that make a section, where a row at its edge is to belong to it.
const SECTION: usize = 2;

/// What the table proves about its levels.
#[derive(Default)]
pub(super) struct Levels {
    /// Rows whose level only the planner knows.
    pub open: BTreeSet<u32>,
    /// Whether the indentation of the names tells their level.
    pub by_indentation: bool,
}

/// Leaves one level to each row whose name stands on several, where the table proves it.
///
/// `main` is the level of the table and whether a heading names it, `label` the column of the names, `sums` the rows that
/// are sums of others.
pub(super) fn settle(
    (main, headed): (Option<AreaLevel>, bool),
    known: &mut [Known],
    table: &RawTable,
    label: u16,
    sums: &BTreeSet<u32>,
) -> Levels {
    if known.len() > MOST_ROWS {
        return Levels::default();
    }
    if by_indentation(known, table, label, sums) {
        return Levels { open: BTreeSet::new(), by_indentation: true };
    }
    if known.iter().all(|(_, levels)| levels.len() < 2) {
        return Levels::default();
    }
    let before: Vec<Vec<AreaLevel>> = known.iter().map(|(_, levels)| levels.clone()).collect();
    by_words(known, |row| table.text(row, label));
    let names = names(known, table, label);
    by_sections(known, &names);
    by_namesakes(known, &names);
    let open = undecided(main, headed, known, &before, (&names, table, label));
    Levels { open, by_indentation: false }
}

/// Whether a row states one level and no other.
fn fixed((_, levels): &Known) -> Option<AreaLevel> {
    if let [level] = levels.as_slice() { Some(*level) } else { None }
}

/// Names further to the right lie on smaller levels. Holds where each depth has rows whose level is certain, these agree,
/// and every other row can lie on the level of its depth.
fn by_indentation(known: &mut [Known], table: &RawTable, label: u16, sums: &BTreeSet<u32>) -> bool {
    let depths: Vec<usize> = known.iter().map(|(row, _)| table.indent(*row, label)).collect();
    let mut level_of: BTreeMap<usize, AreaLevel> = BTreeMap::new();
    for (row, depth) in known.iter().zip(&depths) {
        let Some(level) = fixed(row) else { continue };
        if *level_of.entry(*depth).or_insert(level) != level {
            return false;
        }
    }
    let levels: Vec<AreaLevel> = level_of.values().copied().collect();
    let descends = levels.len() > 1 && levels.windows(2).all(|pair| pair[0] < pair[1]);
    let fits = |(row, depth): (&Known, &usize)| {
        row.1.is_empty() || level_of.get(depth).is_some_and(|level| row.1.contains(level))
    };
    if !descends || !known.iter().zip(&depths).all(fits) {
        return false;
    }
    for ((row, levels), depth) in known.iter_mut().zip(&depths) {
        let is_sum = || sums.contains(row) || area_label::total_of(table.text(*row, label)).is_some();
        if let Some(level) = level_of.get(depth).filter(|_| !levels.is_empty() || !is_sum()) {
            *levels = vec![*level];
        }
    }
    true
}

/// Where the rows of a level say so before their names (`Stadtbezirk Hörde`), a bare name does not mean that level.
/// `label` tells the name of a row.
pub(super) fn by_words<'a>(known: &mut [Known], label: impl Fn(u32) -> &'a str) {
    let stated = |row: u32| area_label::parts(label(row)).level;
    let mut worded: BTreeSet<AreaLevel> = known.iter().filter_map(|(row, _)| stated(*row)).collect();
    if worded.is_empty() {
        return;
    }
    let bare = known.iter().filter(|(row, _)| stated(*row).is_none()).filter_map(fixed);
    bare.for_each(|level| _ = worded.remove(&level));
    for (row, levels) in known.iter_mut().filter(|(_, levels)| levels.len() > 1) {
        let left: Vec<AreaLevel> = levels.iter().copied().filter(|level| !worded.contains(level)).collect();
        if stated(*row).is_none() && !left.is_empty() {
            *levels = left;
        }
    }
}

/// Rows that bear the same name, as places among the known rows; names that are certain everywhere are left out.
fn names(known: &[Known], table: &RawTable, label: u16) -> Vec<Vec<usize>> {
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (row, levels)) in known.iter().enumerate() {
        if !levels.is_empty() {
            by_name.entry(normalised(area_label::parts(table.text(*row, label)).name)).or_default().push(at);
        }
    }
    let mut names: Vec<Vec<usize>> = by_name.into_values().collect();
    names.retain(|rows| rows.iter().any(|&at| known[at].1.len() > 1));
    names.sort_unstable();
    names
}

/// In a table that lists one level after the other, a name between two rows of a level lies on it. A name at an edge of
/// the table lies on the level beside it where that is a section; two rows of a name never lie on one level.
fn by_sections(known: &mut [Known], names: &[Vec<usize>]) {
    let mut runs: Vec<(AreaLevel, usize)> = Vec::new();
    let mut run_of: Vec<Option<usize>> = vec![None; known.len()];
    for (at, row) in known.iter().enumerate() {
        let Some(level) = fixed(row) else { continue };
        match runs.last_mut().filter(|(last, _)| *last == level) {
            Some((_, rows)) => *rows += 1,
            None => runs.push((level, 1)),
        }
        run_of[at] = Some(runs.len() - 1);
    }
    let different: BTreeSet<AreaLevel> = runs.iter().map(|(level, _)| *level).collect();
    if runs.len() < 2 || different.len() < runs.len() {
        return;
    }
    let between = |at: usize| {
        let before = run_of[..at].iter().rev().find_map(|run| *run);
        let after = run_of[at..].iter().find_map(|run| *run);
        let run = match (before, after) {
            (Some(before), Some(after)) => Some(before).filter(|before| *before == after),
            (Some(beside), None) | (None, Some(beside)) => Some(beside).filter(|&run| runs[run].1 >= SECTION),
            (None, None) => None,
        };
        run.map(|run| runs[run].0)
    };
    for rows in names {
        let certain = rows.iter().filter_map(|&at| fixed(&known[at]));
        let found = rows.iter().filter(|&&at| known[at].1.len() > 1);
        let found: Vec<(usize, AreaLevel)> = found.filter_map(|&at| Some((at, between(at)?))).collect();
        let found: Vec<(usize, AreaLevel)> =
            found.into_iter().filter(|(at, level)| known[*at].1.contains(level)).collect();
        let levels: Vec<AreaLevel> = certain.chain(found.iter().map(|(_, level)| *level)).collect();
        if levels.iter().collect::<BTreeSet<_>>().len() == levels.len() {
            found.into_iter().for_each(|(at, level)| known[at].1 = vec![level]);
        }
    }
}

/// Of rows with one name, each lies on another level: where all but one are certain, the last is as well.
fn by_namesakes(known: &mut [Known], names: &[Vec<usize>]) {
    for rows in names {
        let taken: BTreeSet<AreaLevel> = rows.iter().filter_map(|&at| fixed(&known[at])).collect();
        let mut left = rows.iter().filter(|&&at| known[at].1.len() > 1);
        let (Some(&at), None) = (left.next(), left.next()) else { continue };
        if taken.len() + 1 == rows.len() {
            let levels: Vec<AreaLevel> = known[at].1.iter().copied().filter(|level| !taken.contains(level)).collect();
            if !levels.is_empty() {
                known[at].1 = levels;
            }
        }
    }
}

/// Rows about which the planner is asked: their name stands twice in the table, or on several of its levels. `before` are
/// the levels before the table was looked at.
fn undecided(
    main: Option<AreaLevel>,
    headed: bool,
    known: &mut [Known],
    before: &[Vec<AreaLevel>],
    (names, table, label): (&[Vec<usize>], &RawTable, u16),
) -> BTreeSet<u32> {
    let mut met = HashSet::new();
    // In a table with several rows per area, a name that stands twice says nothing about levels.
    let certain = known.iter().filter(|row| fixed(row).is_some());
    let rows_repeat = certain.map(|(row, _)| table.text(*row, label)).any(|name| !met.insert(name));
    let is_open = |at: &&usize| known[**at].1.len() > 1;
    let repeated: BTreeSet<usize> = names
        .iter()
        .filter(|rows| !rows_repeat && rows.iter().filter(is_open).count() > 1)
        .flat_map(|rows| rows.iter().filter(is_open).copied())
        .collect();
    let mut present: BTreeSet<AreaLevel> = known.iter().filter_map(fixed).chain(main).collect();
    // A name that stands more often than the table has levels for it shows that there are more.
    for rows in names.iter().filter(|rows| rows.iter().any(|at| repeated.contains(at))) {
        let levels: BTreeSet<AreaLevel> = rows.iter().flat_map(|&at| known[at].1.iter().copied()).collect();
        if levels.iter().filter(|level| present.contains(level)).count() < rows.len() {
            present.extend(levels);
        }
    }
    let mut open = BTreeSet::new();
    for at in 0..known.len() {
        let (row, levels) = &known[at];
        if levels.len() < 2 {
            continue;
        }
        let here: Vec<AreaLevel> = levels.iter().copied().filter(|level| present.contains(level)).collect();
        // What the level of the table does not know is asked about as an area of another level.
        let may_stay = main.is_none_or(|main| levels.contains(&main) && !headed);
        let lost_main = main.is_some_and(|main| !levels.contains(&main) && before[at].contains(&main));
        if repeated.contains(&at) || (here.len() > 1 && may_stay) || (lost_main && here.len() != 1) {
            open.insert(*row);
        } else if lost_main {
            known[at].1 = here;
        }
    }
    open
}
