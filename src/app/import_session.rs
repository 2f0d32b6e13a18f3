//! The import under way: reads files on a job thread, keeps mapping and draft, writes nothing itself.

use crate::domain::PlanningData;
use crate::fs;
use crate::import::{self, ImportDraft, ImportError, Mapping, Proposal, RowRange, Source};
use crate::jobs::{Cancelled, Job, Progress, Requested, Wake};
use crate::text::error::app::worker_lost;
use crate::text::panel::daten as words;
use crate::text::{Explain, Message};
use crate::ui::{Computed, ImportView};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

/// A table that waits to be read.
#[derive(Clone, Debug)]
enum Waiting {
    File(PathBuf),
    Pasted(String),
}

/// What reading one table brings.
type Reading = Result<Read, Message>;

/// A table as read, the proposal for it, and the notice if an earlier mapping was applied.
struct Read {
    source: Arc<Source>,
    proposal: Arc<Proposal>,
    remembered: Option<String>,
    /// The draft by the proposal and the revision of the data that it was compared with.
    draft: Option<(ImportDraft, u64)>,
}

/// The import of one or several tables, one after the other.
pub struct ImportSession {
    waiting: VecDeque<Waiting>,
    file_name: String,
    reading: Option<Job<Reading>>,
    source: Option<Arc<Source>>,
    proposal: Option<Arc<Proposal>>,
    remembered: Option<String>,
    mapping: Option<Arc<Mapping>>,
    generation: u64,
    draft: Requested<(u64, u64), Result<ImportDraft, Cancelled>>,
    /// A draft that came with a proposal and has not been handed over yet.
    ready: Option<(ImportDraft, u64)>,
}

impl ImportSession {
    /// Begins with files.
    pub fn files(paths: Vec<PathBuf>, data: &PlanningData, wake: &Wake) -> ImportSession {
        ImportSession::start(paths.into_iter().map(Waiting::File).collect(), data, wake)
    }

    /// Begins with pasted text.
    pub fn pasted(text: String, data: &PlanningData, wake: &Wake) -> ImportSession {
        ImportSession::start(VecDeque::from([Waiting::Pasted(text)]), data, wake)
    }

    fn start(waiting: VecDeque<Waiting>, data: &PlanningData, wake: &Wake) -> ImportSession {
        let mut session = ImportSession {
            waiting,
            file_name: String::new(),
            reading: None,
            source: None,
            proposal: None,
            remembered: None,
            mapping: None,
            generation: 0,
            draft: Requested::default(),
            ready: None,
        };
        session.next(data, wake);
        session
    }

    /// Puts further files behind the present one.
    pub fn add_files(&mut self, paths: Vec<PathBuf>) {
        self.waiting.extend(paths.into_iter().map(Waiting::File));
    }

    /// Goes on to the next table. `false` if there is none.
    pub fn next(&mut self, data: &PlanningData, wake: &Wake) -> bool {
        let Some(waiting) = self.waiting.pop_front() else { return false };
        self.file_name = match &waiting {
            Waiting::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            Waiting::Pasted(_) => crate::text::panel::daten::PASTED_NAME.to_owned(),
        };
        (self.source, self.proposal, self.mapping, self.remembered) = (None, None, None, None);
        self.draft = Requested::default();
        let (name, data) = (self.file_name.clone(), data.clone());
        self.reading =
            Some(Job::start("import-read", wake.clone(), move |progress| read(&name, &waiting, &data, progress)));
        true
    }

    /// Takes over what workers have finished and asks for the draft. A failed reading is handed out.
    pub fn collect(&mut self, data: &PlanningData, wake: &Wake) -> Option<Message> {
        if let Some(outcome) = self.reading.as_ref().and_then(Job::poll) {
            self.reading = None;
            match outcome {
                Ok(Read { source, proposal, remembered, draft }) => {
                    (self.remembered, self.ready) = (remembered, draft);
                    self.mapping = Some(Arc::new(proposal.mapping.clone()));
                    (self.source, self.proposal) = (Some(source), Some(proposal));
                    self.generation += 1;
                }
                Err(message) => return Some(message),
            }
        }
        if self.reading.as_ref().is_some_and(Job::is_lost) {
            self.reading = None;
            return Some(worker_lost(words::READING));
        }
        if let (Some(source), Some(mapping)) = (self.source.clone(), self.mapping.clone()) {
            let data = data.clone();
            let key = (self.generation, data.revision);
            // The draft that came with the proposal need not be made again.
            let ready = self.ready.take().filter(|(_, revision)| *revision == data.revision);
            self.draft.request(key, "import-draft", wake, move |progress| match ready {
                Some((draft, _)) => Ok(draft),
                None => import::draft(&source, &mapping, &data, progress),
            });
        }
        self.draft.collect();
        None
    }

    /// Reads the table anew with another mapping.
    pub fn set_mapping(&mut self, mapping: Mapping) {
        self.ready = None;
        self.mapping = Some(Arc::new(mapping));
        self.generation += 1;
    }

