//! Single cells of a table of services: numbers, percentages, days, words of a list.

use super::columns::{VOCABULARY, plain};
use crate::domain::{Angebot, AngebotArt, FundingTerm, Handlungsfeld};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// A value as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Read<T> {
    /// The cell says that nothing is known, or is empty.
    Nothing,
    /// The value as written.
    Plain(T),
    /// The value, but not as written: rounded, completed, or taken out of words.
    Changed(T),
    /// Not a value.
    Unreadable,
}

impl<T> Read<T> {
    fn map<U>(self, f: impl FnOnce(T) -> U) -> Read<U> {
        match self {
            Read::Nothing => Read::Nothing,
            Read::Plain(value) => Read::Plain(f(value)),
            Read::Changed(value) => Read::Changed(f(value)),
            Read::Unreadable => Read::Unreadable,
        }
    }
}

fn says_nothing(text: &str) -> bool {
    text.is_empty() || VOCABULARY.as_ref().is_some_and(|words| words.unbekannt.contains(&plain(text)))
}

/// A number of places: `24`, `ca. 24 Plätze`.
pub(super) fn places(text: &str) -> Read<u32> {
    if says_nothing(text) {
        return Read::Nothing;
    }
    let Some((value, alone)) = number(text) else { return Read::Unreadable };
    whole(value, alone, Angebot::MOST_PLACES.into()).map(|value| u32::try_from(value).unwrap_or(u32::MAX))
}

