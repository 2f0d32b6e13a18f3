//! The area of each row: found, created, left out or refused.

use super::super::area_label;
use super::super::area_match::{AreaIndex, AreaMatch};
use super::super::header;
use super::super::issue::{IssueKind, OpenRow, Question, QuestionKind, Severity, UnknownArea};
use super::super::mapping::{AreaChoice, ColumnRole, Mapping, SubtotalRule};
use super::super::sign::shortened;
use super::super::table::RawTable;
use super::{AreaRow, shown_text};
use crate::domain::{AreaId, AreaLevel, CellRef, PlanningData};
use std::collections::{HashMap, HashSet};

/// Unknown areas for which similar names are sought; nobody reads on.
const SIMILAR_SOUGHT: usize = 500;

/// Bytes of a text that may be the name of an area.
const LONGEST_LABEL: usize = 400;

/// What became of the area of a row.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    /// Index into the areas; none if the row is not taken over.
    pub area: Option<u32>,
    /// Whether its cells count as refused.
    pub refused: bool,
    /// Whether the row is left out as the sum of others.
    pub sum: bool,
    /// What to say; about every row if refused, otherwise once.
    pub issue: Option<(Severity, IssueKind)>,
}

impl Resolved {
    fn refused(kind: IssueKind) -> Resolved {
        Resolved { area: None, refused: true, sum: false, issue: Some((kind.of_refused(), kind)) }
    }

    /// Whether the planner is asked which area is meant.
    pub(super) fn waits(&self) -> bool {
        self.area.is_none() && self.issue.as_ref().is_some_and(|(_, kind)| kind.waits())
    }
}

/// How a row names its area: level, what is said about the row alone, key and name. Texts that are not there are not
/// compared: an empty text compares slowly.
type Named<'a> = (Option<AreaLevel>, OfRow, Option<&'a str>, Option<&'a str>);

/// What a mapping says about a single row.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum OfRow {
    Nothing,
    /// A sum by its values.
    Sum,
    /// Its level is open.
    Open,
}

/// Finds the areas of rows and remembers what it found.
pub(super) struct AreaFinder<'a> {
    data: &'a PlanningData,
    table: &'a RawTable,
    mapping: &'a Mapping,
    index: AreaIndex<'a>,
    key_column: Option<u16>,
    name_column: Option<u16>,
    /// Places in `resolved`.
    cache: HashMap<Named<'a>, usize>,
    resolved: Vec<Resolved>,
    existing: HashMap<AreaId, u32>,
    created: HashMap<(AreaLevel, String), u32>,
    created_keys: HashSet<(AreaLevel, String)>,
    asked: HashSet<(Option<AreaLevel>, String)>,
    /// The areas found so far.
    pub areas: Vec<AreaRow>,
    /// Spellings that the planner has assigned.
    pub synonyms: Vec<(AreaId, String)>,
    /// Labels of rows that are sums of others.
    pub subtotals: Vec<String>,
    /// Those among them that only their values tell.
    pub silent_sums: Vec<String>,
    unknown: Vec<UnknownArea>,
    elsewhere: Vec<UnknownArea>,
    open_rows: Vec<OpenRow>,
    ambiguous: Vec<String>,
    level_open: bool,
    /// Whether an area that nothing is said about yet has no level.
    level_unsaid: bool,
    row: u32,
    source_row: u32,
}

