//! Numbers as tables write them. Which mark is the decimal mark is proven from all values of a column: a single cell
//! like `1.234` may mean two numbers, and neither the language of the computer nor a guess may decide.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What parts whole numbers from decimals in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1.234,5`
    Comma,
    /// `1,234.5`
    Point,
}

/// A number as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// The value as written; `12,5 %` is 12.5.
    pub value: f64,
    /// What stands beside it.
    pub unit: CellUnit,
}

/// The unit that a cell itself names beside its number. It is never multiplied in: `1,5 Tsd.` is 1.5 of the unit `Tsd.`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellUnit {
    /// None.
    #[default]
    None,
    /// A percent sign or a word for it.
    Percent,
    /// Another one, as cards of indicators write it.
    Other(&'static str),
}

/// Spellings of units behind or before a number, in small letters without blanks and full stops at the end.
const UNITS: [(&str, CellUnit); 46] = [
    ("v.h", CellUnit::Percent),
    ("vh", CellUnit::Percent),
    ("prozent", CellUnit::Percent),
    ("‰", CellUnit::Other("‰")),
    ("promille", CellUnit::Other("‰")),
    ("€", CellUnit::Other("€")),
    ("eur", CellUnit::Other("€")),
    ("euro", CellUnit::Other("€")),
    ("€/m²", CellUnit::Other("€/m²")),
    ("€/m2", CellUnit::Other("€/m²")),
    ("€/qm", CellUnit::Other("€/m²")),
    ("eur/m²", CellUnit::Other("€/m²")),
    ("eur/m2", CellUnit::Other("€/m²")),
    ("eur/qm", CellUnit::Other("€/m²")),
    ("euro/m²", CellUnit::Other("€/m²")),
    ("euro/m2", CellUnit::Other("€/m²")),
    ("euro/qm", CellUnit::Other("€/m²")),
    ("tsd", CellUnit::Other(THOUSAND)),
    ("tausend", CellUnit::Other(THOUSAND)),
    ("mio", CellUnit::Other(MILLION)),
    ("million", CellUnit::Other(MILLION)),
    ("millionen", CellUnit::Other(MILLION)),
    ("tsd.€", CellUnit::Other(THOUSAND_EURO)),
    ("tsd€", CellUnit::Other(THOUSAND_EURO)),
    ("tsd.eur", CellUnit::Other(THOUSAND_EURO)),
    ("tsd.euro", CellUnit::Other(THOUSAND_EURO)),
    ("t€", CellUnit::Other(THOUSAND_EURO)),
    ("teur", CellUnit::Other(THOUSAND_EURO)),
    ("mio.€", CellUnit::Other(MILLION_EURO)),
    ("mio€", CellUnit::Other(MILLION_EURO)),
    ("mio.eur", CellUnit::Other(MILLION_EURO)),
    ("mio.euro", CellUnit::Other(MILLION_EURO)),
    ("ha", CellUnit::Other("ha")),
    ("hektar", CellUnit::Other("ha")),
    ("km²", CellUnit::Other("km²")),
    ("km2", CellUnit::Other("km²")),
    ("qkm", CellUnit::Other("km²")),
    ("m²", CellUnit::Other("m²")),
    ("m2", CellUnit::Other("m²")),
    ("qm", CellUnit::Other("m²")),
    ("km", CellUnit::Other("km")),
    ("m", CellUnit::Other("m")),
    ("jahre", CellUnit::Other("Jahre")),
    ("punkte", CellUnit::Other("Punkte")),
    ("std", CellUnit::Other("Std.")),
    ("stunden", CellUnit::Other("Std.")),
];
const THOUSAND: &str = "Tsd.";
const MILLION: &str = "Mio.";
const THOUSAND_EURO: &str = "Tsd. €";
const MILLION_EURO: &str = "Mio. €";

/// How many of a smaller unit a unit counts, and that unit (empty for counts); nothing for units that stand for
/// themselves.
pub(super) fn multiple(unit: &str) -> Option<(f64, &'static str)> {
    match unit {
        THOUSAND => Some((1e3, "")),
        MILLION => Some((1e6, "")),
        THOUSAND_EURO => Some((1e3, "€")),
        MILLION_EURO => Some((1e6, "€")),
        _ => None,
    }
}

