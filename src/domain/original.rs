//! The original file of an import, compressed, for keeping inside the project.

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{Read, Write};

/// A file, compressed. The same bytes always give the same packed bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The compressed bytes (zlib, RFC 1950).
    pub packed: Vec<u8>,
}

impl Original {
    /// Compresses a file.
    ///
    /// # Errors
    /// None in practice: memory takes every byte. Kept as an error because the encoder says so.
    pub fn pack(bytes: &[u8]) -> std::io::Result<Original> {
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::default());
        encoder.write_all(bytes)?;
        Ok(Original { packed: encoder.finish()? })
    }

    /// The bytes of the file, if they are those of the stated size and SHA-256; nothing else is handed out, and no
    /// more than the stated size is ever unpacked.
    pub fn unpack(&self, size_bytes: u64, sha256: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut decoder = ZlibDecoder::new(self.packed.as_slice()).take(size_bytes.saturating_add(1));
        decoder.read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 == size_bytes && sha256_hex(&bytes) == sha256).then_some(bytes)
    }
}

/// SHA-256, hexadecimal, as imports name their files by it.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_back_byte_by_byte_or_not_at_all() {
        let bytes = "Gebiet;Wert\nMarten;1,5\n".repeat(500).into_bytes();
        let (size, hash) = (bytes.len() as u64, sha256_hex(&bytes));
        let mut original = Original::pack(&bytes).unwrap();
        assert!(original.packed.len() < bytes.len() / 10);
        assert_eq!(original.unpack(size, &hash), Some(bytes));
        assert_eq!(original.unpack(size - 1, &hash), None, "no more than the stated size is unpacked");
        assert_eq!(original.unpack(size, &sha256_hex(b"")), None);
        original.packed.truncate(20);
        assert_eq!(original.unpack(size, &hash), None);
    }
}
