//! Rows that are sums of the rows below or above them although no word says so: printed tables head a block with its
//! area (`Bezirk Nord`, then its quarters, indented) or close it with one. Only counts are compared, and only exactly.

use super::super::number::DecimalMark;
use super::super::table::{CellKind, RawTable};
use super::levels::value_at;
use std::collections::BTreeSet;

/// Rows that one sum covers at most; a sum of more is that of all.
const MOST_PARTS: usize = 60;
/// Columns that are compared.
const MOST_COLUMNS: usize = 24;
/// Two rows add up to a third by chance where counts are small: a single column proves nothing by itself.
const PROVING_COLUMNS: usize = 2;

/// Rows that are sums of others.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    /// Sums of a part of the rows.
    pub rows: BTreeSet<u32>,
    /// The first row, if it is the sum of all others.
    pub of_all: Option<u32>,
}

/// Finds the sums among rows, by columns of counts.
pub(super) fn find(table: &RawTable, rows: &[u32], label: u16, columns: &[(u16, Option<DecimalMark>)]) -> Sums {
    let counts = Counts::new(table, rows, label, columns);
    if counts.columns.is_empty() {
        return Sums::default();
    }
    let below = counts.blocks((0..rows.len()).rev());
    let above = counts.blocks(0..rows.len());
    let is_below = below.convincing(&counts) >= above.convincing(&counts);
    let found = if is_below { below } else { above };
    if found.convincing(&counts) == 0 {
        return Sums::default();
    }
    let all = found.sum_of_all();
    let accepted = found.blocks.iter().filter(|block| found.is_convincing(block, &counts));
    Sums {
        rows: accepted.map(|block| block.sum).filter(|&at| Some(at) != all).map(|at| rows[at]).collect(),
        of_all: all.filter(|_| is_below).map(|at| rows[at]),
    }
}

/// The numbers of the rows.
struct Counts {
    /// By column; nothing where a cell holds no number.
    columns: Vec<Vec<Option<f64>>>,
    /// How far the names stand to the right.
    indents: Vec<usize>,
}

/// A sum and its parts, as places among the rows.
struct Block {
    sum: usize,
    parts: Vec<usize>,
    /// Columns that agree and hold more than nothing.
    columns: usize,
}

/// What was found in one direction.
struct Found {
    blocks: Vec<Block>,
    /// Rows that are part of nothing.
    open: Vec<usize>,
}

impl Counts {
    fn new(table: &RawTable, rows: &[u32], label: u16, columns: &[(u16, Option<DecimalMark>)]) -> Counts {
        let number = |row: u32, column: u16, mark| {
            let is_empty = table.cell(row, column).kind == CellKind::Empty;
            value_at(table, row, column, mark).filter(|_| !is_empty)
        };
        let column = |&(column, mark)| rows.iter().map(|&row| number(row, column, mark)).collect();
        Counts {
            columns: columns.iter().take(MOST_COLUMNS).map(column).collect(),
            indents: rows.iter().map(|&row| table.indent(row, label)).collect(),
        }
    }

    /// Goes through the rows; the ones met before, nearest last, may be the parts of the next. A sum stands for its
    /// parts from then on, so that sums of sums are found too.
    fn blocks(&self, order: impl Iterator<Item = usize>) -> Found {
        let mut found = Found { blocks: Vec::new(), open: Vec::new() };
        for at in order {
            if let Some((length, columns)) = self.block_of(at, &found.open) {
                let parts = found.open.split_off(found.open.len() - length);
                found.blocks.push(Block { sum: at, parts, columns });
            }
            found.open.push(at);
        }
        found
    }

