//! Row by row: area, indicator and period of each value, its parts, and how it differs from what the project knows.

use super::super::ImportError;
use super::super::area_label;
use super::super::header;
use super::super::issue::{Issue, IssueKind, Question, QuestionKind, Severity};
use super::super::mapping::{AreaBlock, ColumnRole, DuplicateRule, LongRowRule, Mapping, NewIndicator, ValuePart};
use super::super::number::{CellUnit, DecimalMark, is_rounded, is_same_unit, multiple, same};
use super::super::propose;
use super::super::sign::{self, Reading};
use super::super::sniff::SourceFormat;
use super::super::table::{CellKind, RawTable};
use super::areas::AreaFinder;
use super::columns::{self, Sheet, ValueColumn};
use super::first_rows::FirstRows;
use super::{
    ChangedValue, ColumnSummary, Counts, DraftRow, ISSUES_KEPT, ImportDraft, Limits, STEP, SampleValue, Source,
    indicator_id, joined_header, read_at, severity_index, shown_text,
};
use crate::domain::{CellRef, Indicator, IndicatorId, PeriodId, PlanningData, RowCounts, Status};
use crate::jobs::{Cancelled, Progress};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// Reads the sheet that the mapping names.
pub(super) fn assemble(
    limits: Limits,
    source: &Source,
    mapping: &Mapping,
    data: &PlanningData,
    progress: &Progress,
) -> Result<ImportDraft, ImportError> {
    progress.check()?;
    let empty = RawTable::default();
    let table = source.sheets.get(usize::from(mapping.sheet)).unwrap_or(&empty);
    let headers: Vec<String> =
        (0..table.column_count()).map(|column| joined_header(table, &mapping.header_rows, column)).collect();
    let mut questions = changed_headers(mapping, &headers);
    questions.extend(changed_columns(mapping));
    let new_cards = mapping.new_indicators.iter().rev().map(|card| (card.code.as_str(), card)).collect();
    let sheet = Sheet { table, mapping, data, headers: &headers, new_cards: &new_cards };
    let (values, filled) = columns::prepare(sheet, &mut questions, progress)?;
    if filled > limits.values {
        return Err(ImportError::TooManyValues { values: filled, most: limits.values });
    }
    let mut reader = Reader::new(mapping, data, table, &headers, &values);
    let last = mapping.data_rows.last.saturating_add(1).min(table.row_count());
    reader.headed = headed_columns(source, mapping, &headers);
    reader.expect_rows(last.saturating_sub(mapping.data_rows.first));
    let step = table.rows_per(STEP);
    for row in mapping.data_rows.first..last {
        if row % step == 0 {
            progress.step(u64::from(row), u64::from(last))?;
        }
        if !mapping.skipped_rows.contains(&row) {
            reader.read_row(row);
        }
        if reader.areas.named() > limits.areas {
            return Err(ImportError::TooManyAreas { most: limits.areas });
        }
    }
    reader.note_table_beside(&headers);
    reader.note_headings(&headers);
    questions.append(&mut reader.questions(source));
    reader.settle_duplicates();
    reader.count_changes(progress)?;
    Ok(reader.finish(source, questions))
}

/// Columns up to the last one with a heading or a role, where a delimited text has headings: a row of it that goes on
/// has too many separators.
fn headed_columns(source: &Source, mapping: &Mapping, headers: &[String]) -> Option<u16> {
    if !matches!(source.format, SourceFormat::Text { .. }) {
        return None;
    }
    let is_headed = |at: u16, header: &String| !header.is_empty() || *mapping.role(at) != ColumnRole::Ignore;
    let headed = (0_u16..).zip(headers).filter(|(at, header)| is_headed(*at, header));
    let last = headed.map(|(at, _)| at).last()?;
    headers.iter().any(|header| !header.is_empty()).then_some(last + 1)
}

/// Headings that differ from those for which the mapping was made.
fn changed_headers(mapping: &Mapping, headers: &[String]) -> Vec<Question> {
    let changed = mapping.columns.iter().enumerate().filter_map(|(at, column)| {
        let found = headers.get(at).map_or("", String::as_str);
        let kind = QuestionKind::HeaderChanged { expected: column.header.clone(), found: found.to_owned() };
        (column.role != ColumnRole::Ignore && column.header != found).then(|| Question {
            column: u16::try_from(at).ok(),
            blocking: true,
            kind,
        })
    });
    changed.collect()
}

/// Columns that came or went since the mapping was made.
fn changed_columns(mapping: &Mapping) -> impl Iterator<Item = Question> {
    let new = QuestionKind::NewColumns { headers: mapping.new_columns.clone() };
    let missing = QuestionKind::MissingColumns { headers: mapping.missing_columns.clone() };
    let asked = [(new, mapping.new_columns.is_empty()), (missing, mapping.missing_columns.is_empty())];
    asked.into_iter().filter(|(_, settled)| !settled).map(|(kind, _)| Question { column: None, blocking: true, kind })
}

/// Rows that are looked at to tell whether a column holds numbers.
const SAMPLE_ROWS: usize = 3000;

/// Values that belong together: one indicator and period, up to three columns.
#[derive(Default)]
struct Target {
    code: Option<String>,
    period: Option<String>,
    value: Option<usize>,
    numerator: Option<usize>,
    denominator: Option<usize>,
    /// The heading holds a year with a digit too many: the period of the table is not meant.
    unclear_year: bool,
    /// Places of the indicator and the period, once they have been looked up.
    indicator: Option<u32>,
    period_at: Option<u32>,
}

