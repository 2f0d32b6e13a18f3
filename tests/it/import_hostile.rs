//! Files made to break a reader: each ends in a clear refusal or in a draft that says what was odd.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::import_mess::{city, drafted, workbook, xlsx, xlsx_with};
use aktionsplan::domain::{AreaLevel, PlanningData};
use aktionsplan::import::{ImportDraft, ImportError, IssueKind, Source, draft, propose, read};
use aktionsplan::jobs::Progress;
use aktionsplan::text::Explain;
use std::fmt::Write as _;
use std::io::Write as _;

fn open(bytes: &[u8]) -> Result<Source, ImportError> {
    read("x.xlsx", bytes, &Progress::new())
}

/// Reads a text, proposes, creates all areas and drafts.
fn through(text: &str) -> ImportDraft {
    let source = open(text.as_bytes()).unwrap();
    let data = PlanningData::default();
    let mut mapping = propose(&source, &data).mapping;
    mapping.create_areas = true;
    mapping.area_level = mapping.area_level.or(Some(AreaLevel::Stadtteil));
    mapping.period.get_or_insert("2014".into());
    draft(&source, &mapping, &data, &Progress::new()).unwrap()
}

fn refused(bytes: &[u8]) -> String {
    let error = open(bytes).map(|source| source.sheets.len()).unwrap_err();
    let message = error.message();
    for part in [&message.happened, &message.meaning, &message.action] {
        assert!(part.len() > 10, "{error:?}");
    }
    let name = format!("{error:?}");
    name.split([' ', '{']).next().unwrap_or_default().to_owned()
}

#[test]
fn a_hundred_thousand_entries_are_refused_before_they_are_listed() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for n in 0..100_000 {
        zip.start_file(n.to_string(), options).unwrap();
    }
    assert_eq!(refused(&zip.finish().unwrap().into_inner()), "TooLarge");
}

#[test]
fn many_entries_that_each_stay_small_are_refused_by_their_sum() {
    let part = " ".repeat(30 << 20);
    let names: Vec<String> = (0..9).map(|n| format!("xl/media/{n}")).collect();
    let mut files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), part.as_str())).collect();
    files.push(("xl/workbook.xml", "<workbook/>"));
    assert_eq!(refused(&workbook(&files)), "TooLarge");
}

#[test]
fn two_far_cells_are_proposed_and_drafted_without_their_grid() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c><c r="XFD1048576"><v>4</v></c></row>"#;
    let source = open(&xlsx(rows)).unwrap();
    assert_eq!((source.sheets[0].row_count(), source.sheets[0].column_count()), (1_048_576, 16_384));
    let draft = drafted(&source, &city(), |_| {});
    assert!(draft.rows.len() <= 4);
}

#[test]
fn cells_of_one_place_are_read_once_and_counted() {
    let mut rows = String::from(r#"<row r="1"><c r="A1"><v>1</v></c>"#);
    rows += &r#"<c r="A1"><v>2</v></c>"#.repeat(100_000);
    rows += "</row>";
    let source = open(&xlsx(&rows)).unwrap();
    assert_eq!(source.sheets[0].cell(0, 0).text, "1");
    assert_eq!(source.notes[0].kind, IssueKind::RepeatedCells { sheet: "Daten".into(), count: 100_000 });
}

#[test]
fn cells_out_of_order_find_their_place() {
    let rows = r#"<row r="3"><c r="B3"><v>6</v></c><c r="A3"><v>5</v></c></row><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#;
    let source = open(&xlsx(rows)).unwrap();
    let table = &source.sheets[0];
    let texts: Vec<&str> = [(0, 0), (0, 1), (1, 0), (2, 0), (2, 1)].map(|(row, column)| table.text(row, column)).into();
    assert_eq!(texts, ["1", "2", "", "5", "6"]);
    assert_eq!(source.notes, []);
}

#[test]
fn sixteen_thousand_columns_are_read() {
    let mut text = String::from("Stadtteil");
    (0..16_000).for_each(|column| write!(text, ";Wert {}", column % 900).unwrap());
    for area in ["A", "B"] {
        write!(text, "\n{area}").unwrap();
        (0..16_000).for_each(|column| write!(text, ";{column}").unwrap());
    }
    let draft = through(&text);
    assert_eq!(draft.rows.len(), 32_000);
    assert_eq!(draft.indicators.len(), 16_000);
    assert_eq!(refused(";".repeat(17_000).as_bytes()), "TooLarge");
}

#[test]
fn a_cell_of_a_megabyte_is_no_name_and_no_number() {
    let long = "ab ".repeat(350_000);
    let source = open(format!("Sozialraum;SGB2 2015\nMarten;1,5\n{long};2,5\nHörde;{long}\n").as_bytes()).unwrap();
    let draft = drafted(&source, &city(), |_| {});
    assert_eq!(draft.rows.len(), 1);
    assert_eq!(draft.issues.len(), 2);
    assert!(draft.issues.iter().all(|issue| issue.text().len() < 300));
    let digits = through(&format!("Stadtteil;Wert\nA;1,5\nB;{}\n", "9".repeat(1 << 20)));
    assert!(matches!(digits.issues[0].kind, IssueKind::TooLarge { .. }));
}

#[test]
fn entities_that_multiply_are_not_unfolded() {
    let mut entities = String::from("<!DOCTYPE a [<!ENTITY a0 \"lol\">");
    for n in 1..20 {
        let inner = format!("&a{};", n - 1).repeat(10);
        write!(entities, "<!ENTITY a{n} \"{inner}\">").unwrap();
    }
    let bytes = xlsx_with(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>&a19;</t></is></c></row>"#, "");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        files.push((name, if text.starts_with("<worksheet") { format!("{entities}]>{text}") } else { text }));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    if let Ok(source) = open(&workbook(&files)) {
        assert!(source.sheets[0].text(0, 0).len() < 100);
    }
}

