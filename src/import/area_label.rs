//! What a label of an area says besides the name: its level and key, before the name (`Stadtbezirk Hörde`) or in a
//! bracket behind it (`Hörde [Stat. Bezirk 53]`).

use crate::domain::AreaLevel;

/// A label taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AreaLabel<'a> {
    /// The label without bracket.
    pub name: &'a str,
    /// The level that it states.
    pub level: Option<AreaLevel>,
    /// The key that it states.
    pub key: Option<&'a str>,
}

/// Takes a label apart. A bracket that names no level belongs to the name.
pub(super) fn parts(label: &str) -> AreaLabel<'_> {
    if let Some((name, bracket)) = split_bracket(label) {
        let stated = bracket.split(',').next().unwrap_or(bracket).trim();
        if let Some((level, rest)) = level_before(stated)
            && let Some(key) = key_or_nothing(rest)
        {
            return AreaLabel { name, level: Some(level), key };
        }
    }
    if let Some((key, name)) = key_before(label) {
        return AreaLabel { name, level: None, key: Some(key) };
    }
    let level = level_before(label).filter(|(_, rest)| !rest.is_empty()).map(|(level, _)| level);
    AreaLabel { name: label, level, key: None }
}

/// The level that a cell names and nothing else: `Stat. Bezirk`, `statistischer_bezirk`, `Gesamtstadt`.
pub(super) fn level_of_cell(text: &str) -> Option<AreaLevel> {
    let text = text.trim();
    AreaLevel::from_code(text)
        .or_else(|| level_before(text).filter(|(_, rest)| rest.is_empty()).map(|(level, _)| level))
}

/// What a row says that it is the sum of: `Nord zusammen`, `Summe Nord`, `Innenstadt (gesamt)`; nothing where it only
/// says that it is a sum.
pub(super) fn total_of(label: &str) -> Option<&str> {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ':' | '(' | ')' | '[' | ']' | ',' | ';' | '-' | '–' | '—');
    let is_total = |word: &str| TOTALS.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    let label = label.trim_matches(is_mark);
    let (before, last) = label.rsplit_once(is_mark).unwrap_or(("", label));
    let (first, behind) = label.split_once(is_mark).unwrap_or((label, ""));
    let rest = if is_total(last) { before } else { is_total(first).then_some(behind)? };
    Some(rest.trim_matches(is_mark))
}

/// Words by which a row says that it is a sum.
const TOTALS: [&str; 9] =
    ["insgesamt", "gesamt", "summe", "zusammen", "zus", "zwischensumme", "teilsumme", "total", "subtotal"];

/// The level that a heading names somewhere; none where it names several (`Stadtbezirk/Sozialraum`).
pub(super) fn level_of_heading(heading: &str) -> Option<AreaLevel> {
    let lower = heading.to_lowercase();
    let words = [
        ("unterbezirk", AreaLevel::Unterbezirk),
        ("statistischer bezirk", AreaLevel::StatistischerBezirk),
        ("statistische bezirke", AreaLevel::StatistischerBezirk),
        ("stat. bezirk", AreaLevel::StatistischerBezirk),
        ("stadtbezirk", AreaLevel::Stadtbezirk),
        ("sozialraum", AreaLevel::Sozialraum),
        ("sozialräume", AreaLevel::Sozialraum),
        ("aktionsraum", AreaLevel::Sozialraum),
        ("aktionsquartier", AreaLevel::Aktionsquartier),
        ("planungsraum", AreaLevel::Planungsraum),
        ("planning_area", AreaLevel::Planungsraum),
        ("stadtteil", AreaLevel::Stadtteil),
    ];
    let mut named = words.into_iter().filter(|(word, _)| lower.contains(word)).map(|(_, level)| level);
    let first = named.next()?;
    named.all(|level| level == first).then_some(first)
}

/// Longer words first: `Stat. Unterbezirk` begins like `Stat. Bezirk`.
const WORDS: [(&str, AreaLevel); 16] = [
    ("statistischer unterbezirk", AreaLevel::Unterbezirk),
    ("stat. unterbezirk", AreaLevel::Unterbezirk),
    ("unterbezirk", AreaLevel::Unterbezirk),
    ("statistischer bezirk", AreaLevel::StatistischerBezirk),
    ("stat. bezirk", AreaLevel::StatistischerBezirk),
    ("stat.bezirk", AreaLevel::StatistischerBezirk),
    ("stadtbezirk", AreaLevel::Stadtbezirk),
    ("sb", AreaLevel::Stadtbezirk),
    ("sozialraum", AreaLevel::Sozialraum),
    ("aktionsquartier", AreaLevel::Aktionsquartier),
    ("stadtteil", AreaLevel::Stadtteil),
    ("planungsraum", AreaLevel::Planungsraum),
    ("gesamtstadt", AreaLevel::Stadt),
    ("stadt insgesamt", AreaLevel::Stadt),
    ("stadt gesamt", AreaLevel::Stadt),
    ("stadt", AreaLevel::Stadt),
];

