//! What headings, titles and file names say: readable names, units, periods, codes.

use crate::domain::Period;

/// A heading as one readable line: line breaks and blanks collapsed, soft hyphens and hyphens of broken words mended.
/// `Leistungs-empfänger` → `Leistungsempfänger`; `Ein- und`, `deutsch-türkisch` and `18-Jährige` stay.
pub(super) fn mended(text: &str) -> String {
    let text = text.replace(['\u{ad}', '\u{200b}', '\u{feff}'], "").replace("\r\n", "\n");
    let mut joined = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("-\n") {
        joined.push_str(before);
        let after = after.trim_start();
        if !after.starts_with(char::is_lowercase) || after.starts_with("und ") || after.starts_with("oder ") {
            joined.push('-');
        }
        rest = after;
    }
    joined.push_str(rest);
    joined.split_whitespace().map(mended_word).collect::<Vec<_>>().join(" ")
}

fn mended_word(word: &str) -> String {
    if !word.starts_with(char::is_uppercase) {
        return word.to_owned();
    }
    let mut mended = String::with_capacity(word.len());
    let mut before = None;
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let broken =
            c == '-' && before.is_some_and(char::is_lowercase) && chars.peek().is_some_and(|next| next.is_lowercase());
        if !broken {
            mended.push(c);
        }
        before = Some(c);
    }
    mended
}

/// What tells names apart that are alike otherwise, in its order: numbers, Roman numerals and single letters
/// (`SGB II`, `Typ A`, `0 bis 3`).
pub(super) fn numerals(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let telling = words.flat_map(|word| {
        let digits = word.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let letters = word.strip_prefix("SGB").unwrap_or(word);
        let is_roman = !letters.is_empty() && letters.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let is_letter = letters.chars().count() == 1 && letters.chars().all(char::is_alphabetic);
        digits.map(str::to_owned).chain((is_roman || is_letter).then(|| letters.to_uppercase()))
    });
    telling.collect()
}

/// The unit that a heading names, as it is printed after a number.
pub(super) fn unit(heading: &str) -> Option<String> {
    let lower = heading.to_lowercase();
    if lower.starts_with("z_") || lower.starts_with("z-") {
        return None;
    }
    if lower.contains('%') || lower.contains(" v.h.") || lower.contains("prozent") || lower.contains("percentage") {
        return Some("%".into());
    }
    if ["je 1.000", "je 1 000", "je 1000", "je tausend"].iter().any(|marker| lower.contains(marker)) {
        return Some("je 1.000".into());
    }
    if lower.contains("je 100 ") {
        return Some("je 100".into());
    }
    for (marker, unit) in [
        ("in tsd. €", "Tsd. €"),
        ("in tsd. eur", "Tsd. €"),
        ("in tausend eur", "Tsd. €"),
        ("in mio. €", "Mio. €"),
        ("in mio. eur", "Mio. €"),
        ("in tsd.", "Tsd."),
        ("in tausend", "Tsd."),
        ("in 1.000", "Tsd."),
        ("in 1000", "Tsd."),
        ("(tsd.)", "Tsd."),
        ("in hektar", "ha"),
        ("in ha", "ha"),
    ] {
        if ends_word(&lower, marker) {
            return Some(unit.into());
        }
    }
    for (marker, unit) in [("€/m²", "€/m²"), ("eur/m²", "€/m²"), ("in m²", "m²"), ("in qm", "m²"), ("in km²", "km²")]
    {
        if lower.contains(marker) {
            return Some(unit.into());
        }
    }
    let money = ["in eur", "in euro", "in €", "(eur)", "(€)", "[€]"];
    if money.iter().any(|marker| lower.contains(marker)) {
        return Some("€".into());
    }
    (lower.contains("in jahren")).then(|| "Jahre".into())
}

/// Whether a text contains a marker that no letter follows.
fn ends_word(text: &str, marker: &str) -> bool {
    text.match_indices(marker).any(|(at, _)| !text[at + marker.len()..].starts_with(char::is_alphanumeric))
}

