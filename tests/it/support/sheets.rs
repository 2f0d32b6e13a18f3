//! Workbooks as text, so that a fixture can be read and changed without a spreadsheet.
//!
//! Each line is a row, cells are parted by `|`. `=1.5` is a number, `%0.125` a number shown as percent, `date 41671` a
//! date, `bool 1` a truth value, `#NV` an error value, `formula 1+1 = 2` a formula with its stored result (`formula 1+1`
//! has none); `'012` and everything else is text, in which `\n` breaks the line and `9,6^2^` has a raised 2; `>Text` and
//! `>>Text` are indented by their format. `@sheet NAME [hidden]` begins a sheet,
//! `@merge A1:B2`, `@hide row 3` and `@hide column B` say how it looks.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::fmt::Write as _;
use std::io::Write as _;

#[derive(Default)]
struct Sheet {
    name: String,
    hidden: bool,
    rows: Vec<Vec<Cell>>,
    merged: Vec<String>,
    hidden_rows: Vec<usize>,
    hidden_columns: Vec<String>,
}

enum Cell {
    Empty,
    Text(String),
    Indented(usize, String),
    Number(String),
    Percent(String),
    Date(String),
    Bool(bool),
    Error(String),
    Formula(String, Option<String>),
}

fn sheets(text: &str) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("@sheet ") {
            let (name, hidden) = name.strip_suffix(" hidden").map_or((name, false), |name| (name, true));
            sheets.push(Sheet { name: name.to_owned(), hidden, ..Sheet::default() });
            continue;
        }
        if sheets.is_empty() {
            sheets.push(Sheet { name: "Daten".to_owned(), ..Sheet::default() });
        }
        let sheet = sheets.last_mut().unwrap();
        match line.strip_prefix('@') {
            None => sheet.rows.push(line.split('|').map(|cell| self::cell(cell.trim())).collect()),
            Some(look) => match look.split_once(' ').unwrap() {
                ("merge", region) => sheet.merged.push(region.to_owned()),
                ("hide", what) => match what.split_once(' ').unwrap() {
                    ("row", row) => sheet.hidden_rows.push(row.parse().unwrap()),
                    (_, column) => sheet.hidden_columns.push(column.to_owned()),
                },
                (other, _) => panic!("@{other}"),
            },
        }
    }
    sheets
}

