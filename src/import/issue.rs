//! What a planner has to know (issues) and to settle (questions) before values are taken over.

use super::mapping::{DuplicateRule, LongRowRule};
use super::number::DecimalMark;
use super::sign::FootnoteRule;
use super::sniff::TextEncoding;
use crate::domain::{AreaId, AreaLevel, CellRef};
use crate::text::import as words;

/// How much an issue matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Said for the record.
    Info,
    /// The planner should look at it; the value is taken over.
    Check,
    /// Waits for the answer to a question.
    Open,
    /// Not taken over.
    Error,
}

impl Severity {
    /// All of them, the least first.
    pub const ALL: [Severity; 4] = [Severity::Info, Severity::Check, Severity::Open, Severity::Error];

    /// How files and machines name it.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Check => "check",
            Severity::Open => "open",
            Severity::Error => "error",
        }
    }
}

/// Something noticed, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Where; none if it concerns the whole file.
    pub cell: Option<CellRef>,
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub kind: IssueKind,
}

impl Issue {
    /// The issue as a German sentence, without its place.
    pub fn text(&self) -> String {
        self.kind.text()
    }
}

/// What was noticed.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum IssueKind {
    /// Neither number nor known sign.
    NotANumber { text: String },
    /// A number in another form than its column.
    OtherNumberForm { text: String, mark: Option<DecimalMark> },
    /// A number that means two things while the decimal mark is open.
    UndecidedMark { text: String },
    /// The values of a column leave the mark open; that of an earlier file of the kind decided. With a value as read.
    RememberedMark { header: String, mark: DecimalMark, sample: Option<(String, f64)> },
    /// Beyond what a table of a city can mean, or not finite.
    TooLarge { text: String },
    /// Short notation that may have lost digits.
    Exponent { text: String },
    /// A spreadsheet has made a date of it.
    DateInsteadOfNumber { text: String },
    /// A formula whose result was not stored.
    FormulaWithoutResult,
    /// An error value; read as missing.
    ErrorCell { text: String },
    /// A percent sign although the indicator has another unit.
    PercentSign { text: String, unit: String },
    /// A unit in the cell that is not that of its column or indicator.
    OtherUnit { text: String, unit: String },
    /// No unit in the cell where others of its column name one that counts in thousands.
    WithoutUnit { text: String, unit: String },
    /// A footnote mark behind a value, and what becomes of it.
    FootnoteMark { text: String, value: f64, rule: Option<FootnoteRule> },
    /// An area that the project does not know.
    UnknownArea { label: String },
    /// An area that the project knows on other levels only.
    AreaOnOtherLevel { label: String, level: AreaLevel, known: Vec<AreaLevel> },
    /// A name that several areas have.
    AmbiguousArea { label: String },
    /// A row without area.
    NoArea,
    /// A text that is too long for the name of an area.
    LongName { letters: usize },
    /// A row without area, and those below it, read as of the area named above.
    AreaFromAbove { label: String },
    /// A row left out as the planner chose.
    SkippedArea { label: String },
    /// A row that says that it is the sum of others, left out; whether the planner has said so.
    Subtotal { label: String, settled: bool },
    /// A row whose values are the sums of the rows around it, left out; whether the planner has said so.
    SumOfRows { label: String, settled: bool },
    /// A sum that is left out and differs from the rows that it stands for.
    SubtotalIsNotSum {
        label: String,
        indicator: String,
        total: f64,
        sum: f64,
        without_value: u32,
        rounded_to: Option<u32>,
    },
    /// A key that had lost its leading zeros.
    KeyRestored { found: String, key: String },
    /// A name that was recognised in another spelling.
    OtherSpelling { label: String, name: String },
    /// Key and name of a row mean different areas.
    KeyAndNameDisagree { key: String, name: String },
    /// A row whose value cells are all blank.
    RowWithoutValues { label: String },
    /// A period that cannot be read; perhaps with a footnote digit.
    PeriodNotRead { text: String, suggestion: Option<String> },
    /// A name of an indicator that the mapping does not know.
    UnknownIndicator { label: String },
    /// The same area, indicator and period as in an earlier cell, and which of the two counts.
    Duplicate { first: CellRef, same: bool, rule: Option<DuplicateRule> },
    /// A share outside 0 to 100 percent.
    OutsideRange { value: f64 },
    /// Fewer than nothing of what cannot be less.
    NegativeCount { value: f64 },
    /// A value of counted people or things with decimals, among whole ones.
    FractionOfCount { value: f64 },
    /// A change that stands out from the changes of the other areas.
    Jump { before: f64, before_period: String, value: f64, usual: f64 },
    /// All values of an indicator moved by about the same large factor.
    AllJump { indicator: String, before_period: String, factor: f64 },
    /// A value that does not follow from its numerator and denominator.
    DiffersFromParts { value: f64, computed: f64 },
    /// A share that does not follow from the counts that the file or the project has.
    DiffersFromCounts { value: f64, computed: f64, numerator: String, denominator: String, stored: bool },
    /// A published total that is not the sum of its areas; one sum per level that does not add up.
    TotalIsNotSum { indicator: String, total: f64, sums: Vec<LevelSum>, rounded_to: Option<u32> },
    /// A suppressed cell that follows from a total and the other cells.
    RecoverableFromTotal { total: CellRef, parts: u32 },
    /// A suppressed cell that follows from other cells of its row or area.
    RecoverableFromShare { from: Vec<CellRef> },
    /// Areas that the last file of this kind had.
    AreasMissing { file: String, names: Vec<String> },
    /// Periods that the last file of this kind had.
    PeriodsMissing { file: String, labels: Vec<String> },
    /// Indicators that the last file of this kind had.
    IndicatorsMissing { file: String, names: Vec<String> },
    /// Rows with numbers beside the range that is read.
    RowsNotRead { first: u32, last: u32 },
    /// Letters were stored in an old encoding; words to look at.
    OldEncoding { encoding: TextEncoding, sample: Vec<String> },
    /// Letters that look wrongly decoded.
    GarbledLetters,
    /// A quotation mark that never closes.
    OpenQuote { row: u32 },
    /// A hidden sheet that holds cells.
    HiddenSheet { name: String },
    /// Other sheets that hold tables, which are not read.
    TablesOnOtherSheets { sheets: Vec<String> },
    /// Hidden rows that hold cells.
    HiddenRows { sheet: String, rows: Vec<u32> },
    /// Cells whose value is the stored result of a formula.
    FormulaCells { sheet: String, count: u32, first: CellRef },
    /// Cells of a sheet whose place was taken already.
    RepeatedCells { sheet: String, count: u32 },
    /// The begin of another table beside the one that is read.
    TableBeside,
    /// A column of numbers without heading beside columns with headings; it is not read.
    NoHeading,
    /// A second column with the heading of an earlier one.
    SameHeading { first: CellRef },
    /// A new indicator that is called as its sheet or file, because nothing else names it.
    NamedByFile { name: String },
    /// A heading was read as an indicator of the project whose name is spelled otherwise.
    OtherSpellingOfIndicator { heading: String, name: String },
    /// A row with more cells than the table has headings, and what becomes of it.
    LongRow { cells: u16, headings: u16, rule: Option<LongRowRule> },
    /// Hidden columns.
    HiddenColumns { sheet: String, columns: Vec<u16> },
}

