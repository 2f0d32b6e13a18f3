//! The open project as its documents read it: what they are worded from, each document ready to be written, its name.
//! Window and command line take all three from here, the sample what its programmes are worded from.

use crate::analysis::Ranking;
use crate::document::{Document, Format};
use crate::domain::{AreaId, Handlungsprogramm};
use crate::export::safe_file_name;
use crate::programme::{self, Basis, Contacts, DocumentKind, ProgrammeError};
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

/// `Handlungsprogramm_Marten_2026-11-22.docx`
pub fn file_name(snapshot: &Snapshot, kind: DocumentKind, area: AreaId, today: Date, format: Format) -> String {
    let name = snapshot.data.area(area).map_or("", |area| area.name.as_str());
    let area = if kind.is_of_all() { "" } else { name };
    // A version bears its own day.
    let kept = |id| snapshot.verfahren.fassungen.iter().find(|kept| kept.id == id).map(|kept| kept.kept_on);
    let day = if let DocumentKind::Fassung(id) = kind { kept(id).unwrap_or(today) } else { today };
    safe_file_name(&words::document_file_name(kind.file_stem(), area, day, format.extension()))
}
