//! The method handbook as a document: the chapters in `assets`, and the check cases computed by this very program.

use crate::analysis::{CheckCase, check_cases};
use crate::document::{Align, Block, Document, Inline, Table, TableColumn, TableRow, from_markdown, plain_text};
use crate::text::handbook as words;
use std::sync::LazyLock;

/// Widths of the columns of check cases, relative to each other.
const WIDTHS: [f32; 5] = [3.4, 1.6, 1.7, 1.7, 1.1];

static HANDBOOK: LazyLock<Handbook> = LazyLock::new(Handbook::new);

/// The handbook in both of its forms.
#[derive(Clone, Debug)]
pub struct Handbook {
    /// For the window and for Word.
    pub document: Document,
    /// The same as Markdown.
    pub markdown: String,
}

/// The handbook; the check cases are computed when it is first asked for.
pub fn handbook() -> &'static Handbook {
    &HANDBOOK
}

impl Handbook {
    fn new() -> Handbook {
        let cases = check_cases();
        let mut blocks: Vec<Block> = words::CHAPTERS.iter().flat_map(|chapter| from_markdown(chapter)).collect();
        let checks = checks(&cases);
        let mut markdown: Vec<String> = words::CHAPTERS.iter().map(|chapter| chapter.trim().to_owned()).collect();
        markdown.push(checks_markdown(&checks));
        markdown.push(words::SOURCES.trim().to_owned());
        blocks.extend(checks);
        blocks.extend(from_markdown(words::SOURCES));
        let document = Document {
            title: words::TITLE.to_owned(),
            subtitle: words::SUBTITLE.to_owned(),
            front_matter: vec![(words::VERSION.to_owned(), env!("CARGO_PKG_VERSION").to_owned())],
            author: words::AUTHOR.to_owned(),
            contents: true,
            blocks,
            ..Document::default()
        };
        Handbook { document, markdown: markdown.join("\n\n") + "\n" }
    }
}

/// The chapter on the check cases: what they are, how many agree, one table per group of methods.
fn checks(cases: &[CheckCase]) -> Vec<Block> {
    let agreeing = cases.iter().filter(|case| case.agrees()).count();
    let mut blocks = vec![
        Block::Heading { level: 1, text: words::CHECKS.to_owned() },
        Block::Paragraph(vec![Inline::text(words::CHECKS_INTRODUCTION)]),
        Block::Paragraph(vec![Inline::Strong(words::checks_agree(agreeing, cases.len()))]),
    ];
    for group in cases.chunk_by(|left, right| left.group == right.group) {
        blocks.push(Block::Heading { level: 2, text: group[0].group.clone() });
        blocks.push(Block::Table(table(group)));
    }
    blocks
}

fn table(cases: &[CheckCase]) -> Table {
    let column = |(at, title): (usize, &&str)| TableColumn {
        title: (*title).to_owned(),
        align: if at > 1 { Align::Right } else { Align::Left },
        width: WIDTHS[at],
    };
    Table {
        caption: cases[0].group.clone(),
        description: words::CHECKS_INTRODUCTION.to_owned(),
        columns: words::CHECK_COLUMNS.iter().enumerate().map(column).collect(),
        rows: cases.iter().map(row).collect(),
        ..Table::default()
    }
}

fn row(case: &CheckCase) -> TableRow {
    let computed = case.computed.map_or_else(|| words::NOT_COMPUTED.to_owned(), words::check_value);
    let difference = match case.computed {
        Some(_) if case.agrees() => words::NO_DIFFERENCE.to_owned(),
        Some(computed) => words::check_difference(computed - case.expected),
        None => String::new(),
    };
    let cells = [case.name.clone(), case.software.clone(), words::check_value(case.expected), computed, difference];
    TableRow { cells: cells.into_iter().map(|cell| vec![Inline::text(cell)]).collect(), strong: !case.agrees() }
}

/// The computed chapter as Markdown.
fn checks_markdown(blocks: &[Block]) -> String {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let part = |block: &Block| match block {
        Block::Heading { level, text } => format!("{} {text}", "#".repeat(usize::from(*level))),
        Block::Paragraph(words) | Block::Notice(words) => plain_text(words),
        Block::List { items, .. } => {
            items.iter().map(|item| format!("- {}", plain_text(item))).collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => {
            let mut lines = vec![line(table.columns.iter().map(|column| column.title.clone()).collect())];
            lines.push(line(table.columns.iter().map(|_| "---".to_owned()).collect()));
            lines.extend(table.rows.iter().map(|row| line(row.cells.iter().map(|cell| plain_text(cell)).collect())));
            lines.join("\n")
        }
        Block::Figure(_) | Block::PageBreak => String::new(),
    };
    blocks.iter().map(part).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(level: u8) -> Vec<&'static str> {
        let own = |block: &'static Block| match block {
            Block::Heading { level: own, text } if *own == level => Some(text.as_str()),
            _ => None,
        };
        handbook().document.blocks.iter().filter_map(own).collect()
    }

    #[test]
    fn every_group_of_methods_has_a_chapter_and_the_check_cases_agree() {
        let chapters = headings(1);
        for chapter in [
            "Auswählen, ergänzen, beziehen",
            "Ausreißer und kleine Zahlen",
            "Normieren",
            "Gewichten",
            "Zusammenfassen, einteilen, ordnen",
            "Unsicherheit und Empfindlichkeit",
            "Erklären",
            "Entwicklung",
            "Räumliche Muster",
            "Zusammenhänge und Typen",
            "Tabellen der Befehlszeile",
            "Prüfrechnungen",
            "Quellen",
        ] {
            assert!(chapters.contains(&chapter), "{chapter} in {chapters:?}");
        }
        assert!(handbook().markdown.contains("Alle 55 Fälle stimmen überein."));
    }

    #[test]
    fn every_source_that_a_method_names_is_in_the_list() {
        let (methods, sources) = handbook().markdown.split_once("# Quellen").unwrap();
        for line in methods.lines().filter_map(|line| line.strip_prefix("**Quelle.** ")) {
            let published = line.trim_end_matches('.').split(';').filter(|source| !source.contains("Eigene Regel"));
            for source in published {
                let author = source.trim().split([' ', ',', '/']).next().unwrap();
                assert!(sources.contains(author.trim_end_matches(['.', ':'])), "{author} of {source}");
            }
        }
    }

    #[test]
    fn formulas_stand_for_themselves_and_nothing_is_left_of_the_marks() {
        for block in &handbook().document.blocks {
            if let Block::Paragraph(words) = block {
                let text = plain_text(words);
                assert!(!text.contains("**") && !text.contains('`') && !text.starts_with('|'), "{text}");
            }
        }
    }
}
