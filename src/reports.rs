//! The open project as its documents read it: what they are worded from, each document ready to be written, its name.
//! Window and command line take all three from here, the sample what its programmes are worded from.

use crate::analysis::Ranking;
use crate::document::{Document, Format};
use crate::domain::{AreaId, Handlungsprogramm};
use crate::export::safe_file_name;
use crate::jobs::{Cancelled, Progress};
use crate::programme::{self, Basis, Check, Contacts, DocumentKind, ProgrammeError, Recoverable, Severity};
use crate::project::Snapshot;
use crate::text::panel::berichte as words;
use jiff::civil::Date;

/// What a programme of the project is worded from.
pub fn basis<'a>(
    snapshot: &'a Snapshot,
    programme: &'a Handlungsprogramm,
    ranking: Option<&'a Ranking>,
    today: Date,
) -> Basis<'a> {
    Basis {
        data: &snapshot.data,
        ranking,
        programme,
        programmes: &snapshot.programmes,
        rules: &snapshot.plan_rules,
        vor_ort: &snapshot.vor_ort,
        verfahren: &snapshot.verfahren,
        ausgaben: &snapshot.ausgaben,
        today,
        project_title: &snapshot.title,
    }
}

/// What is open before documents of an area go out.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPoints {
    /// The area.
    pub area: AreaId,
    /// What the consistency check says, in the order of the outline.
    pub checks: Vec<Check>,
    /// Hidden values that the documents give away, in sentences.
    pub secrets: Vec<String>,
}

impl OpenPoints {
    /// Of these documents of a programme.
    pub fn of(basis: &Basis, documents: &[Document]) -> OpenPoints {
        let secrets = programme::recoverable_in_all(documents);
        OpenPoints {
            area: basis.programme.area,
            checks: programme::checks(basis),
            secrets: secrets.iter().map(Recoverable::sentence).collect(),
        }
    }

    /// Points in all.
    pub fn count(&self) -> usize {
        self.checks.len() + self.secrets.len()
    }

    /// What contradicts the data, the programme, or secrecy.
    pub fn errors(&self) -> impl Iterator<Item = &str> {
        let grave = self.checks.iter().filter(|check| check.severity == Severity::Error);
        self.secrets.iter().map(String::as_str).chain(grave.map(|check| check.sentence.as_str()))
    }

    /// Whether anything is wrong or to be checked before documents go out.
    pub fn has_to_be_seen(&self) -> bool {
        self.errors().next().is_some() || self.of_severity(Severity::Warning) > 0
    }

    /// How many of the checks are as grave as this.
    pub fn of_severity(&self, severity: Severity) -> usize {
        self.checks.iter().filter(|check| check.severity == severity).count()
    }
}

/// The open points of all programmes of the project, by area as they are stored. Stops when it is asked to.
pub fn open_points(
    snapshot: &Snapshot,
    ranking: Option<&Ranking>,
    today: Date,
    progress: &Progress,
) -> Result<Vec<OpenPoints>, Cancelled> {
    let total = snapshot.programmes.len() as u64;
    let of = |(done, stored): (u64, &Handlungsprogramm)| {
        progress.step(done, total)?;
        let basis = basis(snapshot, stored, ranking, today);
        let documents: Vec<Document> = programme::documents(&basis).into_iter().map(|(_, document)| document).collect();
        Ok(OpenPoints::of(&basis, &documents))
    };
    (0..).zip(snapshot.programmes.iter()).map(of).collect()
}

/// A document in the project's look, with the persons to contact where they are asked for and the document takes them.
///
/// # Errors
/// If a chart cannot be drawn, or the programme has no such version.
pub fn document(
    snapshot: &Snapshot,
    basis: &Basis,
    kind: DocumentKind,
    contacts: Contacts,
) -> Result<Document, ProgrammeError> {
    let mut document = programme::written(basis, kind, &snapshot.dokumentvorlage)?;
    match contacts {
        Contacts::Include if kind.takes_contacts() => programme::add_contacts(basis, &mut document),
        Contacts::Include | Contacts::LeaveOut => {}
    }
    Ok(document)
}

/// `Handlungsprogramm_Marten_2026-11-22.docx`; of a folder `Handlungsprogramm_Marten_2026-11-22_CSV`
pub fn file_name(snapshot: &Snapshot, kind: DocumentKind, area: AreaId, today: Date, format: Format) -> String {
    let name = snapshot.data.area(area).map_or("", |area| area.name.as_str());
    let area = if kind.is_of_all() { "" } else { name };
    // A version bears its own day.
    let kept = |id| snapshot.verfahren.fassungen.iter().find(|kept| kept.id == id).map(|kept| kept.kept_on);
    let day = if let DocumentKind::Fassung(id) = kind { kept(id).unwrap_or(today) } else { today };
    if format.is_folder() {
        return safe_file_name(&words::folder_name(kind.file_stem(), area, day, format.extension()));
    }
    safe_file_name(&words::document_file_name(kind.file_stem(), area, day, format.extension()))
}
