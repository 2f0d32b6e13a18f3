//! What words mean, as far as comparing services goes: stems, word fields, parts of compounds.

use crate::text::fold::folded;
use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Words shorter than this mean too many things to be looked for inside others.
const SHORTEST_PART: usize = 5;
/// Words shorter than this count at the end of others only where the list says so: „gesucht“ is not about „Sucht“.
const SHORTEST_END: usize = 6;
/// What is left of a compound counts from this length on; less is an ending.
const SHORTEST_REST: usize = 5;

/// Concepts of a text, each with the word that stands for it in the text.
pub(in crate::programme) type Concepts = BTreeMap<String, String>;

#[derive(Default, Deserialize)]
struct File {
    fuellwoerter: BTreeSet<String>,
    zielgruppen: BTreeSet<String>,
    orte: BTreeSet<String>,
    formen: BTreeSet<String>,
    lebensalter: Vec<BTreeSet<String>>,
    nur_ganz: BTreeSet<String>,
    am_ende: BTreeSet<String>,
    felder: Vec<Vec<String>>,
}

/// Word fields and filler words.
struct Lexicon {
    file: File,
    /// Stem to the name of its field.
    fields: BTreeMap<String, String>,
    /// Words of fields that may stand inside longer ones, the longest first.
    parts: Vec<(String, String)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    let mut file: File = toml::from_str(include_str!("../../../assets/texte/wortfelder.toml")).unwrap_or_default();
    for words in [&mut file.fuellwoerter, &mut file.nur_ganz, &mut file.am_ende] {
        *words = words.iter().map(|word| folded(word)).collect();
    }
    let mut fields = BTreeMap::new();
    let mut parts = Vec::new();
    for field in &file.felder {
        let Some(name) = field.first() else { continue };
        for word in field {
            let word = folded(word);
            fields.insert(stem(&word), name.clone());
            let inside = word.chars().count() >= SHORTEST_PART && !file.nur_ganz.contains(&word);
            if inside || file.am_ende.contains(&word) {
                parts.push((word, name.clone()));
            }
        }
    }
    parts.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.0.cmp(&b.0)));
    Lexicon { file, fields, parts }
});

/// The concepts of a text: the field of each word or of its parts, else its stem.
pub(in crate::programme) fn concepts(text: &str) -> Concepts {
    let mut found = Concepts::new();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2) {
        let lower = folded(word);
        if LEXICON.file.fuellwoerter.contains(&lower) {
            continue;
        }
        for concept in concepts_of(&lower) {
            found.entry(concept).or_insert_with(|| word.to_owned());
        }
    }
    found
}

/// Whether a concept says what is done, and not only for whom or where.
pub(in crate::programme) fn is_subject(concept: &str) -> bool {
    !LEXICON.file.zielgruppen.contains(concept) && !LEXICON.file.orte.contains(concept)
}

/// Whether a concept says how help is given: a meeting place, advice, company on the way.
pub(in crate::programme) fn is_form(concept: &str) -> bool {
    LEXICON.file.formen.contains(concept)
}

/// Whether two texts are about people of ages that do not meet: young people here, older ones there.
pub(in crate::programme) fn ages_differ(one: &Concepts, other: &Concepts) -> bool {
    let ages = |all: &Concepts| -> BTreeSet<String> {
        let known = |concept: &&String| LEXICON.file.lebensalter.iter().any(|ages| ages.contains(*concept));
        all.keys().filter(known).cloned().collect()
    };
    let (one, other) = (ages(one), ages(other));
    let meet = |a: &String, b: &String| {
        a == b || LEXICON.file.lebensalter.iter().any(|ages| ages.contains(a) && ages.contains(b))
    };
    !one.is_empty() && !other.is_empty() && !one.iter().any(|a| other.iter().any(|b| meet(a, b)))
}

