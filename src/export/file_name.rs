//! File names that every system accepts.

/// Longest name in bytes, with its ending.
const MAX_BYTES: usize = 180;

const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A file name without folder from any text: umlauts stay, separators and what Windows refuses become `-`, the ending
/// survives shortening. Never empty, never a reserved name, never hidden.
pub fn safe_file_name(name: &str) -> String {
    // A colon that parts a title becomes a dash between blanks.
    let cleaned: String = name.replace(": ", " - ").chars().filter_map(safe_char).collect();
    let joined = collapse(&cleaned);
    let trimmed = joined.trim_matches(|c: char| c == '.' || c == ' ' || c == '-');
    let (stem, ending) = split_ending(trimmed);
    let stem = if stem.is_empty() { crate::text::report::UNTITLED } else { stem };
    let first_part = stem.split('.').next().unwrap_or(stem).trim().to_lowercase();
    let reserved = RESERVED.contains(&first_part.as_str());
    let stem = if reserved { format!("_{stem}") } else { stem.to_owned() };
    format!("{}{ending}", shorten(&stem, MAX_BYTES - ending.len()))
}

fn safe_char(c: char) -> Option<char> {
    match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\t' | '\n' | '\r' => Some('-'),
        '\u{a0}' | '\u{202f}' => Some(' '),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// Runs of `-`, of points and of blanks become one.
fn collapse(name: &str) -> String {
    let mut collapsed = String::with_capacity(name.len());
    for c in name.chars() {
        if !(matches!(c, '-' | '.' | ' ') && collapsed.ends_with(c)) {
            collapsed.push(c);
        }
    }
    collapsed
}

fn split_ending(name: &str) -> (&str, &str) {
    let at = name.rfind('.').filter(|&at| {
        let ending = &name[at + 1..];
        at > 0 && (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    at.map_or((name, ""), |at| name.split_at(at))
}

fn shorten(stem: &str, bytes: usize) -> &str {
    let mut end = stem.len().min(bytes);
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    stem[..end].trim_end_matches([' ', '.', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_stay_readable_and_become_harmless() {
        for (name, safe) in [
            ("Handlungsprogramm Hörde 2026.docx", "Handlungsprogramm Hörde 2026.docx"),
            ("Bodelschwingh/Westerfilde.docx", "Bodelschwingh-Westerfilde.docx"),
            ("Vergleich: Wert.png", "Vergleich - Wert.png"),
            ("Rang 15:30  Uhr.png", "Rang 15-30 Uhr.png"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Users\\x.csv", "C-Users-x.csv"),
            ("CON.docx", "_CON.docx"),
            ("com1", "_com1"),
            ("  .. ", "Dokument"),
            ("bericht\u{202e}xcod.docx", "berichtxcod.docx"),
        ] {
            assert_eq!(safe_file_name(name), safe, "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_a_usable_name(name in ".{0,400}") {
            let safe = safe_file_name(&name);
            prop_assert!(!safe.is_empty() && safe.len() <= MAX_BYTES);
            prop_assert!(!safe.contains(['/', '\\', ':', '\0', '\n']));
            prop_assert!(!safe.starts_with('.') && !safe.ends_with(['.', ' ']));
        }
    }
}
