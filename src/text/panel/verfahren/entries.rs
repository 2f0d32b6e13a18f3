//! Words of Wiedervorlagen, committees, decisions, versions and minutes.

#![allow(missing_docs)]

use crate::text;
use jiff::civil::Date;

pub const EXAMPLE: &str = "Beispiel";
pub const EXAMPLE_HINT: &str = "Erfundener Eintrag, der das Programm zeigt.";
pub const NONE: &str = "–";
pub const ALL_AREAS: &str = "alle Aktionsräume";
pub const AREA: &str = "Aktionsraum";
pub const REMOVE: &str = "Eintrag entfernen";
pub const NOTE: &str = "Notiz";
pub const NAME: &str = "Name";

pub const ADD_WIEDERVORLAGE: &str = "Wiedervorlage anlegen";
pub const WIEDERVORLAGEN: &str = "Wiedervorlagen";
pub const NEW_WIEDERVORLAGE: &str = "Neue Wiedervorlage";
pub const OPEN: &str = "offen";
pub const DONE: &str = "erledigt";
pub const IS_DONE: &str = "Erledigt";
pub const DUE: &str = "Termin";
pub const WHAT: &str = "Was";
pub const ABOUT: &str = "Bezug";
pub const STATE: &str = "Stand";
pub const NO_LINK: &str = "ohne Bezug";
pub const TO_LINK: &str = "Zum Bezug";
pub const WIEDERVORLAGEN_NONE: &str = "Keine Wiedervorlagen";
pub const WIEDERVORLAGEN_WHY: &str =
    "Was an einem bestimmten Tag wieder auf den Tisch kommen soll, steht hier und in „Nächste Termine“.";

pub const ADD_GREMIUM: &str = "Gremium anlegen";
pub const GREMIEN: &str = "Gremien";
pub const GREMIUM: &str = "Gremium";
pub const NEW_GREMIUM: &str = "Neues Gremium";
pub const ROLE: &str = "Zuständigkeit";
pub const SESSIONS: &str = "Sitzungstermine";
pub const SESSIONS_NOTE: &str = "Ein Termin je Zeile, zum Beispiel 17.12.2026.";
pub const NEXT_SESSION: &str = "Nächste Sitzung";
pub const MATTERS: &str = "Vorlagen";
pub const GREMIUM_USED: &str = "Zu diesem Gremium gibt es Beschlüsse.";
pub const GREMIEN_NONE: &str = "Noch kein Gremium";
pub const GREMIEN_WHY: &str =
    "Legen Sie an, wer beteiligt ist: mit Zuständigkeit (Kenntnisnahme, Empfehlung, Beschluss) und Sitzungsterminen.";

pub const ADD_BESCHLUSS: &str = "Beschluss anlegen";
pub const BESCHLUESSE: &str = "Beschlüsse";
pub const NEW_BESCHLUSS: &str = "Neue Vorlage";
pub const SESSION: &str = "Sitzung";
pub const MATTER: &str = "Gegenstand";
pub const DRUCKSACHE: &str = "Drucksache";
pub const DRUCKSACHE_NOTE: &str = "Form: 27114-26";
pub const DRUCKSACHE_WRONG: &str = "Fünf Ziffern, Bindestrich, zwei Ziffern des Jahres.";
pub const WORDING: &str = "Wortlaut";
pub const RESULT: &str = "Ergebnis";
pub const RESULT_OPEN: &str = "noch offen";
pub const RESULT_NOTE_BEFORE: &str = "Dieses Gremium berät vor. Als beschlossen gelten die Programme erst mit dem Ergebnis eines beschließenden Gremiums.";
pub const RESULT_NOTE_NOTED: &str = "Dieses Gremium nimmt zur Kenntnis. Als beschlossen gelten die Programme erst mit dem Ergebnis eines beschließenden Gremiums.";
pub const RESULT_NOTE: &str =
    "Wird „beschlossen“ eingetragen, gelten die Programme als beschlossen und ihre Fassung bleibt erhalten.";
pub const AREAS: &str = "Aktionsräume";
pub const ADD_AREA: &str = "Aktionsraum hinzufügen";
pub const NO_GREMIUM: &str = "Legen Sie zuerst ein Gremium an.";
pub const NO_GREMIUM_WHY: &str =
    "Ein Beschluss braucht ein Gremium, das ihn fasst, und noch ist keines angelegt. Legen Sie zuerst das Gremium an.";
pub const BESCHLUESSE_NONE: &str = "Noch kein Beschluss";
pub const BESCHLUESSE_WHY: &str =
    "Hier stehen Vorlagen mit Gremium, Termin, Drucksache und Wortlaut, und was daraus geworden ist.";
pub const SESSION_PASSED: &str = "Ergebnis fehlt";

