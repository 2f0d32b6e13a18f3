//! What the file itself says of its signs: `x = gesperrt` in a title or below the table.

use super::super::mapping::{Mapping, RowRange};
use super::super::sign::Legend;
use super::super::table::RawTable;
use crate::domain::Status;
use std::collections::BTreeMap;

/// Signs are not longer than this, in characters.
const LONGEST_SIGN: usize = 4;
/// Rows below the table that are looked at, and columns of a row.
const MOST_ROWS: u32 = 60;
const MOST_COLUMNS: u16 = 12;

/// Puts what the file says of its signs into the legend, and notes in which row it says so.
pub(super) fn assign(mapping: &mut Mapping, table: &RawTable) {
    for (sign, (status, row)) in stated(table, mapping.data_rows) {
        if set(&mut mapping.legend, &sign, status) {
            if matches!(sign.as_str(), "-" | "–" | "—") {
                mapping.nil_confirmed = true;
            }
            mapping.stated_signs.insert(sign, row);
        }
    }
}

/// A stored legend for the next file: what that says of its signs counts where the planner has left them as they were.
pub(super) fn renewed(stored: &Mapping, found: &Mapping) -> (Legend, BTreeMap<String, u32>) {
    let usual = Legend::default();
    let (mut legend, mut rows) = (stored.legend.clone(), BTreeMap::new());
    for (sign, row) in &found.stated_signs {
        let before = stored.legend.meaning_of(sign);
        let untouched = before.is_none() || before == usual.meaning_of(sign) || stored.stated_signs.contains_key(sign);
        let Some(stated) = found.legend.meaning_of(sign) else { continue };
        if before == Some(stated) || (untouched && set(&mut legend, sign, stated)) {
            rows.insert(sign.clone(), *row);
        }
    }
    (legend, rows)
}

/// Gives a sign its meaning, and those that are written differently for the same; says whether the status is one that a
/// sign can have.
fn set(legend: &mut Legend, sign: &str, status: Status) -> bool {
    match status {
        Status::Nil
        | Status::Missing
        | Status::Suppressed
        | Status::Unreliable
        | Status::Later
        | Status::NotMeaningful => {
            for sign in Legend::family(sign) {
                legend.signs.insert(sign.to_owned(), status);
            }
        }
        Status::Provisional | Status::Revised | Status::Estimated => {
            legend.suffixes.insert(sign.to_owned(), status);
        }
        Status::Reported | Status::Limited => return false,
    }
    true
}

/// The signs that the rows above and below the data explain, each with its row.
fn stated(table: &RawTable, data: RowRange) -> BTreeMap<String, (Status, u32)> {
    let below = (data.last + 1)..table.row_count().min(data.last.saturating_add(1 + MOST_ROWS));
    let mut found = BTreeMap::new();
    for row in (0..data.first.min(MOST_ROWS)).chain(below) {
        let cells: Vec<&str> =
            (0..table.column_count().min(MOST_COLUMNS)).map(|column| table.text(row, column)).collect();
        let apart = cells.windows(2).filter_map(|pair| Some((sign_of(pair[0].trim())?, meaning(pair[1])?)));
        let within = cells.iter().flat_map(|text| explained(text));
        for (sign, status) in within.chain(apart) {
            found.entry(sign).or_insert((status, row));
        }
    }
    found
}

/// The signs that a text explains: `x = gesperrt; – = nichts vorhanden`.
fn explained(text: &str) -> Vec<(String, Status)> {
    let marks: Vec<usize> = text.match_indices(['=', ':']).map(|(at, _)| at).collect();
    let mut found = Vec::new();
    for (place, &at) in marks.iter().enumerate() {
        let before = text[..at].trim_end();
        let Some(sign) = before.rsplit([' ', '\u{a0}', ';', ',', '(', '\t', '\n']).next().and_then(sign_of) else {
            continue;
        };
        // A colon ends headings as well: after it only what is no word can be a sign.
        if text[at..].starts_with(':')
            && sign.chars().any(|letter| letter.is_alphanumeric() && !matches!(letter, 'x' | 'X'))
        {
            continue;
        }
        let end = marks.get(place + 1).copied().unwrap_or(text.len());
        let rest = &text[at + 1..end];
        let rest = rest.split(';').next().unwrap_or(rest);
        if let Some(status) = meaning(rest) {
            found.push((sign, status));
        }
    }
    found
}

