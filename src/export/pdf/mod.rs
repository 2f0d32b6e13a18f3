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
    typst_pdf::pdf(&pages, &options(document)?).map_err(|errors| refused(&errors))
}

/// A document on pages.
fn typeset(document: &Document) -> Result<PagedDocument, ExportError> {
    let font = world::text_font().ok_or_else(|| ExportError::Typesetting("font".to_owned()))?;
    let mut glyphs = Glyphs::of(font);
    let (source, drawings) = source::source(document, &mut glyphs);
    let logo = document.template.logo.as_ref().map(|logo| logo.png.as_slice());
    let world =
        DocumentWorld::new(source, &drawings, logo).ok_or_else(|| ExportError::Typesetting("path".to_owned()))?;
    let set = typst::compile(&world).output.map_err(|errors| refused(&errors));
    typst::comemo::evict(KEPT_GENERATIONS);
    set
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Inline, Table, TableColumn, TableRow};
    use typst::layout::{Frame, FrameItem};

    /// How far down words stand, in points from the top.
    fn lowest(frame: &Frame) -> f64 {
        let of = |(at, item): &(typst::layout::Point, FrameItem)| match item {
            FrameItem::Group(group) => at.y.to_pt() + group.transform.ty.to_pt() + lowest(&group.frame),
            FrameItem::Text(_) => at.y.to_pt(),
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => 0.0,
        };
        frame.items().map(of).fold(0.0, f64::max)
    }

    #[test]
    fn the_last_rows_of_a_long_table_in_landscape_stay_on_the_paper() {
        let words = "Gemeinsam lernen und spielen am Nachmittag ".repeat(2);
        let row = |_| TableRow { cells: vec![vec![Inline::text(&words)]; 3], strong: false };
        let columns =
            ["A", "B", "C"].map(|title| TableColumn { title: title.into(), width: 1.0, ..TableColumn::default() });
        let table =
            Table { landscape: true, columns: columns.to_vec(), rows: (0..16).map(row).collect(), ..Table::default() };
        let document = Document { title: "Plan".into(), blocks: vec![Block::Table(table)], ..Document::default() };
        let set = typeset(&document).expect("pages");
        for page in set.pages() {
            let (lowest, height) = (lowest(&page.frame), page.frame.height().to_pt());
            assert!(lowest < height, "words {lowest} pt down on a page of {height} pt");
        }
    }
}