/// The unit beside the number of a text, other than percent.
pub(super) fn unit_of(text: &str) -> Option<&'static str> {
    // Nearly every cell: what begins and ends as a number has no unit, but for the two in m2.
    if let [b'0'..=b'9', .., before, b'0'..=b'9' | b'%'] = text.as_bytes()
        && *before != b'm'
    {
        return None;
    }
    let (number, unit) = beside_unit(super::table::trimmed(text))?;
    match unit {
        CellUnit::Other(unit) => Shape::of(number).is_ok().then_some(unit),
        CellUnit::None | CellUnit::Percent => None,
    }
}

/// What leads from values in a unit to those of a card: 1000 from `Tsd.` to persons; nothing if the program does not know.
pub(super) fn factor_between(unit: &str, card_unit: &str) -> Option<f64> {
    if let Some((of, to)) = parts_of_whole(unit).zip(parts_of_whole(card_unit)) {
        return Some(to / of).filter(|factor| (factor - 1.0).abs() > 0.5);
    }
    let (factor, base) = multiple(unit)?;
    // Counts are called after what they count: persons, households, cases.
    let is_share = card_unit.contains('%') || card_unit.starts_with("je ");
    let counts = base.is_empty() && spelled(card_unit).is_none() && !is_share;
    (counts || is_same_unit(base, card_unit)).then_some(factor)
}

/// How many parts make the whole in a unit of shares: percent 100, per mille 1000.
fn parts_of_whole(unit: &str) -> Option<f64> {
    let lower = unit.trim().to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| lower == *word || lower.starts_with(&format!("{word} ")));
    match spelled(unit) {
        None if lower == "%" => Some(100.0),
        Some(CellUnit::Percent) => Some(100.0),
        Some(CellUnit::Other("‰")) => Some(1000.0),
        Some(CellUnit::Other(_) | CellUnit::None) => None,
        None if begins(&["je 1.000", "je 1000", "je tausend"]) => Some(1000.0),
        None if begins(&["je 100"]) => Some(100.0),
        None => None,
    }
}

/// Units that the cells of a column name themselves, and how many cells name each.
#[derive(Debug, Default)]
pub(super) struct CellUnits(BTreeMap<&'static str, u32>);

impl CellUnits {
    /// Counts the unit in a text, if there is one.
    pub fn add(&mut self, text: &str) {
        if let Some(unit) = unit_of(text) {
            *self.0.entry(unit).or_default() += 1;
        }
    }

    /// The unit of a column with so many numbers: the one that its heading names as well, else the one that most cells
    /// name, of several the first by its letters. One that counts in thousands, of which no heading speaks, holds for all
    /// numbers only where most of them name it.
    pub fn of_column(&self, numbers: u32, named: Option<&str>) -> Option<&'static str> {
        if let Some(unit) = named.and_then(|named| self.0.keys().find(|unit| is_same_unit(unit, named))) {
            return Some(unit);
        }
        let most = *self.0.values().max()?;
        let unit = self.0.iter().find(|(_, count)| **count == most).map(|(unit, _)| *unit)?;
        (multiple(unit).is_none() || most * 2 > numbers).then_some(unit)
    }
}

/// Whether two units are one, in whatever spelling.
pub(super) fn is_same_unit(a: &str, b: &str) -> bool {
    a == b || (spelled(a).is_some() && spelled(a) == spelled(b))
}

fn spelled(unit: &str) -> Option<CellUnit> {
    let unit: String = unit.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let unit = unit.strip_suffix('.').unwrap_or(&unit);
    UNITS.iter().find(|(spelling, _)| *spelling == unit).map(|&(_, unit)| unit)
}

/// The number of a text and the unit that stands behind it, or a currency before it.
fn beside_unit(text: &str) -> Option<(&str, CellUnit)> {
    let currency = ["€", "EUR", "Euro"].iter().find_map(|sign| text.strip_prefix(sign));
    if let Some(number) = currency.map(str::trim_start).filter(|number| number.ends_with(|c: char| c.is_ascii_digit()))
    {
        return Some((number, CellUnit::Other("€")));
    }
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '–' | '+' | '.' | ',')) {
        return None;
    }
    let at = text.find(|c: char| c.is_alphabetic() || matches!(c, '€' | '‰'))?;
    let (number, unit) = (text[..at].trim_end(), &text[at..]);
    if unit.len() > 16 { None } else { spelled(unit).map(|unit| (number, unit)) }
}

