//! The cells of one sheet as they stood in the file: text and kind, nothing interpreted.
//!
//! All texts lie in one arena; a table of a million rows costs its bytes and four more per cell, five in workbooks.
//! Cheap to clone.

use super::number;
use crate::text::import as words;
use std::borrow::Cow;
use std::sync::Arc;

/// What the file says a cell is. Delimited text only knows [`Empty`](CellKind::Empty) and [`Text`](CellKind::Text).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellKind {
    /// Nothing there, or blanks only.
    Empty,
    /// Text, also numbers stored as text.
    Text,
    /// A typed number; its text has a decimal point and reads back to the same number.
    Number,
    /// A typed date, printed TT.MM.JJJJ.
    Date,
    /// True or false.
    Bool,
    /// An error value such as `#DIV/0!`.
    Error,
    /// A formula without a stored result.
    Formula,
}

/// A cell as it stood in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawCell<'a> {
    /// The text as written, with its blanks.
    pub text: &'a str,
    /// What the file says it is.
    pub kind: CellKind,
}

impl RawCell<'_> {
    /// The cell beyond the edge of a table.
    pub const EMPTY: RawCell<'static> = RawCell { text: "", kind: CellKind::Empty };

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.kind == CellKind::Empty
    }
}

/// Cells that a spreadsheet shows as one. Bounds are inclusive and count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergedCells {
    /// First row.
    pub first_row: u32,
    /// First column.
    pub first_column: u16,
    /// Last row.
    pub last_row: u32,
    /// Last column.
    pub last_column: u16,
}

/// One sheet. Rows and columns count from 0, as in [`CellRef`](crate::domain::CellRef).
#[derive(Clone, Debug, PartialEq)]
pub struct RawTable {
    /// Name of the sheet; the file name for delimited text.
    pub name: String,
    /// Whether the workbook hides the sheet.
    pub hidden: bool,
    cells: Arc<Cells>,
}

#[derive(Debug, Default, PartialEq)]
struct Cells {
    arena: String,
    ends: Vec<u32>,
    /// None in delimited text: what holds something is text.
    kinds: Option<Vec<CellKind>>,
    row_starts: Vec<u32>,
    columns: u16,
    merged: Vec<MergedCells>,
    percent: Vec<(u32, u16)>,
    indents: Vec<Indent>,
}

impl Cells {
    fn text(&self, at: usize) -> &str {
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.arena[from..self.ends[at] as usize]
    }

    fn kind(&self, at: usize) -> CellKind {
        match &self.kinds {
            Some(kinds) => kinds[at],
            None => kind_of_text(self.text(at)),
        }
    }
}

fn kind_of_text(text: &str) -> CellKind {
    if is_blank(text) { CellKind::Empty } else { CellKind::Text }
}
/// A cell that its format indents: row, column, steps.
pub(super) type Indent = (u32, u16, u8);

/// Blanks that are as wide as one step of a cell format.
const BLANKS_PER_STEP: usize = 3;

impl Default for RawTable {
    fn default() -> Self {
        RawTable { name: String::new(), hidden: false, cells: Arc::new(Cells::default()) }
    }
}

