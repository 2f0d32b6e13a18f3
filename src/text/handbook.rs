//! The method handbook: its chapters, and the words of the chapter on check cases that is computed.

use super::fixed;

/// Title of the handbook.
pub const TITLE: &str = "Methodenhandbuch";
/// What it is.
pub const SUBTITLE: &str = "Verfahren, Formeln, Wahlmöglichkeiten, Vorbehalte und Quellen";
/// Who wrote it.
pub const AUTHOR: &str = "Aktionsplan";
/// Label of the version on the title page.
pub const VERSION: &str = "Programmversion";
/// Proposed file name.
pub const FILE_NAME: &str = "Methodenhandbuch.docx";

/// Chapters before the check cases, in Markdown.
pub const CHAPTERS: [&str; 13] = [
    include_str!("../../assets/texte/methodenhandbuch/01_lesen.md"),
    include_str!("../../assets/texte/methodenhandbuch/02_auswaehlen.md"),
    include_str!("../../assets/texte/methodenhandbuch/03_aufbereiten.md"),
    include_str!("../../assets/texte/methodenhandbuch/04_normieren.md"),
    include_str!("../../assets/texte/methodenhandbuch/05_gewichten.md"),
    include_str!("../../assets/texte/methodenhandbuch/06_zusammenfassen.md"),
    include_str!("../../assets/texte/methodenhandbuch/07_unsicherheit.md"),
    include_str!("../../assets/texte/methodenhandbuch/08_erklaeren.md"),
    include_str!("../../assets/texte/methodenhandbuch/09_zeit.md"),
    include_str!("../../assets/texte/methodenhandbuch/10_raum.md"),
    include_str!("../../assets/texte/methodenhandbuch/11_struktur.md"),
    include_str!("../../assets/texte/methodenhandbuch/12_vorlagen.md"),
    include_str!("../../assets/texte/methodenhandbuch/13_tabellen.md"),
];

/// The chapter after the check cases, in Markdown.
pub const SOURCES: &str = include_str!("../../assets/texte/methodenhandbuch/15_quellen.md");

/// Heading of the check cases.
pub const CHECKS: &str = "Prüfrechnungen";
/// What the check cases are.
pub const CHECKS_INTRODUCTION: &str = "Erfundene Werte wurden mit unabhängiger Software gerechnet. Beim Öffnen dieses Handbuchs rechnet das Programm dieselben Fälle selbst; hier steht beides nebeneinander. Übereinstimmung heißt: Abweichung höchstens ein Milliardstel des Werts.";
/// Columns of the table of check cases.
pub const CHECK_COLUMNS: [&str; 5] = ["Verfahren", "Software", "erwartet", "berechnet", "Unterschied"];
/// In place of a value that the program refuses to compute.
pub const NOT_COMPUTED: &str = "nicht berechnet";
/// In place of a difference within rounding.
pub const NO_DIFFERENCE: &str = "keiner";

/// How many check cases agree.
pub fn checks_agree(agreeing: usize, all: usize) -> String {
    if agreeing == all {
        format!("Alle {all} Fälle stimmen überein.")
    } else {
        format!("{agreeing} von {all} Fällen stimmen überein. Nutzen Sie die Verfahren, die abweichen, nicht.")
    }
}

/// A value of a check case with its digits.
pub fn check_value(value: f64) -> String {
    fixed(value, 10)
}

/// A difference between what is expected and what was computed.
pub fn check_difference(difference: f64) -> String {
    format!("{difference:.1e}").replace('.', ",")
}