/// Whether a heading names a unit and nothing else: `in %`, `Anzahl`, `je 1.000 Einwohner`, `(in EUR)`.
pub(super) fn is_unit_only(heading: &str) -> bool {
    match Counted::of(heading) {
        Some(Counted::Number | Counted::Percent) => true,
        Some(Counted::Total) => false,
        None => {
            let lower = heading.to_lowercase();
            let inner = lower.trim_matches(['(', ')', '[', ']']);
            let begins = ["in ", "je "].iter().any(|word| inner.starts_with(word));
            begins && inner.split_whitespace().count() <= 3 && unit(heading).is_some()
        }
    }
}

/// The day and month that a heading names and nothing else: `31.12.`, `Stand 31.12.`, `am 31.12.` → `31.12.`.
pub(super) fn day_of_year(heading: &str) -> Option<&str> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let day = match words.as_slice() {
        [day] => day,
        [before, day] if BEFORE_PERIOD.contains(&before.to_lowercase().as_str()) => day,
        _ => return None,
    };
    let (date, month) = day.strip_suffix('.')?.split_once('.')?;
    let within = |part: &str, most: u8| part.len() <= 2 && part.parse::<u8>().is_ok_and(|n| (1..=most).contains(&n));
    (within(date, 31) && within(month, 12)).then_some(*day)
}

/// How a heading says that something is counted, where it says nothing else: `Anzahl`, `in %`, `insgesamt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// As a number.
    Number,
    /// As percent.
    Percent,
    /// As the sum of all.
    Total,
}

impl Counted {
    /// What a heading says, if it says no more than that.
    pub(super) fn of(heading: &str) -> Option<Counted> {
        let lower = heading.to_lowercase();
        match lower.trim_matches([' ', '(', ')', '[', ']', ':']) {
            "anzahl" | "anz." | "zahl" | "absolut" | "abs." | "abs" | "wert" | "werte" => Some(Counted::Number),
            "in %" | "%" | "prozent" | "in prozent" | "v. h." | "v.h." | "in v. h." | "in v.h." | "anteil in %"
            | "anteil (%" | "anteil %" | "anteil in prozent" => Some(Counted::Percent),
            "insgesamt" => Some(Counted::Total),
            _ => None,
        }
    }

    /// The heading together with what is counted: `Arbeitslose in %`.
    pub(super) fn join(self, counts: &str) -> String {
        match self {
            Counted::Number => counts.to_owned(),
            Counted::Percent => format!("{counts} in %"),
            Counted::Total => format!("{counts} – insgesamt"),
        }
    }
}

/// Whether values of this heading are shares of a whole, which lie between 0 and 100 percent.
pub(super) fn is_share(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let change = ["veränderung", "entwicklung", "saldo", "abweichung", "differenz", "wachstum", "zunahme", "index"];
    let share = ["anteil", "quote"];
    share.iter().any(|word| lower.contains(word)) && !change.iter().any(|word| lower.contains(word))
}

const MONTHS: [&str; 25] = [
    "mrz",
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "jan",
    "feb",
    "mär",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "okt",
    "nov",
    "dez",
];

/// A date, or what a spreadsheet makes of `1.2` and `3.25`: `01. Feb`, `Mrz 25`.
pub(super) fn is_date_like(text: &str) -> bool {
    let text = super::table::trimmed(text);
    if text.len() > 20 {
        return false;
    }
    let parts: Vec<&str> = text.split(['.', ' ', '-', '/']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let months = parts.iter().filter(|part| is_month(part)).count();
    let rest_is_numbers = parts.iter().all(|part| is_month(part) || number(part));
    is_date(text) || iso_date(text).is_some() || ((2..=3).contains(&parts.len()) && months == 1 && rest_is_numbers)
}

/// A text that is a period and nothing else: `2014`, `2007/2008`, `31.12.2013`, `Dez 2013`, `o. J.`
pub(super) fn period(text: &str) -> Option<String> {
    let text = super::table::trimmed(text);
    let text = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text).trim();
    let text = ["Stand:", "Stand", "Stichtag:", "Stichtag", "am", "Jahr"]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix).filter(|rest| rest.starts_with([' ', '\u{a0}'])))
        .unwrap_or(text)
        .trim();
    if text == "o. J." || text == "o.J." {
        return Some("o. J.".into());
    }
    if let Some(date) = iso_date(text) {
        return Some(date);
    }
    Period::year_of_label(text)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_period = match words.as_slice() {
        [one] => is_year(one) || is_span(one) || is_date(one),
        [month, year] => {
            (is_year(year) && (is_month(month) || is_quarter(month))) || (*month == "Schuljahr" && is_span(year))
        }
        [number, part, year] if is_part_of_year(number, part) => is_year(year),
        [day, month, year] => {
            is_year(year) && is_month(month) && day.trim_end_matches('.').parse::<u8>().is_ok_and(|day| day <= 31)
        }
        _ => false,
    };
    is_period.then(|| words.join(" "))
}