impl<'a> AreaFinder<'a> {
    pub(super) fn new(data: &'a PlanningData, table: &'a RawTable, mapping: &'a Mapping) -> AreaFinder<'a> {
        AreaFinder {
            data,
            table,
            mapping,
            index: AreaIndex::new(data),
            key_column: mapping.column_with(|role| *role == ColumnRole::AreaKey),
            name_column: mapping.column_with(|role| *role == ColumnRole::AreaName),
            cache: HashMap::new(),
            resolved: Vec::new(),
            existing: HashMap::new(),
            created: HashMap::new(),
            created_keys: HashSet::new(),
            asked: HashSet::new(),
            areas: Vec::new(),
            synonyms: Vec::new(),
            subtotals: Vec::new(),
            silent_sums: Vec::new(),
            unknown: Vec::new(),
            elsewhere: Vec::new(),
            open_rows: Vec::new(),
            ambiguous: Vec::new(),
            level_open: false,
            level_unsaid: false,
            row: u32::MAX,
            source_row: u32::MAX,
        }
    }

    /// The column that issues about areas point to.
    pub(super) fn column(&self) -> Option<u16> {
        self.name_column.or(self.key_column)
    }

    /// The column that an issue about an area points to.
    pub(super) fn column_of(&self, kind: &IssueKind) -> Option<u16> {
        if matches!(kind, IssueKind::KeyRestored { .. }) { self.key_column } else { self.column() }
    }

    /// Whether a row names an area of the project; otherwise a row without values may be a heading.
    pub(super) fn knows(&self, row: u32) -> bool {
        let (key, name) = self.texts(row);
        if key.is_empty() && name.is_empty() {
            return false;
        }
        let level = self.mapping.level_of(row);
        let chosen = matches!(self.choice(level, self.label(row)), Some(AreaChoice::Existing { .. }));
        let found = |label: &str, found: AreaMatch| !label.is_empty() && found.area().is_some();
        chosen || found(key, self.index.by_key(key, level)) || found(name, self.index.by_name(name, level))
    }

    /// The name of a row's area as printed, or its key.
    pub(super) fn label(&self, row: u32) -> &'a str {
        let (key, name) = self.texts(row);
        if name.is_empty() { key } else { name }
    }

    /// What became of the area of a row, as a place for [`resolved`](Self::resolved). The second value says whether the
    /// label is met for the first time.
    pub(super) fn resolve(&mut self, row: u32) -> (usize, bool) {
        let (key, name) = self.texts(row);
        let level = self.mapping.level_of(row);
        let given = |text: &'a str| Some(text).filter(|text| !text.is_empty());
        let of_row = match row {
            row if self.mapping.is_open_row(row) => OfRow::Open,
            row if self.mapping.sum_rows.contains(&row) => OfRow::Sum,
            _ => OfRow::Nothing,
        };
        if of_row == OfRow::Open {
            self.ask_level(row);
        }
        let label = (level, of_row, given(key), given(name));
        if let Some(&known) = self.cache.get(&label) {
            return (known, false);
        }
        let resolved = self.find(row, level, key, name);
        self.resolved.push(resolved);
        self.cache.insert(label, self.resolved.len() - 1);
        (self.resolved.len() - 1, true)
    }

    /// What [`resolve`](Self::resolve) has found.
    pub(super) fn resolved(&self, at: usize) -> &Resolved {
        &self.resolved[at]
    }

    /// How many different areas the rows have named so far.
    pub(super) fn named(&self) -> u64 {
        self.resolved.len() as u64
    }

    /// What is left to ask about areas.
    pub(super) fn questions(&self, questions: &mut Vec<Question>) {
        let mut ask = |kind| questions.push(Question { column: self.column(), blocking: true, kind });
        if self.key_column.is_none() && self.name_column.is_none() {
            ask(QuestionKind::NoAreaColumn);
        }
        if !self.ambiguous.is_empty() {
            ask(QuestionKind::AmbiguousAreas { labels: self.ambiguous.clone() });
        }
        // Where the table has areas of the project, these show the level, or it has several.
        if self.level_open || (self.level_unsaid && self.existing.is_empty()) {
            ask(QuestionKind::AreaLevel);
        }
        if !self.open_rows.is_empty() {
            ask(QuestionKind::RowLevels { rows: self.open_rows.clone() });
        }
        if !self.elsewhere.is_empty() {
            ask(QuestionKind::AreasOnOtherLevels { areas: self.elsewhere.clone() });
        }
        if !self.unknown.is_empty() {
            ask(QuestionKind::UnknownAreas { areas: self.unknown_with_proposals() });
        }
    }

    /// The unknown areas. Where each area has one row, two rows are not proposed to be the same area.
    fn unknown_with_proposals(&self) -> Vec<UnknownArea> {
        let mut areas = self.unknown.clone();
        if self.mapping.column_with(|role| matches!(role, ColumnRole::Period | ColumnRole::IndicatorName)).is_some() {
            return areas;
        }
        let mut times: HashMap<AreaId, u32> = self.existing.keys().map(|id| (*id, 1)).collect();
        areas.iter().filter_map(|area| area.nearly).for_each(|id| *times.entry(id).or_default() += 1);
        for area in &mut areas {
            area.nearly = area.nearly.filter(|id| times.get(id) == Some(&1));
        }
        areas
    }