impl IssueKind {
    /// The issue as a German sentence, without its place.
    pub fn text(&self) -> String {
        match self {
            IssueKind::NotANumber { text } => words::not_a_number(text),
            IssueKind::OtherNumberForm { text, mark } => words::other_number_form(text, mark.map(is_comma)),
            IssueKind::UndecidedMark { text } => words::undecided_mark(text),
            IssueKind::RememberedMark { header, mark, sample } => {
                words::remembered_mark(header, is_comma(*mark), sample.as_ref().map(|(text, value)| (&**text, *value)))
            }
            IssueKind::TooLarge { text } => words::too_large(text),
            IssueKind::Exponent { text } => words::exponent(text),
            IssueKind::DateInsteadOfNumber { text } => words::date_instead_of_number(text),
            IssueKind::FormulaWithoutResult => words::formula_without_result(),
            IssueKind::ErrorCell { text } => words::error_cell(text),
            IssueKind::PercentSign { text, unit } => words::percent_sign(text, unit),
            IssueKind::OtherUnit { text, unit } => words::other_unit(text, unit),
            IssueKind::WithoutUnit { text, unit } => words::without_unit(text, unit),
            IssueKind::FootnoteMark { text, value, rule } => {
                words::footnote_mark(text, *value, rule.map(|rule| rule == FootnoteRule::Keep))
            }
            IssueKind::UnknownArea { label } => words::unknown_area(label),
            IssueKind::AreaOnOtherLevel { label, level, known } => words::area_on_other_level(label, *level, known),
            IssueKind::AmbiguousArea { label } => words::ambiguous_area(label),
            IssueKind::NoArea => words::no_area(),
            IssueKind::LongName { letters } => words::long_name(*letters),
            IssueKind::AreaFromAbove { label } => words::area_from_above(label),
            IssueKind::SkippedArea { label } => words::skipped_area(label),
            IssueKind::Subtotal { label, settled } => words::subtotal(label, *settled),
            IssueKind::SumOfRows { label, settled } => words::sum_of_rows(label, *settled),
            IssueKind::SubtotalIsNotSum { label, indicator, total, sum, without_value, rounded_to } => {
                words::subtotal_is_not_sum(label, indicator, (*total, *sum), *without_value, *rounded_to)
            }
            IssueKind::KeyRestored { found, key } => words::key_restored(found, key),
            IssueKind::OtherSpelling { label, name } => words::other_spelling(label, name),
            IssueKind::KeyAndNameDisagree { key, name } => words::key_and_name_disagree(key, name),
            IssueKind::RowWithoutValues { label } => words::row_without_values(label),
            IssueKind::PeriodNotRead { text, suggestion } => words::period_not_read(text, suggestion.as_deref()),
            IssueKind::UnknownIndicator { label } => words::unknown_indicator(label),
            IssueKind::Duplicate { first, same, rule } => {
                words::duplicate(*first, *same, rule.map(DuplicateRule::code))
            }
            IssueKind::OutsideRange { value } => words::outside_range(*value),
            IssueKind::NegativeCount { value } => words::negative_count(*value),
            IssueKind::FractionOfCount { value } => words::fraction_of_count(*value),
            IssueKind::Jump { before, before_period, value, usual } => {
                words::jump(*before, before_period, *value, *usual)
            }
            IssueKind::AllJump { indicator, before_period, factor } => {
                words::all_jump(indicator, before_period, *factor)
            }
            IssueKind::DiffersFromParts { value, computed } => words::differs_from_parts(*value, *computed),
            IssueKind::DiffersFromCounts { value, computed, numerator, denominator, stored } => {
                words::differs_from_counts(*value, *computed, numerator, denominator, *stored)
            }
            IssueKind::TotalIsNotSum { indicator, total, sums, rounded_to } => {
                let sums: Vec<_> = sums.iter().map(|sum| (sum.level, sum.sum, sum.without_value)).collect();
                words::total_is_not_sum(indicator, *total, &sums, *rounded_to)
            }
            IssueKind::RecoverableFromTotal { total, parts } => words::recoverable_from_total(*total, *parts),
            IssueKind::RecoverableFromShare { from } => words::recoverable_from_share(from),
            IssueKind::AreasMissing { file, names } => words::areas_missing(file, names),
            IssueKind::PeriodsMissing { file, labels } => words::periods_missing(file, labels),
            IssueKind::IndicatorsMissing { file, names } => words::indicators_missing(file, names),
            IssueKind::RowsNotRead { first, last } => words::rows_not_read(*first, *last),
            IssueKind::OldEncoding { encoding, sample } => words::old_encoding(encoding.name(), sample),
            IssueKind::GarbledLetters => words::garbled_letters(),
            IssueKind::OpenQuote { row } => words::open_quote(*row),
            IssueKind::HiddenSheet { name } => words::hidden_sheet(name),
            IssueKind::TablesOnOtherSheets { sheets } => words::tables_on_other_sheets(sheets),
            IssueKind::HiddenRows { sheet, rows } => words::hidden_rows(sheet, rows),
            IssueKind::FormulaCells { sheet, count, first } => words::formula_cells(sheet, *count, *first),
            IssueKind::RepeatedCells { sheet, count } => words::repeated_cells(sheet, *count),
            IssueKind::TableBeside => words::table_beside(),
            IssueKind::NoHeading => words::no_heading(),
            IssueKind::SameHeading { first } => words::same_heading(*first),
            IssueKind::NamedByFile { name } => words::named_by_file(name),
            IssueKind::OtherSpellingOfIndicator { heading, name } => words::other_spelling(heading, name),
            IssueKind::LongRow { cells, headings, rule } => {
                words::long_row(*cells, *headings, rule.map(|rule| rule == LongRowRule::Cut))
            }
            IssueKind::HiddenColumns { sheet, columns } => words::hidden_columns(sheet, columns),
        }
    }