/// The level that stands before a text as a word of its own, and the rest.
fn level_before(text: &str) -> Option<(AreaLevel, &str)> {
    WORDS.iter().find_map(|&(word, level)| {
        let head = text.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
        let rest = &text[head.len()..];
        let is_word = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace());
        // `Stadt Dortmund` is the name of a city, no level before a name.
        let names_city = level == AreaLevel::Stadt && !rest.is_empty();
        (is_word && !names_city).then(|| (level, rest.trim()))
    })
}

/// A key of digits in front of a name: `02 Südmarkt`, `021 - Weiße Straße`.
fn key_before(label: &str) -> Option<(&str, &str)> {
    let (key, name) = label.split_once(char::is_whitespace)?;
    let name = name.trim_start_matches(|c: char| c.is_whitespace() || c == '-' || c == '–');
    let is_key = (1..=8).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_digit());
    (is_key && name.starts_with(char::is_alphabetic)).then_some((key, name))
}

fn split_bracket(label: &str) -> Option<(&str, &str)> {
    let (open, close) = if label.ends_with(']') { ('[', ']') } else { ('(', ')') };
    let (name, bracket) = label.strip_suffix(close)?.rsplit_once(open)?;
    let name = name.trim();
    (!name.is_empty()).then_some((name, bracket.trim()))
}

/// What follows a level in a bracket: nothing, or one key; anything else makes it part of the name.
fn key_or_nothing(rest: &str) -> Option<Option<&str>> {
    if rest.is_empty() {
        return Some(None);
    }
    let is_key = rest.chars().all(|c| c.is_alphanumeric()) && rest.contains(|c: char| c.is_ascii_digit());
    is_key.then_some(Some(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_may_state_level_and_key() {
        use AreaLevel::{Stadt, Stadtbezirk, StatistischerBezirk, Unterbezirk};
        for (label, name, level, key) in [
            ("Scharnhorst-Ost [Stat. Bezirk 27]", "Scharnhorst-Ost", Some(StatistischerBezirk), Some("27")),
            ("Eving [Stat. Bezirk 12, mit X]", "Eving", Some(StatistischerBezirk), Some("12")),
            ("Kemminghausen (Stat. Unterbezirk 124)", "Kemminghausen", Some(Unterbezirk), Some("124")),
            ("Hörde [Stadtbezirk]", "Hörde", Some(Stadtbezirk), None),
            ("Stadtbezirk Hörde", "Stadtbezirk Hörde", Some(Stadtbezirk), None),
            ("SB Eving", "SB Eving", Some(Stadtbezirk), None),
            ("Dortmund (Gesamtstadt)", "Dortmund", Some(Stadt), None),
            ("Stadt Dortmund", "Stadt Dortmund", None, None),
            ("Nette [Quartier der Analyse]", "Nette [Quartier der Analyse]", None, None),
            ("Sbirka", "Sbirka", None, None),
            ("02 Südmarkt", "Südmarkt", None, Some("02")),
            ("021 - Weiße Straße", "Weiße Straße", None, Some("021")),
            ("1. Mai", "1. Mai", None, None),
        ] {
            assert_eq!(parts(label), AreaLabel { name, level, key }, "{label}");
        }
        for (label, of) in [
            ("Nord zusammen", Some("Nord")),
            ("Nord zus.", Some("Nord")),
            ("Summe Innenstadt-Nord", Some("Innenstadt-Nord")),
            ("Stadtbezirk Hörde (gesamt)", Some("Stadtbezirk Hörde")),
            ("Zwischensumme: Süd", Some("Süd")),
            ("Insgesamt", Some("")),
            ("Summe", Some("")),
            ("Gesamtschule Nord", None),
            ("Gartenstadt", None),
            ("", None),
        ] {
            assert_eq!(total_of(label), of, "{label}");
        }
        assert_eq!(level_of_heading("Stat. Unterbezirk"), Some(Unterbezirk));
        assert_eq!(level_of_heading("Stadtbezirk/Sozialraum"), None);
        assert_eq!(level_of_cell("statistischer_bezirk"), Some(StatistischerBezirk));
        assert_eq!(level_of_cell("Stadtbezirk Hörde"), None);
    }
}
