//! Writing the method handbook on a job thread, whole or not at all.

use crate::jobs::{Job, Wake};
use crate::text::{Explain, Message};
use crate::{export, fs, programme};
use std::path::{Path, PathBuf};

/// The handbook under way.
pub struct HandbookJob(Job<Result<PathBuf, Message>>);

impl HandbookJob {
    /// Starts writing: Markdown where the name ends so, Word otherwise.
    pub fn start(target: PathBuf, wake: Wake) -> HandbookJob {
        HandbookJob(Job::start("handbook", wake, move |_| write(&target)))
    }

    /// The file that was written, once it is there.
    pub fn poll(&self) -> Option<Result<PathBuf, Message>> {
        self.0.poll()
    }

    /// Whether the worker failed.
    pub fn is_lost(&self) -> bool {
        self.0.is_lost()
    }
}

fn write(target: &Path) -> Result<PathBuf, Message> {
    let target = if target.extension().is_some() { target.to_owned() } else { target.with_extension("docx") };
    let handbook = programme::handbook();
    let markdown = target.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    let bytes = if markdown {
        handbook.markdown.clone().into_bytes()
    } else {
        export::docx(&handbook.document).map_err(|error| error.message())?
    };
    fs::write_atomic(&target, &bytes).map_err(|error| error.message())?;
    Ok(target)
}