/// A use in percent: `85 %`, `85`, or `0,85` where the spreadsheet shows it as a percentage.
pub(super) fn percent(text: &str, shown_as_percent: bool) -> Read<u16> {
    if says_nothing(text) {
        return Read::Nothing;
    }
    let without_sign = text.trim().trim_end_matches('%').trim_end();
    let signed = without_sign.len() < text.trim().len();
    let Some((value, alone)) = number(without_sign) else { return Read::Unreadable };
    let (value, certain) = match (shown_as_percent, signed) {
        (true, false) => (value * 100.0, true),
        // A share below one without any sign of percent: read so, and said.
        (false, false) if value > 0.0 && value < 1.5 && value.fract() > 0.0 => (value * 100.0, false),
        (true | false, true) | (false, false) => (value, true),
    };
    whole(value, alone && certain, Angebot::MOST_PERCENT.into()).map(|value| u16::try_from(value).unwrap_or(u16::MAX))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
#[expect(clippy::cast_precision_loss, reason = "limits are far below 2^53")]
fn whole(value: f64, as_written: bool, most: u64) -> Read<u64> {
    let rounded = value.round();
    if !(0.0..=most as f64).contains(&rounded) {
        return Read::Unreadable;
    }
    let exact = (value - rounded).abs() < 1e-9;
    let read = rounded as u64;
    if as_written && exact { Read::Plain(read) } else { Read::Changed(read) }
}

/// The only number in a text, and whether nothing else stands there. A decimal point is taken for one where it parts no
/// thousands.
fn number(text: &str) -> Option<(f64, bool)> {
    let digits = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
    let mut words = text.split_whitespace().filter(digits);
    let (only, others) = (words.next()?, words.next());
    if others.is_some() {
        return None;
    }
    let value = crate::text::parse_number(only).ok().or_else(|| only.parse().ok())?;
    Some((value, text.trim() == only)).filter(|(value, _)| value.is_finite())
}

/// A day: `31.12.2027`, `2027-12-31`; `12/2027` and `2027` are read as the last day of the month or year.
pub(super) fn day(text: &str) -> Read<Date> {
    if says_nothing(text) {
        return Read::Nothing;
    }
    let text = text.trim();
    if let Some(day) = full_day(text) {
        return Read::Plain(day);
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let last_day = match parts.as_slice() {
        [year] => Date::new(four_digits(year).unwrap_or(0), 12, 31).ok().filter(|_| four_digits(year).is_some()),
        [month, year] => month_end(month, year),
        _ => None,
    };
    last_day.map_or(Read::Unreadable, Read::Changed)
}

fn full_day(text: &str) -> Option<Date> {
    if let Ok(day) = text.parse::<Date>() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year = match year.len() {
        2 => 2000 + year.parse::<i16>().ok()?,
        _ => four_digits(year)?,
    };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn month_end(month: &str, year: &str) -> Option<Date> {
    let first = Date::new(four_digits(year)?, month.parse().ok()?, 1).ok()?;
    first.checked_add(1.month()).ok()?.yesterday().ok()
}

fn four_digits(year: &str) -> Option<i16> {
    year.parse().ok().filter(|year: &i16| (1900..=2200).contains(year) && year.to_string().len() == 4)
}

/// For how long a service is funded: a day, or words for `without end`.
pub(super) fn term(text: &str) -> Read<FundingTerm> {
    let unlimited = VOCABULARY.as_ref().is_some_and(|words| words.unbefristet.contains(&plain(text)));
    if unlimited { Read::Plain(FundingTerm::Unlimited) } else { day(text).map(FundingTerm::Until) }
}

/// The Handlungsfeld of a text; the first one where several are named.
pub(super) fn field(text: &str) -> Option<Handlungsfeld> {
    let text = plain(text);
    let words = VOCABULARY.as_ref()?;
    let same = words.handlungsfelder.iter().find(|(_, names)| names.contains(&text));
    let starts = || words.handlungsfelder.iter().find(|(_, names)| names.iter().any(|name| long_in(name, &text)));
    same.or_else(starts).map(|(field, _)| *field)
}

/// The kind of a text.
pub(super) fn kind(text: &str) -> Option<AngebotArt> {
    let text = plain(text);
    let words = VOCABULARY.as_ref()?;
    let same = words.arten.iter().find(|(_, names)| names.contains(&text));
    let inside = || words.arten.iter().find(|(_, names)| names.iter().any(|name| long_in(name, &text)));
    same.or_else(inside).map(|(kind, _)| *kind)
}

/// Short words mean too many things to be looked for inside others.
fn long_in(name: &str, text: &str) -> bool {
    name.chars().count() > 4 && text.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn numbers_are_taken_out_of_words_and_that_is_said() {
        assert_eq!(places("24"), Read::Plain(24));
        assert_eq!(places("ca. 24 Plätze"), Read::Changed(24));
        assert_eq!(places("12 bis 15"), Read::Unreadable);
        assert_eq!(places("-3"), Read::Unreadable);
        assert_eq!(places("k. A."), Read::Nothing);
        assert_eq!(places("1.200"), Read::Plain(1200));
    }

    #[test]
    fn a_percentage_is_known_by_sign_format_or_size() {
        assert_eq!(percent("85 %", false), Read::Plain(85));
        assert_eq!(percent("0.85", true), Read::Plain(85));
        assert_eq!(percent("0,85", false), Read::Changed(85));
        assert_eq!(percent("92,5", false), Read::Changed(93));
        assert_eq!(percent("110%", false), Read::Plain(110));
        assert_eq!(percent("voll", false), Read::Unreadable);
    }

    #[test]
    fn days_are_read_in_every_usual_form() {
        assert_eq!(day("31.12.2027"), Read::Plain(date(2027, 12, 31)));
        assert_eq!(day("2027-12-31"), Read::Plain(date(2027, 12, 31)));
        assert_eq!(day("1.2.27"), Read::Plain(date(2027, 2, 1)));
        assert_eq!(day("02/2028"), Read::Changed(date(2028, 2, 29)));
        assert_eq!(day("2027"), Read::Changed(date(2027, 12, 31)));
        assert_eq!(day("31.02.2027"), Read::Unreadable);
        assert_eq!(term("dauerhaft"), Read::Plain(FundingTerm::Unlimited));
        assert_eq!(day("Sommer"), Read::Unreadable);
    }

    #[test]
    fn fields_and_kinds_are_known_in_other_words() {
        assert_eq!(field("Arbeit und Beschäftigung"), Some(Handlungsfeld::Arbeit));
        assert_eq!(field("K"), Some(Handlungsfeld::Kinder));
        assert_eq!(field("Verkehr"), None);
        assert_eq!(kind("Offener Treff"), Some(AngebotArt::Treffpunkt));
        assert_eq!(kind("Gastronomie"), None);
    }
}
