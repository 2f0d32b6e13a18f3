//! What only the planner can settle about a table as a whole.

use super::Reader;
use crate::import::issue::{Question, QuestionKind};
use crate::import::mapping::{AreaBlock, ColumnRole, Mapping};
use crate::import::sniff::SourceFormat;
use crate::import::{Source, area_label, header, propose};
use std::collections::HashSet;

impl Reader<'_> {
    pub(super) fn questions(&mut self, source: &Source) -> Vec<Question> {
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
        self.ask_similar_indicators(&mut questions);
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

    /// New cards beside indicators of nearly the same name: a slip would begin a second series.
    fn ask_similar_indicators(&self, questions: &mut Vec<Question>) {
        let names = propose::KnownNames::new(self.data);
        for card in self.mapping.new_indicators.iter().filter(|card| !card.own) {
            let Some(known) = names.similar(card).filter(|_| self.data.indicator_by_code(&card.code).is_none()) else {
                continue;
            };
            let is_of_card =
                |role: &ColumnRole| matches!(role, ColumnRole::Indicator { code, .. } if *code == card.code);
            let mut columns = self.values.iter().map(|value| value.column);
            let column = columns.find(|column| is_of_card(self.mapping.role(*column)));
            if column.is_some() || self.indicator_at.contains_key(&card.code) {
                let kind = QuestionKind::SimilarIndicator {
                    code: card.code.clone(),
                    name: card.name.clone(),
                    known: known.name.clone(),
                    known_code: known.code.clone(),
                };
                questions.push(Question { column: column.or(self.indicator_column), blocking: true, kind });
            }
        }
    }

    /// Whether a cell of the block names its level; then there is nothing to ask.
    fn states_level(&self, block: &AreaBlock) -> bool {
        (0..self.table.column_count())
            .any(|column| area_label::level_of_cell(self.table.text(block.first, column)) == Some(block.level))
    }
}

/// Headings that differ from those for which the mapping was made.
pub(super) fn changed_headers(mapping: &Mapping, headers: &[String]) -> Vec<Question> {
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
pub(super) fn changed_columns(mapping: &Mapping) -> impl Iterator<Item = Question> {
    let new = QuestionKind::NewColumns { headers: mapping.new_columns.clone() };
    let missing = QuestionKind::MissingColumns { headers: mapping.missing_columns.clone() };
    let asked = [(new, mapping.new_columns.is_empty()), (missing, mapping.missing_columns.is_empty())];
    asked.into_iter().filter(|(_, settled)| !settled).map(|(kind, _)| Question { column: None, blocking: true, kind })
}
