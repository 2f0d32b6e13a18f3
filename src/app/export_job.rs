//! Writing documents: built and written on a job thread, each file whole or not at all.

use super::compute::basis;
use crate::analysis::{self, Ranking};
use crate::document::Format;
use crate::domain::AreaId;
use crate::jobs::{Job, Progress, Wake};
use crate::project::Snapshot;
use crate::text::panel::berichte as words;
use crate::text::{Explain, Message};
use crate::ui::{ExportOrder, ExportedFile};
use crate::{export, fs, programme};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What an export brought about.
#[derive(Debug, Default)]
pub struct ExportOutcome {
    /// Files written.
    pub written: Vec<ExportedFile>,
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

    /// Documents done and in total.
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
    for (at, area) in order.areas.iter().enumerate() {
        if progress.step(at as u64, order.areas.len() as u64).is_err() {
            break;
        }
        let written = write_area(order, snapshot, *area, ranking.as_ref(), today, &mut |path, title| {
            outcome.written.push(ExportedFile { path, title, at: now.to_owned() });
        });
        match written {
            Ok(()) => {}
            Err(message) => {
                outcome.failure = Some(message);
                break;
            }
        }
    }
    outcome
}

/// Writes the programme of an area in every format; says each file that was written.
fn write_area(
    order: &ExportOrder,
    snapshot: &Snapshot,
    area: AreaId,
    ranking: Option<&Ranking>,
    today: jiff::civil::Date,
    say: &mut dyn FnMut(PathBuf, String),
) -> Result<(), Message> {
    let (Some(stored), Some(target)) = (snapshot.programme_of(area), &order.target) else { return Ok(()) };
    let single = order.is_single_file();
    let document = programme::document(&basis(snapshot, stored, ranking, today), order.profile)
        .map_err(|error| error.message())?;
    for &format in &order.formats {
        let bytes = export::document(&document, format).map_err(|error| error.message())?;
        let path = match single {
            true => with_extension(target, format),
            false => target.join(file_name(snapshot, area, today, format)),
        };
        fs::write_atomic(&path, &bytes).map_err(|error| error.message())?;
        say(path, document.title.clone());
    }
    Ok(())
}

/// `Handlungsprogramm_Marten_2026-11-22.docx`
pub fn file_name(snapshot: &Snapshot, area: AreaId, today: jiff::civil::Date, format: Format) -> String {
    let name = snapshot.data.area(area).map_or_else(String::new, |area| area.name.clone());
    export::safe_file_name(&words::programme_file_name(&name, today, format.extension()))
}

fn with_extension(target: &Path, format: Format) -> PathBuf {
    if target.extension().is_some() { target.to_owned() } else { target.with_extension(format.extension()) }
}