fn iso_date(text: &str) -> Option<String> {
    let date: jiff::civil::Date = (text.len() == 10).then(|| text.parse().ok()).flatten()?;
    Some(format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year()))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && Period::year_of_label(text).is_some()
}

fn is_month(text: &str) -> bool {
    let lower = text.trim_end_matches('.').to_lowercase();
    MONTHS.contains(&lower.as_str())
}

/// `Q1` to `Q4`.
fn is_quarter(text: &str) -> bool {
    matches!(text, "Q1" | "Q2" | "Q3" | "Q4")
}

/// `1. Halbjahr`, `IV. Quartal`.
fn is_part_of_year(number: &str, part: &str) -> bool {
    let most = match part.to_lowercase().as_str() {
        "halbjahr" | "hj." | "hj" => 2,
        "quartal" | "vierteljahr" => 4,
        _ => return false,
    };
    let number = number.trim_end_matches('.');
    (1..=most).any(|n: usize| number == n.to_string() || Some(&number) == ["I", "II", "III", "IV"].get(n - 1))
}

fn is_span(text: &str) -> bool {
    let Some((from, to)) = text.split_once(['/', '-', '–']) else { return false };
    is_year(from) && (is_year(to) || (to.len() == 2 && to.bytes().all(|b| b.is_ascii_digit())))
}

fn is_date(text: &str) -> bool {
    let mut parts = text.split('.');
    let small = |part: Option<&str>, most: u8| part.and_then(|p| p.parse::<u8>().ok()).is_some_and(|n| n <= most);
    let day_month = small(parts.next(), 31) && small(parts.next(), 12);
    day_month && parts.next().is_some_and(is_year) && parts.next().is_none()
}

