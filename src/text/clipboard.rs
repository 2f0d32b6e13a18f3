//! Cells of a table on their way to the clipboard: what a spreadsheet is to read as a number, and what never as a formula.

use super::number::NBSP;

const MINUS: char = '−';
/// Narrow no-break space.
const NARROW: char = '\u{202f}';
/// What a spreadsheet would read as the beginning of a formula.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell as it is copied. Numbers get the ASCII minus and plain blanks, for spreadsheets read neither `−` nor a no-break
/// blank. A number in brackets would be read as a negative one: its brackets follow it. Words that begin like a formula
/// are guarded by an apostrophe, as in CSV files. Tabs and line breaks become blanks.
pub fn clipboard_cell(words: &str) -> String {
    let blank = |letter: char| if matches!(letter, NBSP | NARROW | '\t' | '\n' | '\r') { ' ' } else { letter };
    let words: String = words.chars().map(blank).collect();
    let words = words.trim();
    if let Some(inner) = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|rest| is_number(rest))
    {
        return format!("{} ()", inner.replace(MINUS, "-"));
    }
    if is_number(words) {
        return words.replace(MINUS, "-");
    }
    // A lone sign is no formula.
    let guarded = words.chars().count() > 1 && words.starts_with(FORMULA);
    if guarded { format!("'{words}") } else { words.to_owned() }
}

/// A row as it is copied: its cells between tabs.
pub fn clipboard_row<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> String {
    cells.into_iter().map(|cell| clipboard_cell(cell.as_ref())).collect::<Vec<_>>().join("\t")
}

/// Whether a spreadsheet reads this as a number: a sign, digits with points and commas, perhaps percent behind them.
pub fn is_number(words: &str) -> bool {
    let words = words.strip_suffix('%').map_or(words, str::trim_end);
    let digits = words.strip_prefix(['+', '-', MINUS]).unwrap_or(words);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.ends_with(|last: char| last.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        && digits.bytes().filter(|byte| *byte == b',').count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_copied_as_a_spreadsheet_reads_them() {
        let cells = ["−1,4", "+0,1", "1.234,5", "100\u{a0}%", "−592.094", "(12,4)", "(−2)"].map(clipboard_cell);
        assert_eq!(cells, ["-1,4", "+0,1", "1.234,5", "100 %", "-592.094", "12,4 ()", "-2 ()"]);
    }

    #[test]
    fn words_keep_their_signs_and_are_never_a_formula() {
        let cells = ["4–6", "–", ".", "…", "−2 (8 → 10)", "42,4p", "(eigene Zählung)"];
        assert_eq!(cells.map(clipboard_cell), cells);
        let formulas = ["=SUMME(A1)", "= (8 → 8)", "+1,8 seit 2020", "-x", "@a", "a\tb\nc"].map(clipboard_cell);
        assert_eq!(formulas, ["'=SUMME(A1)", "'= (8 → 8)", "'+1,8 seit 2020", "'-x", "'@a", "a b c"]);
    }
}
