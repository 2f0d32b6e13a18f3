//! Words of the help page; its long texts are in `assets/texte`.

#![allow(missing_docs)]

pub const TAB_HELP: &str = "Anleitung";
pub const TAB_METHOD: &str = "Methode";
pub const TAB_KEYS: &str = "Tasten";
pub const KEYS: &str = "Tastenkürzel";
pub const GUIDE: &str = include_str!("../../../assets/texte/hilfe.md");
pub const METHOD: &str = include_str!("../../../assets/texte/methodenhinweis.md");