/// The period of a cell in a column of periods: any short text that names a year, as printed.
pub(super) fn period_of_cell(text: &str) -> Option<String> {
    let text = super::table::trimmed(text);
    if text.len() > 100 || !text.contains(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if let Some(label) = period(text) {
        return Some(label);
    }
    let names_a_year = Period::year_of_label(text).is_some() && text.chars().count() <= 40;
    (names_a_year && year_with_footnote(text).is_none()).then(|| mended(text))
}

/// A year with a footnote digit stuck to it: `19932` → `1993`.
pub(super) fn year_with_footnote(text: &str) -> Option<String> {
    let text = super::table::trimmed(text);
    let year = text.get(..4).filter(|year| is_year(year))?;
    let rest = text[4..].trim_start();
    let marks = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³' | ')' | '(' | '*');
    let footnote = !rest.is_empty() && rest.chars().count() <= 3 && rest.chars().all(marks);
    footnote.then(|| year.to_owned())
}

/// A year with a raised footnote mark, which cannot be a digit of the year: `2019²`, `2019*`, `2019 1)`.
fn year_with_mark(text: &str) -> Option<String> {
    let year = text.get(..4).filter(|year| is_year(year))?;
    let rest = text[4..].trim();
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁴' | '⁵' | '⁾' | '⁽' | '*');
    let marked = !rest.is_empty() && rest.chars().all(raised);
    let bracket = rest.strip_suffix(')').map(|rest| rest.trim_start_matches('('));
    let numbered = bracket.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    (marked || numbered).then(|| year.to_owned())
}

/// The period that a heading or title names, and the text without it.
pub(super) fn split_period(heading: &str) -> (String, Option<String>) {
    if let Some(label) = period(heading) {
        return (String::new(), Some(label));
    }
    if let Some(year) = year_with_mark(heading.trim()) {
        return (String::new(), Some(year));
    }
    if let Some(open) = heading.rfind('(')
        && let Some(close) = heading[open..].find(')')
        && let Some(label) = period(&heading[open + 1..open + close])
    {
        let text = format!("{}{}", heading[..open].trim_end(), &heading[open + close + 1..]);
        return (text.trim().to_owned(), Some(label));
    }
    let found = trailing_period(heading)
        .or_else(|| period_before_unit(heading))
        .or_else(|| leading_period(heading))
        .or_else(|| period_behind_underscore(heading));
    found.unwrap_or_else(|| (heading.to_owned(), None))
}

/// `Quote 2025 (%)`, `Quote 31.12.2025 [%]`, `Quote 2025 in %`, `Quote 2025 %`: the period stands before the unit.
fn period_before_unit(heading: &str) -> Option<(String, Option<String>)> {
    let at = match heading.chars().last()? {
        ')' => heading.rfind('(')?,
        ']' => heading.rfind('[')?,
        '%' | '€' => heading.rfind([' ', '\u{a0}'])?,
        _ => heading.rfind(" in ").or_else(|| heading.rfind(" je "))?,
    };
    let (before, tail) = heading.split_at(at);
    let is_short = tail.split_whitespace().count() <= 3;
    let (name, period) = trailing_period(before.trim_end())?;
    (is_short && period.is_some()).then(|| (format!("{name} {}", tail.trim_start()), period))
}

/// `2024 Arbeitslose`: a year before a noun; `2018 bis 2020` and `2019 gebaut` are none.
fn leading_period(heading: &str) -> Option<(String, Option<String>)> {
    let (first, rest) = heading.split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    let is_alone = is_year(first) && rest.starts_with(char::is_uppercase) && Period::year_of_label(rest).is_none();
    is_alone.then(|| (rest.to_owned(), Some(first.to_owned())))
}

/// `quote_2024`, as databases head their columns.
fn period_behind_underscore(heading: &str) -> Option<(String, Option<String>)> {
    let (name, year) = heading.rsplit_once('_')?;
    (is_year(year) && !name.is_empty() && !heading.contains(' ')).then(|| (name.to_owned(), Some(year.to_owned())))
}

const BEFORE_NO_PERIOD: [&str; 12] =
    ["bis", "ab", "seit", "von", "vor", "nach", "gegenüber", "zu", "mit", "je", "für", "und"];
const BEFORE_PERIOD: [&str; 9] = ["am", "im", "in", "jahr", "jahre", "stand", "stand:", "zum", "stichtag"];

/// A period in the last one to three words, unless the words before make it a bound: `bis 2019`.
fn trailing_period(heading: &str) -> Option<(String, Option<String>)> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    for length in (1..=3).rev() {
        let Some(at) = words.len().checked_sub(length).filter(|&at| at > 0) else { continue };
        let last = words[at..].join(" ");
        let Some(label) = period(&last).or_else(|| year_with_mark(&last)) else { continue };
        let before = words[at - 1].trim_end_matches([',', ':', '-', '–']).to_lowercase();
        if BEFORE_NO_PERIOD.contains(&before.as_str()) {
            return None;
        }
        let mut end = at;
        while end > 0 && BEFORE_PERIOD.contains(&words[end - 1].trim_end_matches([',', ':']).to_lowercase().as_str()) {
            end -= 1;
        }
        let text = words[..end].join(" ").trim_end_matches([',', ':', '-', '–', '·', ' ']).to_owned();
        return Some((text, Some(label)));
    }
    None
}

/// As much of a text as a heading or a title can mean: a cell may hold a megabyte.
pub(super) fn beginning(text: &str) -> &str {
    const LETTERS: usize = 500;
    text.char_indices().nth(LETTERS).map_or(text, |(end, _)| &text[..end])
}

