//! Checks of a draft before anything is written: each compares values with each other, with the project or with the
//! last file of the kind. They report with the cell and repair nothing; none of them blocks.
//!
//! | file | what it reports |
//! | --- | --- |
//! | `range` | values that the unit cannot have |
//! | `jump` | changes against the previous period that stand out |
//! | `total` | published totals that are not sums; suppressed cells that a total gives away |
//! | `subtotal` | sums left out that differ from their rows; suppressed cells that one gives away |
//! | `share` | shares that do not follow from their counts; suppressed cells that a share gives away |
//! | `coverage` | areas, periods and indicators that the last file of the kind had |
//! | `mark` | decimal marks that an earlier file of the kind has decided |
//! | `outside` | rows with numbers beside the range that is read |
//!
//! `drift` compares the headings of a file with those its mapping was made for, `list` makes a list for export of it all.

mod coverage;
mod drift;
mod jump;
mod list;
mod mark;
mod outside;
mod range;
mod share;
mod subject;
mod subtotal;
mod total;

pub use drift::{Drift, RenamedColumn};
pub use list::{CheckList, ListForm};

pub(super) use list::list;

use super::draft::{ISSUES_KEPT, ImportDraft, severity_index};
use super::issue::{Issue, IssueKind, Severity};
use crate::domain::{CellRef, PlanningData};
use crate::jobs::{Cancelled, Progress};
use subject::Subject;

/// Runs all checks and puts what they found among the issues of the draft.
///
/// # Errors
/// If the planner stopped it.
pub(super) fn extend(draft: &mut ImportDraft, data: &PlanningData, progress: &Progress) -> Result<(), Cancelled> {
    let mut notes = Notes::new(ISSUES_KEPT.saturating_sub(draft.issues.len()));
    {
        let subject = Subject::new(draft, data);
        outside::check(&subject, &mut notes);
        coverage::check(&subject, &mut notes);
        mark::check(&subject, &mut notes);
        subtotal::check(&subject, &mut notes);
        let relations = share::relations(&subject);
        for series in &subject.series {
            progress.check()?;
            range::check(&subject, series, &mut notes);
            jump::check(&subject, series, &mut notes);
            total::check(&subject, series, &mut notes);
            share::check(&subject, series, &relations, &mut notes);
        }
    }
    for (total, found) in draft.issue_counts.iter_mut().zip(notes.counts) {
        *total += found;
    }
    draft.issues.append(&mut notes.issues);
    draft.issues.sort_by(|a, b| a.cell.cmp(&b.cell).then(b.severity.cmp(&a.severity)));
    Ok(())
}

/// What the checks have found. Beyond its room issues are only counted.
struct Notes {
    issues: Vec<Issue>,
    counts: [u64; 4],
    room: usize,
}

impl Notes {
    fn new(room: usize) -> Notes {
        Notes { issues: Vec::new(), counts: [0; 4], room }
    }

    fn at(&mut self, cell: CellRef, severity: Severity, kind: IssueKind) {
        self.add(Issue { cell: Some(cell), severity, kind });
    }

    fn of_file(&mut self, severity: Severity, kind: IssueKind) {
        self.add(Issue { cell: None, severity, kind });
    }

    fn add(&mut self, issue: Issue) {
        self.counts[severity_index(issue.severity)] += 1;
        if self.issues.len() < self.room {
            self.issues.push(issue);
        }
    }
}
