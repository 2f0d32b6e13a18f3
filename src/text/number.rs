//! Numbers as German readers expect them.

/// No-break space: between a number and its unit.
pub const NBSP: char = '\u{a0}';

const MINUS: char = '−';

/// A number with a fixed count of decimals, decimal comma and points between thousands: `1.234,5`, `−0,3`.
/// A negative number that rounds to zero prints without sign.
pub fn decimal(value: f64, decimals: u8) -> String {
    grouped(value, decimals, true)
}

/// Like [`decimal`] without points between thousands, for input fields: `1234,5`.
pub fn fixed(value: f64, decimals: u8) -> String {
    grouped(value, decimals, false)
}

/// Decimals of a value that no card describes: none for a whole number, else one.
pub fn own_decimals(values: impl IntoIterator<Item = f64>) -> u8 {
    u8::from(values.into_iter().any(|value| (value - value.round()).abs() >= 0.05))
}

fn grouped(value: f64, decimals: u8, group: bool) -> String {
    let (whole, fraction) = rounded(value.abs(), decimals);
    let mut text = String::with_capacity(whole.len() + fraction.len() + 6);
    if value < 0.0 && [&whole, &fraction].into_iter().any(|digits| digits.bytes().any(|b| (b'1'..=b'9').contains(&b))) {
        text.push(MINUS);
    }
    for (at, digit) in whole.chars().enumerate() {
        if group && at > 0 && (whole.len() - at) % 3 == 0 {
            text.push('.');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(&fraction);
    }
    text
}

/// A value in units of its last printed digit, so that what prints alike counts as alike: 15.35 with one decimal is 154.
pub fn printed_units(value: f64, decimals: u8) -> i64 {
    let (whole, fraction) = rounded(value.abs(), decimals);
    let units = format!("{whole}{fraction}").parse().unwrap_or(i64::MAX);
    if value < 0.0 { -units } else { units }
}

/// Digits before and behind the comma of a number without sign, half of the last place rounded up (DIN 1333). As in
/// spreadsheets the first 15 digits count: 15.35 lies below a half only as a binary fraction.
fn rounded(value: f64, decimals: u8) -> (String, String) {
    const DIGITS: usize = 15;
    let decimals = usize::from(decimals);
    let scientific = format!("{value:.*e}", DIGITS - 1);
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return (scientific, String::new()) };
    let digits = mantissa.replace('.', "");
    let first_place: i64 = exponent.parse().unwrap_or_default();
    // How many of the digits stand before or within the decimals; none where the number begins behind them.
    let kept = usize::try_from(first_place.saturating_add(1).saturating_add_unsigned(decimals as u64));
    let units = kept.map_or(0, |kept| {
        let up = digits.as_bytes().get(kept).is_some_and(|digit| *digit >= b'5');
        digits[..kept.min(DIGITS)].parse().unwrap_or(0_u64) + u64::from(up)
    });
    let zeros = kept.map_or(0, |kept| kept.saturating_sub(DIGITS));
    let all = format!("{units}{:0<zeros$}", "");
    let all = format!("{all:0>width$}", width = decimals + 1);
    let (whole, fraction) = all.split_at(all.len() - decimals);
    (whole.to_owned(), fraction.to_owned())
}

/// A rank: `27`, or `2,5` where equal values share the mean of their ranks.
pub fn place(rank: f64) -> String {
    decimal(rank, own_decimals([rank]))
}

/// A number that lies beyond another one: rounded away from it, so that what is printed lies there, too.
pub fn decimal_beyond(value: f64, from: f64, decimals: u8) -> String {
    let unit = 10f64.powi(i32::from(decimals));
    // What is whole in the last place but for noise stays.
    let scaled = value * unit;
    let whole = if (scaled - scaled.round()).abs() < 1e-7 {
        scaled.round()
    } else if value > from {
        scaled.ceil()
    } else {
        scaled.floor()
    };
    decimal(whole / unit, decimals)
}

/// A count: `27.274`.
pub fn count(value: impl TryInto<i64>) -> String {
    let value = value.try_into().unwrap_or(i64::MAX);
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    decimal(value as f64, 0)
}

/// A change with its sign: `+1,8`, `−0,3`, `0,0`.
pub fn signed(value: f64, decimals: u8) -> String {
    let text = decimal(value, decimals);
    if value > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) { format!("+{text}") } else { text }
}

/// A value in percent: `38,7 %`.
pub fn percent(value: f64, decimals: u8) -> String {
    format!("{}{NBSP}%", decimal(value, decimals))
}

/// A share from 0 to 1 in whole percent; the ends are never claimed unless reached: `> 99 %`, `< 1 %`.
pub fn share_percent(share: f64) -> String {
    if share > 0.99 && share < 1.0 {
        format!(">{NBSP}99{NBSP}%")
    } else if share > 0.0 && share < 0.01 {
        format!("<{NBSP}1{NBSP}%")
    } else {
        percent(share * 100.0, 0)
    }
}

/// A value with the unit of its indicator: `38,7 %`, `58,2 je 1.000`, `9.680`.
/// Units that only say what is counted (`Personen`) are left to the sentence.
pub fn value_with_unit(value: f64, decimals: u8, unit: &str) -> String {
    with_unit(decimal(value, decimals), unit)
}

/// A printed number with its unit.
pub(super) fn with_unit(number: String, unit: &str) -> String {
    if unit.is_empty() || unit == "Personen" { number } else { format!("{number}{NBSP}{unit}") }
}

