//! `import`: values of tables, taken over only when no question is open.

use super::args::Import as Args;
use super::output::{Failure, Report, say};
use super::project_file::{open, spare_projects};
use super::table::form;
use super::zuordnung::{answer, is_open, proposed, read, with_answer};
use crate::domain::{Indicator, Original, PlanningData, sha256_hex};
use crate::export::{CsvForm, words_csv};
use crate::fs;
use crate::import::{self, AreaRow, ChangedValue, CheckList, ImportDraft, Issue, ListForm, Mapping, Question, Source};
use crate::jobs::Progress;
use crate::project::{Command, ImportCommand, Project};
use crate::text::Explain;
use crate::text::cli as words;
use crate::text::error::app::original_changed;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Issues that are listed for people; machines get all.
const LISTED_ISSUES: usize = 20;

/// A table with how it is to be read, and what that gives.
struct Table {
    path: PathBuf,
    source: Source,
    mapping: Mapping,
    draft: ImportDraft,
    /// The data that the draft was compared with.
    revision: u64,
}

/// Imports tables, all or none.
///
/// # Errors
/// Why nothing was imported: a table cannot be read, or a question is open.
pub(super) fn run(args: &Args) -> Result<Report, Failure> {
    let mut project = open(&args.project)?;
    let given = args.zuordnung.as_deref().map(read_mapping).transpose()?;
    let data = project.snapshot().data.clone();
    let mut tables = Vec::new();
    for path in &args.tables {
        let source = read(path)?;
        let (mapping, draft) = drafted(&source, given.as_ref(), args.ohne_gemerkte, &data)?;
        tables.push(Table { path: path.clone(), source, mapping, draft, revision: data.revision });
    }
    if let Some(target) = &args.pruefliste {
        write_checks(target, args, &tables)?;
    }
    tables.iter().try_for_each(|table| settled(&table.draft, &data))?;
    let text: Vec<String> = tables.iter().map(|table| outcome(&table.draft, args.nur_pruefen)).collect();
    let json: Vec<Value> = tables.iter().map(|table| details(&table.draft, &data)).collect();
    if !args.nur_pruefen {
        take_over_all(&mut project, tables, args.original)?;
    }
    Ok(Report::new(text.join("\n"), json!({ "imported": !args.nur_pruefen, "tables": json })))
}

fn read_mapping(path: &Path) -> Result<Mapping, Failure> {
    let name = path.display().to_string();
    let unreadable = |detail: String| Failure::from(words::mapping_unreadable(&name, &detail));
    Mapping::from_bytes(&fs::read(path)?).map_err(|error| unreadable(error.to_string()))
}

/// The mapping for a table and its draft: the given mapping, that of an earlier import of the same kind unless it is not
/// wanted, or the proposal.
fn drafted(
    source: &Source,
    given: Option<&Mapping>,
    without_memory: bool,
    data: &PlanningData,
) -> Result<(Mapping, ImportDraft), Failure> {
    let progress = Progress::new();
    if let Some(mapping) = given {
        let draft = import::draft(source, mapping, data, &progress)?;
        return Ok((mapping.clone(), draft));
    }
    let proposal = proposed(source, data, without_memory)?;
    Ok((proposal.mapping, proposal.draft.ok_or(Failure::Internal)?))
}

/// Refuses a draft that leaves a question open or has nothing to take over.
fn settled(draft: &ImportDraft, data: &PlanningData) -> Result<(), Failure> {
    let file = draft.file_name();
    let open = draft.questions.iter().filter(|question| is_open(question));
    let questions: Vec<String> = open.map(with_answer).collect();
    if !questions.is_empty() {
        return Err(Failure::with_details(words::unsettled(file, &questions), details(draft, data)));
    }
    if draft.rows.is_empty() {
        return Err(Failure::with_details(words::nothing_to_import(file, &noticed(draft)), details(draft, data)));
    }
    Ok(())
}

/// Carries out one import per table; if one is refused, those before it are taken back.
fn take_over_all(project: &mut Project, tables: Vec<Table>, keep_original: bool) -> Result<(), Failure> {
    for (done, table) in tables.into_iter().enumerate() {
        if let Err(failure) = take_over(project, table, keep_original) {
            for _ in 0..done {
                project.undo()?;
            }
            return Err(failure);
        }
    }
    Ok(())
}

fn take_over(project: &mut Project, table: Table, keep_original: bool) -> Result<(), Failure> {
    let Table { path, source, mapping, mut draft, revision } = table;
    let data = project.snapshot().data.clone();
    if data.revision != revision {
        // Drafted anew: an earlier table may have brought areas or indicators that this one names too.
        draft = drafted(&source, Some(&mapping), false, &data)?.1;
        settled(&draft, &data)?;
    }
    let (mut batch, file_name) = (Box::new(draft.batch()), source.file_name.clone());
    if keep_original {
        batch.original = Some(original(&path, &source)?);
    }
    // A million values need their room once: what was read makes way for what is written.
    drop((draft, source));
    project.execute(Command::Import(ImportCommand::Run(batch)))?;
    say(&words::taken_over(&file_name));
    Ok(())
}

/// The original file once more, compressed; a file that has changed since it was read is not kept.
fn original(path: &Path, source: &Source) -> Result<Original, Failure> {
    let bytes = fs::read(path)?;
    if sha256_hex(&bytes) != source.sha256 {
        return Err(original_changed(&source.file_name).into());
    }
    Original::pack(&bytes).map_err(|error| original_changed(&source.file_name).with_technical(error.to_string()).into())
}