pub const VERSIONS: &str = "Fassungen";
pub const KEEP_VERSION: &str = "Fassung festhalten";
pub const VERSION_DOCUMENT: &str = "Als Dokument";
pub const VERSION_DOCUMENT_HINT: &str = "Die Fassung in Berichte lesen und in jedem Format ausgeben";
pub const KEEP_HINT: &str =
    "Bewahrt Text, Ziele, Maßnahmen, Mittel, Rang und Prüfstand des Handlungsprogramms so auf, wie sie heute sind.";
pub const KEPT_BY_HAND: &str = "von Hand festgehalten";
pub const NO_PROGRAMME: &str = "Für diesen Aktionsraum gibt es noch kein Handlungsprogramm.";
pub const VERSIONS_NONE: &str = "Zu diesem Aktionsraum gibt es noch keine Fassung.";
pub const REMOVE_VERSION: &str = "Fassung entfernen";
pub const UNCHANGED: &str = "Seitdem hat sich nichts geändert.";
pub const COMPARING: &str = "Wird verglichen …";
pub const PART: &str = "Teil";
pub const CHANGES: &str = "Änderungen";

pub const ADD_NIEDERSCHRIFT: &str = "Niederschrift anlegen";
pub const NIEDERSCHRIFTEN: &str = "Niederschriften";
pub const NEW_GROUP: &str = "Neue Sitzung";
pub const GROUP: &str = "Arbeitsgruppe";
pub const DATE: &str = "Datum";
pub const PRESENT: &str = "Anwesend (Funktionen)";
pub const PRESENT_NOTE: &str = "Eine Funktion je Zeile, keine Personennamen.";
pub const TOPICS: &str = "Themen und Ergebnisse";
pub const TOPIC: &str = "Thema";
pub const TOPIC_RESULT: &str = "Ergebnis";
pub const ADD_TOPIC: &str = "Thema hinzufügen";
pub const OPEN_POINTS: &str = "Offene Punkte";
pub const OPEN_POINTS_NOTE: &str = "Ein Punkt je Zeile.";
pub const TO_WIEDERVORLAGE: &str = "Als Wiedervorlage";
pub const HAS_WIEDERVORLAGE: &str = "steht als Wiedervorlage";
pub const NIEDERSCHRIFTEN_NONE: &str = "Noch keine Niederschrift";
pub const NIEDERSCHRIFTEN_WHY: &str =
    "Halten Sie fest, was Arbeitsgruppen besprochen haben. Offene Punkte werden auf Wunsch zu Wiedervorlagen.";

pub const SAVE_CALENDAR: &str = "Fristen als Kalender";
pub const SAVE_TABLE: &str = "Fristen als CSV";

/// `Thema 2`
pub fn topic(number: usize) -> String {
    format!("{TOPIC} {number}")
}

/// `Ergebnis zu Thema 2`
pub fn topic_result(number: usize) -> String {
    format!("{TOPIC_RESULT} zu Thema {number}")
}

/// `Thema 2 entfernen`
pub fn remove_topic(number: usize) -> String {
    format!("Thema {number} entfernen")
}

/// `Marten abwählen`
pub fn remove_area(area: &str) -> String {
    format!("{area} abwählen")
}

/// `„31.2.2027“ ist kein Datum.`
pub fn no_date(line: &str) -> String {
    format!("„{line}“ ist kein Datum.")
}

/// `Fassung vom 12.11.2026`
pub fn version(day: Date) -> String {
    format!("Fassung vom {}", text::date(day))
}

/// `Nordmarkt: Fassung vom 12.11.2026`
pub fn version_of(area: &str, day: Date) -> String {
    format!("{area}: {}", version(day))
}

/// `7 Änderungen seit der Fassung vom 12.11.2026`
pub fn changes_since(number: usize, day: Date) -> String {
    let count = if number == 1 { "1 Änderung".to_owned() } else { format!("{number} Änderungen") };
    format!("{count} seit der Fassung vom {}", text::date(day))
}

/// `Absatz 2.1`
pub fn passage(number: &str) -> String {
    format!("Absatz in {number}")
}

/// `Niederschrift vom 05.11.2026`
pub fn minutes(day: Date) -> String {
    format!("Niederschrift vom {}", text::date(day))
}

/// Measures that a decision does not move on: their state is set measure by measure.
pub fn still_planned(planned: usize) -> String {
    let measures = if planned == 1 { "1 Maßnahme steht".to_owned() } else { format!("{planned} Maßnahmen stehen") };
    format!("{measures} noch auf „geplant“; der Beschluss ändert daran nichts.")
}

/// `Die Sitzung ist erst am 01.12.2026. Bitte Tag und Ergebnis prüfen.`
pub fn session_to_come(day: jiff::civil::Date) -> String {
    format!("Die Sitzung ist erst am {}. Bitte Tag und Ergebnis prüfen.", crate::text::date(day))
}