/// `Arbeitslosenrate (%)`; a name that says its unit stands alone: `Ausländeranteil in %`.
pub fn name_with_unit(name: &str, unit: &str) -> String {
    let spoken = name.trim_end_matches(')').strip_suffix(unit);
    let says_it = spoken.is_some_and(|before| before.ends_with([' ', '(']) || before.ends_with(NBSP));
    if unit.is_empty() || says_it { name.to_owned() } else { format!("{name} ({unit})") }
}

/// An amount of money: whole euros without cents, `22.500 €`, otherwise `22.500,50 €`.
pub fn euro(amount: crate::domain::Euro) -> String {
    format!("{}{NBSP}€", euro_digits(amount))
}

/// The same without its unit, for fields and columns of amounts.
pub fn euro_digits(amount: crate::domain::Euro) -> String {
    decimal(amount.in_euros(), if amount.cents % 100 == 0 { 0 } else { 2 })
}

/// Why an input is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberParseError {
    /// More than one comma.
    #[error("Bitte nur ein Komma verwenden.")]
    SeveralCommas,
    /// Points that do not part thousands.
    #[error("Punkte trennen nur Tausender, zum Beispiel 1.234,5.")]
    MisplacedPoint,
    /// Anything but digits.
    #[error("Bitte eine Zahl eingeben, zum Beispiel 1.234,5.")]
    NoNumber,
}

/// Reads what a planner types into a field: `1234,5`, `1.234,5`, `−3`, with spaces around it.
///
/// # Errors
/// Says in German what to type instead.
pub fn parse_number(input: &str) -> Result<f64, NumberParseError> {
    let text: String = input.chars().filter(|c| !c.is_whitespace()).collect();
    let (negative, text) = match text.strip_prefix([MINUS, '-', '–']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    if text.matches(',').count() > 1 {
        return Err(NumberParseError::SeveralCommas);
    }
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !groups.iter().all(|group| digits(group)) || !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(if digits(&fraction.replace('.', "")) && fraction.contains('.') {
            NumberParseError::MisplacedPoint
        } else {
            NumberParseError::NoNumber
        });
    }
    let well_grouped =
        groups.len() == 1 || (groups[1..].iter().all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len()));
    if !well_grouped {
        return Err(NumberParseError::MisplacedPoint);
    }
    let value: f64 = format!("{}.{}", groups.concat(), fraction)
        .trim_end_matches('.')
        .parse()
        .map_err(|_| NumberParseError::NoNumber)?;
    Ok(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_the_name_says_is_not_said_twice() {
        assert_eq!(name_with_unit("Arbeitslosenrate", "%"), "Arbeitslosenrate (%)");
        assert_eq!(name_with_unit("Ausländeranteil in %", "%"), "Ausländeranteil in %");
        assert_eq!(name_with_unit("Wohnungsgröße (m²)", "m²"), "Wohnungsgröße (m²)");
        assert_eq!(name_with_unit("Einwohner", ""), "Einwohner");
    }

    #[test]
    fn numbers_print_as_german_readers_expect() {
        let cases = [
            (decimal(1234.56, 1), "1.234,6"),
            (decimal(-0.04, 1), "0,0"),
            (decimal(-1_234_567.0, 0), "−1.234.567"),
            (decimal(999.5, 0), "1.000"),
            (signed(1.84, 1), "+1,8"),
            (signed(0.04, 1), "0,0"),
            (percent(38.67, 1), "38,7\u{a0}%"),
            (share_percent(0.996), ">\u{a0}99\u{a0}%"),
            (share_percent(1.0), "100\u{a0}%"),
            (euro(crate::domain::Euro::whole(22_500)), "22.500\u{a0}€"),
            (value_with_unit(9680.0, 0, "Personen"), "9.680"),
        ];
        for (printed, expected) in cases {
            assert_eq!(printed, expected);
        }
    }

    #[test]
    fn half_of_the_last_place_rounds_up_as_in_a_spreadsheet() {
        let cases = [
            (decimal(15.35, 1), "15,4"),
            (decimal(30.95, 1), "31,0"),
            (decimal(33.15, 1), "33,2"),
            (decimal(21.25, 1), "21,3"),
            (decimal(-21.25, 1), "−21,3"),
            (decimal(2.675, 2), "2,68"),
            (decimal(0.5, 0), "1"),
            (decimal(0.45, 0), "0"),
            (decimal(0.049_999, 1), "0,0"),
            (decimal(9.95, 1), "10,0"),
            (decimal(15.35 - 15.2, 1), "0,2"),
            (decimal(1e15, 1), "1.000.000.000.000.000,0"),
            (decimal(0.0, 2), "0,00"),
            (decimal(1e-20, 2), "0,00"),
            (fixed(1234.5, 2), "1234,50"),
        ];
        for (printed, expected) in cases {
            assert_eq!(printed, expected);
        }
    }

    #[test]
    fn input_accepts_both_usual_forms_and_refuses_the_rest() {
        assert_eq!(parse_number("1234,5"), Ok(1234.5));
        assert_eq!(parse_number(" 1.234,5 "), Ok(1234.5));
        assert_eq!(parse_number("−3"), Ok(-3.0));
        assert_eq!(parse_number("1,2,3"), Err(NumberParseError::SeveralCommas));
        assert_eq!(parse_number("12.5"), Err(NumberParseError::MisplacedPoint));
        assert_eq!(parse_number("viel"), Err(NumberParseError::NoNumber));
        assert_eq!(parse_number(""), Err(NumberParseError::NoNumber));
    }
}
