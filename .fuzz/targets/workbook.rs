//! Workbooks. Bytes that begin like a container are read as they are; of others, the first byte says which part of a
//! small workbook the rest replaces, so that the fuzzer reaches what lies behind the checksums of an archive.
#![no_main]

use aktionsplan_fuzz::domain::PlanningData;
use aktionsplan_fuzz::{city, leave_reader_panics_to_the_importer, read, through};
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const XLSX: [(&str, &str); 7] = [
    ("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Daten" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Marten</t></si></sst>"#,
    ),
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Gebiet</t></is></c><c r="B1" t="inlineStr"><is><t>Quote 2015</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="2"><v>0.5</v></c></row></sheetData></worksheet>"#,
    ),
];
const ODS: [(&str, &str); 2] = [
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    (
        "META-INF/manifest.xml",
        r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#,
    ),
];

fuzz_target!(init: leave_reader_panics_to_the_importer(), |bytes: &[u8]| {
    let built;
    let file = match bytes {
        [b'P', b'K', ..] | [0xd0, 0xcf, ..] => bytes,
        [part @ b'0'..=b'6', rest @ ..] => {
            let mut parts = XLSX.map(|(name, content)| (name, content.as_bytes()));
            parts[usize::from(part - b'0')].1 = rest;
            built = archive(&parts);
            &built
        }
        [b'7', rest @ ..] => {
            let [type_part, manifest] = ODS.map(|(name, content)| (name, content.as_bytes()));
            built = archive(&[type_part, manifest, ("content.xml", rest)]);
            &built
        }
        _ => return,
    };
    let Some(source) = read("a.xlsx", file) else { return };
    for sheet in &source.sheets {
        assert!(u64::from(sheet.row_count()) * u64::from(sheet.column_count()) < 1 << 37);
    }
    through(&source, &PlanningData::default());
    through(&source, &city());
});

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, stored).expect("in memory");
        zip.write_all(content).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}
