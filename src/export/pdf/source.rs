//! A document as the source that the typesetter reads: calls of the template's functions. Whatever somebody typed stands
//! in a string literal, so that it can never become markup.

use super::glyphs::Glyphs;
use crate::document::{Align, Block, Citation, Document, Figure, Inline, Table, TableRow};
use crate::export::layout::{column_shares, is_group, lead_in, needs_landscape};
use crate::text::report;
use crate::theme::report as colour;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Path under which the template is read.
pub(super) const TEMPLATE: &str = "/template.typ";
/// Path under which the logo is read.
pub(super) const LOGO: &str = "/logo.png";

/// Width of the text in millimetres, upright and in landscape.
const WIDTH_UPRIGHT: f32 = 165.0;
const WIDTH_LANDSCAPE: f32 = 252.0;
/// Tables up to this height in millimetres stay on one page, upright and in landscape: less than the page leaves beside
/// its margins, as caption, head and notes stand there too.
const MAX_HEIGHT_UPRIGHT: f32 = 205.0;
const MAX_HEIGHT_LANDSCAPE: f32 = 125.0;
/// Rows up to this height stay on one page; higher ones may not fit on any.
const MAX_ROW_HEIGHT: f32 = 60.0;
/// Mean width of a character and height of a line in tables.
const CHARACTER_MM: f32 = 1.75;
const LINE_MM: f32 = 4.4;
const ROW_PADDING_MM: f32 = 2.6;

/// Path of the n-th figure, from 0.
pub(super) fn figure_path(number: usize) -> String {
    format!("/figure-{number}.svg")
}

/// The source of a document, and its drawings in order. Paragraphs with the first use of a source whose number is in
/// `loose` may be parted after any line.
pub(super) fn source<'a>(
    document: &'a Document,
    glyphs: &'a mut Glyphs,
    loose: &'a BTreeSet<usize>,
) -> (String, Vec<&'a str>) {
    let (text, drawings) = (String::new(), Vec::new());
    let mut source = Source { glyphs, text, drawings, cited: BTreeMap::new(), wide: false, loose };
    source.head(document);
    for (at, block) in document.blocks.iter().enumerate() {
        source.turn_page(needs_landscape(&document.blocks[at..]));
        match lead_in(&document.blocks[at..]) {
            Some(inlines) => {
                let content = source.inlines(inlines);
                source.line(&format!("#block(sticky: true, par({content}))"));
            }
            None => source.block(block),
        }
    }
    source.foot();
    (source.text, source.drawings)
}

struct Source<'a> {
    glyphs: &'a mut Glyphs,
    text: String,
    drawings: Vec<&'a str>,
    cited: BTreeMap<&'a Citation, usize>,
    wide: bool,
    loose: &'a BTreeSet<usize>,
}

