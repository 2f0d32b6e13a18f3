//! What the reader of workbooks does not say about a sheet: hidden rows and columns, and cells that show a share as
//! percent. Read from the parts of an XLSX; what cannot be read is taken as not there, the values stay as they are.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read};

/// Cells shown as percent that are kept of one sheet.
const PERCENT_LIMIT: usize = 2_000_000;
/// Bytes of a part that says where things are.
const PART_LIMIT: u64 = 4 << 20;

/// The looks of one sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct SheetShape {
    /// Rows that the workbook hides.
    pub hidden_rows: BTreeSet<u32>,
    /// First and last of columns that the workbook hides.
    pub hidden_columns: Vec<(u16, u16)>,
    /// Cells whose number is shown as percent, ascending.
    pub percent: Vec<(u32, u16)>,
}

impl SheetShape {
    /// Whether a column is hidden.
    pub(super) fn hides_column(&self, column: u16) -> bool {
        self.hidden_columns.iter().any(|&(first, last)| (first..=last).contains(&column))
    }
}

/// The looks of all sheets, by name. Where nothing is hidden and no style shows percent, no sheet is looked through.
pub(super) fn read(bytes: &[u8], may_hide: bool) -> BTreeMap<String, SheetShape> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let percent = percent_styles(&text(&mut archive, "xl/styles.xml"));
    if percent.is_empty() && !may_hide {
        return BTreeMap::new();
    }
    let targets = relations(&text(&mut archive, "xl/_rels/workbook.xml.rels"));
    let mut shapes = BTreeMap::new();
    for (name, relation) in sheets(&text(&mut archive, "xl/workbook.xml")) {
        let Some(target) = targets.get(&relation) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        if let Ok(part) = archive.by_name(&path) {
            shapes.insert(name, shape(BufReader::new(part), &percent));
        }
    }
    shapes
}

fn text(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str) -> String {
    let mut text = String::new();
    if let Ok(part) = archive.by_name(name)
        && part.take(PART_LIMIT).read_to_string(&mut text).is_err()
    {
        text.clear();
    }
    text
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

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|found| found.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// Names of the sheets and their relations.
fn sheets(xml: &str) -> Vec<(String, String)> {
    let mut sheets = Vec::new();
    elements(xml.as_bytes(), |element| {
        if element.local_name().as_ref() == "sheet" {
            let relation = element.attributes().with_checks(false).flatten().find(|a| a.key.as_ref().ends_with(":id"));
            let relation = relation.map(|found| found.value.into_owned());
            sheets.extend(attribute(element, "name").zip(relation));
        }
    });
    sheets
}

fn relations(xml: &str) -> BTreeMap<String, String> {
    let mut relations = BTreeMap::new();
    elements(xml.as_bytes(), |element| {
        if element.local_name().as_ref() == "Relationship" {
            relations.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    });
    relations
}

/// Numbers of the cell styles that show percent.
fn percent_styles(xml: &str) -> BTreeSet<u32> {
    let mut formats = BTreeSet::from(["9".to_owned(), "10".to_owned()]);
    let (mut in_cells, mut style, mut styles) = (false, 0, BTreeSet::new());
    elements(xml.as_bytes(), |element| match element.local_name().as_ref() {
        "numFmt" => {
            let code = attribute(element, "formatCode").unwrap_or_default();
            formats.extend(attribute(element, "numFmtId").filter(|_| is_percent(&code)));
        }
        "cellXfs" => in_cells = true,
        "cellStyles" | "dxfs" => in_cells = false,
        "xf" if in_cells => {
            if attribute(element, "numFmtId").is_some_and(|format| formats.contains(&format)) {
                styles.insert(style);
            }
            style += 1;
        }
        _ => {}
    });
    styles
}

/// A percent sign outside of quoted text multiplies by a hundred; inside, it is a letter like any other.
fn is_percent(code: &str) -> bool {
    code.split('"').step_by(2).any(|part| part.replace("\\%", "").contains('%'))
}

fn shape(reader: impl BufRead, percent: &BTreeSet<u32>) -> SheetShape {
    let mut shape = SheetShape::default();
    let is_set = |element: &BytesStart<'_>, name| attribute(element, name).is_some_and(|v| v == "1" || v == "true");
    elements(reader, |element| match element.local_name().as_ref() {
        "row" if is_set(element, "hidden") => {
            let row = attribute(element, "r").and_then(|row| row.parse::<u32>().ok());
            shape.hidden_rows.extend(row.and_then(|row| row.checked_sub(1)));
        }
        "col" if is_set(element, "hidden") => {
            let number = |name| attribute(element, name).and_then(|n| n.parse::<u16>().ok()?.checked_sub(1));
            shape.hidden_columns.extend(number("min").zip(number("max")));
        }
        "c" if !percent.is_empty() && shape.percent.len() < PERCENT_LIMIT => {
            let style = attribute(element, "s").and_then(|style| style.parse().ok());
            if style.is_some_and(|style| percent.contains(&style)) {
                shape.percent.extend(attribute(element, "r").and_then(|place| place_of(&place)));
            }
        }
        _ => {}
    });
    shape.percent.sort_unstable();
    shape
}

/// `C12` → row 11, column 2.
fn place_of(place: &str) -> Option<(u32, u16)> {
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
        assert!(!is_percent("0.0\" %\"") && !is_percent("0.0\\%"));
    }

    #[test]
    fn hidden_parts_and_percent_cells_are_found() {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>"#;
        let percent = percent_styles(styles);
        assert_eq!(percent, BTreeSet::from([1, 2]));
        let sheet = r#"<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="B2" s="1"><v>0.5</v></c></row></sheetData></worksheet>"#;
        let found = shape(sheet.as_bytes(), &percent);
        assert_eq!(found.hidden_rows, BTreeSet::from([1]));
        assert!(found.hides_column(1) && found.hides_column(2) && !found.hides_column(3));
        assert_eq!(found.percent, [(1, 1)]);
    }
}
