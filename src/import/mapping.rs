//! The mapping (Zuordnung): how a file is to be read. Proposed by the program, changed by the planner, stored with the
//! import as TOML and usable for the next file of the same shape.
//!
//! Every question of a draft is settled by setting a field here and drafting again:
//!
//! | question | field |
//! | --- | --- |
//! | decimal mark of a column | [`ColumnMapping::decimal_mark`] |
//! | shares stored as 0 to 1, another unit in the cells, a remembered factor | [`ColumnMapping::factor`] |
//! | footnote marks behind values | [`Legend::footnotes`] |
//! | unknown or ambiguous areas | [`Mapping::area_choices`], [`Mapping::create_areas`] |
//! | level of the areas, or of single rows | [`Mapping::area_level`], [`Mapping::area_blocks`] (kept for the next file as [`Mapping::row_levels`]) |
//! | period | [`Mapping::period`], or the period of a column's [`ColumnRole`] |
//! | rows without area | [`Mapping::areas_from_above`] |
//! | no area or value column | [`ColumnMapping::role`] |
//! | a heading changed | [`ColumnMapping::header`] |
//! | columns new or missing | [`Mapping::new_columns`], [`Mapping::missing_columns`] |
//! | rows with more cells than headings | [`Mapping::long_rows`] |
//! | the same value twice, but different | [`Mapping::duplicates`] |
//! | rows that are sums of others | [`Mapping::subtotals`] |
//! | meaning of `-` | [`Mapping::legend`] (and [`Mapping::nil_confirmed`]); where the file explains its signs, [`Mapping::stated_signs`] |

use super::number::DecimalMark;
use super::sign::Legend;
use super::table::RawTable;
use crate::domain::{AreaLevel, Direction, Handlungsfeld};
use crate::text::import as words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How a file is read. Rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// Index of the sheet.
    pub sheet: u16,
    /// Rows above the table that only say what it is.
    pub title_rows: Vec<u32>,
    /// Rows that head the columns, from the top.
    pub header_rows: Vec<u32>,
    /// First and last row with values.
    pub data_rows: RowRange,
    /// Rows between them that are not read.
    pub skipped_rows: BTreeSet<u32>,
    /// Level of the areas; none while it is open.
    pub area_level: Option<AreaLevel>,
    /// Period of all values whose column and row name none; none while it is open.
    pub period: Option<String>,
    /// Whether areas that the project does not know are created.
    pub create_areas: bool,
    /// Whether a row without area belongs to the area named above it.
    pub areas_from_above: bool,
    /// Whether the planner agrees that `-` means what the legend says.
    pub nil_confirmed: bool,
    /// What counts where the same area, indicator and period stand twice with different values; none while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicates: Option<DuplicateRule>,
    /// What becomes of rows of a delimited text that have more cells than the table has headings; none until the planner
    /// has seen them: a comma that parts columns and decimals alike makes such rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long_rows: Option<LongRowRule>,
    /// What becomes of rows that say that they are sums of others (`Nord zusammen`), or are it by their values; none until
    /// the planner has seen them: they are left out then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtotals: Option<SubtotalRule>,
    /// Headings that the file the mapping was made for did not have, until the planner has seen them. Not read unless
    /// their column gets a role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub new_columns: Vec<String>,
    /// Headings that were read from the file the mapping was made for and that are gone, until the planner agrees.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_columns: Vec<String>,
    /// How the source is cited.
    pub source_note: String,
    /// Whether all values are invented.
    pub demonstration: bool,
    /// Rows whose areas belong to another level than [`area_level`](Self::area_level), e.g. district rows at the end.
    pub area_blocks: Vec<AreaBlock>,
    /// Rows whose name stands on several levels, of which the table proves none; settled by a block that holds them.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub open_rows: BTreeSet<u32>,
    /// The levels that were said for rows whose name stands on several, by name, from the top. The next file of the kind
    /// with as many such rows is read by them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub row_levels: BTreeMap<String, Vec<AreaLevel>>,
    /// Rows that are the sums of the rows around them by their values, without a word that says so; what becomes of them
    /// is said by [`subtotals`](Self::subtotals).
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub sum_rows: BTreeSet<u32>,
    /// What is meant by an area as the file prints it: by `level/label` or by `label`, where the label is the name,
    /// or the key in tables without names.
    pub area_choices: BTreeMap<String, AreaChoice>,
    /// What new areas belong to, as `level/key` of an area of the project: by `level/label` of the new area, by its
    /// label, or, under the empty name, for all that are not named.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub area_parents: BTreeMap<String, String>,
    /// Codes of the indicators that a column of names names, by name or by `name [unit]`.
    pub indicator_choices: BTreeMap<String, String>,
    /// What the signs mean.
    pub legend: Legend,
    /// Signs that the file itself explains, with the row in which it does, counted from 0.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub stated_signs: BTreeMap<String, u32>,
    /// One entry per column of the sheet.
    pub columns: Vec<ColumnMapping>,
    /// Cards to be created for codes that the project does not know.
    pub new_indicators: Vec<NewIndicator>,
}