impl RawTable {
    /// Rows down to the last one that holds anything.
    pub fn row_count(&self) -> u32 {
        u32::try_from(self.cells.row_starts.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Columns up to the last one that holds anything.
    pub fn column_count(&self) -> u16 {
        self.cells.columns
    }

    /// Places that rows of the table have, filled or not.
    pub(super) fn place_count(&self) -> usize {
        self.cells.ends.len()
    }

    /// Bytes of all texts.
    pub(super) fn text_bytes(&self) -> usize {
        self.cells.arena.len()
    }

    /// Rows that together have about so many places, at least one: between two of them somebody may want to stop.
    pub(super) fn rows_per(&self, places: usize) -> u32 {
        let per_row = self.place_count() / (self.row_count() as usize).max(1);
        u32::try_from(places / per_row.max(1)).unwrap_or(u32::MAX).max(1)
    }

    /// The cell at a place; [`RawCell::EMPTY`] beyond the edge.
    pub fn cell(&self, row: u32, column: u16) -> RawCell<'_> {
        let cells = &*self.cells;
        let row = row as usize;
        let (Some(start), Some(end)) = (cells.row_starts.get(row), cells.row_starts.get(row + 1)) else {
            return RawCell::EMPTY;
        };
        let at = *start as usize + usize::from(column);
        if at >= *end as usize {
            return RawCell::EMPTY;
        }
        RawCell { text: cells.text(at), kind: cells.kind(at) }
    }

    /// Columns and cells of a row that hold something.
    pub(super) fn row_cells(&self, row: u32) -> impl Iterator<Item = (u16, RawCell<'_>)> {
        let starts = &self.cells.row_starts;
        let bounds = starts.get(row as usize).zip(starts.get(row as usize + 1));
        let (start, end) = bounds.map_or((0, 0), |(start, end)| (*start as usize, *end as usize));
        let mut from = if start == 0 { 0 } else { self.cells.ends[start - 1] as usize };
        (0_u16..).zip(start..end).filter_map(move |(column, at)| {
            let to = self.cells.ends[at] as usize;
            let text = &self.cells.arena[from..to];
            from = to;
            let kind = self.cells.kinds.as_ref().map_or_else(|| kind_of_text(text), |kinds| kinds[at]);
            (kind != CellKind::Empty).then_some((column, RawCell { text, kind }))
        })
    }

    /// The last row of the block of filled rows that begins at a row; the row itself where it is blank.
    pub fn last_of_block(&self, first: u32) -> u32 {
        let blank = (first..self.row_count()).find(|&row| self.is_blank(row));
        blank.unwrap_or(self.row_count()).saturating_sub(1).max(first)
    }

    /// Whether a row holds nothing.
    pub(super) fn is_blank(&self, row: u32) -> bool {
        self.row_cells(row).next().is_none()
    }

    /// The text at a place without the blanks around it.
    pub fn text(&self, row: u32, column: u16) -> &str {
        trimmed(self.cell(row, column).text)
    }

    /// What a German spreadsheet program shows at a place: a typed number with a decimal comma, as percent where the
    /// workbook says so.
    pub fn displayed(&self, row: u32, column: u16) -> Cow<'_, str> {
        let cell = self.cell(row, column);
        let text = trimmed(cell.text);
        if cell.kind != CellKind::Number {
            return Cow::Borrowed(text);
        }
        match text.parse() {
            Ok(stored) if self.is_percent(row, column) => {
                Cow::Owned(words::percent_shown(number::times(stored, 100.0)))
            }
            _ if text.contains('.') => Cow::Owned(text.replace('.', ",")),
            _ => Cow::Borrowed(text),
        }
    }

    /// Whether the workbook shows the number of a cell as percent: 0.125 as 12,5 %.
    pub fn is_percent(&self, row: u32, column: u16) -> bool {
        !self.cells.percent.is_empty() && self.cells.percent.binary_search(&(row, column)).is_ok()
    }

    /// How far the text of a cell stands to the right, in blanks: those before it and the steps of its format.
    pub fn indent(&self, row: u32, column: u16) -> usize {
        let blanks = self.cell(row, column).text.chars().take_while(|c| c.is_whitespace()).count();
        let indents = &self.cells.indents;
        let at = indents.binary_search_by_key(&(row, column), |&(row, column, _)| (row, column)).ok();
        blanks + at.and_then(|at| indents.get(at)).map_or(0, |&(.., steps)| usize::from(steps) * BLANKS_PER_STEP)
    }

    /// All cells that their format indents.
    pub(super) fn indents(&self) -> &[Indent] {
        &self.cells.indents
    }

    /// All cells whose numbers the workbook shows as percent.
    pub(super) fn percent(&self) -> &[(u32, u16)] {
        &self.cells.percent
    }

    /// Regions that the workbook shows as one cell, by first column and first row.
    pub fn merged(&self) -> &[MergedCells] {
        &self.cells.merged
    }

    /// The region that a place belongs to. Regions of a workbook do not overlap.
    pub(super) fn merged_at(&self, row: u32, column: u16) -> Option<&MergedCells> {
        let mut rest = self.cells.merged.as_slice();
        while let Some(first) = rest.first().filter(|first| first.first_column <= column) {
            let (same_column, others) =
                rest.split_at(rest.partition_point(|region| region.first_column == first.first_column));
            let above = &same_column[..same_column.partition_point(|region| region.first_row <= row)];
            if let Some(region) = above.last().filter(|region| region.last_row >= row && region.last_column >= column) {
                return Some(region);
            }
            rest = others;
        }
        None
    }
}

