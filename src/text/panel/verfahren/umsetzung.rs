//! Words of the tab Umsetzung.

#![allow(missing_docs)]

pub const NONE_TITLE: &str = "Noch kein Handlungsprogramm";
pub const NONE_WHY: &str = "Ziele und Maßnahmen, deren Umsetzung hier verfolgt wird, stehen im Handlungsprogramm.";
pub const TO_PROGRAMME: &str = "Zum Handlungsprogramm";
pub const COMPUTING: &str = "Wird aus den Daten gelesen …";
pub const GOALS: &str = "Ziele und neueste Werte";
pub const MEASURES: &str = "Maßnahmen";
pub const GOAL: &str = "Handlungsziel";
pub const INDICATOR: &str = "Indikator";
pub const AIM: &str = "Ausgang → Ziel";
pub const NEWEST: &str = "neuester Wert";
pub const STATE: &str = "Stand";
pub const NUMBER: &str = "Nr.";
pub const MEASURE: &str = "Maßnahme";
pub const DECISION: &str = "Beschlussstand";
pub const IMPLEMENTATION: &str = "Umsetzung";
pub const EFFECT: &str = "Wirkung";
pub const MONEY: &str = "Mittel in Euro";
pub const SPENDING: &str = "Ausgaben";
pub const REST: &str = "Rest";
pub const BY_YEAR: &str = "Mittel nach Jahren in Euro";
pub const SPENT_IN_WORDS: &str = "ausgegeben von geplant";
pub const SPENT_OF_GRANTED: &str = "ausgegeben von bewilligt";
pub const TAKE_CHART: &str = "Diagramm kopieren oder speichern";
pub const YEAR: &str = "Jahr";
pub const NOTES: &str = "Umsetzungsnotizen";
pub const NO_NOTES: &str = "Noch keine Notiz.";
pub const ADD_NOTE: &str = "Notiz anlegen";
pub const NEW_NOTE: &str = "Stand der Umsetzung";
pub const NOTE_TEXT: &str = "Notiz";
pub const COUNTED: &str = "gezählt";
pub const NOTE_DATE: &str = "vom";
pub const REMOVE_NOTE: &str = "Notiz entfernen";
pub const OUTFLOW: &str = "Mittelabfluss";
pub const ADD_OUTFLOW: &str = "Ausgabe eintragen";
pub const NO_OUTFLOW: &str = "Noch keine Ausgabe eingetragen.";
pub const AMOUNT: &str = "Betrag (€)";
pub const BOOKED: &str = "gebucht am";
pub const PURPOSE: &str = "Zweck";
pub const REMOVE_OUTFLOW: &str = "Ausgabe entfernen";
pub const SUM: &str = "Summe";
pub const NO_GOALS: &str = "Das Programm hat noch keine Handlungsziele.";
pub const NO_MEASURES: &str = "Das Programm hat noch keine Maßnahmen.";

/// `Auf dem Weg: Zielwert M-05`
pub fn spoken(subject: &str, state: &str) -> String {
    format!("{subject}: {state}")
}
