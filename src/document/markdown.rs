//! The little Markdown of the long texts in `assets/texte` as blocks: headings, paragraphs, lists, tables, `**strong**`,
//! `` `code` `` and fenced blocks, whose lines become paragraphs of their own in emphasis.

use super::{Block, Inline, Table, TableColumn, TableRow};

const FENCE: &str = "```";

/// Blocks of a text. What is not understood stays a paragraph as it was written.
pub fn from_markdown(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim().is_empty() {
            continue;
        }
        if line.starts_with(FENCE) {
            let formula = lines.by_ref().take_while(|line| !line.starts_with(FENCE));
            blocks.extend(formula.map(|line| Block::Paragraph(vec![Inline::Emphasis(line.to_owned())])));
            continue;
        }
        if let Some(heading) = heading(line) {
            blocks.push(heading);
            continue;
        }
        let mut together = vec![line.trim()];
        while let Some(next) = lines.peek().filter(|next| !next.trim().is_empty() && !next.starts_with(FENCE)) {
            together.push(next.trim());
            lines.next();
        }
        blocks.push(lines_together(&together));
    }
    blocks
}

fn heading(line: &str) -> Option<Block> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let text = text.strip_prefix(' ')?;
    let level = u8::try_from(level).ok().filter(|level| (1..=4).contains(level))?;
    Some(Block::Heading { level, text: text.trim().to_owned() })
}

fn lines_together(lines: &[&str]) -> Block {
    if lines[0].starts_with("- ") {
        let mut items: Vec<String> = Vec::new();
        for line in lines {
            match (line.strip_prefix("- "), items.last_mut()) {
                (Some(item), _) => items.push(item.to_owned()),
                (None, Some(item)) => {
                    item.push(' ');
                    item.push_str(line);
                }
                (None, None) => items.push((*line).to_owned()),
            }
        }
        Block::List { ordered: false, items: items.iter().map(|item| inlines(item)).collect() }
    } else if lines.len() > 2 && lines.iter().all(|line| line.starts_with('|')) {
        table(lines)
    } else {
        Block::Paragraph(inlines(&lines.join(" ")))
    }
}

fn table(lines: &[&str]) -> Block {
    let cells =
        |line: &str| -> Vec<String> { line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect() };
    let column = |title: String| TableColumn { title, width: 1.0, ..TableColumn::default() };
    let mut columns: Vec<TableColumn> = cells(lines[0]).into_iter().map(column).collect();
    if let Some(last) = columns.last_mut() {
        last.width = 2.0;
    }
    let row = |line: &&str| TableRow { cells: cells(line).iter().map(|cell| inlines(cell)).collect(), strong: false };
    Block::Table(Table { columns, rows: lines[2..].iter().map(row).collect(), ..Table::default() })
}

/// Words with `**strong**` and `` `code` `` set off; a mark without its partner stays as written.
fn inlines(text: &str) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, mark, inside, after)) = next_marked(rest) {
        if !before.is_empty() {
            found.push(Inline::text(before));
        }
        let inside = inside.to_owned();
        found.push(if mark == "**" { Inline::Strong(inside) } else { Inline::Emphasis(inside) });
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Inline::text(rest));
    }
    found
}

/// What stands before the first pair of marks, the mark, what it encloses, and the rest.
fn next_marked(text: &str) -> Option<(&str, &str, &str, &str)> {
    let pair = |mark: &'static str| {
        let (before, rest) = text.split_once(mark)?;
        let (inside, after) = rest.split_once(mark)?;
        (!inside.is_empty()).then_some((before, mark, inside, after))
    };
    [pair("**"), pair("`")].into_iter().flatten().min_by_key(|(before, ..)| before.len())
}

#[cfg(test)]
mod tests {
    use super::super::plain_text;
    use super::*;

    #[test]
    fn headings_lists_tables_and_formulas_become_blocks() {
        let text = "# Eins\n\nEin **starkes** Wort und `code`,\nweiter.\n\n- a\n- b\n  noch b\n\n```\nx = y\nz = 1\n```\n\n| S | B |\n| --- | --- |\n| a | b |\n";
        let blocks = from_markdown(text);
        assert_eq!(blocks[0], Block::Heading { level: 1, text: "Eins".into() });
        let Block::Paragraph(words) = &blocks[1] else { panic!("{:?}", blocks[1]) };
        assert_eq!(plain_text(words), "Ein starkes Wort und code, weiter.");
        assert_eq!(words[1], Inline::Strong("starkes".into()));
        let Block::List { items, .. } = &blocks[2] else { panic!("{:?}", blocks[2]) };
        assert_eq!(plain_text(&items[1]), "b noch b");
        assert_eq!(blocks[3], Block::Paragraph(vec![Inline::Emphasis("x = y".into())]));
        let Block::Table(table) = &blocks[5] else { panic!("{:?}", blocks[5]) };
        assert_eq!((table.columns[1].title.as_str(), table.rows.len()), ("B", 1));
    }

    #[test]
    fn a_single_mark_stays_as_written() {
        assert_eq!(from_markdown("G* und 2 ** 3"), [Block::Paragraph(vec![Inline::text("G* und 2 ** 3")])]);
    }
}
