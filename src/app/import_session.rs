//! The import under way: reads files on a job thread, keeps mapping and draft, writes nothing itself.

use crate::clock;
use crate::domain::{ImportBatch, Original, PlanningData, sha256_hex};
use crate::fs;
use crate::import::{self, ImportDraft, ImportError, Mapping, Proposal, RowRange, Source};
use crate::jobs::{Job, Progress, Requested, Wake};
use crate::project::UndoState;
use crate::text::error::app::{mapping_unreadable, original_changed, worker_lost};
use crate::text::error::import::about_file;
use crate::text::panel::daten as words;
use crate::text::{Explain, Message};
use crate::ui::{Computed, ImportView, OriginalView};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

/// A table that waits to be read.
#[derive(Clone, Debug)]
enum Waiting {
    File(PathBuf),
    Pasted(String),
}

impl Waiting {
    fn name(&self) -> String {
        match self {
            Waiting::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            Waiting::Pasted(_) => words::PASTED_NAME.to_owned(),
        }
    }

    /// The date of the file; a pasted table has none.
    fn date(&self) -> Option<String> {
        match self {
            Waiting::File(path) => fs::modified(path).and_then(clock::stamp),
            Waiting::Pasted(_) => None,
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Message> {
        match self {
            Waiting::File(path) => fs::read(path).map_err(|error| error.message()),
            Waiting::Pasted(text) => Ok(text.as_bytes().to_vec()),
        }
    }
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

/// One way of reading the present table.
struct Look {
    mapping: Arc<Mapping>,
    proposal: Arc<Proposal>,
    remembered: Option<String>,
}

/// Steps that can be taken back; mappings of very wide tables are large.
const STEPS_KEPT: usize = 100;

/// The original file on its way into the project.
#[derive(Default)]
enum Keeping {
    #[default]
    No,
    Packing(Job<Result<Original, Message>>),
    Ready(Original),
    Failed(Message),
}

/// The import of one or several tables, one after the other.
pub struct ImportSession {
    waiting: VecDeque<Waiting>,
    present: Option<Waiting>,
    place: usize,
    file_name: String,
    reading: Option<Job<Reading>>,
    source: Option<Arc<Source>>,
    proposal: Option<Arc<Proposal>>,
    remembered: Option<String>,
    mapping: Option<Arc<Mapping>>,
    /// What the planner can go back to, and forward to.
    past: Vec<Look>,
    future: Vec<Look>,
    keeping: Keeping,
    generation: u64,
    draft: Requested<(u64, u64), Result<ImportDraft, ImportError>>,
    /// The mapping whose draft was refused, once that has been said.
    refused: Option<u64>,
    /// A draft that came with a proposal and has not been handed over yet.
    ready: Option<(ImportDraft, u64)>,
    /// Progress of the writing, while the project writes.
    writing: Option<Progress>,
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
            present: None,
            place: 0,
            file_name: String::new(),
            reading: None,
            source: None,
            proposal: None,
            remembered: None,
            mapping: None,
            past: Vec::new(),
            future: Vec::new(),
            keeping: Keeping::No,
            generation: 0,
            draft: Requested::default(),
            refused: None,
            ready: None,
            writing: None,
        };
        session.next(data, wake);
        session
    }

    /// Puts further files behind the present one.
    pub fn add_files(&mut self, paths: Vec<PathBuf>) {
        self.waiting.extend(paths.into_iter().map(Waiting::File));
    }

    /// Puts a pasted table behind the present one.
    pub fn add_pasted(&mut self, text: String) {
        self.waiting.push_back(Waiting::Pasted(text));
    }

    /// Goes on to the next table. `false` if there is none.
    pub fn next(&mut self, data: &PlanningData, wake: &Wake) -> bool {
        let Some(waiting) = self.waiting.pop_front() else { return false };
        self.place += 1;
        self.file_name = waiting.name();
        (self.source, self.proposal, self.mapping, self.remembered) = (None, None, None, None);
        self.keeping = Keeping::No;
        self.writing = None;
        (self.past, self.future) = (Vec::new(), Vec::new());
        self.draft = Requested::default();
        self.present = Some(waiting.clone());
        let (name, data) = (self.file_name.clone(), data.clone());
        self.reading =
            Some(Job::start("import-read", wake.clone(), move |progress| read(&name, &waiting, &data, progress)));
        true
    }

    /// Keeps the original file inside the project, or not. The file is read once more: kept is only what was read.
    pub fn keep_original(&mut self, keep: bool, wake: &Wake) {
        let (Some(present), Some(source), true) = (self.present.clone(), self.source.clone(), keep) else {
            self.keeping = Keeping::No;
            return;
        };
        self.keeping = Keeping::Packing(Job::start("import-original", wake.clone(), move |_| pack(&present, &source)));
    }

    /// Reads the table anew with a mapping from a file.
    pub fn load_mapping(&mut self, path: PathBuf, data: &PlanningData, wake: &Wake) {
        let Some(source) = self.source.clone() else { return };
        let data = data.clone();
        self.reading = Some(Job::start("import-mapping", wake.clone(), move |progress| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let bytes = fs::read(&path).map_err(|error| error.message())?;
            let stored = Mapping::from_bytes(&bytes).map_err(|error| mapping_unreadable(&name, &error.to_string()))?;
            let mut proposal = import::reapply(&stored, &source, &data, progress).map_err(|error| error.message())?;
            let draft = proposal.draft.take().map(|draft| (draft, data.revision));
            Ok(Read { source, proposal: Arc::new(proposal), remembered: Some(words::loaded(&name)), draft })
        }));
    }

