//! The look that a municipality gives its documents: name, colour, font, logo. The program ships none of these.

use std::sync::Arc;

/// What documents of a project carry of their municipality; all of it may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dokumentvorlage {
    /// Line at the head of every page: the organisation that issues the document.
    pub organisation: String,
    /// Fachbereich that council papers name.
    pub fachbereich: String,
    /// Dezernat that council papers name.
    pub dezernat: String,
    /// Colour of headings, red, green, blue; the program's own if absent.
    pub accent: Option<[u8; 3]>,
    /// Family of the font in Word, OpenDocument and Excel; the usual one if empty. PDF takes the bundled font.
    pub font: String,
    /// Logo on the title page.
    pub logo: Option<Logo>,
}

/// A picture that stands for the organisation, as PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The file.
    pub png: Arc<Vec<u8>>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// Room of a logo on the title page in millimetres.
const ROOM_MM: (f32, f32) = (60.0, 22.0);
/// Where width and height stand in a PNG file (PNG specification, section 11.2.2).
const WIDTH_AT: usize = 16;

impl Logo {
    /// Most bytes of a logo inside a project.
    pub const MAX_BYTES: usize = 256 * 1024;

    /// A logo from the bytes of a PNG file; none if these are not one, or too many.
    pub fn from_png(png: Vec<u8>) -> Option<Logo> {
        let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
        let is_png = png.starts_with(b"\x89PNG\r\n\x1a\n") && png.get(12..16) == Some(b"IHDR");
        let (width, height) = (number(WIDTH_AT)?, number(WIDTH_AT + 4)?);
        let fits = png.len() <= Self::MAX_BYTES;
        (is_png && fits && width > 0 && height > 0).then(|| Logo { png: Arc::new(png), width, height })
    }

    /// Width and height in print, in millimetres: as large as its room allows.
    #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    pub fn size_mm(&self) -> (f32, f32) {
        let (width, height) = (self.width as f32, self.height as f32);
        let scale = (ROOM_MM.0 / width).min(ROOM_MM.1 / height);
        (width * scale, height * scale)
    }
}

impl Dokumentvorlage {
    /// `#0B6170`; none for the program's own colour.
    pub fn accent_hex(&self) -> Option<String> {
        self.accent.map(|[red, green, blue]| format!("#{red:02X}{green:02X}{blue:02X}"))
    }

    /// A colour from `#0B6170`, with or without the sign.
    pub fn colour_of(hex: &str) -> Option<[u8; 3]> {
        let digits = hex.trim().trim_start_matches('#');
        if digits.len() != 6 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some([red, green, blue])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_reads_back_as_it_was_written() {
        let template = Dokumentvorlage { accent: Dokumentvorlage::colour_of(" 0b6170"), ..Dokumentvorlage::default() };
        assert_eq!(template.accent_hex().as_deref(), Some("#0B6170"));
        assert_eq!(Dokumentvorlage::colour_of("#0B617"), None);
        assert_eq!(Dokumentvorlage::colour_of("+12345"), None);
    }

    #[test]
    fn a_logo_fills_its_room_without_being_distorted() {
        let logo = Logo { png: Arc::default(), width: 600, height: 100 };
        assert!((logo.size_mm().0 - 60.0).abs() < 0.01 && (logo.size_mm().1 - 10.0).abs() < 0.01);
        let logo = Logo { png: Arc::default(), width: 100, height: 100 };
        assert!((logo.size_mm().1 - 22.0).abs() < 0.01);
        assert_eq!(Logo::from_png(b"GIF89a, nothing more".to_vec()), None);
    }
}
