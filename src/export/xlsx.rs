//! Excel workbooks: the sheets of a document, with numbers that are numbers and sums that recalculate.
//!
//! Words are always written as words: text that begins with `=` never becomes a formula. Every formula carries today's
//! result, for programs that do not recalculate.

use super::error::ExportError;
use crate::document::{Document, Formula, Sheet, SheetCell, SheetColumn, SheetPlace, SheetRow};
use crate::domain::Status;
use crate::text::report::UNTITLED;
use crate::text::status_sign;
use crate::theme::report as colour;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula as CellFormula,
    HeaderImagePosition, Image, Workbook, Worksheet, XlsxError,
};

/// Pixels of a spreadsheet to the millimetre (96 to the inch), and how much smaller a logo is at the head of a page.
const PIXELS_PER_MM: f32 = 96.0 / 25.4;
const HEADER_SCALE: f32 = 0.5;

/// Rows above the table of a sheet: title, mark, an empty one.
const ROWS_ABOVE: u32 = 3;

/// The sheets of a document as the bytes of an `.xlsx` file.
///
/// # Errors
/// If the container cannot be written.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_title(&document.title).set_subject(&document.subtitle);
    // A fixed day: the same document gives the same bytes.
    let properties =
        properties.set_author(&document.author).set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let formats = Formats::new(document);
    for sheet in &document.sheets {
        write_sheet(workbook.add_worksheet(), document, sheet, &formats)?;
    }
    if document.sheets.is_empty() {
        workbook.add_worksheet().set_name(UNTITLED)?;
    }
    Ok(workbook.save_to_buffer()?)
}

struct Formats {
    title: Format,
    mark: Format,
    head: Format,
    head_right: Format,
    note: Format,
    plain: Format,
    strong: Format,
}

impl Formats {
    fn new(document: &Document) -> Formats {
        let heading = colour::ReportColour::of_headings(document.template.accent);
        let font = if document.template.font.is_empty() { "Arial" } else { &document.template.font };
        let ink = |colour: colour::ReportColour| Color::from(format!("#{}", colour.hex()).as_str());
        let base = Format::new().set_font_name(font).set_font_size(10).set_align(FormatAlign::Top);
        let plain = base.clone().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(ink(colour::LINE_SOFT));
        let head = plain.clone().set_bold().set_text_wrap().set_background_color(ink(colour::GROUND));
        Formats {
            title: base.clone().set_bold().set_font_size(14).set_font_color(ink(heading)),
            mark: base.clone().set_bold().set_font_color(ink(colour::WARN)),
            head_right: head.clone().set_align(FormatAlign::Right),
            head,
            note: base.set_font_size(8).set_font_color(ink(colour::TEXT_SECONDARY)),
            strong: plain.clone().set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(ink(colour::LINE)),
            plain,
        }
    }
}

fn write_sheet(
    worksheet: &mut Worksheet,
    document: &Document,
    sheet: &Sheet,
    formats: &Formats,
) -> Result<(), ExportError> {
    worksheet.set_name(&sheet.name)?;
    worksheet.write_string_with_format(0, 0, &sheet.title, &formats.title)?;
    if !document.mark.is_empty() {
        worksheet.write_string_with_format(1, 0, &document.mark, &formats.mark)?;
    }
    for (at, column) in (0u16..).zip(&sheet.columns) {
        worksheet.set_column_width(at, column.width)?;
        let head = if is_numeric(sheet, usize::from(at)) { &formats.head_right } else { &formats.head };
        worksheet.write_string_with_format(ROWS_ABOVE, at, &column.title, head)?;
    }
    for (at, row) in sheet.rows.iter().enumerate() {
        let format = if row.strong { &formats.strong } else { &formats.plain };
        worksheet.set_row_height(row_number(at), LINE_HEIGHT * lines(sheet, row))?;
        for (column, cell) in (0u16..).zip(&row.cells) {
            write_cell(worksheet, row_number(at), column, cell, format, document)?;
        }
    }
    for (at, note) in sheet.notes.iter().enumerate() {
        worksheet.write_string_with_format(row_number(sheet.rows.len() + 1 + at), 0, note, &formats.note)?;
    }
    worksheet.set_freeze_panes(ROWS_ABOVE + 1, 0)?;
    worksheet.set_repeat_rows(ROWS_ABOVE, ROWS_ABOVE)?;
    let organisation = document.template.organisation.replace('&', "&&");
    worksheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    if let Some(logo) = &document.template.logo {
        let size = logo.size_mm();
        let image = Image::new_from_buffer(&logo.png)?.set_scale_to_size(
            size.0 * PIXELS_PER_MM * HEADER_SCALE,
            size.1 * PIXELS_PER_MM * HEADER_SCALE,
            true,
        );
        worksheet.set_header(format!("&L{organisation}&R&[Picture]"));
        worksheet.set_header_image(&image, HeaderImagePosition::Right)?;
    } else if !organisation.is_empty() {
        worksheet.set_header(format!("&L{organisation}"));
    }
    worksheet.set_footer(format!("&L{}&R&P / &N", document.title.replace('&', "&&")));
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &SheetCell,
    format: &Format,
    document: &Document,
) -> Result<(), XlsxError> {
    let money = || format.clone().set_num_format("#,##0.00 \"€\"");
    match cell {
        SheetCell::Empty => worksheet.write_blank(row, column, format)?,
        SheetCell::Text(text) => {
            worksheet.write_string_with_format(row, column, text, &format.clone().set_text_wrap())?
        }
        SheetCell::Number { value, decimals, status } => worksheet.write_number_with_format(
            row,
            column,
            *value,
            &format.clone().set_num_format(signed(*status, &digits(*decimals))),
        )?,
        SheetCell::Money(amount) => worksheet.write_number_with_format(row, column, amount.in_euros(), &money())?,
        SheetCell::MoneyOf { formula, amount } => {
            let formula = CellFormula::new(excel(formula, document)).set_result(amount.in_euros().to_string());
            worksheet.write_formula_with_format(row, column, formula, &money())?
        }
        SheetCell::NumberOf { formula, value, decimals } => {
            let formula = CellFormula::new(excel(formula, document)).set_result(value.to_string());
            worksheet.write_formula_with_format(
                row,
                column,
                formula,
                &format.clone().set_num_format(digits(*decimals)),
            )?
        }
        SheetCell::Date(date) => {
            let day = ExcelDateTime::from_ymd(
                date.year().unsigned_abs(),
                date.month().unsigned_abs(),
                date.day().unsigned_abs(),
            )?;
            worksheet.write_datetime_with_format(row, column, day, &format.clone().set_num_format("dd.mm.yyyy"))?
        }
    };
    Ok(())
}