/// Text without blanks, no-break spaces, byte order marks and line breaks around it.
pub(super) fn trimmed(text: &str) -> &str {
    // Most texts begin and end with a letter or digit.
    if let [first, .., last] | [first @ last] = text.as_bytes()
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}')
}

fn is_blank(text: &str) -> bool {
    !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && trimmed(text).is_empty()
}

/// A table would need more room than the program grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// Fills a [`RawTable`] cell by cell, rows and columns ascending.
#[derive(Debug)]
pub(super) struct TableBuilder {
    cells: Cells,
    last_filled: usize,
    filled: usize,
    places: usize,
    bytes: usize,
}

/// Empty places inside rows that a table may have, and how many more for each filled cell. A few cells far out would
/// make every look at a row a look at thousands of places.
const GAPS: usize = 2_000_000;
const GAPS_PER_CELL: usize = 16;

impl TableBuilder {
    /// A table that may hold so many places, empty ones inside a row included, and so many bytes of text.
    pub(super) fn new(places: usize, bytes: usize) -> TableBuilder {
        let cells = Cells { row_starts: vec![0], kinds: Some(Vec::new()), ..Cells::default() };
        TableBuilder { cells, last_filled: 0, filled: 0, places, bytes }
    }

    /// The same for a table whose cells are all text.
    pub(super) fn of_text(places: usize, bytes: usize) -> TableBuilder {
        let mut builder = TableBuilder::new(places, bytes);
        builder.cells.kinds = None;
        builder
    }

    /// Rows ended so far.
    pub(super) fn rows(&self) -> u32 {
        u32::try_from(self.cells.row_starts.len() - 1).unwrap_or(u32::MAX)
    }

    /// Text is appended here before [`end_cell`](Self::end_cell).
    pub(super) fn arena(&mut self) -> &mut String {
        &mut self.cells.arena
    }

    /// Ends the cell whose text was appended since the last one.
    pub(super) fn end_cell(&mut self, kind: CellKind) -> Result<(), TooLarge> {
        let scattered = GAPS.saturating_add(GAPS_PER_CELL.saturating_mul(self.filled));
        if self.cells.ends.len() >= self.places.min(scattered) || self.cells.arena.len() > self.bytes {
            return Err(TooLarge);
        }
        let end = u32::try_from(self.cells.arena.len()).map_err(|_| TooLarge)?;
        let start = self.cells.ends.last().map_or(0, |&end| end as usize);
        let kind = if kind == CellKind::Text { kind_of_text(&self.cells.arena[start..]) } else { kind };
        self.filled += usize::from(kind != CellKind::Empty);
        self.cells.ends.push(end);
        if let Some(kinds) = &mut self.cells.kinds {
            kinds.push(kind);
        }
        Ok(())
    }

    /// Puts a cell at a place at or after the last one.
    pub(super) fn put(&mut self, row: u32, column: u16, text: &str, kind: CellKind) -> Result<(), TooLarge> {
        while self.rows() < row {
            self.end_row()?;
        }
        while self.row_length() < usize::from(column) {
            self.end_cell(CellKind::Empty)?;
        }
        self.cells.arena.push_str(text);
        self.end_cell(kind)
    }

    /// Whether something stands at a place already.
    pub(super) fn is_filled(&self, row: u32, column: u16) -> bool {
        let starts = &self.cells.row_starts;
        let Some(&start) = starts.get(row as usize) else { return false };
        let end = starts.get(row as usize + 1).map_or(self.cells.ends.len(), |&end| end as usize);
        let at = start as usize + usize::from(column);
        at < end && self.cells.kind(at) != CellKind::Empty
    }

    /// Ends the row. Empty cells at its end take no room.
    pub(super) fn end_row(&mut self) -> Result<(), TooLarge> {
        let start = self.cells.row_starts.last().map_or(0, |&start| start as usize);
        let filled = (start..self.cells.ends.len()).rfind(|&at| self.cells.kind(at) != CellKind::Empty);
        let length = filled.map_or(0, |last| last + 1 - start);
        if length > 0 {
            let width = u16::try_from(length).map_err(|_| TooLarge)?;
            self.cells.columns = self.cells.columns.max(width);
            self.last_filled = self.cells.row_starts.len();
        }
        self.cells.ends.truncate(start + length);
        if let Some(kinds) = &mut self.cells.kinds {
            kinds.truncate(start + length);
        }
        self.cells.arena.truncate(self.cells.ends.last().map_or(0, |&end| end as usize));
        self.cells.row_starts.push(u32::try_from(self.cells.ends.len()).map_err(|_| TooLarge)?);
        Ok(())
    }

