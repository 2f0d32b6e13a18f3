//! The text of the document: blocks to WordprocessingML.

use super::xml::{field, run};
use crate::document::{Align, Block, Citation, Document, Figure, Inline, Table, TableRow};
use crate::export::error::ExportError;
use crate::export::layout::{
    HeadingEntry, anchor, column_shares, is_group, lead_in, needs_landscape, numbered_headings, parted, stays_with_next,
};
use crate::export::pictures::Pictures;
use crate::export::xml::{DECLARATION, escape};
use crate::text::report;
use crate::theme::report as colour;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Begins the field that lists headings of levels 1 to 3.
const CONTENTS_FIELD: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

const EMU_PER_MM: f32 = 36_000.0;

/// Width of text in twentieths of a point, upright and in landscape.
const WIDTH_UPRIGHT: f32 = 9354.0;
const WIDTH_LANDSCAPE: f32 = 14286.0;
const TWENTIETHS_PER_MM: f32 = 1440.0 / 25.4;

/// The body with everything that other parts need to know of it.
#[derive(Default)]
pub(super) struct Body {
    xml: String,
    /// Texts of the footnotes, number 1 first.
    pub footnotes: Vec<String>,
    /// Pictures, number 1 first.
    pub pictures: Vec<Rc<[u8]>>,
    /// How many numbered lists there are.
    pub ordered_lists: usize,
    cited: BTreeMap<Citation, usize>,
    headings: usize,
    tables: usize,
    figures: usize,
    bookmarks: usize,
    landscape: bool,
    first_section: bool,
    /// Width of the column being written, in millimetres.
    column_mm: Option<f32>,
}

impl Body {
    /// The body of a document.
    pub(super) fn of(document: &Document, pictures: &Pictures) -> Result<Body, ExportError> {
        let mut body = Body { first_section: true, ..Body::default() };
        body.title_page(document);
        if document.contents {
            body.contents(document);
        }
        for (at, block) in document.blocks.iter().enumerate() {
            body.turn_page(needs_landscape(&document.blocks[at..]));
            if let Some(inlines) = lead_in(&document.blocks[at..]) {
                let content = body.inlines(inlines, "");
                body.paragraph("LeadIn", &content);
                continue;
            }
            body.block(block, pictures)?;
        }
        Ok(body)
    }

    /// The whole part.
    pub(super) fn document_xml(&self) -> String {
        format!(
            "{DECLARATION}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><w:body>{}{}</w:body></w:document>",
            self.xml,
            section(self.landscape, self.first_section)
        )
    }

    fn title_page(&mut self, document: &Document) {
        if let Some(logo) = &document.template.logo {
            self.pictures.push(logo.png.as_slice().into());
            // Beside the name of the organisation a logo says nothing more, but a picture without words is a riddle.
            let words = report::logo_of(&document.template.organisation);
            let (width_mm, height_mm) = logo.size_mm();
            let drawing = drawing(self.pictures.len(), (width_mm, height_mm), &words, &words);
            self.paragraph("Logo", &drawing);
        }
        self.paragraph("Title", &run(&document.title, ""));
        self.paragraph("Subtitle", &run(&document.subtitle, ""));
        for (label, value) in &document.front_matter {
            let line = format!("{}<w:r><w:tab/></w:r>{}", run(label, "<w:b/>"), run(value, ""));
            self.paragraph("FrontMatter", &line);
        }
        if !document.mark.is_empty() {
            self.paragraph("Normal", "");
            self.paragraph("Notice", &run(&document.mark, "<w:b/>"));
        }
        self.page_break();
    }

