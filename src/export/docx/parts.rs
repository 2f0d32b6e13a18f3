//! The parts around the text: styles, numbering, notes, headers, relations, properties.

use super::xml::{field, run};
use crate::document::Document;
use crate::export::xml::{DECLARATION, escape};
use crate::text::report;
use crate::theme::report as colour;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const R: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Number of the list with bullets.
pub(super) const BULLETS: usize = 2;

/// Number of the n-th numbered list.
pub(super) fn ordered_list(nth: usize) -> usize {
    BULLETS + nth
}

/// What is in the container.
pub(super) fn content_types() -> String {
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("footnotes", "footnotes"),
        ("header1", "header"),
        ("header2", "header"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ];
    let overrides: String = parts
        .iter()
        .map(|(name, kind)| format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>"))
        .collect();
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>{overrides}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
    )
}

fn relations(entries: &[(String, String, String)]) -> String {
    let entries: String = entries
        .iter()
        .map(|(id, kind, target)| format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"))
        .collect();
    format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{entries}</Relationships>")
}

/// Entry points of the container.
pub(super) fn package_relations() -> String {
    relations(&[
        ("rId1".into(), format!("{OFFICE}/officeDocument"), "word/document.xml".into()),
        ("rId2".into(), format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml".into()),
        ("rId3".into(), format!("{OFFICE}/extended-properties"), "docProps/app.xml".into()),
    ])
}

/// What the text refers to; nothing outside the container.
pub(super) fn document_relations(pictures: usize) -> String {
    let fixed = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdFootnotes", "footnotes", "footnotes.xml"),
        ("rIdHeader1", "header", "header1.xml"),
        ("rIdHeader2", "header", "header2.xml"),
        ("rIdFooter1", "footer", "footer1.xml"),
        ("rIdFooter2", "footer", "footer2.xml"),
    ];
    let fixed = fixed.map(|(id, kind, target)| (id.to_owned(), format!("{OFFICE}/{kind}"), target.to_owned()));
    let pictures =
        (1..=pictures).map(|n| (format!("rIdImage{n}"), format!("{OFFICE}/image"), format!("media/image{n}.png")));
    relations(&fixed.into_iter().chain(pictures).collect::<Vec<_>>())
}

/// Title, organisation and language.
pub(super) fn core_properties(document: &Document) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator><dc:language>de-DE</dc:language></cp:coreProperties>",
        escape(&document.title),
        escape(&document.subtitle),
        escape(&document.author)
    )
}

/// Name of the program.
pub(super) fn app_properties() -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Aktionsplan</Application></Properties>"
    )
}

/// Language, notes, and that page numbers are to be brought up to date on opening.
pub(super) fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {W}><w:defaultTabStop w:val=\"709\"/><w:autoHyphenation w:val=\"true\"/><w:updateFields w:val=\"true\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"de-DE\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>"
    )
}

/// The font of a document: the municipality's, else the usual one.
fn font_of(document: &Document) -> &str {
    if document.template.font.is_empty() { USUAL_FONT } else { &document.template.font }
}

const USUAL_FONT: &str = "Arial";

/// The one font.
pub(super) fn font_table(document: &Document) -> String {
    if !document.template.font.is_empty() {
        let font = escape(&document.template.font);
        return format!("{DECLARATION}<w:fonts {W}><w:font w:name=\"{font}\"/></w:fonts>");
    }
    format!(
        "{DECLARATION}<w:fonts {W}><w:font w:name=\"Arial\"><w:altName w:val=\"Liberation Sans\"/><w:panose1 w:val=\"020B0604020202020204\"/><w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>"
    )
}

/// Sources.
pub(super) fn footnotes(texts: &[String]) -> String {
    let notes: String = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            format!(
                "<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
                at + 1,
                run(&format!(" {text}"), "")
            )
        })
        .collect();
    format!(
        "{DECLARATION}<w:footnotes {W}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>{notes}</w:footnotes>"
    )
}

/// The organisation and the mark, on every page.
pub(super) fn header(document: &Document) -> String {
    let line =
        |style: &str, words: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(words, ""));
    let organisation = &document.template.organisation;
    let organisation = if organisation.is_empty() { String::new() } else { line("Organisation", organisation) };
    let mark = if document.mark.is_empty() && !organisation.is_empty() {
        String::new()
    } else {
        line("Header", &document.mark)
    };
    format!("{DECLARATION}<w:hdr {W} {R}>{organisation}{mark}</w:hdr>")
}