    /// Whether what becomes of the cell is said by the answer to an open question.
    pub fn waits(&self) -> bool {
        matches!(
            self,
            IssueKind::UndecidedMark { .. }
                | IssueKind::FootnoteMark { rule: None, .. }
                | IssueKind::UnknownArea { .. }
                | IssueKind::AreaOnOtherLevel { .. }
                | IssueKind::AmbiguousArea { .. }
                | IssueKind::UnknownIndicator { .. }
                | IssueKind::LongRow { rule: None, .. }
                | IssueKind::Duplicate { same: false, rule: None, .. }
        )
    }

    /// How much it matters where nothing is taken over because of it.
    pub(super) fn of_refused(&self) -> Severity {
        if self.waits() { Severity::Open } else { Severity::Error }
    }

    /// How files and machines name the kind: stable over versions.
    pub fn code(&self) -> &'static str {
        match self {
            IssueKind::NotANumber { .. } => "not_a_number",
            IssueKind::OtherNumberForm { .. } => "other_number_form",
            IssueKind::UndecidedMark { .. } => "undecided_mark",
            IssueKind::RememberedMark { .. } => "remembered_mark",
            IssueKind::TooLarge { .. } => "too_large",
            IssueKind::Exponent { .. } => "exponent",
            IssueKind::DateInsteadOfNumber { .. } => "date_instead_of_number",
            IssueKind::FormulaWithoutResult => "formula_without_result",
            IssueKind::ErrorCell { .. } => "error_cell",
            IssueKind::PercentSign { .. } => "percent_sign",
            IssueKind::OtherUnit { .. } => "other_unit",
            IssueKind::WithoutUnit { .. } => "without_unit",
            IssueKind::FootnoteMark { .. } => "footnote_mark",
            IssueKind::UnknownArea { .. } => "unknown_area",
            IssueKind::AreaOnOtherLevel { .. } => "area_on_other_level",
            IssueKind::AmbiguousArea { .. } => "ambiguous_area",
            IssueKind::NoArea => "no_area",
            IssueKind::LongName { .. } => "long_name",
            IssueKind::AreaFromAbove { .. } => "area_from_above",
            IssueKind::SkippedArea { .. } => "skipped_area",
            IssueKind::Subtotal { .. } => "subtotal",
            IssueKind::SumOfRows { .. } => "sum_of_rows",
            IssueKind::SubtotalIsNotSum { .. } => "subtotal_is_not_sum",
            IssueKind::KeyRestored { .. } => "key_restored",
            IssueKind::OtherSpelling { .. } => "other_spelling",
            IssueKind::KeyAndNameDisagree { .. } => "key_and_name_disagree",
            IssueKind::RowWithoutValues { .. } => "row_without_values",
            IssueKind::PeriodNotRead { .. } => "period_not_read",
            IssueKind::UnknownIndicator { .. } => "unknown_indicator",
            IssueKind::Duplicate { .. } => "duplicate",
            IssueKind::OutsideRange { .. } => "outside_range",
            IssueKind::NegativeCount { .. } => "negative_count",
            IssueKind::FractionOfCount { .. } => "fraction_of_count",
            IssueKind::Jump { .. } => "jump",
            IssueKind::AllJump { .. } => "all_jump",
            IssueKind::DiffersFromParts { .. } => "differs_from_parts",
            IssueKind::DiffersFromCounts { .. } => "differs_from_counts",
            IssueKind::TotalIsNotSum { .. } => "total_is_not_sum",
            IssueKind::RecoverableFromTotal { .. } => "recoverable_from_total",
            IssueKind::RecoverableFromShare { .. } => "recoverable_from_share",
            IssueKind::AreasMissing { .. } => "areas_missing",
            IssueKind::PeriodsMissing { .. } => "periods_missing",
            IssueKind::IndicatorsMissing { .. } => "indicators_missing",
            IssueKind::RowsNotRead { .. } => "rows_not_read",
            IssueKind::TableBeside => "table_beside",
            IssueKind::OldEncoding { .. } => "old_encoding",
            IssueKind::GarbledLetters => "garbled_letters",
            IssueKind::OpenQuote { .. } => "open_quote",
            IssueKind::HiddenSheet { .. } => "hidden_sheet",
            IssueKind::TablesOnOtherSheets { .. } => "tables_on_other_sheets",
            IssueKind::HiddenRows { .. } => "hidden_rows",
            IssueKind::FormulaCells { .. } => "formula_cells",
            IssueKind::RepeatedCells { .. } => "repeated_cells",
            IssueKind::NoHeading => "no_heading",
            IssueKind::SameHeading { .. } => "same_heading",
            IssueKind::NamedByFile { .. } => "named_by_file",
            IssueKind::OtherSpellingOfIndicator { .. } => "other_spelling_of_indicator",
            IssueKind::LongRow { .. } => "long_row",
            IssueKind::HiddenColumns { .. } => "hidden_columns",
        }
    }
}

