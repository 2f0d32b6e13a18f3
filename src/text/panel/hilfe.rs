//! Words of the help page; its long texts are in `assets/texte`.

#![allow(missing_docs)]

pub const TAB_HELP: &str = "Anleitung";
pub const TAB_METHOD: &str = "Methode";
pub const TAB_HANDBOOK: &str = "Methodenhandbuch";
pub const TAB_KEYS: &str = "Tasten";
pub const KEYS: &str = "Tastenkürzel";
pub const IMPORT_KEYS_TITLE: &str = "Tabellen einlesen und prüfen";
/// Keys of the import, which are no actions of the whole window.
pub const IMPORT_KEYS: [(&str, &str); 8] = [
    ("Strg+V", "Kopierte Tabelle einlesen"),
    ("F8", "Nächste offene Frage oder auffällige Zelle"),
    ("Umschalt+F8", "Vorige offene Frage oder auffällige Zelle"),
    ("Pfeiltasten", "Zelle der Vorschau wählen, wenn sie den Fokus hat"),
    ("Enter", "Menü der Zeile in der Vorschau, auch Menütaste oder Umschalt+F10"),
    ("Strg+Enter", "Importieren"),
    ("Strg+Z", "Letzte Festlegung zur Tabelle zurücknehmen"),
    ("Esc", "Spalte schließen, Arbeit anhalten oder Import abbrechen"),
];
pub const SAVE_HANDBOOK: &str = "Handbuch speichern …";
pub const SEARCH_HANDBOOK: &str = "Im Handbuch suchen";
pub const NOTHING_FOUND: &str = "Kein Abschnitt enthält dieses Wort.";
pub const SAVED_HANDBOOK: &str = "Das Methodenhandbuch ist gespeichert.";
pub const SAVING_HANDBOOK: &str = "Das Methodenhandbuch wird gespeichert";
pub const GUIDE: &str = include_str!("../../../assets/texte/hilfe.md");
pub const METHOD: &str = include_str!("../../../assets/texte/methodenhinweis.md");