/// Title and page.
pub(super) fn footer(document: &Document) -> String {
    let content = format!(
        "{}{}{}{}",
        run(&format!("{} · {} ", document.title, report::PAGE), ""),
        field("PAGE", "1", ""),
        run(&format!(" {} ", report::PAGE_OF), ""),
        field("NUMPAGES", "1", "")
    );
    format!("{DECLARATION}<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{content}</w:p></w:ftr>")
}

/// The title page has no page number.
pub(super) fn first_footer() -> String {
    format!("{DECLARATION}<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr></w:p></w:ftr>")
}

/// Numbers of headings, bullets, and one instance per numbered list.
pub(super) fn numbering(ordered_lists: usize) -> String {
    let mut levels = String::new();
    let mut pattern = String::new();
    for level in 0..4 {
        if level > 0 {
            pattern.push('.');
        }
        pattern.push_str(&format!("%{}", level + 1));
        levels.push_str(&format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading{}\"/><w:lvlText w:val=\"{pattern}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"709\" w:hanging=\"709\"/></w:pPr></w:lvl>",
            level + 1
        ));
    }
    let list = |format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"397\" w:hanging=\"284\"/></w:pPr></w:lvl>"
        )
    };
    let instances: String = (1..=ordered_lists)
        .map(|nth| {
            format!(
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                ordered_list(nth)
            )
        })
        .collect();
    format!(
        "{DECLARATION}<w:numbering {W}><w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/>{levels}</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum><w:abstractNum w:abstractNumId=\"3\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"2\"/></w:num>{instances}</w:numbering>",
        list("bullet", "•"),
        list("decimal", "%1.")
    )
}

struct Style {
    id: &'static str,
    name: &'static str,
    next: &'static str,
    paragraph: String,
    run: String,
}

impl Style {
    fn new(id: &'static str, name: &'static str, paragraph: impl Into<String>, run: impl Into<String>) -> Style {
        Style { id, name, next: id, paragraph: paragraph.into(), run: run.into() }
    }

    fn followed_by(self, next: &'static str) -> Style {
        Style { next, ..self }
    }

    fn xml(&self) -> String {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"{}\"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>",
            self.id, self.name, self.next, self.paragraph, self.run
        )
    }
}

fn size(half_points: u32) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

fn colour_of(colour: colour::ReportColour) -> String {
    format!("<w:color w:val=\"{}\"/>", colour.hex())
}

fn spacing(before: u32, after: u32) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>")
}

fn tight(before: u32, after: u32) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"240\" w:lineRule=\"auto\"/>")
}

fn heading(level: u32, half_points: u32, before: u32, after: u32, ink: colour::ReportColour) -> Style {
    let (id, name) = match level {
        1 => ("Heading1", "heading 1"),
        2 => ("Heading2", "heading 2"),
        3 => ("Heading3", "heading 3"),
        _ => ("Heading4", "heading 4"),
    };
    let paragraph = format!(
        "<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/></w:numPr><w:suppressAutoHyphens/>{}<w:outlineLvl w:val=\"{}\"/>",
        level - 1,
        tight(before, after),
        level - 1
    );
    Style::new(id, name, paragraph, format!("<w:b/>{}{}", colour_of(ink), size(half_points))).followed_by("Normal")
}

fn contents(level: u32) -> Style {
    let (id, name) = match level {
        1 => ("TOC1", "toc 1"),
        2 => ("TOC2", "toc 2"),
        _ => ("TOC3", "toc 3"),
    };
    let left = [0, 567, 1247][level as usize - 1];
    let text = [567, 1247, 2098][level as usize - 1];
    let (before, bold) = if level == 1 { (120, "<w:b/>") } else { (0, "") };
    let paragraph = format!(
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"{text}\"/><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9354\"/></w:tabs>{}<w:ind w:left=\"{left}\"/>",
        tight(before, 40)
    );
    Style::new(id, name, paragraph, bold)
}

fn notice() -> Style {
    let paragraph = format!(
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"{}\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>{}<w:ind w:left=\"227\"/>",
        colour::WARN.hex(),
        colour::WARN_GROUND.hex(),
        spacing(120, 160)
    );
    Style::new("Notice", report::style::NOTICE, paragraph, "")
}