/// The text before a footnote mark: raised digits, stars and daggers, or `1)`, `a)` after a blank and `*)`.
pub(super) fn before_footnote(text: &str) -> Option<&str> {
    let is_mark = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁽' | '⁾' | '*' | '†' | '‡');
    let rest = text.trim_end_matches(is_mark);
    if rest.len() < text.len() {
        return Some(rest.trim_end());
    }
    let marked = text.strip_suffix(')')?;
    let rest = marked.trim_end_matches('*');
    if rest.len() < marked.len() {
        return Some(rest.trim_end());
    }
    let (rest, mark) = marked.rsplit_once(char::is_whitespace)?;
    let is_mark = matches!(mark.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] | [b'a'..=b'z']);
    is_mark.then(|| rest.trim_end())
}

/// A number without what may stand beside it: a unit, brackets, a sign behind it, a footnote mark.
fn alone(text: &str) -> Option<&str> {
    let bracketed = || text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let followed = || text.strip_suffix(['p', 'r', 's']).map(str::trim_end);
    beside_unit(text).map(|(number, _)| number).or_else(bracketed).or_else(followed).or_else(|| before_footnote(text))
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Anything but digits, marks, a sign, a percent sign.
    NoNumber,
    /// A number, but not in the form of the column.
    OtherForm,
    /// The column does not prove which mark is the decimal mark.
    Undecided,
    /// More digits than a number can carry exactly, or infinite.
    TooLarge,
    /// Short notation with an exponent, from which digits may be lost.
    Exponent,
}

/// Reads a number of a column whose decimal mark is known; without one, only numbers that mean the same either way.
pub(super) fn parse(text: &str, mark: Option<DecimalMark>) -> Result<Number, NumberFault> {
    let text = super::table::trimmed(text);
    if let Some(plain) = Plain::of(text) {
        return plain.value(mark);
    }
    if let Some((number, decimal)) = grouped(text) {
        return match mark {
            Some(mark) if mark == decimal => Ok(number),
            Some(_) => Err(NumberFault::OtherForm),
            None => Err(NumberFault::Undecided),
        };
    }
    let shape = match (Shape::of(text), beside_unit(text)) {
        (Ok(shape), _) => shape,
        (Err(_), Some((number, unit))) => {
            let number = parse_bare(number, mark)?;
            return Ok(Number { unit, ..number });
        }
        (Err(fault), None) => return Err(fault),
    };
    shape.by(mark)
}

/// A number beside which no other unit may stand.
fn parse_bare(text: &str, mark: Option<DecimalMark>) -> Result<Number, NumberFault> {
    let number = Shape::of(text)?.by(mark)?;
    if number.unit == CellUnit::None { Ok(number) } else { Err(NumberFault::NoNumber) }
}

/// Whether a printed value is another one rounded to its last digit.
pub(super) fn is_rounded(printed: f64, exact: f64) -> bool {
    let decimals = printed.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len().min(9));
    let half = 0.51 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
    (printed - exact).abs() <= half
}

/// Multiplies; a power of ten moves the decimal mark of the printed number, so that 0.097 becomes 9.7 exactly.
pub(super) fn times(value: f64, factor: f64) -> f64 {
    const POWERS: [f64; 7] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];
    match POWERS.iter().position(|power| same(*power, factor)) {
        Some(0) => value,
        Some(places) => format!("{value}e{places}").parse().unwrap_or(value * factor),
        None => match POWERS.iter().position(|power| same(1.0 / power, factor)) {
            Some(places) => format!("{value}e-{places}").parse().unwrap_or(value * factor),
            None => value * factor,
        },
    }
}

/// Whether two values are the same number.
pub(super) fn same(a: f64, b: f64) -> bool {
    a.total_cmp(&b).is_eq()
}

/// What the values of a column prove about its decimal mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// Values that are numbers only with a decimal comma.
    pub comma: u32,
    /// Values that are numbers only with a decimal point.
    pub point: u32,
    /// Values that are two different numbers.
    pub ambiguous: u32,
    /// Values that mean the same either way.
    pub plain: u32,
    /// Texts that are no number.
    pub other: u32,
}

impl Evidence {
    /// Looks at one more text.
    pub(super) fn add(&mut self, text: &str) {
        let text = super::table::trimmed(text);
        if let Some(plain) = Plain::of(text) {
            match plain.mark.map(|mark| (mark, plain.has_decimals(), plain.has_group())) {
                None => self.plain += 1,
                Some((_, true, true)) => self.ambiguous += 1,
                Some((DecimalMark::Comma, true, false)) | Some((DecimalMark::Point, false, true)) => self.comma += 1,
                Some((DecimalMark::Point, true, false)) | Some((DecimalMark::Comma, false, true)) => self.point += 1,
                Some((_, false, false)) => self.other += 1,
            }
            return;
        }
        if let Some((_, decimal)) = grouped(text) {
            *if decimal == DecimalMark::Comma { &mut self.comma } else { &mut self.point } += 1;
            return;
        }
        self.look(text);
    }

