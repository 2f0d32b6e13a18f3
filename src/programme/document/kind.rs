//! Which documents there are, and the way to any of them.

use super::super::basis::Basis;
use super::super::progress_report::progress_report;
use super::{Profile, ProgrammeError, comparison, council_paper, document, measure_sheets, social_profile};
use crate::document::Document;
use crate::domain::Dokumentvorlage;
use crate::text::report::paper;

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// The Handlungsprogramm of an area.
    Handlungsprogramm(Profile),
    /// A page for every measure of an area.
    Steckbriefe,
    /// The paper for the committees.
    Ratsvorlage,
    /// The area in figures, beside others.
    Sozialraumprofil,
    /// How far measures, money and goals of an area are.
    Sachstand,
    /// All Aktionsräume side by side.
    Vergleich,
}

impl DocumentKind {
    /// All kinds, the usual one first.
    pub const ALL: [DocumentKind; 7] = [
        DocumentKind::Handlungsprogramm(Profile::Lang),
        DocumentKind::Handlungsprogramm(Profile::Kurz),
        DocumentKind::Steckbriefe,
        DocumentKind::Ratsvorlage,
        DocumentKind::Sozialraumprofil,
        DocumentKind::Sachstand,
        DocumentKind::Vergleich,
    ];

    /// Whether there is one for all areas together, and not one per area.
    pub fn is_of_all(self) -> bool {
        match self {
            DocumentKind::Vergleich => true,
            DocumentKind::Handlungsprogramm(_)
            | DocumentKind::Steckbriefe
            | DocumentKind::Ratsvorlage
            | DocumentKind::Sozialraumprofil
            | DocumentKind::Sachstand => false,
        }
    }

    /// Whether it shows the values of its area.
    pub fn shows_values(self) -> bool {
        match self {
            DocumentKind::Handlungsprogramm(_) | DocumentKind::Ratsvorlage | DocumentKind::Sozialraumprofil => true,
            DocumentKind::Steckbriefe | DocumentKind::Sachstand | DocumentKind::Vergleich => false,
        }
    }

    /// First part of its file names.
    pub fn file_stem(self) -> &'static str {
        match self {
            DocumentKind::Handlungsprogramm(_) => paper::stem::PROGRAMME,
            DocumentKind::Steckbriefe => paper::stem::SHEETS,
            DocumentKind::Ratsvorlage => paper::stem::COUNCIL,
            DocumentKind::Sozialraumprofil => paper::stem::PROFILE,
            DocumentKind::Sachstand => paper::stem::PROGRESS,
            DocumentKind::Vergleich => paper::stem::COMPARISON,
        }
    }
}

/// A document of this kind in the look of the municipality. For [`DocumentKind::Vergleich`] the programme of the basis
/// only says where the other programmes are.
///
/// # Errors
/// If a chart cannot be drawn.
pub fn written(basis: &Basis, kind: DocumentKind, template: &Dokumentvorlage) -> Result<Document, ProgrammeError> {
    let document = match kind {
        DocumentKind::Handlungsprogramm(profile) => document(basis, profile)?,
        DocumentKind::Steckbriefe => measure_sheets::measure_sheets(basis),
        DocumentKind::Ratsvorlage => council_paper::council_paper(basis, template),
        DocumentKind::Sozialraumprofil => social_profile::social_profile(basis)?,
        DocumentKind::Sachstand => progress_report(basis),
        DocumentKind::Vergleich => comparison::comparison(basis)?,
    };
    Ok(Document { template: template.clone(), ..document })
}
