//! PDF with tags: headings, header rows, alternative texts, footnotes, contents, language, title.
//!
//! The document becomes a source for the typesetter Typst, whose validator refuses whatever is not PDF/UA-1 (and PDF/A-2a,
//! where the document has a date): what comes out of here has passed it. Drawings stay drawings, their words are text.

mod glyphs;
mod pages;
mod source;
mod world;

pub use pages::Pages;

use super::error::ExportError;
use crate::document::Document;
use glyphs::Glyphs;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::DocumentWorld;

/// Results of earlier documents that are kept for the next: sections that are the same are not set again.
const KEPT_GENERATIONS: usize = 2;

/// A document as the bytes of a `.pdf` file that the typesetter's validator found to be PDF/UA-1.
///
/// # Errors
/// If the document cannot be typeset, or the validator refuses it.
pub fn pdf(document: &Document) -> Result<Vec<u8>, ExportError> {
    let pages = typeset(document)?;
    let bytes = typst_pdf::pdf(&pages, &options(document)?).map_err(|errors| refused(&errors));
    typst::comemo::evict(KEPT_GENERATIONS);
    bytes
}

/// A document on pages.
fn typeset(document: &Document) -> Result<PagedDocument, ExportError> {
    let font = world::text_font().ok_or_else(|| ExportError::Typesetting("font".to_owned()))?;
    let mut glyphs = Glyphs::of(font);
    let (source, drawings) = source::source(document, &mut glyphs);
    let logo = document.template.logo.as_ref().map(|logo| logo.png.as_slice());
    let world =
        DocumentWorld::new(source, &drawings, logo).ok_or_else(|| ExportError::Typesetting("path".to_owned()))?;
    typst::compile(&world).output.map_err(|errors| refused(&errors))
}

fn options(document: &Document) -> Result<PdfOptions, ExportError> {
    let standards: &[PdfStandard] = match document.date {
        Some(_) => &[PdfStandard::Ua_1, PdfStandard::A_2a],
        None => &[PdfStandard::Ua_1],
    };
    let standards =
        PdfStandards::new(standards).map_err(|error| ExportError::Typesetting(error.message().to_string()))?;
    Ok(PdfOptions { creator: Smart::Custom(Some("Aktionsplan".to_owned())), standards, ..PdfOptions::default() })
}

fn refused(errors: &[SourceDiagnostic]) -> ExportError {
    let words: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    ExportError::Typesetting(words.join("; "))
}
