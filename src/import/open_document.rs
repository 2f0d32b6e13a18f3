//! Open documents (ODS) to cells, from front to back: rows and cells that one tag repeats a million times are counted
//! before they are laid out; what a sheet hides, merges or shows as percent stays with it (OASIS OpenDocument 1.3,
//! part 3, sections 9 and 19).

use super::ImportError;
use super::raised::{self, Position};
use super::sheet_shape::SheetShape;
use super::sign;
use super::table::{CellKind, MergedCells, RawTable, TableBuilder, TooLarge};
use super::workbook::{Budget, damaged, iso_date_text, push_number, too_large};
use crate::jobs::Progress;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};
use std::collections::{BTreeMap, BTreeSet};

/// A sheet and its looks.
pub(super) type Sheet = (RawTable, SheetShape);

/// The sheets of a `content.xml`.
pub(super) fn read(content: &str, progress: &Progress) -> Result<Vec<Sheet>, ImportError> {
    let mut xml = Reader::from_str(content);
    xml.config_mut().expand_empty_elements = true;
    let mut document = Document {
        xml,
        hidden_styles: BTreeSet::new(),
        raised_styles: BTreeMap::new(),
        indent_styles: BTreeMap::new(),
        budget: Budget::default(),
        progress,
    };
    let (mut sheets, mut depth, mut style) = (Vec::new(), 0_usize, String::new());
    loop {
        match document.next()? {
            Event::Start(element) => match element.name().as_ref() {
                "table:table" => sheets.push(document.sheet(&element)?),
                "table:tracked-changes" => document.pass(&element)?,
                name => {
                    depth += 1;
                    match name {
                        "style:style" => style = attribute(&element, "style:name").unwrap_or_default(),
                        "style:table-properties" if is(&element, "table:display", "false") => {
                            document.hidden_styles.insert(std::mem::take(&mut style));
                        }
                        "style:paragraph-properties" => {
                            let steps = attribute(&element, "fo:margin-left").map_or(0, |margin| indent_steps(&margin));
                            document.indent_styles.extend((steps > 0).then(|| (style.clone(), steps)));
                        }
                        "style:text-properties" => {
                            let position = attribute(&element, "style:text-position").unwrap_or_default();
                            let position = Position::of_style(&position);
                            if position != Position::Line {
                                document.raised_styles.insert(style.clone(), position);
                            }
                        }
                        _ => {}
                    }
                }
            },
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof if depth == 0 => return Ok(sheets),
            Event::Eof => return Err(damaged("content.xml")),
            _ => {}
        }
    }
}

struct Document<'a> {
    xml: Reader<&'a [u8]>,
    /// Styles of sheets that are not shown.
    hidden_styles: BTreeSet<String>,
    /// Styles of raised and lowered letters.
    raised_styles: BTreeMap<String, Position>,
    /// Styles of indented cells, with their steps.
    indent_styles: BTreeMap<String, u8>,
    budget: Budget,
    progress: &'a Progress,
}

/// The sheet that is being read.
struct Growing {
    builder: TableBuilder,
    shape: SheetShape,
    row: u32,
    column: u32,
    /// First columns behind those that share a style, with the steps by which that indents.
    indents: Vec<(u32, u8)>,
}

/// Cells side by side that one tag stands for.
struct Cells {
    column: u32,
    repeated: u32,
    text: String,
    kind: CellKind,
    percent: bool,
    /// Steps by which the format indents a text.
    indent: u8,
}