impl<'a> Source<'a> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A string literal with only characters that can be printed.
    fn words(&mut self, words: &str) -> String {
        let mut literal = String::with_capacity(words.len() + 2);
        literal.push('"');
        for c in words.chars().filter_map(|c| self.glyphs.printable(c)) {
            match c {
                '"' | '\\' => {
                    literal.push('\\');
                    literal.push(c);
                }
                '\n' => literal.push_str("\\n"),
                c => literal.push(c),
            }
        }
        literal.push('"');
        literal
    }

    fn head(&mut self, document: &Document) {
        let (title, subtitle) = (self.words(&document.title), self.words(&document.subtitle));
        let (author, mark) = (self.words(&document.author), self.words(&document.mark));
        let organisation = self.words(&document.template.organisation);
        let date = document.date.map_or_else(
            || "none".to_owned(),
            |date| format!("datetime(year: {}, month: {}, day: {})", date.year(), date.month(), date.day()),
        );
        self.line(&format!("#import \"{TEMPLATE}\": *"));
        self.line(&inks(document));
        self.line(&format!(
            "#show: report.with(title: {title}, subtitle: {subtitle}, author: {author}, date: {date}, mark: {mark}, organisation: {organisation}, page-word: \"{}\", of-word: \"{}\", ink: ink)",
            report::PAGE, report::PAGE_OF
        ));
        let mut facts = String::new();
        for (label, value) in &document.front_matter {
            let _ = write!(facts, "({}, {}), ", self.words(label), self.words(value));
        }
        let logo = match &document.template.logo {
            Some(logo) => format!("\"{LOGO}\", logo-height: {}mm", logo.size_mm().1),
            None => "none".to_owned(),
        };
        self.line(&format!(
            "#title-page(subtitle: {subtitle}, facts: ({facts}), mark: {mark}, logo: {logo}, ink: ink)"
        ));
        if document.contents && document.blocks.iter().any(|block| matches!(block, Block::Heading { .. })) {
            self.line(&format!("#contents(\"{}\")", report::CONTENTS));
        }
    }

    fn foot(&mut self) {
        if self.glyphs.replaced_any() {
            let words = self.words(report::REPLACED_CHARACTERS);
            self.line(&format!("#notice(ink: ink, {words})"));
        }
    }

    fn turn_page(&mut self, wide: bool) {
        if wide != self.wide {
            self.line(&format!("#set page(flipped: {wide})"));
            self.wide = wide;
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading { level, text } => {
                let words = self.words(text);
                self.line(&format!("#heading(level: {}, {words})", (*level).clamp(1, 4)));
            }
            Block::Paragraph(inlines) => {
                let before = self.cited.len();
                let content = self.inlines(inlines);
                let is_loose = (before + 1..=self.cited.len()).any(|number| self.loose.contains(&number));
                self.line(&format!("#{}({content})", if is_loose { "loose-par" } else { "par" }));
            }
            Block::Notice(inlines) => {
                let content = self.inlines(inlines);
                self.line(&format!("#notice(ink: ink, {content})"));
            }
            Block::List { ordered, items } => {
                let items: Vec<String> = items.iter().map(|item| self.inlines(item)).collect();
                let kind = if *ordered { "enum" } else { "list" };
                self.line(&format!("#{kind}({})", items.join(", ")));
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::PageBreak => self.line("#pagebreak(weak: true)"),
        }
    }

    fn table(&mut self, table: &'a Table) {
        let caption = self.words(&table.caption);
        let shares = column_shares(table, full_mm(table));
        let columns: String = shares.iter().map(|share| format!("{share:.4}fr, ")).collect();
        let align: String = table.columns.iter().map(|column| format!("{}, ", alignment(column.align))).collect();
        let head: String = table.columns.iter().map(|column| format!("{}, ", self.words(&column.title))).collect();
        let mut cells = String::new();
        for row in &table.rows {
            self.row(row, table, &shares, &mut cells);
        }
        let room = if table.landscape { MAX_HEIGHT_LANDSCAPE } else { MAX_HEIGHT_UPRIGHT };
        let whole = height_mm(table, &shares) <= room;
        let noted = !table.notes.is_empty();
        self.line(&format!(
            "#data-table(kind: \"{}\", caption: {caption}, columns: ({columns}), align: ({align}), head: ({head}), whole: {whole}, noted: {noted}, (\n{cells}))",
            report::TABLE
        ));
        for (at, note) in table.notes.iter().enumerate() {
            self.note(note, at + 1 < table.notes.len());
        }
    }

    fn row(&mut self, row: &'a TableRow, table: &Table, shares: &[f32], cells: &mut String) {
        if is_group(row) {
            let content = self.inlines(&row.cells[0]);
            let _ = writeln!(cells, "group({}, {content}),", table.columns.len());
            return;
        }
        let whole = row_height_mm(table, row, shares) <= MAX_ROW_HEIGHT;
        for cell in &row.cells {
            let content = self.inlines(cell);
            let content = if row.strong { format!("strong({content})") } else { content };
            let _ = write!(cells, "cell(whole: {whole}, {content}), ");
        }
        cells.push('\n');
    }

    fn figure(&mut self, figure: &'a Figure) {
        let (caption, alternative) = (self.words(&figure.caption), self.words(&figure.alternative));
        let path = figure_path(self.drawings.len());
        let noted = !figure.source.is_empty();
        self.drawings.push(&figure.svg);
        self.line(&format!(
            "#picture(kind: \"{}\", caption: {caption}, \"{path}\", {}mm, {alternative}, noted: {noted})",
            report::FIGURE,
            figure.width_mm
        ));
        if noted {
            self.note(&figure.source, false);
        }
    }

    /// A line below a table or figure; one that more lines follow stays with them.
    fn note(&mut self, note: &str, more: bool) {
        let words = self.words(note);
        self.line(&format!("#note(ink: ink, more: {more}, {words})"));
    }

    /// A block of code that joins the pieces of a line.
    fn inlines(&mut self, inlines: &'a [Inline]) -> String {
        let mut content = String::from("{[]; ");
        for inline in inlines {
            let words = self.words(inline.plain());
            match inline {
                Inline::Text(_) => content.push_str(&words),
                Inline::Strong(_) => content.push_str(&format!("strong({words})")),
                Inline::Emphasis(_) => content.push_str(&format!("emph({words})")),
                Inline::Bound { citation, .. } => {
                    content.push_str(&words);
                    if let Some(citation) = citation {
                        // A digit and a raised digit read as one number without a gap; no line begins with the mark.
                        content.push_str("; gap; ");
                        content.push_str(&self.cite(citation));
                    }
                }
            }
            content.push_str("; ");
        }
        content.push('}');
        content
    }

    /// A footnote at the first use of a source, its number again at every other.
    fn cite(&mut self, citation: &'a Citation) -> String {
        if let Some(number) = self.cited.get(citation) {
            return format!("footnote(<source-{number}>)");
        }
        let number = self.cited.len() + 1;
        self.cited.insert(citation, number);
        format!("cited({number}, {})", self.words(&citation.text))
    }
}