/// What is known about an indicator that rows refer to.
struct Card {
    existing: Option<IndicatorId>,
    unit: String,
    scale: f64,
}

/// How a row names its indicator: name and unit.
type Label<'a> = (&'a str, Option<&'a str>);

struct Reader<'a> {
    mapping: &'a Mapping,
    data: &'a PlanningData,
    table: &'a RawTable,
    values: &'a [ValueColumn],
    is_value: Vec<bool>,
    new_cards: HashMap<&'a str, &'a NewIndicator>,
    targets: Vec<Target>,
    areas: AreaFinder<'a>,
    indicator_column: Option<u16>,
    unit_column: Option<u16>,
    period_column: Option<u16>,
    indicators: Vec<String>,
    indicator_at: HashMap<String, u32>,
    cards: Vec<Card>,
    label_cache: HashMap<Label<'a>, Option<u32>>,
    last_label: Option<(Label<'a>, Option<u32>)>,
    last_period: Option<(&'a str, u32)>,
    /// That of all values whose column and row name none, once it has been looked up.
    table_period: Option<u32>,
    periods: Vec<String>,
    period_ids: Vec<Option<PeriodId>>,
    period_at: HashMap<String, u32>,
    period_cache: HashMap<&'a str, Option<u32>>,
    rows: Vec<DraftRow>,
    first_rows: FirstRows,
    issues: Vec<Issue>,
    issue_counts: [u64; 3],
    counts: Counts,
    left_out: Vec<u32>,
    sums_left_out: Vec<u32>,
    changes: Vec<ChangedValue>,
    columns: Vec<ColumnSummary>,
    without_period: Vec<u16>,
    unknown_indicators: Vec<String>,
    nil_signs: u32,
    sign_counts: BTreeMap<String, u32>,
    /// Rows that a later cell contradicts, where neither is to count.
    contradicted: BTreeSet<u32>,
    contradictions: u32,
    /// The first contradiction about which nothing is settled.
    open_duplicate: Option<(CellRef, CellRef)>,
    /// Columns with headings, where rows must not be longer.
    headed: Option<u16>,
    /// How many rows are longer, and the first cell behind the headings with the length of its row, while nothing is
    /// settled about them.
    long_rows: Option<(u32, CellRef, u16)>,
    /// How many values have a footnote mark about which nothing is settled; the first with its text and value.
    footnotes: Option<(u32, CellRef, String, f64)>,
}

impl<'a> Reader<'a> {
    fn new(
        mapping: &'a Mapping,
        data: &'a PlanningData,
        table: &'a RawTable,
        headers: &[String],
        values: &'a [ValueColumn],
    ) -> Reader<'a> {
        let with = |wanted: ColumnRole| mapping.column_with(|role| *role == wanted);
        let mut columns: Vec<ColumnSummary> = headers
            .iter()
            .enumerate()
            .map(|(at, header)| ColumnSummary {
                header: header.clone(),
                role: mapping.columns.get(at).map(|column| column.role.clone()).unwrap_or_default(),
                ..ColumnSummary::default()
            })
            .collect();
        for value in values {
            let summary = &mut columns[usize::from(value.column)];
            (summary.decimal_mark, summary.mark_is_proven) = (value.mark, value.proven);
        }
        let mut is_value = vec![false; headers.len()];
        values.iter().for_each(|value| is_value[usize::from(value.column)] = true);
        Reader {
            mapping,
            data,
            table,
            values,
            is_value,
            new_cards: mapping.new_indicators.iter().rev().map(|card| (card.code.as_str(), card)).collect(),
            targets: targets(mapping, values),
            areas: AreaFinder::new(data, table, mapping),
            indicator_column: with(ColumnRole::IndicatorName),
            unit_column: with(ColumnRole::Unit),
            period_column: with(ColumnRole::Period),
            indicators: Vec::new(),
            indicator_at: HashMap::new(),
            cards: Vec::new(),
            label_cache: HashMap::new(),
            last_label: None,
            last_period: None,
            table_period: None,
            periods: Vec::new(),
            period_ids: Vec::new(),
            period_at: HashMap::new(),
            period_cache: HashMap::new(),
            rows: Vec::new(),
            first_rows: FirstRows::default(),
            issues: Vec::new(),
            issue_counts: [0; 3],
            counts: Counts::default(),
            left_out: Vec::new(),
            sums_left_out: Vec::new(),
            changes: Vec::new(),
            columns,
            without_period: Vec::new(),
            unknown_indicators: Vec::new(),
            nil_signs: 0,
            sign_counts: BTreeMap::new(),
            contradicted: BTreeSet::new(),
            contradictions: 0,
            open_duplicate: None,
            headed: None,
            long_rows: None,
            footnotes: None,
        }
    }

    /// Makes room for as many values as rows of the table can hold, and no more than it has cells.
    fn expect_rows(&mut self, rows: u32) {
        let values = (rows as usize).saturating_mul(self.targets.len()).min(self.table.place_count());
        // Where the room is not there, it grows with the values; a failure to reserve is none to read.
        let _ = self.rows.try_reserve_exact(values);
    }

    fn read_row(&mut self, row: u32) {
        if self.table.is_blank(row) {
            return;
        }
        let filled = self.filled(row);
        if self.is_too_long(row, filled) {
            return;
        }
        let from_above = self.areas.enter(row);
        let label = self.areas.label(row);
        if from_above && filled > 0 && !label.is_empty() {
            let kind = IssueKind::AreaFromAbove { label: sign::shortened(label) };
            self.note(row, self.areas.column().unwrap_or(0), Severity::Check, kind);
        }
        if filled == 0 && !self.areas.knows(row) {
            if !label.is_empty() {
                let kind = IssueKind::RowWithoutValues { label: sign::shortened(label) };
                self.note(row, self.areas.column().unwrap_or(0), Severity::Info, kind);
            }
            return;
        }
        let (found, first) = self.areas.resolve(row);
        let resolved = self.areas.resolved(found);
        let (area, refused, sum, waits) = (resolved.area, resolved.refused, resolved.sum, resolved.waits());
        let severity = resolved.issue.as_ref().map(|(severity, _)| *severity);
        // A row per value would name the same sum a thousand times.
        let is_long = self.indicator_column.is_some() || self.period_column.is_some();
        let each = sum && !is_long;
        if let Some(severity) = severity.filter(|severity| first || each || *severity == Severity::Error) {
            self.note_area(row, severity, found);
        }
        let Some(area) = area else {
            let lost = if waits { &mut self.counts.open } else { &mut self.counts.refused };
            *lost += if refused { filled } else { 0 };
            self.left_out.extend((!refused).then_some(row));
            self.sums_left_out.extend(sum.then_some(row));
            return;
        };
        for target in 0..self.targets.len() {
            self.read_target(row, area, target);
        }
    }

    /// Whether a row is not read because it has more cells than there are headings; notes such rows.
    fn is_too_long(&mut self, row: u32, filled: u32) -> bool {
        let Some(headings) = self.headed else { return false };
        let Some((last, _)) = self.table.row_cells(row).last().filter(|(last, _)| *last >= headings) else {
            return false;
        };
        let rule = self.mapping.long_rows;
        let kind = IssueKind::LongRow { cells: last + 1, headings, rule };
        let severity = if rule == Some(LongRowRule::Cut) { Severity::Check } else { Severity::Error };
        self.note(row, headings, severity, kind);
        match rule {
            Some(LongRowRule::Cut) => return false,
            Some(LongRowRule::Refuse) => self.counts.refused += filled,
            None => {
                self.counts.open += filled;
                let first = CellRef { sheet: self.mapping.sheet, row, column: headings };
                self.long_rows.get_or_insert((0, first, last + 1)).0 += 1;
            }
        }
        true
    }

    fn filled(&self, row: u32) -> u32 {
        let is_value = |column: u16| self.is_value.get(usize::from(column)).copied().unwrap_or(false);
        let filled = self.table.row_cells(row).filter(|&(column, _)| is_value(column)).count();
        u32::try_from(filled).unwrap_or(u32::MAX)
    }

    fn read_target(&mut self, row: u32, area: u32, target: usize) {
        let Target { value, numerator, denominator, .. } = self.targets[target];
        let Some(anchor) = value.or(numerator).or(denominator) else { return };
        let parts = [value, numerator, denominator];
        let (indicator, period) = (self.indicator(row, target), self.period(row, target));
        let (Some(indicator), Some(period)) = (indicator, period) else {
            let filled = parts.iter().flatten().filter(|&&at| !self.raw_is_empty(row, at)).count();
            // What no answer to the open question can read is said now.
            let refused = indicator.map_or(0, |indicator| {
                parts.iter().flatten().filter(|&&at| self.note_refused(row, at, indicator)).count()
            });
            self.counts.refused += u32::try_from(refused).unwrap_or(u32::MAX);
            let waits = indicator.is_none() || !self.names_period(row);
            let lost = if waits { &mut self.counts.open } else { &mut self.counts.refused };
            *lost += u32::try_from(filled - refused).unwrap_or(u32::MAX);
            return;
        };
        let [value, numerator, denominator] = parts.map(|at| at.map(|at| self.reading(row, at, indicator)));
        let column = self.values[anchor].column;
        let cell = CellRef { sheet: self.mapping.sheet, row, column };
        if let Some((value, status)) = self.combine(cell, &value, &numerator, &denominator, indicator) {
            let counts = RowCounts::known(counted(numerator.as_ref()), counted(denominator.as_ref()));
            self.push(DraftRow { area, indicator, period, value: value.into(), counts, status, cell });
        }
    }

    /// Whether the row has a period of its own, readable or not.
    fn names_period(&self, row: u32) -> bool {
        self.period_column.is_some_and(|column| !shown_text(self.table, row, column).is_empty())
    }

    fn raw_is_empty(&self, row: u32, at: usize) -> bool {
        self.table.cell(row, self.values[at].column).is_empty()
    }

    /// Notes why a cell that still waits for its period cannot be read. Says whether no answer changes that.
    fn note_refused(&mut self, row: u32, at: usize, indicator: u32) -> bool {
        let ValueColumn { column, mark, factor, .. } = self.values[at];
        let reading = read_at(self.table, (row, column), mark, &self.mapping.legend, factor);
        if let Reading::Refused(kind) = self.in_unit_of_column(reading, (row, column), at, indicator) {
            let waits = matches!(kind, IssueKind::UndecidedMark { .. } | IssueKind::FootnoteMark { .. });
            self.note(row, column, Severity::Error, kind);
            return !waits;
        }
        false
    }

    /// Reads a cell, notes what is odd about it, counts it for its column.
    fn reading(&mut self, row: u32, at: usize, indicator: u32) -> Reading {
        let ValueColumn { column, mark, factor, .. } = self.values[at];
        let raw = self.table.cell(row, column);
        let reading = read_at(self.table, (row, column), mark, &self.mapping.legend, factor);
        let reading = self.in_unit_of_column(reading, (row, column), at, indicator);
        self.note_footnote((row, column), mark, &reading);
        let summary = &mut self.columns[usize::from(column)];
        if is_sign(&reading, raw.kind)
            && let Some((sign, _)) = self.mapping.legend.signs.get_key_value(raw.text.trim())
        {
            *self.sign_counts.entry(sign.clone()).or_default() += 1;
        }
        match &reading {
            Reading::Value { value, status, unit: cell_unit } => {
                if *status == Status::Nil {
                    self.nil_signs += 1;
                    *summary.signs.entry(*status).or_default() += 1;
                } else {
                    summary.numbers += 1;
                    if *status != Status::Reported {
                        *summary.signs.entry(*status).or_default() += 1;
                    }
                    if summary.samples.len() < 3 {
                        let text = self.table.displayed(row, column).into_owned();
                        summary.samples.push(SampleValue { text, value: *value });
                    }
                }
                let unit = self.cards.get(indicator as usize).map_or("", |card| card.unit.as_str());
                if *cell_unit == CellUnit::Percent && unit != "%" {
                    let text = self.table.displayed(row, column).into_owned();
                    let kind = IssueKind::PercentSign { text, unit: unit.to_owned() };
                    self.note(row, column, Severity::Check, kind);
                }
            }
            Reading::NoValue(status) => {
                *summary.signs.entry(*status).or_default() += 1;
                if raw.kind == CellKind::Error || sign::is_error_text(raw.text.trim()) {
                    let kind = IssueKind::ErrorCell { text: raw.text.trim().to_owned() };
                    self.note(row, column, Severity::Check, kind);
                }
            }
            Reading::Refused(kind) => {
                summary.refused += 1;
                let waits = matches!(kind, IssueKind::UndecidedMark { .. } | IssueKind::FootnoteMark { .. });
                *if waits { &mut self.counts.open } else { &mut self.counts.refused } += 1;
                self.note(row, column, Severity::Error, kind.clone());
            }
        }
        reading
    }

    /// Refuses a value that names another unit than its column, and one that names none where the others count in thousands
    /// and no heading says that it does so, too.
    fn in_unit_of_column(&mut self, reading: Reading, (row, column): (u32, u16), at: usize, indicator: u32) -> Reading {
        let ValueColumn { unit: expected, names_unit, by_row, .. } = self.values[at];
        let Reading::Value { unit, status, .. } = &reading else { return reading };
        let text = || sign::shortened(&self.table.displayed(row, column));
        let card_unit = || self.cards.get(indicator as usize).map_or("", |card| card.unit.as_str()).to_owned();
        match (*unit, expected) {
            (CellUnit::Other(unit), _) if by_row => {
                let card = card_unit();
                if !is_same_unit(unit, &card) {
                    let kind = IssueKind::OtherUnit { text: text(), unit: card };
                    self.note(row, column, Severity::Check, kind);
                }
                reading
            }
            (CellUnit::Other(unit), Some(expected)) if unit != expected => {
                Reading::Refused(IssueKind::OtherUnit { text: text(), unit: expected.to_owned() })
            }
            (CellUnit::Other(unit), None) if multiple(unit).is_some() => {
                Reading::Refused(IssueKind::OtherUnit { text: text(), unit: card_unit() })
            }
            (CellUnit::None, Some(expected))
                if multiple(expected).is_some() && !names_unit && *status != Status::Nil =>
            {
                Reading::Refused(IssueKind::WithoutUnit { text: text(), unit: expected.to_owned() })
            }
            (CellUnit::None | CellUnit::Percent | CellUnit::Other(_), _) => reading,
        }
    }

    /// Says what became of a footnote mark; counts those about which nothing is settled.
    fn note_footnote(&mut self, (row, column): (u32, u16), mark: Option<DecimalMark>, reading: &Reading) {
        if let Reading::Refused(IssueKind::FootnoteMark { text, value, .. }) = reading {
            let cell = CellRef { sheet: self.mapping.sheet, row, column };
            self.footnotes.get_or_insert_with(|| (0, cell, text.clone(), *value)).0 += 1;
            return;
        }
        let (raw, rule) = (self.table.cell(row, column), self.mapping.legend.footnotes);
        if let Some(value) = sign::marked_value(raw, mark, &self.mapping.legend) {
            let kind = IssueKind::FootnoteMark { text: sign::shortened(raw.text.trim()), value, rule };
            self.note(row, column, Severity::Info, kind);
        }
    }

    /// The value of an observation from its parts; none if its cell is refused.
    fn combine(
        &mut self,
        cell: CellRef,
        value: &Option<Reading>,
        numerator: &Option<Reading>,
        denominator: &Option<Reading>,
        indicator: u32,
    ) -> Option<(Option<f64>, Status)> {
        let scale = self.cards.get(indicator as usize).map_or(1.0, |card| card.scale);
        let computed = match (counted(numerator.as_ref()), counted(denominator.as_ref())) {
            (Some(n), Some(d)) if d > 0.0 => Some(scale * n / d),
            _ => None,
        };
        match (value, computed) {
            (Some(Reading::Refused(_)), _) => None,
            (Some(Reading::Value { value, status, .. }), computed) => {
                self.compare_with_parts(cell, *value, computed);
                Some((Some(*value), *status))
            }
            (None | Some(Reading::NoValue(Status::Missing)), Some(computed)) => {
                Some((Some(computed), Status::Reported))
            }
            (Some(Reading::NoValue(status)), _) => Some((None, *status)),
            (None, None) => sign_of_parts(numerator, denominator).map(|status| (None, status)),
        }
    }

    /// A published value may be rounded to its last digit; more is worth a look.
    fn compare_with_parts(&mut self, cell: CellRef, value: f64, computed: Option<f64>) {
        let Some(computed) = computed else { return };
        if !is_rounded(value, computed) {
            self.note(cell.row, cell.column, Severity::Check, IssueKind::DiffersFromParts { value, computed });
        }
    }

    fn push(&mut self, row: DraftRow) {
        let at = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let first = self.first_rows.of(row.indicator, row.period, row.area, at);
        if first == at {
            self.rows.push(row);
        } else {
            self.meet_again(first, row);
        }
    }

    /// The same area, indicator and period once more: what counts is said by the mapping, or asked.
    fn meet_again(&mut self, first: u32, row: DraftRow) {
        let earlier = &mut self.rows[first as usize];
        let same = same_value(earlier.value.get(), row.value.get()) && earlier.status == row.status;
        let cell = row.cell;
        let rule = self.mapping.duplicates;
        let kind = IssueKind::Duplicate { first: earlier.cell, same, rule };
        if !same {
            match rule {
                Some(DuplicateRule::KeepFirst) => {}
                Some(DuplicateRule::KeepLast) => *earlier = row,
                Some(DuplicateRule::Refuse) => self.contradicted.extend([first]),
                None => _ = self.open_duplicate.get_or_insert((earlier.cell, cell)),
            }
            *if rule.is_none() { &mut self.counts.open } else { &mut self.counts.refused } += 1;
            self.contradictions += 1;
        }
        let severity = match (same, rule) {
            (true, _) => Severity::Info,
            (false, Some(DuplicateRule::KeepLast)) => Severity::Check,
            (false, Some(DuplicateRule::KeepFirst | DuplicateRule::Refuse) | None) => Severity::Error,
        };
        self.note(cell.row, cell.column, severity, kind);
    }

    /// Takes out the values that a later cell contradicts, where neither is to count.
    fn settle_duplicates(&mut self) {
        if self.contradicted.is_empty() {
            return;
        }
        self.counts.refused += u32::try_from(self.contradicted.len()).unwrap_or(u32::MAX);
        let mut at = 0;
        self.rows.retain(|_| {
            at += 1;
            !self.contradicted.contains(&(at - 1))
        });
    }

    fn count_changes(&mut self, progress: &Progress) -> Result<(), Cancelled> {
        let rows = std::mem::take(&mut self.rows);
        for (at, row) in (0_u32..).zip(&rows) {
            if at.is_multiple_of(4096) {
                progress.check()?;
            }
            self.count_change(row, at);
        }
        self.rows = rows;
        Ok(())
    }

    fn count_change(&mut self, row: &DraftRow, at: u32) {
        self.counts.without_value += u32::from(row.value.get().is_none());
        let area = self.areas.areas.get(row.area as usize).and_then(|area| area.existing);
        let indicator = self.cards.get(row.indicator as usize).and_then(|card| card.existing);
        let period = self.period_ids.get(row.period as usize).copied().flatten();
        let (Some(area), Some(indicator), Some(period)) = (area, indicator, period) else {
            self.counts.new += 1;
            return;
        };
        match self.data.dataset.get(indicator, area, period) {
            None => self.counts.new += 1,
            Some(old) if same_value(old.value, row.value.get()) && old.status == row.status => {
                self.counts.unchanged += 1
            }
            Some(old) => {
                self.counts.changed += 1;
                self.changes.push(ChangedValue { row: at, old_value: old.value, old_status: old.status });
            }
        }
    }

    fn indicator(&mut self, row: u32, target: usize) -> Option<u32> {
        if self.targets[target].code.is_some() {
            return self.target_indicator(target);
        }
        let column = self.indicator_column?;
        let label = shown_text(self.table, row, column);
        let unit = self.unit_column.map(|column| self.table.text(row, column)).filter(|unit| !unit.is_empty());
        // Tables with a row per value mostly repeat the indicator of the row above.
        let again = self.last_label.filter(|(last, _)| *last == (label, unit)).map(|(_, known)| known);
        let known = match again.or_else(|| self.label_cache.get(&(label, unit)).copied()) {
            Some(known) => known,
            None => {
                let choices = &self.mapping.indicator_choices;
                let code = choices
                    .get(&format!("{label} [{}]", unit.unwrap_or_default()))
                    .or_else(|| choices.get(label))
                    .cloned();
                let known = code.map(|code| self.indicator_of(&code));
                if known.is_none() {
                    self.unknown_indicators.push(label.to_owned());
                }
                self.label_cache.insert((label, unit), known);
                known
            }
        };
        self.last_label = Some(((label, unit), known));
        if known.is_none() {
            self.note(row, column, Severity::Error, IssueKind::UnknownIndicator { label: sign::shortened(label) });
        }
        known
    }

    /// The indicator of a target whose heading names it; looked up once.
    fn target_indicator(&mut self, target: usize) -> Option<u32> {
        if self.targets[target].indicator.is_none() {
            let code = self.targets[target].code.clone()?;
            self.targets[target].indicator = Some(self.indicator_of(&code));
        }
        self.targets[target].indicator
    }

    fn indicator_of(&mut self, code: &str) -> u32 {
        if let Some(&at) = self.indicator_at.get(code) {
            return at;
        }
        let at = u32::try_from(self.indicators.len()).unwrap_or(u32::MAX);
        let new = self.new_cards.get(code);
        let known = self.data.indicator_by_code(code);
        let (unit, scale) = match (known, new) {
            (Some(card), _) => (card.unit.as_str(), card.scale),
            (None, Some(card)) => (card.unit.as_str(), card.scale),
            (None, None) => ("", 1.0),
        };
        self.cards.push(Card { existing: indicator_id(self.data, code), unit: unit.to_owned(), scale });
        self.indicators.push(code.to_owned());
        self.indicator_at.insert(code.to_owned(), at);
        at
    }

    fn period(&mut self, row: u32, target: usize) -> Option<u32> {
        if let Some(known) = self.targets[target].period_at {
            return Some(known);
        }
        if let Some(label) = self.targets[target].period.clone() {
            self.targets[target].period_at = Some(self.period_of(&label));
            return self.targets[target].period_at;
        }
        if let Some(column) = self.period_column {
            let text = shown_text(self.table, row, column);
            if !text.is_empty() {
                return self.row_period(row, column, text);
            }
        }
        if let Some(label) = self.mapping.period.as_deref().filter(|label| !label.is_empty())
            && !self.targets[target].unclear_year
        {
            let known = self.table_period.unwrap_or_else(|| self.period_of(label));
            self.table_period = Some(known);
            return self.table_period;
        }
        let Target { value, numerator, denominator, .. } = self.targets[target];
        if let Some(at) = value.or(numerator).or(denominator) {
            let column = self.values[at].column;
            if !self.without_period.contains(&column) {
                self.without_period.push(column);
            }
        }
        None
    }

    fn row_period(&mut self, row: u32, column: u16, text: &'a str) -> Option<u32> {
        if let Some((_, known)) = self.last_period.filter(|(last, _)| *last == text) {
            return Some(known);
        }
        if let Some(Some(known)) = self.period_cache.get(text).copied() {
            self.last_period = Some((text, known));
            return Some(known);
        }
        let label = header::period_of_cell(text);
        let at = label.map(|label| self.period_of(&label));
        self.period_cache.insert(text, at);
        if at.is_none() {
            let kind =
                IssueKind::PeriodNotRead { text: sign::shortened(text), suggestion: header::year_with_footnote(text) };
            self.note(row, column, Severity::Error, kind);
        }
        at
    }

    fn period_of(&mut self, label: &str) -> u32 {
        if let Some(&at) = self.period_at.get(label) {
            return at;
        }
        let at = u32::try_from(self.periods.len()).unwrap_or(u32::MAX);
        self.periods.push(label.to_owned());
        self.period_ids.push(self.data.period_by_label(label).map(|period| period.id));
        self.period_at.insert(label.to_owned(), at);
        at
    }

    /// Says where a table beside begins that the mapping does not read; rows below are looked at by the checks.
    fn note_table_beside(&mut self, headers: &[String]) {
        if self.values.is_empty() {
            return;
        }
        let Some(area) = self.areas.column() else { return };
        let heading = headers.get(usize::from(area)).map_or("", String::as_str);
        let beside = (0_u16..).zip(headers).skip(usize::from(area) + 1).find(|(column, header)| {
            propose::heads_areas(heading) && *header == heading && *self.mapping.role(*column) == ColumnRole::Ignore
        });
        if let Some((column, _)) = beside {
            self.note(self.mapping.data_rows.first, column, Severity::Check, IssueKind::TableBeside);
        }
    }

    /// Notes what was found about the area of a row; one beyond those that are kept is only counted.
    fn note_area(&mut self, row: u32, severity: Severity, found: usize) {
        if self.issues.len() >= ISSUES_KEPT {
            self.issue_counts[severity_index(severity)] += 1;
            return;
        }
        let issue = self.areas.resolved(found).issue.as_ref();
        if let Some(kind) = issue.map(|(_, kind)| kind.clone()) {
            self.note(row, self.areas.column_of(&kind).unwrap_or(0), severity, kind);
        }
    }

    fn note(&mut self, row: u32, column: u16, severity: Severity, kind: IssueKind) {
        self.issue_counts[severity_index(severity)] += 1;
        if self.issues.len() < ISSUES_KEPT {
            let cell = Some(CellRef { sheet: self.mapping.sheet, row, column });
            self.issues.push(Issue { cell, severity, kind });
        }
    }

    /// Notes columns of numbers without heading, columns with the heading of an earlier one, and new indicators that
    /// nothing but the file names.
    fn note_headings(&mut self, headers: &[String]) {
        if self.values.is_empty() || headers.iter().all(String::is_empty) {
            return;
        }
        let (first, last) = (self.mapping.data_rows.first, self.mapping.data_rows.last.min(self.table.row_count()));
        let head = self.mapping.header_rows.last().copied().unwrap_or(first);
        let headed = self.headed.unwrap_or(u16::MAX);
        let unheaded = (0_u16..).zip(headers).filter(|(column, header)| {
            *column < headed && header.is_empty() && *self.mapping.role(*column) == ColumnRole::Ignore
        });
        for (column, _) in unheaded {
            let rows = (first..=last).take(SAMPLE_ROWS).filter(|row| !self.mapping.skipped_rows.contains(row));
            let cells = rows.map(|row| (row, self.table.cell(row, column))).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<_> = cells.collect();
            let values = cells.iter().filter(|(_, cell)| propose::looks_like_value(*cell)).count();
            if let Some(&(row, _)) = cells.first().filter(|_| values * 3 >= cells.len()) {
                self.note(row, column, Severity::Check, IssueKind::NoHeading);
            }
        }
        let mut met: HashMap<(&str, Option<&str>, ValuePart), u16> = HashMap::new();
        // Headings over several columns stand over the first only: the name tells whether two really have the same.
        let is_numbered = |name: &str| {
            let number = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
            number.is_some_and(|(_, number)| number.parse::<u16>().is_ok())
        };
        let mut named = BTreeSet::new();
        for value in self.values {
            let ColumnRole::Indicator { code, period, part } = self.mapping.role(value.column) else { continue };
            let header = headers.get(usize::from(value.column)).map_or("", String::as_str);
            let earlier = *met.entry((header, period.as_deref(), *part)).or_insert(value.column);
            let card = self.new_cards.get(code.as_str()).copied();
            if earlier != value.column && card.is_some_and(|card| is_numbered(&card.name)) && !header.is_empty() {
                let first = CellRef { sheet: self.mapping.sheet, row: head, column: earlier };
                self.note(head, value.column, Severity::Check, IssueKind::SameHeading { first });
            }
            if let Some(card) = card.filter(|card| card.name == propose::name_of_file(self.table))
                && !header.contains(card.name.as_str())
                && named.insert(code)
            {
                let kind = IssueKind::NamedByFile { name: card.name.clone() };
                self.note(head, value.column, Severity::Check, kind);
            }
        }
    }

    fn questions(&mut self, source: &Source) -> Vec<Question> {
        let mut questions = Vec::new();
        self.areas.questions(&mut questions);
        let blocking = |column: Option<u16>, kind| Question { column, blocking: true, kind };
        if self.values.is_empty() {
            questions.push(blocking(None, QuestionKind::NoValueColumn));
        }
        if !self.without_period.is_empty() {
            self.without_period.sort_unstable();
            let columns = self.without_period.clone();
            let headers = columns.iter().map(|&column| self.columns[usize::from(column)].header.clone()).collect();
            let suggestion = columns.first().and_then(|&column| {
                let header = self.columns[usize::from(column)].header.as_str();
                header.split(" · ").find_map(header::year_with_footnote)
            });
            questions.push(blocking(columns.first().copied(), QuestionKind::Period { headers, suggestion }));
        }
        if !self.unknown_indicators.is_empty() {
            let mut met = HashSet::new();
            let labels = self.unknown_indicators.iter().filter(|label| met.insert(label.as_str())).cloned().collect();
            questions.push(blocking(self.indicator_column, QuestionKind::UnknownIndicators { labels }));
        }
        if let (Some((rows, first, cells)), SourceFormat::Text { separator, .. }) = (self.long_rows, source.format) {
            let headings = first.column;
            let kind = QuestionKind::LongRows { rows, first, cells, headings, separator };
            questions.push(blocking(None, kind));
        }
        if let Some((first, again)) = self.open_duplicate {
            let kind = QuestionKind::Duplicates { count: self.contradictions, first, again };
            questions.push(blocking(Some(again.column), kind));
        }
        if let Some((count, first, text, value)) = self.footnotes.take() {
            let kind = QuestionKind::Footnotes { count, first, text, value };
            questions.push(blocking(Some(first.column), kind));
        }
        if self.nil_signs > 0 && !self.mapping.nil_confirmed {
            let kind = QuestionKind::NilSign { count: self.nil_signs };
            questions.push(Question { column: None, blocking: false, kind });
        }
        if self.mapping.subtotals.is_none() && !self.areas.subtotals.is_empty() {
            let silent = self.areas.silent_sums.clone();
            let blocking = !silent.is_empty();
            let kind = QuestionKind::Subtotals { labels: self.areas.subtotals.clone(), silent };
            questions.push(Question { column: self.areas.column(), blocking, kind });
        }
        let guessed = self.mapping.area_blocks.iter().filter(|block| !self.states_level(block));
        let block_rows: u32 = guessed.map(|block| block.last.saturating_sub(block.first) + 1).sum();
        if block_rows > 0 {
            let kind = QuestionKind::AreaBlocks { rows: block_rows };
            questions.push(Question { column: self.areas.column(), blocking: false, kind });
        }
        questions
    }

    /// Whether a cell of the block names its level; then there is nothing to ask.
    fn states_level(&self, block: &AreaBlock) -> bool {
        (0..self.table.column_count())
            .any(|column| area_label::level_of_cell(self.table.text(block.first, column)) == Some(block.level))
    }

    fn finish(mut self, source: &Source, questions: Vec<Question>) -> ImportDraft {
        for note in &source.notes {
            self.issue_counts[severity_index(note.severity)] += 1;
            self.issues.push(note.clone());
        }
        self.issues.sort_by(|a, b| a.cell.cmp(&b.cell).then(b.severity.cmp(&a.severity)));
        let new_indicators = self
            .mapping
            .new_indicators
            .iter()
            .filter(|card| self.indicator_at.contains_key(&card.code) && indicator_id(self.data, &card.code).is_none())
            .map(card_of)
            .collect();
        ImportDraft {
            rows: Arc::new(self.rows),
            areas: self.areas.areas,
            left_out: self.left_out,
            sums_left_out: self.sums_left_out,
            subtotals: self.areas.subtotals,
            indicators: self.indicators,
            periods: self.periods,
            issues: self.issues,
            issue_counts: self.issue_counts,
            questions,
            counts: self.counts,
            changes: self.changes,
            columns: self.columns,
            sign_counts: self.sign_counts,
            table: self.table.clone(),
            mapping: self.mapping.clone(),
            new_indicators,
            new_synonyms: self.areas.synonyms,
            file_name: source.file_name.clone(),
            sha256: source.sha256.clone(),
            size_bytes: source.size_bytes,
            file_date: source.file_date.clone(),
            sheet_names: source.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        }
    }
}

