//! `programm`: Handlungsprogramme as documents.

use super::args::{KindChoice, ProfileChoice, Programm};
use super::output::{Failure, Report, say};
use super::progress::watched;
use super::project_file::open;
use super::rangfolge::rank;
use crate::analysis::Ranking;
use crate::document::{Document, Format};
use crate::domain::{AreaId, Fassung, Handlungsprogramm};
use crate::export::Output;
use crate::programme::{self, Basis, Contacts, Disclosure, DocumentKind, Profile, Severity};
use crate::project::{Command, Project, ProjectCommand, Snapshot};
use crate::reports::OpenPoints;
use crate::text::panel::berichte::counted;
use crate::text::{self, cli as words};
use crate::{clock, export, fs, reports};
use jiff::civil::Date;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Writes the programme of one area, or of all.
///
/// # Errors
/// Why nothing was written.
pub(super) fn run(args: &Programm) -> Result<Report, Failure> {
    let formats = formats(&args.format)?;
    let mut project = open(&args.project)?;
    let snapshot = project.snapshot();
    let programmes = chosen(&snapshot, args.aktionsraum.as_deref())?;
    let kind = match args.fassung {
        Some(day) => version(&snapshot, &programmes, day)?,
        None => kind(args),
    };
    let mut areas: Vec<AreaId> = programmes.iter().map(|programme| programme.area).collect();
    if kind.is_of_all() {
        areas.truncate(1);
    }
    let ranking = ranking(&snapshot)?;
    let names: Vec<String> = areas.iter().map(|area| name_of(&snapshot, *area).to_owned()).collect();
    let asked = formats.clone();
    let contacts = if args.kontaktpersonen && kind.takes_contacts() { Contacts::Include } else { Contacts::LeaveOut };
    let (files, shown, secrets, points) = watched(words::progress::DOCUMENTS, move |progress| {
        let (mut files, mut shown, mut secrets) = (Vec::new(), BTreeMap::new(), Vec::new());
        let mut points = Vec::new();
        for (done, area) in (0..).zip(&areas) {
            // Nobody can cancel here but by ending the process.
            let _ = progress.step(done, areas.len() as u64);
            let Some(programme) = snapshot.programme_of(*area) else { continue };
            let basis = reports::basis(&snapshot, programme, ranking.as_ref(), clock::today());
            let document = reports::document(&snapshot, &basis, kind, contacts)?;
            files.extend(drafts(&snapshot, &basis, kind, &formats, &document)?);
            points.extend(checked(&snapshot, &basis, kind, document));
            shown.extend(programme::published_values(&basis, kind));
            secrets.extend(given_away(&basis, kind));
        }
        Ok::<_, Failure>((files, shown, secrets, points))
    })??;
    secrets.iter().for_each(|secret| say(&secret.sentence));
    points.iter().for_each(OpenAt::say);
    fs::create_dir(&args.nach)?;
    let written: Vec<String> = files
        .iter()
        .map(|draft| Ok(write(&args.nach, draft)?.display().to_string()))
        .collect::<Result<_, Failure>>()?;
    note(&mut project, kind, &names, &asked, shown)?;
    let lines: Vec<String> = written.iter().map(|path| words::written(path)).collect();
    let points: Vec<_> = points.iter().map(OpenAt::json).collect();
    Ok(Report::new(lines.join("\n"), json!({ "files": written, "open_points": points })))
}

/// What is open in a programme whose document goes out.
struct OpenAt {
    area: String,
    points: OpenPoints,
}

impl OpenAt {
    /// Tells how much is open, and what is wrong.
    fn say(&self) {
        let of = |severity| self.points.of_severity(severity);
        let (errors, warnings, infos) = (self.points.errors().count(), of(Severity::Warning), of(Severity::Info));
        say(&words::open_points(&self.area, &counted(errors, warnings, infos)));
        self.points.errors().for_each(|sentence| say(&words::open_error(sentence)));
    }

    fn json(&self) -> serde_json::Value {
        json!({
            "area": self.area,
            "errors": self.points.errors().collect::<Vec<_>>(),
            "warnings": self.points.of_severity(Severity::Warning),
            "infos": self.points.of_severity(Severity::Info),
        })
    }
}

/// The check before a document goes out: of its programme, or of all programmes where all stand in it. A version is frozen.
fn checked(snapshot: &Snapshot, basis: &Basis, kind: DocumentKind, document: Document) -> Vec<OpenAt> {
    let programmes: Vec<&Handlungsprogramm> = match kind {
        DocumentKind::Fassung(_) => Vec::new(),
        DocumentKind::Vergleich => snapshot.programmes.iter().collect(),
        DocumentKind::Handlungsprogramm(_)
        | DocumentKind::Steckbriefe
        | DocumentKind::Ratsvorlage
        | DocumentKind::Sozialraumprofil
        | DocumentKind::Sachstand => vec![basis.programme],
    };
    let documents = [document];
    let of = |programme: &Handlungsprogramm| {
        let points = OpenPoints::of(&Basis { programme, ..*basis }, &documents);
        OpenAt { area: name_of(snapshot, programme.area).to_owned(), points }
    };
    programmes.into_iter().map(of).filter(|open| open.points.count() > 0).collect()
}