#[test]
fn a_shared_text_that_many_cells_repeat_is_refused_before_it_fills_the_memory() {
    let text = "x".repeat(1 << 20);
    let cells: String =
        (1..400).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    let shared = format!(
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{text}</t></si></sst>"#
    );
    let plain = xlsx(&cells);
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(plain)).unwrap();
    zip.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(shared.as_bytes()).unwrap();
    assert_eq!(refused(&zip.finish().unwrap().into_inner()), "TooLarge");
}

#[test]
fn a_long_text_that_an_open_document_repeats_is_refused() {
    let long = "x".repeat(1 << 20);
    let content = format!(
        r#"<office:document-content><table:table table:name="x"><table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>{long}</text:p></table:table-cell></table:table-row></table:table></office:document-content>"#
    );
    let bytes = workbook(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]);
    assert_eq!(refused(&bytes), "TooLarge");
}

#[test]
fn an_open_document_whose_table_never_ends_is_refused() {
    for content in [
        r#"<office:document-content><table:table table:name="x"><table:table-row></table:table-row>"#,
        r#"<office:document-content><table:table table:name="x"><table:table-row></table:document-content>"#,
    ] {
        let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)];
        assert_eq!(refused(&workbook(&parts)), "Damaged");
    }
}

#[test]
fn old_and_open_workbooks_cut_or_changed_anywhere_are_refused_or_read() {
    for name in ["klein.xls", "klein.ods"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
        let bytes = std::fs::read(path).unwrap();
        for at in (0..bytes.len()).step_by(bytes.len() / 60 + 1) {
            let _ = open(&bytes[..at]);
            let mut changed = bytes.clone();
            changed[at] ^= 0xff;
            let _ = open(&changed);
        }
        assert!(["Damaged", "NoCells", "Foreign"].contains(&refused(&bytes[..bytes.len() / 2]).as_str()));
    }
}

fn old_workbook() -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/klein.xls");
    std::fs::read(path).unwrap()
}

/// Where a record of this kind and length begins.
fn record(bytes: &[u8], kind: u16, length: u16) -> usize {
    let head: Vec<u8> = [kind, length].into_iter().flat_map(u16::to_le_bytes).collect();
    (512..bytes.len() - 4).find(|&at| bytes[at..at + 4] == head[..]).unwrap()
}

#[test]
fn a_far_cell_of_an_old_workbook_is_refused_before_its_grid_is_laid_out() {
    let mut bytes = old_workbook();
    let number = record(&bytes, 0x027e, 10);
    bytes[number + 4..number + 8].copy_from_slice(&[0xff, 0xff, 0xff, 0x00]);
    assert_eq!(refused(&bytes), "TooLarge");
}

#[test]
fn an_old_workbook_that_states_a_size_without_bounds_is_refused() {
    let mut bytes = old_workbook();
    let dimensions = record(&bytes, 0x0200, 14);
    bytes[dimensions + 8..dimensions + 12].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(refused(&bytes), "TooLarge");
}

#[test]
fn a_chain_of_sectors_that_bites_its_tail_is_refused() {
    let mut bytes = old_workbook();
    let number = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let (directory, table) = (number(&bytes, 48), number(&bytes, 76));
    let link = 512 + table * 512 + directory * 4;
    bytes[link..link + 4].copy_from_slice(&u32::try_from(directory).unwrap().to_le_bytes());
    assert_eq!(refused(&bytes), "Damaged");
}

#[test]
fn files_without_content_are_refused_by_name() {
    for (bytes, expected) in [
        (&b""[..], "Empty"),
        (b"\xef\xbb\xbf", "NoCells"),
        (b"\xff\xfe", "NoCells"),
        (b"\xfe\xff", "NoCells"),
        (b"\r", "NoCells"),
        (b"\n", "NoCells"),
        (b" ", "NoCells"),
        (b"\"\"", "NoCells"),
        (b"\"", "NoCells"),
        (b"sep=;", "NoCells"),
        (b"\0", "ZeroByte"),
        (b"Name;Wert\nA;1\0\n", "ZeroByte"),
        (b"PK\x03\x04", "Damaged"),
        (b"PK\x05\x06", "Damaged"),
        (b"\xd0\xcf\x11\xe0", "Damaged"),
    ] {
        if open(bytes).is_ok() {
            // A lone mark is a cell, though nothing can be made of it.
            assert_eq!(bytes, b"\"");
            continue;
        }
        assert_eq!(refused(bytes), expected, "{bytes:?}");
    }
}