/// Columns of one indicator and period belong together, in the order of their first column.
fn targets(mapping: &Mapping, values: &[ValueColumn]) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    let mut known: BTreeMap<(Option<&str>, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (at, value) in values.iter().enumerate() {
        let (code, period, part) = match mapping.role(value.column) {
            ColumnRole::Indicator { code, period, part } => (Some(code.as_str()), period.as_deref(), *part),
            ColumnRole::Value { period, part } => (None, period.as_deref(), *part),
            ColumnRole::Ignore
            | ColumnRole::AreaKey
            | ColumnRole::AreaName
            | ColumnRole::IndicatorName
            | ColumnRole::Period
            | ColumnRole::Unit
            | ColumnRole::Source => continue,
        };
        let same_key = known.entry((code, period)).or_default();
        // A second column for the same part is a target of its own: its values show as duplicates, never vanish.
        let free = same_key.iter().copied().find(|&target| slot(&mut targets[target], part).is_none());
        let target = free.unwrap_or_else(|| {
            targets.push(Target {
                code: code.map(str::to_owned),
                period: period.map(str::to_owned),
                unclear_year: has_unclear_year(mapping, value.column),
                ..Target::default()
            });
            same_key.push(targets.len() - 1);
            targets.len() - 1
        });
        *slot(&mut targets[target], part) = Some(at);
    }
    targets
}