    /// Goes to a row. Says whether it is the first one whose area stands above it.
    pub(super) fn enter(&mut self, row: u32) -> bool {
        let was_above = self.source_row != self.row;
        self.row = row;
        let kept = std::mem::replace(&mut self.source_row, row);
        let (key, name) = self.texts(row);
        if !self.mapping.areas_from_above || !key.is_empty() || !name.is_empty() || self.mapping.data_rows.first > kept
        {
            return false;
        }
        self.source_row = kept;
        !was_above
    }

    fn texts(&self, row: u32) -> (&'a str, &'a str) {
        let row = if row == self.row { self.source_row } else { row };
        let text = |column: Option<u16>| column.map_or("", |column| shown_text(self.table, row, column));
        (text(self.key_column), text(self.name_column))
    }

    fn find(&mut self, row: u32, level: Option<AreaLevel>, key: &'a str, name: &'a str) -> Resolved {
        let label = if name.is_empty() { key } else { name };
        if label.is_empty() {
            return Resolved::refused(IssueKind::NoArea);
        }
        if label.len() > LONGEST_LABEL {
            return Resolved::refused(IssueKind::LongName { letters: label.chars().count() });
        }
        if self.mapping.is_open_row(row) {
            return Resolved::refused(IssueKind::AmbiguousArea { label: shortened(label) });
        }
        if let Some(choice) = self.choice(level, label) {
            return self.chosen(row, choice, key, label);
        }
        let by_key = if key.is_empty() { AreaMatch::Unknown } else { self.index.by_key(key, level) };
        let by_name = if name.is_empty() { AreaMatch::Unknown } else { self.index.by_name(name, level) };
        match (by_key, by_name) {
            (AreaMatch::Exact(area), by_name) if disagrees(area, &by_name) => disagreement(key, name),
            (AreaMatch::Exact(area), _) => self.found(row, area, None),
            (AreaMatch::Restored(area), by_name) if disagrees(area, &by_name) => disagreement(key, name),
            (AreaMatch::Restored(area), _) => {
                let restored = self.data.area(area).map(|area| area.key.clone()).unwrap_or_default();
                let issue = IssueKind::KeyRestored { found: key.to_owned(), key: restored };
                self.found(row, area, Some((Severity::Check, issue)))
            }
            (_, AreaMatch::Exact(area)) => self.found(row, area, None),
            (_, AreaMatch::Spelled(area) | AreaMatch::Restored(area)) => {
                let known = self.data.area(area).map(|area| area.name.clone()).unwrap_or_default();
                let issue = IssueKind::OtherSpelling { label: label.to_owned(), name: known };
                self.found(row, area, Some((Severity::Info, issue)))
            }
            (AreaMatch::Several(_) | AreaMatch::Spelled(_), AreaMatch::Unknown) | (_, AreaMatch::Several(_)) => {
                self.ambiguous.push(label.to_owned());
                Resolved::refused(IssueKind::AmbiguousArea { label: shortened(label) })
            }
            (AreaMatch::Unknown, AreaMatch::Unknown) => match area_label::total_of(label) {
                Some(of) => self.sum_of(row, level, key, (label, of)),
                None if self.mapping.sum_rows.contains(&row) => self.silent_sum(row, level, key, label),
                None => self.unknown_area(row, level, key, label),
            },
        }
    }

    /// A row that says that it is a sum: of the city, or of an area on the way there, which is no area of its own.
    fn sum_of(&mut self, row: u32, level: Option<AreaLevel>, key: &str, (label, of): (&str, &str)) -> Resolved {
        let area = |level: Option<AreaLevel>| if of.is_empty() { None } else { self.index.by_name(of, level).area() };
        let larger = |area: &AreaId| {
            let on = self.data.area(*area).map(|area| area.level);
            on.zip(level).is_none_or(|(larger, level)| larger < level)
        };
        let is_of_all = level == Some(AreaLevel::Stadt);
        let city = area(Some(AreaLevel::Stadt)).or_else(|| self.only_city().filter(|_| is_of_all && of.is_empty()));
        let meant = city.or_else(|| area(None).filter(larger));
        let is_read = self.mapping.subtotals == Some(SubtotalRule::Read);
        if city.is_none() && !is_of_all {
            self.subtotals.push(label.to_owned());
        }
        match meant {
            Some(area) if city.is_some() || is_read => {
                let known = self.data.area(area).map(|area| area.name.clone()).unwrap_or_default();
                let issue = IssueKind::OtherSpelling { label: label.to_owned(), name: known };
                self.found(row, area, Some((Severity::Info, issue)))
            }
            Some(_) | None if is_read || is_of_all => self.unknown_area(row, level, key, label),
            Some(_) | None => {
                let settled = self.mapping.subtotals.is_some();
                let severity = if settled { Severity::Info } else { Severity::Check };
                let issue = IssueKind::Subtotal { label: shortened(label), settled };
                Resolved { area: None, refused: false, sum: true, issue: Some((severity, issue)) }
            }
        }
    }

