//! Delimited text to cells. Not by the csv crate, because it passes over empty lines, so that no row after one could
//! be found again in the file; because it reads a quotation mark that never closes as one cell to the end of the file;
//! and because cells here go straight into the arena.

use super::table::{CellKind, RawTable, TableBuilder};
use super::{ImportError, Issue, IssueKind, Severity};
use crate::jobs::Progress;

/// What delimited text may hold: a row and some columns for each value that one draft holds.
const LIMITS: Limits = Limits { rows: 6_000_000, cells: 32_000_000 };

/// Rows, and places in them, that delimited text may fill.
#[derive(Clone, Copy)]
struct Limits {
    rows: usize,
    cells: usize,
}
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
    parse_within(LIMITS, name, text, separator, progress)
}

fn parse_within(
    limits: Limits,
    name: &str,
    text: &str,
    separator: u8,
    progress: &Progress,
) -> Result<(RawTable, Vec<Issue>), ImportError> {
    limits.count(text.as_bytes(), separator)?;
    match limits.parse(name, text, separator, Quotes::Respected, progress)? {
        Parsed::Table(table) => Ok((table, Vec::new())),
        Parsed::OpenQuote { row } => {
            let note = Issue { cell: None, severity: Severity::Check, kind: IssueKind::OpenQuote { row } };
            match limits.parse(name, text, separator, Quotes::Literal, progress)? {
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

impl Limits {
    /// Refuses what is too large before any room is taken. Between quotation marks nothing is counted; cells there are
    /// counted while they are read.
    fn count(self, bytes: &[u8], separator: u8) -> Result<(), ImportError> {
        if bytes.len() < self.rows || memchr::memchr(b'"', bytes).is_some() {
            return Ok(());
        }
        let ends = memchr::memchr_iter(b'\n', bytes).count().max(memchr::memchr_iter(b'\r', bytes).count());
        if ends > self.rows {
            return Err(self.too_many_rows());
        }
        let is_end = |byte: u8| byte == separator || byte == b'\n' || byte == b'\r';
        let filled = |pair: &[u8; 2]| usize::from(is_end(pair[0]) & !is_end(pair[1]));
        // A filled cell takes a byte, and another one ends it.
        let may_be_too_many = bytes.len() / 2 > self.cells;
        if may_be_too_many && bytes.array_windows().map(filled).sum::<usize>() > self.cells {
            return Err(self.too_many_cells());
        }
        Ok(())
    }

    fn too_many_rows(self) -> ImportError {
        ImportError::TooLarge { detail: format!("> {} rows", self.rows) }
    }

    fn too_many_cells(self) -> ImportError {
        ImportError::TooLarge { detail: format!("> {} cells", self.cells) }
    }

    fn parse(
        self,
        name: &str,
        text: &str,
        separator: u8,
        quotes: Quotes,
        progress: &Progress,
    ) -> Result<Parsed, ImportError> {
        let bytes = text.as_bytes();
        let mut builder = TableBuilder::of_text(self.cells, text.len());
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
            builder.end_cell(CellKind::Text).map_err(|_| self.too_many_cells())?;
            columns += 1;
            if columns > COLUMN_LIMIT {
                return Err(ImportError::TooLarge { detail: format!("> {COLUMN_LIMIT} columns") });
            }
            at = end + 1;
            if bytes.get(end) != Some(&separator) {
                at += usize::from(bytes.get(end) == Some(&b'\r') && bytes.get(at) == Some(&b'\n'));
                columns = 0;
                builder.end_row().map_err(|_| self.too_many_cells())?;
                if builder.rows() as usize > self.rows {
                    return Err(self.too_many_rows());
                }
                if at - looked >= STEP {
                    looked = at;
                    progress.step(at as u64, bytes.len() as u64)?;
                }
            }
        }
        builder.build(name.to_owned(), false, Vec::new()).map(Parsed::Table).map_err(|_| self.too_many_cells())
    }
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
    fn too_many_rows_or_cells_are_refused_whether_counted_or_read() {
        let limits = Limits { rows: 9, cells: 12 };
        let refused = |text: &str| match parse_within(limits, "t", text, b';', &Progress::new()) {
            Err(ImportError::TooLarge { detail }) => detail,
            other => format!("{:?}", other.map(|(table, _)| table.row_count())),
        };
        let rows = "a\n".repeat(10);
        assert_eq!([refused(&rows), refused(&format!("\"b\"\n{rows}"))], ["> 9 rows"; 2]);
        let cells = "a;b;c;d;e\n".repeat(3);
        assert_eq!([refused(&cells), refused(&format!("\"b\"\n{cells}"))], ["> 12 cells"; 2]);
        assert_eq!(refused(&"a long name;b\n".repeat(3)), "Ok(3)");
    }

    #[test]
    fn a_cancelled_reading_stops() {
        let progress = Progress::new();
        progress.cancel();
        assert_eq!(parse("t", &"a;b\n".repeat(STEP), b';', &progress).unwrap_err(), ImportError::Cancelled);
    }
}
