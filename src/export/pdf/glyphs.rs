//! Which characters the bundled font can print. A reader who has the page read out needs every character to be one, so
//! what the font does not know is printed as a sign that stands for it, and the document says so.

use typst::text::Font;

/// Stands for a character that the font does not know.
const SUBSTITUTE: char = '\u{25A1}';

/// The characters of a font, and whether one was missing.
pub(super) struct Glyphs {
    font: Font,
    replaced: bool,
}

impl Glyphs {
    /// Of this font.
    pub(super) fn of(font: Font) -> Glyphs {
        Glyphs { font, replaced: false }
    }

    /// The character, what stands for it, or nothing for one without meaning on paper.
    pub(super) fn printable(&mut self, c: char) -> Option<char> {
        match c {
            '\n' => Some('\n'),
            '\t' => Some(' '),
            // Minus and narrow gaps of the program's own texts that a font may lack.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
            c if c.is_control() => None,
            '\u{202f}' if !self.knows(c) => Some('\u{a0}'),
            c if self.knows(c) && !is_private(c) => Some(c),
            _ => {
                self.replaced = true;
                Some(if self.knows(SUBSTITUTE) { SUBSTITUTE } else { '?' })
            }
        }
    }

    /// Whether something was replaced.
    pub(super) fn replaced_any(&self) -> bool {
        self.replaced
    }

    fn knows(&self, c: char) -> bool {
        self.font.info().coverage.contains(u32::from(c))
    }
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}
