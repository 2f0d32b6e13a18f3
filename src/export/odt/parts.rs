//! The parts around the text: manifest, properties, styles and pages.

use crate::document::Document;
use crate::export::xml::{DECLARATION, escape};
use crate::text::report;
use crate::theme::report as colour;

/// Name spaces that every part declares.
pub(super) const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";

/// The font that every part declares and uses: the municipality's, else the usual one.
pub(super) fn font_faces(document: &Document) -> String {
    let own = escape(&document.template.font);
    let family = if own.is_empty() { "Arial, 'Liberation Sans'".to_owned() } else { format!("'{own}'") };
    format!(
        "<office:font-face-decls><style:font-face style:name=\"{FONT}\" svg:font-family=\"{family}\" style:font-family-generic=\"swiss\" style:font-pitch=\"variable\"/></office:font-face-decls>"
    )
}

/// Name of the font inside the document.
const FONT: &str = "Text";

/// Pages that the text asks for by name.
pub(super) mod page {
    /// The title page: no page number.
    pub const FIRST: &str = "First";
    /// Upright.
    pub const UPRIGHT: &str = "Standard";
    /// For wide tables.
    pub const LANDSCAPE: &str = "Landscape";
}

/// Place of the n-th picture in the container.
pub(super) fn picture_name(number: usize) -> String {
    format!("Pictures/image{number}.png")
}

/// What is in the container.
pub(super) fn manifest(mime: &str, pictures: usize) -> String {
    let entry = |path: &str, kind: &str| {
        format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>")
    };
    let parts: String = ["content.xml", "styles.xml", "meta.xml"].map(|part| entry(part, "text/xml")).concat();
    let pictures: String = (1..=pictures).map(|number| entry(&picture_name(number), "image/png")).collect();
    format!(
        "{DECLARATION}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"{mime}\"/>{parts}{pictures}</manifest:manifest>"
    )
}

/// Title, organisation and language.
pub(super) fn meta(document: &Document) -> String {
    format!(
        "{DECLARATION}<office:document-meta {NAMESPACES}><office:meta><meta:generator>Aktionsplan</meta:generator><dc:title>{}</dc:title><dc:subject>{}</dc:subject><meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator><dc:language>de-DE</dc:language></office:meta></office:document-meta>",
        escape(&document.title),
        escape(&document.subtitle),
        author = escape(&document.author),
    )
}

/// Styles, numbering of headings, pages with mark and page number.
pub(super) fn styles(document: &Document) -> String {
    format!(
        "{DECLARATION}<office:document-styles {NAMESPACES}>{}<office:styles>{}{}{}{}</office:styles><office:automatic-styles>{}</office:automatic-styles><office:master-styles>{}</office:master-styles></office:document-styles>",
        font_faces(document),
        defaults(),
        paragraph_styles(document),
        outline(),
        lists(),
        page_layouts(),
        master_pages(document)
    )
}

fn defaults() -> String {
    format!(
        "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:hyphenation-ladder-count=\"2\" style:tab-stop-distance=\"1.25cm\"/><style:text-properties style:font-name=\"{FONT}\" fo:font-size=\"10.5pt\" fo:color=\"#{0}\" fo:language=\"de\" fo:country=\"DE\" fo:hyphenate=\"true\" fo:hyphenation-remain-char-count=\"3\" fo:hyphenation-push-char-count=\"3\"/></style:default-style><style:default-style style:family=\"table\"><style:table-properties table:border-model=\"collapsing\"/></style:default-style><style:default-style style:family=\"graphic\"><style:graphic-properties fo:wrap-option=\"no-wrap\"/></style:default-style><style:style style:name=\"FootnoteAnchor\" style:display-name=\"Footnote anchor\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style><style:style style:name=\"Strong\" style:display-name=\"Strong Emphasis\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style><style:style style:name=\"Emphasis\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style><style:style style:name=\"IndexLink\" style:display-name=\"Index Link\" style:family=\"text\"><style:text-properties fo:color=\"#{0}\" style:text-underline-style=\"none\"/></style:style><style:style style:name=\"Frame\" style:family=\"graphic\"><style:graphic-properties text:anchor-type=\"as-char\" style:vertical-pos=\"top\" style:vertical-rel=\"baseline\"/></style:style>",
        colour::TEXT.hex()
    )
}

