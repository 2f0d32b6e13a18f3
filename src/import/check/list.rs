//! The list of checks: everything noticed and asked about a draft, with its place, for export.

use super::super::draft::ImportDraft;
use super::super::issue::Issue;
use crate::domain::CellRef;
use crate::text::import as words;

/// For whom a list is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListForm {
    /// German words.
    German,
    /// Stable codes.
    Machine,
}

/// A list of checks: one row per issue or question, as many cells in each as there are columns. The rows stand in the
/// order of the draft: questions, issues of the whole file, issues by cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckList {
    /// Names of the columns: file, sheet, cell, severity, kind, text.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

const MACHINE_COLUMNS: [&str; 6] = ["file", "sheet", "cell", "severity", "kind", "text"];

pub(in crate::import) fn list(draft: &ImportDraft, form: ListForm) -> CheckList {
    let columns = match form {
        ListForm::German => words::CHECK_LIST,
        ListForm::Machine => MACHINE_COLUMNS,
    };
    let questions = draft.questions.iter().map(|question| {
        let cell = question.column.map(|column| {
            let row = draft.mapping().header_rows.last().copied().unwrap_or(draft.mapping().data_rows.first);
            CellRef { sheet: draft.mapping().sheet, row, column }
        });
        row(draft, form, cell, "question", question.kind.code(), question.text_with_values())
    });
    let issue = |issue: &Issue| row(draft, form, issue.cell, issue.severity.code(), issue.kind.code(), issue.text());
    CheckList {
        columns: columns.iter().map(|&column| column.to_owned()).collect(),
        rows: questions.chain(draft.issues.iter().map(issue)).collect(),
    }
}

fn row(
    draft: &ImportDraft,
    form: ListForm,
    cell: Option<CellRef>,
    severity: &str,
    kind: &str,
    text: String,
) -> Vec<String> {
    let (severity, kind) = match form {
        ListForm::German => (words::severity(severity), words::kind(kind)),
        ListForm::Machine => (severity, kind),
    };
    vec![
        draft.file_name().to_owned(),
        cell.map_or("", |cell| draft.sheet_name(cell.sheet)).to_owned(),
        cell.map_or_else(String::new, |cell| cell.to_string()),
        severity.to_owned(),
        kind.to_owned(),
        text,
    ]
}