/// Rows from first to last, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowRange {
    /// First row.
    pub first: u32,
    /// Last row.
    pub last: u32,
}

impl RowRange {
    /// Whether a row lies in the range.
    pub fn contains(self, row: u32) -> bool {
        (self.first..=self.last).contains(&row)
    }
}

/// What counts where the same area, indicator and period stand twice in a file with different values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateRule {
    /// The earlier cell.
    KeepFirst,
    /// The later cell.
    KeepLast,
    /// Neither: no value is taken over.
    Refuse,
}

impl DuplicateRule {
    /// All rules in the order in which they are offered.
    pub const ALL: [DuplicateRule; 3] = [DuplicateRule::KeepFirst, DuplicateRule::KeepLast, DuplicateRule::Refuse];

    /// How the mapping file names it.
    pub fn code(self) -> &'static str {
        match self {
            DuplicateRule::KeepFirst => "keep_first",
            DuplicateRule::KeepLast => "keep_last",
            DuplicateRule::Refuse => "refuse",
        }
    }

    /// The rule as a German choice.
    pub fn label(self) -> &'static str {
        match self {
            DuplicateRule::KeepFirst => words::KEEP_FIRST,
            DuplicateRule::KeepLast => words::KEEP_LAST,
            DuplicateRule::Refuse => words::KEEP_NEITHER,
        }
    }
}

/// What becomes of rows that say that they are sums of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubtotalRule {
    /// They are no areas of their own.
    LeaveOut,
    /// They are read like all rows: as the larger area that they are the sum of, or as unknown areas.
    Read,
}

/// What becomes of rows that have more cells than the table has headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LongRowRule {
    /// Their values are not taken over.
    Refuse,
    /// They are read as far as headings go; what stands behind is left out.
    Cut,
}

/// Rows of one level of areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaBlock {
    /// First row.
    pub first: u32,
    /// Last row.
    pub last: u32,
    /// Level of the areas in it.
    pub level: AreaLevel,
}

impl AreaBlock {
    /// Whether a row lies in the block.
    pub fn holds(&self, row: u32) -> bool {
        (self.first..=self.last).contains(&row)
    }
}

/// What is meant by an area as the file prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields, tag = "is")]
pub enum AreaChoice {
    /// An area of the project.
    Existing {
        /// Its level.
        level: AreaLevel,
        /// Its key.
        key: String,
    },
    /// An area to be created.
    Create {
        /// Its level.
        level: AreaLevel,
    },
    /// Not taken over.
    Skip,
}

/// How a column is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ColumnMapping {
    /// The heading, header rows joined; a file with another heading asks before it is read.
    pub header: String,
    /// What the column holds.
    pub role: ColumnRole,
    /// What parts decimals; none if no value needs to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<DecimalMark>,
    /// The mark of an earlier file of the kind, where that decided because the values of this one leave it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remembered_mark: Option<DecimalMark>,
    /// What values are multiplied with: 100 for shares stored as 0 to 1, 1000 for `1,5 Tsd.`. None is 1, not yet confirmed
    /// where in doubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factor: Option<f64>,
    /// The factor of an earlier file of the kind, where the numbers of this one do not look like those it was meant for.
    /// Asked about while `factor` is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remembered_factor: Option<f64>,
}

/// What a column holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields, tag = "is")]
pub enum ColumnRole {
    /// Not read.
    #[default]
    Ignore,
    /// Keys of the areas.
    AreaKey,
    /// Names of the areas.
    AreaName,
    /// Values of one indicator.
    Indicator {
        /// Its code.
        code: String,
        /// Its period, if the heading names one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<String>,
        /// Which part of the value.
        #[serde(default)]
        part: ValuePart,
    },
    /// Names of the indicators, in tables with a row per value.
    IndicatorName,
    /// Values of the indicator that the row names.
    Value {
        /// The period, if the heading names one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<String>,
        /// Which part of the value.
        #[serde(default)]
        part: ValuePart,
    },
    /// Periods of the rows.
    Period,
    /// Units of the rows.
    Unit,
    /// Sources of the rows; kept in the file, not with the values.
    Source,
}

/// Which part of a value a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValuePart {
    /// The value itself.
    #[default]
    Value,
    /// The count above the line.
    Numerator,
    /// The count below the line.
    Denominator,
}

/// The card of an indicator that the project does not know yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewIndicator {
    /// Code, unique in the project.
    pub code: String,
    /// Name as the heading prints it.
    pub name: String,
    /// What else the heading says about it.
    #[serde(default)]
    pub definition: String,
    /// What is counted above the line.
    #[serde(default)]
    pub numerator: String,
    /// What it is divided by.
    #[serde(default)]
    pub denominator: String,
    /// Unit; empty for counts.
    #[serde(default)]
    pub unit: String,
    /// Factor between numerator / denominator and the value.
    pub scale: f64,
    /// Decimals in print.
    pub decimals: u8,
    /// Which end means need; `context` until a planner judges otherwise.
    pub direction: Direction,
    /// Dimension (Teilindex) that it belongs to.
    #[serde(default)]
    pub dimension: String,
    /// Handlungsfeld that it speaks to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handlungsfeld: Option<Handlungsfeld>,
    /// Whether this is the series of inhabitants.
    #[serde(default)]
    pub is_population: bool,
    /// Whether the planner has said that it is none of the project's indicators that are called nearly so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

