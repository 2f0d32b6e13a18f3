//! Whether a document gives away what it keeps secret: a hidden cell that follows from a total, from another table or
//! from another document.
//!
//! Every table is read as the equations that a reader can set up: a row that is set off is the sum of the rows above it
//! (since the one before), a last column headed as a sum is the sum of its row. An equation with one unknown gives it
//! away; so does one whose unknowns have nothing left to share, as counts are never negative. What is found is put in
//! and the equations are gone through again.

use crate::document::{Block, Document, Inline, Sheet, SheetCell, Table, TableColumn, TableRow, plain_text};
use crate::domain::Status;
use crate::text::{self, report};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A hidden value that can be computed from what the document prints.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recoverable {
    /// Caption of the table in which it is hidden.
    pub table: String,
    /// First cell of its row.
    pub row: String,
    /// Head of its column.
    pub column: String,
    /// From what it follows.
    pub from: RecoveredFrom,
}

/// From what a hidden value follows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecoveredFrom {
    /// The sum at the end of its column.
    ColumnSum,
    /// The sum at the end of its row.
    RowSum,
    /// A table with this caption prints it.
    OtherTable(String),
    /// A document with this title prints it.
    OtherDocument(String),
}

impl Recoverable {
    /// The finding in a sentence.
    pub fn sentence(&self) -> String {
        let (table, row, column) = (&self.table, &self.row, &self.column);
        match &self.from {
            RecoveredFrom::ColumnSum => report::recoverable_from_column(table, row, column),
            RecoveredFrom::RowSum => report::recoverable_from_row(table, row, column),
            RecoveredFrom::OtherTable(other) => report::recoverable_from_table(table, row, column, other),
            RecoveredFrom::OtherDocument(other) => report::recoverable_from_document(table, row, column, other),
        }
    }
}

/// Hidden values that documents of one day give away, each by itself or one beside another, whatever kinds they are;
/// charts show the values of these tables and nothing else.
pub fn recoverable_in_all(documents: &[Document]) -> Vec<Recoverable> {
    let mut found: Vec<Recoverable> = documents.iter().flat_map(recoverable).collect();
    for (at, hiding) in documents.iter().enumerate() {
        for (other, showing) in documents.iter().enumerate() {
            if at != other {
                found.extend(recoverable_beside(hiding, showing));
            }
        }
    }
    let mut said = BTreeSet::new();
    found.retain(|one| said.insert(one.clone()));
    found
}

/// Hidden values of a document that its own tables and sheets give away, in reading order.
pub fn recoverable(document: &Document) -> Vec<Recoverable> {
    let tables = tables(document);
    let mut found: Vec<Recoverable> = tables.iter().flat_map(|table| from_sums(table)).collect();
    for (at, hiding) in tables.iter().enumerate() {
        for (other, showing) in tables.iter().enumerate() {
            if at != other {
                let from = || RecoveredFrom::OtherTable(showing.caption.clone());
                found.extend(shown_elsewhere(hiding, showing, from));
            }
        }
    }
    found
}

/// Values that one document hides and another one of the same day prints, in whichever table.
fn recoverable_beside(hiding: &Document, showing: &Document) -> Vec<Recoverable> {
    let shown = tables(showing);
    let from = || RecoveredFrom::OtherDocument(showing.title.clone());
    let of = |table: &Table| shown.iter().flat_map(|other| shown_elsewhere(table, other, from)).collect::<Vec<_>>();
    tables(hiding).iter().flat_map(|table| of(table)).collect()
}

/// Values that one document hides and another prints: two states of the same report side by side give them away.
pub fn recoverable_between(hiding: &Document, showing: &Document) -> Vec<Recoverable> {
    let shown = tables(showing);
    let from = || RecoveredFrom::OtherDocument(showing.title.clone());
    let of = |table: &Table| {
        let same = shown.iter().filter(|other| other.caption == table.caption);
        same.flat_map(|other| shown_elsewhere(table, other, from)).collect::<Vec<_>>()
    };
    tables(hiding).iter().flat_map(|table| of(table)).collect()
}

