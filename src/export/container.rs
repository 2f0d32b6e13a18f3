//! Zip containers with fixed times: the same parts give the same bytes.

use super::error::ExportError;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A container being filled.
pub(super) struct Container(ZipWriter<Cursor<Vec<u8>>>);

impl Container {
    /// An empty one.
    pub(super) fn new() -> Container {
        Container(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a part that is worth compressing.
    pub(super) fn text(&mut self, name: &str, text: &str) -> Result<(), ExportError> {
        self.add(name, text.as_bytes(), CompressionMethod::Deflated)
    }

    /// Adds a part as it is.
    pub(super) fn stored(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        self.add(name, bytes, CompressionMethod::Stored)
    }

    /// The bytes of the whole container.
    pub(super) fn finish(self) -> Result<Vec<u8>, ExportError> {
        Ok(self.0.finish()?.into_inner())
    }

    fn add(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), ExportError> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.0.start_file(name, options)?;
        self.0.write_all(bytes)?;
        Ok(())
    }
}
