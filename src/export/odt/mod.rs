//! OpenDocument text: the same document as in Word, for LibreOffice and offices that must take ODF.
//!
//! A thin writer like the one for Word: heading styles with numbering, contents with page references, footnotes, header
//! rows, text alternatives, language. No links to outside, no person in the properties.

mod body;
mod parts;

use super::container::Container;
use super::error::ExportError;
use super::pictures::Pictures;
use crate::document::Document;
use body::Body;

const MIME: &str = "application/vnd.oasis.opendocument.text";

/// A document as the bytes of an `.odt` file.
///
/// # Errors
/// If a figure cannot be rendered or the container cannot be written.
pub fn odt(document: &Document) -> Result<Vec<u8>, ExportError> {
    odt_with(document, &Pictures::default())
}

/// The same with pictures that another format may have rendered already.
pub(super) fn odt_with(document: &Document, pictures: &Pictures) -> Result<Vec<u8>, ExportError> {
    let body = Body::of(document, pictures)?;
    let mut container = Container::new();
    // First and as it is: readers tell the format by these bytes.
    container.stored("mimetype", MIME.as_bytes())?;
    container.text("META-INF/manifest.xml", &parts::manifest(MIME, body.pictures.len()))?;
    container.text("meta.xml", &parts::meta(document))?;
    container.text("styles.xml", &parts::styles(document))?;
    container.text("content.xml", &body.content_xml())?;
    for (at, picture) in body.pictures.iter().enumerate() {
        container.stored(&parts::picture_name(at + 1), picture)?;
    }
    container.finish()
}
