//! Words of experience and of the catalogue of measures.

#![allow(missing_docs)]

pub const EXPERIENCE: &str = "Erfahrungen";
pub const CATALOGUE: &str = "Maßnahmenkatalog";
pub const ADD: &str = "Erfahrung erfassen";
pub const NEW: &str = "Neue Erfahrung";
pub const REMOVE: &str = "Erfahrung entfernen";
pub const NONE_YET: &str = "Noch keine Erfahrungen";
pub const NONE_YET_WHY: &str =
    "Halten Sie fest, was frühere Programme und Pläne gelehrt haben, und verbinden Sie es mit Zielen und Maßnahmen.";

pub const TITLE: &str = "Vorhaben";
pub const PROGRAMME: &str = "Programm oder Plan";
pub const PROGRAMME_NOTE: &str =
    "Zum Beispiel URBAN II, Stadterneuerung, sozialräumliche Jugendhilfeplanung, Projekte des Aktionsplans.";
pub const PERIOD: &str = "Zeitraum";
pub const DONE: &str = "Was getan wurde";
pub const RESULT: &str = "Was daraus wurde";
pub const LESSON: &str = "Lehre";
pub const LESSON_NOTE: &str = "Was wieder, was anders gemacht werden soll.";
pub const SOURCE: &str = "Quelle";
pub const FIELDS: &str = "Übertragbar auf Handlungsfelder";
pub const FIELDS_NOTE: &str = "Ohne Auswahl: nicht an ein Feld gebunden.";
pub const AREAS: &str = "Übertragbar auf Räume";
pub const ADD_AREA: &str = "Raum hinzufügen";
pub const ALL_AREAS: &str = "Ohne Auswahl: für alle Räume.";
pub const LINKS: &str = "Aufgenommen in";
pub const GOALS: &str = "Ziele";
pub const MEASURES: &str = "Maßnahmen";
pub const NO_PROGRAMME: &str = "Für diesen Raum ist noch kein Handlungsprogramm begonnen.";
pub const NOTHING_TO_LINK: &str = "Das Programm hat noch keine Ziele und Maßnahmen.";
pub const TAKEN_UP: &str = "Aufgenommen";
pub const NOT_TAKEN_UP: &str = "noch nicht";
pub const EVERYWHERE: &str = "alle Räume";

pub const CATALOGUE_NOTE: &str =
    "Titel, die in Dortmund belegt sind. Kosten wurden nicht veröffentlicht. Das Handlungsfeld ist ein Vorschlag.";
pub const TITLE_OF_MEASURE: &str = "Titel";
pub const NAMED_FOR: &str = "Genannt für";
pub const FIELD: &str = "Handlungsfeld";
pub const MEASURE: &str = "Maßnahme";
pub const ADOPT: &str = "Als Maßnahme übernehmen";
pub const CLOSE: &str = "Schließen";
pub const ADOPTED: &str = "Maßnahme aus dem Katalog angelegt";

/// `Raum Marten entfernen`
pub fn remove_area(name: &str) -> String {
    format!("Raum {name} entfernen")
}

/// `„Bürgergarten“ übernehmen`
pub fn adopt(title: &str) -> String {
    format!("„{title}“ übernehmen")
}

/// `im Programm: M-05`
pub fn in_programme(number: &str) -> String {
    format!("im Programm: {number}")
}

/// `2 Ziele, 3 Maßnahmen`
pub fn taken_up(goals: usize, measures: usize) -> String {
    let one = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    match (goals, measures) {
        (0, 0) => NOT_TAKEN_UP.to_owned(),
        (0, measures) => one(measures, "Maßnahme", "Maßnahmen"),
        (goals, 0) => one(goals, "Ziel", "Ziele"),
        (goals, measures) => format!("{}, {}", one(goals, "Ziel", "Ziele"), one(measures, "Maßnahme", "Maßnahmen")),
    }
}
