//! Raised and lowered letters of a workbook. A footnote mark is often a digit that is only raised by its looks: read as
//! it is stored, 9,6 with a raised 2 would become 9,62. Such letters are read as the raised ones of Unicode (`9,6²`),
//! which are no digits of a number.

use super::open_document::push_entity;
use super::sheet_shape::{attribute, place_of};
use super::table::TooLarge;
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::BufRead;

/// Bytes of all texts with raised letters: no workbook of people has as many.
const TEXT_LIMIT: usize = 16 << 20;
/// Cells with such texts.
const PLACE_LIMIT: usize = 5_000_000;

/// Where letters stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Position {
    /// On the line.
    #[default]
    Line,
    /// Above it.
    Raised,
    /// Below it.
    Lowered,
}

impl Position {
    /// That of a run of an XLSX (`ST_VerticalAlignRun`).
    fn of_run(value: &str) -> Position {
        match value {
            "superscript" => Position::Raised,
            "subscript" => Position::Lowered,
            _ => Position::Line,
        }
    }

    /// That of an ODS style: `super 58%`, `-33% 58%` (`style:text-position`).
    pub(super) fn of_style(value: &str) -> Position {
        match value.split_whitespace().next().unwrap_or_default() {
            "super" => Position::Raised,
            "sub" => Position::Lowered,
            percent => match percent.trim_end_matches('%').parse::<f32>() {
                Ok(height) if height > 0.0 => Position::Raised,
                Ok(height) if height < 0.0 => Position::Lowered,
                _ => Position::Line,
            },
        }
    }
}

/// Adds letters as they are seen: raised and lowered ones by their own letters, as far as there are any.
pub(super) fn push(text: &str, position: Position, into: &mut String) {
    match position {
        Position::Line => into.push_str(text),
        Position::Raised => into.extend(text.chars().map(|c| seen(c, "0123456789()+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻ⁿ"))),
        Position::Lowered => into.extend(text.chars().map(|c| seen(c, "0123456789()+-", "₀₁₂₃₄₅₆₇₈₉₍₎₊₋"))),
    }
}

fn seen(letter: char, plain: &str, shifted: &str) -> char {
    plain.chars().zip(shifted.chars()).find(|(known, _)| *known == letter).map_or(letter, |(_, shown)| shown)
}

/// Texts with raised or lowered letters: those that cells share, by their number, and those of single cells.
#[derive(Debug, Default)]
pub(super) struct RaisedTexts {
    texts: Vec<String>,
    shared: BTreeMap<u32, u32>,
    bytes: usize,
    places: usize,
}

/// Row and column of a cell with the place of its text among all.
pub(super) type RaisedCell = (u32, u16, u32);

impl RaisedTexts {
    /// The text at a place.
    pub(super) fn get(&self, at: u32) -> Option<&str> {
        self.texts.get(at as usize).map(String::as_str)
    }

    fn add(&mut self, text: &str) -> Result<u32, TooLarge> {
        self.bytes += text.len();
        if self.bytes > TEXT_LIMIT {
            return Err(TooLarge);
        }
        self.texts.push(text.to_owned());
        u32::try_from(self.texts.len() - 1).map_err(|_| TooLarge)
    }

    /// Looks through the strings that the cells of a workbook share.
    pub(super) fn read_shared(&mut self, xml: impl BufRead) -> Result<(), TooLarge> {
        let (mut number, mut rich, mut inside) = (0_u32, RichText::default(), false);
        each_event(xml, |event| {
            match event {
                Event::Start(element) if element.local_name().as_ref() == "si" => {
                    (rich, inside) = (RichText::default(), true);
                }
                Event::End(element) if element.local_name().as_ref() == "si" => {
                    if rich.is_shifted {
                        let at = self.add(&rich.text)?;
                        self.shared.insert(number, at);
                    }
                    (number, inside) = (number.saturating_add(1), false);
                }
                event if inside => rich.take(event),
                _ => {}
            }
            Ok(())
        })
    }

    /// Whether cells may share such a text.
    pub(super) fn has_shared(&self) -> bool {
        !self.shared.is_empty()
    }

    /// The cells of a sheet that have such a text, in the order of their places.
    pub(super) fn cells(&mut self, xml: impl BufRead) -> Result<Vec<RaisedCell>, TooLarge> {
        let mut cells = Vec::new();
        // Rows and cells that do not say where they are follow the one before.
        let (mut row, mut column): (Option<u32>, Option<u16>) = (None, None);
        let (mut is_shared, mut in_value, mut in_text) = (false, false, false);
        let (mut value, mut rich) = (String::new(), RichText::default());
        each_event(xml, |event| {
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        let stated = attribute(element, "r").and_then(|row| row.parse::<u32>().ok()?.checked_sub(1));
                        let here = stated.unwrap_or_else(|| row.map_or(0, |row| row.saturating_add(1)));
                        (row, column) = (Some(here), None);
                    }
                    "c" => {
                        let stated = attribute(element, "r").and_then(|place| place_of(&place));
                        let next = (row.unwrap_or(0), column.map_or(0, |column| column.saturating_add(1)));
                        let here = stated.unwrap_or(next);
                        (row, column) = (Some(here.0), Some(here.1));
                        is_shared = attribute(element, "t").is_some_and(|kind| kind == "s");
                    }
                    "v" if is_shared => {
                        value.clear();
                        in_value = true;
                    }
                    "is" => (rich, in_text) = (RichText::default(), true),
                    _ if in_text => rich.take(event),
                    _ => {}
                },
                Event::Text(part) if in_value && value.len() < 16 => value.push_str(&part.xml10_content()),
                Event::End(element) if matches!(element.local_name().as_ref(), "v" | "is") => {
                    let known = value.trim().parse().ok().filter(|_| in_value);
                    let mut at = known.and_then(|number: u32| self.shared.get(&number).copied());
                    if in_text && rich.is_shifted {
                        at = Some(self.add(&rich.text)?);
                    }
                    (in_value, in_text) = (false, false);
                    cells.extend(row.zip(column).zip(at).map(|((row, column), at)| (row, column, at)));
                    if self.places + cells.len() > PLACE_LIMIT {
                        return Err(TooLarge);
                    }
                }
                event if in_text => rich.take(event),
                _ => {}
            }
            Ok(())
        })?;
        self.places += cells.len();
        cells.sort_by_key(|&(row, column, _)| (row, column));
        cells.dedup_by_key(|&mut (row, column, _)| (row, column));
        Ok(cells)
    }
}