/// The period of a whole table: at the edge of its title, or where a part of it names nothing else:
/// `Stand: 31.12.2024, Quelle: Statistik`.
pub(super) fn period_of_title(title: &str) -> Option<String> {
    let of_part = |part: &str| {
        let (text, period) = split_period(part.trim());
        let names_nothing = text.split_whitespace().all(|word| BEFORE_PERIOD.contains(&word.to_lowercase().as_str()));
        period.filter(|_| names_nothing)
    };
    split_period(title).1.or_else(|| title.split([',', ';', '|', '·', '(', ')']).find_map(of_part))
}

/// A title without the number of its table: `Tabelle 3.1: Arbeitslose` → `Arbeitslose`.
pub(super) fn without_table_number(title: &str) -> &str {
    let known = ["Tabelle: ", "Tabelle ", "Tab. "];
    let Some(rest) = known.iter().find_map(|word| title.strip_prefix(word)) else { return title };
    let (number, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return title;
    }
    rest.trim_start_matches([' ', ':', '-', '–', '·'])
}

/// The year in a file name, if it names exactly one: `Daten_2014.csv` → `2014`.
pub(super) fn period_of_file(name: &str) -> Option<String> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut years: Vec<&str> = stem.split(|c: char| !c.is_ascii_digit()).filter(|part| is_year(part)).collect();
    years.dedup();
    match years.as_slice() {
        [year] => Some((*year).to_owned()),
        _ => None,
    }
}

/// Letters, digits and hyphens: `Unter 18-Jährige` → `unter-18-jaehrige`. Never empty.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            '²' => slug.push('2'),
            '%' => slug.push_str("-prozent"),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let mut slug = slug.replace("--", "-").trim_matches('-').to_owned();
    if slug.len() > 48 {
        let cut = slug[..48].rfind('-').filter(|&cut| cut > 20).unwrap_or(48);
        slug.truncate(cut);
    }
    if slug.is_empty() { "wert".into() } else { slug }
}

/// The code for an indicator headed so: a heading that is a code already (`s1_percentage_unemployed`, `SGB2`) stays as
/// it is, so that recipes can name what the table names; words become a slug.
pub(super) fn code(heading: &str) -> String {
    let allowed = heading.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let capitals = !heading.bytes().any(|b| b.is_ascii_lowercase());
    if !heading.is_empty() && allowed && (heading.contains('_') || capitals) {
        heading.to_owned()
    } else {
        slug(heading)
    }
}