/// Writes what was noticed about all tables, also where questions are open.
fn write_checks(target: &Path, args: &Args, tables: &[Table]) -> Result<(), Failure> {
    spare_projects(target)?;
    if args.tables.iter().any(|table| fs::is_same(target, table)) {
        return Err(words::target_is_the_table(&target.display().to_string()).into());
    }
    let form = form(args.maschine);
    let list = match form {
        CsvForm::German => ListForm::German,
        CsvForm::Machine => ListForm::Machine,
    };
    let mut whole: Option<CheckList> = None;
    for table in tables {
        let mut checks = table.draft.check_list(list);
        match &mut whole {
            Some(whole) => whole.rows.append(&mut checks.rows),
            None => whole = Some(checks),
        }
    }
    let Some(whole) = whole else { return Ok(()) };
    fs::write_atomic(target, &words_csv(&whole.columns, &whole.rows, form)).map_err(|error| error.message().into())
}

/// What was found, for people.
fn outcome(draft: &ImportDraft, only_checked: bool) -> String {
    let counts = words::ImportCounts {
        new: draft.counts.new.into(),
        changed: draft.counts.changed.into(),
        unchanged: draft.counts.unchanged.into(),
        without_value: draft.counts.without_value.into(),
        refused: draft.counts.refused.into(),
        open: draft.counts.open.into(),
    };
    let mut lines = vec![words::imported(draft.file_name(), &counts, only_checked)];
    let named = |card: &Indicator| words::name_and_unit(&card.name, &card.unit);
    lines.extend(words::new_indicators(&draft.new_indicators().iter().map(named).collect::<Vec<_>>()));
    lines.extend(words::new_areas(&new_areas(draft).map(|area| area.name.clone()).collect::<Vec<_>>()));
    lines.extend(draft.questions.iter().map(|question| words::please_check(&with_answer(question))));
    lines.extend(noticed(draft));
    lines.join("\n")
}

/// The areas that would be created.
fn new_areas(draft: &ImportDraft) -> impl Iterator<Item = &AreaRow> {
    draft.areas.iter().filter(|area| area.existing.is_none())
}

/// What was noticed, a line each, as far as people read lists.
fn noticed(draft: &ImportDraft) -> Vec<String> {
    let issues = &draft.issues;
    let place = |issue: &Issue| issue.cell.map(|cell| cell.to_string());
    let mut lines: Vec<String> =
        issues.iter().take(LISTED_ISSUES).map(|issue| words::issue(place(issue), &issue.text())).collect();
    if issues.len() > LISTED_ISSUES {
        lines.push(words::more_issues(issues.len() - LISTED_ISSUES));
    }
    lines
}

/// What was found, for machines: counts, questions, issues, changed values.
fn details(draft: &ImportDraft, data: &PlanningData) -> Value {
    let counts = draft.counts;
    let [info, check, open, error] = draft.issue_counts;
    json!({
        "file": draft.file_name(),
        "new": counts.new,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "without_value": counts.without_value,
        "refused": counts.refused,
        "open": counts.open,
        "new_indicators": draft.new_indicators().iter().map(new_indicator).collect::<Vec<_>>(),
        "new_areas": new_areas(draft).map(new_area).collect::<Vec<_>>(),
        "questions": draft.questions.iter().map(question).collect::<Vec<_>>(),
        "issue_counts": { "info": info, "check": check, "open": open, "error": error },
        "issues": draft.issues.iter().map(|found| issue(draft, found)).collect::<Vec<_>>(),
        "changes": draft.changes.iter().filter_map(|changed| change(draft, changed, data)).collect::<Vec<_>>(),
    })
}

fn new_indicator(card: &Indicator) -> Value {
    json!({ "code": card.code, "name": card.name, "unit": card.unit })
}

fn new_area(area: &AreaRow) -> Value {
    json!({ "level": area.level.code(), "key": area.key, "name": area.name })
}

fn question(question: &Question) -> Value {
    json!({
        "kind": question.kind.code(),
        "blocking": is_open(question),
        "column": question.column,
        "text": question.text_with_values(),
        "answer": answer(question),
    })
}

fn issue(draft: &ImportDraft, issue: &Issue) -> Value {
    json!({
        "sheet": issue.cell.map(|cell| draft.sheet_name(cell.sheet)),
        "cell": issue.cell.map(|cell| cell.to_string()),
        "severity": issue.severity.code(),
        "kind": issue.kind.code(),
        "text": issue.text(),
    })
}

/// A value that differs from the project's, with the old one.
fn change(draft: &ImportDraft, changed: &ChangedValue, data: &PlanningData) -> Option<Value> {
    let row = draft.rows.get(changed.row as usize)?;
    let area = draft.areas.get(row.area as usize)?;
    let code = draft.indicators.get(row.indicator as usize)?;
    Some(json!({
        "cell": row.cell.to_string(),
        "area_level": area.level.code(),
        "area_key": area.key,
        "indicator": code,
        "unit": data.indicator_by_code(code).map(|card| card.unit.as_str()),
        "period": draft.periods.get(row.period as usize)?,
        "old_value": changed.old_value,
        "old_status": changed.old_status.code(),
        "new_value": row.value.get(),
        "new_status": row.status.code(),
    }))
}