impl<'a> Document<'a> {
    fn next(&mut self) -> Result<Event<'a>, ImportError> {
        self.xml.read_event().map_err(damaged)
    }

    /// Goes past an element and everything in it.
    fn pass(&mut self, element: &BytesStart<'_>) -> Result<(), ImportError> {
        self.xml.read_to_end(element.name()).map(|_| ()).map_err(damaged)
    }

    fn sheet(&mut self, element: &BytesStart<'_>) -> Result<Sheet, ImportError> {
        let name = attribute(element, "table:name").unwrap_or_default();
        let style = attribute(element, "table:style-name").unwrap_or_default();
        let mut sheet = Growing {
            builder: TableBuilder::new(self.budget.places, self.budget.text),
            shape: SheetShape::default(),
            row: 0,
            column: 0,
            indents: Vec::new(),
        };
        loop {
            match self.next()? {
                Event::Start(element) => match element.name().as_ref() {
                    "table:table-column" => {
                        sheet.columns(&element);
                        let style = attribute(&element, "table:default-cell-style-name").unwrap_or_default();
                        let steps = self.indent_styles.get(&style).copied().unwrap_or(0);
                        sheet.indents.push((sheet.column, steps));
                    }
                    "table:table-row" => self.row(&element, &mut sheet)?,
                    // A table inside of a sheet, drawings, forms.
                    "table:table" | "table:shapes" | "office:forms" => self.pass(&element)?,
                    _ => {}
                },
                Event::End(element) if element.name() == QName("table:table") => break,
                Event::Eof => return Err(damaged("table:table")),
                _ => {}
            }
        }
        let hidden = self.hidden_styles.contains(&style);
        sheet.builder.percent(std::mem::take(&mut sheet.shape.percent));
        sheet.builder.indents(std::mem::take(&mut sheet.shape.indents));
        let table = sheet.builder.build(name, hidden, std::mem::take(&mut sheet.shape.merged)).map_err(too_large)?;
        self.budget.spend(&table);
        Ok((table, sheet.shape))
    }

    fn row(&mut self, element: &BytesStart<'_>, sheet: &mut Growing) -> Result<(), ImportError> {
        let repeated = number(element, "table:number-rows-repeated");
        let hidden = is_hidden(element);
        let (mut cells, mut column) = (Vec::new(), 0_u32);
        loop {
            match self.next()? {
                Event::Start(element) => match element.name().as_ref() {
                    "table:table-cell" | "table:covered-table-cell" => {
                        let found = self.cells(&element, column, sheet)?;
                        column = column.saturating_add(found.repeated);
                        cells.extend((found.kind != CellKind::Empty).then_some(found));
                    }
                    _ => self.pass(&element)?,
                },
                Event::End(element) if element.name() == QName("table:table-row") => break,
                Event::Eof => return Err(damaged("table:table-row")),
                _ => {}
            }
        }
        let first = sheet.row;
        sheet.row = sheet.row.saturating_add(repeated);
        if !cells.is_empty() {
            for row in first..sheet.row {
                self.put(row, &cells, sheet)?;
                sheet.shape.hidden_rows.extend(hidden.then_some(row));
            }
        }
        Ok(())
    }

    fn put(&mut self, row: u32, cells: &[Cells], sheet: &mut Growing) -> Result<(), ImportError> {
        for cell in cells {
            for column in cell.column..cell.column.saturating_add(cell.repeated) {
                let column = self.budget.cell((row, column), self.progress)?;
                sheet.builder.put(row, column, &cell.text, cell.kind).map_err(too_large)?;
                sheet.shape.percent.extend(cell.percent.then_some((row, column)));
                sheet.shape.indents.extend((cell.indent > 0).then_some((row, column, cell.indent)));
            }
        }
        Ok(())
    }

    /// The cells that a tag stands for.
    fn cells(&mut self, element: &BytesStart<'_>, column: u32, sheet: &mut Growing) -> Result<Cells, ImportError> {
        let shown = self.shown_text(element)?;
        let of = |name: &str| attribute(element, name);
        let kind = of("office:value-type").or_else(|| of("office:value").map(|_| "float".to_owned()));
        let has_formula = of("table:formula").is_some();
        let (text, kind, percent) = match kind.as_deref() {
            Some("float" | "currency" | "percentage") => {
                let percent = kind.as_deref() == Some("percentage");
                let (text, kind) = typed_number(&of("office:value").unwrap_or_default(), shown, has_formula);
                (text, kind, percent && kind == CellKind::Number)
            }
            Some("date") => (iso_date_text(&of("office:date-value").unwrap_or(shown)), CellKind::Date, false),
            Some("time") => (shown, CellKind::Date, false),
            Some("boolean") => {
                let value = if is(element, "office:boolean-value", "true") { "WAHR" } else { "FALSCH" };
                (value.to_owned(), CellKind::Bool, false)
            }
            _ => {
                // Of an error only the shown text tells.
                let text = of("office:string-value").filter(|text| !text.is_empty()).unwrap_or(shown);
                let kind = if is_error(&text, has_formula) { CellKind::Error } else { CellKind::Text };
                (text, kind, false)
            }
        };
        let kind = match (text.is_empty(), has_formula) {
            (true, true) => CellKind::Formula,
            (true, false) => CellKind::Empty,
            (false, _) => kind,
        };
        if has_formula && kind != CellKind::Formula {
            sheet.shape.formulas.meet((sheet.row, column));
        }
        sheet.shape.merged.extend(span(element, (sheet.row, column)));
        let repeated = number(element, "table:number-columns-repeated");
        let indent = if kind == CellKind::Text { self.indent_of(element, column, sheet) } else { 0 };
        Ok(Cells { column, repeated, text, kind, percent, indent })
    }

    /// The steps by which the style of a cell, else that of its column, indents.
    fn indent_of(&self, cell: &BytesStart<'_>, column: u32, sheet: &Growing) -> u8 {
        if self.indent_styles.is_empty() {
            return 0;
        }
        match attribute(cell, "table:style-name") {
            Some(style) => self.indent_styles.get(&style).copied().unwrap_or(0),
            None => sheet.indents.iter().find(|(end, _)| column < *end).map_or(0, |(_, steps)| *steps),
        }
    }

    /// The text of a cell as it is shown: its paragraphs, without comments and drawings.
    fn shown_text(&mut self, cell: &BytesStart<'_>) -> Result<String, ImportError> {
        let (mut text, mut paragraphs, mut inside) = (String::new(), 0_u32, false);
        // Spans lie within one another; the innermost that says where its letters stand counts.
        let mut spans: Vec<Position> = Vec::new();
        loop {
            if text.len() > self.budget.text {
                return Err(too_large(TooLarge));
            }
            match self.next()? {
                Event::Start(element) => match element.name().as_ref() {
                    "text:p" | "text:h" => {
                        text.push_str(if paragraphs > 0 { "\n" } else { "" });
                        (paragraphs, inside) = (paragraphs + 1, true);
                    }
                    "text:s" => (0..number(&element, "text:c").min(1 << 10)).for_each(|_| text.push(' ')),
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    "text:span" => {
                        let style = attribute(&element, "text:style-name");
                        let own = style.and_then(|style| self.raised_styles.get(&style).copied());
                        spans.push(own.or(spans.last().copied()).unwrap_or_default());
                    }
                    "text:note" | "text:ruby-text" => self.pass(&element)?,
                    name if name.starts_with("text:") => {}
                    _ => self.pass(&element)?,
                },
                Event::Text(part) if inside => raised::push(&part.xml10_content(), at(&spans), &mut text),
                Event::CData(part) if inside => raised::push(&part.xml10_content(), at(&spans), &mut text),
                Event::GeneralRef(entity) if inside => push_entity(&entity, &mut text)?,
                Event::End(element) if element.name() == cell.name() => return Ok(text),
                Event::End(element) if element.name().as_ref() == "text:span" => _ = spans.pop(),
                Event::End(element) if matches!(element.name().as_ref(), "text:p" | "text:h") => inside = false,
                Event::Eof => return Err(damaged("table:table-cell")),
                _ => {}
            }
        }
    }
}

