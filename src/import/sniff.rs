//! What a file is, by its bytes and never by its name: format, encoding, separator.

use super::{ImportError, Issue, IssueKind, Severity};
use crate::jobs::{Cancelled, Progress};
use std::borrow::Cow;

/// What kind of file a source was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFormat {
    /// Delimited text.
    Text {
        /// How letters were stored.
        encoding: TextEncoding,
        /// What stands between cells.
        separator: char,
    },
    /// Workbook since 2007, with or without macros.
    Xlsx,
    /// Workbook before 2007.
    Xls,
    /// OpenDocument.
    Ods,
}

/// How letters were stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, which includes ISO 8859-1.
    Windows1252,
    /// ISO 8859-15, which has the euro where ISO 8859-1 has a sign that no table uses.
    Iso8859_15,
}

impl TextEncoding {
    /// The name that editors and spreadsheets show.
    pub fn name(self) -> &'static str {
        match self {
            TextEncoding::Utf8 => "UTF-8",
            TextEncoding::Utf16Le | TextEncoding::Utf16Be => "UTF-16",
            TextEncoding::Windows1252 => "Windows-1252",
            TextEncoding::Iso8859_15 => "ISO 8859-15",
        }
    }
}

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Ole,
    Text,
}

const FOREIGN: [(&[u8], &str); 9] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "Bild (PNG)"),
    (b"\xff\xd8\xff", "Bild (JPEG)"),
    (b"GIF8", "Bild (GIF)"),
    (b"SQLite format 3\0", "Datenbank oder Planungsdatei"),
    (b"{\\rtf", "Textdokument (RTF)"),
    (b"\x1f\x8b", "gepacktes Archiv (GZIP)"),
    (b"7z\xbc\xaf", "gepacktes Archiv (7z)"),
    (b"Rar!", "gepacktes Archiv (RAR)"),
];

/// Tells the container, or which foreign thing the bytes are.
pub(super) fn container(bytes: &[u8]) -> Result<Container, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if let Some((_, found)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ImportError::Foreign { found: (*found).to_owned() });
    }
    Ok(match bytes {
        [b'P', b'K', 3 | 5 | 7, ..] => Container::Zip,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Container::Ole,
        _ => Container::Text,
    })
}

/// The letters of a text file, how they were stored, and what is to be looked at.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    progress: &Progress,
) -> Result<(Cow<'a, str>, TextEncoding, Vec<Issue>), ImportError> {
    let mut notes = Vec::new();
    let (text, encoding) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8_or_windows(rest, progress)?,
        [0xff, 0xfe, rest @ ..] => (encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0, TextEncoding::Utf16Le),
        [0xfe, 0xff, rest @ ..] => (encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0, TextEncoding::Utf16Be),
        _ => match utf16_without_mark(bytes) {
            Some(TextEncoding::Utf16Be) => {
                (encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0, TextEncoding::Utf16Be)
            }
            Some(_) => (encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0, TextEncoding::Utf16Le),
            None => utf8_or_windows(bytes, progress)?,
        },
    };
    progress.check()?;
    if let Some(position) = memchr::memchr(0, text.as_bytes()) {
        return Err(ImportError::ZeroByte { position });
    }
    let start: &str = text.trim_start();
    if start.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("<html") || head.eq_ignore_ascii_case("<!doc")) {
        return Err(ImportError::Foreign { found: "Webseite (HTML)".to_owned() });
    }
    if matches!(encoding, TextEncoding::Windows1252 | TextEncoding::Iso8859_15) {
        let sample = words_with_umlauts(&text);
        notes.push(Issue { cell: None, severity: Severity::Info, kind: IssueKind::OldEncoding { encoding, sample } });
    }
    let holds = |garbled: &&str| memchr::memmem::find(text.as_bytes(), garbled.as_bytes()).is_some();
    if !text.is_ascii() && ["Ã¤", "Ã¶", "Ã¼", "ÃŸ", "\u{fffd}"].iter().any(holds) {
        notes.push(Issue { cell: None, severity: Severity::Check, kind: IssueKind::GarbledLetters });
    }
    Ok((text, encoding, notes))
}

fn utf8_or_windows<'a>(bytes: &'a [u8], progress: &Progress) -> Result<(Cow<'a, str>, TextEncoding), Cancelled> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), TextEncoding::Utf8));
    }
    progress.check()?;
    if is_damaged_utf8(bytes) {
        return Ok((String::from_utf8_lossy(bytes), TextEncoding::Utf8));
    }
    progress.check()?;
    let (encoding, name) = if has_latin_euro(bytes) {
        (encoding_rs::ISO_8859_15, TextEncoding::Iso8859_15)
    } else {
        (encoding_rs::WINDOWS_1252, TextEncoding::Windows1252)
    };
    Ok((Cow::Owned(from_single_bytes(encoding, bytes, progress)?), name))
}

/// Decodes into no more room than the text takes; asked for all at once, the decoder would take three times the file.
fn from_single_bytes(
    encoding: &'static encoding_rs::Encoding,
    bytes: &[u8],
    progress: &Progress,
) -> Result<String, Cancelled> {
    let long = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let mut text = String::with_capacity(bytes.len() + 2 * long + 16);
    let mut decoder = encoding.new_decoder_without_bom_handling();
    for mut piece in bytes.chunks(PIECE) {
        progress.check()?;
        loop {
            let (result, read, _) = decoder.decode_to_string(piece, &mut text, false);
            piece = &piece[read..];
            match result {
                encoding_rs::CoderResult::InputEmpty => break,
                encoding_rs::CoderResult::OutputFull => text.reserve(piece.len() + 16),
            }
        }
    }
    Ok(text)
}

