//! `neu`: a new project, empty, with the frame of the city, or with the example.

use super::args::{Neu, TemplateChoice};
use super::output::{Failure, Report, say};
use crate::project::{Project, Template};
use crate::text::cli as words;
use crate::{clock, sample};
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
    let project = Project::create_with(&args.project, template, args.beispiel, clock::system_clock(), &|project| {
        if !args.beispiel {
            return Ok(());
        }
        say(words::progress::DRAFTING);
        sample::draft_programmes(project)
    })?;
    let snapshot = project.snapshot();
    let path = args.project.display().to_string();
    let (areas, programmes) = (snapshot.data.areas.len(), snapshot.programmes.len());
    Ok(Report::new(
        words::created(&path, areas, programmes),
        json!({ "project": path, "areas": areas, "indicators": snapshot.data.indicators.len(),
            "observations": snapshot.data.dataset.len(), "programmes": programmes }),
    ))
}
