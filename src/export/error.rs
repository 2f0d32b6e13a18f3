//! Failures of exporting.

use crate::chart::ChartError;
use crate::text::{Explain, Message, error};

/// Why a document could not be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A figure could not be rendered.
    #[error("figure: {0}")]
    Chart(#[from] ChartError),
    /// The container could not be written.
    #[error("container: {0}")]
    Container(String),
    /// The typesetter or its validator refused the document.
    #[cfg(feature = "pdf")]
    #[error("typesetting: {0}")]
    Typesetting(String),
}

impl Explain for ExportError {
    fn message(&self) -> Message {
        match self {
            ExportError::Chart(error) => error.message(),
            ExportError::Container(technical) => error::export::container().with_technical(technical.clone()),
            #[cfg(feature = "pdf")]
            ExportError::Typesetting(technical) => error::export::typesetting().with_technical(technical.clone()),
        }
    }
}

impl From<rust_xlsxwriter::XlsxError> for ExportError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        ExportError::Container(error.to_string())
    }
}

impl From<zip::result::ZipError> for ExportError {
    fn from(error: zip::result::ZipError) -> Self {
        ExportError::Container(error.to_string())
    }
}

impl From<std::io::Error> for ExportError {
    fn from(error: std::io::Error) -> Self {
        ExportError::Container(error.to_string())
    }
}
