//! Words of participation: statements, events, strengths and weaknesses.

#![allow(missing_docs)]

use crate::text;
pub use crate::text::report::participation::WITHOUT_SOURCE;

pub const STATEMENTS: &str = "Aussagen";
pub const EVENTS: &str = "Veranstaltungen";
pub const BOARD: &str = "Stärken und Schwächen";
pub const ASSESSMENTS: &str = "Einschätzungen";

pub const ADD_STATEMENT: &str = "Aussage festhalten";
pub const ADD_EVENT: &str = "Veranstaltung erfassen";
pub const ADD_ASSESSMENT: &str = "Einschätzung festhalten";
pub const NEW_STATEMENT: &str = "Neue Aussage";
pub const NEW_EVENT: &str = "Neue Veranstaltung";
pub const NEW_ASSESSMENT: &str = "Neue Einschätzung";

pub const NO_EVENTS: &str = "Noch keine Veranstaltung";
pub const NO_EVENTS_WHY: &str = "Erfassen Sie Bürgerversammlungen, Arbeitsgruppen, Befragungen und Begehungen mit ihren Ergebnissen. Daten allein entscheiden nicht.";
pub const REMOVE_EVENT: &str = "Veranstaltung entfernen";

pub const TITLE: &str = "Titel";
pub const FORM: &str = "Form";
pub const DATE: &str = "Datum";
pub const PLACE: &str = "Ort";
pub const GROUPS: &str = "Erreichte Gruppen";
pub const GROUPS_NOTE: &str = "Gruppen nennen, keine Personen. Die Zahl bleibt leer, wo nicht gezählt wurde.";
pub const GROUP: &str = "Gruppe";
pub const REACHED: &str = "erreicht";
pub const REACHED_HEAD: &str = "Erreicht";
pub const ADD_GROUP: &str = "Gruppe";
pub const NEW_GROUP: &str = "Neue Gruppe";
pub const REMOVE_GROUP: &str = "Gruppe entfernen";
pub const NOT_COUNTED: &str = "nicht gezählt";

pub const THESES: &str = "Thesen";
pub const THESES_WHY: &str = "Was herauskam, in einem Satz, und wie viele es teilten.";
pub const ADD_THESIS: &str = "These";
pub const NEW_THESIS: &str = "Neue These";
pub const REMOVE_THESIS: &str = "These entfernen";
pub const SUPPORT: &str = "Zustimmung";
pub const VOTES_FOR: &str = "dafür";
pub const VOTES: &str = "abgegeben";
pub const OF: &str = "von";

pub const IDEAS: &str = "Ideen";
pub const IDEAS_WHY: &str = "Aus einer Idee wird mit einem Schritt eine Maßnahme; beide bleiben verbunden.";
pub const ADD_IDEA: &str = "Idee";
pub const NEW_IDEA: &str = "Neue Idee";
pub const REMOVE_IDEA: &str = "Idee entfernen";
pub const IDEA_FIELD: &str = "Handlungsfeld der Idee";
pub const MAKE_MEASURE: &str = "Maßnahme anlegen";
pub const NO_PROGRAMME: &str = "Für diesen Raum ist noch kein Handlungsprogramm begonnen.";

pub const HELPERS: &str = "Mitwirkung";
pub const HELPERS_WHY: &str = "Wer woran mitwirken will: Gruppen und Funktionen, keine Namen.";
pub const ADD_HELPER: &str = "Mitwirkung";
pub const NEW_HELPER: &str = "Neue Gruppe oder Funktion";
pub const REMOVE_HELPER: &str = "Mitwirkung entfernen";
pub const WHAT: &str = "Woran";
pub const MEASURE: &str = "Maßnahme";
pub const NO_MEASURE: &str = "keine Maßnahme";
pub const NONE: &str = "–";
pub const RESULTS_HEAD: &str = "Ergebnisse";