fn paragraph_styles(ink: colour::ReportColour) -> Vec<Style> {
    let secondary = colour_of(colour::TEXT_SECONDARY);
    let title = format!("<w:b/>{}{}", colour_of(ink), size(60));
    let rule = format!(
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"12\" w:color=\"{}\"/></w:pBdr>{}",
        ink.hex(),
        tight(120, 480)
    );
    vec![
        Style::new("Title", "Title", format!("<w:suppressAutoHyphens/>{}", tight(3600, 120)), title)
            .followed_by("Subtitle"),
        Style::new("Subtitle", "Subtitle", rule, format!("{secondary}{}", size(26))).followed_by("Normal"),
        Style::new(
            "FrontMatter",
            report::style::FRONT_MATTER,
            format!(
                "<w:tabs><w:tab w:val=\"left\" w:pos=\"2835\"/></w:tabs>{}<w:ind w:left=\"2835\" w:hanging=\"2835\"/>",
                tight(0, 100)
            ),
            "",
        ),
        heading(1, 34, 480, 160, ink),
        heading(2, 26, 320, 100, ink),
        heading(3, 23, 240, 80, ink),
        heading(4, 21, 200, 60, ink),
        Style::new("TOCHeading", "TOC Heading", tight(0, 240), format!("<w:b/>{}{}", colour_of(ink), size(34)))
            .followed_by("Normal"),
        contents(1),
        contents(2),
        contents(3),
        Style::new("ListParagraph", "List Paragraph", "<w:spacing w:after=\"80\"/>", ""),
        notice(),
        Style::new("LeadIn", report::style::LEAD_IN, "<w:keepNext/>", "").followed_by("ListParagraph"),
        Style::new("Figure", report::style::FIGURE, format!("<w:keepNext/>{}", tight(200, 60)), "")
            .followed_by("Caption"),
        Style::new("Caption", "caption", format!("<w:keepLines/>{}", tight(60, 60)), size(19)).followed_by("Normal"),
        Style::new(
            "TableCaption",
            report::style::TABLE_CAPTION,
            format!("<w:keepNext/><w:keepLines/>{}", tight(240, 80)),
            size(19),
        ),
        Style::new(
            "TableHead",
            report::style::TABLE_HEAD,
            format!("<w:suppressAutoHyphens/>{}", tight(40, 40)),
            format!("<w:b/>{}", size(17)),
        ),
        Style::new("TableText", report::style::TABLE_TEXT, tight(40, 40), size(18)),
        Style::new(
            "TableNote",
            report::style::SOURCE,
            format!("{}<w:contextualSpacing/>", tight(60, 180)),
            format!("{secondary}{}", size(16)),
        )
        .followed_by("Normal"),
        Style::new("FootnoteText", "footnote text", tight(0, 20), size(16)),
        Style::new(
            "Header",
            "header",
            format!("{}<w:jc w:val=\"center\"/>", tight(0, 0)),
            format!("<w:b/>{}{}", colour_of(colour::WARN), size(18)),
        ),
        Style::new("Organisation", report::style::ORGANISATION, tight(0, 40), format!("{secondary}{}", size(16))),
        Style::new("Logo", report::style::LOGO, format!("{}<w:jc w:val=\"right\"/>", tight(0, 0)), ""),
        Style::new(
            "Footer",
            "footer",
            format!("{}<w:jc w:val=\"right\"/>", tight(0, 0)),
            format!("{secondary}{}", size(16)),
        ),
        Style::new(
            "Turn",
            report::style::TURN,
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
            size(2),
        ),
    ]
}

/// Styles that a reader of the file finds under their usual names.
pub(super) fn styles(document: &Document) -> String {
    let ink = colour::ReportColour::of_headings(document.template.accent);
    let font = escape(font_of(document));
    let paragraphs: String = paragraph_styles(ink).iter().map(Style::xml).collect();
    let (line, soft) = (colour::LINE.hex(), colour::LINE_SOFT.hex());
    let text = colour::TEXT.hex();
    format!(
        "{DECLARATION}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/><w:color w:val=\"{text}\"/>{}<w:lang w:val=\"de-DE\" w:eastAsia=\"de-DE\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"288\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style><w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style><w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style><w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"ReportTable\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{line}\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{line}\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{soft}\"/></w:tblBorders><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>{paragraphs}</w:styles>",
        size(21),
        report::style::TABLE
    )
}
