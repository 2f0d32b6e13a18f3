//! The text of the document: blocks to OpenDocument XML.

use super::parts::{NAMESPACES, font_faces, page, picture_name};
use crate::document::{Align, Block, Citation, Document, Figure, Inline, Table, TableRow};
use crate::export::error::ExportError;
use crate::export::layout::{
    anchor, column_shares, is_group, lead_in, needs_landscape, numbered_headings, parted, stays_whole, stays_with_next,
};
use crate::export::pictures::Pictures;
use crate::export::xml::{DECLARATION, escape};
use crate::text::report;
use crate::theme::report as colour;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Width of text in millimetres, upright and in landscape.
const WIDTH_UPRIGHT: f32 = 165.0;
const WIDTH_LANDSCAPE: f32 = 252.0;

/// What the next paragraph does before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// A new page of the same kind.
    Page,
    /// A new page of the kind with this name.
    Kind(&'static str),
}

impl Turn {
    fn name(self) -> &'static str {
        match self {
            Turn::Page => "Turn",
            Turn::Kind(kind) => kind,
        }
    }
}

/// The body with everything that other parts need to know of it.
#[derive(Default)]
pub(super) struct Body {
    xml: String,
    /// Pictures, number 1 first.
    pub pictures: Vec<Rc<[u8]>>,
    /// Styles of tables, declared before the text.
    tables: String,
    /// Paragraph styles that turn the page.
    turning: BTreeSet<(String, Turn)>,
    pending: Option<Turn>,
    cited: BTreeMap<Citation, usize>,
    headings: usize,
    table_count: usize,
    figures: usize,
    landscape: bool,
    fonts: String,
    /// Width of the column being written, in millimetres.
    column_mm: Option<f32>,
}

impl Body {
    /// The body of a document.
    pub(super) fn of(document: &Document, pictures: &Pictures) -> Result<Body, ExportError> {
        let mut body = Body { pending: Some(Turn::Kind(page::FIRST)), fonts: font_faces(document), ..Body::default() };
        body.title_page(document);
        if document.contents {
            body.contents(document);
        }
        for (at, block) in document.blocks.iter().enumerate() {
            body.turn_page(needs_landscape(&document.blocks[at..]));
            if let Some(inlines) = lead_in(&document.blocks[at..]) {
                let content = body.inlines(inlines);
                body.paragraph("LeadIn", &content);
                continue;
            }
            body.block(block, pictures)?;
        }
        Ok(body)
    }

    /// The whole part.
    pub(super) fn content_xml(&self) -> String {
        let declared: String = [report::TABLE, report::FIGURE]
            .map(|kind| format!("<text:sequence-decl text:display-outline-level=\"0\" text:name=\"{kind}\"/>"))
            .concat();
        format!(
            "{DECLARATION}<office:document-content {NAMESPACES}>{}<office:automatic-styles>{}{}{}</office:automatic-styles><office:body><office:text><text:sequence-decls>{declared}</text:sequence-decls>{}</office:text></office:body></office:document-content>",
            self.fonts,
            cell_styles(),
            self.tables,
            self.turning.iter().map(turning_style).collect::<String>(),
            self.xml
        )
    }

    fn title_page(&mut self, document: &Document) {
        if let Some(logo) = &document.template.logo {
            let words = report::logo_of(&document.template.organisation);
            let frame = self.frame(logo.png.as_slice().into(), logo.size_mm(), &words, &words);
            self.paragraph("Logo", &frame);
        }
        self.paragraph("Title", &words(&document.title));
        self.paragraph("Subtitle", &words(&document.subtitle));
        for (label, value) in &document.front_matter {
            let line = format!("{}<text:tab/>{}", styled("Strong", &words(label)), words(value));
            self.paragraph("FrontMatter", &line);
        }
        if !document.mark.is_empty() {
            self.paragraph("Notice", &styled("Strong", &words(&document.mark)));
        }
        self.pending = Some(Turn::Kind(page::UPRIGHT));
    }