/// The colours of the report by role.
fn inks(document: &Document) -> String {
    let ink = |colour: colour::ReportColour| format!("rgb(\"#{}\")", colour.hex());
    let heading = colour::ReportColour::of_headings(document.template.accent);
    format!(
        "#let ink = (text: {}, secondary: {}, heading: {}, line: {}, soft: {}, ground: {}, warn: {}, warn-ground: {})",
        ink(colour::TEXT),
        ink(colour::TEXT_SECONDARY),
        ink(heading),
        ink(colour::LINE),
        ink(colour::LINE_SOFT),
        ink(colour::GROUND),
        ink(colour::WARN),
        ink(colour::WARN_GROUND)
    )
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Right => "right",
        Align::Center => "center",
    }
}

/// Width of the text that a table fills.
fn full_mm(table: &Table) -> f32 {
    if table.landscape { WIDTH_LANDSCAPE } else { WIDTH_UPRIGHT }
}

/// About how high a table is, by the lengths of its words.
fn height_mm(table: &Table, shares: &[f32]) -> f32 {
    let rows: f32 = table.rows.iter().map(|row| row_height_mm(table, row, shares)).sum();
    rows + 2.0 * LINE_MM + ROW_PADDING_MM
}

/// About how high a row is.
#[expect(clippy::cast_precision_loss, reason = "a few thousand characters")]
fn row_height_mm(table: &Table, row: &TableRow, shares: &[f32]) -> f32 {
    let full = full_mm(table);
    let lines = |(cell, share): (&Vec<Inline>, &f32)| {
        let room = (share * full / CHARACTER_MM).max(1.0);
        let characters: usize = cell.iter().map(|inline| inline.plain().chars().count()).sum();
        (characters as f32 / room).ceil().max(1.0)
    };
    let shares = if is_group(row) { &[1.0] } else { shares };
    row.cells.iter().zip(shares).map(lines).fold(1.0, f32::max) * LINE_MM + ROW_PADDING_MM
}
