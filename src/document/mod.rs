//! The format-neutral document: what a Handlungsprogramm is before it becomes Word, ODT or PDF.
//!
//! A sentence is tested once, here, not per format. The tree holds no layout, only structure and meaning.

mod markdown;
mod page;
mod sheet;

pub use markdown::from_markdown;
pub use page::PagePicture;
pub use sheet::{Formula, Sheet, SheetCell, SheetColumn, SheetPlace, SheetRow};

use crate::domain::Dokumentvorlage;

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Word.
    Docx,
    /// OpenDocument text.
    Odt,
    /// PDF with tags.
    #[cfg(feature = "pdf")]
    Pdf,
    /// Excel workbook: the document's sheets.
    Xlsx,
    /// The same sheets as a folder of tables in CSV.
    Csv,
}

impl Format {
    /// All formats, the usual one first.
    pub const ALL: &[Format] = &[
        Format::Docx,
        Format::Odt,
        #[cfg(feature = "pdf")]
        Format::Pdf,
        Format::Xlsx,
        Format::Csv,
    ];

    /// Ending of its files, without the point.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Docx => "docx",
            Format::Odt => "odt",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
            Format::Xlsx => "xlsx",
            Format::Csv => "csv",
        }
    }

    /// Whether it is written as a folder of files, and not as one file.
    pub fn is_folder(self) -> bool {
        match self {
            Format::Csv => true,
            Format::Docx | Format::Odt | Format::Xlsx => false,
            #[cfg(feature = "pdf")]
            Format::Pdf => false,
        }
    }

    /// The format with this [`extension`](Self::extension).
    pub fn from_extension(extension: &str) -> Option<Format> {
        Self::ALL.iter().copied().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Title.
    pub title: String,
    /// Line under the title.
    pub subtitle: String,
    /// The day that it bears; its metadata have none without.
    pub date: Option<jiff::civil::Date>,
    /// What it carries of its municipality.
    pub template: Dokumentvorlage,
    /// Facts on the title page, label and value: area, state, date.
    pub front_matter: Vec<(String, String)>,
    /// Organisation named as author; never a person.
    pub author: String,
    /// Mark printed on every page, e.g. that the figures are invented; empty if none.
    pub mark: String,
    /// Whether a table of contents follows the title.
    pub contents: bool,
    /// Content in reading order.
    pub blocks: Vec<Block>,
    /// The same figures for spreadsheets.
    pub sheets: Vec<Sheet>,
}

/// A block of content.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; level 1 is the highest. The exporters number headings.
    Heading {
        /// 1 to 4.
        level: u8,
        /// Text without number.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A notice set apart: what is missing, uncertain, invented.
    Notice(Vec<Inline>),
    /// A list.
    List {
        /// Whether items are numbered.
        ordered: bool,
        /// Items.
        items: Vec<Vec<Inline>>,
    },
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// The next block starts on a new page.
    PageBreak,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words set off.
    Strong(String),
    /// Words in italics.
    Emphasis(String),
    /// A number that is bound to the data, with its source as a footnote.
    Bound {
        /// What is printed.
        text: String,
        /// The source; printed once per document and source as a footnote.
        citation: Option<Citation>,
    },
}

/// Where a number comes from, down to the cell.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Citation {
    /// The footnote: provider, statistic, date, file, sheet and cell, own calculation.
    pub text: String,
}

/// Alignment of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Text.
    #[default]
    Left,
    /// Numbers.
    Right,
    /// Dates and signs.
    Center,
}

/// A table with a header.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Caption without number.
    pub caption: String,
    /// What the table shows, for readers who cannot see it.
    pub description: String,
    /// Columns.
    pub columns: Vec<TableColumn>,
    /// Rows.
    pub rows: Vec<TableRow>,
    /// Source and explanation of signs, printed under the table.
    pub notes: Vec<String>,
    /// Whether the table needs a page in landscape.
    pub landscape: bool,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableColumn {
    /// Header.
    pub title: String,
    /// Alignment.
    pub align: Align,
    /// Share of the table's width; shares are relative to each other.
    pub width: f32,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRow {
    /// One entry per column.
    pub cells: Vec<Vec<Inline>>,
    /// Whether the row is set off: sums, groups.
    pub strong: bool,
}

/// A picture with its text alternative and table of values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Caption without number.
    pub caption: String,
    /// What the figure shows, for readers who cannot see it.
    pub alternative: String,
    /// The picture as SVG.
    pub svg: String,
    /// Width in millimetres.
    pub width_mm: f32,
    /// Height in millimetres.
    pub height_mm: f32,
    /// Source, printed under the figure.
    pub source: String,
}

impl Inline {
    /// Words.
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text(text.into())
    }

    /// What is printed, without format.
    pub fn plain(&self) -> &str {
        match self {
            Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Bound { text, .. } => text,
        }
    }
}

/// What a run of inlines prints, without format.
pub fn plain_text(inlines: &[Inline]) -> String {
    inlines.iter().map(Inline::plain).collect()
}