/// The sum over the areas of a level beside a published total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelSum {
    /// Level of the areas.
    pub level: AreaLevel,
    /// Their sum.
    pub sum: f64,
    /// Areas of the level that carry a sign instead of a value.
    pub without_value: u32,
}

fn is_comma(mark: DecimalMark) -> bool {
    mark == DecimalMark::Comma
}

/// Something that only the planner can settle, by changing the mapping.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The column it concerns.
    pub column: Option<u16>,
    /// Whether nothing can be taken over before it is settled.
    pub blocking: bool,
    /// What is asked.
    pub kind: QuestionKind,
}

impl Question {
    /// The question as German text.
    pub fn text(&self) -> String {
        match &self.kind {
            QuestionKind::DecimalMark { header, suggestion, .. } => {
                words::ask_decimal_mark(header, suggestion.map(is_comma))
            }
            QuestionKind::SharesAsFractions { header, .. } => words::ask_fractions(header),
            QuestionKind::CellUnit { header, unit, card_unit, factor } => {
                words::ask_cell_unit(header, unit, card_unit, *factor)
            }
            QuestionKind::RememberedFactor { header, factor, .. } => words::ask_remembered_factor(header, *factor),
            QuestionKind::Footnotes { count, first, text, value } => words::ask_footnotes(*count, *first, text, *value),
            QuestionKind::UnknownAreas { areas } => words::ask_unknown_areas(areas.len()),
            QuestionKind::AreasOnOtherLevels { areas } => match areas.as_slice() {
                [UnknownArea { label, level: Some(level), known, .. }] => {
                    words::ask_area_on_other_level(label, *level, known)
                }
                _ => words::ask_areas_on_other_levels(areas.len()),
            },
            QuestionKind::RowLevels { rows } => {
                let labels: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
                words::ask_row_levels(&labels)
            }
            QuestionKind::AmbiguousAreas { labels } => words::ask_ambiguous_areas(labels),
            QuestionKind::AreaLevel => words::ask_area_level(),
            QuestionKind::AreaBlocks { rows } => words::ask_area_blocks(*rows),
            QuestionKind::Period { headers, .. } => words::ask_period(headers),
            QuestionKind::NoAreaColumn => words::ask_area_column(),
            QuestionKind::NoValueColumn => words::ask_value_column(),
            QuestionKind::HeaderChanged { expected, found } => words::ask_header(expected, found),
            QuestionKind::NilSign { count } => words::ask_nil_sign(*count),
            QuestionKind::Subtotals { labels, silent } => words::ask_subtotals(labels, silent),
            QuestionKind::UnknownIndicators { labels } => words::ask_unknown_indicators(labels.len()),
            QuestionKind::SimilarIndicator { name, known, .. } => words::ask_similar_indicator(name, known),
            QuestionKind::LongRows { rows, first, cells, headings, separator } => {
                words::ask_long_rows(*rows, *first, (*cells, *headings), *separator)
            }
            QuestionKind::Duplicates { count, first, again } => words::ask_duplicates(*count, *first, *again),
            QuestionKind::NewColumns { headers } => words::ask_new_columns(headers),
            QuestionKind::MissingColumns { headers } => words::ask_missing_columns(headers),
        }
    }

