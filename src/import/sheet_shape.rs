//! What the reader of workbooks does not say about a sheet: hidden rows and columns, cells that show a share as percent,
//! indented texts and raised letters. Here it is read from the parts of an XLSX; what cannot be read is taken as not there, the values stay as
//! they are.

use super::raised::{RaisedCell, RaisedTexts, speaks_of_raised};
use super::table::{Indent, MergedCells, TooLarge};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Seek};

/// The looks of one sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct SheetShape {
    /// Rows that the workbook hides.
    pub hidden_rows: BTreeSet<u32>,
    /// First and last of columns that the workbook hides.
    pub hidden_columns: Vec<(u16, u16)>,
    /// Cells whose number is shown as percent, ascending.
    pub percent: Vec<(u32, u16)>,
    /// Texts that their format indents, ascending.
    pub indents: Vec<Indent>,
    /// Cells that are shown as one, where the reader does not say it.
    pub merged: Vec<MergedCells>,
    /// Cells with raised or lowered letters, ascending, with the number of their text.
    pub raised: Vec<RaisedCell>,
    /// Cells whose value a formula has computed.
    pub formulas: FormulaCells,
}

/// How many cells hold the result of a formula, and where the first one stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FormulaCells {
    /// How many.
    pub count: u32,
    /// Row and column of the first.
    pub first: Option<(u32, u32)>,
}

impl FormulaCells {
    /// Counts a cell.
    pub(super) fn meet(&mut self, place: (u32, u32)) {
        self.count = self.count.saturating_add(1);
        self.first = Some(self.first.map_or(place, |first| first.min(place)));
    }
}

impl SheetShape {
    /// The number of the text with raised or lowered letters at a place.
    pub(super) fn raised_text(&self, row: u32, column: u16) -> Option<u32> {
        let at = self.raised.binary_search_by_key(&(row, column), |&(row, column, _)| (row, column)).ok()?;
        self.raised.get(at).map(|&(.., text)| text)
    }

    /// Which of the first columns are hidden.
    pub(super) fn hidden_columns_of(&self, columns: u16) -> Vec<u16> {
        let mut spans = self.hidden_columns.clone();
        spans.sort_unstable();
        let mut hidden: Vec<u16> = Vec::new();
        for (first, last) in spans {
            let next = hidden.last().map_or(first, |&met| first.max(met.saturating_add(1)));
            hidden.extend(next..last.saturating_add(1).min(columns));
        }
        hidden
    }
}

/// The looks of all sheets, by name, and the texts with raised letters. Where nothing is hidden, no style shows percent or
/// indents and no letter is raised, no sheet is looked through.
///
/// # Errors
/// If more texts have raised letters than people write.
pub(super) fn read(
    bytes: impl Read + Seek,
    may_hide: bool,
    may_raise: bool,
) -> Result<(BTreeMap<String, SheetShape>, RaisedTexts), TooLarge> {
    let (mut shapes, mut texts) = (BTreeMap::new(), RaisedTexts::default());
    let Ok(mut archive) = zip::ZipArchive::new(bytes) else { return Ok((shapes, texts)) };
    let mut names = archive.file_names().flatten().filter(|_| may_raise);
    let shared = names.find(|name| name.eq_ignore_ascii_case("xl/sharedStrings.xml")).map(|name| name.into_owned());
    drop(names);
    if let Some(name) = shared {
        let speaks = archive.by_name(&name).is_ok_and(|part| speaks_of_raised(BufReader::new(part)));
        if let Ok(part) = archive.by_name(&name)
            && speaks
        {
            texts.read_shared(BufReader::new(part))?;
        }
    }
    let mut styles = Styles::default();
    if let Ok(part) = archive.by_name("xl/styles.xml") {
        styles = Styles::read(BufReader::new(part));
    }
    let may_look = may_hide || !styles.are_plain();
    if !may_look && !may_raise {
        return Ok((shapes, texts));
    }
    let (mut targets, mut names) = (BTreeMap::new(), Vec::new());
    if let Ok(part) = archive.by_name("xl/_rels/workbook.xml.rels") {
        targets = relations(BufReader::new(part));
    }
    if let Ok(part) = archive.by_name("xl/workbook.xml") {
        names = sheets(BufReader::new(part));
    }
    for (name, relation) in names {
        let Some(target) = targets.get(&relation) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let mut shape = match archive.by_name(&path) {
            Ok(part) if may_look => shape(BufReader::new(part), &styles),
            Ok(_) | Err(_) => SheetShape::default(),
        };
        let raises = |part| texts.has_shared() || speaks_of_raised(BufReader::new(part));
        if may_raise
            && archive.by_name(&path).is_ok_and(raises)
            && let Ok(part) = archive.by_name(&path)
        {
            shape.raised = texts.cells(BufReader::new(part))?;
        }
        shapes.insert(name, shape);
    }
    Ok((shapes, texts))
}