/// A paragraph style: name in the file, name that people see, properties of the paragraph and of its words.
struct Style {
    name: &'static str,
    shown: &'static str,
    next: &'static str,
    paragraph: String,
    words: String,
}

impl Style {
    fn new(name: &'static str, shown: &'static str, paragraph: impl Into<String>, words: impl Into<String>) -> Style {
        Style { name, shown, next: name, paragraph: paragraph.into(), words: words.into() }
    }

    fn followed_by(self, next: &'static str) -> Style {
        Style { next, ..self }
    }

    fn xml(&self) -> String {
        let Style { name, shown, next, paragraph, words } = self;
        let (open, children) = paragraph.split_once('>').unwrap_or((paragraph, ""));
        format!(
            "<style:style style:name=\"{name}\" style:display-name=\"{shown}\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:next-style-name=\"{next}\" style:class=\"text\"><style:paragraph-properties {open}>{children}</style:paragraph-properties><style:text-properties {words}/></style:style>"
        )
    }
}

fn space(before: f32, after: f32) -> String {
    format!("fo:margin-top=\"{before}pt\" fo:margin-bottom=\"{after}pt\"")
}

fn tight(before: f32, after: f32) -> String {
    format!("{} fo:line-height=\"100%\"", space(before, after))
}

fn size(points: f32) -> String {
    format!("fo:font-size=\"{points}pt\"")
}

fn bold(points: f32, ink: colour::ReportColour) -> String {
    format!("{} fo:font-weight=\"bold\" fo:color=\"#{}\"", size(points), ink.hex())
}

const KEEP: &str = "fo:keep-with-next=\"always\" fo:keep-together=\"always\"";
const WHOLE_WORDS: &str = "fo:hyphenate=\"false\"";

fn heading(level: u8, points: f32, before: f32, after: f32, ink: colour::ReportColour) -> String {
    format!(
        "<style:style style:name=\"Heading{level}\" style:display-name=\"Heading {level}\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:next-style-name=\"Standard\" style:default-outline-level=\"{level}\" style:class=\"text\"><style:paragraph-properties {} {KEEP}/><style:text-properties {} {WHOLE_WORDS}/></style:style>",
        tight(before, after),
        bold(points, ink)
    )
}

fn contents(level: u8) -> String {
    let (left, text) = match level {
        1 => (0.0, 1.0),
        2 => (1.0, 2.2),
        _ => (2.2, 3.7),
    };
    let weight = if level == 1 { "fo:font-weight=\"bold\"" } else { "" };
    let before = if level == 1 { 6.0 } else { 0.0 };
    format!(
        "<style:style style:name=\"Contents{level}\" style:display-name=\"Contents {level}\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:class=\"index\"><style:paragraph-properties {} fo:margin-left=\"{left}cm\"><style:tab-stops><style:tab-stop style:position=\"{}cm\"/><style:tab-stop style:position=\"{}cm\" style:type=\"right\" style:leader-style=\"dotted\" style:leader-text=\".\"/></style:tab-stops></style:paragraph-properties><style:text-properties {weight}/></style:style>",
        tight(before, 2.0),
        text - left,
        16.5 - left
    )
}

