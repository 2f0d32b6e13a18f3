//! The thread that owns the open project, so that no frame of the window ever waits for the disk.

use super::{Command, Origin, Outcome, Project, ProjectError, Snapshot, Template};
use crate::clock::Clock;
use crate::domain::{AreaId, ImportId, IndicatorId, PeriodId};
use crate::jobs::{Progress, Wake};
use crate::text::{Explain, Message};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long no request comes before the thread looks whether a copy of the project is due.
const QUIET: Duration = Duration::from_secs(5);

/// Something that the window wants from the project.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // a few requests a minute
pub enum Request {
    /// Create a project and open it.
    Create {
        /// The file; it must not exist.
        path: PathBuf,
        /// What it is filled with.
        template: Template,
        /// Whether demonstration data are added.
        with_example: bool,
    },
    /// Open a project; the one that is open is closed.
    Open(PathBuf),
    /// Change the project.
    Execute(Command),
    /// Change the project by a command that takes long: with progress, and it can be cancelled. One that was cancelled
    /// is refused and leaves no trace.
    ExecuteWatched(Command, Progress),
    /// Take back the latest step.
    Undo,
    /// Do the latest undone step again.
    Redo,
    /// Where does a value come from?
    Origin {
        /// Which series.
        indicator: IndicatorId,
        /// Where.
        area: AreaId,
        /// When.
        period: PeriodId,
    },
    /// Write the original file of an import.
    SaveOriginal {
        /// The import.
        import: ImportId,
        /// Where to.
        path: PathBuf,
    },
    /// Write a verified copy.
    Backup,
    /// Remove the copies that were made by themselves.
    DropAutomaticBackups,
    /// Close the project.
    Close,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A project is open.
    Opened(Arc<Snapshot>),
    /// The project changed.
    Changed {
        /// The project as it is now.
        snapshot: Arc<Snapshot>,
        /// What the step brought about.
        outcome: Outcome,
    },
    /// A request was refused; nothing changed.
    Failed(Message),
    /// Where a value comes from; `None` if there is no such value.
    Origin(Option<Origin>),
    /// The original file of an import was written, byte by byte.
    OriginalSaved(PathBuf),
    /// A verified copy was written.
    BackedUp(PathBuf),
    /// So many copies that had been made by themselves were removed.
    AutomaticBackupsDropped(usize),
    /// A copy that was due could not be made. Comes by itself, at most once for each opening of a project.
    AutomaticBackupFailed(Message),
    /// No project is open any more.
    Closed,
}

/// Work that completes a new project with example data, e.g. by drafting its programmes.
pub type AfterCreate = Arc<dyn Fn(&mut Project) -> Result<(), ProjectError> + Send + Sync>;

/// The thread that owns the project. Dropping it finishes what was sent and closes the file.
pub struct Engine {
    requests: Option<Sender<Request>>,
    events: Receiver<Event>,
    thread: Option<JoinHandle<()>>,
}

impl Engine {
    /// Starts the thread. `wake` is called after every event; `after_create` runs on new projects with example data.
    pub fn start(clock: Clock, wake: Wake, after_create: Option<AfterCreate>) -> Engine {
        let (requests, inbox) = channel();
        let (outbox, events) = channel();
        let worker = Worker { clock, after_create, project: None, may_be_due: false, has_failed: false };
        let work = move || worker.run(&inbox, &outbox, &wake);
        let spawned = std::thread::Builder::new().name("project".to_owned()).spawn(work);
        if let Err(error) = &spawned {
            log::error!("the project thread could not be started: {error}");
        }
        Engine { requests: Some(requests), events, thread: spawned.ok() }
    }

    /// Sends a request. Requests are carried out in order, each gives exactly one event; while there are none, a copy of
    /// the project is made when one is due.
    pub fn send(&self, request: Request) {
        if self.requests.as_ref().is_some_and(|requests| requests.send(request).is_err()) {
            log::error!("the project thread is gone");
        }
    }

    /// The next event, if there is one.
    pub fn poll(&self) -> Option<Event> {
        self.events.try_recv().ok()
    }

    /// Waits for the next event; `None` if the thread is gone.
    pub fn wait(&self) -> Option<Event> {
        self.events.recv().ok()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            // A panic was reported where it happened; here only the end matters.
            let _ = thread.join();
        }
    }
}

struct Worker {
    clock: Clock,
    after_create: Option<AfterCreate>,
    project: Option<Project>,
    /// Whether something happened since it was last asked whether a copy is due.
    may_be_due: bool,
    /// Whether a copy of this project could not be made: said once.
    has_failed: bool,
}

