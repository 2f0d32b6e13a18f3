//! `neu`: a new project, empty, with the frame of the city, or with the example.

use super::args::{Neu, TemplateChoice};
use super::output::{Failure, Report, say};
use crate::project::{Project, Template};
use crate::text::cli as words;
use crate::{clock, fs, sample};
use serde_json::json;

/// Creates a project.
///
/// # Errors
/// Why it was not created; then there is no file either.
pub(super) fn run(args: &Neu) -> Result<Report, Failure> {
    let template = match args.vorlage {
        TemplateChoice::Dortmund => Template::Dortmund,
        TemplateChoice::Leer if args.beispiel => {
            return Err(Failure::Usage(words::wrong::EXAMPLE_WITHOUT_FRAME.to_owned()));
        }
        TemplateChoice::Leer => Template::Leer,
    };
    say(words::progress::CREATING);
    let mut project = Project::create(&args.project, template, args.beispiel, clock::system_clock())?;
    if args.beispiel {
        say(words::progress::DRAFTING);
        if let Err(error) = sample::draft_programmes(&mut project).and_then(|()| project.forget_steps()) {
            drop(project);
            fs::remove(&args.project)?;
            return Err(error.into());
        }
    }
    let snapshot = project.snapshot();
    let path = args.project.display().to_string();
    let (areas, programmes) = (snapshot.data.areas.len(), snapshot.programmes.len());
    Ok(Report::new(
        words::created(&path, areas, programmes),
        json!({ "project": path, "areas": areas, "indicators": snapshot.data.indicators.len(),
            "observations": snapshot.data.dataset.len(), "programmes": programmes }),
    ))
}
