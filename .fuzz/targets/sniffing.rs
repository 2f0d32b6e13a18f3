//! Format, encoding and separator of any bytes: a table or three sentences, and the same table in every encoding.
#![no_main]

use aktionsplan_fuzz::import::{RawTable, SourceFormat, TextEncoding};
use aktionsplan_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(source) = read("a.csv", bytes) else { return };
    let SourceFormat::Text { encoding, separator } = source.format else { return };
    assert!(separator.is_ascii());
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if encoding != TextEncoding::Utf8 || text.starts_with('\u{feff}') {
        return;
    }
    let units: Vec<u16> = std::iter::once(0xfeff).chain(text.encode_utf16()).collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for other in [little, big] {
        let other = read("a.csv", &other).expect("the same text in another encoding");
        assert_eq!(cells(&other.sheets[0]), cells(&source.sheets[0]));
    }
});

fn cells(table: &RawTable) -> Vec<Vec<&str>> {
    let row = |row| (0..table.column_count().min(50)).map(|column| table.cell(row, column).text).collect();
    (0..table.row_count()).map(row).collect()
}
