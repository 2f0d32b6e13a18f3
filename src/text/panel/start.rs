//! Words of the panel.

#![allow(missing_docs)]

use crate::text::{NBSP, count};

pub const CLAIM: &str = "Handlungsprogramme aus kleinräumigen Daten";
pub const SAMPLE_HINT: &str = "Dortmund mit erfundenen Werten. Es wird als Kopie geöffnet.";
pub const OFFLINE: &str = "Arbeitet ohne Netz. Alle Daten liegen in einer Datei.";
pub const SAVED_AT_ONCE: &str = "Jede Eingabe ist sofort gespeichert.";
pub const RECENT: &str = "Zuletzt geöffnet";
pub const RECENT_HINT: &str = "Tab wählt, Enter öffnet";
pub const NO_RECENT: &str =
    "Hier stehen künftig Ihre Projekte. Legen Sie eines an oder sehen Sie sich das Beispiel an.";
pub const DROP_TITLE: &str = "Datei hierher ziehen";
pub const DROP_WHAT: &str = "Projekt (.aktionsplan)";
pub const DROP_HINT: &str = "Tabellen lassen sich einlesen, sobald ein Projekt geöffnet ist.";
pub const UNREACHABLE: &str = "Datei nicht gefunden";
pub const FORGET: &str = "Aus der Liste entfernen";
pub const SAMPLE_FILE: &str = "Beispielprojekt";
pub const BROUGHT_UP_TO_DATE: &str = "Projekt auf den neuen Stand gebracht, vorher gesichert";
pub const BACKED_UP: &str = "Sicherung angelegt und geprüft";
pub const BACKUP_FAILED: &str = "Die stündliche Sicherung ist nicht gelungen; das Projekt selbst ist unberührt";
pub const PROJECT_FIRST: &str = "Öffnen Sie zuerst ein Projekt";
pub const PROJECT_FIRST_HINT: &str = "Danach lassen sich Tabellen einlesen.";

/// `13 Aktionsräume · 3 Programme beschlossen · 4.250 Werte`
pub fn summary(areas: usize, decided: usize, values: usize) -> String {
    let mut parts = Vec::new();
    if areas > 0 {
        parts.push(format!("{areas}{NBSP}Aktionsräume"));
    }
    if decided > 0 {
        let word = if decided == 1 { "Programm" } else { "Programme" };
        parts.push(format!("{decided}{NBSP}{word} beschlossen"));
    }
    parts.push(format!("{}{NBSP}Werte", count(values as i64)));
    parts.join(" · ")
}

/// `Version 0.1.0`
pub fn version() -> String {
    format!("Version{NBSP}{}", env!("CARGO_PKG_VERSION"))
}