    /// The question with the values that it is about, for those who do not see them beside it.
    pub fn text_with_values(&self) -> String {
        let QuestionKind::RememberedFactor { samples, .. } = &self.kind else { return self.text() };
        let values: Vec<String> =
            samples.iter().map(|value| words::factor_sample(&value.text, value.with, value.without)).collect();
        words::question_with_values(&self.text(), &values)
    }
}

/// What is asked. See [`Mapping`](super::Mapping) for the field that settles it.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionKind {
    /// Which mark parts decimals in a column.
    DecimalMark {
        /// Heading of the column.
        header: String,
        /// Up to three values, read both ways.
        samples: Vec<MarkSample>,
        /// What the other columns of the table prove.
        suggestion: Option<DecimalMark>,
    },
    /// Whether a column of shares holds 0 to 1 instead of percent.
    SharesAsFractions {
        /// Heading of the column.
        header: String,
        /// Up to three values.
        samples: Vec<f64>,
    },
    /// Whether values that name another unit in their cells than their indicator has are multiplied.
    CellUnit {
        /// Heading of the column.
        header: String,
        /// The unit in the cells.
        unit: String,
        /// The unit of the indicator; empty for counts.
        card_unit: String,
        /// What leads from the one to the other, if the program knows.
        factor: Option<f64>,
    },
    /// Whether the factor of an earlier file of the kind holds for numbers that do not look like those of that file.
    RememberedFactor {
        /// Heading of the column.
        header: String,
        /// The factor of the earlier file.
        factor: f64,
        /// Up to three values, read both ways.
        samples: Vec<FactorSample>,
    },
    /// Whether values count that have a footnote mark behind them.
    Footnotes {
        /// How many cells.
        count: u32,
        /// The first of them.
        first: CellRef,
        /// Its text.
        text: String,
        /// Its value without the mark.
        value: f64,
    },
    /// Areas that the project does not know.
    UnknownAreas {
        /// The areas in order of their rows.
        areas: Vec<UnknownArea>,
    },
    /// Areas that the project knows on other levels than that of their row, which nothing in the file names.
    AreasOnOtherLevels {
        /// The areas in order of their rows.
        areas: Vec<UnknownArea>,
    },
    /// Rows whose name stands on several levels, of which the table proves none.
    RowLevels {
        /// The rows from the top.
        rows: Vec<OpenRow>,
    },
    /// Names that several areas have while their level is open.
    AmbiguousAreas {
        /// The names.
        labels: Vec<String>,
    },
    /// On which level new areas are created.
    AreaLevel,
    /// Rows at the end of the table seem to be of other levels.
    AreaBlocks {
        /// How many rows.
        rows: u32,
    },
    /// The period of values for which the table names none.
    Period {
        /// Headings of the columns without period, the indicator's name before where it is not there.
        headers: Vec<String>,
        /// The year that the heading of the first one names with a footnote digit behind it.
        suggestion: Option<String>,
    },
    /// No column holds areas.
    NoAreaColumn,
    /// No column holds values.
    NoValueColumn,
    /// A heading differs from the one in the mapping.
    HeaderChanged {
        /// Heading in the mapping.
        expected: String,
        /// Heading in the file.
        found: String,
    },
    /// Whether `-` means exactly nil in this file. Does not block.
    NilSign {
        /// How many cells.
        count: u32,
    },
    /// Whether rows that are sums of others are left out. They are, until told otherwise; where only their values say
    /// that they are sums, this blocks.
    Subtotals {
        /// Their labels.
        labels: Vec<String>,
        /// Those among them that no word calls a sum.
        silent: Vec<String>,
    },
    /// Names of indicators that the mapping does not know.
    UnknownIndicators {
        /// The names.
        labels: Vec<String>,
    },
    /// Whether a new indicator is one of the project that is called nearly so.
    SimilarIndicator {
        /// Code of the new card.
        code: String,
        /// Its name.
        name: String,
        /// Name of the project's indicator.
        known: String,
        /// Its code.
        known_code: String,
    },
    /// Whether rows are read that have more cells than the table has headings.
    LongRows {
        /// How many.
        rows: u32,
        /// The first cell behind the headings.
        first: CellRef,
        /// Cells of its row.
        cells: u16,
        /// Columns with headings.
        headings: u16,
        /// What parts the columns of the text.
        separator: char,
    },
    /// Which counts where the same area, indicator and period stand twice with different values.
    Duplicates {
        /// How many cells contradict an earlier one.
        count: u32,
        /// The earlier cell of the first contradiction.
        first: CellRef,
        /// The cell that contradicts it.
        again: CellRef,
    },
    /// Columns that the file the mapping was made for did not have. They are not read.
    NewColumns {
        /// Their headings.
        headers: Vec<String>,
    },
    /// Columns that were read from the file the mapping was made for and that are gone.
    MissingColumns {
        /// Their headings.
        headers: Vec<String>,
    },
}