    fn look(&mut self, text: &str) {
        let Some(shape) = Shape::of(text).ok().or_else(|| Shape::of(alone(text)?).ok()) else {
            self.other += 1;
            return;
        };
        if shape.runs == 1 {
            self.plain += 1;
            return;
        }
        match (shape.value(DecimalMark::Comma), shape.value(DecimalMark::Point)) {
            (Ok(comma), Ok(point)) if same(comma.value, point.value) => self.plain += 1,
            (Ok(_), Ok(_)) => self.ambiguous += 1,
            (Ok(_), Err(_)) => self.comma += 1,
            (Err(_), Ok(_)) => self.point += 1,
            (Err(_), Err(_)) => self.other += 1,
        }
    }

    /// The mark that is proven and contradicted by nothing.
    pub(super) fn proven(&self) -> Option<DecimalMark> {
        match (self.comma, self.point) {
            (1.., 0) => Some(DecimalMark::Comma),
            (0, 1..) => Some(DecimalMark::Point),
            _ => None,
        }
    }

    /// Whether the planner has to say which mark is meant.
    pub(super) fn is_open(&self) -> bool {
        self.proven().is_none() && (self.ambiguous > 0 || self.comma > 0)
    }

    /// Texts that are numbers in some form.
    pub(super) fn numbers(&self) -> u32 {
        self.comma + self.point + self.ambiguous + self.plain
    }
}

/// Digits with at most one comma or point between them, few enough to be exact: what nearly every cell holds.
struct Plain {
    negative: bool,
    digits: u64,
    mark: Option<DecimalMark>,
    /// Digits before the mark, or all.
    whole: u8,
    /// Digits after the mark.
    decimals: u8,
    starts_with_zero: bool,
}

impl Plain {
    /// Digits of whole numbers below 2^53, and powers of ten that a float holds exactly: one division rounds once, so
    /// the quotient is the nearest float (Clinger, 1990).
    const DIGITS: usize = 15;
    const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// The number, or nothing if the text has to be looked at more closely.
    fn of(text: &str) -> Option<Plain> {
        let (negative, bytes) = match text.as_bytes() {
            [b'-', rest @ ..] => (true, rest),
            bytes => (false, bytes),
        };
        if bytes.is_empty() || bytes.len() > Plain::DIGITS + 1 {
            return None;
        }
        let (mut digits, mut mark) = (0_u64, None);
        for (at, &byte) in bytes.iter().enumerate() {
            match byte {
                b'0'..=b'9' => digits = digits * 10 + u64::from(byte - b'0'),
                b',' if mark.is_none() => mark = Some((at, DecimalMark::Comma)),
                b'.' if mark.is_none() => mark = Some((at, DecimalMark::Point)),
                _ => return None,
            }
        }
        let whole = mark.map_or(bytes.len(), |(at, _)| at);
        let decimals = mark.map_or(0, |_| bytes.len() - whole - 1);
        let few = (1..=Plain::DIGITS).contains(&(whole + decimals));
        few.then(|| Plain {
            negative,
            digits,
            mark: mark.map(|(_, mark)| mark),
            whole: u8::try_from(whole).unwrap_or(0),
            decimals: u8::try_from(decimals).unwrap_or(0),
            starts_with_zero: bytes[0] == b'0',
        })
    }

    /// Whether the mark can be a decimal mark.
    fn has_decimals(&self) -> bool {
        self.decimals > 0
    }

    /// Whether the mark can part thousands.
    fn has_group(&self) -> bool {
        self.decimals == 3 && (1..=3).contains(&self.whole) && !self.starts_with_zero
    }