/// Bytes that are decoded between two looks whether the planner wants to stop.
const PIECE: usize = 1 << 23;

/// UTF-16 without a mark: in text of our letters every other byte is zero.
fn utf16_without_mark(bytes: &[u8]) -> Option<TextEncoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (first, second, most) = (zeros(0), zeros(1), sample.len() / 2);
    if most < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    match (first, second) {
        (0, second) if second * 10 >= most * 9 => Some(TextEncoding::Utf16Le),
        (first, 0) if first * 10 >= most * 9 => Some(TextEncoding::Utf16Be),
        _ => None,
    }
}

/// Text in UTF-8 of which a few bytes are damaged: most letters beyond ASCII are whole. Old encodings have hardly any.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        // As many letters beyond ASCII as bytes that begin one.
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 1 && whole >= broken
}

/// Whether the byte of the euro in ISO 8859-15 is met and none that only Windows-1252 gives a letter.
fn has_latin_euro(bytes: &[u8]) -> bool {
    bytes.contains(&0xa4) && !bytes.iter().any(|byte| (0x80..0xa0).contains(byte))
}

/// Bytes among which words with umlauts are looked for.
const SAMPLE_BYTES: usize = 1 << 20;

fn words_with_umlauts(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let end = (0..=text.len().min(SAMPLE_BYTES)).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    for word in text[..end].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii()) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
        if words.len() == 3 {
            break;
        }
    }
    words
}

const SEPARATORS: [char; 4] = [';', '\t', '|', ','];
const SAMPLE_ROWS: usize = 400;

/// The separator under which the most rows have the same number of cells, and the text after a `sep=` line.
pub(super) fn separator(text: &str) -> (char, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator) = rest.chars().next()
        && separator.is_ascii()
    {
        let rest = &rest[1..];
        return (separator, rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest));
    }
    let mut best = (';', 0.0);
    for candidate in SEPARATORS {
        let share = consistency(text, candidate);
        // An earlier candidate wins unless a later one is clearly more even: decimal commas look like separators.
        if share > best.1 + 0.05 {
            best = (candidate, share);
        }
    }
    (best.0, text)
}

/// Share of the rows that have the most frequent number of cells above one.
fn consistency(text: &str, separator: char) -> f64 {
    let mut counts: Vec<usize> = Vec::new();
    let (mut quoted, mut cells, mut any) = (false, 1, false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => {
                if any {
                    counts.push(cells);
                }
                (cells, any) = (1, false);
                if counts.len() >= SAMPLE_ROWS {
                    break;
                }
                continue;
            }
            c if c == separator && !quoted => cells += 1,
            _ => {}
        }
        any = true;
    }
    if any {
        counts.push(cells);
    }
    let most = counts.iter().filter(|&&n| n > 1).map(|n| counts.iter().filter(|m| *m == n).count()).max().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "at most a few hundred rows")]
    if counts.is_empty() { 0.0 } else { most as f64 / counts.len() as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_commas_are_not_taken_for_separators() {
        for (text, expected) in [
            ("A;1,5\nB;2,5\n", ';'),
            ("Gebiet,Wert\nA,1.5\nB,2.5\n", ','),
            ("Gebiet\tWert\nA\t1,5\nB\t2,5\n", '\t'),
            ("\"a;b\",1\n\"c;d\",2\n", ','),
            ("sep=,\r\na,b\n", ','),
        ] {
            assert_eq!(separator(text).0, expected, "{text:?}");
        }
    }

    #[test]
    fn letters_are_read_in_every_usual_encoding() {
        for bytes in [
            &b"H\xc3\xb6rde"[..],
            b"\xef\xbb\xbfH\xc3\xb6rde",
            b"H\xf6rde",
            b"\xff\xfeH\0\xf6\0r\0d\0e\0",
            b"\xfe\xff\0H\0\xf6\0r\0d\0e",
        ] {
            assert_eq!(decode(bytes, &Progress::new()).unwrap().0, "Hörde");
        }
        for bytes in [&b"H\0\xf6\0r\0d\0e\0"[..], b"\0H\0\xf6\0r\0d\0e"] {
            assert_eq!(decode(bytes, &Progress::new()).unwrap().0, "Hörde", "without a mark");
        }
        assert_eq!(decode(b"H\xf6rde \xa4", &Progress::new()).unwrap().0, "Hörde €");
        assert_eq!(decode(b"H\xf6rde \x80", &Progress::new()).unwrap().0, "Hörde €");
        assert_eq!(decode(b"H\xc3\xb6rde \xff", &Progress::new()).unwrap().0, "Hörde \u{fffd}");
        assert_eq!(decode(b"a\0b", &Progress::new()).unwrap_err(), ImportError::ZeroByte { position: 1 });
    }

    #[test]
    fn foreign_files_are_named() {
        assert!(matches!(container(b"%PDF-1.7"), Err(ImportError::Foreign { .. })));
        assert_eq!(container(b""), Err(ImportError::Empty));
        assert_eq!(container(b"PK\x03\x04"), Ok(Container::Zip));
    }
}