/// Where the letters of a span stand.
fn at(spans: &[Position]) -> Position {
    spans.last().copied().unwrap_or_default()
}

impl Growing {
    /// Notes which columns are hidden.
    fn columns(&mut self, element: &BytesStart<'_>) {
        let first = self.column;
        self.column = self.column.saturating_add(number(element, "table:number-columns-repeated"));
        if is_hidden(element)
            && let Ok(first) = u16::try_from(first)
        {
            let last = u16::try_from(self.column - 1).unwrap_or(u16::MAX);
            self.shape.hidden_columns.push((first, last));
        }
    }
}

/// A number, or the error that a formula shows in its place; what is no number is read as it is shown.
fn typed_number(value: &str, shown: String, has_formula: bool) -> (String, CellKind) {
    if is_error(&shown, has_formula) {
        return (shown, CellKind::Error);
    }
    let mut text = String::new();
    match value.parse() {
        Ok(number) => {
            push_number(number, &mut text);
            (text, CellKind::Number)
        }
        Err(_) => (shown, CellKind::Text),
    }
}

/// Error values, in the words of a spreadsheet or by number: `#DIV/0!`, `Err:502`.
fn is_error(text: &str, has_formula: bool) -> bool {
    let numbered = || text.strip_prefix("Err:").is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
    has_formula && (sign::is_error_text(text) || numbered())
}

/// The steps of a margin: ten points each, as spreadsheets indent.
fn indent_steps(margin: &str) -> u8 {
    let unit = margin.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(margin.len());
    let points = match &margin[unit..] {
        "cm" => 72.0 / 2.54,
        "mm" => 7.2 / 2.54,
        "in" => 72.0,
        "pt" => 1.0,
        _ => return 0,
    };
    let steps = margin[..unit].parse::<f64>().map_or(0.0, |length| (length * points / 10.0).round());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let steps = steps.clamp(0.0, 15.0) as u8;
    steps
}

/// What a cell spans together with others.
fn span(element: &BytesStart<'_>, (row, column): (u32, u32)) -> Option<MergedCells> {
    let rows = number(element, "table:number-rows-spanned");
    let columns = number(element, "table:number-columns-spanned");
    let first_column = u16::try_from(column).ok().filter(|_| rows > 1 || columns > 1)?;
    Some(MergedCells {
        first_row: row,
        first_column,
        last_row: row.saturating_add(rows - 1),
        last_column: u16::try_from(column.saturating_add(columns - 1)).unwrap_or(u16::MAX),
    })
}

pub(super) fn push_entity(entity: &BytesRef<'_>, text: &mut String) -> Result<(), ImportError> {
    if let Some(known) = quick_xml::escape::resolve_xml_entity(entity) {
        text.push_str(known);
        return Ok(());
    }
    // An entity of the document's own may unfold without end.
    let letter = entity.resolve_char_ref().map_err(damaged)?;
    text.push(letter.ok_or_else(|| damaged("entity"))?);
    Ok(())
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "table:visibility").is_some_and(|value| value == "collapse" || value == "filter")
}

fn is(element: &BytesStart<'_>, name: &str, value: &str) -> bool {
    attribute(element, name).is_some_and(|found| found == value)
}

/// A number that is 1 where nothing else is said.
fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|value| value.parse().ok()).filter(|&number| number > 0).unwrap_or(1)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|found| found.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
