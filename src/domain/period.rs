//! The time that a value belongs to.

use super::PeriodId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A year, a reference date or a span as the source prints it. Labels are unique in a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// Identity.
    pub id: PeriodId,
    /// As printed: `2025`, `31.12.2025`, `2007/2008`, `o. J.`
    pub label: String,
    /// The year by which periods are put in order; none for undated figures.
    pub year: Option<i16>,
    /// The reference date (Stichtag), where known.
    pub reference_date: Option<Date>,
}

impl Period {
    /// The year that a label names: the first four digits between 1800 and 2199.
    pub fn year_of_label(label: &str) -> Option<i16> {
        let bytes = label.as_bytes();
        (0..bytes.len().saturating_sub(3)).find_map(|start| {
            let digits = bytes.get(start..start + 4)?;
            let bounded = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(|b| !b.is_ascii_digit());
            if !digits.iter().all(u8::is_ascii_digit) || !bounded(start.checked_sub(1)) || !bounded(Some(start + 4)) {
                return None;
            }
            let year = digits.iter().fold(0i16, |year, digit| year * 10 + i16::from(digit - b'0'));
            (1800..2200).contains(&year).then_some(year)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn year_is_found_in_every_printed_form() {
        let cases = [
            ("2025", Some(2025)),
            ("31.12.2025", Some(2025)),
            ("2007/2008", Some(2007)),
            ("o. J.", None),
            ("120251", None),
        ];
        for (label, year) in cases {
            assert_eq!(Period::year_of_label(label), year, "{label}");
        }
    }
}