    /// A row that no word calls a sum, but whose values are the sum of the rows around it.
    fn silent_sum(&mut self, row: u32, level: Option<AreaLevel>, key: &str, label: &str) -> Resolved {
        self.subtotals.push(label.to_owned());
        self.silent_sums.push(label.to_owned());
        if self.mapping.subtotals == Some(SubtotalRule::Read) {
            return self.unknown_area(row, level, key, label);
        }
        let settled = self.mapping.subtotals.is_some();
        let severity = if settled { Severity::Info } else { Severity::Check };
        let issue = IssueKind::SumOfRows { label: shortened(label), settled };
        Resolved { area: None, refused: false, sum: true, issue: Some((severity, issue)) }
    }

    /// The city, where the project knows one.
    fn only_city(&self) -> Option<AreaId> {
        let mut cities = self.data.areas.iter().filter(|area| area.level == AreaLevel::Stadt).map(|area| area.id);
        cities.next().filter(|_| cities.next().is_none())
    }

    /// What a new area belongs to, as the planner has said; never to itself or to a smaller area.
    fn parent(&self, level: AreaLevel, label: &str) -> Option<AreaId> {
        let parents = &self.mapping.area_parents;
        let named = parents.get(&format!("{}/{label}", level.code())).or_else(|| parents.get(label));
        let (parent_level, key) = named.or_else(|| parents.get(""))?.split_once('/')?;
        let parent_level = AreaLevel::from_code(parent_level)?;
        self.data.area_by_key(parent_level, key).map(|area| area.id)
    }

