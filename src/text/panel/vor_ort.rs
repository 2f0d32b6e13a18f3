//! Words of the panel.

#![allow(missing_docs)]

pub mod akteure;
pub mod angebote;
pub mod import;

use crate::text;
use jiff::civil::Date;

pub const TABS: [&str; 5] = ["Angebote", "Akteure", "Beteiligung", "Erfahrungen", "Aktionsbüro"];
pub const EXAMPLE: &str = "Beispiel";
pub const EXAMPLE_HINT: &str = "Erfundener Eintrag, der das Programm zeigt.";
/// How names of the example end.
pub const EXAMPLE_ENDING: &str = " (Beispiel)";
pub const AREAS: &str = "Gebiete";
pub const LAST_AREA: &str = "Ein Eintrag gehört zu mindestens einem Gebiet.";
pub const NO_AREA_TITLE: &str = "Kein Raum gewählt";
pub const NO_AREA_WHY: &str =
    "Was vor Ort bekannt ist, gehört zu einem Gebiet. Lesen Sie zuerst eine Tabelle mit Gebieten ein.";
pub const TO_DATA: &str = "Zu den Daten";

pub const ADD_SERVICE: &str = "Angebot erfassen";
pub const ADD_ACTOR: &str = "Akteur erfassen";
pub const ADD_STATEMENT: &str = "Aussage festhalten";
pub const NEW_SERVICE: &str = "Neues Angebot";
pub const NEW_ACTOR: &str = "Neuer Akteur";
pub const NEW_STATEMENT: &str = "Neue Aussage";

pub const SERVICES: &str = "Angebote";
pub const ACTORS: &str = "Akteure";
pub const STATEMENTS: &str = "Aussagen";

pub const NAME: &str = "Name";
pub const FIELD: &str = "Handlungsfeld";
pub const TRAEGER: &str = "Träger";
pub const TARGET: &str = "Zielgruppe";
pub const PLACE: &str = "Standort";
pub const EXTENT: &str = "Umfang und Auslastung";
pub const EXTENT_SHORT: &str = "Umfang";
pub const FUNDED_UNTIL: &str = "Förderung bis";
pub const NOT_STATED: &str = "ohne Angabe";
pub const ROLE: &str = "Art";
pub const CONTRIBUTION: &str = "Beitrag";
pub const CONTRIBUTION_NOTE: &str = "Was der Akteur einbringen kann und will. Funktionen nennen, keine Personen.";
pub const STATEMENT: &str = "Aussage";
pub const DATE: &str = "Datum";
pub const OCCASION: &str = "Anlass";
pub const INDICATOR: &str = "Indikator";
pub const NO_INDICATOR: &str = "kein Indikator";
pub const VALUE: &str = "Wert";
pub const STANCE: &str = "Verhältnis zu den Daten";
pub const STANCE_SHORT: &str = "Verhältnis";
pub const STATEMENT_NOTE: &str = "Ein Beleg mit Anlass und Datum. Keine Namen, keine Angaben zu einzelnen Personen.";
pub const NO_VALUE: &str = "kein Wert für diesen Raum";

pub const REMOVE_SERVICE: &str = "Angebot entfernen";
pub const REMOVE_ACTOR: &str = "Akteur entfernen";
pub const REMOVE_STATEMENT: &str = "Aussage entfernen";

pub const NO_SERVICES: &str = "Noch keine Angebote";
pub const NO_SERVICES_WHY: &str =
    "Erfassen Sie, was es vor Ort schon gibt. So werden Lücken sichtbar und neue Maßnahmen doppeln nichts.";
pub const NO_ACTORS: &str = "Noch keine Akteure";
pub const NO_ACTORS_WHY: &str =
    "Erfassen Sie, wer vor Ort mitwirkt: Schulen, Vereine, Verbände, Ämter, Wohnungsunternehmen.";
pub const NO_STATEMENTS: &str = "Noch keine Aussagen";
pub const NO_STATEMENTS_WHY: &str =
    "Halten Sie fest, was in der Beteiligung gesagt wurde. Aussagen stehen als Beleg neben den Zahlen.";
pub const BY_KEYS: &str = "Neu mit Strg+N";
pub const CHOOSE: &str = "Wählen Sie links einen Eintrag.";

/// `Hörde entfernen`
pub fn remove_area(area: &str) -> String {
    format!("{area} entfernen")
}

/// `bis 31.12.2026`
pub fn until(date: Date) -> String {
    format!("bis {}", text::date(date))
}

/// `endete 31.12.2025`
pub fn ended(date: Date) -> String {
    format!("endete {}", text::date(date))
}

/// How much is known on site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    pub services: usize,
    /// Services whose use is not known.
    pub use_unknown: usize,
    pub actors: usize,
    pub statements: usize,
    pub events: usize,
    pub experiences: usize,
}

/// `9 Angebote, 1 ohne Auslastung · 11 Akteure · 24 Aussagen · 4 Veranstaltungen · 3 Erfahrungen`
pub fn stock(stock: &Stock) -> String {
    let unknown = if stock.use_unknown == 0 {
        String::new()
    } else {
        format!(", {} ohne Auslastung", text::count(stock.use_unknown))
    };
    [
        format!("{}{unknown}", some(stock.services, "Angebot", "Angebote")),
        some(stock.actors, "Akteur", "Akteure"),
        some(stock.statements, "Aussage", "Aussagen"),
        some(stock.events, "Veranstaltung", "Veranstaltungen"),
        some(stock.experiences, "Erfahrung", "Erfahrungen"),
    ]
    .join(" · ")
}

/// `1 Angebot`, `7 Angebote`
fn some(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", text::count(number), if number == 1 { one } else { many })
}

/// `Kinder im SGB-II-Bezug, 2025`
pub fn value_of(indicator: &str, period: &str) -> String {
    format!("{indicator}, {period}")
}
