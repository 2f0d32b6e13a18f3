//! Reads a table of services on a job thread; writes nothing itself.

use crate::domain::AreaId;
use crate::fs;
use crate::import::{ServiceDraft, ServiceOptions, Source, draft_services, propose_services, read};
use crate::jobs::{Job, Progress, Wake};
use crate::project::Snapshot;
use crate::text::panel::vor_ort::import::PASTED;
use crate::text::{Explain, Message};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A table as read, and what its rows are.
pub type Drafted = (Arc<Source>, Arc<ServiceDraft>);

/// The reading of a table of services, or the drafting with other options.
pub struct ServicesJob {
    job: Job<Result<Drafted, Message>>,
}

/// Where a table of services comes from.
pub enum ServicesSource {
    /// A file.
    File(PathBuf),
    /// The clipboard.
    Pasted(String),
}

impl ServicesJob {
    /// Reads a table and proposes how to take it; `area` is that of rows that name none.
    pub fn read(from: ServicesSource, area: Option<AreaId>, snapshot: Arc<Snapshot>, wake: Wake) -> ServicesJob {
        let work = move |progress: &Progress| {
            let source = match &from {
                ServicesSource::File(path) => read_file(path, progress),
                ServicesSource::Pasted(text) => {
                    read(PASTED, text.as_bytes(), progress).map_err(|error| error.message())
                }
            }?;
            let options = propose_services(&source, area);
            drafted(Arc::new(source), &options, &snapshot, progress)
        };
        ServicesJob { job: Job::start("services-read", wake, work) }
    }

    /// Takes a table that was read in another way.
    pub fn draft(source: Arc<Source>, options: ServiceOptions, snapshot: Arc<Snapshot>, wake: Wake) -> ServicesJob {
        let work = move |progress: &Progress| drafted(source, &options, &snapshot, progress);
        ServicesJob { job: Job::start("services-draft", wake, work) }
    }

    /// What came of it, once it is there.
    pub fn poll(&self) -> Option<Result<Drafted, Message>> {
        self.job.poll()
    }

    /// Whether the worker ended without delivering.
    pub fn is_lost(&self) -> bool {
        self.job.is_lost()
    }
}

fn read_file(path: &Path, progress: &Progress) -> Result<Source, Message> {
    let bytes = fs::read(path).map_err(|error| error.message())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    read(&name, &bytes, progress).map_err(|error| error.message())
}

fn drafted(
    source: Arc<Source>,
    options: &ServiceOptions,
    snapshot: &Snapshot,
    progress: &Progress,
) -> Result<Drafted, Message> {
    let draft = draft_services(&source, options, &snapshot.data, &snapshot.vor_ort, progress);
    Ok((source, Arc::new(draft.map_err(|error| error.message())?)))
}