fn has_unclear_year(mapping: &Mapping, column: u16) -> bool {
    let header = mapping.columns.get(usize::from(column)).map_or("", |column| column.header.as_str());
    header.split(" · ").any(|part| header::split_period(part).1.is_none() && header::year_with_footnote(part).is_some())
}

fn slot(target: &mut Target, part: ValuePart) -> &mut Option<usize> {
    match part {
        ValuePart::Value => &mut target.value,
        ValuePart::Numerator => &mut target.numerator,
        ValuePart::Denominator => &mut target.denominator,
    }
}

fn counted(reading: Option<&Reading>) -> Option<f64> {
    match reading? {
        Reading::Value { value, .. } => Some(*value),
        Reading::NoValue(_) | Reading::Refused(_) => None,
    }
}

/// Why nothing can be computed: the sign of the first part that has one.
fn sign_of_parts(numerator: &Option<Reading>, denominator: &Option<Reading>) -> Option<Status> {
    let parts = [numerator, denominator];
    if parts.iter().any(|part| matches!(part, Some(Reading::Refused(_)))) {
        return None;
    }
    let sign = parts.iter().find_map(|part| match part {
        Some(Reading::NoValue(status)) => Some(*status),
        Some(Reading::Value { .. } | Reading::Refused(_)) | None => None,
    });
    Some(sign.unwrap_or(Status::Missing))
}

/// Whether a cell may hold a sign of the legend.
fn is_sign(reading: &Reading, kind: CellKind) -> bool {
    let without_number = match reading {
        Reading::Value { status, .. } => *status != Status::Reported,
        Reading::NoValue(_) => true,
        Reading::Refused(_) => false,
    };
    kind == CellKind::Text && without_number
}

fn same_value(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// The card as the project stores it. What nobody has said stays empty.
fn card_of(card: &NewIndicator) -> Indicator {
    Indicator {
        id: IndicatorId(0),
        code: card.code.clone(),
        name: card.name.clone(),
        definition: card.definition.clone(),
        numerator: card.numerator.clone(),
        denominator: card.denominator.clone(),
        age_bounds: String::new(),
        unit: card.unit.clone(),
        scale: card.scale,
        decimals: card.decimals,
        direction: card.direction,
        dimension: card.dimension.clone(),
        handlungsfeld: card.handlungsfeld,
        source: String::new(),
        caveat: String::new(),
        is_population: card.is_population,
        breaks: Vec::new(),
    }
}