    /// The table of contents twice, as alternatives: a TOC field for programs that rebuild it, and page references
    /// for those that keep a TOC field as it was saved, without numbers (LibreOffice).
    fn contents(&mut self, document: &Document) {
        self.paragraph("TOCHeading", &run(report::CONTENTS, ""));
        let entries = numbered_headings(&document.blocks);
        let shown: Vec<&HeadingEntry> = entries.iter().filter(|entry| entry.level <= 3).collect();
        if !shown.is_empty() {
            self.xml.push_str("<mc:AlternateContent><mc:Choice Requires=\"w15\">");
            self.contents_lines(&shown, CONTENTS_FIELD);
            self.paragraph("Normal", "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            self.xml.push_str("</mc:Choice><mc:Fallback>");
            self.contents_lines(&shown, "");
            self.xml.push_str("</mc:Fallback></mc:AlternateContent>");
        }
        self.page_break();
    }

    fn contents_lines(&mut self, entries: &[&HeadingEntry], start: &str) {
        for (at, entry) in entries.iter().enumerate() {
            let anchor = anchor(entry.index);
            let line = format!(
                "{}<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">{}<w:r><w:tab/></w:r>{}<w:r><w:tab/></w:r>{}</w:hyperlink>",
                if at == 0 { start } else { "" },
                run(&entry.number, ""),
                run(&entry.text, ""),
                field(&format!("PAGEREF {anchor} \\h"), "", "")
            );
            self.paragraph(&format!("TOC{}", entry.level), &line);
        }
    }

    fn block(&mut self, block: &Block, pictures: &Pictures) -> Result<(), ExportError> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(inlines) => {
                let content = self.inlines(inlines, "");
                self.paragraph("Normal", &content);
            }
            Block::Notice(inlines) => {
                let content = self.inlines(inlines, "");
                self.paragraph("Notice", &content);
            }
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure, pictures)?,
            Block::PageBreak => self.page_break(),
        }
        Ok(())
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.headings += 1;
        let anchor = anchor(self.headings);
        let content = self.bookmarked(&anchor, &run(text, ""));
        self.paragraph(&format!("Heading{}", level.clamp(1, 4)), &content);
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        let number = if ordered {
            self.ordered_lists += 1;
            super::parts::ordered_list(self.ordered_lists)
        } else {
            super::parts::BULLETS
        };
        for item in items {
            let content = self.inlines(item, "");
            self.xml.push_str(&format!(
                "<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr>{content}</w:p>"
            ));
        }
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let caption = self.caption(report::TABLE, self.tables, &table.caption);
        self.paragraph("TableCaption", &caption);
        let widths = column_widths(table);
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/><w:tblDescription w:val=\"{}\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>",
            widths.iter().sum::<i32>(),
            escape(&table.caption),
            escape(&table.description),
            widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect::<String>()
        ));
        self.header_row(table, &widths);
        for (at, row) in table.rows.iter().enumerate() {
            self.row(table, row, &widths, stays_with_next(table, at));
        }
        self.xml.push_str("</w:tbl>");
        let Some((last, others)) = table.notes.split_last() else { return self.paragraph("TableNote", "") };
        // The notes stay on the page of their table.
        others.iter().for_each(|note| self.kept("TableNote", &run(note, "")));
        self.paragraph("TableNote", &run(last, ""));
    }

    fn header_row(&mut self, table: &Table, widths: &[i32]) {
        self.xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(widths) {
            let ground = colour::GROUND.hex();
            self.xml.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{ground}\"/><w:vAlign w:val=\"bottom\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableHead\"/><w:keepNext/>{}</w:pPr>{}</w:p></w:tc>",
                justification(column.align),
                run(&column.title, "")
            ));
        }
        self.xml.push_str("</w:tr>");
    }

    fn row(&mut self, table: &Table, row: &TableRow, widths: &[i32], with_next: bool) {
        let keep = if with_next { "<w:keepNext/>" } else { "" };
        self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let properties = if row.strong { "<w:b/>" } else { "" };
        if is_group(row) {
            let content = self.inlines(&row.cells[0], properties);
            self.xml.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableText\"/>{keep}</w:pPr>{content}</w:p></w:tc></w:tr>",
                widths.iter().sum::<i32>(),
                widths.len()
            ));
            return;
        }
        for ((cell, width), column) in row.cells.iter().zip(widths).zip(&table.columns) {
            #[expect(clippy::cast_precision_loss, reason = "a few thousand twentieths of a point")]
            let width_mm = *width as f32 / TWENTIETHS_PER_MM;
            self.column_mm = Some(width_mm);
            let content = self.inlines(cell, properties);
            self.column_mm = None;
            self.xml.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableText\"/>{keep}{}</w:pPr>{content}</w:p></w:tc>",
                justification(column.align)
            ));
        }
        self.xml.push_str("</w:tr>");
    }

    fn figure(&mut self, figure: &Figure, pictures: &Pictures) -> Result<(), ExportError> {
        self.pictures.push(pictures.of(&figure.svg)?);
        self.figures += 1;
        let size = (figure.width_mm, figure.height_mm);
        let drawing = drawing(self.pictures.len(), size, &figure.caption, &figure.alternative);
        self.paragraph("Figure", &drawing);
        let caption = self.caption(report::FIGURE, self.figures, &figure.caption);
        if figure.source.is_empty() {
            self.paragraph("Caption", &caption);
        } else {
            // The source stays on the page of its figure.
            self.kept("Caption", &caption);
            self.paragraph("TableNote", &run(&figure.source, ""));
        }
        Ok(())
    }

    fn caption(&self, kind: &str, number: usize, caption: &str) -> String {
        format!(
            "{}{}{}",
            run(&format!("{kind} "), "<w:b/>"),
            field(&format!("SEQ {kind} \\* ARABIC"), &number.to_string(), "<w:b/>"),
            run(&format!(": {caption}"), "")
        )
    }

    fn inlines(&mut self, inlines: &[Inline], properties: &str) -> String {
        let mut content = String::new();
        let column_mm = self.column_mm;
        let fitting = |words| column_mm.map_or(Cow::Borrowed(words), |width| parted(words, width));
        for inline in inlines {
            match inline {
                Inline::Text(words) => content.push_str(&run(&fitting(words), properties)),
                Inline::Strong(words) => content.push_str(&run(&fitting(words), "<w:b/>")),
                Inline::Emphasis(words) => content.push_str(&run(&fitting(words), &format!("{properties}<w:i/>"))),
                Inline::Bound { text, citation } => {
                    content.push_str(&run(text, properties));
                    if let Some(citation) = citation {
                        // A digit and a raised digit read as one number without a gap.
                        content.push_str(&run("\u{202f}", ""));
                        content.push_str(&self.cite(citation));
                    }
                }
            }
        }
        content
    }

    /// A footnote at the first use of a source, its number again at every other.
    fn cite(&mut self, citation: &Citation) -> String {
        const STYLE: &str = "<w:rStyle w:val=\"FootnoteReference\"/>";
        if let Some(number) = self.cited.get(citation) {
            return field(&format!("NOTEREF _RefNote{number} \\h"), &number.to_string(), STYLE);
        }
        self.footnotes.push(citation.text.clone());
        let number = self.footnotes.len();
        self.cited.insert(citation.clone(), number);
        let mark = format!("<w:r><w:rPr>{STYLE}</w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>");
        self.bookmarked(&format!("_RefNote{number}"), &mark)
    }

    fn bookmarked(&mut self, name: &str, content: &str) -> String {
        self.bookmarks += 1;
        let id = self.bookmarks;
        format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{content}<w:bookmarkEnd w:id=\"{id}\"/>")
    }

    fn paragraph(&mut self, style: &str, content: &str) {
        self.xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{content}</w:p>"));
    }

    /// A paragraph that stays on the page of the next one.
    fn kept(&mut self, style: &str, content: &str) {
        self.xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:keepNext/></w:pPr>{content}</w:p>"));
    }

    fn page_break(&mut self) {
        self.xml.push_str("<w:p><w:pPr><w:pStyle w:val=\"Turn\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    /// Closes the section where the page turns.
    fn turn_page(&mut self, landscape: bool) {
        if landscape == self.landscape {
            return;
        }
        let closing = section(self.landscape, self.first_section);
        self.xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"Turn\"/>{closing}</w:pPr></w:p>"));
        self.landscape = landscape;
        self.first_section = false;
    }
}

