//! Word documents: heading styles with numbering, contents, footnotes, header rows, text alternatives, language.
//!
//! A thin writer: every part is text, put into a container with fixed times, so that the same document gives the same
//! bytes. No links to outside, no person in the properties.

mod body;
mod parts;
mod xml;

use super::container::Container;
use super::error::ExportError;
use super::pictures::Pictures;
use crate::document::Document;
use body::Body;

/// A document as the bytes of a `.docx` file.
///
/// # Errors
/// If a figure cannot be rendered or the container cannot be written.
pub fn docx(document: &Document) -> Result<Vec<u8>, ExportError> {
    docx_with(document, &Pictures::default())
}

/// The same with pictures that another format may have rendered already.
pub(super) fn docx_with(document: &Document, pictures: &Pictures) -> Result<Vec<u8>, ExportError> {
    let body = Body::of(document, pictures)?;
    let mut container = Container::new();
    let texts = [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::package_relations()),
        ("docProps/core.xml", parts::core_properties(document)),
        ("docProps/app.xml", parts::app_properties()),
        ("word/document.xml", body.document_xml()),
        ("word/_rels/document.xml.rels", parts::document_relations(body.pictures.len())),
        ("word/styles.xml", parts::styles(document)),
        ("word/numbering.xml", parts::numbering(body.ordered_lists)),
        ("word/settings.xml", parts::settings()),
        ("word/fontTable.xml", parts::font_table(document)),
        ("word/footnotes.xml", parts::footnotes(&body.footnotes)),
        ("word/header1.xml", parts::header(document)),
        ("word/header2.xml", parts::header(document)),
        ("word/footer1.xml", parts::footer(document)),
        ("word/footer2.xml", parts::first_footer()),
    ];
    for (name, text) in &texts {
        container.text(name, text)?;
    }
    for (at, picture) in body.pictures.iter().enumerate() {
        container.stored(&format!("word/media/image{}.png", at + 1), picture)?;
    }
    container.finish()
}
