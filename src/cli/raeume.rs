//! `raeume`: areas and their boundaries from a GeoJSON file.

use super::args::Raeume;
use super::output::{Failure, Report};
use super::progress::watched;
use super::project_file::open;
use crate::domain::{AreaLevel, PlanningData};
use crate::fs;
use crate::import::{
    self, BoundaryDraft, BoundaryError, BoundaryIssue, draft_boundaries, propose_boundaries, read_boundaries,
};
use crate::jobs::Progress;
use crate::project::{AreaCommand, Command};
use crate::text::cli as words;
use crate::text::error::boundaries::nothing_to_take;
use serde_json::{Value, json};

/// Issues that are listed for people; machines get all.
const LISTED_ISSUES: usize = 20;

/// Reads boundaries and stores them with the areas that they bring along.
///
/// # Errors
/// Why nothing was taken over.
pub(super) fn run(args: &Raeume) -> Result<Report, Failure> {
    let level = args.ebene.as_deref().map(level_of).transpose()?;
    let mut project = open(&args.project)?;
    let data = project.snapshot().data.clone();
    let bytes = fs::read(&args.geojson)?;
    let name = args.geojson.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let given = (args.schluessel.clone(), args.name.clone(), args.uebergeordnet.clone());
    let draft = watched(&words::progress::reading(&name), move |progress| {
        drafted(&name, &bytes, level, given, &data, progress)
    })??;
    if !draft.is_settled() {
        let issues: Vec<String> = draft.issues.iter().take(LISTED_ISSUES).map(BoundaryIssue::text).collect();
        let message = nothing_to_take(&draft.file_name, &issues, draft.lacks_level());
        return Err(Failure::with_details(message, details(&draft)));
    }
    if !args.nur_pruefen {
        project.execute(Command::Area(AreaCommand::SetBoundaries(Box::new(draft.batch()))))?;
    }
    let mut lines = vec![words::boundaries_taken(&draft.file_name, draft.boundaries.len(), args.nur_pruefen)];
    lines.push(words::boundary_fields(draft.options.key_field.as_deref(), draft.options.name_field.as_deref()));
    lines.extend(draft.issues.iter().take(LISTED_ISSUES).map(|issue| words::issue(None, &issue.text())));
    if draft.issues.len() > LISTED_ISSUES {
        lines.push(words::more_issues(draft.issues.len() - LISTED_ISSUES));
    }
    let mut fields = details(&draft);
    fields["imported"] = Value::Bool(!args.nur_pruefen);
    Ok(Report::new(lines.join("\n"), fields))
}

/// Fields that the call names: key, name, area above.
type Fields = (Option<String>, Option<String>, Option<String>);

fn drafted(
    name: &str,
    bytes: &[u8],
    level: Option<AreaLevel>,
    given: Fields,
    data: &PlanningData,
    progress: &Progress,
) -> Result<BoundaryDraft, BoundaryError> {
    let source = read_boundaries(name, bytes, progress)?;
    let mut options = propose_boundaries(&source, data, level);
    let (key, name, parent) = given;
    options.key_field = key.or(options.key_field);
    options.name_field = name.or(options.name_field);
    options.parent_field = parent.or(options.parent_field);
    draft_boundaries(&source, &options, data, progress)
}

/// The level that a call names, by its code or word.
///
/// # Errors
/// Wrong usage, with the codes that there are.
pub(super) fn level_of(text: &str) -> Result<AreaLevel, Failure> {
    let wanted = text.trim().to_lowercase();
    let found = AreaLevel::ALL
        .into_iter()
        .find(|level| level.code() == wanted || crate::text::area_level(*level).to_lowercase() == wanted);
    found.ok_or_else(|| {
        let codes: Vec<String> = AreaLevel::ALL.iter().map(|level| level.code().to_owned()).collect();
        Failure::Usage(format!("{}\n{}", words::wrong::value("--ebene", text), words::wrong::possible(&codes)))
    })
}

fn details(draft: &BoundaryDraft) -> Value {
    let issue = |issue: &import::BoundaryIssue| json!({ "feature": issue.feature, "severity": issue.severity.code(), "text": issue.text() });
    json!({
        "file": draft.file_name,
        "system": draft.system,
        "level": draft.options.level.map(AreaLevel::code),
        "key_field": draft.options.key_field,
        "name_field": draft.options.name_field,
        "parent_field": draft.options.parent_field,
        "boundaries": draft.boundaries.len(),
        "new_areas": draft.new_areas.len(),
        "issues": draft.issues.iter().map(issue).collect::<Vec<_>>(),
    })
}