fn kind(args: &Programm) -> DocumentKind {
    match args.art {
        KindChoice::Handlungsprogramm => DocumentKind::Handlungsprogramm(match args.profil {
            ProfileChoice::Kurz => Profile::Kurz,
            ProfileChoice::Lang => Profile::Lang,
        }),
        KindChoice::Steckbriefe => DocumentKind::Steckbriefe,
        KindChoice::Ratsvorlage => DocumentKind::Ratsvorlage,
        KindChoice::Sozialraumprofil => DocumentKind::Sozialraumprofil,
        KindChoice::Sachstand => DocumentKind::Sachstand,
        KindChoice::Vergleich => DocumentKind::Vergleich,
    }
}

/// The newest version of a programme that was kept on a day.
fn version(snapshot: &Snapshot, programmes: &[&Handlungsprogramm], day: Date) -> Result<DocumentKind, Failure> {
    let own = |kept: &&Fassung| programmes.iter().any(|programme| programme.id == kept.programme);
    let kept: Vec<&Fassung> = snapshot.verfahren.fassungen.iter().filter(own).collect();
    let of_day = || kept.iter().filter(|kept| kept.kept_on == day);
    if of_day().nth(1).is_some() {
        say(&words::several_versions(day, of_day().count()));
    }
    let newest = of_day().max_by_key(|kept| kept.id);
    let days: Vec<Date> = kept.iter().map(|kept| kept.kept_on).collect();
    newest.map(|kept| DocumentKind::Fassung(kept.id)).ok_or_else(|| words::unknown_version(day, &days).into())
}

/// Values that a version shows or gives away although they are hidden today.
fn given_away(basis: &Basis, kind: DocumentKind) -> Vec<Disclosure> {
    let is_meant = |kept: &&Fassung| kind == DocumentKind::Fassung(kept.id);
    let kept = basis.verfahren.fassungen.iter().find(is_meant);
    kept.map(|kept| programme::disclosures_of_version(basis, &kept.content)).unwrap_or_default()
}

/// The formats asked for, each once.
fn formats(asked: &[String]) -> Result<Vec<Format>, Failure> {
    let mut formats = Vec::new();
    for name in asked {
        let format = Format::from_extension(name.trim()).ok_or_else(|| {
            let known: Vec<&str> = Format::ALL.iter().map(|format| format.extension()).collect();
            words::other_format(name, &known)
        })?;
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    Ok(formats)
}

/// A draft in one format, not yet written.
struct Draft {
    name: String,
    format: Format,
    output: Output,
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

/// What was given out counts as known from now on, as after an export from the window; a project that can only be read
/// stays as it is.
fn note(
    project: &mut Project,
    kind: DocumentKind,
    areas: &[String],
    formats: &[Format],
    werte: BTreeMap<String, String>,
) -> Result<(), Failure> {
    if project.snapshot().read_only.is_some() {
        return Ok(());
    }
    let areas: Vec<&str> = if kind.is_of_all() { Vec::new() } else { areas.iter().map(String::as_str).collect() };
    let formats: Vec<&str> = formats.iter().map(|format| format.extension()).collect();
    let documents = text::panel::berichte::given_out(kind.file_stem(), &areas, &formats);
    project.execute(Command::Project(ProjectCommand::NoteAusgabe { am: clock::today(), documents, werte }))?;
    Ok(())
}

fn name_of(snapshot: &Snapshot, area: AreaId) -> &str {
    snapshot.data.area(area).map_or("", |area| area.name.as_str())
}

fn drafts(
    snapshot: &Snapshot,
    basis: &Basis,
    kind: DocumentKind,
    formats: &[Format],
    document: &Document,
) -> Result<Vec<Draft>, Failure> {
    let pictures = export::Pictures::default();
    let draft = |&format: &Format| {
        let name = reports::file_name(snapshot, kind, basis.programme.area, basis.today, format);
        Ok(Draft { name, format, output: export::document_with(document, format, &pictures)? })
    };
    formats.iter().map(draft).collect()
}

/// Writes under a name that is free: a draft that somebody has worked on is never overwritten.
fn write(folder: &Path, draft: &Draft) -> Result<PathBuf, Failure> {
    let extension = if draft.format.is_folder() { "" } else { draft.format.extension() };
    let stem = draft.name.strip_suffix(&format!(".{extension}")).unwrap_or(&draft.name);
    let path = fs::unused_path(folder, stem, extension);
    match &draft.output {
        Output::File(bytes) => fs::write_atomic(&path, bytes)?,
        Output::Folder(files) => fs::write_folder_atomic(&path, files)?,
    }
    Ok(path)
}