/// Whether a column holds numbers, which stand right.
fn is_numeric(sheet: &Sheet, column: usize) -> bool {
    sheet.rows.iter().filter_map(|row| row.cells.get(column)).any(|cell| match cell {
        SheetCell::Number { .. } | SheetCell::NumberOf { .. } | SheetCell::Money(_) | SheetCell::MoneyOf { .. } => true,
        SheetCell::Empty | SheetCell::Text(_) | SheetCell::Date(_) => false,
    })
}

/// Points of one line of words.
const LINE_HEIGHT: f64 = 14.0;

/// How many lines the words of a row need, as far as lengths tell: not every program works it out on opening.
fn lines(sheet: &Sheet, row: &SheetRow) -> f64 {
    let of = |(cell, column): (&SheetCell, &SheetColumn)| match cell {
        SheetCell::Text(text) => text.chars().count().div_ceil(usize::from(column.width.max(1))),
        SheetCell::Empty
        | SheetCell::Number { .. }
        | SheetCell::NumberOf { .. }
        | SheetCell::Money(_)
        | SheetCell::MoneyOf { .. }
        | SheetCell::Date(_) => 1,
    };
    let most = row.cells.iter().zip(&sheet.columns).map(of).max().unwrap_or(1);
    f64::from(u8::try_from(most.clamp(1, 25)).unwrap_or(1))
}

fn digits(decimals: u8) -> String {
    if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(usize::from(decimals))) }
}

/// The format of a number that shows what its status asks for; the cell stays a number.
fn signed(status: Status, digits: &str) -> String {
    match status {
        Status::Nil => format!("\"{}\"", status_sign(status)),
        Status::Limited => format!("\"(\"{digits}\")\""),
        Status::Provisional | Status::Revised | Status::Estimated => format!("{digits}\"{}\"", status_sign(status)),
        Status::Reported
        | Status::Missing
        | Status::Suppressed
        | Status::Unreliable
        | Status::Later
        | Status::NotMeaningful => digits.to_owned(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a few hundred rows")]
fn row_number(row: usize) -> u32 {
    ROWS_ABOVE + 1 + row as u32
}

/// A formula in the words of Excel's file format, which are English.
fn excel(formula: &Formula, document: &Document) -> String {
    let place = |at: &SheetPlace| reference(at, document);
    match formula {
        Formula::Sum { from, to } => format!("SUM({}:{})", place(from), cell_name(to)),
        Formula::Copy(at) => place(at),
        Formula::Gap(whole, part) => format!("MAX(0,{}-{})", place(whole), place(part)),
    }
}

fn reference(at: &SheetPlace, document: &Document) -> String {
    let name = document.sheets.get(at.sheet).map_or("", |sheet| sheet.name.as_str());
    format!("'{}'!{}", name.replace('\'', "''"), cell_name(at))
}

fn cell_name(at: &SheetPlace) -> String {
    let column = u16::try_from(at.column).unwrap_or(u16::MAX);
    rust_xlsxwriter::utility::row_col_to_cell(row_number(at.row), column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_of_a_value_is_part_of_its_number_format() {
        let shown =
            [Status::Reported, Status::Provisional, Status::Limited, Status::Nil].map(|of| signed(of, "#,##0.0"));
        assert_eq!(shown, ["#,##0.0", "#,##0.0\"p\"", "\"(\"#,##0.0\")\"", "\"–\""]);
    }
}