/// Why a stored mapping cannot be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("mapping cannot be read: {0}")]
pub struct MappingError(pub String);

impl Mapping {
    /// The mapping as text that people can read and change.
    pub fn to_toml(&self) -> String {
        // Every field has a form in TOML; keys are strings.
        let body = toml::to_string(self).unwrap_or_default();
        format!("{}{body}", words::mapping_comment())
    }

    /// The mapping of a text.
    ///
    /// # Errors
    /// If the text is no TOML or names a field that does not exist.
    pub fn from_toml(text: &str) -> Result<Mapping, MappingError> {
        toml::from_str(text).map_err(|error| MappingError(error.to_string()))
    }

    /// The mapping of a file that the planner chose; a byte order mark is passed over.
    ///
    /// # Errors
    /// If the bytes are no UTF-8, no TOML or name a field that does not exist.
    pub fn from_bytes(bytes: &[u8]) -> Result<Mapping, MappingError> {
        let text = std::str::from_utf8(bytes).map_err(|error| MappingError(error.to_string()))?;
        Mapping::from_toml(text.trim_start_matches('\u{feff}'))
    }

    /// The role of a column.
    pub fn role(&self, column: u16) -> &ColumnRole {
        self.columns.get(usize::from(column)).map_or(&ColumnRole::Ignore, |column| &column.role)
    }

    /// The first column with a role.
    pub fn column_with(&self, wanted: impl Fn(&ColumnRole) -> bool) -> Option<u16> {
        self.columns.iter().position(|column| wanted(&column.role)).and_then(|at| u16::try_from(at).ok())
    }

    /// Whether only the planner knows the level of a row: its name stands on several, and no block holds it.
    pub fn is_open_row(&self, row: u32) -> bool {
        self.open_rows.contains(&row) && !self.area_blocks.iter().any(|block| block.holds(row))
    }

    /// Puts a row on a level; the rows around it stay where they are.
    pub fn set_row_level(&mut self, row: u32, level: AreaLevel) {
        let mut blocks: Vec<AreaBlock> = Vec::with_capacity(self.area_blocks.len() + 2);
        for block in std::mem::take(&mut self.area_blocks) {
            if !block.holds(row) {
                blocks.push(block);
                continue;
            }
            blocks.extend((block.first < row).then(|| AreaBlock { last: row - 1, ..block }));
            blocks.extend((block.last > row).then(|| AreaBlock { first: row + 1, ..block }));
        }
        if self.area_level != Some(level) || self.open_rows.contains(&row) {
            blocks.push(AreaBlock { first: row, last: row, level });
        }
        blocks.sort_by_key(|block| block.first);
        blocks.dedup_by(|next, block| {
            let continues = next.level == block.level && block.last + 1 == next.first;
            block.last = if continues { next.last } else { block.last };
            continues
        });
        self.area_blocks = blocks;
    }

    /// The names of the rows whose level only the planner knows, with their rows from the top.
    fn open_labels<'a>(&self, table: &'a RawTable) -> BTreeMap<&'a str, Vec<u32>> {
        let columns = [ColumnRole::AreaName, ColumnRole::AreaKey];
        let column = columns.iter().find_map(|wanted| self.column_with(|role| role == wanted));
        let mut labels: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for &row in &self.open_rows {
            if let Some(column) = column {
                labels.entry(table.text(row, column)).or_default().push(row);
            }
        }
        labels
    }

    /// The levels that were said for rows of a table, by their names: the next table has other rows. A name of which one
    /// row is still open is not among them.
    pub(super) fn said_row_levels(&self, table: &RawTable) -> BTreeMap<String, Vec<AreaLevel>> {
        let block = |row: &u32| self.area_blocks.iter().find(|block| block.holds(*row)).map(|block| block.level);
        let labels = self.open_labels(table).into_iter();
        labels
            .filter_map(|(label, rows)| Some((label.to_owned(), rows.iter().map(block).collect::<Option<_>>()?)))
            .collect()
    }

    /// Puts rows on the levels that were said for their names in an earlier table, where it had as many of them.
    pub(super) fn set_said_row_levels(&mut self, table: &RawTable) {
        let labels = self.open_labels(table);
        let said: Vec<(u32, AreaLevel)> = labels
            .into_iter()
            .filter_map(|(label, rows)| {
                self.row_levels.get(label).filter(|levels| levels.len() == rows.len()).zip(Some(rows))
            })
            .flat_map(|(levels, rows)| rows.into_iter().zip(levels.iter().copied()))
            .collect();
        said.into_iter().for_each(|(row, level)| self.set_row_level(row, level));
    }

    /// Level of the areas in a row.
    pub fn level_of(&self, row: u32) -> Option<AreaLevel> {
        let block = self.area_blocks.iter().find(|block| block.holds(row));
        block.map(|block| block.level).or(self.area_level)
    }
}
