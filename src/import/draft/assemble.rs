//! Row by row: area, indicator and period of each value, its parts, and how it differs from what the project knows.

mod asked;
mod duplicates;
mod names;
mod notes;
mod targets;
mod values;

use self::asked::{changed_columns, changed_headers};
use self::targets::{Target, targets};
use crate::domain::{AreaLevel, CellRef, Indicator, IndicatorId, PeriodId, PlanningData};
use crate::import::draft::areas::AreaFinder;
use crate::import::draft::columns::{Sheet, ValueColumn};
use crate::import::draft::first_rows::FirstRows;
use crate::import::draft::{
    ChangedValue, ColumnSummary, Counts, DraftRow, ImportDraft, Limits, STEP, columns, indicator_id, joined_header,
    severity_index,
};
use crate::import::issue::{Issue, IssueKind, Question, Severity};
use crate::import::mapping::{ColumnRole, LongRowRule, Mapping, NewIndicator};
use crate::import::sniff::SourceFormat;
use crate::import::table::RawTable;
use crate::import::{ImportError, Source, sign};
use crate::jobs::Progress;
use std::collections::{BTreeMap, BTreeSet, HashMap};
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
    reader.note_other_sheets(source);
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
    issue_counts: [u64; 4],
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
            issue_counts: [0; 4],
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
        if let Some(severity) = severity.filter(|severity| first || each || *severity >= Severity::Open) {
            self.note_area(row, severity, found);
        }
        let Some(area) = area else {
            let lost = if waits { &mut self.counts.open } else { &mut self.counts.refused };
            *lost += if refused { filled } else { 0 };
            if waits {
                self.ask_ahead(row);
            }
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
        let severity = if rule == Some(LongRowRule::Cut) { Severity::Check } else { kind.of_refused() };
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

    /// The levels of rows whose name stands on several: those of this table, and of names that it does not have.
    fn row_levels(&self) -> BTreeMap<String, Vec<AreaLevel>> {
        let mut levels = self.mapping.row_levels.clone();
        levels.extend(self.mapping.said_row_levels(self.table));
        levels
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
        let mapping = Mapping { row_levels: self.row_levels(), ..self.mapping.clone() };
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
            mapping,
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