impl QuestionKind {
    /// How files and machines name the kind: stable over versions.
    pub fn code(&self) -> &'static str {
        match self {
            QuestionKind::DecimalMark { .. } => "decimal_mark",
            QuestionKind::SharesAsFractions { .. } => "shares_as_fractions",
            QuestionKind::CellUnit { .. } => "cell_unit",
            QuestionKind::RememberedFactor { .. } => "remembered_factor",
            QuestionKind::Footnotes { .. } => "footnotes",
            QuestionKind::UnknownAreas { .. } => "unknown_areas",
            QuestionKind::AreasOnOtherLevels { .. } => "areas_on_other_levels",
            QuestionKind::RowLevels { .. } => "row_levels",
            QuestionKind::AmbiguousAreas { .. } => "ambiguous_areas",
            QuestionKind::AreaLevel => "area_level",
            QuestionKind::AreaBlocks { .. } => "area_blocks",
            QuestionKind::Period { .. } => "period",
            QuestionKind::NoAreaColumn => "no_area_column",
            QuestionKind::NoValueColumn => "no_value_column",
            QuestionKind::HeaderChanged { .. } => "header_changed",
            QuestionKind::NilSign { .. } => "nil_sign",
            QuestionKind::Subtotals { .. } => "subtotals",
            QuestionKind::UnknownIndicators { .. } => "unknown_indicators",
            QuestionKind::SimilarIndicator { .. } => "similar_indicator",
            QuestionKind::LongRows { .. } => "long_rows",
            QuestionKind::Duplicates { .. } => "duplicates",
            QuestionKind::NewColumns { .. } => "new_columns",
            QuestionKind::MissingColumns { .. } => "missing_columns",
        }
    }
}

