//! Long work with its progress on standard error.

use super::output::{Failure, say};
use crate::jobs::{Job, Progress, Wake};
use crate::text::cli as words;
use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How often the progress is looked at.
const TICK: Duration = Duration::from_millis(200);

/// Does `work` on a job thread; says what is being done, and on a terminal how far it is.
///
/// # Errors
/// [`Failure::Internal`] if the worker was lost.
pub(super) fn watched<T: Send + 'static>(
    what: &str,
    work: impl FnOnce(&Progress) -> T + Send + 'static,
) -> Result<T, Failure> {
    say(what);
    let (sender, finished) = channel();
    // The worker holds the only sender: when it ends, in whatever way, the wait is over.
    let wake: Wake = Arc::new(move || {
        // The receiver outlives the work, so there is always somebody to tell.
        let _ = sender.send(());
    });
    let job = Job::start("command", wake, work);
    let on_terminal = std::io::stderr().is_terminal();
    while finished.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        if on_terminal {
            show(job.progress.state());
        }
    }
    job.wait().ok_or(Failure::Internal)
}

fn show((done, total): (u64, u64)) {
    if total > 0 {
        let mut err = std::io::stderr().lock();
        // Progress is a courtesy: a closed standard error is no reason to stop.
        drop(write!(err, "\r{}\r", words::progress::of(done, total)).and_then(|()| err.flush()));
    }
}