    /// Proposes a mapping anew for another sheet or other rows; source and legend stay as the planner has set them.
    pub fn set_layout(&mut self, sheet: u16, rows: Option<(Vec<u32>, RowRange)>, data: &PlanningData, wake: &Wake) {
        let Some(source) = self.source.clone() else { return };
        let (data, so_far) = (data.clone(), self.mapping.clone());
        self.reading = Some(Job::start("import-layout", wake.clone(), move |_| {
            let mut proposal = match rows {
                Some((header_rows, data_rows)) => import::propose_rows(&source, sheet, header_rows, data_rows, &data),
                None => import::propose_sheet(&source, sheet, &data),
            };
            let mut draft = proposal.draft.take();
            if let Some(so_far) = so_far {
                let mapping = Mapping {
                    legend: so_far.legend.clone(),
                    demonstration: so_far.demonstration,
                    ..proposal.mapping.clone()
                };
                draft = draft.filter(|_| mapping == proposal.mapping);
                proposal.mapping = mapping;
            }
            let draft = draft.map(|draft| (draft, data.revision));
            Ok(Read { source, proposal: Arc::new(proposal), remembered: None, draft })
        }));
    }

    /// The draft, if it belongs to the present mapping.
    pub fn current_draft(&self) -> Option<&ImportDraft> {
        self.draft.current().and_then(|result| result.as_ref().as_ref().ok())
    }

    /// What the preview shows.
    pub fn view(&self) -> ImportView {
        let reading = self.reading.as_ref().map(|job| job.progress.state());
        ImportView {
            file_name: self.file_name.clone(),
            waiting: self.waiting.len(),
            source: self.source.clone(),
            proposal: self.proposal.clone(),
            remembered: self.remembered.clone(),
            mapping: self.mapping.clone(),
            draft: Computed {
                value: self.draft.latest().cloned(),
                current: self.draft.current().is_some(),
                progress: self.draft.progress().map(Progress::state),
            },
            progress: reading,
        }
    }
}

fn read(name: &str, waiting: &Waiting, data: &PlanningData, progress: &Progress) -> Reading {
    let bytes = match waiting {
        Waiting::File(path) => fs::read(path).map_err(|error| error.message())?,
        Waiting::Pasted(text) => text.as_bytes().to_vec(),
    };
    let source = import::read(name, &bytes, progress).map_err(|error| error.message())?;
    drop(bytes);
    let (mut proposal, remembered) =
        propose(&source, data, progress).map_err(|cancelled| ImportError::from(cancelled).message())?;
    let draft = proposal.draft.take().map(|draft| (draft, data.revision));
    Ok(Read { source: Arc::new(source), proposal: Arc::new(proposal), remembered, draft })
}

/// The mapping of an earlier import where one fits, with its notice; else what the file itself shows.
fn propose(source: &Source, data: &PlanningData, progress: &Progress) -> Result<(Proposal, Option<String>), Cancelled> {
    let (proposal, earlier) = import::first_proposal(source, data, progress)?;
    let notice = earlier.map(|import| {
        let stamp = crate::text::date_time(&import.imported_at);
        let date = stamp.split_once(',').map_or(stamp.as_str(), |(day, _)| day);
        crate::text::panel::daten::remembered(&import.file_name, date)
    });
    Ok((proposal, notice))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, ImportCommand, Project, Template};

    fn pasted(name: &str, table: &str, data: &PlanningData) -> (Proposal, Option<String>, Source) {
        let source = import::read(name, table.as_bytes(), &Progress::new()).expect("a table");
        let (proposal, notice) = propose(&source, data, &Progress::new()).expect("a proposal");
        (proposal, notice, source)
    }

    #[test]
    fn the_next_table_of_the_same_headings_begins_with_the_remembered_mapping() {
        let folder = tempfile::tempdir().expect("a folder");
        let clock: crate::clock::Clock = Arc::new(|| "2026-11-18T09:41:07+01:00".to_owned());
        let mut project =
            Project::create(&folder.path().join("p.aktionsplan"), Template::Dortmund, false, clock).expect("a project");
        let first = "Sozialraum;Arbeitslosenrate 2025;Notiz\nMarten;11,5;a\nNette;12,5;b\n";
        let (proposal, notice, source) = pasted("a.csv", first, &project.snapshot().data);
        assert_eq!(notice, None);
        let mut mapping = proposal.mapping;
        mapping.source_note = "Eigene Quelle".to_owned();
        mapping.columns[2].role = import::ColumnRole::Ignore;
        let draft = import::draft(&source, &mapping, &project.snapshot().data, &Progress::new()).expect("a draft");
        assert!(draft.is_settled(), "{:?}", draft.questions);
        project.execute(Command::Import(ImportCommand::Run(Box::new(draft.batch())))).expect("imported");

        let next = first.replace("11,5", "13,5");
        let (proposal, notice, _) = pasted("b.csv", &next, &project.snapshot().data);
        assert_eq!(proposal.mapping.source_note, "Eigene Quelle");
        assert_eq!(notice.as_deref(), Some("Gemerkte Zuordnung von „a.csv“ vom 18.11.2026 angewendet."));
        let (_, notice, _) = pasted("c.csv", "Gebiet;Quote\nMarten;1,5\n", &project.snapshot().data);
        assert_eq!(notice, None);
    }
}