/// A value that means two numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkSample {
    /// As written.
    pub text: String,
    /// With a decimal comma; none if it is no number then.
    pub with_comma: Option<f64>,
    /// With a decimal point.
    pub with_point: Option<f64>,
}

/// A value with and without a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorSample {
    /// As written.
    pub text: String,
    /// As it stands.
    pub without: f64,
    /// Multiplied.
    pub with: f64,
}

/// An area that the project does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownArea {
    /// The label by which [`Mapping::area_choices`](super::Mapping::area_choices) settles it.
    pub label: String,
    /// Its key, if the table has a key column.
    pub key: Option<String>,
    /// The first cell that names it.
    pub cell: CellRef,
    /// The level it would be created on.
    pub level: Option<AreaLevel>,
    /// Areas of the same name on other levels, then areas with similar names, most similar first.
    pub similar: Vec<AreaId>,
    /// The one area that the name is nearly, digits and all; no other row of the table names it.
    pub nearly: Option<AreaId>,
    /// The other levels on which the project knows an area of this name, coarsest first.
    pub known: Vec<AreaLevel>,
}

/// A row whose level is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenRow {
    /// The cell that names the area.
    pub cell: CellRef,
    /// The name.
    pub label: String,
    /// The levels on which the project knows an area of this name, coarsest first.
    pub levels: Vec<AreaLevel>,
}
