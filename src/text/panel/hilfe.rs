//! Words of the help page; its long texts are in `assets/texte`.

#![allow(missing_docs)]

pub const TAB_HELP: &str = "Anleitung";
pub const TAB_METHOD: &str = "Methode";
pub const TAB_HANDBOOK: &str = "Methodenhandbuch";
pub const TAB_KEYS: &str = "Tasten";
pub const KEYS: &str = "Tastenkürzel";
pub const SAVE_HANDBOOK: &str = "Handbuch speichern …";
pub const SEARCH_HANDBOOK: &str = "Im Handbuch suchen";
pub const NOTHING_FOUND: &str = "Kein Abschnitt enthält dieses Wort.";
pub const SAVED_HANDBOOK: &str = "Das Methodenhandbuch ist gespeichert.";
pub const SAVING_HANDBOOK: &str = "Das Methodenhandbuch wird gespeichert";
pub const GUIDE: &str = include_str!("../../../assets/texte/hilfe.md");
pub const METHOD: &str = include_str!("../../../assets/texte/methodenhinweis.md");
