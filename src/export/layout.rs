//! What the formats of text documents have in common: numbers of headings, pages in landscape, sizes.

use crate::document::{Block, Inline, Table, TableRow, plain_text};
use std::borrow::Cow;

/// Resolution of figures.
pub(super) const PIXELS_PER_MM: f32 = 8.0;
/// Tables up to this many rows stay on one page.
const MAX_ROWS_TOGETHER: usize = 24;

/// Whether a row of a table stays on the page of what follows it: the next row of a table that is kept whole, the row
/// below a group's head, the notes below the last row.
pub(super) fn stays_with_next(table: &Table, row: usize) -> bool {
    if row + 1 < table.rows.len() { stays_whole(table) || is_group(&table.rows[row]) } else { !table.notes.is_empty() }
}

/// Whether a table is short enough to stay on one page.
pub(super) fn stays_whole(table: &Table) -> bool {
    table.rows.len() <= MAX_ROWS_TOGETHER
}

/// A heading with its number.
pub(super) struct HeadingEntry {
    /// Place among all headings, from 1.
    pub index: usize,
    /// 1 to 4.
    pub level: u8,
    /// `2.1`
    pub number: String,
    /// Its words.
    pub text: String,
}

/// Headings with the numbers that the program which opens the document will give them.
pub(super) fn numbered_headings(blocks: &[Block]) -> Vec<HeadingEntry> {
    let mut counters = [0usize; 4];
    let mut entries = Vec::new();
    for block in blocks {
        let Block::Heading { level, text } = block else { continue };
        let depth = usize::from((*level).clamp(1, 4));
        counters[depth - 1] += 1;
        counters[depth..].fill(0);
        let number: Vec<String> = counters[..depth].iter().map(ToString::to_string).collect();
        entries.push(HeadingEntry {
            index: entries.len() + 1,
            level: (*level).clamp(1, 4),
            number: number.join("."),
            text: text.clone(),
        });
    }
    entries
}

/// Width of a character in a table and of the room around its words, in millimetres: 9 point in a wide sans serif, bold.
const CHARACTER_MM: f32 = 1.75;
const PADDING_MM: f32 = 4.2;
/// Words of a head and figures of this many characters stay whole if there is room at all.
const LONGEST_WHOLE: usize = 18;
/// Words of the rows up to this many characters stay whole: as many as there is room for, tried in this order.
const WHOLE_WORDS: [usize; 6] = [18, 16, 14, 12, 10, 8];
/// So much of a table's width may be spent on keeping words of its rows whole: the rest follows the named shares.
const SPENT_ON_WORDS: f32 = 0.85;

/// What part of a table's width each column gets, in sum 1: the shares that the table names, but no column narrower than
/// the longest word of its head, its longest number or date and, as far as there is room, the longest word of its rows.
/// Where not even heads and numbers have room, the shares as they are.
pub(super) fn column_shares(table: &Table, width_mm: f32) -> Vec<f32> {
    let named: f32 = table.columns.iter().map(|column| column.width.max(0.1)).sum();
    let wanted: Vec<f32> = table.columns.iter().map(|column| column.width.max(0.1) / named).collect();
    let words: Vec<ColumnWords> = (0..wanted.len()).map(|column| ColumnWords::of(table, column)).collect();
    let with_words = WHOLE_WORDS.into_iter().map(|whole| (whole, SPENT_ON_WORDS));
    let needed = with_words.chain([(0, 1.0)]).find_map(|(whole, room)| {
        let needed: Vec<f32> = words.iter().map(|words| words.needed_mm(whole) / width_mm).collect();
        (needed.iter().sum::<f32>() <= room).then_some(needed)
    });
    let Some(needed) = needed else { return wanted };
    // What narrow columns lack is taken from the room that others have beyond their need.
    let missing: f32 = wanted.iter().zip(&needed).map(|(has, needs)| (needs - has).max(0.0)).sum();
    let spare: f32 = wanted.iter().zip(&needed).map(|(has, needs)| (has - needs).max(0.0)).sum();
    let kept = if spare > 0.0 { 1.0 - (missing / spare).min(1.0) } else { 1.0 };
    wanted
        .iter()
        .zip(&needed)
        .map(|(&has, &needs)| if has < needs { needs } else { needs + (has - needs) * kept })
        .collect()
}

/// The lengths that decide how wide a column has to be, in characters.
struct ColumnWords {
    /// The longest of its head and its figures.
    fixed: usize,
    /// The longest of each row.
    body: Vec<usize>,
}

impl ColumnWords {
    fn of(table: &Table, column: usize) -> ColumnWords {
        let head = table.columns.get(column).map_or(0, |column| longest_piece(&column.title, LONGEST_WHOLE));
        let is_figure =
            |word: &&str| word.chars().any(|c| c.is_ascii_digit()) && !word.chars().any(char::is_alphabetic);
        let mut words = ColumnWords { fixed: head, body: Vec::new() };
        for row in table.rows.iter().filter(|row| !is_group(row)) {
            let text = row.cells.get(column).map_or_else(String::new, |cell| plain_text(cell));
            let figures = text.split(' ').filter(is_figure).map(|word| word.chars().count());
            words.fixed = words.fixed.max(figures.filter(|&length| length <= LONGEST_WHOLE).max().unwrap_or(0));
            words.body.push(longest_piece(&text, usize::MAX));
        }
        words
    }

