//! What words mean, as far as comparing services goes: stems, word fields, parts of compounds.

use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Words shorter than this mean too many things to be looked for inside others.
const SHORTEST_PART: usize = 5;

/// Concepts of a text, each with the word that stands for it in the text.
pub(in crate::programme) type Concepts = BTreeMap<String, String>;

#[derive(Deserialize)]
struct File {
    fuellwoerter: BTreeSet<String>,
    felder: Vec<Vec<String>>,
}

/// Word fields and filler words.
struct Lexicon {
    fillers: BTreeSet<String>,
    /// Stem to the name of its field.
    fields: BTreeMap<String, String>,
    /// Words of fields that may stand inside longer ones, the longest first.
    parts: Vec<(String, String)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    let file: File = toml::from_str(include_str!("../../../assets/texte/wortfelder.toml"))
        .unwrap_or(File { fuellwoerter: BTreeSet::new(), felder: Vec::new() });
    let mut fields = BTreeMap::new();
    let mut parts = Vec::new();
    for field in &file.felder {
        let Some(name) = field.first() else { continue };
        for word in field {
            fields.insert(stem(word), name.clone());
            if word.chars().count() >= SHORTEST_PART || word == "café" || word == "kita" {
                parts.push((word.clone(), name.clone()));
            }
        }
    }
    parts.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.0.cmp(&b.0)));
    Lexicon { fillers: file.fuellwoerter, fields, parts }
});

/// The concepts of a text: the field of each word or of its parts, else its stem.
pub(in crate::programme) fn concepts(text: &str) -> Concepts {
    let mut found = Concepts::new();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2) {
        let lower = word.to_lowercase();
        if LEXICON.fillers.contains(&lower) {
            continue;
        }
        for concept in concepts_of(&lower) {
            found.entry(concept).or_insert_with(|| word.to_owned());
        }
    }
    found
}

fn concepts_of(word: &str) -> Vec<String> {
    let stem = stem(word);
    if let Some(field) = LEXICON.fields.get(&stem) {
        return vec![field.clone()];
    }
    // The longest at either end: „Schuldnerberatung“ is about debts, not about school.
    let longest = |fits: fn(&str, &str) -> bool| {
        LEXICON.parts.iter().find(|(part, _)| fits(word, part)).map(|(_, field)| field.clone())
    };
    let ends = [longest(|word, part| word.starts_with(part)), longest(|word, part| word.ends_with(part))];
    let mut parts: Vec<String> = ends.into_iter().flatten().collect();
    parts.sort();
    parts.dedup();
    if parts.is_empty() { vec![stem] } else { parts }
}

/// Stem of a German word in small letters (Porter's Snowball algorithm).
fn stem(word: &str) -> String {
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::German));
    STEMMER.stem(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        concepts(text).into_keys().collect()
    }

    #[test]
    fn word_fields_and_parts_of_compounds_mean_the_same() {
        assert_eq!(names("Elterncafé"), names("Treff für Familien"));
        assert_eq!(names("Schuldnerberatung"), names("Beratung bei Schulden"));
        assert_eq!(names("Sprachkurse"), names("Deutschkurs"));
    }

    #[test]
    fn filler_words_and_endings_do_not_count() {
        assert!(names("Ein Angebot für alle Menschen im Quartier").is_empty());
        assert_eq!(names("Fahrräder reparieren"), names("Reparieren von Fahrrädern"));
    }

    #[test]
    fn a_word_belongs_to_one_field_only() {
        let file: File = toml::from_str(include_str!("../../../assets/texte/wortfelder.toml")).unwrap();
        let mut seen = BTreeSet::new();
        for word in file.felder.iter().flatten() {
            assert!(seen.insert(word.clone()), "{word} stands twice");
            assert!(!file.fuellwoerter.contains(word), "{word} is also a filler word");
        }
    }
}
