//! Writing documents: built and written on a job thread, each file whole or not at all.

use crate::analysis::{self, Ranking};
use crate::document::Format;
use crate::domain::AreaId;
use crate::export::Output;
use crate::jobs::{Cancelled, Job, Progress, Wake};
use crate::project::Snapshot;
use crate::text::panel::berichte as words;
use crate::text::{Explain, Message};
use crate::ui::{ExportOrder, ExportedFile};
use crate::{export, fs, programme, reports};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What an export brought about.
#[derive(Debug, Default)]
pub struct ExportOutcome {
    /// Files written.
    pub written: Vec<ExportedFile>,
    /// The values that the written documents show, by reference: from now on they count as known.
    pub shown: BTreeMap<String, String>,
    /// Areas whose documents were written, in order.
    pub areas: Vec<AreaId>,
    /// Files that are missing because the planner stopped the export.
    pub left_out: usize,
    /// The first failure; files written before it stay.
    pub failure: Option<Message>,
}

/// An export under way.
pub struct ExportJob {
    /// What is being written; kept for a second chance.
    pub order: ExportOrder,
    job: Job<ExportOutcome>,
}

impl ExportJob {
    /// Starts writing. The order must have its target: a file for a single one, a folder for several.
    pub fn start(
        order: ExportOrder,
        snapshot: Arc<Snapshot>,
        today: jiff::civil::Date,
        now: String,
        wake: Wake,
    ) -> ExportJob {
        let work = order.clone();
        let job = Job::start("export", wake, move |progress| write_all(&work, &snapshot, today, &now, progress));
        ExportJob { order, job }
    }

    /// The outcome, once it is there.
    pub fn poll(&self) -> Option<ExportOutcome> {
        self.job.poll()
    }

    /// Whether the worker failed.
    pub fn is_lost(&self) -> bool {
        self.job.is_lost()
    }

    /// Stops before the next file; those that are whole stay.
    pub fn stop(&self) {
        self.job.progress.cancel();
    }

    /// Files done and in total.
    pub fn progress(&self) -> (u64, u64) {
        self.job.progress.state()
    }
}

fn write_all(
    order: &ExportOrder,
    snapshot: &Snapshot,
    today: jiff::civil::Date,
    now: &str,
    progress: &Progress,
) -> ExportOutcome {
    let mut outcome = ExportOutcome::default();
    let ranking =
        snapshot.recipe().and_then(|recipe| analysis::rank(&snapshot.data, &recipe.spec, &Progress::new()).ok());
    let areas = if order.kind.is_of_all() { order.areas.get(..1).unwrap_or_default() } else { &order.areas };
    let files = (areas.len() * order.formats.len()) as u64;
    if let Some(folder) = order.target.as_ref().filter(|_| !order.is_single_file())
        && let Err(error) = fs::create_dir(folder)
    {
        outcome.failure = Some(error.message());
        return outcome;
    }
    for (at, area) in areas.iter().enumerate() {
        // A second try goes on where the first one ended.
        let formats = order.formats.get(order.already.saturating_sub(at * order.formats.len())..).unwrap_or_default();
        if formats.is_empty() {
            continue;
        }
        let before = outcome.written.len();
        let stopped = write_area(order, formats, snapshot, *area, ranking.as_ref(), today, &mut |written| {
            if let Some((path, title)) = written {
                outcome.written.push(ExportedFile { path, title, at: now.to_owned() });
            }
            progress.step((order.already + outcome.written.len()) as u64, files)
        });
        // A document that is out shows what it shows, also where the next format of it failed.
        if outcome.written.len() > before
            && let Some(stored) = snapshot.programme_of(*area)
        {
            let basis = reports::basis(snapshot, stored, ranking.as_ref(), today);
            outcome.shown.extend(programme::published_values(&basis, order.kind));
            outcome.areas.push(*area);
        }
        match stopped {
            Ok(()) => {}
            Err(Stop::Asked(Cancelled)) => {
                outcome.left_out =
                    (areas.len() * order.formats.len()).saturating_sub(order.already + outcome.written.len());
                break;
            }
            Err(Stop::Failed(message)) => {
                outcome.failure = Some(message);
                break;
            }
        }
    }
    outcome
}

/// What the history says of an export; none where nothing was written.
pub fn given_out(snapshot: &Snapshot, order: &ExportOrder, outcome: &ExportOutcome) -> Option<String> {
    let name = |area: &AreaId| snapshot.data.area(*area).map_or("", |area| area.name.as_str());
    let areas = if order.kind.is_of_all() { Vec::new() } else { outcome.areas.iter().map(name).collect() };
    let formats: Vec<&str> = order.formats.iter().map(|format| format.extension()).collect();
    let kind = order.kind.file_stem();
    (!outcome.written.is_empty()).then(|| words::given_out(kind, &areas, &formats))
}

/// Why writing ends before its end.
enum Stop {
    /// The planner asked for it.
    Asked(Cancelled),
    /// It cannot go on.
    Failed(Message),
}

impl From<Cancelled> for Stop {
    fn from(cancelled: Cancelled) -> Stop {
        Stop::Asked(cancelled)
    }
}

/// Writes the document of an area in these formats. `say` hears of each file before and after, and may stop.
fn write_area(
    order: &ExportOrder,
    formats: &[Format],
    snapshot: &Snapshot,
    area: AreaId,
    ranking: Option<&Ranking>,
    today: jiff::civil::Date,
    say: &mut dyn FnMut(Option<(PathBuf, String)>) -> Result<(), Cancelled>,
) -> Result<(), Stop> {
    let (Some(stored), Some(target)) = (snapshot.programme_of(area), &order.target) else { return Ok(()) };
    say(None)?;
    let basis = reports::basis(snapshot, stored, ranking, today);
    let document = reports::document(snapshot, &basis, order.kind, order.contacts)
        .map_err(|error| Stop::Failed(error.message()))?;
    let pictures = export::Pictures::default();
    for &format in formats {
        say(None)?;
        let output =
            export::document_with(&document, format, &pictures).map_err(|error| Stop::Failed(error.message()))?;
        let path = match order.is_single_file() {
            true => with_extension(target, format),
            false => free_path(target, &reports::file_name(snapshot, order.kind, area, today, format), format),
        };
        write_output(&path, &output).map_err(|error| Stop::Failed(error.message()))?;
        say(Some((path, document.title.clone())))?;
    }
    Ok(())
}

/// A place in the folder that is free: what somebody has worked on since is never overwritten unasked.
fn free_path(folder: &Path, file_name: &str, format: Format) -> PathBuf {
    let extension = if format.is_folder() { "" } else { format.extension() };
    let stem = file_name.strip_suffix(&format!(".{extension}")).unwrap_or(file_name);
    fs::unused_path(folder, stem, extension)
}

fn write_output(path: &Path, output: &Output) -> Result<(), fs::FsError> {
    match output {
        Output::File(bytes) => fs::write_atomic(path, bytes),
        Output::Folder(files) => fs::write_folder_atomic(path, files),
    }
}

fn with_extension(target: &Path, format: Format) -> PathBuf {
    if target.extension().is_some() { target.to_owned() } else { target.with_extension(format.extension()) }
}