    fn value(&self, mark: Option<DecimalMark>) -> Result<Number, NumberFault> {
        let is_decimal = match (self.mark, mark) {
            (None, _) => false,
            (Some(found), Some(mark)) => found == mark,
            // A column that proves nothing is not read, neither one way nor the other.
            (Some(_), None) if self.has_decimals() || self.has_group() => return Err(NumberFault::Undecided),
            (Some(_), None) => return Err(NumberFault::OtherForm),
        };
        let fits = if is_decimal { self.has_decimals() } else { self.mark.is_none() || self.has_group() };
        if !fits {
            return Err(NumberFault::OtherForm);
        }
        let power = Plain::POWERS[if is_decimal { usize::from(self.decimals) } else { 0 }];
        #[expect(clippy::cast_precision_loss, reason = "at most fifteen digits")]
        let value = self.digits as f64 / power;
        Ok(Number { value: if self.negative && self.digits > 0 { -value } else { value }, unit: CellUnit::None })
    }
}

/// A number whose thousands are parted by points or commas so that only one mark can be the decimal one (`1.234,5`,
/// `1.234.567`), with few enough digits to be exact; nothing if the text has to be looked at more closely.
fn grouped(text: &str) -> Option<(Number, DecimalMark)> {
    let (negative, bytes) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        bytes => (false, bytes),
    };
    let thousands = *bytes.iter().take(4).find(|byte| !byte.is_ascii_digit())?;
    let (decimal, other) = match thousands {
        b'.' => (DecimalMark::Comma, b','),
        b',' => (DecimalMark::Point, b'.'),
        _ => return None,
    };
    let mut parts = bytes.split(|&byte| byte == other);
    let (whole, decimals) = (parts.next()?, parts.next());
    let (mut digits, mut count, mut groups) = (0_u64, 0, 0);
    for group in whole.split(|&byte| byte == thousands) {
        let fits = if groups == 0 { matches!(group, [b'1'..=b'9', ..]) && group.len() < 4 } else { group.len() == 3 };
        groups += 1;
        push_digits(group, &mut digits, &mut count).filter(|()| fits)?;
    }
    let places = decimals.map_or(0, <[u8]>::len);
    push_digits(decimals.unwrap_or_default(), &mut digits, &mut count)?;
    // `1.234` alone means two numbers; a second decimal mark makes it none.
    if parts.next().is_some() || (decimals.is_some() && places == 0) || (decimals.is_none() && groups < 3) {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "at most fifteen digits")]
    let value = digits as f64 / Plain::POWERS.get(places)?;
    Some((Number { value: if negative { -value } else { value }, unit: CellUnit::None }, decimal))
}