    /// Takes over what workers have finished and asks for the draft. A failed reading is handed out.
    pub fn collect(&mut self, data: &PlanningData, wake: &Wake) -> Option<Message> {
        if let Keeping::Packing(job) = &self.keeping {
            match job.poll() {
                Some(Ok(original)) => self.keeping = Keeping::Ready(original),
                Some(Err(message)) => self.keeping = Keeping::Failed(message),
                None if job.is_lost() => self.keeping = Keeping::Failed(worker_lost(words::READING)),
                None => {}
            }
        }
        if let Some(outcome) = self.reading.as_ref().and_then(Job::poll) {
            self.reading = None;
            match outcome {
                Ok(Read { source, proposal, remembered, draft }) => {
                    self.note_step();
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
        self.refusal()
    }

    /// Why there is no draft by the present mapping; said once.
    fn refusal(&mut self) -> Option<Message> {
        let Err(error) = self.draft.current()?.as_ref() else { return None };
        let is_new = self.refused.replace(self.generation) != Some(self.generation);
        is_new.then(|| error.message())
    }

    /// Reads the table anew with another mapping.
    pub fn set_mapping(&mut self, mapping: Mapping) {
        self.note_step();
        self.ready = None;
        self.mapping = Some(Arc::new(mapping));
        self.generation += 1;
    }

    /// How the table is being read.
    fn look(&self) -> Option<Look> {
        let (mapping, proposal) = (self.mapping.clone()?, self.proposal.clone()?);
        Some(Look { mapping, proposal, remembered: self.remembered.clone() })
    }

    /// Keeps how the table is being read before the planner reads it in another way.
    fn note_step(&mut self) {
        self.past.extend(self.look());
        if self.past.len() > STEPS_KEPT {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Reads the table as before the last step; stops a reading in another way that is still under way.
    pub fn undo(&mut self) {
        if self.has_table() && self.reading.take().is_some() {
            return;
        }
        let (Some(now), Some(look)) = (self.look(), self.past.pop()) else { return };
        self.future.push(now);
        self.show(look);
    }

    /// Reads the table as before the last [`undo`](Self::undo).
    pub fn redo(&mut self) {
        let (Some(now), Some(look), None) = (self.look(), self.future.pop(), &self.reading) else { return };
        self.past.push(now);
        self.show(look);
    }

    fn show(&mut self, look: Look) {
        (self.mapping, self.proposal, self.remembered) = (Some(look.mapping), Some(look.proposal), look.remembered);
        self.ready = None;
        self.generation += 1;
    }

    /// What can be taken back of the reading of the present table.
    fn steps(&self) -> UndoState {
        let label = |is_there: bool| is_there.then(|| words::MAPPING_STEP.to_owned());
        let under_way = self.has_table() && self.reading.is_some();
        let steps = self.past.len() + usize::from(under_way);
        UndoState { undo: label(steps > 0), redo: label(!self.future.is_empty() && !under_way), steps }
    }

    /// Proposes a mapping anew for another sheet or other rows; source and legend stay as the planner has set them.
    pub fn set_layout(&mut self, sheet: u16, rows: Option<(Vec<u32>, RowRange)>, data: &PlanningData, wake: &Wake) {
        let Some(source) = self.source.clone() else { return };
        let (data, so_far) = (data.clone(), self.mapping.clone());
        self.reading = Some(Job::start("import-layout", wake.clone(), move |progress| {
            let proposed = match rows {
                Some((heads, rows)) => import::propose_rows(&source, sheet, heads, rows, &data, progress),
                None => import::propose_sheet(&source, sheet, &data, progress),
            };
            let mut proposal = proposed.map_err(|error| error.message())?;
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

    /// What the project is to write: the draft of the present mapping with the original file, if that is to be kept.
    /// Nothing while questions are open, the table is read in another way or the original is still being packed.
    pub fn batch(&self) -> Option<ImportBatch> {
        let idle = self.reading.is_none() && self.writing.is_none();
        let draft = self.current_draft().filter(|draft| idle && draft.is_settled())?;
        let original = match &self.keeping {
            Keeping::No => None,
            Keeping::Ready(original) => Some(original.clone()),
            Keeping::Packing(_) | Keeping::Failed(_) => return None,
        };
        Some(ImportBatch { original, ..draft.batch() })
    }

    /// What is to be written, and the progress of its being written from now on.
    pub fn write(&mut self) -> Option<(ImportBatch, Progress)> {
        let batch = self.batch()?;
        let progress = Progress::new();
        self.writing = Some(progress.clone());
        Some((batch, progress))
    }

    /// Whether the project is writing the values of the present table.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// The project has answered: nothing is being written any more. Says whether the planner had asked to stop.
    pub fn written(&mut self) -> bool {
        self.writing.take().is_some_and(|progress| progress.check().is_err())
    }

    /// Stops what is under way: the writing, else the reading in another way.
    pub fn stop(&mut self) {
        match &self.writing {
            Some(progress) => progress.cancel(),
            None if self.has_table() => self.reading = None,
            None => {}
        }
    }

    /// Whether the planner has decided anything about the present table.
    pub fn is_decided(&self) -> bool {
        self.has_table() && !(self.past.is_empty() && matches!(self.keeping, Keeping::No))
    }

    /// Whether closing the preview would lose something that reading the file again does not bring back.
    pub fn would_lose(&self) -> bool {
        self.is_decided() || !self.waiting.is_empty()
    }

    /// Tables that wait behind the present one.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Whether a table is in view; else the reading of the first one failed.
    pub fn has_table(&self) -> bool {
        self.source.is_some()
    }

    /// Whether a table is being read or drafted, whose progress is in view.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some() || self.draft.progress().is_some()
    }

    /// Name of the table and the mapping in force.
    pub fn present(&self) -> Option<(&str, &Mapping)> {
        Some((self.file_name.as_str(), self.mapping.as_deref()?))
    }

    /// What the preview shows.
    pub fn view(&self) -> ImportView {
        let reading = self.reading.as_ref().map(|job| job.progress.state());
        ImportView {
            file_name: self.file_name.clone(),
            place: self.place,
            tables: self.place + self.waiting.len(),
            original: match &self.keeping {
                Keeping::No => OriginalView::No,
                Keeping::Packing(_) => OriginalView::Packing,
                Keeping::Ready(original) => OriginalView::Ready { packed_bytes: original.packed.len() as u64 },
                Keeping::Failed(message) => OriginalView::Failed(message.happened.clone()),
            },
            source: self.source.clone(),
            proposal: self.proposal.clone(),
            remembered: self.remembered.clone(),
            mapping: self.mapping.clone(),
            undo: self.steps(),
            draft: Computed {
                value: self.draft.latest().cloned(),
                current: self.draft.current().is_some() && self.reading.is_none(),
                progress: self.draft.progress().map(Progress::state),
            },
            progress: reading,
            writing: self.writing.as_ref().map(Progress::state),
        }
    }
}

/// Thousandths of the work that reading a file takes beside proposing how it is meant.
const READ: u64 = 400;

fn read(name: &str, waiting: &Waiting, data: &PlanningData, progress: &Progress) -> Reading {
    let bytes = waiting.bytes()?;
    let mut source =
        import::read(name, &bytes, &progress.part(0, READ)).map_err(|error| about_file(name, error.message()))?;
    drop(bytes);
    source.file_date = waiting.date();
    let (mut proposal, remembered) =
        propose(&source, data, &progress.part(READ, 1000)).map_err(|error| error.message())?;
    let draft = proposal.draft.take().map(|draft| (draft, data.revision));
    Ok(Read { source: Arc::new(source), proposal: Arc::new(proposal), remembered, draft })
}

/// The original file once more, compressed; a file that has changed since it was read is not kept.
fn pack(present: &Waiting, source: &Source) -> Result<Original, Message> {
    let bytes = present.bytes()?;
    if sha256_hex(&bytes) != source.sha256 {
        return Err(original_changed(&source.file_name));
    }
    Original::pack(&bytes).map_err(|error| original_changed(&source.file_name).with_technical(error.to_string()))
}

/// The mapping of an earlier import where one fits, with its notice; else what the file itself shows.
fn propose(
    source: &Source,
    data: &PlanningData,
    progress: &Progress,
) -> Result<(Proposal, Option<String>), ImportError> {
    let (proposal, earlier) = import::first_proposal(source, data, progress)?;
    let Some(earlier) = earlier else { return Ok((proposal, None)) };
    let date = crate::text::date_of(&earlier.imported_at);
    Ok((proposal, Some(words::remembered(&earlier.file_name, &date))))
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

    #[test]
    fn tables_queue_and_the_original_is_packed_only_as_it_was_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = ["a.csv", "b.csv"].map(|name| folder.path().join(name));
        for path in &paths {
            std::fs::write(path, "Gebiet;Quote 2025\nMarten;1,5\n").expect("written");
        }
        let (data, wake): (PlanningData, Wake) = (PlanningData::default(), Arc::new(|| {}));
        let mut session = ImportSession::files(paths.to_vec(), &data, &wake);
        session.add_pasted("Gebiet\tQuote\nMarten\t1,5\n".into());
        assert_eq!((session.view().place, session.view().tables), (1, 3));
        while !session.has_table() {
            assert_eq!(session.collect(&data, &wake), None);
        }
        let packed = |session: &mut ImportSession| {
            session.keep_original(true, &wake);
            while session.view().original == OriginalView::Packing {
                session.collect(&data, &wake);
            }
            session.view().original
        };
        let changed = fs::modified(&paths[0]).and_then(clock::stamp);
        assert!(changed.is_some() && session.source.as_ref().is_some_and(|source| source.file_date == changed));
        assert!(matches!(packed(&mut session), OriginalView::Ready { packed_bytes } if packed_bytes > 0));
        std::fs::write(&paths[0], "anders").expect("written");
        assert!(matches!(packed(&mut session), OriginalView::Failed(why) if why.contains("verändert")));
        assert!(session.next(&data, &wake) && session.next(&data, &wake) && !session.next(&data, &wake));
        assert_eq!((session.view().place, session.view().tables), (3, 3));
    }

    #[test]
    fn every_table_that_cannot_be_read_says_so_before_the_next_one_is_in_view() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).expect("written");
            path
        };
        let table = b"Gebiet;Quote 2025\nMarten;1,5\n";
        let paths = vec![file("a.xlsx", b"PK\x03\x04"), file("b.csv", &[0; 64]), file("c.csv", table)];
        let data = PlanningData::default();
        let mut session = ImportSession::files(paths, &data, &wake());
        let mut said = Vec::new();
        while !session.has_table() {
            if let Some(message) = session.collect(&data, &wake()) {
                said.push(message.title);
                assert!(session.next(&data, &wake()));
            }
            std::thread::yield_now();
        }
        assert_eq!(said.len(), 2);
        assert!(said[0].contains("a.xlsx") && said[1].contains("b.csv"), "{said:?}");
        assert_eq!(session.view().file_name, "c.csv");
    }

    fn wake() -> Wake {
        Arc::new(|| {})
    }

    /// A session over a table that is settled, with its draft there.
    fn settled(table: &str, data: &PlanningData) -> ImportSession {
        let mut session = ImportSession::pasted(table.to_owned(), data, &wake());
        while session.current_draft().is_none() {
            assert_eq!(session.collect(data, &wake()), None);
            std::thread::yield_now();
        }
        session
    }

    fn dortmund(folder: &tempfile::TempDir) -> Project {
        let clock: crate::clock::Clock = Arc::new(|| "2026-11-18T09:41:07+01:00".to_owned());
        Project::create(&folder.path().join("p.aktionsplan"), Template::Dortmund, false, clock).expect("a project")
    }

    const TABLE: &str = "Sozialraum\tSGB-II-Quote 2025\nMarten\t11,5\nNette\t12,5\n";

    #[test]
    fn a_stopped_import_leaves_no_trace_and_can_be_carried_out_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut project = dortmund(&folder);
        let before = project.snapshot();
        let mut session = settled(TABLE, &before.data);
        let (batch, progress) = session.write().expect("settled");
        assert!(session.is_writing() && session.view().writing.is_some());
        assert_eq!(session.batch(), None, "nothing is written twice");
        session.stop();
        let run = Command::Import(ImportCommand::Run(Box::new(batch)));
        let refused = project.execute_watched(run, &progress);
        assert!(matches!(refused, Err(crate::project::ProjectError::Cancelled)), "{refused:?}");
        assert_eq!(project.snapshot(), before);
        assert!(session.written(), "the planner had stopped it");
        let (batch, progress) = session.write().expect("still settled");
        let run = Command::Import(ImportCommand::Run(Box::new(batch)));
        project.execute_watched(run, &progress).expect("imported");
        assert!(!session.written());
        assert_eq!(project.snapshot().data.imports.len(), before.data.imports.len() + 1);
    }

    #[test]
    fn only_what_reading_again_does_not_bring_back_is_asked_about() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = dortmund(&folder);
        let data = project.snapshot().data.clone();
        let mut session = settled(TABLE, &data);
        assert!(!session.would_lose());
        session.add_pasted(TABLE.to_owned());
        assert!(session.would_lose() && session.waiting() == 1);
        assert!(session.next(&data, &wake()));
        assert!(!session.would_lose());
        while session.current_draft().is_none() {
            assert_eq!(session.collect(&data, &wake()), None);
            std::thread::yield_now();
        }
        let mapping = session.present().expect("a table").1.clone();
        session.set_mapping(mapping);
        assert!(session.would_lose() && session.is_decided());
    }

    #[test]
    fn every_step_of_the_reading_is_taken_back_and_done_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = dortmund(&folder).snapshot().data.clone();
        let mut session = settled(TABLE, &data);
        let mapping = |session: &ImportSession| session.present().expect("a table").1.clone();
        let first = mapping(&session);
        let second = Mapping { source_note: "Eigene Quelle".to_owned(), ..first.clone() };
        session.set_mapping(second.clone());
        session.set_layout(0, Some((vec![0], RowRange { first: 2, last: 2 })), &data, &wake());
        while session.view().progress.is_some() {
            assert_eq!(session.collect(&data, &wake()), None);
            std::thread::yield_now();
        }
        let third = mapping(&session);
        session.set_layout(0, None, &data, &wake());
        assert_eq!(session.view().undo.steps, 3, "a reading under way can be taken back");
        session.undo();
        assert_eq!((mapping(&session), session.view().progress), (third.clone(), None));
        assert_eq!((third.data_rows.first, session.view().undo.steps), (2, 2));
        session.undo();
        assert_eq!(mapping(&session), second);
        session.undo();
        assert_eq!((mapping(&session), session.is_decided()), (first.clone(), false));
        session.undo();
        assert_eq!((mapping(&session), session.view().undo.undo), (first, None));
        session.redo();
        session.redo();
        assert_eq!((mapping(&session), session.view().undo.redo), (third, None));
        session.undo();
        session.set_mapping(second);
        assert_eq!(session.view().undo.redo, None, "what was taken back is gone after another step");
    }

    #[test]
    fn a_reading_in_another_way_holds_the_import_up_and_can_be_stopped() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = dortmund(&folder);
        let data = project.snapshot().data.clone();
        let mut session = settled(TABLE, &data);
        let before = session.present().expect("a table").1.clone();
        session.set_layout(0, Some((vec![0], RowRange { first: 2, last: 2 })), &data, &wake());
        assert!(session.batch().is_none() && !session.view().draft.current);
        session.stop();
        assert_eq!(session.collect(&data, &wake()), None);
        assert_eq!(session.present().expect("a table").1, &before);
        assert!(session.batch().is_some());
    }
}