/// A text of several runs (`CT_Rst`) as it grows.
#[derive(Default)]
struct RichText {
    text: String,
    /// Whether any letter is raised or lowered.
    is_shifted: bool,
    position: Position,
    /// The text element that is being read, if any, and whether its blanks count.
    part: Option<(String, bool)>,
    is_phonetic: bool,
}

impl RichText {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "r" => self.position = Position::Line,
                "vertAlign" => self.position = Position::of_run(&attribute(element, "val").unwrap_or_default()),
                "rPh" => self.is_phonetic = true,
                "t" if !self.is_phonetic => {
                    let keeps = attribute(element, "xml:space").is_some_and(|space| space == "preserve");
                    self.part = Some((String::new(), keeps));
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "r" => self.position = Position::Line,
                "rPh" => self.is_phonetic = false,
                "t" => self.end_of_part(),
                _ => {}
            },
            Event::Text(part) => self.grow(&part.xml10_content()),
            Event::CData(part) => self.grow(&part.xml10_content()),
            Event::GeneralRef(entity) => {
                let mut letter = String::new();
                // What cannot be read is refused by the reader of the cells.
                if push_entity(entity, &mut letter).is_ok() {
                    self.grow(&letter);
                }
            }
            _ => {}
        }
    }

    fn grow(&mut self, letters: &str) {
        if let Some((part, _)) = &mut self.part {
            part.push_str(letters);
        }
    }

    fn end_of_part(&mut self) {
        let Some((part, keeps)) = self.part.take() else { return };
        let part = if keeps { part.as_str() } else { part.trim_matches([' ', '\t', '\r', '\n']) };
        push(part, self.position, &mut self.text);
        self.is_shifted |= self.position != Position::Line && !part.trim().is_empty();
    }
}

/// Gives every event until the end or the first fault, which the reader of the cells meets as well.
fn each_event(xml: impl BufRead, mut each: impl FnMut(&Event<'_>) -> Result<(), TooLarge>) -> Result<(), TooLarge> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().expand_empty_elements = true;
    // As loose as the reader of the cells: what it reads is to be looked at here as well.
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(event) => each(&event)?,
        }
    }
}

/// Whether a part of a workbook speaks of raised or lowered letters at all.
pub(super) fn speaks_of_raised(mut part: impl BufRead) -> bool {
    const WORD: &[u8] = b"vertAlign";
    // The word may lie across two pieces.
    let (most, mut seam) = (WORD.len() - 1, Vec::new());
    loop {
        let Ok(bytes) = part.fill_buf() else { return false };
        if bytes.is_empty() {
            return false;
        }
        seam.extend_from_slice(&bytes[..bytes.len().min(most)]);
        if memmem::find(bytes, WORD).is_some() || memmem::find(&seam, WORD).is_some() {
            return true;
        }
        if bytes.len() > most {
            seam.clear();
            seam.extend_from_slice(&bytes[bytes.len() - most..]);
        }
        seam.drain(..seam.len().saturating_sub(most));
        let read = bytes.len();
        part.consume(read);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_digit_is_no_digit_of_the_number_before_it() {
        let mut texts = RaisedTexts::default();
        let shared = r#"<sst><si><t>9,62</t></si><si/><si><r><t>9,6</t></r><r><rPr><vertAlign val="superscript"/></rPr>
<t>2</t></r></si><si><r><t xml:space="preserve">CO</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r><r>
<t xml:space="preserve"> &lt; 3</t></r></si></sst>"#;
        texts.read_shared(shared.as_bytes()).unwrap();
        let sheet = r#"<sheetData><row r="2"><c r="B2" t="s"><v>2</v></c><c t="s"><v>0</v></c><c><v>2</v></c></row>
<row><c t="s"><v>3</v></c><c t="inlineStr"><is><r><t>7</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1)</t>
</r></is></c></row></sheetData>"#;
        let cells = texts.cells(sheet.as_bytes()).unwrap();
        let read: Vec<_> = cells.iter().map(|&(row, column, at)| (row, column, texts.get(at).unwrap())).collect();
        assert_eq!(read, [(1, 1, "9,6²"), (2, 0, "CO₂ < 3"), (2, 1, "7¹⁾")]);
    }

    #[test]
    fn positions_of_styles_and_parts_without_any_are_told() {
        for (style, position) in [
            ("super 58%", Position::Raised),
            ("33% 58%", Position::Raised),
            ("-33% 58%", Position::Lowered),
            ("sub 58%", Position::Lowered),
            ("0% 100%", Position::Line),
        ] {
            assert_eq!(Position::of_style(style), position, "{style}");
        }
        let part = |text: &'static str| std::io::BufReader::with_capacity(4, text.as_bytes());
        assert!(speaks_of_raised(part("<r><rPr><vertAlign val=\"superscript\"/></rPr></r>")));
        assert!(!speaks_of_raised(part("<r><rPr><vert/><Align/></rPr></r>")));
    }
}