    /// The contents as they will be when they are updated; until then the page numbers are live references.
    fn contents(&mut self, document: &Document) {
        self.paragraph("ContentsHeading", &words(report::CONTENTS));
        let template = |level: u8| {
            format!(
                "<text:table-of-content-entry-template text:outline-level=\"{level}\" text:style-name=\"Contents{level}\"><text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-tab-stop style:type=\"left\" style:position=\"1.2cm\"/><text:index-entry-text/><text:index-entry-tab-stop style:type=\"right\" style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>"
            )
        };
        self.xml.push_str(&format!(
            "<text:table-of-content text:name=\"{}\"><text:table-of-content-source text:outline-level=\"3\">{}</text:table-of-content-source><text:index-body>",
            report::CONTENTS,
            [1, 2, 3].map(template).concat()
        ));
        for entry in numbered_headings(&document.blocks).iter().filter(|entry| entry.level <= 3) {
            let anchor = anchor(entry.index);
            let line = format!(
                "<text:a xlink:type=\"simple\" xlink:href=\"#{anchor}\" text:style-name=\"IndexLink\" text:visited-style-name=\"IndexLink\">{}<text:tab/>{}<text:tab/><text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"{anchor}\">1</text:bookmark-ref></text:a>",
                words(&entry.number),
                words(&entry.text)
            );
            self.paragraph(&format!("Contents{}", entry.level), &line);
        }
        self.xml.push_str("</text:index-body></text:table-of-content>");
        self.pending = Some(Turn::Page);
    }

