//! Delimited text to cells. Not by the csv crate, because it passes over empty lines, so that no row after one could
//! be found again in the file; because it reads a quotation mark that never closes as one cell to the end of the file;
//! and because cells here go straight into the arena.

use super::table::{CellKind, RawTable, TableBuilder, TooLarge};
use super::{ImportError, Issue, IssueKind, Severity};
use crate::jobs::Progress;

/// Places that delimited text may fill: six million rows of eight columns.
const CELL_LIMIT: usize = 48_000_000;
/// Line breaks in one cell; more of them are rows swallowed between two stray quotation marks.
const MOST_LINES: usize = 60;
/// Columns that a table may have, as in spreadsheets.
const COLUMN_LIMIT: usize = 16_384;

/// Bytes between two looks whether the planner wants to stop: about a millisecond.
const STEP: usize = 1 << 18;

/// Cells of the text, and what was odd about it.
pub(super) fn parse(
    name: &str,
    text: &str,
    separator: u8,
    progress: &Progress,
) -> Result<(RawTable, Vec<Issue>), ImportError> {
    match parse_with(name, text, separator, Quotes::Respected, progress)? {
        Parsed::Table(table) => Ok((table, Vec::new())),
        Parsed::OpenQuote { row } => {
            let note = Issue { cell: None, severity: Severity::Check, kind: IssueKind::OpenQuote { row } };
            match parse_with(name, text, separator, Quotes::Literal, progress)? {
                Parsed::Table(table) => Ok((table, vec![note])),
                Parsed::OpenQuote { .. } => Err(ImportError::NoCells),
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    Respected,
    Literal,
}

enum Parsed {
    Table(RawTable),
    OpenQuote { row: u32 },
}

fn parse_with(
    name: &str,
    text: &str,
    separator: u8,
    quotes: Quotes,
    progress: &Progress,
) -> Result<Parsed, ImportError> {
    let bytes = text.as_bytes();
    let mut builder = TableBuilder::new(CELL_LIMIT, text.len());
    builder.arena().reserve(text.len());
    let (mut at, mut columns, mut looked) = (0, 0, 0);
    while at < bytes.len() {
        if quotes == Quotes::Respected && bytes[at] == b'"' {
            let from = builder.arena().len();
            match quoted(text, at + 1, builder.arena()) {
                Some(after) if line_breaks(&builder.arena()[from..]) <= MOST_LINES => at = after,
                Some(_) | None => return Ok(Parsed::OpenQuote { row: builder.rows() }),
            }
        }
        let end = bytes[at..]
            .iter()
            .position(|&byte| byte == separator || byte == b'\n' || byte == b'\r')
            .map_or(bytes.len(), |length| at + length);
        builder.arena().push_str(&text[at..end]);
        builder.end_cell(CellKind::Text).map_err(too_large)?;
        columns += 1;
        if columns > COLUMN_LIMIT {
            return Err(ImportError::TooLarge { detail: format!("> {COLUMN_LIMIT} columns") });
        }
        at = end + 1;
        if bytes.get(end) != Some(&separator) {
            at += usize::from(bytes.get(end) == Some(&b'\r') && bytes.get(at) == Some(&b'\n'));
            columns = 0;
            builder.end_row().map_err(too_large)?;
            if at - looked >= STEP {
                looked = at;
                progress.step(at as u64, bytes.len() as u64)?;
            }
        }
    }
    builder.build(name.to_owned(), false, Vec::new()).map(Parsed::Table).map_err(too_large)
}

fn line_breaks(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}

/// Copies a quoted text; the position after its closing quote, or nothing if it never closes.
fn quoted(text: &str, start: usize, arena: &mut String) -> Option<usize> {
    let mut from = start;
    loop {
        let close = from + text[from..].find('"')?;
        arena.push_str(&text[from..close]);
        if text.as_bytes().get(close + 1) != Some(&b'"') {
            return Some(close + 1);
        }
        arena.push('"');
        from = close + 2;
    }
}

fn too_large(_: TooLarge) -> ImportError {
    ImportError::TooLarge { detail: format!("> {CELL_LIMIT} cells") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let (table, _) = parse("t", text, b';', &Progress::new()).unwrap();
        (0..table.row_count())
            .map(|row| (0..table.column_count()).map(|column| table.cell(row, column).text.to_owned()).collect())
            .collect()
    }

    #[test]
    fn quotes_line_breaks_and_row_numbers_are_kept() {
        assert_eq!(cells("a;\"b;\"\"c\"\"\nd\"\r\n\r\ne;f"), [vec!["a", "b;\"c\"\nd"], vec!["", ""], vec!["e", "f"]]);
        assert_eq!(cells("a;b\rc;d\r"), [["a", "b"], ["c", "d"]]);
        assert_eq!(cells("a;b;;\nc;d;;\n"), [["a", "b"], ["c", "d"]]);
    }

    #[test]
    fn a_quote_that_never_closes_swallows_nothing() {
        let (table, notes) = parse("t", "a;\"b\nc;d\n", b';', &Progress::new()).unwrap();
        assert_eq!(table.cell(1, 1).text, "d");
        assert_eq!(notes[0].kind, IssueKind::OpenQuote { row: 0 });
        let two = format!("a;\"b\n{}e;\"f\n", "c;d\n".repeat(100));
        let (table, notes) = parse("t", &two, b';', &Progress::new()).unwrap();
        assert_eq!((table.row_count(), notes.len()), (102, 1));
    }

    #[test]
    fn a_cancelled_reading_stops() {
        let progress = Progress::new();
        progress.cancel();
        assert_eq!(parse("t", &"a;b\n".repeat(STEP), b';', &progress).unwrap_err(), ImportError::Cancelled);
    }
}
