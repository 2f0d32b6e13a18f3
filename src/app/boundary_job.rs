//! Reads a file of boundaries on a job thread; writes nothing itself.

use crate::domain::PlanningData;
use crate::fs;
use crate::import::{
    BoundaryDraft, BoundaryOptions, BoundarySource, draft_boundaries, propose_boundaries, read_boundaries,
};
use crate::jobs::{Job, Progress, Wake};
use crate::text::{Explain, Message};
use std::path::PathBuf;
use std::sync::Arc;

/// A file as read, and which of its shapes belong to which areas.
pub type Drafted = (Arc<BoundarySource>, Arc<BoundaryDraft>);

/// The reading of a file of boundaries, or the drafting with other options.
pub struct BoundaryJob {
    job: Job<Result<Drafted, Message>>,
}

impl BoundaryJob {
    /// Reads a file and proposes how to take it.
    pub fn read(path: PathBuf, data: PlanningData, wake: Wake) -> BoundaryJob {
        BoundaryJob { job: Job::start("boundaries-read", wake, move |progress| read(&path, &data, progress)) }
    }

    /// Takes a file that was read in another way.
    pub fn draft(source: Arc<BoundarySource>, options: BoundaryOptions, data: PlanningData, wake: Wake) -> BoundaryJob {
        let work = move |progress: &Progress| drafted(source, &options, &data, progress);
        BoundaryJob { job: Job::start("boundaries-draft", wake, work) }
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

fn read(path: &std::path::Path, data: &PlanningData, progress: &Progress) -> Result<Drafted, Message> {
    let bytes = fs::read(path).map_err(|error| error.message())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let source = read_boundaries(&name, &bytes, progress).map_err(|error| error.message())?;
    let options = propose_boundaries(&source, data, None);
    drafted(Arc::new(source), &options, data, progress)
}

fn drafted(
    source: Arc<BoundarySource>,
    options: &BoundaryOptions,
    data: &PlanningData,
    progress: &Progress,
) -> Result<Drafted, Message> {
    let draft = draft_boundaries(&source, options, data, progress).map_err(|error| error.message())?;
    Ok((source, Arc::new(draft)))
}
