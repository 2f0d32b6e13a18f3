//! The sheets of a document as tables in CSV, one file each: what the workbook holds, for programs that read no workbooks.

use super::file_name::safe_file_name;
use super::table_csv::{CsvCell, CsvForm, CsvTable};
use crate::document::{Document, Sheet, SheetCell};
use crate::domain::{Euro, Status};
use crate::text::{self, report::workbook as words};

/// One table per sheet, in the order of the workbook: file name and bytes, with semicolon, decimal comma and byte order
/// mark. A number stands as the workbook holds it; what it would print with (`p`, brackets) has a column of its own beside
/// it. Below the table, after an empty line, stand the mark of the document and the notes of the sheet.
pub fn sheets_csv(document: &Document) -> Vec<(String, Vec<u8>)> {
    let file = |(at, sheet): (usize, &Sheet)| {
        let name = safe_file_name(&format!("{at:02}_{}.csv", sheet.name));
        (name, table(document, sheet))
    };
    (1..).zip(&document.sheets).map(file).collect()
}

fn table(document: &Document, sheet: &Sheet) -> Vec<u8> {
    let signed: Vec<bool> = (0..sheet.columns.len()).map(|column| carries_signs(sheet, column)).collect();
    let mut header = Vec::new();
    for (column, &has_sign) in sheet.columns.iter().zip(&signed) {
        header.push(column.title.clone());
        if has_sign {
            header.push(words::sign_of(&column.title));
        }
    }
    let mut csv = CsvTable::new(&header, CsvForm::German);
    for row in &sheet.rows {
        let mut cells = Vec::with_capacity(header.len());
        for (cell, &has_sign) in row.cells.iter().zip(&signed) {
            cells.push(value(cell));
            if has_sign {
                cells.push(sign(cell).map_or(CsvCell::Empty, |sign| CsvCell::Text(sign.to_owned())));
            }
        }
        csv.push(&cells);
    }
    let mark = Some(&document.mark).filter(|mark| !mark.is_empty());
    let below: Vec<&String> =
        mark.into_iter().chain(sheet.notes.iter().filter(|note| !words::is_of_formulas(note))).collect();
    if !below.is_empty() {
        csv.push(&[CsvCell::Empty]);
    }
    below.into_iter().for_each(|note| csv.push(&[CsvCell::Text(note.clone())]));
    csv.finish()
}

fn carries_signs(sheet: &Sheet, column: usize) -> bool {
    sheet.rows.iter().filter_map(|row| row.cells.get(column)).any(|cell| sign(cell).is_some())
}

/// What a number prints with; none for a cell that is no number or one that prints as it is.
fn sign(cell: &SheetCell) -> Option<&'static str> {
    match cell {
        SheetCell::Number { status, .. } => match status {
            Status::Reported => None,
            Status::Nil
            | Status::Limited
            | Status::Provisional
            | Status::Revised
            | Status::Estimated
            | Status::Missing
            | Status::Suppressed
            | Status::Unreliable
            | Status::Later
            | Status::NotMeaningful => Some(text::status_sign(*status)),
        },
        SheetCell::Empty
        | SheetCell::Text(_)
        | SheetCell::Money(_)
        | SheetCell::MoneyOf { .. }
        | SheetCell::NumberOf { .. }
        | SheetCell::Date(_) => None,
    }
}

fn value(cell: &SheetCell) -> CsvCell {
    match cell {
        SheetCell::Empty => CsvCell::Empty,
        SheetCell::Text(words) => CsvCell::Text(words.clone()),
        SheetCell::Number { value, .. } | SheetCell::NumberOf { value, .. } => CsvCell::Number(as_stored(*value)),
        SheetCell::Money(amount) | SheetCell::MoneyOf { amount, .. } => money(*amount),
        SheetCell::Date(date) => CsvCell::Text(text::date(*date)),
    }
}

/// A number to fifteen digits, as spreadsheets keep it: without what binary fractions leave behind.
fn as_stored(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

/// In Euro.
#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
fn money(amount: Euro) -> CsvCell {
    CsvCell::Number(amount.cents as f64 / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Formula, SheetColumn, SheetPlace, SheetRow};

    #[test]
    fn each_sheet_is_a_table_with_its_signs_beside_and_its_mark_and_notes_below() {
        let column = |title: &str| SheetColumn { title: title.into(), width: 10 };
        let row = |cells: Vec<SheetCell>| SheetRow { cells, strong: false };
        let at = SheetPlace { sheet: 0, row: 0, column: 2 };
        let sheet = Sheet {
            name: "Ziele/2".into(),
            columns: ["Indikator", "Wert", "Euro"].map(column).to_vec(),
            rows: vec![
                row(vec![
                    SheetCell::Text("=Quote; neu".into()),
                    SheetCell::Number { value: 29.22 - 28.21, decimals: 1, status: Status::Provisional },
                    SheetCell::Money(Euro { cents: 120_050 }),
                ]),
                row(vec![
                    SheetCell::Empty,
                    SheetCell::Text(".".into()),
                    SheetCell::MoneyOf { formula: Formula::Copy(at), amount: Euro { cents: -300 } },
                ]),
            ],
            notes: vec!["Quelle: Probe".into()],
            ..Sheet::default()
        };
        let document = Document { mark: "Beispieldaten".into(), sheets: vec![sheet], ..Document::default() };
        let files = sheets_csv(&document);
        assert_eq!(files[0].0, "01_Ziele-2.csv");
        assert_eq!(
            String::from_utf8(files[0].1.clone()).unwrap(),
            "\u{feff}Indikator;Wert;Wert (Zeichen);Euro\r\n\"'=Quote; neu\";1,01;p;1200,5\r\n;.;;-3\r\n\"\"\r\n\
             Beispieldaten\r\nQuelle: Probe\r\n"
        );
    }
}