fn concepts_of(word: &str) -> Vec<String> {
    let parts = parts_of(word);
    if parts.is_empty() { vec![stem(word)] } else { parts.into_iter().collect() }
}

/// The fields of a word, or of its parts from the left and from the right with what is left between them; none where no
/// part of it is known. „Schuldnerberatung“ is about debts, not about school: the longest part counts.
fn parts_of(word: &str) -> BTreeSet<String> {
    if let Some(field) = LEXICON.fields.get(&stem(word)) {
        return BTreeSet::from([field.clone()]);
    }
    let at_start = |part: &str| word.len() > part.len() && word.starts_with(part);
    let at_end = |part: &str| {
        let long = part.chars().count() >= SHORTEST_END || LEXICON.file.am_ende.contains(part);
        long && word.len() > part.len() && word.ends_with(part)
    };
    let longest = |fits: &dyn Fn(&str) -> bool| LEXICON.parts.iter().find(|(part, _)| fits(part));
    let (field, rest) = match (longest(&at_start), longest(&at_end)) {
        (Some((part, field)), _) => (field, word.get(part.len()..).unwrap_or_default()),
        (None, Some((part, field))) => (field, word.get(..word.len() - part.len()).unwrap_or_default()),
        (None, None) => return BTreeSet::new(),
    };
    let mut found = BTreeSet::from([field.clone()]);
    found.extend(rest_of(rest));
    found
}

/// What is left of a compound, with the letters that join its parts taken off.
fn rest_of(rest: &str) -> BTreeSet<String> {
    let forms = ["", "s", "n", "en", "es"].map(|joint| rest.strip_prefix(joint).unwrap_or(rest));
    let forms = forms.into_iter().chain(["s", "n", "en", "es"].map(|joint| rest.strip_suffix(joint).unwrap_or(rest)));
    let forms: Vec<&str> = forms.collect();
    if forms.iter().any(|form| LEXICON.file.fuellwoerter.contains(*form)) {
        return BTreeSet::new();
    }
    let known = forms.iter().map(|form| parts_of(form)).find(|parts| !parts.is_empty());
    known.unwrap_or_else(|| {
        let whole = rest.chars().count() >= SHORTEST_REST;
        whole.then(|| stem(rest)).into_iter().collect()
    })
}

/// Stem of a [folded] German word (Porter's Snowball algorithm); umlauts count as their plain letters, as there.
fn stem(word: &str) -> String {
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::German));
    let umlauts = [("ae", "a"), ("oe", "o"), ("ue", "u")];
    umlauts.into_iter().fold(STEMMER.stem(word).into_owned(), |stem, (spelled, plain)| stem.replace(spelled, plain))
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
        assert_eq!(names("Energieschuldenberatung"), ["beratung", "schulden", "wohnen"]);
        assert_eq!(names("Jugendparlament"), ["jugendliche", "parlament"]);
    }

    #[test]
    fn letters_inside_another_word_mean_nothing() {
        assert!(!names("Interessen gesucht").contains(&"frühstück".to_owned()));
        assert!(!names("Interessen gesucht").contains(&"sucht".to_owned()));
        assert!(!names("Alternative").contains(&"ältere".to_owned()));
    }

    #[test]
    fn young_and_old_do_not_meet_but_parents_and_children_do() {
        let differ = |one, other| ages_differ(&concepts(one), &concepts(other));
        assert!(differ("Jugendliche", "Seniorinnen und Senioren"));
        assert!(!differ("Eltern", "Kinder unter sechs"));
        assert!(!differ("Alle", "Jugendliche"));
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
        let named =
            file.zielgruppen.iter().chain(&file.orte).chain(&file.formen).chain(file.lebensalter.iter().flatten());
        for name in named {
            assert!(file.felder.iter().any(|field| field.first() == Some(name)), "{name} is no field");
        }
        for word in file.nur_ganz.iter().chain(&file.am_ende) {
            assert!(seen.contains(word), "{word} stands in no field");
        }
    }
}
