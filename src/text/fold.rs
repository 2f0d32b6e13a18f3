//! Spellings that mean the same: for searching and comparing, never for printing.

/// A letter without case and diacritics: ä = a.
pub fn plain_letter(letter: char) -> char {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        'ß' => 's',
        other => without_accent(other),
    }
}

/// A text in small letters, without accents, its umlauts written out: `Elterncafé` is `elterncafe`, `Frühstück` and
/// `Fruehstueck` are both `fruehstueck`.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            other => folded.push(without_accent(other)),
        }
    }
    folded
}

fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' => 'o',
        'ù' | 'ú' | 'û' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_umlauts_are_folded() {
        assert_eq!(folded("Elterncafé"), "elterncafe");
        assert_eq!(folded("Frühstück"), folded("FRUEHSTUECK"));
        assert_eq!(folded("Straße"), "strasse");
        assert_eq!(plain_letter('Ä'), 'a');
    }
}