#[test]
fn a_lone_carriage_return_ends_a_row() {
    assert_eq!(through("Stadtteil;Wert\rA;1,5\rB;2,5").rows.len(), 2);
}

#[test]
fn a_quote_that_opens_and_never_closes_costs_no_row() {
    let mut text = String::from("Stadtteil;Wert\nA;\"1,5\n");
    let long = "lang ".repeat(40);
    (0..6_000).for_each(|n| writeln!(text, "Ort {n} {long};{n},5").unwrap());
    assert!(text.len() > 1 << 20);
    let draft = through(&text);
    assert_eq!(draft.rows.len(), 6_000);
    assert!(draft.issues.iter().any(|issue| issue.kind == IssueKind::OpenQuote { row: 1 }));
}

#[test]
fn as_many_labels_as_rows_are_no_indicators_and_cost_no_minutes() {
    let mut text = String::from("Gebiet;Indikator;Jahr;Wert\n");
    (0..8_000).for_each(|n| writeln!(text, "Ort {n};Name {n};2014;{n}").unwrap());
    let draft = through(&text);
    assert!(!draft.is_settled());
    assert_eq!(draft.rows.len(), 0);
}

#[test]
fn all_areas_may_be_new() {
    let mut text = String::from("Stadtteil;Wert\n");
    (0..9_000).for_each(|n| writeln!(text, "Ort {n};{n}").unwrap());
    assert_eq!(through(&text).areas.len(), 9_000);
    let source = open(text.as_bytes()).unwrap();
    assert_eq!(drafted(&source, &city(), |_| {}).rows.len(), 0);
}

#[test]
fn a_workbook_of_words_in_one_column_is_looked_through_once_per_row() {
    let mut text = String::from("Anmerkung\n");
    (0..60_000).for_each(|n| writeln!(text, "Wort {n}").unwrap());
    let draft = through(&text);
    assert!(!draft.is_settled());
    assert_eq!(draft.rows.len(), 0);
}

#[test]
fn cells_that_each_stand_far_out_in_their_row_are_refused() {
    let rows: String = (1..1_200).map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#)).collect();
    assert_eq!(refused(&xlsx(&rows)), "TooLarge");
}

#[test]
fn a_cell_beyond_the_largest_sheet_is_refused() {
    for place in ["XFE1", "A1048577"] {
        let row = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        let refusal = refused(&xlsx(&format!(r#"<row r="{row}"><c r="{place}"><v>1</v></c></row>"#)));
        assert!(["TooLarge", "Damaged"].contains(&refusal.as_str()), "{place} {refusal}");
    }
}

fn open_document(cell: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><table:table table:name="x"><table:table-row>{cell}</table:table-row></table:table></office:document-content>"#
    );
    workbook(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

#[test]
fn blanks_that_an_open_document_repeats_without_end_are_refused() {
    let blanks = r#"<text:s text:c="4000000000"/>"#.repeat(200_000);
    let cell = format!(r#"<table:table-cell office:value-type="string"><text:p>{blanks}x</text:p></table:table-cell>"#);
    assert_eq!(refused(&open_document(&cell)), "TooLarge");
}

#[test]
fn elements_nested_a_hundred_thousand_deep_are_read_as_the_text_in_them() {
    let (begin, end) = ("<text:span>".repeat(100_000), "</text:span>".repeat(100_000));
    let cell =
        format!(r#"<table:table-cell office:value-type="string"><text:p>{begin}x{end}</text:p></table:table-cell>"#);
    assert_eq!(open(&open_document(&cell)).unwrap().sheets[0].text(0, 0), "x");
}

#[test]
fn comments_and_drawings_of_an_open_document_are_not_part_of_its_cells() {
    let cell = r#"<table:table-cell office:value-type="string"><office:annotation><text:p>nein</text:p></office:annotation><draw:frame><draw:text-box><text:p>nein</text:p></draw:text-box></draw:frame><text:p>a<text:s text:c="2"/>&amp;<text:tab/>b</text:p><text:p>c</text:p></table:table-cell>"#;
    assert_eq!(open(&open_document(cell)).unwrap().sheets[0].text(0, 0), "a  &\tb\nc");
    let own = r#"<table:table-cell office:value-type="string"><text:p>&own;</text:p></table:table-cell>"#;
    assert_eq!(refused(&open_document(own)), "Damaged");
}

#[test]
fn a_heading_of_a_megabyte_is_kept_short() {
    let draft = through(&format!("Stadtteil;{}\nA;1,5\nB;2,5\n", "lang ".repeat(200_000)));
    assert_eq!(draft.rows.len(), 2);
    assert!(draft.mapping().to_toml().len() < 20_000);
}