    /// Cells whose numbers the workbook shows as percent, ascending.
    pub(super) fn percent(&mut self, places: Vec<(u32, u16)>) {
        self.cells.percent = places;
    }

    /// Cells that their format indents, ascending.
    pub(super) fn indents(&mut self, cells: Vec<Indent>) {
        self.cells.indents = cells;
    }

    /// The finished table, without empty rows at its end.
    pub(super) fn build(
        mut self,
        name: String,
        hidden: bool,
        mut merged: Vec<MergedCells>,
    ) -> Result<RawTable, TooLarge> {
        merged.sort_unstable_by_key(|region| (region.first_column, region.first_row));
        if self.row_length() > 0 {
            self.end_row()?;
        }
        self.cells.row_starts.truncate(self.last_filled + 1);
        self.cells.merged = merged;
        self.cells.arena.shrink_to_fit();
        Ok(RawTable { name, hidden, cells: Arc::new(self.cells) })
    }

    fn row_length(&self) -> usize {
        self.cells.ends.len() - self.cells.row_starts.last().map_or(0, |&start| start as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_place_across_gaps() {
        let mut builder = TableBuilder::new(100, 100);
        builder.put(1, 2, " x ", CellKind::Text).unwrap();
        builder.put(3, 0, "1.5", CellKind::Number).unwrap();
        builder.put(4, 0, "  ", CellKind::Text).unwrap();
        let table = builder.build("t".into(), false, Vec::new()).unwrap();
        assert_eq!((table.row_count(), table.column_count()), (4, 3));
        assert_eq!(table.cell(1, 2), RawCell { text: " x ", kind: CellKind::Text });
        assert_eq!(table.cell(3, 0).kind, CellKind::Number);
        assert_eq!(table.cell(0, 0), RawCell::EMPTY);
        assert_eq!(table.cell(9, 9), RawCell::EMPTY);
        assert_eq!(table.row_cells(1).map(|(column, cell)| (column, cell.text)).collect::<Vec<_>>(), [(2, " x ")]);
        assert_eq!(table.row_cells(9).count(), 0);
    }

    #[test]
    fn empty_cells_at_the_end_of_a_row_take_no_room() {
        let mut builder = TableBuilder::new(100, 100);
        for text in ["a", " ", "  "] {
            builder.arena().push_str(text);
            builder.end_cell(CellKind::Text).unwrap();
        }
        builder.end_row().unwrap();
        builder.put(1, 0, "b", CellKind::Text).unwrap();
        let table = builder.build("t".into(), false, Vec::new()).unwrap();
        assert_eq!((table.cell(0, 0).text, table.cell(0, 1), table.cell(1, 0).text), ("a", RawCell::EMPTY, "b"));
        assert_eq!((table.place_count(), table.text_bytes()), (2, 2));
    }

    #[test]
    fn a_place_finds_its_merged_region() {
        let region = |first_row, last_row, first_column, last_column| MergedCells {
            first_row,
            first_column,
            last_row,
            last_column,
        };
        let (name, heads) = (region(3, 4, 0, 0), region(0, 0, 2, 3));
        let builder = TableBuilder::new(1, 1);
        let table = builder.build("t".into(), false, vec![heads, name, region(5, 6, 0, 0)]).unwrap();
        assert_eq!(table.merged_at(4, 0), Some(&name));
        assert_eq!(table.merged_at(0, 3), Some(&heads));
        assert_eq!((table.merged_at(1, 3), table.merged_at(7, 0)), (None, None));
    }

    #[test]
    fn a_few_cells_scattered_over_millions_of_places_are_refused() {
        let mut builder = TableBuilder::new(usize::MAX, usize::MAX);
        let scattered = (0..200).try_for_each(|row| builder.put(row, 16_000, "x", CellKind::Text));
        assert_eq!(scattered, Err(TooLarge));
    }

    #[test]
    fn a_table_beyond_its_limit_is_refused() {
        let mut builder = TableBuilder::new(10, 100);
        assert_eq!(builder.put(0, 16_000, "x", CellKind::Text), Err(TooLarge));
        let mut builder = TableBuilder::new(10, 3);
        assert_eq!(builder.put(0, 0, "four", CellKind::Text), Err(TooLarge));
    }
}