    fn choice(&self, level: Option<AreaLevel>, label: &str) -> Option<&'a AreaChoice> {
        let choices = &self.mapping.area_choices;
        if choices.is_empty() {
            return None;
        }
        level.and_then(|level| choices.get(&format!("{}/{label}", level.code()))).or_else(|| choices.get(label))
    }

    fn chosen(&mut self, row: u32, choice: &AreaChoice, key: &str, label: &str) -> Resolved {
        match choice {
            AreaChoice::Existing { level, key } => match self.data.area_by_key(*level, key) {
                Some(area) => {
                    if area.name != label && area.key != label && !area.synonyms.iter().any(|name| name == label) {
                        self.synonyms.push((area.id, label.to_owned()));
                    }
                    self.found(row, area.id, None)
                }
                None => self.unknown_area(row, Some(*level), key, label),
            },
            AreaChoice::Create { level } => self.create(row, *level, key, label),
            AreaChoice::Skip => {
                let issue = (Severity::Info, IssueKind::SkippedArea { label: shortened(label) });
                Resolved { area: None, refused: false, sum: false, issue: Some(issue) }
            }
        }
    }

    fn found(&mut self, row: u32, id: AreaId, issue: Option<(Severity, IssueKind)>) -> Resolved {
        let next = u32::try_from(self.areas.len()).unwrap_or(u32::MAX);
        let at = *self.existing.entry(id).or_insert(next);
        if at == next
            && let Some(area) = self.data.area(id)
        {
            self.areas.push(AreaRow {
                existing: Some(id),
                level: area.level,
                key: area.key.clone(),
                name: area.name.clone(),
                parent: area.parent,
                first_row: row,
            });
        }
        Resolved { area: Some(at), refused: false, sum: false, issue }
    }

    /// A row whose level the planner is asked for.
    fn ask_level(&mut self, row: u32) {
        let (key, name) = self.texts(row);
        let mut levels: Vec<AreaLevel> = [name, key].iter().flat_map(|text| self.index.levels(text)).collect();
        levels.sort_unstable();
        levels.dedup();
        let cell = CellRef { sheet: self.mapping.sheet, row, column: self.column().unwrap_or(0) };
        self.open_rows.push(OpenRow { cell, label: self.label(row).to_owned(), levels });
    }

    /// An area that the level of its row does not have. One that other levels have is created only where the file itself
    /// says that its level is meant, or the planner says so about this area.
    fn unknown_area(&mut self, row: u32, level: Option<AreaLevel>, key: &str, label: &str) -> Resolved {
        let seek = self.unknown.len() + self.elsewhere.len() < SIMILAR_SOUGHT || self.mapping.create_areas;
        let elsewhere = level.filter(|_| seek).map_or_else(Vec::new, |level| self.index.elsewhere(label, level));
        let is_elsewhere = !elsewhere.is_empty() && level.is_some_and(|level| !self.states_level(row, level));
        match level {
            Some(level) if self.mapping.create_areas && !is_elsewhere => return self.create(row, level, key, label),
            Some(_) => {}
            None if self.mapping.create_areas => self.level_open = true,
            // A label that states a level is no reason to ask for one ahead.
            None => self.level_unsaid |= area_label::parts(label).level.is_none(),
        }
        let mut known: Vec<AreaLevel> =
            elsewhere.iter().filter_map(|id| self.data.area(*id)).map(|area| area.level).collect();
        known.dedup();
        let waits = is_elsewhere || !self.mapping.create_areas;
        if waits && self.asked.insert((level, label.to_owned())) {
            let mut similar = elsewhere;
            if seek {
                let others = self.index.similar(label, level);
                similar.extend(others.into_iter().filter(|id| !similar.contains(id)).collect::<Vec<AreaId>>());
            }
            let asked = UnknownArea {
                label: label.to_owned(),
                key: (!key.is_empty()).then(|| key.to_owned()),
                cell: CellRef { sheet: self.mapping.sheet, row, column: self.column().unwrap_or(0) },
                level,
                similar,
                nearly: if seek && known.is_empty() { self.index.nearly(label, level) } else { None },
                known: known.clone(),
            };
            if known.is_empty() { &mut self.unknown } else { &mut self.elsewhere }.push(asked);
        }
        Resolved::refused(match level.filter(|_| !known.is_empty()) {
            Some(level) => IssueKind::AreaOnOtherLevel { label: shortened(label), level, known },
            None => IssueKind::UnknownArea { label: shortened(label) },
        })
    }

    /// Whether the file itself says that a row is of a level: in the heading of its area, before its name, or in a cell of
    /// the row.
    fn states_level(&self, row: u32, level: AreaLevel) -> bool {
        let headings = [self.name_column, self.key_column].into_iter().flatten();
        let mut headings = headings.filter_map(|column| self.mapping.columns.get(usize::from(column)));
        headings.any(|column| area_label::level_of_heading(&column.header) == Some(level))
            || area_label::parts(self.label(row)).level == Some(level)
            || (0..self.table.column_count())
                .any(|column| area_label::level_of_cell(self.table.text(row, column)) == Some(level))
    }

    fn create(&mut self, row: u32, level: AreaLevel, key: &str, label: &str) -> Resolved {
        let identity = if key.is_empty() { label } else { key };
        if let Some(&at) = self.created.get(&(level, identity.to_owned())) {
            return Resolved { area: Some(at), refused: false, sum: false, issue: None };
        }
        let taken = |slug: &str| {
            self.data.area_by_key(level, slug).is_some() || self.created_keys.contains(&(level, slug.to_owned()))
        };
        let area_key = if key.is_empty() { header::unique_slug(label, taken) } else { key.to_owned() };
        let at = u32::try_from(self.areas.len()).unwrap_or(u32::MAX);
        self.created_keys.insert((level, area_key.clone()));
        let name = header::mended(label);
        let parent = self.parent(level, &name);
        self.areas.push(AreaRow { existing: None, level, key: area_key, name, parent, first_row: row });
        self.created.insert((level, identity.to_owned()), at);
        Resolved { area: Some(at), refused: false, sum: false, issue: None }
    }
}

fn disagrees(area: AreaId, by_name: &AreaMatch) -> bool {
    by_name.area().is_some_and(|other| other != area)
}

fn disagreement(key: &str, name: &str) -> Resolved {
    Resolved::refused(IssueKind::KeyAndNameDisagree { key: key.to_owned(), name: name.to_owned() })
}
