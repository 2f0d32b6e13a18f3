//! Words of the dialog before boundaries are taken over.

#![allow(missing_docs)]

use crate::text::count;

pub const TITLE: &str = "Gebietsgrenzen einlesen";
pub const LEVEL: &str = "Ebene";
pub const KEY_FIELD: &str = "Feld mit Schlüssel";
pub const NAME_FIELD: &str = "Feld mit Name";
pub const NO_LEVEL: &str = "offen";
pub const NO_FIELD: &str = "keines";
pub const LEVEL_MISSING: &str = "Wählen Sie die Ebene, damit unbekannte Gebiete angelegt werden.";
pub const CANCEL: &str = "Abbrechen";
pub const TAKE_OVER: &str = "Grenzen übernehmen";
pub const READING: &str = "Gebietsgrenzen lesen";

/// `37 Grenzen bekannter Gebiete, 2 neue Gebiete`
pub fn summary(known: usize, new: usize) -> String {
    let of_known = match known {
        0 => String::new(),
        1 => "Eine Grenze eines bekannten Gebiets".to_owned(),
        _ => format!("{} Grenzen bekannter Gebiete", count(known as i64)),
    };
    let of_new = match new {
        0 => String::new(),
        1 => "ein neues Gebiet".to_owned(),
        _ => format!("{} neue Gebiete", count(new as i64)),
    };
    match (of_known.is_empty(), of_new.is_empty()) {
        (true, true) => "Keine Grenze, die übernommen werden kann.".to_owned(),
        (false, true) => format!("{of_known}. Als ein Schritt umkehrbar."),
        (true, false) => format!("Nur neue Gebiete: {of_new}. Als ein Schritt umkehrbar."),
        (false, false) => format!("{of_known}, {of_new}. Als ein Schritt umkehrbar."),
    }
}

/// `und 12 weitere Hinweise`
pub fn more(left: usize) -> String {
    format!("und {} weitere Hinweise", count(left as i64))
}
