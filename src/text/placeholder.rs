//! The words with which entries are begun, before they get words of their own.

use super::label;
use super::panel::verfahren::entries;
use super::panel::vor_ort::{self, akteure};
use super::panel::{aktionsbuero, beteiligung, programm};

const BEGUN: [&str; 19] = [
    label::NEW_MEASURE,
    programm::NEW_LEITZIEL,
    programm::NEW_GOAL,
    vor_ort::NEW_SERVICE,
    vor_ort::NEW_ACTOR,
    vor_ort::NEW_STATEMENT,
    akteure::NEW_PROMISE,
    akteure::NEW_NETWORK,
    beteiligung::NEW_STATEMENT,
    beteiligung::NEW_EVENT,
    beteiligung::NEW_ASSESSMENT,
    beteiligung::NEW_GROUP,
    beteiligung::NEW_THESIS,
    beteiligung::NEW_IDEA,
    beteiligung::NEW_HELPER,
    aktionsbuero::NEW_OFFER,
    aktionsbuero::NEW_PARTNER,
    entries::NEW_GREMIUM,
    entries::NEW_BESCHLUSS,
];

/// Whether these are still the words that an entry was begun with: `Neues Leitziel`, `Neues Netzwerk 2`.
pub fn is_placeholder(words: &str) -> bool {
    let words = words.trim();
    let unnumbered = words.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end();
    BEGUN.contains(&words) || BEGUN.contains(&unnumbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_of_the_beginning_are_placeholders_with_a_number_or_without() {
        assert!(is_placeholder("Neues Leitziel"));
        assert!(is_placeholder(" Neues Netzwerk 12 "));
        assert!(!is_placeholder("Neues Leitziel für Marten"));
        assert!(!is_placeholder("2027"));
        assert!(!is_placeholder(""));
    }
}
