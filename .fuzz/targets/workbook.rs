//! Workbooks. Bytes that begin like a container are read as they are; of others, the first byte says which part of a
//! small workbook the rest replaces, so that the fuzzer reaches what lies behind the checksums of an archive: `0` to `6`
//! a part of an XLSX, `7` the content of an ODS, `8` the stream of records of an XLS. A table of services is drafted from
//! each of them as well.
#![no_main]

use aktionsplan_fuzz::domain::PlanningData;
use aktionsplan_fuzz::{city, leave_reader_panics_to_the_importer, read, services, through};
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
        [b'8', rest @ ..] => {
            built = compound(rest);
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
    services(&source);
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

const SECTOR: usize = 512;
const END_OF_CHAIN: u32 = 0xffff_fffe;
const TABLE_OF_SECTORS: u32 = 0xffff_fffd;
const UNUSED: u32 = 0xffff_ffff;

/// A compound file ([MS-CFB]) of one stream: the tables of sectors, the directory, the stream.
fn compound(stream: &[u8]) -> Vec<u8> {
    // Shorter streams would lie in small sectors.
    let length = stream.len().max(4096);
    let sectors = length.div_ceil(SECTOR);
    let tables = (1..109).find(|tables| tables * SECTOR / 4 > tables + sectors).unwrap_or(109);
    let mut file = vec![0; SECTOR];
    file[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (at, value) in [(24, 0x3e_u16), (26, 3), (28, 0xfffe), (30, 9), (32, 6)] {
        file[at..at + 2].copy_from_slice(&value.to_le_bytes());
    }
    let places = (0..109).map(|table| (76 + 4 * table, if table < tables { table as u32 } else { UNUSED }));
    let head = [(44, tables as u32), (48, tables as u32), (56, 4096), (60, END_OF_CHAIN), (68, END_OF_CHAIN)];
    for (at, value) in head.into_iter().chain(places) {
        file[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    let first = tables + 1;
    let next = (0..tables * SECTOR / 4).map(|at| match at {
        at if at < tables => TABLE_OF_SECTORS,
        at if at < first || at + 1 == first + sectors => END_OF_CHAIN,
        at if at < first + sectors => at as u32 + 1,
        _ => UNUSED,
    });
    file.extend(next.flat_map(u32::to_le_bytes));
    file.extend(entry("Root Entry", 5, 1, END_OF_CHAIN, 0));
    file.extend(entry("Workbook", 2, UNUSED, first as u32, length as u32));
    file.resize(SECTOR * (first + 1), 0);
    file.extend(stream);
    file.resize(SECTOR * (first + 1 + sectors), 0);
    file
}

/// An entry of the directory of a compound file.
fn entry(name: &str, kind: u8, child: u32, start: u32, length: u32) -> [u8; 128] {
    let mut entry = [0; 128];
    name.bytes().enumerate().for_each(|(at, letter)| entry[2 * at] = letter);
    entry[64] = 2 * (name.len() as u8 + 1);
    entry[66] = kind;
    for (at, value) in [(68, UNUSED), (72, UNUSED), (76, child), (116, start), (120, length)] {
        entry[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    entry
}
