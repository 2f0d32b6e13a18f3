//! Which documents there are, and the way to any of them.

use super::super::basis::Basis;
use super::super::progress_report::progress_report;
use super::{Profile, ProgrammeError, comparison, council_paper, document, measure_sheets, social_profile, version};
use crate::document::{Block, Document};
use crate::domain::{Dokumentvorlage, FassungId};
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
    /// A version of the programme as it was kept.
    Fassung(FassungId),
}

impl DocumentKind {
    /// All kinds that show the project as it stands, the usual one first.
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
            | DocumentKind::Sachstand
            | DocumentKind::Fassung(_) => false,
        }
    }

    /// Whether persons to contact may be appended: not where all areas stand together, and not to a version, which holds
    /// what was kept and nothing of today.
    pub fn takes_contacts(self) -> bool {
        match self {
            DocumentKind::Vergleich | DocumentKind::Fassung(_) => false,
            DocumentKind::Handlungsprogramm(_)
            | DocumentKind::Steckbriefe
            | DocumentKind::Ratsvorlage
            | DocumentKind::Sozialraumprofil
            | DocumentKind::Sachstand => true,
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
            DocumentKind::Fassung(_) => paper::stem::VERSION,
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
        DocumentKind::Sachstand => progress_report(basis)?,
        DocumentKind::Vergleich => comparison::comparison(basis)?,
        DocumentKind::Fassung(id) => version::version(basis, id)?.ok_or(ProgrammeError::NoVersion)?,
    };
    Ok(Document { template: template.clone(), ..document })
}

/// Documents of all kinds that can be made from a basis, in the look of the program.
pub fn documents(basis: &Basis) -> Vec<(DocumentKind, Document)> {
    let template = Dokumentvorlage::default();
    DocumentKind::ALL.into_iter().filter_map(|kind| Some((kind, written(basis, kind, &template).ok()?))).collect()
}

/// What a document is called and how it is divided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentOutline {
    /// Title.
    pub title: String,
    /// Line under the title.
    pub subtitle: String,
    /// Headings with their numbers and levels, from 1.
    pub headings: Vec<(String, String, u8)>,
}

/// Deepest headings of an outline.
const OUTLINE_DEPTH: u8 = 2;

impl DocumentOutline {
    /// Whether headings of this level stand in an outline.
    pub fn names(level: u8) -> bool {
        (1..=OUTLINE_DEPTH).contains(&level)
    }

    /// Of a document.
    pub fn of(document: &Document) -> DocumentOutline {
        let mut counters = [0_u32; OUTLINE_DEPTH as usize];
        let mut headings = Vec::new();
        for block in &document.blocks {
            if let Block::Heading { level, text } = block
                && Self::names(*level)
            {
                let depth = usize::from(*level);
                counters[depth - 1] += 1;
                counters[depth..].fill(0);
                let number: Vec<String> = counters[..depth].iter().map(u32::to_string).collect();
                headings.push((number.join("."), text.clone(), *level));
            }
        }
        DocumentOutline { title: document.title.clone(), subtitle: document.subtitle.clone(), headings }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::with_basis;
    use super::*;

    #[test]
    fn an_outline_numbers_headings_as_print_does() {
        let found = with_basis(|basis| {
            let all = documents(basis);
            assert_eq!(all.len(), DocumentKind::ALL.len());
            all.iter().map(|(_, document)| DocumentOutline::of(document)).collect::<Vec<_>>()
        });
        let numbers: Vec<&str> = found[0].headings.iter().map(|(number, ..)| number.as_str()).collect();
        assert_eq!(&numbers[..4], ["1", "2", "3", "3.1"]);
        assert!(found[3].title.starts_with("Ratsvorlage"), "{:?}", found[3]);
        assert!(found.iter().all(|outline| outline.headings.iter().all(|(_, _, level)| *level <= OUTLINE_DEPTH)));
    }
}