/// The tables of a document, and the sheets of its workbook as tables.
fn tables(document: &Document) -> Vec<Cow<'_, Table>> {
    fn table(block: &Block) -> Option<Cow<'_, Table>> {
        match block {
            Block::Table(table) => Some(Cow::Borrowed(table)),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::Notice(_)
            | Block::List { .. }
            | Block::Figure(_)
            | Block::PageBreak => None,
        }
    }
    let sheets = document.sheets.iter().map(|sheet| Cow::Owned(as_table(sheet)));
    document.blocks.iter().filter_map(table).chain(sheets).collect()
}

/// A sheet as it prints.
fn as_table(sheet: &Sheet) -> Table {
    let print = |cell: &SheetCell| match cell {
        SheetCell::Empty => String::new(),
        SheetCell::Text(text) => text.clone(),
        SheetCell::Number { value, decimals, status } => text::value_or_sign(Some(*value), *status, *decimals),
        SheetCell::NumberOf { value, decimals, .. } => text::decimal(*value, *decimals),
        SheetCell::Money(amount) | SheetCell::MoneyOf { amount, .. } => text::euro(*amount),
        SheetCell::Date(day) => text::date(*day),
    };
    let column = |title: &String| TableColumn { title: title.clone(), ..TableColumn::default() };
    Table {
        caption: sheet.title.clone(),
        columns: sheet.columns.iter().map(|head| column(&head.title)).collect(),
        rows: (sheet.rows.iter())
            .map(|row| TableRow {
                cells: row.cells.iter().map(|cell| vec![Inline::Text(print(cell))]).collect(),
                strong: row.strong,
            })
            .collect(),
        ..Table::default()
    }
}

/// What a cell says, as far as secrecy is concerned.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell {
    Number(f64),
    Hidden,
    /// Words, or no value for another reason: no equation can be set up with it.
    Other,
}

fn cell(table: &Table, row: usize, column: usize) -> Cell {
    let Some(cell) = table.rows.get(row).and_then(|row| row.cells.get(column)) else { return Cell::Other };
    let words = plain_text(cell);
    let words = words.trim();
    if words == text::status_sign(Status::Suppressed) {
        return Cell::Hidden;
    }
    if words == text::status_sign(Status::Nil) {
        return Cell::Number(0.0);
    }
    number(words).map_or(Cell::Other, Cell::Number)
}

/// A printed number with its unit: `1.234 €`, `12,5 %`.
fn number(words: &str) -> Option<f64> {
    let digits = words.trim_end_matches(|c: char| !c.is_ascii_digit()).trim();
    let digits = digits.replace('−', "-");
    text::parse_number(&digits).ok()
}

/// Cells whose sum is printed.
struct Equation {
    /// Rows and columns of the parts.
    parts: Vec<(usize, usize)>,
    /// Row and column of the sum.
    sum: (usize, usize),
    from: RecoveredFrom,
}

/// Largest rest that rounding of printed numbers explains.
const ROUNDING: f64 = 1e-6;

