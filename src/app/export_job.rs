//! Writing documents: built and written on a job thread, each file whole or not at all.

use super::compute::basis;
use crate::analysis::{self, Ranking};
use crate::document::Format;
use crate::domain::{AreaId, HandlungsprogrammId};
use crate::jobs::{Cancelled, Job, Progress, Wake};
use crate::programme::DocumentKind;
use crate::project::Snapshot;
use crate::text::panel::berichte as words;
use crate::text::{Explain, Message};
use crate::ui::{ExportOrder, ExportedFile};
use crate::{export, fs, programme};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The values that the documents of a programme show, by reference.
pub type Shown = (HandlungsprogrammId, BTreeMap<String, String>);

/// What an export brought about.
#[derive(Debug, Default)]
pub struct ExportOutcome {
    /// Files written.
    pub written: Vec<ExportedFile>,
    /// What the written documents show, by programme: from now on it counts as known.
    pub shown: Vec<Shown>,
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
    let mut done = 0;
    for area in areas {
        let written = write_area(order, snapshot, *area, ranking.as_ref(), today, &mut |written| {
            if let Some((path, title)) = written {
                outcome.written.push(ExportedFile { path, title, at: now.to_owned() });
                done += 1;
            }
            progress.step(done, files)
        });
        match written {
            Ok(shown) => outcome.shown.extend(shown),
            Err(Stop::Asked(Cancelled)) => break,
            Err(Stop::Failed(message)) => {
                outcome.failure = Some(message);
                break;
            }
        }
    }
    outcome
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

/// Writes the document of an area in every format; gives what it shows. `say` hears of each file before and after, and may stop.
fn write_area(
    order: &ExportOrder,
    snapshot: &Snapshot,
    area: AreaId,
    ranking: Option<&Ranking>,
    today: jiff::civil::Date,
    say: &mut dyn FnMut(Option<(PathBuf, String)>) -> Result<(), Cancelled>,
) -> Result<Option<Shown>, Stop> {
    let (Some(stored), Some(target)) = (snapshot.programme_of(area), &order.target) else { return Ok(None) };
    say(None)?;
    let basis = basis(snapshot, stored, ranking, today);
    let document = programme::written(&basis, order.kind, &snapshot.dokumentvorlage)
        .map_err(|error| Stop::Failed(error.message()))?;
    for &format in &order.formats {
        say(None)?;
        let bytes = export::document(&document, format).map_err(|error| Stop::Failed(error.message()))?;
        let path = match order.is_single_file() {
            true => with_extension(target, format),
            false => target.join(file_name(snapshot, order.kind, area, today, format)),
        };
        fs::write_atomic(&path, &bytes).map_err(|error| Stop::Failed(error.message()))?;
        say(Some((path, document.title.clone())))?;
    }
    Ok(order.kind.shows_values().then(|| (stored.id, programme::published_values(&basis))))
}

/// `Handlungsprogramm_Marten_2026-11-22.docx`
pub fn file_name(
    snapshot: &Snapshot,
    kind: DocumentKind,
    area: AreaId,
    today: jiff::civil::Date,
    format: Format,
) -> String {
    let name = snapshot.data.area(area).map_or("", |area| area.name.as_str());
    let area = if kind.is_of_all() { "" } else { name };
    export::safe_file_name(&words::document_file_name(kind.file_stem(), area, today, format.extension()))
}

fn with_extension(target: &Path, format: Format) -> PathBuf {
    if target.extension().is_some() { target.to_owned() } else { target.with_extension(format.extension()) }
}