/// A text that can stand in a cell instead of a value, without the quotation marks around it.
fn sign_of(text: &str) -> Option<String> {
    let sign = text.trim_matches(['"', '„', '“', '”', '\'', '‚', '‘', '»', '«']);
    let is_sign = !sign.is_empty()
        && sign.chars().count() <= LONGEST_SIGN
        && !sign
            .chars()
            .any(|letter| letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '=' | '%' | '('));
    is_sign.then(|| sign.to_owned())
}

/// Words of a meaning, the more particular ones first: a cell may be closed because a value would make no sense.
const MEANINGS: [(&str, Status); 30] = [
    ("nicht sinnvoll", Status::NotMeaningful),
    ("nicht sicher", Status::Unreliable),
    ("unsicher", Status::Unreliable),
    ("nicht belastbar", Status::Unreliable),
    ("geheim", Status::Suppressed),
    ("gesperrt", Status::Suppressed),
    ("datenschutz", Status::Suppressed),
    ("anonymisier", Status::Suppressed),
    ("unterdrückt", Status::Suppressed),
    ("weniger als", Status::Suppressed),
    ("unter 3", Status::Suppressed),
    ("unter 5", Status::Suppressed),
    ("fällt später", Status::Later),
    ("später", Status::Later),
    ("noch nicht", Status::Later),
    ("nichts vorhanden", Status::Nil),
    ("genau null", Status::Nil),
    ("keine fälle", Status::Nil),
    ("kein fall", Status::Nil),
    ("vorläufig", Status::Provisional),
    ("berichtigt", Status::Revised),
    ("korrigiert", Status::Revised),
    ("geschätzt", Status::Estimated),
    ("nicht verfügbar", Status::Missing),
    ("liegt nicht vor", Status::Missing),
    ("liegen nicht vor", Status::Missing),
    ("keine angabe", Status::Missing),
    ("nicht bekannt", Status::Missing),
    ("unbekannt", Status::Missing),
    ("fehlend", Status::Missing),
];

fn meaning(text: &str) -> Option<Status> {
    let lower = text.to_lowercase();
    MEANINGS.iter().find(|(words, _)| lower.contains(words)).map(|(_, status)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footnote_explains_signs_in_the_ways_offices_write_it() {
        let one = |text: &str| explained(text);
        let sign = |sign: &str, status| vec![(sign.to_owned(), status)];
        assert_eq!(one("x = gesperrt aus Gründen des Datenschutzes"), sign("x", Status::Suppressed));
        assert_eq!(one("„-“ = Zahlenwert unbekannt oder geheim zu halten"), sign("-", Status::Suppressed));
        assert_eq!(one("x = Tabellenfach gesperrt, weil Aussage nicht sinnvoll"), sign("x", Status::NotMeaningful));
        assert_eq!(one("/ = keine Angaben, da Zahlenwert nicht sicher genug"), sign("/", Status::Unreliable));
        assert_eq!(one("Zeichenerklärung: *: Wert unterliegt der Geheimhaltung"), sign("*", Status::Suppressed));
        assert_eq!(
            one("– = nichts vorhanden; . = geheim; … = fällt später an"),
            [("–", Status::Nil), (".", Status::Suppressed), ("…", Status::Later)]
                .map(|(sign, is)| (sign.to_owned(), is))
        );
        assert_eq!(one("k.A. = keine Angabe, p = vorläufig").len(), 2);
    }

    #[test]
    fn what_explains_no_sign_is_let_be() {
        for text in ["Quelle: Stadt Dortmund", "Stand: 31.12.2025", "Anteil = Fälle / Einwohner", "Nr.: unbekannt", ""]
        {
            assert_eq!(explained(text), Vec::new(), "{text}");
        }
    }
}
