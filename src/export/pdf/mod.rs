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
use std::collections::BTreeSet;
use typst::diag::SourceDiagnostic;
use typst::foundations::{NativeElement, Smart};
use typst::introspection::{Introspector, Location};
use typst::model::FootnoteEntry;
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

/// A document on pages. Where the typesetter moves a line to the next page after it has set its footnote on this one, the
/// document is set again with lines that need no neighbours there.
fn typeset(document: &Document) -> Result<PagedDocument, ExportError> {
    let set = typeset_with(document, &BTreeSet::new())?;
    let astray = notes_astray(&set);
    if astray.is_empty() { Ok(set) } else { typeset_with(document, &astray) }
}

/// A document on pages, without widow and orphan control in the paragraphs with the first use of these sources.
fn typeset_with(document: &Document, loose: &BTreeSet<usize>) -> Result<PagedDocument, ExportError> {
    let font = world::text_font().ok_or_else(|| ExportError::Typesetting("font".to_owned()))?;
    let mut glyphs = Glyphs::of(font);
    let (source, drawings) = source::source(document, &mut glyphs, loose);
    let logo = document.template.logo.as_ref().map(|logo| logo.png.as_slice());
    let world =
        DocumentWorld::new(source, &drawings, logo).ok_or_else(|| ExportError::Typesetting("path".to_owned()))?;
    let set = typst::compile(&world).output.map_err(|errors| refused(&errors));
    typst::comemo::evict(KEPT_GENERATIONS);
    set
}

/// Numbers of the footnotes that stand on another page than their mark.
fn notes_astray(set: &PagedDocument) -> BTreeSet<usize> {
    let page = |content: Option<Location>| content.and_then(|location| set.introspector().page(location));
    let entries = set.introspector().query(&FootnoteEntry::ELEM.select());
    let mut astray = BTreeSet::new();
    for (number, entry) in (1..).zip(&entries) {
        let mark = entry.to_packed::<FootnoteEntry>().and_then(|entry| page(entry.note.location()));
        if mark != page(entry.location()) {
            astray.insert(number);
        }
    }
    astray
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
    use crate::document::{Block, Citation, Inline, Table, TableColumn, TableRow};
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

    /// Words with the place where they begin, in points from the left and from the top.
    fn words(frame: &Frame, origin: (f64, f64), found: &mut Vec<(f64, f64, String)>) {
        for (at, item) in frame.items() {
            let here = (origin.0 + at.x.to_pt(), origin.1 + at.y.to_pt());
            match item {
                FrameItem::Group(group) => {
                    let moved = (here.0 + group.transform.tx.to_pt(), here.1 + group.transform.ty.to_pt());
                    words(&group.frame, moved, found);
                }
                FrameItem::Text(text) => found.push((here.0, here.1, text.text.to_string())),
                FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    #[test]
    fn no_line_begins_with_the_mark_of_a_footnote() {
        let citation = Citation { text: "Quelle".into() };
        for letters in 60..120 {
            let bound = Inline::Bound { text: "38,7\u{a0}%".into(), citation: Some(citation.clone()) };
            let inlines = vec![Inline::text("i ".repeat(letters)), bound, Inline::text(" und mehr")];
            let blocks = vec![Block::Paragraph(inlines)];
            let set = typeset(&Document { title: "Plan".into(), blocks, ..Document::default() }).expect("pages");
            let mut found = Vec::new();
            set.pages().iter().for_each(|page| words(&page.frame, (0.0, 0.0), &mut found));
            let left = found.iter().map(|(x, _, _)| *x).fold(f64::INFINITY, f64::min);
            let marks = found.iter().filter(|(_, y, text)| text.trim() == "1" && *y < 700.0);
            assert!(marks.into_iter().all(|(x, _, _)| *x > left + 10.0), "{letters}: {found:?}");
        }
    }

    #[test]
    fn a_footnote_stands_on_the_page_of_its_mark() {
        let before = |lines: usize| Block::Paragraph(vec![Inline::text("Zeile\n".repeat(lines))]);
        let mut repaired = 0;
        for lines in 20..50 {
            let citation = Citation { text: "Quelle".into() };
            let bound = Inline::Bound { text: "38,7\u{a0}%".into(), citation: Some(citation) };
            let inlines = vec![Inline::text("Es sind "), bound, Inline::text(" und mehr davon".repeat(24))];
            let heading = Block::Heading { level: 2, text: "Kosten".into() };
            let blocks = vec![before(lines), heading, Block::Paragraph(inlines)];
            let document = Document { title: "Plan".into(), blocks, ..Document::default() };
            repaired += notes_astray(&typeset_with(&document, &BTreeSet::new()).expect("pages")).len();
            assert!(notes_astray(&typeset(&document).expect("pages")).is_empty(), "{lines}");
        }
        assert!(repaired > 0, "the case does not come up any more");
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
