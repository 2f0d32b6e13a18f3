//! What the formats of text documents have in common: numbers of headings, pages in landscape, sizes.

use crate::document::{Block, Inline, Table, TableRow, plain_text};

/// Resolution of figures.
pub(super) const PIXELS_PER_MM: f32 = 8.0;
/// Tables up to this many rows stay on one page.
pub(super) const MAX_ROWS_TOGETHER: usize = 24;

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
/// Longer words are parted anyway.
const LONGEST_WHOLE: usize = 18;

/// What part of a table's width each column gets, in sum 1: the shares that the table names, but no column narrower than
/// the longest word of its head and its longest number or date. Where that cannot be, the shares as they are.
pub(super) fn column_shares(table: &Table, width_mm: f32) -> Vec<f32> {
    let named: f32 = table.columns.iter().map(|column| column.width.max(0.1)).sum();
    let wanted: Vec<f32> = table.columns.iter().map(|column| column.width.max(0.1) / named).collect();
    let needed: Vec<f32> = (0..wanted.len()).map(|column| needed_mm(table, column) / width_mm).collect();
    if needed.iter().sum::<f32>() > 1.0 {
        return wanted;
    }
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

#[expect(clippy::cast_precision_loss, reason = "a few characters")]
fn needed_mm(table: &Table, column: usize) -> f32 {
    let pieces = |text: &str| -> usize {
        let lengths = text.split([' ', '-', '/', '\u{ad}']).map(|word| word.chars().count());
        lengths.filter(|&length| length <= LONGEST_WHOLE).max().unwrap_or(0)
    };
    let head = table.columns.get(column).map_or(0, |column| pieces(&column.title));
    let is_figure = |word: &&str| word.chars().any(|c| c.is_ascii_digit()) && !word.chars().any(char::is_alphabetic);
    let figures = |row: &TableRow| {
        let text = row.cells.get(column).map_or_else(String::new, |cell| plain_text(cell));
        text.split(' ').filter(is_figure).map(|word| word.chars().count()).filter(|&l| l <= LONGEST_WHOLE).max()
    };
    let body = table.rows.iter().filter(|row| !is_group(row)).filter_map(figures).max().unwrap_or(0);
    head.max(body) as f32 * CHARACTER_MM + PADDING_MM
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
}