fn paragraph_styles(document: &Document) -> String {
    let ink = colour::ReportColour::of_headings(document.template.accent);
    let secondary = format!("fo:color=\"#{}\"", colour::TEXT_SECONDARY.hex());
    let rule = format!("fo:border-bottom=\"1pt solid #{}\" fo:padding-bottom=\"12pt\"", ink.hex());
    let notice = format!(
        "{} fo:border-left=\"3pt solid #{}\" fo:padding=\"6pt\" fo:background-color=\"#{}\"",
        space(6.0, 8.0),
        colour::WARN.hex(),
        colour::WARN_GROUND.hex()
    );
    let facts = format!(
        "{} fo:margin-left=\"5cm\" fo:text-indent=\"-5cm\"><style:tab-stops><style:tab-stop style:position=\"0cm\"/></style:tab-stops>",
        tight(0.0, 5.0)
    );
    let aligned = |side: &str| format!("{} fo:text-align=\"{side}\"", tight(2.0, 2.0));
    let kept = |paragraph: String| format!("{paragraph} fo:keep-with-next=\"always\"");
    let note_words = format!("{} {secondary}", size(8.0));
    let head = |side: &str| format!("{} {KEEP}", aligned(side));
    let head_words = format!("{} fo:font-weight=\"bold\" {WHOLE_WORDS}", size(8.5));
    let styles = [
        Style::new("Title", "Title", tight(180.0, 6.0), format!("{} {WHOLE_WORDS}", bold(30.0, ink)))
            .followed_by("Subtitle"),
        Style::new(
            "Subtitle",
            "Subtitle",
            format!("{} {rule}", tight(6.0, 24.0)),
            format!("{} {secondary}", size(13.0)),
        )
        .followed_by("Standard"),
        Style::new("FrontMatter", report::style::FRONT_MATTER, facts, ""),
        Style::new("ContentsHeading", "Contents Heading", tight(0.0, 12.0), bold(17.0, ink)),
        Style::new("ListText", "List Contents", space(0.0, 4.0), ""),
        Style::new("Notice", report::style::NOTICE, notice, "").followed_by("Standard"),
        Style::new("LeadIn", report::style::LEAD_IN, "fo:keep-with-next=\"always\"".to_owned(), ""),
        Style::new("Figure", report::style::FIGURE, format!("{} fo:keep-with-next=\"always\"", tight(10.0, 3.0)), ""),
        Style::new("Caption", "Caption", format!("{} fo:keep-together=\"always\"", tight(3.0, 3.0)), size(9.5)),
        Style::new("CaptionKept", "Caption with source", format!("{} {KEEP}", tight(3.0, 3.0)), size(9.5)),
        Style::new("TableCaption", report::style::TABLE_CAPTION, format!("{} {KEEP}", tight(12.0, 4.0)), size(9.5)),
        Style::new("TableHead", report::style::TABLE_HEAD, head("start"), head_words.clone()),
        Style::new("TableHeadRight", "Table Heading Right", head("end"), head_words.clone()),
        Style::new("TableHeadCenter", "Table Heading Center", head("center"), head_words),
        Style::new("TableText", report::style::TABLE_TEXT, aligned("start"), size(9.0)),
        Style::new("TableTextRight", "Table Text Right", aligned("end"), size(9.0)),
        Style::new("TableTextCenter", "Table Text Center", aligned("center"), size(9.0)),
        Style::new("TableTextKept", "Table Text with next", kept(aligned("start")), size(9.0)),
        Style::new("TableTextKeptRight", "Table Text with next Right", kept(aligned("end")), size(9.0)),
        Style::new("TableTextKeptCenter", "Table Text with next Center", kept(aligned("center")), size(9.0)),
        Style::new("TableNote", report::style::SOURCE, tight(3.0, 9.0), note_words.clone()),
        Style::new("TableNoteKept", "Source with next", kept(tight(3.0, 0.0)), note_words),
        Style::new(
            "Footnote",
            "Footnote",
            format!("{} fo:margin-left=\"0.5cm\" fo:text-indent=\"-0.5cm\"", tight(0.0, 1.0)),
            size(8.0),
        ),
        Style::new(
            "Header",
            "Header",
            format!("{} fo:text-align=\"center\"", tight(0.0, 0.0)),
            bold(9.0, colour::WARN),
        ),
        Style::new("Organisation", report::style::ORGANISATION, tight(0.0, 2.0), format!("{} {secondary}", size(8.0))),
        Style::new("Logo", report::style::LOGO, format!("{} fo:text-align=\"end\"", tight(0.0, 0.0)), ""),
        Style::new(
            "Footer",
            "Footer",
            format!("{} fo:text-align=\"end\"", tight(0.0, 0.0)),
            format!("{} {secondary}", size(8.0)),
        ),
    ];
    let plain = format!(
        "<style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"><style:paragraph-properties {} fo:line-height=\"120%\" fo:orphans=\"2\" fo:widows=\"2\"/></style:style>",
        space(0.0, 7.0)
    );
    let headings: String = [(1, 17.0, 24.0, 8.0), (2, 13.0, 16.0, 5.0), (3, 11.5, 12.0, 4.0), (4, 10.5, 10.0, 3.0)]
        .map(|(level, points, before, after)| heading(level, points, before, after, ink))
        .concat();
    let contents: String = [1, 2, 3].map(contents).concat();
    let own: String = styles.iter().map(Style::xml).collect();
    format!("{plain}{headings}{contents}{own}")
}

