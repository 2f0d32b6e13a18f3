//! Words of the preview of a table of services.

#![allow(missing_docs)]

use crate::text::count;

pub const PASTED: &str = "Zwischenablage";
pub const READING: &str = "Bestand lesen";
pub const TITLE: &str = "Bestand einlesen";
pub const TAKE_OVER: &str = "Übernehmen";
pub const CANCEL: &str = "Abbrechen";
pub const NOTHING_TO_TAKE: &str = "Keine Zeile ist neu oder geändert.";
pub const BUSY: &str = "Die Tabelle wird neu gelesen …";
pub const SHEET: &str = "Blatt";
pub const COLUMN: &str = "Spalten und ihre Bedeutung";
pub const LEFT_OUT: &str = "bleibt weg";
pub const DEFAULT_AREA: &str = "Gebiet, wo keines steht";
pub const DEFAULT_FIELD: &str = "Handlungsfeld, wo keines steht";
pub const NOT_CHOSEN: &str = "nicht gewählt";
pub const UNKNOWN_AREAS: &str = "Gebiete, die nicht bekannt sind";
pub const NOTICED: &str = "Bemerkt";
pub const NOTHING_NOTICED: &str = "Alle Zellen sind gelesen, wie sie dastehen.";
/// `Diese Spalten bleiben weg: „Genutzt“, „Bemerkung“.`
pub fn left_out(headings: &[&str]) -> String {
    let quoted: Vec<String> = headings.iter().map(|heading| format!("„{heading}“")).collect();
    let what = if headings.len() == 1 { "Diese Spalte bleibt weg" } else { "Diese Spalten bleiben weg" };
    format!("{what}: {}.", quoted.join(", "))
}
pub const LEAVE_OUT: &str = "Zeilen weglassen";
pub const ROWS: &str = "Zeilen der Tabelle";
pub const ROW: &str = "Zeile";
pub const STATE: &str = "Stand";
pub const CHANGES: &str = "Änderungen";
pub const NEW: &str = "neu";
pub const CHANGED: &str = "geändert";
pub const UNCHANGED: &str = "unverändert";
pub const REFUSED: &str = "abgelehnt";
pub const EMPTY_KEEPS: &str = "Leere Zellen löschen nichts.";

/// `Spalte 3: Träger`
pub fn column(number: usize, heading: &str) -> String {
    let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    if heading.is_empty() { format!("Spalte {number}") } else { heading }
}

/// `12 neu · 3 geändert · 4 unverändert · 1 abgelehnt`
pub fn counts(new: usize, changed: usize, unchanged: usize, refused: usize) -> String {
    format!(
        "{} {NEW} · {} {CHANGED} · {} {UNCHANGED} · {} {REFUSED}",
        count(new),
        count(changed),
        count(unchanged),
        count(refused)
    )
}

/// `Plätze: 12 → 18`
pub fn change(field: &str, before: &str, after: &str) -> String {
    let before = if before.is_empty() { "leer" } else { before };
    format!("{field}: {before} → {after}")
}

/// `„Martten“, 2 Zeilen`
pub fn unknown_area(label: &str, rows: u32) -> String {
    let lines = if rows == 1 { "Zeile" } else { "Zeilen" };
    format!("„{label}“, {} {lines}", count(rows))
}

/// `und 12 weitere`
pub fn more(number: usize) -> String {
    format!("und {} weitere", count(number))
}
