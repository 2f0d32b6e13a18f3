//! `import`: values of tables, taken over only when no question is open.

use super::args::Import as Args;
use super::output::{Failure, Report, say};
use super::project_file::open;
use super::zuordnung::{read, with_answer};
use crate::domain::PlanningData;
use crate::fs;
use crate::import::{self, ImportDraft, Issue, Mapping, Source};
use crate::jobs::Progress;
use crate::project::{Command, ImportCommand, Project};
use crate::text::cli as words;
use serde_json::{Value, json};
use std::path::Path;

/// Issues that are listed for people; machines get all.
const LISTED_ISSUES: usize = 20;

/// A table with how it is to be read.
struct Table {
    source: Source,
    mapping: Mapping,
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
    let mut outcomes = Vec::new();
    for path in &args.tables {
        let source = read(path)?;
        let mapping = given.clone().unwrap_or_else(|| mapping_for(&source, &data));
        let table = Table { source, mapping };
        outcomes.push(outcome(&table, &settled(&table, &data)?, args.nur_pruefen));
        tables.push(table);
    }
    if !args.nur_pruefen {
        take_over_all(&mut project, &tables)?;
    }
    let (text, json): (Vec<String>, Vec<Value>) = outcomes.into_iter().unzip();
    Ok(Report::new(text.join("\n"), json!({ "imported": !args.nur_pruefen, "tables": json })))
}

fn read_mapping(path: &Path) -> Result<Mapping, Failure> {
    let name = path.display().to_string();
    let unreadable = |detail: String| Failure::from(words::mapping_unreadable(&name, &detail));
    let text = String::from_utf8(fs::read(path)?).map_err(|error| unreadable(error.to_string()))?;
    Mapping::from_toml(text.trim_start_matches('\u{feff}')).map_err(|error| unreadable(error.to_string()))
}

/// The draft of a table, if nothing blocks it.
fn settled(table: &Table, data: &PlanningData) -> Result<ImportDraft, Failure> {
    let draft = import::draft(&table.source, &table.mapping, data, &Progress::new()).map_err(|_| Failure::Internal)?;
    let file = &table.source.file_name;
    if !draft.is_settled() {
        let blocking = draft.questions.iter().filter(|question| question.blocking);
        let questions: Vec<String> = blocking.map(with_answer).collect();
        let details = json!({ "file": file, "questions": questions });
        return Err(Failure::with_details(words::unsettled(file, &questions), details));
    }
    if draft.rows.is_empty() {
        return Err(words::nothing_to_import(file).into());
    }
    Ok(draft)
}

/// Carries out one import per table; if one is refused, those before it are taken back.
fn take_over_all(project: &mut Project, tables: &[Table]) -> Result<(), Failure> {
    for (done, table) in tables.iter().enumerate() {
        if let Err(failure) = take_over(project, table) {
            for _ in 0..done {
                project.undo()?;
            }
            return Err(failure);
        }
    }
    Ok(())
}

fn take_over(project: &mut Project, table: &Table) -> Result<(), Failure> {
    // Drafted anew: an earlier table may have brought areas or indicators that this one names too.
    let draft = settled(table, &project.snapshot().data)?;
    project.execute(Command::Import(ImportCommand::Run(Box::new(draft.batch()))))?;
    say(&words::taken_over(&table.source.file_name));
    Ok(())
}

/// The mapping of an earlier import of the same shape, else the proposal.
fn mapping_for(source: &Source, data: &PlanningData) -> Mapping {
    let remembered = import::remembered(source, data).map(|remembered| remembered.proposal);
    remembered.unwrap_or_else(|| import::propose(source, data)).mapping
}

fn outcome(table: &Table, draft: &ImportDraft, only_checked: bool) -> (String, Value) {
    let file = &table.source.file_name;
    let counts = words::ImportCounts {
        new: draft.counts.new.into(),
        changed: draft.counts.changed.into(),
        unchanged: draft.counts.unchanged.into(),
        without_value: draft.counts.without_value.into(),
        refused: draft.counts.refused.into(),
        open: draft.counts.open.into(),
    };
    let issues = &draft.issues;
    let mut lines = vec![words::imported(file, &counts, only_checked)];
    let place = |issue: &Issue| issue.cell.map(|cell| cell.to_string());
    lines.extend(issues.iter().take(LISTED_ISSUES).map(|issue| words::issue(place(issue), &issue.text())));
    if issues.len() > LISTED_ISSUES {
        lines.push(words::more_issues(issues.len() - LISTED_ISSUES));
    }
    let listed: Vec<Value> = issues
        .iter()
        .map(|issue| json!({ "cell": place(issue), "severity": issue.severity.code(), "text": issue.text() }))
        .collect();
    let json = json!({ "file": file, "new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged,
        "without_value": counts.without_value, "refused": counts.refused, "issues": listed });
    (lines.join("\n"), json)
}
