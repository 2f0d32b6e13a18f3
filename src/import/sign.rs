//! One cell of a value column: a number, a statistical sign, or refused. Nothing is guessed.

use super::issue::IssueKind;
use super::number::{self, CellUnit, DecimalMark, NumberFault};
use super::table::{CellKind, RawCell, trimmed};
use crate::domain::Status;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the signs of a file mean. The default is DIN 55301; some offices use `-` for missing, so every file has its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Legend {
    /// Signs that stand in a cell instead of a value.
    pub signs: BTreeMap<String, Status>,
    /// Signs that follow a value.
    pub suffixes: BTreeMap<String, Status>,
    /// What round brackets around a value mean; nothing if they are not to be read.
    pub brackets: Option<Status>,
    /// What becomes of values with a footnote mark behind them; none until the planner has seen them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footnotes: Option<FootnoteRule>,
}

/// What becomes of a value with a footnote mark behind it (`9,6²`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FootnoteRule {
    /// The value counts, the mark stays in the text of the cell.
    Keep,
    /// The cell has no value.
    WithoutValue,
}

/// Signs that are written differently and mean the same.
pub const SIGN_FAMILIES: [&[&str]; 5] = [&["-", "–", "—"], &[".", "·"], &["…", "..."], &["/"], &["x", "X"]];

impl Legend {
    /// The sign and those that mean the same.
    pub(super) fn family(sign: &str) -> impl Iterator<Item = &str> {
        let known = SIGN_FAMILIES.iter().find(|family| family.contains(&sign)).copied().unwrap_or_default();
        let alone = known.is_empty().then_some(sign);
        known.iter().copied().chain(alone)
    }

    /// What a sign means, instead of a value or behind one.
    pub(super) fn meaning_of(&self, sign: &str) -> Option<Status> {
        self.signs.get(sign).or_else(|| self.suffixes.get(sign)).copied()
    }
}

impl Default for Legend {
    fn default() -> Self {
        let table = |entries: &[(&str, Status)]| {
            entries.iter().map(|&(sign, status)| (sign.to_owned(), status)).collect::<BTreeMap<_, _>>()
        };
        Legend {
            signs: table(&[
                ("-", Status::Nil),
                ("–", Status::Nil),
                ("—", Status::Nil),
                (".", Status::Suppressed),
                ("·", Status::Suppressed),
                ("…", Status::Later),
                ("...", Status::Later),
                ("/", Status::Unreliable),
                ("x", Status::NotMeaningful),
                ("X", Status::NotMeaningful),
            ]),
            suffixes: table(&[("p", Status::Provisional), ("r", Status::Revised), ("s", Status::Estimated)]),
            brackets: Some(Status::Limited),
            footnotes: None,
        }
    }
}

/// How a cell of a value column was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A value and what stands behind it.
    Value {
        /// The value as written.
        value: f64,
        /// Its status; one that carries a value.
        status: Status,
        /// The unit that the cell itself names.
        unit: CellUnit,
    },
    /// A sign or a blank; the status carries no value.
    NoValue(Status),
    /// Refused, with the reason.
    Refused(IssueKind),
}

/// Reads a cell of a column.
pub(super) fn read_cell(cell: RawCell<'_>, mark: Option<DecimalMark>, legend: &Legend) -> Reading {
    match cell.kind {
        CellKind::Empty => Reading::NoValue(Status::Missing),
        CellKind::Number => typed_number(cell.text),
        CellKind::Date => Reading::Refused(IssueKind::DateInsteadOfNumber { text: cell.text.to_owned() }),
        CellKind::Bool => Reading::Refused(IssueKind::NotANumber { text: cell.text.to_owned() }),
        CellKind::Error => Reading::NoValue(Status::Missing),
        CellKind::Formula => Reading::Refused(IssueKind::FormulaWithoutResult),
        CellKind::Text => text_cell(trimmed(cell.text), mark, legend),
    }
}

/// Whether a text cell holds an error value of a spreadsheet.
pub(super) fn is_error_text(text: &str) -> bool {
    const ERRORS: [&str; 11] =
        ["#DIV/0!", "#NV", "#N/A", "#WERT!", "#VALUE!", "#BEZUG!", "#REF!", "#NAME?", "#ZAHL!", "#NUM!", "#NULL!"];
    text.starts_with('#') && ERRORS.contains(&text)
}

fn typed_number(text: &str) -> Reading {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() && value.abs() < 1e15 => {
            // Zero has no sign: `-0` is what a formula leaves of a rounded difference.
            Reading::Value { value: value + 0.0, status: Status::Reported, unit: CellUnit::None }
        }
        _ => Reading::Refused(IssueKind::TooLarge { text: shortened(text) }),
    }
}

