//! Documents and tables to bytes. Writing the bytes to a file is not done here.

mod calendar;
mod clipboard;
mod container;
mod docx;
mod error;
mod file_name;
mod layout;
mod odt;
#[cfg(feature = "pdf")]
mod pdf;
mod pictures;
mod sheets_csv;
mod table_csv;
mod xlsx;
mod xml;

pub use calendar::{CalendarEntry, calendar};
pub use clipboard::clipboard_html;
pub use docx::docx;
pub use error::ExportError;
pub use file_name::safe_file_name;
pub use odt::odt;
#[cfg(feature = "pdf")]
pub use pdf::{Pages, pdf};
pub use pictures::Pictures;
pub use sheets_csv::sheets_csv;
pub use table_csv::{CsvCell, CsvForm, CsvTable, table_csv, words_csv};
pub use xlsx::xlsx;

use crate::document::{Document, Format};

/// A document as it is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// The bytes of a file.
    File(Vec<u8>),
    /// Files of a folder, each with its name.
    Folder(Vec<(String, Vec<u8>)>),
}

impl Output {
    /// Bytes in all.
    pub fn size(&self) -> usize {
        match self {
            Output::File(bytes) => bytes.len(),
            Output::Folder(files) => files.iter().map(|(_, bytes)| bytes.len()).sum(),
        }
    }
}

/// A document as it is to be written.
///
/// # Errors
/// If a figure cannot be rendered or the container cannot be written.
pub fn document(document: &Document, format: Format) -> Result<Output, ExportError> {
    document_with(document, format, &Pictures::default())
}

/// The same, for a document that is written in several formats: its drawings are rendered once.
///
/// # Errors
/// As [`document`].
pub fn document_with(document: &Document, format: Format, pictures: &Pictures) -> Result<Output, ExportError> {
    let bytes = match format {
        Format::Docx => docx::docx_with(document, pictures)?,
        Format::Odt => odt::odt_with(document, pictures)?,
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf(document)?,
        Format::Xlsx => xlsx(document)?,
        Format::Csv => return Ok(Output::Folder(sheets_csv(document))),
    };
    Ok(Output::File(bytes))
}