pub const DATA: &str = "Verhältnis zu den Daten";
pub const EVENT: &str = "Veranstaltung";
pub const NO_EVENT: &str = "keine Veranstaltung";
pub const FIELD: &str = "Handlungsfeld";
pub const NO_FIELD: &str = "kein Handlungsfeld";
pub const SWOT: &str = "Einordnung";
pub const SWOT_TABLE: &str = "Stärken, Schwächen, Chancen, Risiken";
pub const NOT_SORTED: &str = "nicht eingeordnet";
pub const ANSWER: &str = "Antwort der Planung";
pub const ANSWER_NOTE: &str = "Was folgt daraus? Ein Widerspruch zu den Daten braucht eine Antwort.";
pub const ANSWER_MISSING: &str = "Die Aussage widerspricht den Daten und hat noch keine Antwort.";
pub const ANSWER_MISSING_SHORT: &str = "Antwort fehlt";
pub const EVIDENCE_HINT: &str = "Eine Aussage ist ein Beleg mit Quelle und Datum. Sie kann im Text zitiert werden.";
pub const BOARD_HINT: &str =
    "Quelle und Indikator stehen bei jeder Einschätzung. Sie geht als Stadtteil-Check in das Dokument ein.";
pub const EMPTY_CELL: &str = "Noch nichts eingeordnet.";
pub const NEWEST: &str = "Neueste zuerst";
pub const OLDEST: &str = "Älteste zuerst";
pub const ORDER: &str = "Reihenfolge";
pub const ALL_FIELDS: &str = "Alle Felder";
pub const FILTER: &str = "Filter nach Handlungsfeld";
pub const NO_HITS: &str = "Keine Aussage in diesem Feld";
pub const NO_HITS_WHY: &str = "Zu diesem Handlungsfeld ist noch keine Aussage festgehalten.";
pub const TO_PROGRAMME: &str = "Zum Handlungsprogramm";

/// `These 2`
pub fn thesis(number: usize) -> String {
    format!("These {number}")
}

/// `Idee 2`
pub fn idea(number: usize) -> String {
    format!("Idee {number}")
}

/// `Mitwirkung 2`
pub fn helper(number: usize) -> String {
    format!("Mitwirkung {number}")
}

/// `Gruppe 2`
pub fn group(number: usize) -> String {
    format!("Gruppe {number}")
}

/// `stützt 15`
pub fn counted(word: &str, number: usize) -> String {
    format!("{word} {number}")
}

/// `3 Thesen · 2 Ideen · 1 Mitwirkung`
pub fn results(theses: usize, ideas: usize, helpers: usize) -> String {
    let one = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    [one(theses, "These", "Thesen"), one(ideas, "Idee", "Ideen"), one(helpers, "Mitwirkung", "Mitwirkungen")]
        .join(" · ")
}

/// `42 erreicht`, `nicht gezählt`
pub fn reached(number: Option<u32>) -> String {
    number.map_or_else(|| NOT_COUNTED.to_owned(), |number| text::count(u64::from(number)))
}

/// `Stärke festhalten`
pub fn add_to(kind: &str) -> String {
    format!("{kind} festhalten")
}

/// `4 Aussagen sind nicht eingeordnet.`
pub fn not_sorted(number: usize) -> String {
    match number {
        1 => "Eine Aussage ist nicht eingeordnet.".to_owned(),
        _ => format!("{number} Aussagen sind nicht eingeordnet."),
    }
}

/// `Bürgerforum · 04.05.2026 · kein passender Indikator`
pub fn without_indicator(source: &str) -> String {
    format!("{source} · kein passender Indikator")
}

/// `Bürgerforum · 04.05.2026`
pub fn source(title: &str, date: Option<jiff::civil::Date>) -> String {
    match (title.is_empty(), date) {
        (true, None) => WITHOUT_SOURCE.to_owned(),
        (true, Some(date)) => format!("{WITHOUT_SOURCE} · {}", text::date(date)),
        (false, None) => title.to_owned(),
        (false, Some(date)) => format!("{title} · {}", text::date(date)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_counted_in_words_that_fit() {
        assert_eq!(results(1, 2, 0), "1 These · 2 Ideen · 0 Mitwirkungen");
    }
}
