//! `zuordnung`: how a table would be read, with the questions that only the planner can settle.

use super::args::Zuordnung;
use super::output::{Failure, Report};
use super::progress::watched;
use super::project_file::{open, spare_projects};
use crate::clock;
use crate::domain::PlanningData;
use crate::fs;
use crate::import::{self, ImportError, Proposal, Question, QuestionKind, Source};
use crate::jobs::Progress;
use crate::text::Explain;
use crate::text::cli as words;
use crate::text::error::import::about_file;
use serde_json::json;
use std::borrow::Cow;
use std::path::Path;

/// Proposes a mapping and writes it, or prints it.
///
/// # Errors
/// Why the table cannot be read or the mapping not be written.
pub(super) fn run(args: &Zuordnung) -> Result<Report, Failure> {
    let snapshot = open(&args.project)?.snapshot();
    let source = read(&args.table)?;
    let proposal = proposed(&source, &snapshot.data, args.ohne_gemerkte)?;
    let (open, checks): (Vec<&Question>, Vec<&Question>) = proposal.questions.iter().partition(|asked| is_open(asked));
    let [questions, checks] = [open, checks].map(|asked| asked.into_iter().map(with_answer).collect::<Vec<_>>());
    let text = format!("{}{}", words::questions_comment(&questions, &checks), proposal.mapping.to_toml());
    let Some(target) = &args.nach else {
        return Ok(Report::new(text.clone(), json!({ "mapping": text, "questions": questions, "checks": checks })));
    };
    spare_projects(target)?;
    if fs::is_same(target, &args.table) {
        return Err(words::target_is_the_table(&target.display().to_string()).into());
    }
    fs::write_atomic(target, text.as_bytes())?;
    let path = target.display().to_string();
    Ok(Report::new(words::written(&path), json!({ "file": path, "questions": questions, "checks": checks })))
}

/// Whether nothing is imported before a question is settled. Where nobody looks at a preview, a dash is not taken for
/// zero without a word of the planner.
pub(super) fn is_open(question: &Question) -> bool {
    question.blocking || matches!(question.kind, QuestionKind::NilSign { .. })
}

/// The proposal for a table: as an earlier one of its kind was read, or only by what the table itself shows.
///
/// # Errors
/// If the table is too large to be drafted.
pub(super) fn proposed(source: &Source, data: &PlanningData, without_memory: bool) -> Result<Proposal, Failure> {
    let progress = Progress::new();
    if without_memory {
        return Ok(import::fresh_proposal(source, data, &progress)?);
    }
    Ok(import::first_proposal(source, data, &progress)?.0)
}

/// A question with the field of the mapping that settles it.
pub(super) fn with_answer(question: &Question) -> String {
    words::question_with_answer(&question.text_with_values(), &answer(question))
}

/// The field of the mapping that settles a question.
pub(super) fn answer(question: &Question) -> Cow<'static, str> {
    let words = match &question.kind {
        QuestionKind::Period { suggestion: Some(period), .. } => {
            return Cow::Owned(words::answer::period_of_column(period));
        }
        QuestionKind::DecimalMark { .. } => words::answer::DECIMAL_MARK,
        QuestionKind::SharesAsFractions { .. } => words::answer::FACTOR,
        QuestionKind::CellUnit { .. } => words::answer::CELL_UNIT,
        QuestionKind::RememberedFactor { factor, .. } => {
            return Cow::Owned(words::answer::remembered_factor(*factor));
        }
        QuestionKind::Footnotes { .. } => words::answer::FOOTNOTES,
        QuestionKind::UnknownAreas { .. } => words::answer::UNKNOWN_AREAS,
        QuestionKind::AreasOnOtherLevels { .. } => words::answer::AREAS_ON_OTHER_LEVELS,
        QuestionKind::RowLevels { .. } => words::answer::ROW_LEVELS,
        QuestionKind::AmbiguousAreas { .. } => words::answer::AMBIGUOUS_AREAS,
        QuestionKind::AreaLevel => words::answer::AREA_LEVEL,
        QuestionKind::AreaBlocks { .. } => words::answer::AREA_BLOCKS,
        QuestionKind::Period { .. } => words::answer::PERIOD,
        QuestionKind::NoAreaColumn => words::answer::AREA_COLUMN,
        QuestionKind::NoValueColumn => words::answer::VALUE_COLUMN,
        QuestionKind::HeaderChanged { .. } => words::answer::HEADER,
        QuestionKind::NilSign { .. } => words::answer::NIL_SIGN,
        QuestionKind::Subtotals { .. } => words::answer::SUBTOTALS,
        QuestionKind::UnknownIndicators { .. } => words::answer::UNKNOWN_INDICATORS,
        QuestionKind::SimilarIndicator { code, known_code, .. } => {
            return Cow::Owned(words::answer::similar_indicator(known_code, code));
        }
        QuestionKind::LongRows { .. } => words::answer::LONG_ROWS,
        QuestionKind::Duplicates { .. } => words::answer::DUPLICATES,
        QuestionKind::NewColumns { .. } => words::answer::NEW_COLUMNS,
        QuestionKind::MissingColumns { .. } => words::answer::MISSING_COLUMNS,
    };
    Cow::Borrowed(words)
}

/// Reads a table.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn read(path: &Path) -> Result<Source, Failure> {
    let name = file_name(path);
    let bytes = fs::read(path)?;
    let source = watched(&words::progress::reading(&name), {
        let name = name.clone();
        move |progress| -> Result<Source, ImportError> { import::read(&name, &bytes, progress) }
    })?;
    let mut source = source.map_err(|error| about_file(&name, error.message()))?;
    source.file_date = fs::modified(path).and_then(clock::stamp);
    Ok(source)
}

/// Name of a file without its folder.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