/// Numbers of headings: `2.1`.
fn outline() -> String {
    let level = |level: u8| {
        format!(
            "<text:outline-level-style text:level=\"{level}\" style:num-format=\"1\" text:display-levels=\"{level}\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"1.25cm\" fo:text-indent=\"-1.25cm\" fo:margin-left=\"1.25cm\"/></style:list-level-properties></text:outline-level-style>"
        )
    };
    format!("<text:outline-style style:name=\"Outline\">{}</text:outline-style>", [1, 2, 3, 4].map(level).concat())
}

fn lists() -> String {
    let place = "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"0.7cm\" fo:text-indent=\"-0.5cm\" fo:margin-left=\"0.7cm\"/></style:list-level-properties>";
    format!(
        "<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">{place}</text:list-level-style-bullet></text:list-style><text:list-style style:name=\"Numbers\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\">{place}</text:list-level-style-number></text:list-style><text:notes-configuration text:note-class=\"footnote\" style:num-format=\"1\" text:start-value=\"0\" text:footnotes-position=\"page\" text:start-numbering-at=\"document\" text:citation-style-name=\"FootnoteAnchor\" text:citation-body-style-name=\"FootnoteAnchor\"/>"
    )
}

fn page_layouts() -> String {
    let layout = |name: &str, width: &str, height: &str, orientation: &str| {
        format!(
            "<style:page-layout style:name=\"{name}\"><style:page-layout-properties fo:page-width=\"{width}cm\" fo:page-height=\"{height}cm\" style:print-orientation=\"{orientation}\" fo:margin-top=\"1.1cm\" fo:margin-bottom=\"1cm\" fo:margin-left=\"2.25cm\" fo:margin-right=\"2.25cm\"><style:footnote-sep style:width=\"0.5pt\" style:rel-width=\"25%\" style:distance-before-sep=\"0.1cm\" style:distance-after-sep=\"0.1cm\" style:adjustment=\"left\"/></style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height=\"1.2cm\" fo:margin-bottom=\"0.6cm\"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height=\"1cm\" fo:margin-top=\"0.4cm\"/></style:footer-style></style:page-layout>"
        )
    };
    layout("Upright", "21", "29.7", "portrait") + &layout("Wide", "29.7", "21", "landscape")
}

/// The mark on every page; title and number on every page but the first.
fn master_pages(document: &Document) -> String {
    let mark = escape(&document.mark);
    let organisation = escape(&document.template.organisation);
    let organisation = if organisation.is_empty() {
        organisation
    } else {
        format!("<text:p text:style-name=\"Organisation\">{organisation}</text:p>")
    };
    let header =
        format!("<style:header>{organisation}<text:p text:style-name=\"Header\">{mark}</text:p></style:header>");
    let footer = format!(
        "<style:footer><text:p text:style-name=\"Footer\">{} · {} <text:page-number text:select-page=\"current\">1</text:page-number> {} <text:page-count>1</text:page-count></text:p></style:footer>",
        escape(&document.title),
        report::PAGE,
        report::PAGE_OF
    );
    let page = |name: &str, next: &str, layout: &str, footer: &str| {
        format!(
            "<style:master-page style:name=\"{name}\" style:page-layout-name=\"{layout}\" style:next-style-name=\"{next}\">{header}{footer}</style:master-page>"
        )
    };
    let first = page(page::FIRST, page::UPRIGHT, "Upright", "");
    let upright = page(page::UPRIGHT, page::UPRIGHT, "Upright", &footer);
    upright + &first + &page(page::LANDSCAPE, page::LANDSCAPE, "Wide", &footer)
}