/// Appends digits; nothing if there is anything else or more than a float holds exactly.
fn push_digits(text: &[u8], digits: &mut u64, count: &mut usize) -> Option<()> {
    *count += text.len();
    if *count > Plain::DIGITS {
        return None;
    }
    for byte in text {
        *digits = *digits * 10 + u64::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    Some(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Comma,
    Point,
    Blank,
    Apostrophe,
}

const DIGITS: usize = 40;
const RUNS: usize = 14;
/// Greatest magnitude that a table of a city can mean.
const GREATEST: f64 = 1e15;

/// Digits and the marks between them.
struct Shape {
    negative: bool,
    percent: bool,
    digits: [u8; DIGITS],
    ends: [u8; RUNS],
    marks: [Mark; RUNS],
    runs: usize,
    exponent: u8,
}

impl Shape {
    /// The parts of a text without blanks around it.
    fn of(text: &str) -> Result<Shape, NumberFault> {
        let (negative, rest) = match text.strip_prefix(['-', '−', '–']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text.strip_prefix('+').map_or(text, str::trim_start)),
        };
        let (percent, rest) = match rest.strip_suffix('%') {
            Some(rest) => (true, rest.trim_end()),
            None => (false, rest),
        };
        let mut shape = Shape {
            negative,
            percent,
            digits: [0; DIGITS],
            ends: [0; RUNS],
            marks: [Mark::Blank; RUNS],
            runs: 1,
            exponent: 0,
        };
        let body = shape.split_exponent(rest)?;
        shape.fill(body)?;
        Ok(shape)
    }

    /// A negative exponent is how programs write tiny values; a positive one is how spreadsheets lose digits.
    fn split_exponent<'a>(&mut self, text: &'a str) -> Result<&'a str, NumberFault> {
        let Some((body, exponent)) = text.split_once(['e', 'E']) else { return Ok(text) };
        let numeric =
            |part: &str| part.bytes().any(|b| b.is_ascii_digit()) && !part.bytes().any(|b| b.is_ascii_alphabetic());
        if !numeric(body) || !numeric(exponent) {
            return Err(NumberFault::NoNumber);
        }
        let exponent = exponent.strip_prefix('-').ok_or(NumberFault::Exponent)?;
        self.exponent = exponent.parse().map_err(|_| NumberFault::Exponent)?;
        Ok(body)
    }

    fn fill(&mut self, body: &str) -> Result<(), NumberFault> {
        let mut length = 0_u8;
        for c in body.chars() {
            if let '0'..='9' = c {
                *self.digits.get_mut(usize::from(length)).ok_or(NumberFault::TooLarge)? = c as u8;
                length += 1;
                self.ends[self.runs - 1] = length;
                continue;
            }
            self.marks[self.runs - 1] = match c {
                ',' => Mark::Comma,
                '.' => Mark::Point,
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => Mark::Blank,
                '\'' | '’' | '‘' | '´' => Mark::Apostrophe,
                _ => return Err(NumberFault::NoNumber),
            };
            self.runs += 1;
            *self.ends.get_mut(self.runs - 1).ok_or(NumberFault::NoNumber)? = length;
        }
        if length == 0 { Err(NumberFault::NoNumber) } else { Ok(()) }
    }

    fn run_length(&self, run: usize) -> usize {
        usize::from(self.ends[run] - if run == 0 { 0 } else { self.ends[run - 1] })
    }

    fn value(&self, mark: DecimalMark) -> Result<Number, NumberFault> {
        let decimal = match mark {
            DecimalMark::Comma => Mark::Comma,
            DecimalMark::Point => Mark::Point,
        };
        let marks = &self.marks[..self.runs - 1];
        let at = marks.iter().position(|&mark| mark == decimal);
        let whole_runs = at.map_or(self.runs, |at| at + 1);
        let grouped = whole_runs > 1;
        let misplaced = at.is_some_and(|at| at + 2 != self.runs || self.run_length(at + 1) == 0);
        let mixed = marks[..whole_runs - 1].windows(2).any(|pair| pair[0] != pair[1]);
        let well_grouped = !grouped
            || ((1..=3).contains(&self.run_length(0))
                && self.digits[0] != b'0'
                && (1..whole_runs).all(|run| self.run_length(run) == 3));
        if misplaced || mixed || !well_grouped {
            return Err(NumberFault::OtherForm);
        }
        self.number(usize::from(self.ends[whole_runs - 1]))
    }

    /// The number in the form of its column; without one, only if it means the same either way.
    fn by(&self, mark: Option<DecimalMark>) -> Result<Number, NumberFault> {
        match mark {
            Some(mark) => self.value(mark),
            None => self.either(),
        }
    }

    /// The number, if it means the same with either mark.
    fn either(&self) -> Result<Number, NumberFault> {
        match (self.value(DecimalMark::Comma), self.value(DecimalMark::Point)) {
            (Ok(comma), Ok(point)) if same(comma.value, point.value) => Ok(comma),
            (Err(fault @ NumberFault::TooLarge), _) | (_, Err(fault @ NumberFault::TooLarge)) => Err(fault),
            (Err(_), Err(fault)) => Err(fault),
            (Ok(_), _) | (_, Ok(_)) => Err(NumberFault::Undecided),
        }
    }

    fn number(&self, whole: usize) -> Result<Number, NumberFault> {
        let length = usize::from(self.ends[self.runs - 1]);
        let mut plain = [b'0'; DIGITS + 8];
        plain[1..=whole].copy_from_slice(&self.digits[..whole]);
        plain[whole + 1] = b'.';
        plain[whole + 2..length + 2].copy_from_slice(&self.digits[whole..length]);
        let mut end = length + 2;
        if length == whole {
            end = whole + 1;
        }
        let text = std::str::from_utf8(&plain[..end]).map_err(|_| NumberFault::NoNumber)?;
        let value: f64 = if self.exponent == 0 {
            text.parse().map_err(|_| NumberFault::NoNumber)?
        } else {
            format!("{text}e-{}", self.exponent).parse().map_err(|_| NumberFault::NoNumber)?
        };
        if !value.is_finite() || value >= GREATEST {
            return Err(NumberFault::TooLarge);
        }
        let zero = value.abs() < f64::MIN_POSITIVE;
        let unit = if self.percent { CellUnit::Percent } else { CellUnit::None };
        Ok(Number { value: if self.negative && !zero { -value } else { value }, unit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_in_the_form_of_its_column_only() {
        use DecimalMark::{Comma, Point};
        use NumberFault::{Exponent, NoNumber, OtherForm, TooLarge, Undecided};
        for (text, mark, expected) in [
            ("1.234", Some(Comma), Ok(1234.0)),
            ("1.234", Some(Point), Ok(1.234)),
            ("1.234", None, Err(Undecided)),
            ("1234", None, Ok(1234.0)),
            ("1 675    ", Some(Comma), Ok(1675.0)),
            ("1\u{a0}234,5", Some(Comma), Ok(1234.5)),
            ("1\u{202f}234\u{202f}567", None, Ok(1_234_567.0)),
            ("1'234.5", Some(Point), Ok(1234.5)),
            ("1’234’567", None, Ok(1_234_567.0)),
            ("-  23", None, Ok(-23.0)),
            ("−3,5", Some(Comma), Ok(-3.5)),
            ("+1,8", Some(Comma), Ok(1.8)),
            ("+ 3", Some(Comma), Ok(3.0)),
            ("12,5 %", Some(Comma), Ok(12.5)),
            ("-0", None, Ok(0.0)),
            (",5", Some(Comma), Ok(0.5)),
            ("-9e-05", Some(Point), Ok(-9e-5)),
            ("12.5", Some(Comma), Err(OtherForm)),
            ("1.23.456", Some(Comma), Err(OtherForm)),
            ("1.234 567", Some(Comma), Err(OtherForm)),
            ("0.123", Some(Comma), Err(OtherForm)),
            ("12.", Some(Point), Err(OtherForm)),
            ("12  345", None, Err(OtherForm)),
            ("1,2E+05", Some(Comma), Err(Exponent)),
            ("1e308", None, Err(Exponent)),
            ("Infinity", None, Err(NoNumber)),
            ("NaN", None, Err(NoNumber)),
            ("3 Tsd.", None, Ok(3.0)),
            ("1.234 €", Some(Comma), Ok(1234.0)),
            ("1.234 €", None, Err(Undecided)),
            ("€ 12,50", Some(Comma), Ok(12.5)),
            ("7,20 €/m2", Some(Comma), Ok(7.2)),
            ("12,5 v. H.", Some(Comma), Ok(12.5)),
            ("12 % €", None, Err(NoNumber)),
            ("12 € 5", None, Err(NoNumber)),
            ("12 Äpfel", None, Err(NoNumber)),
            ("ca. 35", None, Err(NoNumber)),
            ("23-", None, Err(NoNumber)),
            ("12.04.2025", Some(Point), Err(OtherForm)),
            ("9999999999999999", None, Err(TooLarge)),
        ] {
            assert_eq!(parse(text, mark).map(|number| number.value), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_beside_a_number_is_told_apart_and_never_multiplied_in() {
        for (text, expected) in [
            ("1,5 Tsd.", Ok((1.5, CellUnit::Other("Tsd.")))),
            ("3,2 Mio. €", Ok((3.2, CellUnit::Other("Mio. €")))),
            ("12,5\u{a0}ha", Ok((12.5, CellUnit::Other("ha")))),
            ("80 m²", Ok((80.0, CellUnit::Other("m²")))),
            ("43,2 Jahre", Ok((43.2, CellUnit::Other("Jahre")))),
            ("12,5 Prozent", Ok((12.5, CellUnit::Percent))),
            ("12,5 %", Ok((12.5, CellUnit::Percent))),
            ("12,5", Ok((12.5, CellUnit::None))),
            ("Tsd.", Err(NumberFault::NoNumber)),
            ("1,2E+05", Err(NumberFault::Exponent)),
        ] {
            let read = parse(text, Some(DecimalMark::Comma)).map(|number| (number.value, number.unit));
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn thousands_lead_to_what_is_counted_and_to_nothing_else() {
        for (unit, card, factor) in [
            ("Tsd.", "Personen", Some(1e3)),
            ("Mio.", "", Some(1e6)),
            ("Tsd. €", "EUR", Some(1e3)),
            ("Tsd. €", "Personen", None),
            ("‰", "%", Some(0.1)),
            ("‰", "je 100", Some(0.1)),
            ("‰", "je 1.000 Einwohner", None),
            ("Tsd.", "%", None),
            ("Tsd.", "je 1.000", None),
            ("Tsd.", "ha", None),
            ("ha", "km²", None),
        ] {
            assert_eq!(factor_between(unit, card), factor, "{unit} {card}");
        }
    }

    #[test]
    fn a_footnote_mark_is_told_apart_from_digits() {
        for (text, expected) in [
            ("31,8²", Some("31,8")),
            ("9,6 ¹⁾", Some("9,6")),
            ("35,3*", Some("35,3")),
            ("35,3 *)", Some("35,3")),
            ("22,2 1)", Some("22,2")),
            ("22,2 a)", Some("22,2")),
            // Could be 22,21 in brackets as well.
            ("22,21)", None),
            ("22,2", None),
        ] {
            assert_eq!(before_footnote(text), expected, "{text}");
        }
    }

    #[test]
    fn a_column_proves_its_mark_or_stays_open() {
        let check = |texts: &[&str]| {
            let mut evidence = Evidence::default();
            texts.iter().for_each(|text| evidence.add(text));
            (evidence.proven(), evidence.is_open())
        };
        assert_eq!(check(&["1.234", "12,5"]), (Some(DecimalMark::Comma), false));
        assert_eq!(check(&["1.234", "12.5"]), (Some(DecimalMark::Point), false));
        assert_eq!(check(&["1.234", "2.345"]), (None, true));
        assert_eq!(check(&["12,5", "3.4"]), (None, true));
        assert_eq!(check(&["12", "3 400"]), (None, false));
        assert_eq!(check(&["1.234.567", "1.234"]), (Some(DecimalMark::Comma), false));
        // What stands beside the number takes no proof away.
        assert_eq!(check(&["24,0p", "(22,0)", "0"]), (Some(DecimalMark::Comma), false));
        assert_eq!(check(&["31,8²", "1,5 Tsd."]), (Some(DecimalMark::Comma), false));
        assert_eq!(check(&["0.123", "1.234"]), (Some(DecimalMark::Point), false));
    }

    fn printed(cents: i64, thousands: &str, decimal: &str, decimals: usize) -> String {
        let digits = format!("{:0>width$}", cents.abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let mut text = String::from(if cents < 0 { "-" } else { "" });
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push_str(thousands);
            }
            text.push(digit);
        }
        if decimals > 0 {
            text.push_str(decimal);
            text.push_str(fraction);
        }
        text
    }

    proptest! {
        #[test]
        fn no_number_changes_silently(
            column in proptest::collection::vec(-99_999_999_999_i64..99_999_999_999, 1..20),
            decimals in 0_usize..5,
            form in 0_usize..7,
        ) {
            let (thousands, decimal, mark) = [
                (".", ",", DecimalMark::Comma),
                ("", ",", DecimalMark::Comma),
                (" ", ",", DecimalMark::Comma),
                ("\u{202f}", ",", DecimalMark::Comma),
                (",", ".", DecimalMark::Point),
                ("", ".", DecimalMark::Point),
                ("'", ".", DecimalMark::Point),
            ][form];
            let texts: Vec<String> = column.iter().map(|&cents| printed(cents, thousands, decimal, decimals)).collect();
            let mut evidence = Evidence::default();
            texts.iter().for_each(|text| evidence.add(text));
            // Proven wrongly is what must never happen; staying open is fine.
            prop_assert!(evidence.proven().is_none_or(|proven| proven == mark));
            for (cents, text) in column.iter().zip(&texts) {
                let sign = if *cents < 0 { "-" } else { "" };
                let digits = format!("{:0>width$}", cents.abs(), width = decimals + 1);
                let (whole, fraction) = digits.split_at(digits.len() - decimals);
                let expected: f64 = format!("{sign}{whole}.{fraction}0").parse().unwrap();
                let known = parse(text, Some(mark)).map(|number| number.value);
                prop_assert_eq!(known, Ok(if *cents == 0 { 0.0 } else { expected }), "{}", text);
                if let Ok(read) = parse(text, evidence.proven()) {
                    prop_assert_eq!(Ok(read.value), known, "{}", text);
                }
            }
        }

        #[test]
        fn the_short_way_reads_as_the_long_one(
            text in "-?[0-9]{0,6}[,.]?[0-9]{0,10}|-?[0-9]{0,4}([.,][0-9]{2,4}){1,4}([.,][0-9]{0,9})?",
        ) {
            let mut short = Evidence::default();
            short.add(&text);
            for mark in [None, Some(DecimalMark::Comma), Some(DecimalMark::Point)] {
                let long = Shape::of(&text).and_then(|shape| shape.by(mark));
                prop_assert_eq!(parse(&text, mark), long, "{}", text);
            }
            let mut long = Evidence::default();
            long.look(&text);
            prop_assert_eq!(short, long);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}") {
            let _ = parse(&text, None);
            let _ = parse(&text, Some(DecimalMark::Comma));
        }
    }
}