fn section(landscape: bool, first: bool) -> String {
    let size = if landscape {
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
    } else {
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    };
    let references = "<w:headerReference w:type=\"default\" r:id=\"rIdHeader1\"/><w:headerReference w:type=\"first\" r:id=\"rIdHeader2\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter1\"/><w:footerReference w:type=\"first\" r:id=\"rIdFooter2\"/>";
    let title = if first { "<w:titlePg/>" } else { "" };
    format!(
        "<w:sectPr>{references}{size}<w:pgMar w:top=\"1418\" w:right=\"1276\" w:bottom=\"1276\" w:left=\"1276\" w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/><w:cols w:space=\"708\"/>{title}</w:sectPr>"
    )
}

fn justification(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Right => "<w:jc w:val=\"right\"/>",
        Align::Center => "<w:jc w:val=\"center\"/>",
    }
}

/// Widths that add up to the width of the text.
fn column_widths(table: &Table) -> Vec<i32> {
    let full = if table.landscape { WIDTH_LANDSCAPE } else { WIDTH_UPRIGHT };
    #[expect(clippy::cast_possible_truncation, reason = "a few thousand twentieths of a point")]
    column_shares(table, full / TWENTIETHS_PER_MM).into_iter().map(|share| (share * full) as i32).collect()
}

fn drawing(number: usize, size_mm: (f32, f32), name: &str, alternative: &str) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a few million units")]
    let emu = |mm: f32| (mm * EMU_PER_MM) as i64;
    let (width, height) = (emu(size_mm.0), emu(size_mm.1));
    let (name, alternative) = (escape(name), escape(alternative));
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"{name}\" descr=\"{alternative}\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{name}\" descr=\"{alternative}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdImage{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}
