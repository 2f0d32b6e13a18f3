//! `programm`: Handlungsprogramme as documents.

use super::args::{ProfileChoice, Programm};
use super::output::{Failure, Report, say};
use super::project_file::open;
use super::rangfolge::rank;
use crate::analysis::Ranking;
use crate::domain::Handlungsprogramm;
use crate::programme::{self, Basis, Profile};
use crate::project::Snapshot;
use crate::text::{self, cli as words};
use crate::{clock, export, fs};
use serde_json::json;
use std::path::{Path, PathBuf};

/// The only format so far.
const DOCX: &str = "docx";

/// Writes the programme of one area, or of all.
///
/// # Errors
/// Why nothing was written.
pub(super) fn run(args: &Programm) -> Result<Report, Failure> {
    if let Some(other) = args.format.iter().find(|format| *format != DOCX) {
        return Err(words::other_format(other).into());
    }
    let snapshot = open(&args.project)?.snapshot();
    let chosen = chosen(&snapshot, args.aktionsraum.as_deref())?;
    let ranking = ranking(&snapshot)?;
    let profile = match args.profil {
        ProfileChoice::Kurz => Profile::Kurz,
        ProfileChoice::Lang => Profile::Lang,
    };
    let documents: Vec<(String, Vec<u8>)> = chosen
        .into_iter()
        .map(|programme| document(&snapshot, programme, ranking.as_ref(), profile))
        .collect::<Result<_, Failure>>()?;
    fs::create_dir(&args.nach)?;
    let written: Vec<String> = documents
        .iter()
        .map(|(name, bytes)| Ok(write(&args.nach, name, bytes)?.display().to_string()))
        .collect::<Result<_, Failure>>()?;
    let lines: Vec<String> = written.iter().map(|path| words::written(path)).collect();
    Ok(Report::new(lines.join("\n"), json!({ "files": written })))
}

/// The project's ranking. Where the data do not carry it, the documents say so; that is no reason not to write them.
fn ranking(snapshot: &Snapshot) -> Result<Option<Ranking>, Failure> {
    let Some(recipe) = snapshot.recipe() else { return Ok(None) };
    match rank(&snapshot.data, &recipe.spec) {
        Ok(ranking) => Ok(Some(ranking)),
        Err(Failure::Refused(refused)) => {
            say(&refused.message.as_text());
            Ok(None)
        }
        Err(failure @ (Failure::Usage(_) | Failure::Internal)) => Err(failure),
    }
}

/// The programmes that are meant: of the named area, or all.
fn chosen<'a>(snapshot: &'a Snapshot, name: Option<&str>) -> Result<Vec<&'a Handlungsprogramm>, Failure> {
    let all: Vec<&Handlungsprogramm> = snapshot.programmes.iter().collect();
    let Some(name) = name else {
        return if all.is_empty() { Err(words::no_programmes().into()) } else { Ok(all) };
    };
    let wanted = name.trim().to_lowercase();
    let area = |programme: &Handlungsprogramm| snapshot.data.area(programme.area);
    let is_meant = |programme: &&&Handlungsprogramm| {
        area(programme).is_some_and(|area| {
            let names = [&area.key, &area.name].into_iter().chain(&area.synonyms);
            names.into_iter().any(|known| known.to_lowercase() == wanted)
        })
    };
    let known = || all.iter().filter_map(|programme| Some(area(programme)?.name.clone())).collect::<Vec<_>>();
    match all.iter().find(is_meant) {
        Some(programme) => Ok(vec![programme]),
        None => Err(words::unknown_area(name, &known()).into()),
    }
}

fn document(
    snapshot: &Snapshot,
    programme: &Handlungsprogramm,
    ranking: Option<&Ranking>,
    profile: Profile,
) -> Result<(String, Vec<u8>), Failure> {
    let today = clock::today();
    let basis = Basis {
        data: &snapshot.data,
        ranking,
        programme,
        angebote: &snapshot.vor_ort.angebote,
        akteure: &snapshot.vor_ort.akteure,
        aussagen: &snapshot.vor_ort.aussagen,
        today,
        project_title: &snapshot.title,
    };
    let bytes = export::docx(&programme::document(&basis, profile)?)?;
    let area = snapshot.data.area(programme.area).map_or("", |area| area.name.as_str());
    Ok((export::safe_file_name(&text::panel::berichte::programme_file_name(area, today)), bytes))
}

/// Writes under a name that is free: a draft that somebody has worked on is never overwritten.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let stem = name.strip_suffix(".docx").unwrap_or(name);
    let path = fs::unused_path(folder, stem, DOCX);
    fs::write_atomic(&path, bytes)?;
    Ok(path)
}