    /// The width in which no word of a row up to `whole` characters is parted.
    fn needed_mm(&self, whole: usize) -> f32 {
        let body = self.body.iter().map(|&length| length.min(whole)).max().unwrap_or(0);
        column_mm_for(self.fixed.max(body))
    }
}

/// How wide a column has to be for a word of so many characters.
#[expect(clippy::cast_precision_loss, reason = "a few characters")]
fn column_mm_for(characters: usize) -> f32 {
    characters as f32 * CHARACTER_MM + PADDING_MM
}

/// The length of the longest piece that no line ends in, among those up to `most` characters.
fn longest_piece(text: &str, most: usize) -> usize {
    let lengths = text.split(ends_line).map(|word| word.chars().count());
    lengths.filter(|&length| length <= most).max().unwrap_or(0)
}

/// Whether a line may end at or after a character.
fn ends_line(c: char) -> bool {
    matches!(c, ' ' | '\n' | '-' | '–' | SOFT_HYPHEN)
}

const SOFT_HYPHEN: char = '\u{ad}';
/// Fewer letters than this stand neither before nor after a hyphen.
const LEAST_SYLLABLE: usize = 3;

/// Words with soft hyphens in those that are longer than a column is wide, for programs that hyphenate only what they
/// have a dictionary for and otherwise part a word anywhere.
pub(super) fn parted(text: &str, column_mm: f32) -> Cow<'_, str> {
    let fits = |characters: usize| column_mm_for(characters) <= column_mm;
    if fits(longest_piece(text, usize::MAX)) {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len() + 8);
    for piece in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphabetic());
        let letters = word.chars().count();
        if fits(letters) {
            result.push_str(piece);
            continue;
        }
        let mut before = 0;
        for syllable in hypher::hyphenate(word, hypher::Lang::German) {
            if before >= LEAST_SYLLABLE && letters - before >= LEAST_SYLLABLE {
                result.push(SOFT_HYPHEN);
            }
            result.push_str(syllable);
            before += syllable.chars().count();
        }
        result.push_str(&piece[word.len()..]);
    }
    Cow::Owned(result)
}

/// Name of the mark at a heading.
pub(super) fn anchor(heading: usize) -> String {
    format!("_Toc{heading:06}")
}

/// Whether the block that comes first stands on a page in landscape: a wide table, or headings right before one.
pub(super) fn needs_landscape(blocks: &[Block]) -> bool {
    let content = blocks.iter().find(|block| !matches!(block, Block::Heading { .. }));
    matches!(content, Some(Block::Table(table)) if table.landscape)
}

/// The words of the block that comes first, where they lead into the list behind it: both stay on one page.
pub(super) fn lead_in(blocks: &[Block]) -> Option<&[Inline]> {
    match blocks {
        [Block::Paragraph(inlines), Block::List { .. }, ..] => Some(inlines),
        _ => None,
    }
}

/// Whether a row heads the rows below it: set off, with words in its first cell only.
pub(super) fn is_group(row: &TableRow) -> bool {
    let is_empty = |cell: &Vec<Inline>| cell.iter().all(|inline| inline.plain().is_empty());
    row.strong && row.cells.len() > 1 && row.cells[1..].iter().all(is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::TableColumn;

    #[test]
    fn a_column_is_as_wide_as_the_longest_word_of_its_head_and_its_figures() {
        let column = |title: &str, width| TableColumn { title: title.into(), width, ..TableColumn::default() };
        let cells =
            |cells: [&str; 3]| TableRow { cells: cells.map(|cell| vec![Inline::text(cell)]).to_vec(), strong: false };
        let table = Table {
            columns: vec![column("Beschlussstand", 5.0), column("Tag", 5.0), column("Text", 90.0)],
            rows: vec![cells(["läuft", "18.03.2026", "so viele Worte, wie es braucht"])],
            ..Table::default()
        };
        let shares = column_shares(&table, 165.0);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-5, "{shares:?}");
        assert!(shares[0] * 165.0 >= 14.0 * CHARACTER_MM && shares[1] * 165.0 >= 10.0 * CHARACTER_MM, "{shares:?}");
        assert_eq!(column_shares(&table, 40.0), [0.05, 0.05, 0.9], "no room for all words");
    }

    #[test]
    fn a_column_is_as_wide_as_the_longest_word_of_its_rows_if_there_is_room() {
        let column = |title: &str, width| TableColumn { title: title.into(), width, ..TableColumn::default() };
        let row = ["Abschlussbericht der Stadterneuerung", "kurz"].map(|cell| vec![Inline::text(cell)]);
        let table = Table {
            columns: vec![column("Quelle", 10.0), column("Text", 90.0)],
            rows: vec![TableRow { cells: row.to_vec(), strong: false }],
            ..Table::default()
        };
        assert!(column_shares(&table, 165.0)[0] * 165.0 >= 17.0 * CHARACTER_MM);
    }

    #[test]
    fn a_word_that_is_longer_than_its_column_may_be_parted_between_syllables() {
        assert_eq!(parted("Erfundener (Abschlussbericht)", 23.0), "Erfundener (Abschluss\u{ad}be\u{ad}richt)");
        assert_eq!(parted("Abschlussbericht", 60.0), "Abschlussbericht");
        assert_eq!(parted("43a0233fe2552f05", 10.0), "43a0233fe2552f05");
    }
}
