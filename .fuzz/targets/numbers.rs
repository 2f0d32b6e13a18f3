//! A column of any texts: what is taken over reads as the source did, digit by digit, under one decimal mark for the
//! whole column; everything else is refused with its cell, asked about or a sign.
#![no_main]

use aktionsplan_fuzz::domain::{PlanningData, Status};
use aktionsplan_fuzz::import::{ColumnRole, DecimalMark, Mapping, ValuePart};
use aktionsplan_fuzz::{drafted, read, through};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let values: Vec<&str> = text.split('\n').take(40).collect();
    let rows = values.iter().enumerate();
    let rows = rows.map(|(at, value)| format!("Ort {at}\t\"{}\"\n", value.replace('"', "\"\"")));
    let table = format!("sep=\t\nGebiet\tWert\n{}", rows.collect::<String>());
    let Some(source) = read("a.csv", table.as_bytes()) else { return };
    let data = PlanningData::default();
    let open = through(&source, &data);
    agrees(&open);
    if open.columns.len() == 2 {
        for mark in [None, Some(DecimalMark::Comma), Some(DecimalMark::Point)] {
            let mut mapping: Mapping = open.mapping().clone();
            mapping.columns[1].decimal_mark = mark;
            agrees(&drafted(&source, &mapping, &data));
        }
    }
});

fn agrees(draft: &aktionsplan_fuzz::import::ImportDraft) {
    for row in draft.rows.iter() {
        let summary = &draft.columns[usize::from(row.cell.column)];
        // A column headed `Nenner` holds no values of its own.
        if !matches!(summary.role, ColumnRole::Indicator { part: ValuePart::Value, .. }) {
            continue;
        }
        let text = draft.table().text(row.cell.row, row.cell.column);
        let mark = summary.decimal_mark;
        let Some(value) = row.value.get() else {
            // Error values may hold digits: `#DIV/0!`.
            assert!(text.starts_with('#') || !text.contains(|c: char| c.is_ascii_digit()), "{text:?} lost its number");
            continue;
        };
        if row.status == Status::Nil {
            assert!(["-", "–", "—"].contains(&text) && value == 0.0, "{text:?} as nil");
            continue;
        }
        let expected: f64 = plain(text, mark).parse().expect("digits of the source");
        assert!(value == expected, "{text:?} was read as {value}, not {expected}, with {mark:?}");
        // Without a mark, only what means the same under both may be taken over.
        if mark.is_none() {
            assert_eq!(plain(text, Some(DecimalMark::Comma)).parse(), Ok(value), "{text:?}");
            assert_eq!(plain(text, Some(DecimalMark::Point)).parse(), Ok(value), "{text:?}");
        }
    }
}

/// The number of a text as programs write it: digits, one point, minus; up to the unit behind it. Written without looking
/// at the reader.
fn plain(text: &str, mark: Option<DecimalMark>) -> String {
    let decimal = if mark == Some(DecimalMark::Point) { '.' } else { ',' };
    let mut number = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let has_digits = number.contains(|c: char| c.is_ascii_digit());
        let is_exponent = matches!(c, 'e' | 'E') && chars.peek().is_some_and(|c| c.is_ascii_digit() || *c == '-');
        match c {
            '-' | '−' | '–' if number.is_empty() => number.push('-'),
            '-' if number.ends_with(['e', 'E']) => number.push('-'),
            '0'..='9' => number.push(c),
            _ if has_digits && is_exponent => number.push(c),
            // `m2` has a digit of its own.
            _ if has_digits && (c.is_alphabetic() || matches!(c, '€' | '‰')) => break,
            c if c == decimal => number.push('.'),
            _ => {}
        }
    }
    number
}