    /// How many of the nearest rows add up to this one, and in how many columns.
    fn block_of(&self, at: usize, open: &[usize]) -> Option<(usize, usize)> {
        let mut sums: Vec<Option<f64>> = vec![Some(0.0); self.columns.len()];
        for (length, &part) in (1..=MOST_PARTS).zip(open.iter().rev()) {
            for (sum, column) in sums.iter_mut().zip(&self.columns) {
                *sum = sum.zip(column[part]).map(|(sum, value)| sum + value);
            }
            let pairs = || self.columns.iter().zip(&sums).filter_map(|(column, sum)| Some((column[at]?, (*sum)?)));
            if pairs().any(|(total, sum)| sum > total + 0.5) || pairs().next().is_none() {
                return None;
            }
            let all = length >= 2 && pairs().all(|(total, sum)| (total - sum).abs() < 0.5);
            let columns = pairs().filter(|(total, _)| *total > 0.5).count();
            if all && columns > 0 {
                return Some((length, columns));
            }
        }
        None
    }
}

impl Found {
    /// The row that is the sum of all others.
    fn sum_of_all(&self) -> Option<usize> {
        let [only] = self.open.as_slice() else { return None };
        Some(*only)
    }

    /// Whether a block is no chance: its parts are indented, several columns agree, or the blocks hold all rows.
    fn is_convincing(&self, block: &Block, counts: &Counts) -> bool {
        let indent = |&at: &usize| counts.indents[at];
        let indented = block.parts.iter().map(indent).min().is_some_and(|parts| parts > counts.indents[block.sum]);
        indented || block.columns >= PROVING_COLUMNS || self.holds_all()
    }

    fn holds_all(&self) -> bool {
        let is_sum = |at: &usize| self.blocks.iter().any(|block| block.sum == *at);
        self.blocks.len() > 1 && self.open.iter().all(is_sum)
    }

    fn convincing(&self, counts: &Counts) -> usize {
        self.blocks.iter().filter(|block| self.is_convincing(block, counts)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;
    use crate::jobs::Progress;

    fn found(text: &str) -> Sums {
        let source = read("a.csv", text.as_bytes(), &Progress::new()).unwrap();
        let table = &source.sheets[0];
        let rows: Vec<u32> = (1..table.row_count()).collect();
        let columns: Vec<(u16, Option<DecimalMark>)> = (1..table.column_count()).map(|column| (column, None)).collect();
        find(table, &rows, 0, &columns)
    }

    fn rows(rows: &[u32]) -> BTreeSet<u32> {
        rows.iter().copied().collect()
    }

    #[test]
    fn sums_above_their_indented_rows_are_found() {
        let sums = found("Gebiet;n\nNord;300\n  A;100\n  B;200\nC;50\n");
        assert_eq!(sums, Sums { rows: rows(&[1]), of_all: None });
    }

    #[test]
    fn sums_below_their_rows_and_sums_of_sums_are_found() {
        let sums = found("Gebiet;n;m\nA;1;5\nB;2;6\nNord;3;11\nC;4;7\nD;5;8\nSüd;9;15\nAlle;12;26\nE;1;1\n");
        assert_eq!(sums.rows, rows(&[3, 6, 7]));
    }

    #[test]
    fn the_sum_of_all_is_told_apart() {
        let sums = found("Gebiet;n;m\nStadt;6;9\nA;1;2\nB;2;3\nC;3;4\n");
        assert_eq!(sums, Sums { rows: BTreeSet::new(), of_all: Some(1) });
    }

    #[test]
    fn one_column_in_which_two_rows_happen_to_add_up_proves_nothing() {
        assert_eq!(found("Gebiet;n\nA;300\nB;100\nC;200\nD;50\nE;70\n"), Sums::default());
    }

    #[test]
    fn a_cell_without_value_leaves_the_other_columns_to_decide() {
        let sums = found("Gebiet;n;m;o\nNord;300;.;7\nA;100;5;3\nB;200;6;4\nC;1;1;1\n");
        assert_eq!(sums.rows, rows(&[1]));
        assert_eq!(found("Gebiet;n;m\nNord;.;.\nA;1;2\nB;3;4\n"), Sums::default());
    }
}