    fn block(&mut self, block: &Block, pictures: &Pictures) -> Result<(), ExportError> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(inlines) => {
                let content = self.inlines(inlines);
                self.paragraph("Standard", &content);
            }
            Block::Notice(inlines) => {
                let content = self.inlines(inlines);
                self.paragraph("Notice", &content);
            }
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure, pictures)?,
            Block::PageBreak => self.pending = self.pending.or(Some(Turn::Page)),
        }
        Ok(())
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.headings += 1;
        let level = level.clamp(1, 4);
        let style = self.style(&format!("Heading{level}"));
        let anchor = anchor(self.headings);
        self.xml.push_str(&format!(
            "<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\"><text:bookmark-start text:name=\"{anchor}\"/>{}<text:bookmark-end text:name=\"{anchor}\"/></text:h>",
            words(text)
        ));
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        let style = if ordered { "Numbers" } else { "Bullets" };
        self.xml.push_str(&format!("<text:list text:style-name=\"{style}\">"));
        for item in items {
            let content = self.inlines(item);
            self.xml.push_str("<text:list-item>");
            self.paragraph("ListText", &content);
            self.xml.push_str("</text:list-item>");
        }
        self.xml.push_str("</text:list>");
    }

    fn table(&mut self, table: &Table) {
        self.table_count += 1;
        let name = format!("{}{}", report::TABLE, self.table_count);
        let widths_mm: Vec<f32> =
            column_shares(table, width_mm(table)).into_iter().map(|share| share * width_mm(table)).collect();
        self.declare(table, &name, &widths_mm);
        let caption = caption(report::TABLE, self.table_count, &table.caption);
        self.paragraph("TableCaption", &caption);
        self.xml.push_str(&format!(
            "<table:table table:name=\"{name}\" table:style-name=\"{name}\"><table:title>{}</table:title><table:desc>{}</table:desc>",
            escape(&table.caption),
            escape(&table.description)
        ));
        for column in 0..table.columns.len() {
            self.xml.push_str(&format!("<table:table-column table:style-name=\"{name}.{column}\"/>"));
        }
        self.header_row(table);
        for (at, row) in table.rows.iter().enumerate() {
            self.row(table, row, &widths_mm, stays_with_next(table, at));
        }
        self.xml.push_str("</table:table>");
        let Some((last, others)) = table.notes.split_last() else { return self.paragraph("TableNote", "") };
        // The notes stay on the page of their table.
        others.iter().for_each(|note| self.paragraph("TableNoteKept", &words(note)));
        self.paragraph("TableNote", &words(last));
    }

    /// The widths of a table, which ODF keeps apart from the text.
    fn declare(&mut self, table: &Table, name: &str, widths_mm: &[f32]) {
        let full = width_mm(table) / 10.0;
        let whole = stays_whole(table);
        let keep = if whole && !table.notes.is_empty() { " fo:keep-with-next=\"always\"" } else { "" };
        self.tables.push_str(&format!(
            "<style:style style:name=\"{name}\" style:family=\"table\"><style:table-properties style:width=\"{full}cm\" table:align=\"left\" style:may-break-between-rows=\"{}\"{keep}/></style:style>",
            !whole
        ));
        for (at, column_mm) in widths_mm.iter().enumerate() {
            let width = column_mm / 10.0;
            self.tables.push_str(&format!(
                "<style:style style:name=\"{name}.{at}\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"{width:.3}cm\"/></style:style>"
            ));
        }
    }

    fn header_row(&mut self, table: &Table) {
        self.xml.push_str("<table:table-header-rows><table:table-row table:style-name=\"Row\">");
        for column in &table.columns {
            self.xml.push_str(&format!(
                "<table:table-cell table:style-name=\"HeadCell\" office:value-type=\"string\"><text:p text:style-name=\"{}\">{}</text:p></table:table-cell>",
                aligned("TableHead", column.align),
                words(&column.title)
            ));
        }
        self.xml.push_str("</table:table-row></table:table-header-rows>");
    }

    fn row(&mut self, table: &Table, row: &TableRow, widths_mm: &[f32], with_next: bool) {
        self.xml.push_str("<table:table-row table:style-name=\"Row\">");
        let group = is_group(row);
        let style = if with_next { "TableTextKept" } else { "TableText" };
        for (at, ((cell, column), width)) in row.cells.iter().zip(&table.columns).zip(widths_mm).enumerate() {
            if group && at > 0 {
                self.xml.push_str("<table:covered-table-cell/>");
                continue;
            }
            let span = match group {
                true => format!(" table:number-columns-spanned=\"{}\"", table.columns.len()),
                false => String::new(),
            };
            self.column_mm = (!group).then_some(*width);
            let content = self.inlines(cell);
            self.column_mm = None;
            let content = if row.strong { styled("Strong", &content) } else { content };
            self.xml.push_str(&format!(
                "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\"{span}><text:p text:style-name=\"{}\">{content}</text:p></table:table-cell>",
                aligned(style, column.align)
            ));
        }
        self.xml.push_str("</table:table-row>");
    }

    fn figure(&mut self, figure: &Figure, pictures: &Pictures) -> Result<(), ExportError> {
        let picture = pictures.of(&figure.svg)?;
        self.figures += 1;
        let number = self.figures;
        let size = (figure.width_mm, figure.height_mm);
        let frame = self.frame(picture, size, &figure.caption, &figure.alternative);
        self.paragraph("Figure", &frame);
        let caption = caption(report::FIGURE, number, &figure.caption);
        if figure.source.is_empty() {
            self.paragraph("Caption", &caption);
        } else {
            // The source stays on the page of its figure.
            self.paragraph("CaptionKept", &caption);
            self.paragraph("TableNote", &words(&figure.source));
        }
        Ok(())
    }

    /// A picture in the line of the text.
    fn frame(&mut self, picture: Rc<[u8]>, size_mm: (f32, f32), title: &str, alternative: &str) -> String {
        self.pictures.push(picture);
        let number = self.pictures.len();
        format!(
            "<draw:frame draw:style-name=\"Frame\" draw:name=\"{}{number}\" text:anchor-type=\"as-char\" svg:width=\"{}mm\" svg:height=\"{}mm\"><draw:image xlink:href=\"{}\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/><svg:title>{}</svg:title><svg:desc>{}</svg:desc></draw:frame>",
            report::FIGURE,
            size_mm.0,
            size_mm.1,
            picture_name(number),
            escape(title),
            escape(alternative)
        )
    }

    fn inlines(&mut self, inlines: &[Inline]) -> String {
        let mut content = String::new();
        let column_mm = self.column_mm;
        let fitting = |text| column_mm.map_or(Cow::Borrowed(text), |width| parted(text, width));
        for inline in inlines {
            match inline {
                Inline::Text(text) => content.push_str(&words(&fitting(text))),
                Inline::Strong(text) => content.push_str(&styled("Strong", &words(&fitting(text)))),
                Inline::Emphasis(text) => content.push_str(&styled("Emphasis", &words(&fitting(text)))),
                Inline::Bound { text, citation } => {
                    content.push_str(&words(text));
                    if let Some(citation) = citation {
                        // A digit and a raised digit read as one number without a gap.
                        content.push('\u{202f}');
                        content.push_str(&self.cite(citation));
                    }
                }
            }
        }
        content
    }

    /// A footnote at the first use of a source, its number again at every other.
    fn cite(&mut self, citation: &Citation) -> String {
        if let Some(number) = self.cited.get(citation) {
            let reference = format!(
                "<text:note-ref text:note-class=\"footnote\" text:reference-format=\"text\" text:ref-name=\"ftn{number}\">{number}</text:note-ref>"
            );
            return styled("FootnoteAnchor", &reference);
        }
        let number = self.cited.len() + 1;
        self.cited.insert(citation.clone(), number);
        format!(
            "<text:note text:id=\"ftn{number}\" text:note-class=\"footnote\"><text:note-citation>{number}</text:note-citation><text:note-body><text:p text:style-name=\"Footnote\">{}</text:p></text:note-body></text:note>",
            words(&citation.text)
        )
    }

    fn paragraph(&mut self, style: &str, content: &str) {
        let style = self.style(style);
        self.xml.push_str(&format!("<text:p text:style-name=\"{style}\">{content}</text:p>"));
    }

    /// The style for the next paragraph, which may have to begin on a new page.
    fn style(&mut self, style: &str) -> String {
        let Some(turn) = self.pending.take() else { return style.to_owned() };
        self.turning.insert((style.to_owned(), turn));
        turning_name(style, turn)
    }

    fn turn_page(&mut self, landscape: bool) {
        if landscape != self.landscape {
            self.landscape = landscape;
            self.pending = Some(Turn::Kind(if landscape { page::LANDSCAPE } else { page::UPRIGHT }));
        }
    }
}