/// The slug, or the slug with the first number that makes it free.
pub(super) fn unique_slug(text: &str, taken: impl Fn(&str) -> bool) -> String {
    let base = slug(text);
    if !taken(&base) {
        return base;
    }
    (2_u32..).map(|n| format!("{base}-{n}")).find(|slug| !taken(slug)).unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_words_are_mended_and_compounds_stay() {
        for (text, expected) in [
            ("Leistungs-empfänger/-innen nach SGB II", "Leistungsempfänger/-innen nach SGB II"),
            ("Durchschnitt-liches Einkommen", "Durchschnittliches Einkommen"),
            ("Ein- und Zweifamilien-häusern", "Ein- und Zweifamilienhäusern"),
            (" 65-Jährige\nund Ältere ", "65-Jährige und Ältere"),
            ("Bevölke-\nrung", "Bevölkerung"),
            ("SGB-\nII-Quote", "SGB-II-Quote"),
            ("Mit\u{ad}tel", "Mittel"),
            ("deutsch-türkisch", "deutsch-türkisch"),
        ] {
            assert_eq!(mended(text), expected);
        }
    }

    #[test]
    fn periods_are_found_where_they_stand_and_nowhere_else() {
        for (text, name, label) in [
            ("Arbeitslose (Dez 2013)", "Arbeitslose", Some("Dez 2013")),
            ("Grundschulen (2013/2014)", "Grundschulen", Some("2013/2014")),
            ("2014", "", Some("2014")),
            ("Einwohner am 31.12.2014", "Einwohner", Some("31.12.2014")),
            ("Bevölkerung und Haushalte 31.12.2013", "Bevölkerung und Haushalte", Some("31.12.2013")),
            ("Sozialwohnungen mit Bindungsauslauf bis 2019", "Sozialwohnungen mit Bindungsauslauf bis 2019", None),
            ("Beschäftigte (15 bis 64)", "Beschäftigte (15 bis 64)", None),
            ("Stand: 2013-12-31", "", Some("31.12.2013")),
            ("Arbeitslose, Stand Dezember 2020", "Arbeitslose", Some("Dezember 2020")),
            ("Quote 2023¹ (%)", "Quote (%)", Some("2023")),
            ("Arbeitslose 2023 1)", "Arbeitslose", Some("2023")),
        ] {
            assert_eq!(split_period(text), (name.to_owned(), label.map(str::to_owned)), "{text}");
        }
        assert_eq!(split_period("2019²"), (String::new(), Some("2019".into())));
        assert_eq!(split_period("2019 1)"), (String::new(), Some("2019".into())));
        assert_eq!(split_period("20192").1, None);
        for (text, expected) in
            [("01. Feb", true), ("Mrz 25", true), ("12.04.2025", true), ("12.5", false), ("Mai", false), ("1-2", false)]
        {
            assert_eq!(is_date_like(text), expected, "{text}");
        }
        assert_eq!(period_of_file("Daten_fuer_die_Stadtteilprofile_2014.xlsx"), Some("2014".into()));
        assert_eq!(period_of_file("mss2015_tab2-1.csv"), Some("2015".into()));
        assert_eq!(period_of_file("vergleich_2013_2014.csv"), None);
        assert_eq!(year_with_footnote("19932"), Some("1993".into()));
        assert_eq!(year_with_footnote("2014/15"), None);
        assert_eq!(period("19932"), None);
        assert_eq!(without_table_number("Tabelle 3.1: Arbeitslose"), "Arbeitslose");
        assert_eq!(without_table_number("Tabelle: 12411-01"), "");
        assert_eq!(without_table_number("Tabelle der Arbeitslosen"), "Tabelle der Arbeitslosen");
    }

    #[test]
    fn units_are_read_from_headings() {
        for (text, unit_text) in [
            ("Anteil in %", Some("%")),
            ("Einkommen in EUR", Some("€")),
            ("PKW je 1.000 Einwohner", Some("je 1.000")),
            ("Wohnungsgröße in m²", Some("m²")),
            ("Preise in EUR/m²", Some("€/m²")),
            ("s1_percentage_unemployed", Some("%")),
            ("Bevölkerung", None),
            ("Einwohner in Tsd.", Some("Tsd.")),
            ("Ausgaben in Tsd. EUR", Some("Tsd. €")),
            ("Fläche in ha", Some("ha")),
            ("Personen in Haushalten", None),
        ] {
            assert_eq!(unit(text).as_deref(), unit_text, "{text}");
        }
    }

    #[test]
    fn headings_of_units_and_days_are_told_from_names() {
        for (text, is_unit) in [
            ("in %", true),
            ("(in EUR)", true),
            ("Anzahl", true),
            ("je 1.000 Einwohner", true),
            ("insgesamt", false),
            ("in Ausbildung", false),
            ("Einkommen in EUR", false),
        ] {
            assert_eq!(is_unit_only(text), is_unit, "{text}");
        }
        assert_eq!(["31.12.", "Stand 1.7."].map(day_of_year), [Some("31.12."), Some("1.7.")]);
        assert_eq!(["31.12.2024", "3.5", "99.12.", "unter 3.5."].map(day_of_year), [None; 4]);
    }

    #[test]
    fn codes_are_plain_and_unique() {
        assert_eq!(slug("Unter 18-Jährige in %"), "unter-18-jaehrige-in-prozent");
        assert_eq!(slug("…"), "wert");
        assert_eq!(code("s1_percentage_unemployed"), "s1_percentage_unemployed");
        assert_eq!(code("SGB2"), "SGB2");
        assert_eq!(code("Haushalte"), "haushalte");
        assert_eq!(unique_slug("Wert", |slug| slug == "wert"), "wert-2");
    }
}
