//! Raised and lowered letters of workbooks before 2007: the runs of the strings that cells share ([MS-XLS] 2.4.265 and
//! 2.5.293), by the fonts that they name. The reader of the cells gives the letters without them.

use super::raised::{Position, push};
use std::collections::BTreeMap;

/// Runs of all strings that are kept: no workbook of people has as many.
const RUN_LIMIT: usize = 1 << 20;
/// Records that the strings may go on in: each but the last has eight kilobytes.
const PART_LIMIT: usize = 100_000;

const FONT: u16 = 0x0031;
const STRINGS: u16 = 0x00fc;
const CONTINUED: u16 = 0x003c;
const END: u16 = 0x000a;

/// From which letter on letters stand where, counted in units of UTF-16.
type Runs = Vec<(usize, Position)>;

/// The strings with raised or lowered letters, by their number.
#[derive(Debug, Default)]
pub(super) struct RaisedRuns(BTreeMap<u32, Runs>);

impl RaisedRuns {
    /// Reads the runs of a workbook, as far as its strings are whole.
    pub(super) fn of<'a>(records: impl Iterator<Item = (u16, &'a [u8])>) -> RaisedRuns {
        let (mut fonts, mut parts): (Vec<Position>, Vec<&[u8]>) = (Vec::new(), Vec::new());
        let mut before = 0;
        for (kind, content) in records.take_while(|(kind, _)| *kind != END) {
            match kind {
                FONT => fonts.push(position(content)),
                STRINGS => parts = vec![content],
                CONTINUED if before == STRINGS && parts.len() < PART_LIMIT => {
                    parts.push(content);
                    continue;
                }
                _ => {}
            }
            before = kind;
        }
        let mut runs = RaisedRuns::default();
        if fonts.iter().any(|font| *font != Position::Line) {
            // What breaks off in the middle of a string ends the list.
            let _ = runs.read(Pieces { parts, part: 0, at: 0 }, &fonts);
        }
        runs
    }

    fn read(&mut self, mut pieces: Pieces<'_>, fonts: &[Position]) -> Option<()> {
        pieces.skip(4)?;
        let (count, mut kept) = (pieces.number(4)?, 0);
        for at in 0..count {
            let runs = pieces.string(fonts)?;
            if runs.iter().any(|(_, position)| *position != Position::Line) {
                kept += runs.len();
                if kept > RUN_LIMIT {
                    return None;
                }
                self.0.insert(at, runs);
            }
        }
        Some(())
    }

    /// Whether a string has such letters.
    pub(super) fn has(&self, string: u32) -> bool {
        self.0.contains_key(&string)
    }

    /// The text of a string as it is seen.
    pub(super) fn seen(&self, string: u32, text: &str) -> Option<String> {
        let runs = self.0.get(&string)?;
        let (mut seen, mut unit, mut position) = (String::with_capacity(text.len()), 0, Position::Line);
        let (mut runs, mut letter) = (runs.iter().peekable(), [0; 4]);
        for c in text.chars() {
            while let Some((_, next)) = runs.next_if(|(first, _)| *first <= unit) {
                position = *next;
            }
            push(c.encode_utf8(&mut letter), position, &mut seen);
            unit += c.len_utf16();
        }
        Some(seen)
    }
}

/// Where a font puts its letters.
fn position(font: &[u8]) -> Position {
    match font.get(8) {
        Some(1) => Position::Raised,
        Some(2) => Position::Lowered,
        Some(_) | None => Position::Line,
    }
}

/// The content of a record and of those that continue it.
struct Pieces<'a> {
    parts: Vec<&'a [u8]>,
    /// The part that is being read, and how many of its bytes have been.
    part: usize,
    at: usize,
}

impl Pieces<'_> {
    fn byte(&mut self) -> Option<u8> {
        while self.at >= self.parts.get(self.part)?.len() {
            (self.part, self.at) = (self.part + 1, 0);
        }
        self.at += 1;
        self.parts.get(self.part)?.get(self.at - 1).copied()
    }

    fn number(&mut self, bytes: u32) -> Option<u32> {
        (0..bytes).try_fold(0, |number, at| Some(number | u32::from(self.byte()?) << (8 * at)))
    }

    fn skip(&mut self, bytes: u32) -> Option<()> {
        (0..bytes).try_for_each(|_| self.byte().map(|_| ()))
    }

    /// Goes past a string and gives its runs.
    fn string(&mut self, fonts: &[Position]) -> Option<Runs> {
        let (letters, flags) = (self.number(2)?, self.byte()?);
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let more = if flags & 4 != 0 { self.number(4)? } else { 0 };
        self.letters(letters, flags & 1 != 0)?;
        let mut found = Vec::new();
        for _ in 0..runs {
            let (first, font) = (self.number(2)?, self.number(2)?);
            // There is no font 4.
            let font = if font > 4 { font - 1 } else { font };
            found.push((first as usize, fonts.get(font as usize).copied().unwrap_or_default()));
        }
        self.skip(more)?;
        Some(found)
    }

    /// Goes past letters; a part that continues them says anew how wide they are.
    fn letters(&mut self, count: u32, mut wide: bool) -> Option<()> {
        for _ in 0..count {
            if self.at >= self.parts.get(self.part)?.len() {
                wide = self.byte()? & 1 != 0;
            }
            self.skip(if wide { 2 } else { 1 })?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_found_also_where_a_string_goes_on_in_the_next_record() {
        let font = |raised: u8| [0, 0, 0, 0, 0, 0, 0, 0, raised, 0];
        let fonts = [font(0), font(0), font(0), font(0), font(1)];
        // „ab“ plain; „9,62“ of which the last letter has font 5, the fifth that there is.
        let first = [2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, b'a', b'b', 4, 0, 8, 1, 0, b'9', b','];
        let second = [0, b'6', b'2', 3, 0, 5, 0];
        let mut records: Vec<(u16, &[u8])> = fonts.iter().map(|font| (FONT, font.as_slice())).collect();
        records.extend([(STRINGS, first.as_slice()), (CONTINUED, second.as_slice()), (END, &[])]);
        let runs = RaisedRuns::of(records.into_iter());
        assert!(!runs.has(0) && runs.has(1));
        assert_eq!(runs.seen(1, "9,62").as_deref(), Some("9,6²"));
        assert_eq!(runs.seen(0, "ab"), None);
    }

    #[test]
    fn strings_that_break_off_are_left_as_they_are() {
        let font = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0];
        for length in 0..24_usize {
            let strings: Vec<u8> =
                [9, 0, 0, 0, 9, 0, 0, 0, 4, 0, 8, 1, 0, b'9', b',', b'6', b'2', 3, 0, 0, 0, 255, 255, 255]
                    .into_iter()
                    .take(length)
                    .collect();
            let records = [(FONT, font.as_slice()), (STRINGS, strings.as_slice())];
            assert_eq!(RaisedRuns::of(records.into_iter()).has(0), length >= 21, "{length}");
        }
    }
}