/// Width of the text that a table fills.
fn width_mm(table: &Table) -> f32 {
    if table.landscape { WIDTH_LANDSCAPE } else { WIDTH_UPRIGHT }
}

fn turning_name(style: &str, turn: Turn) -> String {
    format!("{style}-{}", turn.name())
}

fn turning_style((style, turn): &(String, Turn)) -> String {
    let (page, break_before) = match turn {
        Turn::Page => (String::new(), " fo:break-before=\"page\""),
        Turn::Kind(kind) => (format!(" style:master-page-name=\"{kind}\""), ""),
    };
    format!(
        "<style:style style:name=\"{}\" style:family=\"paragraph\" style:parent-style-name=\"{style}\"{page}><style:paragraph-properties{break_before}/></style:style>",
        turning_name(style, *turn)
    )
}

fn cell_styles() -> String {
    let (line, soft, ground) = (colour::LINE.hex(), colour::LINE_SOFT.hex(), colour::GROUND.hex());
    format!(
        "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style><style:style style:name=\"HeadCell\" style:family=\"table-cell\"><style:table-cell-properties fo:background-color=\"#{ground}\" fo:border-top=\"1pt solid #{line}\" fo:border-bottom=\"0.5pt solid #{line}\" fo:padding=\"0.1cm\" fo:padding-top=\"0.03cm\" fo:padding-bottom=\"0.03cm\" style:vertical-align=\"bottom\"/></style:style><style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:border-bottom=\"0.5pt solid #{soft}\" fo:padding=\"0.1cm\" fo:padding-top=\"0.03cm\" fo:padding-bottom=\"0.03cm\"/></style:style>"
    )
}

fn aligned(style: &str, align: Align) -> String {
    match align {
        Align::Left => style.to_owned(),
        Align::Right => format!("{style}Right"),
        Align::Center => format!("{style}Center"),
    }
}

fn caption(kind: &str, number: usize, caption: &str) -> String {
    let label = format!(
        "{kind} <text:sequence text:name=\"{kind}\" text:formula=\"ooow:{kind}+1\" style:num-format=\"1\">{number}</text:sequence>"
    );
    format!("{}: {}", styled("Strong", &label), words(caption))
}

fn styled(style: &str, content: &str) -> String {
    if content.is_empty() {
        return String::new();
    }
    format!("<text:span text:style-name=\"{style}\">{content}</text:span>")
}

/// Words as ODF wants them: it takes several spaces for one, and tabs and line ends for a space.
fn words(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    let mut after_space = true;
    for part in escape(text).split_inclusive([' ', '\t', '\n']) {
        let (plain, end) = match part.char_indices().next_back() {
            Some((at, end @ (' ' | '\t' | '\n'))) => (&part[..at], Some(end)),
            Some(_) | None => (part, None),
        };
        xml.push_str(plain);
        after_space &= plain.is_empty();
        match end {
            Some('\t') => xml.push_str("<text:tab/>"),
            Some('\n') => xml.push_str("<text:line-break/>"),
            Some(_) if after_space => xml.push_str("<text:s/>"),
            Some(_) => xml.push(' '),
            None => {}
        }
        after_space = end.is_some();
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_tabs_and_line_ends_survive() {
        assert_eq!(words("a b"), "a b");
        assert_eq!(words(" a  b\tc\nd & e"), "<text:s/>a <text:s/>b<text:tab/>c<text:line-break/>d &amp; e");
    }
}
