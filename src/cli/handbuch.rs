//! `handbuch`: writes the method handbook with the check cases computed now.

use super::args::Handbuch;
use super::output::{Failure, Report};
use crate::text::cli as text;
use crate::{analysis, export, fs, programme};
use serde_json::json;

/// Writes the handbook: Markdown where the name ends so, Word where it ends in `docx`.
///
/// # Errors
/// Another ending, or why the file was not written.
pub(super) fn run(args: &Handbuch) -> Result<Report, Failure> {
    let handbook = programme::handbook();
    let ending = args.nach.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let bytes = match ending.as_str() {
        "md" => handbook.markdown.clone().into_bytes(),
        "docx" => export::docx(&handbook.document)?,
        _ => return Err(Failure::Usage(text::handbook_ending())),
    };
    fs::write_atomic(&args.nach, &bytes)?;
    let (cases, path) = (analysis::check_cases(), args.nach.display().to_string());
    let agreeing = cases.iter().filter(|case| case.agrees()).count();
    Ok(Report::new(
        text::handbook_written(&path, agreeing, cases.len()),
        json!({ "file": path, "check_cases": cases.len(), "agreeing": agreeing }),
    ))
}
