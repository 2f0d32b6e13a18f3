//! Words of the window, one file per panel.

pub mod action;
pub mod aktionsbuero;
pub mod analyse;
pub mod bedarf;
pub mod berichte;
pub mod beteiligung;
pub mod boundaries;
pub mod daten;
pub mod dialog;
pub mod einstellungen;
pub mod erfahrungen;
pub mod hilfe;
pub mod programm;
pub mod shell;
pub mod start;
pub mod takeover;
pub mod typen;
pub mod uebersicht;
pub mod verfahren;
pub mod vor_ort;
pub mod widget;
pub mod zeit;
