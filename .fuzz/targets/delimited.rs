//! Delimited text: its cells written in quotation marks read back the same; proposing and drafting say something about
//! every table.
#![no_main]

use aktionsplan_fuzz::domain::PlanningData;
use aktionsplan_fuzz::import::{IssueKind, RawTable};
use aktionsplan_fuzz::{city, read, through};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(source) = read("a.csv", text.as_bytes()) else { return };
    let table = &source.sheets[0];
    let columns = table.column_count();
    let quoted = |row| {
        let cell = |column| format!("\"{}\"", table.cell(row, column).text.replace('"', "\"\""));
        (0..columns).map(cell).collect::<Vec<_>>().join(";")
    };
    let lines: Vec<String> = (0..table.row_count()).map(quoted).collect();
    if columns <= 200 {
        let again = read("a.csv", format!("sep=;\n{}", lines.join("\n")).as_bytes()).expect("the same cells");
        let open = again.notes.iter().any(|note| matches!(note.kind, IssueKind::OpenQuote { .. }));
        assert!(open || cells(&again.sheets[0]) == cells(table), "{text:?}");
    }
    through(&source, &PlanningData::default());
    through(&source, &city());
});

fn cells(table: &RawTable) -> Vec<Vec<&str>> {
    let row = |row| (0..table.column_count()).map(|column| table.cell(row, column).text).collect();
    (0..table.row_count()).map(row).collect()
}
