//! Tables as CSV, for spreadsheets or for machines.

/// Which readers a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvForm {
    /// Semicolon, decimal comma, byte order mark: opens in a German spreadsheet by double click.
    German,
    /// Comma, decimal point, no mark.
    Machine,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CsvCell {
    /// Words. What a spreadsheet would read as a formula is guarded by an apostrophe.
    Text(String),
    /// A number, written in full: reading it back gives the same number. A number that is none stays empty.
    Number(f64),
    /// Nothing.
    Empty,
}

/// A table with header that becomes CSV row by row; every row ends with CR LF. Takes the room of its text, however many
/// cells it has.
#[derive(Debug)]
pub struct CsvTable {
    writer: csv::Writer<Vec<u8>>,
    form: CsvForm,
}

impl CsvTable {
    /// A table with nothing but its header.
    pub fn new<T: AsRef<str>>(header: &[T], form: CsvForm) -> CsvTable {
        let (mark, separator): (&[u8], u8) = match form {
            CsvForm::German => ("\u{feff}".as_bytes(), b';'),
            CsvForm::Machine => (b"", b','),
        };
        let writer = csv::WriterBuilder::new()
            .delimiter(separator)
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(mark.to_vec());
        let mut table = CsvTable { writer, form };
        let header: Vec<CsvCell> = header.iter().map(|name| CsvCell::Text(name.as_ref().to_owned())).collect();
        table.push(&header);
        table
    }

    /// Adds a row.
    pub fn push(&mut self, row: &[CsvCell]) {
        let form = self.form;
        // Writing to memory cannot fail.
        let _ = self.writer.write_record(row.iter().map(|cell| print(cell, form)));
    }

    /// The bytes of the file.
    pub fn finish(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }
}

/// A table with header as CSV.
pub fn table_csv(header: &[String], rows: &[Vec<CsvCell>], form: CsvForm) -> Vec<u8> {
    let mut table = CsvTable::new(header, form);
    rows.iter().for_each(|row| table.push(row));
    table.finish()
}

/// The same for a table of nothing but words.
pub fn words_csv(header: &[String], rows: &[Vec<String>], form: CsvForm) -> Vec<u8> {
    let cells = |row: &Vec<String>| row.iter().cloned().map(CsvCell::Text).collect();
    table_csv(header, &rows.iter().map(cells).collect::<Vec<_>>(), form)
}

fn print(cell: &CsvCell, form: CsvForm) -> String {
    match cell {
        CsvCell::Empty => String::new(),
        CsvCell::Number(number) if number.is_finite() => match form {
            CsvForm::German => number.to_string().replace('.', ","),
            CsvForm::Machine => number.to_string(),
        },
        CsvCell::Number(_) => String::new(),
        CsvCell::Text(words) => guarded(words),
    }
}

/// An apostrophe before what a spreadsheet would execute, also behind white space and in full width.
fn guarded(words: &str) -> String {
    let first = words.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\u{feff}']).chars().next();
    let dangerous = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if dangerous { format!("'{words}") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn csv(cell: CsvCell, form: CsvForm) -> String {
        let bytes = table_csv(&["a".into()], &[vec![cell]], form);
        String::from_utf8(bytes).unwrap().lines().nth(1).unwrap().to_owned()
    }

    #[test]
    fn formulas_are_guarded_and_numbers_never() {
        for words in ["=1+1", "+49", "-x", "@a", "\tx", "  =x", "＝1"] {
            assert!(csv(CsvCell::Text(words.into()), CsvForm::German).starts_with('\''), "{words:?}");
        }
        assert_eq!(csv(CsvCell::Number(-0.5), CsvForm::German), "-0,5");
        assert_eq!(csv(CsvCell::Text("–".into()), CsvForm::German), "–");
    }

    #[test]
    fn both_forms_keep_every_digit() {
        assert_eq!(csv(CsvCell::Number(0.1 + 0.2), CsvForm::Machine), "0.30000000000000004");
        assert_eq!(csv(CsvCell::Number(1234.5), CsvForm::German), "1234,5");
        // A lone empty cell is quoted, so that its row is not taken for an empty line.
        assert_eq!(csv(CsvCell::Number(f64::NAN), CsvForm::German), "\"\"");
    }

    #[test]
    fn separators_inside_words_are_quoted() {
        assert_eq!(csv(CsvCell::Text("a;b \"c\"".into()), CsvForm::German), "\"a;b \"\"c\"\"\"");
        assert_eq!(csv(CsvCell::Text("a;b".into()), CsvForm::Machine), "a;b");
    }
}