/// Calls `each` for every element until the end or the first fault.
fn elements(reader: impl BufRead, mut each: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_reader(reader);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => each(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|found| found.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// Names of the sheets and their relations.
fn sheets(xml: impl BufRead) -> Vec<(String, String)> {
    let mut sheets = Vec::new();
    elements(xml, |element| {
        if element.local_name().as_ref() == "sheet" {
            let relation = element.attributes().with_checks(false).flatten().find(|a| a.key.as_ref().ends_with(":id"));
            let relation = relation.map(|found| found.value.into_owned());
            sheets.extend(attribute(element, "name").zip(relation));
        }
    });
    sheets
}

fn relations(xml: impl BufRead) -> BTreeMap<String, String> {
    let mut relations = BTreeMap::new();
    elements(xml, |element| {
        if element.local_name().as_ref() == "Relationship" {
            relations.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    });
    relations
}

/// The cell styles that matter, by their numbers.
#[derive(Debug, Default, PartialEq, Eq)]
struct Styles {
    /// Those that show percent.
    percent: BTreeSet<u32>,
    /// Those that indent, with their steps.
    indents: BTreeMap<u32, u8>,
}

impl Styles {
    fn read(xml: impl BufRead) -> Styles {
        let mut formats = BTreeSet::from(["9".to_owned(), "10".to_owned()]);
        let (mut in_cells, mut next, mut styles) = (false, 0, Styles::default());
        elements(xml, |element| match element.local_name().as_ref() {
            "numFmt" => {
                let code = attribute(element, "formatCode").unwrap_or_default();
                formats.extend(attribute(element, "numFmtId").filter(|_| is_percent(&code)));
            }
            "cellXfs" => in_cells = true,
            "cellStyles" | "dxfs" => in_cells = false,
            "xf" if in_cells => {
                if attribute(element, "numFmtId").is_some_and(|format| formats.contains(&format)) {
                    styles.percent.insert(next);
                }
                next += 1;
            }
            "alignment" if in_cells && next > 0 => {
                let steps = attribute(element, "indent").and_then(|steps| steps.parse::<u8>().ok());
                styles.indents.extend(steps.filter(|steps| *steps > 0).map(|steps| (next - 1, steps)));
            }
            _ => {}
        });
        styles
    }

    /// Whether no style shows percent or indents.
    fn are_plain(&self) -> bool {
        self.percent.is_empty() && self.indents.is_empty()
    }
}

/// A percent sign outside of quoted text multiplies by a hundred; inside, and where it only stands for itself or for
/// the room that it takes, it is a letter like any other.
pub(super) fn is_percent(code: &str) -> bool {
    let (mut letters, mut quoted) = (code.chars(), false);
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => _ = letters.next(),
            '%' if !quoted => return true,
            _ => {}
        }
    }
    false
}

fn shape(reader: impl BufRead, styles: &Styles) -> SheetShape {
    let mut shape = SheetShape::default();
    let is_set = |element: &BytesStart<'_>, name| attribute(element, name).is_some_and(|v| v == "1" || v == "true");
    // Rows and cells that do not say where they are follow the one before.
    let (mut row, mut column): (Option<u32>, Option<u16>) = (None, None);
    elements(reader, |element| match element.local_name().as_ref() {
        "row" => {
            let stated = attribute(element, "r").and_then(|row| row.parse::<u32>().ok()?.checked_sub(1));
            let here = stated.unwrap_or_else(|| row.map_or(0, |row| row.saturating_add(1)));
            (row, column) = (Some(here), None);
            if is_set(element, "hidden") {
                shape.hidden_rows.insert(here);
            }
        }
        "col" if is_set(element, "hidden") => {
            let number = |name| attribute(element, name).and_then(|n| n.parse::<u16>().ok()?.checked_sub(1));
            shape.hidden_columns.extend(number("min").zip(number("max")));
        }
        "c" if !styles.are_plain() => {
            let stated = attribute(element, "r").and_then(|place| place_of(&place));
            let next = (row.unwrap_or(0), column.map_or(0, |column| column.saturating_add(1)));
            let here = stated.unwrap_or(next);
            (row, column) = (Some(here.0), Some(here.1));
            let Some(style) = attribute(element, "s").and_then(|style| style.parse().ok()) else { return };
            shape.percent.extend(styles.percent.contains(&style).then_some(here));
            let is_text = || attribute(element, "t").is_some_and(|kind| matches!(&*kind, "s" | "str" | "inlineStr"));
            let steps = styles.indents.get(&style).filter(|_| is_text());
            shape.indents.extend(steps.map(|steps| (here.0, here.1, *steps)));
        }
        _ => {}
    });
    shape.percent.sort_unstable();
    shape.indents.sort_unstable();
    shape.indents.dedup_by_key(|&mut (row, column, _)| (row, column));
    shape
}

/// `C12` → row 11, column 2.
pub(super) fn place_of(place: &str) -> Option<(u32, u16)> {
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let column = place[..digits].bytes().try_fold(0_u16, |column, letter| {
        let letter = letter.to_ascii_uppercase().checked_sub(b'A').filter(|letter| *letter < 26)?;
        column.checked_mul(26)?.checked_add(u16::from(letter) + 1)
    });
    Some((place[digits..].parse::<u32>().ok()?.checked_sub(1)?, column?.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_formats_are_read() {
        assert_eq!(place_of("A1"), Some((0, 0)));
        assert_eq!(place_of("XFD1048576"), Some((1_048_575, 16_383)));
        for bad in ["", "A", "1", "A0", "ZZZZZZ1", "$A1"] {
            assert_eq!(place_of(bad), None, "{bad}");
        }
        assert!(is_percent("0.0%") && is_percent("0\" \"%"));
        assert!(is_percent("0_%%") && is_percent("[Red]-0.0%;0"));
        assert!(!is_percent("0.0\" %\"") && !is_percent("0.0\\%") && !is_percent("0.0_%"));
    }

    #[test]
    fn hidden_parts_and_percent_cells_are_found() {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="0"><alignment horizontal="left" indent="2"/></xf></cellXfs></styleSheet>"#;
        let styles = Styles::read(styles.as_bytes());
        assert_eq!(styles, Styles { percent: BTreeSet::from([1, 2]), indents: BTreeMap::from([(3, 2)]) });
        let sheet = r#"<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2" t="s" s="3"><v>0</v></c><c r="B2" s="1"><v>0.5</v></c><c r="C2" s="3"><v>7</v></c></row></sheetData></worksheet>"#;
        let found = shape(sheet.as_bytes(), &styles);
        assert_eq!(found.hidden_rows, BTreeSet::from([1]));
        assert_eq!((found.hidden_columns_of(9), found.hidden_columns_of(2)), (vec![1, 2], vec![1]));
        assert_eq!((found.percent, found.indents), (vec![(1, 1)], vec![(1, 0, 2)]));
    }

    #[test]
    fn cells_that_do_not_say_where_they_are_follow_the_one_before() {
        let sheet = r#"<sheetData><row><c s="1"/></row><row><c/><c s="1"/><c r="D2"/><c s="1"/></row></sheetData>"#;
        assert_eq!(
            shape(sheet.as_bytes(), &Styles { percent: BTreeSet::from([1]), ..Styles::default() }).percent,
            [(0, 0), (1, 1), (1, 4)]
        );
    }

    #[test]
    fn hidden_columns_that_overlap_are_named_once() {
        let shape = SheetShape { hidden_columns: vec![(3, 5), (1, 3), (2, 2), (9, u16::MAX)], ..SheetShape::default() };
        assert_eq!(shape.hidden_columns_of(11), [1, 2, 3, 4, 5, 9, 10]);
    }
}