fn cell(text: &str) -> Cell {
    let number = |prefix: char| text.strip_prefix(prefix).filter(|rest| rest.parse::<f64>().is_ok());
    if text.is_empty() {
        Cell::Empty
    } else if let Some(number) = number('=') {
        Cell::Number(number.to_owned())
    } else if let Some(number) = number('%') {
        Cell::Percent(number.to_owned())
    } else if let Some(day) = text.strip_prefix("date ") {
        Cell::Date(day.to_owned())
    } else if let Some(value) = text.strip_prefix("bool ") {
        Cell::Bool(value == "1")
    } else if let Some(formula) = text.strip_prefix("formula ") {
        let (formula, result) = formula.split_once(" = ").map_or((formula, None), |(f, r)| (f, Some(r.to_owned())));
        Cell::Formula(formula.to_owned(), result)
    } else if text.starts_with('>') {
        let name = text.trim_start_matches('>');
        Cell::Indented(text.len() - name.len(), name.to_owned())
    } else if text.starts_with('#') {
        Cell::Error(text.to_owned())
    } else {
        Cell::Text(text.strip_prefix('\'').unwrap_or(text).replace("\\n", "\n"))
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn letters(column: usize) -> String {
    let first = column.checked_div(26).filter(|&n| n > 0).map(|n| char::from(b'A' + u8::try_from(n - 1).unwrap()));
    first.into_iter().chain([char::from(b'A' + u8::try_from(column % 26).unwrap())]).collect()
}

fn archive(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The workbook as XLSX, or as XLSM with a part of macros.
pub fn xlsx(text: &str, macros: bool) -> Vec<u8> {
    let sheets = sheets(text);
    let (mut names, mut targets, mut parts) = (String::new(), String::new(), Vec::new());
    let mut shared: Vec<&str> = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let n = at + 1;
        let state = if sheet.hidden { r#" state="hidden""# } else { "" };
        write!(names, r#"<sheet name="{}" sheetId="{n}"{state} r:id="r{n}"/>"#, escaped(&sheet.name)).unwrap();
        write!(targets, r#"<Relationship Id="r{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>"#)
            .unwrap();
        parts.push((format!("xl/worksheets/sheet{n}.xml"), worksheet(sheet, &mut shared)));
    }
    if !shared.is_empty() {
        let texts: String = shared.iter().map(|text| format!("<si>{}</si>", runs(text))).collect();
        parts.push(("xl/sharedStrings.xml".to_owned(), format!(r#"<sst xmlns="{MAIN}">{texts}</sst>"#)));
    }
    if macros {
        parts.push(("xl/vbaProject.bin".to_owned(), "Sub Auto_Open()".to_owned()));
    }
    parts.extend(
        [
            (
                "[Content_Types].xml",
                r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.to_owned(),
            ),
            (
                "_rels/.rels",
                format!(
                    r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/workbook.xml",
                format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>"#),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(r#"<Relationships xmlns="{PACKAGE}">{targets}</Relationships>"#),
            ),
            (
                "xl/styles.xml",
                format!(
                    r#"<styleSheet xmlns="{MAIN}"><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="0"><alignment horizontal="left" indent="1"/></xf><xf numFmtId="0"><alignment horizontal="left" indent="2"/></xf></cellXfs></styleSheet>"#
                ),
            ),
        ]
        .map(|(name, content)| (name.to_owned(), content)),
    );
    archive(&parts)
}

/// The runs of a text with raised letters.
fn runs(text: &str) -> String {
    let raised = r#"<rPr><vertAlign val="superscript"/></rPr>"#;
    let look = |at: usize| if at % 2 == 1 { raised } else { "" };
    let run =
        |(at, part): (usize, &str)| format!(r#"<r>{}<t xml:space="preserve">{}</t></r>"#, look(at), escaped(part));
    text.split('^').enumerate().filter(|(_, part)| !part.is_empty()).map(run).collect()
}

fn worksheet<'a>(sheet: &'a Sheet, shared: &mut Vec<&'a str>) -> String {
    let mut xml = format!(r#"<worksheet xmlns="{MAIN}">"#);
    if !sheet.hidden_columns.is_empty() {
        xml += "<cols>";
        for column in &sheet.hidden_columns {
            let n = usize::from(column.as_bytes()[0] - b'A') + 1;
            write!(xml, r#"<col min="{n}" max="{n}" hidden="1"/>"#).unwrap();
        }
        xml += "</cols>";
    }
    xml += "<sheetData>";
    for (at, row) in sheet.rows.iter().enumerate() {
        let hidden = if sheet.hidden_rows.contains(&(at + 1)) { r#" hidden="1""# } else { "" };
        write!(xml, r#"<row r="{}"{hidden}>"#, at + 1).unwrap();
        for (column, cell) in row.iter().enumerate() {
            let place = format!("{}{}", letters(column), at + 1);
            match cell {
                Cell::Empty => Ok(()),
                Cell::Text(text) if text.contains('^') => {
                    shared.push(text);
                    write!(xml, r#"<c r="{place}" t="s"><v>{}</v></c>"#, shared.len() - 1)
                }
                Cell::Text(text) => write!(
                    xml,
                    r#"<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#,
                    escaped(text)
                ),
                Cell::Indented(steps, text) => write!(
                    xml,
                    r#"<c r="{place}" s="{}" t="inlineStr"><is><t>{}</t></is></c>"#,
                    steps + 2,
                    escaped(text)
                ),
                Cell::Number(number) => write!(xml, r#"<c r="{place}"><v>{number}</v></c>"#),
                Cell::Percent(number) => write!(xml, r#"<c r="{place}" s="2"><v>{number}</v></c>"#),
                Cell::Date(day) => write!(xml, r#"<c r="{place}" s="1"><v>{day}</v></c>"#),
                Cell::Bool(value) => write!(xml, r#"<c r="{place}" t="b"><v>{}</v></c>"#, u8::from(*value)),
                Cell::Error(error) => {
                    let error = if error == "#NV" { "#N/A" } else { error };
                    write!(xml, r#"<c r="{place}" t="e"><v>{error}</v></c>"#)
                }
                Cell::Formula(formula, None) => write!(xml, r#"<c r="{place}"><f>{}</f></c>"#, escaped(formula)),
                Cell::Formula(formula, Some(result)) => {
                    let kind = if result.parse::<f64>().is_ok() { "" } else { r#" t="str""# };
                    let (formula, result) = (escaped(formula), escaped(result));
                    write!(xml, r#"<c r="{place}"{kind}><f>{formula}</f><v>{result}</v></c>"#)
                }
            }
            .unwrap();
        }
        xml += "</row>";
    }
    xml += "</sheetData>";
    if !sheet.merged.is_empty() {
        xml += "<mergeCells>";
        for region in &sheet.merged {
            write!(xml, r#"<mergeCell ref="{region}"/>"#).unwrap();
        }
        xml += "</mergeCells>";
    }
    xml + "</worksheet>"
}

/// The workbook as OpenDocument, as LibreOffice writes it.
pub fn ods(text: &str) -> Vec<u8> {
    let mut tables = String::new();
    for sheet in sheets(text) {
        let style = if sheet.hidden { r#" table:style-name="ta2""# } else { r#" table:style-name="ta1""# };
        write!(tables, r#"<table:table table:name="{}"{style}>"#, escaped(&sheet.name)).unwrap();
        for column in &sheet.hidden_columns {
            let before = usize::from(column.as_bytes()[0] - b'A');
            if before > 0 {
                write!(tables, r#"<table:table-column table:number-columns-repeated="{before}"/>"#).unwrap();
            }
            tables += r#"<table:table-column table:visibility="collapse"/>"#;
        }
        for (at, row) in sheet.rows.iter().enumerate() {
            let hidden = if sheet.hidden_rows.contains(&(at + 1)) { r#" table:visibility="collapse""# } else { "" };
            write!(tables, "<table:table-row{hidden}>").unwrap();
            for (column, cell) in row.iter().enumerate() {
                tables += &open_cell(cell, &span(&sheet.merged, at, column));
            }
            tables += "</table:table-row>";
        }
        tables += "</table:table>";
    }
    let names = ["office", "table", "text", "style", "fo"]
        .map(|name| format!(r#" xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0""#))
        .concat();
    let styles = r#"<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="ce1" style:family="table-cell"><style:paragraph-properties fo:text-align="start" fo:margin-left="0.353cm"/></style:style><style:style style:name="ce2" style:family="table-cell"><style:paragraph-properties fo:text-align="start" fo:margin-left="0.706cm"/></style:style></office:automatic-styles>"#;
    let content = format!(
        "<office:document-content{names}>{styles}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype".to_owned(), "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        (
            "META-INF/manifest.xml".to_owned(),
            r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#.to_owned(),
        ),
        ("content.xml".to_owned(), content),
    ])
}

fn span(merged: &[String], row: usize, column: usize) -> String {
    let place = format!("{}{}:", letters(column), row + 1);
    let Some(end) = merged.iter().find_map(|region| region.strip_prefix(&place)) else { return String::new() };
    let last_column = usize::from(end.as_bytes()[0] - b'A');
    let last_row: usize = end[1..].parse().unwrap();
    format!(
        r#" table:number-columns-spanned="{}" table:number-rows-spanned="{}""#,
        last_column - column + 1,
        last_row - row
    )
}

fn open_cell(cell: &Cell, span: &str) -> String {
    let of = |kind: &str, value: &str, shown: &str| {
        format!(
            r#"<table:table-cell{span} office:value-type="{kind}" {value}><text:p>{}</text:p></table:table-cell>"#,
            escaped(shown)
        )
    };
    match cell {
        Cell::Empty => format!("<table:table-cell{span}/>"),
        Cell::Text(text) => {
            let raised = |part: &str| format!(r#"<text:span text:style-name="T1">{}</text:span>"#, escaped(part));
            let parts = text.split('^').enumerate();
            let parts = parts.map(|(at, part)| if at % 2 == 1 { raised(part) } else { escaped(part) });
            let shown: String = parts.collect();
            format!(r#"<table:table-cell{span} office:value-type="string"><text:p>{shown}</text:p></table:table-cell>"#)
        }
        Cell::Indented(steps, text) => format!(
            r#"<table:table-cell{span} table:style-name="ce{steps}" office:value-type="string"><text:p>{}</text:p></table:table-cell>"#,
            escaped(text)
        ),
        Cell::Number(number) => of("float", &format!(r#"office:value="{number}""#), &number.replace('.', ",")),
        Cell::Percent(number) => of("percentage", &format!(r#"office:value="{number}""#), number),
        Cell::Date(day) => of("date", &format!(r#"office:date-value="{day}""#), day),
        Cell::Bool(value) => of("boolean", &format!(r#"office:boolean-value="{value}""#), "WAHR"),
        Cell::Error(error) => of("string", r#"table:formula="of:=1/0" office:string-value="""#, error),
        Cell::Formula(formula, result) => {
            let result = result.clone().unwrap_or_default();
            let formula = escaped(formula);
            of("float", &format!(r#"table:formula="of:={formula}" office:value="{result}""#), &result)
        }
    }
}