fn text_cell(text: &str, mark: Option<DecimalMark>, legend: &Legend) -> Reading {
    let value = |status, number: number::Number| Reading::Value { value: number.value, status, unit: number.unit };
    let fault = match number::parse(text, mark) {
        Ok(number) => return value(Status::Reported, number),
        Err(fault) => fault,
    };
    if let Some(&status) = legend.signs.get(text) {
        return if status.has_value() {
            Reading::Value { value: 0.0, status, unit: CellUnit::None }
        } else {
            Reading::NoValue(status)
        };
    }
    if is_error_text(text) {
        return Reading::NoValue(Status::Missing);
    }
    if let Some(status) = legend.brackets
        && let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && let Ok(number) = number::parse(inner, mark)
    {
        return value(status, number);
    }
    for (suffix, &status) in &legend.suffixes {
        if let Some(Ok(number)) = text.strip_suffix(suffix.as_str()).map(|rest| number::parse(rest, mark)) {
            return value(status, number);
        }
    }
    match number::before_footnote(text).map(|rest| number::parse(rest, mark)) {
        Some(Ok(number)) => match legend.footnotes {
            Some(FootnoteRule::Keep) => value(Status::Reported, number),
            Some(FootnoteRule::WithoutValue) => Reading::NoValue(Status::Missing),
            None => {
                Reading::Refused(IssueKind::FootnoteMark { text: shortened(text), value: number.value, rule: None })
            }
        },
        Some(Err(fault)) => Reading::Refused(refusal(text, mark, fault)),
        None => Reading::Refused(refusal(text, mark, fault)),
    }
}

/// The value before a footnote mark, where the rule of the legend decided about the cell.
pub(super) fn marked_value(cell: RawCell<'_>, mark: Option<DecimalMark>, legend: &Legend) -> Option<f64> {
    let text = trimmed(cell.text);
    if cell.kind != CellKind::Text || legend.footnotes.is_none() || legend.meaning_of(text).is_some() {
        return None;
    }
    let rest = number::before_footnote(text)?;
    let is_plain = number::parse(text, mark).is_ok();
    number::parse(rest, mark).ok().filter(|_| !is_plain).map(|number| number.value)
}

fn refusal(text: &str, mark: Option<DecimalMark>, fault: NumberFault) -> IssueKind {
    if super::header::is_date_like(text) {
        return IssueKind::DateInsteadOfNumber { text: text.to_owned() };
    }
    let text = shortened(text);
    match fault {
        NumberFault::NoNumber => IssueKind::NotANumber { text },
        NumberFault::OtherForm => IssueKind::OtherNumberForm { text, mark },
        NumberFault::Undecided => IssueKind::UndecidedMark { text },
        NumberFault::TooLarge => IssueKind::TooLarge { text },
        NumberFault::Exponent => IssueKind::Exponent { text },
    }
}

/// A text short enough for a message.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_owned();
    }
    text.chars().take(59).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Reading {
        read_cell(RawCell { text, kind: CellKind::Text }, Some(DecimalMark::Comma), &Legend::default())
    }

    fn value(value: f64, status: Status) -> Reading {
        Reading::Value { value, status, unit: CellUnit::None }
    }

    #[test]
    fn a_value_with_a_footnote_mark_waits_for_the_planner() {
        let legend = |footnotes| Legend { footnotes, ..Legend::default() };
        let read =
            |text, rule| read_cell(RawCell { text, kind: CellKind::Text }, Some(DecimalMark::Comma), &legend(rule));
        for text in ["9,6²", "9,6 1)", "9,6*"] {
            let open = IssueKind::FootnoteMark { text: text.into(), value: 9.6, rule: None };
            assert_eq!(read(text, None), Reading::Refused(open));
            assert_eq!(read(text, Some(FootnoteRule::Keep)), value(9.6, Status::Reported));
            assert_eq!(read(text, Some(FootnoteRule::WithoutValue)), Reading::NoValue(Status::Missing));
        }
        let squared = Reading::Value { value: 80.0, status: Status::Reported, unit: CellUnit::Other("m²") };
        assert_eq!(read("80 m²", None), squared);
    }

    #[test]
    fn every_sign_of_din_55301_keeps_its_meaning() {
        for (text, expected) in [
            ("-", value(0.0, Status::Nil)),
            ("–", value(0.0, Status::Nil)),
            ("0", value(0.0, Status::Reported)),
            (".", Reading::NoValue(Status::Suppressed)),
            (" · ", Reading::NoValue(Status::Suppressed)),
            ("…", Reading::NoValue(Status::Later)),
            ("...", Reading::NoValue(Status::Later)),
            ("/", Reading::NoValue(Status::Unreliable)),
            ("x", Reading::NoValue(Status::NotMeaningful)),
            ("(12,4)", value(12.4, Status::Limited)),
            ("12,4p", value(12.4, Status::Provisional)),
            ("12,4 r", value(12.4, Status::Revised)),
            ("12,4s", value(12.4, Status::Estimated)),
            ("#DIV/0!", Reading::NoValue(Status::Missing)),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert!(matches!(read("k. A."), Reading::Refused(IssueKind::NotANumber { .. })));
    }

    #[test]
    fn a_typed_number_beyond_reason_is_refused() {
        for text in ["inf", "NaN", &1e308.to_string()] {
            let cell = RawCell { text, kind: CellKind::Number };
            assert!(matches!(read_cell(cell, None, &Legend::default()), Reading::Refused(IssueKind::TooLarge { .. })));
        }
    }
}