fn from_sums(table: &Table) -> Vec<Recoverable> {
    let equations = equations(table);
    let mut known: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let mut found = Vec::new();
    loop {
        let before = found.len();
        for equation in &equations {
            let value = |place: &(usize, usize)| match known.get(place) {
                Some(value) => Cell::Number(*value),
                None => cell(table, place.0, place.1),
            };
            let hidden: Vec<(usize, usize)> =
                equation.parts.iter().copied().filter(|place| value(place) == Cell::Hidden).collect();
            let others = equation.parts.iter().filter(|place| !hidden.contains(place)).map(value);
            let Some(rest) = rest(value(&equation.sum), others) else { continue };
            if hidden.len() == 1 || (!hidden.is_empty() && rest.abs() <= ROUNDING) {
                for place in hidden {
                    known.insert(place, if rest.abs() <= ROUNDING { 0.0 } else { rest });
                    found.push(at(table, place, equation.from.clone()));
                }
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// What of a sum the known parts leave; none where a part is neither known nor hidden.
fn rest(sum: Cell, others: impl Iterator<Item = Cell>) -> Option<f64> {
    let Cell::Number(mut rest) = sum else { return None };
    for other in others {
        match other {
            Cell::Number(value) => rest -= value,
            Cell::Hidden | Cell::Other => return None,
        }
    }
    Some(rest)
}

fn equations(table: &Table) -> Vec<Equation> {
    let mut equations = Vec::new();
    let columns = table.columns.len();
    let mut start = 0;
    for (at, row) in table.rows.iter().enumerate() {
        if !row.strong {
            continue;
        }
        let first = row.cells.first().map(|cell| plain_text(cell)).unwrap_or_default();
        let second = row.cells.get(1).map(|cell| plain_text(cell)).unwrap_or_default();
        if report::is_sum(&first) || report::is_sum(&second) {
            for column in 1..columns {
                let parts = (start..at).map(|row| (row, column)).collect();
                equations.push(Equation { parts, sum: (at, column), from: RecoveredFrom::ColumnSum });
            }
        }
        start = at + 1;
    }
    if let Some(last) = columns.checked_sub(1).filter(|last| *last > 1)
        && report::is_sum(&table.columns[last].title)
    {
        for row in 0..table.rows.len() {
            let parts = (1..last).map(|column| (row, column)).collect();
            equations.push(Equation { parts, sum: (row, last), from: RecoveredFrom::RowSum });
        }
    }
    equations
}

fn at(table: &Table, (row, column): (usize, usize), from: RecoveredFrom) -> Recoverable {
    let row = table.rows.get(row).and_then(|row| row.cells.first()).map(|cell| plain_text(cell)).unwrap_or_default();
    let column = table.columns.get(column).map(|column| column.title.clone()).unwrap_or_default();
    Recoverable { table: table.caption.clone(), row, column, from }
}

/// Cells that one table hides and the other prints under the same names of row and column, where both say of the same
/// period (a column "Stand", if they have one).
fn shown_elsewhere(hiding: &Table, showing: &Table, from: impl Fn() -> RecoveredFrom) -> Vec<Recoverable> {
    let printed = printed(showing);
    let mut found = Vec::new();
    for row in 0..hiding.rows.len() {
        for column in 1..hiding.columns.len() {
            if cell(hiding, row, column) == Cell::Hidden
                && name(hiding, row, column).is_some_and(|name| printed.contains_key(&name))
            {
                found.push(at(hiding, (row, column), from()));
            }
        }
    }
    found
}

/// Row, column and period under which a cell stands.
type Name = (String, String, String);

fn name(table: &Table, row: usize, column: usize) -> Option<Name> {
    let words = |column: usize| table.rows.get(row)?.cells.get(column).map(|cell| plain_text(cell).trim().to_owned());
    let period = table.columns.iter().position(|column| column.title == report::columns::PERIOD);
    let period = period.and_then(words).unwrap_or_default();
    let first = words(0).filter(|first| !first.is_empty())?;
    Some((first, table.columns.get(column)?.title.clone(), period))
}

fn printed(table: &Table) -> BTreeMap<Name, f64> {
    let mut printed = BTreeMap::new();
    for row in 0..table.rows.len() {
        for column in 1..table.columns.len() {
            if let (Cell::Number(value), Some(name)) = (cell(table, row, column), name(table, row, column)) {
                printed.insert(name, value);
            }
        }
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Inline, TableColumn, TableRow};

    fn table(caption: &str, heads: &[&str], rows: &[(&[&str], bool)]) -> Table {
        let column = |title: &&str| TableColumn { title: (*title).to_owned(), ..TableColumn::default() };
        let row = |(cells, strong): &(&[&str], bool)| TableRow {
            cells: cells.iter().map(|cell| vec![Inline::text(*cell)]).collect(),
            strong: *strong,
        };
        Table {
            caption: caption.into(),
            columns: heads.iter().map(column).collect(),
            rows: rows.iter().map(row).collect(),
            ..Table::default()
        }
    }

    fn document(title: &str, tables: Vec<Table>) -> Document {
        let blocks = tables.into_iter().map(Block::Table).collect();
        Document { title: title.into(), blocks, ..Document::default() }
    }

    fn places(document: &Document) -> Vec<(String, String)> {
        recoverable(document).into_iter().map(|found| (found.row, found.column)).collect()
    }

    fn pair(row: &str, column: &str) -> (String, String) {
        (row.to_owned(), column.to_owned())
    }

    #[test]
    fn a_single_hidden_part_follows_from_its_sum() {
        let heads = ["Gebiet", "Fälle"];
        let rows: [(&[&str], bool); 4] =
            [(&["A", "12"], false), (&["B", "."], false), (&["C", "1.030"], false), (&["Summe", "1.045"], true)];
        let found = recoverable(&document("D", vec![table("Fälle", &heads, &rows)]));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].row.as_str(), &found[0].from), ("B", &RecoveredFrom::ColumnSum));
        assert!(found[0].sentence().contains("„Fälle“") && found[0].sentence().contains("B"));
    }

    #[test]
    fn two_hidden_parts_protect_each_other_unless_nothing_is_left_for_them() {
        let heads = ["Gebiet", "Fälle"];
        let safe: [(&[&str], bool); 4] =
            [(&["A", "12"], false), (&["B", "."], false), (&["C", "."], false), (&["Summe", "20"], true)];
        assert_eq!(places(&document("D", vec![table("T", &heads, &safe)])), []);
        let zero: [(&[&str], bool); 4] =
            [(&["A", "20"], false), (&["B", "."], false), (&["C", "."], false), (&["Summe", "20"], true)];
        assert_eq!(places(&document("D", vec![table("T", &heads, &zero)])), [pair("B", "Fälle"), pair("C", "Fälle")]);
    }

    #[test]
    fn what_is_found_in_a_row_opens_the_next_column() {
        let heads = ["Gebiet", "2024", "2025", "Summe"];
        let rows: [(&[&str], bool); 3] =
            [(&["A", ".", "5", "9"], false), (&["B", ".", ".", "11"], false), (&["Summe", "10", "10", "20"], true)];
        assert_eq!(
            places(&document("D", vec![table("T", &heads, &rows)])),
            [pair("B", "2025"), pair("A", "2024"), pair("B", "2024")]
        );
    }

    #[test]
    fn rows_that_are_no_sums_and_unknown_parts_give_nothing_away() {
        let heads = ["Gebiet", "Quote"];
        let city: [(&[&str], bool); 3] = [(&["A", "12,5"], false), (&["B", "."], false), (&["Stadt", "30,0"], true)];
        assert_eq!(places(&document("D", vec![table("T", &heads, &city)])), []);
        let open: [(&[&str], bool); 4] =
            [(&["A", ""], false), (&["B", "."], false), (&["C", "3"], false), (&["Summe", "30"], true)];
        assert_eq!(places(&document("D", vec![table("T", &heads, &open)])), []);
    }

    #[test]
    fn another_table_or_an_earlier_document_gives_a_value_away() {
        let heads = ["Indikator", "Stand", "Stadt"];
        let hidden: [(&[&str], bool); 1] = [(&["Hilfen", "2025", "."], false)];
        let shown: [(&[&str], bool); 1] = [(&["Hilfen", "2025", "52,8"], false)];
        let older: [(&[&str], bool); 1] = [(&["Hilfen", "2024", "52,8"], false)];
        let other = table("Anhang", &heads, &shown);
        let both = document("D", vec![table("T", &heads, &hidden), other]);
        assert_eq!(recoverable(&both)[0].from, RecoveredFrom::OtherTable("Anhang".into()));
        let today = document("Heute", vec![table("T", &heads, &hidden)]);
        let before = document("Früher", vec![table("T", &heads, &shown)]);
        let found = recoverable_between(&today, &before);
        assert_eq!(found[0].from, RecoveredFrom::OtherDocument("Früher".into()));
        assert_eq!(recoverable_between(&today, &document("E", vec![table("T", &heads, &older)])), []);
    }

    #[test]
    fn the_workbook_gives_away_what_the_tables_hide() {
        let heads = ["Indikator", "Stand", "Stadt"];
        let hidden: [(&[&str], bool); 1] = [(&["Hilfen", "2025", "."], false)];
        let cell = |words: &str| SheetCell::Text(words.into());
        let number = SheetCell::number(52.8, 1);
        let sheet = Sheet {
            title: "Indikatoren".into(),
            columns: heads.map(|title| crate::document::SheetColumn { title: title.into(), width: 10 }).to_vec(),
            rows: vec![crate::document::SheetRow { cells: vec![cell("Hilfen"), cell("2025"), number], strong: false }],
            ..Sheet::default()
        };
        let whole = Document { sheets: vec![sheet], ..document("D", vec![table("T", &heads, &hidden)]) };
        assert_eq!(recoverable(&whole)[0].from, RecoveredFrom::OtherTable("Indikatoren".into()));
        let paper = document("Vorlage", vec![table("T", &heads, &hidden)]);
        assert_eq!(recoverable_beside(&paper, &whole)[0].from, RecoveredFrom::OtherDocument("D".into()));
    }
}
