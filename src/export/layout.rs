//! What the formats of text documents have in common: numbers of headings, pages in landscape, sizes.

use crate::document::{Block, Inline, TableRow};

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