impl Worker {
    fn run(mut self, inbox: &Receiver<Request>, outbox: &Sender<Event>, wake: &Wake) {
        loop {
            let request = match self.next(inbox) {
                Ok(Some(request)) => request,
                Ok(None) => {
                    if let Some(failed) = self.keep_copy() {
                        if outbox.send(failed).is_err() {
                            return;
                        }
                        wake();
                    }
                    continue;
                }
                Err(RecvError) => return,
            };
            self.may_be_due = true;
            let event = match catch_unwind(AssertUnwindSafe(|| self.answer(request))) {
                Ok(Ok(event)) => event,
                Ok(Err(error)) => Event::Failed(error.message()),
                Err(panic) => Event::Failed(ProjectError::Panicked { detail: said(panic.as_ref()) }.message()),
            };
            if outbox.send(event).is_err() {
                return;
            }
            wake();
        }
    }

    /// The next request, or nothing when it has been quiet for a while after the last.
    fn next(&self, inbox: &Receiver<Request>) -> Result<Option<Request>, RecvError> {
        if !self.may_be_due {
            return inbox.recv().map(Some);
        }
        match inbox.recv_timeout(QUIET) {
            Ok(request) => Ok(Some(request)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(RecvError),
        }
    }

    /// Makes a copy if one is due; an event if that fails for the first time.
    fn keep_copy(&mut self) -> Option<Event> {
        self.may_be_due = false;
        let project = self.project.as_ref()?;
        let failed = match catch_unwind(AssertUnwindSafe(|| project.backup_if_due())) {
            Ok(Ok(_)) => return None,
            Ok(Err(error)) => error,
            Err(panic) => ProjectError::Panicked { detail: said(panic.as_ref()) },
        };
        log::warn!("no automatic copy: {failed}");
        (!std::mem::replace(&mut self.has_failed, true)).then(|| Event::AutomaticBackupFailed(failed.message()))
    }

    fn answer(&mut self, request: Request) -> Result<Event, ProjectError> {
        match request {
            Request::Create { path, template, with_example } => self.create(&path, template, with_example),
            Request::Open(path) => self.open(&path),
            Request::Execute(command) => {
                let outcome = self.project()?.execute(command)?;
                self.changed(outcome)
            }
            Request::ExecuteWatched(command, progress) => {
                let outcome = self.project()?.execute_watched(command, &progress)?;
                self.changed(outcome)
            }
            Request::Undo => {
                let label = self.project()?.undo()?;
                self.changed(Outcome { created: None, label })
            }
            Request::Redo => {
                let label = self.project()?.redo()?;
                self.changed(Outcome { created: None, label })
            }
            Request::Origin { indicator, area, period } => {
                Ok(Event::Origin(self.project()?.origin(indicator, area, period)?))
            }
            Request::SaveOriginal { import, path } => {
                self.project()?.save_original(import, &path)?;
                Ok(Event::OriginalSaved(path))
            }
            Request::Backup => Ok(Event::BackedUp(self.project()?.backup()?)),
            Request::DropAutomaticBackups => {
                Ok(Event::AutomaticBackupsDropped(self.project()?.drop_automatic_backups()?))
            }
            Request::Close => {
                self.project = None;
                Ok(Event::Closed)
            }
        }
    }

    fn create(&mut self, path: &Path, template: Template, with_example: bool) -> Result<Event, ProjectError> {
        let clock = Arc::clone(&self.clock);
        let project = match self.after_create.as_deref().filter(|_| with_example) {
            Some(complete) => Project::create_with(path, template, with_example, clock, complete)?,
            None => Project::create(path, template, with_example, clock)?,
        };
        Ok(self.opened(project))
    }

    fn open(&mut self, path: &Path) -> Result<Event, ProjectError> {
        if self.project.as_ref().is_some_and(|project| same_file(&project.snapshot().path, path)) {
            // Opening the open file again: nothing can have changed, its lock is ours.
            return Ok(Event::Opened(self.project()?.snapshot()));
        }
        let project = Project::open(path, Arc::clone(&self.clock))?;
        Ok(self.opened(project))
    }

    fn opened(&mut self, project: Project) -> Event {
        let snapshot = project.snapshot();
        self.project = Some(project);
        self.has_failed = false;
        Event::Opened(snapshot)
    }

    fn project(&mut self) -> Result<&mut Project, ProjectError> {
        self.project.as_mut().ok_or(ProjectError::NoProject)
    }

    fn changed(&mut self, outcome: Outcome) -> Result<Event, ProjectError> {
        Ok(Event::Changed { snapshot: self.project()?.snapshot(), outcome })
    }
}

fn same_file(open: &Path, other: &Path) -> bool {
    match (open.canonicalize(), other.canonicalize()) {
        (Ok(open), Ok(other)) => open == other,
        _ => false,
    }
}

fn said(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_default()
}
