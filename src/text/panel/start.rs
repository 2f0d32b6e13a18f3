//! Words of the panel.

#![allow(missing_docs)]

use crate::text::{NBSP, count};

pub const SAMPLE_FILE: &str = "Beispielprojekt";
pub const BACKED_UP: &str = "Sicherung angelegt und geprüft";
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
